"""Laid-out fragments of a document: each knows its height, can be split over pages, and draws itself with a pen.

A fragment never changes. What is split keeps its nodes, so that one paragraph or one row of a table on two pages is one
element of the structure.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeAlias, TypeVar

from studydag.export.typeset import shapes
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Align, Pen
from studydag.export.typeset.text import Line
from studydag.export.typeset.theme import TextStyle

TOLERANCE: Final = 0.01

# At least so many lines of a paragraph stand together on either side of a page break.
_COMPANY: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment(ABC):
    """Something with a height in points; `before` and `after` are the white space it asks for.

    `running` is what the running header says on the next pages, up to the fragment that says something else.
    """

    height: float
    before: float = 0.0
    after: float = 0.0
    keep_with_next: bool = False
    running: str | None = None

    def split(self, available: float, *, force: bool) -> "Halves | None":  # noqa: ARG002 - most can't be split
        """Return what fits in the available height and the rest, or None when that can't be done well.

        With `force` it is done even where it is ugly: the fragment has a page of its own already.
        """
        return None

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw with the upper left corner at this point."""


Halves: TypeAlias = tuple[Fragment, Fragment]
AnyFragment = TypeVar("AnyFragment", bound=Fragment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing(Fragment):
    """White space."""

    height: float = 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Leave the paper white."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines(Fragment):
    """Wrapped text. `whole` text stays on one page, `level` (from 0) is that of its bookmark."""

    lines: tuple[Line, ...]
    style: TextStyle
    width: float
    align: Align = Align.LEFT
    node: Node | None = None
    whole: bool = False
    level: int | None = None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read."""
        return not any(line.pieces for line in self.lines)

    def split(self, available: float, *, force: bool) -> Halves | None:
        """Split between lines, leaving no line alone."""
        total = len(self.lines)
        fitting = min(int((available + TOLERANCE) / self.style.leading), total)
        if force:
            fitting = max(1, fitting)
        elif self.whole:
            return None
        else:
            fitting = min(fitting, total - _COMPANY)
        if fitting >= total or (fitting < _COMPANY and not force):
            return None
        return (self._part(self.lines[:fitting], after=0.0), self._rest(fitting))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the lines, and name them in the bookmarks where asked."""
        if self.level is not None:
            title = "".join(piece.spoken or piece.text for line in self.lines for piece in line.pieces)
            pen.bookmark(title, self.level, top)
        pen.text(self.lines, self.style, self.node, x=x, top=top, width=self.width, align=self.align)

    def _part(self, lines: tuple[Line, ...], *, after: float) -> "Lines":
        return replace(self, lines=lines, height=len(lines) * self.style.leading, after=after, keep_with_next=False)

    def _rest(self, start: int) -> "Lines":
        lines = self.lines[start:]
        return replace(self, lines=lines, height=len(lines) * self.style.leading, before=0.0, level=None, running=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack(Fragment):
    """Fragments below each other; make one with `stacked`."""

    children: tuple[Fragment, ...]
    whole: bool = False

    def split(self, available: float, *, force: bool) -> "tuple[Stack, Stack] | None":
        """Split between the fragments or within one, never behind one that keeps with the next."""
        if self.whole and not force:
            return None
        used = 0.0
        for index, child in enumerate(self.children):
            gap = self._gap(index)
            room = available - used - gap
            if child.height > room + TOLERANCE:
                return self._split_at(index, used, room, force=force)
            used += gap + child.height
        return None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw one fragment after the other."""
        for index, child in enumerate(self.children):
            top -= self._gap(index)
            child.draw(pen, x, top)
            top -= child.height

    def _gap(self, index: int) -> float:
        return _gap(self.children[index - 1], self.children[index]) if index else 0.0

    def _split_at(self, index: int, used: float, room: float, *, force: bool) -> "tuple[Stack, Stack] | None":
        child = self.children[index]
        halves = child.split(room, force=False)
        if halves:
            return self._halves((*self.children[:index], halves[0]), (halves[1], *self.children[index + 1 :]))
        start = index
        while start and self.children[start - 1].keep_with_next:
            start -= 1
        if start:
            return self._halves(self.children[:start], self.children[start:])
        if not force:
            return None
        halves = child.split(room, force=True) if index == 0 or room > used else None
        if halves:
            return self._halves((*self.children[:index], halves[0]), (halves[1], *self.children[index + 1 :]))
        # It is too high for any page: better that it runs off than that nothing is printed.
        cut = max(1, index)
        return self._halves(self.children[:cut], self.children[cut:])

    def _halves(self, first: tuple[Fragment, ...], second: tuple[Fragment, ...]) -> "tuple[Stack, Stack] | None":
        return (stacked(first), stacked(second, whole=self.whole)) if second else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Fragment):
    """A fragment whose nodes are the children of a node: a list, a table."""

    node: Node
    child: Fragment

    def split(self, available: float, *, force: bool) -> Halves | None:
        """Split what is inside; both halves belong to the one node."""
        halves = self.child.split(available, force=force)
        return (branch(self.node, halves[0]), branch(self.node, halves[1])) if halves else None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw what is inside."""
        pen.open(self.node)
        self.child.draw(pen, x, top)
        pen.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame(Fragment):
    """A fragment on a surface or in an outline."""

    child: Fragment
    width: float
    padding: float
    fill: Colour | None = None
    stroke: Colour | None = None
    bar: Colour | None = None
    radius: float = 0.0

    def split(self, available: float, *, force: bool) -> Halves | None:
        """Split what is inside; both halves get the surface."""
        halves = self.child.split(available - 2 * self.padding, force=force)
        if not halves:
            return None
        first, second = (replace(self, child=half, height=half.height + 2 * self.padding) for half in halves)
        return (replace(first, after=0.0), replace(second, before=0.0))

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the surface, and on it what is inside."""
        bottom = top - self.height
        surface = shapes.rectangle(x, bottom, self.width, self.height, self.radius)
        pen.path(surface, fill=self.fill, stroke=self.stroke)
        if self.bar:
            pen.path(shapes.rectangle(x, bottom, BAR, self.height), fill=self.bar)
        self.child.draw(pen, x + self.padding + (BAR if self.bar else 0.0), top - self.padding)


BAR: Final = 3.0
"""How wide a coloured bar is, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in a band: `x` from its left side, and the node that its contents belong to."""

    x: float
    fragment: Fragment
    node: Node | None = None

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw what is in it, with the upper left corner of the band at this point."""
        if not self.node:
            self.fragment.draw(pen, x + self.x, top)
            return
        pen.open(self.node)
        self.fragment.draw(pen, x + self.x, top)
        pen.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Fragment):
    """Fragments beside each other, put there by `beside`: the cells of a row, boxes, a mark and its text.

    `rule` is drawn below, `bar` is the place and colour of a bar beside the text, `bar_width` wide, which reaches
    `bar_beyond` the foot of the text, and only a band higher than `splits_above` is split where it could also go to the
    next page.

    `resume` stands on top of the next page where the band, or one that `follows` it, goes on there; `itself` where the
    band itself was `parted`, and it says more than that of the group.
    """

    slots: tuple[Slot, ...]
    width: float
    node: Node | None = None
    above: float = 0.0
    below: float = 0.0
    rule: Colour | None = None
    bar: tuple[float, Colour] | None = None
    bar_beyond: float = 0.0
    bar_width: float = BAR
    splits_above: float = 0.0
    resume: "Band | None" = None
    follows: bool = False
    itself: "Band | None" = None
    parted: bool = False

    def split(self, available: float, *, force: bool) -> Halves | None:
        """Split every slot at the same height."""
        if self.height <= self.splits_above and not force:
            return None
        room = available - self.above - self.below
        pairs = [_split_or_keep(slot.fragment, room, force=force) for slot in self.slots]
        whole = [pair for pair in pairs if pair is not None]
        if len(whole) < len(pairs):
            return None
        first = self._with([pair[0] for pair in whole])
        second = self._with([pair[1] for pair in whole])
        return (
            replace(first, after=0.0, rule=None, keep_with_next=False, bar_beyond=0.0),
            replace(second, before=0.0, running=None, resume=None, follows=True, parted=True),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the slots from left to right, and what is behind and below them first."""
        self._decorate(pen, x, top)
        if self.node:
            pen.open(self.node)
        for slot in self.slots:
            slot.draw(pen, x, top - self.above)
        if self.node:
            pen.close()

    def _with(self, fragments: Sequence[Fragment]) -> "Band":
        slots = tuple(replace(slot, fragment=new) for slot, new in zip(self.slots, fragments, strict=True))
        height = max(fragment.height for fragment in fragments)
        return replace(self, slots=slots, height=height + self.above + self.below)

    def _decorate(self, pen: Pen, x: float, top: float) -> None:
        bottom = top - self.height
        if self.rule:
            pen.path(shapes.line((x, bottom), (x + self.width, bottom)), stroke=self.rule)
        if self.bar:
            offset, colour = self.bar
            foot = bottom + self.below - self.bar_beyond
            pen.path(shapes.rectangle(x + offset, foot, self.bar_width, top - self.above - foot), fill=colour)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Fragment):
    """Something of a fixed size that is drawn by a function of pen and upper left corner."""

    drawn: Callable[[Pen, float, float], None]

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw it."""
        self.drawn(pen, x, top)


def stacked(children: Sequence[Fragment], *, whole: bool = False) -> Stack:
    """Put fragments below each other, with the larger of the spaces that two neighbours ask for between them."""
    gaps = sum(_gap(upper, lower) for upper, lower in pairwise(children))
    return Stack(
        children=tuple(children),
        whole=whole,
        height=sum(child.height for child in children) + gaps,
        before=children[0].before if children else 0.0,
        after=children[-1].after if children else 0.0,
        keep_with_next=bool(children) and children[-1].keep_with_next,
        running=next((child.running for child in reversed(children) if child.running is not None), None),
    )


def listed(numbering: str, items: Sequence[Fragment]) -> Fragment:
    """Put items below each other as a list; without items nothing is left of it."""
    if not items:
        return Nothing()
    return branch(Node("L", f"/A << /O /List /ListNumbering /{numbering} >>"), stacked(items))


def in_company(rows: Sequence[AnyFragment], height: float) -> list[AnyFragment]:
    """Keep the first two rows or items on one page, and the last two, where they are lower than this together."""
    kept = list(rows)
    for index in {0, len(kept) - 2} if len(kept) > 1 else ():
        if kept[index].height + kept[index + 1].height < height:
            kept[index] = replace(kept[index], keep_with_next=True)
    return kept


def branch(node: Node, child: Fragment) -> Branch:
    """Put what a fragment draws into a node."""
    return Branch(
        node=node,
        child=child,
        height=child.height,
        before=child.before,
        after=child.after,
        keep_with_next=child.keep_with_next,
    )


def beside(
    slots: Sequence[Slot],
    width: float,
    *,
    node: Node | None = None,
    above: float = 0.0,
    below: float = 0.0,
    before: float = 0.0,
    after: float = 0.0,
    rule: Colour | None = None,
    bar: tuple[float, Colour] | None = None,
    keep_with_next: bool = False,
    running: str | None = None,
    splits_above: float = 0.0,
    resume: Band | None = None,
) -> Band:
    """Put fragments beside each other in a band as high as the highest of them."""
    height = max((slot.fragment.height for slot in slots), default=0.0)
    return Band(
        slots=tuple(slots),
        width=width,
        height=height + above + below,
        node=node,
        above=above,
        below=below,
        before=before,
        after=after,
        rule=rule,
        bar=bar,
        keep_with_next=keep_with_next,
        running=running,
        splits_above=splits_above,
        resume=resume,
    )


def _gap(upper: Fragment, lower: Fragment) -> float:
    return max(upper.after, lower.before)


def _split_or_keep(fragment: Fragment, room: float, *, force: bool) -> Halves | None:
    if fragment.height <= room + TOLERANCE:
        return (fragment, Nothing())
    # Where one cell must be split by force, the others may still be split well.
    return fragment.split(room, force=False) or (fragment.split(room, force=True) if force else None)
