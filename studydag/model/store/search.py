"""Full-text search over all study days: kept in the same transaction as the edit, undo and redo included.

No trigger touches the index; it is filled from the rows that an edit named. A row's number in the index is its id
and the number of its kind, so that it can be found back without a table of its own.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from studydag.model.store import schema
from studydag.model.store.reading import Run
from studydag.model.store.schema import owner_column

TABLE = "search_text"
KINDS_ROOM = 256


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand: `day` is None for things of the school."""

    day: int | None
    kind: str
    id: int
    title: str
    snippet: str


@cache
def searched_kinds() -> tuple[str, ...]:
    """Return the kinds of things that search reads, in the order of their numbers."""
    return tuple(sorted(kind for kind, entity in schema.entities().items() if entity.searched and kind != "version"))


def index_rows(rows: Mapping[str, Iterable[int]], run: Run) -> None:
    """Index these rows again; those that are gone leave the index."""
    for kind in searched_kinds():
        ids = sorted(rows.get(kind, ()))
        if ids:
            _index(kind, ids, run)


def rebuild(run: Run) -> None:
    """Index everything again from the start."""
    run(f"DELETE FROM {TABLE}", ())
    for kind in searched_kinds():
        run(_fill(kind, ""), ())


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the index can be read and fits the texts kept with it. Writes nothing, but has to be allowed to."""
    try:
        connection.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES('integrity-check')")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return True


def make_anew(connection: sqlite3.Connection) -> None:
    """Make the index again from the rows, whatever is wrong with it, in one transaction.

    The connection must be in autocommit mode, and must not have used the index: it would go by what it knows of it.
    """
    connection.execute("BEGIN IMMEDIATE")
    for table, rows in _tables_of_an_empty_one(connection).items():
        connection.execute(f'DELETE FROM "{table}"')
        for row in rows:
            connection.execute(f'INSERT INTO "{table}" VALUES({",".join("?" * len(row))})', row)
    rebuild(lambda statement, parameters: connection.execute(statement, parameters).fetchall())
    connection.execute("COMMIT")


def _tables_of_an_empty_one(connection: sqlite3.Connection) -> Mapping[str, list[tuple[object, ...]]]:
    """Return what stands in the tables in which SQLite keeps such an index, where it is new."""
    (statement,) = connection.execute("SELECT sql FROM sqlite_master WHERE name=?", (TABLE,)).fetchone()
    with closing(sqlite3.connect(":memory:")) as other:
        other.execute(statement)
        names = other.execute("SELECT name FROM sqlite_master WHERE type='table' AND name<>?", (TABLE,)).fetchall()
        return {name: other.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names}


def find(words: str, run: Run, *, day: int | None = None, limit: int = 200) -> list[Hit]:
    """Return where all words (or words that begin so) stand, best first; any input is taken as plain words.

    With a `day` only what stands in that study day.
    """
    query = " ".join(f'"{word}"*' for word in _words(words))
    if not query:
        return []
    kinds = searched_kinds()
    found = run(
        f"SELECT rowid,day,title,snippet({TABLE},-1,'[',']','…',12) FROM {TABLE} "
        f"WHERE {TABLE} MATCH ? AND (? IS NULL OR day=?) ORDER BY bm25({TABLE},0,10.0,1.0),rowid LIMIT ?",
        (query, day, day, limit),
    )
    return [
        Hit(day, kinds[number % KINDS_ROOM], number // KINDS_ROOM, title, snippet)
        for number, day, title, snippet in found
        if number % KINDS_ROOM < len(kinds)
    ]


def titles(run: Run) -> list[Hit]:
    """Return everything that has a title, without its text, for who looks for what resembles a word."""
    kinds = searched_kinds()
    return [
        Hit(day, kinds[number % KINDS_ROOM], number // KINDS_ROOM, title, "")
        for number, day, title in run(f"SELECT rowid,day,title FROM {TABLE} WHERE title<>''", ())
        if number % KINDS_ROOM < len(kinds)
    ]


def titled(kind: str, row_id: int, run: Run) -> Hit | None:
    """Return one thing with its title, or None where it isn't there or search does not read its kind."""
    if kind not in searched_kinds():
        return None
    number = row_id * KINDS_ROOM + searched_kinds().index(kind)
    found = run(f"SELECT day,title FROM {TABLE} WHERE rowid=? AND title<>''", (number,))
    return Hit(found[0][0], kind, row_id, found[0][1], "") if found else None


def _words(text: str) -> list[str]:
    # An accent that stands apart from its letter would end the word.
    composed = unicodedata.normalize("NFC", text)
    plain = "".join(letter if letter.isalnum() else " " for letter in composed)
    return plain.split()[:16]


def _index(kind: str, ids: list[int], run: Run) -> None:
    number = searched_kinds().index(kind)
    listed = json.dumps(ids)
    run(
        f"DELETE FROM {TABLE} WHERE rowid IN (SELECT value*{KINDS_ROOM}+{number} FROM json_each(?))",
        (listed,),
    )
    run(_fill(kind, "WHERE t.id IN (SELECT value FROM json_each(?))"), (listed,))


def _fill(kind: str, where: str) -> str:
    entity = schema.entities()[kind]
    number = searched_kinds().index(kind)
    title, *body = [f't."{column.name}"' for column in entity.searched]
    text = "||' '||".join(body) or "''"
    return (
        f"INSERT INTO {TABLE}(rowid,day,title,body) SELECT t.id*{KINDS_ROOM}+{number},{_day_of(kind)},{title},{text} "
        f'FROM "{kind}" t {where}'
    )


def _day_of(kind: str) -> str:
    """Return an SQL expression for the study day that a row of `t` belongs to, or NULL."""
    if kind == "study_day":
        return "t.id"
    return _climbed(kind, "t")


def _climbed(kind: str, alias: str) -> str:
    owners = schema.entities()[kind].owners
    if "study_day" in owners:
        return f"{alias}.{owner_column('study_day')}"
    if not owners:
        return "NULL"
    owner = owners[0]
    inner = f"o{alias}"
    return f'(SELECT {_climbed(owner, inner)} FROM "{owner}" {inner} WHERE {inner}.id={alias}.{owner_column(owner)})'
