"""A table of things: rows by id, so that selection and scroll stay when values are replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont, QPixmap
from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
UNREAD = "⚠"
"""Stands before what was typed in a cell and can't be read."""
_SHOWN = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole})
_OF_UNREAD = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole})


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """A column: its title, the text of a thing in it, and the field that is edited there (or none).

    A `ticked` column has a box to tick instead of a text. `colour` gives what the text is drawn with, or None;
    `stretches` the share of the room that is left. A field that holds rows of its own says by `value` what of it is
    edited, and by `editor` with what. `name` is what a column is known by that has no field, or one in each language.
    `sorts` gives what rows are sorted by, where that is no text; `gives_way` when the column goes where there is little
    room: the highest first, after those the last ones. Rows aren't sorted by a column that `is_marked` row by row: each
    would run away.
    """

    title: str
    text: Callable[[Any], str]
    field: str = ""
    numeric: bool = False
    ticked: bool = False
    stretches: int = 0
    tip: Callable[[Any], str] | None = None
    colour: Callable[[Any], QColor | None] | None = None
    value: Callable[[Any], Any] | None = None
    editor: Callable[[], QWidget] | None = None
    name: str = ""
    sorts: Callable[[Any], Any] | None = None
    gives_way: int = 0
    is_marked: bool = False

    @property
    def key(self) -> str:
        """What it is remembered by; empty where it has neither name nor field."""
        return self.name or self.field

    def sorted_by(self, thing: Any) -> Any:
        """Return what a thing is sorted by; an empty text or None stands last."""
        if self.sorts is not None:
            return self.sorts(thing)
        return getattr(thing, self.field) if self.ticked else self.text(thing).strip()

    def held(self, thing: Any) -> Any:
        """Return what an editor of the field begins with."""
        return self.value(thing) if self.value is not None else getattr(thing, self.field)


@dataclass(frozen=True, slots=True)
class Cell:
    """How a cell looks: a text with its font and colour (None: as usual), at the right if it counts, and a sign."""

    text: str = ""
    font: QFont | None = None
    colour: QColor | None = None
    numeric: bool = False
    picture: QPixmap | None = None


