"""Stacks and tabs that ask for as much room as what is seen in them, not for as much as the greatest of their pages.

Qt's own ask for the greatest: a short list beside a long form is then stretched to the height of the form, and what
stands below the list is out of sight.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from studydag.ui.layouts.page_tabs import fit_tabs
from studydag.ui.layouts.quiet_tabs import QuietTabs


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
        return super().minimumSizeHint() if current is None else _least(current)

    def hasHeightForWidth(self) -> bool:
        """Whether the current page is higher where it is narrower."""
        current = self.currentWidget()
        return current is not None and current.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the current page at a width."""
        current = self.currentWidget()
        return -1 if current is None else _height(current, width)


class CurrentTabs(QTabWidget):
    """Tabs as high and wide as the page in view, with their bar above it; closer together where they would not fit."""

    def __init__(self, more: str = "", parent: QWidget | None = None, *, margin: int = 0) -> None:
        """Begin empty; `more` is what the button says that holds the tabs for which there is no room.

        `margin` stays free at both sides of the bar, in pixels.
        """
        super().__init__(parent)
        self._margin = margin
        self.setTabBar(QuietTabs(more, self))
        stack = self.findChild(QStackedWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert isinstance(stack, QStackedWidget)
        # What was never given a size asks all its pages how large they would like to be when it is first shown.
        stack.resize(self.size())
        self.currentChanged.connect(lambda _index: self.updateGeometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs."""
        super().resizeEvent(event)
        fit_tabs(self.tabBar(), self.width() - 2 * self._margin)

    def sizeHint(self) -> QSize:
        """Return what the current page and the bar would like."""
        return self._with_bar(self.currentWidget().sizeHint()) if self.count() else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the current page and the bar need."""
        return self._with_bar(_least(self.currentWidget())) if self.count() else super().minimumSizeHint()

    def _with_bar(self, page: QSize) -> QSize:
        bar = self.tabBar().minimumSizeHint()
        return QSize(max(page.width(), bar.width()), page.height() + bar.height())

    def hasHeightForWidth(self) -> bool:
        """Whether the current page is higher where it is narrower."""
        return self.count() > 0 and self.currentWidget().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the current page and the bar at a width."""
        if not self.count():
            return -1
        return _height(self.currentWidget(), width) + self.tabBar().sizeHint().height()


def _least(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())


def _height(widget: QWidget, width: int) -> int:
    """Return the height that a page needs at a width, whether or not it grows with it."""
    least = _least(widget).height()
    return max(widget.heightForWidth(width), least) if widget.hasHeightForWidth() else least
