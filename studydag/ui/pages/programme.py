"""The programme: one order of blocks in two views, with what can be done with them above and their form beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStyle,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydag.model.rules.checks.context import Context
from studydag.model.rules.checks.places import people_in
from studydag.model.rules.schedule import Totals, totals
from studydag.model.values.changes import Change, Place
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference, reference_to, things_in
from studydag.model.values.wording import N_
from studydag.ui.announcing import announce
from studydag.ui.look import Look
from studydag.ui.memory import memory_of
from studydag.ui.pages.page import Page
from studydag.ui.panels.balance_panel import BalancePanel
from studydag.ui.panels.block_inspector import BlockInspector
from studydag.ui.panels.format_drawer import FormatDrawer
from studydag.ui.panels.own_blocks import OwnBlocks
from studydag.ui.pieces import Pieces
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.selection import BlockSelection
from studydag.ui.timeline.view import TimelineView
from studydag.ui.widgets.block_list import BlockList
from studydag.ui.widgets.current_only import CurrentTabs
from studydag.ui.widgets.flipping import thin_handles
from studydag.ui.widgets.fold import Fold
from studydag.ui.widgets.phase_strip import PhaseStrip
from studydag.ui.workspace import SETTING_KINDS

IN_BLOCKS = frozenset({"block", "block_lead", "material", "resource"})
LIST, BOTH, TIMELINE = "list", "both", "timeline"
VIEW = "programme_view"
SPLIT = "programme_split"
"""Under which names the window remembers the view and how it is divided."""

FEWEST_FOR_BOTH = 96
"""On how many characters of width both views are shown, unless another view was chosen."""
SHARES = (1300, 900)
"""How the list and the timeline share the width at first."""


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

    def pieces(self) -> Pieces:
        """Build both views on one selection."""
        workspace, look = self.workspace, self.look
        self._remembered = False
        # The forms may be older than the day.
        self._offered: tuple[object, ...] = (None, None)
        self._summed_up: int | None = None
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
        yield from self._panel_pieces()
        self.empty = self._made_empty()
        self.views = QSplitter(Qt.Orientation.Horizontal, self)
        thin_handles(self.views)
        self.views.addWidget(self.list)
        self.views.addWidget(self.view)
        self.views.setSizes(SHARES)
        self.views.setStretchFactor(0, 1)
        self.views.setStretchFactor(1, 1)
        self.views.splitterMoved.connect(lambda *_: self._remember())
        yield
        self._lay_out()
        self.show_view(BOTH)
        self.selected.changed.connect(self._on_selection)
        self.commands.said.connect(self._say)
        self.commands.kept.connect(self._show_kept)
        self.commands.title_asked.connect(self._edit_title)
        self.commands.field_asked.connect(self._ask_field)
        self.commands.format_asked.connect(lambda _id: self.show_formats(for_block=True))
        workspace.changed.connect(self._tell_change)

    def ahead(self) -> Pieces:
        """Build the groups of the form of a block, before they are unfolded."""
        yield from self.block_inspector.ahead()

    # -- building

    def _lay_out(self) -> None:
        bar = QToolBar(self)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        bar.setAccessibleName(self.workspace.language.gettext("Blocks"))
        self.actions_of_blocks.fill(bar)
        _dress_extension(bar, self.look, self.workspace.language.gettext("More"))
        head = QHBoxLayout()
        self.fit = QToolButton(self)
        self.fit.setText(self.workspace.language.gettext("Make it fit…"))
        self.fit.clicked.connect(lambda _checked=False: self.commands.times.ask_fit())
        self.fit.hide()
        head.addWidget(self.totals, 1)
        head.addWidget(self.fit)
        head.addLayout(self._made_switch())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(6)
        layout.addLayout(self._made_top(bar))
        layout.addLayout(head)
        layout.addWidget(self.strip)
        layout.addWidget(self.message)
        layout.addWidget(self.empty)
        layout.addWidget(self.views, 1)

    def _made_top(self, bar: QToolBar) -> QHBoxLayout:
        """Return the bar with a button behind it for all that has no place in it."""
        self.more = QToolButton(self)
        self.more.setText(self.workspace.language.gettext("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAutoRaise(True)
        menu = QMenu(self.more)
        menu.aboutToShow.connect(lambda: self._fill_more(menu))
        self.more.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(bar, 1)
        row.addWidget(self.more)
        return row

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        if self.workspace.day is not None:
            self.actions_of_blocks.menus.fill_all(menu)
            menu.addSeparator()
            self.list.shown_columns.fill(menu.addMenu(self.workspace.language.gettext("Columns of the list")))

    def _made_switch(self) -> QHBoxLayout:
        _ = self.workspace.language.gettext
        row = QHBoxLayout()
        row.setSpacing(0)
        self.switch = QButtonGroup(self)
        self.switches: dict[str, QToolButton] = {}
        names = {LIST: _("List"), BOTH: _("Side by side"), TIMELINE: _("Timeline")}
        for number, (view, text) in enumerate(names.items()):
            button = QToolButton(self)
            button.setText(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            self.switch.addButton(button, number)
            self.switches[view] = button
            row.addWidget(button)
            button.clicked.connect(lambda _checked=False, view=view: self._choose_view(view))
        row.addSpacing(8)
        for text, name, step in (("−", _("Timeline lower"), -1), ("+", _("Timeline taller"), 1)):
            button = QToolButton(self)
            button.setText(text)
            button.setAutoRaise(True)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _checked=False, step=step: self.timeline.stretch_by(step))
            row.addWidget(button)
        return row

    def _panel_pieces(self) -> Pieces:
        _ = self.workspace.language.gettext
        side = self.panel = CurrentTabs()
        side.setDocumentMode(True)
        self.panel_made.emit(side)
        self.block_inspector = BlockInspector(self.workspace, self.commands)
        side.addTab(self.block_inspector, _("Block"))
        yield from self.block_inspector.building.pieces()
        self.drawer = FormatDrawer(self.workspace, self.look)
        side.addTab(self.drawer, _("Working formats"))
        yield
        self.balance = Fold(_("Balance of the day"), lambda: BalancePanel(self.workspace, self.look), side)
        self.balance.unfolded.connect(self._show_balance)
        self.balance.open()
        self.block_inspector.below.addWidget(self.balance)
        yield
        self.own_blocks = OwnBlocks(self.workspace)
        side.addTab(self.own_blocks, _("Own blocks"))
        side.currentChanged.connect(lambda _index: self._show_in_drawer())
        self.drawer.add_asked.connect(self.commands.add_format)
        self.drawer.use_asked.connect(self.commands.choose_format)
        self.own_blocks.add_asked.connect(self.commands.insert_own)
        yield

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
        self.selected.keep({block.id for block in day.blocks}, {part.id for part in day.parts})
        self.empty.setVisible(not day.parts)
        self.view.show_programme(schedule, words)
        self.list.show_programme(schedule, words)
        if self.selected.is_held:
            self.selected.tell_later()
        else:
            self.actions_of_blocks.refresh()
            self._show_in_panel()
        if self._summed_up != day.id:
            # Room for it is kept, so that nothing moves when it comes.
            self.strip.show_programme(schedule)
        self.workspace.idle.add(self._sum_up)
        known = self._offered
        is_new = known[0] is not self.workspace.setting or known[1] is not day.goals
        if is_new and self.selected.current is not None:
            self._offer()
        else:
            # Only blocks have other titles, and few fields lead to blocks; or no form is in view.
            self.workspace.idle.add(self._offer)

    def _sum_up(self) -> None:
        """Show what the programme comes to."""
        day, schedule = self.workspace.day, self.workspace.schedule
        if day is not None:
            self._summed_up = day.id
            self.strip.show_programme(schedule)
            self._show_balance()
            summed = totals(day, schedule)
            self.totals.setText(self.commands.words.totals(summed))
            self.fit.setVisible(self._could_fit_better(summed))

    def _show_balance(self) -> None:
        """Show what the minutes are spent on, where that is unfolded."""
        if self.balance.is_open and isinstance(self.balance.content, BalancePanel):
            self.balance.content.refresh()

    def _could_fit_better(self, summed: Totals) -> bool:
        unfit = bool(summed.minutes_over or summed.minutes_spare or summed.minutes_overlapping)
        return unfit and bool(summed.block_count) and not self.workspace.library.read_only

    def _offer(self) -> None:
        """Let the form offer what there is now, if that is something else than before."""
        day, setting = self.workspace.day, self.workspace.setting
        if day is not None:
            offered = (setting, day.goals, tuple((block.id, block.title) for block in day.blocks))
            if offered != self._offered:
                self.block_inspector.offer_again()
                self.drawer.refresh(chosen=self.drawer.chosen)
            self._offered = offered

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
        """Select a block or a part, and bring it into view."""
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
        self._ask_field(place.field)
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
        self.list.setVisible(view != TIMELINE)
        self.view.setVisible(view != LIST)
        self.switches[view].setChecked(True)

    def take_focus(self) -> None:
        """Let the keys work on the blocks."""
        (self.view.timeline if self.list.isHidden() else self.list).setFocus()

    def show_formats(self, *, for_block: bool = False) -> None:
        """Bring the working formats into view, with the focus where they are searched.

        With `for_block` Enter gives the chosen one to the selected block, and goes back to where this was asked.
        """
        before = self.focusWidget() or self.list
        self.panel.setCurrentWidget(self.drawer)
        if for_block:
            self.drawer.choose_for_block(back_to=before)
        self.drawer.search.setFocus()
        self.drawer.search.selectAll()

    # -- what happens

    def _choose_view(self, view: str) -> None:
        self.show_view(view)
        self._remember()

    def _remember(self) -> None:
        memory = memory_of(self)
        if memory is not None:
            view = next(view for view, button in self.switches.items() if button.isChecked())
            memory.keep_text(VIEW, view)
            memory.keep_state(SPLIT, self.views.saveState())

    def _recall(self) -> None:
        """Show the view that was chosen last time."""
        memory = memory_of(self)
        if memory is None or self._remembered:
            return
        self._remembered = True
        if memory.text(VIEW) in self.switches:
            self.show_view(memory.text(VIEW))
        self._fit_view()
        self.views.restoreState(memory.state(SPLIT))
        self.list.shown_columns.recall()

    def _fit_view(self) -> None:
        """Show both views where there is room for them, until one was chosen."""
        memory = memory_of(self)
        if memory is not None and self._remembered and memory.text(VIEW) not in self.switches:
            narrow = self.width() < self.fontMetrics().averageCharWidth() * FEWEST_FOR_BOTH
            self.show_view(TIMELINE if narrow else BOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many views as there is room for."""
        super().resizeEvent(event)
        self._fit_view()

    def _show_now(self) -> None:
        self._recall()
        super()._show_now()
        QTimer.singleShot(0, self, self._show_selected)

    def _on_selection(self) -> None:
        self.actions_of_blocks.refresh()
        self._say("")
        self._show_in_panel()
        # Under a pointer that is down nothing may move.
        if not self.timeline.is_held and not self.tray.is_held:
            self._show_selected()
        self.selection_changed.emit()

    def _show_selected(self) -> None:
        if self.selected.current is not None and self.isVisible():
            self.view.show_block(self.selected.current)

    def _show_in_panel(self) -> None:
        day = self.workspace.day
        if day is None:
            return
        part = next((part for part in day.parts if part.id == self.selected.part), None)
        if part is not None:
            self.block_inspector.show_part(part)
        else:
            self.block_inspector.show_block(self.commands.current, chosen=len(self.selected.ids))
        self._show_in_drawer()

    def _show_in_drawer(self) -> None:
        """Let the drawer know the block, if it is seen: finding what fits takes a while."""
        if self.panel.currentWidget() is not self.drawer:
            return
        block = self.commands.current
        if block is None:
            self.drawer.show_block(None)
            return
        slot = self.workspace.schedule.slot_of(block.id)
        minutes = self.commands.words.whole_minutes(block, slot)
        self.drawer.show_block(block, minutes=minutes, people=self._people_in(block))

    def _people_in(self, block: Block) -> int | None:
        day = self.workspace.day
        if day is None:
            return None
        return people_in(Context(day, self.workspace.setting, self.workspace.today()), block)

    def _edit_title(self, block_id: int) -> None:
        """Let a title be typed in the view that is used."""
        on_timeline = self.timeline.hasFocus() or self.tray.hasFocus() or self.list.isHidden()
        on_list = not on_timeline or self.view.isHidden()
        (self.list if on_list else self.view).edit_title(block_id)

    def _ask_field(self, name: str) -> None:
        """Let a field of the current block be filled in, in the right column."""
        form = self.block_inspector.part_form()
        if not self.panel.isVisible():
            return
        self.panel.setCurrentWidget(self.block_inspector)
        if self.selected.current is not None:
            self.block_inspector.show_field(name)
        elif self.selected.part is not None and form is not None:
            form.field(name).setFocus()

    def _show_kept(self, text: str) -> None:
        """Show where a block is that was kept."""
        self.panel.setCurrentWidget(self.own_blocks)
        announce(self, text)

    def _say(self, text: str) -> None:
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
            self.reveal(place)
        block = self.commands.current
        if block is not None:
            slot = self.workspace.schedule.slot_of(block.id)
            announce(self.timeline, self.commands.words.name(block, slot))


def _dress_extension(bar: QToolBar, look: Look, name: str) -> None:
    """Name the button for what has no room, and draw it in our own colour: the style's is black on dark."""
    button = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if button is None:
        return
    button.setAccessibleName(name)
    side = bar.style().pixelMetric(QStyle.PixelMetric.PM_ToolBarExtensionExtent)
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.colours.text), 1.5))
    for left in (0.15, 0.5):
        tip = QPointF((left + 0.3) * side, side / 2)
        painter.drawPolyline([QPointF(left * side, side * 0.2), tip, QPointF(left * side, side * 0.8)])
    painter.end()
    button.setIcon(QIcon(pixmap))
