"""Lists and numbers to choose from that stay as they are when a page is scrolled past them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget

AROUND = 24
"""Pixels beside the words of a list."""


class StillBox(QComboBox):
    """Leaves the wheel to what it stands in: what is chosen changes by a click or a key, never by scrolling.

    A text for which it is too narrow ends with an ellipsis, and stands whole in its tip. The list is as wide as its
    words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keys by a click or the Tab key, not by the wheel."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what it stands in scroll."""
        event.ignore()

    def open_for_pointer(self) -> None:
        """Open the list at once, in the cell of a table that the pointer began to edit; the keys open it by Alt+↓."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            QTimer.singleShot(0, self, self.showPopup)

    def showPopup(self) -> None:
        """Open the list, with every word whole."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + AROUND)
        super().showPopup()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Say what is chosen as far as there is room, and with an ellipsis that there is more."""
        super().initStyleOption(option)
        style = self.style()
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        room -= 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)

    @property
    def seen_text(self) -> str:
        """As much of what is chosen as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return str(option.currentText)

    def event(self, event: QEvent) -> bool:
        """Show a text that is cut whole, where the pointer rests."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            whole = self.currentText()
            if self.seen_text != whole:
                QToolTip.showText(event.globalPos(), "\n".join(filter(None, (whole, self.toolTip()))), self)
                return True
        return super().event(event)


class StillNumber(QSpinBox):
    """A whole number that leaves the wheel to what it stands in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keys by a click or the Tab key, not by the wheel."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what it stands in scroll."""
        event.ignore()
