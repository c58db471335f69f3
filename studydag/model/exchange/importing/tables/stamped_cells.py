"""Times as programs keep them, written as people do: stamps, seconds since 1970, and the days of a spreadsheet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final
from zoneinfo import ZoneInfo

from studydag.model.exchange.importing.reading.rows import Row, cell_of
from studydag.model.exchange.importing.recognising.home_zone import HOME
from studydag.model.exchange.importing.vocabulary.words import Role, role_of

HEADS_WITHIN: Final = 12
FEWEST_HEADS: Final = 2
_WHEN: Final = frozenset({Role.TIME, Role.START, Role.END, Role.DATE})
_STAMP: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_SECONDS: Final = re.compile(r"1\d{9}(?:\d{3})?")
_OF_A_DAY: Final = re.compile(r"0[.,]\d{3,}")
_HALVES: Final = re.compile(r"0[.,](?:25|5|50|75)")
_SERIAL: Final = re.compile(r"([34]\d{4}|5[0-5]\d{3})(?:[.,](\d+))?")
_DAY_ZERO: Final = dt.datetime(1899, 12, 30)
MINUTES_A_DAY: Final = 1440
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}\b")
MOST: Final = 0.8
DATE: Final = "Date"
"""Head for the date of what has its clock time in a column of its own."""


def with_clocks(rows: list[Row]) -> list[Row]:
    """Return the rows of a table with the cells of its times and dates as `2027-03-11 09:30`, `2027-03-11`, `09:30`."""
    for place, row in enumerate(rows[:HEADS_WITHIN]):
        roles = {column: role_of(cell) for column, cell in enumerate(row.cells) if cell}
        if sum(role is not None for role in roles.values()) < FEWEST_HEADS:
            continue
        below = rows[place + 1 :]
        for column, role in roles.items():
            if role in _WHEN:
                below = _written_below(below, column)
        moment = _moment_beside_clock(roles, below)
        if moment is None:
            return [*rows[: place + 1], *below]
        dated = [_with_cell(each, moment, cell_of(each, moment)[: len("2027-03-11")]) for each in below]
        return [*rows[:place], _with_cell(row, moment, DATE), *dated]
    return rows


def _moment_beside_clock(roles: Mapping[int, Role | None], rows: Sequence[Row]) -> int | None:
    """Return the column of starts with their dates that stands beside one of starts by the clock, if any.

    The clock is that of the block; the other may be that of the session in which it is.
    """
    starts = [column for column, role in roles.items() if role is Role.START]
    moments = [column for column in starts if _most(_MOMENT, column, rows)]
    clocks = [column for column in starts if _most(_CLOCK, column, rows)]
    return moments[0] if len(moments) == 1 and clocks else None


def _most(pattern: re.Pattern[str], column: int, rows: Sequence[Row]) -> bool:
    cells = [cell for row in rows if (cell := cell_of(row, column))]
    return bool(cells) and sum(pattern.match(cell) is not None for cell in cells) > MOST * len(cells)


def _with_cell(row: Row, column: int, cell: str) -> Row:
    if cell_of(row, column) == cell:
        return row
    return replace(row, cells=(*row.cells[:column], cell, *row.cells[column + 1 :]))


def _written_below(rows: Sequence[Row], column: int) -> list[Row]:
    cells = [cell_of(row, column) for row in rows]
    has_parts = any(map(_OF_A_DAY.fullmatch, cells))
    made = [_written(cell, has_parts=has_parts) if cell else cell for cell in cells]
    return [
        row if cell == old else replace(row, cells=(*row.cells[:column], cell, *row.cells[column + 1 :]))
        for row, cell, old in zip(rows, made, cells, strict=True)
    ]


def _written(cell: str, *, has_parts: bool) -> str:
    if _STAMP.fullmatch(cell):
        try:
            moment = dt.datetime.fromisoformat(cell)
        except ValueError:
            return cell
        is_world_time = moment.utcoffset() == dt.timedelta(0)
        return f"{moment.astimezone(ZoneInfo(HOME)) if is_world_time else moment:%Y-%m-%d %H:%M}"
    if _SECONDS.fullmatch(cell):
        return f"{dt.datetime.fromtimestamp(int(cell[:10]), ZoneInfo(HOME)):%Y-%m-%d %H:%M}"
    if _OF_A_DAY.fullmatch(cell) or (has_parts and _HALVES.fullmatch(cell)):
        minutes = round(float(cell.replace(",", ".")) * MINUTES_A_DAY) % MINUTES_A_DAY
        return f"{minutes // 60:02}:{minutes % 60:02}"
    serial = _SERIAL.fullmatch(cell)
    if serial is None:
        return cell
    minutes = round(float(f"0.{serial[2]}") * MINUTES_A_DAY) if serial[2] else 0
    moment = _DAY_ZERO + dt.timedelta(days=int(serial[1]), minutes=minutes)
    return f"{moment:%Y-%m-%d %H:%M}" if serial[2] else f"{moment:%Y-%m-%d}"
