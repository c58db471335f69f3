"""What the columns of a table hold by their cells, where their heads say nothing: times, people, rooms, titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.clock_cells import time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.names import Sureness, is_nobody
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.vocabulary.words import Role

FEWEST_ROWS: Final = 3
FEWEST_CELLS: Final = 2
MOST_ROWS: Final = 60
LONGEST_HEAD: Final = 30
SHORTEST_TITLE: Final = 4
"""In characters, on average: what is shorter is a code."""
_WORD: Final = re.compile(r"[^\W\d_]{3}")
_MOST, _MANY = 0.8, 0.5


def cells_below(column: int, below: Sequence[Row]) -> list[str]:
    """Return the filled cells of a column."""
    return [row.cells[column] for row in below[:MOST_ROWS] if column < len(row.cells) and row.cells[column]]


def role_by_cells(cells: Sequence[str], rows: int) -> Role | None:
    """Return what a column holds of which `rows` rows have `cells`, if most of these are of one kind."""
    if len(cells) < FEWEST_CELLS:
        return None
    if len(cells) >= _MANY * rows and _are_most(cells, [_is_time(cell) for cell in cells]):
        return Role.TIME
    if _are_most(cells, [_is_date(cell) for cell in cells]):
        return Role.DATE
    if _are_most(cells, [is_nobody(cell) or people_in(cell).sureness >= Sureness.LIKELY for cell in cells]):
        return Role.PERSONS
    # Rooms come again, or are called something: `x1`, `x2` and `x3` are numbers.
    are_numbers = len(set(cells)) == len(cells) and not any(map(_WORD.search, cells))
    if not are_numbers and _are_most(cells, [room_sureness(cell) >= Sureness.LIKELY for cell in cells]):
        return Role.ROOM
    return None


def roles_by_cells(row: Row, roles: Mapping[int, Role], below: Sequence[Row], *, may_be_grid: bool) -> dict[int, Role]:
    """Return the roles of a row of heads with those of columns whose head says nothing, by what stands in them.

    The fullest and longest of the others has the titles. Empty where there are no times, no titles, or neither people
    nor rooms among them: then the columns may be groups or rooms.
    """
    unknown = [column for column, cell in enumerate(row.cells) if cell and column not in roles]
    rows = len(below[:MOST_ROWS])
    if rows < FEWEST_ROWS or not unknown or any(len(row.cells[column]) > LONGEST_HEAD for column in unknown):
        return {}
    if any(room_sureness(row.cells[column]) >= Sureness.LIKELY or _is_date(row.cells[column]) for column in unknown):
        return {}
    found = {
        column: role for column in unknown if (role := role_by_cells(cells_below(column, below), rows)) is not None
    }
    made = {**roles, **_first_of_each(found, roles)}
    if not {Role.TIME, Role.START} & set(made.values()) or not {Role.PERSONS, Role.ROOM} & set(found.values()):
        return {}
    if Role.TITLE not in made.values():
        spare = [column for column in unknown if column not in made]
        if may_be_grid and _share_texts(spare, below):
            return {}
        title = max(spare, key=lambda column: _length(column, below, rows), default=None)
        if title is None or _length(title, below, rows) < SHORTEST_TITLE:
            return {}
        made[title] = Role.TITLE
    return made


def _share_texts(columns: Sequence[int], below: Sequence[Row]) -> bool:
    """Whether a text stands in two columns, as `Pauze` for each group: then each of them has titles."""
    texts = [{cell for cell in cells_below(column, below) if len(cell) >= SHORTEST_TITLE} for column in columns]
    return sum(map(len, texts)) > len(set().union(*texts))


def _first_of_each(found: Mapping[int, Role], roles: Mapping[int, Role]) -> dict[int, Role]:
    """Leave out a second column of times or rooms, and those of what another one has by its head."""
    made: dict[int, Role] = {}
    for column, role in found.items():
        has_it = role in roles.values() or (role is Role.TIME and Role.START in roles.values())
        if not has_it and (role is Role.PERSONS or role not in made.values()):
            made[column] = role
    return made


def _length(column: int, below: Sequence[Row], rows: int) -> float:
    cells = cells_below(column, below)
    different = len(set(cells)) / max(1, len(cells))
    return different * min(60.0, sum(map(len, cells)) / max(1, rows))


def _are_most(cells: Sequence[str], are_so: Sequence[bool]) -> bool:
    return sum(are_so) >= _MOST * len(cells)


def _is_time(cell: str) -> bool:
    found = time_in_cell(cell)
    return found is not None and found.start is not None


def _is_date(cell: str) -> bool:
    date = find_date(" ".join(cell.split()))
    return date is not None and not date.rest.strip(" ,.")
