"""What a widget is to assistive technology, where Qt would call it a mere filler, or a tick box what unfolds a part."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Final

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

PROPERTY: Final = "spokenAs"
"""The property of a widget that holds it."""
PRESS = QAccessibleActionInterface.pressAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
SHOW_MENU = QAccessibleActionInterface.showMenuAction()


class SpokenAs(Enum):
    """What a widget can be."""

    LIST = "list"
    LIST_ITEM = "list item"
    DOCUMENT = "document"
    WINDOW = "window"
    GROUP = "group"
    HEADING = "heading"
    FILLER = "filler"
    BUTTON = "button"
    TICK_BOX = "tick box"
    MENU = "menu"
    FOLD = "fold"
    ONE_OF_MANY = "one of many"


_ROLES: Final = {
    SpokenAs.LIST: QAccessible.Role.List,
    SpokenAs.LIST_ITEM: QAccessible.Role.ListItem,
    SpokenAs.DOCUMENT: QAccessible.Role.Document,
    SpokenAs.WINDOW: QAccessible.Role.Window,
    SpokenAs.GROUP: QAccessible.Role.Grouping,
    SpokenAs.HEADING: QAccessible.Role.Heading,
    SpokenAs.FILLER: QAccessible.Role.Client,
    SpokenAs.BUTTON: QAccessible.Role.Button,
    SpokenAs.TICK_BOX: QAccessible.Role.CheckBox,
    SpokenAs.MENU: QAccessible.Role.ButtonMenu,
    SpokenAs.FOLD: QAccessible.Role.Button,
    SpokenAs.ONE_OF_MANY: QAccessible.Role.RadioButton,
}


def speak_as(widget: QWidget, kind: SpokenAs) -> None:
    """Let a widget be known as something else than Qt takes it for."""
    install()
    known = QAccessible.queryAccessibleInterface(widget) if QAccessible.isActive() else None
    if known is not None and not isinstance(known, Spoken):
        # The first text on a button is told of already. What is of Python may only go with its widget.
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    widget.setProperty(PROPERTY, kind.value)


@cache
def install() -> None:
    """Let Qt ask us about widgets, from now on and once."""
    QAccessible.installFactory(_interface_for)


class Spoken(QAccessibleWidget):
    """A widget that we speak for: nothing but its role is another."""


class SpokenButton(Spoken):
    """A button that unfolds, is one of many, or has a tip that says no more than what stands on it."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role, *, unfolds: bool = False) -> None:
        """Stand for a button."""
        super().__init__(button, role)
        self._button = button
        self._unfolds = unfolds

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called, and what else its tip says."""
        name = self._button.accessibleName() or plain(self._button.text())
        if kind == QAccessible.Text.Name:
            return name
        if kind == QAccessible.Text.Description:
            return self._button.accessibleDescription() or beyond(self._button.toolTip(), name)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """Return whether it is unfolded, chosen, pressed or the one that Enter presses."""
        state = super().state()
        button = self._button
        if self._unfolds:
            state.expandable = True
            state.expanded, state.collapsed = button.isChecked(), not button.isChecked()
        elif button.isCheckable():
            state.checkable, state.checked = True, button.isChecked()
        state.pressed = button.isDown()
        if isinstance(button, QPushButton):
            state.defaultButton = button.isDefault()
        return state

    def actionNames(self) -> list[str]:
        """Return what can be done with it."""
        if not self._button.isEnabled():
            return []
        toggles = [TOGGLE] if self._button.isCheckable() and not self._unfolds else []
        return [*toggles, PRESS, FOCUS]

    def doAction(self, actionName: str) -> None:
        """Do it once the asker has its answer: a press may open a dialog, or close what was asked."""
        button = self._button
        does: Callable[[], object] = button.setFocus if actionName == FOCUS else button.click
        if button.isEnabled():
            QTimer.singleShot(0, button, does)

    def keyBindingsForAction(self, actionName: str) -> list[str]:
        """Return the keys that press it."""
        keys = self._button.shortcut().toString()
        return [keys] if keys and actionName != FOCUS else []


class MenuButton(SpokenButton):
    """A button with a menu, which is within it as long as it is open: Qt tells of no menu that stands by itself."""

    def __init__(self, button: QPushButton | QToolButton) -> None:
        """Stand for a button."""
        super().__init__(button, _ROLES[SpokenAs.MENU])
        self._opener = button

    @property
    def _open_menu(self) -> QMenu | None:
        menu = self._opener.menu() if shiboken6.isValid(self._opener) else None
        return menu if isinstance(menu, QMenu) and menu.isVisible() else None

    def state(self) -> QAccessible.State:
        """Return that it has a menu."""
        state = super().state()
        state.hasPopup = True
        return state

    def childCount(self) -> int:
        """Return whether the menu is open."""
        return int(self._open_menu is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the open menu."""
        menu = self._open_menu
        if menu is None or index != 0:
            return None
        if not menu.accessibleName():
            # Else it is called as the program is.
            menu.setAccessibleName(self.text(QAccessible.Text.Name))
        return QAccessible.queryAccessibleInterface(menu)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of the menu."""
        return 0 if self._open_menu is not None and child.object() is self._open_menu else -1

    def actionNames(self) -> list[str]:
        """Return that the menu can be opened."""
        return [SHOW_MENU, FOCUS] if self._opener.isEnabled() else []

    def doAction(self, actionName: str) -> None:
        """Open the menu once the asker has its answer: it stays until it is closed."""
        button = self._opener
        does: Callable[[], object] = button.setFocus if actionName == FOCUS else button.showMenu
        if button.isEnabled():
            QTimer.singleShot(0, button, does)


def plain(text: str) -> str:
    """Return the text of a button without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def beyond(tip: str, name: str) -> str:
    """Return what a tip says that the name doesn't: `Delete (Del)` says of Delete only its key."""
    if tip == name:
        return ""
    before, _, after = tip.partition(" (")
    return after.removesuffix(")") if before == name and after.endswith(")") else tip


