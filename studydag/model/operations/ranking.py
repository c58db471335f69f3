"""Positions that leave room: a thing is put between two others without touching them, as long as there is a gap."""

from __future__ import annotations

from collections.abc import Sequence

from studydag.model.store.whereabouts import Ranks

STEP = 1024


def after_last(ranks: Ranks) -> int:
    """Return a position behind all others."""
    return ranks[-1][1] + STEP if ranks else STEP


def positions_for(ranks: Ranks, moved: Sequence[int], before: int | None) -> dict[int, int]:
    """Return new positions by id that put `moved`, in this order, before a thing, or at the end.

    `ranks` are those who stand there, with or without the moved ones. Empty when they stand so already. Others get
    a new position only where the gap is too narrow: then all are spread again.
    """
    others = [(number, position) for number, position in ranks if number not in set(moved)]
    place = next((index for index, (number, _) in enumerate(others) if number == before), len(others))
    numbers = [number for number, _ in others]
    wanted = [*numbers[:place], *moved, *numbers[place:]]
    if wanted == [number for number, _ in ranks]:
        return {}
    found = _in_gap(others, place, len(moved))
    if found is not None:
        return dict(zip(moved, found, strict=True))
    now = dict(ranks)
    spread = {number: (index + 1) * STEP for index, number in enumerate(wanted)}
    return {number: position for number, position in spread.items() if now.get(number) != position}


def _in_gap(others: Ranks, place: int, count: int) -> list[int] | None:
    """Return positions at a place among others, or None when the gap there is too narrow."""
    if place == len(others):
        first = others[-1][1] if others else 0
        return [first + STEP * (index + 1) for index in range(count)]
    high = others[place][1]
    if place == 0:
        return [high - STEP * (count - index) for index in range(count)]
    low = others[place - 1][1]
    step = (high - low) // (count + 1)
    return [low + step * (index + 1) for index in range(count)] if step else None
