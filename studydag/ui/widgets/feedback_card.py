"""The feedback rules as a card, and the blocks in which they hold (R061)."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studydag.labels.titles import title_of
from studydag.model.operations import editing
from studydag.model.rules.goals.feedback_rules import rules_of_feedback
from studydag.model.values.programme import Block
from studydag.ui.layouts.fold import Fold
from studydag.ui.menu import Menu
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace


class FeedbackCard(QFrame):
    """Shows the rules; the menu puts them into blocks and takes them out. Handouts have them there."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.fold = Fold(_("Feedback rules"), self._made_rules, self)
        self.rules: QLabel | None = None
        self.used = text_label("", self, "quiet")
        self.put = QPushButton(_("Use them in a block"), self)
        self.menu = Menu(self.put)
        self.menu.aboutToShow.connect(self._fill)
        self.put.setMenu(self.menu)
        change = LinkButton(_("Write your own rules"), lambda: workspace.visit("school", 1, "feedback_rules"), self)
        row = QHBoxLayout()
        row.addWidget(self.used, 1)
        row.addWidget(change)
        row.addWidget(self.put)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 4, 12, 8)
        layout.setSpacing(2)
        layout.addWidget(self.fold)
        layout.addLayout(row)

    def _made_rules(self) -> QWidget:
        self.rules = QLabel()
        self.rules.setWordWrap(True)
        self._say_rules()
        return self.rules

    def _say_rules(self) -> None:
        language = self._workspace.language
        rules = rules_of_feedback(self._workspace.setting.school)
        if self.rules is not None:
            self.rules.setText("\n".join(f"•  {language.wording(each)}" for each in rules))

    def refresh(self) -> None:
        """Show the rules as they stand, and where they hold."""
        workspace, language = self._workspace, self._workspace.language
        day = workspace.day
        self._say_rules()
        blocks = () if day is None else day.blocks
        titles = [title_of(each, language) for each in blocks if each.feedback_rules]
        said = language.gettext("They are printed in the handout at: {blocks}").replace("{blocks}", ", ".join(titles))
        self.used.setText(said if titles else language.gettext("They are not used in any block yet."))
        self.put.setEnabled(bool(blocks) and not workspace.library.read_only)

    def _fill(self) -> None:
        self.menu.clear()
        day, language = self._workspace.day, self._workspace.language
        for block in () if day is None else day.blocks:
            if not block.phase.is_learning:
                continue
            action = self.menu.addAction(title_of(block, language).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(block.feedback_rules)
            action.triggered.connect(lambda holds, number=block.id: self._let(number, holds))

    def _let(self, block: int, holds: bool) -> None:
        workspace = self._workspace
        workspace.do(lambda: editing.change(workspace.library, Block, block, feedback_rules=holds))
