"""Paints what lies around the blocks: hours, clock times beside them, parts, buffers, and where a drop would go."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from studydag.ui.timeline.boxes import Buffer, Layout, PartBox
from studydag.ui.timeline.painting import ROUNDING, Inks
from studydag.ui.timeline.spots import Drop
from studydag.ui.timeline.words import BlockWords

HOUR = 60
BELOW_START = 0.62
"""How many lines below the top of a block the middle of its clock time stands."""
_GUTTER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class GridPainter:
    """Paints the paper on which the blocks stand."""

    def __init__(self, painter: QPainter, inks: Inks, words: BlockWords, gutter: float) -> None:
        """Paint with `painter` until it ends; clock times stand in a gutter of that width."""
        self._painter = painter
        self._inks = inks
        self._words = words
        self._gutter = gutter

    def part(self, box: PartBox, clip: QRectF, *, selected: bool) -> None:
        """Paint the heading, the hours and the end of a part, as far as they are seen."""
        if box.heading.height() and box.heading.intersects(clip):
            self._heading(box, selected=selected)
        line = self._inks.line
        if not box.area.adjusted(0, -line, 0, line).intersects(clip):
            return
        self._beyond(box)
        self._hours(box, clip)
        if clip.top() - line <= box.y(box.part.end) <= clip.bottom() + line:
            self._end(box)

    def clock_times(self, layout: Layout, clip: QRectF) -> None:
        """Write beside the blocks when they start, where there is room; pinned times stand out."""
        line = self._inks.line
        reached = None
        for box in layout.between(clip.top() - 2 * line, clip.bottom() + line):
            if box.is_option or box.flat:
                continue
            if reached is not None and box.rect.top() < reached:
                continue
            reached = box.rect.top() + line * 0.95
            pinned = box.slot.block.pinned_start is not None
            self._clock(
                box.rect.top() + min(line * BELOW_START, max(box.rect.height(), line * 0.5) / 2),
                box.slot.start,
                strong=pinned,
            )

    def buffer(self, buffer: Buffer) -> None:
        """Paint time left before a pin: a dashed outline with the word."""
        painter, colours = self._painter, self._inks.colours
        painter.setPen(QPen(QColor(colours.quiet), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(buffer.rect.adjusted(0.5, 0.5, -0.5, -0.5), ROUNDING, ROUNDING)
        inks = self._inks.lowered(buffer.rect.height())
        painter.setFont(inks.plain)
        painter.drawText(buffer.rect, Qt.AlignmentFlag.AlignCenter, self._words.buffer(buffer.minutes))

    def shade(self, rect: QRectF) -> None:
        """Shade a place in which something is in the way."""
        painter = self._painter
        painter.setOpacity(0.3)
        painter.fillRect(rect, QBrush(QColor(self._inks.colours.must), Qt.BrushStyle.BDiagPattern))
        painter.setOpacity(1.0)

    def drop(self, drop: Drop, reason: str = "") -> None:
        """Show where blocks would go, and what is in the way there."""
        painter = self._painter
        accent = QColor(self._inks.colours.must if reason else self._inks.colours.accent)
        if drop.into is not None:
            painter.setPen(QPen(accent, 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(drop.into, ROUNDING, ROUNDING)
        painter.setPen(QPen(accent, 3))
        painter.drawLine(drop.line)
        painter.setBrush(accent)
        painter.drawEllipse(drop.line.p1(), 4, 4)
        if reason:
            self._reason(drop, reason)

    def _reason(self, drop: Drop, reason: str) -> None:
        painter, inks = self._painter, self._inks
        room = painter.device().width() - drop.line.x1() - 2 * inks.line
        text = inks.strong_metrics.elidedText(reason, Qt.TextElideMode.ElideRight, room)
        width = inks.strong_metrics.horizontalAdvance(text) + inks.line
        # At the right, where it covers no title.
        left = max(drop.line.x1(), painter.device().width() - width - inks.line)
        tag = QRectF(left, drop.line.y1() + inks.line * 0.3, width, inks.line * 1.4)
        painter.setPen(QPen(QColor(inks.colours.must), 1))
        painter.setBrush(QColor(inks.colours.surface))
        painter.drawRoundedRect(tag, ROUNDING, ROUNDING)
        painter.setFont(inks.strong)
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, text)

    def hint(self, box: PartBox, text: str) -> None:
        """Write what to do first into a part without blocks."""
        self._painter.setFont(self._inks.plain)
        self._painter.setPen(QColor(self._inks.colours.quiet))
        room = box.area.adjusted(self._gutter + self._inks.line, 0, -self._inks.line, 0)
        room.setHeight(min(room.height(), self._inks.line * 8))
        manner = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        # No hour goes through the words.
        behind = self._painter.boundingRect(room, manner, text)
        self._painter.fillRect(behind, QColor(self._inks.colours.surface))
        self._painter.drawText(room, manner, text)

    def _heading(self, box: PartBox, *, selected: bool) -> None:
        painter, inks, words = self._painter, self._inks, self._words
        if selected:
            painter.setPen(QPen(QColor(inks.colours.accent), 2))
            painter.setBrush(QColor(inks.colours.selected))
            painter.drawRoundedRect(box.heading.adjusted(2, 1, -2, -1), ROUNDING, ROUNDING)
        inner = box.heading.adjusted(inks.line * 0.5, inks.line * 0.05, -inks.line * 0.5, 0)
        title = QRectF(inner.left(), inner.top(), inner.width(), inks.line)
        painter.setFont(inks.strong)
        painter.setPen(QColor(inks.colours.text))
        name = inks.strong_metrics.elidedText(words.part(box.part.part), Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(inks.plain)
        painter.setPen(QColor(inks.colours.quiet))
        below = title.translated(0, inks.line)
        details = inks.plain_metrics.elidedText(
            words.part_details(box.part), Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, details)

    def _beyond(self, box: PartBox) -> None:
        """Shade what lies after the end of the part."""
        end = box.y(box.part.end)
        if box.last > box.part.end:
            rect = QRectF(self._gutter, end, box.area.width() - self._gutter, box.y(box.last) - end)
            brush = QBrush(QColor(self._inks.colours.must), Qt.BrushStyle.BDiagPattern)
            self._painter.setOpacity(0.35)
            self._painter.fillRect(rect, brush)
            self._painter.setOpacity(1.0)

    def _hours(self, box: PartBox, clip: QRectF) -> None:
        painter, line = self._painter, self._inks.line
        painter.setPen(QPen(QColor(self._inks.colours.line), 1))
        begin = max(box.first, int(box.minutes_at(clip.top() - line)))
        until = min(box.last, int(box.minutes_at(clip.bottom() + line)))
        for minutes in range(-(-begin // HOUR) * HOUR, until + 1, HOUR):
            y = round(box.y(minutes)) + 0.5
            painter.drawLine(QPointF(self._gutter - line * 0.3, y), QPointF(box.area.right(), y))
        for minutes in {box.part.start, *range(-(-begin // HOUR) * HOUR, until + 1, HOUR)}:
            if self._is_free(box, minutes):
                self._clock(box.y(minutes), minutes, strong=False)

    def _is_free(self, box: PartBox, minutes: int) -> bool:
        """Whether no block tells the time there, and none is just about to, or has just done so."""
        near = self._inks.line / box.scale
        if abs(minutes - box.part.end) < near:
            return False
        told = near * (1 + BELOW_START)
        return not any(slot.start - near < minutes < max(slot.end, slot.start + told) for slot in box.part.slots)

    def _end(self, box: PartBox) -> None:
        """Draw the end of the part, with its time where no block starts or ends near it."""
        colours = self._inks.colours
        y = round(box.y(box.part.end)) + 0.5
        over = box.part.minutes_over > 0
        self._painter.setPen(QPen(QColor(colours.must if over else colours.quiet), 1.5))
        self._painter.drawLine(QPointF(self._gutter, y), QPointF(box.area.right(), y))
        starts = (slot.start for slot in box.part.slots)
        line = self._inks.line
        if all(abs(box.y(start) + line * BELOW_START - y) > line for start in starts):
            self._clock(y, box.part.end, strong=False)

    def _clock(self, y: float, minutes: int, *, strong: bool) -> None:
        inks, painter = self._inks, self._painter
        painter.setFont(inks.strong if strong else inks.plain)
        painter.setPen(QColor(inks.colours.text if strong else inks.colours.quiet))
        rect = QRectF(0, y - inks.line / 2, self._gutter - inks.line * 0.45, inks.line)
        painter.drawText(rect, _GUTTER, self._words.language.clock(minutes))
