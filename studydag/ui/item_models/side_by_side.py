"""Things side by side: each is a column, each field a row, so that they can be compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QBrush

from studydag.ui.item_models.things import Cell, Index, TableColumn


class SideBySideModel(QAbstractTableModel):
    """The fields of things. `title` gives what a thing is called above its column."""

    def __init__(
        self, fields: Sequence[TableColumn], title: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        """Begin without things."""
        super().__init__(parent)
        self.fields = tuple(fields)
        self.can_edit = True
        self._title = title
        self._things: list[Any] = []

    @property
    def things(self) -> tuple[Any, ...]:
        """The things in the order of the columns."""
        return tuple(self._things)

    def cell(self, index: Index) -> tuple[Any, TableColumn]:
        """Return the thing and the field of a cell."""
        return self._things[index.column()], self.fields[index.row()]

    def ticks(self, row: int, column: int) -> bool:  # noqa: ARG002 - no cell here does
        """Whether a cell has a box to tick instead of a text."""
        return False

    def look_of(self, row: int, column: int) -> Cell:
        """Return how a cell looks."""
        thing, field = self._things[column], self.fields[row]
        return Cell(field.text(thing), colour=None if field.colour is None else field.colour(thing))

    def column_of(self, thing_id: int) -> int:
        """Return the column of a thing, or -1."""
        return next((place for place, thing in enumerate(self._things) if thing.id == thing_id), -1)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things; where they are the same ones, only their cells are drawn again."""
        if [thing.id for thing in things] != [thing.id for thing in self._things]:
            self.beginResetModel()
            self._things = list(things)
            self.endResetModel()
            return
        self._things = list(things)
        if things:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.fields) - 1, len(things) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(things) - 1)

    # Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of fields."""
        return 0 if parent is not None and parent.isValid() else len(self.fields)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of things."""
        return 0 if parent is not None and parent.isValid() else len(self._things)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, tip and colour, or for EditRole what is edited."""
        if not index.isValid():
            return None
        thing, field = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return field.text(thing)
        if role == Qt.ItemDataRole.ToolTipRole:
            return field.text(thing) if field.tip is None else field.tip(thing)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._title(thing)}, {field.title}: {field.text(thing)}"
        if role == Qt.ItemDataRole.EditRole:
            return field.held(thing) if field.field else field.text(thing)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and field.colour is not None:
            colour = field.colour(thing)
            return None if colour is None else QBrush(colour)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what things are called, and the titles of the fields."""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._things):
                return self._title(self._things[section])
            if orientation == Qt.Orientation.Vertical and 0 <= section < len(self.fields):
                return self.fields[section].title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell; those with a field can be edited."""
        flags = super().flags(index)
        if not self.can_edit or not index.isValid() or not self.cell(index)[1].field:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable
