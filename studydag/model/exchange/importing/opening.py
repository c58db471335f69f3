"""A file or a pasted text as the lines of a programme: which kind it is, how large it may be, and who reads it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from studydag.model.exchange.importing.lines import read_lines
from studydag.model.exchange.importing.reading.encodings import NoText, decoded, text_in
from studydag.model.exchange.importing.reading.pasted_lines import has_more_lines
from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.reading.text_rows import delimiter_of, rows_of_text
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine
from studydag.model.values.wording import N_

_TABLE: Final = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END: Final = re.compile(r"</table\s{0,9}>", re.IGNORECASE)
MOST_BYTES = 20_000_000
MOST_ROWS = 20_000
TEXT_BYTES = 5_000_000
"""A programme of a whole week has some hundred lines; these are limits against a slip, or against malice."""
_OF_SQLITE: Final = b"SQLite format 3\0"
ENDINGS: Final = (".txt", ".md", ".csv", ".tsv", ".xlsx", ".ods", ".ics", ".xml", ".json")


class NoProgramme(CannotRead):
    """A file in which no programme was found."""

    text = N_("{path} holds no programme that can be read. Is it another kind of file?")


class UnknownKind(CannotRead):
    """A file of a kind that is not read."""

    text = N_("{path} is a kind of file that can’t be read. A programme comes as {endings}.")


class ALibrary(NoText):
    """A copy with whole study days: hardly any other database is given as a programme."""

    text = N_(
        "{path} is a library with whole study days, not a programme. Add them with “Add study days from a copy”, or "
        "with studydag add on the command line."
    )


class TooLarge(CannotRead):
    """A file that is larger than any programme."""

    text = N_("{path} is too large for a programme: more than {limit:size}.")


class TooManyRows(CannotRead):
    """A file with more lines than any programme."""

    text = N_("{path} has more than {limit:number} lines: too many for a programme.")


class PastedTooLarge(TooLarge):
    """A pasted text that is larger than any programme."""

    text = N_("What you pasted is too large for a programme: more than {limit:size}. Paste only the programme itself.")


class PastedTooManyRows(TooManyRows):
    """A pasted text with more lines than any programme."""

    text = N_(
        "What you pasted has more than {limit:number} lines: too many for a programme. Paste only the programme itself."
    )


def read_text(text: str, *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Read a pasted text. Raises TooLarge, TooManyRows."""
    return _text(text, "", today, None)


