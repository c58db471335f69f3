"""Where in the programme as a list something that is dragged would go, and what is in the way there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTableView

from studydag.ui.look import Look

SCROLL_EVERY_MS = 30
THICK = 3
SHADE = 0.16


class DropMark(QObject):
    """A line between two rows, red with the reason beside it where something is in the way; such places are shaded.

    It follows the pointer, and scrolls on as long as that stays near an edge.
    """

    def __init__(
        self, table: QTableView, look: Look, reason: Callable[[int], str], is_shaded: Callable[[int], bool]
    ) -> None:
        """Mark nothing.

        `reason` says what is in the way before the row at a place, if anything is; `is_shaded` that something is, as
        far as that is known.
        """
        super().__init__(table)
        self._table = table
        self._look = look
        self._reason_at = reason
        self._is_shaded = is_shaded
        self._at = QPoint()
        self._reason = ""
        self.place: int | None = None
        self._scrolling = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)

    def follow(self, point: QPoint) -> int:
        """Mark the place at a point of the viewport; return it."""
        self._at = point
        self._scrolling.start()
        place = self._place_at(point)
        if place != self.place:
            self.place, self._reason = place, self._reason_at(place)
            self._table.viewport().update()
        return place

    def leave(self) -> None:
        """Mark nothing any more."""
        self._scrolling.stop()
        if self.place is not None:
            self.place = None
            self._table.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Draw the line and the reason; called while the viewport is painted."""
        if self.place is None:
            return
        table, colours = self._table, self._look.colours
        self._shade(painter)
        row = min(self.place, table.model().rowCount() - 1)
        rect = table.visualRect(table.model().index(row, 0))
        y = rect.top() if row == self.place else rect.bottom()
        painter.setPen(QPen(QColor(colours.must if self._reason else colours.accent), THICK))
        painter.drawLine(0, y, table.viewport().width(), y)
        if self._reason:
            self._paint_reason(painter, y)

    def _shade(self, painter: QPainter) -> None:
        """Shade what lies around each place where something is in the way: half a row above and half a row below."""
        table, shade = self._table, QColor(self._look.colours.must)
        shade.setAlphaF(SHADE)
        last = table.rowAt(table.viewport().height() - 1)
        count = table.model().rowCount()
        for row in range(max(table.rowAt(0), 0), count if last < 0 else last + 1):
            rect = table.visualRect(table.model().index(row, 0))
            half = QRect(0, rect.top(), table.viewport().width(), rect.height() // 2)
            if self._is_shaded(row):
                painter.fillRect(half, shade)
            if self._is_shaded(row + 1):
                painter.fillRect(half.translated(0, half.height()), shade)

    def _paint_reason(self, painter: QPainter, y: int) -> None:
        colours, metrics, room = self._look.colours, painter.fontMetrics(), self._table.viewport().rect()
        high = metrics.height()
        text = metrics.elidedText(self._reason, Qt.TextElideMode.ElideRight, room.width() - 2 * high)
        width = metrics.horizontalAdvance(text) + high
        top = y + THICK if y + THICK + high * 1.4 <= room.bottom() else y - THICK - round(high * 1.4)
        tag = QRect(room.right() - width - high // 2, top, width, round(high * 1.4))
        painter.setPen(QPen(QColor(colours.must), 1))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(tag, 4, 4)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def _place_at(self, point: QPoint) -> int:
        index = self._table.indexAt(point)
        if not index.isValid():
            return self._table.model().rowCount()
        return index.row() + (point.y() > self._table.visualRect(index).center().y())

    def _scroll(self) -> None:
        """Scroll on while the pointer is near the upper or lower edge."""
        high, bar, y = self._table.viewport().height(), self._table.verticalScrollBar(), self._at.y()
        zone = self._table.fontMetrics().height() * 2
        beyond = y - zone if y < zone else max(0, y - (high - zone))
        before = bar.value()
        bar.setValue(before + max(-zone, min(zone, beyond)) // 3)
        if bar.value() != before:
            self.follow(self._at)
