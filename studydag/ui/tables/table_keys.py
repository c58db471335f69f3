"""What keys do in a table, besides those of Qt: delete, duplicate, move, add, cut and paste rows, type over a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from studydag.ui.typed_keys import digit_by, typed_by

if TYPE_CHECKING:
    from studydag.ui.tables.field_delegate import CellModel
    from studydag.ui.tables.thing_table import ThingTable

_CONTROL = Qt.KeyboardModifier.ControlModifier
_BESIDE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})
_FAR = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


def carries_out(table: ThingTable, event: QKeyEvent) -> bool:
    """Do what a key asks for; return whether it asked for anything."""
    keys = QKeySequence.StandardKey
    clipboard = {"cut": keys.Cut, "copy": keys.Copy, "paste": keys.Paste}
    for action in table.actions():
        # Qt would copy the text of one cell.
        if action.objectName() in clipboard and event.matches(clipboard[action.objectName()]):
            action.trigger()
            return True
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
    if modifiers == Qt.KeyboardModifier.AltModifier and steps is not None:
        table.move_asked.emit(steps)
    elif modifiers == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_Insert:
        table.add_asked.emit()
    elif not table.selected_ids:
        return False
    elif modifiers == Qt.KeyboardModifier.NoModifier and event.key() == Qt.Key.Key_Delete:
        table.delete_asked.emit(table.selected_ids)
    elif modifiers == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_D:
        table.duplicate_asked.emit(table.selected_ids)
    elif (key := _single(event)) in table.keys and not _is_typed(table):
        table.keys[key](table.selected_ids)
    else:
        return False
    return True


def _single(event: QKeyEvent) -> str:
    """Return the letter or digit of a key by itself."""
    alone = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return digit_by(event) or (event.text().lower() if alone else "")


def beside_to_edit(table: QTableView, step: int) -> QModelIndex:
    """Return the next cell (-1: the one before) where something can be typed or ticked, by rows; none: no such cell.

    Of a cell that only says something Tab would get no further.
    """
    current, header, model = table.currentIndex(), table.horizontalHeader(), table.model()
    columns = [header.logicalIndex(place) for place in range(header.count())]
    shown = [column for column in columns if not table.isColumnHidden(column)]
    if not current.isValid() or current.column() not in shown:
        return QModelIndex()
    place = current.row() * len(shown) + shown.index(current.column()) + step
    while 0 <= place < model.rowCount() * len(shown):
        index = model.index(place // len(shown), shown[place % len(shown)])
        if index.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable):
            return index
        place += step
    return QModelIndex()


def begins_here(table: ThingTable, event: QKeyEvent) -> bool:
    """Select the row that has the keys, where none is selected yet: it would be passed by, or not be reached."""
    current = table.currentIndex()
    bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if not bare or event.key() not in _BESIDE or table.selectionModel().hasSelection():
        return False
    # A heading among the rows can't be selected: from there the keys go on.
    if not current.isValid() or not current.flags() & Qt.ItemFlag.ItemIsSelectable:
        return False
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(current, flags.ClearAndSelect | flags.Rows)
    return True


def leads_far(event: QKeyEvent) -> bool:
    """Whether a key leads to the other end of a table or of what is in view, without selecting by itself."""
    return event.key() in _FAR and event.modifiers() == _CONTROL


def _is_typed(table: ThingTable) -> bool:
    """Whether what is typed goes into the current cell, also what else would be a key."""
    index = table.currentIndex()
    field = table.things.columns[index.column()].field if index.isValid() else ""
    return len(table.selected_ids) == 1 and field in table.typed_over


def type_over(view: QTableView, event: QKeyEvent) -> bool:
    """Edit the current cell beginning with what a key types, as in a spreadsheet; return whether it did."""
    index, model = view.currentIndex(), view.model()
    if not typed_by(event) or not index.isValid():
        return False
    cells: CellModel = model  # type: ignore[assignment]
    if cells.ticks(index.row(), index.column()):
        return False
    triggers = view.editTriggers()
    view.setEditTriggers(triggers | QTableView.EditTrigger.AnyKeyPressed)
    began = view.edit(index, QTableView.EditTrigger.AnyKeyPressed, event)
    view.setEditTriggers(triggers)
    return began
