"""Notes the learning questions of one occasion: when and where they were asked, and all of them line by line (R039)."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from studydag.model.operations.goals import add_needs
from studydag.model.values.goals import Need, NeedSetting, NeedSource
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.dates import DateField
from studydag.ui.fields.labelled import labelled
from studydag.ui.workspace import Workspace

LINES = 8


class LearningQuestionsDialog(Dialog):
    """One date and one setting for as many questions as are typed or pasted; `ask` returns the needs that were made."""

    def __init__(self, workspace: Workspace, on: dt.date | None, parent: QWidget | None) -> None:
        """Begin with a date, and with the team meeting."""
        language = workspace.language
        _ = language.gettext
        super().__init__(_("Note learning questions"), language, parent, accept=_("Add"), characters=72)
        self._workspace = workspace
        self.made: tuple[int, ...] = ()
        self.add_text(_("What colleagues asked on one occasion. Each line becomes a need of this day."), "quiet")
        self.date = DateField(language)
        self.date.show_value(on)
        self.date.keep_unread(workspace.today)
        settings = [Choice(each, language.capitalised(language.member(each))) for each in NeedSetting]
        self.setting = ChoiceField([Choice(None, "–"), *settings])
        self.setting.show_value(NeedSetting.TEAM_MEETING)
        row = QHBoxLayout()
        row.addLayout(labelled(_("When"), self.date, self), 1)
        row.addLayout(labelled(_("Setting"), self.setting, self), 1)
        self.body.addLayout(row)
        self.lines = QPlainTextEdit(self)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(_("Learning questions, each on a line of its own"))
        self.lines.setPlaceholderText(_("How do I see what pupils have understood?"))
        self.lines.setMinimumHeight(self.fontMetrics().lineSpacing() * LINES)
        self.lines.textChanged.connect(self._count)
        self.add_field(_("Learning questions, each on a line of its own"), self.lines)
        self._count()
        self.lines.setFocus()

    def ask(self) -> tuple[int, ...]:
        """Show the dialog; return the ids of the needs that were made."""
        return self.made if self.run() else ()

    def accept(self) -> None:
        """Add the needs as one step."""
        day, library = self._workspace.day, self._workspace.library
        # Whatever is still being typed in the date is taken first.
        self.lines.setFocus()
        if day is None:
            return
        like = Need(source=NeedSource.INFORMAL_TALK, setting=self.setting.shown, date=self.date.shown)

        def add() -> None:
            self.date.must_be_read()
            self.made = add_needs(library, day.id, self.lines.toPlainText(), like)

        if self.tries(add):
            super().accept()

    def _count(self) -> None:
        n = sum(bool(line.strip()) for line in self.lines.toPlainText().splitlines())
        text = self.language.ngettext("Add {n} question", "Add {n} questions", n).replace("{n}", str(n))
        self.accepting.setText(text if n else self.language.gettext("Add"))
        self.accepting.setEnabled(n > 0)
