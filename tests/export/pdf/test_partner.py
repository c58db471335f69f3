import datetime as dt

from studydag.model.values.choices import RegistrationRole
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Insight
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    ContractState,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
    DeploymentKind,
    Expectation,
    ExpectationOutcome,
)
from tests.building import a, a_block, a_day, a_format, a_goal, a_lead, a_person, a_setting, an_expert
from tests.export.printing_days import DUTCH, example, in_order, table, text, tree

SETTING = a_setting(a_person(1, "Noor Valk"), a_person(2, "Sam Bos"))


def scores(number: int, *values: int | None, evidence: str = "seen"):
    return tuple(
        a(CriterionScore, number * 10 + place, criterion=criterion, score=value, evidence=evidence)
        for place, (criterion, value) in enumerate(zip(Criterion, values, strict=True))
    )


def test_keynote_and_later_guidance_are_both_on_the_sheet_with_what_they_cost():
    keynote = a(Deployment, 11, kind=DeploymentKind.TRAINING, blocks=(3,), fee=185000, travel=9240, goal=4)
    later = a(Deployment, 12, kind=DeploymentKind.PROCESS_GUIDANCE, due=RelativeDate(4), sessions=2, fee=10000)
    expert = an_expert(10, "Bloom", deployments=(keynote, later), contract=ContractState.AGREED)
    day = a_day(a_goal(4), a_block(3, title="Keynote"), expert, budget=220000)
    rows = table(tree("partner", day, chosen={"handover": "no"}), 0)
    assert rows[1:] == [
        ["Thu 12 Nov 2026", "Training or workshop | 09:00–09:30 Keynote", "1", "€1,942.40"],
        ["Thu 10 Dec 2026", "Process guidance | 2 sessions", "", "€200.00"],
        ["", "Total", "", "€2,142.40"],
    ]
    assert in_order(text("partner", day), "Costs and handover", "no goal", "€200.00", "Left", "€57.60")


def test_candidates_are_compared_only_when_asked_and_a_tie_is_a_tie():
    one = a(Candidate, 21, name="Bloom", scores=scores(1, 4, 3, 5, 2))
    other = a(Candidate, 22, name="Reed", scores=scores(2, 3, 4, 3, None, evidence=""))
    third = a(Candidate, 23, name="Elm", scores=scores(3, 4, 3, 5, 2))
    day = a_day(an_expert(20, candidates=(one, other, third)))
    assert "Reed" not in text("partner", day)
    rows = table(tree("partner", day, chosen={"comparison": "yes"}), 0)
    assert rows[1] == ["Bloom", "4 | seen", "3 | seen", "5 | seen", "2 | seen", "3.5"]
    assert rows[2][1:] == [*(f"{n} | score without evidence" for n in (3, 4, 3)), "open", "3.3"]
    assert "A tie: Bloom and Elm." in text("partner", day, chosen={"comparison": "yes"})


def test_weights_that_are_all_0_give_a_message_and_no_total():
    nothing = tuple(CriterionWeight(criterion=each, weight=0) for each in Criterion)
    day = a_day(
        an_expert(20, weights=nothing, candidates=(a(Candidate, 21, name="Bloom", scores=scores(1, 4, 3, 5, 2)),))
    )
    assert "All weights are 0, so there is no total." in text("partner", day, chosen={"comparison": "yes"})


def test_an_ambassador_has_a_card_with_person_topic_audience_and_time():
    ambassador = a(Ambassador, 31, person=1, topic="Exit tickets", audience="languages", does="Visits", minutes=120)
    shown = text("partner", a_day(an_expert(30, ambassadors=(ambassador,))), SETTING)
    assert in_order(shown, "Ambassadors", "Noor Valk", "Exit tickets", "languages", "Visits", "2 h")
    unnamed = a(Ambassador, 32, topic="Feedback")
    assert in_order(
        text("partner", a_day(an_expert(30, ambassadors=(unnamed,)))), "still to be found", "Feedback", "no time yet"
    )


def test_the_handover_has_all_blocks_with_insights_in_programme_order():
    day = a_day(
        a_block(1, title="Late", position=2),
        a_block(2, title="Early", position=1),
        a(Insight, 41, text="Shorter", block=1, kept_at="shared folder"),
        a(Insight, 42, text="Again", block=2),
        a(Insight, 43, text="Whole day"),
    )
    assert [row[0] for row in table(tree("partner", day))][1:] == ["Early", "Late", "The day as a whole"]
    assert "shared folder" in text("partner", day)


def test_the_handover_has_what_was_noted_with_a_block_and_names_formats_and_experts():
    """R104: insights are kept with a block, and are about formats and experts as well."""
    day = a_day(
        a_block(1, title="Jigsaw", insights="Ten minutes more"),
        an_expert(50, "Bureau Bloom"),
        a(Insight, 41, text="Smaller groups", working_format=31),
        a(Insight, 42, text="Ask them again", expert=50),
    )
    rows = table(tree("partner", day, a_setting(a_format(31, "Gallery walk"))))[1:]
    assert [row[:2] for row in rows] == [
        ["Jigsaw", "Ten minutes more"],
        ["Gallery walk", "Smaller groups | Keep"],
        ["Bureau Bloom", "Ask them again | Keep"],
    ]


def test_work_over_a_period_delivers_by_a_date():
    guidance = a(
        Deployment,
        11,
        kind=DeploymentKind.PROCESS_GUIDANCE,
        period_start=dt.date(2027, 1, 11),
        period_end=dt.date(2027, 3, 26),
        product="A guide",
        due=dt.date(2027, 4, 2),
    )
    (row,) = table(tree("partner", a_day(an_expert(50, deployments=(guidance,)))))[1:]
    assert row[:2] == ["11 January – 26 March 2027", "Process guidance | delivers: A guide · by Fri 2 Apr 2027"]


def test_an_expectation_shows_whether_it_came_true():
    found = (
        a(Expectation, 51, text="Clips of our lessons", outcome=ExpectationOutcome.MET),
        a(Expectation, 52, text="A guide"),
    )
    shown = text("partner", a_day(an_expert(50, expectations=found)))
    assert in_order(shown, "Clips of our lessons", "Met", "A guide", "to be rated afterwards")


def test_what_the_expert_leads_stands_on_the_sheet():
    day = a_day(a_block(1, title="Keynote", leads=(a_lead(2),)), an_expert(50, person=2))
    assert in_order(text("partner", day, SETTING), "In the programme", "09:00–09:30", "Keynote")


def test_without_experts_it_says_so_and_the_example_is_in_dutch():
    assert "No external expertise is asked for." in text("partner", a_day())
    shown = text("partner", *example(), DUTCH)
    assert in_order(shown, "Partnerdossier", "Wat er is afgesproken", "Wat er in de school blijft", "Ambassadeur")
    assert RegistrationRole.GUEST.value not in shown
