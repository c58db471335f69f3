"""The head of a list: its heading, and its buttons at the other end of the line, or below it where they don't fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QLayoutItem, QWidget

from studydag.ui.layouts.lines_layout import LinesLayout

BETWEEN = 2
"""Pixels between two buttons."""
APART = 8
"""Pixels between the heading and the first button."""


class HeadLayout(LinesLayout):
    """The first item is the heading; the others are buttons, which keep their size and go on in more lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent, BETWEEN)
        self._least_of_heading: int | None = None

    @property
    def least_of_heading(self) -> int | None:
        """In pixels: what is enough for a heading that shortens itself; without it all of it stands on one line."""
        return self._least_of_heading

    @least_of_heading.setter
    def least_of_heading(self, least: int) -> None:
        if least != self._least_of_heading:
            self._least_of_heading = least
            self.invalidate()

    @property
    def width_of_line(self) -> int:
        """The width in pixels that takes all of it on one line."""
        return self._width_with(self._taken_by(self._shown())) if self._items else 0

    @property
    def width_of_buttons(self) -> int:
        """The width in pixels that takes the buttons on one line, below the heading."""
        return self._taken_by(self._shown()) - APART

    def _width_with(self, taken: int) -> int:
        heading = self._items[0]
        if heading.isEmpty():
            return taken
        return taken + (_width_of_heading(heading) if self.least_of_heading is None else self.least_of_heading)

    def _taken_by(self, buttons: list[QLayoutItem]) -> int:
        """Return the width of buttons beside each other, with what keeps them apart from the heading."""
        between = self.spacing() * (len(buttons) - 1)
        return APART + between + sum(each.sizeHint().width() for each in buttons) if buttons else 0

    def _shown(self) -> list[QLayoutItem]:
        return [each for each in self._items[1:] if not each.isEmpty()]

    def sizeHint(self) -> QSize:
        """Like to have one line."""
        return QSize(self.width_of_line, self.heightForWidth(self.width_of_line))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in [*self._items[:1], *self._shown()]:
            size = size.expandedTo(item.minimumSize())
        return size

    def _high(self, items: list[QLayoutItem]) -> int:
        return max((each.sizeHint().height() for each in items), default=0)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        if not self._items:
            return 0
        heading, buttons = self._items[0], self._shown()
        taken = self._taken_by(buttons)
        if self._width_with(taken) <= rect.width():
            height = max(heading.minimumSize().height(), self._high(buttons))
            if place:
                heading.setGeometry(QRect(rect.x(), rect.y(), rect.width() - taken, height))
                left = rect.right() + 1 - taken + (APART if buttons else 0)
                self._put(buttons, QRect(left, rect.y(), taken, height))
            return height
        height = heading.heightForWidth(rect.width()) if heading.hasHeightForWidth() else heading.sizeHint().height()
        if place:
            heading.setGeometry(QRect(rect.x(), rect.y(), rect.width(), height))
        y = rect.y() + height
        for line in self._lines(buttons, rect.width()):
            high = self._high(line)
            y += self.spacing()
            if place:
                self._put(line, QRect(rect.x(), y, rect.width(), high))
            y += high
        return y - rect.y()

    def _put(self, buttons: list[QLayoutItem], rect: QRect) -> None:
        x = rect.x()
        for each in buttons:
            size = QSize(min(each.sizeHint().width(), rect.width()), rect.height())
            each.setGeometry(QRect(QPoint(x, rect.y()), size))
            x += size.width() + self.spacing()

    def _lines(self, buttons: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for each in buttons:
            wide = each.sizeHint().width()
            if not lines or wide > left:
                lines.append([])
                left = width
            lines[-1].append(each)
            left -= wide + self.spacing()
        return lines


def _width_of_heading(item: QLayoutItem) -> int:
    """Return the width of a heading on one line; Qt's own guess at a text that wraps is narrower."""
    widget = item.widget()
    if not isinstance(widget, QLabel):
        return item.sizeHint().width()
    return widget.fontMetrics().horizontalAdvance(widget.text()) + 2 * widget.margin() + 2
