"""Stands widgets beside each other where there is room for that, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Beside(QWidget):
    """Asks for no more width than the widest of what stands in it.

    Beside each other from what all need at least, or from so many characters of width on, where that is given.
    """

    def __init__(self, parent: QWidget | None = None, *, characters: int = 0, spacing: int = -1) -> None:
        """Begin empty; `spacing` is in pixels where they stand above each other."""
        super().__init__(parent)
        self._characters = characters
        self._down = spacing
        self._parts: list[QWidget] = []
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._across = self._row.spacing()

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Add a widget at the end."""
        self._parts.append(part)
        self._row.addWidget(part, stretch)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the widest of them."""
        widest = max((_least(part) for part in self._parts if not part.isHidden()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand above each other where there is little room."""
        super().resizeEvent(event)
        direction = ACROSS if self.width() >= self._needed() else DOWN
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(self._across if direction is ACROSS else self._down)

    def _needed(self) -> int:
        if self._characters:
            return self._characters * self.fontMetrics().averageCharWidth()
        shown = [_least(part) for part in self._parts if not part.isHidden()]
        return sum(shown) + max(len(shown) - 1, 0) * max(self._across, 0)


def _least(part: QWidget) -> int:
    return max(part.minimumSizeHint().width(), part.minimumWidth())
