"""Dragging blocks and their edges: computed on values while the button is down, carried out once when it is let go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from studydag.model.operations.spots import PARKED, Spot
from studydag.model.rules.space.placing import Obstacle
from studydag.model.rules.time.schedule import MINUTES_A_DAY, Schedule, schedule
from studydag.model.rules.time.time_edits import TimeEdit, apply_edits, move_start, take_from_next
from studydag.model.values.programme import BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.brought import Brought
from studydag.ui.timeline.shading import Shading
from studydag.ui.timeline.spots import Drop, Zone, drop_at, zones_in

if TYPE_CHECKING:
    from studydag.ui.timeline.timeline import Timeline

STEP = 5
SCROLL_EVERY_MS = 30
BESIDE = 60
"""Pixels beside the programme up to which a slip of the hand still drops there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """An edge that is dragged: which block, from how many minutes, and where the pointer took hold of it.

    `upper`: its start moves, and its end stays.
    """

    block_id: int
    minutes: int
    from_y: float
    upper: bool = False


class ListTarget(Protocol):
    """The other view of the same blocks, over which they can be let go too."""

    def spot_under(self, at: QPoint, shading: Shading | None) -> Spot | None:
        """Show and return where blocks would go at a place on the screen; None beside it."""

    def leave(self) -> None:
        """Show nothing any more."""


