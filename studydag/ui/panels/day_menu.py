"""What can be done with a study day from the list: by the other button of the mouse, its key, and Delete."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QListView, QMenu

from studydag.ui.menu import Menu
from studydag.ui.panels.day_lines import DAY_ROLE


class DayMenu(QObject):
    """Opens the day below the pointer, since what the menu does it does with the day in view."""

    def __init__(
        self, days: QListView, actions: Sequence[QAction], show_day: Callable[[int], None], delete: QAction
    ) -> None:
        """Work on the list of days, as long as it is there."""
        super().__init__(days)
        self._days = days
        self._actions = actions
        self._show_day = show_day
        self._delete = delete
        days.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        days.customContextMenuRequested.connect(self._on_asked)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), days)
        key.setContext(Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self.delete_current)

    def menu_at(self, point: QPoint) -> QMenu | None:
        """Return the menu of the day at a point of the list, which comes into view; None where there is none."""
        day = self._days.indexAt(point).data(DAY_ROLE)
        if day is None:
            return None
        self._show_day(day)
        menu = Menu(self._days)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        return menu

    def delete_current(self) -> None:
        """Delete the day that the keys work on."""
        day = self._days.currentIndex().data(DAY_ROLE)
        if day is not None:
            self._show_day(day)
            self._delete.trigger()

    def _on_asked(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        if menu is not None:
            menu.popup(self._days.viewport().mapToGlobal(point))
