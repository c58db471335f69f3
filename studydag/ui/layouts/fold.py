"""A heading that unfolds what stands below it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from studydag.ui.spoken_roles import SpokenAs, speak_as, tell_unfolded

_STYLE = """
    QToolButton { border: 1px solid transparent; padding: 3px 0; }
    QToolButton:focus { border-color: palette(highlight); }
"""
"""A heading, not a button that is pressed in."""


class Fold(QWidget):
    """Makes its content when it is first unfolded. `unfolded` says that it is to be seen, `turned` that it changed."""

    unfolded = Signal()
    turned = Signal(bool)

    def __init__(self, title: str, make: Callable[[], QWidget], parent: QWidget | None = None) -> None:
        """Begin folded."""
        super().__init__(parent)
        self._make = make
        self.content: QWidget | None = None
        self.button = QToolButton(self)
        speak_as(self.button, SpokenAs.FOLD)
        self.button.setText(title.replace("&", "&&"))
        self.button.setCheckable(True)
        self.button.setAutoRaise(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.setStyleSheet(_STYLE)
        font = self.button.font()
        font.setWeight(font.Weight.DemiBold)
        self.button.setFont(font)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 4)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.button)
        self.button.toggled.connect(self._turn)

    @property
    def is_open(self) -> bool:
        """Whether its content is to be seen."""
        return self.button.isChecked()

    def open(self, *, wide: bool = True) -> None:
        """Unfold, or fold."""
        self.button.setChecked(wide)

    def made(self) -> QWidget:
        """Return the content, made if it wasn't yet, seen or not."""
        if self.content is None:
            self.content = self._make()
            self.content.setContentsMargins(6, 0, 0, 0)
            self._layout.addWidget(self.content)
            self.content.setVisible(self.is_open)
        return self.content

    def _turn(self, wide: bool) -> None:
        self.button.setArrowType(Qt.ArrowType.DownArrow if wide else Qt.ArrowType.RightArrow)
        if wide:
            self.made()
        if self.content is not None:
            self.content.setVisible(wide)
        if wide:
            self.unfolded.emit()
        tell_unfolded(self.button)
        self.turned.emit(wide)
