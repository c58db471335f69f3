"""A menu to tick things in, and the button that opens it: it stays open, and a long one is searched by typing."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from studydag.model.rules.written.matching import folded
from studydag.ui.typed_keys import typed_by

MANY = 12
"""With more than so many, who types looks for one."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OPENING = (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4, Qt.Key.Key_Select, *_ENTER)
"""The keys that open a list to choose from."""


class TickMenu(QMenu):
    """Ticks with the mouse or the space bar, and stays open; Enter ticks and closes it; after the space it only closes.

    The click that opens it ticks nothing, also where the menu comes up below the pointer. Letters that are typed lead
    to what has them, rather where a word begins with them; where nothing has, Enter ticks nothing. With many things in
    it they leave only those in view; `hint` says so on top.
    """

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._hint = hint
        self._typed = ""
        self._opened_at: QPoint | None = None
        self._head: QAction | None = None
        self._just_ticked: QAction | None = None

    def begin(self, typed: str = "") -> None:
        """Stand on the first, or on the first that has what was typed: who opened it by a key goes on by keys."""
        if typed:
            self._look_for(typed)
        elif self._ticked:
            self.setActiveAction(self._ticked[0])

    def showEvent(self, event: QShowEvent) -> None:
        """Show everything."""
        super().showEvent(event)
        self._opened_at = QCursor.pos()
        self._just_ticked = None
        self._look_for("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that a click began here."""
        self._opened_at = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was clicked, or what the pointer was dragged to."""
        came = event.globalPosition().toPoint()
        if (
            self._opened_at is not None
            and (came - self._opened_at).manhattanLength() < QApplication.startDragDistance()
        ):
            self._opened_at = None
        elif not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with the space bar, and look for what is typed."""
        if event.key() == Qt.Key.Key_Space and self._tick(self.activeAction()):
            self._just_ticked = self.activeAction()
            if not self._is_long:
                self._typed = ""
            return
        if event.key() in _ENTER and self._typed and self.activeAction() is None:
            # Else Qt would stand on the first, and another Enter would tick that.
            self.close()
            return
        if event.key() in _ENTER and self._just_ticked is not None and self._just_ticked is self.activeAction():
            # Who ticks with the space bar ends with Enter, which would take the tick away.
            self.close()
            return
        if event.key() == Qt.Key.Key_Backspace and self._typed:
            self._look_for(self._typed[:-1])
        elif text := typed_by(event):
            self._look_for(self._typed + text)
        else:
            if not self._is_long:
                self._typed = ""
            super().keyPressEvent(event)

    @property
    def _ticked(self) -> list[QAction]:
        return [action for action in self.actions() if action.isCheckable()]

    @property
    def _is_long(self) -> bool:
        return bool(self._hint) and len(self._ticked) > MANY

    def _look_for(self, typed: str) -> None:
        """Stand on what has these letters, and leave no other in view where there are many."""
        self._typed = typed
        wanted = folded(typed)
        found = [action for action in self._ticked if wanted in folded(action.text())]
        for action in self._ticked:
            action.setVisible(action in found or not self._is_long)
        self._show_head()
        if typed:
            begun = (action for action in found if f" {wanted}" in f" {folded(action.text())}")
            best = next(begun, next(iter(found), None))
            # None as well: Qt takes it, and says so nowhere.
            self.setActiveAction(cast("QAction", best))

    def _show_head(self) -> None:
        """Say on top what was typed, or that it may be."""
        if self._head is not None:
            self.removeAction(self._head)
            self._head.deleteLater()
            self._head = None
        if self._is_long:
            self._head = QAction(self._typed or self._hint, self)
            self._head.setEnabled(False)
            self.insertAction(self.actions()[0], self._head)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.toggle()
        return True


class TickButton(QPushButton):
    """A field that opens its menu by the keys that open a list, and by typing; Qt's button knows only the space bar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu."""
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        text = typed_by(event)
        if not text and (event.modifiers() & commands or event.key() not in _OPENING):
            super().keyPressEvent(event)
            return
        self.open(text)

    def open(self, typed: str = "") -> None:
        """Show the menu, standing on what was typed."""
        menu = self.menu()
        if self.isEnabled() and isinstance(menu, TickMenu) and not menu.isVisible():
            self.showMenu()
            menu.begin(typed)
