"""How to begin, for a library without study days: four questions, the worked example, or a copy of others."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studydag.ui.icons import drawing
from studydag.ui.layouts.flow import FlowLayout
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.commands import Commands

WIDEST = 80
"""Characters; longer lines read badly."""
CARD = 34
"""Characters that a way to begin is wide at least."""
PADDING = 16


class StartPanel(QScrollArea):
    """Three ways to begin, the first one for most people."""

    def __init__(self, workspace: Workspace, commands: Commands, parent: QWidget | None = None) -> None:
        """Build a card for each way."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addLayout(self._said(_("Plan a study day, with what comes before and after it"), "title"))
        column.addLayout(self._said(_("Everything you change is saved at once, and you can undo all of it."), "quiet"))
        column.addSpacing(20)
        begin, self.begin = self._card(
            "calendar-days",
            _("A new study day"),
            _("Answer four questions and you have a draft to print. Goals, programme and follow-up come after that."),
            _("New study day…"),
            commands.new_day,
        )
        self.begin.setProperty("role", "primary")
        example, self.example = self._card(
            "lightbulb",
            _("Look around first"),
            _("The worked example is a whole study day, filled in, with all its documents. Change what you like."),
            _("Look at the worked example"),
            commands.worked_example,
        )
        copy, self.copy = self._card(
            "folder-open",
            _("Continue with a copy"),
            _("Did a colleague send you a .studydag file, or are you moving from another laptop? Add its study days."),
            _("Add study days from a copy…"),
            commands.take_in,
        )
        cards = QWidget(inner)
        row = FlowLayout(cards, spacing=16, centred=True)
        widest = max(card.width() for card in (begin, example, copy))
        for card in (begin, example, copy):
            card.setFixedWidth(widest)
            row.addWidget(card)
        column.addWidget(cards)
        column.addStretch(3)
        self.setWidget(inner)
        for button in (self.begin, self.example, self.copy):
            button.setEnabled(not workspace.library.read_only)

    def _said(self, text: str, role: str) -> QHBoxLayout:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # A title has larger letters, and needs the room of them.
        label.ensurePolished()
        label.setMaximumWidth(label.fontMetrics().averageCharWidth() * WIDEST)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(label, 100)
        row.addStretch(1)
        return row

    def _card(
        self, sign: str, title: str, text: str, does: str, run: Callable[[], object]
    ) -> tuple[QFrame, QPushButton]:
        card = QFrame(self)
        card.setProperty("role", "card")
        metrics = card.fontMetrics()
        picture = QLabel(card)
        picture.setPixmap(drawing(sign, metrics.height() * 2, self.palette().color(QPalette.ColorRole.Link).name()))
        heading, said = QLabel(title, card), QLabel(text, card)
        heading.setProperty("role", "heading")
        said.setProperty("role", "quiet")
        for label in (heading, said):
            label.setWordWrap(True)
        button = QPushButton(does, card)
        button.clicked.connect(lambda _checked=False: run())
        column = QVBoxLayout(card)
        column.setContentsMargins(*(4 * (PADDING,)))
        column.setSpacing(8)
        column.addWidget(picture)
        column.addWidget(heading)
        column.addWidget(said)
        column.addStretch(1)
        column.addWidget(button)
        button.ensurePolished()
        card.setFixedWidth(max(metrics.averageCharWidth() * CARD, button.sizeHint().width() + 2 * PADDING))
        return card, button
