"""What adds to a programme: blocks, rounds and their options, working formats, and blocks of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studydag.model.operations import programme, rounds, templates
from studydag.model.operations.spots import Spot
from studydag.model.rules.choices.rounds import new_option
from studydag.model.rules.formats.from_format import block_from
from studydag.model.rules.time.schedule import options_of
from studydag.model.rules.written.phase_words import USUAL_BREAK
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.brought import Brought, Source
from studydag.ui.timeline.shading import Shading
from studydag.ui.timeline.spots import in_order

if TYPE_CHECKING:
    from studydag.ui.timeline.commands import BlockCommands

OPTIONS_OF_NEW_ROUND = 2


class AddingCommands:
    """Adds behind what is selected, selects what was added, and asks for its title."""

    def __init__(self, commands: BlockCommands) -> None:
        """Work beside the commands on blocks."""
        self._commands = commands

    @property
    def _library(self) -> Library:
        return self._commands.workspace.library

    def add_block(self, phase: Phase | None = None, spot: Spot | None = None) -> None:
        """Add a block after the current one, or at a spot, and ask for its title; after an option behind its round."""
        current = self._commands.current
        language = self._commands.workspace.language
        block = Block(phase=phase or self._phase_after(current))
        if phase is Phase.BREAK:
            block = Block(phase=phase, minutes=USUAL_BREAK, title=language.capitalised(language.member(phase)))
        self._added(lambda day: programme.add_block(self._library, day, block, self.spot_for_new(day, spot)))

    def add_another(self) -> None:
        """Add one more of what is current: an option after an option, or in a round that has none yet; else a block."""
        current = self._commands.current
        if current is not None and self._wants_option(current):
            self.add_option()
        else:
            self.add_block()

    def add_after_round(self) -> None:
        """Add a block behind the choice round in which an option is current."""
        day = self._commands.workspace.day
        if day is not None:
            self.add_block(spot=self.spot_for_new(day.id))

    def _wants_option(self, block: Block) -> bool:
        day = self._commands.workspace.day
        is_empty = day is not None and block.kind is BlockKind.ROUND and not options_of(day, block.id)
        return block.round is not None or is_empty

    def add_round(self) -> None:
        """Add a choice round after the current block, or make one of several selected blocks."""
        language = self._commands.workspace.language
        title = language.capitalised(language.kind("round"))
        plain = [block for block in self._commands.blocks if block.kind is BlockKind.BLOCK and block.round is None]
        if len(plain) >= OPTIONS_OF_NEW_ROUND:
            ids = in_order(self._commands.workspace.schedule, [block.id for block in plain])
            self._added(lambda _day: rounds.make_round(self._library, ids, title))
            return
        block = Block(kind=BlockKind.ROUND, phase=Phase.APPLICATION, minutes=60, title=title)
        self._added(lambda day: programme.add_block(self._library, day, block, self.spot_for_new(day)))

    @staticmethod
    def takes_option(block: Block) -> bool:
        """Whether an option can be added to a block, or beside it: to all but breaks."""
        return block.kind is BlockKind.ROUND or block.round is not None or block.phase is not Phase.BREAK

    def add_option(self) -> None:
        """Add an option to the round that is selected, or in which an option is, as long as the last one.

        An ordinary block becomes a round by it.
        """
        current = self._commands.current
        if current is not None and self.takes_option(current) and self._commands.round_of(current) is None:
            self._added(lambda _day: rounds.begin_round(self._library, current.id))
            return
        round_id = self._commands.round_of(current)
        day = self._commands.workspace.day
        if round_id is None or day is None:
            self._commands.refused.emit(self._commands.workspace.language.gettext("Select a choice round first."))
            return
        following = self.option_after(current) if current is not None and current.round == round_id else None
        option = new_option(day, round_id)
        self._added(lambda _day: rounds.add_option(self._library, round_id, option, before=following))

    def add_format(self, format_id: int, spot: Spot | None = None) -> None:
        """Add a block for a working format after the current one, or at a spot."""
        self._added(
            lambda day: programme.add_format(self._library, day, format_id, self.spot_for_new(day, spot)),
            ask=False,
        )

    def insert_own(self, template_id: int, spot: Spot | None = None) -> None:
        """Put a block of one's own after the current one, or at a spot."""
        self._added(
            lambda day: templates.insert_block(self._library, day, template_id, self.spot_for_new(day, spot)),
            ask=False,
        )

    # -- what is dragged in

    def bring(self, brought: Brought, spot: Spot) -> None:
        """Add a block for what was dragged to a spot."""
        if brought.source is Source.OWN_BLOCK:
            self.insert_own(brought.id, spot)
        else:
            self.add_format(brought.id, spot)

    def shading_of(self, brought: Brought) -> Shading | None:
        """Return what judges where a block for what is dragged can go."""
        day = self._commands.workspace.day
        return None if day is None else Shading.of_new(day, self._block_of(brought))

    def may_be_option(self, brought: Brought) -> bool:
        """Whether what is dragged can go among the options of a round: a round of one's own can't."""
        return self._block_of(brought).kind is not BlockKind.ROUND

    def _block_of(self, brought: Brought) -> Block:
        day, setting = self._commands.workspace.day, self._commands.workspace.setting
        if brought.source is Source.OWN_BLOCK:
            return templates.block_in(self._library, brought.id)
        known = next((each for each in setting.formats if each.id == brought.id), None)
        return Block() if known is None or day is None else block_from(known, day.language)

    def keep_block(self) -> None:
        """Keep the current block as one's own, to use it again in any day."""
        block = self._commands.current
        if block is None:
            return
        if self._commands.attempt(lambda: templates.keep_block(self._library, block.id)) is not None:
            text = self._commands.workspace.language.gettext("{block} is kept. You will find it under Own blocks.")
            self._commands.kept.emit(text.replace("{block}", block.title))

    def _added(self, add: Callable[[int], int], *, ask: bool = True) -> None:
        day = self._commands.workspace.day
        if day is None:
            return
        with self._commands.selection.held():
            made = self._commands.attempt(lambda: add(day.id))
            if made is not None:
                self._commands.selection.choose([made])
        if made is not None and ask:
            self._commands.title_asked.emit(made)

    def option_after(self, option: Block) -> int | None:
        """Return which option stands after another in its round."""
        day = self._commands.workspace.day
        places = [] if day is None else [each.id for each in options_of(day, option.round or 0)]
        return next(iter(places[places.index(option.id) + 1 :]), None) if option.id in places else None

    def spot_for_new(self, day_id: int, spot: Spot | None = None) -> Spot:
        """Return where a new block goes: after the current one, in the part selected, else at the end of the day."""
        if spot is not None:
            return spot
        current, schedule = self._commands.current, self._commands.workspace.schedule
        if current is not None and current.round is not None:
            current = self._commands.block(current.round)
        if current is not None and current.part is not None:
            part = schedule.part_of(current.part)
            row = [] if part is None else [slot.block.id for slot in part.slots]
            following = row[row.index(current.id) + 1 :] if current.id in row else []
            return Spot(part=current.part, before=next(iter(following), None))
        if self._commands.selection.part is not None:
            return Spot(part=self._commands.selection.part)
        if schedule.parts:
            return Spot(part=schedule.parts[-1].part.id)
        return Spot(part=programme.add_part(self._library, day_id))

    def _phase_after(self, block: Block | None) -> Phase:
        if block is None or not block.phase.is_learning:
            return Phase.KNOWLEDGE
        return block.phase
