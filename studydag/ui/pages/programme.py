"""The programme: one order of blocks in two views, with what can be done with them above and their form beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydag.model.rules.time.totals import Totals, totals
from studydag.model.values.changes import Change, Place
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.model.values.wording import N_
from studydag.ui.announcing import announce
from studydag.ui.pages.page import Page
from studydag.ui.panels.programme_panel import ProgrammePanel
from studydag.ui.pieces import Pieces
from studydag.ui.programme.block_bar import BlockBar
from studydag.ui.programme.block_list import BlockList
from studydag.ui.programme.both_views import BOTH, BothViews
from studydag.ui.roles import give_role
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.selection import BlockSelection
from studydag.ui.timeline.spots import order_of
from studydag.ui.timeline.view import TimelineView
from studydag.ui.widgets.phase_strip import PhaseStrip
from studydag.ui.workspace import SETTING_KINDS

IN_BLOCKS = frozenset({"block", "block_lead", "material", "resource"})
NO_BREAK = "\u00a0"
LINES_FOR_WORDS = 22
"""A page that is less high, in lines of text, shows the phase strip without its words."""
LINES_BESIDE = 40
"""A page that is less wide, in heights of a line, has the choice of views below the totals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How the page was left: the selected blocks, the tab of the right column, how far the timeline was scrolled."""

    ids: tuple[int, ...]
    tab: int
    scrolled: int


class ProgrammePage(Page):
    """The programme."""

    title: ClassVar[str] = N_("Programme")
    name: ClassVar[str] = "programme"
    kinds: ClassVar[frozenset[str]] = frozenset({"block", "part", "goal", "study_day", *SETTING_KINDS})
    takes_keys_from_tab: ClassVar[bool] = True

    def pieces(self) -> Pieces:
        """Build both views on one selection."""
        workspace, look = self.workspace, self.look
        self._is_to_scroll = False
        self._summed_up: int | None = None
        self._order: tuple[int, ...] = ()
        self.selected = BlockSelection(self)
        self.commands = BlockCommands(workspace, self.selected, self)
        self.actions_of_blocks = BlockActions(self.commands, workspace.language, self)
        yield
        self.list = BlockList(look, self.commands, self.actions_of_blocks)
        yield
        self.view = TimelineView(look, self.commands, self.actions_of_blocks)
        self.timeline = self.view.timeline
        self.tray = self.view.tray
        self.timeline.dragging.list = self.list
        yield
        self.strip = PhaseStrip(look, workspace.language, self)
        self.totals = QLabel(self)
        self.totals.setWordWrap(True)
        self.message = QLabel(self)
        self.message.setProperty("role", "problem")
        self.message.setWordWrap(True)
        self.message.hide()
        yield
        panel = self.panel = ProgrammePanel(workspace, look, self.commands, self)
        panel.hide()
        self.panel_made.emit(panel)
        yield from panel.pieces()
        self.block_inspector, self.drawer = panel.block_inspector, panel.drawer
        self.empty = self._made_empty()
        self.views = BothViews(self.list, self.view, self)
        yield
        self._lay_out()
        self.show_view(BOTH)
        self.selected.changed.connect(self._on_selection)
        self.commands.said.connect(self._say)
        self.commands.refused.connect(self._refuse)
        self.commands.kept.connect(self._show_kept)
        self.commands.title_asked.connect(self.views.edit_title)
        self.commands.field_asked.connect(panel.show_field)
        self.commands.format_asked.connect(lambda _id: self.show_formats(for_block=True))
        workspace.changed.connect(self._tell_change)
        # What they select and what becomes of it is shown once.
        workspace.walking.connect(lambda begins: self.selected.hold() if begins else self.selected.release())

    def ahead(self) -> Pieces:
        """Build the groups of the form of a block, before they are unfolded."""
        yield from self.block_inspector.ahead()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room of the words below the strip to the programme where there is little of it; break its head."""
        super().resizeEvent(event)
        if self.is_built:
            line = self.fontMetrics().height()
            self.strip.show_words(wanted=self.height() >= line * LINES_FOR_WORDS)
            ways = QBoxLayout.Direction
            self._head.setDirection(ways.LeftToRight if self.width() >= line * LINES_BESIDE else ways.TopToBottom)

    # -- building

    def _lay_out(self) -> None:
        workspace = self.workspace
        columns = self.list.shown_columns
        self.bar = BlockBar(self.actions_of_blocks, self.look, workspace.language, columns, self)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.fit = QToolButton(self)
        self.fit.setText(workspace.language.gettext("Make it fit…"))
        self.fit.clicked.connect(lambda _checked=False: self.commands.times.ask_fit())
        self.fit.hide()
        beside = QHBoxLayout()
        beside.addWidget(self.fit)
        beside.addLayout(self.views.made_switch(workspace.language))
        beside.addStretch()
        head.addWidget(self.totals, 1)
        head.addLayout(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addWidget(self.bar)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addWidget(self.message)
        layout.addWidget(self.empty)
        layout.addWidget(self.views, 1)

    def _made_empty(self) -> QFrame:
        """Return what stands here while the day has no part, with the one thing to do first."""
        _ = self.workspace.language.gettext
        frame = QFrame(self)
        column = QVBoxLayout(frame)
        text = QLabel(_("This study day has no date and times yet. A programme begins with them."), frame)
        text.setWordWrap(True)
        button = QPushButton(_("Add date and times"), frame)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(self.commands.add_part)
        column.addWidget(text)
        column.addWidget(button)
        return frame

    # -- what is shown

    def refresh(self) -> None:
        """Show the day as it stands."""
        day, schedule = self.workspace.day, self.workspace.schedule
        if day is None:
            return
        words = self.commands.words
        former, self._order = self._order, order_of(schedule)
        blocks, parts = {block.id for block in day.blocks}, {part.id for part in day.parts}
        self.selected.keep(blocks, parts, former)
        self.empty.setVisible(not day.parts)
        self.views.show_programme(schedule, words)
        if self.selected.is_held:
            self.selected.tell_later()
        else:
            self.actions_of_blocks.refresh()
            self.panel.show_selected()
        if self._summed_up != day.id:
            # Room for it is kept, so that nothing moves when it comes.
            self.strip.show_programme(schedule)
        self.workspace.idle.add(self._sum_up)
        if self.panel.offers_are_old and self.selected.current is not None:
            self.panel.offer()
        else:
            # Only blocks have other titles, and few fields lead to blocks; or no form is in view.
            self.workspace.idle.add(self.panel.offer)

    def _sum_up(self) -> None:
        """Show what the programme comes to."""
        day, schedule = self.workspace.day, self.workspace.schedule
        if day is not None:
            self._summed_up = day.id
            self.strip.show_programme(schedule)
            self.panel.show_balance()
            summed = totals(schedule)
            self.totals.setText(_in_whole_items(self.commands.words.totals(summed)))
            self.fit.setVisible(self._could_fit_better(summed))

    def _could_fit_better(self, summed: Totals) -> bool:
        unfit = bool(summed.minutes_over or summed.minutes_spare or summed.minutes_overlapping)
        return unfit and bool(summed.block_count) and not self.workspace.library.read_only

    def day_opened(self) -> None:
        """Select nothing."""
        self.selected.choose(())
        self._say("")

    def inspector(self) -> QWidget | None:
        """Return the form of the selected block and the working formats."""
        return self.panel

    def selection(self) -> tuple[Reference, ...]:
        """Return what is selected, the current one first."""
        current, part = self.selected.current, self.selected.part
        if current is not None:
            others = (each for each in self.selected.ids if each != current)
            return ("block", current), *(("block", each) for each in others)
        return (("part", part),) if part is not None else ()

    def standing(self) -> object:
        """Return what is selected, what of the right column is seen, and how far was scrolled."""
        scrolled = self.view.scroll_area.verticalScrollBar().value()
        return Standing(ids=self.selected.ids, tab=self.panel.currentIndex(), scrolled=scrolled)

    def stand_as(self, standing: object) -> None:
        """Be as a page like this one was before the window was built again."""
        if isinstance(standing, Standing):
            self.selected.choose(standing.ids)
            self.panel.setCurrentIndex(standing.tab)
            self.view.scroll_area.verticalScrollBar().setValue(standing.scrolled)

    def reveal(self, place: Place) -> bool:
        """Select a block or a part, bring it into view, and give it the keys unless blocks or their form have them."""
        if not self._select(place):
            return False
        focused = self.window().focusWidget() or self.window()
        if self.isVisible() and not any(each.isAncestorOf(focused) for each in (self, self.panel)):
            self.take_focus()
        return True

    def _select(self, place: Place) -> bool:
        day = self.workspace.day
        if day is None:
            return False
        if place.kind == "part" and any(part.id == place.id for part in day.parts):
            self.selected.choose_part(place.id)
            return True
        block_id = self._block_with(place)
        if block_id is None:
            return False
        self.selected.choose([block_id])
        if not self._stale:
            self.view.show_block(block_id)
        return True

    def show_field(self, place: Place) -> bool:
        """Let a field be filled in, in the right column."""
        self.panel.show_field(place.field)
        return True

    def _block_with(self, place: Place) -> int | None:
        """Return the block that is meant, or to which a lead, a material or a source belongs."""
        day = self.workspace.day
        if day is None or place.kind not in IN_BLOCKS:
            return None
        meant = (place.kind, place.id)
        found = (block.id for block in day.blocks if meant in map(reference_to, things_in(block)))
        return next(found, None)

    def show_view(self, view: str) -> None:
        """Show the list, the timeline, or both side by side."""
        self.views.show_view(view)

    def take_focus(self) -> None:
        """Let the keys work on the blocks."""
        self.views.take_focus()

    def show_formats(self, *, for_block: bool = False) -> None:
        """Bring the working formats into view, with the focus where they are searched.

        With `for_block` Enter gives the chosen one to the selected block, and goes back to where this was asked.
        """
        self.panel.show_formats(back_to=(self.focusWidget() or self.list) if for_block else None)

    # -- what happens

    def _show_now(self) -> None:
        self.views.recall()
        super()._show_now()
        self._is_to_scroll = True
        if self.isVisible():
            QTimer.singleShot(0, self, self._scroll)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring what is selected into view, once there is a view."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        if self._is_to_scroll:
            self._is_to_scroll = False
            self._show_selected()

    def _on_selection(self) -> None:
        self.actions_of_blocks.refresh()
        self._say("")
        if self.selected.follows_edit:
            # The blocks come first: their form follows in a moment.
            self.workspace.idle.add(self.panel.show_selected)
        else:
            self.panel.show_selected()
        # Under a pointer that is down nothing may move.
        if not self.timeline.is_held and not self.tray.is_held:
            self._show_selected()
        self.selection_changed.emit()

    def _show_selected(self) -> None:
        if not self.isVisible():
            return
        if self.selected.current is not None:
            self.view.show_block(self.selected.current)
        elif self.selected.part is not None:
            self.list.show_part(self.selected.part)
            self.view.timeline.show_part(self.selected.part)

    def _show_kept(self, text: str) -> None:
        """Show where a block is that was kept."""
        self.panel.show_own_blocks()
        announce(self, text)

    def _refuse(self, text: str) -> None:
        self._say(text, wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        give_role(self.message, "problem" if wrong else "")
        self.message.setText(text)
        self.message.setVisible(bool(text))
        announce(self, text)

    def _tell_change(self, change: Change) -> None:
        """Have read out how the block stands now that an edit changed."""
        if not self.isVisible() or not change.touches("block"):
            return
        self._say("")
        place = change.place
        if not self.selected.ids and place is not None and place.kind == "block":
            self._select(place)
        block = self.commands.current
        is_another = place is not None and place.kind == "block" and block is not None and place.id != block.id
        # Another one that came, or came back, is the current one in a moment, and is told of then.
        if block is not None and not is_another:
            slot = self.workspace.schedule.slot_of(block.id)
            announce(self.timeline, self.commands.words.name(block, slot))


def _in_whole_items(line: str) -> str:
    """Let a line that is too long go on below after the dot behind an item, and not in the middle of one."""
    return line.replace(" ", NO_BREAK).replace(f"·{NO_BREAK}", "· ")
