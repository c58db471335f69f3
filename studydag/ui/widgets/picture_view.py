"""What views of a picture of the day in view have in common: a bar of buttons, the picture that scrolls, or a start."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studydag.ui.icons import icon, icon_size
from studydag.ui.layouts.one_line import OneLine
from studydag.ui.workspace import Workspace

EMPTY, FULL = range(2)
ENOUGH = 18
"""In lines: as high is a view in which the line below the picture may take more than one."""


class PictureView(QWidget):
    """A picture that is drawn anew only while it is seen. Subclasses put its canvas into `scroll_area`.

    They call `arrange` once their widgets are there, and draw in `show_now`. `chosen` comes when another thing is
    selected, `open_asked` carries a thing to open, `begin_asked` comes from the button where there is nothing yet.
    """

    chosen = Signal()
    open_asked = Signal(object)
    begin_asked = Signal()

    def __init__(self, workspace: Workspace, begin: str, parent: QWidget | None = None) -> None:
        """Begin empty; `begin` stands on the button to begin with."""
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self.scroll_area = QScrollArea(self)
        # The keys are for the picture in it.
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.line = OneLine(self)
        self.line.setWordWrap(True)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin = QPushButton(begin, self)
        self.begin.setProperty("role", "primary")
        self.begin.clicked.connect(lambda _checked=False: self.begin_asked.emit())
        self._parts = QStackedWidget(self)

    def arrange(self, full: QWidget) -> None:
        """Put together what is shown while there is nothing, and `full` for when there is something."""
        nothing = QWidget(self)
        column = QVBoxLayout(nothing)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self._parts.addWidget(nothing)
        self._parts.addWidget(full)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to the picture."""
        super().resizeEvent(event)
        self.line.setWordWrap(self.height() >= self.fontMetrics().lineSpacing() * ENOUGH)

    def refresh(self) -> None:
        """Show the day as it stands; while the picture isn't seen that waits."""
        self._stale = True
        if self.isVisible():
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Show the day as it stands, unless that is shown already."""
        if self._stale:
            self._stale = False
            self.show_now()

    def show_now(self) -> None:
        """Draw the day as it stands."""
        raise NotImplementedError

    def show_picture(self, there: bool) -> None:
        """Show the picture, or how to begin."""
        self._parts.setCurrentIndex(FULL if there else EMPTY)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the day as it stands."""
        super().showEvent(event)
        self.bring_up_to_date()

    def button(self, sign: str, text: str, tip: str, run: object, *, has_text: bool = False) -> QToolButton:
        """Return a button for the bar; with `has_text` its text comes later."""
        button = QToolButton(self)
        button.setAutoRaise(True)
        if sign:
            button.setIcon(icon(sign, self.palette()))
            button.setIconSize(icon_size(self))
        button.setText(text)
        style = Qt.ToolButtonStyle
        beside = style.ToolButtonTextBesideIcon if sign else style.ToolButtonTextOnly
        button.setToolButtonStyle(beside if text or has_text else style.ToolButtonIconOnly)
        button.setToolTip(tip)
        button.setAccessibleName(tip.partition(" (")[0])
        if callable(run):
            button.clicked.connect(lambda _checked=False: run())
        return button
