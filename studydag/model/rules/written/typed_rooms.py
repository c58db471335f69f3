"""Rooms as they are typed or pasted, a line each: a name, and how many people it holds where that stands behind it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_UNITS: Final = r"(?:zit)?plaatsen|plekken|stoelen|personen|pers\.?|mensen|p\.?|seats|places|people|persons|chairs"
_HOLDS: Final = re.compile(rf"(?P<people>\d{{1,4}})(?:\s*(?:{_UNITS}))?", re.IGNORECASE)
_BEHIND: Final = re.compile(
    rf"(?P<name>.*[^\s,;(–-])\s*(?:[,;]\s*|\s[–-]\s+|\()(?:max\.?\s*)?(?P<people>\d{{1,4}})\s*(?:{_UNITS})?\s*\)?",
    re.IGNORECASE,
)


class TypedRoom(NamedTuple):
    """A name, and for how many people; None where nothing is said."""

    name: str
    people: int | None = None


def read_rooms(text: str) -> tuple[TypedRoom, ...]:
    """Return a room for each line: `Aula, 120`, `Lokaal 12 (30 plaatsen)`, or cells of a table, its heads left out."""
    rows = [[" ".join(cell.split()) for cell in line.split("\t")] for line in text.splitlines() if line.strip()]
    counted = [any(_HOLDS.fullmatch(cell) for cell in cells[1:]) for cells in rows]
    if len(rows) > 1 and len(rows[0]) > 1 and not counted[0] and any(counted):
        del rows[0]
    return tuple(_room(cells) for cells in rows)


def _room(cells: list[str]) -> TypedRoom:
    for cell in cells[1:]:
        found = _HOLDS.fullmatch(cell)
        if found is not None:
            others = [each for each in cells if each and each is not cell]
            return TypedRoom(" ".join(others), int(found["people"]))
    whole = " ".join(filter(None, cells))
    behind = _BEHIND.fullmatch(whole)
    return TypedRoom(whole) if behind is None else TypedRoom(behind["name"], int(behind["people"]))