def read_pasted(text: str, html: str = "", *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Read what was on the clipboard: its tables, where `html` has any, else the text. Raises TooLarge, TooManyRows."""
    if "<table" in html[:200_000].casefold() and len(html) <= TEXT_BYTES:
        lines = _html(html.encode(), "", today)
        if any(line.kind.is_block for line in lines):
            return lines
    return read_text(text, today=today)


def read_file(data: bytes, name: str, *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Read the bytes of a file by the ending of its name, or by how they begin. Raises CannotRead."""
    if data.startswith(_OF_SQLITE):
        raise ALibrary(path=name)
    if len(data) > MOST_BYTES:
        raise TooLarge(path=name, limit=MOST_BYTES)
    reader = _READERS.get(_ending(data, name))
    if reader is None:
        raise UnknownKind(path=name, endings=", ".join(ENDINGS))
    return reader(data, name, today)


def _ending(data: bytes, name: str) -> str:
    """Return the kind of a file; what was named wrongly is known by its first bytes."""
    ending = PurePath(name).suffix.casefold()
    if data.startswith(b"PK\x03\x04"):
        return ending if ending in {".xlsx", ".ods", ".xlsm"} else ""
    start = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.upper().startswith(b"BEGIN:VCALENDAR"):
        return ".ics"
    return ending or ".txt"


def _text(text: str, name: str, today: dt.date | None, delimiter: str | None) -> tuple[ImportedLine, ...]:
    if len(text) > TEXT_BYTES:
        raise TooLarge(path=name, limit=TEXT_BYTES) if name else PastedTooLarge(limit=TEXT_BYTES)
    delimiter = delimiter or delimiter_of(text)
    if delimiter is None and has_more_lines(text, MOST_ROWS):
        raise _too_many(name)
    return _read(rows_of_text(text, delimiter=delimiter, most_rows=MOST_ROWS), name, today)


def _too_many(name: str) -> TooManyRows:
    return TooManyRows(path=name, limit=MOST_ROWS) if name else PastedTooManyRows(limit=MOST_ROWS)


def _read(rows: tuple[Row, ...], name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    if len(rows) > MOST_ROWS:
        raise _too_many(name)
    return read_lines(rows, today=today)


def _plain(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    text = text_in(data, name)
    small = text[:TEXT_BYTES].casefold()
    if text.lstrip()[:1] == "<" and any(mark in small[:20_000] for mark in ("<table", "<li", "<p", "<div", "<td")):
        return _html(data, name, today)
    if "<table" in small and "<td" in small:
        return _read(_with_tables(text, name), name, today)
    return _text(text, name, today, None)


def _with_tables(text: str, name: str) -> tuple[Row, ...]:
    """Return the rows of a text in which tables of a web page stand, as in Markdown; their lines count on.

    Raises TooManyRows.
    """
    from studydag.model.exchange.importing.reading.web_tables import rows_of_html

    rows: list[Row] = []
    for piece in _around_tables(text):
        is_table = _TABLE.match(piece) is not None
        if len(rows) > MOST_ROWS or (not is_table and has_more_lines(piece, MOST_ROWS)):
            raise _too_many(name)
        own = rows_of_html(piece, most_rows=MOST_ROWS) if is_table else rows_of_text(piece)
        line, table = (rows[-1].line, max(row.table for row in rows)) if rows else (0, 0)
        rows += [replace(row, line=line + row.line, table=row.table + table * bool(row.table)) for row in own]
    return tuple(rows)


def _around_tables(text: str) -> Iterator[str]:
    """Take a text apart into its tables and what stands around them; one without an end is none."""
    place = 0
    while (begin := _TABLE.search(text, place)) is not None:
        end = _TABLE_END.search(text, begin.end())
        if end is None:
            break
        yield text[place : begin.start()]
        yield text[begin.start() : end.end()]
        place = end.end()
    yield text[place:]


def _html(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    from studydag.model.exchange.importing.reading.web_tables import rows_of_html

    return _read(rows_of_html(decoded(data), most_rows=MOST_ROWS), name, today)


def _delimited(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    text = text_in(data, name)
    mark = "\t" if PurePath(name).suffix.casefold() == ".tsv" else None
    return _text(text, name, today, mark or delimiter_of(text, is_table=True))


def _sheet(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    from studydag.model.exchange.importing.reading.spreadsheets import rows_of_workbook

    rows = rows_of_workbook(data, name, most_rows=MOST_ROWS)
    return read_lines(rows, today=today)


def _calendar(data: bytes, name: str, _today: dt.date | None) -> tuple[ImportedLine, ...]:
    from studydag.model.exchange.importing.schedules.calendars import lines_of_calendar

    return lines_of_calendar(data, name)


def _xml(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    from studydag.model.exchange.importing.schedules.conference_schedules import lines_of_xml

    return lines_of_xml(data, name, today=today)


def _json(data: bytes, name: str, today: dt.date | None) -> tuple[ImportedLine, ...]:
    from studydag.model.exchange.importing.schedules.conference_schedules import lines_of_json

    return lines_of_json(data, name, today=today)


_READERS: Final[dict[str, Callable[[bytes, str, dt.date | None], tuple[ImportedLine, ...]]]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _plain,
    ".markdown": _plain,
    ".csv": _delimited,
    ".tsv": _delimited,
    ".tab": _delimited,
    ".xlsx": _sheet,
    ".xlsm": _sheet,
    ".ods": _sheet,
    ".ics": _calendar,
    ".xml": _xml,
    ".json": _json,
    ".htm": _html,
    ".html": _html,
}
