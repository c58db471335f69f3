"""How the rows of a thing are edited: things of their own by the plain verbs, small values within a field of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from studydag.model.operations import duplicating, editing, expertise, follow_up, programme
from studydag.model.store.library import Library
from studydag.model.values.description import described, is_thing, kind_of
from studydag.model.values.expertise import Candidate
from studydag.model.values.follow_up import ChecklistItem
from studydag.model.values.programme import BlockLead

Verb = Callable[[Library, int, Any], None]


def _choose(library: Library, row_id: int, new: bool) -> None:
    if new:
        expertise.choose_candidate(library, row_id)
    else:
        editing.change(library, Candidate, row_id, chosen=False)


_VERBS: Mapping[tuple[type[Any], str], Verb] = {
    (ChecklistItem, "done"): lambda library, row_id, new: follow_up.tick(library, row_id, done=new),
    (Candidate, "chosen"): _choose,
    (BlockLead, "status"): programme.set_lead_status,
}
"""Verbs that do more than to change a field, or have a name of their own."""


class RowEdits(Protocol):
    """What can be done with the rows that a thing owns. Ids are those of the rows that `rows` gives."""

    def rows(self, owner: Any) -> tuple[Any, ...]:
        """Return the rows of a thing, each with an id."""

    def add(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add rows; return their ids."""

    def change(self, owner: Any, row_id: int, name: str, new: Any) -> None:
        """Change a field of a row."""

    def delete(self, owner: Any, ids: Sequence[int]) -> None:
        """Delete rows."""

    def duplicate(self, owner: Any, ids: Sequence[int]) -> tuple[int, ...]:
        """Add rows once more, behind themselves; return the ids of the new ones."""

    def take_in(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add rows that were copied or cut, here or from another owner; return the ids of the new ones."""

    def put_before(self, owner: Any, row_id: int, before: int | None) -> None:
        """Put a row before another, or at the end."""


def row_edits(library: Library, owner: type[Any], field: str) -> RowEdits:
    """Return how the rows in a field of a class are edited."""
    each = next(each for each in described(owner) if each.name == field)
    made = ThingEdits if is_thing(each.holds) else ValueEdits
    return made(library, owner, field, each.holds)


class ThingEdits:
    """Rows with an id of their own in the library."""

    def __init__(self, library: Library, owner: type[Any], field: str, value: type[Any]) -> None:
        """Edit what stands in a field of the owner."""
        self._library = library
        # What all study days share belongs to nothing.
        self._owner_kind = kind_of(owner) if is_thing(owner) else None
        self._field = field
        self._value = value

    def rows(self, owner: Any) -> tuple[Any, ...]:
        """Return the things."""
        found: tuple[Any, ...] = getattr(owner, self._field)
        return found

    def add(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add things at the end."""
        home = None if self._owner_kind is None else (self._owner_kind, owner.id)
        return editing.create_all(self._library, things, home)

    def change(self, owner: Any, row_id: int, name: str, new: Any) -> None:  # noqa: ARG002 - see RowEdits
        """Change a field of a thing, by the verb that belongs to it."""
        verb = _VERBS.get((self._value, name))
        if verb is not None:
            verb(self._library, row_id, new)
        else:
            editing.change(self._library, self._value, row_id, **{name: new})

    def delete(self, owner: Any, ids: Sequence[int]) -> None:  # noqa: ARG002 - see RowEdits
        """Delete things."""
        editing.delete(self._library, self._value, *ids)

    def duplicate(self, owner: Any, ids: Sequence[int]) -> tuple[int, ...]:  # noqa: ARG002 - see RowEdits
        """Add things once more."""
        return duplicating.duplicate(self._library, self._value, ids)

    def take_in(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add things of this or another owner once more, and bring back those that were cut."""
        home = None if self._owner_kind is None else (self._owner_kind, owner.id)
        return duplicating.take_in(self._library, things, home)

    def put_before(self, owner: Any, row_id: int, before: int | None) -> None:  # noqa: ARG002 - see RowEdits
        """Put a thing before another."""
        editing.reorder(self._library, self._value, row_id, before=before)


class Row:
    """A small value with its place in the list, counted from 1, as its id."""

    __slots__ = ("id", "value")

    def __init__(self, number: int, value: Any) -> None:
        """Number a value."""
        self.id = number
        self.value = value

    def __getattr__(self, name: str) -> Any:
        """Return a field of the value."""
        return getattr(self.value, name)

    def __eq__(self, other: object) -> bool:
        """Return whether both place and value are the same."""
        return isinstance(other, Row) and (self.id, self.value) == (other.id, other.value)

    __hash__ = None  # type: ignore[assignment]


class ValueEdits:
    """Rows that are small values: each edit gives the owner the whole list anew."""

    def __init__(self, library: Library, owner: type[Any], field: str, value: type[Any]) -> None:
        """Edit what stands in a field of the owner."""
        self._library = library
        self._owner = owner
        self._field = field
        self._value = value

    def rows(self, owner: Any) -> tuple[Any, ...]:
        """Return the values, numbered."""
        return tuple(Row(number, value) for number, value in enumerate(getattr(owner, self._field), 1))

    def add(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add values at the end."""
        values = getattr(owner, self._field)
        self._set(owner, (*values, *things))
        return tuple(range(len(values) + 1, len(values) + len(things) + 1))

    def change(self, owner: Any, row_id: int, name: str, new: Any) -> None:
        """Change a field of a value."""
        values = list(getattr(owner, self._field))
        values[row_id - 1] = replace(values[row_id - 1], **{name: new})
        self._set(owner, values)

    def delete(self, owner: Any, ids: Sequence[int]) -> None:
        """Leave values out."""
        values = getattr(owner, self._field)
        self._set(owner, [value for number, value in enumerate(values, 1) if number not in ids])

    def duplicate(self, owner: Any, ids: Sequence[int]) -> tuple[int, ...]:
        """Add values once more, at the end."""
        return self.add(owner, [getattr(owner, self._field)[number - 1] for number in ids])

    def take_in(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:  # noqa: ARG002 - see RowEdits
        """Add nothing: a value has no id by which it would be known elsewhere."""
        return ()

    def put_before(self, owner: Any, row_id: int, before: int | None) -> None:
        """Put a value before another."""
        values = list(getattr(owner, self._field))
        moved = values.pop(row_id - 1)
        place = len(values) if before is None else before - 1 - (before > row_id)
        values.insert(place, moved)
        self._set(owner, values)

    def _set(self, owner: Any, values: Sequence[Any]) -> None:
        editing.change(self._library, self._owner, owner.id, **{self._field: tuple(values)})
