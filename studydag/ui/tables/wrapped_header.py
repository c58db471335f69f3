"""The heads of columns whose titles go on in more lines where the columns are narrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView, QWidget

PADDING: Final = 6
"""Pixels around a text."""
MOST_HIGH: Final = 400
WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


class WrappedHeader(QHeaderView):
    """As high as its highest title needs at the width that it has."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Stand above the columns."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return how high a title is, wrapped to the width of its column."""
        text = str(self.model().headerData(section, self.orientation()) or "")
        return wrapped_size(self.fontMetrics(), text, self.sectionSize(section))

    def fit(self) -> None:
        """Become higher or lower, where columns have another width and their titles wrap otherwise."""
        if self.count():
            self.headerDataChanged(Qt.Orientation.Horizontal, 0, self.count() - 1)


def wrapped_size(metrics: QFontMetrics, text: str, width: int) -> QSize:
    """Return how much room a text takes in a width, in pixels, with what is left free around it."""
    room = QRect(0, 0, max(width - 2 * PADDING, 1), MOST_HIGH)
    bounds = metrics.boundingRect(room, WRAPPED, text)
    return QSize(bounds.width() + 2 * PADDING, bounds.height() + 2 * PADDING)
