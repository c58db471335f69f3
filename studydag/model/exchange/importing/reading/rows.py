"""A row: one line of a text or of a sheet, taken apart into cells, before anybody knows what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from studydag.model.exchange.importing.reading.legible import tidy, with_plain_times

CHARACTERS = 20_000
"""No line of a programme is longer; a hostile one would take very long to read."""

_FORMULA = re.compile(r"'(?=[=+\-@\t\r])")


class Between(StrEnum):
    """What stood between the cells of a row."""

    NOTHING = "nothing"
    SPACES = "spaces"
    BAR = "bar"
    TABLE = "table"

    @property
    def is_table(self) -> bool:
        """Whether cells that are below each other belong together."""
        return self is Between.TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: its cells, how far it stands in, the bullet before it, and whether an empty line precedes it.

    `merged` are the cells that reach over those to the right of them, with the number of columns that they fill; `down`
    those that reach over the rows below, with the number of rows. `is_block`: what stands below says that it is one.
    `shown` is the text as it is read, and as it was pasted, where that isn't the same.
    """

    line: int
    text: str
    cells: tuple[str, ...]
    between: Between = Between.NOTHING
    indent: int = 0
    bullet: str = ""
    after_gap: bool = False
    is_heading: bool = False
    is_block: bool = False
    merged: tuple[tuple[int, int], ...] = ()
    down: tuple[tuple[int, int], ...] = ()
    table: int = 0
    shown: tuple[str, str] = ("", "")

    @property
    def pasted(self) -> str:
        """The line as it was pasted, with what was joined to it since; a piece of it as it is read."""
        read, pasted = self.shown
        return self.text.replace(read, pasted, 1) if read else self.text

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells in which something stands."""
        return tuple(cell for cell in self.cells if cell)


def text_of_both(above: Row, row: Row) -> dict[str, Any]:
    """Return the fields of the text for a row that is made of two."""
    text = f"{above.text} {row.text}"
    return {"text": text, "shown": (text, f"{above.pasted} {row.pasted}")}


def cell_of(row: Row, column: int | None) -> str:
    """Return the cell of a column, empty where the row is shorter."""
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def without_guard(text: str) -> str:
    """Take off the prefix that keeps a spreadsheet from taking a text for a formula."""
    return _FORMULA.sub("", text, count=1) if text.startswith("'") else text


def cell_text(text: str) -> str:
    """Return what a cell of a table or a line says, as it is read."""
    return with_plain_times(without_guard(tidy(text)))
