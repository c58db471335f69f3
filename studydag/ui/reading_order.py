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
        first = list(_laid_out(layout)) if layout is not None else []
    known = set(first)
    others = [
        each for each in widget.children() if isinstance(each, QWidget) and not each.isWindow() and each not in known
    ]
    return [*first, *sorted(others, key=lambda each: (each.y(), each.x()))]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: _cell(layout, place))
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _cell(grid: QGridLayout, place: int) -> tuple[int, int]:
    found: object = grid.getItemPosition(place)
    assert isinstance(found, tuple)
    return found[0], found[1]
