"""The parts of a page, one in view, each behind a small tab."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from studydag.ui.widgets.page_tabs import fit_tabs

MARGIN = 16


class SubTabs(QWidget):
    """Tabs above a stack. `changed` says that another part came into view."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without parts; `name` is for assistive technology."""
        super().__init__(parent)
        self.bar = QTabBar(self)
        self.bar.setProperty("role", "pills")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(name)
        self.stack = QStackedWidget(self)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 8, MARGIN, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the tabs stand closer together where they would not all fit."""
        super().resizeEvent(event)
        fit_tabs(self.bar, self.width() - 2 * MARGIN)

    def add(self, title: str, part: QWidget) -> None:
        """Add a part."""
        self.stack.addWidget(part)
        self.bar.addTab(title)

    def show_part(self, part: QWidget) -> None:
        """Bring a part into view, or the one that something stands in."""
        within: QWidget | None = part
        while within is not None and self.stack.indexOf(within) < 0:
            within = within.parentWidget()
        if within is not None:
            self.bar.setCurrentIndex(self.stack.indexOf(within))

    def _show(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.changed.emit()
