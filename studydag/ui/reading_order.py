"""The order in which the Tab key goes through a window: that of reading, whatever was made first.

Qt's own order is that in which widgets were made, so what comes late (a folded group, the card of a finding) would be
met last of all. Here layouts, splitters and places say it.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QMainWindow, QSplitter, QWidget


def stops(within: QWidget) -> Iterator[QWidget]:
    """Return what the Tab key stops at within a widget, in the order of reading."""
    if takes_keys(within):
        yield within
    for child in _parts(within):
        if child.isVisible():
            yield from stops(child)


def step(within: QWidget, *, forward: bool) -> bool:
    """Bring the keys to the next stop, or the one before; return whether there is another."""
    order = list(stops(within))
    now = QApplication.focusWidget()
    while now is not None and now not in order:
        # A part of a control, or what can't be reached by Tab: go on from what it stands in.
        now = now.parentWidget()
    if not order or order == [now]:
        return False
    place = order.index(now) if now is not None else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(place + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


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
        layout = widget.layout()
        first = [] if layout is None else list(_laid_out(layout, _children(widget)))
    known = set(first)
    others = [each for each in _children(widget) if each not in known]
    return [*first, *sorted(others, key=lambda each: (each.y(), each.x()))]


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
