"""All places where words stand, in a list that stays open below the window: F3 goes to the next, Shift+F3 back."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studydag.model.operations.searching import find
from studydag.model.store.first_list import DayLine
from studydag.model.store.search import Hit
from studydag.model.values.changes import Place
from studydag.ui.announcing import announce
from studydag.ui.fields.still_box import StillBox
from studydag.ui.fields.words_line import WordsLine
from studydag.ui.finding.places import HitWords, plain_snippet
from studydag.ui.workspace import Workspace

MOST = 500
LINES = 7
WAIT = 120
"""For the next letter before it looks, in milliseconds."""


class FindPanel(QDockWidget):
    """Searches as one types, in the day in view or in all days; follows what is changed meanwhile."""

    def __init__(
        self,
        workspace: Workspace,
        go_to: Callable[[Place], None],
        lines: Callable[[], tuple[DayLine, ...]],
        parent: QWidget | None = None,
    ) -> None:
        """Begin empty; `go_to` takes the user to a place, `lines` has the study days."""
        _ = workspace.language.gettext
        super().__init__(_("Find"), parent)
        self.setObjectName("find")
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.TopDockWidgetArea)
        self._workspace = workspace
        self._go_to = go_to
        self._lines = lines
        self.hits: tuple[Hit, ...] = ()
        self._back: QWidget | None = None
        inner = QWidget(self)
        self._make_line(inner)
        self._make_list(inner)
        self._lay_out(inner)
        self._waiting = QTimer(self, singleShot=True, interval=WAIT)
        self._listen()
        self._on_day_opened()
        self.search()

    def _make_line(self, inner: QWidget) -> None:
        """Make the words, where to look for them, how many there are, and the way from one to the next."""
        _ = self._workspace.language.gettext
        self.words = WordsLine(_("Words to find"), inner)
        self.words.installEventFilter(self)
        self.scope = StillBox(inner)
        self.scope.setAccessibleName(_("Where to look"))
        self.scope.addItem(_("In all study days"), userData=False)
        self.scope.addItem(_("In this study day"), userData=True)
        self.count = QLabel(inner)
        self.count.setProperty("role", "quiet")
        self.previous = QPushButton(_("Previous"), inner)
        self.previous.setToolTip("Shift+F3")
        self.next = QPushButton(_("Next one"), inner)
        self.next.setToolTip("F3")

    def _make_list(self, inner: QWidget) -> None:
        _ = self._workspace.language.gettext
        self.list = QTreeWidget(inner)
        self.list.setAccessibleName(_("Found"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([_("Found"), _("Kind"), _("Words around it"), _("Study day"), _("Date")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.list.setMinimumHeight(self.fontMetrics().height() * LINES)

    def _lay_out(self, inner: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        for widget in (self.scope, self.count, self.previous, self.next):
            row.addWidget(widget)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(12, 6, 12, 8)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        self.setWidget(inner)

    def _listen(self) -> None:
        self._waiting.timeout.connect(self.search)
        self.words.textChanged.connect(lambda _text: self._waiting.start())
        self.scope.currentIndexChanged.connect(self.search)
        self.list.itemActivated.connect(lambda _item: self.go())
        self.list.itemClicked.connect(lambda _item: self.go())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self._workspace.changed.connect(self._on_change)
        self._workspace.day_opened.connect(self._on_day_opened)

    def ask(self) -> None:
        """Come into view, with the keys in the words; where they were they go when this closes."""
        self._note_focus()
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.selectAll()

    def search(self) -> None:
        """Look for the words; what was current stays so if it is found again."""
        self._waiting.stop()
        current = self._current()
        day = self._workspace.day
        within = day.id if day is not None and self.scope.currentData() else None
        words = self.words.text()
        hits = find(self._workspace.library, words, day=within, limit=MOST) if words.strip() else []
        # The day in view goes first: Enter is not to lead to another one while this one has the words as well.
        self.hits = tuple(sorted(hits, key=lambda hit: day is None or hit.day != day.id))
        self.list.clear()
        self.list.addTopLevelItems(self._items())
        self._fit()
        if current in self.hits:
            self._choose(self.hits.index(current))
        self._say()

    def step(self, by: int) -> None:
        """Go to the next hit, or with -1 to the one before; after the last comes the first."""
        if self._waiting.isActive():
            self.search()
        if not self.hits:
            return
        current = self._current()
        place = self.hits.index(current) if current in self.hits else -1 if by > 0 else 0
        self._choose((place + by) % len(self.hits))
        self.go()

    def go(self) -> None:
        """Go to the hit that is current; the keys stay here if they were here."""
        hit = self._current()
        if hit is None:
            return
        keeper = next((widget for widget in (self.words, self.list) if widget.hasFocus()), None)
        self._go_to(Place(hit.day, hit.kind, hit.id))
        self._note_focus()
        if keeper is not None:
            keeper.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say()

    def _note_focus(self) -> None:
        """Note what has the keys outside, so that they can go back there."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._back = focused

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the words: Enter and the arrows walk through the hits."""
        if watched is self.words and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, back = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.step(-1 if back else 1)
                return True
            if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                self.step(1 if key == Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keys back to what was found, or to where they were; else they would go to the first stop."""
        had, back = self.isAncestorOf(QApplication.focusWidget() or self), self._back
        super().closeEvent(event)
        if had and back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _items(self) -> list[QTreeWidgetItem]:
        named = HitWords(self._workspace, self._lines())
        quiet = self.palette().color(QPalette.ColorRole.PlaceholderText)
        items: list[QTreeWidgetItem] = []
        for hit in self.hits:
            title, around = named.title(hit), plain_snippet(hit)
            texts = [title, named.kind(hit), around if around != title else "", named.day(hit), named.date(hit)]
            item = QTreeWidgetItem(texts)
            for column, text in enumerate(texts):
                item.setToolTip(column, text)
                if column in {1, 4}:
                    item.setForeground(column, quiet)
            items.append(item)
        return items

    def _choose(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)

    def _current(self) -> Hit | None:
        item = self.list.currentItem()
        row = -1 if item is None else self.list.indexOfTopLevelItem(item)
        return self.hits[row] if 0 <= row < len(self.hits) else None

    def _say(self) -> None:
        language, current, count = self._workspace.language, self._current(), len(self.hits)
        if not self.words.text().strip():
            self.count.setText("")
        elif current is not None:
            said = language.gettext("{n} of {count}").replace("{n}", str(self.hits.index(current) + 1))
            self.count.setText(said.replace("{count}", str(count)))
        else:
            self.count.setText(language.ngettext("{n} hit", "{n} hits", count).replace("{n}", str(count)))
        for button in (self.previous, self.next):
            button.setEnabled(bool(self.hits))
        item = self.list.currentItem()
        if self.isVisible():
            announce(self.words, ", ".join(each for each in (item.text(0) if item else "", self.count.text()) if each))

    def _fit(self) -> None:
        wide = self.fontMetrics().averageCharWidth()
        for column, most in ((0, 50), (1, 18), (3, 34), (4, 20)):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, min(self.list.columnWidth(column), wide * most))

    def _on_change(self) -> None:
        if self.isVisible():
            self._waiting.start()

    def _on_day_opened(self) -> None:
        self.scope.setEnabled(self._workspace.day is not None)
        if self.isVisible() and self.scope.currentData():
            self.search()
