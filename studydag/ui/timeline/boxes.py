"""What stands where on the timeline: rectangles in pixels, and what is found in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF

from studydag.model.rules.time.schedule import PartSchedule, Slot
from studydag.model.values.programme import BlockKind
from studydag.ui.timeline.bends import Bends


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What a layout depends on besides the clock times, in pixels: `scale` is per minute, `line` a line of text."""

    width: float
    line: float
    gutter: float
    scale: float

    @property
    def margin(self) -> float:
        """The space around things."""
        return round(self.line * 0.4)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockBox:
    """Where a block or an option stands. A `flat` one takes no time and lies on top of the others.

    An option `in_rows` is no longer to scale: it stands above and below others that take as long as its round. Those
    for which there is no room are `crowded`: they all have the place of the last one.
    """

    slot: Slot
    rect: QRectF
    flat: bool = False
    in_rows: bool = False
    crowded: bool = False

    @property
    def id(self) -> int:
        """The id of its block."""
        return self.slot.block.id

    @property
    def is_option(self) -> bool:
        """Whether it stands within a round."""
        return self.slot.block.round is not None

    @property
    def is_round(self) -> bool:
        """Whether options may stand within it."""
        return self.slot.block.kind is BlockKind.ROUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Buffer:
    """Time left before a pin."""

    rect: QRectF
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartBox:
    """Where a part stands: `first` and `last` are the minutes at which its time begins and ends to be drawn.

    What is too short to be read to scale gets more room; `bent` says which minutes, and how many pixels that adds.
    """

    part: PartSchedule
    heading: QRectF
    area: QRectF
    first: int
    last: int
    scale: float
    bent: Bends

    def y(self, minutes: float) -> float:
        """Return how low a time lies."""
        return self.area.top() + (minutes - self.first) * self.scale + self.bent.added_until(minutes)

    def minutes_at(self, y: float) -> float:
        """Return which time lies at a height."""
        return self.bent.minutes_at(y - self.area.top(), self.first, self.scale)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole programme. `boxes` are in programme order, each round followed by its options."""

    parts: tuple[PartBox, ...] = ()
    boxes: tuple[BlockBox, ...] = ()
    buffers: tuple[Buffer, ...] = ()
    height: float = 0.0
    index: Mapping[int, int] = field(default_factory=dict, repr=False)
    measures: Measures | None = None
    _tops: tuple[float, ...] = field(default=(), repr=False)
    _lowest: tuple[float, ...] = field(default=(), repr=False)

    def box_of(self, block_id: int | None) -> BlockBox | None:
        """Return where a block stands."""
        place = self.index.get(block_id or 0)
        return None if place is None else self.boxes[place]

    def box_at(self, point: QPointF) -> BlockBox | None:
        """Return what is seen at a point: an option before its round, what lies on top before what lies below."""
        here = self.between(point.y(), point.y())
        found = [box for box in here if box.rect.contains(point) and not box.crowded]
        return max(found, key=lambda box: (box.flat, box.is_option, self.index[box.id]), default=None)

    def between(self, top: float, bottom: float) -> Iterator[BlockBox]:
        """Give the boxes that are seen between two heights, those below others first."""
        # Tops rise and `_lowest` is the lowest bottom up to each box, so both ends are found by bisection.
        begin, end = bisect_left(self._lowest, top), bisect_right(self._tops, bottom)
        flat = []
        for box in self.boxes[begin:end]:
            if box.rect.bottom() >= top and box.rect.top() <= bottom:
                if box.flat:
                    flat.append(box)
                else:
                    yield box
        yield from flat

    @property
    def flat(self) -> tuple[BlockBox, ...]:
        """What lies on top of the others."""
        return tuple(box for box in self.boxes if box.flat)

    def part_at(self, y: float) -> PartBox | None:
        """Return the part at a height, or the nearest one."""
        for part in self.parts:
            if y < part.area.bottom():
                return part
        return self.parts[-1] if self.parts else None

    def part_of(self, part_id: int) -> PartBox | None:
        """Return where a part stands."""
        return next((each for each in self.parts if each.part.part.id == part_id), None)

    def top_level(self, part: PartBox) -> Iterator[BlockBox]:
        """Give the boxes of a part, without options."""
        for slot in part.part.slots:
            yield self.boxes[self.index[slot.block.id]]

    def options(self, round_id: int) -> Iterator[BlockBox]:
        """Give the boxes of the options of a round."""
        box = self.box_of(round_id)
        for option in box.slot.options if box is not None else ():
            yield self.boxes[self.index[option.block.id]]
