"""Typing title, start and minutes of a block where it stands on a canvas, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from studydag.model.values.programme import Block
from studydag.ui.timeline.in_place import InPlaceEditor, Typed

if TYPE_CHECKING:
    from studydag.ui.timeline.canvas import BlockCanvas

FEWEST_LETTERS = 24
"""Of a title that are seen while it is typed, also over a small block."""


class TypingInPlace:
    """Is about one block at a time; `fields` are there while it is typed."""

    def __init__(self, canvas: BlockCanvas) -> None:
        """Begin with nothing being typed."""
        self._canvas = canvas
        self.fields: InPlaceEditor | None = None
        self._block_id: int | None = None

    def begin(self, block_id: int, *, at_start: bool) -> None:
        """Let a block be typed, beginning with its title or its start; what was being typed is finished."""
        canvas, commands = self._canvas, self._canvas.commands
        rect, block = canvas.rect_of(block_id), canvas.block(block_id)
        if rect is None or block is None or canvas.words is None or commands.workspace.library.read_only:
            return
        canvas.show_block(block_id)
        self.finish()
        slot = None if block.cancelled else commands.workspace.schedule.slot_of(block_id)
        minutes = None if slot is not None and slot.options else canvas.words.whole_minutes(block, slot)
        self._block_id = block_id
        self.fields = InPlaceEditor(block, slot, minutes, commands.workspace.language, canvas)
        self.fields.setGeometry(self._room(rect, self.fields))
        self.fields.finished.connect(lambda typed: self._end(block, typed))
        self.fields.paused.connect(lambda title: commands.write(block_id, title, began=block))
        self.fields.leading_on = canvas.actions_of_blocks.leading_on
        self.fields.show()
        self.fields.begin(at_start=at_start)

    def finish(self) -> None:
        """Take what is being typed as finished."""
        if self.fields is not None:
            self.fields.finish()

    def follow(self) -> None:
        """Give up what is typed of a block that undo, or somebody else, took away or made another one."""
        if self.fields is None or self._block_id is None:
            return
        is_gone = self._canvas.rect_of(self._block_id) is None
        if is_gone or self.fields.is_outdated_by(self._canvas.block(self._block_id)):
            self.fields.give_up()

    def _end(self, block: Block, typed: Typed | None) -> None:
        fields, self.fields = self.fields, None
        if fields is not None:
            if fields.has_focus():
                self._canvas.setFocus()
            fields.hide()
            fields.deleteLater()
        if typed is not None:
            self._canvas.commands.write(block.id, typed.title, typed.span, unpins=typed.unpins, began=block)

    def _room(self, rect: QRectF, fields: InPlaceEditor) -> QRect:
        """Return where to type: the title over the block, the start before it."""
        canvas, metrics = self._canvas, self._canvas.fontMetrics()
        height = max(metrics.height() + 8, fields.sizeHint().height())
        before = fields.start.width() if fields.start.isVisibleTo(fields) else 0
        least = metrics.averageCharWidth() * FEWEST_LETTERS + before + fields.minutes.width()
        width = min(max(rect.width() + before - 4, least), canvas.width() - 4)
        left = min(max(rect.left() + 2 - before, 2.0), max(0.0, canvas.width() - width - 2))
        return QRect(round(left), round(rect.top()) + 1, round(width), height)
