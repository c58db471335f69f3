"""A table of things that can be edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from studydag.ui.announcing import say
from studydag.ui.item_models.things import TableColumn, ThingModel
from studydag.ui.menu import offer_actions
from studydag.ui.tables.chosen_columns import ChosenColumns
from studydag.ui.tables.field_delegate import LOOKS, PADDING, Edit, FieldDelegate
from studydag.ui.tables.fitted_columns import ROWS_LOOKED_AT, FittedColumns
from studydag.ui.tables.table_heads import TableHeads
from studydag.ui.tables.table_keys import begins_here, beside_to_edit, carries_out, leads_far, type_over
from studydag.ui.tables.text_sizes import RowHeights, TextSizes
from studydag.ui.workspace import Workspace

NARROWEST = 24
"""Of a column that stretches, in characters."""
FEWEST_ROWS = 3
"""Of one line each, below the heads of the columns: what is lower says too little."""
ROWS_AT_ONCE = 40
"""So many rows are fitted to their texts at a stretch, where they are out of view."""

_BESIDE = {QAbstractItemView.CursorAction.MoveNext: 1, QAbstractItemView.CursorAction.MovePrevious: -1}
"""Where Tab and Shift+Tab go."""


class ThingTable(QTableView):
    """Rows of things. Enter, F2 or a double click edits a cell, Space ticks a box, Delete asks to delete rows.

    Letters and digits type over the current cell, unless `keys` says what a single one does with what is selected;
    it does not where one row is selected and the cell is of a field that is `typed_over`, such as a date.

    `chosen` carries the ids that are selected, in the order of the rows; `delete_asked` and `duplicate_asked` (Ctrl+D)
    the same; `move_asked` (Alt+Up, Alt+Down) how many rows up or down; `add_asked` comes with Insert, `form_asked` with
    Enter on a cell that can't be edited in place: the id of its row and what its column is about.
    """

    chosen = Signal(object)
    delete_asked = Signal(object)
    duplicate_asked = Signal(object)
    move_asked = Signal(int)
    add_asked = Signal()
    form_asked = Signal(int, str)

    def __init__(
        self,
        workspace: Workspace,
        value: type[Any],
        columns: Sequence[TableColumn],
        edit: Edit,
        *,
        name: str,
        empty: str = "",
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show things of one class; `edit` carries out what was typed in a cell. `empty` is said while there are none.

        A table that `wraps` makes rows as high as their text.
        """
        super().__init__(parent)
        self.value = value
        self.keys: dict[str, Callable[[tuple[int, ...]], None]] = {}
        self.typed_over: frozenset[str] = frozenset()
        self.narrowest = NARROWEST
        self.keeps_selection = False
        self.empty = empty
        self.things = ThingModel(columns, self)
        self.setModel(self.things)
        self.setAccessibleName(name)
        self.setWordWrap(wraps)
        self._set_up_view()
        self._set_up_heads()
        self._workspace = workspace
        self._delegate = FieldDelegate(workspace, value, edit, self)
        self.setItemDelegate(self._delegate)
        self._delegate.unknown.connect(self._tell_unknown)
        self._delegate.given_up.connect(self._tell_given_up)
        self._delegate.taken_back.connect(lambda: self._say(""))
        self.selectionModel().selectionChanged.connect(self._tell)
        self.doubleClicked.connect(self._on_double_click)
        self.things.ticked.connect(lambda row, field, on: workspace.do(lambda: edit(row, field, on)))
        self._sizes = TextSizes(self)
        self.fitted = FittedColumns(self, self._sizes)
        self._heights = RowHeights(self, self._sizes, PADDING)
        self._wraps = wraps
        self.heads: TableHeads | None = None
        self.choosing: ChosenColumns | None = None
        self._unsorted: tuple[Any, ...] = ()
        self._is_showing = self._is_to_tell = False

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAlternatingRowColors(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 2 * PADDING)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _set_up_heads(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setResizeContentsPrecision(ROWS_LOOKED_AT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(False)

    def let_sort(self, name: str, *, sorts: bool = True) -> TableHeads:
        """Let the heads sort the rows; the window remembers that by `name`."""
        self.heads = TableHeads(self, name, self._workspace.language, sorts=sorts)
        return self.heads

    def let_choose_columns(self, name: str) -> None:
        """Leave out the columns for which there is no room, or that were not chosen; the window remembers that."""
        self.choosing = ChosenColumns(self, name, self._workspace.language)

    @property
    def selected_ids(self) -> tuple[int, ...]:
        """The ids of the selected things, in the order of the rows."""
        # Not `selectedRows`, which asks every cell of them.
        stretches = ((each.top(), each.bottom() + 1) for each in self.selectionModel().selection().toList())
        rows = sorted({row for first, beyond in stretches for row in range(first, beyond)})
        return tuple(self.things.thing_at(row).id for row in rows if self._is_selectable(row))

    def _is_selectable(self, row: int) -> bool:
        return bool(self.things.flags(self.things.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things, given in their own order; selection and scroll stay."""
        self._unsorted = tuple(things)
        current = self.currentIndex()
        row, was_seen = current.row(), self.viewport().rect().intersects(self.visualRect(current))
        self._is_showing = True
        self.things.show_things(self._in_order())
        self._is_showing = False
        if self._is_to_tell:
            self._tell()
        if self.heads is not None and self.heads.sorting is not None and was_seen and row != self.currentIndex().row():
            self.scrollTo(self.currentIndex())
        if self.hasFocus():
            self._have_a_current_cell()
        if self.fitted.is_to_measure(len(things)):
            self.fitted.rows = len(things)
            self.fit_columns()
        elif self._wraps:
            self._fit_rows()

    def show_columns(self, columns: Sequence[TableColumn]) -> None:
        """Show other columns; rows are sorted by the same one as before, as far as it is among them."""
        self.things.show_columns(columns)
        self.fit_columns()
        if self.heads is not None:
            self.heads.follow_columns()

    def _in_order(self) -> Sequence[Any]:
        """Return the things as they are sorted; while a cell is edited its row stays, and what is new comes last."""
        if self.heads is None:
            return self._unsorted
        ordered = self.heads.in_order(self._unsorted)
        if self.heads.sorting is None or self.state() != self.State.EditingState:
            return ordered
        places = {thing.id: place for place, thing in enumerate(self.things.things)}
        return sorted(self._unsorted, key=lambda thing: places.get(thing.id, len(places)))

    def arrange(self) -> None:
        """Put the rows in order anew; what is current stays in view."""
        self.things.put_in_order(self._in_order())
        if self._wraps:
            self._fit_rows()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def head_changed(self, column: int) -> None:
        """Make room for the sign in the head of the column that rows are sorted by."""
        header = self.horizontalHeader()
        needed = 0 if column < 0 else header.sectionSizeHint(column)
        if self.fitted.rows is None or needed <= header.sectionSize(column):
            return
        if self.choosing is not None and not self.fitted.is_by_hand:
            self.fit_columns()
        else:
            self.setColumnWidth(column, needed)
            self._share_room()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Sort anew, and leave out what has no room any more, once nothing is edited."""
        super().closeEditor(editor, hint)
        if (self.heads is not None and self.heads.sorting is not None) or self._owes_room:
            # Not under a pointer that is just selecting something else.
            QTimer.singleShot(0, self, self._settle)

    def rowsAboutToBeRemoved(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Take the keys back from the editor of a row that goes, as when its adding is undone."""
        focused = QApplication.focusWidget()
        is_typed_in = focused is not None and self.viewport().isAncestorOf(focused)
        super().rowsAboutToBeRemoved(parent, start, end)
        if is_typed_in and self.indexWidget(self.currentIndex()) is None:
            self.setState(self.State.NoState)
            self.setFocus()

    @property
    def _owes_room(self) -> bool:
        return self.choosing is not None and self.choosing.is_owed

    def _settle(self) -> None:
        if self.state() == self.State.EditingState:
            return
        if self.heads is not None and self.heads.sorting is not None:
            self.arrange()
        if self._owes_room:
            self._share_room()

    def _fit_rows(self) -> None:
        """Make rows as high as their texts, those in view at once."""
        self._heights.begin(self.things)
        if not self._heights.is_done(self.things):
            self._workspace.idle.add(self._fit_more_rows)

    def _fit_more_rows(self) -> None:
        if self._heights.go_on(self.things, ROWS_AT_ONCE):
            self._workspace.idle.add(self._fit_more_rows)

    def fit_columns(self) -> None:
        """Make columns as wide as what stands in them, within reason; those that stretch share what is left."""
        self.fitted.measure()
        self._share_room()

    def fit_anew(self) -> None:
        """Fit columns of which others are shown now, those too that somebody made wider."""
        self.fitted.is_by_hand = False
        self.fit_columns()

    def _share_room(self) -> None:
        self.fitted.share_room(while_editing=self.state() == self.State.EditingState)
        if self._wraps:
            self._fit_rows()

    def sizeHintForColumn(self, column: int) -> int:
        """Return how wide a column is for its texts, of which those of the first rows count."""
        if self.things.columns[column].ticked:
            return super().sizeHintForColumn(column)
        self._sizes.follow_font()
        rows = range(min(self.things.rowCount(), ROWS_LOOKED_AT))
        cells = (self.things.look_of(row, column) for row in rows)
        return max((self._sizes.width_of(cell) for cell in cells), default=0)

    def changeEvent(self, event: QEvent) -> None:
        """Draw with another font or palette."""
        super().changeEvent(event)
        delegate = self.itemDelegate()
        if event.type() in LOOKS and isinstance(delegate, FieldDelegate):
            delegate.forget()

    def minimumSizeHint(self) -> QSize:
        """Show the heads of the columns and a few rows, above a bar to scroll to the other columns."""
        row, bar = self.verticalHeader().defaultSectionSize(), self.horizontalScrollBar().sizeHint().height()
        high = self.horizontalHeader().sizeHint().height() + FEWEST_ROWS * row + bar
        return QSize(super().minimumSizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew; what is current stays in view where it was."""
        super().resizeEvent(event)
        self._share_room()
        current = self.visualRect(self.currentIndex())
        edited = self.state() == self.State.EditingState
        if self.viewport().height() < current.bottom() and (edited or current.bottom() < event.oldSize().height()):
            self.scrollTo(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say what to do first, while there is nothing."""
        super().paintEvent(event)
        if self.empty and not self.things.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(self.palette().ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(8, 8, -8, -8)
            painter.drawText(room, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.empty)
            painter.end()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Tab in a cell go on to the next one in which something can be typed."""
        step = _BESIDE.get(action)
        found = QModelIndex() if step is None else beside_to_edit(self, step)
        return found if found.isValid() else super().moveCursor(action, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the rows, with the letters that other menus have."""
        offer_actions(self, event.globalPos())

    def keyboardSearch(self, search: str) -> None:
        """Look a cell that can't be typed in up by how it begins, as lists do, unless letters are `keys`."""
        if not self.keys:
            super().keyboardSearch(search)

    def _say(self, text: str) -> None:
        say(self, text)

    def _tell_unknown(self, typed: str) -> None:
        _ = self._workspace.language.gettext
        self._say(self._no_such(typed, _("Alt+Down shows all names, Esc leaves it as it was.")))

    def _tell_given_up(self, typed: str) -> None:
        _ = self._workspace.language.gettext
        text = self._no_such(typed, _("Nothing was changed."))
        # After what the pointer selects meanwhile, which is told as well and takes former messages away.
        QTimer.singleShot(0, self, lambda: self._say(text))

    def _no_such(self, typed: str, then: str) -> str:
        _ = self._workspace.language.gettext
        return _("Nothing here is called ‘{name}’.").replace("{name}", typed) + " " + then

    def choose(self, thing_id: int) -> None:
        """Select a thing and bring it into view."""
        row = self.things.row_of(thing_id)
        if row >= 0:
            # Where it stands is known when all rows above it are as high as they will be.
            self._heights.go_on(self.things, self.things.rowCount() if self._wraps else 0)
            # The column of the keys stays, so that they can go on where they were.
            column = self.currentIndex().column()
            if column < 0 or self.isColumnHidden(column):
                column = max(self.horizontalHeader().logicalIndexAt(0), 0)
            index = self.things.index(row, column)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def edit_first_cell(self, thing_id: int, *, known: str = "") -> None:
        """Select a thing and begin to edit its first cell that can be, rather than that of a field `known` already."""
        self.choose(thing_id)
        row = self.things.row_of(thing_id)
        fields = [(place, each.field) for place, each in enumerate(self.things.columns) if each.field]
        column = next((place for place, field in fields if field != known), fields[0][0] if fields else -1)
        if row >= 0 and column >= 0:
            self.edit(self.things.index(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self._have_a_current_cell()

    def _have_a_current_cell(self) -> None:
        """Let the keys begin at the first cell; Qt sees to that only in a table that had rows and never another one."""
        if not self.currentIndex().isValid() and self.things.rowCount():
            column = max(self.horizontalHeader().logicalIndexAt(0), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.things.index(0, column), flags.NoUpdate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter or F2, delete with Delete, move, duplicate and add; the page may know more keys."""
        if self.state() != self.State.EditingState and (begins_here(self, event) or carries_out(self, event)):
            return
        edits = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}
        if edits and self.state() != self.State.EditingState:
            index = self.currentIndex()
            if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
                return
            if index.isValid() and self.things.can_edit:
                self._ask_for_form(index.row(), index.column())
                # Who shows a menu of the row instead is told by `activated`.
                super().keyPressEvent(event)
                return
        if self.state() != self.State.EditingState and type_over(self, event):
            return
        super().keyPressEvent(event)

    def _on_double_click(self, index: QModelIndex) -> None:
        """Lead to the field in the form where the cell itself can't be edited, as Enter does."""
        if self.things.can_edit and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._ask_for_form(index.row(), index.column())

    def _ask_for_form(self, row: int, column: int) -> None:
        shown = self.things.columns[column]
        self.form_asked.emit(self.things.thing_at(row).id, shown.field or shown.name)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let Ctrl+Home and its like select where they lead to; a click beside the rows may leave what is selected."""
        if self.keeps_selection and not index.isValid():
            return QItemSelectionModel.SelectionFlag.NoUpdate
        if isinstance(event, QKeyEvent) and leads_far(event):
            return QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        return super().selectionCommand(index, event)

    def _tell(self) -> None:
        """Tell what is selected; once, where several rows go."""
        self._is_to_tell = self._is_showing
        if not self._is_showing:
            self.chosen.emit(self.selected_ids)
