"""Asks why a finding may stay as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studydag.language import Language
from studydag.ui.asking.dialog import Dialog
from studydag.ui.fields.text import TextField

LINES = 3


class AcceptDialog(Dialog):
    """Takes no empty reason."""

    def __init__(self, finding: str, language: Language, parent: QWidget | None) -> None:
        """Show what the finding says, and a field for the reason."""
        _ = language.gettext
        super().__init__(_("Accept with a reason"), language, parent, accept=_("Accept"))
        self.add_text(finding)
        self.reason = TextField(lines=LINES)
        question = _("Why may this stay as it is? The reason is kept, and printed in the justification.")
        self.reason.name(question)
        self.add_field(question, self.reason)
        self.reason.setFocus()

    def ask(self) -> str:
        """Show the dialog; return the reason, or nothing when it was cancelled."""
        return str(self.reason.shown).strip() if self.run() else ""

    def accept(self) -> None:
        """Accept once there is a reason."""
        self.reason.finish()
        if not str(self.reason.shown or "").strip():
            self.say_problem(self.language.gettext("Give a reason first."))
            self.reason.setFocus()
            return
        super().accept()
