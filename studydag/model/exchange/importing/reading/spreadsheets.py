"""The sheets of a workbook (.xlsx, .ods) as rows, read with limits: a small file can unpack into a very large one."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from studydag.model.exchange.importing.reading.legible import tidy
from studydag.model.exchange.importing.reading.merged_cells import merged_in_ods
from studydag.model.exchange.importing.reading.rows import CHARACTERS, Between, Row, cell_text
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.date_lines import MONTH_NAMES, find_date
from studydag.model.values.errors import CannotRead
from studydag.model.values.wording import N_

MOST_UNPACKED = 200_000_000
MOST_RATIO = 200
SMALL = 5_000_000
"""Sheets of the same cells pack a hundredfold; only what is large as well is suspect."""
MOST_COLUMNS = 200
_DAY_AND_MONTH: Final = re.compile(r"(\d{1,2})[-./ ](\d{1,2})\.?")
Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta | None


class SheetUnreadable(CannotRead):
    """A workbook that its reader can't make out, or that asks for a password."""

    text = N_("{path} can’t be read as a spreadsheet. Is it damaged, or locked with a password?")


class SheetTooLarge(CannotRead):
    """A workbook that unpacks into far more than any programme."""

    text = N_("{path} unpacks into more than {limit:size}: too much for a programme.")


class SheetTooLong(CannotRead):
    """A workbook with more rows than any programme."""

    text = N_("{path} has more than {limit:number} rows: too many for a programme.")


def rows_of_workbook(data: bytes, name: str, *, most_rows: int) -> tuple[Row, ...]:
    """Return the rows of all sheets that can be seen, line numbers as in the sheet. Raises CannotRead."""
    _refuse_bombs(data, name)
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum, ZipError

    rows: list[Row] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        in_ods = merged_in_ods(data)
        seen = [sheet.name for sheet in workbook.sheets_metadata if sheet.visible is SheetVisibleEnum.Visible]
        for number, sheet_name in enumerate(seen or workbook.sheet_names, start=1):
            sheet = workbook.get_sheet_by_name(sheet_name)
            if sheet.total_height > most_rows * 50 or len(rows) > most_rows:
                raise SheetTooLong(path=name, limit=most_rows)
            values = sheet.to_python(skip_empty_area=False, nrows=most_rows + 1)
            if len(values) > most_rows and any(any(cell != "" for cell in row) for row in values[most_rows:]):
                raise SheetTooLong(path=name, limit=most_rows)
            merged = sheet.merged_cell_ranges or in_ods.get(sheet_name, [])
            if len(seen) > 1 and (day := _day_of(sheet_name, seen)):
                rows.append(Row(line=1, text=sheet_name, cells=(day,), is_heading=True))
            rows += _rows(values, merged, number)
    except (CalamineError, ZipError, OSError, ValueError) as error:
        raise SheetUnreadable(path=name) from error
    return tuple(rows)


def _day_of(name: str, names: Sequence[str]) -> str:
    """Return the day of a sheet by its name: `Dag 2`, `di 9 maart`, or `9-3` where all are called like that."""
    if find_date(name) is not None:
        return tidy(name)
    days = [_DAY_AND_MONTH.fullmatch(each.strip()) for each in names]
    own = _DAY_AND_MONTH.fullmatch(name.strip())
    if own is None or any(day is None or not 1 <= int(day[1]) <= 31 or not 1 <= int(day[2]) <= 12 for day in days):
        return ""
    return f"{int(own[1])} {MONTH_NAMES[int(own[2]) - 1]}"


def _refuse_bombs(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise SheetUnreadable(path=name) from error
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_RATIO * max(1, len(data))):
        raise SheetTooLarge(path=name, limit=min(MOST_UNPACKED, MOST_RATIO * len(data)))


def _rows(values: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]], table: int) -> Iterator[Row]:
    across: dict[int, list[tuple[int, int]]] = {}
    down: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, right) in merged[: 10 * MOST_COLUMNS]:
        if right > left:
            across.setdefault(top, []).append((left, right - left + 1))
        if bottom > top and left < MOST_COLUMNS:
            down.setdefault(top, []).append((left, bottom - top + 1))
            _fill_down(values, top, bottom, left)
    after_gap = False
    for line, row in enumerate(values, start=1):
        still_wanted()
        cells = tuple(_text(cell) for cell in row[:MOST_COLUMNS])
        if not any(cells):
            after_gap = True
            continue
        while cells and not cells[-1]:
            cells = cells[:-1]
        made = Row(
            line=line,
            text="\t".join(" ".join(cell.split()) for cell in cells if cell),
            cells=cells,
            between=Between.TABLE,
            after_gap=after_gap,
            merged=tuple(across.get(line - 1, ())),
            down=tuple(down.get(line - 1, ())),
            table=table,
        )
        yield made if len(made.filled) > 1 or len(cells) > 1 else replace(made, between=Between.TABLE)
        after_gap = False


def _fill_down(values: list[list[Any]], top: int, bottom: int, column: int) -> None:
    """Repeat a time or a date that stands once for several rows; anything else stands for one."""
    if top >= len(values) or column >= len(values[top]):
        return
    value = values[top][column]
    if not _is_time(value):
        return
    for line in range(top + 1, min(bottom + 1, len(values))):
        if column < len(values[line]) and values[line][column] in ("", None):
            values[line][column] = value


def _is_time(value: Cell) -> bool:
    from studydag.model.exchange.importing.recognising.clock_cells import time_in_cell

    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return True
    if isinstance(value, float):
        return 0 < value < 1
    return isinstance(value, str) and (time_in_cell(value) is not None or find_date(value) is not None)


def _text(cell: Cell) -> str:
    """Write a cell as people would: a time as 09:30, a date as 2027-03-11, a fraction of a day as a time."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, str):
        return cell_text(cell[:CHARACTERS])
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, dt.datetime):
        return _moment(cell)
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, dt.time):
        return _clock(cell.hour * 60 + cell.minute + (cell.second >= 30))
    if isinstance(cell, dt.timedelta):
        return _clock(round(cell.total_seconds() / 60))
    return _number(cell)


def _moment(cell: dt.datetime) -> str:
    clock = _clock(cell.hour * 60 + cell.minute + (cell.second >= 30))
    if cell.date() <= dt.date(1904, 1, 2):
        return clock
    return cell.date().isoformat() if clock == "00:00" else f"{cell.date().isoformat()} {clock}"


def _clock(minutes: int) -> str:
    hours, rest = divmod(max(0, minutes), 60)
    return f"{hours:02}:{rest:02}"


def _number(cell: float) -> str:
    if float(cell).is_integer():
        return str(int(cell))
    minutes = cell * 1440
    if 0 < cell < 1 and abs(minutes - round(minutes)) < 0.01:
        return _clock(round(minutes))
    hundredths = round(cell * 100)
    if 1 < cell < 24 and abs(cell * 100 - hundredths) < 1e-6 and hundredths % 100 < 60:
        # 9.3 is how a sheet keeps a typed 9.30.
        return f"{hundredths // 100}.{hundredths % 100:02}"
    return str(cell)
