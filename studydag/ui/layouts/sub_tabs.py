"""The parts of a page, one in view, each behind a small tab."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from studydag.ui.layouts.current_stack import CurrentStack
from studydag.ui.layouts.page_tabs import fit_tabs, space_tabs
from studydag.ui.layouts.part_scroll import PartScroll
from studydag.ui.layouts.quiet_tabs import QuietTabs

MARGIN = 16
VERY = "very"
"""How tight tabs are that don't fit even with shorter titles."""


class SubTabs(QWidget):
    """Tabs above a stack. `changed` says that another part came into view."""

    changed = Signal()

    def __init__(self, name: str, more: str = "", parent: QWidget | None = None, *, margin: int = MARGIN) -> None:
        """Begin without parts; `name` is for assistive technology, `more` holds the tabs that don't fit.

        `margin` stays free at both sides, in pixels.
        """
        super().__init__(parent)
        self.bar = QuietTabs(more, self)
        self.bar.setProperty("role", "pills")
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(name)
        self.stack = CurrentStack(self)
        row = QHBoxLayout()
        row.setContentsMargins(margin, 8, margin, 0)
        row.addWidget(self.bar)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)
        self._titles: list[tuple[str, str]] = []
        self._parts: list[QWidget] = []
        self._is_short = False
        self._needed = 0
        self._margin = margin

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the tabs."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the tabs that came while it was not seen."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Let the tabs stand closer together where they would not all fit, and have shorter titles where even so."""
        room = self.width() - 2 * self._margin
        if self.bar.property("tight") == VERY:
            space_tabs(self.bar, True)
        if self._is_short and room >= self._needed:
            self._entitle(short=False)
        fit_tabs(self.bar, room)
        needed = self.bar.sizeHint().width()
        if not self._is_short and needed > room:
            self._needed = needed
            self._entitle(short=True)
        if self._is_short and self.bar.sizeHint().width() > room:
            space_tabs(self.bar, VERY)
        # Asked for its size while it isn't seen, a bar no longer tells that it grew.
        self.bar.updateGeometry()

    def _entitle(self, *, short: bool) -> None:
        self._is_short = short
        for place, (title, shorter) in enumerate(self._titles):
            if shorter != title:
                self.bar.setTabText(place, shorter if short else title)
                self.bar.setTabToolTip(place, title if short else "")

    def add(self, title: str, part: QWidget, *, short: str = "") -> None:
        """Add a part; `short` is what its tab says where the titles would not all fit.

        Where the page is lower than what it needs it is scrolled, unless it does so itself.
        """
        self._titles.append((title, short or title))
        self._parts.append(part)
        # There from the start: with the part in it, it would be dressed anew as a whole.
        shown = part if isinstance(part, QAbstractScrollArea) else PartScroll(part, self.stack)
        self.stack.addWidget(shown)
        place = self.bar.addTab(title)
        self.bar.setAccessibleTabName(place, title)

    @property
    def part(self) -> QWidget | None:
        """The part in view."""
        index = self.stack.currentIndex()
        return self._parts[index] if index >= 0 else None

    def show_part(self, part: QWidget) -> None:
        """Bring a part into view, or the one that something stands in."""
        within: QWidget | None = part
        while within is not None and self.stack.indexOf(within) < 0:
            within = within.parentWidget()
        if within is not None:
            self.bar.setCurrentIndex(self.stack.indexOf(within))

    def _show(self, index: int) -> None:
        held: QWidget | None = QApplication.focusWidget()
        if isinstance(held, QWidget) and self.stack.isAncestorOf(held):
            # Else the keys would go to whatever comes first in the window.
            self.bar.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stack.setCurrentIndex(index)
        self.changed.emit()
