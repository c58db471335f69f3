"""When a row of a table is: by its columns of a date, a time, a start, an end and a duration."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front, time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.tables.layouts import Layout
from studydag.model.exchange.importing.texts.drafts import State
from studydag.model.exchange.importing.vocabulary.words import Role
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.time.durations import read_minutes

ORDINAL: Final = re.compile(r"\d{1,2}")
_DAY_HEADS: Final = frozenset({"dag", "day", "tag", "dagen", "days"})


def time_of_row(row: Row, layout: Layout, state: State) -> tuple[WrittenTime, WrittenDate | None, str]:
    """Return the time of a row, the date before it, and what the time column says besides."""
    date_cell = cell_of(row, layout.column(Role.DATE))
    date = _day_of(date_cell, layout)
    column = layout.column(Role.TIME)
    column = layout.column(Role.START) if column is None else column
    cell = cell_of(row, column)
    minutes = _minutes(cell_of(row, layout.column(Role.MINUTES)))
    found = _cell_time(cell, state)
    spare = "" if found is not None else cell
    if found is None and cell:
        found, date, spare = _time_within(cell, date, state)
    if found is None:
        return WrittenTime(minutes=minutes), date, spare
    end_cell = cell_of(row, layout.column(Role.END))
    end = _cell_end(end_cell, found.start) if end_cell else None
    if end is not None and found.end is None:
        found = replace(found, end=end.start or end.end)
    if minutes is not None and found.end is None:
        found = replace(found, minutes=minutes)
    return found, date, spare


def is_unread_time(cell: str, role: Role) -> bool:
    """Whether the cell of an end or a duration says something else: it is kept with the block, to be looked at."""
    if role is Role.MINUTES:
        return _minutes(cell) is None and any(map(str.isalnum, cell))
    return role is Role.END and _cell_end(cell, None) is None and any(map(str.isalnum, cell))


def _cell_end(cell: str, start: dt.time | None) -> WrittenTime | None:
    """Read the cell of an end, which may have its date before it: `2020-11-09 13:00`."""
    found = time_in_cell(cell, after=start, known=True)
    date = find_date(cell) if found is None else None
    return found if date is None or date.month is None else time_in_cell(date.rest, after=start, known=True)


def _day_of(cell: str, layout: Layout) -> WrittenDate | None:
    """Read the cell of a date; below `Dag` a number is that of the day."""
    if not cell:
        return None
    column = layout.column(Role.DATE)
    head = layout.names.get(column, "").casefold() if column is not None else ""
    if head in _DAY_HEADS and ORDINAL.fullmatch(cell.removesuffix(".0")):
        return WrittenDate(rest="", day_number=int(cell.removesuffix(".0")))
    return find_date(cell)


def _cell_time(cell: str, state: State) -> WrittenTime | None:
    found = time_in_cell(cell, after=state.after, known=True)
    if found is None or found.start is None or state.first_start is None or found.start >= state.first_start:
        return found
    if state.in_24_hours:
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
