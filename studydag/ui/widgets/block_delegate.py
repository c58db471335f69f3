"""Draws the cells of the programme as a list: some hundreds of them for each edit, so without asking any style."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QStaticText, QTransform
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studydag.ui.item_models.blocks import BlockModel
from studydag.ui.item_models.things import Index
from studydag.ui.look import Colours
from studydag.ui.widgets.plain_delegate import PlainDelegate

PAD: Final = 4
"""In pixels: between the edge of a cell and what stands in it, and between a sign and its text."""
MOST_KEPT: Final = 4000
STRUCK_AT: Final = 0.56
"""How far down a line of text the line through it is drawn."""

_SELECTED: Final = QStyle.StateFlag.State_Selected.value
_FOCUSED: Final = QStyle.StateFlag.State_HasFocus.value


class BlockDelegate(PlainDelegate):
    """Draws what the model says of a cell; what was cut to a width once is kept."""

    def __init__(
        self, editing: QStyledItemDelegate, model: BlockModel, colours: Colours, view: QAbstractItemView
    ) -> None:
        """Let `editing` make and read the editors of a view on a model."""
        super().__init__(editing, view)
        self._view = view
        self._model = model
        self._chosen = QColor(colours.selected)
        self._written: dict[tuple[str, int, str], QStaticText] = {}
        self.forget()

    def forget(self) -> None:
        """Write all texts anew, as with another font or palette."""
        self._written.clear()
        self._font = self._view.font()
        palette = self._view.palette()
        self._text = palette.color(QPalette.ColorRole.Text)
        self._frame = palette.color(QPalette.ColorRole.Accent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell: its ground, its sign, its text, and a frame where the keys work."""
        cell, rect, state = self._model.look_of(index.row(), index.column()), option.rect, option.state.value
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
        if cell.text and room > 0:
            font = cell.font or self._font
            written = self._writing(cell.text, font, room)
            painter.setFont(font)
            painter.setPen(cell.colour or self._text)
            size = written.size()
            if cell.numeric:
                left += max(0, room - math.ceil(size.width()))
            top = rect.top() + round((rect.height() - size.height()) / 2)
            painter.drawStaticText(QPointF(left, top), written)
            if font.strikeOut():
                # A static text leaves the line through it out.
                middle = top + size.height() * STRUCK_AT
                painter.drawLine(QPointF(left, middle), QPointF(left + size.width(), middle))

    def _writing(self, text: str, font: QFont, width: int) -> QStaticText:
        """Return as much of a text as a width has room for, laid out."""
        key = (text, width, "" if font is self._font else font.key())
        written = self._written.get(key)
        if written is None:
            if len(self._written) > MOST_KEPT:
                self._written.clear()
            fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
            written = self._written[key] = QStaticText(fitting)
            written.setTextFormat(Qt.TextFormat.PlainText)
            written.prepare(QTransform(), font)
        return written
