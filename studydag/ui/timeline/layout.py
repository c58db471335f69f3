"""Where the blocks of a programme stand on the timeline: rectangles to scale, computed from the clock times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF

from studydag.model.rules.schedule import MINUTES_A_DAY, PartSchedule, Schedule, Slot
from studydag.model.values.programme import BlockKind

MOST_LANES = 6
"""Blocks that overlap stand further and further to the right, up to so many steps."""
NARROW_OPTION = 6.5
"""In lines of text: options that would be narrower than this side by side stand below each other where they can."""
ROW = 1.2
"""In lines of text: how high such an option is at least."""
LEAST_OPTION = 6
"""In lines of text: how wide such an option is at least; those for which there is no room share the last place."""
STRIPE = 0.8
"""In lines of text: options that would be narrower than this side by side are not even told apart."""
ROUND_TITLE = 1.45
"""In lines of text: how much of a round the title takes that stands above its options."""
LEAST_HEIGHT = 0.95
"""In lines of text: how high a block is at least, however short: its title needs no smaller letters."""
MOST_GROWN = 2.0
"""How much more room a minute gets at most, so that the options of a round can be read."""


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


@dataclass(frozen=True, slots=True)
class Bends:
    """Stretches of time that get more room than others: their ends in rising order, and what they add together."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    added: tuple[float, ...] = ()
    """In pixels, up to the end of each stretch."""

    def added_until(self, minutes: float) -> float:
        """Return how many pixels they add up to a time."""
        if not self.starts:
            return 0.0
        place = bisect_left(self.ends, minutes)
        before = self.added[place - 1] if place else 0.0
        if place == len(self.ends) or minutes <= self.starts[place]:
            return before
        share = (minutes - self.starts[place]) / (self.ends[place] - self.starts[place])
        return before + share * (self.added[place] - before)

    def minutes_at(self, y: float, first: int, scale: float) -> float:
        """Return which time lies so many pixels below the first one."""
        before = 0.0
        for start, end, added in zip(self.starts, self.ends, self.added, strict=True):
            top = (start - first) * scale + before
            if y <= top:
                break
            height = (end - start) * scale + added - before
            if y < top + height:
                return start + (y - top) / height * (end - start)
            before = added
        return first + (y - before) / scale


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
    bent: Bends = Bends()

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


def lay_out(schedule: Schedule, measures: Measures, former: Layout | None = None) -> Layout:
    """Place a programme, part below part, each from its own start to its own end or further.

    Of a `former` layout the boxes of slots that stayed where they were are taken over.
    """
    parts: list[PartBox] = []
    boxes: list[BlockBox] = []
    buffers: list[Buffer] = []
    top = float(measures.margin)
    with_headings = len(schedule.parts) > 1
    for part in schedule.parts:
        box = _part_box(part, measures, top, with_heading=with_headings)
        parts.append(box)
        boxes += _block_boxes(box, measures, _same_boxes(former, box, measures))
        buffers += _buffers(box, measures)
        top = box.area.bottom() + 1.2 * measures.line
    tops, lowest = _edges(boxes)
    return Layout(
        parts=tuple(parts),
        boxes=tuple(boxes),
        buffers=tuple(buffers),
        height=top,
        index={box.slot.block.id: place for place, box in enumerate(boxes)},
        measures=measures,
        _tops=tops,
        _lowest=lowest,
    )


