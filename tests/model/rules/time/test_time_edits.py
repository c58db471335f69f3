import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.schedule import minutes_after_midnight, schedule
from studydag.model.rules.time.time_edits import (
    TimeEdit,
    apply_edits,
    as_written,
    differences,
    minutes_until,
    move_start,
    pin,
    shift_from,
    take_from_next,
)
from studydag.model.values.programme import Block, BlockKind, Mode, Part
from studydag.model.values.study_day import StudyDay
from tests.model.rules.generated_days import days

MORNING = Part(id=1, date=dt.date(2026, 11, 14), start=dt.time(9), end=dt.time(16))


def day_of(*blocks: Block) -> StudyDay:
    return StudyDay(parts=(MORNING,), blocks=blocks)


def row(number: int, minutes: int = 30, **fields: object) -> Block:
    return Block(id=number, part=1, position=number, minutes=minutes, **fields)  # type: ignore[arg-type]


def starts_of(day: StudyDay) -> dict[int, dt.time]:
    return {slot.block.id: slot.start_time for slot in schedule(day)}


def starts(day: StudyDay) -> dict[int, str]:
    return {number: f"{start:%H:%M}" for number, start in starts_of(day).items()}


def test_pinning_takes_the_time_it_has_now():
    day = day_of(row(1, 45), row(2))

    assert pin(day, 2) == dt.time(9, 45)
    assert starts(apply_edits(day, [TimeEdit(block=2, pinned_start=pin(day, 2))])) == starts(day)


def test_what_has_no_time_of_its_own_cannot_be_pinned_or_shifted():
    day = day_of(row(1, kind=BlockKind.ROUND), Block(id=2, round=1), Block(id=3), row(4, mode=Mode.SELF_PACED))

    for number in (2, 3, 4, 99):
        assert pin(day, number) is None
        assert shift_from(day, number, 15) == ()
        assert take_from_next(day, number, 15) == ()


def test_shifting_lets_the_block_before_run_over():
    day = day_of(row(1, 90), row(2), row(3), row(4, pinned_start=dt.time(12)))
    edits = shift_from(day, 2, 15)

    assert edits == (TimeEdit(block=1, minutes=105),)
    assert starts(apply_edits(day, edits)) == {1: "09:00", 2: "10:45", 3: "11:15", 4: "12:00"}


def test_shifting_a_pinned_block_moves_its_pin():
    day = day_of(row(1, 30), row(2, pinned_start=dt.time(10)), row(3))

    assert shift_from(day, 2, -10) == (TimeEdit(block=2, pinned_start=dt.time(9, 50)),)


@pytest.mark.parametrize(
    "before",
    [
        (),
        (row(1, 30, minutes_locked=True),),
        (row(1, 30, cancelled=True),),
        (row(1, 30, kind=BlockKind.ROUND), Block(id=9, round=1, minutes=30)),
    ],
)
def test_where_nothing_before_can_take_the_time_the_block_is_pinned(before: tuple[Block, ...]):
    day = day_of(*before, row(2), row(3))
    edits = shift_from(day, 2, 15)

    assert [edit.block for edit in edits] == [2]
    assert edits[0].pinned_start is not None
    then = apply_edits(day, edits)
    for number in (2, 3):
        before_it, after_it = schedule(day).slot_of(number), schedule(then).slot_of(number)
        assert before_it is not None
        assert after_it is not None
        assert after_it.start == before_it.start + 15


def test_shifting_back_further_than_the_block_before_is_long_shows_as_overlap():
    day = day_of(row(1, 20), row(2))
    then = apply_edits(day, shift_from(day, 2, -20))
    slot = schedule(then).slot_of(2)

    assert slot is not None
    assert (slot.start_time, slot.overlap_before) == (dt.time(9), 20)


def test_a_shift_past_midnight():
    part = Part(id=1, start=dt.time(20), end=dt.time(1))
    day = StudyDay(parts=(part,), blocks=(row(1, pinned_start=dt.time(23, 50)), row(2)))
    slot = schedule(apply_edits(day, shift_from(day, 1, 15))).slot_of(1)

    assert slot is not None
    assert (slot.start_time, slot.day_offset) == (dt.time(0, 5), 1)


