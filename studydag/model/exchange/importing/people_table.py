"""A table of people, as a CSV or a sheet, as lines with their numbers; what is found of its making is told."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from studydag.model.exchange.importing.reading.encodings import text_in
from studydag.model.exchange.importing.reading.rows import cell_text
from studydag.model.rules.people.people_import import role_of
from studydag.model.rules.written.written_text import plain
from studydag.model.values.errors import CannotRead
from studydag.model.values.wording import N_

ENDINGS: Final = (".csv", ".tsv", ".txt", ".xlsx", ".ods")
MOST_BYTES = 5_000_000
MOST_LINES = 5_000
"""The most people that a library holds."""
SAMPLE = 100
MARKS: Final = (";", "\t", "|", ",")


class TooLargeForPeople(CannotRead):
    """A file that is larger than any list of people."""

    text = N_("{path} is too large for a list of people: more than {limit:size}.")


class TooManyPeople(CannotRead):
    """A file with more lines than a library holds people."""

    text = N_("{path} has more than {limit:number} lines: a school has at most so many people.")


class NoPeople(CannotRead):
    """A file in which nobody was found."""

    text = N_("{path} holds no list of people. It comes as a table with a column for the name: {endings}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleLine:
    """One line of the table: its number in the file, and what stands in the columns that are known, by field."""

    number: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleTable:
    """The lines below the heads. `encoding` and `mark` say how a text was read, of a sheet they are empty."""

    lines: tuple[PeopleLine, ...]
    columns: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    encoding: str = ""
    mark: str = ""


_HEADS: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("naam", "name", "volledige naam", "full name", "medewerker", "docent", "leraar", "collega"), "name"
    ),
    **dict.fromkeys(("voornaam", "first name", "firstname", "roepnaam", "given name"), "first"),
    **dict.fromkeys(("tussenvoegsel", "tussenvoegsels", "tv", "infix", "prefix"), "infix"),
    **dict.fromkeys(("achternaam", "last name", "lastname", "surname", "familienaam", "family name"), "last"),
    **dict.fromkeys(("email", "e mail", "mail", "emailadres", "e mailadres", "e mail adres", "mailadres"), "email"),
    **dict.fromkeys(("sectie", "section", "vak", "vakgroep", "team", "afdeling", "department", "bouw"), "section"),
    **dict.fromkeys(("rol", "role", "functie", "function", "job title"), "role"),
    **dict.fromkeys(("organisatie", "organisation", "organization", "school", "bedrijf"), "organisation"),
    **dict.fromkeys(("werkdagen", "working days", "dagen", "aanwezig"), "working_days"),
    **dict.fromkeys(
        ("uren", "scholingsuren", "hours", "hours budget", "uren scholing", "professionaliseringsuren"), "hours"
    ),
}
"""What columns are called, without capitals and marks. Of the names, first, infix and last are put together."""


def read_people_table(data: bytes, name: str) -> PeopleTable:
    """Read a table of people. Raises CannotRead where there is none, or it is too large."""
    if len(data) > MOST_BYTES:
        raise TooLargeForPeople(path=name, limit=MOST_BYTES)
    is_sheet = data.startswith(b"PK\x03\x04")
    if PurePath(name).suffix.casefold() not in ENDINGS and not is_sheet:
        raise NoPeople(path=name, endings=", ".join(ENDINGS))
    text = "" if is_sheet else text_in(data, name)
    mark = "" if is_sheet else mark_between(text)
    rows = _of_sheet(data, name) if is_sheet else _of_text(text, mark, name)
    if len(rows) > MOST_LINES + 1:
        raise TooManyPeople(path=name, limit=MOST_LINES)
    table = _below_heads(rows)
    if table is None:
        raise NoPeople(path=name, endings=", ".join(ENDINGS))
    lines, columns, unknown = table
    return PeopleTable(
        lines=lines,
        columns=columns,
        unknown=unknown,
        encoding="" if is_sheet else encoding_of(data),
        mark=mark,
    )


def read_pasted_people(text: str) -> PeopleTable | None:
    """Read rows that were copied from a spreadsheet, with or without the heads of their columns.

    Without heads the columns are known by what stands in them: addresses, roles, then names, and sections beside them.
    None where it is no table: fewer than two columns. Raises CannotRead.
    """
    if "\t" not in text.strip("\r\n"):
        return None
    rows = _of_text(text, "\t", "")
    if len(rows) > MOST_LINES + 1:
        raise TooManyPeople(path="", limit=MOST_LINES)
    lines, columns, unknown = (_below_heads(rows) if _has_heads(rows) else None) or _by_content(rows)
    return PeopleTable(lines=lines, columns=columns, unknown=unknown)


def encoding_of(data: bytes) -> str:
    """Name the encoding in which a text was read."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or (b"\0" in data[:200] and not data.startswith(b"\xef\xbb\xbf")):
        return "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "Windows-1252"
    return "UTF-8"


