"""Find anything by words, and run any command: one box, from the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studydag.model.store.first_list import day_lines
from studydag.ui.announcing import announce
from studydag.ui.finding.anything import Anything, Found
from studydag.ui.finding.lines import FoundDelegate, keep_on
from studydag.ui.memory import memory_of
from studydag.ui.tables.spoken_rows import choose_from_outside
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.assembly import Assembly

ROWS = 12
RECENT, MOST_RECENT = "found", 12
SAID_AFTER = 400
"""Milliseconds after the last letter in which what fits best is read out."""


class FindDialog(QDialog):
    """Lists what fits the words, the best first; before anything is typed, what was chosen lately."""

    def __init__(self, workspace: Workspace, assembly: Assembly, parent: QWidget | None = None) -> None:
        """Begin with what was chosen lately, and all pages and commands."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._found: list[Found] = []
        self._chosen: Found | None = None
        self._anything = Anything(workspace, assembly, day_lines(workspace.library.path))
        memory = None if parent is None else memory_of(parent)
        self._recent = () if memory is None else tuple(each for each in memory.text(RECENT).split("\n") if each)
        self._saying = QTimer(self, singleShot=True, interval=SAID_AFTER)
        self._saying.timeout.connect(self._say)
        self.setWindowTitle(_("Find or go to"))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Words from anywhere, or a command"))
        self.words.setAccessibleName(_("Find or go to"))
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(self._take)
        self.words.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Found"))
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.itemActivated.connect(lambda _item: self._take())
        choose_from_outside(self.list, self._take)
        self.nothing = QLabel(_("Nothing matches these words."), self)
        self.nothing.setProperty("role", "quiet")
        hint = QLabel(
            _("↑ ↓ to choose, Enter to go there, Esc to close. Ctrl+F lists all places and stays open."), self
        )
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)
        metrics = self.fontMetrics()
        room = self.screen().availableGeometry().size()
        self.resize(
            min(metrics.averageCharWidth() * 90, int(room.width() * 0.9)),
            min(metrics.height() * ROWS * 3, int(room.height() * 0.8)),
        )
        self._search("")

    def ask(self) -> None:
        """Show the box; what is chosen is done after it has gone."""
        self.exec()
        chosen, parent = self._chosen, self.parent()
        self.deleteLater()
        if chosen is None:
            return
        memory = memory_of(parent) if isinstance(parent, QWidget) else None
        if memory is not None:
            keys = dict.fromkeys((chosen.key, *self._recent))
            memory.keep_text(RECENT, "\n".join(list(keys)[:MOST_RECENT]))
        chosen.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the words keep the focus."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                self._say()
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        typed = text.strip()
        self._found = self._anything.find(typed, self._recent) if typed else self._anything.first(self._recent)
        self.list.clear()
        for each in self._found:
            keep_on(QListWidgetItem(self.list), each.title, each.detail, each.keys)
        self.nothing.setVisible(not self._found)
        if self._found:
            self.list.setCurrentRow(0)
        if typed:
            self._saying.start()

    def _say(self) -> None:
        """Have read out what Enter goes to: the keys stay in the words."""
        self._saying.stop()
        if not self._found:
            announce(self.words, self.nothing.text())
            return
        place = self._workspace.language.gettext("{n} of {count}").replace("{n}", str(self.list.currentRow() + 1))
        announce(self.words, f"{self.list.currentItem().text()}, {place.replace('{count}', str(self.list.count()))}")

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self._chosen = self._found[row]
            self.accept()
