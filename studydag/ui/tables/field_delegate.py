"""Draws the cells of tables of things, and edits them in place as a spreadsheet does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final, Protocol

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMargins,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from studydag.ui.announcing import say
from studydag.ui.fields.build import field_for
from studydag.ui.fields.choice import ChoiceField, ManyField
from studydag.ui.fields.dates import DateField, DueField
from studydag.ui.fields.field import Field
from studydag.ui.fields.named import NamedField
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.fields.typed import SteppingField, TypedField, all_typed, typed_in
from studydag.ui.fields.wording import not_understood
from studydag.ui.item_models.things import Cell, Index, TableColumn, ThingModel
from studydag.ui.tables.cell_painter import CellPainter
from studydag.ui.tables.dates_near import read_dates_near_the_day
from studydag.ui.tables.editor_room import let_grow, place_editor
from studydag.ui.workspace import Workspace

Edit = Callable[[int, str, Any], None]
LOOKS = frozenset(
    {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.EnabledChange}
)
"""What makes cells look otherwise."""
PADDING = 5
_STAYING = frozenset(
    {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
)
"""Why an editor loses the keys for a moment only."""
_FOLLOWING: Final = {
    Qt.Key.Key_Tab: QStyledItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QStyledItemDelegate.EndEditHint.EditPreviousItem,
}


def _steps_down(event: QKeyEvent) -> bool:
    is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return is_plain and event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}


def _is_done_by_enter(field: Field, *, shift: bool) -> bool:
    return isinstance(field, ChoiceField) or (isinstance(field, TextField) and not shift)


def _editor_of(control: QObject) -> Field | None:
    """Return the editor of which a control is a part: the line of a date is one of a date that counts from the day."""
    found, above = None, control.parent()
    while isinstance(above, Field):
        found, above = above, above.parent()
    return found


class CellModel(Protocol):
    """A model that knows of each cell which field of which thing it shows."""

    def cell(self, index: Index) -> tuple[Any, TableColumn]:
        """Return the thing and the column of a cell."""
        ...

    def ticks(self, row: int, column: int) -> bool:
        """Whether a cell has a box to tick instead of a text."""
        ...

    def look_of(self, row: int, column: int) -> Cell:
        """Return how a cell looks."""
        ...


class FieldDelegate(QStyledItemDelegate):
    """Draws the cells of a view on a `CellModel`, and edits them with the editors of their fields.

    A line of text is saved at each pause already. While one is edited, Tab goes on to the next cell, Down to the one
    below, and Ctrl+Enter is told by `another_asked`, which carries whether Shift was held down too; the keys in
    `leading_on` take what was typed and do what stands behind them. What was typed and is none of the names to choose
    from is told by `unknown`, and the cell is not left; by `given_up` when it is nevertheless, as with the pointer; and
    `taken_back` tells that Escape took it away. That minutes or a time are typed is told by `typed`, with whose they
    are and the field, even if they stood there.
    """

    another_asked = Signal(bool)
    typed = Signal(int, str)
    unknown = Signal(str)
    given_up = Signal(str)
    taken_back = Signal()

    def __init__(self, workspace: Workspace, value: type[Any], edit: Edit, view: QTableView) -> None:
        """Edit fields of one class; `edit` carries out what was typed."""
        super().__init__(view)
        self._view = view
        self.leading_on: dict[int, Callable[[], object]] = {}
        self.ruled = True
        self.cells = CellPainter(view, wraps=view.wordWrap())
        self._line: QColor | None = None
        self._workspace = workspace
        self._value = value
        self._edit = edit
        self._following = self.EndEditHint.NoHint
        self._is_keeping = False

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the editor of the column's field."""
        model: CellModel = index.model()  # type: ignore[assignment]
        thing, column = model.cell(index)
        field = self._field(column)
        field.setParent(parent)
        field.name(column.title)
        field.setAutoFillBackground(True)
        field.edited.connect(lambda _value: self._take(field))
        if type(field) is LineField:
            field.save_while_typing()
        self._tell_typed(field, thing.id, column.field)
        if isinstance(field, NamedField):
            field.unknown.connect(self.given_up)
            field.line.textEdited.connect(lambda _text: let_grow(field, self._view))
        if isinstance(field, ManyField):
            self._tick_in(field)
        if isinstance(field, ChoiceField):
            field.box.open_for_pointer()
        if isinstance(field, DueField):
            field.in_cell = True
            if column.held(thing) is None:
                field.kind.open_for_pointer()
        read_dates_near_the_day(field, self._workspace)
        for typed in all_typed(field):
            typed.unread.connect(partial(self._keep_unread, thing.id, index.column(), field, typed))
            if isinstance(field, DueField):
                typed.line.installEventFilter(self)
        control = field.focusProxy()
        if control is not None:
            control.installEventFilter(self)
        return field

    def _tell_typed(self, field: Field, row_id: int, name: str) -> None:
        if isinstance(field, SteppingField):
            field.line.textEdited.connect(lambda _text: self.typed.emit(row_id, name))

    def _tick_in(self, field: ManyField) -> None:
        """Open what is ticked in at once, unless Tab came by, and leave the cell when it closes."""
        # After what was chosen in it, which Qt tells only when it has closed.
        field.menu.aboutToHide.connect(lambda: QTimer.singleShot(0, field, lambda: self._finish(field)))
        if self._following is self.EndEditHint.NoHint:
            QTimer.singleShot(0, field, field.button.open)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab go on to the next cell and Down to the one below, as in a spreadsheet."""
        field = _editor_of(watched)
        if field is None:
            return super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self._lose_keys(field, event.reason())
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        hint = _FOLLOWING.get(Qt.Key(event.key()))
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        # In a longer text Shift+Enter begins a new line.
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        then = self._then(event, enter=enter)
        if hint is not None:
            self._leave(field, hint)
        elif then is not None:
            if self._leave(field, self.EndEditHint.NoHint):
                then()
        elif event.key() == Qt.Key.Key_Escape:
            self._take_back(field)
            return False
        elif enter and (isinstance(watched, QLineEdit) or _is_done_by_enter(field, shift=shift)):
            # Not left to the line: what it ignores would come to the table, which edits with Enter.
            self._leave(field, self.EndEditHint.NoHint)
        elif _steps_down(event) and isinstance(field, LineField | DateField) and not isinstance(field, SteppingField):
            self._go_down(field, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            return False
        return True

    def _take_back(self, field: Field) -> None:
        if isinstance(field, ChoiceField):
            field.show_value(self._held())
        elif isinstance(field, NamedField) and field.is_unreadable:
            self.taken_back.emit()

    def _then(self, event: QKeyEvent, *, enter: bool) -> Callable[[], object] | None:
        """Return what is to be done once the cell is left by a key, if it leads on."""
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return partial(self.another_asked.emit, shift)
        return self.leading_on.get(event.keyCombination().toCombined())

    def _held(self) -> Any:
        """Return what stands in the current cell."""
        index = self._view.currentIndex()
        model: CellModel = index.model()  # type: ignore[assignment]
        thing, column = model.cell(index)
        return column.held(thing)

    def _lose_keys(self, field: Field, reason: Qt.FocusReason) -> None:
        if isinstance(field, ChoiceField) and reason not in _STAYING and not field.is_left:
            self.commitData.emit(field)
        if isinstance(field, ManyField):
            if reason not in _STAYING:
                self._finish(field)
        elif reason is Qt.FocusReason.MouseFocusReason:
            # After what was typed is taken, by which the cell is left as well.
            QTimer.singleShot(0, field, partial(self._leave_as_it_was, _editor_around(field)))

    def _leave_as_it_was(self, field: Field) -> None:
        """Leave a cell in which nothing was changed, when something outside of its table was clicked."""
        typed, focused = typed_in(field), QApplication.focusWidget()
        stays = focused is None or field.isAncestorOf(focused) or (typed is not None and typed.is_unreadable)
        if field.isVisible() and not stays and not field.is_left:
            field.is_left = True
            self.closeEditor.emit(field, self.EndEditHint.NoHint)

    def leave(self) -> bool:
        """Take what is being typed, and leave its cell; return whether no cell is edited any more."""
        field = self._view.indexWidget(self._view.currentIndex())
        return not isinstance(field, Field) or self._leave(field, self.EndEditHint.NoHint)

    def _leave(self, field: Field, hint: QStyledItemDelegate.EndEditHint) -> bool:
        """Take what was typed, and go where the hint says; what is none of the names to choose from is not left so."""
        if isinstance(field, NamedField) and field.is_unreadable:
            field.mark(wrong=True)
            self.unknown.emit(field.line.text().strip())
            return False
        typed = typed_in(field)
        if typed is not None and typed.is_unreadable:
            typed.mark(wrong=True)
            said = not_understood(typed.line.text().strip(), typed.asks, self._workspace.language)
            typed.explain(said)
            _ = self._workspace.language.gettext
            say(self._view, " ".join((said, _("Esc leaves it as it was."))))
            return False
        self._following = hint
        before = field.shown
        if isinstance(field, LineField | TextField):
            field.finish()
        elif typed is not None:
            typed.finish()
        if field.shown == before:
            self._finish(_editor_around(field))
        self._following = self.EndEditHint.NoHint
        return True

    def _keep_unread(self, row_id: int, place: int, field: Field, typed: TypedField, text: str) -> None:
        """Keep what was typed and can't be read in its cell, to be mended, and say so."""
        model, said = self._view.model(), not_understood(text, typed.asks, self._workspace.language)
        if isinstance(model, ThingModel):
            # The editor is told that the cell is another one now, and would take it back.
            self._is_keeping = True
            model.keep_unread(row_id, place, text, said, all_typed(field).index(typed))
            self._is_keeping = False
        # After what the pointer selects meanwhile, which may say something too.
        QTimer.singleShot(0, self._view, lambda: say(self._view, said))

    def _go_down(self, field: Field, by: int) -> None:
        """Take what was typed, and edit the same column of a row below or above."""
        index = self._view.currentIndex()
        if not self._leave(field, self.EndEditHint.NoHint):
            return
        row = index.row() + by
        while 0 <= row < index.model().rowCount():
            other = index.siblingAtRow(row)
            if other.flags() & Qt.ItemFlag.ItemIsEditable:
                self._view.setCurrentIndex(other)
                self._view.edit(other)
                return
            row += by

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell, with a line below it where the cells are `ruled`; boxes to tick are the style's."""
        model: CellModel = index.model()  # type: ignore[assignment]
        row, column = index.row(), index.column()
        if model.ticks(row, column):
            super().paint(painter, option, index)
        else:
            self.cells.draw(model.look_of(row, column), painter, option)
        if self.ruled:
            if self._line is None:
                self._line = option.palette.color(QPalette.ColorRole.Mid)
            painter.setPen(self._line)
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def forget(self) -> None:
        """Draw anew, as with another font or palette."""
        self._line = None
        self.cells.forget()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room around the text."""
        return super().sizeHint(option, index).grownBy(QMargins(PADDING, PADDING, PADDING, PADDING))

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show what the cell holds, unless something that can't be read is kept in it."""
        if isinstance(editor, Field) and not self._is_keeping:
            typing = isinstance(editor, LineField) and editor.is_being_typed
            editor.show_value(index.data(Qt.ItemDataRole.EditRole))
            self._bring_unread(editor, index)
            control = editor.focusProxy()
            if isinstance(control, QLineEdit | QPlainTextEdit) and not typing:
                control.selectAll()
            if isinstance(editor, NamedField):
                let_grow(editor, self._view)

    def _bring_unread(self, editor: Field, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show what was typed here before and could not be read."""
        model, parts = index.model(), all_typed(editor)
        if not parts or not isinstance(model, ThingModel):
            return
        thing, _column = model.cell(index)
        text, part = model.take_unread(thing.id, index.column())
        if text:
            typed = parts[part]
            if isinstance(editor, DueField):
                editor.open_part(typed)
            typed.line.setText(text)
            typed.line.setModified(True)
            typed.mark(wrong=True)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Carry out what was typed, where it is another value; keep in the cell what can't be read."""
        if not isinstance(editor, Field):
            return
        cells: CellModel = model  # type: ignore[assignment]
        thing, column = cells.cell(index)
        typed = typed_in(editor)
        if typed is not None and typed.is_unreadable:
            self._keep_unread(thing.id, index.column(), editor, typed, typed.line.text().strip())
            return
        if isinstance(editor, TextField) or (isinstance(editor, LineField) and not editor.is_pausing):
            # What is being typed counts too when the view leaves the cell, as when a button adds a row.
            with QSignalBlocker(editor):
                editor.finish()
        if editor.shown != column.held(thing):
            self._workspace.do(lambda: self._edit(thing.id, column.field, editor.shown))

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's
    ) -> None:
        """Give the editor the place of the cell, and as much more as it needs."""
        place_editor(editor, option.rect, self._view)

    def _field(self, column: TableColumn) -> Field:
        if column.editor is not None:
            made = column.editor()
            assert isinstance(made, Field)
            return made
        targets = self._workspace.targets
        return field_for(self._value, column.field, self._workspace.language, targets)

    def _take(self, field: Field) -> None:
        if isinstance(field, ChoiceField) and field.is_stepping:
            # The next letter goes on with the word, and the next arrow key from this choice to another.
            return
        is_open = isinstance(field, ManyField) and field.menu.isVisible()
        if is_open or (isinstance(field, LineField) and field.is_pausing):
            self.commitData.emit(field)
        else:
            self._finish(field)

    def _finish(self, field: Field) -> None:
        if field.is_left:
            # It is also left by losing the keys to the table, which takes them when the editor goes.
            return
        field.is_left = True
        focused = QApplication.focusWidget()
        if isinstance(field, DueField) and focused is not None and field.isAncestorOf(focused):
            # The view takes the keys back from what an editor begins with alone.
            self._view.setFocus()
        self.commitData.emit(field)
        self.closeEditor.emit(field, self._following)


def _editor_around(field: Field) -> Field:
    """Return the editor of the cell, which may hold a line with a calendar: that line is a field as well."""
    around = field.parent()
    return _editor_around(around) if isinstance(around, Field) else field
