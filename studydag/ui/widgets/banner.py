"""A line across the page that says something about the whole library, with at most one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class Banner(QFrame):
    """Says something, and offers a button."""

    def __init__(self, text: str, button: str, run: Callable[[], object], parent: QWidget | None = None) -> None:
        """Say `text`; the button runs `run`."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        said = QLabel(text, self)
        said.setWordWrap(True)
        self.button = QPushButton(button, self)
        self.button.clicked.connect(lambda _checked=False: run())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.addWidget(said, 1)
        layout.addWidget(self.button)
