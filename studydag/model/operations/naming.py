"""Leads and rooms of a block by their names, as they are typed: those that the school knows are found, others added."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from studydag.model.exchange.importing.recognising.matching import Names, person_key, room_key
from studydag.model.operations import versions
from studydag.model.operations.editing import place_of
from studydag.model.operations.soundness import day_of, refuse_if_any
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op
from studydag.model.values.errors import TooMany
from studydag.model.values.limits import LIMITS
from studydag.model.values.programme import Block, BlockLead
from studydag.model.values.school import Person, Room
from studydag.model.values.validation import clean_text, own_problems


def name_leads(library: Library, block_id: int, names: Sequence[str], *, also: Sequence[int] = ()) -> None:
    """Let the people of these names lead a block, in this order, as one step; who led it already keeps the status.

    `also` are blocks that it holds for as well, as the repeats of an option.

    A first name alone means the one person who is called so. Raises InvalidValue, TooMany, NotFound.
    """
    with library.change(Op.CHANGE, place=place_of(library, "block", block_id)) as writer:
        _set_leads(library, writer, (block_id, *also), names)


def name_room(library: Library, block_id: int, name: str, *, also: Sequence[int] = ()) -> None:
    """Put a block, and those in `also`, into the room of this name, as one step; no name takes them out.

    Raises InvalidValue, NotFound.
    """
    with library.change(Op.CHANGE, place=place_of(library, "block", block_id)) as writer:
        _set_room(library, writer, (block_id, *also), name)


def name_leads_and_room(library: Library, block_id: int, names: Sequence[str], room: str) -> None:
    """Do both as one step, as on the day itself when someone is ill or a room is taken (R027). Raises as they do.

    The day as it was planned is kept as a version.
    """
    versions.keep_before(library, day_of(library, ("block", block_id)), versions.AT_THE_START)
    with library.change(Op.CHANGE, place=place_of(library, "block", block_id)) as writer:
        _set_leads(library, writer, (block_id,), names)
        _set_room(library, writer, (block_id,), room)


def _set_leads(library: Library, writer: Writer, block_ids: Sequence[int], names: Sequence[str]) -> None:
    people, blocks = library.every(Person), [library.get(Block, block_id) for block_id in block_ids]
    ids = dict.fromkeys([_person(writer, people, name) for name in _said(names)])
    for block in blocks:
        by_person = {lead.person: lead for lead in block.leads}
        leads = [by_person.get(number) or BlockLead(person=number) for number in ids]
        writer.set(Block, block.id, leads=tuple(leads))


def _set_room(library: Library, writer: Writer, block_ids: Sequence[int], name: str) -> None:
    said = next(iter(_said([name])), "")
    room = _room(library, writer, said) if said else None
    for block_id in block_ids:
        writer.set(Block, block_id, room=room)


def _said(names: Iterable[str]) -> list[str]:
    return [bare for name in names if (bare := clean_text(name).strip())]


def _person(writer: Writer, people: Sequence[Person], name: str) -> int:
    known = _found([person for person in people if not person.archived], name, person_key)
    if known is not None:
        return known
    if len(people) >= LIMITS.people:
        raise TooMany(kind="person", limit=LIMITS.people, count=len(people) + 1)
    return _added(writer, Person(name=name), name)


def _room(library: Library, writer: Writer, name: str) -> int:
    known = _found(library.every(Room), name, room_key)
    return _added(writer, Room(name=name), name) if known is None else known


def _found(things: Sequence[Any], name: str, key: Callable[[str], str]) -> int | None:
    """Return who or what is called so: by the very name, by a first name that one has, or a slip of the pen."""
    exact: int | None = next((thing.id for thing in things if thing.name.casefold() == name.casefold()), None)
    if exact is not None:
        return exact
    wanted = key(name)
    first: list[int] = [thing.id for thing in things if wanted and key(thing.name).startswith(f"{wanted} ")]
    if len(first) == 1 and key is person_key:
        return first[0]
    found: int | None = Names([(thing.name, thing.id) for thing in things], key).find(name)
    return found


def _added(writer: Writer, thing: Any, name: str) -> int:
    refuse_if_any(own_problems(type(thing), {"name": name}, ""))
    number: int = writer.add(thing)
    return number
