"""What a document says, without how it looks on paper: the same story, for Word and for plain text.

A story is made of the elements of pages. Here it becomes headings, paragraphs, items of lists, times and tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import singledispatch
from typing import Final

from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.typeset import boxes
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import (
    Bullets,
    Columns,
    Facts,
    Group,
    Heading,
    Indented,
    Panel,
    Paragraph,
    Prose,
    Steps,
    Titled,
)
from studydag.export.typeset.pictures import Masthead
from studydag.export.typeset.tables import Cell, Row, Table
from studydag.export.typeset.text import Content, Run, paragraphs
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow

_PAGE_MM: Final = 174.0
_MOST_FIXED: Final = 0.7
_WIDEST_MM: Final = 44.0
_LETTER_MM: Final = 2.0
_GAP_MM: Final = 4.0


class Kind(Enum):
    """What a line of text is."""

    KICKER = auto()
    TITLE = auto()
    SUBTITLE = auto()
    LEAD = auto()
    HEADING = auto()
    LABEL = auto()
    PARAGRAPH = auto()
    NOTE = auto()
    BULLET = auto()
    STEP = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Text of a kind. `level` is that of a heading, `number` that of a step; `under` says how deep a list lies."""

    runs: tuple[Run, ...]
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    number: int = 0
    under: int = 0

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row of a table, cell by cell; one that `heads` others has a single cell."""

    cells: tuple[tuple[Line, ...], ...]
    heads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; `shares` say how wide its columns are to each other, `named_by` which one says what a row is about.

    In a table of times (`is_rail`) the first column has the clock times and the last the places, if there are any.
    """

    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    shares: tuple[float, ...]
    named_by: int = 0
    is_rail: bool = False


Said = Line | Grid


def said(story: Iterable[Element]) -> Iterator[Said]:
    """Give what a story says, in order; white space and page breaks say nothing."""
    for element in story:
        yield from _said(element)


@singledispatch
def _said(element: Element) -> Iterator[Said]:  # noqa: ARG001 - each kind of element has a function of its own
    """Say nothing: white space, rules, page breaks, drawings."""
    yield from ()


def _flow(flow: Flow) -> Iterator[Said]:
    if isinstance(flow, Element):
        yield from _said(flow)
    else:
        yield from _line(flow, Kind.PARAGRAPH)


def _line(content: Content, kind: Kind, *, level: int = 0, under: int = 0) -> Iterator[Line]:
    runs = _runs(content)
    if any(run.text.strip() for run in runs):
        yield Line(runs=runs, kind=kind, level=level, under=under)


def _runs(content: Content) -> tuple[Run, ...]:
    parts = content if isinstance(content, tuple) else (content,)
    return tuple(Run(part) if isinstance(part, str) else part for part in parts)


def _role(role: Role) -> Kind:
    return _KINDS.get(role, Kind.PARAGRAPH)


_KINDS = {Role.KICKER: Kind.KICKER, Role.LEAD: Kind.LEAD, Role.LABEL: Kind.LABEL, Role.NOTE: Kind.NOTE}


@_said.register
def _(element: Masthead) -> Iterator[Said]:
    yield from _line(element.kicker, Kind.KICKER)
    yield from _line(element.title, Kind.TITLE)
    yield from _line(element.subtitle, Kind.SUBTITLE)


@_said.register
def _(element: Heading) -> Iterator[Said]:
    yield from _line(element.text, Kind.HEADING if element.level > 1 else Kind.TITLE, level=element.level)


@_said.register
def _(element: Fitted) -> Iterator[Said]:
    kind = Kind.TITLE if element.heading == 1 else Kind.HEADING if element.heading else Kind.PARAGRAPH
    yield from _line(element.content, kind, level=element.heading)


@_said.register
def _(element: Paragraph) -> Iterator[Said]:
    yield from _line(element.content, _role(element.role))


@_said.register
def _(element: Prose) -> Iterator[Said]:
    for text in paragraphs(element.text):
        yield from _line(text, Kind.PARAGRAPH)


@_said.register
def _(element: Titled) -> Iterator[Said]:
    yield from _line(element.title, Kind.PARAGRAPH)
    for note in element.notes:
        yield from _line(note, Kind.NOTE)
    for flow in element.flows:
        yield from _flow(flow)


@_said.register
def _(element: Bullets) -> Iterator[Said]:
    yield from _items(element.items, Kind.BULLET)


@_said.register
def _(element: Steps) -> Iterator[Said]:
    yield from _items(element.items, Kind.STEP)


