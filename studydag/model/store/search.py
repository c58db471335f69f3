"""Full-text search over all study days: kept in the same transaction as the edit, undo and redo included.

No trigger touches the index; it is filled from the rows that an edit named. A row's number in the index is its id
and the number of its kind, so that it can be found back without a table of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
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


def find(words: str, run: Run, limit: int = 200) -> list[Hit]:
    """Return where all words (or words that begin so) stand, best first; any input is taken as plain words."""
    query = " ".join(f'"{word}"*' for word in _words(words))
    if not query:
        return []
    kinds = searched_kinds()
    found = run(
        f"SELECT rowid,day,title,snippet({TABLE},-1,'[',']','…',12) FROM {TABLE} "
        f"WHERE {TABLE} MATCH ? ORDER BY bm25({TABLE},0,10.0,1.0),rowid LIMIT ?",
        (query, limit),
    )
    return [
        Hit(day, kinds[number % KINDS_ROOM], number // KINDS_ROOM, title, snippet)
        for number, day, title, snippet in found
        if number % KINDS_ROOM < len(kinds)
    ]


def _words(text: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in text)
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
