"""Lists without heads and without times: who offers what, a row each, as proposals for workshops come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import listed_people, people_in

FEWEST_ROWS: Final = 6
SHORTEST_TITLES: Final = 12
"""How long titles are at least, on average, in characters."""
_MOST, _MANY, _HALF = 0.9, 0.8, 0.5


@dataclass(frozen=True, slots=True)
class Proposals:
    """Which columns of a list hold the titles, and the names: one column, or two of first and last names."""

    title: int
    names: tuple[int, ...]

    def persons(self, row: Row) -> tuple[str, ...]:
        """Return who offers what a row holds."""
        named = _joined(row, self.names)
        return listed_people(named) if named else ()

    def told(self, row: Row) -> str:
        """Return what else stands in a row."""
        taken = {self.title, *self.names}
        return "\n".join(cell for column, cell in enumerate(row.cells) if cell and column not in taken)


def proposals_in(rows: Sequence[Row]) -> dict[int, Proposals]:
    """Return by table the columns of those that are lists of proposals: names in one, longer titles in another."""
    tables: dict[int, list[Row]] = {}
    for row in rows:
        if row.table:
            tables.setdefault(row.table, []).append(row)
    found = {table: _proposals(own) for table, own in tables.items() if len(own) >= FEWEST_ROWS}
    return {table: each for table, each in found.items() if each is not None}


def _proposals(rows: Sequence[Row]) -> Proposals | None:
    width = max(len(row.cells) for row in rows)
    columns = {column: [cell for row in rows if (cell := cell_of(row, column).strip())] for column in range(width)}
    full = {column: cells for column, cells in columns.items() if len(cells) >= _MANY * len(rows)}
    titles = {column: cells for column, cells in full.items() if len(set(cells)) >= _MOST * len(cells)}
    if not titles:
        return None
    title = max(titles, key=lambda column: fmean(map(len, titles[column])))
    if fmean(map(len, titles[title])) < SHORTEST_TITLES or _are_names(titles[title]):
        return None
    words = [column for column, cells in full.items() if column != title and _are_words(cells)]
    pairs = [(column, column + 1) for column in words if column + 1 in words]
    pair = next((pair for pair in pairs if _are_names([_joined(row, pair) for row in rows])), None)
    if pair is not None:
        return Proposals(title, pair)
    named = next((column for column, cells in full.items() if column != title and _are_names(cells)), None)
    return None if named is None else Proposals(title, (named,))


def _are_words(cells: Sequence[str]) -> bool:
    """Whether most cells are one word, as first names and last names are."""
    return sum(" " not in cell and not any(map(str.isdigit, cell)) for cell in cells) > _MANY * len(cells)


def _joined(row: Row, columns: Sequence[int]) -> str:
    return " ".join(cell for column in columns if (cell := cell_of(row, column).strip()))


def _are_names(cells: Sequence[str]) -> bool:
    return sum(people_in(cell).sureness >= Sureness.LIKELY for cell in cells) > _HALF * len(cells)
