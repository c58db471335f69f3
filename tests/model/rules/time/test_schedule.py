import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.schedule import (
    block_minutes,
    clock_time,
    minutes_after_midnight,
    options_of,
    part_bounds,
    schedule,
)
from studydag.model.rules.time.totals import totals
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.study_day import StudyDay
from tests.model.rules.generated_days import days

NINE = dt.time(9)


def day_of(*blocks: Block, start: dt.time = NINE, end: dt.time = dt.time(16)) -> StudyDay:
    return StudyDay(
        parts=(Part(id=1, date=dt.date(2026, 11, 14), start=start, end=end),),
        blocks=tuple(
            block if block.part is not None or block.round is not None else replace(block, part=1) for block in blocks
        ),
    )


def clocks(day: StudyDay) -> list[str]:
    return [f"{slot.start_time:%H:%M}-{slot.end_time:%H:%M}" for slot in schedule(day)]


def test_blocks_follow_each_other_by_position():
    day = day_of(Block(id=1, position=20, minutes=45), Block(id=2, position=10, minutes=30))

    assert [slot.block.id for slot in schedule(day)] == [2, 1]
    assert clocks(day) == ["09:00-09:30", "09:30-10:15"]


def test_lengthening_a_block_ripples_up_to_the_next_pin():
    blocks = (
        Block(id=1, position=1, minutes=30),
        Block(id=2, position=2, minutes=30),
        Block(id=3, position=3, minutes=30, pinned_start=dt.time(11)),
    )

    assert clocks(day_of(replace(blocks[0], minutes=75), *blocks[1:])) == ["09:00-10:15", "10:15-10:45", "11:00-11:30"]


def test_time_before_a_pin_is_a_buffer():
    day = day_of(Block(id=1, position=1, minutes=45), Block(id=2, position=2, pinned_start=dt.time(10)))
    first, second = schedule(day)

    assert (first.buffer_before, second.buffer_before) == (0, 15)
    assert (first.overlap_after, second.overlap_before) == (0, 0)


def test_what_is_too_long_before_a_pin_overlaps_at_both_and_nothing_is_shortened():
    day = day_of(
        Block(id=1, position=1, minutes=70),
        Block(id=2, position=2, minutes=30, pinned_start=dt.time(10)),
        Block(id=3, position=3, minutes=30),
    )
    first, second, third = schedule(day)

    assert (first.overlap_after, second.overlap_before) == (10, 10)
    assert (first.overlap_before, second.overlap_after, third.overlap_before) == (0, 0, 0)
    assert clocks(day) == ["09:00-10:10", "10:00-10:30", "10:30-11:00"]


def test_after_a_short_pinned_block_the_cursor_stays_at_what_reaches_furthest():
    day = day_of(
        Block(id=1, position=1, minutes=120),
        Block(id=2, position=2, minutes=15, pinned_start=dt.time(10)),
        Block(id=3, position=3, minutes=30),
    )

    assert clocks(day) == ["09:00-11:00", "10:00-10:15", "11:00-11:30"]
    assert [slot.overlap_before for slot in schedule(day)] == [0, 60, 0]


def test_of_blocks_that_end_together_the_later_one_reaches_past_what_follows():
    day = day_of(
        Block(id=1, position=1, minutes=60),
        Block(id=2, position=2, minutes=30, pinned_start=dt.time(9, 30)),
        Block(id=3, position=3, minutes=15, pinned_start=dt.time(9, 45)),
    )

    assert [slot.overlap_before for slot in schedule(day)] == [0, 30, 15]
    assert [slot.overlap_after for slot in schedule(day)] == [30, 15, 0]


def test_a_pin_at_the_very_end_of_a_part_past_midnight_is_the_next_days():
    day = day_of(
        Block(id=1, position=1, minutes=60),
        Block(id=2, position=2, minutes=0, pinned_start=dt.time(2)),
        start=dt.time(8),
        end=dt.time(2),
    )

    assert [slot.day_offset for slot in schedule(day)] == [0, 1]


