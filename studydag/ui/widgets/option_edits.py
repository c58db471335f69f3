"""How the options of a choice round are edited: by the verbs of the programme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from studydag.model.operations import duplicating, programme, rounds
from studydag.model.rules.choices.rounds import new_option
from studydag.model.store.library import Library
from studydag.model.values.programme import Block


class OptionEdits:
    """Edits the options of the round that `current` gives, of the study day that owns the list (see RowEdits)."""

    def __init__(self, library: Library, current: Callable[[], int | None]) -> None:
        """Ask for the round each time."""
        self._library = library
        self._current = current

    def rows(self, owner: Any) -> tuple[Any, ...]:
        """Return the options of the round."""
        round_id = self._current()
        return tuple(block for block in owner.blocks if round_id is not None and block.round == round_id)

    def add(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add options at the end of the round, as one step, each as long as those that stand there."""
        round_id = self._current()
        if round_id is None:
            return ()
        like = new_option(owner, round_id)
        return rounds.add_options(self._library, round_id, [replace(like, title=thing.title) for thing in things])

    def change(self, owner: Any, row_id: int, name: str, new: Any) -> None:  # noqa: ARG002 - see RowEdits
        """Change a field of an option."""
        change_block(self._library, row_id, name, new)

    def delete(self, owner: Any, ids: Sequence[int]) -> None:  # noqa: ARG002 - see RowEdits
        """Delete options."""
        programme.delete_blocks(self._library, *ids)

    def duplicate(self, owner: Any, ids: Sequence[int]) -> tuple[int, ...]:  # noqa: ARG002 - see RowEdits
        """Add options once more."""
        return programme.duplicate_blocks(self._library, ids)

    def take_in(self, owner: Any, things: Sequence[Any]) -> tuple[int, ...]:
        """Add options once more that stand here or are no more; others are copied in the programme."""
        here, round_id = {block.uid for block in self.rows(owner)}, self._current()
        if here.issuperset(thing.uid for thing in things):
            return self.duplicate(owner, [thing.id for thing in things])
        there = self._library.some(Block, [thing.id for thing in things])
        if round_id is None or {block.uid for block in there}.intersection(thing.uid for thing in things):
            return ()
        return rounds.add_options(
            self._library, round_id, duplicating.reaching(self._library, things, ("study_day", owner.id))
        )

    def put_before(self, owner: Any, row_id: int, before: int | None) -> None:
        """Put an option before another."""
        round_id = self._current()
        here = {block.id for block in self.rows(owner)}
        if round_id is not None:
            rounds.move_into_round(self._library, [row_id], round_id, before=before if before in here else None)


def change_block(library: Library, row_id: int, name: str, new: Any) -> None:
    """Change a field of a block by the verb that belongs to it."""
    if name == "minutes":
        programme.set_minutes(library, row_id, new)
    else:
        programme.change_block(library, row_id, **{name: new})


def seats(options: Sequence[Block]) -> int | None:
    """Return how many seats options have together; None where one of them has no limit."""
    found = [option.capacity for option in options if not option.cancelled]
    return None if None in found else sum(each or 0 for each in found)
