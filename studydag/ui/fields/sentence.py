"""The editor of a goal's sentence: a text with ways to begin it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from studydag.model.rules.written.goal_sentences import begun_with
from studydag.ui.fields.text import TextField
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as


class SentenceField(TextField):
    """A text below which ways to begin stand in a menu; one that is chosen takes the place of the present one."""

    def __init__(self, stems: Callable[[], Sequence[str]], offer: str, parent: QWidget | None = None) -> None:
        """Offer what `stems` gives when the menu opens; `offer` is what the button says."""
        super().__init__(parent)
        self._stems = stems
        self.button = QToolButton(self)
        self.button.setText(offer)
        self.button.setProperty("role", "add")
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = Menu(self.button)
        self.menu.aboutToShow.connect(self._fill)
        self.button.setMenu(self.menu)
        speak_as(self.button, SpokenAs.MENU)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setSpacing(0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin_with(self, stem: str) -> None:
        """Begin the sentence so, and let the user go on typing."""
        self.text.setPlainText(begun_with(stem, self.text.toPlainText()))
        self.text.setFocus()
        self.text.moveCursor(QTextCursor.MoveOperation.End)

    def _fill(self) -> None:
        self.menu.clear()
        for stem in self._stems():
            self.menu.addAction(f"{stem} …").triggered.connect(partial(self._chosen, stem))

    def _chosen(self, stem: str, _checked: bool = False) -> None:
        self.begin_with(stem)
