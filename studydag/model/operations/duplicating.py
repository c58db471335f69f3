"""Making things once more, each behind its original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from studydag.model.operations.editing import create_all, place_of
from studydag.model.operations.ranking import positions_for
from studydag.model.operations.soundness import must_be_new_to, must_have_room, root_of
from studydag.model.store import schema, whereabouts
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.description import kind_of
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.references import Reference, numbered, references_in, without

T = TypeVar("T")


def duplicate(library: Library, value: type[Any], ids: Sequence[int]) -> tuple[int, ...]:
    """Add things of one owner once more with all that they own, in line behind the last of them; return the new ids.

    An action begins anew: open, nothing ticked off. Raises TooMany, NotFound, and InvalidValue for what may stand there
    once only.
    """
    if not ids:
        return ()
    kind = kind_of(value)
    owner = library.owner_of(value, ids[0])
    root_of(library, (kind, ids[0]))
    copies = [_again(library.get(value, row_id)) for row_id in dict.fromkeys(ids)]
    must_have_room(library, copies[0], owner, len(copies))
    must_be_new_to(library, copies, owner)
    ranks = whereabouts.ranks(library, kind, owner) if schema.entities()[kind].has_position else ()
    with library.change(Op.ADD, place=place_of(library, kind, ids[0])) as writer:
        made = tuple(writer.add(copy, owner) for copy in copies)
        if ranks:
            row_ids = [row_id for row_id, _ in ranks]
            behind = max(row_ids.index(row_id) for row_id in ids) + 1
            before = row_ids[behind] if behind < len(row_ids) else None
            writer.reposition(kind, positions_for(ranks, made, before))
        writer.place = replace(place_of(library, kind, ids[0]), id=made[0])
    return made


def take_in(library: Library, things: Sequence[Any], owner: Reference | None) -> tuple[int, ...]:
    """Add things that were copied or cut to an owner, theirs or another, at the end; return the new ids.

    What is gone since comes back as it was, what is there still begins anew. They come without what they point to in
    another study day, whose goals aren't those of this one, and without what is there no more. Raises TooMany,
    NotFound, InvalidValue.
    """
    copies = [_again(thing) if _stands(library, thing) else thing for thing in things]
    return create_all(library, reaching(library, copies, owner), owner)


def _stands(library: Library, thing: Any) -> bool:
    """Whether a thing is there still; its number may be that of another by now."""
    found = library.some(type(thing), (thing.id,))
    return bool(found) and getattr(found[0], "uid", None) == getattr(thing, "uid", None)


def reaching(library: Library, things: Sequence[T], owner: Reference | None) -> list[T]:
    """Return new things like these for an owner, without what they can't point to from there or is no more."""
    home = owner if owner is None else root_of(library, owner)
    bare = [numbered(thing, lambda: 0) for thing in things]
    pointed = {reference for thing in bare for reference in references_in(thing)}
    roots = whereabouts.roots(library, pointed)
    lost = {each for each in pointed if each not in roots or (home is not None and roots[each] not in (each, home))}
    return [without(thing, lost) if lost else thing for thing in bare]


def _again(thing: T) -> T:
    """Return a thing without ids of its own; uids that are taken become new ones when it is written."""
    bare = numbered(thing, lambda: 0)
    if isinstance(bare, Action):
        checklist = tuple(replace(item, done=False) for item in bare.checklist)
        return replace(bare, state=ActionState.OPEN, done_on=None, result="", checklist=checklist)
    return bare
