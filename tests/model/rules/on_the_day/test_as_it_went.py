from dataclasses import replace

from studydag.model.rules.on_the_day.as_it_went import Beside, Outcome, as_it_went
from studydag.model.values.programme import Block
from tests.building import a_block, a_break, a_day, at


def held(block: Block, start: str, end: str | None, planned: str | None = None, minutes: int | None = None) -> Block:
    return replace(
        block,
        actual_start=at(start),
        actual_end=None if end is None else at(end),
        planned_start=None if planned is None else at(planned),
        planned_minutes=minutes,
    )


def figures(row: Beside) -> tuple[object, ...]:
    return row.block.id, row.outcome, row.late, row.minutes, row.longer


def test_a_day_of_which_nothing_was_noted_has_no_table():
    assert as_it_went(a_day(a_block(1))) == ()


def test_what_was_planned_stands_beside_what_came_of_it():
    day = a_day(
        held(a_block(1, 40), "9:10", "9:50", "9:00", 30),
        replace(a_break(2, 15), planned_start=at("9:30"), planned_minutes=15, actual_end=at("9:50")),
        replace(a_block(3, 45), planned_start=at("9:45"), planned_minutes=45, cancelled=True),
        held(a_block(4, 20), "9:50", "10:05"),
        replace(a_block(5, 20), planned_start=at("10:30"), planned_minutes=20),
        replace(a_block(6, 10), part=None, planned_start=at("10:50"), planned_minutes=10),
    )
    (part,) = as_it_went(day)

    assert [figures(row) for row in part.rows] == [
        (1, Outcome.HELD, 10, 40, 10),
        (2, Outcome.SKIPPED, None, None, None),
        (3, Outcome.CANCELLED, None, None, None),
        (4, Outcome.ADDED, None, 15, None),
        (5, Outcome.NOT_NOTED, None, None, None),
        (6, Outcome.PARKED, None, None, None),
    ]
    assert (part.planned_start, part.planned_end) == (540, 660)
    assert (part.start, part.end, part.late) == (550, None, None)


def test_a_part_has_ended_once_its_last_block_has_whatever_was_called_off_behind_it():
    first, last = held(a_block(1, 30), "9:05", "9:40"), a_block(2, 30)
    (part,) = as_it_went(a_day(first, last))
    assert (part.end, part.late) == (None, None)
    (part,) = as_it_went(a_day(first, held(last, "9:40", "10:05"), replace(a_block(3, 30), cancelled=True)))
    assert (part.end, part.late) == (605, 5)


def test_times_that_were_noted_by_hand_stand_beside_the_programme():
    (part,) = as_it_went(a_day(held(a_block(1, 30), "9:05", "9:40"), held(a_block(2, 30), "9:40", None)))

    assert [figures(row) for row in part.rows] == [
        (1, Outcome.HELD, 5, 35, 5),
        (2, Outcome.UNDER_WAY, 10, None, None),
    ]
    assert part.end is None
    assert part.late is None
