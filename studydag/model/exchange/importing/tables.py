"""Tables with heads: each column says what it holds; or a grid of times with rooms, groups or days across."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Final

from studydag.model.exchange.importing.asides import aside_of
from studydag.model.exchange.importing.clock_cells import time_at_end, time_at_front, time_in_cell
from studydag.model.exchange.importing.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.grids import Grid, grid_of, lengthen, read_grid_row
from studydag.model.exchange.importing.header import header_line
from studydag.model.exchange.importing.headings import is_footer, is_section, offers_parallel
from studydag.model.exchange.importing.options import listed_within, options_inside
from studydag.model.exchange.importing.peeling import peel
from studydag.model.exchange.importing.people import Sureness, is_nobody, listed_people, listing, people_in
from studydag.model.exchange.importing.phase_words import is_break, tells_a_phase
from studydag.model.exchange.importing.places import counts_rooms, room_sureness
from studydag.model.exchange.importing.rows import Row
from studydag.model.exchange.importing.words import Role, role_of
from studydag.model.rules.clock import WrittenTime
from studydag.model.rules.durations import read_minutes
from studydag.model.values.imported import LineKind

HEADS_WITHIN = 12
FEW_ROWS = 3
MOST_BESIDE: Final = 12
"""So many rows without a time, a room and anything else of their own run beside the one above them."""
_TIMES: Final = frozenset({Role.TIME, Role.START, Role.END, Role.MINUTES})
_NUMBERED: Final = re.compile(r"(\D{3,20}?) ?(?:\d{1,2}|[A-H])\b")
_FILLED: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a table hold: by number its role, and its head; or a grid."""

    head: int
    roles: Mapping[int, Role] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)
    grid: Grid | None = None

    def column(self, role: Role) -> int | None:
        """Return the first column with a role."""
        return next((column for column, own in self.roles.items() if own is role), None)