class Dragging(QObject):
    """One drag at a time. `drop` is where moved blocks would go, `preview` the clock times with a stretched one."""

    def __init__(self, timeline: Timeline, scroll_area: QScrollArea) -> None:
        """Begin with nothing dragged."""
        super().__init__(timeline)
        self._timeline = timeline
        self._scroll_area = scroll_area
        self._stretch: Stretch | None = None
        self._edits: tuple[TimeEdit, ...] = ()
        self._moved_by = 0
        self._takes = False
        self._at = QPoint()
        self._began: QPoint | None = None
        self._may_scroll = False
        self._scrolling = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.tray: QWidget | None = None
        self.list: ListTarget | None = None
        self._in_list: Spot | None = None
        self.moved: tuple[int, ...] = ()
        self.brought: Brought | None = None
        self._brings_option = True
        self.drop: Drop | None = None
        self.parks = False
        self.preview: Schedule | None = None
        self.shading: Shading | None = None
        self._judging = QTimer(self, interval=0)
        self._judging.timeout.connect(self.judge_next)

    @property
    def is_on(self) -> bool:
        """Whether something is being dragged."""
        return bool(self.moved) or self._stretch is not None or self.brought is not None

    @property
    def stretched(self) -> int | None:
        """The block whose edge is dragged."""
        return None if self._stretch is None else self._stretch.block_id

    # -- beginning

    def move(self, ids: Sequence[int]) -> None:
        """Begin to move blocks."""
        self.cancel()
        self.moved = tuple(ids)
        workspace = self._timeline.commands.workspace
        if workspace.day is not None:
            self.shading = Shading(workspace.day, workspace.schedule, self.moved)
        self._scrolling.start()
        self._judging.start()

    def stretch(self, block_id: int, y: float, *, upper: bool = False) -> None:
        """Begin to drag the lower edge of a block, or the upper one."""
        self.cancel()
        block = self._timeline.block(block_id)
        if block is not None:
            minutes = self._timeline.commands.words.whole_minutes(block, self._timeline.slot(block_id))
            self._stretch = Stretch(block_id=block_id, minutes=minutes, from_y=y, upper=upper)
            self._scrolling.start()

    def bring(self, brought: Brought) -> None:
        """Begin to bring in what becomes a block."""
        self.brought = brought
        self._brings_option = self._timeline.commands.adding.may_be_option(brought)
        self.shading = self._timeline.commands.adding.shading_of(brought)
        self._scrolling.start()
        self._judging.start()

    # -- going on

    def to(self, at: QPoint, *, takes: bool) -> None:
        """Follow the pointer to a place on the screen; `takes`: a stretched block takes from the next one."""
        self._at = at
        if self._began is None:
            self._began = at
        self._takes = takes
        point = QPointF(self._timeline.mapFromGlobal(at))
        if self._stretch is not None:
            self._stretch_to(point.y())
        elif self.is_on:
            self._move_to(point)
        self._timeline.drag_changed()

    def takes_from_next(self, *, takes: bool) -> None:
        """Take from the next block from now on, or no longer: the key was pressed or let go."""
        if self._stretch is not None:
            self.to(self._at, takes=takes)

    def _move_to(self, point: QPointF) -> None:
        self.parks = self.brought is None and self._is_over_tray()
        self._in_list = self.list.spot_under(self._at, self.shading) if self.list is not None and self.moved else None
        if self.parks or self._in_list is not None or self._is_beside():
            self.drop = None
            return
        moved = frozenset(self.moved)
        self.drop = drop_at(self._timeline.layout_shown, point, moved, as_options=self._may_be_options)
        if self.shading is not None and not self._judging.isActive():
            self._judging.start()

    @property
    def _may_be_options(self) -> bool:
        blocks = [self._timeline.commands.block(each) for each in self.moved]
        if self.brought is not None:
            return self._brings_option
        return all(block is not None and block.kind is not BlockKind.ROUND for block in blocks)

    @property
    def obstacles(self) -> tuple[Obstacle, ...]:
        """What stands in the way where the blocks would go now."""
        return () if self.drop is None or self.shading is None else self.shading.obstacles(self.drop.spot)

    def shaded(self, top: float, bottom: float) -> Iterator[QRectF]:
        """Give the places between two heights in which something is known to be in the way."""
        if self.shading is not None:
            yield from (zone.rect for zone in self._zones(top, bottom) if self.shading.known(zone.spot))

    def _zones(self, top: float, bottom: float) -> Iterator[Zone]:
        layout, moved = self._timeline.layout_shown, frozenset(self.moved)
        return zones_in(layout, top, bottom, moved, as_options=self._may_be_options)

    def judge_next(self) -> None:
        """Judge one more of the places that are seen, while nothing else is to be done."""
        seen = self._timeline.visibleRegion().boundingRect()
        spots = (zone.spot for zone in self._zones(seen.top(), seen.bottom()))
        if self.shading is None or not self.shading.judge_next(spots):
            self._judging.stop()
        else:
            self._timeline.update()

    def _stretch_to(self, y: float) -> None:
        stretch, day = self._stretch, self._timeline.commands.workspace.day
        if stretch is None or day is None:
            return
        moved = (y - stretch.from_y) / self._timeline.scale
        if stretch.upper:
            self._start_at(day, stretch.block_id, round(moved / STEP) * STEP)
            return
        wanted = stretch.minutes + moved
        minutes = min(max(round(wanted / STEP) * STEP, STEP), MINUTES_A_DAY)
        if self._takes:
            edits = take_from_next(day, stretch.block_id, minutes - stretch.minutes)
            if not edits and minutes != stretch.minutes:
                return
        else:
            edits = (TimeEdit(block=stretch.block_id, minutes=minutes),) if minutes != stretch.minutes else ()
        self._edits = edits
        self.preview = schedule(apply_edits(day, edits)) if edits else None

    def _start_at(self, day: StudyDay, block_id: int, minutes: int) -> None:
        """Let the start go along as far as it can be."""
        edits = move_start(day, block_id, minutes) if minutes else ()
        if edits or not minutes:
            self._edits, self._moved_by = edits, minutes
            self.preview = schedule(apply_edits(day, edits)) if edits else None

    def _is_over_tray(self) -> bool:
        tray = self.tray
        return tray is not None and tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(self._at))

    def _is_beside(self) -> bool:
        """Whether the pointer is to the left or right of the programme, where blocks are not moved."""
        viewport = self._scroll_area.viewport()
        return not -BESIDE <= viewport.mapFromGlobal(self._at).x() <= viewport.width() + BESIDE

    def _scroll(self) -> None:
        """Scroll on while the pointer is near an edge of what is seen, but not while it comes in over that edge."""
        if self._began is None:
            return
        viewport = self._scroll_area.viewport()
        y = viewport.mapFromGlobal(self._at).y()
        zone = 2 * self._timeline.fontMetrics().height()
        beyond = y - zone if y < zone else max(0, y - (viewport.height() - zone))
        bar = self._scroll_area.verticalScrollBar()
        if not beyond:
            self._may_scroll = True
            return
        inwards = (self._began.y() - self._at.y()) * (1 if beyond > 0 else -1)
        if (self.parks and beyond > 0) or (inwards > 0 and not self._may_scroll):
            return
        before = bar.value()
        bar.setValue(before + max(-zone, min(zone, beyond)) // 2)
        if bar.value() != before:
            self.to(self._at, takes=self._takes)

    # -- ending

    def let_go(self) -> None:
        """Carry out what is shown, as one edit."""
        commands, moved, drop, parks = self._timeline.commands, self.moved, self.drop, self.parks
        in_list = self._in_list
        stretch, edits, takes, brought = self._stretch, self._edits, self._takes, self.brought
        moved_by = self._moved_by
        self.cancel()
        if stretch is not None and stretch.upper:
            if moved_by:
                commands.move_start(moved_by, stretch.block_id)
        elif stretch is not None and edits:
            minutes = next(edit.minutes for edit in edits if edit.block == stretch.block_id)
            assert minutes is not None
            if takes:
                commands.take(minutes - stretch.minutes, stretch.block_id)
            else:
                commands.set_minutes(stretch.block_id, minutes)
        elif brought is not None and drop is not None:
            commands.adding.bring(brought, drop.spot)
        elif moved and in_list is not None:
            commands.move_to(moved, in_list)
        elif moved and (parks or drop is not None):
            commands.move_to(moved, PARKED if parks or drop is None else drop.spot)

    def give_keys(self) -> None:
        """Let the keys work on the timeline, where what was dragged is now."""
        self._timeline.setFocus()

    def cancel(self) -> None:
        """Leave all as it was."""
        self._scrolling.stop()
        self._began, self._may_scroll = None, False
        self._stretch, self._edits, self._moved_by = None, (), 0
        self.moved, self.brought = (), None
        self.drop, self.parks, self.preview = None, False, None
        self.shading, self._in_list = None, None
        self._judging.stop()
        if self.list is not None:
            self.list.leave()
        self._timeline.drag_changed()
