"""Dragging in the programme as a list: where it would go, which places are no good, and what a drop does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter
from PySide6.QtWidgets import QTableView

from studydag.model.operations.spots import PARKED, Spot
from studydag.ui.brought import BLOCKS_MIME, Brought, brought_in, ids_in
from studydag.ui.look import Look
from studydag.ui.programme.block_model import PARKED_HEADING, BlockRow
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.shading import Shading
from studydag.ui.timeline.words import BlockWords
from studydag.ui.widgets.drop_mark import DropMark


class ListDragging(QObject):
    """What is dragged over the list: blocks of it, blocks from the timeline, or what becomes a block."""

    def __init__(
        self,
        table: QTableView,
        look: Look,
        commands: BlockCommands,
        rows: Callable[[], Sequence[BlockRow]],
        words: Callable[[], BlockWords | None],
    ) -> None:
        """Drag nothing; `rows` are those of the table, `words` say what is in the way."""
        super().__init__(table)
        self._table = table
        self._commands = commands
        self._rows = rows
        self._words = words
        self._brought: Brought | None = None
        self._as_options: bool | None = None
        self._shading: Shading | None = None
        self._mark = DropMark(table, look, self._in_the_way, self.is_shaded)
        self._judging = QTimer(self, interval=0)
        self._judging.timeout.connect(self.judge_next)

    # -- what comes over the list

    def enter(self, event: QDragEnterEvent) -> None:
        """Take blocks of this list, and what can become one."""
        self._brought = brought_in(event.mimeData())
        if self._brought is not None:
            self._as_options = self._commands.adding.may_be_option(self._brought)
            self._begin(self._commands.adding.shading_of(self._brought))
            event.acceptProposedAction()
        elif event.source() is self._table:
            workspace, ids = self._commands.workspace, ids_in(event.mimeData())
            day = workspace.day
            self._begin(None if day is None else Shading(day, workspace.schedule, ids))
            event.acceptProposedAction()

    def follow(self, point: QPoint) -> int:
        """Show between which rows it would go, and what is in the way there; return that place."""
        return self._mark.follow(point)

    def rest(self) -> None:
        """Show no place while the pointer is elsewhere."""
        self._mark.leave()

    def drop(self, event: QDropEvent) -> None:
        """Move the blocks there, or add one for what was brought."""
        spot = self._spot_for(self.follow(event.position().toPoint()))
        brought = self._brought
        self.leave()
        event.acceptProposedAction()
        if brought is not None:
            self._commands.adding.bring(brought, spot)
        elif event.mimeData().hasFormat(BLOCKS_MIME):
            self._commands.move_to(ids_in(event.mimeData()), spot)

    def spot_under(self, at: QPoint, shading: Shading | None) -> Spot | None:
        """Show between which rows blocks would go that are dragged over a place on the screen; return that spot."""
        viewport = self._table.viewport()
        point = viewport.mapFromGlobal(at)
        if not self._table.isVisible() or not viewport.rect().contains(point):
            self._mark.leave()
            return None
        if shading is not self._shading:
            self._begin(shading)
        return self._spot_at(self.follow(point))

    def leave(self) -> None:
        """Drag nothing any more."""
        self._judging.stop()
        self._mark.leave()
        self._shading, self._brought, self._as_options = None, None, None

    def paint(self, painter: QPainter) -> None:
        """Draw which places are no good, and where a drop would go."""
        self._mark.paint(painter)

    # -- which places are no good

    def is_shaded(self, place: int) -> bool:
        """Whether something is in the way before the row at a place, as far as it was judged."""
        return self._shading is not None and self._shading.known(self._spot_for(place))

    def judge_next(self) -> None:
        """Judge one more of the places that are seen, while nothing else is to be done."""
        if self._shading is None or not self._shading.judge_next(self._seen()):
            self._judging.stop()
        else:
            self._table.viewport().update()

    def _begin(self, shading: Shading | None) -> None:
        self._shading = shading
        self._judging.start()

    def _seen(self) -> Iterator[Spot]:
        table = self._table
        first, last = max(table.rowAt(0), 0), table.rowAt(table.viewport().height() - 1)
        count = len(self._rows())
        for place in range(first, (count if last < 0 else last) + 1):
            yield self._spot_for(place)

    def _spot_for(self, place: int) -> Spot:
        return self._spot_at(place, as_options=self._as_options)

    def _spot_at(self, place: int, *, as_options: bool | None = None) -> Spot:
        options = self._commands.can_be_options if as_options is None else as_options
        return spot_between(self._rows(), place, as_options=options)

    def _in_the_way(self, place: int) -> str:
        """Return what is in the way of what is dragged, before the row at a place."""
        words = self._words()
        if self._shading is None or words is None:
            return ""
        obstacles = self._shading.obstacles(self._spot_for(place))
        return ", ".join(filter(None, map(words.obstacle, obstacles)))


def spot_between(rows: Sequence[BlockRow], place: int, *, as_options: bool) -> Spot:
    """Return the spot before the row at a place; `as_options`: among options it is one of that round."""
    below = rows[place].block if place < len(rows) else None
    above = next((row for row in reversed(rows[:place])), None)
    if below is not None and below.round is not None and not as_options:
        return spot_between(rows, place + 1, as_options=False)
    if below is not None:
        return Spot(part=below.part, round=below.round, before=below.id)
    if above is None:
        # Above the heading of the first part.
        return spot_between(rows, place + 1, as_options=as_options) if place < len(rows) else PARKED
    if above.block is None:
        return PARKED if above.id <= PARKED_HEADING else Spot(part=-above.id)
    own = above.block
    if own.round is not None:
        own = next(row.block for row in rows if row.id == own.round and row.block is not None)
    return Spot(part=own.part)
