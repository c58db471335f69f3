"""Libraries to measure on: lifelike study days, multiplied by plain SQL, which is quicker than making each."""

import sqlite3
from pathlib import Path

from studydag.model.exchange.generate import generated_day
from studydag.model.operations.exchange import load_day
from studydag.model.store import schema, search
from studydag.model.store.library import Library
from studydag.model.store.schema import owner_column
from studydag.model.values.school import DocumentLanguage

MADE = 10


def library_of(days: int, path: Path) -> Path:
    """Make a library of `days` study days, a multiple of 10: ten made ones, and copies of them."""
    with Library.open(path, create=True, check=False) as library:
        for number in range(1, MADE + 1):
            load_day(library, generated_day(1, number, DocumentLanguage.DUTCH))
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN")
    for copy in range(1, days // MADE):
        for entity in _of_a_day():
            raw.execute(_multiplied(raw, entity), {"copy": copy})
            for link in entity.links:
                raw.execute(_multiplied_links(raw, link, moves=_of_day(link.target)), {"copy": copy})
    search.rebuild(lambda statement, parameters: raw.execute(statement, parameters).fetchall())
    raw.execute("COMMIT")
    raw.close()
    return path


def _of_a_day() -> list[schema.Entity]:
    return [entity for entity in schema.entities().values() if _of_day(entity.kind)]


def _of_day(kind: str) -> bool:
    owners = schema.entities()[kind].owners
    return kind == "study_day" or (bool(owners) and owners != ("trajectory",) and all(map(_of_day_or_school, owners)))


def _of_day_or_school(owner: str) -> bool:
    return owner == "trajectory" or _of_day(owner)


def _multiplied(raw: sqlite3.Connection, entity: schema.Entity) -> str:
    """Return the statement that copies the first days' rows: ids and references within the day move along."""
    step, most = _step(raw, entity.kind), _first(raw, entity.kind)
    shown: dict[str, str] = {"id": f"id+:copy*{step}"}
    for owner in entity.owners:
        holder = owner_column(owner)
        shown[holder] = f"{holder}+:copy*{_step(raw, owner)}" if _of_day(owner) else holder
    for column in entity.columns:
        if column.name == "uid":
            shown["uid"] = "uid||'-'||:copy"
        elif column.refers is not None and _of_day(column.refers):
            shown[column.name] = f'"{column.name}"+:copy*{_step(raw, column.refers)}'
        elif column.name != "id":
            shown[column.name] = f'"{column.name}"'
    names = ",".join(f'"{name}"' for name in shown)
    return (
        f'INSERT INTO "{entity.kind}"({names}) SELECT {",".join(shown.values())} FROM "{entity.kind}" WHERE id<={most}'
    )


def _multiplied_links(raw: sqlite3.Connection, link: schema.Link, *, moves: bool) -> str:
    owner = link.table.removesuffix(f"_{link.field}")
    target = f"target_id+:copy*{_step(raw, link.target)}" if moves else "target_id"
    return (
        f'INSERT INTO "{link.table}"(owner_id,target_id,position) SELECT owner_id+:copy*{_step(raw, owner)},{target},'
        f'position FROM "{link.table}" WHERE owner_id<={_first(raw, owner)}'
    )


def _first(raw: sqlite3.Connection, kind: str) -> int:
    """Return the last id of the days that were made, remembered in the file's own temporary table."""
    raw.execute("CREATE TEMP TABLE IF NOT EXISTS first_ids(kind TEXT PRIMARY KEY, last INTEGER)")
    raw.execute(f'INSERT OR IGNORE INTO first_ids SELECT ?, coalesce(max(id), 0) FROM "{kind}"', (kind,))
    return int(raw.execute("SELECT last FROM first_ids WHERE kind=?", (kind,)).fetchone()[0])


def _step(raw: sqlite3.Connection, kind: str) -> int:
    return _first(raw, kind) + 1
