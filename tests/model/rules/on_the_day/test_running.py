"""When what is, while the day is being held: what is on, what comes, and which part it is."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.on_the_day.running import (
    EARLIEST,
    Stage,
    is_another_day,
    is_past,
    options_now,
    part_to_run,
    run,
    seconds_left,
    seconds_until,
    under_way,
)
from studydag.model.rules.on_the_day.running_steps import give, go_on, noted, skip, start
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.study_day import StudyDay
from tests.building import DAY, a_block, a_break, a_day, a_part, a_round, at
from tests.model.rules.generated_days import days
from tests.model.rules.on_the_day.running_days import (
    NOON,
    at_minute,
    clock,
    expected,
    live,
    moments,
    morning,
    plain,
    step,
    steps,
    taken,
)


def test_before_anything_starts_the_day_is_as_planned():
    day = morning()

    assert expected(day, "8:30") == {1: "9:00", 2: "9:30", 3: "10:30", 4: "11:00"}
    assert live(day, "8:30").late == 0
    assert not live(day, "8:30").has_begun


def test_a_start_that_is_awaited_moves_with_the_clock():
    day = morning()

    assert expected(day, "9:10") == {1: "9:10", 2: "9:40", 3: "10:40", 4: "11:00"}
    assert live(day, "9:10").slots[0].late == 10


def test_a_delay_moves_what_follows_a_buffer_swallows_it_and_a_pin_holds():
    day = step(morning(), "9:10")

    assert expected(day, "9:20") == {1: "9:10", 2: "9:40", 3: "10:40", 4: "11:00"}
    assert live(day, "9:20").expected_end == 11 * 60 + 45
    later = step(morning(), "9:40")
    assert expected(later, "9:45")[4] == "11:00"
    assert live(later, "9:45").slots[3].overlap == 25
    assert [slot.block.id for slot in live(later, "9:45").held_up] == [4]
    assert live(later, "11:10").held_up == ()
    assert live(later, "9:45").late == 0


def test_nothing_can_start_before_now_not_even_a_pin():
    day = step(step(step(morning(), "9:00"), "9:30"), "10:30")

    assert expected(day, "11:05")[4] == "11:05"
    assert live(day, "11:05").late == 5


def test_a_pin_that_has_passed_waits_for_what_stands_before_it():
    day = step(morning(a_block(5, 30, pinned_start=at("13:00"))), "11:10")

    assert expected(day, "11:20") == {1: "11:10", 2: "11:40", 3: "12:40", 4: "12:55", 5: "13:00"}
    found = live(day, "11:20")
    assert [slot.start for slot in found.coming] == sorted(slot.start for slot in found.coming)
    assert [slot.block.id for slot in found.held_up] == [5]
    lunch = found.slots[3]
    assert not is_past(lunch, found.part, clock("11:44"))
    assert is_past(lunch, found.part, clock("11:45"))
    assert not is_past(found.slots[1], found.part, clock("11:45"))


def test_time_left_counts_down_and_then_over():
    day = step(morning(), "9:00")
    found = live(day, "9:10")
    assert found.current is not None

    assert seconds_left(found.current, found.part, clock("9:10", seconds=15)) == 19 * 60 + 45
    assert seconds_left(found.current, found.part, clock("9:31")) == -60
    assert live(day, "9:40").current.end == 9 * 60 + 40
    assert found.next is not None
    assert seconds_until(found.next, found.part, clock("9:29")) == 60


def test_a_clock_that_is_set_or_slept_changes_nothing_that_was_noted():
    day = step(morning(), "9:10")

    assert live(day, "11:30").current.block.id == 1
    assert expected(day, "11:30")[2] == "11:30"
    back_in_time = live(day, "8:00")
    assert back_in_time.current.start == 9 * 60 + 10
    assert seconds_left(back_in_time.current, back_in_time.part, clock("8:00")) == 30 * 60
    ended = step(day, "8:00")
    assert ended.blocks[0].actual_end == ended.blocks[1].actual_start == at("9:10")


def test_after_the_last_block_it_is_over():
    day = a_day(a_block(1, 30), a_block(2, 30))
    day = step(step(step(day, "9:00"), "9:30"), "10:10")

    found = live(day, "12:00")
    assert found.is_over
    assert (found.expected_end, found.planned_end, found.late) == (10 * 60 + 10, 600, 10)
    assert go_on(day, 1, clock("12:00")) == ()
    assert skip(day, 1, clock("12:00")) == ()


def test_what_was_called_off_takes_no_time_and_keeps_its_plan():
    day = step(morning(), "9:00")
    off = replace(day, blocks=tuple(replace(each, cancelled=each.id == 2) for each in day.blocks))

    assert expected(off, "9:10")[3] == "9:30"
    assert live(off, "9:10").next.block.id == 3
    assert live(off, "9:10").slots[1].planned_start == 9 * 60 + 30


def test_options_of_a_round_are_on_by_their_own_times():
    day = a_day(*a_round(1, a_block(11, 60), a_block(12, 30), a_block(13, 30, offset_minutes=30)), a_break(2))
    day = step(day, "9:10")

    current = live(day, "9:15").current
    assert [(slot.block.id, slot.start - 550, on) for slot, on in options_now(current, 9 * 60 + 15)] == [
        (11, 0, True),
        (12, 0, True),
        (13, 30, False),
    ]
    assert [on for _, on in options_now(current, 9 * 60 + 45)] == [True, False, True]
    longer = noted(day, give(day, 1, 5, clock("9:15")))
    assert [block.minutes for block in longer.blocks if block.round] == [65, 35, 35]
    assert live(longer, "9:15").current.agreed_end == 9 * 60 + 10 + 65


def test_the_last_option_stays_on_when_the_round_runs_over():
    day = step(a_day(*a_round(1, a_block(11, 30), a_block(12, 20))), "9:00")

    assert [on for _, on in options_now(live(day, "9:25").current, 9 * 60 + 25)] == [True, False]
    assert [on for _, on in options_now(live(day, "9:35").current, 9 * 60 + 35)] == [True, False]


def test_the_part_that_is_on_is_that_of_today():
    evening = a_part(2, "19:00", "21:00")
    tomorrow = a_part(3, "9:00", "12:00", date=DAY + dt.timedelta(days=1))
    blocks = [a_block(1), a_block(2, part=2), a_block(3, part=3)]
    day = a_day(a_part(1, "9:00", "12:00"), evening, tomorrow, *blocks)

    assert part_to_run(day, clock("8:00")) == 1
    assert part_to_run(day, clock("8:00") + dt.timedelta(days=1)) == 3
    assert part_to_run(day, clock("8:00") - dt.timedelta(days=30)) == 1
    assert part_to_run(day, clock("15:00")) == 2
    held = step(step(day, "9:00"), "9:30")
    assert part_to_run(step(day, "9:00"), clock("16:00")) == 1
    assert part_to_run(held, clock("13:00")) == 2
    assert part_to_run(StudyDay(), NOON) is None


def test_past_midnight_times_belong_to_the_evening_before():
    day = a_day(a_part(1, "22:00", "2:00"), a_block(1, 150), a_block(2, 60))
    day = step(day, "22:00")
    night = clock("0:40") + dt.timedelta(days=1)
    day = noted(day, go_on(day, 1, night))

    found = run(day, 1, night)
    assert found is not None
    assert (found.current.start, found.current.late, found.current.agreed_end) == (1480, 10, 1540)
    assert not is_another_day(found.part, night)


def test_on_another_day_the_plan_stands_until_somebody_practises():
    day = morning()
    earlier = clock("20:00") - dt.timedelta(days=7)

    found = run(day, 1, earlier)
    assert is_another_day(found.part, earlier)
    assert [slot.start for slot in found.slots] == [slot.start for slot in schedule(day)]
    practised = noted(day, start(day, 1, 1, earlier))
    assert run(practised, 1, earlier + dt.timedelta(minutes=10)).current.start == 20 * 60


def test_internal_blocks_do_not_count_for_the_end_that_everybody_sees():
    day = a_day(a_block(1, 60), a_block(2, 30, internal=True))

    assert live(day, "8:00").expected_end == 600
    assert live(day, "8:00").planned_end == 600


@given(days(), moments)
def test_without_notes_and_before_the_start_it_is_the_plan(day: StudyDay, now: dt.datetime):
    day = plain(day)
    found = run(day, 1, now - dt.timedelta(days=40))
    planned = schedule(day).part_of(1)
    assert found is not None
    assert planned is not None
    live_ones = [(slot.start, slot.end) for slot in found.slots if slot.stage is Stage.TO_COME]
    assert live_ones == [(slot.start, slot.end) for slot in planned.slots if not slot.block.cancelled]
    assert found.late == 0 or any(slot.block.internal for slot in found.slots)


@given(days(), steps, st.integers(0, 90))
def test_no_delay_moves_a_pin_that_is_still_to_come(day: StudyDay, taken_steps: list[tuple[str, int, int]], delay: int):
    day, now = plain(day), at_minute(9 * 60)
    pins = {slot.block.id: slot.start for slot in schedule(day) if slot.block.pinned_start is not None}
    for kind, wait, pick in taken_steps:
        now += dt.timedelta(minutes=wait)
        day = noted(day, taken(day, kind, pick, now))
    now += dt.timedelta(minutes=delay)
    found = run(day, 1, now)
    assert found is not None
    minute = int((now - at_minute(0)).total_seconds() // 60)
    for slot in found.coming:
        if slot.block.id in pins:
            held = pins[slot.block.id]
            assert slot.start == held if minute <= held else slot.start >= minute


@given(days(), st.integers(0, 120), st.integers(0, 60))
def test_a_longer_delay_never_makes_anything_earlier_and_never_moves_it_further(day: StudyDay, waited: int, more: int):
    """Where a pin passes meanwhile, what it kept waits for what stands before it."""
    day = plain(day)
    pins = [slot.start for slot in schedule(day) if slot.block.pinned_start is not None]
    passes = any(9 * 60 + waited <= pin < 9 * 60 + waited + more for pin in pins)
    now, later = at_minute(9 * 60 + waited), at_minute(9 * 60 + waited + more)
    one, other = run(day, 1, now), run(day, 1, later)
    assert one is not None
    assert other is not None
    for early, late in zip(one.coming, other.coming, strict=True):
        assert late.start >= early.start
        assert passes or late.start - early.start <= more


@given(days(), steps)
def test_what_was_noted_survives_any_clock(day: StudyDay, taken_steps: list[tuple[str, int, int]]):
    day, now = plain(day), at_minute(9 * 60)
    for kind, wait, pick in taken_steps:
        now += dt.timedelta(minutes=wait)
        day = noted(day, taken(day, kind, pick, now))
    past = (Stage.DONE, Stage.SKIPPED, Stage.UNKNOWN)
    views = [run(day, 1, now + dt.timedelta(minutes=jump)) for jump in (0, 300, -200)]
    seen = [[(slot.block.id, slot.stage, slot.start) for slot in view.slots if slot.stage in past] for view in views]
    assert seen[0] == seen[1] == seen[2]


def test_a_part_is_being_held_from_its_first_note_until_its_end_is_long_past():
    day = morning()
    assert under_way(day, clock("9:10")) is None
    begun = step(day, "9:00")
    held = under_way(begun, clock("9:10"))
    assert held is not None
    assert held.current is not None
    end = held.part.end
    assert under_way(begun, at_minute(end + 119)) is not None
    assert under_way(begun, at_minute(end + 120)) is None
    assert under_way(begun, clock("9:10") + dt.timedelta(days=1)) is None


def test_a_pin_holds_in_its_own_minute_also_with_something_before_it():
    day = step(a_day(a_block(1, 60), a_block(2, 30, pinned_start=at("9:30"))), "9:00")
    found = live(day, "9:30")

    assert (found.slots[1].start, found.slots[1].overlap) == (9 * 60 + 30, 30)
    assert [slot.block.id for slot in found.held_up] == [2]
    assert live(day, "9:31").held_up == ()


def test_a_pin_of_no_minutes_is_never_past():
    day = a_day(a_part(1), a_block(1, 0, pinned_start=at("9:30")), a_block(2, 15, pinned_start=at("9:30")))
    found = live(day, "10:00")

    assert [is_past(slot, found.part, clock("10:00")) for slot in found.slots] == [False, True]


def test_what_was_called_off_and_held_all_the_same_lasts_as_long_as_it_would():
    day = step(a_day(a_block(1, 30), a_block(2, 30)), "9:00")
    day = replace(day, blocks=(replace(day.blocks[0], cancelled=True), day.blocks[1]))

    assert live(day, "9:05").slots[0].agreed_end == 9 * 60 + 30


def test_the_next_day_of_a_part_begins_as_long_before_its_start_as_its_own_did():
    part = schedule(morning()).parts[0]
    first = part.start - EARLIEST

    assert [is_another_day(part, at_minute(first + away)) for away in (-1, 0, 1439, 1440)] == [True, False, False, True]


def test_long_after_the_day_the_last_part_that_was_never_closed_is_the_one():
    closed = a_block(2, 60, part=2, actual_start=at("13:00"), actual_end=at("14:00"))
    day = a_day(a_part(1, "9:00", "12:00"), a_part(2, "13:00", "16:00"), a_block(1, 60), closed)

    assert part_to_run(day, clock("23:00")) == 1


def test_a_part_of_internal_blocks_alone_ends_with_the_last_of_them():
    found = live(a_day(a_block(1, 30, internal=True), a_block(2, 15, internal=True)), "8:30")

    assert (found.expected_end, found.planned_end) == (9 * 60 + 45, 9 * 60 + 45)
    assert live(a_day(a_block(1, 30), a_block(2, 15, internal=True)), "8:30").expected_end == 9 * 60 + 30


def test_a_part_that_is_held_on_another_date_takes_the_times_of_that_day():
    morrow = dt.timedelta(days=1)
    day = noted(morning(), go_on(morning(), 1, clock("09:00") + morrow))
    day = noted(day, go_on(day, 1, clock("09:50") + morrow))
    assert [day.blocks[0].actual_end, day.blocks[1].actual_start] == [at("09:50"), at("09:50")]
