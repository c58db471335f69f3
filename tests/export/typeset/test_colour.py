import pytest
from hypothesis import given
from hypothesis import strategies as st

from studydag.export.typeset.colour import BLACK, READABLE, WHITE, Colour, readable_on, text_on
from studydag.export.typeset.theme import GREY, INK, PHASES, SURFACE

colours = st.builds(Colour, *[st.integers(0, 255)] * 3)


def test_a_colour_is_read_from_its_hexadecimal_form():
    assert Colour.from_hex(" #1f5FA8") == Colour(0x1F, 0x5F, 0xA8)


@pytest.mark.parametrize("text", ["", "#fff", "red", "#12345g", "#1234567"])
def test_anything_else_is_no_colour(text):
    with pytest.raises(ValueError, match=r"colour|hexadecimal"):
        Colour.from_hex(text)


def test_black_on_white_has_the_greatest_contrast():
    assert BLACK.contrast(WHITE) == pytest.approx(21)
    assert WHITE.contrast(WHITE) == 1


@given(colours, colours)
def test_text_in_a_colour_is_made_readable_on_any_surface(colour, surface):
    assert readable_on(colour, surface).contrast(surface) >= READABLE


@given(colours)
def test_text_on_a_colour_is_always_readable(surface):
    assert text_on(surface, WHITE, INK).contrast(surface) >= READABLE


@given(colours)
def test_a_colour_that_can_be_read_stays_as_it_is(colour):
    if colour.contrast(WHITE) >= READABLE:
        assert readable_on(colour, WHITE) == colour


def test_ink_and_grey_can_be_read_on_paper_and_on_surfaces():
    for surface in (WHITE, SURFACE, *(WHITE.mixed(colour, 0.12) for colour in PHASES.values())):
        assert INK.contrast(surface) >= READABLE
        assert GREY.contrast(surface) >= READABLE