def test_a_pin_outside_the_part_is_on_the_day_nearest_to_what_comes_before():
    day = day_of(
        Block(id=1, position=1, minutes=60),
        Block(id=2, position=2, minutes=30, pinned_start=dt.time(1)),
        start=dt.time(20),
        end=dt.time(23),
    )

    assert [(slot.start_time, slot.day_offset) for slot in schedule(day)] == [(dt.time(20), 0), (dt.time(1), 1)]


def test_a_walk_in_may_precede_the_start_of_the_part():
    day = day_of(
        Block(id=1, position=1, minutes=20, phase=Phase.ORGANISATION, pinned_start=dt.time(8, 30)),
        Block(id=2, position=2, minutes=30),
    )

    assert clocks(day) == ["08:30-08:50", "09:00-09:30"]
    assert totals(schedule(day)).start == dt.time(8, 30)


def test_an_open_end_before_a_pin_lasts_until_the_pin():
    day = day_of(
        Block(id=1, position=1, minutes=30, open_end=True),
        Block(id=2, position=2, cancelled=True),
        Block(id=3, position=3, minutes=30, pinned_start=dt.time(11)),
    )
    first, _, third = schedule(day)

    assert (first.open_end, first.end_time, first.overlap_after) == (True, dt.time(11), 0)
    assert (third.buffer_before, third.overlap_before) == (0, 0)


def test_an_open_end_of_the_last_block_lasts_until_the_part_ends_and_is_never_over():
    day = day_of(Block(id=1, position=1, minutes=435), Block(id=2, position=2, minutes=30, open_end=True))
    last = schedule(day).slot_of(2)
    part = schedule(day).parts[0]

    assert last is not None
    assert (last.start_time, last.minutes, last.open_end) == (dt.time(16, 15), 0, True)
    assert part.minutes_over == 15


def test_an_open_end_elsewhere_holds_for_its_minutes():
    day = day_of(Block(id=1, position=1, minutes=30, open_end=True), Block(id=2, position=2))

    assert [slot.open_end for slot in schedule(day)] == [False, False]
    assert clocks(day) == ["09:00-09:30", "09:30-10:00"]


def test_an_inferred_end_is_marked():
    assert [slot.end_inferred for slot in schedule(day_of(Block(id=1, end_inferred=True)))] == [True]


def test_a_cancelled_block_takes_no_time_and_stays_listed():
    day = day_of(
        Block(id=1, position=1, minutes=30),
        Block(id=2, position=2, minutes=60, cancelled=True),
        Block(id=3, position=3, minutes=30),
    )

    assert clocks(day) == ["09:00-09:30", "09:30-09:30", "09:30-10:00"]
    assert totals(schedule(day)).block_count == 2


def test_a_cancelled_pin_stands_at_its_time_but_never_after_what_follows():
    blocks = (
        Block(id=1, position=1, minutes=30),
        Block(id=2, position=2, cancelled=True, pinned_start=dt.time(11)),
    )

    assert clocks(day_of(*blocks, Block(id=3, position=3, pinned_start=dt.time(12))))[1] == "11:00-11:00"
    assert clocks(day_of(*blocks, Block(id=3, position=3)))[1] == "09:30-09:30"
    soon = replace(blocks[1], pinned_start=dt.time(9, 35))
    assert clocks(day_of(blocks[0], soon, Block(id=3, position=3)))[1] == "09:30-09:30"


def test_a_round_lasts_as_long_as_its_longest_option_and_counts_once():
    day = day_of(
        Block(id=1, position=1, kind=BlockKind.ROUND, minutes=10),
        Block(id=2, round=1, position=1, minutes=45),
        Block(id=3, round=1, position=2, minutes=60, offset_minutes=15),
        Block(id=4, round=1, position=3, minutes=120, cancelled=True),
        Block(id=5, position=2, minutes=15, phase=Phase.BREAK),
    )
    found = schedule(day)
    top = found.slot_of(1)

    assert top is not None
    assert (top.minutes, [option.block.id for option in top.options]) == (75, [2, 4, 3])
    assert [slot.block.id for slot in found.with_options()] == [1, 2, 4, 3, 5]
    assert [slot.block.id for slot in found] == [1, 5]
    option = found.slot_of(3)
    assert option is not None
    assert (option.start_time, option.end_time) == (dt.time(9, 15), dt.time(10, 15))
    assert totals(found).content_minutes == 75
    assert totals(found).block_count == 2
    assert options_of(day, 1) == tuple(slot.block for slot in top.options)


