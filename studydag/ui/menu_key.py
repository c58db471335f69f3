"""Shift+F10 opens the menu of what has the keys, as the menu key does; only on Windows Qt does so by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication


def opens_menu(event: QKeyEvent) -> bool:
    """Ask what has the focus for its menu, if a key that nothing else wanted was Shift+F10; return whether it was."""
    widget = QApplication.focusWidget()
    if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier or widget is None:
        return False
    # Where Qt opens it for the menu key.
    point = QRectF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, widget.mapToGlobal(point), event.modifiers())
    QApplication.sendEvent(widget, asked)
    return True
