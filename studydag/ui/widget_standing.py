"""What stands in widgets and nowhere else: open tabs, filters, selected rows, how far was scrolled, where the keys are.

After another language, size or brightness the same widgets are built again; these make them stand as before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStackedWidget,
    QTabBar,
    QWidget,
)

from studydag.ui.fields.field import Field
from studydag.ui.fields.still_box import StillBox
from studydag.ui.tables.thing_table import ThingTable

Path = tuple[tuple[str, int], ...]
"""The way to a widget from above: classes, and which of that class in the order in which they were made."""
Scrolled = tuple[tuple[int, int], tuple[int, int]]
"""Where the bars below and beside something stand, each with its end."""


@dataclass(frozen=True, slots=True)
class WidgetStanding:
    """What stands in the widgets within one, by the way to each."""

    tabs: dict[Path, int] = field(default_factory=dict)
    words: dict[Path, str] = field(default_factory=dict)
    choices: dict[Path, int] = field(default_factory=dict)
    rows: dict[Path, int] = field(default_factory=dict)
    scrolled: dict[Path, Scrolled] = field(default_factory=dict)
    keys: Path = ()
    typing: Typing | None = None


@dataclass(frozen=True, slots=True)
class Typing:
    """Where in a text someone types: before which character, and in which column, where it is the cell of a list."""

    cursor: int
    column: int | None = None


def typing_in(focused: QWidget | None) -> Typing | None:
    """Return where in a text someone types, if that is what has the keys."""
    cursor = _cursor_in(focused)
    if focused is None or cursor is None:
        return None
    above = focused.parentWidget()
    while above is not None and not isinstance(above, QAbstractItemView):
        above = above.parentWidget()
    return Typing(cursor, None if above is None else above.currentIndex().column())


def standing_of(within: QWidget, keys: QWidget | None = None, typing: Typing | None = None) -> WidgetStanding:
    """Return how everything stands that is within a widget, of which one may have the keys, and where someone types.

    Fields of forms are left out: what they say is kept.
    """
    to_keys: Path = ()
    found = WidgetStanding()
    for path, each in _ways(within, ()):
        if keys is not None and (each is keys or each.isAncestorOf(keys)):
            to_keys = path
        if isinstance(each, QTabBar):
            found.tabs[path] = each.currentIndex()
        elif isinstance(each, QLineEdit):
            if each.isClearButtonEnabled() and each.text():
                found.words[path] = each.text()
        elif isinstance(each, StillBox):
            found.choices[path] = each.currentIndex()
        elif isinstance(each, QAbstractScrollArea):
            if isinstance(each, ThingTable) and each.selected_ids:
                found.rows[path] = each.selected_ids[0]
            bars = (each.horizontalScrollBar(), each.verticalScrollBar())
            if any(bar.value() for bar in bars):
                across, down = ((bar.value(), bar.maximum()) for bar in bars)
                found.scrolled[path] = (across, down)
    return replace(found, keys=to_keys, typing=typing if to_keys else None)


def stand_as(within: QWidget, standing: WidgetStanding) -> None:
    """Let what is within a widget stand as it did in one like it; rows, and how far was scrolled, by `scroll_as`."""
    for path, each in _ways(within, ()):
        if isinstance(each, QTabBar):
            place = standing.tabs.get(path, -1)
            if 0 <= place < each.count() and each.isTabVisible(place):
                each.setCurrentIndex(place)
        elif isinstance(each, QLineEdit):
            if path in standing.words:
                each.setText(standing.words[path])
        elif isinstance(each, StillBox):
            place = standing.choices.get(path, -1)
            if 0 <= place < each.count():
                each.setCurrentIndex(place)


def give_keys_as(within: QWidget, standing: WidgetStanding) -> bool:
    """Give the keys to what had them in a widget like this one; return whether there is such a thing."""
    found = next((each for path, each in _ways(within, ()) if path == standing.keys), None)
    taking = None if found is None else found.focusProxy() or found
    if taking is None or taking.focusPolicy() == Qt.FocusPolicy.NoFocus or not taking.isVisible():
        return False
    taking.setFocus(Qt.FocusReason.OtherFocusReason)
    return standing.typing is None or _type_on(taking, standing.typing)


def _type_on(taking: QWidget, typing: Typing) -> bool:
    """Put the cursor where it was, in the cell that was edited if it was one; return whether that could be done."""
    if typing.column is not None and isinstance(taking, QAbstractItemView):
        index = taking.currentIndex().siblingAtColumn(typing.column)
        if not index.isValid():
            # The row is selected once it is there.
            return False
        taking.setCurrentIndex(index)
        taking.edit(index)
        editor = taking.indexWidget(index) or taking
        taking = editor.focusProxy() or editor
    if isinstance(taking, QLineEdit):
        taking.deselect()
        taking.setCursorPosition(typing.cursor)
    elif isinstance(taking, QPlainTextEdit):
        cursor = taking.textCursor()
        cursor.setPosition(min(typing.cursor, len(taking.toPlainText())))
        taking.setTextCursor(cursor)
    return True


def _cursor_in(text: QWidget | None) -> int | None:
    if isinstance(text, QLineEdit):
        return text.cursorPosition()
    return text.textCursor().position() if isinstance(text, QPlainTextEdit) else None


def scroll_as(within: QWidget, standing: WidgetStanding) -> bool:
    """Select rows again, and scroll everything to where it was; with larger letters to the same share of the way.

    Return whether all could be done: rows come when their table is seen, and what is scrolled grows.
    """
    if not (standing.scrolled or standing.rows) or not shiboken6.isValid(within):
        return True
    all_done = True
    for path, each in _ways(within, ()):
        if isinstance(each, ThingTable) and path in standing.rows and not each.selected_ids:
            each.choose(standing.rows[path])
            all_done &= bool(each.selected_ids)
        if isinstance(each, QAbstractScrollArea) and path in standing.scrolled:
            across, down = standing.scrolled[path]
            all_done &= _scroll(each.horizontalScrollBar(), *across)
            all_done &= _scroll(each.verticalScrollBar(), *down)
    return all_done


def _scroll(bar: QScrollBar, value: int, end: int) -> bool:
    if value:
        bar.setValue(value if end == bar.maximum() else round(bar.maximum() * value / max(end, 1)))
    return not value or bar.value() > 0


def _ways(within: QWidget, path: Path) -> Iterator[tuple[Path, QWidget]]:
    numbers: Counter[str] = Counter()
    children = within.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(within, QStackedWidget):
        # The one in view is raised, and so comes after the others.
        children.sort(key=within.indexOf)
    for child in children:
        if child.isWindow():
            continue
        name = type(child).__name__
        way = (*path, (name, numbers[name]))
        numbers[name] += 1
        yield way, child
        if not isinstance(child, Field):
            yield from _ways(child, way)
