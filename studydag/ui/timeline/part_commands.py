"""What can be done with the parts of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studydag.model.operations import editing, parts
from studydag.model.values.programme import Part

if TYPE_CHECKING:
    from studydag.ui.timeline.commands import BlockCommands


class PartCommands:
    """Works on a part by its id, and on the selected blocks where they go to a new one."""

    def __init__(self, commands: BlockCommands) -> None:
        """Work beside the commands on blocks."""
        self._commands = commands

    @property
    def _ids(self) -> list[int]:
        return [part.part.id for part in self._commands.workspace.schedule.parts]

    @property
    def count(self) -> int:
        """How many parts the day has."""
        return len(self._ids)

    def place(self, part_id: int) -> int:
        """Return the how-manieth part it is, from nought."""
        return self._ids.index(part_id) if part_id in self._ids else 0

    def has_blocks(self, part_id: int) -> bool:
        """Whether a part has blocks with clock times."""
        part = self._commands.workspace.schedule.part_of(part_id)
        return part is not None and bool(part.slots)

    def edit(self, part_id: int) -> None:
        """Let date, times and venue of a part be filled in."""
        self._commands.selection.choose_part(part_id)
        self._commands.field_asked.emit("title")

    def ask_date(self, part_id: int) -> None:
        """Select a part that was made, and let its date be filled in."""
        self._commands.selection.choose_part(part_id)
        self._commands.field_asked.emit("date")

    def step(self, part_id: int, step: int) -> None:
        """Put a part before the one above it (-1), or behind the one below it (1)."""
        ids, library = self._ids, self._commands.workspace.library
        place = self.place(part_id) + step
        if 0 <= place < len(ids):
            rest = [each for each in ids if each != part_id]
            before = rest[place] if place < len(rest) else None
            self._commands.attempt(lambda: editing.reorder(library, Part, part_id, before=before))

    def delete_only(self, part_id: int) -> None:
        """Delete a part, and park its blocks."""
        self._commands.attempt(lambda: parts.delete_part_only(self._commands.workspace.library, part_id))

    def move_to_new(self) -> None:
        """Move the selected blocks to a new part, and let its date be filled in."""
        ids = self._commands.ids
        if ids:
            made = self._commands.attempt(lambda: parts.move_to_new_part(self._commands.workspace.library, ids))
            if made is not None:
                self.ask_date(made)
