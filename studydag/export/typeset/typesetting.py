"""Sets text in a theme: from what a document says to lines with faces, colours and widths."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from studydag.export.asked import Proof
from studydag.export.typeset.annotations import leads_somewhere
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.direction import as_drawn
from studydag.export.typeset.fonts import face_elsewhere
from studydag.export.typeset.layout import Fragment, Lines
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import MISSING, Content, Line, Piece, Run, legible, natural_width, wrap, wrap_evenly
from studydag.export.typeset.theme import Role, TextStyle, Theme


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets one document; its `proof` collects what the font has no glyph for."""

    theme: Theme
    proof: Proof = field(default_factory=Proof)

    def style(self, role: Role) -> TextStyle:
        """Return how text in this role is set."""
        return self.theme.styles[role]

    def lines(self, content: Content, role: Role, width: float) -> tuple[Line, ...]:
        """Return the content as lines of at most `width` points."""
        return self.lines_in(content, self.style(role), width)

    def lines_in(self, content: Content, style: TextStyle, width: float) -> tuple[Line, ...]:
        """Return the content in a style as lines of at most `width` points."""
        breaking = wrap_evenly if style.evenly else wrap
        return as_drawn(breaking(self._pieces(content, style), width, style.size), style.size)

    def natural_width(self, content: Content, role: Role) -> float:
        """Return the width in points at which the content needs no line breaks but its own."""
        style = self.style(role)
        return natural_width(self._pieces(content, style), style.size)

    def _pieces(self, content: Content, style: TextStyle) -> Sequence[Piece]:
        if isinstance(content, tuple):
            return [piece for run in content for piece in self._run(run, style)]
        return self._run(content, style)

    def _run(self, run: Run | str, style: TextStyle) -> Sequence[Piece]:
        if isinstance(run, str):
            return self._legible(run, style.face, style.colour)
        face = style.face_of(strong=run.strong, italic=run.italic)
        if run.href and leads_somewhere(run.href):
            return self._legible(run.text, face, self.theme.accent_ink, run.href)
        return self._legible(run.text, face, style.grey if run.grey else style.colour)

    def _legible(self, text: str, face: str, colour: Colour, href: str = "") -> Sequence[Piece]:
        stretches = legible(text)
        if len(stretches) == 1 and not stretches[0][1]:
            return (Piece(stretches[0][0], face, colour, href),)
        for shown, spoken in stretches:
            if shown == MISSING:
                self.proof.marks.setdefault(spoken, text)
        others = [bool(spoken) and shown != MISSING for shown, spoken in stretches]
        # What parts two such words is as wide as in their own letters.
        others = [each or between for each, between in zip(others, _between(stretches, others), strict=True)]
        return [
            Piece(shown, face_elsewhere(face) if is_other else face, colour, href, spoken)
            for is_other, (shown, spoken) in zip(others, stretches, strict=True)
        ]


def _between(stretches: Sequence[tuple[str, str]], others: Sequence[bool]) -> list[bool]:
    """Say which stretches are nothing but white space between two words in another script."""
    last = len(stretches) - 1
    return [
        not shown.strip(" ") and 0 < number < last and others[number - 1] and others[number + 1]
        for number, (shown, _spoken) in enumerate(stretches)
    ]


class Element(ABC):
    """Something that a document is made of: a value that says what stands there, not where."""

    __slots__ = ()

    @abstractmethod
    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""


Flow: TypeAlias = Content | Element
"""Text, or anything else that a document is made of."""


def set_text(
    setter: Typesetter,
    content: Content,
    role: Role,
    width: float,
    *,
    node: Node | None = None,
    align: Align = Align.LEFT,
    after: float | None = None,
    whole: bool = False,
    keep_with_next: bool = False,
) -> Lines:
    """Lay out text as the content of a node, or of the node around it; `after` is white space other than its role's."""
    style = setter.style(role)
    lines = setter.lines_in(content, style, width)
    return Lines(
        height=len(lines) * style.leading,
        before=style.before,
        after=style.after if after is None else after,
        keep_with_next=keep_with_next,
        lines=lines,
        style=style,
        width=width,
        align=align,
        node=node,
        whole=whole,
    )


def lay_out(
    setter: Typesetter, flow: Flow, width: float, role: Role = Role.BODY, align: Align = Align.LEFT
) -> Fragment:
    """Lay out text or an element as the content of the node around it."""
    return (
        flow.lay_out(setter, width) if isinstance(flow, Element) else set_text(setter, flow, role, width, align=align)
    )


def lay_in_flow(setter: Typesetter, flow: Flow, width: float) -> Fragment:
    """Lay out an element, or text as a paragraph of its own."""
    return (
        flow.lay_out(setter, width)
        if isinstance(flow, Element)
        else set_text(setter, flow, Role.BODY, width, node=Node("P"))
    )
