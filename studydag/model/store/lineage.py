"""Which study days follow from which, read at once: a statement on the library's own tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from studydag.model.store.library import Library

_STATEMENT = "SELECT id, uid, builds_on, trajectory FROM study_day ORDER BY id"


class LineageRow(NamedTuple):
    """A study day with the uid of the one it builds on (empty: none) and the id of its trajectory."""

    id: int
    uid: str
    builds_on: str
    trajectory: int | None


def lineage_rows(library: Library) -> list[LineageRow]:
    """Return a row for each study day, in the order of their ids."""
    return [LineageRow(*row) for row in library.rows(_STATEMENT)]
