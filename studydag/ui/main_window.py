"""The main window: library left, a study day's pages in the middle, inspector and checks right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.store.first_list import DayLine, day_lines
from studydag.model.values.errors import CannotRead, LibraryInUse
from studydag.ui.look import Look
from studydag.ui.memory import Memory
from studydag.ui.opening import Opening
from studydag.ui.panels.library_panel import LibraryPanel

if TYPE_CHECKING:
    from studydag.model.store.library import Library
    from studydag.ui.day_view import DayView
    from studydag.ui.workspace import Workspace


class MainWindow(QMainWindow):
    """The frame. `ready` comes when the library is open and the window can be worked in."""

    ready = Signal()

    def __init__(
        self, path: Path, language: Language, look: Look, memory: Memory, today: Callable[[], dt.date]
    ) -> None:
        """Build the shell, with the list of days by one small read; `open_library` brings the rest."""
        super().__init__()
        self.language = language
        self.look = look
        self.memory = memory
        self.workspace: Workspace | None = None
        self._today = today
        self._path = path
        self._opening: Opening | None = None
        self.panel = LibraryPanel(language, look, self)
        self.middle = QStackedWidget(self)
        self.shell = _Shell(language, self)
        self.middle.addWidget(self.shell)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self.middle)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([240, 1100])
        self.setCentralWidget(self.splitter)
        self.setMinimumSize(900, 600)
        self.resize(1366, 820)
        self.statusBar().showMessage(language.gettext("Opening your study days…"))
        self.setWindowTitle("StudyDAG")
        self._show_lines()
        self.restoreGeometry(memory.state("window"))
        self.day_view: DayView | None = None

    # -- opening

    def open_library(self, path: Path, *, look_only: bool = False) -> None:
        """Open a library in the background; the one that is open is closed first."""
        self.let_go()
        self._path = path
        self._opening = Opening(path, look_only=look_only, parent=self)
        self._opening.opened.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._opening.start()

    def let_go(self) -> None:
        """Close the library that is open; every edit is in it already."""
        if self.workspace is not None:
            self.workspace.close()
            self.workspace.deleteLater()
            self.workspace = None

    def _on_opened(self, library: Library) -> None:
        from studydag.ui.assembly import assemble
        from studydag.ui.workspace import Workspace

        self.workspace = Workspace(library, self.language, self._today, self)
        self.memory.remember_library(self._path)
        assemble(self, self.workspace)
        self.statusBar().showMessage(self.language.gettext("Everything is saved"))
        self.ready.emit()

    def _on_failed(self, error: Exception) -> None:
        from studydag.ui.dialogs.problems import tell

        self.statusBar().clearMessage()
        again = tell(self, error, self.language, can_look=isinstance(error, LibraryInUse))
        if again:
            self.open_library(self._path, look_only=True)
        else:
            self.shell.say(self.language.gettext("No library is open."))
            self.ready.emit()

    # -- the list of days

    def show_days(self) -> None:
        """Read the list of days anew: a title, date, status or the number of open actions has changed."""
        self._show_lines()

    def _show_lines(self) -> None:
        self.panel.show_days(_lines(self._path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what is being typed, keep the window's place, close the library."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.memory.keep_state("window", self.saveGeometry())
        if self._opening is not None:
            self._opening.wait()
        self.let_go()
        super().closeEvent(event)


def _lines(path: Path) -> tuple[DayLine, ...]:
    """Return the list of days; of what can't be read, opening will tell."""
    try:
        return day_lines(path)
    except CannotRead:
        return ()


class _Shell(QWidget):
    """What stands in the middle until the library is open."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QLabel(language.gettext("Opening your study days…"), self)
        self._text.setProperty("role", "quiet")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)

    def say(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
