"""Carries out what a remedy proposes about a finding, as one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from studydag.model.operations import editing
from studydag.model.operations.soundness import fields_of, must_have_room, root_of, sound
from studydag.model.operations.spots import Spot, positions_at, spot_after
from studydag.model.rules.remedies.proposal import Add, GoTo, Proposal, Set
from studydag.model.store import schema
from studydag.model.store.library import Library
from studydag.model.store.writing import Writer
from studydag.model.values.changes import Op, Place
from studydag.model.values.description import described, kind_of
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference, numbered, rewired
from studydag.model.values.wording import Wording


def apply(library: Library, proposal: Proposal, say: Callable[[Wording], str]) -> tuple[Reference, ...]:
    """Carry out the steps of a proposal; return what was added. `say` writes texts in the language of the day.

    Leading the user to a place is left to the screen. Raises InvalidValue, TooMany, NotFound; then nothing was done.
    """
    steps = [step for step in proposal if not isinstance(step, GoTo)]
    if not steps:
        return ()
    with library.change(Op.APPLY_REMEDY, place=_place(library, steps[0])) as writer:
        applying = _Applying(library, writer, say)
        for step in steps:
            applying.take(step)
        if applying.added:
            writer.place = editing.place_of(library, *applying.added[0])
    return tuple(applying.added)


def _place(library: Library, step: Add | Set) -> Place:
    return editing.place_of(library, *((step.kind, step.id) if isinstance(step, Set) else step.owner))


class _Applying:
    """The steps of one proposal, and which rows its provisional ids (below nought) have become."""

    def __init__(self, library: Library, writer: Writer, say: Callable[[Wording], str]) -> None:
        self.added: list[Reference] = []
        self._library = library
        self._writer = writer
        self._say = say
        self._rows: dict[Reference, int] = {}
        self._last_after: dict[int, int] = {}

    def take(self, step: Add | Set) -> None:
        """Carry out one step."""
        if isinstance(step, Set):
            self._set(step)
        else:
            self._add(step)

    def _set(self, step: Set) -> None:
        value = schema.entities()[step.kind].value
        fields = {name: self._resolved(value, name, held) for name, held in step.fields.items()}
        thing = editing.changed(self._library, value, self._row((step.kind, step.id)), fields)
        self._writer.set(value, thing.id, **fields_of(thing, fields))

    def _add(self, step: Add) -> None:
        kind = kind_of(type(step.value))
        words = {name: self._say(wording) for name, wording in step.words.items()}
        last = {"position": 0} if schema.entities()[kind].has_position else {}
        fresh = replace(numbered(step.value, lambda: 0), uid="", **last, **words)
        thing = sound(self._library, rewired(fresh, self._row), root_of(self._library, step.owner))
        must_have_room(self._library, thing, step.owner)
        number = self._add_block(step, thing) if isinstance(thing, Block) else self._add_last(step, thing)
        self._rows[kind, step.value.id] = number
        self.added.append((kind, number))

    def _add_last(self, step: Add, thing: Any) -> int:
        return self._writer.add(editing.last(self._library, thing, step.owner), step.owner)

    def _add_block(self, step: Add, block: Block) -> int:
        spot = Spot(part=block.part, round=block.round)
        if step.before is not None:
            spot = replace(spot, before=self._row(("block", step.before)))
        elif step.after is not None:
            after = self._row(("block", step.after))
            spot = spot_after(self._library, self._last_after.get(after, after))
        positions = positions_at(self._library, step.owner[1], spot, [block.id])
        number = self._writer.add(replace(block, position=positions.pop(block.id)), step.owner)
        self._writer.reposition("block", positions)
        if step.after is not None:
            self._last_after[self._row(("block", step.after))] = number
        return number

    def _resolved(self, value: type[Any], name: str, held: Any) -> Any:
        kind = next(each.refers for each in described(value) if each.name == name)
        if kind is None or held is None:
            return held
        return tuple(self._row((kind, each)) for each in held) if isinstance(held, tuple) else self._row((kind, held))

    def _row(self, reference: Reference) -> int:
        return self._rows[reference] if reference[1] < 0 else reference[1]