def mark_between(text: str) -> str:
    """Return what stands between the cells: the mark that is in most lines, and as often in each as in the first."""
    lines = [line for line in text.splitlines()[:SAMPLE] if line.strip()]
    counted = {mark: sum(line.count(mark) > 0 for line in lines) for mark in MARKS}
    best = max(MARKS, key=lambda mark: (counted[mark], -MARKS.index(mark)))
    return best if counted[best] else ";"


def _of_text(text: str, mark: str, name: str) -> list[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    rows: list[tuple[int, tuple[str, ...]]] = []
    try:
        for cells in reader:
            written = tuple(cell_text(cell) for cell in cells)
            if any(written):
                rows.append((reader.line_num, written))
            if len(rows) > MOST_LINES + 1:
                raise TooManyPeople(path=name, limit=MOST_LINES)
    except csv.Error as error:
        raise NoPeople(path=name, endings=", ".join(ENDINGS)) from error
    return rows


def _of_sheet(data: bytes, name: str) -> list[tuple[int, tuple[str, ...]]]:
    from studydag.model.exchange.importing.reading.spreadsheets import rows_of_workbook

    rows = rows_of_workbook(data, name, most_rows=MOST_LINES + 1)
    first = min((row.table for row in rows), default=0)
    return [(row.line, row.cells) for row in rows if row.table == first]


def _below_heads(
    rows: list[tuple[int, tuple[str, ...]]],
) -> tuple[tuple[PeopleLine, ...], tuple[str, ...], tuple[str, ...]] | None:
    for place, (_number, cells) in enumerate(rows[:10]):
        roles = {column: _HEADS[key] for column, cell in enumerate(cells) if (key := head_key(cell)) in _HEADS}
        if {"name", "last", "first"} & set(roles.values()):
            lines = tuple(PeopleLine(number=number, fields=_fields(roles, row)) for number, row in rows[place + 1 :])
            unknown = tuple(cell for column, cell in enumerate(cells) if cell and column not in roles)
            return lines, tuple(dict.fromkeys(roles.values())), unknown
    if rows and all(len([cell for cell in cells if cell]) == 1 for _number, cells in rows):
        names = {0: "name"}
        return tuple(PeopleLine(number=number, fields=_fields(names, row)) for number, row in rows), ("name",), ()
    return None


def _has_heads(rows: list[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether the first row is heads: a role that somebody has, such as `docent`, is a head in some lists as well."""
    cells = [cell for cell in rows[0][1] if cell] if rows else []
    known = [head_key(cell) in _HEADS for cell in cells]
    return bool(known) and (known[0] or sum(known) > 1)


def _by_content(
    rows: list[tuple[int, tuple[str, ...]]],
) -> tuple[tuple[PeopleLine, ...], tuple[str, ...], tuple[str, ...]]:
    roles: dict[int, str] = {}
    for column in range(max((len(cells) for _number, cells in rows), default=0)):
        found = [cells[column] for _number, cells in rows if column < len(cells) and cells[column]]
        name = _kind_of_column(found, [each for each in _BY_ITSELF if each not in roles.values()])
        if name:
            roles[column] = name
    lines = tuple(PeopleLine(number=number, fields=_fields(roles, row)) for number, row in rows)
    return lines, tuple(roles.values()), ()


_BY_ITSELF: Final = ("email", "role", "name", "section")
"""What a column is taken for without a head, the surest first."""


def _kind_of_column(cells: list[str], left: list[str]) -> str:
    signs = {
        "email": lambda cell: "@" in cell,
        "role": lambda cell: role_of(cell) is not None,
        "name": _is_word,
        "section": _is_word,
    }
    return next((name for name in left if cells and sum(map(signs[name], cells)) * 2 > len(cells)), "")


def _is_word(cell: str) -> bool:
    return any(letter.isalpha() for letter in cell)


def _fields(roles: dict[int, str], cells: Iterable[str]) -> dict[str, str]:
    row = tuple(cells)
    found: dict[str, str] = {}
    for column, role in roles.items():
        cell = " ".join(row[column].split()) if column < len(row) else ""
        if cell and role not in found:
            found[role] = cell
    return found


def head_key(cell: str) -> str:
    """Return the head of a column as it is compared."""
    return " ".join(re.sub(r"[^a-z ]", " ", plain(cell)[0]).split())
