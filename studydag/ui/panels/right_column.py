"""The right column: the inspector of what is selected, and below it the checks that concern it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from studydag.model.values.references import Reference
from studydag.ui.layouts.current_stack import CurrentStack
from studydag.ui.layouts.flipping import thin_handles
from studydag.ui.look import Look
from studydag.ui.panels.checks_panel import ChecksPanel
from studydag.ui.workspace import Workspace

INSPECTOR_LINES = 12
SHARES = (5000, 2000)
"""How much of the height the inspector gets, and the checks, as long as nobody moved what is between them."""
HEADING_LINES = 3
"""For a heading of the checks below which nothing stands."""
QWIDGETSIZE_MAX = 16777215
"""Qt's word for no limit, which PySide has no name for."""


class RightColumn(QWidget):
    """Shows the inspector of the page in view, if it has one, and the checks."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin with the checks alone."""
        super().__init__(parent)
        self.setObjectName("rightColumn")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.checks = ChecksPanel(workspace, look, self)
        self._inspectors = CurrentStack()
        self._slot = QScrollArea(self)
        self._slot.setWidgetResizable(True)
        self._slot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._slot.setFrameShape(QFrame.Shape.NoFrame)
        self._slot.setWidget(self._inspectors)
        self._slot.hide()
        splitter = self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        thin_handles(splitter)
        splitter.addWidget(self._slot)
        splitter.addWidget(self.checks)
        for place, share in enumerate(SHARES):
            splitter.setStretchFactor(place, share)
        splitter.splitterMoved.connect(self._note_by_hand)
        self._slot.setMinimumHeight(self.fontMetrics().height() * INSPECTOR_LINES)
        self._sizes: list[int] = []
        self._by_hand = False
        self.checks.takes_room_changed.connect(self._share)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 8, 8)
        layout.addWidget(splitter)

    def take_in(self, inspector: QWidget) -> None:
        """Keep room for a page's inspector, which may not be wholly built yet."""
        if self._inspectors.indexOf(inspector) < 0:
            self._inspectors.addWidget(inspector)

    def shows(self, inspector: QWidget | None) -> bool:
        """Whether a page's inspector, or none, is shown already."""
        if inspector is None or self._slot.isHidden():
            return inspector is None and self._slot.isHidden()
        return self._inspectors.currentWidget() is inspector

    @property
    def inspector(self) -> QWidget | None:
        """The inspector that is shown."""
        return None if self._slot.isHidden() else self._inspectors.currentWidget()

    def show_inspector(self, inspector: QWidget | None, selection: tuple[Reference, ...]) -> None:
        """Show a page's inspector, or none, and narrow the checks to what is selected."""
        comes = inspector is not None and self._slot.isHidden()
        if inspector is not None:
            self.take_in(inspector)
            self._inspectors.setCurrentWidget(inspector)
        self._slot.setVisible(inspector is not None)
        if not selection:
            self._slot.verticalScrollBar().setValue(0)
        if comes and not self._by_hand:
            # Qt would leave it no more than it needs at least.
            self._splitter.setSizes(list(SHARES))
        self.checks.narrow(frozenset(selection))

    def _note_by_hand(self) -> None:
        self._by_hand = True

    def _share(self) -> None:
        """Give the inspector what the checks don't need, and the checks what they had before when they do."""
        if self.checks.takes_room:
            self.checks.setMaximumHeight(QWIDGETSIZE_MAX)
            if sum(self._sizes):
                self._splitter.setSizes(self._sizes)
        else:
            self._sizes = self._splitter.sizes()
            self.checks.setMaximumHeight(HEADING_LINES * self.fontMetrics().lineSpacing())
