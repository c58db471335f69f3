"""A line in which new things are typed or pasted, one a line, and added with Enter."""

from __future__ import annotations

import math

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

MOST_LINES = 8


class QuickAdd(QPlainTextEdit):
    """Grows with what stands in it. `typed` carries the text on Enter; Shift+Enter begins another line."""

    typed = Signal(str)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        """Say what can be typed here, while nothing is."""
        super().__init__(parent)
        self._hint = hint
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self.setAccessibleName(hint)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, empty with Escape."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            if self.toPlainText().strip():
                self.typed.emit(self.toPlainText())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            # Qt would put a soft break here, for which the line does not grow.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        if event.key() == Qt.Key.Key_Escape and self.toPlainText():
            self.clear()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take text only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the hint to one line."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * math.ceil(self.document().documentMargin()) - 2
        self.setPlaceholderText(self.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, room))

    def _fit(self) -> None:
        lines = min(max(self.blockCount(), 1), MOST_LINES)
        frame = 2 * self.frameWidth() + 2 * math.ceil(self.document().documentMargin())
        self.setFixedHeight(math.ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + frame + 4)
