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
    QTabWidget,
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
    CHART = "chart"


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
    SpokenAs.CHART: QAccessible.Role.Chart,
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
    """A widget that we speak for: its role may be another, and it has no keys that it leads on to what it holds."""

    def __init__(self, widget: QWidget, role: QAccessible.Role) -> None:
        """Stand for a widget, which is `role` unless it is said to be something else."""
        super().__init__(widget, role)
        self._widget = widget
        self._role = role

    @property
    def kind(self) -> SpokenAs | None:
        """What it is said to be; that may come after it was first told of."""
        wanted = self._widget.property(PROPERTY) if shiboken6.isValid(self._widget) else None
        return SpokenAs(wanted) if wanted else None

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return self._role if self.kind is None else _ROLES[self.kind]

    def state(self) -> QAccessible.State:
        """Return how it is."""
        state = super().state()
        if shiboken6.isValid(self._widget) and self._widget.focusProxy() is not None:
            state.focusable = state.focused = False
        return state


class SpokenButton(Spoken):
    """A button that unfolds, is one of many, opens a menu, or has a tip that says no more than what stands on it.

    An open menu is within it: Qt tells of no menu that stands by itself.
    """

    def __init__(self, button: QAbstractButton) -> None:
        """Stand for a button."""
        super().__init__(button, QAccessible.Role.Button)
        self._button = button

    @property
    def _unfolds(self) -> bool:
        return self.kind is SpokenAs.FOLD

    @property
    def _opener(self) -> QPushButton | QToolButton | None:
        """The button, if it has a menu."""
        button = self._button
        if not shiboken6.isValid(button) or not isinstance(button, (QPushButton, QToolButton)):
            return None
        return button if self.kind is SpokenAs.MENU or button.menu() is not None else None

    @property
    def _open_menu(self) -> QMenu | None:
        menu = None if self._opener is None else self._opener.menu()
        return menu if isinstance(menu, QMenu) and menu.isVisible() else None

    def role(self) -> QAccessible.Role:
        """Return what it is: of what it can do if nothing else was said."""
        if self._opener is not None:
            return QAccessible.Role.ButtonMenu
        ticks = self.kind is None and shiboken6.isValid(self._button) and self._button.isCheckable()
        return QAccessible.Role.CheckBox if ticks else super().role()

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called, and what else its tip says."""
        name = self._button.accessibleName() or plain(self._button.text())
        if kind == QAccessible.Text.Name:
            return name
        if kind == QAccessible.Text.Description:
            return self._button.accessibleDescription() or beyond(self._button.toolTip(), name)
        return super().text(kind)

    def state(self) -> QAccessible.State:
        """Return whether it is unfolded, chosen, pressed, the one that Enter presses, or has a menu."""
        state = super().state()
        button = self._button
        if self._unfolds:
            state.expandable = True
            state.expanded, state.collapsed = button.isChecked(), not button.isChecked()
        elif button.isCheckable():
            state.checkable, state.checked = True, button.isChecked()
        state.pressed = button.isDown()
        state.hasPopup = self._opener is not None
        if isinstance(button, QPushButton):
            state.defaultButton = button.isDefault()
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
        """Return what can be done with it."""
        if not self._button.isEnabled():
            return []
        if self._opener is not None:
            return [SHOW_MENU, FOCUS]
        toggles = [TOGGLE] if self._button.isCheckable() and not self._unfolds else []
        return [*toggles, PRESS, FOCUS]

    def doAction(self, actionName: str) -> None:
        """Do it once the asker has its answer: a press may open a dialog or a menu, or close what was asked."""
        button, opener = self._button, self._opener
        does: Callable[[], object] = button.click if opener is None else opener.showMenu
        if button.isEnabled():
            QTimer.singleShot(0, button, button.setFocus if actionName == FOCUS else does)

    def keyBindingsForAction(self, actionName: str) -> list[str]:
        """Return the keys that press it."""
        keys = self._button.shortcut().toString()
        return [keys] if keys and actionName != FOCUS else []


def plain(text: str) -> str:
    """Return the text of a button without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def beyond(tip: str, name: str) -> str:
    """Return what a tip says that the name doesn't: `Delete (Del)` says of Delete, or Delete: People, only its key.

    Of a button that tells after its own name what is chosen, a tip that is just that says nothing.
    """
    if name == tip or name.startswith(f"{tip}:") or name.endswith(f": {tip}"):
        return ""
    before, _, after = tip.partition(" (")
    said = name == before or name.startswith(f"{before}:")
    return after.removesuffix(")") if said and after.endswith(")") else tip


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
    if isinstance(widget, QAbstractButton) and (kind is not None or _is_ours(widget)):
        return SpokenButton(widget)
    if kind is not None:
        return Spoken(widget, _ROLES[kind])
    built_on = next(each for each in type(widget).__mro__ if each.__module__.startswith("PySide6"))
    if built_on is QScrollArea and widget.accessibleName():
        return Spoken(widget, _ROLES[SpokenAs.GROUP])
    leads_on = built_on in {QWidget, QTabWidget} and widget.focusProxy() is not None
    return Spoken(widget, _ROLES[SpokenAs.FILLER]) if leads_on else None


def _is_ours(button: QAbstractButton) -> bool:
    """Say whether a button is a tool button, opens a menu, or has a tip that begins as its name does.

    What the tip of a tool button says may come later, as that of an action does. Of others no more may be asked for:
    who makes one with its text is asked while it is half made, and what Python then speaks for ends the program later.
    """
    if isinstance(button, QToolButton):
        return True
    if not isinstance(button, QPushButton):
        return False
    name, tip = button.accessibleName() or plain(button.text()), button.toolTip()
    return button.menu() is not None or (bool(name) and beyond(tip, name) != tip)