def _items(items: Sequence[Flow], kind: Kind) -> Iterator[Said]:
    """Give the items of a list: what an item says first stands in its line, what follows lies under it."""
    for number, item in enumerate(items, start=1):
        for place, each in enumerate(_flow(item)):
            if isinstance(each, Grid):
                yield each
            elif place == 0:
                yield Line(runs=each.runs, kind=kind, number=number, under=each.under)
            else:
                yield Line(runs=each.runs, kind=each.kind, number=each.number, under=each.under + 1)


@_said.register
def _(element: Facts) -> Iterator[Said]:
    rows = tuple(GridRow(cells=(tuple(_line(label, Kind.LABEL)), _lines(_flow(flow)))) for label, flow in element.pairs)
    if rows:
        yield Grid(header=(), rows=rows, shares=(0.28, 0.72))


@_said.register
def _(element: Panel) -> Iterator[Said]:
    for flow in element.flows:
        yield from _flow(flow)


@_said.register
def _(element: Group) -> Iterator[Said]:
    for flow in element.flows:
        yield from _flow(flow)


@_said.register
def _(element: Indented) -> Iterator[Said]:
    yield from _flow(element.flow)


@_said.register
def _(element: Columns) -> Iterator[Said]:
    for column in element.columns:
        for flow in column:
            yield from _flow(flow)


@_said.register
def _(element: boxes.Choices) -> Iterator[Said]:
    for choice in element.choices:
        note = (Run(f" – {choice.note}", grey=True),) if choice.note else ()
        title = (Run(choice.title, strong=True), *note)
        yield Line(runs=title, kind=Kind.BULLET)
        yield from _line(choice.text, Kind.PARAGRAPH, under=1)
        yield from _line(choice.detail, Kind.NOTE, under=1)


@_said.register
def _(element: TimeRail) -> Iterator[Said]:
    has_places = any(row.place for row in element.rows)
    yield Grid(
        header=element.header if has_places else element.header[:2],
        rows=tuple(_of_time(row, has_places=has_places) for row in element.rows),
        shares=(0.16, 0.64, 0.2) if has_places else (0.16, 0.84),
        is_rail=True,
    )


def _of_time(row: RailRow, *, has_places: bool) -> GridRow:
    hours = "–".join(text for text in (row.start, row.end) if text)
    flows = (*row.flows, *row.below)
    what = (
        *_line(Run(row.title, strong=not row.quiet), Kind.PARAGRAPH),
        *_line(row.detail, Kind.NOTE),
        *_lines(each for flow in flows for each in _flow(flow)),
    )
    cells = (tuple(_line(hours, Kind.PARAGRAPH)), what, tuple(_line(row.place, Kind.PARAGRAPH)))
    return GridRow(cells=cells if has_places else cells[:2])


@_said.register
def _(element: Table) -> Iterator[Said]:
    if element.rows:
        rows = tuple(_of_table(row) for row in element.rows)
        yield Grid(
            header=element.header,
            rows=rows,
            shares=_shares(element, rows),
            named_by=element.row_header or 0,
        )


def _shares(element: Table, rows: Sequence[GridRow]) -> tuple[float, ...]:
    """Return the shares of the columns in a page: fixed ones as wide as they are, or as what is in them."""
    fixed = [0.0 if each.share else each.mm or _longest(element, rows, n) for n, each in enumerate(element.columns)]
    factor = min(1.0, _MOST_FIXED * _PAGE_MM / (sum(fixed) or 1.0))
    rest = _PAGE_MM - factor * sum(fixed)
    shared = sum(each.share for each in element.columns) or 1.0
    wide = [factor * mm or rest * each.share / shared for mm, each in zip(fixed, element.columns, strict=True)]
    return tuple(each / sum(wide) for each in wide)


def _longest(element: Table, rows: Sequence[GridRow], column: int) -> float:
    """Return about how many millimetres the longest line of a column takes."""
    texts = [element.header[column]] if element.header else []
    texts += [line.text for row in rows if not row.heads and column < len(row.cells) for line in row.cells[column]]
    return min(
        _WIDEST_MM, _GAP_MM + _LETTER_MM * max((len(part) for text in texts for part in text.split("\n")), default=0)
    )


def _of_table(row: Row) -> GridRow:
    flows = [item.flow if isinstance(item, Cell) else item for item in row.cells]
    return GridRow(cells=tuple(_lines(_flow(flow)) for flow in flows), heads=row.heads)


def _lines(found: Iterable[Said]) -> tuple[Line, ...]:
    """Return lines only: a table within a table is told line by line."""
    lines: list[Line] = []
    for each in found:
        if isinstance(each, Line):
            lines.append(each)
        else:
            lines += (line for row in each.rows for cell in row.cells for line in cell)
    return tuple(lines)
