"""The table in which the lines of a programme are looked through and corrected."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QSize, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studydag.language import Language
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase
from studydag.ui.fields.still_box import StillBox
from studydag.ui.item_models.imported_lines import Cell, ImportedLinesModel
from studydag.ui.item_models.things import Index
from studydag.ui.menu import offer_actions
from studydag.ui.typed_keys import sequence

PADDING = 5
AROUND = 12
"""Pixels beside a text in its cell, together."""
WIDTHS = {Cell.KIND: 28, Cell.START: 8, Cell.END: 9, Cell.PERSONS: 18, Cell.ROOM: 14, Cell.PHASE: 15}
"""In characters, at most: they are as wide as they have to be. What is written and the title share the rest."""
TEXTS = (Cell.TEXT, Cell.TITLE)
LOOKED_AT = 200
"""So many lines have a say in how wide columns are."""
ROWS, FEWEST = 9, 18
"""How many rows are seen at least, and how many characters of a text."""


class ImportedLinesTable(QTableView):
    """Enter or a double click corrects a cell; Delete leaves lines out, Ctrl+J joins them with the line above.

    Undo takes corrections back one by one, Redo does them once more.
    """

    def __init__(self, lines: ImportedLinesModel, language: Language, parent: QWidget | None = None) -> None:
        """Show lines."""
        super().__init__(parent)
        self.lines = lines
        self._language = language
        self.setModel(lines)
        self.setItemDelegate(_Choosing(language, self))
        self.setAccessibleName(language.gettext("Lines of the programme, and what becomes of them"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        # Rows have no lines between them, so their numbers have none either.
        self.verticalHeader().setProperty("role", "numbers")
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * PADDING)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(ROWS * (self.fontMetrics().height() + 2 * PADDING))
        self._size_columns()
        lines.modelReset.connect(self._share_room)
        lines.dataChanged.connect(lambda *_where: self._share_room())
        _ = language.gettext
        self.as_block = self._action(_("Take as a block"), "Ctrl+B", partial(self._take, LineKind.ITEM))
        self.as_option = self._action(_("Option of the block above"), "Ctrl+O", partial(self._take, LineKind.OPTION))
        self.as_note = self._action(_("Belongs to the block above"), "Ctrl+L", partial(self._take, LineKind.NOTE))
        self.joined = self._action(_("Join with the line above"), "Ctrl+J", self._join)
        self.parked = self._action(_("Park"), "Ctrl+P", partial(self._take, LineKind.PARKED))
        self.left_out = self._action(
            _("Leave out"), QKeySequence.StandardKey.Delete, partial(self._take, LineKind.SKIPPED)
        )
        self.undone = self._action(_("Undo"), QKeySequence.StandardKey.Undo, lines.undo)
        self.redone = self._action(_("Redo"), QKeySequence.StandardKey.Redo, lines.redo)
        for action in (self.undone, self.redone):
            # Also from the button that did it; in a text that is typed the keys take back what is typed.
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    @property
    def selected_rows(self) -> list[int]:
        """The rows that are selected, from top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def sizeHint(self) -> QSize:
        """Ask for little: the table takes what the dialog leaves, and scrolls by itself."""
        return QSize(self.fontMetrics().averageCharWidth() * 60, self.minimumHeight())

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for cell in Cell:
            header.setSectionResizeMode(cell, QHeaderView.ResizeMode.Interactive)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, with the letters that other menus have."""
        offer_actions(self, event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the texts share what is left, as long as they can be read; else the table scrolls."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        for cell in WIDTHS:
            self.setColumnWidth(cell, self._needed(cell))
        left = self.viewport().width() - sum(self.columnWidth(cell) for cell in WIDTHS)
        least = self.fontMetrics().averageCharWidth() * FEWEST
        for cell in TEXTS:
            self.setColumnWidth(cell, max(left // len(TEXTS), least))

    def _needed(self, cell: Cell) -> int:
        metrics, rows = self.fontMetrics(), range(min(self.lines.rowCount(), LOOKED_AT))
        texts = {str(self.lines.index(row, cell).data() or "") for row in rows}
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + AROUND
        head = self.horizontalHeader().sectionSizeHint(cell)
        return max(head, min(widest, metrics.averageCharWidth() * WIDTHS[cell]))

    def _action(self, text: str, key: QKeySequence.StandardKey | str, run: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(sequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked=False: run())
        self.addAction(action)
        return action

    def _take(self, kind: LineKind) -> None:
        self.lines.take_as(self.selected_rows, kind)

    def _join(self) -> None:
        self.lines.join(self.selected_rows)


class _Choosing(QStyledItemDelegate):
    """Offers what a line can become, and the phases, to choose from."""

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list to choose from, or a line to type in."""
        members = {Cell.KIND: LineKind, Cell.PHASE: Phase}.get(Cell(index.column()))
        if members is None:
            return super().createEditor(parent, option, index)
        box = StillBox(parent)
        for member in members:
            box.addItem(self._language.capitalised(self._language.member(member)), member)
        box.activated.connect(lambda _row: self._finish(box))
        box.open_for_pointer()
        return box

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Be as wide as the longest that can be chosen."""
        room = option.rect
        if isinstance(editor, QComboBox):
            room.setWidth(max(room.width(), editor.sizeHint().width()))
        editor.setGeometry(room)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the value, and open the list."""
        if not isinstance(editor, QComboBox):
            super().setEditorData(editor, index)
            return
        value: Any = index.data(Qt.ItemDataRole.EditRole)
        row = editor.findData(value)
        editor.setCurrentIndex(max(row, 0))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Carry out what was chosen or typed."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def _finish(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
