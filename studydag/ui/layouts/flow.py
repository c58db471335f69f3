"""A layout that goes on in a next line where there is no room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from studydag.ui.layouts.lines_layout import LinesLayout


class FlowLayout(LinesLayout):
    """Puts its items beside each other, each as wide as it wants to be and as high as its line."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 4, centred: bool = False) -> None:
        """Begin empty, with so many pixels between items and lines; lines start at the left unless `centred`."""
        super().__init__(parent, spacing)
        self._centred = centred

    @property
    def width_of_line(self) -> int:
        """The width in pixels that takes all of it on one line."""
        widths = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(widths) + self.spacing() * max(len(widths) - 1, 0)

    def sizeHint(self) -> QSize:
        """Ask for what is needed at least; the height follows from the width."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        y = rect.y()
        lines = self._lines(rect.width(), rect.width())
        if self._centred:
            lines = self._even(lines, rect.width())
        for line in lines:
            height = max(size.height() for _, size in line)
            if place:
                self._place(line, QRect(rect.x(), y, rect.width(), height))
            y += height + self.spacing()
        return max(y - self.spacing() - rect.y(), 0)

    def _place(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        used = sum(size.width() + self.spacing() for _, size in line) - self.spacing()
        x = rect.x() + (max(rect.width() - used, 0) // 2 if self._centred else 0)
        for item, size in line:
            item.setGeometry(QRect(QPoint(x, rect.y()), QSize(size.width(), rect.height())))
            x += size.width() + self.spacing()

    def _even(self, lines: list[list[tuple[QLayoutItem, QSize]]], width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return as many lines that are alike in length: one item by itself in the last looks forgotten."""
        low, high = 0, width
        while high - low > 1:
            middle = (low + high) // 2
            if len(self._lines(middle, width)) > len(lines):
                low = middle
            else:
                high = middle
        return self._lines(high, width)

    def _lines(self, width: int, room: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items by line, each with its size: no wider than there is room for, if it can be shortened."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if _is_put_away(item):
                continue
            size = _size_of(item, room)
            if not lines or size.width() > left:
                lines.append([])
                left = width
            lines[-1].append((item, size))
            left -= size.width() + self.spacing()
        return lines


def _is_put_away(item: QLayoutItem) -> bool:
    """Whether an item was hidden; what isn't shown yet still will be."""
    widget = item.widget()
    return (
        widget is not None and widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    )


def _size_of(item: QLayoutItem, room: int) -> QSize:
    size = item.sizeHint()
    size.setWidth(min(size.width(), max(room, item.minimumSize().width())))
    return QSize(size.width(), item.heightForWidth(size.width())) if item.hasHeightForWidth() else size
