"""Times that are plain numbers, by the lines around that have one: `15 Opening`, `12: Lunch`, `Pauze, 10.30`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.clock_cells import time_at_front, time_in_cell
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.rules.written.phase_words import tells_a_phase

_TIME: Final = re.compile(r"(?P<hour>\d{1,2})(?:[:.hu](?P<minute>[0-5]\d))?(?![\d/])")
_BARE: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:\s?:)?\s+(?=[^\W\d_]{2})(?!(?:[ap]\.?m|uur|uhr)\b)", re.IGNORECASE
)
_SPAN: Final = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s?[-–—]\s?\d{1,2}[\s:]+[^\W\d]")
_BOTH: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])\s?[-–—]\s?(?P<until>[01]?\d|2[0-3])(?:\s?:)?\s+(?=[^\W\d_]{2})(?!(?:[ap]\.?m|uur|uhr)\b)",
    re.IGNORECASE,
)
_HOUR_AND_COLON: Final = re.compile(r"(?:1[0-2]|[1-9]):\s+[^\W\d_]{2}")
_HOUR_AND_DASH: Final = re.compile(r"(?P<hour>1?\d|2[0-3])\s[-–—]\s(?=[^\W\d_]{2})")
_DOTTED_AT_END: Final = re.compile(r"(?<=[^\W\d_])[,:]?(?: [–—-])? (?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5][05])$")
_LONGEST: Final = 400
_FEWEST, _NOON = 2, 12 * 60


def with_bare_hours(rows: Sequence[Row]) -> list[Row]:
    """Give bare hours their minutes, where a text has spans of bare hours too, as `13-15 Welcome`."""
    rows = _with_times_in_front(_with_dashes(_with_colons(rows)))
    if not any(_SPAN.match(row.cells[0][:_LONGEST]) for row in rows):
        return rows
    begin = 0
    while begin < len(rows):
        stop = begin + 1
        while stop < len(rows) and not rows[stop].after_gap and _start(rows[stop]) is not None:
            stop += 1
        starts = [start for row in rows[begin:stop] if (start := _start(row)) is not None]
        if len(starts) == stop - begin > 2 and all(first < second for first, second in pairwise(starts)):
            rows[begin:stop] = [_with_minutes(row) for row in rows[begin:stop]]
        begin = stop
    return rows


def _with_colons(rows: Sequence[Row]) -> list[Row]:
    """Give hours with a colon their minutes where they go on from the times around: `10:30 Break`, `12: Lunch`."""
    marked = {place for place, row in enumerate(rows) if not row.bullet and _HOUR_AND_COLON.match(row.cells[0])}
    timed = [place for place, row in enumerate(rows) if place in marked or _has_minutes(row)]
    hours = [int(rows[place].cells[0].split(":")[0]) for place in sorted(marked)]
    starts = [start for place in timed if (start := _start(rows[place])) is not None]
    is_numbered = hours == list(range(1, len(hours) + 1))
    if len(hours) < _FEWEST or len(timed) - len(hours) < _FEWEST or is_numbered or not _ascend(starts):
        return list(rows)
    return [_with_minutes(row) if place in marked else row for place, row in enumerate(rows)]


def _with_dashes(rows: list[Row]) -> list[Row]:
    """Give hours with a dash their minutes where they lie between the times around: `12 – Lunch` below `11:15 Taal`."""
    marked = {place: int(found["hour"]) for place, row in enumerate(rows) if (found := _hour_and_dash(row)) is not None}
    if not marked:
        return rows
    timed = {
        place: time.start.hour * 60 + time.start.minute
        for place, row in enumerate(rows)
        if place not in marked and (time := _time_in_front(row)) is not None and time.start is not None
    }
    between = {place for place, hour in marked.items() if _lies_between(place, hour * 60, timed, rows)}
    # `11 – Drama`, `12 – Music` below 11:15 are numbered.
    numbered = {hour for place, hour in marked.items() if place not in between}
    return [
        replace(row, cells=(_HOUR_AND_DASH.sub(f"{marked[place]}:00 ", row.cells[0], count=1), *row.cells[1:]))
        if place in between and not {marked[place] - 1, marked[place] + 1} & numbered
        else row
        for place, row in enumerate(rows)
    ]


def _lies_between(place: int, start: int, timed: Mapping[int, int], rows: Sequence[Row]) -> bool:
    """Whether a minute of the day lies between the times around a place, or behind the last of them as a break does."""
    before = [time for other, time in timed.items() if other < place]
    behind = [time for other, time in timed.items() if other > place]
    is_last = not behind and tells_a_phase(rows[place].cells[0])
    are_enough = bool(before) and len(timed) >= _FEWEST
    return are_enough and before[-1] < start and (is_last or (bool(behind) and start < behind[0]))


def _hour_and_dash(row: Row) -> re.Match[str] | None:
    return None if row.bullet or row.table else _HOUR_AND_DASH.match(row.cells[0][:_LONGEST])


def _time_in_front(row: Row) -> WrittenTime | None:
    found = time_at_front(row.cells[0]) if row.cells[0][:1].isdigit() and not row.bullet else None
    return time_in_cell(row.cells[0]) if found is None else found[0]


def _with_times_in_front(rows: list[Row]) -> list[Row]:
    """Put times with a dot and nothing else before their titles, where most lines end with one: `Pauze, 10.30`."""
    found = {
        place: time
        for place, row in enumerate(rows)
        if len(row.filled) == 1 and not row.bullet and (time := _DOTTED_AT_END.search(row.cells[0][-_LONGEST:]))
    }
    starts = [int(time["hour"]) * 60 + int(time["minute"]) for time in found.values()]
    if len(found) <= _FEWEST or 2 * len(found) < len(rows) or not _ascend(starts) or any(map(_has_minutes, rows)):
        return rows
    return [
        replace(
            row, cells=(f"{found[place]['hour']}:{found[place]['minute']} {row.cells[0][: -len(found[place][0])]}",)
        )
        if place in found
        else row
        for place, row in enumerate(rows)
    ]


def _has_minutes(row: Row) -> bool:
    found = _TIME.match(row.cells[0])
    return found is not None and found["minute"] is not None and not row.bullet


def _ascend(starts: Sequence[int]) -> bool:
    """Whether times follow each other, on a clock of twelve hours at most once past noon."""
    backwards = [place for place, (first, second) in enumerate(pairwise(starts), start=1) if second <= first]
    if not backwards:
        return True
    (place, *more) = backwards
    return not more and starts[-1] < _NOON and starts[place] + _NOON > starts[place - 1] and starts[0] < _NOON


def _start(row: Row) -> int | None:
    """Return with which minute of the day a row begins, be it with an hour alone."""
    found = _TIME.match(row.cells[0])
    return None if found is None or row.bullet else int(found["hour"]) * 60 + int(found["minute"] or 0)


def _with_minutes(row: Row) -> Row:
    both = _BOTH.match(row.cells[0][:_LONGEST])
    if both is not None and int(both["hour"]) < int(both["until"]):
        text = f"{both['hour']}:00 - {both['until']}:00 {row.cells[0][both.end() :]}"
        return replace(row, cells=(text, *row.cells[1:]))
    found = _BARE.match(row.cells[0][:_LONGEST])
    if found is None:
        return row
    return replace(row, cells=(f"{found['hour']}:00 {row.cells[0][found.end() :]}", *row.cells[1:]))
