"""A row: one line of a text or of a sheet, taken apart into cells, before anybody knows what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

CHARACTERS = 20_000
"""No line of a programme is longer; a hostile one would take very long to read."""

_FORMULA = re.compile(r"'(?=[=+\-@\t\r])")
_SPACES = re.compile(r"[^\S\n]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_UNWANTED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


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

    @property
    def filled(self) -> tuple[str, ...]:
        """The cells in which something stands."""
        return tuple(cell for cell in self.cells if cell)


def cell_of(row: Row, column: int | None) -> str:
    """Return the cell of a column, empty where the row is shorter."""
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def tidy(text: str) -> str:
    """Return the text of a line or cell without what can't be seen, with single spaces, its line breaks kept."""
    text = _INVISIBLE.sub("", _UNWANTED.sub("", text)).replace("\u00a0", " ").replace("\u202f", " ")
    return "\n".join(
        _SPACES.sub(" ", line).strip() for line in re.split(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]", text)
    ).strip()


def without_guard(text: str) -> str:
    """Take off the prefix that keeps a spreadsheet from taking a text for a formula."""
    return _FORMULA.sub("", text, count=1) if text.startswith("'") else text
