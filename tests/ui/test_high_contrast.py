"""With the system's high contrast the window has the system's own colours, and everything stands out."""

import pytest
from PySide6.QtGui import QColor, QPalette

from studydag.ui.high_contrast import ENOUGH, high_contrast
from studydag.ui.look import LIGHT, Look
from tests.ui.contrast import contrast

ROLE = QPalette.ColorRole
PALETTES = {
    "white on black": ("#000000", "#FFFFFF", "#FFFF00", "#8080FF"),
    "black on white": ("#FFFFFF", "#000000", "#000000", "#00009F"),
    "night": ("#202020", "#FFFFFF", "#8EE3F0", "#75E9FC"),
    "desert": ("#FFFAEF", "#3D3D3D", "#903909", "#1C5E75"),
}


def palette(ground: str, text: str, highlight: str, link: str) -> QPalette:
    made = QPalette()
    for role, colour in (
        (ROLE.Window, ground),
        (ROLE.Base, ground),
        (ROLE.Button, ground),
        (ROLE.WindowText, text),
        (ROLE.Text, text),
        (ROLE.ButtonText, text),
        (ROLE.Highlight, highlight),
        (ROLE.HighlightedText, ground),
        (ROLE.Link, link),
    ):
        made.setColor(role, QColor(colour))
    return made


@pytest.mark.parametrize("name", PALETTES)
def test_texts_and_lines_stand_out_in_the_colours_of_the_system(name: str):
    ground, text, *_ = PALETTES[name]
    colours = high_contrast(palette(*PALETTES[name]))
    assert (colours.window, colours.text) == (ground.lower(), text.lower())
    texts = (colours.text, colours.quiet, colours.faint, colours.accent, colours.must, colours.should, colours.holds)
    for on in (colours.window, colours.surface, colours.raised, colours.must_surface):
        assert all(contrast(each, on) >= ENOUGH for each in texts), on
    for on in (colours.selected, colours.hover):
        assert contrast(colours.text, on) >= ENOUGH
    assert contrast(colours.on_accent, colours.accent) >= ENOUGH
    assert contrast(colours.line, colours.surface) >= ENOUGH
    assert len(colours) == len(LIGHT)


def test_high_contrast_goes_before_light_and_dark(look: Look):
    look.has_high_contrast = True
    look.dress(dark=True)
    contrasting = look.colours
    look.dress(dark=False)
    assert look.colours == contrasting
    look.has_high_contrast = False
    look.dress(dark=True)
    assert look.is_dark
    assert look.colours != contrasting
