"""Where blocks go when they are dropped or moved a step: computed on values, carried out by an operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from studydag.model.operations.spots import Spot
from studydag.model.rules.time.schedule import Schedule, options_of
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.timeline.boxes import BlockBox, Layout, PartBox

ROUND_EDGE = 0.25
"""Which share of a round, above and below, is not meant for its options."""
WIDEST_EDGE = 18.0
"""How high that is at most, in pixels: a long round is for its options nearly down to where the next block begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drop:
    """What letting go would do: the spot, the line that shows it, and the round that would take the blocks in."""

    spot: Spot
    line: QLineF
    into: QRectF | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Where on the timeline letting go means one spot."""

    rect: QRectF
    spot: Spot


def zones_in(layout: Layout, top: float, bottom: float, moved: frozenset[int], *, as_options: bool) -> Iterator[Zone]:
    """Give the zones that are seen between two heights: between the middles of two blocks, and within rounds."""
    for part in layout.parts:
        if part.area.bottom() < top or part.area.top() > bottom:
            continue
        upper = part.area.top()
        for box in layout.top_level(part):
            if box.id in moved or box.flat:
                continue
            lower = box.rect.center().y()
            spot = Spot(part=part.part.part.id, before=box.id)
            edge = _edge(box.rect) if as_options and box.is_round else 0.0
            if lower >= top and upper <= bottom:
                until = box.rect.top() + edge if edge else lower
                yield Zone(
                    rect=QRectF(box.rect.left(), upper, part.area.right() - box.rect.left(), until - upper), spot=spot
                )
            if edge:
                yield Zone(rect=box.rect.adjusted(0, edge, 0, -edge), spot=Spot(round=box.id))
            upper = box.rect.bottom() - edge if edge else lower
        if upper <= bottom:
            left = min((box.rect.left() for box in layout.top_level(part)), default=part.area.left())
            rect = QRectF(left, upper, part.area.right() - left, part.area.bottom() - upper)
            yield Zone(rect=rect, spot=Spot(part=part.part.part.id))


def drop_at(layout: Layout, point: QPointF, moved: frozenset[int], *, as_options: bool) -> Drop | None:
    """Return where blocks go that are let go at a point; `as_options`: they may go into a round."""
    part = layout.part_at(point.y())
    if part is None:
        return None
    above: BlockBox | None = None
    for box in layout.top_level(part):
        if box.id in moved:
            continue
        if as_options and box.is_round and _is_inside(box.rect, point):
            return _into_round(layout, box, point, moved)
        if point.y() < box.rect.center().y() and not box.flat:
            # Behind what stands before it: a pin may leave time free between, out of view.
            y = box.rect.top() if above is None else min(box.rect.top(), above.rect.bottom())
            return Drop(spot=Spot(part=part.part.part.id, before=box.id), line=_level(part, box.rect, y))
        above = box if not box.flat else above
    line = (
        _level(part, part.area, part.y(part.first)) if above is None else _level(part, above.rect, above.rect.bottom())
    )
    return Drop(spot=Spot(part=part.part.part.id), line=line)


def row_of(day: StudyDay, schedule: Schedule, block: Block) -> list[int]:
    """Return the ids of a block and those that stand in a row with it, in the order in which people see them."""
    if block.round is not None:
        options = options_of(day, block.round)
        return [option.id for option in options if option.offset_minutes == block.offset_minutes]
    slot = schedule.slot_of(block.id)
    if slot is not None:
        part = schedule.part_of(slot.part.id)
        return [] if part is None else [each.block.id for each in part.slots]
    if block in schedule.self_paced:
        return [each.id for each in schedule.self_paced if each.part == block.part]
    return [each.id for each in schedule.parked]


def step_from(day: StudyDay, schedule: Schedule, ids: Sequence[int], step: int) -> Spot | None:
    """Return the spot one place up (-1) or down (1) for blocks of one row; at an end, in the part beside it.

    None where there is no such place, or the blocks don't stand in one row.
    """
    blocks = {block.id: block for block in day.blocks}
    chosen = [blocks[each] for each in ids if each in blocks]
    if not chosen:
        return None
    row = row_of(day, schedule, chosen[0])
    if not {block.id for block in chosen} <= set(row):
        return None
    own = chosen[0]
    places = sorted(row.index(block.id) for block in chosen)
    if step < 0 and places[0] > 0:
        return Spot(part=own.part, round=own.round, before=row[places[0] - 1])
    if step > 0 and places[-1] < len(row) - 1:
        return Spot(part=own.part, round=own.round, before=_first_not(row[places[-1] + 2 :], ids))
    return _part_beside(schedule, own, step) if own.round is None and own.part is not None else None


def changes_nothing(day: StudyDay, schedule: Schedule, ids: Sequence[int], spot: Spot) -> bool:
    """Whether blocks stand at a spot already, in this order: then they needn't lose their pins."""
    blocks = {block.id: block for block in day.blocks}
    chosen = [blocks[each] for each in ids if each in blocks]
    if any((block.part, block.round) != (spot.part, spot.round) for block in chosen):
        return False
    if not chosen:
        return True
    row = row_of(day, schedule, chosen[0])
    others = [each for each in row if each not in set(ids)]
    before = spot.before
    if before in set(ids):
        before = _first_not(row[row.index(before) :], ids)
    place = others.index(before) if before in others else len(others)
    return [*others[:place], *ids, *others[place:]] == row


