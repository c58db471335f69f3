"""The plain verbs: make, change, delete, reorder, link. What needs more than that has a verb of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations.ranking import STEP, after_last, positions_for
from studydag.model.operations.soundness import (
    days_of,
    fields_of,
    must_be_new_to,
    must_have_room,
    refuse,
    root_of,
    root_of_new,
    roots_of,
    sound,
)
from studydag.model.store import schema, whereabouts
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.description import described, kind_of
from studydag.model.values.errors import BuiltIn
from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.programme import Block, BlockLead
from studydag.model.values.questions import Question, QuestionSet
from studydag.model.values.references import Reference
from studydag.model.values.school import School, Template
from studydag.model.values.study_day import PreparationMember, StudyDay
from studydag.model.values.wording import N_

_BROUGHT_ALONG = (WorkingFormat, LearningForm, QuestionSet, Template)
_LISTS_OF_A_DAY = frozenset({"preparation", "catering", "share_list"})
"""The lists of a study day that are short enough to be given whole."""


def create(library: Library, thing: Any, owner: Reference | None = None) -> int:
    """Add a thing with what it owns; return its id. Without a position it comes last.

    `owner` is what it belongs to, such as ("study_day", 3) or ("action", 8); nothing for a thing of the school.
    Raises InvalidValue, TooMany, NotFound.
    """
    return add(library, Op.ADD, thing, owner)


def create_all(
    library: Library, things: Iterable[Any], owner: Reference | None = None, *, op: Op = Op.ADD
) -> tuple[int, ...]:
    """Add several things of one kind and owner as one step; return their ids in order. Raises as `create`."""
    fresh = [_fresh(library, thing, owner) for thing in things]
    if not fresh:
        return ()
    kind = kind_of(type(fresh[0]))
    root = root_of_new(library, type(fresh[0]), owner)
    must_have_room(library, fresh[0], owner, len(fresh))
    must_be_new_to(library, fresh, owner)
    # Numbers below nought stand for the rows that are made here, and for no row that there is.
    numbered = [replace(thing, id=-number) for number, thing in enumerate(_in_line(library, fresh, owner), 1)]
    with library.change(op) as writer:
        ids = writer.add_all(numbered, owner, {})
        made = tuple(ids[kind, thing.id] for thing in numbered)
        _settle(writer, root, kind, made[0])
    return made


def change(library: Library, value: type[Any], row_id: int, /, **fields: Any) -> None:
    """Change fields of a thing. Edits of the same fields within a minute are one step.

    Links and owned things are given whole: what is missing is deleted. Raises InvalidValue, NotFound, BuiltIn.
    """
    set_fields(library, Op.CHANGE, value, row_id, **fields)


def change_all(library: Library, value: type[Any], ids: Iterable[int], /, **fields: Any) -> None:
    """Change the same fields of several things, as one step. Raises as `change`."""
    things = [changed(library, value, row_id, fields) for row_id in dict.fromkeys(ids)]
    if not things:
        return
    with library.change(Op.CHANGE, place=place_of(library, kind_of(value), things[0].id)) as writer:
        for thing in things:
            writer.set(value, thing.id, **fields_of(thing, fields))


def delete(library: Library, value: type[Any], /, *ids: int) -> None:
    """Delete things with all that they own; what they share is unlinked. Raises NotFound, BuiltIn."""
    remove(library, Op.DELETE, value, *ids)


def reorder(library: Library, value: type[Any], row_id: int, *, before: int | None) -> None:
    """Put a thing before another of its kind and owner, or at the end. Raises NotFound."""
    kind = kind_of(value)
    owner = library.owner_of(value, row_id)
    ranks = whereabouts.ranks(library, kind, owner)
    if before is not None and before not in dict(ranks):
        refuse("position", N_("This {kind:kind} belongs elsewhere."), kind=kind)
    with library.change(Op.REORDER, place=place_of(library, kind, row_id)) as writer:
        writer.reposition(kind, positions_for(ranks, [row_id], before))


def link(library: Library, value: type[Any], row_id: int, field: str, *targets: int) -> None:
    """Add references to a thing: `link(library, Goal, 3, "needs", 7)`. Raises InvalidValue, NotFound."""
    standing = getattr(library.get(value, row_id), field)
    _set_links(library, Op.LINK, value, row_id, field, tuple(dict.fromkeys((*standing, *targets))))


def unlink(library: Library, value: type[Any], row_id: int, field: str, *targets: int) -> None:
    """Take references away from a thing. Raises NotFound."""
    standing = getattr(library.get(value, row_id), field)
    _set_links(library, Op.UNLINK, value, row_id, field, tuple(each for each in standing if each not in targets))


# For the other verbs


def add(library: Library, op: Op, thing: Any, owner: Reference | None = None) -> int:
    """Add a thing, as `create`, under the name of another verb."""
    return create_all(library, [thing], owner, op=op)[0]


def set_fields(library: Library, op: Op, value: type[Any], row_id: int, /, *within: str | int, **fields: Any) -> None:
    """Change fields of a thing, as `change`, under the name of another verb.

    `within` says what is changed within the fields: edits of other things there are steps of their own.
    """
    kind = kind_of(value)
    thing = changed(library, value, row_id, fields)
    merge = (kind, row_id, *sorted(fields), *within)
    with library.change(op, merge=merge, place=place_of(library, kind, row_id)) as writer:
        writer.set(value, row_id, **fields_of(thing, fields))


def remove(library: Library, op: Op, value: type[Any], /, *ids: int) -> None:
    """Delete things, as `delete`, under the name of another verb. Raises NotFound; ValueError for the school."""
    kind = kind_of(value)
    if value is School:
        raise ValueError("a library has one school")
    roots_of(library, [(kind, row_id) for row_id in ids])
    for row_id in ids:
        _refuse_built_in(library, value, row_id)
    if not ids:
        return
    with library.change(op, place=place_of(library, kind, ids[0])) as writer:
        writer.delete(kind, *ids)


def place_of(library: Library, kind: str, row_id: int) -> Place:
    """Return the place of a thing: its study day, if it lies in one, and itself. Raises NotFound."""
    root = root_of(library, (kind, row_id))
    return Place(root[1] if root[0] == "study_day" else None, kind, row_id)


def changed(library: Library, value: type[Any], row_id: int, fields: Mapping[str, Any]) -> Any:
    """Return a thing as it would be with other fields. Raises what `change` raises."""
    _refuse_what_others_set(value, fields)
    root = root_of(library, (kind_of(value), row_id))
    _refuse_built_in(library, value, row_id, fields)
    # Reading a whole day would cost more than the edit, and its plain fields stand each on their own.
    standing = library.bare(StudyDay, row_id) if value is StudyDay else library.get(value, row_id)
    thing: Any = sound(library, replace(standing, **fields), root)
    if isinstance(standing, BlockLead | PreparationMember) and thing.person != standing.person:
        must_be_new_to(library, [thing], library.owner_of(value, row_id))
    return thing


def last(library: Library, thing: Any, owner: Reference | None) -> Any:
    """Return a thing with a position behind all others, unless it has a position already."""
    return _in_line(library, [thing], owner)[0]


def write_whole(writer: Writer, thing: Any) -> None:
    """Set every field of a thing that is there."""
    names = [each.name for each in described(type(thing)) if each.name not in {"id", "uid"}]
    writer.set(type(thing), thing.id, **fields_of(thing, names))


def siblings_in_one_day(library: Library, kind: str, ids: Sequence[int]) -> int:
    """Return the one study day in which things lie. Raises NotFound, InvalidValue when there are several."""
    days = set(days_of(library, [(kind, row_id) for row_id in ids]))
    if len(days) != 1:
        refuse(kind, N_("These don’t belong to one study day."))
    return days.pop()


def _settle(writer: Writer, root: Reference | None, kind: str, row_id: int) -> None:
    day = row_id if kind == "study_day" else root[1] if root is not None and root[0] == "study_day" else None
    writer.place = Place(day, kind, row_id)


def _set_links(library: Library, op: Op, value: type[Any], row_id: int, field: str, targets: tuple[int, ...]) -> None:
    kind = kind_of(value)
    _refuse_built_in(library, value, row_id)
    root = root_of(library, (kind, row_id))
    sound(library, replace(library.get(value, row_id), **{field: targets}), root)
    with library.change(op, place=place_of(library, kind, row_id)) as writer:
        writer.set(value, row_id, **{field: targets})


def _fresh(library: Library, thing: Any, owner: Reference | None) -> Any:
    return sound(library, replace(thing, id=0), root_of_new(library, type(thing), owner))


def _in_line(library: Library, things: Sequence[Any], owner: Reference | None) -> list[Any]:
    kind = kind_of(type(things[0]))
    if not schema.entities()[kind].has_position:
        return list(things)
    first = after_last(whereabouts.ranks(library, kind, owner))
    return [
        thing if thing.position else replace(thing, position=first + STEP * number)
        for number, thing in enumerate(things)
    ]


def _refuse_what_others_set(value: type[Any], fields: Mapping[str, Any]) -> None:
    taken = sorted(_set_by_others(value).intersection(fields))
    if taken:
        message = f"{', '.join(taken)} of a {kind_of(value)} can't be changed alone: use its verb"
        raise ValueError(message)


def _set_by_others(value: type[Any]) -> frozenset[str]:
    """Return the fields that belong together with other rows, so that setting them alone would leave those behind."""
    never = frozenset({"id", "uid", "key"})
    if value is Block:
        return never | {"part", "round", "kind", "position"}
    if value is StudyDay:
        return never | {"status"} | {each.field for each in schema.entity_of(value).children} - _LISTS_OF_A_DAY
    return never


def _refuse_built_in(library: Library, value: type[Any], row_id: int, fields: Mapping[str, Any] | None = None) -> None:
    """Only what is hidden or not may change in what the program brought along."""
    if value is Question:
        owner = library.owner_of(Question, row_id)
        assert owner is not None
        _refuse_built_in(library, QuestionSet, owner[1])
    if value in _BROUGHT_ALONG and library.get(value, row_id).key and set(fields or ("*",)) != {"hidden"}:
        raise BuiltIn(kind=kind_of(value))
