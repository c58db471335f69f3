from dataclasses import replace

from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Result, Success, Verdict
from studydag.model.values.school import EffectLevel
from tests.building import a, a_day, a_measure
from tests.export.printing_days import DUTCH, example, in_order, table, text, tree

BEFORE = a_measure(1, title="First survey", level=EffectLevel.PUPILS, when=RelativeDate(-4))
AFTER = a_measure(2, title="Second survey", level=EffectLevel.PUPILS, when=RelativeDate(30), baseline_measure=1)
FIRST = a(Result, 11, measure=1, n=40, invited=50, mean=2.9)
SECOND = a(Result, 12, measure=2, n=45, mean=3.4, text="Class 1 most of all")


def test_a_measure_shows_baseline_and_result():
    rows = table(tree("effect", a_day(BEFORE, AFTER, FIRST, SECOND)))
    assert rows[1:] == [
        ["Thu 15 Oct 2026", "First survey", "", "2.9", "40 of 50"],
        ["Thu 10 Jun 2027", "Second survey | Class 1 most of all", "2.9", "3.4", "45"],
    ]


def test_what_has_no_result_is_open():
    assert table(tree("effect", a_day(AFTER)))[1][3] == "still open"


def test_what_is_not_shared_or_of_too_few_is_counted_and_not_shown():
    kept_back = replace(SECOND, shared=False, text="Between us")
    few = replace(FIRST, n=4)
    shown = text("effect", a_day(BEFORE, AFTER, kept_back, few))
    assert "Between us" not in shown
    assert "2.9" not in shown
    assert "2 results are left out" in shown


def test_successes_and_insights_are_a_choice():
    day = a_day(
        a(Success, 21, what="Pupils ask each other", evidence="seen in 2B"),
        a(Insight, 22, text="Longer rounds", verdict=Verdict.CHANGE, source="exit ticket"),
    )
    shown = text("effect", day)
    assert in_order(
        shown, "What went well", "Pupils ask each other – seen in 2B", "Change", "Longer rounds – exit ticket"
    )
    assert "Nothing has been measured yet." in text("effect", day, chosen={"successes": "no", "insights": "no"})


def test_the_example_in_dutch():
    shown = text("effect", *example(), DUTCH)
    assert in_order(
        shown, "Effectverslag", "1 reactie", "4 resultaat voor leerlingen", "2,9", "412 van 460", "nog open"
    )
