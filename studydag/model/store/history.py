"""Undo by triggers: every row change, cascades and bulk statements included, leaves what was there before.

TEMP triggers, each made when it is first needed, write to a log; `collect` folds the log of one transaction into net
images: a row that was made, was deleted, or had other values in some columns. That image is the undo step, and its
rows are the Change. The method of logging with triggers is described at sqlite.org/undoredo.html.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from studydag.model.store import schema
from studydag.model.store.reading import Run
from studydag.model.store.schema import owner_column
from studydag.model.store.tables import tables
from studydag.model.values.changes import Change, Place

LIMIT = 500
MERGE_SECONDS = 60.0
LONGEST_STATEMENT = 100_000
"""In characters; SQLite takes ten times as much."""

_AMONG = "id IN (SELECT value FROM json_each(?))"

RowKey = tuple[str, int]
Holders = Mapping[str, tuple[tuple[str, str], ...]]
Image = Mapping[str, str] | None
"""The columns of a row as SQL literals; None: the row was not there."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one edit replaced: images of rows from before it."""

    op: str
    before: Mapping[RowKey, Image]
    place: Place | None = None
    merge: tuple[Any, ...] | None = None
    at: float = 0.0


@dataclass(slots=True)
class History:
    """The steps that can be undone and redone. `last_ids` has by table the last id that one of them may bring back."""

    undo_steps: list[Step] = field(default_factory=list)
    redo_steps: list[Step] = field(default_factory=list)
    last_ids: dict[str, int] = field(default_factory=dict)

    def clear(self) -> None:
        """Forget all steps."""
        self.undo_steps.clear()
        self.redo_steps.clear()
        self.last_ids.clear()

    def reserve(self, rows: Iterable[RowKey]) -> None:
        """Keep the ids of these rows free, though the rows may be gone: what stands outside undo takes no step's."""
        for table, pk in rows:
            if pk > self.last_ids.get(table, 0):
                self.last_ids[table] = pk

    def keep(self, step: Step, run: Run) -> None:
        """Add a step for a new edit, or fold it into the newest one when both change the same field."""
        newest = self.undo_steps[-1] if self.undo_steps else None
        self.redo_steps.clear()
        if newest is None or not _merges(newest, step):
            self.undo_steps.append(step)
            del self.undo_steps[:-LIMIT]
            return
        self.undo_steps.pop()
        before = without_noops({**step.before, **_joined(newest.before, step.before)}, run)
        if before:
            self.undo_steps.append(Step(step.op, before, step.place, step.merge, step.at))


def _merges(newest: Step, step: Step) -> bool:
    return step.merge is not None and step.merge == newest.merge and 0 <= step.at - newest.at <= MERGE_SECONDS


def _joined(first: Mapping[RowKey, Image], second: Mapping[RowKey, Image]) -> dict[RowKey, Image]:
    """Return the images of `first`, completed with columns that only `second` replaced."""
    joined: dict[RowKey, Image] = {}
    for key, image in first.items():
        later = second.get(key)
        joined[key] = image if image is None or later is None else {**later, **image}
    return joined


@cache
def logged_tables() -> Mapping[str, tuple[str, ...]]:
    """Return the columns of every model table by name; search tables are not among them."""
    found: dict[str, tuple[str, ...]] = {}
    for entity in schema.entities().values():
        owners = tuple(owner_column(owner) for owner in entity.owners)
        found[entity.kind] = ("id", *owners, *(column.name for column in entity.columns if column.name != "id"))
        for link in entity.links:
            found[link.table] = ("id", "owner_id", "target_id", "position")
    return found


