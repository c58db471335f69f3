"""What is filled in: boxes that can be ticked on screen and on paper, and lines to write on."""

from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset import shapes
from studydag.export.typeset.layout import Band, Drawing, Fragment, Slot, beside, listed, stacked
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Pen
from studydag.export.typeset.text import Content
from studydag.export.typeset.theme import GREY, Role
from studydag.export.typeset.typesetting import Element, Flow, Typesetter, lay_in_flow, set_text

# As high as a capital with its accent, so that it stands in a line of text.
_BOX: Final = 1.1
_WRITING: Final = 2.0
_WIDEST_LABEL: Final = 0.5
_WIDEST_ASIDE: Final = 0.3
# In beats of the rhythm: lower items go to the next page as a whole.
_SPLITS_ABOVE: Final = 15.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TickBox(Element):
    """A box in a cell or a line; `name` is what a screen reader says of it, so it must say what is ticked."""

    name: str
    ticked: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:  # noqa: ARG002 - a box has its own width
        """Return it laid out in a width in points."""
        style = setter.style(Role.BODY)
        side = _side(setter)

        def drawn(pen: Pen, x: float, top: float) -> None:
            pen.tick_box(x, top - (style.leading + side) / 2, side, self.name, ticked=self.ticked)

        return Drawing(height=style.leading, drawn=drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItem:
    """Something to be ticked: `text` beside its box, a `note` close under it, `aside` at the right, `flows` below."""

    name: str
    text: Content
    note: Content = ""
    aside: Content = ""
    ticked: bool = False
    flows: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckList(Element):
    """A list with a box at each item; the steps of one thing stand `close` to each other."""

    items: tuple[CheckItem, ...]
    close: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        space = setter.theme.space(0.25 if self.close else 1.5)
        return listed("None", [replace(_item(setter, item, width), after=space) for item in self.items])


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteLines(Element):
    """Lines to write on, 8 mm apart, the first beside its label."""

    label: str = ""
    lines: int = 1

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        first = _labelled_line(setter, self.label, width)
        return stacked([first, *(_line(setter, 0.0, width) for _ in range(self.lines - 1))])


def _item(setter: Typesetter, item: CheckItem, width: float) -> Band:
    indent = _side(setter) + setter.theme.space(0.75)
    body = Node("LBody")
    box = TickBox(name=item.name, ticked=item.ticked).lay_out(setter, indent)
    text = stacked(
        [
            _headline(setter, item, width - indent),
            *(lay_in_flow(setter, flow, width - indent) for flow in item.flows),
        ]
    )
    return beside(
        (Slot(x=0.0, fragment=box, node=body), Slot(x=indent, fragment=text, node=body)),
        width,
        node=Node("LI"),
        splits_above=setter.theme.space(_SPLITS_ABOVE),
    )


def _headline(setter: Typesetter, item: CheckItem, width: float) -> Fragment:
    aside_width = min(setter.natural_width(item.aside, Role.BODY), width * _WIDEST_ASIDE)
    gap = setter.theme.space(1) if aside_width else 0.0
    text = set_text(setter, item.text, Role.BODY, width - aside_width - gap, node=Node("P"))
    slots = [Slot(x=0.0, fragment=replace(text, whole=True))]
    if aside_width:
        aside = set_text(setter, item.aside, Role.BODY, aside_width, node=Node("P"))
        slots.append(Slot(x=width - aside_width, fragment=aside))
    after = setter.theme.space(0.25)
    note = set_text(setter, item.note, Role.NOTE, width, node=Node("P"))
    if note.empty:
        return beside(slots, width, after=after, keep_with_next=bool(item.flows))
    close = beside(slots, width, keep_with_next=True)
    return stacked([close, replace(note, after=after, keep_with_next=bool(item.flows))])


def _labelled_line(setter: Typesetter, label: str, width: float) -> Fragment:
    gap = setter.theme.space(0.5)
    wide = setter.natural_width(label, Role.NOTE) if label else 0.0
    if wide > width * _WIDEST_LABEL:
        text = set_text(setter, label, Role.NOTE, width, node=Node("P"))
        return stacked([replace(text, after=0.0, keep_with_next=True), _line(setter, 0.0, width)])
    line = _line(setter, wide + gap if label else 0.0, width)
    if not label:
        return line
    text = set_text(setter, label, Role.NOTE, wide + 0.1, node=Node("P"))
    lowered = Drawing(
        height=line.height,
        drawn=lambda pen, x, top: text.draw(pen, x, top - line.height + text.style.baseline()),
    )
    return beside((Slot(x=0.0, fragment=lowered), Slot(x=0.0, fragment=line)), width)


def _line(setter: Typesetter, start: float, end: float) -> Drawing:
    height = setter.theme.space(_WRITING)

    def drawn(pen: Pen, x: float, top: float) -> None:
        pen.path(shapes.line((x + start, top - height), (x + end, top - height)), stroke=GREY)

    return Drawing(height=height, drawn=drawn)


def _side(setter: Typesetter) -> float:
    return setter.style(Role.BODY).size * _BOX
