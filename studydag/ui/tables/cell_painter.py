"""Draws the cells of tables: some hundreds of them for each edit, so without asking any style."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QStaticText, QTextOption, QTransform
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from studydag.ui.item_models.things import Cell
from studydag.ui.tables.text_sizes import hung

PAD: Final = 4
"""In pixels: between the edge of a cell and what stands in it, and between a sign and its text."""
MOST_KEPT: Final = 4000
LINE_BREAK: Final = "\u2028"
"""A static text knows no other."""
STRUCK_AT: Final = 0.56
"""How far down a line of text the line through it is drawn."""

_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value


class CellPainter:
    """Draws cells of one view; what was cut or wrapped to a width once is kept."""

    def __init__(self, view: QAbstractItemView, *, wraps: bool) -> None:
        """Draw each line by itself, with dots for what has no room, or (`wraps`) on as many as it takes."""
        self._view = view
        self._wraps = wraps
        self._written: dict[tuple[str, int, str], QStaticText] = {}
        self._is_dressed = False

    def forget(self) -> None:
        """Write all texts anew, as with another font or palette."""
        self._written.clear()
        self._is_dressed = False

    def draw(self, cell: Cell, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Draw a cell: its ground, its sign, its text, and a frame where the keys work."""
        if not self._is_dressed:
            self._dress()
        rect, state = option.rect, option.state.value
        if state & _SELECTED:
            painter.fillRect(rect, self._chosen)
        if state & _FOCUSED:
            painter.setPen(self._frame)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        left, room = rect.left() + PAD, rect.width() - 2 * PAD
        if cell.picture is not None:
            size = cell.picture.deviceIndependentSize()
            painter.drawPixmap(QPointF(left, rect.top() + (rect.height() - size.height()) / 2), cell.picture)
            taken = round(size.width()) + PAD
            left, room = left + taken, room - taken
        if not cell.text or room <= 0:
            return
        font, text = cell.font or self._font, cell.text
        if self._wraps and text.startswith(" "):
            indent, text = hung(text, QFontMetricsF(font))
            left, room = left + indent, room - indent
        written = self._writing(text, font, room)
        painter.setFont(font)
        painter.setPen(cell.colour or self._text)
        size = written.size()
        if cell.numeric:
            left += max(0, room - math.ceil(size.width()))
        if size.height() > rect.height():
            self._draw_clipped(painter, option, QPointF(left, rect.top()), written)
            return
        top = rect.top() + round((rect.height() - size.height()) / 2)
        painter.drawStaticText(QPointF(left, top), written)
        if font.strikeOut():
            # A static text leaves the line through it out.
            middle = top + size.height() * STRUCK_AT
            painter.drawLine(QPointF(left, middle), QPointF(left + size.width(), middle))

    def _draw_clipped(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QPointF, written: QStaticText
    ) -> None:
        """Draw the beginning of a text that is higher than its row, as until that is fitted."""
        painter.save()
        painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
        painter.drawStaticText(place, written)
        painter.restore()

    def _dress(self) -> None:
        self._is_dressed = True
        palette = self._view.palette()
        self._font = self._view.font()
        self._text = palette.color(QPalette.ColorRole.Text)
        self._frame = palette.color(QPalette.ColorRole.Accent)
        self._chosen = palette.color(QPalette.ColorRole.Highlight)

    def _writing(self, text: str, font: QFont, width: int) -> QStaticText:
        """Return a text, or as much of it as a width has room for, laid out."""
        key = (text, width, "" if font is self._font else font.key())
        written = self._written.get(key)
        if written is None:
            if len(self._written) > MOST_KEPT:
                self._written.clear()
            written = self._written[key] = self._laid_out(text, font, width)
        return written

    def _laid_out(self, text: str, font: QFont, width: int) -> QStaticText:
        advance = QFontMetricsF(font).horizontalAdvance
        if self._wraps and ("\n" in text or advance(text) > width):
            written = QStaticText(text.replace("\n", LINE_BREAK))
            written.setTextFormat(Qt.TextFormat.PlainText)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            written.setTextOption(option)
            # A little more than rows are measured for, so that no text takes a line more than it was given.
            written.setTextWidth(width + PAD / 2)
        else:
            elided = QFontMetricsF(font).elidedText
            lines = (elided(line, Qt.TextElideMode.ElideRight, width) for line in text.split("\n"))
            written = QStaticText(LINE_BREAK.join(lines))
            written.setTextFormat(Qt.TextFormat.PlainText)
        written.prepare(QTransform(), font)
        return written
