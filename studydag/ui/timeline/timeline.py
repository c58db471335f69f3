"""The timeline: the programme to scale, painted as far as it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QScrollArea

from studydag.model.rules.time.schedule import Schedule, Slot
from studydag.ui.brought import BLOCKS_MIME, Brought, Source, brought_in, ids_in
from studydag.ui.look import Look
from studydag.ui.painted_things import forget
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.boxes import BlockBox, Layout, Measures
from studydag.ui.timeline.canvas import BlockCanvas
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.dragging import STEP, Dragging
from studydag.ui.timeline.edges import block_beside, edge_at
from studydag.ui.timeline.grid import GridPainter
from studydag.ui.timeline.layout import clear_of, lay_out, usual_scale
from studydag.ui.timeline.option_boxes import title_rect
from studydag.ui.timeline.painting import PLAIN, BlockPainter, Manner
from studydag.ui.timeline.walking import neighbour_in
from studydag.ui.timeline.words import BlockWords

STRETCHES = (0.5, 0.7, 1.0, 1.4, 2.0, 3.0)


class Timeline(BlockCanvas):
    """Blocks to scale, below each other. `stretch_changed` comes when a minute gets more or less room."""

    stretch_changed = Signal(float)

    def __init__(self, look: Look, commands: BlockCommands, actions: BlockActions, scroll_area: QScrollArea) -> None:
        """Begin empty; `scroll_area` is what it is seen through."""
        _ = commands.workspace.language.gettext
        super().__init__(look, commands, actions, name=_("Timeline"))
        self._scroll_area = scroll_area
        self._schedule = Schedule()
        self._layout = Layout()
        self._ids: tuple[int, ...] = ()
        self._previewed: Schedule | None = None
        self.stretch = 1.0
        self._stretches: dict[int, float] = {}
        self.scale = 1.0
        self.dragging = Dragging(self, scroll_area)
        self.setAcceptDrops(True)
        self.setAccessibleDescription(_("The programme to scale; the arrow keys go from block to block."))

    # -- what is shown

    def show_programme(self, schedule: Schedule, words: BlockWords) -> None:
        """Show the clock times of a day."""
        self.dragging.cancel()
        before, self._schedule, self.words = self.words, schedule, words
        if before is None or before.day.id != words.day.id:
            self._turn_to(words.day.id)
        self._lay_out()
        self.typing.follow()
        forget(self)

    def _turn_to(self, day_id: int) -> None:
        """Begin at the beginning of a day, with the room for its minutes that they had when it was last in view."""
        self._scroll_area.verticalScrollBar().setValue(0)
        stretch = self._stretches.get(day_id, 1.0)
        if stretch != self.stretch:
            self.stretch = stretch
            self.stretch_changed.emit(stretch)

    def set_stretch(self, stretch: float) -> None:
        """Give a minute more or less room; 1.0 is the usual one."""
        nearest = min(STRETCHES, key=lambda each: abs(each - stretch))
        if nearest != self.stretch:
            self.stretch = nearest
            if self.words is not None:
                self._stretches[self.words.day.id] = nearest
            self._lay_out()
            self.stretch_changed.emit(nearest)

    def stretch_by(self, steps: int) -> None:
        """Give a minute the next larger or smaller room."""
        place = STRETCHES.index(self.stretch) + steps
        self.set_stretch(STRETCHES[min(max(place, 0), len(STRETCHES) - 1)])

    @property
    def layout_shown(self) -> Layout:
        """Where things stand now, while an edge is dragged too."""
        return self._layout

    @property
    def gutter(self) -> float:
        """The width of the column of clock times."""
        offset = any(part.last_end is not None and part.last_end >= 1440 for part in self._schedule.parts)
        return self.fontMetrics().horizontalAdvance("00:00 (+1)" if offset else "00:00") + self.inks.line * 0.9

    def drag_changed(self) -> None:
        """Show how a drag stands."""
        if self.dragging.preview is not self._previewed:
            self._lay_out()
        self.update()
        if self.dragging.tray is not None:
            self.dragging.tray.update()

    def _lay_out(self) -> None:
        self._previewed = self.dragging.preview
        schedule = self._previewed or self._schedule
        line = self.inks.line
        if self.dragging.stretched is None:
            self.scale = usual_scale(self._schedule, line) * self.stretch
        measures = Measures(width=self.width(), line=line, gutter=self.gutter, scale=self.scale)
        self._layout = lay_out(schedule, measures, self._layout)
        self._ids = tuple(self._layout.index)
        height = int(self._layout.height + line)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the height of the programme."""
        return QSize(self.fontMetrics().averageCharWidth() * 50, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out for another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._lay_out()

    # -- what the canvas asks

    def ids(self) -> tuple[int, ...]:
        """Return the blocks with a clock time, each round followed by its options."""
        return self._ids

    def slot(self, block_id: int) -> Slot | None:
        """Return the clock times of a block as they are shown."""
        box = self._layout.box_of(block_id)
        return None if box is None else box.slot

    def rect_of(self, block_id: int) -> QRectF | None:
        """Return where a block stands."""
        box = self._layout.box_of(block_id)
        return None if box is None else box.rect

    def id_at(self, point: QPointF) -> int | None:
        """Return which block is seen at a point."""
        box = self._layout.box_at(point)
        return None if box is None else box.id

    def show_block(self, block_id: int) -> None:
        """Scroll a block into view."""
        rect = self.rect_of(block_id)
        if rect is not None:
            self._scroll_to(rect)

    def show_part(self, part_id: int) -> None:
        """Scroll the beginning of a part into view."""
        part = self._layout.part_of(part_id)
        if part is not None:
            self._scroll_to(part.heading)

    def _scroll_to(self, rect: QRectF) -> None:
        line = round(self.inks.line)
        bar, seen = self._scroll_area.verticalScrollBar(), self._scroll_area.viewport().height()
        top, bottom = round(rect.top()) - line, round(rect.bottom()) + line
        if top < bar.value() or bottom - top > seen:
            bar.setValue(top)
        elif bottom > bar.value() + seen:
            bar.setValue(bottom - seen)

    def neighbour(self, block_id: int | None, key: Qt.Key) -> int | None:
        """Return where an arrow key leads: up and down in time, left and right among options."""
        return neighbour_in(self._layout, block_id, key)

    # -- dragging

    def begin_move(self, ids: tuple[int, ...]) -> None:
        """Begin to drag blocks."""
        self.finish_typing()
        self.dragging.move(ids)

    def drag_to(self, event: QMouseEvent) -> bool:
        """Follow the pointer, or show what a press would take hold of."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.dragging.is_on:
            self.dragging.to(event.globalPosition().toPoint(), takes=alt)
            return True
        if not event.buttons():
            edge = self._edge_at(event.position())
            self.setCursor(Qt.CursorShape.SizeVerCursor if edge is not None else Qt.CursorShape.ArrowCursor)
        return False

    def let_go(self) -> None:
        """Carry out what was dragged."""
        if self.dragging.is_on:
            self.dragging.let_go()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, or else of a block."""
        edge = self._edge_at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if edge is None:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.is_held = True
        block_id, upper = edge
        self.selection.choose([block_id])
        self.dragging.stretch(block_id, event.position().y(), upper=upper)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type a title; beside all blocks, add one there."""
        self.dragging.cancel()
        beside = block_beside(self._layout, event.position(), self.gutter, self.inks.line)
        if beside is not None and event.button() is Qt.MouseButton.LeftButton:
            self.selection.choose([beside])
            self.edit_title(beside, at_start=True)
        elif self.id_at(event.position()) is not None or event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        elif not self.commands.workspace.library.read_only:
            self._add_at(event.position())

    def press_beside(self, point: QPointF) -> None:
        """Select the part that was clicked."""
        part = self._layout.part_at(point.y())
        self.selection.choose_part(None if part is None else part.part.part.id)

    def is_in(self, band: QRectF, block_id: int) -> bool:
        """Whether a band lies beside a block or over it: blocks fill the width, so only heights tell."""
        rect = self.rect_of(block_id)
        return rect is not None and rect.top() < band.bottom() and band.top() < rect.bottom()

    def band_reached(self, point: QPointF) -> None:
        """Scroll along with a band."""
        self._scroll_area.ensureVisible(round(point.x()), round(point.y()), 0, round(self.inks.line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a drag with Escape; walk otherwise."""
        if self.dragging.is_on:
            if event.key() == Qt.Key.Key_Escape:
                self.dragging.cancel()
            elif event.key() == Qt.Key.Key_Alt:
                self.dragging.takes_from_next(takes=True)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let a stretched block no longer take from the next one."""
        if self.dragging.is_on and event.key() == Qt.Key.Key_Alt:
            self.dragging.takes_from_next(takes=False)
            return
        super().keyReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Give a minute more or less room with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stretch_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with a block, or beside all blocks with a part."""
        point = QPointF(event.pos())
        part = self._layout.part_at(point.y())
        if event.reason() is QContextMenuEvent.Reason.Mouse and self.id_at(point) is None and part is not None:
            part_id = part.part.part.id
            self.selection.choose_part(part_id)
            self.actions_of_blocks.part_menu(self, part_id).popup(event.globalPos())
            return
        super().contextMenuEvent(event)

    def minutes_into(self, point: QPointF) -> int | None:
        """Return how many minutes into the current block a point lies, in steps of five."""
        box, part = self._layout.box_of(self.selection.current), self._layout.part_at(point.y())
        if box is None or part is None or box.in_rows or not box.rect.contains(point):
            return None
        return round((part.minutes_at(point.y()) - box.slot.start) / STEP) * STEP

    def _edge_at(self, point: QPointF) -> tuple[int, bool] | None:
        """Return the block of which an edge is at a point, if it can be dragged, and whether that is the upper one."""
        if self.commands.workspace.library.read_only:
            return None
        return edge_at(self._layout, point, self.inks.line)

    def _add_at(self, point: QPointF) -> None:
        self.dragging.bring(Brought(Source.FORMAT, 0))
        self.dragging.to(self.mapToGlobal(point.toPoint()), takes=False)
        drop = self.dragging.drop
        self.dragging.cancel()
        if drop is not None:
            self.commands.adding.add_block(spot=drop.spot)

    # -- working formats, blocks of one's own, and blocks of the list, that are dragged in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what can become a block, and blocks of this day."""
        mime = event.mimeData()
        if self.commands.workspace.library.read_only:
            return
        brought = brought_in(mime)
        if brought is not None:
            self.dragging.bring(brought)
            event.acceptProposedAction()
        elif mime.hasFormat(BLOCKS_MIME):
            self.dragging.move(ids_in(mime))
            event.acceptProposedAction()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        if self.words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip, inks = QRectF(event.rect()), self.inks
        painter.fillRect(clip, QColor(inks.colours.surface))
        grid = GridPainter(painter, inks, self.words, self.gutter)
        for part in self._layout.parts:
            grid.part(part, clip, selected=part.part.part.id == self.selection.part)
            if not part.part.slots:
                grid.hint(part, self._hint())
        for buffer in self._layout.buffers:
            if buffer.rect.intersects(clip):
                grid.buffer(buffer)
        self._paint_blocks(BlockPainter(painter, inks, self.words, self.pictures), clip)
        grid.clock_times(self._layout, clip)
        for rect in self.dragging.shaded(clip.top(), clip.bottom()):
            grid.shade(rect)
        if self.dragging.drop is not None:
            reasons = [self.words.obstacle(each) for each in self.dragging.obstacles]
            grid.drop(self.dragging.drop, ", ".join(reason for reason in reasons if reason))
        self.band.paint(painter, self.look.colours.accent)
        painter.end()
        self.pictures.forget_unused()

    def _paint_blocks(self, blocks: BlockPainter, clip: QRectF) -> None:
        manner_of = self._manners()
        flat = self._layout.flat
        crowds: dict[int | None, list[BlockBox]] = {}
        for box in self._layout.between(clip.top(), clip.bottom()):
            if box.crowded and box.id not in manner_of:
                crowds.setdefault(box.slot.block.round, []).append(box)
                continue
            text = title_rect(box.rect, self.inks.line) if box.slot.options else None
            if flat and not box.flat and not box.is_option:
                text = clear_of(text or box.rect, flat, self.inks.line)
            blocks.block(box.rect, box.slot.block, box.slot, manner_of.get(box.slot.block.id, PLAIN), text)
        for crowd in crowds.values():
            self._tell_crowd(blocks, crowd, manner_of)

    def _tell_crowd(self, blocks: BlockPainter, crowd: list[BlockBox], manner_of: dict[int, Manner]) -> None:
        """Say how many options there are for which there is no room, unless one of them is seen there."""
        round_id = crowd[0].slot.block.round or 0
        if not any(box.crowded and box.id in manner_of for box in self._layout.options(round_id)):
            language = self.commands.workspace.language
            said = language.ngettext("and {n} more", "and {n} more", len(crowd))
            blocks.crowd(crowd[0].rect, said.replace("{n}", str(len(crowd))))

    def _manners(self) -> dict[int, Manner]:
        """Return how blocks look that don't look as usual."""
        selection = self.selection
        faded = {*self.dragging.moved, *self.commands.clipboard.cut_ids}
        current = selection.current if self.hasFocus() else None
        return {
            each: Manner(selected=each in selection.ids, current=each == current, faded=each in faded)
            for each in {*selection.ids, *faded}
        }

    def _hint(self) -> str:
        _ = self.commands.workspace.language.gettext
        return _("No blocks yet. Press Insert, double-click here, or drag a working format here.")
