from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.threads.crossings import crossings, fewest_crossings

Columns = list[list[tuple[int, int]]]
Lines = list[tuple[tuple[int, int], tuple[int, int]]]


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Columns, Lines]:
    """Columns of things (column, number), and lines between neighbouring columns."""
    heights = draw(st.lists(st.integers(0, 7), min_size=1, max_size=5))
    columns = [[(column, number) for number in range(height)] for column, height in enumerate(heights)]
    possible = [(one, other) for left, right in pairwise(columns) for one in left for other in right]
    lines = draw(st.lists(st.sampled_from(possible), unique=True, max_size=30)) if possible else []
    return columns, lines


def counted_by_hand(columns: Columns, lines: Lines) -> int:
    place = {spot: number for column in columns for number, spot in enumerate(column)}
    return sum(
        one[0][0] == other[0][0] and (place[one[0]] - place[other[0]]) * (place[one[1]] - place[other[1]]) < 0
        for one, other in combinations(lines, 2)
    )


@given(graphs())
def test_crossings_are_pairs_of_lines_that_change_sides(graph: tuple[Columns, Lines]):
    assert crossings(*graph) == counted_by_hand(*graph)


@given(graphs())
def test_nothing_is_lost_and_there_are_never_more_crossings_than_in_the_given_order(graph: tuple[Columns, Lines]):
    columns, lines = graph
    found = fewest_crossings(columns, lines)

    assert [sorted(column) for column in found] == [sorted(column) for column in columns]
    assert crossings(found, lines) <= crossings(columns, lines)


@given(graphs())
def test_the_same_comes_of_the_same_in_whatever_order_the_lines_are_given(graph: tuple[Columns, Lines]):
    columns, lines = graph

    assert fewest_crossings(columns, lines) == fewest_crossings(columns, lines[::-1])


@given(graphs())
def test_an_order_without_crossings_stays(graph: tuple[Columns, Lines]):
    columns, lines = graph
    if crossings(columns, lines) == 0:
        assert [list(column) for column in fewest_crossings(columns, lines)] == columns


def test_lines_are_untangled_where_that_can_be():
    left, right = ["a", "b", "c"], ["x", "y", "z"]
    lines = [("a", "z"), ("b", "y"), ("c", "x")]

    assert crossings([left, right], lines) == 3
    assert crossings(fewest_crossings([left, right], lines), lines) == 0
