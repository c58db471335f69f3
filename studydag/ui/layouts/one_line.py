"""A label of one line that ends in dots where there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

NARROWEST = 8
"""Characters that are shown at least."""


class OneLine(QLabel):
    """Shows as much of its text as there is room for; the tip has all of it, and so has assistive technology.

    While it wraps it is a label as any other.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)

    def minimumSizeHint(self) -> QSize:
        """Be content with some of the text."""
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return hint
        hint.setWidth(min(hint.width(), NARROWEST * self.fontMetrics().averageCharWidth()))
        return hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        if self.wordWrap():
            self.setToolTip("")
            super().paintEvent(event)
            return
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment(), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
