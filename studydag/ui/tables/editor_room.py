"""How much room an editor takes over the cells of a table: as much as its cell, and more where it would not be seen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTableView, QWidget

from studydag.ui.fields.choice import ManyField
from studydag.ui.fields.named import NamedField

WIDEST = 260
"""How much of what is edited is seen at most, in pixels, where its cell is narrower."""
ENOUGH = 1.7
"""How much room, in widths of its cell, a field has to take before it would cover the cell before it."""


def place_editor(editor: QWidget, cell: QRect, view: QTableView) -> None:
    """Give an editor the place of its cell, and as much more as it needs."""
    wanted = _wanted_width(editor, view) if isinstance(editor, ManyField | NamedField) else 0
    width = max(cell.width(), editor.minimumSizeHint().width(), wanted)
    _place(editor, QRect(cell.left(), cell.top(), width, max(cell.height(), editor.sizeHint().height())), view)


def let_grow(field: NamedField, view: QTableView) -> None:
    """Let what is typed be seen whole, which may be longer than its cell."""
    rectangle = field.geometry()
    wanted = _wanted_width(field, view)
    if wanted > rectangle.width():
        rectangle.setWidth(wanted)
        _place(field, rectangle, view)


def _wanted_width(field: ManyField | NamedField, view: QTableView) -> int:
    """Return how wide a field would be to be seen whole, beginning at its cell where others stand behind it."""
    cell = view.visualRect(view.currentIndex())
    behind = view.viewport().width() - cell.left()
    return min(field.whole_width, WIDEST, behind if behind >= ENOUGH * cell.width() else WIDEST)


def _place(editor: QWidget, rectangle: QRect, view: QTableView) -> None:
    """Put an editor somewhere, or more to the left as far as the room ends."""
    room = view.viewport().width()
    if rectangle.right() >= room > rectangle.width():
        rectangle.moveRight(room - 1)
    editor.setGeometry(rectangle)
