"""Charts of what was found: how often each step was given, with the means before and after and the target below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studydag.model.rules.effect.results import Comparison
from studydag.ui.look import Look

COLUMNS: Final = 2.6
"""Height of the columns above the scale, in lines."""
WIDEST: Final = 34
"""Of a chart, in lines."""
BAR: Final = 0.7
"""Height of a bar, in lines."""


class ComparisonChart(QWidget):
    """A scale with a hollow mark before, a full one after, and a line at the target; above it how often each step was.

    Columns stand side by side: hollow before the day, full after it.
    """

    def __init__(self, found: Comparison, scale: tuple[float, float], look: Look, parent: QWidget) -> None:
        """Paint one comparison on a scale."""
        super().__init__(parent)
        self._found = found
        self._scale = scale
        self._look = look
        most = int(scale[1] - scale[0]) + 1
        self._counts = [() if each is None else each.distribution[:most] for each in (found.baseline, found.result)]
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def has_columns(self) -> bool:
        """Whether answers were counted step by step."""
        return any(any(counts) for counts in self._counts)

    def sizeHint(self) -> QSize:
        """Ask for two lines, and room for the columns."""
        lines = 2 + (COLUMNS + 0.9 if self.has_columns else 0)
        return QSize(240, round(self.fontMetrics().height() * lines))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the columns, the scale with its ends, and the means."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, line = self._look.colours, self.fontMetrics().height()
        top = (COLUMNS + 0.9) * line if self.has_columns else 0.0
        # Beside the lowest and the highest step a column of a pair has to fit in.
        inset = line * (1.2 if not self.has_columns else 1.8)
        left, right, y, radius = inset, min(self.width() - inset, line * WIDEST), top + line * 0.6, line * 0.38
        low, high = self._scale

        def x_of(value: float) -> float:
            share = (value - low) / (high - low) if high > low else 0.0
            return left + min(max(share, 0.0), 1.0) * (right - left)

        self._draw_columns(painter, [x_of(low + place) for place in range(max(map(len, self._counts)))], top, line)
        painter.setPen(QPen(QColor(colours.edge), 1.5))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QColor(colours.quiet))
        for value in range(int(low), int(high) + 1) if self.has_columns else (low, high):
            place = QRectF(x_of(value) - line * 2, top + line, line * 4, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{value:g}")
        means = [each.mean for each in (self._found.baseline, self._found.result) if each is not None]
        if len(means) == 2 and None not in means:
            painter.setPen(QPen(QColor(colours.accent), 4))
            painter.drawLine(QPointF(x_of(means[0] or 0.0), y), QPointF(x_of(means[1] or 0.0), y))
        if self._found.target is not None:
            painter.setPen(QPen(QColor(colours.holds), 2, Qt.PenStyle.DashLine))
            x = x_of(self._found.target)
            painter.drawLine(QPointF(x, top), QPointF(x, top + line * 1.2))
        painter.setPen(QPen(QColor(colours.accent), 2))
        for result, fill in ((self._found.baseline, colours.surface), (self._found.result, colours.accent)):
            if result is not None and result.mean is not None:
                painter.setBrush(QColor(fill))
                painter.drawEllipse(QPointF(x_of(result.mean), y), radius, radius)
        painter.end()

    def _draw_columns(self, painter: QPainter, places: Sequence[float], top: float, line: float) -> None:
        colours = self._look.colours
        most = max((share for counts in self._counts for share in _shares(counts)), default=0.0)
        pair = all(any(counts) for counts in self._counts)
        wide = line * 1.5
        for second, (counts, fill) in enumerate(zip(self._counts, (colours.surface, colours.selected), strict=True)):
            for place, (count, share) in enumerate(zip(counts, _shares(counts), strict=True)):
                if not count:
                    continue
                height = COLUMNS * line * share / most
                shift = (second - 1) * wide if pair else -wide / 2
                column = QRectF(places[place] + shift, top - height, wide, height)
                painter.setPen(QPen(QColor(colours.accent), 1))
                painter.setBrush(QColor(fill))
                painter.drawRect(column)
                painter.setPen(QColor(colours.quiet))
                label = QRectF(column.left() - line, column.top() - line, wide + 2 * line, line)
                painter.drawText(label, Qt.AlignmentFlag.AlignCenter, str(count))


class ChoiceChart(QWidget):
    """A bar for each choice, with how often it was chosen."""

    def __init__(self, choices: Sequence[str], counts: Sequence[int], look: Look, parent: QWidget) -> None:
        """Paint the choices of one question."""
        super().__init__(parent)
        self._lines = tuple(zip(choices, counts, strict=False))
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a line for each choice."""
        return QSize(240, round(self.fontMetrics().height() * 1.3 * len(self._lines)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw names, bars and numbers."""
        painter = QPainter(self)
        metrics, colours = self.fontMetrics(), self._look.colours
        line = metrics.height()
        room = min(self.width(), line * WIDEST)
        named = min(max((metrics.horizontalAdvance(choice) for choice, _ in self._lines), default=0), room // 2) + line
        most = max((count for _, count in self._lines), default=0)
        for place, (choice, count) in enumerate(self._lines):
            y = line * 1.3 * place
            painter.setPen(QColor(colours.text))
            text = metrics.elidedText(choice, Qt.TextElideMode.ElideRight, int(named - line / 2))
            painter.drawText(QRectF(0, y, named, line * 1.3), Qt.AlignmentFlag.AlignVCenter, text)
            wide = (room - named - line * 2) * count / most if most else 0.0
            bar = QRectF(named, y + line * (1.3 - BAR) / 2, wide, line * BAR)
            painter.fillRect(bar, QColor(colours.accent))
            number = QRectF(bar.right() + line / 3, y, line * 2, line * 1.3)
            painter.setPen(QColor(colours.quiet))
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(count))
        painter.end()


def _shares(counts: Sequence[int]) -> list[float]:
    total = sum(counts)
    return [count / total if total else 0.0 for count in counts]
