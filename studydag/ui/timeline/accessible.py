"""Makes painted blocks known to assistive technology: a list with an item for each block, its focus and its changes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication

if TYPE_CHECKING:
    from studydag.ui.timeline.canvas import BlockCanvas

PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()
TOGGLE = QAccessibleActionInterface.toggleAction()
MENU = QAccessibleActionInterface.showMenuAction()
LONGER = QAccessibleActionInterface.increaseAction()
SHORTER = QAccessibleActionInterface.decreaseAction()


@cache
def install() -> None:
    """Let Qt ask us about our painted widgets, from now on and once."""
    QAccessible.installFactory(_interface_for)


def tell_focus(canvas: BlockCanvas) -> None:
    """Say which block the keys work on now."""
    ids = canvas.ids()
    if QAccessible.isActive() and canvas.selection.current in ids:
        event = QAccessibleEvent(canvas, QAccessible.Event.Focus)
        event.setChild(ids.index(canvas.selection.current))
        QAccessible.updateAccessibility(event)


def tell_change(canvas: BlockCanvas) -> None:
    """Say that other blocks are selected, or that they changed."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.SelectionWithin))


def forget(canvas: BlockCanvas) -> None:
    """Let go of the items of blocks that are gone."""
    interface = QAccessible.queryAccessibleInterface(canvas) if QAccessible.isActive() else None
    if isinstance(interface, CanvasInterface):
        interface.forget()


class BlockInterface(QAccessibleWidget):
    """One block. It asks the canvas for everything, so that it is never out of date.

    It is made on the canvas only because that gives it Qt's own table of actions: Python can't lend it another.
    """

    def __init__(self, canvas: BlockCanvas, block_id: int) -> None:
        """Stand for a block by its id."""
        super().__init__(canvas, QAccessible.Role.ListItem)
        self.canvas = canvas
        self.block_id = block_id

    def isValid(self) -> bool:
        """Whether canvas and block are still there."""
        return shiboken6.isValid(self.canvas) and self.block_id in self.canvas.ids()

    def object(self) -> QObject | None:  # type: ignore[override]
        """Return nothing: no object of Qt's stands behind a block."""
        return None

    def parent(self) -> QAccessibleInterface:
        """Return the canvas."""
        return QAccessible.queryAccessibleInterface(self.canvas)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # noqa: ARG002 - Qt's
        """Return nothing: a block has no parts."""
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
        """Return none."""
        return []

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return nothing."""
        return None

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the focus, and can be seen."""
        state = QAccessible.State()
        selection = self.canvas.selection
        state.selectable = state.focusable = state.multiSelectable = True
        state.selected = self.block_id in selection.ids
        state.focused = self.canvas.hasFocus() and self.block_id == selection.current
        state.offscreen = not self.canvas.visibleRegion().intersects(self._rect())
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return what is read out: all that matters in one line, and what more there is to know."""
        if kind == QAccessible.Text.Name:
            return self.canvas.name_of(self.block_id)
        return self.canvas.details_of(self.block_id) if kind == QAccessible.Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a block is changed by its form."""

    def rect(self) -> QRect:
        """Return where it is on the screen."""
        rect = self._rect()
        return QRect(self.canvas.mapToGlobal(rect.topLeft()), rect.size())

    def _rect(self) -> QRect:
        rect = self.canvas.rect_of(self.block_id)
        return QRect() if rect is None else rect.toRect()

    # -- what can be done with it

    def actionNames(self) -> list[str]:
        """Return what can be done with it without keys: select, edit, make longer or shorter, open its menu."""
        names = [PRESS, FOCUS, TOGGLE, MENU]
        return names if self.canvas.commands.workspace.library.read_only else [*names, LONGER, SHORTER]

    def localizedActionDescription(self, name: str) -> str:
        """Return what an action does, in the user's language."""
        _ = self.canvas.commands.workspace.language.gettext
        said = {
            PRESS: _("Select this block"),
            FOCUS: _("Select this block"),
            TOGGLE: _("Select this block as well, or no longer"),
            MENU: _("Show what can be done with this block"),
            LONGER: _("5 minutes longer"),
            SHORTER: _("5 minutes shorter"),
        }
        return said.get(name, "")

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: ARG002 - Qt's
        """Return none: the keys are those of the canvas."""
        return []

    def doAction(self, actionName: str) -> None:
        """Do it once the asker has its answer: what follows may take long, or close what was asked."""
        QTimer.singleShot(0, self.canvas, lambda: self._do(actionName))

    def _do(self, name: str) -> None:
        canvas = self.canvas
        if not self.isValid():
            return
        if name == TOGGLE:
            canvas.selection.toggle(self.block_id)
            return
        if name in {FOCUS, MENU}:
            canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        if name in {PRESS, FOCUS} or self.block_id not in canvas.selection.ids:
            canvas.selection.choose([self.block_id])
        canvas.show_block(self.block_id)
        if name == MENU:
            canvas.show_menu()
        elif name in {LONGER, SHORTER}:
            action = canvas.actions_of_blocks.longer if name == LONGER else canvas.actions_of_blocks.shorter
            action.trigger()


