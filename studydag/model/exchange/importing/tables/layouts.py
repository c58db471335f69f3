"""How a table is laid out: which row has the heads, and what each column holds by its head and its cells."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front, time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.tables.column_contents import roles_by_cells
from studydag.model.exchange.importing.tables.grids import Grid, grid_of
from studydag.model.exchange.importing.vocabulary.words import Role, is_of_a_session, role_of

HEADS_WITHIN = 12
FEW_ROWS = 3
NOON = 12
FEW_HOURS = 6
FEWEST_PAIRS, MOST_OF, FEW_OF = 4, 0.75, 0.25
_TIMES: Final = frozenset({Role.TIME, Role.START, Role.END, Role.MINUTES})
_TITLED: Final = re.compile(r"(?:\w+[ _]?)?(?:title|titel)", re.IGNORECASE)
_OF_A_ROOM: Final = re.compile(r"zaal|lokaal|ruimte|room|raum|saal|zimmer", re.IGNORECASE)
_TALK: Final = re.compile(r"(?:\w+[ _])?tit(?:le|el)", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_DIGIT: Final = re.compile(r"\d")
_TWELVE: Final = re.compile(r"[ap]\.?\s?m\b", re.IGNORECASE)
_MONTH_FIRST: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|20\d\d)")
_ORDINAL: Final = re.compile(r"\d{1,2}")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold: by number its role, and its head; or a grid."""

    head: int
    roles: Mapping[int, Role] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    grid: Grid | None = None
    whence: frozenset[int] = frozenset()
    """Columns of people in which where they come from stands behind the comma."""

    def column(self, role: Role) -> int | None:
        """Return the first column with a role."""
        return next((column for column, own in self.roles.items() if own is role), None)


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """Return how a table is laid out, by the row of heads among its first; None where it has no heads."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        layout = heads_in(row, place, rows[place + 1 :])
        if layout is not None:
            return _under_heads(layout, row, rows[place - 1], rows[place + 1 :]) if place else layout
        if any(is_time(cell) or time_at_front(cell) is not None for cell in row.filled):
            return None
    return None


def heads_in(row: Row, place: int, below: Sequence[Row]) -> Layout | None:
    """Return the layout of which a row holds the heads; None where it holds none."""
    # `Noon` may be the head of a column.
    if len(row.filled) < 2 or not below or any(is_time(cell) and _DIGIT.search(cell) for cell in row.cells):
        return None
    roles = {column: role for column, cell in enumerate(row.cells) if (role := role_of(cell)) is not None}
    grid = grid_of(row, roles, below)
    by_cells = roles_by_cells(row, roles, below, may_be_grid=grid is not None)
    grid = None if by_cells else grid
    roles = by_cells or roles
    if grid is not None:
        return Layout(head=place, grid=grid)
    # Where many columns are for the one who keeps the table, a time and a title say enough.
    is_known = 2 * len(roles) >= len(row.filled) or (Role.TITLE in roles.values() and _TIMES & set(roles.values()))
    # So do who speaks and on what: `name, affiliation, talk_title, abstract`.
    has_people = bool({"name", "naam"} & set(row.filled)) or Role.PERSONS in roles.values()
    is_known = is_known or (any(map(_TALK.fullmatch, row.filled)) and has_people)
    if len(roles) < 2 or not is_known or not ({Role.TITLE, *_TIMES} & set(roles.values())):
        return None
    names = {column: cell.strip(" :") for column, cell in enumerate(row.cells) if cell}
    settled = _settled(row, roles, below)
    return Layout(head=place, roles=settled, names=names, whence=_with_whence(settled, below))


def _with_whence(roles: Mapping[int, Role], below: Sequence[Row]) -> frozenset[int]:
    people = [column for column, role in roles.items() if role is Role.PERSONS]
    return frozenset(column for column in people if _say_whence([cell_of(row, column) for row in below]))


def _say_whence(cells: Sequence[str]) -> bool:
    """Whether most cells with a comma have one name before it and none behind: `Anna Bos, Mango Solutions`."""
    pairs = [cell.rsplit(",", 1) for cell in cells if "," in cell and "\n" not in cell]
    if len(pairs) < FEWEST_PAIRS:
        return False
    named = sum(people_in(before).sureness >= Sureness.LIKELY for before, _ in pairs)
    behind = sum(name_sureness(after.strip()) >= Sureness.LIKELY for _, after in pairs)
    return named > MOST_OF * len(pairs) and behind < FEW_OF * len(pairs)


def _under_heads(layout: Layout, row: Row, upper: Row, below: Sequence[Row]) -> Layout:
    """Take along what stands above heads that say nothing: `Sprekers` over columns 1, 2 and 3."""
    if layout.grid is not None:
        return layout
    reach = dict(upper.merged)
    roles = dict(layout.roles)
    for column, cell in enumerate(upper.cells):
        role = role_of(cell)
        if role not in {Role.PERSONS, Role.ROOM}:
            continue
        place = column
        while place < max(column + reach.get(column, 1), len(row.cells)):
            head = cell_of(row, place)
            if _LETTER.search(head) or (place > column and cell_of(upper, place)):
                break
            roles[place] = role
            place += 1
    return replace(layout, roles=roles, whence=_with_whence(roles, below))


def is_time(cell: str) -> bool:
    """Whether a cell holds a clock time and nothing else."""
    found = time_in_cell(cell)
    return found is not None and found.start is not None


def _settled(row: Row, roles: Mapping[int, Role], below: Sequence[Row]) -> dict[int, Role]:
    """Make sure that one column holds titles, and that each role but people and rest is there once."""
    made = {column: _said_by_cells(role, column, below) for column, role in roles.items()}
    if Role.PERSONS not in made.values():
        # `Name, …, Title`: who speaks, and on what.
        heads = {
            row.cells[column].strip(" :*").casefold(): column for column, role in made.items() if role is Role.TITLE
        }
        person = next((heads[head] for head in ("name", "naam") if head in heads), None)
        if person is not None and any(head.endswith(("title", "titel")) for head in heads):
            made[person] = Role.PERSONS
    _lasting(made, below)
    _keep_speakers(made, row)
    for role in (Role.TIME, Role.START, Role.END, Role.MINUTES, Role.DATE, Role.TITLE, Role.ROOM):
        columns = [column for column, own in made.items() if own is role]
        if len(columns) > 1:
            best = _best(role, columns, row, below)
            made.update(dict.fromkeys([column for column in columns if column != best], Role.REST))
    columns_with_time = {role for role in made.values() if role in {Role.TIME, Role.START}}
    if not columns_with_time:
        dates = [column for column, own in made.items() if own in {Role.DATE, Role.NUMBER, Role.ROUND}]
        timely = [column for column in dates if sum(_has_time(each, column) for each in below) * 2 > len(below)]
        made.update(dict.fromkeys(timely, Role.TIME))
    if Role.TITLE not in made.values():
        unknown = [column for column, cell in enumerate(row.cells) if column not in made and cell]
        spare = unknown or [column for column, own in made.items() if own is Role.REST]
        if spare:
            made[_fullest(spare, below)] = Role.TITLE
    for column, cell in enumerate(row.cells):
        if cell and column not in made:
            made[column] = Role.REST
    return made


def _lasting(roles: dict[int, Role], below: Sequence[Row]) -> None:
    """Take a column of ends for one of durations where most of them are earlier than the start beside them."""
    column = next((column for column, role in roles.items() if role is Role.END), None)
    begin = next((column for column, role in roles.items() if role in {Role.START, Role.TIME}), None)
    if column is None or begin is None:
        return
    pairs = [(time_in_cell(cell_of(row, begin)), time_in_cell(cell_of(row, column))) for row in below[:50]]
    clocks = [(first.start, last.start) for first, last in pairs if first is not None and last is not None]
    ends = [(first, last) for first, last in clocks if first is not None and last is not None]
    if len(ends) >= FEWEST_PAIRS and sum(
        last < first and last.hour < FEW_HOURS for first, last in ends
    ) > MOST_OF * len(ends):
        roles[column] = Role.MINUTES


def _keep_speakers(roles: dict[int, Role], row: Row) -> None:
    """Take who leads the session in which several speak for none of them, where they have a column of their own."""
    people = [column for column, role in roles.items() if role is Role.PERSONS]
    chairs = [column for column in people if is_of_a_session(row.cells[column])]
    if len(chairs) < len(people):
        roles.update(dict.fromkeys(chairs, Role.REST))


def _said_by_cells(role: Role, column: int, below: Sequence[Row]) -> Role:
    """Return what a column is where its cells deny its head: numbers are no people, and `1, 2, 3` are no times."""
    cells = [cell for row in below[:50] if (cell := cell_of(row, column))]
    if role is Role.PERSONS and cells and not any(_LETTER.search(cell) for cell in cells):
        return Role.REST
    if role in {Role.TIME, Role.START} and len(cells) >= FEW_ROWS and all(map(_ORDINAL.fullmatch, cells)):
        numbers = [int(cell) for cell in cells]
        if numbers[:FEW_ROWS] == [1, 2, 3]:
            return Role.NUMBER
    return role


def _best(role: Role, columns: Sequence[int], row: Row, below: Sequence[Row]) -> int:
    if role is Role.TITLE:
        best = _fullest(columns, below)
        called = [column for column in columns if _TITLED.fullmatch(row.cells[column].strip(" :*"))]
        # What is called a title is one, beside `Inhoud` or `Thema`, where it is as full. Of two, the one that comes
        # again is that of the session in which there are several.
        full = [column for column in called if 10 * _filled(column, below) >= 9 * _filled(best, below)]
        return max(full, key=lambda column: _different(column, below), default=best)
    if role is Role.ROOM:
        # A room stands in a building: `Gebouw`, `Lokaal`.
        return next((column for column in columns if _OF_A_ROOM.search(row.cells[column])), columns[0])
    if role in {Role.TIME, Role.START, Role.END}:
        # `Slot` may hold a letter, and `Time` beside it the times.
        return max(columns, key=lambda column: sum(_has_time(row, column) for row in below[:50]))
    return columns[0]


def _fullest(columns: Sequence[int], below: Sequence[Row]) -> int:
    """Return the column with most in it; titles are longer than themes or kinds."""
    return max(columns, key=lambda column: _filled(column, below))


def _filled(column: int, below: Sequence[Row]) -> int:
    return sum(cell_of(row, column) != "" for row in below[:50])


def _different(column: int, below: Sequence[Row]) -> int:
    return len({cell_of(row, column) for row in below[:50]})


def _has_time(row: Row, column: int) -> bool:
    cell = cell_of(row, column)
    return is_time(cell) or time_at_front(cell) is not None


def time_column(layout: Layout) -> int | None:
    """Return the column with the times, or with the starts."""
    columns = (layout.column(Role.TIME), layout.column(Role.START))
    return layout.grid.time if layout.grid is not None else next((each for each in columns if each is not None), None)


def is_in_24_hours(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether the times of a table show that its clock has twenty-four hours: one of them is `13:00` or later."""
    column = time_column(layout)
    cells = [cell for row in rows[layout.head + 1 :] if column is not None and (cell := cell_of(row, column))]
    if any(_TWELVE.search(cell) for cell in cells):
        return False
    found = [time_in_cell(cell, known=True) for cell in cells]
    return any(each is not None and each.start is not None and each.start.hour > NOON for each in found)


