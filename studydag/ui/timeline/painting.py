"""Paints blocks: surface, bar and word of the phase, title and minutes, working format and room, what is odd."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from studydag.model.rules.schedule import Slot
from studydag.model.values.programme import Block
from studydag.ui.look import Colours
from studydag.ui.timeline.words import BlockWords

ROUNDING = 4.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The fonts and colours of one painting; `line` is the height of a line of text."""

    colours: Colours
    plain: QFont
    strong: QFont
    line: float
    plain_metrics: QFontMetricsF
    strong_metrics: QFontMetricsF

    @classmethod
    def of(cls, colours: Colours, font: QFont) -> Inks:
        """Mix them from a font."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        plain_metrics = QFontMetricsF(font)
        return cls(
            colours=colours,
            plain=QFont(font),
            strong=strong,
            line=plain_metrics.height(),
            plain_metrics=plain_metrics,
            strong_metrics=QFontMetricsF(strong),
        )

    def lowered(self, height: float) -> Inks:
        """Return fonts that fit a height, where that is less than a line but can still be read."""
        share = height / self.line
        if share >= 1 or share < 0.45:
            return self
        plain = QFont(self.plain)
        if plain.pointSizeF() > 0:
            plain.setPointSizeF(plain.pointSizeF() * share)
        else:
            plain.setPixelSize(max(1, int(plain.pixelSize() * share)))
        return Inks.of(self.colours, plain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a block is to look now."""

    selected: bool = False
    current: bool = False
    faded: bool = False


