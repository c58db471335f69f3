"""The three pillars, counted."""

from studydag.model.rules.goals.pillars import pillar_of, pillars
from studydag.model.values.climate import AgreementState, ClimateItem, ClimatePillar, ClimateRow
from studydag.model.values.trajectory import Activity, Trajectory
from tests.building import a, a_day, a_goal, a_need, a_setting


def test_r004_three_needs_no_agreements_and_two_forms_are_counted() -> None:
    activities = tuple(a(Activity, number, learning_form=form) for number, form in ((1, 8), (2, 9), (3, 8)))
    setting = a_setting(a(Trajectory, 1, title="Feedback", activities=activities))
    day = a_day(a_need(1), a_need(2), a_need(3), a_goal(1, needs=(1, 2)), trajectory=1)
    found = pillars(day, setting)
    assert (found.needs, found.agreements, found.learning_forms) == (3, 0, 2)
    assert found.needs_with_goal == 2


def test_an_agreement_counts_once_it_is_written() -> None:
    day = a_day(
        a(ClimateItem, 1, row=ClimateRow.TIME, agreement="One lesson free", state=AgreementState.IN_PLACE),
        a(ClimateItem, 2, row=ClimateRow.SPACE, reason="Not this year"),
    )
    found = pillars(day, a_setting())
    assert (found.agreements, found.agreements_in_place) == (1, 1)


def test_four_rows_of_the_source_are_of_safety() -> None:
    of_safety = {row for row in ClimateRow if pillar_of(row) is ClimatePillar.SAFETY}
    assert len(of_safety) == 4
    assert ClimateRow.TIME not in of_safety


def test_an_activity_without_a_form_of_learning_counts_none() -> None:
    setting = a_setting(
        a(Trajectory, 1, title="Feedback", activities=(a(Activity, 1), a(Activity, 2, learning_form=8)))
    )
    assert pillars(a_day(trajectory=1), setting).learning_forms == 1
