"""Tabs that ask for as much room as the page in view, as `CurrentStack` does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from studydag.ui.layouts.current_stack import height, least
from studydag.ui.layouts.page_tabs import fit_tabs
from studydag.ui.layouts.quiet_tabs import QuietTabs


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
        return self._with_bar(least(self.currentWidget())) if self.count() else super().minimumSizeHint()

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
        return height(self.currentWidget(), width) + self.tabBar().sizeHint().height()
