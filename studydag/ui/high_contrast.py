"""The colours for people who asked their system for high contrast: those of the system itself, nothing in between."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QPalette

from studydag.export.typeset.colour import Colour
from studydag.ui.look import PHASE_COLOURS, Colours, mixed

ENOUGH: Final = 7.0
"""The contrast that texts keep at least, as WCAG asks for in its strictest level, where the system's own allow it."""
SHADES: Final = (0.35, 0.25, 0.15, 0.08)
"""How much of the accent there is in what is selected, the first that leaves texts enough contrast."""
TINTS: Final = (0.2, 0.1)
"""How much there is of the colour of a phase where it is a surface."""
RED, AMBER, GREEN = ("#FF9C94", "#8B0000"), ("#FFD27A", "#6B4300"), ("#8EE3B8", "#00502F")
"""On dark and on light."""


def high_contrast(system: QPalette) -> Colours:
    """Return colours made of the palette of the system: its text on its ground, lines as strong as text."""
    role = QPalette.ColorRole
    ground, surface = system.color(role.Window), system.color(role.Base)
    text = system.color(role.WindowText)
    if contrast(text, surface) < ENOUGH:
        surface = ground
    accent = next(
        (each for each in (system.color(role.Link), system.color(role.Highlight)) if contrast(each, surface) >= ENOUGH),
        text,
    )
    is_dark = _plain(ground).luminance() < _plain(text).luminance()
    shades = (mixed(surface, accent, share) for share in SHADES)
    selected = next((each for each in shades if contrast(text, each) >= ENOUGH), surface)

    def sign(pair: tuple[str, str]) -> str:
        colour = QColor(pair[0 if is_dark else 1])
        return (colour if contrast(colour, surface) >= ENOUGH else text).name()

    return Colours(
        window=ground.name(),
        surface=surface.name(),
        raised=ground.name(),
        hover=selected.name(),
        line=text.name(),
        edge=text.name(),
        thumb=text.name(),
        text=text.name(),
        quiet=text.name(),
        faint=text.name(),
        accent=accent.name(),
        accent_hover=text.name(),
        on_accent=ground.name(),
        selected=selected.name(),
        must=sign(RED),
        must_surface=surface.name(),
        should=sign(AMBER),
        should_bar=sign(AMBER),
        holds=sign(GREEN),
        tint=next((each for each in TINTS if _keeps(text, surface, each)), 0.0),
    )


def _keeps(text: QColor, surface: QColor, tint: float) -> bool:
    """Whether text keeps its contrast on the surfaces of all phases."""
    return all(contrast(text, mixed(surface, QColor(each), tint)) >= ENOUGH for each in PHASE_COLOURS.values())


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    return _plain(one).contrast(_plain(other))


def _plain(colour: QColor) -> Colour:
    return Colour(colour.red(), colour.green(), colour.blue())
