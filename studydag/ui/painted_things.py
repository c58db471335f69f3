"""A widget that paints things, and makes them known to assistive technology: a list with an item for each of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

Key = TypeVar("Key", bound=Hashable)
"""What tells a thing from the others: a reference, or an id."""

PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
MENU = QAccessibleActionInterface.showMenuAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
LONGER = QAccessibleActionInterface.increaseAction()
SHORTER = QAccessibleActionInterface.decreaseAction()


class PaintedThings(QWidget, Generic[Key]):
    """Paints things that can be walked through and chosen; `chosen` is what is selected, `current` what keys work on.

    What is painted is asked for by the methods here, so that what reads it out is never out of date. Where `several`
    can be selected, or where the selection is kept elsewhere, `is_chosen` and `works_on` say it.
    """

    several: ClassVar[bool] = False
    chosen: Key | None
    current: Key | None
    accessible: object | None = None

    def ids(self) -> tuple[Key, ...]:
        """Return all things in the order in which they are read out."""
        raise NotImplementedError

    def rect_of(self, key: Key) -> QRectF | None:
        """Return where a thing stands on the widget."""
        raise NotImplementedError

    def id_at(self, point: QPointF) -> Key | None:
        """Return which thing is seen at a point of the widget."""
        raise NotImplementedError

    def name_of(self, key: Key) -> str:
        """Return what a thing is read out as."""
        raise NotImplementedError

    def details_of(self, key: Key) -> str:  # noqa: ARG002 - of most the name says all
        """Return what more is read out of a thing on request."""
        return ""

    def is_chosen(self, key: Key) -> bool:
        """Whether a thing is selected."""
        return key == self.chosen

    def works_on(self) -> Key | None:
        """Return the thing that keys work on."""
        return self.current

    def typed_over(self) -> QWidget | None:
        """Return where something is being typed over a thing, if it is."""
        return None

    def choose(self, key: Key | None) -> None:
        """Select a thing, or none."""
        raise NotImplementedError

    def go_to(self, key: Key) -> None:
        """Let the keys work on a thing, and bring it into view."""
        raise NotImplementedError

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a thing without keys, by the name of the action, in the user's language."""
        raise NotImplementedError

    def ask_menu(self, key: Key, at: QPoint) -> None:
        """Show the menu of a thing at a place of the screen."""
        raise NotImplementedError

    def do(self, key: Key, action: str, at: QPoint) -> None:
        """Do one of the actions that are offered with a thing, whose middle is at a place of the screen."""
        self.setFocus()
        if action == FOCUS:
            self.go_to(key)
            return
        self.choose(key)
        if action == MENU:
            self.ask_menu(key, at)


@cache
def install() -> None:
    """Let Qt ask us about painted things, from now on and once."""
    QAccessible.installFactory(_interface_for)


def tell_focus(canvas: PaintedThings[Any]) -> None:
    """Say which thing the keys work on now."""
    ids = canvas.ids()
    current = canvas.works_on()
    if QAccessible.isActive() and canvas.hasFocus() and current in ids:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(ids.index(current))
        QAccessible.updateAccessibility(event)