@given(days(), st.integers(-90, 90))
def test_a_shift_moves_a_block_by_just_that_and_back_again(day: StudyDay, minutes: int):
    for slot in schedule(day):
        if slot.block.cancelled:
            continue
        edits = shift_from(day, slot.block.id, minutes)
        assert len(edits) == (1 if minutes else 0)
        before = [each for each in schedule(day) if each.part is slot.part and each.end <= slot.start]
        for edit in edits:
            # Either it is pinned itself, or one block before it takes all of the time and no more.
            took = [each.block for each in before if each.block.id == edit.block]
            assert edit.minutes is None or [each.minutes + minutes for each in took] == [edit.minutes]
        moved = apply_edits(day, edits)
        back = apply_edits(moved, shift_from(moved, slot.block.id, -minutes))
        # A pin is a clock time, so only that is sure when the part is shorter than the shift.
        assert minutes_after_midnight(starts_of(moved)[slot.block.id]) == (slot.start + minutes) % 1440
        assert minutes_after_midnight(starts_of(back)[slot.block.id]) == slot.start % 1440


def test_a_dragged_edge_takes_the_time_from_the_next_block():
    day = day_of(row(1, 30), row(2, 60), row(3))
    edits = take_from_next(day, 1, 10)

    assert edits == (TimeEdit(block=1, minutes=40), TimeEdit(block=2, minutes=50))
    assert starts(apply_edits(day, edits)) == {1: "09:00", 2: "09:40", 3: "10:30"}


def test_a_dragged_edge_uses_a_buffer_first_and_then_moves_the_pin():
    day = day_of(row(1, 50), row(2, 60, pinned_start=dt.time(10)))

    assert take_from_next(day, 1, 10) == (TimeEdit(block=1, minutes=60),)
    assert take_from_next(day, 1, 25) == (
        TimeEdit(block=1, minutes=75),
        TimeEdit(block=2, minutes=45, pinned_start=dt.time(10, 15)),
    )
    assert take_from_next(day, 1, -20) == (TimeEdit(block=1, minutes=30),)


def test_a_dragged_edge_gives_time_to_the_next_block():
    day = day_of(row(1, 60), row(2, 60, pinned_start=dt.time(10)))

    assert take_from_next(day, 1, -15) == (
        TimeEdit(block=1, minutes=45),
        TimeEdit(block=2, minutes=75, pinned_start=dt.time(9, 45)),
    )


@pytest.mark.parametrize(
    "day",
    [
        day_of(row(1)),
        day_of(row(1), row(2, 15)),
        day_of(row(1), row(2, 60, minutes_locked=True)),
        day_of(row(1), row(2, kind=BlockKind.ROUND), Block(id=3, round=2, minutes=60)),
        day_of(row(1, kind=BlockKind.ROUND), Block(id=3, round=1, minutes=60), row(2, 60)),
        day_of(row(1, cancelled=True), row(2, 60)),
        day_of(row(1, open_end=True), row(2, 60, pinned_start=dt.time(12))),
        day_of(row(1), row(2, 60, cancelled=True)),
    ],
)
def test_a_dragged_edge_that_cannot_take_time_proposes_nothing(day: StudyDay):
    assert take_from_next(day, 1, 15) == ()


@given(st.lists(st.integers(10, 120), min_size=2, max_size=8), st.integers(-60, 60), st.data())
def test_of_plain_blocks_it_is_always_the_one_before_that_takes_the_time(lengths: list[int], minutes: int, data):
    day = day_of(*(row(number, each) for number, each in enumerate(lengths, start=1)))
    block = data.draw(st.integers(2, len(lengths)))
    before = lengths[block - 2] + minutes
    edits = shift_from(day, block, minutes)
    if minutes and before > 0:
        assert edits == (TimeEdit(block=block - 1, minutes=before),)


@given(days(), st.integers(-90, 90))
def test_a_dragged_edge_leaves_what_comes_after_the_next_block_where_it_is(day: StudyDay, minutes: int):
    for part in schedule(day).parts:
        live = [slot for slot in part.slots if not slot.block.cancelled]
        for place, slot in enumerate(live):
            moved = schedule(apply_edits(day, take_from_next(day, slot.block.id, minutes)))
            for later in live[place + 2 :]:
                then = moved.slot_of(later.block.id)
                assert then is not None
                assert then.start == later.start


