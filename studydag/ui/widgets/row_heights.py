"""Makes the rows of a table as high as their texts: Qt asks each cell for seven things to know, we for its text."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from studydag.ui.item_models.things import ThingModel

BESIDE: Final = 8
"""In pixels: what a cell is wider than its text, at least."""
MOST_KEPT: Final = 20_000


class RowHeights:
    """Fits the rows of a table; what was measured once is kept."""

    def __init__(self, view: QTableView, padding: int) -> None:
        """Leave a padding above and below each text."""
        self._view = view
        self._padding = padding
        self._font = ""
        self._metrics = QFontMetrics(view.font())
        self._advances: dict[str, int] = {}
        self._heights: dict[tuple[str, int], int] = {}

    def fit(self, model: ThingModel) -> None:
        """Make each row as high as the highest of its texts, wrapped to the width of its column."""
        view = self._view
        self._follow_font()
        header = view.verticalHeader()
        usual = max(header.defaultSectionSize(), header.sectionSizeHint(0))
        rooms = [
            (column.text, view.columnWidth(place) - BESIDE)
            for place, column in enumerate(model.columns)
            if not column.ticked and not view.isColumnHidden(place)
        ]
        for row, thing in enumerate(model.things):
            height = usual
            for text, room in rooms:
                height = max(height, self._height(text(thing), room) + 2 * self._padding)
            if view.rowHeight(row) != height:
                view.setRowHeight(row, height)

    def _height(self, text: str, room: int) -> int:
        if text not in self._advances:
            self._advances[text] = self._metrics.horizontalAdvance(text)
        if self._advances[text] <= room and "\n" not in text:
            return self._metrics.height()
        if (text, room) not in self._heights:
            page = QRect(0, 0, max(room, 1), 1_000_000)
            self._heights[text, room] = self._metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, text).height()
        return self._heights[text, room]

    def _follow_font(self) -> None:
        font = self._view.font()
        if font.key() != self._font or len(self._heights) + len(self._advances) > MOST_KEPT:
            self._font = font.key()
            self._metrics = QFontMetrics(font)
            self._advances.clear()
            self._heights.clear()
