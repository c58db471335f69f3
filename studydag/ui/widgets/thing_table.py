"""A table of things that can be edited in place, with a bar of what can be done with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studydag.ui.fields.build import choices_of, field_for
from studydag.ui.fields.field import Field
from studydag.ui.item_models.things import TableColumn, ThingModel
from studydag.ui.workspace import Workspace

Edit = Callable[[int, str, Any], None]


class ThingTable(QTableView):
    """Rows of things. Enter or a double click edits a cell, Delete asks to delete what is selected.

    `chosen` carries the ids that are selected, in the order of the rows; `delete_asked` the same.
    """

    chosen = Signal(object)
    delete_asked = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        value: type[Any],
        columns: Sequence[TableColumn],
        edit: Edit,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show things of one class; `edit` carries out what was typed in a cell."""
        super().__init__(parent)
        self.things = ThingModel(columns, self)
        self.setModel(self.things)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self._delegate = _FieldDelegate(workspace, value, edit, self)
        self.setItemDelegate(self._delegate)
        self.selectionModel().selectionChanged.connect(self._tell)
        self._fitted = False

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the selected things, in the order of the rows."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.things.thing_at(row).id for row in rows)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things; selection and scroll stay."""
        self.things.show_things(things)
        if things and not self._fitted:
            self._fitted = True
            self.fit_columns()

    def fit_columns(self) -> None:
        """Make columns as wide as what stands in them, within reason."""
        widest = max(self.fontMetrics().averageCharWidth() * 44, 120)
        self.resizeColumnsToContents()
        for column in range(self.things.columnCount()):
            if self.columnWidth(column) > widest:
                self.setColumnWidth(column, widest)

    def choose(self, thing_id: int) -> None:
        """Select a thing and bring it into view."""
        row = self.things.row_of(thing_id)
        if row >= 0:
            index = self.things.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def edit_first_cell(self, thing_id: int) -> None:
        """Select a thing and begin to edit its first cell that can be."""
        self.choose(thing_id)
        row = self.things.row_of(thing_id)
        column = next((place for place, each in enumerate(self.things.columns) if each.field), -1)
        if row >= 0 and column >= 0:
            self.edit(self.things.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter, ask to delete with Delete."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.state() != self.State.EditingState:
            index = self.currentIndex()
            if index.isValid() and self.things.columns[index.column()].field:
                self.edit(index)
                return
        if event.key() == Qt.Key.Key_Delete and self.selected_ids:
            self.delete_asked.emit(self.selected_ids)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.chosen.emit(self.selected_ids)


class _FieldDelegate(QStyledItemDelegate):
    """Edits a cell with the editor of its field."""

    def __init__(self, workspace: Workspace, value: type[Any], edit: Edit, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._value = value
        self._edit = edit

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the editor of the column's field."""
        model = index.model()
        assert isinstance(model, ThingModel)
        name = model.columns[index.column()].field
        targets = choices_of(self._workspace.day, self._workspace.setting, self._workspace.language)
        field = field_for(self._value, name, self._workspace.language, targets)
        field.setParent(parent)
        field.name(model.columns[index.column()].title)
        field.setAutoFillBackground(True)
        field.edited.connect(lambda _value: self._finish(field))
        return field

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, Field):
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            control = editor.focusProxy()
            if isinstance(control, QLineEdit):
                control.selectAll()

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if not isinstance(editor, Field) or not isinstance(model, ThingModel):
            return
        thing, name = model.thing_at(index.row()), model.columns[index.column()].field
        if editor.shown != getattr(thing, name):
            self._workspace.do(lambda: self._edit(thing.id, name, editor.shown))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's
    ) -> None:
        """Give the editor the place of the cell, and as much more as it needs."""
        rectangle = option.rect
        rectangle.setHeight(max(rectangle.height(), editor.sizeHint().height()))
        rectangle.setWidth(max(rectangle.width(), editor.minimumSizeHint().width()))
        editor.setGeometry(rectangle)

    def _finish(self, field: Field) -> None:
        self.commitData.emit(field)
        self.closeEditor.emit(field)
