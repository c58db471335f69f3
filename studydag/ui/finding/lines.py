"""Draws what was found: the name, below it what it is and where, at the right the keys that do the same."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

TITLE, DETAIL, KEYS = (Qt.ItemDataRole.UserRole + number for number in (1, 2, 3))
_ROOM, _BETWEEN = 10, 5


def keep_on(item: QListWidgetItem, title: str, detail: str, keys: str) -> None:
    """Let an item say what was found; its text is for who listens."""
    item.setText(", ".join(each for each in (title, detail, keys) if each))
    for role, text in ((TITLE, title), (DETAIL, detail), (KEYS, keys)):
        item.setData(role, text)


class FoundDelegate(QStyledItemDelegate):
    """Two lines an item; long ones are cut off."""

    def __init__(self, parent: QWidget) -> None:
        """Draw for a list."""
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's
        """Return room for two lines."""
        return QSize(10, option.fontMetrics.height() * 2 + 2 * _BETWEEN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the item."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        colours = option.palette
        strong = colours.color(QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        quiet = strong if selected else colours.color(QPalette.ColorRole.PlaceholderText)
        place = option.rect.adjusted(_ROOM, _BETWEEN, -_ROOM, -_BETWEEN)
        high = option.fontMetrics.height()
        keys = str(index.data(KEYS) or "")
        wide = option.fontMetrics.horizontalAdvance(keys)
        painter.save()
        title = QRect(place.left(), place.top(), place.width() - (wide + _ROOM if keys else 0), high)
        self._line(painter, option, title, str(index.data(TITLE)), bold=True, colour=strong)
        below = QRect(place.left(), place.top() + high, place.width(), high)
        self._line(painter, option, below, str(index.data(DETAIL)), bold=False, colour=quiet)
        painter.setPen(quiet)
        painter.drawText(QRect(place.right() - wide, place.top(), wide + 1, high), Qt.AlignmentFlag.AlignRight, keys)
        painter.restore()

    def _line(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, text: str, *, bold: bool, colour: object
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