class ThingModel(QAbstractTableModel):
    """Things in rows; `show_things` replaces the values and tells views only what differs.

    `ticked` carries the id, the field and whether, when the user ticks a box.
    """

    ticked = Signal(int, str, bool)

    def __init__(self, columns: Sequence[TableColumn], parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.can_edit = True
        self.may_edit: Callable[[Any], bool] | None = None
        """Says of which things the cells can be edited, where that isn't so of all."""
        self.can_drag = False
        self._sorted: tuple[int, str] = (-1, "")
        self._unread: dict[tuple[int, int], tuple[str, str, int]] = {}
        self._things: list[Any] = []
        self._cells: dict[int, dict[int, Cell]] = {}

    @property
    def things(self) -> tuple[Any, ...]:
        """The things in the order of the rows."""
        return tuple(self._things)

    def show_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show the same things with other columns; what is selected is so no more."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._cells.clear()
        self._unread.clear()
        self._sorted = (-1, "")
        self.endResetModel()

    def thing_at(self, row: int) -> Any:
        """Return the thing in a row."""
        return self._things[row]

    def cell(self, index: Index) -> tuple[Any, TableColumn]:
        """Return the thing and the column of a cell."""
        return self._things[index.row()], self.columns[index.column()]

    def row_of(self, thing_id: int) -> int:
        """Return the row of a thing, or -1."""
        return next((row for row, thing in enumerate(self._things) if thing.id == thing_id), -1)

    def look_of(self, row: int, column: int) -> Cell:
        """Return how a cell looks; it is kept until its row changes, or all are shown anew."""
        thing = self._things[row]
        cells = self._cells.get(thing.id)
        if cells is None:
            cells = self._cells[thing.id] = {}
        cell = cells.get(column)
        if cell is None:
            unread = self._unread.get((thing.id, column))
            cell = self.made_cell(thing, column) if unread is None else Cell(f"{UNREAD} {unread[0]}")
            cells[column] = cell
        return cell

    def ticks(self, row: int, column: int) -> bool:  # noqa: ARG002 - the same for all rows
        """Whether a cell has a box to tick instead of a text."""
        return self.columns[column].ticked

    def keep_unread(self, thing_id: int, column: int, typed: str, why: str, part: int = 0) -> None:
        """Let a cell show what was typed in a part of it and can't be read, and say why, until it is mended."""
        self._unread[thing_id, column] = typed, why, part
        self._tell_cell(thing_id, column)

    def take_unread(self, thing_id: int, column: int) -> tuple[str, int]:
        """Return what was typed in a cell and could not be read, and in which part; keep it no longer. Empty: none."""
        typed, _why, part = self._unread.pop((thing_id, column), ("", "", 0))
        if typed:
            self._tell_cell(thing_id, column)
        return typed, part

    def _tell_cell(self, thing_id: int, column: int) -> None:
        row = self.row_of(thing_id)
        if row >= 0:
            self._cells.pop(thing_id, None)
            self.dataChanged.emit(self.index(row, column), self.index(row, column))

    def made_cell(self, thing: Any, column: int) -> Cell:
        """Return how a cell looks now."""
        shown = self.columns[column]
        colour = None if shown.colour is None else shown.colour(thing)
        return Cell("" if shown.ticked else shown.text(thing), colour=colour, numeric=shown.numeric)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things: rows that went are removed, new ones inserted, others moved or told to be changed."""
        # Texts may come of more than the thing itself.
        self._cells.clear()
        self.put_things(things)

    def put_things(self, things: Sequence[Any]) -> None:
        """Show these things; rows whose thing stays the same look as before."""
        self._put_in_order(things)
        before = {row: standing for row, standing in enumerate(self._things) if standing != things[row]}
        self._things = list(things)
        if self._unread:
            self._forget_mended(before)
        if before:
            self.tell_changed(before)

    def _forget_mended(self, before: Mapping[int, Any]) -> None:
        """Keep nothing that can't be read of things that are gone, or whose field has another value now."""
        others = {self._things[row].id: (self._things[row], standing) for row, standing in before.items()}
        there = {thing.id for thing in self._things}
        for thing_id, column in [*self._unread]:
            thing, standing = others.get(thing_id, (None, None))
            held = self.columns[column].held
            if thing_id not in there or (thing is not None and held(thing) != held(standing)):
                del self._unread[thing_id, column]

    def put_in_order(self, things: Sequence[Any]) -> None:
        """Show the same things in another order, as one change: rows that move one by one take long."""
        rows = {thing.id: row for row, thing in enumerate(things)}
        if rows.keys() != {thing.id for thing in self._things}:
            self.put_things(things)
        elif any(standing.id != thing.id for standing, thing in zip(self._things, things, strict=True)):
            self.layoutAboutToBeChanged.emit()
            before = self.persistentIndexList()
            after = [self.index(rows[self._things[each.row()].id], each.column()) for each in before]
            self._things = list(things)
            self.changePersistentIndexList(before, after)
            self.layoutChanged.emit()

    def say_sorted(self, column: int, text: str) -> None:
        """Have the head of a column (-1: none) say to assistive technology how rows are sorted by it."""
        if (column, text) != self._sorted:
            self._sorted = (column, text)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def tell_changed(self, before: Mapping[int, Any]) -> None:
        """Let views draw rows again that have another thing now; `before` has what stood in them."""
        for row in before:
            self._cells.pop(self._things[row].id, None)
        for first, last in stretches(before):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _put_in_order(self, things: Sequence[Any]) -> None:
        places = {thing.id: place for place, thing in enumerate(things)}
        gone = [row for row, standing in enumerate(self._things) if standing.id not in places]
        for first, last in reversed([*stretches(gone)]):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._things[first : last + 1]
            self.endRemoveRows()
        there = {standing.id for standing in self._things}
        new = (row for row, thing in enumerate(things) if thing.id not in there)
        ends = dict(stretches(new))
        for row, thing in enumerate(things):
            if row in ends:
                self._insert(row, things[row : ends[row] + 1])
            elif self._things[row].id != thing.id:
                self._put(row, thing, places)

    def _insert(self, row: int, things: Sequence[Any]) -> None:
        for thing in things:
            self._cells.pop(thing.id, None)
        self.beginInsertRows(QModelIndex(), row, row + len(things) - 1)
        self._things[row:row] = things
        self.endInsertRows()

    def _put(self, row: int, thing: Any, places: Mapping[int, int]) -> None:
        standing = self.row_of(thing.id)
        if standing == row + 1:
            # What stands in the way is what moved: it goes where it belongs, past all that only moved up.
            self._move(row, min(max(places[self._things[row].id], row + 1), len(self._things) - 1))
        else:
            self._move(standing, row)

    def _move(self, row: int, to: int) -> None:
        self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), to + 1 if to > row else to)
        self._things.insert(to, self._things.pop(row))
        self.endMoveRows()

    def tell_all_changed(self) -> None:
        """Let views draw all rows again: what their texts are computed from has changed."""
        self._cells.clear()
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
        if self._unread and role in _OF_UNREAD and (thing.id, index.column()) in self._unread:
            typed, why, _part = self._unread[thing.id, index.column()]
            said = {Qt.ItemDataRole.DisplayRole: f"{UNREAD} {typed}", Qt.ItemDataRole.ToolTipRole: why}
            return said.get(Qt.ItemDataRole(role), f"{column.title}: {typed}. {why}")
        if column.ticked and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if getattr(thing, column.field) else Qt.CheckState.Unchecked
        if role in _SHOWN:
            return self._text(column, thing, role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(thing).strip()}"
        if role == Qt.ItemDataRole.EditRole:
            return column.held(thing) if column.field else column.text(thing)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column.colour is not None:
            colour = column.colour(thing)
            return None if colour is None else QBrush(colour)
        return None

    def _text(self, column: TableColumn, thing: Any, role: int) -> str | None:
        if role == Qt.ItemDataRole.ToolTipRole and column.tip is not None:
            return column.tip(thing)
        return None if column.ticked else column.text(thing)

    def match(
        self,
        start: Index,
        role: int,
        value: Any,
        hits: int = 1,  # noqa: ARG002 - one is looked for
        flags: Qt.MatchFlag = Qt.MatchFlag.MatchStartsWith,  # noqa: ARG002 - as views ask
    ) -> list[QModelIndex]:
        """Return the first cell from a place on, round, whose text begins so, however far it stands further in."""
        begins, count = str(value).casefold(), self.rowCount()
        for row in range(count):
            place = self.index((start.row() + row) % count, start.column())
            if str(place.data(role) or "").strip().casefold().startswith(begins):
                return [place]
        return []

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell that a box was ticked; the value itself changes only by an operation."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        checked = value in {Qt.CheckState.Checked, Qt.CheckState.Checked.value}
        self.ticked.emit(self._things[index.row()].id, self.columns[index.column()].field, checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the titles of the columns, and no numbers for rows."""
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role in _SHOWN:
                return self.columns[section].title
            if role == Qt.ItemDataRole.AccessibleTextRole and section == self._sorted[0]:
                return f"{self.columns[section].title}, {self._sorted[1]}"
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if self.columns[section].numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a cell; those with a field can be edited or ticked."""
        flags = super().flags(index)
        if self.can_drag and index.isValid():
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if not self.can_edit or not index.isValid() or not self.columns[index.column()].field:
            return flags
        if self.may_edit is not None and not self.may_edit(self._things[index.row()]):
            return flags
        ticked = self.columns[index.column()].ticked
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if ticked else Qt.ItemFlag.ItemIsEditable)


def stretches(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and last of each stretch of rows that follow each other; `rows` rise."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if first >= 0:
                yield first, last
            first = row
        last = row
    if first >= 0:
        yield first, last
