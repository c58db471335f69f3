"""Columns of a programme that stand one below the other: first all times, then all titles, then who and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section, is_sentence
from studydag.model.exchange.importing.recognising.names import Sureness, is_nobody
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.timed_rows import Timed, timed
from studydag.model.exchange.importing.vocabulary.words import Role, is_column_head, role_of

_FEWEST: Final = 3
_LONGEST_TIME, _LONGEST_TITLE = 40, 160
_WORDS: Final = {Role.PERSONS: "Speaker", Role.ROOM: "Room", Role.MINUTES: "Duration"}
_CLOCKS: Final = frozenset({Role.TIME, Role.START})
_MOST_WORDS: Final = 8
_TITLES: Final = (Role.TITLE, Role.ROUND)


@dataclass(frozen=True, slots=True)
class _Column:
    """Rows of one column, and what they hold by the head above them or by themselves."""

    begin: int
    rows: tuple[Row, ...]
    role: Role | None


def with_columns_side_by_side(rows: Sequence[Row]) -> list[Row]:
    """Put the title of each time beside it, and who and where below that, where each column stands by itself."""
    made: list[Row] = []
    place = 0
    while place < len(rows):
        stop = _end_of_times(rows, place)
        found = None
        if stop - place >= _FEWEST:
            found = _columns_below(rows, stop, stop - place) or _titles_above(made, stop - place)
        if found is None:
            stop = max(stop, place + 1)
            made += rows[place:stop]
            place = stop
            continue
        begin = min(found[0].begin, len(made))
        begin -= begin > 0 and role_of(made[begin - 1].text) is not None
        last = max(stop, found[-1].begin + len(found[-1].rows))
        own = [*made[begin:], *rows[place:last]]
        del made[begin:]
        made += _side_by_side(own, rows[place:stop], found)
        place = last
    return made


def _end_of_times(rows: Sequence[Row], place: int) -> int:
    """Return where a run of times with nothing beside them ends, each later than the one before."""
    stop = place
    before: Timed | None = None
    while stop < len(rows) and (found := _time_alone(rows[stop])) is not None:
        if before is not None and not _is_later(before, found):
            break
        before, stop = found, stop + 1
    return stop


def _time_alone(row: Row) -> Timed | None:
    if row.table or row.bullet or len(row.text) > _LONGEST_TIME or not any(map(str.isdigit, row.text)):
        return None
    found = timed(row, None)
    is_alone = found is not None and found.date is None and found.time.start is not None and not any(found.rest)
    return found if is_alone else None


def _is_later(before: Timed, found: Timed) -> bool:
    first, later = before.time.start, found.time.start
    return first is not None and later is not None and (first < later or first.hour > later.hour + 6)


def _columns_below(rows: Sequence[Row], begin: int, length: int) -> list[_Column] | None:
    """Return the columns below a run of times, of which the first has the titles; None where they don't fit."""
    stop = begin
    while stop < len(rows) and _could_be_a_cell(rows[stop]):
        stop += 1
    columns = _below_heads(rows, begin, stop, length) or _in_groups(rows, begin, stop, length)
    titles = [column for column in columns if column.role in {None, *_TITLES}]
    if not titles or any(is_sentence(row.text) for row in titles[0].rows):
        return None
    return [titles[0], *(column for column in columns if column is not titles[0] and column.role in _WORDS)]


def _below_heads(rows: Sequence[Row], begin: int, stop: int, length: int) -> list[_Column]:
    """Return the columns that each have a head, as `Activity` above all titles."""
    heads = range(begin, stop, length + 1)
    if (stop - begin) % (length + 1) or not all(is_column_head(rows[place].text) for place in heads):
        return []
    return [_Column(head + 1, tuple(rows[head + 1 : head + 1 + length]), role_of(rows[head].text)) for head in heads]


def _in_groups(rows: Sequence[Row], begin: int, stop: int, length: int) -> list[_Column]:
    """Return the columns without heads: parted by empty lines, or as many rows as there are times, or a multiple."""
    gaps = [place for place in range(begin, stop) if rows[place].after_gap or place == begin]
    if len(gaps) > 1 and gaps[1] - begin == length:
        stop = next((end for first, end in pairwise([*gaps, stop]) if end - first != length), stop)
        stop = begin + (stop - begin) // length * length
    if stop == begin or (stop - begin) % length:
        return []
    columns = [tuple(rows[first : first + length]) for first in range(begin, stop, length)]
    found = [
        _Column(begin + place * length, own, None if not place else _role_of_cells(own))
        for place, own in enumerate(columns)
    ]
    return found if all(column.role is not None for column in found[1:]) else []


def _role_of_cells(rows: Sequence[Row]) -> Role | None:
    """Return what most rows of a column say: who, or where; what is not known to be a name may be a group."""
    cells = [row.text for row in rows if not is_nobody(row.text)]
    people = sum(people_in(cell).sureness >= Sureness.LIKELY for cell in cells)
    rooms = sum(room_sureness(cell) >= Sureness.LIKELY for cell in cells)
    if any(len(cell.split()) > _MOST_WORDS for cell in cells) or 2 * max(people, rooms) < len(cells):
        return None
    return Role.ROOM if rooms > people else Role.PERSONS


def _titles_above(rows: Sequence[Row], length: int) -> list[_Column] | None:
    """Return the titles above a run of times, if there are as many below the last empty line, heading or date."""
    end = len(rows) - (bool(rows) and role_of(rows[-1].text) in _CLOCKS)
    begin = end - length
    own = tuple(rows[max(0, begin) : end])
    if begin < 0 or not all(_could_be_a_cell(row) and not is_sentence(row.text) for row in own):
        return None
    is_begun = not begin or own[0].after_gap or is_column_head(rows[begin - 1].text)
    return [_Column(begin, own, None)] if is_begun or not _could_be_a_cell(rows[begin - 1]) else None


def _could_be_a_cell(row: Row) -> bool:
    """Whether a row could be one cell: no time, date, heading, label or footer."""
    text = row.text
    is_other = is_section(text) or is_footer(text) or row.is_heading or timed(row, None) is not None
    if row.table or len(row.filled) > 1 or len(text) > _LONGEST_TITLE or (is_other and not is_column_head(text)):
        return False
    date = find_date(text)
    return date is None or bool(date.start) or bool(date.rest)


def _side_by_side(rows: Sequence[Row], times: Sequence[Row], columns: Sequence[_Column]) -> list[Row]:
    """Return a row for each time and title; the text of heads goes along with the first."""
    made: list[Row] = []
    titles, *others = columns
    known = {id(row) for row in times} | {id(row) for column in columns for row in column.rows}
    heads = [row for row in rows if id(row) not in known]
    for place, (time, title) in enumerate(zip(times, titles.rows, strict=True)):
        cell = f"{time.cells[0]} {title.cells[0]}"
        both = replace(title, **text_of_both(time, title), cells=(cell,), bullet="", after_gap=time.after_gap)
        for head in heads if not place else ():
            both = replace(both, **text_of_both(head, both))
        made.append(both)
        for column in others:
            more = column.rows[place]
            label = "" if column.role is None else _WORDS[column.role]
            if is_nobody(more.text):
                made[-1] = replace(made[-1], **text_of_both(made[-1], more))
            else:
                made.append(replace(more, cells=(f"{label}: {more.cells[0]}",), bullet="", after_gap=False))
    return made