def tell_unfolded(button: QAbstractButton) -> None:
    """Say that a part was unfolded or folded."""
    if QAccessible.isActive():
        from PySide6.QtGui import QAccessibleStateChangeEvent

        changed = QAccessible.State()
        changed.expanded = changed.collapsed = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(button, changed))


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    made = _made_for(thing) if isinstance(thing, QWidget) else None
    if made is not None:

        def keep() -> object:
            return made

        # Qt deletes it with its widget: as long as that is connected, Python doesn't.
        thing.destroyed.connect(keep)
    return made


def _made_for(widget: QWidget) -> Spoken | None:
    wanted = widget.property(PROPERTY)
    kind = SpokenAs(wanted) if wanted else None
    if isinstance(widget, (QPushButton, QToolButton)) and (kind is SpokenAs.MENU or widget.menu() is not None):
        return MenuButton(widget)
    if isinstance(widget, QAbstractButton):
        if kind is not None:
            return SpokenButton(widget, _ROLES[kind], unfolds=kind is SpokenAs.FOLD)
        return SpokenButton(widget, _role_of(widget)) if _says_twice(widget) else None
    if kind is not None:
        return Spoken(widget, _ROLES[kind])
    built_on = next(each for each in type(widget).__mro__ if each.__module__.startswith("PySide6"))
    named = built_on is QScrollArea and bool(widget.accessibleName())
    return Spoken(widget, _ROLES[SpokenAs.GROUP]) if named else None


def _says_twice(button: QAbstractButton) -> bool:
    """Say whether the tip of a button begins as its name does."""
    if not isinstance(button, (QPushButton, QToolButton)):
        return False
    name, tip = button.accessibleName() or plain(button.text()), button.toolTip()
    return bool(name) and beyond(tip, name) != tip


def _role_of(button: QAbstractButton) -> QAccessible.Role:
    return QAccessible.Role.CheckBox if button.isCheckable() else QAccessible.Role.Button
