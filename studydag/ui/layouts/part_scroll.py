"""Scrolls a part of a page up and down where the page is lower than what the part needs, and fills it else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from studydag.ui.layouts.current_stack import least

LEAST_LINES = 6
"""So many lines of text are in view at least."""


class PartScroll(QScrollArea):
    """Gives its widget the room there is, and scrolls only when that is less than it can do with.

    A scroll area that makes its widget as large as it needs to be would ask for what it would like to have, and scroll
    tables that can be lower.
    """

    def __init__(self, part: QWidget, parent: QWidget | None = None, *, across: bool = False) -> None:
        """Scroll `part`; with `across` from side to side as well, where it is narrower than it can do with."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._across = across
        needed, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(needed if across else never)
        self._part = part
        self.setWidget(part)

    def sizeHint(self) -> QSize:
        """Like as much as what is scrolled."""
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as wide as what is scrolled, and some lines high, unless it needs less."""
        needed = least(self._part)
        return QSize(needed.width(), min(self.fontMetrics().lineSpacing() * LEAST_LINES, needed.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit another size."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit when what is scrolled needs another height."""
        if watched is self._part and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room, part = self.maximumViewportSize(), self._part
        width = room.width()
        height = _needed(part, width)
        if height > room.height():
            width -= self.verticalScrollBar().sizeHint().width()
            height = _needed(part, width)
        if self._across:
            width = max(width, least(part).width())
        part.resize(width, max(height, room.height()))


def _needed(part: QWidget, width: int) -> int:
    """Return the height in pixels that a part can do with at a width."""
    layout = part.layout()
    if layout is not None and layout.hasHeightForWidth():
        return max(layout.minimumHeightForWidth(width), part.minimumHeight())
    return least(part).height()
