"""Looks a whole library through, and says of each fault in what kind of thing it is."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, Final

from studydag.model.store import schema, search
from studydag.model.store.beforehand import NO_FAULTS, said_of_the_file
from studydag.model.store.readable_rows import out_of_range
from studydag.model.store.search import TABLE
from studydag.model.values.errors import LibraryDamaged

INDEX: Final = "search"
"""The kind of a fault in what finds words: nothing of anybody's work is lost with it."""
_TREE: Final = re.compile(r"(?:On tree page|Tree|root page) (\d+)")
_UNREADABLE: Final = (sqlite3.DatabaseError, UnicodeDecodeError)
_NAMES: Final = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault: the kind of thing it is in, `INDEX`, or nothing where that can't be said; and technical words."""

    kind: str
    detail: str


def found_in(raw: sqlite3.Connection, read: Callable[[type[Any]], Sequence[Any]]) -> Iterator[Damage]:
    """Give every fault that SQLite finds, and each kind of thing of which not all can be read by `read`."""
    tables = _Tables(raw)
    for check in ("integrity_check", "foreign_key_check"):
        try:
            for row in said_of_the_file(raw, check):
                yield from tables.faults_in(row)
        except _UNREADABLE as error:
            yield Damage("", f"{check}: {error}")
    for kind, entity in schema.entities().items():
        try:
            read(entity.value)
        except LibraryDamaged as error:
            yield Damage(kind, f"{kind}: {error.figures['detail']}")
    yield from tables.faults_of_search()
    try:
        for detail in out_of_range(raw):
            yield Damage(tables.kind_in(detail), detail)
    except _UNREADABLE as error:
        yield Damage("", str(error))


class _Tables:
    """Knows of which kind of thing a table, an index or a page is."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        self._raw = raw
        self._names: dict[str, str] = {}
        self._roots: dict[int, str] = {}
        try:
            for name, table, root in raw.execute("SELECT name,tbl_name,rootpage FROM sqlite_master"):
                self._names[str(name)] = str(table)
                self._roots[int(root or 0)] = str(table)
        except (sqlite3.DatabaseError, ValueError, TypeError):
            return

    def faults_in(self, row: Sequence[Any]) -> Iterator[Damage]:
        """Give what a row of a check tells: a line for each fault, or a row that points to nothing."""
        if len(row) > 1:
            yield Damage(self.kind_of(str(row[0])), f"{row[0]} {row[1]} -> {row[2]}")
            return
        lines = [line for line in str(row[0]).splitlines() if line not in NO_FAULTS]
        yield from (Damage(self.kind_in(line), line) for line in lines)

    def faults_of_search(self) -> Iterator[Damage]:
        """Give the tables in which words are kept to be found and that can't be read whole."""
        for name in (name for name, table in self._names.items() if name == table and name.startswith(f"{TABLE}_")):
            try:
                sum(1 for _row in self._raw.execute(f'SELECT * FROM "{name}"'))
            except _UNREADABLE as error:
                yield Damage(INDEX, f"{name}: {error}")
                return
        try:
            # A copy, for who only looks may not ask for it.
            with closing(sqlite3.connect(":memory:")) as copy:
                self._raw.backup(copy)
                if not search.is_sound(copy):
                    yield Damage(INDEX, TABLE)
        except sqlite3.DatabaseError as error:
            yield Damage(INDEX, f"{TABLE}: {error}")

    def kind_in(self, text: str) -> str:
        """Return the kind that a line of SQLite's tells of: by the first page of a table, or by its name."""
        page = _TREE.search(text)
        if page is not None and int(page[1]) in self._roots:
            return self.kind_of(self._roots[int(page[1])])
        # "row 7 missing from index …", "NULL value in block.title"; our words for things are none of SQLite's.
        named = (self._names[word] for word in reversed(_NAMES.findall(text)) if word in self._names)
        return self.kind_of(next(named, ""))

    def kind_of(self, table: str) -> str:
        """Return the kind of thing of which a table keeps the rows, or what they point to."""
        if table.startswith(TABLE):
            return INDEX
        kinds: Mapping[str, object] = schema.entities()
        owners = [kind for kind in kinds if table == kind or table.startswith(f"{kind}_")]
        return max(owners, key=len, default="")