def tell_change(canvas: PaintedThings[Any]) -> None:
    """Say that other things are chosen, or that they changed."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.SelectionWithin))


def forget(canvas: PaintedThings[Any]) -> None:
    """Let go of the items of things that are gone."""
    interface = QAccessible.queryAccessibleInterface(canvas) if QAccessible.isActive() else None
    if isinstance(interface, PictureInterface):
        interface.forget()


class ThingInterface(QAccessibleWidget):
    """One thing. It asks the canvas for everything, so that it is never out of date.

    It is made on the canvas only because that gives it Qt's own table of actions: Python can't lend it another.
    """

    def __init__(self, canvas: PaintedThings[Any], key: Hashable) -> None:
        """Stand for a thing."""
        super().__init__(canvas, QAccessible.Role.ListItem)
        self.canvas = canvas
        self.key = key

    def isValid(self) -> bool:
        """Whether canvas and thing are still there."""
        return shiboken6.isValid(self.canvas) and self.key in self.canvas.ids()

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return nothing: no object of Qt's stands behind it."""
        return None

    def parent(self) -> QAccessibleInterface:
        """Return the canvas."""
        return QAccessible.queryAccessibleInterface(self.canvas)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002 - Qt's
        """Return nothing: it has no parts."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002 - Qt's
        """Return nothing."""
        return None

    def childCount(self) -> int:
        """Return none."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:  # noqa: ARG002 - Qt's
        """Return that it isn't there."""
        return -1

    def relations(self, match: Any = None) -> list[Any]:  # noqa: ARG002 - Qt's
        """Return none: its name says with what it is linked."""
        return []

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def state(self) -> QAccessible.State:
        """Return whether it is selected, whether it has the focus, and whether it can be seen."""
        state = QAccessible.State()
        state.selectable = state.focusable = True
        state.multiSelectable = self.canvas.several
        state.selected = self.canvas.is_chosen(self.key)
        state.focused = self.canvas.hasFocus() and self.key == self.canvas.works_on()
        state.offscreen = not self.canvas.visibleRegion().intersects(self._rect())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return what is read out: all that matters in one line, and what more there is to know."""
        if kind == QAccessible.Text.Name:
            return self.canvas.name_of(self.key)
        return self.canvas.details_of(self.key) if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a thing is changed by its form."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        rect = self._rect()
        return QRect(self.canvas.mapToGlobal(rect.topLeft()), rect.size())

    def _rect(self) -> QRect:
        rect = self.canvas.rect_of(self.key)
        return QRect() if rect is None else rect.toRect()

    # -- what can be done with it

    def actionNames(self) -> list[str]:
        """Return what can be done with it without keys: select it, come to it, open its menu, or more."""
        return list(self.canvas.offers())

    def localizedActionDescription(self, name: str) -> str:
        """Return what an action does, in the user's language."""
        return self.canvas.offers().get(name, "")

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: ARG002 - Qt's
        """Return none: the keys are those of the canvas."""
        return []

    def doAction(self, actionName: str) -> None:
        """Do it once the asker has its answer: what follows may take long, or close what was asked."""
        QTimer.singleShot(0, self.canvas, lambda: self._do(actionName))

    def _do(self, name: str) -> None:
        if self.isValid():
            self.canvas.do(self.key, name, self.rect().center())


class PictureInterface(QAccessibleWidget):
    """The picture, as a list of things."""

    def __init__(self, canvas: PaintedThings[Any]) -> None:
        """Stand for a canvas."""
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        self._items: dict[Hashable, tuple[ThingInterface, int]] = {}

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called; Qt asks for it as it was when this was made."""
        return self.canvas.accessibleName() if kind == QAccessible.Text.Name else super().text(kind)

    def childCount(self) -> int:
        """Return the number of things, and one more while something is typed over one."""
        return len(self.canvas.ids()) + (self.canvas.typed_over() is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a thing by its place; last comes what is typed over one."""
        ids, typed_over = self.canvas.ids(), self.canvas.typed_over()
        if index == len(ids) and typed_over is not None:
            return QAccessible.queryAccessibleInterface(typed_over)
        return self._item(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a thing, or of what is typed over one."""
        ids, typed_over = self.canvas.ids(), self.canvas.typed_over()
        if isinstance(child, ThingInterface):
            return ids.index(child.key) if child.key in ids else -1
        return len(ids) if typed_over is not None and child.object() is typed_over else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is at a place of the screen: a thing, or what is typed over it."""
        typed_over = self.canvas.typed_over()
        if typed_over is not None and typed_over.rect().contains(typed_over.mapFromGlobal(QPoint(x, y))):
            return QAccessible.queryAccessibleInterface(typed_over)
        key = self.canvas.id_at(self.canvas.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if key is None else self._item(key)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the thing that the keys work on, or the line in which they type."""
        current, typed_over = self.canvas.works_on(), self.canvas.typed_over()
        typed_in = QApplication.focusWidget()
        if typed_over is not None and typed_in is not None and typed_over.isAncestorOf(typed_in):
            return QAccessible.queryAccessibleInterface(typed_in)
        if current is None or not self.canvas.hasFocus() or current not in self.canvas.ids():
            return None
        return self._item(current)

    def forget(self) -> None:
        """Let go of the items of things that are gone."""
        self._let_go(set(self._items).difference(self.canvas.ids()))

    def release(self) -> None:
        """Let go of all items: the canvas goes."""
        self._let_go(set(self._items))

    def _let_go(self, keys: set[Hashable]) -> None:
        for key in keys:
            # Qt deletes the item, so it has to live until then: by its number Qt would find what Python freed.
            item, number = self._items[key]
            QAccessible.deleteAccessibleInterface(number)
            del self._items[key], item

    def _item(self, key: Hashable) -> ThingInterface:
        if key not in self._items:
            item = ThingInterface(self.canvas, key)
            self._items[key] = item, QAccessible.registerAccessibleInterface(item)
        return self._items[key][0]


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, PaintedThings):
        return None
    interface = PictureInterface(thing)
    thing.accessible = interface
    thing.destroyed.connect(interface.release)
    return interface
