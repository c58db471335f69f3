"""How wide and high the texts of a table are: Qt asks each cell for seven things to know, we for its text alone."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QTableView, QWidget

from studydag.ui.item_models.things import Cell, ThingModel

BESIDE: Final = 8
"""In pixels: what a cell is wider than its text, at least."""
AROUND: Final = 16
"""In pixels: what a column is wider than its widest text at first."""
MOST_KEPT: Final = 20_000


def hung(text: str, metrics: QFontMetrics | QFontMetricsF) -> tuple[int, str]:
    """Return how far in all lines of a text begin, in pixels, for the spaces before it; and the text without them."""
    inner = text.lstrip(" ")
    spaces = text[: len(text) - len(inner)]
    return (round(metrics.horizontalAdvance(spaces)) if spaces else 0), inner


class TextSizes:
    """Measures texts in the font of a widget; what was measured once is kept."""

    def __init__(self, widget: QWidget) -> None:
        """Measure for a widget."""
        self._widget = widget
        self._font = ""
        self._metrics = QFontMetrics(widget.font())
        self._advances: dict[str, int] = {}
        self._of_fonts: dict[str, QFontMetrics] = {}
        self._heights: dict[tuple[str, int], int] = {}

    def follow_font(self) -> None:
        """Measure anew where the widget has another font now; to be called before measuring."""
        font = self._widget.font()
        if font.key() != self._font or len(self._heights) + len(self._advances) > MOST_KEPT:
            self._font = font.key()
            self._metrics = QFontMetrics(font)
            self._advances.clear()
            self._heights.clear()

    def width(self, text: str) -> int:
        """Return how wide the widest of a text's lines is, in pixels."""
        advance = self._advances.get(text)
        if advance is None:
            lines = text.split("\n") if "\n" in text else (text,)
            advance = self._advances[text] = max(map(self._metrics.horizontalAdvance, lines))
        return advance

    def longest_word(self, text: str) -> int:
        """Return how wide the widest of a text's words is, in pixels: where it has no room, it breaks in its middle."""
        return max((self.width(word) for word in text.split()), default=0)

    def height(self, text: str, room: int) -> int:
        """Return how high a text is in a room so wide, wrapped where need be, in pixels."""
        if "\n" not in text and self.width(text) <= room:
            return self._metrics.height()
        height = self._heights.get((text, room))
        if height is None:
            indent, inner = hung(text, self._metrics)
            page = QRect(0, 0, max(room - indent, 1), 1_000_000)
            if self.longest_word(inner) > page.width():
                height = self._height_broken(inner, page.width())
            else:
                height = self._metrics.boundingRect(page, Qt.TextFlag.TextWordWrap, inner).height()
            self._heights[text, room] = height
        return height

    def _height_broken(self, text: str, room: int) -> int:
        """Return how high a text is of which a word has to break in its middle."""
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines = 0
        for paragraph in text.split("\n"):
            layout = QTextLayout(paragraph, self._widget.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(room)
                lines += 1
            layout.endLayout()
        return lines * self._metrics.lineSpacing() - self._metrics.leading()

    def width_of(self, cell: Cell) -> int:
        """Return how wide a cell would be at first, in pixels."""
        if cell.font is None:
            width = self.width(cell.text)
        else:
            key = cell.font.key()
            if key not in self._of_fonts:
                self._of_fonts[key] = QFontMetrics(cell.font)
            width = self._of_fonts[key].horizontalAdvance(cell.text)
        return AROUND + width + (0 if cell.picture is None else cell.picture.width() + BESIDE // 2)


class RowHeights:
    """Makes the rows of a table as high as their texts: what is seen at once, the others when there is time."""

    def __init__(self, view: QTableView, sizes: TextSizes, padding: int) -> None:
        """Leave a padding above and below each text."""
        self._view = view
        self._sizes = sizes
        self._padding = padding
        self._next = 0
        self._rooms: list[tuple[int, int]] = []

    def begin(self, model: ThingModel) -> None:
        """Fit each row down to the last one in view."""
        view = self._view
        self._sizes.follow_font()
        self._next = 0
        self._rooms = [
            (place, view.columnWidth(place) - BESIDE)
            for place, column in enumerate(model.columns)
            if not column.ticked and not view.isColumnHidden(place)
        ]
        end = view.verticalScrollBar().value() + view.viewport().height()
        self._go_on(model, rows=model.rowCount(), height=end)

    def go_on(self, model: ThingModel, rows: int) -> bool:
        """Fit so many more rows; return whether there are others left."""
        self._go_on(model, rows=rows)
        return self._next < model.rowCount()

    def is_done(self, model: ThingModel) -> bool:
        """Whether every row was fitted."""
        return self._next >= model.rowCount()

    def _go_on(self, model: ThingModel, *, rows: int, height: int | None = None) -> None:
        view, header = self._view, self._view.verticalHeader()
        usual = max(header.defaultSectionSize(), header.sectionSizeHint(0))
        down, until = 0, min(self._next + rows, model.rowCount())
        while self._next < until and (height is None or down <= height):
            row = self._next
            wanted = usual
            for place, room in self._rooms:
                text = model.look_of(row, place).text
                if text:
                    wanted = max(wanted, self._sizes.height(text, room) + 2 * self._padding)
            if view.rowHeight(row) != wanted:
                view.setRowHeight(row, wanted)
            down += wanted
            self._next = row + 1
