"""What to do when something of the day fails, for the presenter alone: closed until it is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from studydag.ui.text_label import text_label

LINES = 7
"""How many lines are in view at most; it scrolls then."""


class PlanPane(QScrollArea):
    """Lists plans B by what they are for, as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty and closed."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text: QLabel = text_label("", self, "")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._text)
        self.hide()

    @property
    def said(self) -> str:
        """What stands there."""
        return self._text.text()

    def show_plans(self, plans: Sequence[tuple[str, str]]) -> None:
        """Show titles, each with the text of its plan."""
        self._text.setText("\n\n".join(f"{title}\n{text}" for title, text in plans))
        self._be_high_enough()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text is at the new width."""
        super().resizeEvent(event)
        self._be_high_enough()

    def _be_high_enough(self) -> None:
        most = LINES * self._text.fontMetrics().lineSpacing()
        self.setFixedHeight(max(1, min(most, self._text.heightForWidth(max(self.viewport().width(), 1)))))
