"""How the options of a round stand within it: side by side to scale, in rows, or crowded where there is no room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from studydag.model.rules.time.schedule import Slot
from studydag.ui.timeline.boxes import BlockBox, Measures, PartBox

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


def title_rect(rect: QRectF, line: float) -> QRectF:
    """Return where the title of a round with options stands: above them, or in a low one at their left."""
    if rect.height() >= 2.6 * line:
        return QRectF(rect.left(), rect.top(), rect.width(), ROUND_TITLE * line)
    return QRectF(rect.left(), rect.top(), rect.width() * 0.42, rect.height())


def option_boxes(box: BlockBox, part: PartBox, measures: Measures) -> Iterator[BlockBox]:
    """Place the options of the round that stands in a box."""
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
