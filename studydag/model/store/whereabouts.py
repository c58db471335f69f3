"""Small questions that operations ask before they write: what is there, whose it is, in what order, and how many."""

from __future__ import annotations

import json
from collections.abc import Iterable

from studydag.model.store import schema
from studydag.model.store.library import Library
from studydag.model.store.schema import owner_column
from studydag.model.values.references import Reference

Ranks = list[tuple[int, int]]
"""Ids with their positions, in order."""


def roots(library: Library, references: Iterable[Reference]) -> dict[Reference, Reference]:
    """Return for each thing that is there in which thing without an owner it lies: a study day, or itself."""
    by_kind: dict[str, set[int]] = {}
    for kind, number in references:
        by_kind.setdefault(kind, set()).add(number)
    found: dict[Reference, Reference] = {}
    for kind, numbers in by_kind.items():
        found.update(_roots_of_kind(library, kind, numbers))
    return found


def ids(library: Library, kind: str) -> list[int]:
    """Return the ids of all things of a kind."""
    return [int(row[0]) for row in library.rows(f'SELECT id FROM "{kind}" ORDER BY id')]


def ranks(library: Library, kind: str, owner: Reference | None) -> Ranks:
    """Return the things of a kind that stand beside each other, in order."""
    where, parameters = _owned_by(owner)
    return _ranks(library, kind, where, parameters)


def block_ranks(library: Library, day: int, *, part: int | None, round: int | None) -> Ranks:
    """Return the blocks of a part, the options of a round, or (neither) what is parked, in order."""
    return _ranks(library, "block", "study_day_id=? AND part IS ? AND round IS ?", (day, part, round))


def days_with_registrations_of(library: Library, person: int) -> list[int]:
    """Return the study days for which a person is registered."""
    rows = library.rows("SELECT DISTINCT study_day_id FROM registration WHERE person=? ORDER BY 1", (person,))
    return [int(row[0]) for row in rows]


def days_in(library: Library, trajectory: int) -> list[int]:
    """Return the study days of a trajectory."""
    return [
        int(row[0]) for row in library.rows("SELECT id FROM study_day WHERE trajectory=? ORDER BY id", (trajectory,))
    ]


def option_count(library: Library, round: int) -> int:
    """Return the number of options of a round."""
    return _count(library, "block", "round=?", (round,))


def top_level_count(library: Library, day: int) -> int:
    """Return the number of blocks of a study day that are no options."""
    return _count(library, "block", "study_day_id=? AND round IS NULL", (day,))


def count(library: Library, kind: str, owner: Reference | None = None) -> int:
    """Return the number of things of a kind that an owner has, or that the school has."""
    return _count(library, kind, *_owned_by(owner))


def _owned_by(owner: Reference | None) -> tuple[str, tuple[int, ...]]:
    return ("1", ()) if owner is None else (f'"{owner_column(owner[0])}"=?', (owner[1],))


def _count(library: Library, kind: str, where: str, parameters: tuple[int, ...]) -> int:
    return int(library.rows(f'SELECT count(*) FROM "{kind}" WHERE {where}', parameters)[0][0])


def _ranks(library: Library, kind: str, where: str, parameters: tuple[int | None, ...]) -> Ranks:
    rows = library.rows(f'SELECT id,position FROM "{kind}" WHERE {where} ORDER BY position,id', parameters)
    return [(int(row[0]), int(row[1])) for row in rows]


def _roots_of_kind(library: Library, kind: str, numbers: Iterable[int]) -> dict[Reference, Reference]:
    owners = schema.entities()[kind].owners
    columns = "".join(f',"{owner_column(owner)}"' for owner in owners)
    rows = library.rows(
        f'SELECT id{columns} FROM "{kind}" WHERE id IN (SELECT value FROM json_each(?))',
        (json.dumps(sorted(numbers)),),
    )
    if not owners:
        return {(kind, row[0]): (kind, row[0]) for row in rows}
    direct: dict[int, Reference] = {
        row[0]: next((owner, number) for owner, number in zip(owners, row[1:], strict=True) if number is not None)
        for row in rows
    }
    above = roots(library, direct.values())
    return {(kind, number): above[owner] for number, owner in direct.items()}