def test_an_upper_edge_moves_the_start_and_leaves_the_end():
    day = day_of(row(1, 30), row(2, 60), row(3))
    edits = move_start(day, 2, 10)
    assert edits == (TimeEdit(block=1, minutes=40), TimeEdit(block=2, minutes=50))
    assert starts(apply_edits(day, edits)) == {1: "09:00", 2: "09:40", 3: "10:30"}
    assert starts(apply_edits(day, move_start(day, 2, -10))) == {1: "09:00", 2: "09:20", 3: "10:30"}


def test_an_upper_edge_moves_a_pin_and_takes_a_buffer_but_no_more():
    day = day_of(row(1, 30), row(2, 60, pinned_start=dt.time(10)), row(3))
    assert move_start(day, 2, -20) == (TimeEdit(block=2, minutes=80, pinned_start=dt.time(9, 40)),)
    assert move_start(day, 2, -35) == ()
    assert move_start(day, 2, 60) == ()


def test_the_upper_edge_of_the_first_block_pins_it_and_goes_no_earlier_than_its_part():
    day = day_of(row(1, 30), row(2, 60))
    assert move_start(day, 1, 10) == (TimeEdit(block=1, minutes=20, pinned_start=dt.time(9, 10)),)
    assert move_start(day, 1, -10) == ()


@given(days(), st.integers(-90, 90))
def test_an_upper_edge_moves_no_other_start_and_no_end_but_of_the_block_before(day: StudyDay, minutes: int):
    now = schedule(day)
    for slot in now:
        edits = move_start(day, slot.block.id, minutes)
        if not edits:
            continue
        then = schedule(apply_edits(day, edits))
        assert then.index[slot.block.id].start == slot.start + minutes
        assert then.index[slot.block.id].end == slot.end
        moved = {number for number in now.index if now.index[number].start != then.index[number].start}
        assert moved == {slot.block.id}


def test_a_typed_end_becomes_minutes():
    day = day_of(row(1, 45), row(2))

    assert minutes_until(day, 2, dt.time(10, 30)) == 45
    assert minutes_until(day, 2, dt.time(9, 45)) == 0
    assert minutes_until(day, 2, dt.time(9, 0)) is None
    assert minutes_until(day, 99, dt.time(10, 30)) is None


def test_a_typed_end_past_midnight():
    day = StudyDay(parts=(Part(id=1, start=dt.time(22, 30), end=dt.time(1)),), blocks=(row(1),))

    assert minutes_until(day, 1, dt.time(0, 30)) == 120


@pytest.mark.parametrize(
    ("block", "written", "fields"),
    [
        (2, WrittenTime(start=dt.time(10)), {"pinned_start": dt.time(10)}),
        (2, WrittenTime(start=dt.time(9, 30)), {}),
        (2, WrittenTime(start=dt.time(10), end=dt.time(10, 40)), {"pinned_start": dt.time(10), "minutes": 40}),
        (2, WrittenTime(end=dt.time(9, 50)), {"minutes": 20}),
        (2, WrittenTime(start=dt.time(9, 30), minutes=45), {"minutes": 45}),
        (2, WrittenTime(start=dt.time(9, 30), open_end=True), {"open_end": True}),
        (2, WrittenTime(end=dt.time(9, 0)), None),
        (4, WrittenTime(start=dt.time(10, 15)), {"offset_minutes": 15}),
        (4, WrittenTime(start=dt.time(9, 45)), None),
        (99, WrittenTime(start=dt.time(9)), None),
    ],
)
def test_a_time_is_taken_as_it_is_written(block: int, written: WrittenTime, fields: dict[str, object] | None):
    day = day_of(row(1), row(2), row(3, kind=BlockKind.ROUND), Block(id=4, round=3))
    found = as_written(day, block, written)
    certain = {"open_end": False, "end_inferred": False} if fields and "minutes" in fields else {}

    assert found == (None if fields is None else fields | certain)


def test_what_moves_is_told_with_its_old_and_its_new_time():
    day = day_of(row(1), row(2), row(3, pinned_start=dt.time(11)))
    then = apply_edits(day, [TimeEdit(block=1, minutes=45)])

    assert [(was.start, now.start) for was, now in differences(schedule(day), schedule(then))] == [
        (540, 540),
        (570, 585),
    ]
