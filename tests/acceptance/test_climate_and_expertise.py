"""Rows on the learning climate, external expertise and the quality panel, on the figures of their examples."""

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from studydag.export.afterwards import window_text
from studydag.model.operations import climate, editing, effect, study_days
from studydag.model.operations.due import due_until
from studydag.model.rules.checking import check, what_holds
from studydag.model.rules.effect.pulse import pulse
from studydag.model.rules.goals.audits import audits_of, measure_from, need_from
from studydag.model.rules.goals.climate_totals import climate_totals
from studydag.model.rules.partners.comparison import comparison_table, costs
from studydag.model.rules.partners.expertise import carriers
from studydag.model.rules.people.participants import crowd_of
from studydag.model.rules.people.person_learning import learning_of
from studydag.model.rules.quality import Factor, quality
from studydag.model.store.library import Library
from studydag.model.values.choices import Registration
from studydag.model.values.climate import ClimatePillar, ClimateRow
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Instrument, Measure, Result
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
    DeploymentKind,
    Expectation,
    ExpectationOutcome,
    Expert,
)
from studydag.model.values.follow_up import Action, ActionKind, ActionState
from studydag.model.values.goals import NeedSource
from studydag.model.values.programme import Interaction, LeadersPart
from studydag.model.values.school import EffectLevel, RuleSetting, School
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityParticipant, Trajectory
from tests.building import (
    TODAY,
    a,
    a_block,
    a_day,
    a_goal,
    a_group,
    a_part,
    a_person,
    a_setting,
    an_action,
    an_agreement,
    an_expert,
)
from tests.export.printing_days import DUTCH, printed


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


def test_r098_a_training_for_one_group_is_not_for_the_others_and_they_are_not_missing() -> None:
    setting = a_setting(a_person(1, "Ans"), a_person(2, "Bart"), a_group(1, "Kleuters", members=(1,)))
    training = a_block(1, 60, audience=(1,), title="Spelend rekenen")
    registered = tuple(a(Registration, number, person=number) for number in (1, 2))
    day = a_day(training, a_block(2, 60, title="Samen afsluiten"), *registered)

    pages = [page.extract_text() for page in PdfReader(BytesIO(printed("personal", day, setting, DUTCH))).pages]
    hers, his = (next(page for page in pages if name in page) for name in ("Ans", "Bart"))
    assert "Spelend rekenen" in hers
    assert "Spelend rekenen" not in his
    assert "Samen afsluiten" in hers
    assert "Samen afsluiten" in his
    assert crowd_of(day, {1: setting.groups[0]}).audience_of(training) == 1
    about = {each.title for finding in check(day, setting, TODAY) for each in finding.about}
    assert "Bart" not in about


def test_r102_an_audit_of_march_is_a_source_of_outside_look_and_an_instrument_of_level_4(library: Library) -> None:
    number = study_days.create(library, "Dag")
    owner = ("study_day", number)
    march = dt.date(2027, 3, 1), dt.date(2027, 3, 19)
    audit = Deployment(kind=DeploymentKind.AUDIT, period_start=march[0], period_end=march[1], product="Auditrapport")
    editing.create(library, Expert(name="Bureau Bloom", deployments=(audit,)), owner)
    expert = library.of_day(Expert, number)[0]
    (found,) = audits_of(expert)
    day = library.get(StudyDay, number)
    editing.create(library, need_from(expert, found, day, "Wat de audit liet zien"), owner)
    editing.create(library, measure_from(expert, found, day, "Audit"), owner)

    kept = library.get(StudyDay, number)
    (need,), (measure,) = kept.needs, kept.measures
    assert (need.source, need.observer, need.date) == (NeedSource.OUTSIDE_LOOK, "Bureau Bloom", march[1])
    assert measure.level is EffectLevel.ORGANISATION
    assert (measure.instruments, measure.when) == ((Instrument.QUALITY_INDICATORS,), march[1])


def test_r068_ten_class_visits_between_two_and_six_weeks_after_the_day_have_count_and_window() -> None:
    visits = an_action(
        1, "Klasbezoeken", kind=ActionKind.VISIT, count=10, window_start=RelativeDate(2), due=RelativeDate(6)
    )
    assert window_text(visits, a_day(visits), DUTCH) == "10 keer, 26 november – 24 december 2026"
    undated = a_day(a_part(1, date=None), visits)
    assert window_text(visits, undated, DUTCH) == "10 keer, van 2 weken na de dag tot 6 weken na de dag"
    assert window_text(an_action(2, due=RelativeDate(6)), a_day(), DUTCH) == ""


def test_r052_a_training_of_twelve_hours_with_its_certificate_is_on_the_sheet_of_who_takes_part() -> None:
    training = a(
        Activity,
        1,
        title="Rekencoördinator",
        minutes=12 * 60,
        certificate="Post-hbo",
        valid_until=dt.date(2026, 8, 1),
        participants=(a(ActivityParticipant, 1, person=7),),
    )
    reading = a(Activity, 2, title="Leesgroep", participants=(a(ActivityParticipant, 2, person=7),))
    year = a(Trajectory, 1, title="Dit jaar", activities=(reading, training))

    found = learning_of(7, (year,), TODAY)
    assert [(each.activity.title, each.activity.minutes // 60, each.has_lapsed) for each in found] == [
        ("Rekencoördinator", 12, True),
        ("Leesgroep", 0, False),
    ]
    assert learning_of(8, (year,), TODAY) == ()
