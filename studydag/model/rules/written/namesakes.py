"""Who or what is called as something new would be: two of the same name are asked about, not forbidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from studydag.model.rules.written.matching import folded


@dataclass(frozen=True, slots=True)
class Namesake:
    """A name that was typed, and the id of what is called so already; None where it was only typed twice."""

    name: str
    there: int | None


def namesake(name: str, there: Iterable[Any]) -> int | None:
    """Return the id of the first thing of that name; accents, case and spaces don't matter. None for no name."""
    wanted = folded(name)
    return next((each.id for each in there if folded(each.name) == wanted), None) if wanted else None


def told_apart(typed: Iterable[str], there: Iterable[Any]) -> tuple[tuple[str, ...], tuple[Namesake, ...]]:
    """Return the names that are new, and those that something has already, in the order in which they were typed."""
    known: dict[str, int | None] = {}
    for each in there:
        known.setdefault(folded(each.name), each.id)
    new: list[str] = []
    same: list[Namesake] = []
    for name in (" ".join(each.split()) for each in typed):
        if not name:
            continue
        if folded(name) in known:
            same.append(Namesake(name, known[folded(name)]))
        else:
            known[folded(name)] = None
            new.append(name)
    return tuple(new), tuple(same)
