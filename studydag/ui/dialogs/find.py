"""Find anything by words, and run any command: one box, from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from studydag.model.store.first_list import DayLine, day_lines
from studydag.model.store.search import Hit
from studydag.model.values.changes import Place
from studydag.ui.pages.register import PAGES
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.assembly import Assembly

MOST = 60
ROWS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A line of the list: what it says, and what choosing it does."""

    text: str
    detail: str
    run: Callable[[], object]


class FindDialog(QDialog):
    """Lists what fits the words: commands and pages first, then study days and what stands in them."""

    def __init__(self, workspace: Workspace, assembly: Assembly, parent: QWidget | None = None) -> None:
        """Begin with all commands."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._assembly = assembly
        self._found: list[Found] = []
        self._chosen: Found | None = None
        self._lines = day_lines(workspace.library.path)
        self._commands = self._all_commands()
        self.setWindowTitle(_("Find or go to"))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(_("Words from anywhere, or a command"))
        self.words.setAccessibleName(_("Find or go to"))
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(self._take)
        self.words.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Found"))
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.itemActivated.connect(lambda _item: self._take())
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        metrics = self.fontMetrics()
        room = self.screen().availableGeometry().size()
        self.resize(
            min(metrics.averageCharWidth() * 90, int(room.width() * 0.9)),
            min(metrics.height() * (ROWS + 6), int(room.height() * 0.9)),
        )
        self._search("")

    def ask(self) -> None:
        """Show the box; what is chosen is done after it has gone."""
        self.exec()
        chosen = self._chosen
        self.deleteLater()
        if chosen is not None:
            chosen.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk through the list while the words keep the focus."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: ROWS, Qt.Key.Key_PageUp: -ROWS}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _search(self, text: str) -> None:
        words = text.casefold().split()
        found = [each for each in self._commands if _fits(each.text, words)]
        found += [self._day(line) for line in self._lines if words and _fits(line.title, words)]
        if words:
            hits = self._workspace.library.find(text)
            found += [self._hit(hit) for hit in hits if hit.kind != "study_day"]
        self._found = found[:MOST]
        self.list.clear()
        for each in self._found:
            QListWidgetItem(f"{each.text}   –   {each.detail}" if each.detail else each.text, self.list)
        if self._found:
            self.list.setCurrentRow(0)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self._chosen = self._found[row]
            self.accept()

    def _all_commands(self) -> list[Found]:
        _ = self._workspace.language.gettext
        assembly, workspace = self._assembly, self._workspace
        found = [
            Found(text=_("Home"), detail="", run=assembly.show_home),
            Found(text=_("School"), detail="", run=assembly.show_school),
        ]
        if workspace.day is not None:
            found += [
                Found(
                    text=_(maker.title),
                    detail=_("page of this study day"),
                    run=partial(assembly.day_view.show_page, maker.name),
                )
                for maker in PAGES
            ]
        for action in assembly.actions.all:
            found += [_as_found(action)] if action.isEnabled() and action.text() else []
        return found

    def _day(self, line: DayLine) -> Found:
        language = self._workspace.language
        detail = language.short_date(line.dates[0]) if line.dates else language.kind("study_day")
        return Found(text=line.title, detail=detail, run=lambda: self._assembly.show_day(line.id))

    def _hit(self, hit: Hit) -> Found:
        language = self._workspace.language
        titles = {line.id: line.title for line in self._lines}
        where = titles.get(hit.day, "") if hit.day is not None else language.gettext("School")
        kind = language.kind(hit.kind)
        detail = f"{kind} · {where}" if where else kind
        text = " ".join((hit.title or hit.snippet).split())
        return Found(text=text, detail=detail, run=lambda: self._assembly.go_to(Place(hit.day, hit.kind, hit.id)))


def _as_found(action: QAction) -> Found:
    text = action.text().replace("&", "")
    menu = next((each for each in action.associatedObjects() if isinstance(each, QMenu)), None)
    title = menu.title().replace("&", "") if menu is not None else ""
    key = action.shortcut().toString()
    return Found(text=text, detail=" · ".join(part for part in (title, key) if part), run=action.trigger)


def _fits(text: str, words: list[str]) -> bool:
    plain = text.casefold()
    return all(word in plain for word in words)
