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


def take_in(library: Library, value: type[Any], ids: Sequence[int], owner: Reference | None) -> tuple[int, ...]:
    """Add things that were copied to an owner, theirs or another, at the end; return the new ids.

    What is gone is left out. They come without what they point to in another study day: its goals aren't those of this
    one. Raises TooMany, NotFound, InvalidValue.
    """
    copies = [_again(thing) for thing in library.some(value, ids)]
    home = owner if owner is None else root_of(library, owner)
    pointed = {reference for copy in copies for reference in references_in(copy)}
    roots = whereabouts.roots(library, pointed) if home is not None else {}
    lost = {each for each, root in roots.items() if root not in (each, home)}
    return create_all(library, [without(copy, lost) if lost else copy for copy in copies], owner)


def _again(thing: T) -> T:
    """Return a thing without ids of its own; uids that are taken become new ones when it is written."""
    bare = numbered(thing, lambda: 0)
    if isinstance(bare, Action):
        checklist = tuple(replace(item, done=False) for item in bare.checklist)
        return replace(bare, state=ActionState.OPEN, done_on=None, result="", checklist=checklist)
    return bare
