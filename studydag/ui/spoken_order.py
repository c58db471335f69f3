"""The order in which assistive technology is told of widgets: that of reading, whatever was made first.

Qt tells of them in the order in which they were made, so what comes late (a head above its page, the buttons above a
list) would be told last of all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QMainWindow, QMenuBar, QSplitter, QStackedWidget, QTabWidget, QWidget

from studydag.ui.reading_order import laid_out_in

if TYPE_CHECKING:
    from studydag.ui.idle import Idle

SOON = 50
"""Milliseconds after which a window that changed is looked through."""
AGAIN = 400
"""Milliseconds after which it is looked through again, as long as somebody listens: it takes one or two."""


def put_in_order(within: QWidget) -> int:
    """Bring what is laid out within a widget into the order of reading; return how many were moved.

    What lies over others, and is in no layout, stays above them.
    """
    moved = _order(within)
    for child in within.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            moved += put_in_order(child)
    return moved


def _order(within: QWidget) -> int:
    if isinstance(within, QMainWindow):
        menus = within.findChild(QMenuBar)
        if menus is not None and _widgets(within)[0] is not menus:
            menus.lower()
            return 1
        return 0
    now, wanted = _widgets(within), _as_read(within)
    standing = set(wanted)
    if [each for each in now if each in standing] == wanted:
        return 0
    for each in [*wanted, *(each for each in now if each not in standing)]:
        each.raise_()
    return len(wanted)


def _as_read(within: QWidget) -> list[QWidget]:
    """Return what has an order: handles lie over what they part, and of a stack one alone is seen."""
    if isinstance(within, QTabWidget):
        return [within.tabBar(), *(each for each in _widgets(within) if isinstance(each, QStackedWidget))]
    if isinstance(within, QSplitter):
        return [each for place in range(within.count()) if (each := within.widget(place)) is not None]
    return [] if isinstance(within, QStackedWidget) else laid_out_in(within)


def _widgets(within: QWidget) -> list[QWidget]:
    return [each for each in within.children() if isinstance(each, QWidget) and not each.isWindow()]


class SpokenOrder(QObject):
    """Keeps every window of the program in order while somebody listens."""

    def __init__(self, idle: Idle, parent: QObject) -> None:
        """Look after what is done in idle time (pages are built so), and when something else takes the keys."""
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._look)
        self._again = QTimer(self, interval=AGAIN)
        self._again.timeout.connect(self._look)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._look_soon)
        idle.began.connect(self._look_soon)

    def _look_soon(self) -> None:
        if QAccessible.isActive() and not self._soon.isActive():
            self._soon.start()

    def _look(self) -> None:
        if not QAccessible.isActive():
            self._again.stop()
            return
        if not self._again.isActive():
            self._again.start()
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                put_in_order(window)
