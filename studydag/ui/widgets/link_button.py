"""Buttons that shorten their text where there is no room for all of it; one looks like a link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

NARROWEST = 8
"""Characters that are shown at least."""
AROUND, AROUND_LINK = 15, 1
"""Pixels between the text and each side, as in the style sheet: of a button, and of one that looks like a link."""


class ShortenedButton(QPushButton):
    """Says `full` as far as there is room, and all of it in its tooltip and to assistive technology."""

    around = AROUND

    def __init__(self, full: str, run: Callable[[], object], parent: QWidget | None = None) -> None:
        """Run `run` when it is clicked."""
        super().__init__(parent)
        self.say(full)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: run())

    def say(self, full: str) -> None:
        """Say something else."""
        self.full = full
        self.setAccessibleName(full)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        """Ask for room for all of the text."""
        hint = super().sizeHint()
        hint.setWidth(self.fontMetrics().horizontalAdvance(self.full) + 2 * self.around + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Be content with some of it."""
        hint = self.sizeHint()
        hint.setWidth(min(hint.width(), NARROWEST * self.fontMetrics().averageCharWidth()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        room = self.width() - 2 * self.around
        shown = self.fontMetrics().elidedText(self.full, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self.full if shown != self.full else "")


class LinkButton(ShortenedButton):
    """Looks like a link, and is no wider than its text."""

    around = AROUND_LINK

    def __init__(self, full: str, run: Callable[[], object], parent: QWidget | None = None) -> None:
        """Run `run` when it is clicked."""
        super().__init__(full, run, parent)
        self.setProperty("role", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
