"""The year line, painted: lanes of marks over months, holidays shaded; walked with arrow keys, opened with Enter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from studydag.language import Language
from studydag.model.rules.year_line import Mark, YearLine
from studydag.model.values.references import Reference
from studydag.ui.announcing import announce
from studydag.ui.look import Look
from studydag.ui.painted_things import FOCUS, PRESS, PaintedThings, forget, install, tell_change, tell_focus
from studydag.ui.trajectory.words import mark_text
from studydag.ui.trajectory.year_painting import EDGE, Spot, YearPainter, YearScale

ROW = 1.9
GUTTER = 0.26
MOST_GUTTER = 26
"""The share of the width, and the characters, that the names of the lanes take at most."""
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Drag:
    """The current mark, held where the pointer took it, and how many days later it would come."""

    start: QPointF
    later: int = 0


MARK = "mark"
A_WEEK = 7


class YearCanvas(PaintedThings[Reference]):
    """Paints a year line. `opened` carries the mark that is to be gone to.

    `later` carries a mark and by how many days it is to be later, `dragged` the date on which it would come (None: no
    longer), `chosen_changed` comes when the keys work on another one, `menu_asked` carries one and a place.

    Several marks lead to one thing, so they are known by their numbers, in the order of the arrow keys.
    """

    opened = Signal(object)
    later = Signal(object, int)
    dragged = Signal(object)
    chosen_changed = Signal()
    menu_asked = Signal(object, QPoint)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        install()
        self._look = look
        self._language = language
        self._line: YearLine | None = None
        self._today = dt.date.min
        self.number = 0
        self.can_move = True
        self.gesture = 0
        """Which press or drag moves something: as long as a key is held down it is the same one."""
        self._drag: Drag | None = None
        self._follows: tuple[Mark | None, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(language.gettext("Year line"))

    def show_line(self, line: YearLine, today: dt.date) -> None:
        """Show a trajectory."""
        number = self._where_it_went(line)
        self._line, self._today, self._drag = line, today, None
        self.number = min(number, max(len(line.marks) - 1, 0))
        self.updateGeometry()
        self._describe()
        self.update()
        forget(self)

    def _where_it_went(self, line: YearLine) -> int:
        """Return the number that the current mark has now: marks are in the order of their dates, lane by lane."""
        (mark, days), self._follows = self._follows or (self.mark, 0), None
        if mark is None:
            return self.number
        wanted = (mark.kind, mark.id, mark.moves, mark.first + dt.timedelta(days=days))
        known = [(each.kind, each.id, each.moves, each.first) for each in line.marks]
        # Undo puts it on another day than the keys did.
        same = (number for number, each in enumerate(known) if each[:3] == wanted[:3])
        return next((number for number, each in enumerate(known) if each == wanted), next(same, self.number))

    # What assistive technology asks

    @property
    def current(self) -> Reference | None:  # type: ignore[override]
        """The mark that the keys work on, by its number."""
        return None if self.mark is None else (MARK, self.number)

    @property
    def chosen(self) -> Reference | None:  # type: ignore[override]
        """What the keys work on is chosen as well."""
        return self.current

    def ids(self) -> tuple[Reference, ...]:
        """Return all marks, lane by lane."""
        return tuple((MARK, number) for number in range(0 if self._line is None else len(self._line.marks)))

    def rect_of(self, reference: Reference) -> QRectF | None:
        """Return where a mark stands on the widget."""
        spot = self._spot(reference)
        return None if spot is None else spot.rect

    def id_at(self, point: QPointF) -> Reference | None:
        """Return which mark is seen at a point of the widget."""
        number = self._number_at(point)
        return None if number is None else (MARK, number)

    def name_of(self, reference: Reference) -> str:
        """Return what a mark is read out as."""
        spot = self._spot(reference)
        return "" if spot is None else mark_text(spot.mark, spot.lane, self._language)

    def choose(self, reference: Reference | None) -> None:
        """Go to what a mark stands for, as a double click does."""
        spot = self._spot(reference)
        if spot is not None and reference is not None:
            self.choose_number(reference[1])
            self.opened.emit(spot.mark)

    def go_to(self, reference: Reference) -> None:
        """Let the keys work on a mark."""
        if self._spot(reference) is not None:
            self.choose_number(reference[1])

    def offers(self) -> Mapping[str, str]:
        """Return what can be done with a mark without keys."""
        _ = self._language.gettext
        return {PRESS: _("Go to it"), FOCUS: _("Reach it with the keys")}

    def _spot(self, reference: Reference | None) -> Spot | None:
        spots = self.spots()
        return spots[reference[1]] if reference is not None and 0 <= reference[1] < len(spots) else None

    @property
    def mark(self) -> Mark | None:
        """The mark that the keys work on."""
        marks = () if self._line is None else self._line.marks
        return marks[self.number] if marks else None

    def spots(self) -> list[Spot]:
        """Return where each mark stands, in the order of the arrow keys."""
        scale = self._scale()
        if scale is None:
            return []
        return [
            Spot(mark, lane, row, scale.rect(mark, row))
            for row, lane in enumerate(scale.line.lanes)
            for mark in lane.marks
        ]

    # Sizes

    def sizeHint(self) -> QSize:
        """Ask for a row for each lane, and one for the months."""
        rows = 1 if self._line is None else len(self._line.lanes) + 1
        return QSize(480, round(rows * self._row + self._row * 0.3))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as a narrow window."""
        return QSize(320, self.sizeHint().height())

    @property
    def _row(self) -> float:
        return self.fontMetrics().height() * ROW

    @property
    def _left(self) -> float:
        return min(self.width() * GUTTER, self.fontMetrics().averageCharWidth() * MOST_GUTTER) + EDGE

    def _scale(self) -> YearScale | None:
        if self._line is None:
            return None
        size = self.fontMetrics().height() * 0.72
        return YearScale(self._line, self._row, self._left, self.width() - EDGE, size)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark; Enter goes to what it stands for, with Alt it comes on another day."""
        key = Qt.Key(event.key())
        marks = () if self._line is None else self._line.marks
        if key == Qt.Key.Key_Escape and self._drag is not None:
            self.stop_dragging()
        elif key in KEYS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            week = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.move_by(KEYS[key] * (A_WEEK if week else 1), goes_on=event.isAutoRepeat())
        elif key in ENTER and marks:
            self.opened.emit(marks[self.number])
        elif key in KEYS and marks:
            self.choose_number(max(0, min(len(marks) - 1, self.number + KEYS[key])))
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and marks:
            self._other_lane(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Home and marks:
            self.choose_number(0)
        elif key == Qt.Key.Key_End and marks:
            self.choose_number(len(marks) - 1)
        else:
            super().keyPressEvent(event)

    def choose_number(self, number: int) -> None:
        """Let the keys work on another mark, and say which."""
        self.number = number
        self._describe()
        announce(self, self.accessibleDescription())
        tell_focus(self)
        tell_change(self)
        self.update()
        self.chosen_changed.emit()

    def moves(self, mark: Mark | None) -> bool:
        """Whether a mark can be put on another day here."""
        return self.can_move and mark is not None and mark.moves is not None

    def move_by(self, days: int, *, goes_on: bool = False) -> None:
        """Ask for the current mark to be so many days later, or earlier; `goes_on`: by a key that is still held."""
        mark = self.mark
        if mark is not None and self.moves(mark) and days:
            self.gesture += not goes_on
            self._follows = (mark, days)
            self.later.emit(mark, days)
            self._follows = None

    def stop_dragging(self) -> None:
        """Leave what is held where it was."""
        self._drag = None
        self.dragged.emit(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark under the pointer, and hold it."""
        number = self._number_at(event.position())
        if number is not None:
            self.choose_number(number)
            if event.button() is Qt.MouseButton.LeftButton and self.moves(self.mark):
                self._drag = Drag(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to what the mark under the pointer stands for."""
        self._drag = None
        number = self._number_at(event.position())
        if number is not None and self._line is not None:
            self.opened.emit(self._line.marks[number])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let what is held follow the pointer, day by day; else show where something can be clicked or dragged."""
        if self._drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            spot = self._spot(self.id_at(event.position()))
            over = Qt.CursorShape.PointingHandCursor if spot is not None else Qt.CursorShape.ArrowCursor
            moves = spot is not None and self.moves(spot.mark)
            self.setCursor(Qt.CursorShape.SizeHorCursor if moves else over)
            return
        scale, mark = self._scale(), self.mark
        away = event.position().x() - self._drag.start.x()
        if scale is None or mark is None or (not self._drag.later and abs(away) < QApplication.startDragDistance()):
            return
        later = scale.days(away)
        if later != self._drag.later:
            self._drag = Drag(self._drag.start, later)
            self.dragged.emit(mark.first + dt.timedelta(days=later))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for what was held to come where it was let go."""
        drag, self._drag = self._drag, None
        if event.button() is not Qt.MouseButton.LeftButton or drag is None or not drag.later:
            return
        self.dragged.emit(None)
        self.update()
        self.move_by(drag.later)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer, or of what the keys work on."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            number = self._number_at(QPointF(event.pos()))
            if number is not None:
                self.choose_number(number)
                self.menu_asked.emit(self.mark, event.globalPos())
        elif self.mark is not None:
            middle = self.spots()[self.number].rect.center().toPoint()
            self.menu_asked.emit(self.mark, self.mapToGlobal(middle))

    def event(self, event: QEvent) -> bool:
        """Tell what the pointer rests on: a mark, or a holiday."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = self._tip(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which mark the keys work on."""
        super().focusInEvent(event)
        tell_focus(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no more."""
        super().focusOutEvent(event)
        self.update()

    def _other_lane(self, step: int) -> None:
        spots = self.spots()
        here = spots[self.number]
        rows = sorted({spot.row for spot in spots if (spot.row - here.row) * step > 0}, reverse=step < 0)
        if rows:
            others = [number for number, spot in enumerate(spots) if spot.row == rows[0]]
            self.choose_number(min(others, key=lambda number: abs(spots[number].rect.left() - here.rect.left())))

    def _number_at(self, point: QPointF) -> int | None:
        reach = self.fontMetrics().height() * 0.35
        found = [
            (abs(spot.rect.center().x() - point.x()), number)
            for number, spot in enumerate(self.spots())
            if spot.rect.adjusted(-reach, -reach, reach, reach).contains(point)
        ]
        return min(found)[1] if found else None

    def _tip(self, point: QPointF) -> str:
        number = self._number_at(point)
        if self._line is None:
            return ""
        if number is not None:
            spot = self.spots()[number]
            return mark_text(spot.mark, spot.lane, self._language)
        scale = self._scale()
        for each in () if scale is None else self._line.closures:
            assert scale is not None
            if scale.x(each.first) <= point.x() <= scale.x(each.last + dt.timedelta(days=1)):
                return f"{each.name}: {self._language.date_range(each.first, each.last)}"
        return ""

    def _describe(self) -> None:
        mark = self.mark
        if mark is None or self._line is None:
            self.setAccessibleDescription(self._language.gettext("Nothing is planned yet."))
            return
        spot = self.spots()[self.number]
        self.setAccessibleDescription(mark_text(mark, spot.lane, self._language))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        """Paint months, holidays, lanes and marks, and where what is dragged would come."""
        scale = self._scale()
        if scale is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            year = YearPainter(painter, scale, self._look, self._language)
            year.ground(self._today)
            for row, lane in enumerate(scale.line.lanes):
                year.lane(lane, row)
            spots = self.spots()
            for number, spot in enumerate(spots):
                year.mark(spot, is_current=self.hasFocus() and number == self.number)
            if self._drag is not None and self._drag.later:
                year.ghost(spots[self.number], self._drag.later)
