import datetime as dt
from dataclasses import replace

from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight, Result, Success, Verdict
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.school import EffectLevel
from tests.building import a, a_day, a_format, a_measure, a_setting
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


def test_when_it_was_measured_stands_in_place_of_when_it_was_to_be():
    late = replace(SECOND, date=dt.date(2027, 6, 22))
    assert table(tree("effect", a_day(BEFORE, AFTER, FIRST, late)))[2][0] == "Tue 22 Jun 2027"


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
        a(Success, 21, what="Pupils ask each other", who="Noor", evidence="seen in 2B", date=dt.date(2027, 3, 9)),
        a(Insight, 22, text="Longer rounds", verdict=Verdict.CHANGE, working_format=31, source="exit ticket"),
    )
    shown = text("effect", day, a_setting(a_format(31, "Jigsaw")))
    assert in_order(shown, "What went well", "Pupils ask each other – seen in 2B · Noor · Tue 9 Mar 2027")
    assert in_order(shown, "Change", "Longer rounds – Jigsaw · exit ticket")
    assert "Nothing has been measured yet." in text("effect", day, chosen={"successes": "no", "insights": "no"})


def test_the_example_in_dutch():
    shown = text("effect", *example(), DUTCH)
    assert in_order(
        shown,
        "Effectverslag",
        "Niveau 1: reactie",
        "Niveau 4: resultaat voor leerlingen",
        "2,9",
        "412 van 460",
        "nog open",
    )


SCALE = a(Question, 51, text_en="I dare to ask", text_nl="Ik durf te vragen")
CHOICE = a(Question, 52, kind=QuestionKind.CHOICE, text_en="When?", choices_en=("this week", "later"))
WORDS = a(Question, 53, kind=QuestionKind.OPEN, text_en="Most valuable?")
SET = a(QuestionSet, 50, title_en="Form", questions=(SCALE, CHOICE, WORDS))


def counted(question: int | None, *distribution: int, measure: int = 2, **fields: object) -> Result:
    number = 100 * measure + (question or 0)
    return a(Result, number, measure=measure, question=question, distribution=distribution, **fields)


def test_answers_are_drawn_question_by_question_with_the_same_in_words():
    day = a_day(
        BEFORE,
        AFTER,
        counted(51, 1, 2, 3, 4, 0, measure=1),
        counted(51, 0, 1, 2, 4, 5),
        counted(52, 6, 2),
        counted(53, text="– Time together", n=6),
    )
    said = "Before: 3 (n = 10, spread 1) · after: 4.08 (n = 12, spread 0.95) · difference: +1.08 · note: not as many"
    made = tree("effect", day, a_setting(SET))
    figures = [str(each.dictionary.Alt) for each in made.every("Figure")]
    assert figures[0].startswith(said)
    assert figures[1] == "After: n = 8"
    shown = text("effect", day, a_setting(SET))
    assert in_order(shown, "Open marks are from before", "I dare to ask", "1", "2", "3", "4", "5", said[:20])
    assert in_order(shown, "Most valuable?", "– Time together")


def test_r058_the_pulse_of_three_people_is_no_figure_in_the_report():
    pulse = a_measure(3, title="Pulse", level=EffectLevel.CLIMATE)
    for result in (counted(51, 0, 1, 1, 1, 0, measure=3), a(Result, 9, measure=3, mean=2.5)):
        shown = text("effect", a_day(pulse, result), a_setting(SET))
        assert "1 result is left out" in shown
        assert "3" not in shown.split("left out")[0].split("Pulse")[1].replace("still open", "")