def with_month_first(rows: Sequence[Row], layout: Layout) -> Sequence[Row]:
    """Return rows with their dates such as `9/3/26` written in full where the clock beside them says that 9 is a month.

    Who writes `3:45 PM` there writes the month first, unless one of the dates can't be so.
    """
    column, clock = layout.column(Role.DATE), time_column(layout)
    if column is None or clock is None:
        return rows
    found = {id(row): date for row in rows if (date := _MONTH_FIRST.fullmatch(cell_of(row, column))) is not None}
    has_noon = any(_TWELVE.search(cell_of(row, clock)) for row in rows)
    if not found or not has_noon or any(int(date[1]) > NOON for date in found.values()):
        return rows
    return [
        row
        if (date := found.get(id(row))) is None
        else replace(row, cells=(*row.cells[:column], _in_full(date), *row.cells[column + 1 :]))
        for row in rows
    ]


def _in_full(date: re.Match[str]) -> str:
    year = int(date[3]) + 2000 * (len(date[3]) == 2)
    return f"{year}-{int(date[1]):02}-{int(date[2]):02}"


def tells_of_later_days(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether most rows of a table have a date where others have their time."""
    rows = rows[layout.head + 1 :]
    column = next((each for each in (layout.column(Role.TIME), layout.column(Role.START)) if each is not None), None)
    cells = [" ".join(cell_of(row, column).split()) for row in rows if cell_of(row, column)]
    dated = [cell for cell in cells if (date := find_date(cell)) is not None and date.month is not None]
    alone = [cell for cell in dated if time_at_end(f"x {cell}") is None and time_at_front(cell) is None]
    return bool(cells) and 2 * len(dated) > len(cells) and 4 * len(alone) >= len(dated) > 0
