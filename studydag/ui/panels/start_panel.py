"""How to begin, for a library without study days: four questions, the worked example, or a copy of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.commands import Commands

WIDEST = 80
"""Characters; longer lines read badly."""


class StartPanel(QWidget):
    """Three ways to begin, the first one for most people."""

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        """Build the buttons."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.addStretch(2)
        self._say(_("Plan a study day, with what comes before and after it"), "title")
        self._say(
            _(
                "Answer four questions and you have a draft to print. From there you work on goals, the programme "
                "and what happens after the day. Everything you change is saved at once."
            ),
            "quiet",
        )
        self._column.addSpacing(12)
        self.begin = self._button(_("New study day…"), commands.new_day)
        self.begin.setDefault(True)
        self._column.addSpacing(18)
        self._say(_("Rather look around first? The worked example is a whole day, filled in."), "quiet")
        self.example = self._button(_("Look at the worked example"), commands.worked_example)
        self._column.addSpacing(6)
        self.copy = self._button(_("Add study days from a copy…"), commands.take_in)
        self._column.addStretch(3)
        for button in (self.begin, self.example, self.copy):
            button.setEnabled(not workspace.library.read_only)

    def _say(self, text: str, role: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setMaximumWidth(label.fontMetrics().averageCharWidth() * WIDEST)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label, 100)
        row.addStretch(1)
        self._column.addLayout(row)

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked=False: run())
        metrics = button.fontMetrics()
        button.setMinimumSize(metrics.averageCharWidth() * 34, metrics.height() * 2)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button
