"""Tables with heads: each column says what it holds; or a grid of times with rooms, groups or days across."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section, offers_parallel
from studydag.model.exchange.importing.recognising.last_names import with_first_names_first
from studydag.model.exchange.importing.recognising.names import Sureness, is_nobody
from studydag.model.exchange.importing.recognising.people import listed_people, listing, people_in
from studydag.model.exchange.importing.recognising.places import counts_rooms
from studydag.model.exchange.importing.tables.grids import Grid, lengthen, read_days, read_grid_row
from studydag.model.exchange.importing.tables.layouts import (
    FEW_ROWS,
    Layout,
    heads_in,
    is_in_24_hours,
    is_time,
    tells_of_later_days,
    time_column,
    with_month_first,
)
from studydag.model.exchange.importing.tables.row_times import ORDINAL, is_unread_time, time_of_row
from studydag.model.exchange.importing.texts.cell_lines import take_lines, title_and_lines
from studydag.model.exchange.importing.texts.drafts import Draft, State, with_peeled
from studydag.model.exchange.importing.texts.header import header_line
from studydag.model.exchange.importing.texts.options_in_a_line import listed_within, options_inside
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.vocabulary.words import Role, role_of
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.written.phase_words import is_break, phase_named, tells_a_phase
from studydag.model.values.imported import LineKind

MOST_BESIDE: Final = 12
MOST_IN_A_DAY: Final = 30
"""So many rows without a time, a room and anything else of their own run beside the one above them."""
_NUMBERED: Final = re.compile(r"(\D{3,20}?) ?(?:\d{1,2}|[A-H])\b")
_SUM: Final = re.compile(r"\d\s*[+×*x]\s*\d")
_STAR: Final = re.compile(r"(?<=[\w).])\s?\*+(?=\s*(?:[,;(&]|$))")
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_FILLED: Final = re.compile(r"[^\W_]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_TOTAL: Final = re.compile(
    r"(?:(?:sub)?tota(?:al|l)|som|summe|gesamt(?:zeit|dauer)?|totale (?:tijd|duur)|total (?:time|duration)|totaaltijd)"
    r"\W*(?:\d.*)?",
    re.IGNORECASE,
)


def read_table(rows: Sequence[Row], layout: Layout, state: State) -> None:
    """Read the rows of a table; a row of heads that comes again changes what the columns hold."""
    for place, row in enumerate(rows[: layout.head], start=1):
        if place == layout.head and len(row.filled) > 1 and any(role_of(cell) is not None for cell in row.filled):
            # Heads over the heads, as in sheets.
            state.drafts.append(Draft(row, LineKind.HEADING, title=row.text))
        else:
            header_line(row, state)
    before = len(state.drafts)
    rows = with_month_first(rows, layout)
    state.begin_table(in_24_hours=is_in_24_hours(rows, layout))
    if before and state.last_item() is not None and tells_of_later_days(rows, layout):
        # Who does what after the day is no part of its programme.
        state.drafts += [Draft(row, LineKind.NOT_UNDERSTOOD) for row in rows[layout.head :]]
        return
    head = layout.head
    if layout.grid is not None and _has_days_without_dates(rows[layout.head + 1 :], layout.grid, state):
        state.drafts.append(Draft(rows[layout.head], LineKind.HEADING, title=rows[layout.head].text))
        read_days(rows[layout.head + 1 :], layout.grid, state)
        head = len(rows)
    for place, row in enumerate(rows[head:], start=head):
        still_wanted()
        again = _heads_again(rows, place) if place > layout.head else None
        if again is not None:
            layout = again
        if again is not None or place == layout.head:
            state.drafts.append(Draft(row, LineKind.HEADING, title=row.text))
        elif layout.grid is not None:
            read_grid_row(row, layout.grid, state)
        else:
            _read_row(row, layout, state)
    state.in_24_hours = False
    _park_a_list(state.drafts[before:])
    time = time_column(layout)
    end = layout.grid.end if layout.grid is not None else layout.column(Role.END)
    if time is not None and any(row.down for row in rows):
        lengthen(rows, state.drafts[before:], time, end)


def _heads_again(rows: Sequence[Row], place: int) -> Layout | None:
    """Return the layout of which a row further down holds the heads."""
    is_head = sum(role_of(cell) is not None for cell in rows[place].filled) > 1
    return heads_in(rows[place], place, rows[place + 1 :]) if is_head else None


def _has_days_without_dates(rows: Sequence[Row], grid: Grid, state: State) -> bool:
    """Whether the columns of a grid are days of which no date is known, and no other heads stand below."""
    if not grid.dates or any(state.settle(date) is not None for date in grid.dates.values()):
        return False
    return all(_heads_again(rows, place) is None for place in range(len(rows)))


def _park_a_list(drafts: Sequence[Draft]) -> None:
    """Park the blocks of a table without any time or duration, more of them than a day holds: they are proposals."""
    blocks = [draft for draft in drafts if draft.kind.is_block]
    is_untimed = all(draft.time == WrittenTime() and draft.minutes is None for draft in blocks)
    if is_untimed and len(blocks) > MOST_IN_A_DAY:
        for draft in blocks:
            draft.kind = LineKind.PARKED


def _read_row(row: Row, layout: Layout, state: State) -> None:
    if len(row.filled) == 1 and _is_heading_row(row, layout, state):
        return
    if _TOTAL.fullmatch(row.filled[0]) and len(row.filled) <= FEW_ROWS:
        state.drafts.append(Draft(row, LineKind.NOT_UNDERSTOOD))
        return
    time, date, spare = time_of_row(row, layout, state)
    begun = None if date is None else _begin_day(row, date, _name_of_day(row, layout), state)
    if begun is not None:
        # On another day the clock begins anew.
        time, _, spare = time_of_row(row, layout, state)
    draft = Draft(row, LineKind.ITEM, time=time, column=layout.column(Role.TITLE))
    if begun is not None and state.date is not None:
        draft.begins_part, draft.date = True, state.date
    _fill(draft, layout, spare)
    if not _FILLED.search(draft.title):
        _without_title(draft, layout, state)
        if begun is not None and not draft.kind.is_block:
            # The day begins with the next row that is something.
            state.date = state.written_day = None
        return
    if draft.time.start is None:
        _without_time(draft, layout, state)
    elif state.note_start(draft.time.start) and not draft.begins_part:
        draft.begins_part = True
        state.date = None
    state.drafts.append(draft)
    state.drafts += options_inside(draft)


def _name_of_day(row: Row, layout: Layout) -> str:
    """Return what the day of a row is called; below `Dag` the number 2 is `Dag 2`."""
    column = layout.column(Role.DATE)
    cell = cell_of(row, column)
    head = layout.names.get(column, "") if column is not None else ""
    return f"{head[:1].upper()}{head[1:]} {cell}" if ORDINAL.fullmatch(cell) else cell


def _begin_day(row: Row, date: WrittenDate, cell: str, state: State) -> WrittenDate | None:
    """Begin a part where the day is another one than that of the row before, and return it.

    `Dag 2` and `dinsdag` have no date: the part bears them as its name.
    """
    settled = state.settle(date)
    if settled is not None:
        if settled == state.date:
            return None
        state.begin_part(settled)
        return date
    day = (date.day_number, date.weekday, date.month, date.day)
    if day == state.written_day:
        return None
    state.begin_part(None)
    state.written_day = day
    text = " ".join(cell.split())
    own = replace(row, text=text, cells=(text,))
    state.drafts.append(Draft(own, LineKind.DATE, title=text, begins_part=True))
    return date


def _is_heading_row(row: Row, layout: Layout, state: State) -> bool:
    """Take a row with one filled cell that is a date, a section, or a remark, and no block."""
    text = row.filled[0]
    date = find_date(text)
    column = row.cells.index(text)
    if date is not None and (len(date.rest) <= 12 or is_section(date.rest)) and not is_time(text):
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


def _fill(draft: Draft, layout: Layout, spare: str) -> None:
    """Give a draft what its cells say."""
    parts: list[str] = [spare] if spare and spare != draft.title else []
    for column, role in layout.roles.items():
        cell = cell_of(draft.row, column)
        if not cell:
            continue
        if role is Role.TITLE:
            _title(draft, cell, layout)
        elif role is Role.PERSONS:
            _people(draft, cell, says_whence=column in layout.whence)
        elif role is Role.ROOM:
            draft.room = "" if is_nobody(cell) or counts_rooms(cell) else cell.replace("\n", ", ")
            parts += [cell] if counts_rooms(cell) else []
        elif role is Role.ROUND:
            parts.append(cell if not cell.isdigit() else f"{layout.names[column]} {cell}")
        elif role is Role.SUBTITLE:
            parts.insert(0, cell)
        elif role is Role.PHASE and (named := phase_named(cell)) is not None:
            draft.phase = named
        elif role is Role.PHASE or is_unread_time(cell, role) or (role is Role.REST and cell != draft.title):
            parts.append(f"{layout.names.get(column, '')}: {cell}".removeprefix(": "))
    parts += [cell for column, cell in enumerate(draft.row.cells) if cell and column not in layout.roles]
    draft.description = "\n".join(part for part in (draft.description, *parts) if part)


def _title(draft: Draft, cell: str, layout: Layout) -> None:
    cell, draft.inside = listed_within(cell)
    first, more = title_and_lines(cell)
    made = with_peeled(draft, first, commas=False)
    if _is_title_alone(made, first, draft, layout):
        made = replace(made, title=first, persons=draft.persons, room=draft.room)
    elif made.room != draft.room and layout.column(Role.ROOM) is not None:
        # Where it is stands in a column of its own, though this row leaves it open.
        made = replace(made, title=first, room=draft.room)
    elif made.persons != draft.persons and layout.column(Role.PERSONS) is not None:
        made = replace(made, title=first)
    draft.title, draft.persons, draft.minutes = made.title, made.persons, made.minutes
    draft.room = made.room
    take_lines(draft, more)


def _is_title_alone(made: Draft, cell: str, draft: Draft, layout: Layout) -> bool:
    """Whether a title is to stay whole: its row has people or a room in their own cells, or it holds a sum.

    `Lightning talks (7 × 5 + 3 min)` says more than how long it lasts.
    """
    has_people, has_room = (bool(cell_of(draft.row, layout.column(role))) for role in (Role.PERSONS, Role.ROOM))
    has_person_within, has_room_within = made.persons != draft.persons, made.room != draft.room
    if (has_person_within and has_people) or (has_room_within and has_room):
        return True
    return _SUM.search(cell.removeprefix(made.title)) is not None


def _people(draft: Draft, cell: str, *, says_whence: bool) -> None:
    # A star marks who presents.
    cell = _STAR.sub("", cell)
    if is_nobody(cell):
        return
    cell = with_first_names_first(cell)
    if _ADDRESS.match(cell):
        draft.description = "\n".join(part for part in (draft.description, cell) if part)
        return
    if says_whence and "," in cell:
        draft.description = "\n".join(part for part in (draft.description, cell) if part)
        cell = cell.rsplit(",", 1)[0]
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
            if _LETTER.search(cell) and layout.roles.get(column) in {Role.ROUND, Role.REST, None}
        ),
        "",
    )
    if draft.time.start is not None and (name or draft.persons):
        state.note_start(draft.time.start)
        draft.title = " ".join((name or ", ".join(draft.persons)).split("\n"))
        if tells_a_phase(draft.title) or people_in(draft.title).sureness < Sureness.LIKELY:
            # `Pauze` in the column of names is nobody.
            draft.persons = tuple(person for person in draft.persons if person != draft.title)
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
