"""Rows on the learning climate, external expertise and the quality panel, on the figures of their examples."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from studydag.model.operations import climate, editing, effect, study_days
from studydag.model.operations.due import due_until
from studydag.model.rules.checks import check, what_holds
from studydag.model.rules.climate_totals import climate_totals
from studydag.model.rules.comparison import comparison_table, costs
from studydag.model.rules.expertise import carriers
from studydag.model.rules.pulse import pulse
from studydag.model.rules.quality import Factor, quality
from studydag.model.store.library import Library
from studydag.model.values.climate import ClimatePillar, ClimateRow
from studydag.model.values.effect import Measure, Result
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
    Expectation,
    ExpectationOutcome,
    Expert,
)
from studydag.model.values.follow_up import Action, ActionKind, ActionState
from studydag.model.values.programme import Interaction, LeadersPart
from studydag.model.values.school import EffectLevel, RuleSetting, School
from studydag.model.values.study_day import StudyDay
from tests.building import TODAY, a, a_block, a_day, a_goal, a_setting, an_agreement, an_expert


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


def test_r057_nine_agreements_over_three_blocks_have_a_total_per_block() -> None:
    rows = [row for row in ClimateRow if row is not ClimateRow.OWN]
    items = [
        an_agreement(n, row, pillar=ClimatePillar.SAFETY if n <= 4 else ClimatePillar.TIME_AND_SPACE, agreement="Yes")
        for n, row in enumerate(rows, 1)
    ]
    own = an_agreement(9, ClimateRow.OWN, pillar=ClimatePillar.APPRECIATION, title="Thank people", agreement="Yes")

    found = climate_totals(a_day(*items, own))

    assert [(each.pillar, each.agreements) for each in found] == [
        (ClimatePillar.SAFETY, 4),
        (ClimatePillar.TIME_AND_SPACE, 4),
        (ClimatePillar.APPRECIATION, 1),
    ]
    assert [each.open for each in climate_totals(a_day())] == [4, 4, 0]


def pulsed(*distribution: int) -> StudyDay:
    before = a(Measure, 1, level=EffectLevel.CLIMATE)
    after = a(Measure, 2, level=EffectLevel.CLIMATE, baseline_measure=1)
    return a_day(before, after, a(Result, 1, measure=1, distribution=distribution))


def test_r058_three_answers_with_a_minimum_of_five_show_nothing() -> None:
    (found,) = pulse(pulsed(0, 1, 1, 1, 0), 5).before

    assert found.is_hidden
    assert (found.n, found.minimum, found.mean, found.spread) == (3, 5, None, None)


def test_r058_five_answers_show_mean_and_spread() -> None:
    (found,) = pulse(pulsed(0, 0, 2, 2, 1), 5).before

    assert not found.is_hidden
    assert found.mean == pytest.approx(3.8)
    assert found.spread == pytest.approx(0.748, abs=0.001)


def test_r058_the_pulse_is_planned_before_and_after_and_the_means_are_compared(library: Library) -> None:
    day = study_days.create(library, "A")
    after = climate.plan_pulse(library, day, "Pulse")
    before = library.get(Measure, after).baseline_measure
    assert before is not None
    for measure, mean in ((before, 3.2), (after, 3.9)):
        effect.keep_results(library, measure, [Result(measure=measure, date=TODAY, n=12, mean=mean)])

    found = pulse(library.get(StudyDay, day), 5)

    assert found.difference == pytest.approx(0.7)
    assert all(each.question_set for each in found.measures)


def scored(number: int, name: str, scores: tuple[int | None, ...], evidence: str = "seen") -> Candidate:
    rows = tuple(
        a(CriterionScore, n, criterion=criterion, score=score, evidence=evidence)
        for n, (criterion, score) in enumerate(zip(Criterion, scores, strict=True), 1)
    )
    return a(Candidate, number, name=name, scores=rows)


def weighing(*weights: float) -> tuple[CriterionWeight, ...]:
    pairs = zip(Criterion, weights, strict=True)
    return tuple(CriterionWeight(criterion=criterion, weight=weight) for criterion, weight in pairs)


def test_r094_four_scores_of_equal_weight_come_to_their_mean_and_an_open_one_is_not_nought() -> None:
    table = comparison_table(
        an_expert(1, candidates=(scored(1, "A", (4, 3, 5, 2)), scored(2, "B", (4, None, 5, None))))
    )

    assert [row.comparison.mean for row in table.rows] == [3.5, 4.5]
    assert table.rows[1].comparison.open == (Criterion.TAILORING, Criterion.TRANSFER)


def test_r095_a_score_without_evidence_is_marked() -> None:
    row_a = a(
        Candidate, 1, scores=(a(CriterionScore, 1, criterion=Criterion.TAILORING, score=3, evidence="two parts"),)
    )
    row_b = a(Candidate, 2, scores=(a(CriterionScore, 2, criterion=Criterion.TAILORING, score=5),))

    table = comparison_table(an_expert(1, candidates=(row_a, row_b)))

    assert [row.comparison.without_evidence for row in table.rows] == [(), (Criterion.TAILORING,)]


def test_r096_weights_count_at_once_and_all_nought_give_a_message_instead_of_a_total() -> None:
    candidates = (scored(1, "A", (4, 3, 5, 2)),)

    twice = comparison_table(an_expert(1, candidates=candidates, weights=weighing(1, 1, 2, 1)))
    none = comparison_table(an_expert(1, candidates=candidates, weights=weighing(0, 0, 0, 0)))

    assert twice.rows[0].comparison.mean == pytest.approx(19 / 5)
    assert none.no_total
    assert none.rows[0].comparison.mean is None


def test_r097_two_by_four_with_totals_and_a_tie_stays_a_tie() -> None:
    table = comparison_table(an_expert(1, candidates=(scored(1, "A", (4, 3, 5, 2)), scored(2, "B", (2, 5, 3, 4)))))

    assert [len(row.scores) for row in table.rows] == [4, 4]
    assert [row.comparison.mean for row in table.rows] == [3.5, 3.5]
    assert [each.name for each in table.tied] == ["A", "B"]


def test_r092_fee_and_travel_leave_fifty_seven_sixty_of_the_budget_and_serve_a_goal() -> None:
    deployment = a(Deployment, 1, fee=185_000, travel=9_240)
    day = a_day(a_goal(1), an_expert(1, deployments=(deployment,)), budget=200_000)

    assert costs(day).left == 5_760
    assert costs(day).by_goal == {None: 194_240}
    assert "cost-without-goal" in {each.rule for each in check(day, a_setting(), TODAY)}


def test_r093_expectations_are_rated_afterwards(library: Library) -> None:
    day = study_days.create(library, "A")
    expert = editing.create(
        library,
        Expert(name="B", expectations=tuple(Expectation(text=text) for text in "abc")),
        ("study_day", day),
    )
    held = library.get(Expert, expert).expectations
    for each, outcome in zip(held, ExpectationOutcome, strict=True):
        editing.change(library, Expectation, each.id, outcome=outcome)

    assert [each.outcome for each in library.get(Expert, expert).expectations] == list(ExpectationOutcome)


def test_r099_five_coaching_talks_count_in_the_cost() -> None:
    talks = a(Deployment, 1, fee=12_000, sessions=5, names="Noor", goal=1)

    assert costs(a_day(a_goal(1), an_expert(1, deployments=(talks,)))).by_goal == {1: 60_000}


def test_r070_the_panel_shows_the_active_share_and_another_threshold_lets_it_pass() -> None:
    day = a_day(
        a_block(1, 54, interaction=Interaction.LISTEN),
        a_block(2, 46, interaction=Interaction.PAIRS),
    )

    def line(threshold: float | None) -> tuple[bool, object, float | None]:
        own = () if threshold is None else (RuleSetting(rule="active-share", threshold=threshold),)
        setting = a_setting(school=School(rule_settings=own))
        found = quality(check(day, setting, TODAY), what_holds(day, setting, TODAY), day, setting)
        share = next(each for each in found[Factor.INVOLVEMENT] if each.rule == "active-share")
        return share.holds, share.figures["percent"], share.limit

    assert line(None) == (False, 46, 50)
    assert line(40) == (True, 46, 40)


def test_r090_two_people_inside_are_ambassadors_too() -> None:
    expert = an_expert(1, inside_people=(7, 8), ambassadors=(a(Ambassador, 1, person=8, topic="Feedback"),))

    assert set(carriers(expert)) == {7, 8}


def test_r067_the_leader_takes_part_in_one_block_or_a_hint_says_so() -> None:
    def hinted(*parts: LeadersPart) -> bool:
        day = a_day(a_block(1, leaders_part=parts))
        return "leader-absent" in {each.rule for each in check(day, a_setting(), TODAY)}

    assert hinted(LeadersPart.OPENS)
    assert not hinted(LeadersPart.LEARNS_ALONG)


def test_r062_what_did_not_work_is_not_overdue(library: Library) -> None:
    day = study_days.create(library, "A")
    tried = Action(what="Try exit tickets", kind=ActionKind.EXPERIMENT, due=dt.date(2026, 8, 1))
    action = editing.create(library, tried, ("study_day", day))

    assert [each.id for each in due_until(library, TODAY, TODAY) if each.kind == "action"] == [action]
    editing.change(library, Action, action, state=ActionState.DID_NOT_WORK, result="Too little time")
    assert due_until(library, TODAY, TODAY) == ()
