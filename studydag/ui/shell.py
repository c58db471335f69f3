"""What stands in the middle until a library is open; of the first frame, so without Qt's namespace `Qt`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.language import Language


class Shell(QWidget):
    """Says what is going on, and offers what can be done where no library could be opened."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        """Say that the library is being opened."""
        super().__init__(parent)
        self.has_offers = False
        self._text = QLabel(language.gettext("Opening your study days…"), self)
        self._text.setProperty("role", "quiet")
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text)
        line.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addLayout(line)
        self._column.addStretch(1)

    def say(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)

    def offer(self, text: str, run: Callable[[], object]) -> None:
        """Offer something to do about it, as a button."""
        from PySide6.QtCore import Qt

        self.has_offers = True
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: run())
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignCenter)
