"""Shifts a block and what follows it by any number of minutes: shows the new times before anything is done (R027)."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from studydag.model.operations import programme
from studydag.model.rules.time.schedule import schedule
from studydag.model.rules.time.time_edits import apply_edits, differences, shift_from
from studydag.model.values.errors import StudyDagError
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.problems import said
from studydag.ui.dialogs.times_table import TimesTable
from studydag.ui.fields.typed import MinutesField
from studydag.ui.timeline.words import BlockWords
from studydag.ui.workspace import Workspace

USUAL = 10


class ShiftDialog(Dialog):
    """Asks how many minutes later or earlier; the list follows what is typed."""

    def __init__(self, workspace: Workspace, words: BlockWords, block_id: int, parent: QWidget | None = None) -> None:
        """Begin with a usual delay."""
        _ = workspace.language.gettext
        super().__init__(_("Shift from here"), workspace.language, parent, accept=_("Shift"), characters=80)
        assert workspace.day is not None
        self._workspace = workspace
        self._day = workspace.day
        self._block_id = block_id
        self._now = workspace.schedule
        block = next(block for block in self._day.blocks if block.id == block_id)
        asked = _("Shift {title} and what follows it, up to the next pinned block:")
        self.add_text(asked.replace("{title}", self.language.quoted(words.title(block))))
        row = QHBoxLayout()
        self.minutes = MinutesField(self.language)
        self.minutes.name(_("Minutes to shift"))
        self.minutes.show_value(USUAL)
        self.minutes.edited.connect(lambda _value: self._show())
        self.later, self.earlier = QRadioButton(_("later"), self), QRadioButton(_("earlier"), self)
        self._direction = QButtonGroup(self)
        self._direction.addButton(self.later)
        self._direction.addButton(self.earlier)
        self.later.setChecked(True)
        self.later.toggled.connect(lambda _on: self._show())
        for widget in (self.minutes, self.later, self.earlier):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        self.table = TimesTable(words, self)
        self.body.addWidget(self.table, 1)
        self._show()

    @property
    def by(self) -> int:
        """By how many minutes, below nought for earlier."""
        minutes = int(self.minutes.shown or 0)
        return minutes if self.later.isChecked() else -minutes

    def ask(self) -> None:
        """Show the dialog; the rest is shifted when it is accepted."""
        self.minutes.line.setFocus()
        self.minutes.line.selectAll()
        self.run()

    def accept(self) -> None:
        """Shift."""
        self.table.setFocus()
        try:
            programme.shift_from(self._workspace.library, self._block_id, self.by)
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return
        super().accept()

    def _show(self) -> None:
        then = schedule(apply_edits(self._day, shift_from(self._day, self._block_id, self.by)))
        self.table.show_changes(differences(self._now, then))
