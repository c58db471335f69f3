"""A menu beside a button or below the pointer, whose entries have underlined letters as those of the menu bar do."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QCursor, QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenu

from studydag.ui.letters import Letters, give_letters


class Menu(QMenu):
    """Gives its entries their letters when it is shown, after whoever fills it then, and takes them away after.

    The click that opens it chooses nothing, also where an entry comes up below the pointer.
    """

    _letters: Letters | None = None
    _opened_at: QPoint | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Give the entries letters, and those of the menus within it when these are shown."""
        self._opened_at = QCursor.pos()
        if self._letters is None:
            self._letters = Letters(self)
        self._letters.give()
        for action in self.actions():
            inner = action.menu()
            if isinstance(inner, QMenu) and not isinstance(inner, Menu) and not inner.property("lettered"):
                inner.setProperty("lettered", True)
                give_letters(inner)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Have plain entries, which is what others know them by."""
        super().hideEvent(event)
        if self._letters is not None:
            self._letters.take_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Know that a click began here."""
        self._opened_at = None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or what the pointer was dragged to."""
        opened_at, self._opened_at = self._opened_at, None
        came = event.globalPosition().toPoint()
        if opened_at is None or (came - opened_at).manhattanLength() >= QApplication.startDragDistance():
            super().mouseReleaseEvent(event)
