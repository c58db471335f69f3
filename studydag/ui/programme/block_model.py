"""The rows of the programme as a list: every block in programme order, with headings for parts and for the tray."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap

from studydag.model.rules.time.schedule import Schedule, Slot, options_of
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind
from studydag.ui.item_models.things import Cell, Index, TableColumn, ThingModel, stretches
from studydag.ui.look import Colours
from studydag.ui.timeline.painting import draw_pin
from studydag.ui.timeline.words import BlockWords

PIN_WIDTH: Final = 8
"""How much room the sign of a pinned time takes, in pixels."""
PARKED_HEADING, SELF_PACED_HEADING = -1_000_000, -1_000_001
"""Ids of headings; that of a part is its own id below nought."""

# As whole numbers and made once: they are looked at thousands of times for each painting.
DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
DECORATION: Final = int(Qt.ItemDataRole.DecorationRole)
FONT: Final = int(Qt.ItemDataRole.FontRole)
ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
UNUSED: Final = frozenset({int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.BackgroundRole)})
TEXTS_AT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NUMBERS_AT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
TIMED: Final = frozenset({"pinned_start", "minutes"})
"""The columns that change when what comes before a block does."""
SHOWN: Final = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
EDITED: Final = SHOWN | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRow:
    """A block with its clock times, or a heading. Its fields are those that the cells of the list edit."""

    id: int
    heading: str = ""
    block: Block | None = None
    slot: Slot | None = None
    whole_minutes: int = 0

    @property
    def title(self) -> str:
        """The title as it is typed."""
        return "" if self.block is None else self.block.title

    @property
    def minutes(self) -> int:
        """How long it lasts."""
        return self.whole_minutes

    @property
    def phase(self) -> Phase | None:
        """The phase."""
        return None if self.block is None else self.block.phase

    @property
    def working_format(self) -> int | None:
        """The working format."""
        return None if self.block is None else self.block.working_format

    @property
    def room(self) -> int | None:
        """The room."""
        return None if self.block is None else self.block.room

    @property
    def goals(self) -> tuple[int, ...]:
        """The goals."""
        return () if self.block is None else self.block.goals

    @property
    def pinned_start(self) -> dt.time | None:
        """The clock time to which it is pinned, or now could be."""
        if self.block is None or self.block.pinned_start is not None:
            return None if self.block is None else self.block.pinned_start
        return None if self.slot is None else self.slot.start_time

    @property
    def is_option(self) -> bool:
        """Whether it stands within a round."""
        return self.block is not None and self.block.round is not None


def rows_of(schedule: Schedule, words: BlockWords) -> tuple[BlockRow, ...]:
    """Return all rows of a day."""
    return tuple(_rows(schedule, words))


def _rows(schedule: Schedule, words: BlockWords) -> Iterator[BlockRow]:
    for part in schedule.parts:
        if len(schedule.parts) > 1:
            details = words.part_details(part)
            yield BlockRow(id=-part.part.id, heading=f"{words.part(part.part)} · {details}")
        for slot in part.slots:
            yield _row(slot.block, slot, words)
            for option in slot.options:
                yield _row(option.block, option, words)
    _ = words.language.gettext
    for heading, title, blocks in (
        (SELF_PACED_HEADING, _("Self-paced"), schedule.self_paced),
        (PARKED_HEADING, _("Parked"), schedule.parked),
    ):
        if blocks:
            yield BlockRow(id=heading, heading=title)
        for block in blocks:
            yield _row(block, None, words)
            options = options_of(words.day, block.id) if block.kind is BlockKind.ROUND else ()
            yield from (_row(each, None, words) for each in options)


def _row(block: Block, slot: Slot | None, words: BlockWords) -> BlockRow:
    return BlockRow(id=block.id, block=block, slot=slot, whole_minutes=words.whole_minutes(block, slot))


class BlockModel(ThingModel):
    """The rows with their look: a bar for the phase, red for what overlaps, strong titles, indented options."""

    def __init__(self, columns: Sequence[TableColumn], colours: Colours, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(columns, parent)
        self._colours = colours
        self._timed = tuple(place for place, column in enumerate(self.columns) if column.field in TIMED)
        self._bars: dict[Phase, QPixmap] = {}
        self._pinned: QPixmap | None = None
        self._strong = QFont()
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._struck = QFont()
        self._struck.setStrikeOut(True)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these rows; their texts come of nothing else, so that those which stay are written once."""
        self.put_things(things)

    def made_cell(self, row: BlockRow, column: int) -> Cell:
        """Return how a cell looks now."""
        if row.block is None:
            return Cell(row.heading, self._strong, QColor(self._colours.quiet)) if column == 0 else Cell()
        shown = self.columns[column]
        return Cell(
            text=shown.text(row),
            font=self._font(row.block) if shown.field == "title" else None,
            colour=None if shown.colour is None else shown.colour(row),
            numeric=shown.numeric,
            picture=self._decoration(row.block, shown.field),
        )

    def tell_changed(self, before: Mapping[int, Any]) -> None:
        """Let views draw rows again: all of one whose block changed, of one that only moved what hangs on the time."""
        others: dict[int, Any] = {}
        moved = []
        for row, was in before.items():
            now = self._things[row]
            if was.block is not None and was.block is now.block:
                self._cells.pop(now.id, None)
                moved.append(row)
            else:
                others[row] = was
        super().tell_changed(others)
        for first, last in stretches(moved):
            for column in self._timed:
                self.dataChanged.emit(self.index(first, column), self.index(last, column))

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """Return what the cells show, and how. Seven roles are asked for each cell that is painted: the quick way."""
        if role in UNUSED or not index.isValid():
            return None
        row: BlockRow = self._things[index.row()]
        column = index.column()
        if row.block is None:
            return self._heading(row, column, role)
        if role == DISPLAY:
            return self.look_of(index.row(), column).text
        if role == ALIGNMENT:
            return NUMBERS_AT if self.columns[column].numeric else TEXTS_AT
        if role == DECORATION:
            return self._decoration(row.block, self.columns[column].field)
        if role == FONT:
            return self._font(row.block) if self.columns[column].field == "title" else None
        return super().data(index, role)

    def _font(self, block: Block) -> QFont:
        return self._struck if block.cancelled else self._strong

    def _decoration(self, block: Block, field: str) -> QPixmap | None:
        if field == "phase":
            return self._bar(block.phase)
        return self._pin() if field == "pinned_start" and block.pinned_start is not None else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done: nothing with a heading, and a round with options has no minutes of its own."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row: BlockRow = self._things[index.row()]
        if row.block is None:
            return Qt.ItemFlag.ItemIsEnabled
        field = self.columns[index.column()].field
        if not self.can_edit or not field:
            return SHOWN
        if field == "minutes" and row.block.kind is BlockKind.ROUND and self._has_options(index.row()):
            return SHOWN
        return SHOWN if field == "pinned_start" and row.slot is None else EDITED

    def _has_options(self, row: int) -> bool:
        following = self._things[row + 1].block if row + 1 < len(self._things) else None
        return following is not None and following.round == self._things[row].id

    def _heading(self, row: BlockRow, column: int, role: int) -> Any:
        if role == FONT:
            return self._strong
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colours.quiet)
        texts = {DISPLAY, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}
        return row.heading if column == 0 and role in texts else None

    def _pin(self) -> QPixmap:
        if self._pinned is None:
            self._pinned = QPixmap(PIN_WIDTH, 16)
            self._pinned.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._pinned)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_pin(painter, QPointF(4, 8), 18, QColor(self._colours.accent))
            painter.end()
        return self._pinned

    def _bar(self, phase: Phase) -> QPixmap:
        if phase not in self._bars:
            pixmap = QPixmap(5, 16)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colours.phase(phase))
            painter.drawRoundedRect(0, 0, 5, 16, 2, 2)
            painter.end()
            self._bars[phase] = pixmap
        return self._bars[phase]
