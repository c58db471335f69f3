"""The tables and lines of a web page, or of what Word and Excel put on the clipboard, as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Final

from studydag.model.exchange.importing.reading.rows import CHARACTERS, Between, Row, cell_text
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.clock_cells import begins_with_time

_BLOCKS: Final = frozenset(
    ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "section", "article", "dt", "dd"]
)
_SILENT: Final = frozenset(["script", "style", "head", "title", "template"])
_SMALLEST_PIECE, _PIECES = 100_000, 16
_MOST_SPAN, _MOST_COLUMNS = 50, 500
_DEEPEST, _FEWEST_TIMED = 12, 2
"""Tables within tables are read so deep; with so many times one is a table of its own."""


def rows_of_html(text: str, *, most_rows: int) -> tuple[Row, ...]:
    """Return what can be read in a page as rows: those of a table with their cells, else a line for each block.

    Of a page with more than `most_rows` those behind the first that is too many are left out.
    """
    reader = _Reader()
    piece = max(_SMALLEST_PIECE, len(text) // _PIECES)
    for begin in range(0, len(text), piece):
        still_wanted()
        reader.feed(text[begin : begin + piece])
        if len(reader.rows) > most_rows:
            return tuple(reader.rows)
    reader.close()
    reader.end()
    return tuple(reader.rows)


@dataclass(slots=True)
class _Table:
    """A table while it is read: its number, its open row and cell, and what stood in the cell around it before."""

    number: int
    texts: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    cells: list[str] | None = None
    in_cell: bool = False
    merged: list[tuple[int, int]] = field(default_factory=list)
    span: int = 1
    height: int = 1
    below: dict[int, int] = field(default_factory=dict)
    down: list[tuple[int, int]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects lines and table rows while a page is read.

    A table within the cell of another one that holds times is a table of its own, as in pages and mails that are laid
    out with tables; another one is text of that cell.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._around: list[_Table] = []
        self._own = _Table(0)
        self._bullet = ""
        self._heading = False
        self._silent = 0
        self._tables = 0

    @property
    def rows(self) -> list[Row]:
        """The rows that were read, of all tables that are whole."""
        return self._around[0].rows if self._around else self._own.rows

    def end(self) -> None:
        """Take what was not closed as if it were."""
        while self._around:
            self._end_table()
        self.end_line()

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over a marked section of another kind than Word and the standard know."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = self._own
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._begin_table()
        elif tag == "tr" and own.number:
            self._end_row()
            own.cells, own.merged, own.down = [], [], []
        elif tag in {"td", "th"} and own.cells is not None:
            self._end_cell()
            own.in_cell = True
            own.span, own.height = _number_of(attrs, "colspan"), _number_of(attrs, "rowspan")
            self._pass_over_spanned(own.cells)
        elif tag in _BLOCKS:
            self._break()
            if tag == "li" and own.in_cell:
                own.texts.append("• ")
            self._bullet = "•" if tag == "li" and not own.in_cell else self._bullet
            self._heading = tag[0] == "h" and tag[1:].isdigit()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"} and self._own.number:
            self._end_cell()
        elif tag == "tr" and self._own.number:
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        own = self._own
        if not self._silent and sum(map(len, own.texts)) < CHARACTERS:
            own.texts.append(data if own.in_cell and data.strip() else " ".join(data.split("\n")))

    def end_line(self) -> None:
        """Take what was collected outside a cell as a line."""
        own = self._own
        text = cell_text(" ".join("".join(own.texts).split()))
        own.texts = []
        if text:
            bullet, self._bullet = self._bullet, ""
            row = Row(line=0, text=text, cells=(text,), bullet=bullet, is_heading=self._heading)
            self._add([row])
        self._heading = False

    def _add(self, rows: Sequence[Row]) -> None:
        for row in rows:
            self._own.rows.append(replace(row, line=len(self._own.rows) + 1))

    def _begin_table(self) -> None:
        if not self._own.in_cell:
            self.end_line()
        if len(self._around) < _DEEPEST:
            self._tables += 1
            self._around.append(self._own)
            self._own = _Table(self._tables)
        else:
            self._break()

    def _end_table(self) -> None:
        if not self._around:
            return
        self._end_row()
        self.end_line()
        rows = self._own.rows
        self._own = self._around.pop()
        if not self._own.in_cell:
            self._add(rows)
        elif sum(_begins_with_time(row) for row in rows) >= _FEWEST_TIMED:
            self._lines_of_cell()
            self._add(rows)
        else:
            self._own.texts.append("\n" + "\n".join("\n".join(row.filled) for row in rows) + "\n")

    def _lines_of_cell(self) -> None:
        """Take what stands in a cell before a table within it as lines above that."""
        lines = "".join(self._own.texts).split("\n")
        for line in lines:
            self._own.texts = [line]
            self.end_line()

    def _break(self) -> None:
        if self._own.in_cell:
            self._own.texts.append("\n")
        else:
            self.end_line()

    def _end_cell(self) -> None:
        own = self._own
        if not own.in_cell or own.cells is None:
            return
        lines = (" ".join(line.split()) for line in "".join(own.texts).split("\n"))
        own.texts, own.in_cell = [], False
        if own.span > 1:
            own.merged.append((len(own.cells), own.span))
        if own.height > 1:
            own.down.append((len(own.cells), own.height))
            columns = range(len(own.cells), len(own.cells) + own.span)
            own.below.update(dict.fromkeys(columns, own.height))
        own.cells.append(cell_text("\n".join(line for line in lines if line)))
        own.cells += [""] * (own.span - 1)
        own.span = own.height = 1

    def _pass_over_spanned(self, cells: list[str]) -> None:
        """Leave the cells empty into which one of a row above reaches down."""
        while self._own.below.get(len(cells), 0) > 0 and len(cells) < _MOST_COLUMNS:
            cells.append("")

    def _end_row(self) -> None:
        self._end_cell()
        own = self._own
        cells, own.cells = own.cells, None
        if cells is not None:
            own.below = {column: rows - 1 for column, rows in own.below.items() if rows > 1}
        if cells and any(cells):
            row = Row(
                line=0,
                text="\t".join(" ".join(cell.split()) for cell in cells if cell),
                cells=tuple(cells),
                between=Between.TABLE,
                merged=tuple(own.merged),
                down=tuple(own.down),
                table=own.number,
            )
            self._add([row])


def _begins_with_time(row: Row) -> bool:
    """Whether a row has a time in its first cell and something beside it."""
    return len(row.filled) > 1 and begins_with_time(" ".join(row.filled[0].split()))


def _number_of(attrs: list[tuple[str, str | None]], name: str) -> int:
    """Return over how many columns or rows a cell reaches."""
    written = next((value for each, value in attrs if each == name), None) or "1"
    return max(1, min(_MOST_SPAN, int(written))) if written.isascii() and written.isdigit() else 1