class Deed(StrEnum):
    """What is done to a row, in SQLite's words."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Unlogged(RuntimeError):
    """A change wrote what its undo step would not take back; nothing of it stays."""


class UndoLog:
    """The log on one connection, with triggers for what is done there: to make them all takes longer than opening."""

    def __init__(self, raw: sqlite3.Connection) -> None:
        """Begin without any trigger."""
        self._raw = raw
        self._expected: set[tuple[Deed, str]] = set()
        self._written = 0

    def make_ready(self) -> None:
        """Make what triggers write to, outside a transaction, and count from here."""
        self._written = self._raw.total_changes
        self._raw.execute(
            "CREATE TEMP TABLE IF NOT EXISTS undo_log(seq INTEGER PRIMARY KEY, tbl TEXT, pk INTEGER, was TEXT)"
        )

    def expect(self, deed: Deed, table: str) -> None:
        """Log from now on what is done to the rows of a table, and to those of others along with it."""
        if (deed, table) in self._expected:
            return
        for each, affected in _brought_along(deed, table):
            if (each, affected) not in self._expected:
                self._raw.execute(_trigger(each, affected))
                self._expected.add((each, affected))

    def must_be_whole(self) -> None:
        """Raise Unlogged where rows were written that the log doesn't have: undo would leave them as they are."""
        logged = self._raw.execute("SELECT count(*) FROM temp.undo_log").fetchone()[0]
        # SQLite counts the line in the log as well.
        if self._raw.total_changes - self._written != 2 * logged:
            raise Unlogged

    def forget(self) -> None:
        """Take no trigger for made: those that were made in a transaction go with it when it fails."""
        self._expected.clear()


@cache
def _brought_along(deed: Deed, table: str) -> frozenset[tuple[Deed, str]]:
    """Return what is done to rows of which tables: what refers to a deleted row is deleted or changed as well."""
    found: set[tuple[Deed, str]] = set()
    waiting = [(deed, table)]
    while waiting:
        each = waiting.pop()
        if each not in found:
            found.add(each)
            waiting += _referring_to(each[1]) if each[0] is Deed.DELETE else ()
    return frozenset(found)


def _referring_to(table: str) -> Iterator[tuple[Deed, str]]:
    for other in tables().tables.values():
        for key in other.foreign_keys:
            if key.column.table.name == table:
                yield Deed.DELETE if key.ondelete == "CASCADE" else Deed.UPDATE, other.name


def _trigger(deed: Deed, table: str) -> str:
    columns = logged_tables()[table]
    values = {
        Deed.INSERT: "new.id,NULL",
        Deed.UPDATE: f"old.id,'{{'||substr({'||'.join(map(_if_changed, columns))},2)||'}}'",
        Deed.DELETE: "old.id,json_object({})".format(",".join(f"'{name}',quote(old.\"{name}\")" for name in columns)),
    }
    return (
        f'CREATE TEMP TRIGGER IF NOT EXISTS "undo_{table}_{deed}" AFTER {deed} ON main."{table}" '
        f"BEGIN INSERT INTO undo_log(tbl,pk,was) VALUES('{table}',{values[deed]}); END"
    )


def _if_changed(column: str) -> str:
    old = f'old."{column}"'
    return f"CASE WHEN {old} IS NOT new.\"{column}\" THEN ',\"{column}\":'||json_quote(quote({old})) ELSE '' END"


def collect(run: Run) -> dict[RowKey, Image]:
    """Empty the log and return the net images from before: rows that ended as they began are not in it."""
    first: dict[RowKey, Image] = {}
    for table, pk, was in run("SELECT tbl,pk,was FROM temp.undo_log ORDER BY seq", ()):
        key = (table, pk)
        image = None if was is None else json.loads(was)
        if key not in first:
            first[key] = image
            continue
        known = first[key]
        if known is not None and image is not None:
            first[key] = {**image, **known}
    run("DELETE FROM temp.undo_log", ())
    return without_noops(first, run)


def without_noops(before: Mapping[RowKey, Image], run: Run) -> dict[RowKey, Image]:
    """Return only the images that differ from what stands now, with only the columns that differ."""
    net: dict[RowKey, Image] = {}
    now = _images_now(before, run)
    for key, image in before.items():
        current = now.get(key)
        if image is None or current is None:
            if (image is None) is not (current is None):
                net[key] = image
            continue
        differing = {column: literal for column, literal in image.items() if current[column] != literal}
        if differing:
            net[key] = differing
    return net


