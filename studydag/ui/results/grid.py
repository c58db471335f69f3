"""The grid in which results are typed: Tab, Enter and arrows go from cell to cell, and whole blocks can be pasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studydag.ui.look import Look
from studydag.ui.results.grid_model import SHARE, Index, ResultGridModel, Written

PADDING = 5
FEWEST = 6
"""Height in lines, at least."""
STEP, FIGURE, NARROWEST, WORDS = 5, 8, 22, 18
"""Widths in characters: of a step, of a figure, and at least of questions and of words."""
LINES, MOST_LINES = 5, 6
"""Of the editor of words, and at most of a row."""
_DOWN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class ResultGrid(QTableView):
    """Shows a `ResultGridModel`. `pasted` carries what a paste or Delete would write, as a `Written`."""

    pasted = Signal(object)

    def __init__(self, model: ResultGridModel, look: Look, name: str, parent: QWidget | None = None) -> None:
        """Show a model."""
        super().__init__(parent)
        self.grid = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(True)
        self.setWordWrap(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.verticalHeader().hide()
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * FEWEST)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(10)
        self._tabbed_from: int | None = None
        self._delegate = ResultDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.verticalHeader().setMaximumSectionSize(self.fontMetrics().lineSpacing() * MOST_LINES + 2 * PADDING)
        model.modelReset.connect(self.fit)
        model.dataChanged.connect(self.fit)

    def fit(self) -> None:
        """Give steps and figures what they need, and share the rest between questions and words."""
        wide, columns = self.fontMetrics().averageCharWidth(), self.grid.columnCount()
        if not columns:
            return
        narrow = dict.fromkeys(range(1, columns - 1), FIGURE)
        narrow.update({column: STEP for column in range(1, columns - 1) if self.grid.step_place(column) is not None})
        for column, characters in narrow.items():
            title = self.grid.headerData(column, Qt.Orientation.Horizontal)
            needed = self.fontMetrics().horizontalAdvance(str(title)) + 4 * PADDING
            self.setColumnWidth(column, max(characters * wide, needed))
        left = self.viewport().width() - sum(self.columnWidth(column) for column in narrow)
        self.setColumnWidth(0, max(left * 3 // 5, NARROWEST * wide))
        self.setColumnWidth(columns - 1, max(left - self.columnWidth(0), WORDS * wide))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.fit()

    # From cell to cell

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Let Tab go to the next cell that takes something."""
        steps = {self.CursorAction.MoveNext: 1, self.CursorAction.MovePrevious: -1}.get(action)
        if steps is None:
            self._tabbed_from = None
            return super().moveCursor(action, modifiers)
        if self._tabbed_from is None:
            self._tabbed_from = self.currentIndex().column()
        return self._along(steps)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin anew where the user points."""
        self._tabbed_from = None
        super().mousePressEvent(event)

    def next_row(self) -> None:
        """Go down with Enter: below the cell from which Tab went along the row, as in a spreadsheet."""
        if self._tabbed_from is not None:
            self.setCurrentIndex(self.grid.index(self.currentIndex().row(), self._tabbed_from))
            self._tabbed_from = None
        self.go_down(1)

    def _along(self, step: int) -> QModelIndex:
        columns = self.grid.columnCount()
        place = self.currentIndex().row() * columns + self.currentIndex().column() + step
        while 0 <= place < self.grid.rowCount() * columns:
            row, column = divmod(place, columns)
            if self.grid.takes(row, column):
                return self.grid.index(row, column)
            place += step
        return QModelIndex()

    def go_down(self, step: int) -> None:
        """Go to the next cell below (or above) that takes something; from the last one to the next column."""
        rows, columns = self.grid.rowCount(), self.grid.columnCount()
        row, column = self.currentIndex().row() + step, self.currentIndex().column()
        while 0 <= column < columns:
            while 0 <= row < rows:
                if self.grid.takes(row, column):
                    self.setCurrentIndex(self.grid.index(row, column))
                    return
                row += step
            column += step
            row = 0 if step > 0 else rows - 1

    def begin(self) -> None:
        """Go to the first cell that takes something."""
        self.setCurrentIndex(self.grid.index(0, 0))
        first = self._along(1)
        if first.isValid():
            self.setCurrentIndex(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy, empty cells, and go down with Enter."""
        if self.state() == self.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.copied())
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.empty_cells()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.next_row()
        else:
            super().keyPressEvent(event)

    # Blocks of cells

    def copied(self) -> str:
        """Return the selected cells as a spreadsheet takes them."""
        chosen = self._selected()
        rows, columns = sorted({row for row, _ in chosen}), sorted({column for _, column in chosen})
        return "\n".join("\t".join(_guarded(self.grid.text(row, column)) for column in columns) for row in rows)

    def paste(self, text: str) -> None:
        """Write a block as a spreadsheet gives it, beginning at the current cell; what has no cell is passed over."""
        start = self.currentIndex()
        if not start.isValid() or not self.grid.can_edit or not text.strip():
            return
        lines = text.rstrip("\r\n").replace("\r\n", "\n").split("\n")
        cells = {
            (start.row() + down, start.column() + along): cell.strip()
            for down, line in enumerate(lines)
            for along, cell in enumerate(line.split("\t"))
            if start.row() + down < self.grid.rowCount() and start.column() + along < self.grid.columnCount()
        }
        self._write(cells)

    def empty_cells(self) -> None:
        """Take out what stands in the selected cells."""
        self._write({cell: "" for cell in self._selected() if self.grid.takes(*cell) and self.grid.text(*cell)})

    def _write(self, cells: dict[tuple[int, int], str]) -> None:
        if cells and self.grid.can_edit:
            written: Written = self.grid.write(cells)
            self.pasted.emit(written)

    def _selected(self) -> list[tuple[int, int]]:
        return [(index.row(), index.column()) for index in self.selectedIndexes()]


