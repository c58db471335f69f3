"""Opens a table of sign-ups: its rows, whatever stands between the columns, and what each column is thought to hold."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from studydag.model.exchange.importing.reading.encodings import text_in
from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.reading.text_rows import delimiter_of, rows_of_text
from studydag.model.exchange.sign_up_columns import Column, guessed_columns, is_header
from studydag.model.rules.choices.seats import seating
from studydag.model.values.errors import CannotRead
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

MOST_ROWS = 5_001
MOST_BYTES = 20_000_000
MARKS: Final = ";\t,|"
"""What may stand between columns."""


class NoSignUps(CannotRead):
    """A table without a column of names."""

    text = N_(
        "{path} has no column with names. Let the first row say what the columns are, such as: name, 1st choice, "
        "2nd choice."
    )


class SignUpsTooLarge(CannotRead):
    """A table that is larger than any list of sign-ups."""

    text = N_("{path} is too large for a list of sign-ups (at most {limit:number} rows).")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUpTable:
    """A table as it was opened: its header, its rows, and what each column is thought to hold (None: nothing of use).

    `mended` are the lines that were written with another mark between the columns than the rest.
    """

    name: str
    header: Row
    rows: tuple[Row, ...]
    columns: tuple[Column | None, ...]
    mended: frozenset[int] = frozenset()


def open_sign_ups(data: bytes, name: str, day: StudyDay, setting: Setting) -> SignUpTable:
    """Open a table of sign-ups, and guess what its columns hold. Raises CannotRead."""
    rows, mended = _rows(data, name)
    if len(rows) > MOST_ROWS or len(data) > MOST_BYTES:
        raise SignUpsTooLarge(path=name, limit=MOST_ROWS - 1)
    header = next((place for place, row in enumerate(rows) if is_header(row)), 0)
    if not rows:
        raise NoSignUps(path=name)
    columns = guessed_columns(rows[header], rows[header + 1 :], seating(day, setting))
    return SignUpTable(name=name, header=rows[header], rows=tuple(rows[header + 1 :]), columns=columns, mended=mended)


def _rows(data: bytes, name: str) -> tuple[list[Row], frozenset[int]]:
    """Return the rows of a file, and the lines that had another mark between their columns."""
    if data.startswith(b"PK\x03\x04"):
        from studydag.model.exchange.importing.reading.spreadsheets import rows_of_workbook

        return list(rows_of_workbook(data, name, most_rows=MOST_ROWS)), frozenset()
    text = text_in(data, name)
    mark = "\t" if PurePath(name).suffix.casefold() == ".tsv" else None
    rows = list(rows_of_text(text, delimiter=mark or _mark_of(text)))
    width = max((len(row.filled) for row in rows), default=0)
    mended = {row.line: made for row in rows if width > 1 and (made := _split_otherwise(row)) is not None}
    return [mended.get(row.line, row) for row in rows], frozenset(mended)


def _mark_of(text: str) -> str | None:
    """Return the mark between the columns; where a few lines leave it open, the one that divides the first of them."""
    mark = delimiter_of(text, is_table=True)
    first = next((line for line in text.splitlines() if line.strip()), "")
    cells = {each: _cells_in(first, each) for each in MARKS}
    if mark is not None and cells.get(mark, 0) > 1:
        return mark
    return max(MARKS, key=lambda each: cells[each]) if max(cells.values()) > 1 else mark


def _cells_in(line: str, mark: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=mark), []))
    except csv.Error:
        # One cell of more letters than the reader takes.
        return 0


def _split_otherwise(row: Row) -> Row | None:
    """Return a row that stands in one cell, split at the mark that it was written with; None where there is none."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) != 1:
        return None
    mark = max(MARKS, key=filled[0].count)
    return replace(row, cells=tuple(cell.strip() for cell in filled[0].split(mark))) if mark in filled[0] else None
