"""A line in which new things are typed or pasted, one a line, and added with Enter, the button or by leaving it."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QWidget

from studydag.language import Language
from studydag.ui.drafts import Drafts
from studydag.ui.fields.text import PAUSE
from studydag.ui.fields.window_undo import is_for_window

MOST_LINES = 8
STAYS = frozenset(
    {
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""Why the keys go elsewhere for a moment, to come back to where they were."""


class QuickAdd(QPlainTextEdit):
    """Grows with what stands in it; Shift+Enter begins another line.

    `typed` carries the text on Enter and when the button in it is clicked, `left` when the line is left with a text in
    it. Who takes the text empties the line. Where `takes_tables` is set, rows of several cells that are pasted don't
    come into the line: `table_pasted` carries them.
    """

    typed = Signal(str)
    left = Signal(str)
    table_pasted = Signal(str)

    def __init__(self, hint: str, language: Language, parent: QWidget | None = None) -> None:
        """Say what can be typed here, while nothing is."""
        super().__init__(parent)
        self._hint = hint
        self.takes_tables = False
        self._drafts: Drafts | None = None
        self._name = ""
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self.setAccessibleName(hint)
        # Else the tip would be read out as well.
        self.setAccessibleDescription(language.gettext("Add what is typed here (Enter)"))
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.button = QToolButton(self)
        self.button.setText(language.gettext("Add"))
        self.button.setToolTip(language.gettext("Add what is typed here (Enter)"))
        self.button.setAccessibleName(f"{self.button.text()}: {hint}")
        self.button.setProperty("role", "add")
        self.button.setAutoRaise(True)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        self.button.hide()
        self.button.clicked.connect(lambda _checked=False: self.give())
        self._saving = QTimer(self, singleShot=True, interval=PAUSE)
        self._saving.timeout.connect(self._save)
        self.textChanged.connect(self._on_text)
        self._fit()

    def keep_in(self, drafts: Drafts, name: str) -> None:
        """Bring back what stood here when the program was ended by force, and keep what is typed from now on."""
        if name == self._name:
            return
        self._save()
        self._drafts, self._name = drafts, name
        self.setPlainText(drafts.text(name))

    def give(self) -> bool:
        """Have what stands here added; return whether there was anything."""
        text = self.toPlainText()
        if text.strip():
            self.typed.emit(text)
        return bool(text.strip())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window where there is no typing to undo, as after something was added."""
        if is_for_window(event, self):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, empty with Escape."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.give()
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
        """Take text only, and rows of a spreadsheet as a table where that is wanted."""
        text = source.text() if source.hasText() else ""
        if self.takes_tables and "\t" in text.strip():
            self.table_pasted.emit(text)
        elif text:
            self.insertPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have what was typed added: nothing typed is lost, or left behind unseen."""
        super().focusOutEvent(event)
        if event.reason() not in STAYS and self.toPlainText().strip():
            self.left.emit(self.toPlainText())
        self._save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the hint to one line, and keep the button at its end."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * math.ceil(self.document().documentMargin()) - 2
        self.setPlaceholderText(self.fontMetrics().elidedText(self._hint, Qt.TextElideMode.ElideRight, room))
        self._place_button()

    def _on_text(self) -> None:
        self._fit()
        is_empty = not self.toPlainText().strip()
        if self.button.isHidden() is not is_empty:
            self.button.setVisible(not is_empty)
            self._place_button()
        if is_empty:
            self._save()
        else:
            self._saving.start()

    def _place_button(self) -> None:
        size = self.button.sizeHint()
        self.setViewportMargins(0, 0, 0 if self.button.isHidden() else size.width() + 4, 0)
        high = min(size.height(), self.height() - 4)
        self.button.setGeometry(self.width() - size.width() - 4, self.height() - high - 2, size.width(), high)

    def _save(self) -> None:
        self._saving.stop()
        if self._drafts is not None:
            self._drafts.keep(self._name, self.toPlainText().strip())

    def _fit(self) -> None:
        lines = min(max(self.blockCount(), 1), MOST_LINES)
        frame = 2 * self.frameWidth() + 2 * math.ceil(self.document().documentMargin())
        self.setFixedHeight(math.ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + frame + 4)
