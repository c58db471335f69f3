"""A line in which the title of a block is typed where the block stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class TitleEditor(QLineEdit):
    """Enter or leaving it finishes, Escape gives up. `finished` comes once, with the title, or with None."""

    finished = Signal(object)

    def __init__(self, title: str, parent: QWidget) -> None:
        """Begin with the title that stands, all selected."""
        super().__init__(title, parent)
        self._done = False
        self.setAutoFillBackground(True)
        self.selectAll()

    def finish(self) -> None:
        """Take what stands there."""
        self._end(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish or give up; other keys type."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape:
            self._end(None)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish, unless only a menu opens."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()

    def _end(self, title: str | None) -> None:
        if not self._done:
            self._done = True
            self.finished.emit(title)
