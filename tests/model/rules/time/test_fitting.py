"""Making a programme fit: what is spread over what, in which steps, and what stays as it is."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.fitting import STEP, Fit, fit
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.time_edits import apply_edits
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_format, a_part, a_round
from tests.model.rules.generated_days import days

FORMATS: dict[int, WorkingFormat] = {}


def minutes(day: StudyDay, found: Fit) -> dict[int, int]:
    return {block.id: block.minutes for block in apply_edits(day, found.edits).blocks}


def fitted(day: StudyDay, **kept: frozenset[int]) -> dict[int, int]:
    return minutes(day, fit(schedule(day), 1, FORMATS, **kept))


def test_what_is_too_long_is_taken_in_proportion_in_steps_of_five():
    day = a_day(a_part(1, "9:00", "12:00"), a_block(1, 120), a_block(2, 60), a_block(3, 30))

    assert fitted(day) == {1: 105, 2: 50, 3: 25}


def test_what_is_left_is_given_in_proportion():
    day = a_day(a_part(1, "9:00", "11:00"), a_block(1, 60), a_block(2, 30))

    assert fitted(day) == {1: 80, 2: 40}


def test_locked_minutes_and_what_is_to_stay_do_not_change():
    day = a_day(a_part(1, "9:00", "11:00"), a_block(1, 60, minutes_locked=True), a_block(2, 60), a_block(3, 40))

    assert fitted(day) == {1: 60, 2: 35, 3: 25}
    assert fitted(day, kept=frozenset({2})) == {1: 60, 2: 60, 3: 5}
    found = fit(schedule(day), 1, FORMATS, kept=frozenset({2}))
    assert found.over == 5


def test_each_stretch_between_pins_fits_on_its_own():
    day = a_day(a_part(1, "9:00", "12:00"), a_block(1, 70), a_block(2, 60, pinned_start=dt.time(10)), a_block(3, 30))

    assert fitted(day) == {1: 60, 2: 80, 3: 40}


def test_a_range_of_the_format_holds_and_what_cannot_be_spread_is_told():
    formats = {7: a_format(7, minutes_min=50, minutes_max=60)}
    day = a_day(a_part(1, "9:00", "10:00"), a_block(1, 60, working_format=7), a_block(2, 30, minutes_locked=True))
    found = fit(schedule(day), 1, formats)

    assert minutes(day, found) == {1: 50, 2: 30}
    assert (found.over, found.spare) == (20, 0)


def test_a_round_changes_with_its_options():
    options = a_block(11, 60), a_block(12, 45, offset_minutes=15), a_block(13, 30)
    long = a_day(a_part(1, "9:00", "9:45"), *a_round(1, *options))
    short = a_day(a_part(1, "9:00", "10:30"), *a_round(1, *options))

    assert fitted(long) == {1: 30, 11: 45, 12: 30, 13: 30}
    assert fitted(short) == {1: 30, 11: 90, 12: 75, 13: 30}


def test_an_option_that_would_stick_out_of_a_shorter_round_is_cut_as_well():
    day = a_day(a_part(1, "9:00", "9:45"), *a_round(1, a_block(11, 60), a_block(12, 50), a_block(13, 30)))

    assert fitted(day) == {1: 30, 11: 45, 12: 45, 13: 30}


def test_less_than_a_step_goes_to_the_longest():
    day = a_day(a_part(1, "9:00", "10:00"), a_block(1, 40), a_block(2, 27))

    assert fitted(day) == {1: 33, 2: 27}


def test_an_open_end_takes_what_is_left():
    day = a_day(a_part(1, "9:00", "12:00"), a_block(1, 60), a_block(2, 30, open_end=True))

    assert fit(schedule(day), 1, FORMATS) == Fit()


def test_a_cancelled_block_and_a_part_that_is_not_there_change_nothing():
    day = a_day(a_part(1, "9:00", "10:00"), a_block(1, 90, cancelled=True))

    assert fit(schedule(day), 1, FORMATS).edits == ()
    assert fit(schedule(day), 99, FORMATS) == Fit()


@pytest.mark.parametrize("part", [1, 2])
@given(day=days(), kept=st.sets(st.integers(1, 10)))
def test_what_may_not_change_stays_and_a_second_fit_finds_nothing_more(day: StudyDay, part: int, kept: set[int]):
    found = fit(schedule(day), part, FORMATS, kept=kept)
    then = apply_edits(day, found.edits)
    before, after = ({block.id: block for block in each.blocks} for each in (day, then))
    changed = {number for number, block in after.items() if block != before[number]}

    assert all(before[number].pinned_start == after[number].pinned_start for number in changed)
    assert not any(before[number].minutes_locked or before[number].cancelled for number in changed)
    assert changed.isdisjoint(kept)
    assert all(after[number].minutes >= min(STEP, before[number].minutes) for number in changed)
    again = fit(schedule(then), part, FORMATS, kept=kept)
    assert {edit.block: edit.minutes for edit in again.edits} == {}
    assert (again.over, again.spare) == (found.over, found.spare)


@given(
    lengths=st.lists(st.integers(1, 40).map(lambda number: number * STEP), min_size=1, max_size=12),
    end=st.integers(20, 160).map(lambda number: number * STEP),
)
def test_without_limits_it_fits_exactly_and_every_change_is_a_step(lengths: list[int], end: int):
    clock = f"{(540 + end) // 60}:{(540 + end) % 60:02}"
    day = a_day(a_part(1, "9:00", clock), *(a_block(number, each) for number, each in enumerate(lengths, start=1)))
    found = fit(schedule(day), 1, FORMATS)
    then = apply_edits(day, found.edits)

    assert all(edit.minutes is not None and edit.minutes % STEP == 0 for edit in found.edits)
    assert schedule(then).parts[0].minutes_over == found.over
    assert found.over == max(0, STEP * len(lengths) - end)
    assert found.spare == 0


@given(
    lengths=st.lists(st.integers(4, 30).map(lambda number: number * STEP), min_size=1, max_size=8),
    end=st.integers(10, 100).map(lambda number: number * STEP),
    least=st.integers(2, 8).map(lambda number: number * STEP),
    width=st.integers(0, 12).map(lambda number: number * STEP),
)
def test_minutes_stay_within_the_range_of_the_working_format(lengths: list[int], end: int, least: int, width: int):
    clock = f"{(540 + end) // 60}:{(540 + end) % 60:02}"
    blocks = [a_block(number, each, working_format=7) for number, each in enumerate(lengths, start=1)]
    day = a_day(a_part(1, "9:00", clock), *blocks)
    formats = {7: WorkingFormat(id=7, minutes_min=least, minutes_max=least + width)}
    found = fit(schedule(day), 1, formats)
    for edit in found.edits:
        before = lengths[edit.block - 1]
        assert edit.minutes is not None
        assert min(least, before) <= edit.minutes <= max(least + width, before)


def test_two_pins_at_the_same_time_leave_no_room_between_them():
    ten = dt.time(10)
    day = a_day(a_part(1, "10:00", "10:30"), a_block(1, 30, pinned_start=ten), a_block(2, 30, pinned_start=ten))
    found = fit(schedule(day), 1, FORMATS)

    assert (minutes(day, found), found.over) == ({1: 5, 2: 30}, 5)


def test_the_range_of_a_format_that_is_written_the_wrong_way_round_ends_at_its_fewest_minutes():
    day = a_day(a_part(1, "9:00", "10:00"), a_block(1, 15, working_format=3))
    found = fit(schedule(day), 1, {3: a_format(3, minutes_min=30, minutes_max=10)})

    assert (minutes(day, found), found.spare) == ({1: 30}, 30)
