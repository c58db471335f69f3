"""Cards to cut out: several on a sheet, all of one size, with marks where to cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset import shapes
from studydag.export.typeset.layout import Drawing, Fragment, Nothing, Slot, beside, stacked
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Pen
from studydag.export.typeset.theme import GREY, MM
from studydag.export.typeset.typesetting import Element, Flow, Typesetter, lay_in_flow

MARK: Final = 3 * MM
_WHOLE: Final = 10_000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards(Element):
    """Cards in so many columns, each `mm` high; a row in which one needs more is higher, for nothing is cut off."""

    cards: tuple[tuple[Flow, ...], ...]
    mm: float
    columns: int = 2
    padding: float = 5.0

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        starts = range(0, len(self.cards), self.columns)
        return stacked([self._row(setter, self.cards[start : start + self.columns], width) for start in starts])

    def _row(self, setter: Typesetter, cards: Sequence[tuple[Flow, ...]], width: float) -> Fragment:
        wide, padding = width / self.columns, self.padding * MM
        laid = [stacked([lay_in_flow(setter, flow, wide - 2 * padding) for flow in card]) for card in cards]
        height = max(self.mm * MM, *(each.height + 2 * padding for each in laid))
        slots = [
            Slot(x=number * wide + padding, fragment=replace(each, before=0.0, after=0.0), node=Node("Sect"))
            for number, each in enumerate(laid)
        ]
        row = beside(slots, width)
        filled = stacked(
            [
                Nothing(height=padding),
                replace(row, before=0.0, after=0.0),
                Nothing(height=max(0.0, height - padding - row.height)),
            ]
        )
        marks = Drawing(height=height, drawn=lambda pen, x, top: _mark(pen, x, top, (wide, height), len(cards)))
        return beside(
            [Slot(x=0.0, fragment=marks), Slot(x=0.0, fragment=filled)],
            width,
            splits_above=_WHOLE,
        )


def _mark(pen: Pen, x: float, top: float, size: tuple[float, float], count: int) -> None:
    """Draw a small cross at each corner of each card."""
    wide, high = size
    for column in range(count + 1):
        for y in (top, top - high):
            at = x + column * wide
            pen.path(shapes.line((at - MARK / 2, y), (at + MARK / 2, y)), stroke=GREY)
            pen.path(shapes.line((at, y - MARK / 2), (at, y + MARK / 2)), stroke=GREY)
