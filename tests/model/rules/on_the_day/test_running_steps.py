"""What the steps of the day itself note: starting, going on, passing over, giving time, shifting and going back."""

import datetime as dt

from hypothesis import given

from studydag.model.rules.on_the_day.running import Stage, is_another_day, run
from studydag.model.rules.on_the_day.running_steps import afresh, back, give, go_on, noted, shift_rest, skip, start
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, at
from tests.model.rules.generated_days import days
from tests.model.rules.on_the_day.running_days import (
    at_minute,
    clock,
    expected,
    live,
    morning,
    plain,
    step,
    steps,
    taken,
)


def test_the_plan_is_kept_at_the_first_note_and_stays_beside_what_is_changed():
    day = step(morning(), "9:10")
    assert [(block.planned_start, block.planned_minutes) for block in day.blocks] == [
        (at("9:00"), 30),
        (at("9:30"), 60),
        (at("10:30"), 15),
        (at("11:00"), 45),
    ]
    longer = noted(day, give(day, 1, 5, clock("9:20")))
    assert longer.blocks[0].minutes == 35
    assert longer.blocks[0].planned_minutes == 30
    again = step(longer, "9:45")
    assert again.blocks[0].planned_start == at("9:00")
    assert (again.blocks[0].actual_end, again.blocks[1].actual_start) == (at("9:45"), at("9:45"))


def test_skipping_passes_the_next_one_while_what_is_on_goes_on():
    day = step(morning(), "9:00")
    day = noted(day, skip(day, 1, clock("9:10")))

    found = live(day, "9:15")
    assert found.current.block.id == 1
    assert found.slots[1].stage is Stage.SKIPPED
    assert found.next.block.id == 3
    assert found.next.start == 9 * 60 + 30


def test_starting_a_later_one_leaves_what_is_between_without_a_note():
    day = step(morning(), "10:40", block=3)

    assert [slot.stage for slot in live(day, "10:41").slots] == [
        Stage.UNKNOWN,
        Stage.UNKNOWN,
        Stage.RUNNING,
        Stage.TO_COME,
    ]
    assert start(day, 1, 1, clock("10:45")) == ()
    assert start(day, 1, 99, clock("10:45")) == ()


def test_minutes_are_given_and_taken_but_never_below_none():
    day = step(morning(), "9:00")

    assert noted(day, give(day, 1, -5, clock("9:10"))).blocks[0].minutes == 25
    assert give(day, 1, -35, clock("9:10")) == ()
    assert give(morning(), 1, 5, clock("9:10")) == ()


def test_an_open_end_that_gets_minutes_has_an_end():
    day = step(a_day(a_block(1, 30, open_end=True), a_block(2, 30, pinned_start=at("10:00"))), "9:00")

    assert live(day, "9:10").current.agreed_end == 600
    longer = noted(day, give(day, 1, 5, clock("9:10")))
    assert (longer.blocks[0].minutes, longer.blocks[0].open_end) == (65, False)


def test_shifting_the_rest_goes_up_to_the_next_pin_or_takes_the_pins_along():
    day = step(morning(), "9:00")

    shifted = noted(day, shift_rest(day, 1, 10, clock("9:20")))
    assert expected(shifted, "9:20") == {1: "9:00", 2: "9:40", 3: "10:40", 4: "11:00"}
    with_pins = noted(day, shift_rest(day, 1, 10, clock("9:20"), pins_too=True))
    assert expected(with_pins, "9:20") == {1: "9:00", 2: "9:40", 3: "10:40", 4: "11:10"}
    assert live(with_pins, "9:20").late == 10


def test_shifting_before_the_day_begins_pins_the_first_block():
    day = noted(morning(), shift_rest(morning(), 1, 15, clock("8:30")))

    assert expected(day, "8:30")[1] == "9:15"
    assert shift_rest(morning(), 1, 0, clock("8:30")) == ()


def test_shifting_what_runs_over_counts_from_now():
    day = step(morning(), "9:00")

    assert expected(noted(day, shift_rest(day, 1, 10, clock("9:40"))), "9:40")[2] == "9:50"


def test_back_after_the_end_lets_what_ended_go_on_though_what_followed_it_was_passed_over():
    day = step(a_day(a_block(1, 30), a_block(2, 30)), "9:00")
    day = noted(day, skip(day, 1, clock("9:10")))
    over = step(day, "9:30")
    assert noted(over, back(over, 1, clock("9:31"))) == day


@given(days(), steps)
def test_back_takes_back_exactly_the_last_step(day: StudyDay, taken_steps: list[tuple[str, int, int]]):
    day, now = plain(day), at_minute(9 * 60)
    for kind, wait, pick in taken_steps:
        now += dt.timedelta(minutes=wait)
        after = noted(day, taken(day, kind, pick, now))
        if after != day:
            assert noted(after, back(after, 1, now)) == day
        day = after


def test_a_block_that_came_on_the_day_itself_was_not_planned():
    planned = a_block(1, 30, planned_start=at("9:00"), planned_minutes=30)
    found = live(a_day(planned, a_block(2, 45)), "8:30")

    assert (found.expected_end, found.planned_end, found.late) == (10 * 60 + 15, 9 * 60 + 30, 45)


def test_what_was_on_when_the_day_was_left_ended_as_agreed_for_who_goes_on_the_day_after():
    day = step(step(morning(), "09:00"), "09:35")
    for after in (dt.timedelta(hours=21), dt.timedelta(hours=30)):
        morrow = clock("09:40") + after
        assert is_another_day(schedule(day).parts[0], morrow)
        found = run(day, 1, morrow)
        assert found is not None
        assert found.current is not None
        assert found.current.end == found.current.agreed_end == 10 * 60 + 35
        went_on = noted(day, go_on(day, 1, morrow))
        assert [block.actual_end for block in went_on.blocks[:2]] == [at("09:35"), at("10:35")]
        assert went_on.blocks[2].actual_start == at("10:35")


def test_who_practises_a_part_that_was_held_begins_with_the_plan():
    held = step(step(morning(), "09:00"), "09:35")
    anew = noted(held, afresh(held, 1))
    assert anew == morning()
    assert afresh(morning(), 1) == ()
