"""A menu beside a button or below the pointer, whose entries have underlined letters as those of the menu bar do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QHideEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from studydag.ui.letters import Letters, give_letters


class Menu(QMenu):
    """Gives its entries their letters when it is shown, after whoever fills it then, and takes them away after.

    The click that opens it chooses nothing, also where an entry comes up below the pointer. Who listens knows it by the
    name that it was given, or by what it belongs to: it has no title, as those of the menu bar do.
    """

    _letters: Letters | None = None
    _opened_at: QPoint | None = None
    _named_after = ""

    def showEvent(self, event: QShowEvent) -> None:
        """Give the entries letters, and those of the menus within it when these are shown."""
        self._opened_at = QCursor.pos()
        if not self.title() and self.accessibleName() == self._named_after:
            self._named_after = _name_around(self.parentWidget())
            self.setAccessibleName(self._named_after)
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


def _name_around(widget: QWidget | None) -> str:
    """Return the name of a widget, or of the nearest around it that has one."""
    while widget is not None:
        name = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
        if name:
            return name
        widget = widget.parentWidget()
    return ""


def offer_actions(widget: QWidget, place: QPoint) -> None:
    """Show what can be done with a widget, by its actions, at a place on the screen."""
    if widget.actions():
        menu = Menu(widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(widget.actions())
        menu.popup(place)
