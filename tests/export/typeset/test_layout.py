from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.export.typeset.layout import Drawing, Fragment, Lines, Nothing, Slot, Stack, beside, stacked
from studydag.export.typeset.theme import Role, Theme
from studydag.export.typeset.typesetting import Typesetter, set_text

SETTER = Typesetter(Theme.of())
LEADING = SETTER.style(Role.BODY).leading


def text(count: int) -> Lines:
    return replace(set_text(SETTER, "\n".join(f"regel {n}" for n in range(count)), Role.BODY, 300), after=0.0)


def block(height: float, **looks: object) -> Fragment:
    return replace(Drawing(height=height, drawn=lambda pen, x, top: None), **looks)


def words(fragment: Fragment) -> list[str]:
    assert isinstance(fragment, Lines)
    return ["".join(piece.text for piece in line.pieces).strip() for line in fragment.lines]


def heights(stack: Fragment) -> list[float]:
    assert isinstance(stack, Stack)
    return [child.height for child in stack.children]


def test_text_splits_between_lines():
    first, rest = text(10).split(4.5 * LEADING, force=False)
    assert words(first) == [f"regel {n}" for n in range(4)]
    assert words(rest) == [f"regel {n}" for n in range(4, 10)]


def test_no_line_of_a_paragraph_stands_alone():
    assert text(10).split(1.5 * LEADING, force=False) is None
    assert text(3).split(2.5 * LEADING, force=False) is None
    first, rest = text(10).split(9.5 * LEADING, force=False)
    assert (len(first.lines), len(rest.lines)) == (8, 2)


def test_a_title_is_split_only_when_it_must():
    title = replace(text(10), whole=True)
    assert title.split(5 * LEADING, force=False) is None
    first, rest = title.split(5 * LEADING, force=True)
    assert (len(first.lines), len(rest.lines)) == (5, 5)


def test_between_neighbours_stands_the_larger_of_their_spaces():
    assert stacked([block(10, after=4), block(10, before=6), block(10)]).height == 36


def test_a_stack_splits_between_its_parts():
    first, rest = stacked([block(40), block(40), block(40)]).split(90, force=False)
    assert heights(first) == [40, 40]
    assert heights(rest) == [40]


def test_what_keeps_with_the_next_goes_with_it():
    first, rest = stacked([block(40), block(10, keep_with_next=True), block(10, keep_with_next=True), block(60)]).split(
        90, force=True
    )
    assert heights(first) == [40]
    assert heights(rest) == [10, 10, 60]


def test_a_heading_stays_with_the_first_lines_of_its_text():
    first, rest = stacked([block(LEADING, keep_with_next=True), text(20)]).split(6 * LEADING, force=True)
    assert [len(heights(first)), len(heights(rest))] == [2, 1]
    assert len(words(first.children[1])) == 5


def test_what_is_higher_than_any_page_runs_off_it_alone():
    first, rest = stacked([block(500), block(10)]).split(100, force=True)
    assert heights(first) == [500]
    assert heights(rest) == [10]


def test_cells_split_at_one_height():
    row = beside([Slot(x=0, fragment=text(1)), Slot(x=100, fragment=text(30))], 300, above=5, below=5)
    first, rest = row.split(10 * LEADING + 10, force=False)
    assert [slot.fragment.height for slot in first.slots] == [LEADING, pytest.approx(10 * LEADING)]
    assert isinstance(rest.slots[0].fragment, Nothing)
    assert len(words(rest.slots[1].fragment)) == 20


def test_a_low_row_moves_as_a_whole():
    row = beside([Slot(x=0, fragment=text(10))], 300, splits_above=1000)
    assert row.split(5 * LEADING, force=False) is None
    assert row.split(5 * LEADING, force=True) is not None


fragments = st.deferred(
    lambda: st.one_of(
        st.integers(1, 60).map(text),
        st.builds(lambda height, keep: block(height, keep_with_next=keep), st.floats(0, 300), st.booleans()),
        st.builds(
            lambda count, keep: replace(text(count), whole=True, keep_with_next=keep), st.integers(1, 9), st.booleans()
        ),
        st.lists(fragments, min_size=1, max_size=3).map(stacked),
        st.lists(fragments, min_size=1, max_size=3).map(
            lambda parts: beside([Slot(x=0, fragment=part) for part in parts], 300, above=4, below=4)
        ),
    )
)


def content(fragment: Fragment) -> list[object]:
    """What is in a fragment, part by part: lines of text, and blocks by their height."""
    if isinstance(fragment, Lines):
        return words(fragment)
    if isinstance(fragment, Stack):
        return [item for child in fragment.children for item in content(child)]
    if hasattr(fragment, "slots"):
        return [item for slot in fragment.slots for item in content(slot.fragment)]
    return [] if isinstance(fragment, Nothing) else [fragment.height]


@given(st.lists(fragments, max_size=12), st.floats(60, 400))
def test_pages_end_and_lose_nothing(parts, height):
    rest: Stack = stacked(parts)
    everything = sorted(map(str, content(rest)))
    pages: list[Stack] = []
    while rest.height > height + 0.01:
        halves = rest.split(height, force=True)
        if halves is None:
            break
        page, rest = halves
        assert content(page), "a page is empty"
        pages.append(page)
    assert sorted(str(item) for page in [*pages, rest] for item in content(page)) == everything
