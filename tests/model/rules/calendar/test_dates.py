import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.calendar.dates import (
    Side,
    dated_things,
    first_date,
    last_date,
    move_report,
    resolve,
    resolve_between,
    side_of,
)
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.expertise import Deployment, Expert
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, Part
from studydag.model.values.study_day import Catering, StudyDay

TWO_DAYS = StudyDay(
    parts=(
        Part(id=1, position=1, date=dt.date(2026, 11, 14)),
        Part(id=2, position=2),
        Part(id=3, position=3, date=dt.date(2026, 11, 16)),
    )
)


def ago(n: int, unit: DateUnit) -> RelativeDate:
    return RelativeDate(n, unit)


@pytest.mark.parametrize(
    ("n", "unit", "expected"),
    [
        (-14, DateUnit.DAYS, "2026-10-31"),
        (-8, DateUnit.WEEKS, "2026-09-19"),
        (-1, DateUnit.MONTHS, "2026-10-14"),
        (0, DateUnit.DAYS, "2026-11-16"),
        (1, DateUnit.DAYS, "2026-11-17"),
        (6, DateUnit.WEEKS, "2026-12-28"),
        (6, DateUnit.MONTHS, "2027-05-16"),
    ],
)
def test_before_counts_from_the_first_date_and_after_from_the_last(n: int, unit: DateUnit, expected: str):
    assert resolve(ago(n, unit), TWO_DAYS) == dt.date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [("2027-01-31", 1, "2027-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-08-31", -6, "2026-02-28")],
)
def test_months_end_on_the_last_day_that_is_there(start: str, months: int, expected: str):
    day = StudyDay(parts=(Part(id=1, date=dt.date.fromisoformat(start)),))

    assert resolve(ago(months, DateUnit.MONTHS), day) == dt.date.fromisoformat(expected)


def test_a_fixed_date_is_itself_and_without_a_date_nothing_is_computed():
    undated = StudyDay(parts=(Part(id=1),))

    assert resolve(dt.date(2027, 1, 1), undated) == dt.date(2027, 1, 1)
    assert resolve(ago(-2, DateUnit.WEEKS), undated) is None
    assert resolve(None, TWO_DAYS) is None
    assert (first_date(undated), last_date(undated)) == (None, None)


def test_a_date_out_of_the_calendar_is_not_computed():
    assert resolve_between(ago(2, DateUnit.MONTHS), None, dt.date(9999, 12, 1)) is None
    assert resolve_between(ago(-400, DateUnit.WEEKS), dt.date(2, 1, 1), None) is None


def test_steps_of_a_trajectory_count_from_its_start():
    start = dt.date(2027, 1, 11)

    assert [resolve_between(RelativeDate(2 * n), start, start) for n in range(5)] == [
        dt.date(2027, 1, 11),
        dt.date(2027, 1, 25),
        dt.date(2027, 2, 8),
        dt.date(2027, 2, 22),
        dt.date(2027, 3, 8),
    ]


def test_the_side_of_a_date_is_derived():
    undated = StudyDay(parts=(Part(id=1),))

    assert side_of(ago(-1, DateUnit.DAYS), undated) is Side.BEFORE
    assert side_of(ago(1, DateUnit.DAYS), undated) is Side.AFTER
    assert side_of(ago(0, DateUnit.DAYS), undated) is Side.DURING
    assert side_of(dt.date(2026, 11, 15), TWO_DAYS) is Side.DURING
    assert side_of(dt.date(2026, 11, 13), TWO_DAYS) is Side.BEFORE
    assert side_of(dt.date(2026, 11, 17), TWO_DAYS) is Side.AFTER
    assert side_of(dt.date(2026, 11, 17), undated) is None
    assert side_of(None, TWO_DAYS) is None


def test_every_date_to_keep_is_named_with_its_field():
    day = StudyDay(
        blocks=(Block(id=1, title="Workshop", input_deadline=dt.date(2026, 10, 1)),),
        actions=(
            Action(id=2, what="Order", due=RelativeDate(-2), window_start=RelativeDate(-3)),
            Action(id=3, what="Done", due=RelativeDate(-2), state=ActionState.DONE),
        ),
        moments=(Moment(id=4, title="Look back", first_date=RelativeDate(6)),),
        measures=(Measure(id=5, title="Survey", when=RelativeDate(0)),),
        goals=(Goal(id=6, sentence="Plan", target_due=RelativeDate(3, DateUnit.MONTHS)),),
        experts=(Expert(id=7, name="Coach", deployments=(Deployment(id=8, due=RelativeDate(4)),)),),
        catering=(Catering(id=9, what="Lunch", cut_off=dt.date(2026, 11, 1)),),
    )

    assert {(each.kind, each.id, each.field) for each in dated_things(day)} == {
        ("block", 1, "input_deadline"),
        ("action", 2, "due"),
        ("action", 2, "window_start"),
        ("moment", 4, "first_date"),
        ("measure", 5, "when"),
        ("goal", 6, "target_due"),
        ("deployment", 8, "due"),
        ("catering", 9, "cut_off"),
    }


def test_a_part_that_gets_its_first_date_gives_dates_to_what_counts_from_it():
    day = StudyDay(parts=(Part(id=1),), actions=(Action(id=1, what="Order", due=RelativeDate(-2)),))
    (move,) = move_report(day, {1: dt.date(2026, 11, 14)}).moving

    assert (move.before, move.after) == (None, dt.date(2026, 10, 31))


dates = st.dates(dt.date(1990, 1, 1), dt.date(2150, 1, 1))
relatives = st.builds(RelativeDate, st.integers(-12, 24), st.sampled_from(DateUnit))


@given(dates, dates, st.lists(relatives | dates, max_size=5))
def test_moving_moves_what_is_relative_and_only_that(old: dt.date, new: dt.date, dues: list[RelativeDate | dt.date]):
    actions = tuple(Action(id=number, what="x", due=due) for number, due in enumerate(dues, start=1))
    day = StudyDay(parts=(Part(id=1, date=old),), actions=actions)
    moved = StudyDay(parts=(Part(id=1, date=new),), actions=actions)
    report = move_report(day, {1: new})

    assert all(not move.is_fixed and move.after == resolve(move.dated.due, moved) for move in report.moving)
    assert all(move.before == move.after == move.dated.due for move in report.fixed)
    assert len(report.fixed) == sum(isinstance(due, dt.date) for due in dues)


@given(dates, st.integers(0, 3), st.integers(-30, 30), relatives)
def test_days_and_weeks_move_by_as_much_as_the_day(first: dt.date, length: int, by: int, due: RelativeDate):
    last = first + dt.timedelta(days=length)
    step = dt.timedelta(days=by)
    there, later = resolve_between(due, first, last), resolve_between(due, first + step, last + step)
    assert there is not None
    assert later is not None
    if due.unit is not DateUnit.MONTHS:
        assert later - there == step


@given(dates, relatives)
def test_the_side_agrees_with_the_date(date: dt.date, due: RelativeDate):
    day = StudyDay(parts=(Part(id=1, date=date),))

    assert side_of(resolve(due, day), day) is side_of(due, day)
