"""Which columns of the programme as a list are shown: those that were chosen, or as many as leave room for titles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from studydag.ui.memory import memory_of
from studydag.ui.menu import Menu
from studydag.ui.tables.column_widths import share_out

if TYPE_CHECKING:
    from studydag.ui.programme.block_list import BlockList

GIVING_WAY: Final = ("goals", "phase", "working_format", "leads", "room")
"""The columns that can be hidden, those first that give way first where there is little room."""
FEWEST_OF_TITLE, NARROWEST, OF_A_ROOM, OF_TIMES, OF_STARTS = 24, 8, 19, 24, 18
"""In characters: how much of the titles is seen at least, what another column gets at least, how much of the name of a
room or a phase is seen, and what the two columns of times count for, with and without the times at which blocks end."""
COUNTS_FOR: Final = {"room": 14, "leads": 16, "working_format": 17, "phase": 14, "goals": 8}
"""In characters: what a column counts for before it gives way."""
ENOUGH_OF_TITLE, MOST_OF_TITLE = 38, 52
"""In characters: how much of the titles is seen before rooms come beside them, and at most before other columns do."""
USUAL: Final = {"goals": 6, "working_format": 18, "leads": 18, "room": 12}
"""In characters: so wide columns are even while they are empty, so that none moves as they are filled."""
TIME, TITLE, MINUTES = 0, 1, 2
CHOSEN = "programme_columns"
"""Under which name the window remembers the choice."""


class ShownColumns(QObject):
    """Hides and shows the columns of the list of blocks. `share` divides the room anew after a choice."""

    def __init__(self, table: BlockList, share: Callable[[], None]) -> None:
        """Show as many as there is room for, until some are chosen from the menu of the header."""
        super().__init__(table)
        self._table = table
        self._share = share
        self._narrowed = False
        self._titles = 0
        self.chosen: frozenset[str] | None = None
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._pop_up)

    def show_all(self) -> None:
        """Show all columns, so that they can be measured."""
        if self._table.state() != self._table.State.EditingState:
            self._titles = self._table.sizeHintForColumn(TITLE)
        for name in GIVING_WAY:
            self._table.setColumnHidden(self._place_of(name), False)

    def give_way(self) -> None:
        """Hide those for which there is no room, or which were not chosen."""
        shown = self.shown()
        for name in GIVING_WAY:
            place = self._place_of(name)
            if self._table.isColumnHidden(place) is (name in shown):
                self._table.setColumnHidden(place, name not in shown)
        self._fit(shown)

    def shown(self) -> frozenset[str]:
        """Return which of those that can be hidden are to be shown."""
        if self.chosen is not None:
            return self.chosen
        # Not by what stands in them: a column may not go while someone types.
        character = self._table.fontMetrics().averageCharWidth()
        times = OF_TIMES if self._table.texts.tells_ends else OF_STARTS
        room = self._table.viewport().width() - character * times
        names = tuple(reversed(GIVING_WAY))
        taken = accumulate(character * COUNTS_FOR[name] for name in names)
        return frozenset(name for name, so_far in zip(names, taken, strict=True) if so_far + self._enough(name) <= room)

    def _enough(self, name: str) -> int:
        """Return how much of the titles is seen before a column comes beside them, in pixels."""
        character = self._table.fontMetrics().averageCharWidth()
        wanted = 0 if name == "room" else min(self._titles, character * MOST_OF_TITLE)
        return max(character * ENOUGH_OF_TITLE, wanted)

    def _room(self, total: int, beside: Sequence[str]) -> int:
        """Return the width beside time, title and minutes, in pixels; titles get enough, or their share."""
        table = self._table
        room = table.viewport().width() - table.columnWidth(TIME) - table.columnWidth(MINUTES)
        needed, character = table.sizeHintForColumn(TITLE), table.fontMetrics().averageCharWidth()
        share = room * needed // max(needed + total, 1)
        enough = max(map(self._enough, beside), default=0)
        return room - max(character * FEWEST_OF_TITLE, min(needed, max(share, enough)))

    def _fit(self, shown: frozenset[str]) -> None:
        """Narrow the shown columns where they need more than there is; give it back when there is."""
        names = [name for name in reversed(GIVING_WAY) if name in shown]
        places, needed = [self._place_of(name) for name in names], [self._needed(name) for name in names]
        total = sum(needed)
        room = self._room(total, names)
        if self.chosen is not None or (total <= room and not self._narrowed):
            return
        self._narrowed = total > room
        character = self._table.fontMetrics().averageCharWidth()
        widths = share_out(needed, room, character * NARROWEST, character * OF_A_ROOM)
        for place, width in zip(places, widths, strict=True):
            self._table.setColumnWidth(place, width)

    def widen(self) -> None:
        """Let no column that can be hidden be narrower than is usual for what comes to stand there."""
        for name in GIVING_WAY:
            place = self._place_of(name)
            self._table.setColumnWidth(place, max(self._table.columnWidth(place), self._usual(name)))

    def _usual(self, name: str) -> int:
        return USUAL.get(name, 0) * self._table.fontMetrics().averageCharWidth()

    def _needed(self, name: str) -> int:
        place = self._place_of(name)
        head = self._table.horizontalHeader().sectionSizeHint(place)
        return max(self._table.sizeHintForColumn(place), head, self._usual(name))

    def choose(self, names: frozenset[str] | None) -> None:
        """Show just these; None: as many as there is room for. The window remembers it."""
        self.chosen = names
        memory = memory_of(self._table)
        if memory is not None:
            memory.keep_text(CHOSEN, "" if names is None else " ".join(["chosen", *sorted(names)]))
        self._share()

    def recall(self) -> None:
        """Show those that were chosen last time."""
        memory = memory_of(self._table)
        kept = "" if memory is None else memory.text(CHOSEN)
        if kept:
            self.chosen = frozenset(kept.split()).intersection(GIVING_WAY)
            self._share()

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with the columns to tick, and with leaving it to the room there is."""
        shown = self.shown()
        for name in reversed(GIVING_WAY):
            action = menu.addAction(self._table.things.columns[self._place_of(name)].title)
            action.setCheckable(True)
            action.setChecked(name in shown)
            action.triggered.connect(lambda _checked=False, name=name: self.choose(self.shown() ^ {name}))
        menu.addSeparator()
        fitting = menu.addAction(self._table.commands.workspace.language.gettext("As many as fit"))
        fitting.setCheckable(True)
        fitting.setChecked(self.chosen is None)
        fitting.triggered.connect(lambda _checked=False: self.choose(None))

    def _pop_up(self, point: QPoint) -> None:
        menu = Menu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self._table.horizontalHeader().mapToGlobal(point))

    def _place_of(self, name: str) -> int:
        columns = self._table.things.columns
        return next(place for place, each in enumerate(columns) if name in {each.field, each.name})
