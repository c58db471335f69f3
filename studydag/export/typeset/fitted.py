"""Text that must be read from afar: as large as fits in its width and in so many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset.layout import Fragment, Lines, Nothing
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Content, Line
from studydag.export.typeset.theme import Role, TextStyle
from studydag.export.typeset.typesetting import Element, Typesetter

_LEADING: Final = 1.14
_STEPS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted(Element):
    """Text of at most `points`, made smaller down to `least` until it stands in `lines` lines; then it takes more.

    `heading` is its level where it is one, which stands in the bookmarks as well.
    """

    content: Content
    points: float
    least: float
    lines: int = 2
    role: Role = Role.BODY
    heading: int = 0
    align: Align = Align.LEFT

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        style = self._style(setter, width)
        lines = setter.lines_in(self.content, style, width)
        if not any(line.pieces for line in lines):
            return Nothing()
        return Lines(
            lines=lines,
            style=style,
            width=width,
            align=self.align,
            node=Node(f"H{self.heading}" if self.heading else "P"),
            height=len(lines) * style.leading,
            after=style.leading / 4,
            level=self.heading - 1 if self.heading else None,
            keep_with_next=bool(self.heading),
        )

    def _style(self, setter: Typesetter, width: float) -> TextStyle:
        """Return the style in the largest size in which the lines are few enough and no word is broken."""
        step = (self.points - self.least) / _STEPS
        for number in range(_STEPS):
            style = self._of_size(setter, self.points - step * number)
            lines = setter.lines_in(self.content, style, width)
            if len(lines) <= self.lines and _is_unbroken(lines):
                return style
        return self._of_size(setter, self.least)

    def _of_size(self, setter: Typesetter, size: float) -> TextStyle:
        return replace(setter.style(self.role), size=size, leading=size * _LEADING)


def _is_unbroken(lines: Sequence[Line]) -> bool:
    """Whether each line but the last ends where a line may end."""
    ends = ("".join(piece.text for piece in line.pieces)[-1:] for line in lines[:-1])
    return all(end in {"", " ", "-", "–", "—", "/"} for end in ends)
