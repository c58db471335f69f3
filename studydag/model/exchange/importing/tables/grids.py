"""Grids: times down, and rooms, groups, tracks or days across; what fills a whole row brings all together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front, time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.asides import aside_of
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.vocabulary.words import Role
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.written.phase_words import brings_all_together, is_break
from studydag.model.rules.written.written_text import plain
from studydag.model.values.imported import LineKind

_ROOM: Final = re.compile(r"[^\n]{1,40}")
_NUMBERED: Final = re.compile(r"^([^\W\d_]+)(\d{1,2})$")
LONGEST_NAME: Final = 30
_KINDS: Final = frozenset(
    {"talks", "workshops", "lezingen", "sessies", "sessions", "activiteiten", "activities", "vortrage"}
    | {"lectures", "tutorials", "demos"}
)
_NUMBER: Final = re.compile(r"[A-Z]{1,2}[-. ]?\d{1,3}(?:\.\d{1,3})?[a-z]?")
_EMPTY: Final = re.compile(r'[-–—x/."″〃*\s]*')


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of times, and what stands above each of the others; `dates` where the columns are days."""

    time: int
    end: int | None
    heads: Mapping[int, str]
    dates: Mapping[int, WrittenDate] = field(default_factory=dict)
    clocks: Mapping[int, int] = field(default_factory=dict)
    """The column of times of those columns that have one of their own before them."""
    are_rooms: bool = False
    """Whether the columns are rooms, whatever they are called: most have the name of one."""


def grid_of(row: Row, roles: Mapping[int, Role], below: Sequence[Row]) -> Grid | None:
    """Return the grid of which a row holds the heads; None where its columns say what they hold."""
    columns = {column: cell for column, cell in enumerate(row.cells) if cell and not _counts(column, below)}
    others = {column: cell for column, cell in columns.items() if roles.get(column) in {None, Role.ROUND}}
    times = [column for column, role in roles.items() if role in {Role.TIME, Role.START}]
    across = {column: cell for column, cell in columns.items() if column not in times and roles.get(column) != Role.END}
    if len(across) > 1 and times and all(room_sureness(cell) >= Sureness.LIKELY for cell in across.values()):
        others = across
        roles = dict.fromkeys(times, Role.TIME)
    if times and len(across) > 1 and all(plain(cell)[0].strip() in _KINDS for cell in across.values()):
        # `Talks` beside `Workshops`: what of each kind runs at the same time.
        others, roles = (
            across,
            dict.fromkeys(times, Role.TIME) | {column: role for column, role in roles.items() if role is Role.END},
        )
    first = times[0] if times else _unnamed_times(row, below)
    if Role.TITLE in roles.values() or (not times and 0 in others and len(others) > 0):
        others.pop(0, None)
        if Role.TITLE in roles.values() or not _times_below(0, below):
            return None
    end = next((column for column, role in roles.items() if role is Role.END), None)
    if len(others) < 2 or not _times_below(first, below):
        return None
    dates = {column: date for column, cell in others.items() if (date := _day(cell)) is not None}
    if dates and len(dates) < len(others):
        return None
    if any(role in {Role.PERSONS, Role.ROOM} for role in roles.values()) and len(others) < 3 and not dates:
        return None
    _reach_to_the_right(others, dates, {first, end, *roles}, below)
    width = max((len(each.cells) for each in below), default=0)
    own = [column for column in range(first + 2, width) if column != end and _holds_times(column, below)]
    clocks = {column: max(before) for column in others if (before := [each for each in own if each < column])}
    heads = {column: head for column, head in others.items() if column not in own}
    named = sum(room_sureness(head) >= Sureness.LIKELY for head in heads.values())
    are_rooms = not dates and 2 * named > len(heads) and all(_ROOM.fullmatch(head) for head in heads.values())
    return Grid(time=first, end=end, heads=heads, dates=dates, clocks=clocks, are_rooms=are_rooms)


