"""Puts the things of a picture in columns in such an order that few of the lines between them cross.

The columns stand beside each other, and lines run between neighbouring columns only. Finding the fewest crossings of
all takes too long; going through the columns some times, each thing to the middle of what it is linked with, comes
close. What comes out depends on nothing but what goes in.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

Spot = TypeVar("Spot", bound=Hashable)
Columns = tuple[tuple[Spot, ...], ...]
Neighbours = Mapping[Spot, tuple[Spot, ...]]

MOST_SWEEPS = 16
PATIENCE = 4
"""Sweeps without a gain after which no more is tried."""


def crossings(columns: Sequence[Sequence[Spot]], lines: Iterable[tuple[Spot, Spot]]) -> int:
    """Count the pairs of lines that cross; lines go from a thing to one in the next column."""
    rightwards = _neighbours(lines)
    return sum(_between(left, right, rightwards) for left, right in pairwise(columns))


def fewest_crossings(columns: Sequence[Sequence[Spot]], lines: Iterable[tuple[Spot, Spot]]) -> Columns[Spot]:
    """Return the columns with their things in an order that makes few lines cross, never more than the given order.

    What is as good in both orders stays in the given one, and what has no lines keeps its place in the column.
    """
    lines = tuple(lines)
    rightwards, leftwards = _neighbours(lines), _neighbours((right, left) for left, right in lines)
    best = [list(column) for column in columns]
    fewest = crossings(best, lines)
    order = [list(column) for column in best]
    vain = 0
    for sweep in range(MOST_SWEEPS):
        if not fewest or vain >= PATIENCE:
            break
        forth = sweep % 2 == 0
        _sweep(order, leftwards if forth else rightwards, forth=forth)
        _swap(order, leftwards, rightwards)
        found = crossings(order, lines)
        vain = 0 if found < fewest else vain + 1
        if found < fewest:
            fewest, best = found, [list(column) for column in order]
    return tuple(tuple(column) for column in best)


def _neighbours(lines: Iterable[tuple[Spot, Spot]]) -> dict[Spot, tuple[Spot, ...]]:
    found: dict[Spot, list[Spot]] = {}
    for one, other in dict.fromkeys(lines):
        found.setdefault(one, []).append(other)
    return {one: tuple(others) for one, others in found.items()}


def _between(left: Sequence[Spot], right: Sequence[Spot], rightwards: Neighbours[Spot]) -> int:
    """Count the crossings between two columns: lines that begin lower and end higher than one before them."""
    place = _places(right)
    ended: list[int] = []
    count = 0
    for spot in left:
        ends = sorted(place[other] for other in rightwards.get(spot, ()) if other in place)
        count += sum(len(ended) - bisect_right(ended, end) for end in ends)
        for end in ends:
            insort(ended, end)
    return count


def _sweep(order: list[list[Spot]], backwards: Neighbours[Spot], *, forth: bool) -> None:
    """Put the things of each column in the order of the middles of what they are linked with in the one before it."""
    numbers = range(1, len(order)) if forth else range(len(order) - 2, -1, -1)
    for number in numbers:
        fixed = _places(order[number - 1 if forth else number + 1])
        column = order[number]
        middles = {spot: middle for spot in column if (middle := _middle(backwards.get(spot, ()), fixed)) is not None}
        sorted_ones = iter(sorted(middles, key=middles.__getitem__))
        order[number] = [next(sorted_ones) if spot in middles else spot for spot in column]


def _middle(others: Iterable[Spot], places: Mapping[Spot, int]) -> float | None:
    found = [places[other] for other in others if other in places]
    return sum(found) / len(found) if found else None


def _swap(order: list[list[Spot]], leftwards: Neighbours[Spot], rightwards: Neighbours[Spot]) -> None:
    """Swap neighbours in a column wherever that takes crossings away."""
    for number, column in enumerate(order):
        beside = [(leftwards, _places(order[number - 1]))] if number else []
        beside += [(rightwards, _places(order[number + 1]))] if number + 1 < len(order) else []
        ends = {
            spot: [[places[each] for each in others.get(spot, ()) if each in places] for others, places in beside]
            for spot in column
        }
        for place in range(len(column) - 1):
            upper, lower = ends[column[place]], ends[column[place + 1]]
            if _crossed(lower, upper) < _crossed(upper, lower):
                column[place], column[place + 1] = column[place + 1], column[place]


def _places(column: Sequence[Spot]) -> dict[Spot, int]:
    return {spot: place for place, spot in enumerate(column)}


def _crossed(upper: Sequence[Sequence[int]], lower: Sequence[Sequence[int]]) -> int:
    """Count how often lines of one thing cross those of the thing below it."""
    return sum(above > below for one, other in zip(upper, lower, strict=True) for above in one for below in other)
