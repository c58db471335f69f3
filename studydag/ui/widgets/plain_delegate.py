"""A delegate that edits as another one does, but leaves painting to Qt alone, which is several times as quick."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from studydag.ui.item_models.things import Index


class PlainDelegate(QStyledItemDelegate):
    """For long tables: nothing of ours runs for each cell that is painted."""

    def __init__(self, editing: QStyledItemDelegate, view: QAbstractItemView) -> None:
        """Let `editing` make and read the editors of a view."""
        super().__init__(view)
        self._editing = editing
        editing.commitData.connect(self.commitData)
        editing.closeEditor.connect(self.closeEditor)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the other delegate's editor."""
        return self._editing.createEditor(parent, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value."""
        self._editing.setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Carry out what was typed."""
        self._editing.setModelData(editor, model, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor into its place."""
        self._editing.updateEditorGeometry(editor, option, index)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave as much room as the other one."""
        return self._editing.sizeHint(option, index)
