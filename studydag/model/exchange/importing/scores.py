"""A file of scan scores as lines with their numbers; what they mean, rules tell (R036)."""

from __future__ import annotations

import csv
import io
import re
from pathlib import PurePath
from typing import Final

from studydag.model.exchange.importing.reading.encodings import text_in
from studydag.model.exchange.importing.reading.rows import cell_text
from studydag.model.rules.goals.scan_scores import ScoreLine, lines_without_empty
from studydag.model.values.errors import CannotRead
from studydag.model.values.wording import N_

ENDINGS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
MOST_BYTES = 5_000_000
MOST_LINES = 10_000
SAMPLE = 200


class TooLargeForScores(CannotRead):
    """A file that is larger than any scan."""

    text = N_("{path} is too large for scores of a scan: more than {limit:size}.")


class TooManyScores(CannotRead):
    """A file with more lines than any scan."""

    text = N_("{path} has more than {limit:number} lines: too many for a scan.")


class NoScores(CannotRead):
    """A file in which nothing stands that could be read."""

    text = N_("{path} holds no scores. They come as a table: {endings}.")


def read_score_lines(data: bytes, name: str) -> tuple[ScoreLine, ...]:
    """Read the lines of a file that are not empty. Raises CannotRead."""
    if len(data) > MOST_BYTES:
        raise TooLargeForScores(path=name, limit=MOST_BYTES)
    is_sheet = data.startswith(b"PK\x03\x04")
    lines = lines_without_empty(_of_sheet(data, name) if is_sheet else _of_text(text_in(data, name), name))
    if len(lines) > MOST_LINES:
        raise TooManyScores(path=name, limit=MOST_LINES)
    if not lines or PurePath(name).suffix.casefold() not in {*ENDINGS, ""}:
        raise NoScores(path=name, endings=", ".join(ENDINGS))
    return lines


def _of_sheet(data: bytes, name: str) -> list[ScoreLine]:
    from studydag.model.exchange.importing.reading.spreadsheets import rows_of_workbook

    rows = rows_of_workbook(data, name, most_rows=MOST_LINES)
    first = min((row.table for row in rows), default=0)
    return [ScoreLine(row.line, row.cells) for row in rows if row.table == first]


def _of_text(text: str, name: str) -> list[ScoreLine]:
    mark = mark_of(text, name)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    lines: list[ScoreLine] = []
    try:
        for cells in reader:
            lines.append(ScoreLine(reader.line_num, tuple(cell_text(cell) for cell in cells)))
            if len(lines) > MOST_LINES:
                raise TooManyScores(path=name, limit=MOST_LINES)
    except csv.Error as error:
        raise NoScores(path=name, endings=", ".join(ENDINGS)) from error
    return lines


def mark_of(text: str, name: str) -> str:
    """Return what stands between the cells of most lines; a comma may as well be that of a decimal, as in 3,5."""
    if PurePath(name).suffix.casefold() == ".tsv":
        return "\t"
    # A quoted cell may hold any of them.
    bare = re.sub(r'"[^"]*"', '""', text)
    lines = [line.strip() for line in bare.splitlines()[:SAMPLE] if line.strip()]
    for mark in ";\t|,":
        with_mark = [line for line in lines if mark in line]
        decimals = mark == "," and all(line.replace(",", "", 1).isdigit() for line in with_mark)
        if 2 * len(with_mark) > len(lines) and not decimals:
            return mark
    return ";"
