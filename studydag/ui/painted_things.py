"""A widget that paints things, and makes them known to assistive technology: a list with an item for each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from studydag.model.values.references import Reference

PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
MENU = QAccessibleActionInterface.showMenuAction()


class PaintedThings(QWidget):
    """Paints things that can be walked through and chosen; `chosen` is what is selected, `current` what keys work on.

    What is painted is asked for by the methods here, so that what reads it out is never out of date.
    """

    chosen: Reference | None
    current: Reference | None
    accessible: object | None = None

    def ids(self) -> tuple[Reference, ...]:
        """Return all things in the order in which they are read out."""
        raise NotImplementedError

    def rect_of(self, reference: Reference) -> QRectF | None:
        """Return where a thing stands on the widget."""
        raise NotImplementedError

    def id_at(self, point: QPointF) -> Reference | None:
        """Return which thing is seen at a point of the widget."""
        raise NotImplementedError

    def name_of(self, reference: Reference) -> str:
        """Return what a thing is read out as."""
        raise NotImplementedError

    def choose(self, reference: Reference | None) -> None:
        """Select a thing, or none."""
        raise NotImplementedError

    def go_to(self, reference: Reference) -> None:
        """Let the keys work on a thing, and bring it into view."""
        raise NotImplementedError

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a thing without keys, by the name of the action, in the user's language."""
        raise NotImplementedError

    def ask_menu(self, reference: Reference, at: QPoint) -> None:
        """Show the menu of a thing at a place of the screen."""
        raise NotImplementedError


@cache
def install() -> None:
    """Let Qt ask us about painted things, from now on and once."""
    QAccessible.installFactory(_interface_for)


def tell_focus(canvas: PaintedThings) -> None:
    """Say which thing the keys work on now."""
    ids = canvas.ids()
    if QAccessible.isActive() and canvas.hasFocus() and canvas.current in ids:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(ids.index(canvas.current))
        QAccessible.updateAccessibility(event)


def tell_change(canvas: PaintedThings) -> None:
    """Say that another thing is chosen."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.SelectionWithin))


def forget(canvas: PaintedThings) -> None:
    """Let go of the items of things that are gone."""
    interface = QAccessible.queryAccessibleInterface(canvas) if QAccessible.isActive() else None
    if isinstance(interface, PictureInterface):
        interface.forget()


class KnotInterface(QAccessibleWidget):
    """One thing. It asks the canvas for everything, so that it is never out of date.

    It is made on the canvas only because that gives it Qt's own table of actions: Python can't lend it another.
    """

    def __init__(self, canvas: PaintedThings, reference: Reference) -> None:
        """Stand for a thing."""
        super().__init__(canvas, QAccessible.Role.ListItem)
        self.canvas = canvas
        self.reference = reference

    def isValid(self) -> bool:
        """Whether canvas and thing are still there."""
        return shiboken6.isValid(self.canvas) and self.reference in self.canvas.ids()

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
        state.selected = self.reference == self.canvas.chosen
        state.focused = self.canvas.hasFocus() and self.reference == self.canvas.current
        state.offscreen = not self.canvas.visibleRegion().intersects(self._rect())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return what is read out."""
        return self.canvas.name_of(self.reference) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a thing is changed by its form."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        rect = self._rect()
        return QRect(self.canvas.mapToGlobal(rect.topLeft()), rect.size())

    def _rect(self) -> QRect:
        rect = self.canvas.rect_of(self.reference)
        return QRect() if rect is None else rect.toRect()

    # -- what can be done with it

    def actionNames(self) -> list[str]:
        """Return what can be done with it without keys: select it, come to it, open its menu."""
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
        if not self.isValid():
            return
        self.canvas.setFocus()
        if name == FOCUS:
            self.canvas.go_to(self.reference)
            return
        self.canvas.choose(self.reference)
        if name == MENU:
            self.canvas.ask_menu(self.reference, self.rect().center())


class PictureInterface(QAccessibleWidget):
    """The picture, as a list of things."""

    def __init__(self, canvas: PaintedThings) -> None:
        """Stand for a canvas."""
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        self._items: dict[Reference, tuple[KnotInterface, int]] = {}

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called; Qt asks for it as it was when this was made."""
        return self.canvas.accessibleName() if kind == QAccessible.Text.Name else super().text(kind)

    def childCount(self) -> int:
        """Return the number of things."""
        return len(self.canvas.ids())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a thing by its place."""
        ids = self.canvas.ids()
        return self._item(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a thing."""
        ids = self.canvas.ids()
        return ids.index(child.reference) if isinstance(child, KnotInterface) and child.reference in ids else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the thing at a place of the screen."""
        reference = self.canvas.id_at(self.canvas.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if reference is None else self._item(reference)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the thing that the keys work on."""
        current = self.canvas.current
        if current is None or not self.canvas.hasFocus() or current not in self.canvas.ids():
            return None
        return self._item(current)

    def forget(self) -> None:
        """Let go of the items of things that are gone."""
        self._let_go(set(self._items).difference(self.canvas.ids()))

    def release(self) -> None:
        """Let go of all items: the canvas goes."""
        self._let_go(set(self._items))

    def _let_go(self, references: set[Reference]) -> None:
        for reference in references:
            # Qt deletes the item, so it has to live until then: by its number Qt would find what Python freed.
            item, number = self._items[reference]
            QAccessible.deleteAccessibleInterface(number)
            del self._items[reference], item

    def _item(self, reference: Reference) -> KnotInterface:
        if reference not in self._items:
            item = KnotInterface(self.canvas, reference)
            self._items[reference] = item, QAccessible.registerAccessibleInterface(item)
        return self._items[reference][0]


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, PaintedThings):
        return None
    interface = PictureInterface(thing)
    thing.accessible = interface
    thing.destroyed.connect(interface.release)
    return interface
