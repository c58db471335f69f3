"""The rows of the requirements that are about clock times and dates alone, on their own figures."""

import datetime as dt

from studydag.model.rules.calendar.dates import move_report, resolve, resolve_between
from studydag.model.rules.calendar.rhythm import Frequency, Rhythm, WeekdayOf, series, write_rhythm
from studydag.model.rules.calendar.school_calendar import holidays_for, is_closed, is_school_day, proposal
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.time_edits import apply_edits, minutes_until, pin, shift_from
from studydag.model.rules.time.totals import totals
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Action, Moment, MomentKind
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import HolidayRegion, Weekday
from studydag.model.values.study_day import StudyDay

MIDDLE = holidays_for(HolidayRegion.NL_MIDDLE, "NL", range(2026, 2029))


def day_on(*date: int) -> StudyDay:
    return StudyDay(parts=(Part(id=1, date=dt.date(*date)),))


def row(number: int, minutes: int, **fields: object) -> Block:
    return Block(id=number, part=1, position=number, minutes=minutes, **fields)  # type: ignore[arg-type]


def test_r005_moving_the_day_moves_what_is_relative_and_flags_what_is_fixed():
    day = StudyDay(
        parts=(Part(id=1, date=dt.date(2026, 11, 14)),),
        actions=(
            Action(id=1, what="Invite the staff", due=RelativeDate(-14, DateUnit.DAYS)),
            Action(id=2, what="Order lunch", due=dt.date(2026, 11, 2)),
        ),
    )
    report = move_report(day, {1: dt.date(2026, 11, 21)})

    (moving,) = report.moving
    assert (moving.dated.title, moving.before, moving.after) == (
        "Invite the staff",
        dt.date(2026, 10, 31),
        dt.date(2026, 11, 7),
    )
    (fixed,) = report.fixed
    assert (fixed.dated.title, fixed.before, fixed.after, fixed.is_fixed) == (
        "Order lunch",
        dt.date(2026, 11, 2),
        dt.date(2026, 11, 2),
        True,
    )


def test_r005_both_ends_of_the_time_line_are_counted_from_the_day():
    day = day_on(2026, 11, 14)

    assert resolve(RelativeDate(-8, DateUnit.WEEKS), day) == dt.date(2026, 9, 19)
    assert resolve(RelativeDate(6, DateUnit.MONTHS), day) == dt.date(2027, 5, 14)


def test_r027_shifting_from_half_past_ten_moves_what_is_later_and_runs_over():
    day = StudyDay(
        parts=(Part(id=1, start=dt.time(9), end=dt.time(16)),),
        blocks=(row(1, 90), row(2, 90), row(3, 60, phase=Phase.BREAK), row(4, 180)),
    )
    moved = apply_edits(day, shift_from(day, 2, 15))

    starts = [slot.start_time for slot in schedule(moved)]
    assert starts == [dt.time(9), dt.time(10, 45), dt.time(12, 15), dt.time(13, 15)]
    assert totals(schedule(moved)).end == dt.time(16, 15)
    assert schedule(moved).parts[0].minutes_over == 15
    assert schedule(day).parts[0].minutes_over == 0


def test_r047_five_steps_two_weeks_apart_flag_what_falls_in_a_holiday():
    start = dt.date(2026, 11, 26)
    dates = [resolve_between(RelativeDate(2 * step), start, start) for step in range(5)]

    assert [date for date in dates if date is not None and is_closed(date, MIDDLE)] == [dt.date(2026, 12, 24)]
    assert len(dates) == 5
    assert dates[-1] == dt.date(2027, 1, 21)


def test_r048_every_three_weeks_six_times_on_thursday_skips_the_holidays():
    rhythm = Rhythm(frequency=Frequency.WEEKLY, interval=3, weekdays=(WeekdayOf(Weekday.THURSDAY),))
    moment = Moment(
        kind=MomentKind.STRUCTURE,
        first_date=RelativeDate(1),
        start=dt.time(15, 30),
        minutes=90,
        rhythm=write_rhythm(rhythm),
        times=6,
    )
    found = series(moment, day_on(2026, 11, 12), MIDDLE)

    assert found.dates == (
        dt.date(2026, 11, 19),
        dt.date(2026, 12, 10),
        dt.date(2027, 1, 21),
        dt.date(2027, 2, 11),
        dt.date(2027, 3, 4),
        dt.date(2027, 3, 25),
    )
    assert found.skipped == (dt.date(2026, 12, 31),)
    assert all(is_school_day(date, MIDDLE) for date in found.dates)


