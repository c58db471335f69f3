"""Asks at which moment a block is cut in two."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from studydag.model.operations.splitting import split_block
from studydag.model.rules.time.schedule import MINUTES_A_DAY, Slot, clock_time, minutes_after_midnight
from studydag.model.rules.time.splitting import halfway
from studydag.model.values.errors import StudyDagError
from studydag.model.values.programme import Block
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.problems import said
from studydag.ui.fields.typed import ClockField, MinutesField
from studydag.ui.timeline.words import BlockWords
from studydag.ui.workspace import Workspace


class SplitDialog(Dialog):
    """Takes a clock time where the block has one, else how long the first piece lasts. `made` is the second piece."""

    def __init__(
        self, workspace: Workspace, words: BlockWords, block: Block, slot: Slot | None, parent: QWidget | None = None
    ) -> None:
        """Begin halfway."""
        _ = workspace.language.gettext
        super().__init__(_("Split block"), workspace.language, parent, accept=_("Split"), characters=52)
        self._workspace = workspace
        self._block = block
        self._slot = slot
        self.made: int | None = None
        self.add_text(words.title(block), "heading")
        middle = halfway(block.minutes) if block.minutes > 1 else block.minutes
        title = _("The second piece begins at") if slot is not None else _("The first piece lasts")
        self.field = ClockField(self.language) if slot is not None else MinutesField(self.language)
        self.field.show_value(clock_time(slot.start + middle) if slot is not None else middle)
        self.field.name(title)
        self.field.edited.connect(lambda _value: self._say())
        if slot is not None:
            self.add_text(words.time(slot), "quiet")
        self.add_field(title, self.field)
        self.pieces = self.add_text("", "quiet")
        self.body.addStretch(1)
        self._say()

    @property
    def after(self) -> int:
        """After how many minutes the block is cut."""
        value = self.field.shown
        if self._slot is not None and isinstance(value, dt.time):
            return (minutes_after_midnight(value) - self._slot.start) % MINUTES_A_DAY
        return value if isinstance(value, int) else 0

    def ask(self) -> int | None:
        """Show the dialog; return the second piece, if the block was cut."""
        self.field.line.setFocus()
        self.field.line.selectAll()
        return self.made if self.run() else None

    def accept(self) -> None:
        """Cut it."""
        self.accepting.setFocus()
        try:
            self.made = split_block(self._workspace.library, self._block.id, self.after)
        except StudyDagError as error:
            self.say_problem(said(error, self.language))
            return
        super().accept()

    def _say(self) -> None:
        first, rest = self.after, self._block.minutes - self.after
        fits = 0 < first < self._block.minutes
        self.pieces.setText(f"{self.language.minutes(first)} + {self.language.minutes(rest)}" if fits else "")
