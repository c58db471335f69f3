"""Positions leave room, and others are touched only where there is none."""

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.operations.ranking import STEP, after_last, positions_for

rows = st.lists(st.integers(-5, 5), max_size=8).map(
    lambda positions: [(number, position) for number, position in enumerate(sorted(positions), 1)]
)


@given(rows, st.data())
def test_the_moved_stand_where_they_were_put_and_the_others_keep_their_order(rows, data) -> None:
    numbers = [number for number, _ in rows]
    moved = data.draw(st.lists(st.sampled_from([*numbers, 98, 99]), unique=True, min_size=1))
    others = [number for number in numbers if number not in moved]
    before = data.draw(st.sampled_from([*others, None]))

    after = dict(rows) | positions_for(rows, moved, before)

    place = others.index(before) if before is not None else len(others)
    assert sorted(after, key=lambda number: (after[number], number)) == [*others[:place], *moved, *others[place:]]


@given(rows)
def test_what_stands_there_already_gets_no_new_position(rows) -> None:
    for index, (number, _) in enumerate(rows):
        before = rows[index + 1][0] if index + 1 < len(rows) else None
        assert positions_for(rows, [number], before) == {}


def test_between_two_with_room_only_the_moved_one_moves() -> None:
    rows = [(1, STEP), (2, 2 * STEP), (3, 3 * STEP)]
    assert positions_for(rows, [9], 2) == {9: STEP + STEP // 2}
    assert positions_for(rows, [9], 1) == {9: 0}
    assert positions_for(rows, [9], None) == {9: 4 * STEP}
    assert positions_for(rows, [3], 1) == {3: 0}


def test_without_a_gap_all_are_spread_again() -> None:
    assert positions_for([(1, 4), (2, 5)], [9], 2) == {1: STEP, 9: 2 * STEP, 2: 3 * STEP}


def test_the_first_and_the_next_have_room_between_them() -> None:
    assert after_last([]) == STEP
    assert after_last([(1, 7)]) == 7 + STEP
