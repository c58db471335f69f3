"""Where the blocks of a programme stand on the timeline: rectangles to scale, computed from the clock times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from PySide6.QtCore import QRectF

from studydag.model.rules.time.schedule import PartSchedule, Schedule, Slot
from studydag.ui.timeline.bends import bends_of
from studydag.ui.timeline.boxes import BlockBox, Buffer, Layout, Measures, PartBox
from studydag.ui.timeline.option_boxes import ROUND_TITLE, ROW, option_boxes

MOST_LANES = 6
"""Blocks that overlap stand further and further to the right, up to so many steps."""
MOST_GROWN = 2.0
"""How much more room a minute gets at most, so that the options of a round can be read."""


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
    bent = bends_of(part, measures.line, measures.scale)
    height = (last - first) * measures.scale + bent.added_until(last)
    area = QRectF(0, heading.bottom() + 0.6 * measures.line, measures.width, height)
    return PartBox(part=part, heading=heading, area=area, first=first, last=last, scale=measures.scale, bent=bent)


def _same_boxes(former: Layout | None, part: PartBox, measures: Measures) -> Mapping[int, BlockBox]:
    """Return what of a former layout stands above all that moved, by the ids of its slots."""
    if former is None or former.measures != measures:
        return {}
    before = former.part_of(part.part.part.id)
    if before is None or before.y(0) != part.y(0):
        return {}
    until = before.bent.same_until(part.bent)
    return {id(box.slot): box for box in former.boxes if not box.flat and box.slot.end <= until}


def _block_boxes(part: PartBox, measures: Measures, known: Mapping[int, BlockBox]) -> Iterator[BlockBox]:
    left, right = measures.gutter, measures.width - measures.margin
    step = 1.6 * measures.line
    # Where one ends the next one mostly starts.
    y = cache(part.y)
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
                top, bottom = y(slot.start) + 1, y(slot.end) - 1
                box = BlockBox(slot=slot, rect=QRectF(left + indent, top, right - left - indent, bottom - top))
        else:
            place = stacked.get(slot.start, 0)
            stacked[slot.start] = place + 1
            box = _flat(slot, part, measures, place)
        yield box
        if slot.options:
            yield from option_boxes(box, part, measures)


def _flat(slot: Slot, part: PartBox, measures: Measures, place: int) -> BlockBox:
    width = (measures.width - measures.gutter) * 0.45
    height = measures.line * 1.2
    top = part.y(slot.start) + place * (height + 2)
    return BlockBox(slot=slot, rect=QRectF(measures.width - measures.margin - width, top, width, height), flat=True)


def clear_of(text: QRectF, flat: Iterable[BlockBox], line: float) -> QRectF:
    """Return what is left of the place for a text beside what lies on top of its first two lines."""
    upper = QRectF(text.left(), text.top(), text.width(), min(text.height(), 2.2 * line))
    ends = (box.rect.left() - 0.3 * line for box in flat if box.rect.intersects(upper))
    right = min(ends, default=text.right())
    return QRectF(text.left(), text.top(), max(min(text.right(), right) - text.left(), 0), text.height())


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
