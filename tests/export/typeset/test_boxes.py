import pytest

from studydag.export.typeset.boxes import Choice, Choices
from studydag.export.typeset.layout import Band, Branch, Frame, Stack
from studydag.export.typeset.theme import MM, Theme
from studydag.export.typeset.typesetting import Typesetter
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


def lines(*choices: Choice) -> list[Band]:
    fragment = Choices(choices=choices).lay_out_beside(Typesetter(Theme.of()), 140 * MM, 30 * MM)
    assert isinstance(fragment, Branch)
    assert isinstance(fragment.child, Stack)
    return [band for band in fragment.child.children if isinstance(band, Band)]


def test_short_texts_run_on_behind_their_title_and_long_ones_stand_below_it():
    short = [Choice(title=f"Keuze {n}", text="uitleg") for n in range(4)]
    assert len({band.height for band in lines(*short)}) == 1
    bands = lines(*short, Choice(title="Keuze 5", text="uitleg " * 40))
    assert bands[0].height > lines(*short)[0].height, "all of them, so that they look alike"


def test_a_detail_stands_under_its_text():
    choices = tuple(Choice(title=f"Keuze {n}", text="uitleg", detail="neem mee", note="lokaal") for n in range(4))
    (listed,) = printed_and_read([Choices(choices=choices)]).root.kids
    assert [part.text for part in listed.kids[0].every("P")] == ["Keuze 0", "uitleg", "neem mee", "lokaal"]
    (boxed,) = printed_and_read([Choices(choices=choices[:2])]).root.kids
    assert [part.text for part in boxed.kids[0].every("P")] == ["Keuze 0", "uitleg", "neem mee", "lokaal"]


def test_notes_of_a_list_stand_where_the_place_of_its_round_stands():
    bands = lines(*(Choice(title=f"Keuze {n}", note="een lang lokaal " * n) for n in range(4)))
    assert {round(band.slots[-1].x, 3) for band in bands if len(band.slots) > 1} == {round(110 * MM, 3)}


def test_a_choice_moves_to_the_next_page_as_a_whole():
    choices = [Choice(title=f"Keuze {n}", text="uitleg " * 40, detail="neem mee") for n in range(40)]
    reading = printed_and_read([Choices(choices=tuple(choices))])
    assert len(reading.pdf.pages) > 1
    assert all(len(item.all_pages) == 1 for item in reading.root.every("LI"))