def usual_scale(schedule: Schedule, line: float) -> float:
    """Return the pixels per minute at which a quarter of an hour can just be read; what is shorter gets more by itself.

    Blocks that get shorter or longer leave it as it is. Options that stand in rows, two beside each other, are to be
    read as well.
    """
    usual = line * 1.25 / 15
    rounds = (slot for slot in schedule if slot.minutes and slot.options)
    lines = ((ROUND_TITLE + ROW * -(-len(slot.options) // 2)) / slot.minutes for slot in rounds)
    return min(max(usual, line * max(lines, default=0)), usual * MOST_GROWN)


def _part_box(part: PartSchedule, measures: Measures, top: float, *, with_heading: bool) -> PartBox:
    first = min([part.start, *(slot.start for slot in part.slots)])
    last = max([part.end, *(slot.end for slot in part.slots)])
    heading = QRectF(0, top, measures.width, 2.1 * measures.line if with_heading else 0)
    bent = _bends(part, measures)
    height = (last - first) * measures.scale + bent.added_until(last)
    area = QRectF(0, heading.bottom() + 0.6 * measures.line, measures.width, height)
    return PartBox(part=part, heading=heading, area=area, first=first, last=last, scale=measures.scale, bent=bent)


def _bends(part: PartSchedule, measures: Measures) -> Bends:
    """Give what is shorter than a line that can be read as much room as that line."""
    least = LEAST_HEIGHT * measures.line
    starts, ends, added = [], [], []
    until, together = part.start - MINUTES_A_DAY, 0.0
    for begin, end in _stretches(part):
        if (end - begin) * measures.scale >= least:
            continue
        # Where two overlap the first one has had its room; the other one gets its own for what comes after.
        start = max(begin, until)
        if start >= end:
            continue
        until = end
        together += (least / (end - begin) - measures.scale) * (end - start)
        starts.append(start)
        ends.append(end)
        added.append(together)
    return Bends(tuple(starts), tuple(ends), tuple(added))


def _stretches(part: PartSchedule) -> Iterator[tuple[int, int]]:
    """Give from when till when each block lasts, and before it what is left until its pin."""
    for slot in part.slots:
        if slot.buffer_before:
            yield slot.start - slot.buffer_before, slot.start
        if slot.minutes:
            yield slot.start, slot.end


def _same_boxes(former: Layout | None, part: PartBox, measures: Measures) -> Mapping[int, BlockBox]:
    """Return the boxes of a former layout, by the ids of their slots, if a slot of a part stands where it stood."""
    if former is None or former.measures != measures:
        return {}
    before = former.part_of(part.part.part.id)
    if before is None or (before.y(0), before.bent) != (part.y(0), part.bent):
        return {}
    return {id(box.slot): box for box in former.boxes if not box.flat}


def _block_boxes(part: PartBox, measures: Measures, known: Mapping[int, BlockBox]) -> Iterator[BlockBox]:
    left, right = measures.gutter, measures.width - measures.margin
    step = 1.6 * measures.line
    lanes: list[int] = []
    stacked: dict[int, int] = {}
    for slot in part.part.slots:
        if slot.minutes:
            lane = next((number for number, end in enumerate(lanes) if end <= slot.start), len(lanes))
            lanes[lane : lane + 1] = [slot.end]
            indent = min(lane, MOST_LANES) * step
            same = known.get(id(slot))
            if same is not None and same.rect.left() == left + indent:
                box = same
            else:
                # A hair of space, so that blocks stay apart.
                top, bottom = part.y(slot.start) + 1, part.y(slot.end) - 1
                box = BlockBox(slot=slot, rect=QRectF(left + indent, top, right - left - indent, bottom - top))
        else:
            place = stacked.get(slot.start, 0)
            stacked[slot.start] = place + 1
            box = _flat(slot, part, measures, place)
        yield box
        if slot.options:
            yield from _options(box, part, measures)


def _flat(slot: Slot, part: PartBox, measures: Measures, place: int) -> BlockBox:
    width = (measures.width - measures.gutter) * 0.45
    height = measures.line * 1.2
    top = part.y(slot.start) + place * (height + 2)
    return BlockBox(slot=slot, rect=QRectF(measures.width - measures.margin - width, top, width, height), flat=True)


def title_rect(rect: QRectF, line: float) -> QRectF:
    """Return where the title of a round with options stands: above them, or in a low one at their left."""
    if rect.height() >= 2.6 * line:
        return QRectF(rect.left(), rect.top(), rect.width(), ROUND_TITLE * line)
    return QRectF(rect.left(), rect.top(), rect.width() * 0.42, rect.height())


def clear_of(text: QRectF, flat: Iterable[BlockBox], line: float) -> QRectF:
    """Return what is left of the place for a text beside what lies on top of its first two lines."""
    upper = QRectF(text.left(), text.top(), text.width(), min(text.height(), 2.2 * line))
    ends = (box.rect.left() - 0.3 * line for box in flat if box.rect.intersects(upper))
    right = min(ends, default=text.right())
    return QRectF(text.left(), text.top(), max(min(text.right(), right) - text.left(), 0), text.height())


def _options(box: BlockBox, part: PartBox, measures: Measures) -> Iterator[BlockBox]:
    slot, round_rect = box.slot, box.rect
    title = title_rect(round_rect, measures.line)
    is_above = title.width() == round_rect.width()
    left = round_rect.left() + measures.margin * 1.4 if is_above else title.right()
    right, top = round_rect.right() - measures.margin * 0.5, title.bottom() if is_above else round_rect.top() + 2
    lanes = _lanes(slot.options)
    width = (right - left) / max(1, max(lanes) + 1)
    room = QRectF(left, top, right - left, round_rect.bottom() - 3 - top)
    if width < NARROW_OPTION * measures.line:
        rows = max(1, int(room.height() / (ROW * measures.line)))
        most = max(1, int(room.width() / (LEAST_OPTION * measures.line)))
        columns = -(-len(slot.options) // rows)
        together = len({(option.start, option.end) for option in slot.options}) == 1
        if columns > most and width < STRIPE * measures.line:
            yield from _crowded(slot.options, room, rows, most)
            return
        if is_above and together and columns <= max(lanes):
            yield from _in_rows(slot.options, room, columns)
            return
    # The title takes its room from all options alike: a short one would else have none left.
    a_minute = room.height() / max(slot.minutes, 1)
    for option, lane in zip(slot.options, lanes, strict=True):
        upper = top + (option.start - slot.start) * a_minute if is_above else max(part.y(option.start) + 1, top)
        lower = top + (option.end - slot.start) * a_minute - 1 if is_above else round_rect.bottom() - 2
        rect = QRectF(left + lane * width, upper, max(width - 3, 2), max(lower - upper, 4))
        yield BlockBox(slot=option, rect=rect, flat=box.flat)


def _crowded(options: Sequence[Slot], room: QRectF, rows: int, columns: int) -> Iterator[BlockBox]:
    """Place as many options as there is room for, row by row, and all others in the last place."""
    shown = rows * columns - 1
    cells = list(_cells(room, rows, columns))
    for place, option in enumerate(options):
        yield BlockBox(slot=option, rect=cells[min(place, shown)], in_rows=True, crowded=place >= shown)


def _in_rows(options: Sequence[Slot], room: QRectF, columns: int) -> Iterator[BlockBox]:
    """Place options row by row."""
    rows = -(-len(options) // columns)
    for option, rect in zip(options, _cells(room, rows, columns), strict=False):
        yield BlockBox(slot=option, rect=rect, in_rows=True)


def _cells(room: QRectF, rows: int, columns: int) -> Iterator[QRectF]:
    """Divide a room, row by row."""
    width, height = room.width() / columns, room.height() / rows
    for place in range(rows * columns):
        left, top = room.left() + place % columns * width, room.top() + place // columns * height
        yield QRectF(left, top, width - 3, height - 2)


def _lanes(options: Sequence[Slot]) -> list[int]:
    """Give each option a column, so that those at the same time stand side by side."""
    ends: list[int] = []
    lanes = []
    for option in options:
        start, end = option.start, max(option.end, option.start + 1)
        lane = next((number for number, until in enumerate(ends) if until <= start), len(ends))
        ends[lane : lane + 1] = [end]
        lanes.append(lane)
    return lanes


def _buffers(part: PartBox, measures: Measures) -> Iterator[Buffer]:
    left, right = measures.gutter, measures.width - measures.margin
    for slot in part.part.slots:
        if slot.buffer_before:
            top = part.y(slot.start - slot.buffer_before)
            height = part.y(slot.start) - top
            yield Buffer(rect=QRectF(left, top + 1, right - left, height - 2), minutes=slot.buffer_before)


def _edges(boxes: Sequence[BlockBox]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return rising tops and rising bottoms that leave out no box that could be seen."""
    lowest = tuple(accumulate((box.rect.bottom() for box in boxes), max))
    tops = tuple(accumulate((box.rect.top() for box in reversed(boxes)), min))
    return tops[::-1], lowest
