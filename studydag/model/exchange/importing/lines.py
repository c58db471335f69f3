"""Rows of text as lines of a programme: what has a time is a block, and the lines around it say what belongs to it."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import (
    is_sentence,
)
from studydag.model.exchange.importing.tables.layouts import Layout, layout_of, tells_of_later_days, time_column
from studydag.model.exchange.importing.tables.reshaping import reshaped
from studydag.model.exchange.importing.tables.tables import read_table
from studydag.model.exchange.importing.texts.bare_hours import with_bare_hours
from studydag.model.exchange.importing.texts.breaks_between import settle_breaks
from studydag.model.exchange.importing.texts.broken_times import with_whole_times
from studydag.model.exchange.importing.texts.cards import are_cards, read_cards
from studydag.model.exchange.importing.texts.columns_in_turn import with_columns_side_by_side
from studydag.model.exchange.importing.texts.drafts import Draft, State, lines_of, minutes_of
from studydag.model.exchange.importing.texts.extras import sort_extras
from studydag.model.exchange.importing.texts.habits import habits_of
from studydag.model.exchange.importing.texts.joined_lines import with_joined_lines
from studydag.model.exchange.importing.texts.last_names_inside import take_last_names
from studydag.model.exchange.importing.texts.line_reader import FEWEST_TIMED, LineReader
from studydag.model.exchange.importing.texts.numbered_lines import with_minutes_from_below, without_numbers
from studydag.model.exchange.importing.texts.rooms_above import take_rooms_above
from studydag.model.exchange.importing.texts.rooms_by_layout import settle_same_rooms, take_rooms
from studydag.model.exchange.importing.texts.siblings import settle_options
from studydag.model.exchange.importing.texts.telling import told_rows
from studydag.model.exchange.importing.texts.timed_rows import Timed, ends_with_time, parted, timed
from studydag.model.exchange.importing.texts.times_alone import with_times_alone
from studydag.model.exchange.importing.texts.untimed import untimed_lines
from studydag.model.values.imported import ImportedLine, LineKind

_TWO_TIMES: Final = re.compile(r"(?P<from>\d{1,2}[:.]\d{2})\s+(?P<to>\d{1,2}[:.]\d{2})\s+(?=[^\W\d])")
FEWEST_LISTED: Final = 8
_YEAR: Final = re.compile(r"(?<!\d)(?:19[89]\d|20\d\d)(?!\d)")


def read_lines(rows: Sequence[Row], *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Say of each row what it is: a block with what it says, or a heading, a date, a note, or not understood."""
    rows = with_columns_side_by_side(with_whole_times(reshaped(rows)))
    rows = with_bare_hours(_with_ranges([part for row in rows for part in parted(row)]))
    rows = with_times_alone(rows)
    rows = with_joined_lines(with_minutes_from_below(without_numbers(rows)))
    state = State(today=today, year=_year_of(rows))
    tables = _laid_out_tables(rows)
    times = [timed(row, None) for row in rows]
    state.note_nights([time.time.start for time in times if time is not None and time.time.start is not None])
    plain = [place for place, row in enumerate(rows) if row.table not in tables]
    habits = habits_of([rows[place] for place in plain], [times[place] for place in plain])
    told = {} if tables else told_rows(rows, [_is_listed(row, time) for row, time in zip(rows, times, strict=True)])
    if not tables and not told and are_cards(rows):
        read_cards(rows, state)
        return lines_of(state.drafts)
    if not habits.has_times and not tables and not told:
        return untimed_lines(rows, state)
    known = {id(row): time for row, time in zip(rows, times, strict=True) if time is not None}
    of_the_day = frozenset(
        number
        for number, layout in tables.items()
        if not tells_of_later_days([row for row in rows if row.table == number], layout)
    )
    untimed = _tables_without_times(rows, times, tables)
    reader = LineReader(tuple(rows), state, habits, told, known, of_the_day, frozenset(tables) - of_the_day)
    place = 0
    while place < len(rows):
        still_wanted()
        table = rows[place].table
        if table in untimed:
            state.drafts.append(Draft(rows[place], LineKind.NOT_UNDERSTOOD))
            place += 1
        elif table in tables:
            stop = place
            while stop < len(rows) and rows[stop].table == table:
                stop += 1
            read_table(rows[place:stop], tables[table], state)
            reader.saw_table()
            place = stop
        else:
            place = reader.read(place)
    reader.finish()
    sort_extras(state.drafts)
    settle_same_rooms(state.drafts)
    take_rooms_above(state.drafts)
    take_rooms(state.drafts)
    settle_options(state.drafts)
    take_last_names(state.drafts)
    settle_breaks(state.drafts)
    return lines_of(state.drafts)


def _with_ranges(rows: list[Row]) -> list[Row]:
    """Read two times that stand side by side in front of most lines as start and end: `9:00 9:30 Opening`."""
    twice = [_TWO_TIMES.match(row.cells[0]) for row in rows]
    times = sum(row.cells[0][:1].isdigit() for row in rows)
    if 2 * sum(found is not None for found in twice) <= max(times, FEWEST_TIMED * 2):
        return rows
    return [
        row
        if found is None
        else replace(row, cells=(f"{found['from']} - {found['to']} {row.cells[0][found.end() :]}", *row.cells[1:]))
        for row, found in zip(rows, twice, strict=True)
    ]


def _is_listed(row: Row, time: Timed | None) -> bool:
    """Whether a row has its time in front, or at its end without being a sentence."""
    return time is not None or (not is_sentence(row.text) and ends_with_time(row))


def _laid_out_tables(rows: Sequence[Row]) -> dict[int, Layout]:
    grouped: dict[int, list[Row]] = {}
    for row in rows:
        if row.table:
            grouped.setdefault(row.table, []).append(row)
    layouts = {number: layout_of(own) for number, own in grouped.items()}
    return {number: layout for number, layout in layouts.items() if layout is not None}


def _tables_without_times(
    rows: Sequence[Row], times: Sequence[Timed | None], tables: Mapping[int, Layout]
) -> frozenset[int]:
    """Return the tables without heads and times beside one that has both: lists of what the programme is made with."""
    if not any(time_column(layout) is not None for layout in tables.values()):
        return frozenset()
    lengths = Counter(row.table for row in rows if row.table and row.table not in tables)
    timely = {row.table for row, time in zip(rows, times, strict=True) if time is not None}
    return frozenset(table for table, length in lengths.items() if length >= FEWEST_LISTED and table not in timely)


def _year_of(rows: Sequence[Row]) -> int | None:
    """Return the year that the lines name, those with a date first."""
    for row in rows:
        date = find_date(row.text) if any(map(str.isdigit, row.text)) and not is_sentence(row.text) else None
        if date is not None and date.year is not None:
            return date.year
    for row in rows[:8]:
        found = [] if is_sentence(row.text) else _YEAR.findall(row.text)
        if len(set(found)) == 1:
            return int(found[0])
    return None


__all__ = ["Timed", "minutes_of", "read_lines", "timed"]
