"""What can be done with the time of blocks that takes a dialog, or more than one block: split, merge, shift, fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from studydag.model.operations import splitting
from studydag.model.rules.time.schedule import PartSchedule
from studydag.model.rules.time.splitting import halfway
from studydag.model.rules.time.totals import part_totals
from studydag.model.values.programme import Block, BlockKind

if TYPE_CHECKING:
    from studydag.ui.timeline.commands import BlockCommands


class TimeCommands:
    """Works on what is selected; each dialog is imported when it is first asked for."""

    def __init__(self, commands: BlockCommands) -> None:
        """Work beside the other commands on blocks."""
        self._commands = commands

    # -- splitting and merging

    @property
    def can_split(self) -> bool:
        """Whether the current block can be cut in two."""
        block = self._commands.current
        return block is not None and block.kind is BlockKind.BLOCK and block.minutes > 1 and not block.cancelled

    def split(self, after: int | None = None) -> None:
        """Cut the current block in two after so many minutes, by default halfway, and ask for the second title."""
        block = self._commands.current
        if block is None:
            return
        after = halfway(block.minutes) if after is None else after
        made = self._commands.attempt(lambda: splitting.split_block(self._commands.workspace.library, block.id, after))
        self._made(made)

    def ask_split(self) -> None:
        """Ask at which moment the current block is cut in two."""
        from studydag.ui.dialogs.splitting import SplitDialog

        block, commands = self._commands.current, self._commands
        if block is not None and self.can_split:
            slot = commands.workspace.schedule.slot_of(block.id)
            self._made(SplitDialog(commands.workspace, commands.words, block, slot, self._window).ask())

    def merge(self) -> None:
        """Make one block of the current one and the next, or of all that are selected in a row."""
        ids, commands = self.to_merge, self._commands
        with commands.selection.held():
            commands.attempt(lambda: splitting.merge_blocks(commands.workspace.library, ids))
            commands.selection.choose(ids[:1])

    @property
    def to_merge(self) -> tuple[int, ...]:
        """The blocks that would become one: those selected in a row, or the one selected and the next."""
        row, chosen = self._row(), self._commands.ids
        ids = [each for each in row if each in chosen]
        if len(ids) != len(chosen) or not ids:
            return ()
        if len(ids) == 1:
            ids = row[row.index(ids[0]) :][:2]
        place = row.index(ids[0])
        return tuple(ids) if len(ids) > 1 and row[place : place + len(ids)] == ids else ()

    def _row(self) -> list[int]:
        """Return the blocks that take place in the part of the current one, else what is parked with it."""
        block, schedule = self._commands.current, self._commands.workspace.schedule
        slot = None if block is None else schedule.slot_of(block.id)
        if block is None or block.round is not None:
            return []
        if slot is None:
            same = schedule.parked if block in schedule.parked else schedule.self_paced
            return [each.id for each in same if each.part == block.part]
        part = schedule.part_of(slot.part.id)
        return [] if part is None else [each.block.id for each in part.slots if not each.block.cancelled]

    # -- shifting and fitting

    def ask_shift(self) -> None:
        """Ask by how many minutes the current block and what follows it shifts."""
        from studydag.ui.dialogs.shifting import ShiftDialog

        block, commands = self._commands.current, self._commands
        if block is not None and block.round is None and commands.workspace.schedule.slot_of(block.id) is not None:
            ShiftDialog(commands.workspace, commands.words, block.id, self._window).ask()

    def ask_fit(self, part_id: int | None = None) -> None:
        """Propose minutes with which a part fits: the one named, else that of the selection or another that doesn't."""
        from studydag.ui.dialogs.fitting import FitDialog

        part_id = self.part_to_fit if part_id is None else part_id
        if part_id is not None:
            FitDialog(self._commands.workspace, self._commands.words, part_id, self._window).ask()

    @property
    def part_to_fit(self) -> int | None:
        """The part that the selection is in if it doesn't fit, else the first that doesn't; where all do, any."""
        commands = self._commands
        current: Block | None = commands.current
        slot = None if current is None else commands.workspace.schedule.slot_of(current.id)
        chosen = commands.selection.part if slot is None else slot.part.id
        filled = [part for part in commands.workspace.schedule.parts if part.slots]
        own = next((part for part in filled if part.part.id == chosen), None)
        if own is not None and _misfit(own):
            return chosen
        worst = max(filled, key=_misfit, default=None)
        found = own if worst is None or (own is not None and not _misfit(worst)) else worst
        return chosen if found is None else found.part.id

    # -- within

    @property
    def _window(self) -> QWidget | None:
        parent = self._commands.parent()
        return parent.window() if isinstance(parent, QWidget) else None

    def _made(self, block_id: int | None) -> None:
        if block_id is not None:
            self._commands.selection.choose([block_id])
            self._commands.title_asked.emit(block_id)


def _misfit(part: PartSchedule) -> int:
    """Return 2 for a part whose blocks have too little time, 1 for one that has some left, 0 where all fits."""
    found = part_totals(part)
    return 2 if found.minutes_over or found.minutes_overlapping else int(bool(found.minutes_spare))
