"""What a thing can't point to without pointing to itself in the end, as an option that repeats its own repeat."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from studydag.model.values.description import described, kind_of
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay


def own_kind(value: type[Any], name: str) -> bool:
    """Whether a field of a class points to one thing of the same class, as what an option repeats does."""
    each = next(each for each in described(value) if each.name == name)
    return not each.many and each.refers is not None and each.refers == kind_of(value)


def leading_back(day: StudyDay, thing: Any, name: str) -> frozenset[int]:
    """Return the ids of the thing itself and of all things of the day that lead to it by way of a field."""
    pointing: defaultdict[int, list[int]] = defaultdict(list)
    for other in _siblings(day, type(thing)):
        pointing[getattr(other, name)].append(other.id)
    found, new = {thing.id}, [thing.id]
    while new:
        new = [each for last in new for each in pointing[last] if each not in found]
        found.update(new)
    return frozenset(found)


def not_offered(day: StudyDay, thing: Any, name: str) -> frozenset[int]:
    """Return the ids of what a field of a thing can't lead to: what leads back, and for a repeat its own round (R014).

    Who is in a round is there with all its options at once, so none of them is held once more in it.
    """
    beside: frozenset[int] = frozenset()
    if isinstance(thing, Block) and name == "repeats" and thing.round is not None:
        beside = frozenset(block.id for block in day.blocks if block.round == thing.round)
    return leading_back(day, thing, name) | beside


def _siblings(day: StudyDay, value: type[Any]) -> Iterable[Any]:
    field = next((each for each in described(StudyDay) if each.is_value and each.many and each.holds is value), None)
    return () if field is None else getattr(day, field.name)
