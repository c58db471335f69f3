"""How the columns of a table share its width."""

from hypothesis import given
from hypothesis import strategies as st

from studydag.ui.tables.column_widths import giving_way, passed_on, share_out, shared, spread, squeezed, stretched

COLUMNS = st.lists(st.tuples(st.integers(10, 600), st.booleans()), min_size=1, max_size=8)


@given(COLUMNS, st.integers(50, 300), st.integers(0, 3000))
def test_columns_fill_the_room_where_there_is_enough_and_none_gets_less_than_it_needs(columns, widest, room):
    needed, texts = [width for width, _ in columns], [is_text for _, is_text in columns]
    found = spread(needed, texts, widest, room)

    assert all(width >= min(need, widest) for width, need in zip(found, needed, strict=True))
    if sum(needed) <= room:
        assert sum(found) == room
        assert all(width >= need for width, need in zip(found, needed, strict=True))
    if sum(min(need, widest) for need in needed) >= room:
        assert found == [min(need, widest) for need in needed]


def test_numbers_stay_as_narrow_as_they_are_while_texts_have_room():
    assert spread([100, 40, 100], [True, False, True], 200, 340) == [150, 40, 150]


@given(COLUMNS, st.integers(80, 300), st.integers(0, 3000))
def test_texts_give_up_a_little_rather_than_have_a_bar_to_scroll_with(columns, widest, room):
    needed, texts = [width for width, _ in columns], [is_text for _, is_text in columns]
    least = widest * 3 // 4
    found = spread(needed, texts, widest, room, least)
    smallest = [min(need, least if text else widest) for need, text in columns]

    assert all(width >= each for width, each in zip(found, smallest, strict=True))
    if sum(smallest) <= room <= sum(min(need, widest) for need in needed):
        assert sum(found) == room


def test_of_what_is_lacking_the_longest_texts_give_most():
    assert spread([100, 40, 90, 60], [True, False, True, True], 100, 275, 75) == [90, 40, 85, 60]


def test_the_name_of_a_room_is_seen_whole_before_the_others_get_theirs():
    assert share_out([90, 200, 100], 200, 60, 120) == [90, 73, 60]
    assert share_out([90, 200], 70, 60, 120) == [90, 60]
    assert share_out([300, 50], 200, 60, 120) == [150, 50]
    assert share_out([78, 242, 161, 85], 460, 60, 120) == [78, 178, 118, 85]
    assert share_out([90, 50], 200, 60, 120) == [90, 50]


def test_short_columns_keep_their_words_whole_before_long_ones_share_what_is_left():
    assert share_out([84, 300, 126, 85, 42], 400, 60, 120) == [84, 133, 60, 85, 42]
    assert share_out([84, 119, 118, 110], 300, 60, 120) == [84, 74, 73, 68]


@given(COLUMNS, st.integers(0, 3000))
def test_columns_go_one_after_the_other_until_the_rest_fits(columns, room):
    least = [width for width, _ in columns]
    order = [place for place, (_, goes) in enumerate(columns) if goes]
    out = giving_way(least, order, room)
    left = sum(width for place, width in enumerate(least) if place not in out)

    assert sorted(out) == sorted(order[: len(out)])
    assert left <= room or len(out) == len(order)
    if out:
        assert left + least[order[len(out) - 1]] > room


@given(COLUMNS, st.integers(0, 3000))
def test_squeezed_columns_fit_where_they_can_and_none_is_narrower_than_least(columns, room):
    least = [width // 2 for width, _ in columns]
    widths = squeezed([width for width, _ in columns], least, room)

    assert all(width >= each for width, each in zip(widths, least, strict=True))
    assert sum(widths) <= max(room, sum(least))


@given(COLUMNS, st.integers(0, 3000))
def test_columns_that_stretch_take_what_the_others_leave(columns, room):
    wanted, shares = [width for width, _ in columns], [int(stretches) for _, stretches in columns]
    least = [width // 2 for width in wanted]
    widths = stretched(wanted, least, shares, room)

    assert all(width >= each for width, each in zip(widths, least, strict=True))
    if any(shares) and sum(least) <= room:
        assert room - sum(shares) <= sum(widths) <= room


def test_a_column_that_stretches_is_as_wide_as_its_head_where_there_is_room():
    assert shared(420, {1: 2, 4: 1}, {1: 60, 4: 150}, 90) == {1: 270, 4: 150}
    assert shared(200, {1: 2, 4: 1}, {1: 60, 4: 150}, 40) == {1: 133, 4: 66}


@given(COLUMNS, st.integers(0, 3000))
def test_what_a_text_does_not_need_goes_to_columns_that_lack_some(columns, room):
    needed, stretching = [width for width, _ in columns], [int(is_text) for _, is_text in columns]
    widths = [room // len(columns) for _ in columns]
    found = passed_on(widths, needed, stretching)

    assert sum(found) == sum(widths)
    for width, was, need, each in zip(found, widths, needed, stretching, strict=True):
        assert (was >= width >= min(was, need)) if each else (was <= width <= max(was, need))


def test_a_date_is_whole_before_a_short_title_has_room_to_spare():
    assert passed_on([500, 60, 100], [200, 160, 100], [1, 0, 0]) == [400, 160, 100]
    assert passed_on([250, 60, 60], [200, 160, 160], [1, 0, 0]) == [200, 85, 85]