def _unnamed_times(row: Row, below: Sequence[Row]) -> int:
    """Return the column of times before the heads, where none is above it: the first, or the one behind a number."""
    before = next((column for column, cell in enumerate(row.cells) if cell), 0)
    timed = [column for column in range(before) if _times_below(column, below)]
    return max(timed, key=lambda column: _filled(column, below), default=0)


def _filled(column: int, below: Sequence[Row]) -> int:
    return sum(column < len(row.cells) and row.cells[column] != "" for row in below)


def _counts(column: int, below: Sequence[Row]) -> bool:
    """Whether a column numbers the rows: `Ronde` over 1, 2 and 3."""
    cells = [row.cells[column] for row in below if column < len(row.cells) and row.cells[column]]
    return len(cells) > 1 and [cell.strip(". ") for cell in cells] == [str(n) for n in range(1, len(cells) + 1)]


def _reach_to_the_right(
    heads: dict[int, str], dates: dict[int, WrittenDate], taken: Set[int | None], below: Sequence[Row]
) -> None:
    """Give the columns in which something stands, and nothing above, the head that is to the left of them."""
    for column in range(min(heads) + 1, max((len(row.cells) for row in below), default=0)):
        if column in heads or column in taken or column - 1 not in heads:
            continue
        if any(column < len(row.cells) and row.cells[column] for row in below):
            heads[column] = heads[column - 1]
            if column - 1 in dates:
                dates[column] = dates[column - 1]


def _holds_times(column: int, below: Sequence[Row]) -> bool:
    cells = [row.cells[column] for row in below if column < len(row.cells) and row.cells[column]]
    return len(cells) > 1 and all(_time(cell, None) == (time_in_cell(cell, known=True), "") for cell in cells)


def _day(cell: str) -> WrittenDate | None:
    # `Dag1` is the first day.
    date = find_date(_NUMBERED.sub(r"\1 \2", " ".join(cell.split())))
    return date if date is not None and len(date.rest) <= 12 else None


def _times_below(column: int, below: Sequence[Row]) -> bool:
    cells = [row.cells[column] for row in below[:40] if column < len(row.cells) and row.cells[column]]
    known = sum(_time(cell, None) is not None for cell in cells)
    return known >= 1 and 2 * known >= len(cells)


def _time(cell: str, after: dt.time | None) -> tuple[WrittenTime, str] | None:
    found = time_in_cell(cell, after=after, known=True)
    if found is not None:
        return (found, "") if found.start is not None else None
    one = " ".join(cell.split("\n"))
    front = time_at_front(one, after=after)
    if front is not None:
        return front
    # `Ronde 1` over `9:30 – 10:30`: what it is called stands before it.
    behind = time_at_end(one, after=after)
    return behind if behind is not None and len(behind[1]) <= LONGEST_NAME else None


def read_grid_row(row: Row, grid: Grid, state: State) -> None:
    """Read a row of a grid: each filled cell is a block in its column, or one block for all."""
    cell = cell_of(row, grid.time)
    found = _time(cell, state.after) if cell else None
    cells = {
        column: row.cells[column]
        for column in grid.heads
        if column < len(row.cells) and not _EMPTY.fullmatch(row.cells[column])
    }
    if found is None:
        _without_time(row, grid, cells, state)
        return
    time, spare = found
    if grid.end is not None and grid.end < len(row.cells) and time.end is None:
        until = time_in_cell(row.cells[grid.end], after=time.start, known=True)
        time = WrittenTime(start=time.start, end=None if until is None else until.start)
    if not cells:
        _spare(row, time, spare, state)
        return
    if grid.dates:
        for column, text in _on_each_day(row, cells, grid).items():
            clock = _cell_time(row, grid.clocks.get(column, grid.time), None)
            own = clock if column in grid.clocks and clock is not None else time
            draft = _block(row, own, text, state, track=grid.heads[column], date=grid.dates[column])
            draft.column = column
            _tell(draft, spare)
        return
    is_new = state.note_start(time.start)
    for place, (text, head, column) in enumerate(_parted(row, cells, grid)):
        draft = _block(row, time, text, state, track=head, is_room=grid.are_rooms)
        draft.begins_part, draft.column = is_new and place == 0, column
        _tell(draft, spare)


