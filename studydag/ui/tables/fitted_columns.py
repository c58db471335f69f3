"""How wide the columns of a table are: as their texts need, as there is room for, or as somebody made them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from studydag.ui.tables.column_widths import shared, spread
from studydag.ui.tables.text_sizes import AROUND, TextSizes

if TYPE_CHECKING:
    from studydag.ui.tables.thing_table import ThingTable

WIDEST = 26
"""Of a column that doesn't stretch, in characters."""
ROWS_LOOKED_AT = 50
"""So many rows have a say in how wide columns are: to ask hundreds would hold everything up."""
FEW_ROWS = 12
"""With so few, columns follow what is edited; with more of them that would take too long, and too much would move."""


class FittedColumns(QObject):
    """Measures columns and shares the room among them.

    `needed` are the pixels that each needed when it was measured, for so many `rows`; None: for none yet. What somebody
    made wider or narrower stays so (`is_by_hand`).
    """

    def __init__(self, table: ThingTable, sizes: TextSizes) -> None:
        """Begin with nothing measured."""
        super().__init__(table)
        self._table = table
        self._sizes = sizes
        self.rows: int | None = None
        self.needed: tuple[int, ...] = ()
        self.is_by_hand = False
        table.horizontalHeader().sectionResized.connect(self._note_by_hand)

    def is_to_measure(self, rows: int) -> bool:
        """Whether columns are to be measured: at first, and in short tables when what came may need more room."""
        if self.rows is None or (rows and not self.rows):
            return True
        if self.is_by_hand or rows > ROWS_LOOKED_AT:
            return False
        return self.rows < rows or (rows <= FEW_ROWS and self._is_wider())

    def _is_wider(self) -> bool:
        """Whether the texts of a column need more room than when it was measured."""
        columns = zip(range(self._table.things.columnCount()), self.needed, strict=False)
        return any(self._table.sizeHintForColumn(column) > needed for column, needed in columns)

    def measure(self) -> None:
        """Make columns as wide as what stands in them, within reason."""
        table = self._table
        if table.choosing is not None:
            table.choosing.show_all()
        table.resizeColumnsToContents()
        self.needed = tuple(table.columnWidth(column) for column in range(table.things.columnCount()))
        widest = self.widest
        for column, needed in enumerate(self.needed):
            if needed > widest:
                table.setColumnWidth(column, max(widest, min(self.longest_word(column), needed, 2 * widest)))
        if table.choosing is not None:
            table.choosing.measure(self.needed)

    @property
    def widest(self) -> int:
        """How wide a column becomes at first where its texts are long, in pixels."""
        return max(self._table.fontMetrics().averageCharWidth() * WIDEST, 120)

    def longest_word(self, column: int) -> int:
        """Return how wide a column has to be for no word of it to break in its middle, where texts wrap; in pixels."""
        things = self._table.things
        if not self._table.wordWrap():
            return 0
        rows = range(min(things.rowCount(), ROWS_LOOKED_AT))
        return AROUND + max((self._sizes.longest_word(things.look_of(row, column).text) for row in rows), default=0)

    def share_room(self, *, while_editing: bool) -> None:
        """Let columns fill the room there is; those that stretch share what is left."""
        table = self._table
        if table.choosing is not None and self.needed and not self.is_by_hand:
            table.choosing.share_room(while_editing=while_editing)
            return
        shares = {
            place: each.stretches
            for place, each in enumerate(table.things.columns)
            if each.stretches and not table.isColumnHidden(place)
        }
        if shares and self.rows is not None:
            self._stretch(shares)
        elif self.needed and not self.is_by_hand:
            self._spread()

    def _stretch(self, shares: dict[int, int]) -> None:
        """Divide what the other columns leave by these shares."""
        table = self._table
        others = sum(table.columnWidth(place) for place in range(table.things.columnCount()) if place not in shares)
        left = max(table.viewport().width() - others, 0)
        narrowest = table.fontMetrics().averageCharWidth() * table.narrowest
        heads = {place: max(narrowest, table.horizontalHeader().sectionSizeHint(place)) for place in shares}
        for place, width in shared(left, shares, heads, narrowest).items():
            table.setColumnWidth(place, width)

    def _spread(self) -> None:
        """Give each column what it needs, and texts what is left."""
        table, widest = self._table, self.widest
        texts = [not column.numeric and not column.ticked for column in table.things.columns]
        least = widest if table.wordWrap() else widest * 3 // 4
        for place, width in enumerate(spread(self.needed, texts, widest, table.viewport().width(), least)):
            table.setColumnWidth(place, width)

    def _note_by_hand(self) -> None:
        """Leave columns that somebody made wider or narrower as they are."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton and self._table.horizontalHeader().underMouse():
            self.is_by_hand = True
