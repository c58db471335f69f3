"""Lists and numbers to choose from that stay as they are when a page is scrolled past them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QHelpEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox, QStyle, QStyleOptionComboBox, QToolTip, QWidget

AROUND = 24
"""Pixels beside the words of a list."""
BEFORE_NUMBER = 5
"""Pixels before a number, beside those that Qt leaves there."""


class StillBox(QComboBox):
    """Leaves the wheel to what it stands in: what is chosen changes by a click or a key, never by scrolling.

    A text for which it is too narrow ends with an ellipsis, and stands whole in its tip. The list is as wide as its
    words. Assistive technology chooses by selecting an entry of the open list. `opened` comes before the list does.
    """

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Take the keys by a click or the Tab key, not by the wheel."""
        super().__init__(parent)
        self._is_drawn = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what it stands in scroll."""
        event.ignore()

    def open_for_pointer(self) -> None:
        """Open the list at once, in the cell of a table that the pointer began to edit; the keys open it by Alt+↓."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            QTimer.singleShot(0, self, self.showPopup)

    def showPopup(self) -> None:
        """Open the list, with every word whole, and under the name of the box."""
        self.opened.emit()
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + AROUND)
        view.setAccessibleName(self.accessibleName())
        super().showPopup()
        view.selectionModel().selectionChanged.connect(self._look_soon, Qt.ConnectionType.UniqueConnection)
        if QAccessible.isActive() and view.currentIndex().isValid():
            # Qt tells only that the list has the keys.
            event = QAccessibleEvent(view, QAccessible.Event.Focus)
            event.setChild(view.currentIndex().row())
            QAccessible.updateAccessibility(event)

    @Slot()
    def _look_soon(self) -> None:
        QTimer.singleShot(0, self, self._take_selected)

    def _take_selected(self) -> None:
        """Choose what was selected from outside: keys and pointer make an entry the current one with it."""
        view = self.view()
        selected = view.selectionModel().selectedIndexes()
        if view.isVisible() and selected and selected[0] != view.currentIndex():
            view.setCurrentIndex(selected[0])
            QApplication.sendEvent(
                view, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is chosen as far as there is room."""
        self._is_drawn = True
        super().paintEvent(event)
        self._is_drawn = False

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Say what is chosen: whole to who listens, and to who sees with an ellipsis where there is no more room."""
        super().initStyleOption(option)
        if self._is_drawn:
            self._shorten(option)

    def _shorten(self, option: QStyleOptionComboBox) -> None:
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
        self._shorten(option)
        return str(option.currentText)

    def event(self, event: QEvent) -> bool:
        """Show a text that is cut whole, where the pointer rests."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
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
        # As far from the frame as in other fields, in which a style sheet has no say here.
        self.lineEdit().setTextMargins(BEFORE_NUMBER, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let what it stands in scroll."""
        event.ignore()
