"""The programme as a list: a row for each block, edited in place, in the same order as on the timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QWidget

from studydag.model.operations.spots import Spot
from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block
from studydag.ui.brought import BLOCKS_MIME
from studydag.ui.item_models.things import Index, stretches
from studydag.ui.look import Look
from studydag.ui.programme.block_model import PARKED_HEADING, BlockModel, rows_of
from studydag.ui.programme.block_texts import BlockTexts
from studydag.ui.programme.list_dragging import ListDragging
from studydag.ui.programme.row_pictures import Room, RowPictures
from studydag.ui.programme.shown_columns import ShownColumns
from studydag.ui.programme.time_column import TimeColumn
from studydag.ui.tables.cell_painter import PAD
from studydag.ui.tables.field_delegate import LOOKS
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.block_edits import edit_block, edit_title
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.shading import Shading
from studydag.ui.timeline.words import BlockWords

NARROWEST_TITLE = 20
"""In characters."""
ROOM_FOR_ENDS = 110
"""In characters: in a narrower list beside the timeline titles get the room of the times at which blocks end."""


class BlockList(ThingTable):
    """Shows what is selected on the timeline as well, and the other way round."""

    def __init__(
        self, look: Look, commands: BlockCommands, actions: BlockActions, parent: QWidget | None = None
    ) -> None:
        """Begin empty."""
        self._look = look
        self.commands = commands
        self._actions = actions
        self.texts = BlockTexts(commands.workspace.language, look, lambda: commands.workspace.targets)
        self._headings: tuple[int, ...] = ()
        self._pictures = RowPictures(lambda: self._delegate.cells, lambda: look.colours.surface)
        language = commands.workspace.language
        columns = self.texts.columns()
        super().__init__(
            commands.workspace,
            Block,
            columns,
            self._edit,
            name=language.gettext("Programme as a list"),
            empty=language.gettext("No blocks yet. Click + Block, or press Insert."),
            parent=parent,
        )
        self.narrowest = NARROWEST_TITLE
        self.things.deleteLater()
        self.things = BlockModel(columns, look.colours, self)
        self.things.can_edit = not commands.workspace.library.read_only
        self.setModel(self.things)
        self._delegate.ruled = False
        # From a first title its phase is read; it may come in bits, of which only all say it.
        self._untitled: Block | None = None
        self._delegate.closeEditor.connect(self._forget_untitled)
        self.selectionModel().selectionChanged.connect(self._tell)
        self.selectionModel().currentRowChanged.connect(lambda index, _before: self._on_row(index))
        self.clicked.connect(self._on_row)
        self.form_asked.connect(self._to_part)
        self._delegate.another_asked.connect(self._add_another)
        self._delegate.typed.connect(self._on_typed)
        self._delegate.leading_on = actions.leading_on
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setDragEnabled(not commands.workspace.library.read_only)
        self.setAcceptDrops(not commands.workspace.library.read_only)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 30)
        self.is_beside: Callable[[], bool] = lambda: False
        self.shown_columns = ShownColumns(self, self._share_room)
        self.times = TimeColumn(self)
        self.dragging = ListDragging(self, look, commands, lambda: self.things.things, lambda: self.texts.words)
        actions.attach(self)
        self._showing = False
        commands.selection.changed.connect(self._show_selection)

    # -- what is shown

    def show_programme(self, schedule: Schedule, words: BlockWords) -> None:
        """Show the blocks of a day; what is being typed in a cell stays."""
        former, self.texts.words = self.texts.words, words
        self._showing = True
        current = self.commands.selection.current or 0
        row = self.things.row_of(current)
        try:
            self.show_things(rows_of(schedule, words))
        finally:
            self._showing = False
        # Where rows came, went or moved Qt would lay out after painting what else there is.
        self.executeDelayedItemsLayout()
        if former is not None and (former.setting is not words.setting or former.day.goals != words.day.goals):
            self.things.tell_all_changed()
        self._span_headings()
        self._make_room_for_hints()
        self._show_selection()
        if row not in {-1, self.things.row_of(current)}:
            # It was moved, perhaps in the other view: the eye goes along.
            self.scroll_to(self.things.row_of(current))

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Draw again what is seen of what changed; of many rows Qt would draw all columns."""
        if self.state() != self.State.EditingState and first.row() < last.row():
            top, bottom = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
            upper = max(first.row(), top)
            lower = last.row() if bottom < 0 else min(last.row(), bottom)
            if top < 0 or upper > lower:
                return
            first, last = self.things.index(upper, first.column()), self.things.index(lower, last.column())
        super().dataChanged(first, last, roles)

    def _span_headings(self) -> None:
        """Let headings stand over all columns."""
        headings = tuple(row for row, each in enumerate(self.things.things) if each.block is None)
        if headings != self._headings:
            self._headings = headings
            self.clearSpans()
            for row in headings:
                self.setSpan(row, 0, 1, self.things.columnCount())

    def _make_room_for_hints(self) -> None:
        """Widen the column of times as long as more stands there than a time, and let that have a line of its own."""
        self.times.fit_rows()
        if self.fitted.is_by_hand or not self.fitted.needed:
            return
        wide = self.times.width
        if self.columnWidth(0) != wide:
            self.setColumnWidth(0, wide)
            self._share_room()

    def fit_columns(self) -> None:
        """Make all columns as wide as what stands in them, then show as many as there is room for."""
        self.shown_columns.show_all()
        super().fit_columns()
        # Those that were hidden again for want of room tell no width.
        self.shown_columns.show_all()
        self.times.measure()
        self.setColumnWidth(0, self.times.width)
        # Every phase can come in later.
        self.setColumnWidth(self._phase_column, max(self.columnWidth(self._phase_column), self._width_of_phases()))
        self.shown_columns.widen()
        self._share_room()

    @property
    def _phase_column(self) -> int:
        return next(place for place, each in enumerate(self.things.columns) if each.field == "phase")

    def _width_of_phases(self) -> int:
        language, metrics = self.commands.workspace.language, self.fontMetrics()
        words = max(metrics.horizontalAdvance(language.member(phase)) for phase in Phase)
        return words + metrics.height() + 3 * PAD

    def _leave_out_ends(self) -> None:
        """Say till when blocks are unless titles need the room, and the timeline beside the list says it."""
        room = self.fontMetrics().averageCharWidth() * ROOM_FOR_ENDS
        tells = self.viewport().width() >= room or not self.is_beside()
        if tells is not self.texts.tells_ends:
            self.texts.tells_ends = tells
            self.things.tell_all_changed()
            self.times.measure()
            self.setColumnWidth(0, self.times.width)

    def _share_room(self) -> None:
        if self.fitted.rows is not None:
            self._leave_out_ends()
            self.shown_columns.give_way()
        super()._share_room()

    # -- editing

    def _edit(self, block_id: int, name: str, value: Any) -> None:
        if name == "title":
            block = self.commands.block(block_id)
            if block is not None and not block.title:
                self._untitled = block
            began = self._untitled if self._untitled is not None and self._untitled.id == block_id else None
            edit_title(self.commands, block_id, value, began)
        else:
            edit_block(self.commands, block_id, name, value)

    def _forget_untitled(self) -> None:
        self._untitled = None

    def _on_typed(self, block_id: int, name: str) -> None:
        if name == "minutes":
            self.commands.minutes_chosen.add(block_id)

    def leave_cell(self) -> bool:
        """Take what is being typed in a cell; return whether none is edited any more."""
        return self.state() != self.State.EditingState or self._delegate.leave()

    def _add_another(self, outside: bool) -> None:
        """Add a block after the one whose cell was edited; `outside`: not among the options of its round."""
        if outside:
            self.commands.adding.add_after_round()
        else:
            self.commands.adding.add_another()

    def _say(self, text: str) -> None:
        self.commands.said.emit(text)

    def edit_title(self, block_id: int) -> None:
        """Let the title of a block be typed in its cell."""
        row = self.things.row_of(block_id)
        if row >= 0 and self.things.can_edit:
            index = self.things.index(row, 1)
            self.setFocus()
            # Not `setCurrentIndex`: with Ctrl still held down that would take the row out of the selection.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)
            self.edit(index)

    # -- what is selected

    def _tell(self) -> None:
        if not self._showing:
            row = self.currentIndex().row()
            current = self.things.thing_at(row).id if 0 <= row < self.things.rowCount() else None
            self._showing = True
            self.commands.selection.choose(self.selected_ids, current)
            self._showing = False
        super()._tell()

    def _on_row(self, index: QModelIndex) -> None:
        """Select a part of the day where its heading was clicked, or is where the keys are."""
        heading = self.things.thing_at(index.row()).id if index.isValid() else 0
        if not self._showing and PARKED_HEADING < heading < 0:
            self._showing = True
            self.clearSelection()
            self.commands.selection.choose_part(-heading)
            self._showing = False

    def _to_part(self, row_id: int) -> None:
        """Lead from the heading of a part to its form, as Enter does on the timeline."""
        if PARKED_HEADING < row_id < 0:
            self._on_row(self.currentIndex())
            self.commands.field_asked.emit("title")

    def _show_selection(self) -> None:
        """Select what is selected elsewhere, without telling it back."""
        if self._showing:
            return
        selection = self.commands.selection
        if set(self.selected_ids) == set(selection.ids):
            return
        flags = QItemSelectionModel.SelectionFlag
        chosen, ids = QItemSelection(), set(selection.ids)
        for first, last in stretches(row for row, each in enumerate(self.things.things) if each.id in ids):
            chosen.select(self.things.index(first, 0), self.things.index(last, self.things.columnCount() - 1))
        self._showing = True
        model = self.selectionModel()
        column = max(self.currentIndex().column(), 0)
        current = self.things.row_of(selection.current or 0)
        if current >= 0:
            with QSignalBlocker(self):
                model.setCurrentIndex(self.things.index(current, column or 1), flags.NoUpdate)
        model.select(chosen, flags.ClearAndSelect)
        if current >= 0:
            self.scroll_to(current)
        self._showing = False

    def show_part(self, part_id: int) -> None:
        """Bring the heading of a part into view; the only part has none."""
        row = self.things.row_of(-part_id)
        if row >= 0:
            self.scroll_to(row)

    def scroll_to(self, row: int) -> None:
        """Bring a row into view, and leave the columns where they are."""
        across = self.horizontalScrollBar().value()
        self.scrollTo(self.things.index(row, 0))
        self.horizontalScrollBar().setValue(across)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show all that can be done with what is selected."""
        self._actions.menu(self).popup(event.globalPos())

    # -- dragging

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002 - Qt's
        """Drag the selected blocks to another place in the list."""
        ids = self.commands.ids
        if ids:
            drag = QDrag(self)
            drag.setMimeData(self.mime_of(ids))
            drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)
            self.leave()

    def mime_of(self, ids: Sequence[int]) -> QMimeData:
        """Return what blocks are dragged as: their ids for this window, a table for other programs."""
        mime = self.commands.clipboard.mime_of(tuple(ids))
        mime.setData(BLOCKS_MIME, " ".join(map(str, ids)).encode())
        return mime

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take blocks of this list, and what can become one."""
        self.dragging.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which rows it would go, and what is in the way there."""
        self.dragging.follow(event.position().toPoint())
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self.dragging.rest()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the blocks there, or add one for what was brought."""
        self.dragging.drop(event)

    def spot_under(self, at: QPoint, shading: Shading | None) -> Spot | None:
        """Show between which rows blocks would go that are dragged here from the timeline; return that spot."""
        return self.dragging.spot_under(at, shading)

    def leave(self) -> None:
        """Show no spot any more."""
        self.dragging.leave()

    def changeEvent(self, event: QEvent) -> None:
        """Draw with another font or palette."""
        super().changeEvent(event)
        if event.type() in LOOKS:
            self._pictures.forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows with a line below each, and where a drop would go."""
        if not self.things.rowCount():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        self._paint_rows(painter, event.rect())
        current = self.currentIndex()
        if current.isValid() and (self.hasFocus() or self.viewport().hasFocus()):
            painter.setPen(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawRect(self.visualRect(current).adjusted(0, 0, -1, -2))
        self.dragging.paint(painter)
        painter.end()

    def _paint_rows(self, painter: QPainter, seen: QRect) -> None:
        header, chosen, line = self.horizontalHeader(), self.selectionModel(), QColor(self._look.colours.line)
        columns = [column for column in range(header.count()) if not header.isSectionHidden(column)]
        rooms = tuple(Room(header.sectionPosition(column), header.sectionSize(column)) for column in columns)
        over_all = (Room(0, header.length()),)
        row = self.rowAt(max(seen.top(), 0))
        while 0 <= row < self.things.rowCount() and self.rowViewportPosition(row) <= seen.bottom():
            thing = self.things.thing_at(row)
            place = QRect(-header.offset(), self.rowViewportPosition(row), header.length(), self.rowHeight(row))
            if thing.block is None:
                self._pictures.draw(painter, place, thing.id, (self.things.look_of(row, 0),), over_all, chosen=False)
            else:
                cells = tuple(self.things.look_of(row, column) for column in columns)
                is_chosen = chosen.isSelected(self.things.index(row, 0))
                self._pictures.draw(painter, place, thing.id, cells, rooms, chosen=is_chosen)
            painter.setPen(line)
            painter.drawLine(0, place.bottom(), self.viewport().width(), place.bottom())
            row += 1
        self._pictures.forget_unused()