def _images_now(before: Mapping[RowKey, Image], run: Run) -> dict[RowKey, Mapping[str, str]]:
    """Return the rows that stand now, with the columns that their images have: none for rows that were not there."""
    by_table: dict[str, list[int]] = {}
    columns: dict[str, set[str]] = {}
    for (table, pk), image in before.items():
        by_table.setdefault(table, []).append(pk)
        columns.setdefault(table, set()).update(image or ())
    now: dict[RowKey, Mapping[str, str]] = {}
    for table, ids in by_table.items():
        names = sorted(columns[table])
        quoted = "".join(f',quote("{name}")' for name in names)
        for row in run(f'SELECT id{quoted} FROM main."{table}" WHERE {_AMONG}', (json.dumps(ids),)):
            now[table, row[0]] = dict(zip(names, row[1:], strict=True))
    return now


def restore(before: Mapping[RowKey, Image], run: Run, log: UndoLog) -> None:
    """Put the rows back as their images say. Foreign keys must be deferred until the commit."""
    kept = [(key, image) for key, image in before.items() if image is not None]
    # Changed rows first: one that was moved to a new owner must leave it before that owner is deleted.
    for (table, pk), image in kept:
        if "id" not in image:
            log.expect(Deed.UPDATE, table)
            run(_update(table, image), (pk,))
    made = [key for key, image in before.items() if image is None]
    for table, keys in groupby(made, key=itemgetter(0)):
        log.expect(Deed.DELETE, table)
        run(f'DELETE FROM main."{table}" WHERE {_AMONG}', (json.dumps([pk for _, pk in keys]),))
    gone = [(table, tuple(image), image) for (table, _), image in kept if "id" in image]
    for (table, columns), rows in groupby(gone, key=itemgetter(0, 1)):
        log.expect(Deed.INSERT, table)
        names = ",".join(f'"{column}"' for column in columns)
        for values in _together(f"({','.join(image.values())})" for _, _, image in rows):
            run(f'INSERT INTO main."{table}"({names}) VALUES{values}', ())


def _together(rows: Iterable[str]) -> Iterator[str]:
    """Give rows of SQL literals, as many at once as make a statement that isn't too long: each is read and planned."""
    taken: list[str] = []
    length = 0
    for row in rows:
        if taken and length + len(row) > LONGEST_STATEMENT:
            yield ",".join(taken)
            taken, length = [], 0
        taken.append(row)
        length += len(row)
    if taken:
        yield ",".join(taken)


def _update(table: str, image: Mapping[str, str]) -> str:
    assigned = ",".join(f'"{column}"={literal}' for column, literal in image.items())
    return f'UPDATE main."{table}" SET {assigned} WHERE id=?'


def change_of(op: str, before: Mapping[RowKey, Image], place: Place | None, run: Run) -> Change:
    """Return which things the images touch: link and child rows name the things that hold them too."""
    rows: dict[str, set[int]] = {}
    fresh: dict[str, set[int]] = {}
    holders = _holders()
    for (table, pk), image in before.items():
        fresh.setdefault(table, set()).add(pk)
        for column, kind in holders.get(table, ()):
            literal = (image or {}).get(column)
            if literal is not None and literal != "NULL":
                fresh.setdefault(kind, set()).add(int(literal))
    # Then up from what stands: a score's candidate, its expert.
    while fresh:
        for kind, ids in fresh.items():
            rows.setdefault(kind, set()).update(ids)
        found = [holder for kind, ids in fresh.items() for holder in _held_by(kind, ids, holders, run)]
        fresh = {}
        for kind, pk in found:
            if pk not in rows.get(kind, ()):
                fresh.setdefault(kind, set()).add(pk)
    return Change(op, {kind: frozenset(ids) for kind, ids in rows.items()}, place)


def _held_by(kind: str, ids: Collection[int], holders: Holders, run: Run) -> Iterator[RowKey]:
    """Give the things that hold these rows, as far as the rows still stand."""
    for column, holder in holders.get(kind, ()):
        statement = f'SELECT DISTINCT "{column}" FROM main."{kind}" WHERE "{column}" IS NOT NULL AND {_AMONG}'
        for (found,) in run(statement, (json.dumps(sorted(ids)),)):
            yield holder, found


@cache
def _holders() -> Holders:
    """Return for each link and child table the columns that name its holder, with the holder's kind."""
    entities = schema.entities()
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for entity in entities.values():
        for link in entity.links:
            found[link.table] = (("owner_id", entity.kind),)
        holders = tuple((owner_column(owner), owner) for owner in entity.owners if owner != "study_day")
        if holders:
            found[entity.kind] = holders
    return found