def layout_of(rows: Sequence[Row]) -> Layout | None:
    """Return how a table is laid out, by the row of heads among its first; None where it has no heads."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        layout = _layout(row, place, rows[place + 1 :])
        if layout is not None:
            return layout
        if any(_is_time(cell) or time_at_front(cell) is not None for cell in row.filled):
            return None
    return None


def _layout(row: Row, place: int, below: Sequence[Row]) -> Layout | None:
    if len(row.filled) < 2 or not below or any(_is_time(cell) for cell in row.cells):
        return None
    roles = {column: role for column, cell in enumerate(row.cells) if (role := role_of(cell)) is not None}
    grid = grid_of(row, roles, below)
    if grid is not None:
        return Layout(head=place, grid=grid)
    # Where many columns are for the one who keeps the table, a time and a title say enough.
    is_known = 2 * len(roles) >= len(row.filled) or (Role.TITLE in roles.values() and _TIMES & set(roles.values()))
    if len(roles) < 2 or not is_known or not ({Role.TITLE, *_TIMES} & set(roles.values())):
        return None
    names = {column: cell.strip(" :") for column, cell in enumerate(row.cells) if cell}
    return Layout(head=place, roles=_settled(row, roles, below), names=names)


def _is_time(cell: str) -> bool:
    found = time_in_cell(cell)
    return found is not None and found.start is not None


def _settled(row: Row, roles: Mapping[int, Role], below: Sequence[Row]) -> dict[int, Role]:
    """Make sure that one column holds titles, and that each role but people and rest is there once."""
    made = dict(roles)
    if Role.PERSONS not in made.values():
        # `Name, …, Title`: who speaks, and on what.
        heads = {
            row.cells[column].strip(" :*").casefold(): column for column, role in made.items() if role is Role.TITLE
        }
        person = next((heads[head] for head in ("name", "naam") if head in heads), None)
        if person is not None and ("title" in heads or "titel" in heads):
            made[person] = Role.PERSONS
    for role in (Role.TIME, Role.START, Role.END, Role.MINUTES, Role.DATE, Role.TITLE, Role.ROOM):
        columns = [column for column, own in made.items() if own is role]
        if len(columns) > 1:
            best = _best(role, columns, below)
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


def _best(role: Role, columns: Sequence[int], below: Sequence[Row]) -> int:
    if role is Role.TITLE:
        return _fullest(columns, below)
    if role in {Role.TIME, Role.START, Role.END}:
        # `Slot` may hold a letter, and `Time` beside it the times.
        return max(columns, key=lambda column: sum(_has_time(row, column) for row in below[:50]))
    return columns[0]


def _fullest(columns: Sequence[int], below: Sequence[Row]) -> int:
    """Return the column with most in it; titles are longer than themes or kinds."""
    return max(columns, key=lambda column: sum(_cell(row, column) != "" for row in below[:50]))


def _has_time(row: Row, column: int) -> bool:
    cell = _cell(row, column)
    return _is_time(cell) or time_at_front(cell) is not None


def _cell(row: Row, column: int | None) -> str:
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def read_table(rows: Sequence[Row], layout: Layout, state: State) -> None:
    """Read the rows of a table; a row of heads that comes again changes what the columns hold."""
    for row in rows[: layout.head]:
        header_line(row, state)
    before = len(state.drafts)
    if before and state.last_item() is not None and tells_of_later_days(rows, layout):
        # Who does what after the day is no part of its programme.
        state.drafts += [Draft(row, LineKind.NOT_UNDERSTOOD) for row in rows[layout.head :]]
        return
    for place, row in enumerate(rows[layout.head :], start=layout.head):
        is_head = place > layout.head and sum(role_of(cell) is not None for cell in row.filled) > 1
        again = _layout(row, place, rows[place + 1 :]) if is_head else None
        if again is not None:
            layout = again
        if again is not None or place == layout.head:
            state.drafts.append(Draft(row, LineKind.HEADING, title=row.text))
        elif layout.grid is not None:
            read_grid_row(row, layout.grid, state)
        else:
            _read_row(row, layout, state)
    columns = (layout.column(Role.TIME), layout.column(Role.START))
    time = layout.grid.time if layout.grid is not None else next((each for each in columns if each is not None), None)
    end = layout.grid.end if layout.grid is not None else layout.column(Role.END)
    if time is not None and any(row.down for row in rows):
        lengthen(rows, state.drafts[before:], time, end)


def tells_of_later_days(rows: Sequence[Row], layout: Layout) -> bool:
    """Whether most rows of a table have a date where others have their time."""
    rows = rows[layout.head + 1 :]
    column = next((each for each in (layout.column(Role.TIME), layout.column(Role.START)) if each is not None), None)
    cells = [" ".join(_cell(row, column).split()) for row in rows if _cell(row, column)]
    dated = [cell for cell in cells if (date := find_date(cell)) is not None and date.month is not None]
    alone = [cell for cell in dated if time_at_end(f"x {cell}") is None and time_at_front(cell) is None]
    return bool(cells) and 2 * len(dated) > len(cells) and 4 * len(alone) >= len(dated) > 0


def _read_row(row: Row, layout: Layout, state: State) -> None:
    if len(row.filled) == 1 and _is_heading_row(row, layout, state):
        return
    time, date, spare = _time_of(row, layout, state)
    draft = Draft(row, LineKind.ITEM, time=time, column=layout.column(Role.TITLE))
    if date is not None:
        settled = state.settle(date)
        if settled is None or settled != state.date:
            state.begin_part(settled)
            draft.begins_part, draft.date = True, settled
    _fill(draft, layout, spare)
    if not _FILLED.search(draft.title):
        _without_title(draft, layout, state)
        return
    if draft.time.start is None:
        _without_time(draft, layout, state)
    elif state.note_start(draft.time.start) and not draft.begins_part:
        draft.begins_part = True
        state.date = None
    state.drafts.append(draft)
    state.drafts += options_inside(draft)


def _is_heading_row(row: Row, layout: Layout, state: State) -> bool:
    """Take a row with one filled cell that is a date, a section, or a remark, and no block."""
    text = row.filled[0]
    date = find_date(text)
    column = row.cells.index(text)
    if date is not None and (len(date.rest) <= 12 or is_section(date.rest)) and not _is_time(text):
        found = state.settle(date)
        state.begin_part(found)
        state.drafts.append(Draft(row, LineKind.DATE, title=date.rest or text, date=found, begins_part=True))
        return True
    if is_section(text):
        state.drafts.append(Draft(row, LineKind.HEADING, title=text))
        return True
    if time_at_front(text) is not None or time_at_end(text) is not None or tells_a_phase(text):
        return False
    if is_footer(text) or (state.last_block() is None and layout.roles.get(column) is not Role.TITLE):
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
        return True
    role = layout.roles.get(column)
    block = state.last_block()
    if block is not None and role in {Role.PERSONS, Role.ROOM, Role.REST}:
        note = Draft(row, LineKind.NOTE, description=text if role is Role.REST else "")
        note.persons = listed_people(text) if role is Role.PERSONS else ()
        note.room = text if role is Role.ROOM else ""
        state.drafts.append(note)
        return True
    return False


def _time_of(row: Row, layout: Layout, state: State) -> tuple[WrittenTime, WrittenDate | None, str]:
    """Return the time of a row, the date before it, and what the time column says besides."""
    date_cell = _cell(row, layout.column(Role.DATE))
    date = find_date(date_cell) if date_cell else None
    column = layout.column(Role.TIME)
    column = layout.column(Role.START) if column is None else column
    cell = _cell(row, column)
    minutes = _minutes(_cell(row, layout.column(Role.MINUTES)))
    found = _cell_time(cell, state)
    spare = "" if found is not None else cell
    if found is None and cell:
        found, date, spare = _time_within(cell, date, state)
    if found is None:
        return WrittenTime(minutes=minutes), date, spare
    end_cell = _cell(row, layout.column(Role.END))
    end = time_in_cell(end_cell, after=found.start, known=True) if end_cell else None
    if end is not None and found.end is None:
        found = replace(found, end=end.start or end.end)
    if minutes is not None and found.end is None:
        found = replace(found, minutes=minutes)
    return found, date, spare


def _cell_time(cell: str, state: State) -> WrittenTime | None:
    found = time_in_cell(cell, after=state.after, known=True)
    if found is None or found.start is None or state.first_start is None or found.start >= state.first_start:
        return found
    again = time_in_cell(cell, after=state.first_start, known=True)
    return again if again is not None and again.start is not None and again.start >= state.first_start else found


def _time_within(
    cell: str, date: WrittenDate | None, state: State
) -> tuple[WrittenTime | None, WrittenDate | None, str]:
    """Read `Ronde 1 (10.00-10.45)` or `di 12 mei 9.00` in a time column."""
    one = " ".join(cell.split("\n"))
    written = find_date(one)
    if written is not None and written.start == 0 and (written.month or written.weekday is not None):
        date, one = written, written.rest
        found = time_in_cell(one, known=True) if one else None
        if found is not None:
            return found, date, ""
    front = time_at_front(one, after=state.after)
    if front is not None:
        return front[0], date, front[1].strip(" ()")
    behind = time_at_end(one, after=state.after)
    return (None, date, one) if behind is None else (behind[0], date, behind[1])


def _minutes(cell: str) -> int | None:
    if not cell or not any(character.isalnum() for character in cell):
        return None
    return read_minutes(re.sub(r"\.0$", "", cell.strip(" .~±")))


def _fill(draft: Draft, layout: Layout, spare: str) -> None:
    """Give a draft what its cells say."""
    parts: list[str] = [spare] if spare and spare != draft.title else []
    for column, role in layout.roles.items():
        cell = _cell(draft.row, column)
        if not cell:
            continue
        if role is Role.TITLE:
            _title(draft, cell)
        elif role is Role.PERSONS:
            _people(draft, cell)
        elif role is Role.ROOM:
            draft.room = "" if is_nobody(cell) or counts_rooms(cell) else cell.replace("\n", ", ")
            parts += [cell] if counts_rooms(cell) else []
        elif role is Role.ROUND:
            parts.append(cell if not cell.isdigit() else f"{layout.names[column]} {cell}")
        elif role is Role.SUBTITLE:
            parts.insert(0, cell)
        elif role is Role.REST and cell != draft.title:
            parts.append(f"{layout.names.get(column, '')}: {cell}".removeprefix(": "))
    parts += [cell for column, cell in enumerate(draft.row.cells) if cell and column not in layout.roles]
    draft.description = "\n".join(part for part in (draft.description, *parts) if part)


def _title(draft: Draft, cell: str) -> None:
    cell, draft.inside = listed_within(cell)
    first, *more = cell.split("\n")
    first = first.rstrip(" :") or first
    if more and (more[0][:1].islower() or first.endswith((",", "-", ":", "&", " en", " and", " und"))):
        first = f"{first} {more.pop(0)}"
    made = with_peeled(draft, first, commas=False)
    draft.title, draft.persons, draft.minutes = made.title, made.persons, made.minutes
    draft.room = made.room
    for line in more:
        aside = aside_of(line)
        if aside is not None:
            draft.persons = (*draft.persons, *aside.persons)
            draft.room = draft.room or aside.room
            draft.description = "\n".join(part for part in (draft.description, line) if part)
        elif people_in(line).sureness >= Sureness.LIKELY:
            draft.persons = (*draft.persons, *people_in(line).persons)
        elif room_sureness(line) >= Sureness.LIKELY and not draft.room:
            draft.room = line
        else:
            peeled = peel(f"x {line}", commas=False)
            draft.persons = (*draft.persons, *peeled.persons)
            draft.description = "\n".join(part for part in (draft.description, line) if part)


def _people(draft: Draft, cell: str) -> None:
    if is_nobody(cell):
        return
    peeled = peel(f"x, {cell}") if "," in cell or "(" in cell else None
    if peeled is not None and peeled.room and peeled.persons and not draft.room:
        draft.room, draft.persons = peeled.room, peeled.persons
        return
    found = listing(cell)
    draft.persons = tuple(dict.fromkeys((*draft.persons, *found.persons)))
    draft.description = "\n".join(part for part in (draft.description, found.note) if part)


def _without_title(draft: Draft, layout: Layout, state: State) -> None:
    """A row without a title: more of the block above it, or a round or group that has no name of its own."""
    above = state.last_block()
    name = next(
        (
            cell
            for column, cell in enumerate(draft.row.cells)
            if cell and layout.roles.get(column) in {Role.ROUND, Role.REST, None}
        ),
        "",
    )
    if draft.time.start is not None and (name or draft.persons):
        state.note_start(draft.time.start)
        draft.title = " ".join((name or ", ".join(draft.persons)).split("\n"))
        state.drafts.append(draft)
        return
    if above is None or draft.time.start is not None or not (draft.persons or draft.room or draft.description):
        draft.kind = LineKind.NOT_UNDERSTOOD
    else:
        draft.kind = LineKind.NOTE
    state.drafts.append(draft)


def _without_time(draft: Draft, layout: Layout, state: State) -> None:
    """A row without a time: beside the one above it, where the time stands once for several; else by itself."""
    if not any(role in {Role.TIME, Role.START} for role in layout.roles.values()):
        return
    above = state.last_item()
    beside = state.last_block()
    if draft.minutes is not None or draft.time.minutes is not None:
        # Where each block has its own start, one that only lasts has no place yet.
        each_has_one = all(each.time.start is not None for each in state.drafts[-FEW_ROWS:] if each.kind.is_block)
        draft.kind = LineKind.PARKED if each_has_one and len(state.drafts) > FEW_ROWS else draft.kind
        return
    is_first_row = above is None or beside is None
    if is_first_row or is_break(draft.title) or above is None or above.time.start is None:
        draft.kind = LineKind.PARKED
    elif offers_parallel(above.title) or (
        # Where the row with the time has a room, one beside it has a room as well.
        above.row is not draft.row and (draft.room or (draft.persons and not above.room)) and not is_break(above.title)
    ):
        is_option = offers_parallel(above.title) and not _are_siblings(above.title, draft.title)
        draft.kind = LineKind.OPTION if is_option else LineKind.ITEM
        if draft.kind is LineKind.ITEM and not _park_many_beside(above, draft, state):
            draft.time = above.time
    else:
        draft.kind = LineKind.PARKED


def _park_many_beside(above: Draft, draft: Draft, state: State) -> bool:
    """Park a row without a time, and those before it, where so many in a row have none: nothing runs so wide.

    Lists of proposals are like that, where only what was chosen has its time.
    """
    run = list(takewhile(lambda each: each.time is above.time, reversed(state.drafts)))[:-1]
    if len(run) < MOST_BESIDE or draft.room:
        return False
    for each in (*run, draft):
        each.kind, each.time = LineKind.PARKED, WrittenTime()
    return True


def _are_siblings(first: str, second: str) -> bool:
    """Whether two titles are numbered alike: `Sessie 1` and `Sessie 2` run beside each other, none is within."""
    found, other = _NUMBERED.match(first), _NUMBERED.match(second)
    return found is not None and other is not None and found[1].casefold() == other[1].casefold()
