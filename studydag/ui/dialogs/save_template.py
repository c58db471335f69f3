"""Keeps a study day as a template: asks for its name and what it is for, and says what stays behind.

With no day in view it asks which one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studydag.model.operations.templates import save_as_template
from studydag.model.store.first_list import day_lines
from studydag.ui.asking.dialog import Dialog
from studydag.ui.day_titles import dated_title
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.workspace import Workspace

LINES = 4


class SaveTemplateDialog(Dialog):
    """Asks for a title; `ask` returns the template's id."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Propose the title of the day in view, or of the first of all; there has to be one."""
        _ = workspace.language.gettext
        super().__init__(_("Save as template"), workspace.language, parent, accept=_("Save template"), characters=72)
        self._workspace = workspace
        day = workspace.day
        lines = day_lines(workspace.library.path) if day is None else ()
        self._titles = {line.id: line.title for line in lines} if day is None else {day.id: day.title}
        self._day = next(iter(self._titles))
        self.which = ChoiceField([Choice(line.id, dated_title(line, workspace.language)) for line in lines])
        self.which.name(_("Study day"))
        self.which.show_value(self._day)
        self.which.edited.connect(self._choose)
        self._made: int | None = None
        self.add_text(
            _(
                "Programme, goals, actions, moments and measures are kept to begin other days with. Dates, people, "
                "registrations, results and confidential needs stay behind."
            ),
            "quiet",
        )
        self.title = LineField()
        self.title.name(_("Title"))
        self.title.show_value(self._titles[self._day])
        self.about = TextField(lines=LINES)
        self.about.name(_("What it is for"))
        if day is None:
            self.add_field(_("Study day"), self.which)
        else:
            self.which.hide()
            self.which.setParent(self)
        self.add_field(_("Title"), self.title)
        self.add_field(_("What it is for"), self.about)
        self.add_text(_("You will find it under ‘New study day’, and under School, Templates."), "quiet")
        self.body.addStretch(1)

    def ask(self) -> int | None:
        """Show the dialog; return the id of the template that was made, if one was."""
        self.run()
        return self._made

    def _choose(self, day_id: int) -> None:
        is_proposed = (self.title.shown or "") == self._titles[self._day]
        self._day = day_id
        if is_proposed:
            self.title.show_value(self._titles[day_id])

    def accept(self) -> None:
        """Keep the template, or say what is missing."""
        self.finish_typing()
        if self.tries(self._save):
            super().accept()

    def _save(self) -> None:
        self._made = save_as_template(
            self._workspace.library, self._day, self.title.shown or "", description=self.about.shown or ""
        )
