"""Shift+F10 opens the menu of what has the keys, as the menu key does, and F10 those of the window.

Qt opens the first only on Windows, and the others only with Alt.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget


def opens_menu(event: QKeyEvent) -> bool:
    """Open the menu asked for, if a key that nothing else wanted was F10 or Shift+F10; return whether it was."""
    widget = QApplication.focusWidget()
    if event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.NoModifier:
        return _opens_first(QApplication.activeWindow())
    if event.key() != Qt.Key.Key_F10 or event.modifiers() != Qt.KeyboardModifier.ShiftModifier or widget is None:
        return False
    # Where Qt opens it for the menu key.
    point = QRectF(widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)).center().toPoint()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, widget.mapToGlobal(point), event.modifiers())
    QApplication.sendEvent(widget, asked)
    return True


def _opens_first(window: QWidget | None) -> bool:
    """Open the first menu of a window, at its first entry; return whether it has one."""
    bar = window.menuBar() if isinstance(window, QMainWindow) else None
    first = bar.actions()[0] if bar is not None and bar.actions() else None
    menu = None if first is None else first.menu()
    if bar is None or first is None or not isinstance(menu, QMenu) or bar.isNativeMenuBar():
        return False
    bar.setActiveAction(first)
    menu.setActiveAction(menu.actions()[0])
    return True
