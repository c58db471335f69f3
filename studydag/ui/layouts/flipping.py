"""A splitter that stands its parts beside each other where there is room, else one above the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from studydag.ui.layouts.splitter import Dividers


def thin_handles(splitter: QSplitter) -> None:
    """Let parts be dragged apart by the gap between them; no part can be dragged away."""
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(9)
    Dividers(splitter)


def stack(splitter: QSplitter, parts: Sequence[tuple[QWidget, int]]) -> None:
    """Put parts into a splitter one after the other, each with its share of the room.

    It should stand in its place by then: what moves there with all that is in it is dressed anew as a whole.
    """
    thin_handles(splitter)
    for place, (part, share) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(place, share)


class FlippingSplitter(QSplitter):
    """Beside each other from so many characters of width on, in `shares` of it (equal ones where none are given).

    `flipped` comes after they changed places.
    """

    flipped = Signal()

    def __init__(self, characters: int, *, shares: Sequence[int] = (), parent: QWidget | None = None) -> None:
        """Begin one above the other."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self._shares = shares
        self._characters = characters
        thin_handles(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Flip when the width passes the limit."""
        wide = self.width() >= self._characters * self.fontMetrics().averageCharWidth()
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if wanted != self.orientation():
            self.setOrientation(wanted)
            self.flipped.emit()
            shares = self._shares or [1] * self.count()
            # Of the room that is there: what is asked for beyond it Qt takes from each alike, not in proportion.
            room = (self.width() if wide else self.height()) - self.handleWidth() * (self.count() - 1)
            self.setSizes([max(room * share // sum(shares), 1) for share in shares])
        super().resizeEvent(event)