def test_r053_an_item_past_midnight_ends_on_the_next_date_and_sorts_right():
    trip = StudyDay(
        parts=(
            Part(id=1, position=1, date=dt.date(2026, 11, 12), start=dt.time(9), end=dt.time(0, 30)),
            Part(id=2, position=2, date=dt.date(2026, 11, 13), start=dt.time(9), end=dt.time(16)),
        ),
        blocks=(
            Block(id=1, part=1, position=1, title="Train", minutes=120),
            Block(id=2, part=1, position=2, title="Visit", minutes=300),
            Block(id=3, part=1, position=3, title="Evening walk", minutes=120, pinned_start=dt.time(22, 30)),
            Block(id=4, part=2, position=1, title="Breakfast", minutes=60),
        ),
    )
    found = schedule(trip)
    late = found.slot_of(3)

    assert late is not None
    assert (late.start_time, late.end_time, late.end_day_offset) == (dt.time(22, 30), dt.time(0, 30), 1)
    assert (late.date, late.end_date) == (dt.date(2026, 11, 12), dt.date(2026, 11, 13))
    assert [slot.block.title for slot in found] == ["Train", "Visit", "Evening walk", "Breakfast"]
    moments = [slot.starts_at for slot in found]
    assert moments == sorted(moment for moment in moments if moment is not None)
    assert [part.minutes_over for part in found.parts] == [0, -360]


def test_r085_six_weeks_later_is_a_school_day_or_gets_a_proposal():
    moment = Moment(kind=MomentKind.REFLECTION, first_date=RelativeDate(6))
    (good,) = series(moment, day_on(2026, 9, 24), MIDDLE).dates
    (holiday,) = series(moment, day_on(2026, 9, 10), MIDDLE).dates

    assert (good, is_school_day(good, MIDDLE), proposal(good, MIDDLE)) == (dt.date(2026, 11, 5), True, None)
    assert (holiday, MIDDLE.names[holiday]) == (dt.date(2026, 10, 22), "Herfstvakantie")
    assert proposal(holiday, MIDDLE) == dt.date(2026, 10, 26)


def test_r105_every_four_weeks_runs_to_the_end_of_the_school_year():
    moment = Moment(
        kind=MomentKind.STRUCTURE,
        title="Bouwoverleg",
        first_date=RelativeDate(1),
        rhythm="FREQ=WEEKLY;INTERVAL=4",
        minutes=15,
        until_summer=True,
    )
    found = series(moment, day_on(2026, 11, 10), MIDDLE)

    assert found.dates == tuple(dt.date(2026, 11, 17) + dt.timedelta(weeks=4 * number) for number in range(9))
    assert found.dates[-1] == dt.date(2027, 6, 29)
    assert found.until == dt.date(2027, 7, 16)
    assert not any(is_closed(date, MIDDLE) for date in found.dates)


def test_d01_an_end_may_be_open_or_inferred():
    day = StudyDay(
        parts=(Part(id=1, start=dt.time(9), end=dt.time(16, 15)),),
        blocks=(row(1, 435, end_inferred=True), row(2, 30, open_end=True)),
    )
    inferred, last = schedule(day)

    assert (inferred.end_inferred, inferred.end_time) == (True, dt.time(16, 15))
    assert (last.open_end, last.start_time, schedule(day).parts[0].minutes_over) == (True, dt.time(16, 15), 0)


def test_d02_a_typed_end_and_typed_minutes_say_the_same():
    day = StudyDay(parts=(Part(id=1),), blocks=(row(1, 30), row(2, 45)))

    assert minutes_until(day, 2, dt.time(10, 15)) == 45


def test_d09_lengthening_a_block_moves_the_rest_up_to_a_pin():
    day = StudyDay(parts=(Part(id=1),), blocks=(row(1, 30), row(2, 30), row(3, 30), row(4, 30)))
    pinned = StudyDay(
        parts=day.parts, blocks=(row(1, 50), row(2, 30), row(3, 30, pinned_start=pin(day, 3)), row(4, 30))
    )

    assert [slot.start_time for slot in schedule(pinned)] == [dt.time(9), dt.time(9, 50), dt.time(10), dt.time(10, 30)]
    assert [slot.overlap_before for slot in schedule(pinned)] == [0, 0, 20, 0]
