"""Keeps a study day as a template: asks for its name and what it is for, and says what stays behind."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studydag.model.operations.templates import save_as_template
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.workspace import Workspace

LINES = 4


class SaveTemplateDialog(Dialog):
    """Asks for a title; `ask` returns the template's id."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        """Propose the title of the day in view."""
        _ = workspace.language.gettext
        super().__init__(_("Save as template"), workspace.language, parent, accept=_("Save template"), characters=72)
        assert workspace.day is not None
        self._workspace = workspace
        self._day = workspace.day
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
        self.title.show_value(self._day.title)
        self.about = TextField(lines=LINES)
        self.about.name(_("What it is for"))
        self.add_field(_("Title"), self.title)
        self.add_field(_("What it is for"), self.about)
        self.add_text(_("You find it under “New study day”, and under School, Templates."), "quiet")
        self.body.addStretch(1)

    def ask(self) -> int | None:
        """Show the dialog; return the id of the template that was made, if one was."""
        self.run()
        return self._made

    def accept(self) -> None:
        """Keep the template, or say what is missing."""
        self.finish_typing()
        if self.tries(self._save):
            super().accept()

    def _save(self) -> None:
        self._made = save_as_template(
            self._workspace.library, self._day.id, self.title.shown or "", description=self.about.shown or ""
        )
