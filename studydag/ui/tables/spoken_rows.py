"""Lets assistive technology tick and choose the rows of a list: Qt offers it no more than to select them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


def tick_from_outside(view: QAbstractItemView) -> None:
    """Take a row that is selected or let go by neither keys nor pointer for one that is to be ticked or unticked."""
    _Outside(view, _tick)


def choose_from_outside(view: QAbstractItemView, choose: Callable[[], object]) -> None:
    """Take a row that is selected by neither keys nor pointer for the one that is chosen, as Enter would."""
    _Outside(view, lambda _index: choose())


def _tick(index: QModelIndex) -> None:
    if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
        is_on = index.data(Qt.ItemDataRole.CheckStateRole) in {ON, ON.value}
        index.model().setData(index, OFF if is_on else ON, Qt.ItemDataRole.CheckStateRole)


class _Outside(QObject):
    """Keys and pointer make a row the current one when they select it; what asks from outside doesn't."""

    def __init__(self, view: QAbstractItemView, does: Callable[[QModelIndex], object]) -> None:
        super().__init__(view)
        self._view = view
        self._does = does
        self._moves = 0
        self._takes = False
        if QAccessible.isActive():
            # Else Qt lets nobody let go of the only row that is selected.
            view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        selection = view.selectionModel()
        selection.currentChanged.connect(self._on_move)
        selection.selectionChanged.connect(self._on_select)

    def _on_move(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._moves += 1
        QTimer.singleShot(0, self, self._forget)

    def _forget(self) -> None:
        self._moves -= 1

    def _on_select(self, now: QItemSelection, before: QItemSelection) -> None:
        if not QAccessible.isActive() or self._takes or QApplication.mouseButtons() or not self._view.isVisible():
            return
        rows = {(each.parent(), each.row()) for each in (now.indexes() or before.indexes())}
        if len(rows) == 1:
            ((parent, row),) = rows
            index = QPersistentModelIndex(self._view.model().index(row, 0, parent))
            QTimer.singleShot(0, self, lambda: self._take(index))

    def _take(self, selected: QPersistentModelIndex) -> None:
        # A list that is filled anew lets go of a row, selects another, and moves twice.
        if self._moves or not selected.isValid():
            return
        index = selected.model().index(selected.row(), 0, selected.parent())
        self._takes = True
        # Whoever asks again lets go of it, or selects another.
        self._view.selectionModel().setCurrentIndex(index, ALONE)
        self._takes = False
        self._does(index)
