"""What stands in the way of blocks in another place."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.space.placing import Kind, Obstacle, Place, moved, obstacles, standing
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_lead, a_part, a_round
from tests.model.rules.generated_days import days


def found(day: StudyDay, *ids: int, **place: int) -> list[Obstacle]:
    then = moved(day, ids, Place(**place))
    return list(obstacles(standing(schedule(day)), standing(schedule(then))))


def test_blocks_go_where_they_are_put_in_their_order():
    day = a_day(a_part(1), a_part(2), *(a_block(number) for number in (1, 2, 3)), a_block(4, part=2))
    then = moved(day, (3, 1), Place(part=2, before=4))

    assert [slot.block.id for slot in schedule(then)] == [2, 3, 1, 4]


def test_a_pinned_block_is_in_the_way_and_never_gives_way():
    day = a_day(a_block(1, 30), a_block(2, 60, pinned_start=dt.time(9, 45)), a_block(3, 30))

    assert found(day, 3, part=1, before=2) == [Obstacle(kind=Kind.PIN, id=2, minutes=15)]
    assert found(day, 3, part=1) == []


def test_a_part_that_is_full_is_in_the_way_of_what_comes_from_elsewhere():
    day = a_day(
        a_part(1, "9:00", "10:00"), a_part(2), a_block(1, 50), a_block(2, 30, part=2), a_block(3, 20, part=None)
    )

    assert found(day, 2, part=1) == [Obstacle(kind=Kind.END, id=1, minutes=20)]
    assert found(day, 3, part=1) == [Obstacle(kind=Kind.END, id=1, minutes=10)]
    assert found(day, 1, part=1) == []


def test_rooms_and_people_that_are_taken_are_in_the_way():
    morning, same_time = a_part(1, "9:00", "12:00"), a_part(2, "9:00", "12:00")
    day = a_day(
        morning,
        same_time,
        a_block(1, 30, room=7, leads=(a_lead(5),)),
        a_block(2, 30),
        a_block(3, 30, part=2),
        a_block(4, 30, part=2, room=7, leads=(a_lead(5),)),
    )

    kinds = [(each.kind, each.id, each.minutes) for each in found(day, 4, part=2, before=3)]
    assert kinds == [(Kind.ROOM, 7, 30), (Kind.PERSON, 5, 30)]
    assert found(day, 4, part=1) == []


def test_an_option_beside_another_with_the_same_lead_is_in_the_way():
    day = a_day(*a_round(1, a_block(11, leads=(a_lead(5),)), a_block(12)), a_block(2, leads=(a_lead(5),)))

    assert [each.kind for each in found(day, 2, round=1)] == [Kind.PERSON]


def test_what_is_wrong_already_is_not_held_against_a_move():
    day = a_day(a_part(1, "9:00", "9:30"), a_block(1, 30), a_block(2, 30))

    assert found(day, 2, part=1, before=1) == []


@given(day=days(), ids=st.lists(st.integers(1, 10), unique=True, max_size=3), before=st.integers(1, 10))
def test_a_move_loses_nothing_and_parking_is_never_in_the_way_of_time(day: StudyDay, ids: list[int], before: int):
    then = moved(day, ids, Place(part=1, before=before))

    assert {block.id for block in then.blocks} == {block.id for block in day.blocks}
    assert {(block.id, block.minutes) for block in then.blocks} == {(block.id, block.minutes) for block in day.blocks}
    pins = {block.id: block.pinned_start for block in then.blocks if block.id not in ids}
    assert pins == {block.id: block.pinned_start for block in day.blocks if block.id not in ids}


@given(day=days(), ids=st.lists(st.integers(1, 10), unique=True, min_size=1, max_size=3), before=st.integers(1, 10))
def test_a_moved_row_stands_in_the_order_that_was_asked(day: StudyDay, ids: list[int], before: int):
    there = {block.id for block in day.blocks}
    row = [block.id for block in sorted(day.blocks, key=lambda each: (each.position, each.id)) if block.part == 1]
    chosen = [number for number in ids if number in there]
    others = [number for number in row if number not in chosen]
    at = others.index(before) if before in others else len(others)
    then = moved(day, ids, Place(part=1, before=before))
    now = [block.id for block in sorted(then.blocks, key=lambda each: (each.position, each.id)) if block.part == 1]

    assert now == [*others[:at], *chosen, *others[at:]]
