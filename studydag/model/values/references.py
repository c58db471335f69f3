"""What lies within a value, what it points to, and the same value with other ids: derived from its annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import Any, TypeVar

from studydag.model.values.description import Described, described, is_thing, kind_of, per_class, with_changes

T = TypeVar("T")
Reference = tuple[str, int]
"""A thing by kind and id, such as ("block", 7)."""


def reference_to(thing: Any) -> Reference:
    """Return by which kind and id others point to a thing."""
    return kind_of(type(thing)), thing.id


def things_in(value: Any) -> Iterator[Any]:
    """Give every thing within a value, however deep, itself first if it is one."""
    if is_thing(type(value)):
        yield value
    for each in _nests(type(value)):
        for inner in values_of(each, value):
            yield from things_in(inner)


def references_in(value: Any) -> Iterator[Reference]:
    """Give everything that a value, or a thing within it, points to; what it points to often comes as often."""
    for each in _pointers(type(value)):
        assert each.refers is not None
        for number in values_of(each, value):
            yield each.refers, number
    for each in _nests(type(value)):
        for inner in values_of(each, value):
            yield from references_in(inner)


def rewired(value: T, new_id: Callable[[Reference], int | None]) -> T:
    """Return a value in which each thing and each reference has the id that `new_id` gives.

    Where it gives None, a reference is left out; a thing that can't be without it goes along, as in `without`.
    """
    changes: dict[str, Any] = {}
    if is_thing(type(value)):
        changes["id"] = new_id(reference_to(value))
    for each in _pointers(type(value)):
        assert each.refers is not None
        numbers = [new_id((each.refers, number)) for number in values_of(each, value)]
        kept = tuple(number for number in numbers if number is not None)
        changes[each.name] = kept if each.many else next(iter(kept), None)
    for each in _nests(type(value)):
        inner = [rewired(inner, new_id) for inner in values_of(each, value) if _lives(inner, new_id)]
        changes[each.name] = tuple(inner) if each.many else next(iter(inner), None)
    return with_changes(value, changes)


def numbered(value: T, fresh: Callable[[], int]) -> T:
    """Return a value in which every thing has a fresh id; references stay as they are."""
    changes: dict[str, Any] = {"id": fresh()} if is_thing(type(value)) else {}
    for each in _nests(type(value)):
        inner = [numbered(inner, fresh) for inner in values_of(each, value)]
        changes[each.name] = tuple(inner) if each.many else next(iter(inner), None)
    return with_changes(value, changes)


def without(value: T, gone: Set[Reference]) -> T:
    """Return a value without some things, without what can't be without them, and without references to either.

    What can't be without: a thing that has to point to one, such as the lead of a block to a person, and a thing
    that another owns, such as an option its round. It is what the library does when a thing is deleted.
    """
    all_gone = set(gone)
    while True:
        orphans = {
            reference_to(thing)
            for thing in things_in(value)
            if reference_to(thing) not in all_gone and not _lives(thing, _unless(all_gone))
        }
        if not orphans:
            return rewired(value, _unless(all_gone))
        all_gone |= orphans


def values_of(each: Described, value: Any) -> tuple[Any, ...]:
    """Return what a field holds as a tuple, whether it holds many, one or none."""
    held = getattr(value, each.name)
    if each.many:
        return tuple(held)
    return () if held is None else (held,)


def _unless(gone: Set[Reference]) -> Callable[[Reference], int | None]:
    return lambda reference: None if reference in gone else reference[1]


def _lives(thing: Any, new_id: Callable[[Reference], int | None]) -> bool:
    """Whether a thing, and everything that it can't be without, is still there."""
    if is_thing(type(thing)) and new_id(reference_to(thing)) is None:
        return False
    return all(
        new_id((each.refers or "", number)) is not None
        for each in _pointers(type(thing))
        if not each.many and (each.owns or not each.optional)
        for number in values_of(each, thing)
    )


@per_class
def _pointers(value: type[Any]) -> tuple[Described, ...]:
    return tuple(each for each in described(value) if each.refers)


@per_class
def _nests(value: type[Any]) -> tuple[Described, ...]:
    return tuple(each for each in described(value) if each.is_value)