class BlockPainter:
    """Paints single blocks into rectangles."""

    def __init__(self, painter: QPainter, inks: Inks, words: BlockWords) -> None:
        """Paint with `painter` until it ends."""
        self._painter = painter
        self._inks = inks
        self._words = words

    def block(self, rect: QRectF, block: Block, slot: Slot | None, manner: Manner, text: QRectF | None = None) -> None:
        """Paint a block; its text stays within `text`, where options take the rest."""
        painter = self._painter
        painter.setOpacity(0.45 if manner.faded else 1.0)
        self._surface(rect, block, slot, manner)
        bar = self._bar_width
        inner = (text or rect).adjusted(bar + self._inks.line * 0.45, 0, -self._inks.line * 0.35, 0)
        if inner.width() > self._inks.line * 1.5:
            narrow = block.round is not None and inner.height() >= 2 * self._inks.line
            (self._narrow_text if narrow else self._text)(inner, block, slot)
        painter.setOpacity(1.0)

    @property
    def _bar_width(self) -> float:
        return max(4.0, self._inks.line * 0.28)

    def _surface(self, rect: QRectF, block: Block, slot: Slot | None, manner: Manner) -> None:
        painter, colours = self._painter, self._inks.colours
        overlaps = slot is not None and bool(slot.overlap_before or slot.overlap_after)
        path = QPainterPath()
        path.addRoundedRect(rect, ROUNDING, ROUNDING)
        painter.fillPath(path, QColor(colours.surface) if block.cancelled else colours.phase_surface(block.phase))
        bar = QRectF(rect.left(), rect.top(), min(self._bar_width, rect.width()), rect.height())
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(bar, colours.phase(block.phase))
        painter.restore()
        pen = QPen(QColor(colours.line), 1)
        if overlaps:
            pen = QPen(QColor(colours.must), 1.6)
        if block.cancelled:
            pen.setStyle(Qt.PenStyle.DashLine)
        if manner.selected:
            pen = QPen(QColor(colours.accent), 3 if manner.current else 2)
        if overlaps or block.cancelled or manner.selected or block.round is not None:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = pen.widthF() / 2
            painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)

    def _text(self, inner: QRectF, block: Block, slot: Slot | None) -> None:
        inks = self._inks.lowered(inner.height())
        line = inks.line
        if inner.height() < line * 0.9:
            return
        top = inner.top() + max(0.0, min(line * 0.22, (inner.height() - line) / 2))
        first = QRectF(inner.left(), top, inner.width(), line)
        rest = inner.bottom() - first.bottom()
        second = QRectF(inner.left(), first.bottom(), inner.width(), line)
        hints = self._words.hints(slot) if slot is not None else ()
        alarm = ", ".join(hint for hint in hints if slot is not None and not _is_buffer(hint, slot, self._words))
        room_for_two = rest >= line
        beside = self._right_words(first, block, inks, "" if room_for_two else alarm)
        first.setRight(beside)
        self._first_line(first, block, slot, inks)
        if room_for_two:
            self._second_line(second, block, alarm, inks)

    def _narrow_text(self, inner: QRectF, block: Block, slot: Slot | None) -> None:
        """Write the title of an option over some lines, with its place below: options are narrow but often high."""
        inks, painter = self._inks, self._painter
        lines = max(1, min(3, int(inner.height() / inks.line) - 1))
        top = inner.top() + inks.line * 0.2
        painter.setFont(inks.strong)
        painter.setPen(QColor(inks.colours.quiet if block.cancelled else inks.colours.text))
        for text in wrapped(self._words.title(block), inks.strong_metrics, inner.width(), lines):
            painter.drawText(QRectF(inner.left(), top, inner.width(), inks.line), _LEFT, text)
            top += inks.line
        painter.setFont(inks.plain)
        painter.setPen(QColor(inks.colours.quiet))
        below = (self._words.place(block), self._words.minutes(block, slot), self._words.phase(block))
        for text in (each for each in below if each):
            if top + inks.line > inner.bottom() + 1:
                return
            shown = inks.plain_metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRectF(inner.left(), top, inner.width(), inks.line), _LEFT, shown)
            top += inks.line

    def _first_line(self, rect: QRectF, block: Block, slot: Slot | None, inks: Inks) -> None:
        painter, colours = self._painter, inks.colours
        minutes = self._words.minutes(block, slot)
        gap = inks.line * 0.4
        minutes_width = inks.plain_metrics.horizontalAdvance(minutes) + (inks.line if block.minutes_locked else 0)
        signs = inks.line * 0.75 if block.pinned_start is not None else 0.0
        room = rect.width() - minutes_width - gap - signs
        if room < inks.line * 2:
            minutes, minutes_width, room = "", 0.0, rect.width() - signs
        title = inks.strong_metrics.elidedText(self._words.title(block), Qt.TextElideMode.ElideRight, max(room, 0))
        strong = QFont(inks.strong)
        strong.setStrikeOut(block.cancelled)
        x = rect.left()
        if signs:
            draw_pin(painter, QPointF(x + inks.line * 0.25, rect.center().y()), inks.line, QColor(colours.accent))
            x += signs
        painter.setFont(strong)
        painter.setPen(QColor(colours.quiet if block.cancelled else colours.text))
        painter.drawText(QRectF(x, rect.top(), max(room, 0), rect.height()), _LEFT, title)
        x += inks.strong_metrics.horizontalAdvance(title) + gap
        painter.setFont(inks.plain)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRectF(x, rect.top(), minutes_width + 1, rect.height()), _LEFT, minutes)
        if block.minutes_locked and minutes:
            centre = QPointF(x + minutes_width - inks.line * 0.45, rect.center().y())
            _lock(painter, centre, inks.line, QColor(colours.quiet))

    def _right_words(self, rect: QRectF, block: Block, inks: Inks, alarm: str) -> float:
        """Write the phase, and what is odd where it has no line of its own, at the right; return where that begins."""
        painter, colours, metrics = self._painter, inks.colours, inks.plain_metrics
        phase = self._words.phase(block)
        alarm_width = metrics.horizontalAdvance(alarm) + inks.line * 0.5 if alarm else 0.0
        phase_width = metrics.horizontalAdvance(phase)
        x = rect.right()
        painter.setFont(inks.plain)
        if alarm and alarm_width < rect.width() * 0.5:
            painter.setPen(QColor(colours.must))
            painter.drawText(QRectF(x - alarm_width, rect.top(), alarm_width, rect.height()), _RIGHT, alarm)
            x -= alarm_width + inks.line * 0.4
        if phase_width < (x - rect.left()) * 0.4:
            painter.setPen(QColor(colours.quiet))
            painter.drawText(QRectF(x - phase_width - 1, rect.top(), phase_width + 1, rect.height()), _RIGHT, phase)
            x -= phase_width + inks.line * 0.4
        return x

    def _second_line(self, rect: QRectF, block: Block, alarm: str, inks: Inks) -> None:
        painter, metrics = self._painter, inks.plain_metrics
        painter.setFont(inks.plain)
        if alarm:
            width = min(metrics.horizontalAdvance(alarm), rect.width())
            painter.setPen(QColor(inks.colours.must))
            painter.drawText(rect, _LEFT, metrics.elidedText(alarm, Qt.TextElideMode.ElideRight, rect.width()))
            rect = rect.adjusted(width + inks.line * 0.5, 0, 0, 0)
        place = self._words.place(block)
        if place and rect.width() > inks.line:
            painter.setPen(QColor(inks.colours.quiet))
            painter.drawText(rect, _LEFT, metrics.elidedText(place, Qt.TextElideMode.ElideRight, rect.width()))


def _is_buffer(hint: str, slot: Slot, words: BlockWords) -> bool:
    return bool(slot.buffer_before) and hint == words.buffer(slot.buffer_before)


def draw_pin(painter: QPainter, centre: QPointF, line: float, colour: QColor) -> None:
    """Draw a pin: a head and a needle."""
    painter.save()
    painter.setPen(QPen(colour, max(1.2, line * 0.08)))
    painter.setBrush(colour)
    painter.drawEllipse(centre + QPointF(0, -line * 0.14), line * 0.17, line * 0.17)
    painter.drawLine(centre + QPointF(0, 0), centre + QPointF(0, line * 0.34))
    painter.restore()


def _lock(painter: QPainter, centre: QPointF, line: float, colour: QColor) -> None:
    """Draw a lock: a body and a bow."""
    painter.save()
    body = QRectF(centre.x() - line * 0.18, centre.y() - line * 0.04, line * 0.36, line * 0.28)
    bow = QRectF(centre.x() - line * 0.11, centre.y() - line * 0.26, line * 0.22, line * 0.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.2, line * 0.07)))
    painter.drawArc(bow, 0, 180 * 16)
    painter.fillRect(body, colour)
    painter.restore()


def wrapped(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width; what doesn't fit is cut with an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words:
        if len(lines) == most - 1:
            lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
            break
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        lines.append(metrics.elidedText(" ".join(words[:count]), Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    return lines
