"""Hours that are written as a number alone: `15 Opening`, between lines with a time before and after that hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row

_TIME: Final = re.compile(r"(?P<hour>\d{1,2})(?:[:.hu](?P<minute>[0-5]\d))?(?![\d/])")
_BARE: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:\s?:)?\s+(?=[^\W\d_]{2})(?!(?:[ap]\.?m|uur|uhr)\b)", re.IGNORECASE
)
_SPAN: Final = re.compile(r"\d{1,2}(?:[:.]\d{2})?\s?[-–—]\s?\d{1,2}[\s:]+[^\W\d]")
_BOTH: Final = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])\s?[-–—]\s?(?P<until>[01]?\d|2[0-3])(?:\s?:)?\s+(?=[^\W\d_]{2})(?!(?:[ap]\.?m|uur|uhr)\b)",
    re.IGNORECASE,
)
_LONGEST: Final = 400


def with_bare_hours(rows: Sequence[Row]) -> list[Row]:
    """Give bare hours their minutes, where a text has spans of bare hours too, as `13-15 Welcome`."""
    rows = list(rows)
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
