"""A line across the page: what was done or went wrong, how far something is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from studydag.language import Language
from studydag.ui.announcing import announce
from studydag.ui.roles import give_role


class Notice(QFrame):
    """Says one thing at a time, until the next one or until it is put away."""

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._run: Callable[[], object] | None = None
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(self.fontMetrics().height() // 2)
        self.button = QPushButton(self)
        self.button.clicked.connect(self._clicked)
        self.away = QToolButton(self)
        self.away.setText("×")
        self.away.setAutoRaise(True)
        self.away.setAccessibleName(language.gettext("Dismiss this message"))
        self.away.setToolTip(language.gettext("Dismiss this message"))
        self.away.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.text, 1)
        row.addWidget(self.progress, 1)
        row.addWidget(self.button)
        row.addWidget(self.away)
        self.hide()

    def say(self, text: str, button: str = "", run: Callable[[], object] | None = None) -> None:
        """Say that something was done; the button runs `run`."""
        self._show(text, "", button, run)

    def warn(self, text: str, button: str = "", run: Callable[[], object] | None = None) -> None:
        """Say what went wrong."""
        self._show(text, "problem", button, run)

    def follow(self, text: str, steps: int, button: str, run: Callable[[], object]) -> None:
        """Say how far something is: `steps` in all; the button stops it."""
        self._show(text, "", button, run)
        self.progress.setRange(0, steps)
        self.progress.setValue(0)
        self.progress.setAccessibleName(text)
        self.progress.show()
        self.away.hide()

    def _show(self, text: str, role: str, button: str, run: Callable[[], object] | None) -> None:
        self._run = run
        give_role(self.text, role)
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(run is not None)
        self.progress.hide()
        self.away.show()
        self.show()
        announce(self, text)

    def _clicked(self) -> None:
        if self._run is not None:
            self._run()