def in_order(schedule: Schedule, ids: Sequence[int]) -> tuple[int, ...]:
    """Return ids in programme order."""
    places = {block_id: place for place, block_id in enumerate(order_of(schedule))}
    return tuple(sorted(ids, key=lambda each: places.get(each, len(places))))


def order_of(schedule: Schedule) -> tuple[int, ...]:
    """Return the ids of all blocks in programme order, what has no clock time behind the rest."""
    timed = (slot.block.id for slot in schedule.with_options())
    return (*timed, *(block.id for block in (*schedule.self_paced, *schedule.parked)))


def may_be_options(day: StudyDay, ids: Sequence[int]) -> bool:
    """Whether blocks can go into a round: a round can't."""
    chosen = set(ids)
    return all(block.kind is not BlockKind.ROUND for block in day.blocks if block.id in chosen)


def _part_beside(schedule: Schedule, block: Block, step: int) -> Spot | None:
    if block.id not in schedule.index:
        return None
    parts = [each.part.id for each in schedule.parts]
    place = parts.index(block.part or 0) + step
    if not 0 <= place < len(parts):
        return None
    slots = schedule.parts[place].slots
    first = slots[0].block.id if step > 0 and slots else None
    return Spot(part=parts[place], before=first)


def _first_not(row: Sequence[int], ids: Sequence[int]) -> int | None:
    return next((each for each in row if each not in set(ids)), None)


def _edge(rect: QRectF) -> float:
    return min(rect.height() * ROUND_EDGE, WIDEST_EDGE)


def _is_inside(rect: QRectF, point: QPointF) -> bool:
    """Whether a point lies so far inside a round that its options are meant, not the place before or after it."""
    edge = _edge(rect)
    return rect.top() + edge <= point.y() <= rect.bottom() - edge and point.x() >= rect.left()


def _into_round(layout: Layout, box: BlockBox, point: QPointF, moved: frozenset[int]) -> Drop:
    options = [option for option in layout.options(box.id) if option.id not in moved]
    below_each_other = len({option.rect.left() for option in options}) == 1 < len(options)
    following = next((option for option in options if _is_before(option, point, below=below_each_other)), None)
    beside = following or (options[-1] if options else None)
    rect = box.rect if beside is None else beside.rect
    if below_each_other:
        y = rect.top() - 1 if following is not None else rect.bottom() + 1
        line = QLineF(rect.left(), y, rect.right(), y)
    else:
        x = rect.center().x() if beside is None else rect.left() - 1 if following is not None else rect.right() + 1
        line = QLineF(x, rect.top(), x, rect.bottom())
    spot = Spot(round=box.id, before=None if following is None else following.id)
    return Drop(spot=spot, line=line, into=box.rect)


def _is_before(option: BlockBox, point: QPointF, *, below: bool) -> bool:
    """Whether what is let go at a point goes before an option, in the order of reading; `below`: in one column."""
    rect = option.rect
    if below:
        return point.y() < rect.center().y()
    if option.in_rows and not rect.top() <= point.y() <= rect.bottom():
        return point.y() < rect.top()
    return point.x() < rect.center().x()


def _level(part: PartBox, rect: QRectF, y: float) -> QLineF:
    return QLineF(rect.left(), y, part.area.right(), y)
