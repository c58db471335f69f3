"""Tells which cell, tab or block has the keys when a table, a bar or a picture takes them: Qt tells of the whole."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget


class SpokenFocus(QObject):
    """Looks where the keys go, while somebody listens."""

    def __init__(self, parent: QObject) -> None:
        """Listen to the application."""
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._came)

    def _came(self, _left: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QAccessible.isActive():
            # Qt tells of the widget after this: the last that is told is what is read out.
            QTimer.singleShot(0, now, partial(tell_part, now))


def tell_part(widget: QWidget) -> None:
    """Say which part of a widget has the keys, if it has parts that are no widgets."""
    if not shiboken6.isValid(widget) or not widget.hasFocus():
        return
    part = _part_of(widget)
    if part is not None and part.object() is None:
        QAccessible.updateAccessibility(QAccessibleEvent(part, QAccessible.Event.Focus))


def _part_of(widget: QWidget) -> QAccessibleInterface | None:
    return QAccessible.queryAccessibleInterface(widget).focusChild()
