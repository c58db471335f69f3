"""The time line of the follow-up, to walk along, to select on, and to move dates on by mouse and keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from studydag.model.rules.follow_up.follow_up_line import LinePicture, Mark, line_picture
from studydag.model.values.references import Reference
from studydag.ui.follow_up.painting import Inks, LinePainter, Manner
from studydag.ui.follow_up.words import LineWords
from studydag.ui.look import Look
from studydag.ui.painted_things import FOCUS, MENU, PRESS, PaintedThings, forget, install, tell_change, tell_focus

ZOOMS = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
"""How much wider a day is than when the whole line is in view."""
NARROWEST_MONTH = 48
LONGEST_LABEL = 42
"""In characters; the whole title is in the tip and the form."""
MARGIN = 12
_STATE_KEYS = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)


@dataclass(frozen=True, slots=True)
class Drag:
    """A mark that is held: where it was taken, and on which date it would land now (None: it didn't move yet)."""

    mark: Mark
    start: QPointF
    to: dt.date | None = None


class LineCanvas(PaintedThings[Reference]):
    """Shows a line. What is selected is what the keys work on.

    `chosen_changed` comes when the user selects another thing, `date_asked` carries a thing and the date it is to have,
    `state_asked` a thing and the number of a state, `open_asked` a thing, `menu_asked` a thing and a place on the
    screen, `dragged` the date on which what is held would land, or None when it is let go.
    """

    chosen_changed = Signal()
    date_asked = Signal(object, object)
    state_asked = Signal(object, int)
    open_asked = Signal(object)
    menu_asked = Signal(object, QPoint)
    dragged = Signal(object)
    zoom_changed = Signal()

    def __init__(self, look: Look, scroll_area: QScrollArea, *, name: str, description: str) -> None:
        """Begin empty; `scroll_area` is what it is seen through."""
        super().__init__()
        install()
        self.look = look
        self.scroll_area = scroll_area
        self.words: LineWords | None = None
        self.picture = LinePicture()
        self.chosen: Reference | None = None
        self.current: Reference | None = None
        self.can_move = True
        self.zoom = 1.0
        self._drag: Drag | None = None
        self._painter: LinePainter | None = None
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        scroll_area.viewport().installEventFilter(self)
        scroll_area.horizontalScrollBar().valueChanged.connect(self.update)
        scroll_area.verticalScrollBar().valueChanged.connect(self.update)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the room there is."""
        if event.type() == QEvent.Type.Resize and watched is self.scroll_area.viewport():
            self.lay_out()
        return super().eventFilter(watched, event)

    # -- what is shown

    def show_line(self, words: LineWords | None) -> None:
        """Show the line of a day; what was selected stays so as far as it is still there."""
        self._drag = None
        self.words = words
        there = self.ids()
        self.chosen = self.chosen if self.chosen in there else None
        self.current = self.current if self.current in there else None
        self.lay_out()
        forget(self)

    def lay_out(self) -> None:
        """Place all anew, for another width or font."""
        words = self.words
        if words is None:
            return
        inks = Inks.of(self.look.colours, self.font())
        line = words.line
        days = (line.last - line.first).days + 1
        room = self.scroll_area.viewport().width() - 2 * MARGIN
        least = NARROWEST_MONTH * inks.metrics.height() / 16 / 30.4
        sizes = inks.sizes(max(room / days, least) * self.zoom)
        painter = LinePainter(inks, words, LinePicture(), sizes)
        most = inks.metrics.averageCharWidth() * LONGEST_LABEL
        widths = {mark.reference: painter.label_width(mark, most) for mark in line.marks}
        names = {each.name: inks.small_metrics.horizontalAdvance(each.name) + 4 for each in line.closures}
        self.picture = painter.picture = line_picture(line, widths, names, sizes)
        self._painter = painter
        width, height = round(self.picture.width + 2 * MARGIN), round(self.picture.height + inks.head + MARGIN)
        self.setMinimumSize(width, height)
        seen = self.scroll_area.viewport().size()
        self.resize(max(width, seen.width()), max(height, seen.height()))
        self.update()

    def zoom_by(self, steps: int) -> None:
        """Show days wider or narrower, keeping what is in the middle there."""
        place = min(max(ZOOMS.index(self.zoom) + steps, 0), len(ZOOMS) - 1)
        if ZOOMS[place] == self.zoom:
            return
        bar, half = self.scroll_area.horizontalScrollBar(), self.scroll_area.viewport().width() / 2
        middle = self.picture.date_at(bar.value() + half - MARGIN)
        self.zoom = ZOOMS[place]
        self.lay_out()
        bar.setValue(round(self.picture.x_of(middle) + MARGIN - half))
        self.zoom_changed.emit()

    # -- where things stand

    @property
    def _head(self) -> float:
        return self._painter.inks.head if self._painter is not None else 0.0

    def ids(self) -> tuple[Reference, ...]:
        """Return all things by kind and date."""
        return () if self.words is None else tuple(mark.reference for mark in self.words.line.marks)

    def mark_of(self, reference: Reference | None) -> Mark | None:
        """Return the mark of a thing."""
        return None if self.words is None or reference is None else self.words.line.mark(reference)

    def rect_of(self, reference: Reference) -> QRectF | None:
        """Return where a thing stands on the widget."""
        box = self.picture.boxes.get(reference)
        if box is None:
            return None
        return QRectF(box.left + MARGIN, box.top + self._head, box.right - box.left, box.bottom - box.top)

    def id_at(self, point: QPointF) -> Reference | None:
        """Return which thing is seen at a point of the widget."""
        if point.y() < self.scroll_area.verticalScrollBar().value() + self._head:
            return None
        return self.picture.at(point.x() - MARGIN, point.y() - self._head)

    def name_of(self, reference: Reference) -> str:
        """Return what a thing is read out as."""
        return "" if self.words is None else self.words.name(reference)

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a thing without keys."""
        if self.words is None:
            return {}
        _ = self.words.language.gettext
        return {PRESS: _("Select it"), FOCUS: _("Reach it with the keys"), MENU: _("Show what can be done with it")}

    def ask_menu(self, reference: Reference, at: QPoint) -> None:
        """Ask for the menu of a thing."""
        self.menu_asked.emit(reference, at)

    # -- choosing

    def choose(self, reference: Reference | None) -> None:
        """Select a thing as the user does."""
        if self.mark_of(reference) is None:
            reference = None
        changed = reference != self.chosen
        self.show_chosen(reference)
        if changed:
            self.chosen_changed.emit()
            tell_change(self)

    def show_chosen(self, reference: Reference | None) -> None:
        """Show what is selected elsewhere."""
        self.chosen = reference if self.mark_of(reference) is not None else None
        if self.chosen is not None:
            self.current = self.chosen
            self.show_thing(self.chosen)
        self.update()

    def go_to(self, reference: Reference) -> None:
        """Select a thing, so that the keys work on it, and bring it into view."""
        self.choose(reference)
        tell_focus(self)

    def show_thing(self, reference: Reference) -> None:
        """Scroll a thing into view."""
        rect = self.rect_of(reference)
        if rect is not None:
            at = rect.center() - QPointF(0, self._head / 2)
            self.scroll_area.ensureVisible(
                *(round(at.x()), round(at.y())),
                *(
                    round(min(rect.width(), self.width()) / 2) + MARGIN,
                    round((rect.height() + self._head) / 2) + MARGIN,
                ),
            )

    # -- moving

    def move_by(self, days: int) -> None:
        """Ask for the selected thing to be so many days later, or earlier."""
        mark = self.mark_of(self.chosen)
        if mark is not None and mark.field and self.can_move:
            self.date_asked.emit(mark.reference, mark.first + dt.timedelta(days=days))

    def stop_dragging(self) -> None:
        """Leave what is held where it was."""
        self._drag = None
        self.dragged.emit(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is clicked, and hold it."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        reference = self.id_at(event.position())
        self.choose(reference)
        mark = self.mark_of(reference)
        if mark is not None and mark.field and self.can_move:
            self._drag = Drag(mark, event.position())
        tell_focus(self)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is held follow the pointer, day by day."""
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            mark = self.mark_of(self.id_at(event.position()))
            hand = Qt.CursorShape.PointingHandCursor if mark is not None else Qt.CursorShape.ArrowCursor
            self.setCursor(Qt.CursorShape.SizeHorCursor if mark is not None and mark.field and self.can_move else hand)
            return
        away = event.position().x() - self._drag.start.x()
        if self._drag.to is None and abs(away) < QApplication.startDragDistance():
            return
        to = self._drag.mark.first + dt.timedelta(days=round(away / self.picture.day))
        if to != self._drag.to:
            self._drag = Drag(self._drag.mark, self._drag.start, to)
            self.dragged.emit(to)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the date on which what was held was let go."""
        drag, self._drag = self._drag, None
        if event.button() is not Qt.MouseButton.LeftButton or drag is None or drag.to is None:
            return
        self.dragged.emit(None)
        self.update()
        if drag.to != drag.mark.first:
            self.date_asked.emit(drag.mark.reference, drag.to)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the form of a thing."""
        reference = self.id_at(event.position())
        self._drag = None
        if reference is not None:
            self.open_asked.emit(reference)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scroll otherwise."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of what the keys work on."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.choose(self.id_at(QPointF(event.pos())))
            if self.chosen is not None:
                self.menu_asked.emit(self.chosen, event.globalPos())
        elif self.current is not None:
            rect = self.rect_of(self.current) or QRectF()
            self.menu_asked.emit(self.current, self.mapToGlobal(rect.center().toPoint()))

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from thing to thing, move the selected one, say where it stands, open its form."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._drag is not None:
            self.stop_dragging()
        elif not (self._walk(key) or self._act(key, event.modifiers())):
            super().keyPressEvent(event)

    def _walk(self, key: Qt.Key) -> bool:
        ids = self.ids()
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(ids), Qt.Key.Key_End: len(ids)}
        if key not in steps or not ids:
            return False
        if self.current not in ids:
            self.go_to(ids[0 if steps[key] >= 0 and key is not Qt.Key.Key_End else -1])
        else:
            self.go_to(ids[min(max(ids.index(self.current) + steps[key], 0), len(ids) - 1)])
        return True

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.chosen is not None:
            days = 7 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self.move_by(days if key is Qt.Key.Key_Right else -days)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen is not None:
            self.open_asked.emit(self.chosen)
        elif key is Qt.Key.Key_Space and self.current is not None:
            self.choose(None if self.chosen == self.current else self.current)
        elif key is Qt.Key.Key_Escape and self.chosen is not None:
            self.choose(None)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus}:
            self.zoom_by(-1 if key is Qt.Key.Key_Minus else 1)
        elif key in _STATE_KEYS and self.chosen is not None and self.chosen[0] == "action":
            self.state_asked.emit(self.chosen, _STATE_KEYS.index(key))
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show and tell what the keys work on."""
        super().focusInEvent(event)
        if self.current is None:
            self.current = self.chosen or next(iter(self.ids()), None)
        self.update()
        tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    # -- what is seen

    def event(self, event: QEvent) -> bool:
        """Tell about what the pointer rests on: a thing, or a day on which the school is closed."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.words is not None:
            point = QPointF(event.pos())
            mark = self.mark_of(self.id_at(point))
            on = self.picture.date_at(point.x() - MARGIN)
            said = self.words.when(on)
            if mark is not None:
                said = f"{self.words.title(mark.reference)}\n{self.words.said(mark)}"
            QToolTip.showText(event.globalPos(), said, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out for another font."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self.lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen; the head stays above it."""
        painter = QPainter(self)
        colours = self.look.colours
        painter.fillRect(event.rect(), QColor(colours.surface))
        if self.words is None or self._painter is None:
            return
        if self._painter.inks.colours is not colours or self._painter.inks.plain != self.font():
            self.lay_out()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        head, scrolled = self._head, self.scroll_area.verticalScrollBar().value()
        left = self.scroll_area.horizontalScrollBar().value() - MARGIN
        seen = QRectF(left, 0, self.scroll_area.viewport().width(), self.height())
        painter.translate(MARGIN, head)
        self._painter.ground(painter, self.height() - head)
        self._painter.lanes(painter, seen)
        current = self.current if self.hasFocus() else None
        drag = self._drag
        manner = Manner(
            chosen=self.chosen,
            current=current,
            dragged=None if drag is None else drag.mark.reference,
            to=None if drag is None else drag.to,
        )
        clip = QRectF(event.rect()).translated(-MARGIN, -head)
        self._painter.marks(painter, clip, manner)
        painter.resetTransform()
        painter.fillRect(QRectF(0, scrolled, self.width(), head), QColor(colours.surface))
        painter.fillRect(QRectF(0, scrolled + head - 1, self.width(), 1), QColor(colours.line))
        painter.translate(MARGIN, 0)
        self._painter.head(painter, QRectF(seen.left(), scrolled, seen.width(), head))
        painter.end()
