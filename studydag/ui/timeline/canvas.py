"""What the painted views of blocks have in common: selecting, keys, menu, tips, and typing a title in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from studydag.model.rules.time.schedule import Slot
from studydag.model.values.programme import Block
from studydag.ui.look import Look
from studydag.ui.painted_things import PaintedThings, install, tell_change, tell_focus
from studydag.ui.timeline.accessible import do, offers
from studydag.ui.timeline.actions import BlockActions
from studydag.ui.timeline.band import Band
from studydag.ui.timeline.commands import BlockCommands
from studydag.ui.timeline.in_place import InPlaceEditor
from studydag.ui.timeline.painting import Inks, Pictures
from studydag.ui.timeline.selection import BlockSelection
from studydag.ui.timeline.typing_in_place import TypingInPlace
from studydag.ui.timeline.words import BlockWords

if TYPE_CHECKING:
    from studydag.ui.timeline.dragging import Dragging


class BlockCanvas(PaintedThings[int]):
    """A widget on which blocks are painted. Subclasses say where each stands; `words` are there once a day is shown."""

    several: ClassVar[bool] = True
    dragging: Dragging
    """What is dragged, by mouse or from a list; the timeline makes it, and the tray has the same."""

    def __init__(
        self,
        look: Look,
        commands: BlockCommands,
        actions: BlockActions,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is selected, and select what is clicked."""
        super().__init__(parent)
        install()
        self.look = look
        self.commands = commands
        self.actions_of_blocks = actions
        self.words: BlockWords | None = None
        self.typing = TypingInPlace(self)
        self.is_held = False
        self._inks: Inks | None = None
        self.pictures = Pictures()
        self._pressed: tuple[int, QPointF] | None = None
        self._deferred: int | None = None
        self.band = Band()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        actions.attach(self)
        self.selection.changed.connect(self._on_selection)
        commands.clipboard.changed.connect(self.update)

    # -- what subclasses say

    def ids(self) -> tuple[int, ...]:
        """Return the blocks on this canvas in the order of the arrow keys."""
        raise NotImplementedError

    def rect_of(self, block_id: int) -> QRectF | None:
        """Return where a block stands."""
        raise NotImplementedError

    def id_at(self, point: QPointF) -> int | None:
        """Return which block is seen at a point."""
        raise NotImplementedError

    def neighbour(self, block_id: int | None, key: Qt.Key) -> int | None:
        """Return where a key leads to from a block, or from none."""
        raise NotImplementedError

    def begin_move(self, ids: tuple[int, ...]) -> None:
        """Begin to drag blocks."""
        raise NotImplementedError

    def drag_to(self, event: QMouseEvent) -> bool:
        """Follow the pointer; return whether something is being dragged."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Carry out what was dragged."""
        raise NotImplementedError

    def show_block(self, block_id: int) -> None:
        """Bring a block into view."""

    # -- what is read out

    def is_chosen(self, key: int) -> bool:
        """Whether a block is selected."""
        return key in self.selection.ids

    def works_on(self) -> int | None:
        """Return the block that keys work on."""
        return self.selection.current

    def typed_over(self) -> QWidget | None:
        """Return where title and times of a block are being typed."""
        return self.in_place

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a block without keys."""
        return offers(self)

    def do(self, key: int, action: str, at: QPoint) -> None:  # noqa: ARG002 - the menu knows its place
        """Do it."""
        do(self, key, action)

    # -- blocks

    @property
    def selection(self) -> BlockSelection:
        """What is selected."""
        return self.commands.selection

    @property
    def inks(self) -> Inks:
        """The fonts and colours to paint with."""
        if self._inks is None or self._inks.colours is not self.look.colours or self._inks.plain != self.font():
            self._inks = Inks.of(self.look.colours, self.font())
            self.pictures = Pictures()
        return self._inks

    def slot(self, block_id: int) -> Slot | None:
        """Return the clock times of a block."""
        return self.commands.workspace.schedule.slot_of(block_id)

    def block(self, block_id: int) -> Block | None:
        """Return a block."""
        return self.commands.block(block_id)

    def name_of(self, block_id: int) -> str:
        """Return what a block is read out as."""
        block = self.block(block_id)
        return "" if block is None or self.words is None else self.words.name(block, self.slot(block_id))

    def details_of(self, block_id: int) -> str:
        """Return what more there is to know of a block than its name says."""
        block = self.block(block_id)
        return "" if block is None or self.words is None else self.words.details(block)

    def choose_as_user(self, block_id: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select a block as a click or a key with these modifiers does."""
        ids = self.ids()
        current = self.selection.current
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.selection.toggle(block_id)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier and current in ids:
            self._extend_to(block_id, ids)
        else:
            self.selection.choose([block_id])

    def _extend_to(self, block_id: int, ids: tuple[int, ...]) -> None:
        # The first that was selected stays the end from which the stretch is counted.
        anchor = next((each for each in self.selection.ids if each in ids), block_id)
        one, other = ids.index(anchor), ids.index(block_id)
        stretch = ids[one : other + 1] if one <= other else ids[other : one + 1][::-1]
        if self._stands_alone(anchor) and self._stands_alone(block_id):
            # Options go along with their round.
            stretch = tuple(each for each in stretch if self._stands_alone(each))
        self.selection.choose(stretch, block_id)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select, and note from where a drag may begin."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.is_held = True
        block_id = self.id_at(event.position())
        self._deferred = None
        if block_id is None:
            adds = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.band.press(event.position(), self.selection.ids if adds else ())
            if not adds:
                self.press_beside(event.position())
            return
        self._pressed = (block_id, event.position())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if plain and block_id in self.selection.ids and len(self.selection.ids) > 1:
            # It may be the beginning of a drag of all that is selected.
            self._deferred = block_id
            return
        self.choose_as_user(block_id, event.modifiers())

    def press_beside(self, point: QPointF) -> None:  # noqa: ARG002 - the timeline selects a part there
        """React to a click beside all blocks."""
        self.selection.choose(())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin or go on dragging."""
        if self.drag_to(event):
            return
        if self.band.is_pressed and event.buttons() & Qt.MouseButton.LeftButton:
            self._stretch_band(event.position())
            return
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        block_id, start = self._pressed
        if (event.position() - start).manhattanLength() >= QApplication.startDragDistance():
            chosen = self.selection.ids if block_id in self.selection.ids else (block_id,)
            self._deferred = None
            if not self.commands.workspace.library.read_only:
                self.begin_move(tuple(each for each in self.commands.ids if each in chosen) or (block_id,))
                self.drag_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.is_held = False
        self._pressed = None
        if self.band.let_go():
            self.update()
            return
        if self._deferred is not None:
            self.selection.choose([self._deferred])
            self._deferred = None
        self.let_go()

    def _stretch_band(self, point: QPointF) -> None:
        """Select what lies within a band that is drawn beside the blocks."""
        band = self.band.stretch(point)
        if band is None:
            return
        within = (each for each in self.ids() if self._stands_alone(each) and self.is_in(band, each))
        self.selection.choose((*self.band.chosen_before, *within))
        self.band_reached(point)
        self.update()

    def is_in(self, band: QRectF, block_id: int) -> bool:
        """Whether a band touches a block."""
        rect = self.rect_of(block_id)
        return rect is not None and rect.intersects(band)

    def band_reached(self, point: QPointF) -> None:
        """Bring the end of a band into view."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Type the title of a block in its place."""
        block_id = self.id_at(event.position())
        self._pressed = None
        if block_id is not None and event.button() is Qt.MouseButton.LeftButton:
            self.edit_title(block_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show all that can be done with the block under the pointer, or with the current one."""
        if event.reason() is not QContextMenuEvent.Reason.Mouse:
            self.show_menu()
            return
        point = QPointF(event.pos())
        block_id = self.id_at(point)
        if block_id is not None and block_id not in self.selection.ids:
            self.selection.choose([block_id])
        self.actions_of_blocks.menu(self, self.minutes_into(point)).popup(event.globalPos())

    def show_menu(self) -> None:
        """Show all that can be done with the current block, beside it."""
        rect = self.rect_of(self.selection.current or 0) or QRectF(self.visibleRegion().boundingRect())
        place = QPoint(round(rect.left()) + 24, round(rect.top()) + 12)
        self.actions_of_blocks.menu(self, self.minutes_into(QPointF(place))).popup(self.mapToGlobal(place))

    def minutes_into(self, point: QPointF) -> int | None:  # noqa: ARG002 - the timeline knows
        """Return how many minutes into the current block a point lies, where that can be seen."""
        return None

    # -- what is dragged here from a list or a drawer, once a subclass has taken it

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        self.dragging.to(self.mapToGlobal(event.position().toPoint()), takes=False)
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show nothing any more."""
        self.dragging.cancel()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let it go there: a block is added, moved or parked."""
        self.dragging.to(self.mapToGlobal(event.position().toPoint()), takes=False)
        event.acceptProposedAction()
        self.dragging.let_go()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys, edit with Enter, do what letters mean; the other keys belong to actions."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.band.rect is not None:
            self.band.let_go()
            self.selection.choose(self.band.chosen_before)
            self.update()
            return
        if key == Qt.Key.Key_Escape and self.commands.clipboard.cut_ids:
            self.commands.clipboard.give_up_cut()
            return
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selection.current is not None:
            self.edit_title(self.selection.current)
            return
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selection.choose(each for each in self.ids() if self._stands_alone(each))
            return
        # A block that is selected elsewhere is not what these keys are looked at for.
        is_elsewhere = self.selection.current is not None and self.selection.current not in self.ids()
        letter = None if is_elsewhere else self.actions_of_blocks.letters.get(key)
        if letter is not None and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                letter.trigger()
            return
        following = self.neighbour(self.selection.current if self.selection.current in self.ids() else None, key)
        # With Alt the arrows belong to actions, also to those that can't be done just now.
        if following is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.choose_as_user(following, shift)
        self.show_block(following)

    def _stands_alone(self, block_id: int) -> bool:
        block = self.block(block_id)
        return block is not None and block.round is None

    # -- typing a title

    @property
    def in_place(self) -> InPlaceEditor | None:
        """Where title and times of a block are being typed."""
        return self.typing.fields

    def edit_title(self, block_id: int, *, at_start: bool = False) -> None:
        """Let title, start and minutes of a block be typed where it stands, beginning with the title or the start."""
        self.typing.begin(block_id, at_start=at_start)

    def finish_typing(self) -> None:
        """Take what is being typed as finished."""
        self.typing.finish()

    # -- what is seen and said

    def event(self, event: QEvent) -> bool:
        """Tell about a block while the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            block_id = self.id_at(QPointF(event.pos()))
            block = None if block_id is None else self.block(block_id)
            if block is None or self.words is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words.tip(block, self.slot(block.id)), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell which block the keys work on."""
        super().focusInEvent(event)
        if self.selection.current not in self.ids() and event.reason() in _BY_KEY:
            first = next(iter(self.ids()), None)
            if first is not None:
                self.selection.choose([first])
        self.update()
        tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _on_selection(self) -> None:
        self.update()
        if self.hasFocus():
            tell_focus(self)
        tell_change(self)


_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
