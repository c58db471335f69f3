"""What a pointer takes hold of on the timeline beside blocks themselves: an edge of one, or its clock time."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from studydag.ui.timeline.boxes import Layout

BELOW = 2
"""In pixels: so far below a block its lower edge can be taken hold of."""


def edge_at(layout: Layout, point: QPointF, line: float) -> tuple[int, bool] | None:
    """Return the block of which an edge that can be dragged is at a point, and whether that is the upper one.

    `line` is the height of a line of text, in pixels.
    """
    reach = max(3.0, line * 0.22)
    upper: int | None = None
    for box in reversed(list(layout.between(point.y() - reach, point.y() + reach))):
        across = box.rect.left() <= point.x() <= box.rect.right()
        if not across or box.flat or box.in_rows or box.slot.block.cancelled:
            continue
        edge = min(reach, box.rect.height() / 3)
        if -edge <= point.y() - box.rect.bottom() <= BELOW:
            return None if box.is_round and box.slot.options else (box.id, False)
        if not box.is_option and not box.is_round and 0 <= point.y() - box.rect.top() <= edge:
            upper = box.id
    return None if upper is None else (upper, True)


def block_beside(layout: Layout, point: QPointF, gutter: float, line: float) -> int | None:
    """Return the block whose clock time is seen at a point, in the column of times that is `gutter` pixels wide."""
    if point.x() >= gutter:
        return None
    near = (box for box in layout.between(point.y() - line, point.y() + line) if not box.is_option)
    return next((box.id for box in near if 0 <= point.y() - box.rect.top() <= line * 1.2), None)
