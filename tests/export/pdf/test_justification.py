import datetime as dt
from dataclasses import replace

from studydag.model.values.climate import AgreementState, ClimateRow
from studydag.model.values.effect import Instrument
from studydag.model.values.formats import Phase
from studydag.model.values.goals import NeedSource
from studydag.model.values.programme import Interaction
from studydag.model.values.study_day import Acceptance, Decision, Occasion
from tests.building import a, a_block, a_day, a_goal, a_measure, a_need, a_round, a_setting, an_action, an_agreement
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, table, text, tree, words

NEED = a_need(1, source=NeedSource.OBSERVATION, n=14)
GOAL = a_goal(2, "After this day teachers ask before they tell", needs=(1,), indicator="seen in lessons")
BLOCK = a_block(3, 60, Phase.APPLICATION, goals=(2,))


def test_the_thread_is_a_table_and_a_picture_with_all_of_it_in_words():
    day = a_day(NEED, GOAL, BLOCK, a_measure(4, title="Lesson visits", goals=(2,)))
    root = tree("justification", day, chosen={"checks": "no"})
    (figure,) = [each for each in root.every("Figure") if "picture" in str(each.dictionary.Alt)]
    said = str(figure.dictionary.Alt)
    assert in_order(said, "1 need, 1 goal, 1 block and 1 measure", "need", "leads to", "goal G1", "measure")
    assert "‘Lesson visits’" in said
    assert [*table(root, 2)[1][:2]] == [
        "G1  After this day teachers ask before they tell | indicator: seen in lessons",
        "Block 3",
    ]


def test_a_goal_has_what_changes_and_how_that_is_seen():
    """R007, R108: knowing, thinking and doing; indicator, baseline, target, instrument and date."""
    goal = a_goal(
        2,
        "After this day teachers ask before they tell",
        knows="Three ways to ask",
        does="They ask in each lesson",
        indicator="lessons with a question",
        baseline=54.0,
        target=70.0,
        unit="%",
        instrument=Instrument.OBSERVATION,
        target_due=dt.date(2027, 3, 15),
    )
    assert table(tree("justification", a_day(goal), chosen={"checks": "no"}))[1][0] == (
        "G1  After this day teachers ask before they tell | knowing: Three ways to ask | doing: They ask in each lesson"
        " | indicator: lessons with a question · 54% → 70% · lesson observation · by Mon 15 Mar 2027"
    )


def test_the_occasion_and_the_strength_of_evidence_are_told():
    """R032: a pattern over time is more than an anecdote."""
    shown = text("justification", a_day(replace(NEED, strength=3), occasion=Occasion.BOOST))
    assert in_order(shown, "Kind of occasion", "Boost along the way", "Lesson observation", "of evidence: 3 of 4")
    assert "of evidence" not in text("justification", a_day(NEED))


def test_a_confidential_need_is_counted_and_nowhere_to_be_read():
    secret = a_need(5, "Someone struggles", source=NeedSource.APPRAISAL_TALKS)
    day = a_day(NEED, secret, replace(GOAL, needs=(1, 5)), BLOCK)
    data = printed("justification", day)
    assert "1 confidential source is left out." in words(data)
    assert b"struggles" not in data
    alternatives = [str(each.dictionary.get("/Alt", "")) for each in tree("justification", day).walk()]
    assert not any("struggles" in each for each in alternatives)


def test_an_accepted_finding_has_its_reason_and_an_open_one_stands_apart():
    day = a_day(
        GOAL,
        replace(BLOCK, goals=()),
        a(Acceptance, 6, rule="block-no-goal", concerns=("block-3",), reason="It is a warm-up", by="The board"),
    )
    shown = text("justification", day)
    assert in_order(shown, "Accepted with a reason", "It is a warm-up", "The board", "Still open", "In order")


def test_a_decision_without_a_reason_has_a_blank_cell():
    about = a(Decision, 7, what="No second talk", date=dt.date(2026, 9, 3), by="planning group")
    rows = table(tree("justification", a_day(about), chosen={"checks": "no"}))
    assert rows[1] == ["Thu 3 Sept 2026", "No second talk | The day", "", "planning group"]


def test_the_climate_has_a_page_of_its_own_with_totals_by_block():
    made = [
        an_agreement(number, row, agreement=f"Agreement {number}", state=AgreementState.AGREED)
        for number, row in enumerate((ClimateRow.OPEN_COMMUNICATION, ClimateRow.FEEDBACK), start=1)
    ]
    shown = text("justification", a_day(*made), chosen={"checks": "no"})
    assert in_order(shown, "Learning climate", "Safety · 2 agreements", "Agreement 1", "agreed", "Agreement 2")


def test_400_blocks_leave_out_the_picture_or_fit_it_on_a_page():
    blocks = [a_block(number, 5, goals=(2,)) for number in range(10, 410)]
    data = printed("justification", a_day(GOAL, *blocks), chosen={"checks": "no"})
    assert not [each for each in tree("justification", a_day(GOAL, *blocks)).every("Figure") if "leads" in str(each)]
    assert pages(data) > 3


def test_30_blocks_still_have_their_picture():
    blocks = [a_block(number, 5, goals=(2,)) for number in range(10, 40)]
    assert len(tree("justification", a_day(GOAL, *blocks), chosen={"checks": "no"}).every("Figure")) == 2


def test_a_day_without_anything_says_so():
    assert "No goal has been set yet." in text("justification", a_day(), a_setting())


def test_the_example_in_dutch():
    shown = text("justification", *example(), DUTCH)
    assert in_order(shown, "Verantwoording", "Leervraag", "Hoe de tijd verdeeld is", "De rode draad", "Leerklimaat")
    assert an_action(1).what not in shown


def test_the_same_finding_is_said_once():
    options = [a_block(each, 45, title=f"Option {each}", interaction=Interaction.LISTEN) for each in (11, 12, 13)]
    shown = text("justification", a_day(*a_round(1, *options)))
    assert shown.count("people listen for 45 min without") == 1
