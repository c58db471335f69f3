"""A bar that shows how time is divided, with words at each stretch: never colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from studydag.export.typeset.colour import WHITE, Colour
from studydag.export.typeset.pictures import Figure, Sketch
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role, tint
from studydag.language import Language

WIDE_MM: Final = 174.0
BAR_MM: Final = 5.0
HIGH_MM: Final = 17.0
_NARROWEST: Final = 19.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the bar, as long as it lasts."""

    title: str
    minutes: int
    colour: Colour


def minutes_bar(stretches: Sequence[Stretch], language: Language) -> Figure:
    """Return the bar as a drawing; a stretch too short for its words has them in the text that stands beside it."""
    total = sum(each.minutes for each in stretches) or 1
    said = language.list([f"{each.title} {language.minutes(each.minutes)}" for each in stretches])

    def drawn(sketch: Sketch) -> None:
        left = 0.0
        for each in stretches:
            wide = WIDE_MM * each.minutes / total
            sketch.rectangle((left, 0.0), (wide, BAR_MM), fill=each.colour, stroke=WHITE)
            if wide >= _NARROWEST:
                sketch.rectangle((left, BAR_MM), (wide, HIGH_MM - BAR_MM - 1.5), fill=tint(each.colour), stroke=WHITE)
                title = (Run(each.title, strong=True), f"\n{language.minutes(each.minutes)}")
                sketch.text(title, (left + 1.5, BAR_MM + 0.8), wide - 2.5, role=Role.KNOT, lines=2)
            left += wide

    text = language.gettext("How the time is divided: {shares}.").replace("{shares}", said)
    return Figure(mm=(WIDE_MM, HIGH_MM), drawn=drawn, alternative=text)
