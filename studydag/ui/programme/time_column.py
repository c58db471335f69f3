"""The column of times of the programme as a list: how wide it is, and how high rows that say more than a time are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from studydag.model.rules.time.schedule import Slot
from studydag.ui.programme.block_model import PIN_WIDTH
from studydag.ui.programme.block_texts import is_odd
from studydag.ui.tables.cell_painter import PAD

if TYPE_CHECKING:
    from studydag.ui.programme.block_list import BlockList
    from studydag.ui.programme.block_model import BlockRow

COLUMN: Final = 0
WIDEST: Final = 22
"""In characters: what is odd about a time may widen the column so far, and is cut beyond that; titles need the room."""


class TimeColumn:
    """Keeps a pinned time whole, and lets what is odd about a time stand on a line below it."""

    def __init__(self, table: BlockList) -> None:
        """Begin with nothing measured."""
        self._table = table
        self._usual = 0

    def measure(self) -> None:
        """Note how wide times alone are, each as if it were pinned: that may come later, and moves no column then."""
        rows = self._table.things.things
        plain = (row for row in rows if row.slot is not None and not _is_long(row.slot))
        self._usual = max(map(self._needed, plain), default=0)
        head = self._table.horizontalHeader().sectionSizeHint(COLUMN)
        self._usual = max(self._usual, head) if self._usual else self._table.columnWidth(COLUMN)

    @property
    def width(self) -> int:
        """How wide it is to be now, in pixels."""
        # Those that say the same are about as wide: hundreds of texts would take as long as to draw them.
        rows = self._table.things.things
        long = {_said(row.slot): row for row in rows if row.slot is not None and _is_long(row.slot)}
        return max(self._usual, *(self._needed(row) for row in long.values()), 0)

    def fit_rows(self) -> None:
        """Make rows as high as the lines in this column."""
        table, line = self._table, self._table.fontMetrics().lineSpacing()
        usual = table.verticalHeader().defaultSectionSize()
        changed = False
        for place, row in enumerate(table.things.things):
            wanted = usual if row.slot is None or not is_odd(row.slot) else usual + line
            if table.rowHeight(place) != wanted:
                table.setRowHeight(place, wanted)
                changed = True
        if changed:
            # At once: what is to be brought into view must know how far can be scrolled.
            table.updateGeometries()

    def _needed(self, row: BlockRow) -> int:
        metrics = self._table.fontMetrics()
        time, *hints = self._table.texts.time(row).split("\n")
        most = metrics.averageCharWidth() * WIDEST
        hint = max((min(metrics.horizontalAdvance(each), most) for each in hints), default=0)
        return max(metrics.horizontalAdvance(time), hint) + PIN_WIDTH + 4 * PAD


def _is_long(slot: Slot) -> bool:
    """Whether more stands beside a block than two times of the day of its part."""
    return is_odd(slot) or slot.end_day_offset > 0


def _said(slot: Slot) -> tuple[object, ...]:
    """Return what is said beside the times of a block, whatever those are."""
    before = (slot.buffer_before, slot.overlap_before, slot.overlap_after)
    return (*before, slot.block.cancelled, slot.open_end, slot.day_offset, slot.end_day_offset)
