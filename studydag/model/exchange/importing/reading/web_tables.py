"""The tables and lines of a web page, or of what Word and Excel put on the clipboard, as rows."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from studydag.model.exchange.importing.reading.rows import CHARACTERS, Between, Row, cell_text
from studydag.model.exchange.importing.reading.wanted import still_wanted

_BLOCKS: Final = frozenset(
    ["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "section", "article", "dt", "dd"]
)
_SILENT: Final = frozenset(["script", "style", "head", "title", "template"])
_SMALLEST_PIECE, _PIECES = 100_000, 16
_MOST_SPAN, _MOST_COLUMNS = 50, 500


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
    reader.end_line()
    return tuple(reader.rows)


class _Reader(HTMLParser):
    """Collects lines and table rows while a page is read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[Row] = []
        self._texts: list[str] = []
        self._cells: list[str] | None = None
        self._in_cell = False
        self._merged: list[tuple[int, int]] = []
        self._span = self._rows = 1
        self._below: dict[int, int] = {}
        self._down: list[tuple[int, int]] = []
        self._bullet = ""
        self._heading = False
        self._silent = 0
        self._table = 0
        self._depth = 0

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over a marked section of another kind than Word and the standard know."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.rawdata.find(">", i) + 1 or -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self.end_line()
            self._depth += 1
            self._table += self._depth == 1
            self._below = {} if self._depth == 1 else self._below
        elif tag == "tr" and self._depth == 1:
            self._end_row()
            self._cells, self._merged, self._down = [], [], []
        elif tag in {"td", "th"} and self._cells is not None and self._depth == 1:
            self._end_cell()
            self._in_cell = True
            self._span, self._rows = _number_of(attrs, "colspan"), _number_of(attrs, "rowspan")
            self._pass_over_spanned(self._cells)
        elif tag in _BLOCKS:
            self._break()
            if tag == "li" and self._in_cell:
                self._texts.append("• ")
            self._bullet = "•" if tag == "li" and not self._in_cell else self._bullet
            self._heading = tag[0] == "h" and tag[1:].isdigit()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"} and self._depth == 1:
            self._end_cell()
        elif tag == "tr" and self._depth == 1:
            self._end_row()
        elif tag == "table":
            self._end_row()
            self._depth = max(0, self._depth - 1)
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._silent and sum(map(len, self._texts)) < CHARACTERS:
            self._texts.append(data if self._in_cell and data.strip() else " ".join(data.split("\n")))

    def end_line(self) -> None:
        """Take what was collected outside a table as a line."""
        text = cell_text(" ".join("".join(self._texts).split()))
        self._texts = []
        if text:
            bullet, self._bullet = self._bullet, ""
            self.rows.append(
                Row(line=len(self.rows) + 1, text=text, cells=(text,), bullet=bullet, is_heading=self._heading)
            )
        self._heading = False

    def _break(self) -> None:
        if self._in_cell:
            self._texts.append("\n")
        else:
            self.end_line()

    def _end_cell(self) -> None:
        if not self._in_cell or self._cells is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self._texts).split("\n"))
        self._texts, self._in_cell = [], False
        if self._span > 1:
            self._merged.append((len(self._cells), self._span))
        if self._rows > 1:
            self._down.append((len(self._cells), self._rows))
            columns = range(len(self._cells), len(self._cells) + self._span)
            self._below.update(dict.fromkeys(columns, self._rows))
        self._cells.append(cell_text("\n".join(line for line in lines if line)))
        self._cells += [""] * (self._span - 1)
        self._span = self._rows = 1

    def _pass_over_spanned(self, cells: list[str]) -> None:
        """Leave the cells empty into which one of a row above reaches down."""
        while self._below.get(len(cells), 0) > 0 and len(cells) < _MOST_COLUMNS:
            cells.append("")

    def _end_row(self) -> None:
        self._end_cell()
        cells, self._cells = self._cells, None
        if cells is not None:
            self._below = {column: rows - 1 for column, rows in self._below.items() if rows > 1}
        if cells and any(cells):
            self.rows.append(
                Row(
                    line=len(self.rows) + 1,
                    text="\t".join(" ".join(cell.split()) for cell in cells if cell),
                    cells=tuple(cells),
                    between=Between.TABLE,
                    merged=tuple(self._merged),
                    down=tuple(self._down),
                    table=self._table,
                )
            )


def _number_of(attrs: list[tuple[str, str | None]], name: str) -> int:
    """Return over how many columns or rows a cell reaches."""
    written = next((value for each, value in attrs if each == name), None) or "1"
    return max(1, min(_MOST_SPAN, int(written))) if written.isascii() and written.isdigit() else 1
