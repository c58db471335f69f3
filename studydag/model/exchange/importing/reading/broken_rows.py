"""Tables with bars whose rows go on over several lines, as pages leave them when they are copied without their grid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from studydag.model.exchange.importing.recognising.clock_cells import begins_with_time
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.vocabulary.words import Role, is_column_head, role_of

_BAR: Final = re.compile(r"(?<!\\)[|¦│]")
_BARS: Final = ("|", "¦", "│")
_RULE: Final = re.compile(r"[\s|¦│:+-]*-{2,}[\s|¦│:+-]*")
_FEWEST_HEADS: Final = 2
_MOST_LINES: Final = 24
_LONGEST_DAY: Final = 60


@dataclass(frozen=True, slots=True)
class _Heads:
    """The line with the heads of a table: how many bars it has, whether one ends it, whether times stand first."""

    bars: int
    is_closed: bool
    is_opened: bool
    has_times_first: bool


def rows_over_lines(lines: Sequence[str]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Return the rows of such tables by the number of the line on which they begin: where they stop, and their cells.

    `9:00 |` above `Opening | 20 min |` are one row where `Time | Activity | Duration |` are the heads. Empty where each
    row has a line of its own.
    """
    made: dict[int, tuple[int, tuple[str, ...]]] = {}
    place = 0
    while place < len(lines):
        heads = _heads(lines[place])
        if heads is None:
            place += 1
            continue
        rows, stop = _rows_below(lines, place + 1, heads)
        if any(end - begin > 1 and _bars(lines[begin:end]) == heads.bars for begin, end in rows):
            for begin, end in ((place, place + 1), *rows):
                made[begin] = (end, _cells(lines[begin:end], heads))
        place = max(stop, place + 1)
    return made


def _heads(line: str) -> _Heads | None:
    text = line.strip()
    bars = len(_BAR.findall(text))
    if bars < _FEWEST_HEADS:
        return None
    heads = _Heads(bars, text.endswith(_BARS), text.startswith(_BARS), has_times_first=False)
    cells = [cell.strip(" *") for cell in _cells([text], heads)]
    role = role_of(cells[0])
    if not all(cells) or role is None or sum(map(is_column_head, cells)) < _FEWEST_HEADS:
        return None
    return _Heads(bars, heads.is_closed, heads.is_opened, has_times_first=role in {Role.TIME, Role.START})


def _rows_below(lines: Sequence[str], place: int, heads: _Heads) -> tuple[list[tuple[int, int]], int]:
    """Return where each row below the heads begins and ends, and where the table does."""
    rows: list[tuple[int, int]] = []
    while place < len(lines):
        line = lines[place].strip()
        if not line or _RULE.fullmatch(line):
            place += 1
            continue
        if not _BAR.search(line) or _heads(line) is not None:
            break
        stop = place + 1
        while stop < min(len(lines), place + _MOST_LINES) and _goes_on(lines, place, stop, heads):
            stop += 1
        rows.append((place, stop))
        place = stop
    return rows, place


def _goes_on(lines: Sequence[str], begin: int, place: int, heads: _Heads) -> bool:
    """Whether a line belongs to the row that begins above it: it fills columns that are still open."""
    line = lines[place].strip()
    if not line or _RULE.fullmatch(line) or _heads(line) is not None or _is_day(line):
        return False
    first = _BAR.split(line.lstrip("".join(_BARS)))[0].strip()
    if heads.has_times_first and begins_with_time(first):
        return False
    bars, more = _bars(lines[begin:place]), len(_BAR.findall(line))
    if bars < heads.bars:
        return bars + more <= heads.bars
    # Behind the last bar the last cell may be on a line of its own.
    return not heads.is_closed and not more and lines[place - 1].rstrip().endswith(_BARS)


def _is_day(line: str) -> bool:
    date = find_date(line) if not _BAR.search(line) and len(line) <= _LONGEST_DAY else None
    return date is not None and (date.month is not None or date.weekday is not None or date.day_number is not None)


def _bars(lines: Sequence[str]) -> int:
    return sum(len(_BAR.findall(line)) for line in lines)


def _cells(lines: Sequence[str], heads: _Heads) -> tuple[str, ...]:
    text = "\n".join(line.strip() for line in lines)
    text = text[1:] if heads.is_opened and text.startswith(_BARS) else text
    text = text[:-1] if heads.is_closed and text.endswith(_BARS) else text
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(text))
