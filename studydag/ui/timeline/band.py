"""The band that is drawn with the mouse beside painted blocks, to select what it touches."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication


class Band:
    """Begins where the mouse is pressed, and is seen once that has moved. `chosen_before` is what it adds to."""

    def __init__(self) -> None:
        """Begin without one."""
        self.rect: QRectF | None = None
        self.chosen_before: tuple[int, ...] = ()
        self._from: QPointF | None = None

    @property
    def is_pressed(self) -> bool:
        """Whether a band may come of how the mouse moves."""
        return self._from is not None

    def press(self, point: QPointF, chosen_before: tuple[int, ...]) -> None:
        """Note where a band may begin."""
        self._from = point
        self.chosen_before = chosen_before

    def stretch(self, point: QPointF) -> QRectF | None:
        """Draw the band up to a point; return where it lies, or None as long as the mouse may yet mean a click."""
        assert self._from is not None
        if self.rect is None and (point - self._from).manhattanLength() < QApplication.startDragDistance():
            return None
        self.rect = QRectF(self._from, point).normalized()
        return self.rect

    def let_go(self) -> bool:
        """End the band; return whether there was one."""
        was_there = self.rect is not None
        self.rect, self._from = None, None
        return was_there

    def paint(self, painter: QPainter, accent: str) -> None:
        """Draw it."""
        if self.rect is not None:
            colour = QColor(accent)
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
            colour.setAlpha(40)
            painter.setBrush(colour)
            painter.drawRect(self.rect)
