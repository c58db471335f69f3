"""Lines that a text numbers: the number before each title goes off, and `Time: 30 min` below one belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.texts.timed_rows import timed
from studydag.model.rules.time.durations import read_minutes

_NUMBER_FIRST: Final = re.compile(r"(?P<number>\d{1,2}) (?=[^\W\d])")
_NUMBERED: Final = re.compile(r"\d{1,2}\.\s?(?P<title>[^\W\d].*)", re.DOTALL)
_NUMBER: Final = re.compile(r"\d{1,2}[.)]")
# `Anna Bos, NAAL.Time: 30 min. Short introduction`: how long it lasts may stand between two sentences.
_LASTS: Final = re.compile(
    r"(?:^|(?<=[.;,])|\s)\s*(?:time|duration|tijd|tijdsduur|duur|zeit|dauer)\s*:\s*"
    r"(?P<minutes>\d{1,3}(?:[.,]5)?)(?P<range>\s?[-–—−]\s?\d{1,3})?\s?(?P<unit>min(?:uten|uut|utes?)?|hours?|uur|std|stunden?|h)\b"
    r"\.?\s*",
    re.IGNORECASE,
)
_FEWEST, _FEWEST_LASTING = 3, 2
_FURTHEST: Final = 4
_LONGEST: Final = 1000


def without_numbers(rows: Sequence[Row]) -> list[Row]:
    """Take the number off each title where the lines with a time are numbered from 1 on: `1 Onthaal 13:30 - 14:00`."""
    numbered = {
        place: found
        for place, row in enumerate(rows)
        if not row.table and (found := _NUMBER_FIRST.match(row.cells[0])) and timed(row, None, at_end=True) is not None
    }
    numbers = [int(found["number"]) for found in numbered.values()]
    if len(numbers) < _FEWEST or numbers != list(range(1, len(numbers) + 1)):
        return list(rows)
    return [
        replace(row, cells=(row.cells[0][numbered[place].end() :], *row.cells[1:])) if place in numbered else row
        for place, row in enumerate(rows)
    ]


def with_minutes_from_below(rows: Sequence[Row]) -> list[Row]:
    """Give numbered lines the minutes that a line below them says, where several have them so; they are blocks."""
    lasting = {
        place: found
        for place, row in enumerate(rows)
        if len(row.filled) == 1 and len(row.text) <= _LONGEST and (found := _LASTS.search(row.cells[0])) is not None
    }
    titles = {place: title for place in lasting if (title := _title_above(rows, place)) is not None}
    if len(set(titles.values())) < _FEWEST_LASTING:
        return list(rows)
    minutes = {title: _minutes(lasting[place]) for place, title in titles.items()}
    made: list[Row] = []
    for place, row in enumerate(rows):
        if place in minutes:
            made.append(_lasting(row, minutes[place]))
        elif place in titles and lasting[place][0].strip() == row.cells[0] and not lasting[place]["range"]:
            made[-1] = replace(made[-1], **text_of_both(made[-1], row))
        elif place in titles:
            made += _without_duration(row, lasting[place])
        else:
            made.append(row)
    return made


def _title_above(rows: Sequence[Row], place: int) -> int | None:
    """Return the place of the numbered line that a line below it tells of; None where another block stands between."""
    for above in range(place - 1, max(-1, place - 1 - _FURTHEST), -1):
        row = rows[above]
        if row.table:
            return None
        if _NUMBER.fullmatch(row.bullet) or _NUMBERED.fullmatch(row.cells[0]) or timed(row, None) is not None:
            return above if len(row.filled) == 1 else None
    return None


def _minutes(found: re.Match[str]) -> int | None:
    return read_minutes(f"{found['minutes']} {found['unit']}")


def _lasting(row: Row, minutes: int | None) -> Row:
    numbered = _NUMBERED.fullmatch(row.cells[0])
    title = (numbered["title"] if numbered is not None else row.cells[0]).rstrip(" .:")
    is_timed = timed(row, None) is not None
    cell = title if minutes is None else f"{title} ({minutes} min)"
    return replace(row, cells=(cell,), bullet="", indent=0, is_block=not is_timed)


def _without_duration(row: Row, found: re.Match[str]) -> list[Row]:
    """Return what stands before a duration, and what behind it, as lines of their own."""
    text = row.cells[0]
    before, after = text[: found.start()].strip(" ."), text[found.end() :].strip()
    # `Time: 3,5-4 hours` says more than the minutes that it gives.
    pieces = [text] if found["range"] else [piece for piece in (before, after) if piece]
    return [replace(row, cells=(piece,), indent=0, after_gap=False) for piece in pieces]
