"""Lines that each begin with a sign, as a tick: what has no room on a line goes on below its words, not its sign."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from studydag.ui.layouts.wrapped_label import WrappedLabel

MOST_HIGH = 1_000_000
"""Pixels."""
CHARACTERS = 30
"""Of width that are asked for."""
SIGNS = "✓○•"


class SignedLines(WrappedLabel):
    """A label whose text has a sign and a space at the beginning of each line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("", parent)

    def sizeHint(self) -> QSize:
        """Ask for a width at which lines can be read, and the height that goes with it."""
        width = CHARACTERS * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the longest word."""
        advance = self.fontMetrics().horizontalAdvance
        longest = max((advance(word) for word in self.text().split()), default=0)
        return QSize(self._indent(self.fontMetrics()) + longest, self.fontMetrics().height())

    def heightForWidth(self, width: int) -> int:
        """Return how high the lines are when they are so wide, in pixels."""
        return sum(room.height() for _sign, _words, room in self._placed(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the signs, and beside them the words."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for sign, words, room in self._placed(self.width()):
            painter.drawText(QRect(0, room.top(), room.left(), room.height()), Qt.AlignmentFlag.AlignTop, sign)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, words)

    def _placed(self, width: int) -> Iterator[tuple[str, str, QRect]]:
        """Yield the sign and the words of each line, and where the words stand."""
        metrics, top = self.fontMetrics(), 0
        indent = self._indent(metrics)
        for line in self.text().splitlines():
            # A line that says that there is nothing has no sign.
            is_signed = line[:1] in SIGNS
            sign, words = (line[:1], line[1:].lstrip()) if is_signed else ("", line)
            left = indent if is_signed else 0
            page = QRect(left, top, max(width - left, 1), MOST_HIGH)
            height = metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, words).height()
            yield sign, words, QRect(left, top, page.width(), height)
            top += height

    @staticmethod
    def _indent(metrics: QFontMetrics) -> int:
        return max(map(metrics.horizontalAdvance, SIGNS)) + metrics.horizontalAdvance(" ")
