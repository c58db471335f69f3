"""What an edit of times would change, as a table of now and then, to be seen before it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from studydag.model.rules.time.schedule import Slot
from studydag.ui.tables.spoken_rows import tick_from_outside
from studydag.ui.timeline.words import BlockWords

ROWS = 10
BLOCK = Qt.ItemDataRole.UserRole + 1


class TimesTable(QTreeWidget):
    """A line for each block: its time now, and then. Where lines can be ticked, `ticked` says that one was."""

    ticked = Signal()

    def __init__(self, words: BlockWords, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = words.language.gettext
        self._words = words
        self.setHeaderLabels([_("What"), _("Now"), _("Then")])
        self.setAccessibleName(_("What changes"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * ROWS)
        header = self.header()
        # A long title ends in dots before a time does.
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(lambda *_: self.ticked.emit())
        tick_from_outside(self)

    def show_changes(self, changes: Iterable[tuple[Slot, Slot]]) -> None:
        """Show what starts or ends at another time."""
        self.clear()
        for was, now in changes:
            self._write(QTreeWidgetItem(self), was, now)

    def show_all(self, slots: Sequence[Slot], then: Mapping[int, Slot], may: Set[int]) -> None:
        """Show all of `slots`; those in `may` have a box to tick, which is ticked at first."""
        self.blockSignals(True)
        if [item.data(0, BLOCK) for item in self._items()] != [slot.block.id for slot in slots]:
            self.clear()
            for slot in slots:
                item = QTreeWidgetItem(self)
                if slot.block.id in may:
                    item.setCheckState(0, Qt.CheckState.Checked)
                else:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
        for item, slot in zip(self._items(), slots, strict=True):
            self._write(item, slot, then.get(slot.block.id, slot))
        self.blockSignals(False)

    @property
    def unticked(self) -> frozenset[int]:
        """The blocks whose box is not ticked."""
        boxes = (item for item in self._items() if item.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        return frozenset(item.data(0, BLOCK) for item in boxes if item.checkState(0) is Qt.CheckState.Unchecked)

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(row) for row in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _write(self, item: QTreeWidgetItem, was: Slot, now: Slot) -> None:
        words, language = self._words, self._words.language
        then = words.time(now)
        by = (now.end - now.start) - (was.end - was.start)
        if by:
            sign = "+" if by > 0 else "−"
            then = f"{then} ({sign}{language.minutes(abs(by))})"
        elif was.start == now.start:
            then = language.gettext("stays")
        for column, text in enumerate((words.title(was.block), words.time(was), then)):
            item.setText(column, text)
        item.setData(0, BLOCK, was.block.id)
        font = item.font(2)
        font.setBold(bool(by))
        item.setFont(2, font)
