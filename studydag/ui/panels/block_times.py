"""When a block begins and ends, and how long it lasts: three fields of which two settle the third."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from studydag.labels import field_name
from studydag.model.operations import programme
from studydag.model.values.errors import InvalidValue, StudyDagError
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.announcing import announce
from studydag.ui.checked import show_checked
from studydag.ui.fields.field import Field
from studydag.ui.fields.labelled import labelled
from studydag.ui.fields.typed import ClockField, MinutesField
from studydag.ui.text_label import text_label
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.words import BlockWords


class BlockTimes(QWidget):
    """A start that is typed pins the block, an end sets its minutes. The button pins and unpins as it stands."""

    def __init__(self, commands: BlockCommands, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        workspace = commands.workspace
        self._commands = commands
        self._workspace = workspace
        self._block: Block | None = None
        language = workspace.language
        self.start = ClockField(language, optional=True)
        self.end = ClockField(language)
        self.minutes = MinutesField(language)
        self.pin = QToolButton(self)
        self.pin.setCheckable(True)
        self.note = text_label("", self, "quiet")
        self.problem = text_label("", self, "problem")
        self.problem.hide()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for title, field in (
            (field_name("start", language), self.start),
            (field_name("end", language), self.end),
            (field_name("minutes", language, Block), self.minutes),
        ):
            row.addLayout(labelled(language.capitalised(title), field, self), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        below = QHBoxLayout()
        below.addWidget(self.pin)
        below.addWidget(self.note, 1)
        layout.addLayout(below)
        layout.addWidget(self.problem)
        self.start.edited.connect(self._start_typed)
        self.end.edited.connect(self._end_typed)
        self.minutes.edited.connect(self._minutes_typed)
        self.pin.toggled.connect(self._toggle_pin)

    def show_block(self, block: Block) -> None:
        """Show the times of a block."""
        day = self._workspace.day
        if day is None:
            return
        other = self._block is None or self._block.id != block.id
        self._block = block
        words = self._commands.words
        slot = self._workspace.schedule.slot_of(block.id)
        timed = slot is not None and not block.cancelled
        self.start.after = self.end.after = None if slot is None else slot.part.start
        self._show(self.start, None if slot is None else slot.start_time)
        self._show(self.end, slot.end_time if timed and slot is not None and not slot.open_end else None)
        self._show(self.minutes, words.whole_minutes(block, slot))
        writable = not self._workspace.library.read_only
        is_option = block.round is not None
        fixed = block.kind is BlockKind.ROUND and any(each.round == block.id for each in day.blocks)
        self.start.setEnabled(writable and slot is not None and not is_option)
        self.end.setEnabled(writable and timed and not fixed)
        self.minutes.setEnabled(writable and not fixed)
        self.pin.setEnabled(writable and slot is not None and not is_option)
        show_checked(self.pin, block.pinned_start is not None)
        _ = self._workspace.language.gettext
        self.pin.setText(_("Unpin") if block.pinned_start is not None else _("Pin"))
        self.note.setText(self._note(block, words))
        if other:
            self._say("")

    def _note(self, block: Block, words: BlockWords) -> str:
        _ = self._workspace.language.gettext
        slot = self._workspace.schedule.slot_of(block.id)
        if slot is None:
            return _("has no clock time")
        follows = "" if block.round is not None else _("follows what comes before")
        first = _("stays at its clock time") if block.pinned_start is not None else follows
        return " · ".join(each for each in (first, *words.hints(slot)) if each)

    def _show(self, field: Field, value: Any) -> None:
        if field.shown != value:
            field.show_value(value)

    def _start_typed(self, start: dt.time | None) -> None:
        block_id, library = self._block_id, self._workspace.library
        if start is None:
            self._try(self.start, lambda: programme.unpin(library, block_id))
        else:
            self._try(self.start, lambda: programme.pin(library, block_id, start))

    def _end_typed(self, end: dt.time) -> None:
        self._try(self.end, lambda: programme.set_end(self._workspace.library, self._block_id, end))

    def _minutes_typed(self, minutes: int) -> None:
        self._try(self.minutes, lambda: programme.set_minutes(self._workspace.library, self._block_id, minutes))

    def _toggle_pin(self) -> None:
        block, library = self._block, self._workspace.library
        if block is None:
            return
        if block.pinned_start is not None:
            self._try(self.start, lambda: programme.unpin(library, block.id))
        else:
            self._try(self.start, lambda: programme.pin(library, block.id))

    @property
    def _block_id(self) -> int:
        return 0 if self._block is None else self._block.id

    def _try(self, field: Field, operation: Callable[[], None]) -> None:
        language = self._workspace.language
        try:
            operation()
        except InvalidValue as error:
            self._say(" ".join(dict.fromkeys(language.problem(problem) for problem in error.problems)))
            field.mark(wrong=True)
            field.explain(self.problem.text())
        except StudyDagError as error:
            self._say(language.error(error))
        else:
            self._say("")
            # What was typed may stand there still, while the edit led to another time.
            if self._block is not None:
                self.show_block(self._block)

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        announce(self, text)
        if not text:
            for field in (self.start, self.end, self.minutes):
                field.mark(wrong=False)
                field.explain("")
