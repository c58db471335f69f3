"""The right column of the programme: the form of what is selected, the working formats, and blocks of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.places import people_in
from studydag.model.values.programme import Block
from studydag.ui.layouts.current_tabs import CurrentTabs
from studydag.ui.layouts.fold import Fold
from studydag.ui.look import Look
from studydag.ui.panels.balance_panel import BalancePanel
from studydag.ui.panels.block_inspector import BlockInspector
from studydag.ui.panels.format_drawer import FormatDrawer
from studydag.ui.panels.own_blocks import OwnBlocks
from studydag.ui.pieces import Pieces
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.workspace import Workspace


class ProgrammePanel(CurrentTabs):
    """Shows the current block or part; it is built in `pieces`, so that the window goes on meanwhile."""

    def __init__(self, workspace: Workspace, look: Look, commands: BlockCommands, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(workspace.language.gettext("More"), parent)
        self._workspace = workspace
        self._look = look
        self._commands = commands
        # The forms may be older than the day.
        self._offered: tuple[object, ...] = (None, None)
        self.setDocumentMode(True)

    def pieces(self) -> Pieces:
        """Build the tabs."""
        workspace, commands, _ = self._workspace, self._commands, self._workspace.language.gettext
        self.block_inspector = BlockInspector(workspace, commands)
        self.addTab(self.block_inspector, _("Block"))
        yield from self.block_inspector.building.pieces()
        self.drawer = FormatDrawer(workspace, self._look)
        self.addTab(self.drawer, _("Formats"))
        yield
        self.balance = Fold(_("Balance of the day"), lambda: BalancePanel(workspace, self._look), self)
        self.balance.unfolded.connect(self.show_balance)
        self.balance.open()
        self.block_inspector.below.addWidget(self.balance)
        yield
        self.own_blocks = OwnBlocks(workspace)
        self.addTab(self.own_blocks, _("Own blocks"))
        self.currentChanged.connect(lambda _index: self._show_in_drawer())
        self.drawer.add_asked.connect(commands.adding.add_format)
        self.drawer.use_asked.connect(commands.choose_format)
        self.own_blocks.add_asked.connect(commands.adding.insert_own)
        yield

    # -- what is shown

    def show_selected(self) -> None:
        """Show the form of what is selected, and the working formats that suit it."""
        day, selected = self._workspace.day, self._commands.selection
        if day is None:
            return
        part = next((part for part in day.parts if part.id == selected.part), None)
        if part is not None:
            self.block_inspector.show_part(part)
        else:
            self.block_inspector.show_block(self._commands.current, chosen=len(selected.ids))
        self._show_in_drawer()

    def show_balance(self) -> None:
        """Show what the minutes are spent on, where that is unfolded."""
        if self.balance.is_open and isinstance(self.balance.content, BalancePanel):
            self.balance.content.refresh()

    def show_formats(self, back_to: QWidget | None = None) -> None:
        """Bring the working formats into view, with the focus where they are searched.

        With `back_to` Enter gives the chosen one to the selected block, and goes back there.
        """
        self.setCurrentWidget(self.drawer)
        if back_to is not None:
            self.drawer.choose_for_block(back_to=back_to)
        self.drawer.search.setFocus()
        self.drawer.search.selectAll()

    def show_own_blocks(self) -> None:
        """Bring the blocks of one's own into view."""
        self.setCurrentWidget(self.own_blocks)

    def show_field(self, name: str) -> None:
        """Let a field of the current block, or of the part that is selected, be filled in."""
        self._commands.selection.tell_now()
        self.show_selected()
        form = self.block_inspector.part_form()
        if not self.isVisible():
            return
        self.setCurrentWidget(self.block_inspector)
        if self._commands.selection.current is not None:
            self.block_inspector.show_field(name)
        elif self._commands.selection.part is not None and form is not None:
            form.field(name).setFocus()

    # -- what is offered

    @property
    def offers_are_old(self) -> bool:
        """Whether there are other goals, people, rooms or formats than the form offers; titles don't count."""
        day = self._workspace.day
        known = self._offered
        return day is not None and (known[0] is not self._workspace.setting or known[1] is not day.goals)

    def offer(self) -> None:
        """Let the form offer what there is now, if that is something else than before."""
        day, setting = self._workspace.day, self._workspace.setting
        if day is not None:
            offered = (setting, day.goals, tuple((block.id, block.title) for block in day.blocks))
            if offered != self._offered:
                self.block_inspector.offer_again()
                self.drawer.refresh(chosen=self.drawer.chosen)
            self._offered = offered

    # -- within

    def _show_in_drawer(self) -> None:
        """Let the drawer know the block, if it is seen: finding what fits takes a while."""
        if self.currentWidget() is not self.drawer:
            return
        block = self._commands.current
        if block is None:
            self.drawer.show_block(None)
            return
        slot = self._workspace.schedule.slot_of(block.id)
        minutes = self._commands.words.whole_minutes(block, slot)
        self.drawer.show_block(block, minutes=minutes, people=self._people_in(block))

    def _people_in(self, block: Block) -> int | None:
        day = self._workspace.day
        if day is None:
            return None
        return people_in(Context(day, self._workspace.setting, self._workspace.today()), block)