def test_a_round_without_options_lasts_its_own_minutes():
    assert block_minutes(Block(kind=BlockKind.ROUND, minutes=40)) == 40
    assert block_minutes(Block(kind=BlockKind.ROUND, minutes=40), (Block(minutes=50, cancelled=True),)) == 40
    assert block_minutes(Block(kind=BlockKind.ROUND, minutes=40, cancelled=True), (Block(minutes=50),)) == 0


def test_options_of_a_cancelled_round_stay_listed_without_time():
    day = day_of(Block(id=1, kind=BlockKind.ROUND, cancelled=True), Block(id=2, round=1, minutes=45))
    option = schedule(day).slot_of(2)

    assert option is not None
    assert option.minutes == 0


def test_parked_and_self_paced_blocks_have_no_clock_time():
    day = StudyDay(
        parts=(Part(id=1),),
        blocks=(
            Block(id=1, minutes=25),
            Block(id=2, part=1, mode=Mode.SELF_PACED, minutes=90),
            Block(id=3, kind=BlockKind.ROUND, minutes=5),
            Block(id=4, round=3, minutes=35),
            Block(id=5, part=1, minutes=30),
            Block(id=6, part=99, minutes=7),
        ),
    )
    found = schedule(day)

    assert [block.id for block in found.parked] == [1, 3, 6]
    assert [block.id for block in found.self_paced] == [2]
    assert [found.slot_of(number) for number in (1, 2, 3, 4, 6)] == [None] * 5
    assert totals(found).content_minutes == 30


def test_parts_come_by_position_and_each_is_over_or_spare_on_its_own():
    parts = (
        Part(id=1, position=2, start=dt.time(13), end=dt.time(14)),
        Part(id=2, position=1, start=NINE, end=dt.time(10)),
    )
    day = StudyDay(parts=parts, blocks=(Block(id=1, part=1, minutes=75), Block(id=2, part=2, minutes=50)))
    found = schedule(day)

    assert [part.part.id for part in found.parts] == [2, 1]
    assert [slot.block.id for slot in found] == [2, 1]
    assert [part.minutes_over for part in found.parts] == [-10, 15]
    sums = totals(found)
    assert (sums.minutes_over, sums.minutes_spare, sums.start, sums.end) == (15, 10, NINE, dt.time(14, 15))


@pytest.mark.parametrize(
    ("start", "end", "minutes"), [("09:00", "16:00", 420), ("20:00", "01:00", 300), ("09:00", "09:00", 1440)]
)
def test_a_part_that_ends_at_or_before_its_start_runs_past_midnight(start: str, end: str, minutes: int):
    first, last = part_bounds(Part(start=dt.time.fromisoformat(start), end=dt.time.fromisoformat(end)))

    assert last - first == minutes


def test_a_pin_past_midnight_is_the_next_day():
    day = day_of(
        Block(id=1, position=1, minutes=180),
        Block(id=2, position=2, minutes=30, pinned_start=dt.time(0, 15)),
        start=dt.time(20),
        end=dt.time(1),
    )
    slot = schedule(day).slot_of(2)

    assert slot is not None
    assert (slot.day_offset, slot.date, slot.buffer_before) == (1, dt.date(2026, 11, 15), 75)
    assert slot.starts_at == dt.datetime(2026, 11, 15, 0, 15)


def test_a_pin_within_the_part_stays_there_however_full_the_day_is():
    day = day_of(
        *(Block(id=number, position=number, minutes=240) for number in range(1, 5)),
        Block(id=9, position=9, minutes=45, pinned_start=dt.time(12)),
    )
    lunch = schedule(day).slot_of(9)

    assert lunch is not None
    assert (lunch.day_offset, lunch.overlap_before) == (0, 13 * 60)


