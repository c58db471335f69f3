"""The order in which the Tab key goes through a window: that of reading, whatever was made first.

Qt's own order is that in which widgets were made, so what comes late (a folded group, the card of a finding) would be
met last of all. Here layouts, splitters and places say it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QMainWindow, QScrollArea, QSplitter, QWidget

MARGIN = 24
"""Pixels that stay in view around what is scrolled to."""


def stops(within: QWidget) -> Iterator[QWidget]:
    """Return what the Tab key stops at within a widget, in the order of reading."""
    if takes_keys(within):
        yield within
    for child in _parts(within):
        if child.isVisible():
            yield from stops(child)


def step(within: QWidget, *, forward: bool) -> bool:
    """Bring the keys to the next stop, or the one before; return whether there is another."""
    now = QApplication.focusWidget()
    while now is not None and now is not within and not takes_keys(now):
        # A part of a control, or what can't be reached by Tab: go on from what it stands in.
        now = now.parentWidget()
    if now is None or not within.isAncestorOf(now):
        order = stops(within) if forward else _backwards(within)
    elif forward:
        order = itertools.chain(_after(now, within), stops(within))
    else:
        order = itertools.chain(_before(now, within), _backwards(within))
    found = next(order, None)
    if found is None or found is now:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    bring_into_view(found)
    return True


def bring_into_view(widget: QWidget) -> None:
    """Scroll to a widget, in all that it stands in."""
    around = widget.parentWidget()
    while around is not None:
        # What is still being built may stand in one that doesn't show it yet; a picture brings its own parts into view.
        if isinstance(around, QScrollArea) and around.widget() not in {None, widget}:
            around.ensureWidgetVisible(widget, MARGIN, MARGIN)
        around = around.parentWidget()


def _backwards(within: QWidget) -> Iterator[QWidget]:
    """Return the same stops, the last first."""
    for child in reversed(_parts(within)):
        if child.isVisible():
            yield from _backwards(child)
    if takes_keys(within):
        yield within


def _after(now: QWidget, within: QWidget) -> Iterator[QWidget]:
    """Return the stops that come after a widget; no more is looked at than is asked for."""
    for child in _parts(now):
        if child.isVisible():
            yield from stops(child)
    for _parent, place, parts in _ways_up(now, within):
        for each in parts[place + 1 :]:
            if each.isVisible():
                yield from stops(each)


def _before(now: QWidget, within: QWidget) -> Iterator[QWidget]:
    """Return the stops that come before a widget, the nearest first."""
    for parent, place, parts in _ways_up(now, within):
        for each in reversed(parts[:place]):
            if each.isVisible():
                yield from _backwards(each)
        if takes_keys(parent):
            yield parent


def _ways_up(widget: QWidget, within: QWidget) -> Iterator[tuple[QWidget, int, list[QWidget]]]:
    """Give each widget that one stands in, up to a whole, with its place among the parts of that."""
    while widget is not within and (parent := widget.parentWidget()) is not None:
        parts = _parts(parent)
        yield parent, parts.index(widget), parts
        widget = parent


def takes_keys(widget: QWidget) -> bool:
    """Say whether the Tab key can stop at a widget now."""
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _parts(widget: QWidget) -> list[QWidget]:
    """Return the widgets within one, as they are read."""
    first: list[QWidget] = []
    if isinstance(widget, QMainWindow):
        first = [each for each in (widget.centralWidget(),) if each is not None]
    elif isinstance(widget, QSplitter):
        first = [each for place in range(widget.count()) if (each := widget.widget(place)) is not None]
    else:
        first = laid_out_in(widget)
    known = set(first)
    others = [each for each in _children(widget) if each not in known]
    return [*first, *sorted(others, key=lambda each: (each.y(), each.x()))]


def laid_out_in(widget: QWidget) -> list[QWidget]:
    """Return what stands in the layout of a widget, in its order."""
    layout = widget.layout()
    return [] if layout is None else list(_laid_out(layout, _children(widget)))


def _children(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow()]


def _laid_out(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Return those of some widgets that stand in a layout, in its order.

    It never asks a layout for its items: Python would keep them, and take what comes to lie there later for them.
    """
    found: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    found += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    standing = [(_position(layout, place), each) for place, each in found if place >= 0]
    for _, each in sorted(standing, key=lambda pair: pair[0]):
        if isinstance(each, QLayout):
            yield from _laid_out(each, widgets)
        else:
            yield each


def _position(layout: QLayout, place: int) -> tuple[int, int]:
    """Return row and column of a place."""
    if not isinstance(layout, QGridLayout):
        return place, 0
    found: object = layout.getItemPosition(place)
    assert isinstance(found, tuple)
    return found[0], found[1]
