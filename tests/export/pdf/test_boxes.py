import pytest

from studydag.export.pdf.boxes import Choice, Choices
from studydag.export.pdf.layout import Band, Branch, Frame, Stack
from studydag.export.pdf.theme import MM, Theme
from studydag.export.pdf.typesetting import Typesetter
from tests.export.pdf.printing import printed_and_read


def choices(count: int) -> Choices:
    return Choices(choices=tuple(Choice(title=f"Keuze {n}", text="uitleg " * n, note="lokaal 1") for n in range(count)))


def laid_out(count: int, width: float, *, large_print: bool = False) -> Stack:
    fragment = choices(count).lay_out(Typesetter(Theme.of(large_print=large_print)), width * MM)
    assert isinstance(fragment, Branch)
    assert isinstance(fragment.child, Stack)
    return fragment.child


@pytest.mark.parametrize("count", [2, 3])
def test_up_to_three_choices_stand_beside_each_other_in_boxes_of_one_height(count):
    (boxes,) = laid_out(count, 140).children
    assert isinstance(boxes, Band)
    assert len(boxes.slots) == count
    frames = [slot.fragment.child.child for slot in boxes.slots]
    assert all(isinstance(frame, Frame) for frame in frames)
    assert len({frame.height for frame in frames}) == 1


@pytest.mark.parametrize(
    ("count", "width", "large_print"), [(1, 140, False), (4, 140, False), (3, 80, False), (3, 140, True)]
)
def test_more_choices_or_less_room_and_they_stand_below_each_other(count, width, large_print):
    assert len(laid_out(count, width, large_print=large_print).children) == count


@pytest.mark.parametrize("count", [1, 3, 5])
def test_choices_are_a_list(count):
    (listed,) = printed_and_read([choices(count)]).root.kids
    assert listed.tag == "L"
    assert [item.all_text.startswith(f"Keuze {n}") for n, item in enumerate(listed.kids)] == [True] * count
    assert {item.kids[0].tag for item in listed.kids} == {"LBody"}


def test_no_choices_are_no_list():
    assert printed_and_read([choices(0)]).root.kids == []