def _on_each_day(row: Row, cells: Mapping[int, str], grid: Grid) -> dict[int, str]:
    """Return the cells of a row by their columns; one that reaches over several days stands on each of them."""
    reach = dict(row.merged)
    return {
        each: text
        for column, text in cells.items()
        for each in range(column, column + reach.get(column, 1))
        if each == column or (each in grid.heads and each not in cells)
    }


def read_days(rows: Sequence[Row], grid: Grid, state: State) -> None:
    """Read a grid whose columns are days without a date day by day: each is a part with the name above its column."""
    for name, columns in _days(grid).items():
        heads = {column: grid.heads[column] for column in columns}
        clock = grid.clocks.get(columns[0], grid.time)
        own = replace(grid, heads=heads, dates={}, clocks={})
        state.begin_part(None)
        state.drafts.append(Draft(_named(rows[0], name), LineKind.DATE, title=name, begins_part=True))
        for row in rows:
            cells = _on_each_day(
                row, {each: text for each, text in enumerate(row.cells) if each in grid.heads and text}, grid
            )
            filled = tuple(cells.get(each, text) for each, text in enumerate(row.cells))
            whole = row if filled == row.cells else replace(row, cells=filled)
            if any(cells.get(column) for column in columns) or (columns[0] == min(grid.heads) and not cells):
                has_its_own = _cell_time(row, clock, None) is not None
                read_grid_row(whole, replace(own, time=clock) if has_its_own else own, state)


def _days(grid: Grid) -> dict[str, list[int]]:
    days: dict[str, list[int]] = {}
    for column, head in grid.heads.items():
        days.setdefault(" ".join(head.split()), []).append(column)
    return days


def _named(row: Row, name: str) -> Row:
    return replace(row, text=name, cells=(name,), shown=("", ""))


def _tell(draft: Draft, name: str) -> None:
    """Keep what the time of a row is called beside it: `Ronde 1`."""
    if name.strip(" ()") and name not in draft.title:
        draft.description = "\n".join(part for part in (draft.description, name.strip(" ()")) if part)


def _parted(row: Row, cells: Mapping[int, str], grid: Grid) -> list[tuple[str, str, int]]:
    """Return the blocks of a row with the heads above them, and their columns; one without a head is for all."""
    texts = list(cells.values())
    first = next(iter(cells))
    merged = dict(row.merged)
    is_for_all = len(set(texts)) == 1 and (
        len(texts) > 1
        or merged.get(first, 1) >= len(grid.heads)
        or brings_all_together(texts[0])
        or (first == min(grid.heads) and len(grid.heads) > 1)
    )
    is_room = grid.are_rooms or _room_in(grid.heads[first]) == grid.heads[first]
    is_in_a_room = len(texts) == 1 and first not in merged and is_room
    if is_for_all and is_in_a_room and not is_break(texts[0]):
        # All are together in the room under which it stands.
        return [(texts[0], grid.heads[first], first)]
    if is_for_all:
        return [(texts[0], "", first)]
    return [(text, grid.heads[column], column) for column, text in cells.items()]


def lengthen(rows: Sequence[Row], drafts: Sequence[Draft], time: int, end: int | None) -> None:
    """End the blocks whose cells reach down over several rows where the last of those ends; `time`, `end`: columns."""
    places = {id(row): place for place, row in enumerate(rows)}
    for draft in drafts:
        reach = dict(draft.row.down).get(draft.column if draft.column is not None else -1, 1)
        if draft.kind is not LineKind.ITEM or reach < 2 or id(draft.row) not in places:
            continue
        place = places[id(draft.row)]
        until = _end_of(rows, place + reach - 1, time, end, draft.time.start)
        if until is not None:
            draft.time = replace(draft.time, end=until, minutes=None, open_end=False)