def test_without_a_date_there_are_times_and_no_dates():
    day = StudyDay(parts=(Part(id=1),), blocks=(Block(id=1, part=1),))
    slot = schedule(day).slot_of(1)

    assert slot is not None
    assert (slot.date, slot.end_date, slot.starts_at, slot.ends_at) == (None, None, None, None)
    assert slot.start_time == NINE


@given(days())
def test_every_block_is_in_one_place(day: StudyDay):
    found = schedule(day)
    parked = [block.id for block in (*found.parked, *found.self_paced)]
    aside = [option.id for number in parked for option in options_of(day, number)]
    timed = [slot.block.id for slot in found.with_options()]

    assert sorted(timed + parked + aside) == sorted(block.id for block in day.blocks)
    assert set(found.index) == set(timed)


@given(days())
def test_times_never_run_back_but_for_pins(day: StudyDay):
    for part in schedule(day).parts:
        cursor = part.start
        for slot in (each for each in part.slots if not each.block.cancelled):
            assert slot.end >= slot.start
            if slot.block.pinned_start is None:
                assert slot.start == cursor
                assert (slot.buffer_before, slot.overlap_before) == (0, 0)
            cursor = max(cursor, slot.end)
        assert part.minutes_over == cursor - part.end


@given(days())
def test_pins_are_kept_and_nothing_is_shortened(day: StudyDay):
    for slot in schedule(day):
        block = slot.block
        if block.cancelled:
            assert slot.minutes == 0
            continue
        if block.pinned_start is not None:
            assert slot.start_time == block.pinned_start
        if not slot.open_end:
            assert slot.minutes == block_minutes(block, options_of(day, block.id))
        assert not (slot.buffer_before and slot.overlap_before)


@given(days())
def test_an_overlap_shows_at_both(day: StudyDay):
    for part in schedule(day).parts:
        live = [slot for slot in part.slots if not slot.block.cancelled]
        befores = {slot.overlap_before for slot in live}
        afters = {slot.overlap_after for slot in live}
        assert afters <= befores
        assert max(befores, default=0) == max(afters, default=0)


@given(days())
def test_a_round_lasts_as_long_as_its_longest_option_and_a_block_as_it_says(day: StudyDay):
    for slot in schedule(day):
        live = [option for option in slot.options if not option.block.cancelled and not slot.block.cancelled]
        if not slot.block.cancelled and not slot.open_end:
            assert slot.end == (max(option.end for option in live) if live else slot.start + slot.block.minutes)
        assert all(option.start == slot.start + option.block.offset_minutes for option in live)


@given(st.integers(0, 1439))
def test_clock_times_and_minutes_go_both_ways(minutes: int):
    assert minutes_after_midnight(clock_time(minutes)) == minutes
    assert clock_time(minutes + 1440) == clock_time(minutes)


@given(days(), days(), st.data())
def test_a_former_schedule_changes_nothing_in_what_comes_out(day, other, data):
    shifted = tuple(replace(block, minutes=data.draw(st.integers(0, 90))) for block in day.blocks[:1])
    edited = replace(day, blocks=(*shifted, *day.blocks[1:]))

    assert schedule(edited, schedule(day)) == schedule(edited)
    assert schedule(day, schedule(other)) == schedule(day)


def test_slots_that_come_out_the_same_are_taken_over():
    blocks = tuple(Block(id=each, position=each, minutes=30) for each in (1, 2, 3))
    day = day_of(*blocks)
    former = schedule(day)

    edited = schedule(replace(day, blocks=(*day.blocks[:2], replace(day.blocks[2], minutes=45))), former)

    assert [edited.slot_of(each) is former.slot_of(each) for each in (1, 2, 3)] == [True, True, False]


@given(days())
def test_a_block_that_was_called_off_never_stands_after_what_follows(day: StudyDay):
    for part in schedule(day).parts:
        for slot, following in itertools.pairwise(part.slots):
            assert not slot.block.cancelled or slot.start <= following.start
