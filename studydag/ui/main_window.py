"""The main window: library left, a study day's pages in the middle, inspector and checks right.

What stands in its first frame does without Qt's namespace `Qt`, whose hundreds of enums take a while to make, and
without what the list of study days needs, which follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QWidget,
)
from shiboken6 import delete

from studydag.language import Language
from studydag.ui.layouts.current_stack import CurrentStack
from studydag.ui.look import Look
from studydag.ui.memory import Memory
from studydag.ui.opening import Opening
from studydag.ui.panels.library_panel import LibraryPanel
from studydag.ui.shell import Shell

if TYPE_CHECKING:
    import datetime as dt

    from studydag.model.store.first_list import DayLine
    from studydag.ui.assembly import Assembly
    from studydag.ui.day_view import DayView
    from studydag.ui.workspace import Workspace

SPLIT = "splitter"
WINDOW = "window"
TOOLBAR_SPACING = 2
"""Between the buttons of the toolbar, in pixels, as in the style sheet."""
RIGHT_AT_LEAST = 288
TITLE_BAR = 40
"""In pixels: what the system draws round a window at most, above and below together."""
RIGHT_CHARACTERS = 38
"""With large letters the right column needs so many of them, as long as that is no more than a quarter."""
MIDDLE_AT_LEAST = 640
MIDDLE_SHARE = 0.54
"""On small screens the middle keeps over half of the window; on larger ones so many pixels are enough."""
TURN = 1
"""Milliseconds between two steps of opening: without any, Qt would do the next before it looks at keys and clicks."""


class MainWindow(QMainWindow):
    """The frame. `ready` comes when the library is open and the window can be worked in, `failed` when it can't be.

    With `builds_ahead` pages are built while there is nothing else to do, instead of when they are looked at.
    """

    ready = Signal()
    failed = Signal(object)

    def __init__(
        self,
        path: Path,
        language: Language,
        look: Look,
        memory: Memory,
        today: Callable[[], dt.date],
        now: Callable[[], dt.datetime],
    ) -> None:
        """Build the shell; `show_days` reads the list of days, and `open_library` brings the rest."""
        super().__init__()
        self.language = language
        self.look = look
        self.memory = memory
        self.workspace: Workspace | None = None
        self.assembly: Assembly | None = None
        self.today = today
        self.now = now
        self.path = path
        self.behind: Path | None = None
        self.lines: tuple[DayLine, ...] = ()
        self.builds_ahead = False
        self.goes_elsewhere: Callable[[], bool] | None = None
        """Leads to the window in which the first library is open already, and returns whether there is one."""
        self._opening: Opening | None = None
        self.toolbar = QToolBar(self)
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.addToolBar(self.toolbar)
        self.setMinimumSize(900, 600)
        self.resize(first_size(self.screen().availableSize(), self.minimumSize()))
        self.setWindowTitle("StudyDAG")
        self.build()
        self.restoreGeometry(memory.state(WINDOW))
        self._looks: list[Callable[[], object]] = []
        self._zoomed = QTimer(self, singleShot=True, interval=0)
        self._zoomed.timeout.connect(self.build_again)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.follow_system)

    @property
    def day_view(self) -> DayView | None:
        """The pages of the day in view, once the library is open."""
        return None if self.assembly is None else self.assembly.day_view

    def createPopupMenu(self) -> None:
        """Offer nothing at a right click: the toolbar stays."""

    # -- building

    def build(self) -> None:
        """Build the shell: what can be shown without a library that is open."""
        _ = self.language.gettext
        self.panel = LibraryPanel(self.language, self.look, self)
        self.middle = CurrentStack(self)
        self.shell = Shell(self.language, self)
        self.middle.addWidget(self.shell)
        self.right = QStackedWidget(self)
        self.right.setMinimumWidth(RIGHT_AT_LEAST)
        # It comes with a study day; until then nothing needs to make room for it.
        self.right.hide()
        self.splitter = QSplitter()
        self.splitter.setObjectName("frame")
        self.splitter.setChildrenCollapsible(False)
        # A line, with room around it to take hold of.
        self.splitter.setHandleWidth(1)
        for widget in (self.panel, self.middle, self.right):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(1, 1)
        if not self.splitter.restoreState(self.memory.state(SPLIT)):
            self.splitter.setSizes([240, 800, 310])
        self.splitter.splitterMoved.connect(self._keep_split)
        self.setCentralWidget(self.splitter)
        self.menuBar().clear()
        for title in (_("&File"), _("&Edit"), _("&Study day"), _("&View"), _("&Help")):
            self.menuBar().addMenu(title).setEnabled(False)
        self.toolbar.clear()
        self.toolbar.setWindowTitle(_("Toolbar"))
        # With another style sheet Qt adds its own room between buttons to that of the sheet.
        layout = self.toolbar.layout()
        assert layout is not None
        layout.setSpacing(TOOLBAR_SPACING)
        # As high as with its buttons, so that nothing moves when they come.
        self.toolbar.setMinimumHeight(self.fontMetrics().height() + 26)
        self.statusBar().showMessage(_("Opening your study days…"))
        self.panel.show_days(self.lines)
        self._fit_middle()

    def build_again(self) -> None:
        """Build everything anew, as after another language, palette or size; what was in view stays in view."""
        if self.assembly is None or self.workspace is None:
            self._wear_looks()
            self.build()
            return
        from studydag.ui.assembly import Assembly
        from studydag.ui.widget_standing import typing_in
        from studydag.ui.workspace import Workspace

        typing = typing_in(self.focusWidget())
        keys = self.finish_typing()
        self._keep_split()
        standing, library = self.assembly.standing(keys, typing), self.workspace.library
        # The old widgets go with the old central widget, and what they listened to with the old workspace.
        self.workspace.let_go()
        self.workspace.deleteLater()
        self.assembly.take_apart()
        self._wear_looks()
        self.build()
        self.workspace = Workspace(library, self.language, self.today, self)
        self.assembly = Assembly(self, self.workspace)
        self.assembly.show_as(standing)
        self._on_brought()

    # -- opening

    def open_library(self, path: Path, *, look_only: bool = False, behind: Path | None = None) -> None:
        """Open a library in the background; the one that is open is closed first.

        `behind` is the library from which a copy is looked at, to go back to.
        """
        self.path, self.behind = path, behind
        if self.let_go() or self.shell.has_offers:
            self.build()
            self.show_days()
        self.panel.asked = None
        self.panel.wants_new = False
        self._opening = Opening(path, self.language, self.today(), look_only=look_only, parent=self)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._opening.start()

    def let_go(self) -> bool:
        """Close the library that is open, with every edit in it; return whether one was."""
        if self._opening is not None:
            self._opening.give_up()
            self._opening = None
        if self.workspace is None:
            return False
        self.finish_typing()
        self.workspace.close()
        if self.assembly is not None:
            self.assembly.take_apart()
            self.assembly = None
        self.workspace.deleteLater()
        self.workspace = None
        return True

    def _on_opened(self, opening: Opening) -> None:
        """Begin to build around the library; in steps, between which the window answers."""
        from studydag.ui.workspace import Workspace

        library = opening.taken()
        if library is None:
            return
        self.workspace = Workspace(library, self.language, self.today, self)
        if self.behind is None:
            self.memory.remember_library(self.path)
        if opening.days is None:
            self.show_days()
        else:
            self._show_lines(opening.days)
        QTimer.singleShot(TURN, self, partial(self._assemble, opening))

    def _assemble(self, opening: Opening) -> None:
        from studydag.ui.assembly import Assembly

        if self.workspace is not None and self._opening is opening:
            self.assembly = Assembly(self, self.workspace, opening.due)
            QTimer.singleShot(TURN, self, partial(self._come_home, opening))

    def _come_home(self, opening: Opening) -> None:
        if self.assembly is not None and self._opening is opening:
            # Something beside it may have been clicked while the library was being opened.
            if self.panel.asked is not None:
                self.assembly.show_day(self.panel.asked)
            elif self.panel.school.isChecked():
                self.assembly.show_school()
            else:
                self.assembly.show_home()
                self.assembly.home.take_focus()
            self.ready.emit()
            self._begin_day(opening)

    def _begin_day(self, opening: Opening) -> None:
        # Who was told that it is ready may have opened another library.
        if self.assembly is not None and self._opening is opening:
            opening.brought.connect(self._on_brought)
            self.assembly.begin_day()
            self._bring_along()

    def _bring_along(self) -> None:
        """Let the rest be imported once Home has read what it shows: beside each other both take twice as long."""
        if self.workspace is None or self._opening is None:
            return
        if self.workspace.idle.is_busy:
            self.workspace.idle.add(self._bring_along)
        else:
            self._opening.go_on()

    def _on_brought(self) -> None:
        if self.builds_ahead and self.assembly is not None:
            # Little, and without it no study day can be shown.
            _ = self.assembly.day_view
            self.assembly.build_ahead()

    def _on_failed(self, error: Exception) -> None:
        from studydag.model.values.errors import LibraryInUse
        from studydag.ui.asking.problems import tell

        leads, self.goes_elsewhere = self.goes_elsewhere, None
        if isinstance(error, LibraryInUse) and leads is not None and leads():
            self.close()
            return
        self.failed.emit(error)
        self.statusBar().clearMessage()
        self.shell.say(self.language.gettext("No library is open."))
        again = tell(self, error, self.language, can_look=isinstance(error, LibraryInUse))
        if again:
            self.open_library(self.path, look_only=True, behind=self.behind)
            return
        from studydag.ui.without_library import offer

        # None of the days can be opened.
        self._show_lines(())
        self.panel.setEnabled(False)
        offer(self)
        self.ready.emit()

    # -- the list of days

    def show_days(self) -> str:
        """Read the list of days anew: a title, date, status or the number of open actions has changed.

        Returns the code of the school's language; empty where it can't be read, of which opening will tell.
        """
        from studydag.model.store.first_list import first_list
        from studydag.model.values.errors import CannotRead

        try:
            read = first_list(self.path)
        except CannotRead:
            self._show_lines(())
            return ""
        self._show_lines(read.days)
        return read.language

    def _show_lines(self, lines: tuple[DayLine, ...]) -> None:
        if lines != self.lines:
            self.lines = lines
            self.panel.show_days(lines)

    # -- how it looks

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        self.language = language
        self.build_again()

    def look_again(self, change: Callable[[], object]) -> None:
        """Take over another size or brightness by `change`, once what is going on is done."""
        self._looks.append(change)
        self._zoomed.start()

    def _wear_looks(self) -> None:
        """Take over another size or brightness, before anything is built with it."""
        if not self._looks:
            return
        # Else Qt tells what stands around the widget under the pointer that the pointer is there now, while it goes.
        self.splitter.hide()
        # To dress what is built anew afterwards would take a second: Qt asks every widget there is.
        delete(self.splitter)
        changes, self._looks = self._looks, []
        for change in changes:
            change()

    def toggle_right(self) -> None:
        """Show or hide the right column; keys that were in it go back to the page."""
        hidden = self.right.isVisible()
        if hidden and self.right.isAncestorOf(self.focusWidget()) and self.assembly is not None:
            self.assembly.actions.areas.back_to_page()
        self.memory.keep_text("right", "hidden" if hidden else "")
        self.right.setVisible(not hidden)

    def follow_system(self) -> None:
        """Be as light or dark as the system asks for, unless something else was chosen; have its high contrast."""
        look, brightness = self.look, self.memory.brightness
        high = look.system_has_high_contrast
        if high != look.has_high_contrast:
            self.look_again(partial(self._follow_contrast, high=high))
        elif not high and not brightness and look.system_is_dark != look.is_dark:
            self.look_again(lambda: look.dress(dark=look.system_is_dark))

    def _follow_contrast(self, *, high: bool) -> None:
        self.look.has_high_contrast = high
        self.look.follow(self.memory.brightness)

    def _keep_split(self) -> None:
        self.memory.keep_state(SPLIT, self.splitter.saveState())

    def _fit_middle(self) -> None:
        wanted = RIGHT_CHARACTERS * self.fontMetrics().averageCharWidth()
        right = max(min(wanted, self.width() // 4), RIGHT_AT_LEAST)
        self.right.setMinimumWidth(right)
        # With more than there is the columns would stand one over the other.
        left = self.width() - right - self.panel.minimumSizeHint().width() - 2 * self.splitter.handleWidth()
        self.middle.setMinimumWidth(max(0, min(int(self.width() * MIDDLE_SHARE), MIDDLE_AT_LEAST, left)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for the middle."""
        super().resizeEvent(event)
        self._fit_middle()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's
        """Let the Tab key go through everything in the order of reading."""
        if self.assembly is None:
            return super().focusNextPrevChild(next)
        from studydag.ui.reading_order import step

        return step(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, F10 open a menu, and Escape lead back to the page."""
        from studydag.ui.enter_key import presses
        from studydag.ui.menu_key import opens_menu

        if not presses(event) and not opens_menu(event) and not self._leads_back(event):
            super().keyPressEvent(event)

    def _leads_back(self, event: QKeyEvent) -> bool:
        from PySide6.QtGui import QKeySequence

        # Nobody else wanted it: there is nothing to close and nothing that is typed.
        is_escape = event.matches(QKeySequence.StandardKey.Cancel)
        return is_escape and self.assembly is not None and self.assembly.actions.areas.back_to_page()

    # -- closing

    def finish_typing(self) -> QWidget | None:
        """Take what stands in the field with the focus as finished, as if the user had left it.

        Return where it was, or what that stood in, since the editor of a cell is gone then; there the keys can go on.
        """
        from PySide6.QtCore import Qt

        around: list[QWidget] = []
        focused: QWidget | None = self.focusWidget()
        widget = focused
        while widget is not None and widget is not self:
            around.append(widget)
            widget = widget.parentWidget()
        if focused is not None:
            focused.clearFocus()
        takes_keys = (each for each in around if each.isVisible() and each.focusPolicy() != Qt.FocusPolicy.NoFocus)
        return next(takes_keys, None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being typed, keep the window's place, close the library."""
        self.finish_typing()
        self.memory.keep_state(WINDOW, self.saveGeometry())
        self._keep_split()
        self._zoomed.stop()
        self.let_go()
        super().closeEvent(event)


def first_size(room: QSize, least: QSize) -> QSize:
    """Return the size of a window that was never opened before: no larger than the screen has room for."""
    return QSize(1366, 820).boundedTo(room - QSize(0, TITLE_BAR)).expandedTo(least)
