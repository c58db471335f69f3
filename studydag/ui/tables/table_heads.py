"""The heads of a table: a click sorts it by that column, and a menu chooses the columns; the window remembers both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QTableView, QWidget

from studydag.language import Language
from studydag.model.rules.table_order import Sorting, in_order, read_sorting, turned
from studydag.ui.announcing import say
from studydag.ui.item_models.things import TableColumn
from studydag.ui.memory import memory_of
from studydag.ui.menu import Menu

if TYPE_CHECKING:
    from studydag.ui.tables.thing_table import ThingTable


class TableHeads(QObject):
    """Knows by which column a table is sorted. `changed` comes when that is another one."""

    changed = Signal()

    def __init__(self, table: ThingTable, name: str, language: Language, *, sorts: bool = True) -> None:
        """Begin in the own order. `name` is what the window remembers the choices by."""
        super().__init__(table)
        self._table = table
        self._name = name
        self._language = language
        self.sorts = sorts
        self._recalled = False
        self.behind = QAction(self)
        """What can be done with rows comes before this in the menu of the table."""
        self.sorting: Sorting | None = None
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._pop_up)
        if sorts:
            header.setSectionsClickable(True)
            header.setProperty("role", "sorts")
            header.sectionClicked.connect(self._on_click)
            self.behind.setSeparator(True)
            table.addActions([self.behind, self._opener()])

    # -- in which order

    def in_order(self, things: Sequence[Any]) -> Sequence[Any]:
        """Return things as they are sorted now; in their own order where they aren't."""
        self._recall()
        column = self._column()
        if column is None or self.sorting is None:
            return things
        return in_order(things, column.sorted_by, self._language.sort_key, descending=self.sorting.descending)

    def sort_by(self, sorting: Sorting | None) -> None:
        """Sort by a column, or (None) show the own order; what is selected stays so and in view."""
        if sorting == self.sorting:
            self._show_arrow()
            return
        self.sorting = sorting
        memory = memory_of(self._table)
        if memory is not None:
            memory.keep_text(f"sort/{self._name}", "" if sorting is None else sorting.written())
        self._show_arrow()
        self._table.arrange()
        self.changed.emit()
        say(self._table, self._said() or self._language.gettext("In its own order again"))

    def follow_columns(self) -> None:
        """Sort by the same column where the table has others now; in the own order while it isn't there."""
        self._show_arrow()
        self._table.arrange()

    def _on_click(self, place: int) -> None:
        if self._table.things.columns[place].is_marked:
            self._show_arrow()
        else:
            self.sort_by(turned(self.sorting, self._key(place)))

    def _recall(self) -> None:
        """Sort as last time, once the table stands in a window that remembers."""
        memory = None if self._recalled or not self.sorts else memory_of(self._table)
        if memory is None:
            return
        self._recalled = True
        self.sorting = read_sorting(memory.text(f"sort/{self._name}"))
        if self._column() is None:
            self.sorting = None
        self._show_arrow()
        if self.sorting is not None:
            self.changed.emit()

    def _show_arrow(self) -> None:
        header, column = self._table.horizontalHeader(), self._column()
        place = -1 if column is None else self._table.things.columns.index(column)
        way = Qt.SortOrder.DescendingOrder if self.sorting and self.sorting.descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(place >= 0)
        header.setSortIndicator(place, way)
        self._table.things.say_sorted(place, "" if place < 0 else self._way())
        self._table.head_changed(place)

    def _way(self) -> str:
        _ = self._language.gettext
        return _("sorted, descending") if self.sorting and self.sorting.descending else _("sorted, ascending")

    def _said(self) -> str:
        column = self._column()
        return "" if column is None else f"{column.title}: {self._way()}"

    def _key(self, place: int) -> str:
        return self._table.things.columns[place].key or f"#{place}"

    def _column(self) -> TableColumn | None:
        if self.sorting is None:
            return None
        wanted, columns = self.sorting.column, self._table.things.columns
        return next((each for place, each in enumerate(columns) if self._key(place) == wanted), None)

    # -- its menu

    def menu(self) -> QMenu:
        """Return a menu to sort by; it deletes itself when it closes."""
        menu = Menu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Fill a menu with the columns to sort by, and with the own order."""
        menu.clear()
        _ = self._language.gettext
        for place, column in enumerate(self._table.things.columns):
            if not column.title or column.is_marked:
                continue
            is_this = self._column() is column
            text = f"{column.title} ({self._way()})" if is_this else column.title
            sort = partial(self._on_click, place)
            self._entry(menu, text, is_this).triggered.connect(lambda _checked=False, sort=sort: sort())
        menu.addSeparator()
        own = self._entry(menu, _("Own order"), self.sorting is None)
        own.triggered.connect(lambda _checked=False: self.sort_by(None))
        if self._table.choosing is not None:
            self._table.choosing.add_to(menu.addMenu(_("Columns")))

    def _entry(self, menu: QMenu, text: str, checked: bool) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        return action

    def _opener(self) -> QAction:
        """Return what opens the menu from that of the table, which a key opens too."""
        menu = Menu(self._table)
        menu.aboutToShow.connect(partial(self.fill, menu))
        opener = QAction(self._language.gettext("Sort by"), self._table)
        opener.setMenu(menu)
        return opener

    def _pop_up(self, point: QPoint) -> None:
        if self.sorts:
            self.menu().popup(self._table.horizontalHeader().mapToGlobal(point))

    def pop_up(self) -> None:
        """Show the menu below the heads."""
        self._pop_up(self._table.horizontalHeader().rect().bottomLeft())


def heads_in_view(within: QWidget) -> TableHeads | None:
    """Return the heads of the table that has the keys; else of the largest one that is seen."""
    at: QWidget | None = QApplication.focusWidget()
    while at is not None:
        if (found := _heads_of(at)) is not None:
            return found
        at = at.parentWidget()
    seen = [each for each in within.findChildren(QTableView) if each.isVisible() and _heads_of(each) is not None]
    return _heads_of(max(seen, key=lambda each: each.width() * each.height())) if seen else None


def _heads_of(table: QWidget) -> TableHeads | None:
    found = getattr(table, "heads", None)
    return found if isinstance(found, TableHeads) and found.sorts else None
