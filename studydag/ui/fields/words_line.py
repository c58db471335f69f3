"""The line in which to type the words by which a list is filtered or looked through."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from studydag.ui.fields.window_undo import leave_undo_to_window


class WordsLine(QLineEdit):
    """A line that says what to type in it, is called that as well, and can be emptied with a click."""

    def __init__(self, asked: str, parent: QWidget | None = None) -> None:
        """Begin empty; `asked` is what to type."""
        super().__init__(parent)
        self.setPlaceholderText(asked)
        self.setAccessibleName(asked)
        # Else Qt tells it a second time.
        self.setAccessibleDescription(" ")
        self.setClearButtonEnabled(True)
        leave_undo_to_window(self)
