"""Tables: header rows that repeat, row headers, and rows that may be higher than a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from studydag.export.typeset.layout import (
    Band,
    Fragment,
    Halves,
    Nothing,
    Slot,
    Stack,
    beside,
    branch,
    in_company,
    stacked,
)
from studydag.export.typeset.structure import Node, Scope, cell
from studydag.export.typeset.tagging import Align, Pen
from studydag.export.typeset.theme import GREY, HAIRLINE, MM, Role
from studydag.export.typeset.typesetting import Element, Flow, Typesetter, lay_out

_REPEATED: Final = "/Type /Pagination"

# In beats of the rhythm (15 are 60 mm): lower rows go to the next page as a whole.
_SPLITS_ABOVE: Final = 15.0

# White space in beats above a row that names a group.
_ABOVE_GROUP: Final = 1.25

# A header that takes more than a third of the smallest page isn't repeated.
_REPEATS_BELOW: Final = 58 * MM

# Two lower rows aren't parted at the foot of the first page or at the top of the last one.
_IN_COMPANY_BELOW: Final = 60 * MM

# With fewer cells nobody loses the way, whatever is a head.
_FEW_CELLS: Final = 6

_WIDEST_FITTED: Final = 0.4
_WIDEST_FIXED: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of so many millimetres, or with a share of the width that is left, or else as wide as what is in it.

    Millimetres grow with the print.
    """

    mm: float = 0.0
    share: float = 0.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell, in which role, and how many columns it spans."""

    flow: Flow
    role: Role = Role.BODY
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table; missing cells at its end are empty.

    `heads` marks a row that names the group of rows below it. A row that keeps with the next has no line below, nor has
    one that is not `ruled`, as where rows belong together on however many pages. `named_by` is the column that says
    what this row is about, where it isn't that of the table.

    `resume` are the cells that stand on top of the next page where this row goes on there, or one that belongs to it:
    below a row that heads all rows up to the next such row, below another one those that `follow` it. `itself` are
    those that stand there where this very row is parted, in a group or not.
    """

    cells: tuple[Flow | Cell, ...]
    keep_with_next: bool = False
    heads: bool = False
    ruled: bool = True
    named_by: int | None = None
    resume: tuple[Flow | Cell, ...] = ()
    follows: bool = False
    itself: tuple[Flow | Cell, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Element):
    """A table with a header row, which repeats on each page; the column `row_header` says what a row is about."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    header: tuple[str, ...] = ()
    row_header: int | None = 0

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        grid = lay_out_grid(setter, self, width)
        header = [grid.header(self.header)] if self.header else []
        rows: list[Band] = []
        in_group = False
        for row in self.rows:
            setter.proof.go_on()
            in_group = in_group or row.heads
            band = grid.row(row, self._row_header, first=not rows)
            rows.append(replace(band, follows=row.follows or (in_group and not row.heads)))
        return table(header, rows)

    @property
    def _row_header(self) -> int | None:
        """Which column names each row to who listens; none where a table would have more heads than contents."""
        wide, high = len(self.columns), sum(not row.heads for row in self.rows)
        heads = (wide if self.header else 0) + high
        is_tiny = wide * (high + bool(self.header)) < _FEW_CELLS
        return self.row_header if is_tiny or heads <= (wide - 1) * high else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The columns of a table, placed: `x` and width of each in points."""

    setter: Typesetter
    columns: tuple[Column, ...]
    xs: tuple[float, ...]
    widths: tuple[float, ...]
    width: float
    padding: float

    def header(self, titles: Sequence[str]) -> Band:
        """Return the header row."""
        slots = [
            Slot(
                x=x,
                fragment=lay_out(self.setter, title, width, Role.LABEL, column.align),
                node=cell(Scope.COLUMN),
            )
            for column, x, width, title in zip(self.columns, self.xs, self.widths, titles, strict=True)
        ]
        return beside(slots, self.width, node=Node("TR"), below=self.padding / 2, rule=GREY, keep_with_next=True)

    def row(self, row: Row, row_header: int | None, *, first: bool = False) -> Band:
        """Return a row; a group asks for white space above its name, but not if it comes `first`."""
        slots: list[Slot] = []
        names = row_header if row.named_by is None else row.named_by
        column = 0
        for item in (*row.cells, *([""] * len(self.columns))):
            if column >= len(self.columns):
                break
            here = item if isinstance(item, Cell) else Cell(flow=item)
            last = min(column + here.columns, len(self.columns)) - 1
            width = self.xs[last] + self.widths[last] - self.xs[column]
            scope = Scope.ROW if column == names and not row.heads else Scope.NONE
            fragment = lay_out(self.setter, here.flow, width, here.role, self.columns[column].align)
            slots.append(Slot(x=self.xs[column], fragment=fragment, node=cell(scope, last - column + 1)))
            column = last + 1
        keeps = row.keep_with_next or row.heads
        band = beside(
            slots,
            self.width,
            node=Node("TR"),
            above=self.setter.theme.space(_ABOVE_GROUP) if row.heads and not first else self.padding,
            below=self.padding / 2 if row.heads else self.padding,
            rule=HAIRLINE if row.ruled and not keeps else None,
            keep_with_next=keeps,
            splits_above=self.setter.theme.space(_SPLITS_ABOVE),
            resume=self._again(row.resume),
        )
        return replace(band, itself=self._again(row.itself)) if row.itself else band

    def _again(self, cells: tuple[Flow | Cell, ...]) -> Band | None:
        return self.row(Row(cells=cells, ruled=False), None) if cells else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRows(Fragment):
    """Rows under header rows; on the next pages the header rows repeat as decoration.

    So does what says to which group or block the first row there belongs: `resumed`, which is that of the `group`
    unless the row itself was parted and says more.
    """

    header: Stack
    body: Stack
    repeats: bool = False
    resumed: Band | None = None
    group: Band | None = None

    def split(self, available: float, *, force: bool) -> Halves | None:
        """Split between rows, or within a row that is high."""
        halves = self.body.split(available - self._top.height, force=force)
        if not halves:
            return None
        first, second = halves
        header = self.header if self.header.height < _REPEATS_BELOW else stacked([])
        group = self._group_at_the_end_of(first)
        return (
            replace(self, body=first, height=self._top.height + first.height),
            replace(_rows(header, second, _resuming(second, group)), after=self.after, group=group),
        )

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Draw the header and the rows."""
        if self.repeats:
            with pen.decoration(_REPEATED):
                self._top.draw(pen, x, top)
        else:
            self._top.draw(pen, x, top)
        self.body.draw(pen, x, top - self._top.height)

    @property
    def _top(self) -> Stack:
        return stacked([*self.header.children, self.resumed]) if self.resumed else self.header

    def _group_at_the_end_of(self, page: Stack) -> Band | None:
        """Return what names the group or block that the last row of a page belongs to."""
        group = self.group
        for band in page.children:
            if isinstance(band, Band) and (band.resume or not band.follows):
                group = band.resume
        return group


def _resuming(page: Stack, group: Band | None) -> Band | None:
    """Return what stands above the rows of the next page: nothing where a new group or block begins there."""
    begins = page.children[0] if page.children else None
    if not isinstance(begins, Band) or not begins.follows:
        return None
    resumed = begins.itself if begins.parted and begins.itself else group
    return resumed if resumed and resumed.height < _REPEATS_BELOW else None


def table(header: Sequence[Band], rows: Sequence[Band]) -> Fragment:
    """Put rows together as one table; without rows nothing is left of it."""
    if not rows:
        return Nothing()
    last = replace(rows[-1], rule=None, keep_with_next=False)
    body = stacked(in_company([*rows[:-1], last], _IN_COMPANY_BELOW))
    return branch(
        Node("Table"), TableRows(height=stacked(header).height + body.height, header=stacked(header), body=body)
    )


def lay_out_grid(setter: Typesetter, plan: Table, width: float) -> Grid:
    """Place the columns of a table in a width in points."""
    gap = setter.theme.space(1)
    room = width - gap * (len(plan.columns) - 1)
    widths = _widths(setter, plan, room)
    xs = tuple(accumulate((wide + gap for wide in widths[:-1]), initial=0.0))
    return Grid(
        setter=setter, columns=plan.columns, xs=xs, widths=widths, width=width, padding=setter.theme.space(0.375)
    )


def _rows(header: Stack, body: Stack, resumed: Band | None) -> TableRows:
    """Return the rows that go on on a page."""
    height = header.height + (resumed.height if resumed else 0.0) + body.height
    return TableRows(height=height, header=header, body=body, repeats=True, resumed=resumed)


def _widths(setter: Typesetter, plan: Table, room: float) -> tuple[float, ...]:
    grown = MM * setter.theme.scale
    wanted = [
        max(column.mm * grown, _longest_word(setter, plan, index))
        if column.mm
        else (0.0 if column.share else min(_widest(setter, plan, index), room * _WIDEST_FITTED))
        for index, column in enumerate(plan.columns)
    ]
    shares = sum(column.share for column in plan.columns)
    # What is fixed leaves something for what isn't, and fits the page where nothing else has to.
    limit = room * (_WIDEST_FIXED if shares else 1)
    taken = sum(wanted)
    if taken > limit:
        wanted = [wide * limit / taken for wide in wanted]
        taken = limit
    return tuple(
        wide or (room - taken) * column.share / shares for wide, column in zip(wanted, plan.columns, strict=True)
    )


def _longest_word(setter: Typesetter, plan: Table, index: int) -> float:
    """Return how wide a column must be so that no word of its title is broken."""
    words = plan.header[index].split() if plan.header else ()
    return max((setter.natural_width(word, Role.LABEL) for word in words), default=0.0) + 0.1


def _widest(setter: Typesetter, plan: Table, index: int) -> float:
    title = setter.natural_width(plan.header[index], Role.LABEL) if plan.header else 0.0
    return max([title, *(_natural(setter, row, index) for row in plan.rows)]) + 0.1


def _natural(setter: Typesetter, row: Row, index: int) -> float:
    column = 0
    for item in row.cells:
        here = item if isinstance(item, Cell) else Cell(flow=item)
        if column == index and here.columns == 1 and not isinstance(here.flow, Element):
            return setter.natural_width(here.flow, here.role)
        column += here.columns
    return 0.0
