"""The picture of the thread, to walk through, to light up a chain, and to link in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from studydag.model.rules.threads.thread_web import Link, link_between
from studydag.model.values.references import Reference
from studydag.ui.look import Look
from studydag.ui.painted_things import FOCUS, MENU, PRESS, forget, install, tell_change, tell_focus
from studydag.ui.thread.linking import Linking, first_target, next_target
from studydag.ui.thread.surface import ThreadSurface
from studydag.ui.thread.walking import STEPS, step
from studydag.ui.thread.words import ThreadWords

SCROLL_EVERY_MS = 30
_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class ThreadCanvas(ThreadSurface):
    """Lets the user choose, open and link what the surface shows.

    `choice_changed` comes after another thing is lit, `linking_changed` while a link is being made. `open_asked`
    carries a thing; `link_asked` two things, and whether they are to be linked or parted; `menu_asked` a thing, a link
    or nothing, and a place on the screen.
    """

    choice_changed = Signal()
    linking_changed = Signal()
    open_asked = Signal(object)
    link_asked = Signal(object, object, bool)
    menu_asked = Signal(object, QPoint)

    def __init__(self, look: Look, scroll_area: QScrollArea, *, name: str, description: str) -> None:
        """Begin empty; `scroll_area` is what it is seen through."""
        super().__init__(look, scroll_area)
        install()
        self.can_link = True
        self._pressed: tuple[Reference, QPointF] | None = None
        self._scrolling = QTimer(self, interval=SCROLL_EVERY_MS)
        self._scrolling.timeout.connect(self._scroll)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def show_thread(self, words: ThreadWords) -> None:
        """Show the web of a day; what was chosen stays chosen as far as it is still there."""
        self.stop_linking()
        self.take(words)
        self.current = self.current if self.current in self.web.knots else None
        link = self.chosen_link if self.chosen_link in self.web.links else None
        self._choose(self.chosen if self.chosen in self.web.knots else None, link)
        forget(self)

    def name_of(self, reference: Reference) -> str:
        """Return what a thing is read out as."""
        return "" if self.words is None else self.words.name(reference)

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a thing without keys."""
        if self.words is None:
            return {}
        _ = self.words.language.gettext
        return {
            PRESS: _("Light up its whole thread"),
            FOCUS: _("Reach it with the keys"),
            MENU: _("Show what it can be linked with"),
        }

    def ask_menu(self, reference: Reference, at: QPoint) -> None:
        """Ask for the menu of a thing."""
        self.menu_asked.emit(reference, at)

    # -- choosing

    def choose(self, reference: Reference | None) -> None:
        """Light up the chain of a thing, or of none."""
        if reference is not None and reference in self.web.knots:
            self.current = reference
            self.show_knot(reference)
        self._choose(reference if reference in self.web.knots else None, None)

    def choose_link(self, link: Link | None) -> None:
        """Light up one link."""
        self._choose(None, link)

    def _choose(self, reference: Reference | None, link: Link | None) -> None:
        changed = (reference, link) != (self.chosen, self.chosen_link)
        self.chosen, self.chosen_link = reference, link
        self.update()
        if changed:
            self.choice_changed.emit()
            tell_change(self)

    def go_to(self, reference: Reference) -> None:
        """Let the keys work on a thing, and bring it into view."""
        self.current = reference
        self.show_knot(reference)
        self.update()
        tell_focus(self)

    def show_knot(self, reference: Reference) -> None:
        """Scroll a thing into view, with something of what is beside it."""
        rect = self.rect_of(reference)
        if rect is not None:
            line = round(self.fontMetrics().height() * self.zoom)
            x, y = rect.center().x(), rect.center().y() - self.head * self.zoom / 2
            room = round(rect.height() / 2 + self.head * self.zoom / 2) + line
            self.scroll_area.ensureVisible(round(x), round(y), round(rect.width() / 2) + line, room)

    # -- linking

    def start_linking(self) -> None:
        """Let the keys choose with what the current thing is linked."""
        start = self.current or self.chosen
        if start is None or not self.can_link:
            return
        linked = frozenset((*self.web.before(start), *self.web.after(start)))
        target = first_target(self.picture, start, linked)
        if target is not None:
            self.choose(start)
            self._link_with(Linking(start=start, target=target))

    def stop_linking(self) -> None:
        """Leave all links as they are."""
        self._scrolling.stop()
        self._pressed = None
        self._link_with(None)

    def is_linked(self, one: Reference, other: Reference) -> bool:
        """Whether two things are linked."""
        return link_between(one, other) in self.web.links

    def _link_with(self, linking: Linking | None) -> None:
        if linking == self.linking:
            return
        self.linking = linking
        if linking is not None and linking.target is not None and not linking.is_dragged:
            self.show_knot(linking.target)
        self.update()
        self.linking_changed.emit()

    def _finish_linking(self) -> None:
        linking = self.linking
        self.stop_linking()
        if linking is None or linking.target is None:
            return
        linked = self.is_linked(linking.start, linking.target)
        # What is dragged onto something it is linked with stays so: parting needs a clearer sign.
        if not (linked and linking.is_dragged):
            self.link_asked.emit(linking.start, linking.target, not linked)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Light up what is clicked, and note from where a link may be drawn."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        reference = self.id_at(event.position())
        if self.linking is not None and not self.linking.is_dragged:
            linking = self.linking.moved_to(event.position(), reference)
            self.linking = Linking(start=linking.start, target=linking.target)
            self._finish_linking()
            return
        if reference is None:
            self.choose_link(self.link_at(event.position()))
            return
        self._pressed = (reference, event.position())
        self.choose(reference)
        tell_focus(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a link from what was pressed."""
        if not event.buttons() & Qt.MouseButton.LeftButton or self._pressed is None:
            over = self.id_at(event.position())
            self.setCursor(Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.PointingHandCursor)
            return
        reference, start = self._pressed
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if self.can_link and (self.linking is not None or far):
            linking = self.linking or Linking(start=reference)
            self._scrolling.start()
            self._link_with(linking.moved_to(self.on_picture(event.position()), self.id_at(event.position())))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Link what was drawn."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        if self.linking is not None and self.linking.is_dragged:
            self._finish_linking()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a thing where it is edited."""
        reference = self.id_at(event.position())
        self._pressed = None
        if reference is not None and event.button() is Qt.MouseButton.LeftButton:
            self.open_asked.emit(reference)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu of what is under the pointer, or of what the keys work on."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            point = QPointF(event.pos())
            reference = self.id_at(point)
            if reference is not None:
                self.choose(reference)
            else:
                self.choose_link(self.link_at(point))
            self.menu_asked.emit(reference or self.chosen_link, event.globalPos())
        elif self.current is not None:
            rect = self.rect_of(self.current) or QRectF()
            self.choose(self.current)
            self.menu_asked.emit(self.current, self.mapToGlobal(rect.center().toPoint()))

    def _scroll(self) -> None:
        """Scroll on while a link is drawn near an edge of what is seen."""
        viewport = self.scroll_area.viewport()
        at = viewport.mapFromGlobal(self.cursor().pos())
        zone = self.fontMetrics().height() * 2
        for bar, place, far in (
            (self.scroll_area.horizontalScrollBar(), at.x(), viewport.width()),
            (self.scroll_area.verticalScrollBar(), at.y(), viewport.height()),
        ):
            beyond = place - zone if place < zone else max(0, place - (far - zone))
            bar.setValue(bar.value() + max(-zone, min(zone, beyond)) // 2)

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, light up, open, link and zoom."""
        key = Qt.Key(event.key())
        if self.linking is not None:
            self._key_while_linking(key)
            return
        if key in STEPS:
            far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            to = step(self.web, self.picture, self.current, key, far=far)
            if to is not None:
                self.go_to(to)
            return
        if not self._act(key):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        """Do what a key stands for; return whether it stands for something now."""
        if key is Qt.Key.Key_Space and self.current is not None:
            self.choose(None if self.chosen == self.current else self.current)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current is not None:
            self.open_asked.emit(self.current)
        elif key is Qt.Key.Key_L and self.current is not None:
            self.start_linking()
        elif key is Qt.Key.Key_Delete and self.chosen_link is not None and self.can_link:
            self.link_asked.emit(*self.chosen_link, False)
        elif key is Qt.Key.Key_Escape and (self.chosen is not None or self.chosen_link is not None):
            self._choose(None, None)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom_by(-1 if key is Qt.Key.Key_Minus else 1)
        elif key is Qt.Key.Key_0:
            self.usual_zoom()
        else:
            return False
        return True

    def _key_while_linking(self, key: Qt.Key) -> None:
        linking = self.linking
        assert linking is not None
        if key is Qt.Key.Key_Escape:
            self.stop_linking()
        elif not linking.is_dragged:
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
                self._finish_linking()
                return
            target = next_target(self.picture, linking, key)
            if target is not None:
                self._link_with(Linking(start=linking.start, target=target))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell what the keys work on."""
        super().focusInEvent(event)
        if self.current is None and event.reason() in _BY_KEY:
            self.current = self.chosen or next(iter(self.ids()), None)
        self.update()
        tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        if self.linking is not None and not self.linking.is_dragged:
            self.stop_linking()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell about what the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.words is not None:
            reference = self.id_at(QPointF(event.pos()))
            text = "" if reference is None else self.words.tip(reference)
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
