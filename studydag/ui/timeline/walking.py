"""Where the arrow keys lead on the timeline: up and down in time, left and right among options (or along rows)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from studydag.ui.timeline.boxes import BlockBox, Layout


def neighbour_in(layout: Layout, block_id: int | None, key: Qt.Key) -> int | None:
    """Return which block a key leads to from a block, or from none."""
    ids = tuple(layout.index)
    if not ids:
        return None
    if key is Qt.Key.Key_Home or (block_id is None and key is Qt.Key.Key_Down):
        return ids[0]
    if key is Qt.Key.Key_End or (block_id is None and key is Qt.Key.Key_Up):
        return ids[-1]
    box = layout.box_of(block_id)
    if box is None or key not in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
        return None
    if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        return _beside(layout, box, -1 if key is Qt.Key.Key_Left else 1)
    if box.in_rows and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return _above_or_below(layout, box, -1 if key is Qt.Key.Key_Up else 1)
    if box.is_option and key is Qt.Key.Key_Up:
        return box.slot.block.round
    return _next_in_time(layout, box, 1 if key is Qt.Key.Key_Down else -1)


def _beside(layout: Layout, box: BlockBox, step: int) -> int | None:
    if box.is_round and step > 0 and box.slot.options:
        return box.slot.options[0].block.id
    if not box.is_option:
        return None
    row = [option.id for option in layout.options(box.slot.block.round or 0)]
    place = row.index(box.id) + step
    return row[place] if 0 <= place < len(row) else box.slot.block.round if place < 0 else None


def _above_or_below(layout: Layout, box: BlockBox, step: int) -> int | None:
    """Return the option in the row above or below, the round above the first one, or what comes after the round."""
    column = [option.id for option in layout.options(box.slot.block.round or 0) if option.rect.x() == box.rect.x()]
    place = column.index(box.id) + step
    if 0 <= place < len(column):
        return column[place]
    return box.slot.block.round if place < 0 else _next_in_time(layout, box, step)


def _next_in_time(layout: Layout, box: BlockBox, step: int) -> int | None:
    own = box.slot.block.round if box.is_option else box.id
    row = [each.id for each in layout.boxes if not each.is_option]
    place = row.index(own or 0) + step
    return row[place] if 0 <= place < len(row) else None
