"""A list of lines to tick, each of which stands for something."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.tables.tick_delegate import LineTicks

VALUE = Qt.ItemDataRole.UserRole


class TickList(QListWidget):
    """A click anywhere in a line ticks it, and so can assistive technology."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Begin without lines; `name` is what the list is called aloud."""
        super().__init__(parent)
        tick_from_outside(self)
        self.setItemDelegate(LineTicks(self))
        self.setAccessibleName(name)

    def add(self, text: str, value: Any, *, ticked: bool) -> QListWidgetItem:
        """Add a line that stands for a value; return it."""
        item = QListWidgetItem(text, self)
        item.setData(VALUE, value)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(ticked))
        return item

    @property
    def ticked(self) -> list[Any]:
        """What the lines stand for that are ticked, in order."""
        items = (self.item(row) for row in range(self.count()))
        return [item.data(VALUE) for item in items if item.checkState() is Qt.CheckState.Checked]

    def tick_all(self, ticked: bool) -> None:
        """Tick every line, or none."""
        for row in range(self.count()):
            self.item(row).setCheckState(_state(ticked))


def _state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