class ResultDelegate(QStyledItemDelegate):
    """Draws a bar behind each count, and edits words on several lines."""

    def __init__(self, look: Look, grid: ResultGrid) -> None:
        """Draw for a grid."""
        super().__init__(grid)
        self._look = look
        self._grid = grid

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw how large a share a count is below the number; shade what takes nothing."""
        share, colours = index.data(SHARE), self._look.colours
        takes = self._grid.grid.takes(index.row(), index.column())
        if not takes and index.column():
            painter.fillRect(option.rect, QColor(colours.window))
        if share:
            height = round((option.rect.height() - 2) * share)
            bar = QRect(option.rect.left() + 1, option.rect.bottom() - height, option.rect.width() - 2, height)
            painter.fillRect(bar, QColor(colours.selected))
        super().paint(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Mark the current cell by a frame alone, so that its bar stays in sight."""
        super().initStyleOption(option, index)
        if index.data(SHARE) is not None and option.state & option.state.State_Selected:
            option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(self._look.colours.text))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room round the text."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * PADDING, hint.height() + 2 * PADDING)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's
        """Return a line for figures, and a text of several lines for words."""
        title = str(self._grid.grid.headerData(index.column(), Qt.Orientation.Horizontal))
        editor: QWidget
        if self._grid.grid.field(index.column()) == "text":
            editor = words = QPlainTextEdit(parent)
            words.setTabChangesFocus(True)
        else:
            editor = line = QLineEdit(parent)
            line.setFrame(False)
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        editor.setAccessibleName(f"{title}: {self._grid.grid.title(self._grid.grid.rows[index.row()])}")
        editor.installEventFilter(self)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands there, selected, so that what is typed takes its place."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:  # noqa: ARG002 - Qt's
        """Hand over what was typed."""
        text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""
        if isinstance(editor, QLineEdit):
            text = editor.text()
        self._grid.grid.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - Qt's
        """Give words some lines, within the grid."""
        place = QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(place.height(), editor.fontMetrics().lineSpacing() * LINES + 2 * PADDING))
            room = self._grid.viewport().height()
            if place.bottom() > room:
                place.moveTop(max(0, room - place.height()))
        editor.setGeometry(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter and the arrows go to the cell below or above, Tab to the next one."""
        if isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _DOWN or key is Qt.Key.Key_Up:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, self.EndEditHint.NoHint)
                if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                    self._grid.next_row()
                else:
                    self._grid.go_down(-1 if key is Qt.Key.Key_Up else 1)
                return True
        if isinstance(watched, QPlainTextEdit) and isinstance(event, QKeyEvent):
            ends = {
                Qt.Key.Key_Tab: self.EndEditHint.EditNextItem,
                Qt.Key.Key_Backtab: self.EndEditHint.EditPreviousItem,
            }
            hint = ends.get(Qt.Key(event.key()))
            # As in the longer text of any cell, a new line takes Shift.
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not shift
            if event.type() == QEvent.Type.KeyPress and (enter or hint is not None):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, hint or self.EndEditHint.NoHint)
                if enter:
                    self._grid.next_row()
                return True
        return super().eventFilter(watched, event)


def _guarded(text: str) -> str:
    """Keep a spreadsheet from taking words for a formula, and lines for rows."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in {"=", "+", "-", "@"} and not line[1:].replace(",", "").isdigit() else line
