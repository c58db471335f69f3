"""Boxes to tick, in lines and in the cells of a grid: a click anywhere in a line or cell ticks it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studydag.ui.icons import drawing
from studydag.ui.look import Look

Index = QModelIndex | QPersistentModelIndex


class LineTicks(QStyledItemDelegate):
    """Lines with a box in front: a click on the words ticks it as well, so that nobody has to aim."""

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick with a click, wherever in the cell or line; Space does so by itself."""
        if isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease and event.button() == Qt.MouseButton.LeftButton
            if not released or not index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                return False
            ticked = index.data(Qt.ItemDataRole.CheckStateRole) in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
            state = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)


class TickDelegate(LineTicks):
    """Boxes in the middle of their cells, with an edge that is seen in both palettes."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        """Draw in the colours of a look."""
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the box, what is current with a line round the cell."""
        colours = self._look.colours
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selected))
        side = option.fontMetrics.height() * 1.1
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        painter.setPen(QPen(QColor(colours.accent if ticked else colours.edge), 1.4))
        painter.setBrush(QColor(colours.accent if ticked else colours.surface))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            ratio = painter.device().devicePixelRatioF()
            mark = drawing("check", max(1, round(side * ratio)), colours.on_accent)
            painter.drawPixmap(box, mark, QRectF(mark.rect()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()
