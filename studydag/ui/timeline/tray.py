"""The tray below the timeline: blocks that are kept at hand, and those that people do in their own time."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)

from studydag.model.rules.time.schedule import Schedule
from studydag.model.values.programme import Block
from studydag.ui.brought import BLOCKS_MIME, ids_in
from studydag.ui.look import Look
from studydag.ui.painted_things import forget
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.canvas import BlockCanvas
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.dragging import Dragging
from studydag.ui.timeline.painting import ROUNDING, BlockPainter, Manner
from studydag.ui.timeline.words import BlockWords

MOST_ROWS = 3


class Tray(BlockCanvas):
    """Parked and self-paced blocks as cards that flow over rows. `arranged` says that it needs another height."""

    arranged = Signal()

    def __init__(self, look: Look, commands: BlockCommands, actions: BlockActions, dragging: Dragging) -> None:
        """Begin empty; `dragging` is the timeline's, so that blocks go from one to the other."""
        super().__init__(look, commands, actions, name=commands.workspace.language.gettext("Parked blocks"))
        self.dragging = dragging
        dragging.tray = self
        self._parked: tuple[Block, ...] = ()
        self._self_paced: tuple[Block, ...] = ()
        self._rects: dict[int, QRectF] = {}
        self.setAcceptDrops(True)

    # -- what is shown

    def show_programme(self, schedule: Schedule, words: BlockWords) -> None:
        """Show what has no clock time."""
        self.words = words
        had_cards = bool(self._rects)
        self._parked, self._self_paced = schedule.parked, schedule.self_paced
        self._lay_out()
        self.typing.follow()
        if had_cards and not self._rects and self.hasFocus():
            self.dragging.give_keys()
        forget(self)

    def _lay_out(self) -> None:
        line = self.inks.line
        gap, card_width, card_height = line * 0.4, line * 13, line * 2.5
        left, top = gap, self._heading_height
        width = max(float(self.width()), card_width)
        self._rects = {}
        for block in (*self._parked, *self._self_paced):
            if left + card_width > width and left > gap:
                left, top = gap, top + card_height + gap
            self._rects[block.id] = QRectF(left, top, card_width, card_height)
            left += card_width + gap
        height = top + card_height + gap if self._rects else self._heading_height + line * 0.6
        if self.minimumHeight() != int(height):
            self.setMinimumHeight(int(height))
            self.updateGeometry()
            self.arranged.emit()
        self.update()

    @property
    def _heading_height(self) -> float:
        return self.inks.line * 1.5

    @property
    def usual_height(self) -> int:
        """How high it is with all its cards, up to some rows."""
        rows = self.inks.line * (1.5 + MOST_ROWS * 2.9)
        return int(min(self.minimumHeight(), rows))

    def sizeHint(self) -> QSize:
        """Ask for the height of the cards."""
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards flow anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    # -- what the canvas asks

    def ids(self) -> tuple[int, ...]:
        """Return the blocks in the tray."""
        return tuple(self._rects)

    def rect_of(self, block_id: int) -> QRectF | None:
        """Return where a card stands."""
        return self._rects.get(block_id)

    def id_at(self, point: QPointF) -> int | None:
        """Return which card is at a point."""
        return next((block_id for block_id, rect in self._rects.items() if rect.contains(point)), None)

    def neighbour(self, block_id: int | None, key: Qt.Key) -> int | None:
        """Return the card before or after one."""
        ids = self.ids()
        if not ids:
            return None
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key is Qt.Key.Key_Home or (block_id is None and key in steps):
            return ids[0]
        if key is Qt.Key.Key_End:
            return ids[-1]
        if block_id is None or key not in steps:
            return None
        place = ids.index(block_id) + steps[key]
        return ids[place] if 0 <= place < len(ids) else None

    # -- dragging

    def begin_move(self, ids: tuple[int, ...]) -> None:
        """Begin to drag cards to the timeline."""
        self.finish_typing()
        self.dragging.move(ids)

    def drag_to(self, event: QMouseEvent) -> bool:
        """Follow the pointer."""
        if self.dragging.is_on:
            self.dragging.to(event.globalPosition().toPoint(), takes=False)
        return self.dragging.is_on

    def let_go(self) -> None:
        """Carry out what was dragged."""
        if self.dragging.is_on:
            self.dragging.let_go()
            if self.selection.current not in self.ids():
                self.dragging.give_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a drag with Escape; walk otherwise."""
        if self.dragging.is_on:
            if event.key() == Qt.Key.Key_Escape:
                self.dragging.cancel()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take blocks of the list, to park them."""
        if event.mimeData().hasFormat(BLOCKS_MIME) and not self.commands.workspace.library.read_only:
            self.dragging.move(ids_in(event.mimeData()))
            event.acceptProposedAction()

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading and the cards that are seen."""
        if self.words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks, colours = self.inks, self.look.colours
        if self.dragging.parks:
            painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), ROUNDING, ROUNDING)
        if self.hasFocus() and not self._rects:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), ROUNDING, ROUNDING)
        painter.setPen(QColor(colours.quiet))
        painter.setFont(inks.plain)
        heading = QRectF(inks.line * 0.5, 0, self.width() - inks.line, self._heading_height)
        said = inks.plain_metrics.elidedText(self._heading(), Qt.TextElideMode.ElideRight, heading.width())
        painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, said)
        blocks = BlockPainter(painter, inks, self.words, self.pictures)
        for block in (*self._parked, *self._self_paced):
            rect = self._rects[block.id]
            if rect.intersects(QRectF(event.rect())):
                manner = Manner(
                    selected=block.id in self.selection.ids,
                    current=block.id == self.selection.current and self.hasFocus(),
                    faded=block.id in self.dragging.moved or block.id in self.commands.clipboard.cut_ids,
                )
                blocks.block(rect, block, None, manner)
        self.band.paint(painter, self.look.colours.accent)
        painter.end()

    def _heading(self) -> str:
        _ = self.commands.workspace.language.gettext
        if not self._rects:
            return _("Parked: drag blocks here to keep them at hand")
        parts = []
        if self._parked:
            parts.append(f"{_('Parked')}: {len(self._parked)}")
        if self._self_paced:
            parts.append(f"{_('Self-paced')}: {len(self._self_paced)}")
        return " · ".join(parts)
