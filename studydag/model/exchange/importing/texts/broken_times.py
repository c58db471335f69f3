"""Times that go on over two lines, and what numbers the line of a time: `201  7:30 AM to` above `8:30 AM`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.clock_cells import begins_with_time, time_in_cell
from studydag.model.exchange.importing.vocabulary.words import role_of
from studydag.model.rules.time.clock import find_time

_WORD: Final = r"(?:tot(?: en met)?|t/m|bis|to|till?|until)"
_LEFT_OPEN: Final = re.compile(
    rf"(?:(?:van|von|from) )?(?P<start>\d.{{0,14}}?)\s*(?P<mark>[-–—]|\b{_WORD})", re.IGNORECASE
)
_GOES_ON: Final = re.compile(rf"(?:[-–—]|{_WORD}\b)\s*(?=\d)", re.IGNORECASE)
_DASHES: Final = frozenset("-–—")
_CODE: Final = re.compile(r"(?P<code>[A-Z]{0,3}\d{1,4}[a-z]?|[A-Z])[.:)]?(?!\S)")
_LONGEST: Final = 40
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Broken:
    """A start at the end of a row, and how the row below it begins: with the end, and what is left of that."""

    start: str
    end: str
    rest: str
    is_by_dash: bool


def with_whole_times(rows: Sequence[Row]) -> list[Row]:
    """Bring together each time that is broken over two lines, and take the codes off that stand before times."""
    rows = _without_codes(rows)
    broken = {place: found for place in range(len(rows) - 1) if (found := _broken(rows[place], rows[place + 1]))}
    by_dash = [place for place, found in broken.items() if found.is_by_dash]
    if len(by_dash) < _FEWEST:
        # A dash alone at the end of one line may stand before a title that is missing.
        broken = {place: found for place, found in broken.items() if not found.is_by_dash}
    made: list[Row] = []
    place = 0
    while place < len(rows):
        made.append(_whole(rows, place, broken))
        place += 2 if place in broken else 1
    return made


def _whole(rows: Sequence[Row], place: int, broken: Mapping[int, _Broken]) -> Row:
    row = rows[place]
    if place not in broken:
        return row
    found, below = broken[place], rows[place + 1]
    first = f"{found.start} - {found.end}"
    cells = (f"{first} {found.rest}".strip(), *below.cells[1:])
    return replace(row, **text_of_both(row, below), cells=cells, between=below.between, bullet="")


def _broken(row: Row, below: Row) -> _Broken | None:
    """Return the time that is broken between two rows: its mark stands behind the start, or before the end."""
    if row.table or below.table or below.after_gap or len(row.filled) > 1 or len(row.text) > _LONGEST:
        return None
    above, text = row.cells[0], below.cells[0]
    left_open = _LEFT_OPEN.fullmatch(above)
    goes_on = _GOES_ON.match(text)
    if left_open is not None:
        start, is_by_dash = left_open["start"], left_open["mark"] in _DASHES
        text = text[goes_on.end() :] if goes_on is not None else text
    elif below.bullet in _DASHES or goes_on is not None:
        start, is_by_dash = above, goes_on is None or goes_on[0].strip() in _DASHES
        text = text[goes_on.end() :] if goes_on is not None else text
    else:
        return None
    last = find_time(text)
    if last is None or last[0].start is None or last[0].end is not None or last[0].minutes is not None:
        return None
    end = text[: len(text) - len(last[1])] if last[1] else text
    if left_open is not None and is_by_dash and end.rstrip().endswith(tuple(_DASHES)):
        # `9.00 -` above `10.00 - Lunch`: each has a dash before its title.
        return None
    end = end.strip(" :,;|-–—")
    first = time_in_cell(start, known=not is_by_dash)
    both = time_in_cell(f"{start} - {end}")
    is_alone = first is not None and first.start is not None and first.end is None and first.minutes is None
    return _Broken(start, end, last[1], is_by_dash) if is_alone and both is not None and both.end is not None else None


def _without_codes(rows: Sequence[Row]) -> Sequence[Row]:
    """Take off what numbers the lines with a time, where most have a number or a code of their own before it."""
    headed = {row.table for row in rows if sum(role_of(cell) is not None for cell in row.filled) >= _FEWEST}
    found = {
        place: coded
        for place, row in enumerate(rows)
        if not (row.table and row.table in headed) and (coded := _coded(row)) is not None
    }
    codes = [code for code, _ in found.values()]
    others = sum(place not in found and begins_with_time(row.cells[0]) for place, row in enumerate(rows))
    if len(codes) < _FEWEST or len(set(codes)) < len(codes) or others > len(codes):
        return rows
    return [replace(row, cells=found[place][1]) if place in found else row for place, row in enumerate(rows)]


def _coded(row: Row) -> tuple[str, tuple[str, ...]] | None:
    """Return the code of a row and its cells without that, if behind the code stands a time."""
    first, *others = row.cells
    alone = _CODE.fullmatch(first)
    if alone is not None:
        return (alone["code"], tuple(others)) if others and begins_with_time(others[0]) else None
    code = _CODE.match(first)
    rest = "" if code is None else first[code.end() :].lstrip()
    is_before_a_time = code is not None and rest != first[code.end() :] and begins_with_time(rest)
    return (code["code"], (rest, *others)) if code is not None and is_before_a_time else None
