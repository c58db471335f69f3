"""What assistive technology is told of a widget, and which widgets the keys can reach."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QLabel, QWidget

from tests.ui.windows import in_view

SYMBOLS = frozenset("+-−–×↑↓←→▾▸…·✓0123456789 ")


def reachable(within: QWidget) -> Iterator[QWidget]:
    """Return what the Tab key can reach within a widget that is shown, whether it is on or off now."""
    for each in in_view(within, QWidget) if within.isVisible() else ():
        by_key = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None
        if by_key and not is_part_of_another(each):
            yield each


def is_part_of_another(widget: QWidget) -> bool:
    """Say whether a widget is only a part of another control: the line of a combo box, the viewport of a list."""
    parent = widget.parentWidget()
    if isinstance(parent, QComboBox):
        return True
    return widget.objectName().startswith("qt_") and isinstance(parent, QAbstractScrollArea)


def name_of(widget: QWidget) -> str:
    """Return what a widget is called: its own name, that of its label, or what stands on it."""
    return _name(widget, _labels(widget.window()))


def named(within: QWidget) -> list[tuple[QWidget, str]]:
    """Return what the Tab key can reach within a widget, each with its name: quicker than to ask for one at a time."""
    labels = _labels(within.window())
    return [(each, _name(each, labels)) for each in reachable(within)]


def _labels(window: QWidget) -> dict[QWidget, str]:
    """Return the text of the first label in view of each widget that has one."""
    labels = [(each.buddy(), each.text()) for each in in_view(window, QLabel)]
    return {buddy: text for buddy, text in reversed(labels) if buddy is not None}


def _name(widget: QWidget, labels: Mapping[QWidget, str]) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    if widget in labels:
        return labels[widget]
    if isinstance(widget, QComboBox):
        return ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Name)


def says_something(name: str, widget: QWidget) -> bool:
    """Say whether a name is one: not empty, no lone symbol, not the name of a class."""
    classes = {each.__name__ for each in type(widget).__mro__ if each.__name__.startswith("Q")}
    return bool(set(name) - SYMBOLS) and name not in classes
