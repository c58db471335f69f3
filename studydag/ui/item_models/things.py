"""A table of things: rows by id, so that selection and scroll stay when values are replaced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its title, the text of a thing in it, and the field that is edited there (or none)."""

    title: str
    text: Callable[[Any], str]
    field: str = ""
    numeric: bool = False
    tip: Callable[[Any], str] | None = None


class ThingModel(QAbstractTableModel):
    """Things in rows; `show_things` replaces the values and tells views only what differs."""

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self._things: list[Any] = []

    @property
    def things(self) -> tuple[Any, ...]:
        """The things in the order of the rows."""
        return tuple(self._things)

    def thing_at(self, row: int) -> Any:
        """Return the thing in a row."""
        return self._things[row]

    def row_of(self, thing_id: int) -> int:
        """Return the row of a thing, or -1."""
        return next((row for row, thing in enumerate(self._things) if thing.id == thing_id), -1)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things: rows that went are removed, new ones inserted, others moved or told to be changed."""
        wanted = {thing.id for thing in things}
        for row in reversed(range(len(self._things))):
            if self._things[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._things[row]
                self.endRemoveRows()
        for row, thing in enumerate(things):
            self._put(row, thing)

    def _put(self, row: int, thing: Any) -> None:
        standing = self.row_of(thing.id)
        if standing < 0:
            self.beginInsertRows(QModelIndex(), row, row)
            self._things.insert(row, thing)
            self.endInsertRows()
            return
        if standing != row:
            self.beginMoveRows(QModelIndex(), standing, standing, QModelIndex(), row)
            self._things.insert(row, self._things.pop(standing))
            self.endMoveRows()
        if self._things[row] != thing:
            self._things[row] = thing
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def tell_all_changed(self) -> None:
        """Let views draw all rows again: what their texts are computed from has changed."""
        if self._things:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._things) - 1, len(self.columns) - 1))

    # Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of things."""
        return 0 if parent is not None and parent.isValid() else len(self._things)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return text, tip, alignment, or for EditRole the value of the column's field."""
        if not index.isValid():
            return None
        column, thing = self.columns[index.column()], self._things[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(thing)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(thing) if column.tip else column.text(thing)
        if role == Qt.ItemDataRole.EditRole:
            return getattr(thing, column.field) if column.field else column.text(thing)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns, and no numbers for rows."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self.columns[section].numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell; those with a field can be edited."""
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].field:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags
