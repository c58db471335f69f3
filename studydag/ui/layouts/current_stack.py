"""A stack that asks for as much room as the page in view, not for as much as the greatest of its pages.

Qt's own asks for the greatest: a short list beside a long form is then stretched to the height of the form, and what
stands below the list is out of sight. To lay it out it asks all its pages anew, those too that nobody sees.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget


class CurrentStack(QStackedWidget):
    """A stack as high and wide as its current page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """Return what the current page would like."""
        current = self.currentWidget()
        return super().sizeHint() if current is None else current.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the current page needs."""
        current = self.currentWidget()
        return super().minimumSizeHint() if current is None else least(current)

    def hasHeightForWidth(self) -> bool:
        """Whether the current page is higher where it is narrower."""
        current = self.currentWidget()
        return current is not None and current.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the current page at a width."""
        current = self.currentWidget()
        return -1 if current is None else height(current, width)


def least(widget: QWidget) -> QSize:
    """Return the size that a widget needs, or was given as its least."""
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())


def height(widget: QWidget, width: int) -> int:
    """Return the height that a page needs at a width, whether or not it grows with it."""
    needed = least(widget).height()
    return max(widget.heightForWidth(width), needed) if widget.hasHeightForWidth() else needed
