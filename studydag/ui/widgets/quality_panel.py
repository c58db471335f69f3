"""The four factors of a good study day with their numbers (R070); never a score or a mark."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from studydag.model.rules.checking import what_holds
from studydag.model.rules.quality import Factor, Line, quality
from studydag.ui.layouts.beside import Beside
from studydag.ui.widgets.signed_lines import SignedLines
from studydag.ui.workspace import Workspace

COLUMNS = 2
CARDS_BESIDE = 70
"""Characters of width from which two cards stand beside each other."""
GAP = 10
"""Pixels between two cards."""


class QualityPanel(QWidget):
    """A card for each factor, in two columns."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Build the cards."""
        super().__init__(parent)
        self._workspace = workspace
        _ = workspace.language.gettext
        names = {
            Factor.PURPOSE: _("Clear purpose"),
            Factor.INVOLVEMENT: _("Active involvement"),
            Factor.PRACTICE: _("Balance of theory and practice"),
            Factor.FOLLOW_UP: _("Concrete follow-up"),
        }
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 4)
        rows.setSpacing(GAP)
        self.texts: dict[Factor, QLabel] = {}
        pairs = [Beside(self, characters=CARDS_BESIDE, spacing=GAP) for _place in range(0, len(Factor), COLUMNS)]
        for pair in pairs:
            rows.addWidget(pair)
        for place, factor in enumerate(Factor):
            card = QFrame(self)
            card.setProperty("role", "card")
            column = QVBoxLayout(card)
            column.setContentsMargins(12, 6, 12, 8)
            column.setSpacing(3)
            heading = QLabel(names[factor], card)
            heading.setProperty("role", "heading")
            text = SignedLines(card)
            column.addWidget(heading)
            column.addWidget(text)
            column.addStretch(1)
            self.texts[factor] = text
            pairs[place // COLUMNS].add(card, 1)
        workspace.checked.connect(self.refresh)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the checks when it comes into view."""
        super().showEvent(event)
        self._say()

    def refresh(self) -> None:
        """Say what the checks say now, if it is seen."""
        if self.isVisible():
            self._workspace.idle.add(self._say)

    def _say(self) -> None:
        workspace = self._workspace
        if workspace.day is None:
            return
        holds = what_holds(workspace.day, workspace.setting, workspace.today())
        found = quality(workspace.findings, holds, workspace.day, workspace.setting)
        for factor, lines in found.items():
            text = "\n".join(map(self._said, lines))
            self.texts[factor].setText(text or workspace.language.gettext("Nothing to say about this yet."))

    def _said(self, line: Line) -> str:
        language = self._workspace.language
        text = language.capitalised(language.wording(line.text, line.figures))
        sign = "✓" if line.holds else "○" if line.accepted else "•"
        if line.findings > 1:
            more = language.gettext("and {n} more like it").replace("{n}", str(line.findings - 1))
            text = f"{text} ({more})"
        if line.accepted:
            accepted = language.gettext("accepted")
            text = f"{text} ({accepted})"
        return f"{sign} {text}"