class CanvasInterface(QAccessibleWidget):
    """A canvas, as a list of blocks."""

    def __init__(self, canvas: BlockCanvas) -> None:
        """Stand for a canvas."""
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.canvas = canvas
        self._items: dict[int, tuple[BlockInterface, int]] = {}

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called; Qt asks for it as it was when this was made."""
        return self.canvas.accessibleName() if kind == QAccessible.Text.Name else super().text(kind)

    def childCount(self) -> int:
        """Return the number of blocks, and one more while something is typed on the canvas."""
        return len(self.canvas.ids()) + (self.canvas.in_place is not None)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return a block by its place; last comes what is typed where a block stands."""
        ids = self.canvas.ids()
        if index == len(ids) and self.canvas.in_place is not None:
            return QAccessible.queryAccessibleInterface(self.canvas.in_place)
        return self._item(ids[index]) if 0 <= index < len(ids) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a block, or of what is typed where a block stands."""
        ids = self.canvas.ids()
        if isinstance(child, BlockInterface):
            return ids.index(child.block_id) if child.block_id in ids else -1
        in_place = self.canvas.in_place
        return len(ids) if in_place is not None and child.object() is in_place else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return what is at a place of the screen: a block, or what is typed over it."""
        in_place = self.canvas.in_place
        if in_place is not None and in_place.rect().contains(in_place.mapFromGlobal(QPoint(x, y))):
            return QAccessible.queryAccessibleInterface(in_place)
        block_id = self.canvas.id_at(self.canvas.mapFromGlobal(QPoint(x, y)).toPointF())
        return None if block_id is None else self._item(block_id)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        """Return the block that the keys work on, or the line in which they type."""
        current, in_place = self.canvas.selection.current, self.canvas.in_place
        typed_in = QApplication.focusWidget()
        if in_place is not None and typed_in is not None and in_place.has_focus():
            return QAccessible.queryAccessibleInterface(typed_in)
        if current is None or not self.canvas.hasFocus() or current not in self.canvas.ids():
            return None
        return self._item(current)

    def forget(self) -> None:
        """Let go of the items of blocks that are gone."""
        self._let_go(set(self._items).difference(self.canvas.ids()))

    def release(self) -> None:
        """Let go of all items: the canvas goes."""
        self._let_go(set(self._items))

    def _let_go(self, block_ids: set[int]) -> None:
        for block_id in block_ids:
            # Qt deletes the item, so it has to live until then: by its number Qt would find what Python freed.
            item, number = self._items[block_id]
            QAccessible.deleteAccessibleInterface(number)
            del self._items[block_id], item

    def _item(self, block_id: int) -> BlockInterface:
        if block_id not in self._items:
            item = BlockInterface(self.canvas, block_id)
            self._items[block_id] = item, QAccessible.registerAccessibleInterface(item)
        return self._items[block_id][0]


def _interface_for(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from studydag.ui.timeline.canvas import BlockCanvas

    if not isinstance(thing, BlockCanvas):
        return None
    interface = CanvasInterface(thing)
    thing.accessible = interface
    thing.destroyed.connect(interface.release)
    return interface
