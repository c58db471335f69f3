"""Things side by side, each a column: compared at a glance and edited in place, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from studydag.ui.item_models.side_by_side import SideBySideModel
from studydag.ui.item_models.things import TableColumn
from studydag.ui.menu import offer_actions
from studydag.ui.tables.field_delegate import LOOKS, Edit, FieldDelegate
from studydag.ui.tables.table_keys import type_over
from studydag.ui.tables.text_sizes import BESIDE, TextSizes
from studydag.ui.workspace import Workspace

NARROWEST, WIDEST_WORD = 19, 32
"""Of a column, in characters; and of a word that a column is made wider for, so that it doesn't break in its middle."""
FEWEST_LINES = 4
"""Of text that are in view below the titles."""
TITLE_LINES = 4
_PADDING = 5


class SideBySide(QTableView):
    """Columns of things. Enter or a double click edits a cell; the keys of lists do here what they do there.

    `chosen` carries the id of the thing whose column is current, `add_asked`, `delete_asked` and `move_asked` (steps to
    the right) what the keys Insert, Delete and Alt with an arrow ask for, `title_asked` a double click on a title.
    """

    chosen = Signal(int)
    add_asked = Signal()
    title_asked = Signal()
    delete_asked = Signal()
    move_asked = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        value: type[Any],
        fields: Sequence[TableColumn],
        edit: Edit,
        *,
        name: str,
        title: Callable[[Any], str],
        parent: QWidget | None = None,
    ) -> None:
        """Show things of one class; `edit` carries out what was typed in a cell."""
        super().__init__(parent)
        self.things = SideBySideModel(fields, title, self)
        self.things.can_edit = not workspace.library.read_only
        self.setModel(self.things)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self._sizes = TextSizes(self)
        self.setItemDelegate(FieldDelegate(workspace, value, edit, self))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(True)
        across.setTextElideMode(Qt.TextElideMode.ElideNone)
        across.sectionDoubleClicked.connect(lambda _section: self.title_asked.emit())
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self._on_header)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setProperty("role", "fields")
        down.setHighlightSections(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerButtonEnabled(False)
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these things; the current cell stays."""
        current = self.currentIndex()
        row, thing_id = current.row(), self.current_id
        self.things.show_things(things)
        self._share_room()
        column = self.things.column_of(thing_id) if thing_id is not None else -1
        if column >= 0 and not self.currentIndex().isValid():
            self._go_to(max(row, 0), column)

    @property
    def current_id(self) -> int | None:
        """The id of the thing whose column is current."""
        column = self.currentIndex().column()
        return self.things.things[column].id if 0 <= column < len(self.things.things) else None

    def choose(self, thing_id: int) -> None:
        """Make the column of a thing current, in the row that was."""
        column = self.things.column_of(thing_id)
        if column >= 0 and column != self.currentIndex().column():
            self._go_to(max(self.currentIndex().row(), 0), column)

    def cell(self, thing_id: int, field: str) -> tuple[int, int]:
        """Return row and column of a field of a thing."""
        row = next(place for place, each in enumerate(self.things.fields) if each.field == field)
        return row, self.things.column_of(thing_id)

    def minimumSizeHint(self) -> QSize:
        """Show the titles and a few rows, above a bar to scroll to the other columns."""
        least, bar = super().minimumSizeHint(), self.horizontalScrollBar().sizeHint().height()
        lines = FEWEST_LINES * self.fontMetrics().lineSpacing()
        return least.expandedTo(QSize(0, self.horizontalHeader().height() + lines + bar))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit with Enter or by typing over, add with Insert, delete with Delete, move with Alt and an arrow."""
        if self.state() != self.State.EditingState and (self._does(event) or type_over(self, event)):
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done, with the letters that other menus have."""
        offer_actions(self, event.globalPos())

    def keyboardSearch(self, search: str) -> None:
        """Leave letters alone: a column isn't looked up by its first cell."""

    def changeEvent(self, event: QEvent) -> None:
        """Draw with another font or palette."""
        super().changeEvent(event)
        delegate = self.itemDelegate()
        if event.type() in LOOKS and isinstance(delegate, FieldDelegate):
            delegate.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._share_room()

    def _does(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        if modifiers == Qt.KeyboardModifier.AltModifier and steps is not None:
            self.move_asked.emit(steps)
        elif plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif plain and event.key() == Qt.Key.Key_Insert:
            self.add_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            return False
        return True

    def _on_header(self, section: int) -> None:
        self.setFocus()
        self._go_to(max(self.currentIndex().row(), 0), section)

    def _on_current(self) -> None:
        current = self.current_id
        if current is not None:
            self.chosen.emit(current)

    def _go_to(self, row: int, column: int) -> None:
        index = self.things.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _title_height(self, width: int) -> int:
        """Return how high the titles are in columns of a width, up to some lines; of a longer one these come first."""
        header = self.horizontalHeader()
        font = header.font()
        # The title of the current column is bold.
        font.setBold(True)
        metrics = QFontMetrics(font)
        room = QRect(0, 0, width - 4 * _PADDING, metrics.lineSpacing() * TITLE_LINES)
        titles = (header.model().headerData(n, Qt.Orientation.Horizontal) for n in range(header.count()))
        high = max(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(title)).height() for title in titles)
        down = Qt.AlignmentFlag.AlignVCenter if high <= room.height() else Qt.AlignmentFlag.AlignTop
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | down | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap))
        return min(high, room.height()) + 3 * _PADDING

    def _share_room(self) -> None:
        """Give every column the same width, as wide as there is room; rows are as high as their text."""
        count = self.things.columnCount()
        if not count:
            return
        metrics = self.fontMetrics()
        titles = (metrics.horizontalAdvance(each.title) for each in self.things.fields)
        self.verticalHeader().setFixedWidth(max(titles) + 4 * _PADDING)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - self.verticalHeader().width() - 2 * self.frameWidth() - bar
        self._sizes.follow_font()
        width = max(room // count, self._least_width())
        for column in range(count):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setFixedHeight(self._title_height(width))
        for row in range(self.things.rowCount()):
            texts = (self.things.look_of(row, column).text for column in range(count))
            height = max(self._sizes.height(text, width - BESIDE) for text in texts)
            self.setRowHeight(row, height + 2 * _PADDING)

    def _least_width(self) -> int:
        """Return how wide columns are at least, in pixels: as their longest word, within bounds."""
        rows, columns = range(self.things.rowCount()), range(self.things.columnCount())
        texts = (self.things.look_of(row, column).text for row in rows for column in columns)
        longest = max((self._sizes.longest_word(text) for text in texts), default=0) + BESIDE
        character = self.fontMetrics().averageCharWidth()
        return min(max(longest, character * NARROWEST), character * WIDEST_WORD)
