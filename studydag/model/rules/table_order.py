"""In which order a table stands that somebody sorted by a column; the things themselves keep their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

_DOWN = "down"


@dataclass(frozen=True, slots=True)
class Sorting:
    """By which column a table is sorted, and whether what comes last stands first."""

    column: str
    descending: bool = False

    def written(self) -> str:
        """Write it as a text to keep."""
        return f"{self.column} {_DOWN}" if self.descending else self.column


def read_sorting(text: str) -> Sorting | None:
    """Read what `written` wrote; None for an empty text."""
    column, _, way = text.partition(" ")
    return Sorting(column, way == _DOWN) if column else None


def turned(now: Sorting | None, column: str) -> Sorting | None:
    """Return what a click on the head of a column leads to: ascending, then descending, then the own order (None)."""
    if now is None or now.column != column:
        return Sorting(column)
    return None if now.descending else Sorting(column, descending=True)


def in_order(
    things: Sequence[T], held: Callable[[T], Any], words: Callable[[str], Any], *, descending: bool = False
) -> list[T]:
    """Return things by what `held` gives of each: numbers and dates as such, texts as `words` orders them.

    Where nothing is held (None, an empty text) a thing stands last, in either direction. What holds the same stays in
    the order that it had.
    """
    filled: list[tuple[Any, T]] = []
    empty: list[T] = []
    for thing in things:
        key = held(thing)
        if key is None or key == "":
            empty.append(thing)
        else:
            filled.append((words(key) if isinstance(key, str) else key, thing))
    filled.sort(key=lambda pair: pair[0], reverse=descending)
    return [*(thing for _, thing in filled), *empty]
