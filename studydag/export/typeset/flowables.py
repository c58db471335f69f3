"""What every document is made of: headings, paragraphs, lists, panels. Values without a place on paper."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.typeset import shapes
from studydag.export.typeset.layout import Drawing, Fragment, Frame, Nothing, Slot, beside, in_company, listed, stacked
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Content, Run, paragraphs
from studydag.export.typeset.theme import HAIRLINE, MM, RHYTHM, Role
from studydag.export.typeset.typesetting import Element, Flow, Typesetter, lay_in_flow, lay_out, set_text

_NARROWEST_COLUMN: Final = 70 * MM
_NARROWEST_ITEM: Final = 55 * MM
# In beats of the rhythm: lower columns go to the next page as a whole, with their headings.
_SPLITS_ABOVE: Final = 20.0

_LINES_OF_TITLE: Final = 3
# In beats of the rhythm.
_UNDER_TITLE: Final = 0.2

_BETWEEN_ITEMS: Final = {Role.TIGHT: 0.1, Role.SMALL: 0.15}
# Two lower items don't stand parted at the foot of a page or at the top of the next.
_IN_COMPANY_BELOW: Final = 25 * MM

_HEADINGS: Final = (Role.TITLE, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Element):
    """A heading of level 1 to 4, which stands in the bookmarks and never alone at the foot of a page.

    `continued` is what the running header says on the next pages, as in "Thursday 11 March (continued)". A title of
    more than three lines is set smaller, and a heading without text leaves nothing. With a `role` it looks otherwise
    than its level does.
    """

    text: str
    level: int = 2
    role: Role | None = None
    continued: str | None = None

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        node = Node(f"H{self.level}")
        lines = set_text(setter, self.text, self.role or _HEADINGS[self.level - 1], width, node=node)
        if lines.empty:
            return Nothing()
        if self.level == 1 and len(lines.lines) > _LINES_OF_TITLE:
            lines = set_text(setter, self.text, Role.LONG_TITLE, width, node=node)
        return replace(lines, keep_with_next=True, whole=True, level=self.level - 1, running=self.continued)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Element):
    """Text in a role, or nothing where there is none; `keep_with_next` is for a line that leads in what follows."""

    content: Content
    role: Role = Role.BODY
    align: Align = Align.LEFT
    keep_with_next: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        lines = set_text(
            setter,
            self.content,
            self.role,
            width,
            node=Node("P"),
            align=self.align,
            keep_with_next=self.keep_with_next,
        )
        return Nothing() if lines.empty else lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose(Element):
    """A longer text as it was typed: empty lines part its paragraphs."""

    text: str
    role: Role = Role.BODY

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        return stacked([set_text(setter, part, self.role, width, node=Node("P")) for part in paragraphs(self.text)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Element):
    """A title with notes close under it, and below them what belongs to it; they are not parted from each other."""

    title: Content
    notes: tuple[Content, ...] = ()
    flows: tuple[Flow, ...] = ()
    role: Role = Role.BODY

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        said = [(self.title, self.role), *((note, Role.NOTE) for note in self.notes if note)]
        after = setter.theme.space(_UNDER_TITLE)
        lines = [
            set_text(
                setter,
                content,
                role,
                width,
                node=Node("P"),
                after=after if last else 0.0,
                whole=True,
                keep_with_next=bool(self.flows) or not last,
            )
            for content, role, last in ((*each, number == len(said)) for number, each in enumerate(said, start=1))
            if content
        ]
        return stacked([*lines, *(lay_in_flow(setter, flow, width) for flow in self.flows)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets(Element):
    """A list without an order, with up to so many items beside each other where there is room for them."""

    items: tuple[Flow, ...]
    role: Role = Role.BODY
    beside: int = 1

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        return _list(setter, [("•", item) for item in self.items], width, self.role, "Disc", self.beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Element):
    """A numbered list, with up to so many items beside each other where there is room for them."""

    items: tuple[Flow, ...]
    role: Role = Role.BODY
    beside: int = 1

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        marked = [(f"{number}.", item) for number, item in enumerate(self.items, start=1)]
        return _list(setter, marked, width, self.role, "Decimal", self.beside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Element):
    """Short labels, each with what there is to say under it, in two columns."""

    pairs: tuple[tuple[str, Flow], ...]
    role: Role = Role.BODY

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        return _list(setter, [(Run(label, grey=True), flow) for label, flow in self.pairs], width, self.role, "None")


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel(Element):
    """What must catch the eye, on a tint of the school's colour."""

    flows: tuple[Flow, ...]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        if not self.flows:
            return Nothing()
        padding = setter.theme.space(0.75)
        child = stacked([lay_in_flow(setter, flow, width - 2 * padding) for flow in self.flows])
        return Frame(
            height=child.height + 2 * padding,
            before=setter.theme.space(0.5),
            after=setter.theme.space(1),
            child=child,
            width=width,
            padding=padding,
            fill=setter.theme.accent_tint,
            radius=RHYTHM / 2,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Element):
    """Several elements as one, which stay on one page if a page can hold them and `together` is set."""

    flows: tuple[Flow, ...]
    together: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        return stacked([lay_in_flow(setter, flow, width) for flow in self.flows], whole=self.together)


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns(Element):
    """Columns of equal width, which stand below each other where the page is too narrow for them."""

    columns: tuple[tuple[Flow, ...], ...]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        filled = [flows for flows in self.columns if flows]
        gap = setter.theme.space(2)
        count = _fitting(setter, len(filled), width, gap, _NARROWEST_COLUMN)
        if count < max(len(filled), 2):
            return stacked([lay_in_flow(setter, flow, width) for flows in filled for flow in flows])
        wide = (width - gap * (count - 1)) / count
        fragments = [stacked([lay_in_flow(setter, flow, wide) for flow in flows]) for flows in filled]
        return beside(
            [Slot(x=index * (wide + gap), fragment=fragment) for index, fragment in enumerate(fragments)],
            width,
            before=max(fragment.before for fragment in fragments),
            after=max(fragment.after for fragment in fragments),
            splits_above=setter.theme.space(_SPLITS_ABOVE),
            running=next((fragment.running for fragment in fragments if fragment.running is not None), None),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Indented(Element):
    """Something that stands under what is above it, further to the right."""

    flow: Flow
    beats: float = 1.0

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        indent = setter.theme.space(self.beats)
        fragment = lay_in_flow(setter, self.flow, width - indent)
        return beside([Slot(x=indent, fragment=fragment)], width, before=fragment.before, after=fragment.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Element):
    """A hairline over the whole width, where white space alone doesn't part enough."""

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        space = setter.theme.space(0.5)
        return Drawing(
            height=0.0,
            before=space,
            after=space,
            drawn=lambda pen, x, top: pen.path(shapes.line((x, top), (x + width, top)), stroke=HAIRLINE),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Space(Element):
    """White space of so many beats of the rhythm (4 mm); `keep_with_next` is for that below a line that leads in."""

    beats: float = 1.0
    keep_with_next: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:  # noqa: ARG002 - white space has no width
        """Return it laid out in a width in points."""
        after = setter.theme.space(self.beats)
        return Nothing(height=0.0, after=after, keep_with_next=self.keep_with_next)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak(Element):
    """Begin a new page; with `numbers_from_one`, a new document in the same file, such as the next owner's list."""

    numbers_from_one: bool = False

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:  # noqa: ARG002 - the builder breaks the page
        """Return nothing: inside something else there is no page to break."""
        return Nothing()


def _list(
    setter: Typesetter,
    items: Sequence[tuple[Content, Flow]],
    width: float,
    role: Role,
    numbering: str,
    most_beside: int = 1,
) -> Fragment:
    gap = setter.theme.space(1.5)
    count = _fitting(setter, most_beside, width, gap, _NARROWEST_ITEM)
    wide = (width - gap * (count - 1)) / count
    space = setter.theme.space(0.5) if numbering != "None" else setter.theme.space(1)
    widest = max((setter.natural_width(mark, role) for mark, _ in items), default=0.0)
    indent = min(widest, wide / 3)
    room = wide - indent - space
    after = setter.theme.space(_BETWEEN_ITEMS.get(role, 0.25))
    bands: list[Fragment] = [
        beside(
            (
                Slot(x=0.0, fragment=set_text(setter, mark, role, indent, node=Node("Lbl"))),
                Slot(x=indent + space, fragment=lay_out(setter, item, room, role), node=Node("LBody")),
            ),
            wide,
            node=Node("LI"),
            after=after,
        )
        for mark, item in items
    ]
    rows = (
        bands
        if count == 1
        else [_row(bands[start : start + count], wide + gap, width, after) for start in range(0, len(bands), count)]
    )
    return replace(listed(numbering, in_company(rows, _IN_COMPANY_BELOW)), after=setter.theme.space(0.5))


def _row(bands: Sequence[Fragment], step: float, width: float, after: float) -> Fragment:
    slots = [Slot(x=index * step, fragment=band) for index, band in enumerate(bands)]
    return beside(slots, width, after=after)


def _fitting(setter: Typesetter, most: int, width: float, gap: float, narrowest: float) -> int:
    """Return how many columns fit beside each other, `most` at most and one at least."""
    return max(1, min(most, int((width + gap) / (narrowest * setter.theme.scale + gap))))
