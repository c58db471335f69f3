"""Which columns of a table are shown: those that were chosen, or as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from studydag.language import Language
from studydag.ui.memory import memory_of
from studydag.ui.menu import Menu
from studydag.ui.spoken_roles import SpokenAs, speak_as
from studydag.ui.tables.column_widths import giving_way, passed_on, spread, squeezed, stretched

if TYPE_CHECKING:
    from studydag.ui.tables.thing_table import ThingTable

MOST_LINES = 4
"""A longer text gets more room, or its column goes."""
_CHOSEN = "chosen"
LEAST, SHORT, LONG_WORD = 12, 19, 28
"""Of a column of texts, in characters: so narrow it can be, short ones such as dates never wrap, and so much of a long
word is seen at least."""


class ChosenColumns(QObject):
    """Hides and shows columns of a table. What is out of sight is told by a button at the end of the heads."""

    def __init__(self, table: ThingTable, name: str, language: Language) -> None:
        """Leave it to the room there is. `name` is what the window remembers the choice by."""
        super().__init__(table)
        self._table = table
        self._name = name
        self._language = language
        self._recalled = False
        self._needed: tuple[int, ...] = ()
        self._preferred: tuple[int, ...] = ()
        self._least: tuple[int, ...] = ()
        self.is_owed = False
        """Whether columns may have to go that stayed because a cell was edited."""
        self.chosen: frozenset[str] | None = None
        self.more = QToolButton(table.horizontalHeader())
        self.more.setObjectName("more-columns")
        self.more.setAutoRaise(True)
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "more")
        menu = Menu(self.more)
        menu.aboutToShow.connect(partial(self.fill, menu))
        self.more.setMenu(menu)
        speak_as(self.more, SpokenAs.MENU)
        self.more.hide()
        table.horizontalHeader().installEventFilter(self)

    @property
    def width(self) -> int:
        """How much of the line of heads the button takes, in pixels."""
        return self.more.sizeHint().width() if self.more.isVisibleTo(self._table) else 0

    def show_all(self) -> None:
        """Show all columns, so that they can be measured."""
        for place in range(len(self._table.things.columns)):
            self._table.setColumnHidden(place, False)

    def measure(self, needed: Sequence[int]) -> None:
        """Take over what the columns need, in pixels, and as how wide they were shown for that."""
        table, character = self._table, self._table.fontMetrics().averageCharWidth()
        self._needed = tuple(needed)
        self._preferred = tuple(
            character * table.narrowest if column.stretches else table.columnWidth(place)
            for place, column in enumerate(table.things.columns)
        )
        self._least = tuple(self._least_of(place, character) for place in range(len(needed)))

    def _least_of(self, place: int, character: int) -> int:
        """Return how narrow a column can be, in pixels, before it rather goes."""
        table, column, needed = self._table, self._table.things.columns[place], self._needed[place]
        if column.stretches:
            # A little less than it likes: it takes what is left anyway.
            return max(
                character * (table.narrowest * 3 // 4), min(table.fitted.longest_word(place), character * LONG_WORD)
            )
        if column.numeric or column.ticked or needed <= character * SHORT:
            return needed
        if not place and not table.wordWrap():
            # Which row it is has to be seen.
            return min(needed, character * LONG_WORD)
        # A text of many lines makes all of its row as high, and a head has one.
        lines = needed // MOST_LINES
        word = max(table.fitted.longest_word(place), table.horizontalHeader().sectionSizeHint(place))
        return min(needed, max(character * LEAST, lines, min(word, character * LONG_WORD)))

    def share_room(self, *, while_editing: bool) -> None:
        """Let those that are shown fill the room, none narrower than is least; none goes while a cell is edited."""
        table, kept = self._table, self._kept_for_a_bar
        whole = table.viewport().width() - kept
        self.is_owed = while_editing
        if not while_editing:
            self._give_way(self._least, whole)
        shown = [place for place in range(len(self._least)) if not table.isColumnHidden(place)]
        columns = [table.things.columns[place] for place in shown]
        least, stretches = [self._least[place] for place in shown], [column.stretches for column in columns]
        room = whole - self.width
        if any(stretches):
            widths = stretched([self._preferred[place] for place in shown], least, stretches, room)
            widths = passed_on(widths, [self._needed[place] for place in shown], stretches)
        else:
            texts = [not column.numeric and not column.ticked for column in columns]
            needed = [self._needed[place] for place in shown]
            widths = squeezed(spread(needed, texts, table.fitted.widest, room), least, room)
        if widths and not columns[-1].numeric and table.horizontalHeader().sectionSizeHint(shown[-1]) <= widths[-1]:
            # The last column goes on below the button at the end of the heads, which covers nothing there.
            widths[-1] += max(whole - sum(widths), 0)
        if kept and widths:
            # To one column alone: when the bar comes no other gets narrower, and no row lower.
            sayings = [place for place, column in enumerate(columns) if not column.numeric and not column.ticked]
            widths[next(iter(sayings), 0)] += kept
        for place, width in zip(shown, widths, strict=True):
            table.setColumnWidth(place, width)

    @property
    def _kept_for_a_bar(self) -> int:
        """How much room isn't divided, in pixels, where rows go on in more lines and all have room just now.

        Fewer columns make rows lower: what goes for the bar would make it go too, come back, and bring it again.
        """
        bar = self._table.verticalScrollBar()
        return 0 if not self._table.wordWrap() or bar.isVisibleTo(self._table) else bar.sizeHint().width()

    def _give_way(self, least: Sequence[int], room: int) -> None:
        """Hide what was not chosen; without a choice what has no room, where columns are as narrow as `least`."""
        self._recall()
        hidden = self._hidden(least, room)
        for place in range(len(least)):
            if self._table.isColumnHidden(place) is not (place in hidden):
                self._table.setColumnHidden(place, place in hidden)
        titles = [self._table.things.columns[place].title for place in sorted(hidden)]
        self.more.setVisible(bool(titles))
        self.more.setText(f"+{len(titles)}")
        said = self._language.gettext("Not shown: {columns}").replace("{columns}", self._language.list(titles))
        self.more.setToolTip(said)
        self.more.setAccessibleName(said)
        self._place()

    def _hidden(self, least: Sequence[int], room: int) -> frozenset[int]:
        columns = self._table.things.columns
        if self.chosen is not None:
            shown = self.chosen
            return frozenset(place for place in self._giving() if self._key(place) not in shown)
        found = giving_way(least, self._giving(), room)
        # The button that tells of them needs room too.
        return giving_way(least, self._giving(), room - self.more.sizeHint().width()) if found and columns else found

    def _giving(self) -> list[int]:
        """Return the columns that can be hidden, those first that give way first."""
        columns = self._table.things.columns
        # What a row is about stays: what stretches, and what stands first.
        places = [n for n, each in enumerate(columns) if each.gives_way or (n and not each.stretches)]
        return sorted(places, key=lambda place: (-columns[place].gives_way, -place))

    def choose(self, names: frozenset[str] | None) -> None:
        """Show just these, by their keys; None: as many as there is room for. The window remembers it."""
        self.chosen = names
        memory = memory_of(self._table)
        if memory is not None:
            memory.keep_text(f"columns/{self._name}", "" if names is None else " ".join([_CHOSEN, *sorted(names)]))
        self._table.fit_anew()

    def _recall(self) -> None:
        memory = None if self._recalled else memory_of(self._table)
        if memory is None:
            return
        self._recalled = True
        kept = memory.text(f"columns/{self._name}")
        if kept:
            self.chosen = frozenset(kept.split()[1:])

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with the columns to tick, and with leaving it to the room there is."""
        menu.clear()
        self.add_to(menu)

    def add_to(self, menu: QMenu) -> None:
        """Add the columns to tick to a menu."""
        giving = sorted(self._giving())
        shown = frozenset(self._key(place) for place in giving if not self._table.isColumnHidden(place))
        for place in giving:
            key = self._key(place)
            action = menu.addAction(self._table.things.columns[place].title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key in shown)
            action.triggered.connect(lambda _checked=False, key=key: self.choose(shown ^ {key}))
        menu.addSeparator()
        fitting = menu.addAction(self._language.gettext("As many as fit"))
        fitting.setCheckable(True)
        fitting.setChecked(self.chosen is None)
        fitting.triggered.connect(lambda _checked=False: self.choose(None))

    def _key(self, place: int) -> str:
        return self._table.things.columns[place].key or f"#{place}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the button at the end of the heads."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        header, size = self._table.horizontalHeader(), self.more.sizeHint()
        high = min(size.height(), header.height() - 2)
        self.more.setGeometry(header.width() - size.width(), (header.height() - high) // 2, size.width(), high)
        self.more.raise_()