def _end_of(rows: Sequence[Row], place: int, time: int, end: int | None, after: dt.time | None) -> dt.time | None:
    """Return where a row ends: as is written in it, or where the next one with a time begins."""
    if place >= len(rows):
        return None
    written = _cell_time(rows[place], end, after) if end is not None else None
    if written is not None:
        return written.start
    own = _cell_time(rows[place], time, after)
    if own is not None and own.end is not None:
        return own.end
    later = (_cell_time(row, time, after) for row in rows[place + 1 :])
    return next((each.start for each in later if each is not None and each.start is not None), None)


def _cell_time(row: Row, column: int, after: dt.time | None) -> WrittenTime | None:
    cell = cell_of(row, column)
    found = _time(cell, after) if cell else None
    return None if found is None else found[0]


def _block(
    row: Row,
    time: WrittenTime,
    text: str,
    state: State,
    *,
    track: str,
    date: WrittenDate | None = None,
    is_room: bool = False,
) -> Draft:
    title, *more = text.split("\n")
    draft = with_peeled(Draft(row, LineKind.ITEM, time=time, track=track), title, commas=False)
    if date is not None:
        draft.date, draft.track = state.settle(date), ""
        draft.description = "" if draft.date else track
        draft.begins_part = True
    elif track and (place := track if is_room else _room_in(track)):
        rest = "\n".join(line for line in track.split("\n") if line not in place)
        draft.room = draft.room or " ".join(place.split())
        draft.description = "\n".join(part for part in (rest, draft.description) if part)
    elif track:
        draft.description = "\n".join(part for part in (" ".join(track.split()), draft.description) if part)
    for line in more:
        _detail(draft, line)
    state.drafts.append(draft)
    return draft


def _room_in(head: str) -> str:
    """Return the room that the head of a column names: all of it, or one of its lines."""
    # `Turing - G29`: the name of a room and its number.
    name, dash, number = head.rpartition(" - ")
    if room_sureness(head) >= Sureness.LIKELY or (dash and name and _NUMBER.fullmatch(number)):
        return head
    lines = head.split("\n")
    return next((line for line in lines[1:] if room_sureness(line) >= Sureness.LIKELY), "")


def _detail(draft: Draft, line: str) -> None:
    named, aside = people_in(line.strip("() ")), aside_of(line)
    if aside is not None:
        draft.persons, draft.room = (*draft.persons, *aside.persons), draft.room or aside.room
        draft.description = "\n".join(part for part in (draft.description, line) if part)
    elif named.sureness >= Sureness.LIKELY:
        draft.persons = (*draft.persons, *named.persons)
    elif room_sureness(line) >= Sureness.LIKELY and not draft.room:
        draft.room = line
    elif line[:1].islower() and not draft.persons:
        draft.title = f"{draft.title} {line}"
    else:
        draft.description = "\n".join(part for part in (draft.description, line) if part)


def _spare(row: Row, time: WrittenTime, spare: str, state: State) -> None:
    """A row with a time and nothing across: its title may stand behind the time."""
    if not spare:
        rest = [cell for cell in row.filled if _time(cell, None) is None]
        spare = " ".join(rest)
    if not spare:
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
        return
    draft = with_peeled(Draft(row, LineKind.ITEM, time=time), spare)
    draft.begins_part = state.note_start(time.start)
    state.drafts.append(draft)


def _without_time(row: Row, grid: Grid, cells: Mapping[int, str], state: State) -> None:
    text = " ".join(row.filled)
    date = find_date(text)
    if date is not None and len(row.filled) == 1 and (len(date.rest) <= 12 or is_section(date.rest)):
        found = state.settle(date)
        state.begin_part(found)
        state.drafts.append(Draft(row, LineKind.DATE, title=date.rest or text, date=found, begins_part=True))
    elif is_section(text):
        state.drafts.append(Draft(row, LineKind.HEADING, title=text))
    elif state.last_block() is None or is_footer(text) or not cells:
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
    else:
        for column, cell in cells.items():
            note = Draft(row, LineKind.NOTE, track=grid.heads[column])
            for line in cell.split("\n"):
                _detail(note, line)
            note.title, note.description = "", "\n".join(part for part in (note.title, note.description) if part)
            state.drafts.append(note)
