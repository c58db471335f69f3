"""The areas of the window: F6 walks them, and F8 walks the dividers between them."""

from __future__ import annotations

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QTabWidget, QWidget

from studydag.ui.announcing import announce
from studydag.ui.layouts.later import Later
from studydag.ui.layouts.splitter import Divider
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.reading_order import bring_into_view, stops, takes_keys
from studydag.ui.to_field import give_list_keys


class Areas(QObject):
    """Brings the keys to the next area, where they were last in it; `areas` are in the order of the walk."""

    def __init__(self, window: QWidget, areas: Sequence[tuple[str, QWidget]]) -> None:
        """Name the areas, and note where the focus is in each."""
        super().__init__(areas[0][1])
        self._window = window
        self._areas = tuple(areas)
        self._last: dict[QWidget, QWidget] = {}
        for name, area in areas:
            area.setAccessibleName(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._note)

    def walk(self, step: int) -> None:
        """Go to the next area that is seen (`step` 1), or to the one before (-1)."""
        seen = [(name, area) for name, area in self._areas if area.isVisible()]
        now = QApplication.focusWidget()
        place = next((place for place, (_, area) in enumerate(seen) if _is_in(now, area)), -1 if step > 0 else 0)
        for away in range(1, len(seen) + 1):
            name, area = seen[(place + step * away) % len(seen)]
            goal = self._goal(area)
            if goal is not None:
                goal.setFocus(Qt.FocusReason.ShortcutFocusReason)
                bring_into_view(goal)
                announce(area, name)
                return

    def back_to_page(self) -> bool:
        """Go from beside the page to where the keys were in it; return whether they were elsewhere and there is one."""
        page = self._areas[1][1]
        goal = None if _is_in(QApplication.focusWidget(), page) else self._goal(page)
        if goal is None:
            return False
        goal.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_view(goal)
        return True

    def walk_dividers(self) -> None:
        """Go to the next divider that is seen, in the order of reading."""
        handles = [each.handle for each in self._window.findChildren(Divider)]
        seen = [each for each in handles if each.isVisible() and not each.size().isEmpty()]
        seen.sort(key=lambda each: each.mapTo(self._window, each.rect().topLeft()).toTuple())
        now = QApplication.focusWidget()
        place = next((place for place, each in enumerate(seen) if each is now), -1) + 1
        if seen:
            seen[place % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def walk_tabs(self, step: int) -> None:
        """Go to the next tab (`step` 1) or the one before (-1) of those nearest to what has the focus."""
        now = QApplication.focusWidget()
        area = next((area for _, area in self._areas[:-1] if _is_in(now, area)), self._areas[1][1])
        bars = _bars_in(area)
        if not bars:
            # As of a form without tabs: those of the page.
            area = self._areas[1][1]
            bars = _bars_in(area)
        if not bars:
            return
        if not _is_in(now, area):
            now = self._goal(area)
        bar = max(bars, key=lambda each: _nearness(each, now, area))
        places = [place for place in range(bar.count()) if bar.isTabEnabled(place) and bar.isTabVisible(place)]
        bar.setCurrentIndex(places[(places.index(bar.currentIndex()) + step) % len(places)])
        shown = _shown_below(bar)
        for each in () if shown is None else shown.findChildren(Later):
            # It would come in turns, and the keys stay behind.
            each.content()
        if shown is None or not give_list_keys(shown):
            bar.setFocus(Qt.FocusReason.TabFocusReason)

    def _goal(self, area: QWidget) -> QWidget | None:
        """Return what had the focus last in an area, else the first that can."""
        last = self._last.get(area)
        if last is not None and shiboken6.isValid(last) and takes_keys(last) and _is_in(last, area):
            return last
        return next(stops(area), None)

    def _note(self, _old: QWidget | None, now: QWidget | None) -> None:
        for _, area in self._areas:
            if now is not None and _is_in(now, area):
                self._last[area] = now


def _bars_in(area: QWidget) -> list[QTabBar]:
    return [each for each in area.findChildren(QTabBar) if each.isVisible() and each.count() > 1]


def _is_in(widget: QWidget | None, area: QWidget) -> bool:
    return widget is not None and (widget is area or area.isAncestorOf(widget))


def _shown_below(bar: QTabBar) -> QWidget | None:
    """Return the part of the window that a tab bar has brought into view, where that is there at once."""
    around = bar.parentWidget()
    if isinstance(around, QTabWidget):
        return around.currentWidget()
    return around.stack.currentWidget() if isinstance(around, SubTabs) else None


def _nearness(bar: QTabBar, now: QWidget | None, area: QWidget) -> int:
    """Return how deep what holds both a tab bar and the focus lies in an area; the bar with the focus is nearest."""
    if bar is now:
        return 1000
    around: QWidget | None = bar
    while around is not None and around is not area and not _is_in(now, around):
        around = around.parentWidget()
    depth = 0
    while around is not None and around is not area:
        around, depth = around.parentWidget(), depth + 1
    return depth
