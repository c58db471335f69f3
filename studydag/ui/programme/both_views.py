"""The two views of a programme, the list and the timeline, side by side or one alone, and what switches them."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSplitter, QToolButton, QWidget

from studydag.language import Language
from studydag.model.rules.time.schedule import Schedule
from studydag.ui.checked import show_checked
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.memory import memory_of
from studydag.ui.programme.block_list import BlockList
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.timeline.view import TimelineView
from studydag.ui.timeline.words import BlockWords
from studydag.ui.typed_keys import sequence

LIST, BOTH, TIMELINE = "list", "both", "timeline"
VIEW = "programme_view"
SPLIT = "programme_split"
"""Under which names the window remembers the view and how it is divided."""

FEWEST_FOR_BOTH = 96
"""On how many characters of width both views are shown, unless another view was chosen."""
KEY = "F7"
"""Shows the next view."""
_AFTER = {BOTH: LIST, LIST: TIMELINE, TIMELINE: BOTH}
SHARES = (1300, 900)
"""How the list and the timeline share the width at first."""


class BothViews(QSplitter):
    """Shows one order of blocks twice. The window remembers which view was chosen, and how they share the width."""

    def __init__(self, blocks: BlockList, timeline: TimelineView, parent: QWidget) -> None:
        """Show both views, until another one is chosen or recalled."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._page = parent
        self.list = blocks
        self.view = timeline
        self._remembered = False
        self.switches: dict[str, QToolButton] = {}
        self.ways: dict[str, QAction] = {}
        thin_handles(self)
        self.addWidget(blocks)
        self.addWidget(timeline)
        blocks.is_beside = lambda: not timeline.isHidden()
        self.setSizes(SHARES)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(lambda *_: self._remember())

    def made_switch(self, language: Language) -> QHBoxLayout:
        """Return buttons that choose a view, and give the minutes of the timeline more or less room."""
        _ = language.gettext
        row = QHBoxLayout()
        row.setSpacing(0)
        group = QButtonGroup(self)
        names = {LIST: _("List"), BOTH: _("Side by side"), TIMELINE: _("Timeline")}
        for view, text in names.items():
            button = QToolButton(self.parentWidget())
            speak_as(button, SpokenAs.ONE_OF_MANY)
            button.setText(text)
            button.setCheckable(True)
            button.setAutoRaise(True)
            group.addButton(button)
            self.switches[view] = button
            row.addWidget(button)
            button.toggled.connect(lambda on, view=view: self._choose(view) if on else None)
            button.setToolTip(f"{text} ({KEY})")
        self._make_actions(language)
        row.addSpacing(8)
        self.zoom_out = self._zoom_button("−", _("Timeline lower"), -1)
        self.zoom_in = self._zoom_button("+", _("Timeline taller"), 1)
        row.addWidget(self.zoom_out)
        row.addWidget(self.zoom_in)
        return row

    def _make_actions(self, language: Language) -> None:
        """Let the views be chosen by key, and by name where commands are looked up."""
        _, page = language.gettext, self._page
        titles = {
            LIST: _("Programme as a list alone"),
            BOTH: _("Programme as list and timeline"),
            TIMELINE: _("Programme as a timeline alone"),
        }
        for view, title in titles.items():
            action = QAction(title, page)
            action.triggered.connect(lambda _checked=False, view=view: self._go_to(view))
            self.ways[view] = action
        self._next = QAction(_("Next view of the programme"), page)
        self._next.setShortcut(sequence(KEY))
        # Also while the tab of the page has the keys; a page that isn't seen leaves them alone.
        self._next.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._next.triggered.connect(lambda _checked=False: self._go_to(_AFTER[self.shown]))
        page.addAction(self._next)

    @property
    def shown(self) -> str:
        """Which view is shown."""
        return next(view for view, button in self.switches.items() if button.isChecked())

    def _go_to(self, view: str) -> None:
        if self.list.leave_cell():
            self._choose(view)
            self.take_focus()

    def _zoom_button(self, text: str, name: str, step: int) -> QToolButton:
        button = QToolButton(self.parentWidget())
        speak_as(button, SpokenAs.BUTTON)
        button.setText(text)
        button.setAutoRaise(True)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: self.view.timeline.stretch_by(step))
        return button

    # -- what is shown

    def show_programme(self, schedule: Schedule, words: BlockWords) -> None:
        """Show the blocks of a day."""
        self.view.show_programme(schedule, words)
        self.list.show_programme(schedule, words)

    def show_view(self, view: str) -> None:
        """Show the list, the timeline, or both side by side; the keys go along where the view that has them goes."""
        focused = self.window().focusWidget() or self
        goes = {TIMELINE: self.list, LIST: self.view}.get(view)
        leaves = goes is not None and (focused is goes or goes.isAncestorOf(focused))
        self.list.setVisible(view != TIMELINE)
        self.view.setVisible(view != LIST)
        if leaves:
            self.take_focus()
        show_checked(self.switches[view], True)
        for button in (self.zoom_out, self.zoom_in):
            button.setVisible(view != LIST)

    def take_focus(self) -> None:
        """Let the keys work on the blocks."""
        (self.view.timeline if self.list.isHidden() else self.list).setFocus()

    def edit_title(self, block_id: int) -> None:
        """Let a title be typed in the view that is used."""
        # Of this window, even while a dialog still has the keys that asked for something first.
        focused = self.window().focusWidget()
        on_timeline = focused in {self.view.timeline, self.view.tray} or self.list.isHidden()
        on_list = not on_timeline or self.view.isHidden()
        (self.list if on_list else self.view).edit_title(block_id)

    # -- what is remembered

    def recall(self) -> None:
        """Show the view that was chosen last time."""
        memory = memory_of(self)
        if memory is None or self._remembered:
            return
        self._remembered = True
        if memory.text(VIEW) in self.switches:
            self.show_view(memory.text(VIEW))
        self._fit()
        self.restoreState(memory.state(SPLIT))
        self.list.shown_columns.recall()

    def _choose(self, view: str) -> None:
        self.show_view(view)
        self._remember()
        # What came into view is laid out only then.
        QTimer.singleShot(0, self, self._show_current)

    def _show_current(self) -> None:
        current = self.list.commands.selection.current
        if current is not None and self.view.isVisible():
            self.view.show_block(current)
        row = -1 if current is None else self.list.things.row_of(current)
        if row >= 0 and self.list.isVisible():
            self.list.scroll_to(row)

    def _remember(self) -> None:
        memory = memory_of(self)
        if memory is not None:
            view = next(view for view, button in self.switches.items() if button.isChecked())
            memory.keep_text(VIEW, view)
            memory.keep_state(SPLIT, self.saveState())

    def _fit(self) -> None:
        """Show both views where there is room for them, until one was chosen."""
        memory = memory_of(self)
        if memory is not None and self._remembered and memory.text(VIEW) not in self.switches:
            narrow = self.width() < self.fontMetrics().averageCharWidth() * FEWEST_FOR_BOTH
            self.show_view(TIMELINE if narrow else BOTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many views as there is room for."""
        super().resizeEvent(event)
        self._fit()
