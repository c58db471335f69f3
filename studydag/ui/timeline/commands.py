"""What can be done with the selected blocks: each a verb of the model, one undo step, with the result selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from studydag.model.operations import editing, programme, rounds
from studydag.model.operations.spots import Spot
from studydag.model.rules.provisions.catering_times import catering_during
from studydag.model.rules.time.clock import WrittenTime
from studydag.model.values.errors import InvalidValue, StudyDagError
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.adding_commands import AddingCommands
from studydag.ui.timeline.clipboard import BlockClipboard
from studydag.ui.timeline.part_commands import PartCommands
from studydag.ui.timeline.selection import BlockSelection
from studydag.ui.timeline.spots import changes_nothing, in_order, may_be_options, order_of, step_from
from studydag.ui.timeline.time_commands import TimeCommands
from studydag.ui.timeline.words import BlockWords
from studydag.ui.workspace import Workspace

Result = TypeVar("Result")
STEP = 5


class BlockCommands(QObject):
    """Carries out what keys, buttons and menus ask for. What can't be done now is told by `refused`, without a dialog.

    `said` tells what else came of something that was done; `kept` tells that a block was kept as one's own;
    `title_asked` carries the id of a block whose title is to be typed, `format_asked` one that wants a format,
    `field_asked` the name of a field of the current block that is to be filled in next.
    """

    said = Signal(str)
    refused = Signal(str)
    kept = Signal(str)
    title_asked = Signal(int)
    format_asked = Signal(int)
    field_asked = Signal(str)

    def __init__(self, workspace: Workspace, selection: BlockSelection, parent: QObject | None = None) -> None:
        """Work on the day in view and what is selected of it."""
        super().__init__(parent)
        self.workspace = workspace
        self.selection = selection
        self.times = TimeCommands(self)
        self.clipboard = BlockClipboard(self)
        self.parts = PartCommands(self)
        self.adding = AddingCommands(self)
        self._words: BlockWords | None = None
        self._blocks: tuple[StudyDay | None, dict[int, Block]] = (None, {})
        self._ids: tuple[tuple[object, ...], tuple[int, ...]] = ((), ())
        self.minutes_chosen: set[int] = set()
        """The blocks whose minutes were typed, even if those were the minutes that every new block has."""

    # -- what is selected

    @property
    def words(self) -> BlockWords:
        """The words for the day in view."""
        day, setting = self.workspace.day, self.workspace.setting
        assert day is not None
        # They look names up, so they are kept as long as the values are the same.
        if self._words is None or self._words.day is not day or self._words.setting is not setting:
            self._words = BlockWords(day, setting, self.workspace.language)
        return self._words

    @property
    def ids(self) -> tuple[int, ...]:
        """The selected blocks in programme order; an option whose round is selected as well goes with it."""
        known, ids = self._ids
        state = (self.workspace.schedule, self.workspace.day, self.selection.ids)
        # The actions ask for them one after the other.
        if len(known) != len(state) or any(one is not other for one, other in zip(known, state, strict=True)):
            chosen = [block.id for block in self.blocks if block.round not in self.selection.ids]
            ids = in_order(self.workspace.schedule, chosen)
            self._ids = (state, ids)
        return ids

    @property
    def blocks(self) -> list[Block]:
        """The selected blocks."""
        day = self.workspace.day
        return [] if day is None else [block for block in day.blocks if block.id in self.selection.ids]

    @property
    def current(self) -> Block | None:
        """The block that keys and forms work on."""
        return self.block(self.selection.current)

    def block(self, block_id: int | None) -> Block | None:
        """Return a block of the day in view."""
        day = self.workspace.day
        if self._blocks[0] is not day:
            self._blocks = (day, {} if day is None else {block.id: block for block in day.blocks})
        return self._blocks[1].get(block_id or 0)

    def choose_format(self, format_id: int) -> None:
        """Give the current block a working format."""
        block_id = self.selection.current
        if block_id is not None:
            self.attempt(lambda: self.give_format(block_id, format_id))

    def give_format(self, block_id: int, format_id: int) -> None:
        """Give a block a working format, and say so where that gives it another phase. Raises what the verb raises."""
        before = self.block(block_id)
        chosen = block_id in self.minutes_chosen
        programme.choose_format(self.workspace.library, block_id, format_id, keep_minutes=chosen)
        after, language = self.block(block_id), self.workspace.language
        if before is not None and after is not None and after.phase is not before.phase:
            text = language.gettext("The phase is {phase} now: that is what {format} is for. Undo takes both back.")
            text = text.replace("{phase}", language.member(after.phase))
            self.said.emit(text.replace("{format}", self.words.format(after)))

    def add_part(self) -> None:
        """Add a part of the day, select it, and ask for its date."""
        day = self.workspace.day
        if day is not None:
            part = self.attempt(lambda: programme.add_part(self.workspace.library, day.id))
            if part is not None:
                self.parts.ask_date(part)

    def delete_part(self, part_id: int) -> None:
        """Delete a part with its blocks."""
        self.attempt(lambda: editing.delete(self.workspace.library, Part, part_id))

    # -- time

    def set_minutes(self, block_id: int, minutes: int) -> None:
        """Let a block last so long; what follows moves along."""
        self.attempt(lambda: programme.set_minutes(self.workspace.library, block_id, minutes))

    def stretch(self, by: int) -> None:
        """Let the current block last longer, or shorter, by minutes."""
        block = self.current
        if block is None:
            return
        slot = self.workspace.schedule.slot_of(block.id)
        minutes = self.words.whole_minutes(block, slot) + by
        self.set_minutes(block.id, max(0, minutes))

    def take(self, by: int, block_id: int | None = None) -> None:
        """Let a block last longer at the cost of the next one, or give that one minutes."""
        block_id = block_id or self.selection.current
        if block_id is not None:
            self.attempt(lambda: programme.stretch(self.workspace.library, block_id, by))

    def move_start(self, by: int, block_id: int | None = None) -> None:
        """Let a block start later, or earlier, by minutes, and end when it does now."""
        block_id = block_id or self.selection.current
        if block_id is not None:
            self.attempt(lambda: programme.move_start(self.workspace.library, block_id, by))

    def toggle_pin(self) -> None:
        """Pin the current block to the time it has now, or let the selected ones follow again."""
        block = self.current
        if block is None:
            return
        library = self.workspace.library
        pinned = [each.id for each in self.blocks if each.pinned_start is not None]
        if block.pinned_start is not None:
            self.attempt(lambda: programme.unpin(library, *pinned))
        else:
            self.attempt(lambda: programme.pin(library, block.id))

    def shift(self, by: int) -> None:
        """Let the current block and what follows it start later, or earlier, by minutes."""
        block_id = self.selection.current
        if block_id is not None:
            self.attempt(lambda: programme.shift_from(self.workspace.library, block_id, by))

    # -- place

    def step(self, step: int) -> None:
        """Move the selected blocks one place up (-1) or down (1)."""
        day = self.workspace.day
        if day is None:
            return
        ids = self.ids
        spot = step_from(day, self.workspace.schedule, ids, step)
        if spot is not None:
            self._move(ids, spot)

    def move_to(self, ids: Sequence[int], spot: Spot) -> None:
        """Move blocks to a spot, unless they stand there already."""
        day = self.workspace.day
        if day is None or changes_nothing(day, self.workspace.schedule, ids, spot):
            return
        self._move(ids, spot)

    def _move(self, ids: Sequence[int], spot: Spot) -> None:
        """Move blocks to a spot, and say which of them lost their pin by that."""
        found = [block for each in ids if (block := self.block(each)) is not None and block.pinned_start is not None]
        self.attempt(lambda: programme.move_blocks(self.workspace.library, ids, spot))
        lost = [now for each in found if (now := self.block(each.id)) is not None and now.pinned_start is None]
        if lost:
            language = self.workspace.language
            titles = language.list([f"“{self.words.title(each)}”" for each in lost])
            self.said.emit(language.gettext("No longer pinned: {titles}.").replace("{titles}", titles))

    def move_into_part(self, part_id: int) -> None:
        """Move the selected blocks to the end of a part."""
        self.move_to(self.ids, Spot(part=part_id))

    def move_into_round(self, round_id: int) -> None:
        """Make options of the selected blocks."""
        self.move_to(self.ids, Spot(round=round_id))

    def park(self) -> None:
        """Take the selected blocks out of the programme, or put parked ones back at the end of it."""
        ids = self.ids
        if self.is_parked:
            parts = self.workspace.schedule.parts
            if parts:
                self.move_to(ids, Spot(part=parts[-1].part.id))
        elif ids:
            self.attempt(lambda: programme.park_blocks(self.workspace.library, ids))

    @property
    def is_parked(self) -> bool:
        """Whether the current block is parked."""
        current = self.current
        return current is not None and current in self.workspace.schedule.parked

    @property
    def can_be_options(self) -> bool:
        """Whether the selected blocks can go into a round."""
        day = self.workspace.day
        return day is not None and bool(self.ids) and may_be_options(day, self.ids)

    # -- the rest

    def duplicate(self) -> None:
        """Add the selected blocks once more, behind themselves."""
        ids = self.ids
        if ids:
            with self.selection.held():
                made = self.attempt(lambda: programme.duplicate_blocks(self.workspace.library, ids))
                if made:
                    self.selection.choose(made)

    def delete(self) -> None:
        """Delete the selected blocks, and select what follows them."""
        ids = self.ids
        if not ids:
            return
        following, ordered = self._neighbour_of(ids), self.still_ordered(ids)
        with self.selection.held():
            self.attempt(lambda: programme.delete_blocks(self.workspace.library, *ids))
            if self.block(following) is not None:
                self.selection.choose([following] if following is not None else [])
        self.tell(ordered)

    def toggle_cancelled(self) -> None:
        """Call the selected blocks off, or let them take place after all."""
        ids, current = self.ids, self.current
        if current is None:
            return
        library = self.workspace.library
        if current.cancelled:
            self.attempt(lambda: programme.restore_blocks(library, ids))
        else:
            ordered = self.still_ordered(ids)
            self.attempt(lambda: programme.cancel_blocks(library, ids))
            self.field_asked.emit("cancelled_reason")
            self.tell(ordered)

    def still_ordered(self, ids: Sequence[int]) -> str:
        """Say what is ordered for while blocks are on, to be told when they don't take place; else nothing."""
        day, language = self.workspace.day, self.workspace.language
        found = () if day is None else catering_during(day, self.workspace.schedule, ids)
        if not found:
            return ""
        rows = [(each.what, "" if each.at is None else language.time(each.at), str(each.count)) for each in found]
        named = "; ".join(" · ".join(filter(None, row)) for row in rows)
        said = language.gettext("Still ordered: {catering}. You can change that under People & rooms, Catering.")
        return said.replace("{catering}", named)

    def tell(self, text: str) -> None:
        """Say something beside the programme, if there is something to say."""
        if text:
            self.said.emit(text)

    def dissolve_round(self) -> None:
        """Let the options of the current round follow each other in its place."""
        round_id = self.round_of(self.current)
        if round_id is not None:
            self.attempt(lambda: rounds.dissolve_round(self.workspace.library, round_id))

    def change(self, **fields: object) -> None:
        """Change plain fields of all selected blocks."""
        ids = [block.id for block in self.blocks]
        if ids:
            self.attempt(lambda: editing.change_all(self.workspace.library, Block, ids, **fields))

    def write(
        self,
        block_id: int,
        title: str,
        span: WrittenTime | None = None,
        *,
        unpins: bool = False,
        began: Block | None = None,
    ) -> None:
        """Give a block the title and the time that were typed; `began`: the block as it was before."""
        block, library = self.block(block_id), self.workspace.library
        if block is None:
            return
        if block.title != title or span is not None:
            self.attempt(lambda: programme.write_block(library, block_id, title=title, span=span, began=began))
        if unpins and block.pinned_start is not None:
            self.attempt(lambda: programme.unpin(library, block_id))

    def ask_title(self) -> None:
        """Ask for the title of the current block."""
        if self.selection.current is not None:
            self.title_asked.emit(self.selection.current)

    def ask_format(self) -> None:
        """Ask for the working format of the current block."""
        if self.selection.current is not None:
            self.format_asked.emit(self.selection.current)

    # -- within

    def attempt(self, operation: Callable[[], Result]) -> Result | None:
        """Carry out a verb; what the rules don't allow is said beside the programme."""
        try:
            return operation()
        except InvalidValue as error:
            said = (self.workspace.language.problem(problem) for problem in error.problems)
            self.refused.emit(" ".join(dict.fromkeys(said)))
        except StudyDagError as error:
            self.workspace.refused.emit(error)
        return None

    def round_of(self, block: Block | None) -> int | None:
        """Return the round that a block is, or in which it is an option."""
        if block is None:
            return None
        return block.id if block.kind is BlockKind.ROUND else block.round

    def _neighbour_of(self, ids: Sequence[int]) -> int | None:
        order = order_of(self.workspace.schedule)
        gone = {*ids, *(block.id for block in self._options_of(ids))}
        places = [place for place, each in enumerate(order) if each in gone]
        if not places:
            return None
        after = [each for each in order[places[-1] :] if each not in gone]
        before = [each for each in order[: places[0]] if each not in gone]
        return next(iter([*after[:1], *before[-1:]]), None)

    def _options_of(self, ids: Sequence[int]) -> list[Block]:
        day = self.workspace.day
        return [] if day is None else [block for block in day.blocks if block.round in set(ids)]
