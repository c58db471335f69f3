"""The year line, painted: lanes of marks over months, holidays shaded; walked with arrow keys, opened with Enter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studydag.language import Language
from studydag.model.rules.year_line import Lane, LaneKind, Mark, YearLine
from studydag.model.values.formats import Phase
from studydag.model.values.references import Reference
from studydag.ui.announcing import announce
from studydag.ui.look import Look
from studydag.ui.painted_things import FOCUS, PRESS, PaintedThings, forget, install, tell_change, tell_focus
from studydag.ui.trajectory.words import lane_title, mark_text

ROW = 1.9
GUTTER = 0.26
MOST_GUTTER = 26
"""The share of the width, and the characters, that the names of the lanes take at most."""
EDGE = 8
KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark is painted, and in which row."""

    mark: Mark
    lane: Lane
    row: int
    rect: QRectF


MARK = "mark"


class YearCanvas(PaintedThings[Reference]):
    """Paints a year line. `opened` carries the mark that is to be gone to.

    Several marks lead to one thing, so they are known by their numbers, in the order of the arrow keys.
    """

    opened = Signal(object)

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        install()
        self._look = look
        self._language = language
        self._line: YearLine | None = None
        self._today = dt.date.min
        self.number = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(language.gettext("Year line"))

    def show_line(self, line: YearLine, today: dt.date) -> None:
        """Show a trajectory."""
        self._line, self._today = line, today
        self.number = min(self.number, max(len(line.marks) - 1, 0))
        self.updateGeometry()
        self._describe()
        self.update()
        forget(self)

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
        return {PRESS: _("Go to it"), FOCUS: _("Come to it with the keys")}

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
        if self._line is None:
            return []
        return [
            Spot(mark, lane, row, self._rect(mark, row))
            for row, lane in enumerate(self._line.lanes)
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

    def _x(self, day: dt.date) -> float:
        assert self._line is not None
        total = (self._line.last - self._line.first).days + 1
        return self._left + (day - self._line.first).days / total * (self.width() - self._left - EDGE)

    def _rect(self, mark: Mark, row: int) -> QRectF:
        size = self.fontMetrics().height() * 0.72
        top = self._row * (row + 1) + (self._row - size) / 2
        first = self._x(mark.first)
        wide = max(self._x(mark.last + dt.timedelta(days=1)) - first, size)
        return QRectF(first + (0 if wide > size else -size / 2 + 1), top, wide, size)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from mark to mark; Enter goes to what it stands for."""
        key = Qt.Key(event.key())
        marks = () if self._line is None else self._line.marks
        if key in ENTER and marks:
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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the mark under the pointer."""
        number = self._number_at(event.position())
        if number is not None:
            self.choose_number(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to what the mark under the pointer stands for."""
        number = self._number_at(event.position())
        if number is not None and self._line is not None:
            self.opened.emit(self._line.marks[number])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where something can be clicked."""
        over = self._number_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

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
        for each in self._line.closures:
            if self._x(each.first) <= point.x() <= self._x(each.last + dt.timedelta(days=1)):
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
        """Paint months, holidays, lanes and marks."""
        if self._line is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, self._line)
        for row, lane in enumerate(self._line.lanes):
            self._paint_lane(painter, lane, row)
        for number, spot in enumerate(self.spots()):
            self._paint_mark(painter, spot, is_current=self.hasFocus() and number == self.number)
        painter.end()

    def _paint_ground(self, painter: QPainter, line: YearLine) -> None:
        colours = self._look.colours
        bottom = self._row * (len(line.lanes) + 1)
        for each in line.closures:
            first, last = self._x(each.first), self._x(each.last + dt.timedelta(days=1))
            painter.fillRect(
                QRectF(first, self._row, max(last - first, 1.5), bottom - self._row), QColor(colours.hover)
            )
        months = _months(line)
        ends = (*months, line.last + dt.timedelta(days=1))
        metrics = painter.fontMetrics()
        in_full = all(
            metrics.horizontalAdvance(self._language.month(here)) <= self._x(after) - self._x(here) - 4
            for here, after in pairwise(ends)
        )
        for here, after in pairwise(ends):
            left, right = self._x(here), self._x(after)
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(left, self._row * 0.35), QPointF(left, bottom))
            painter.setPen(QColor(colours.quiet))
            room = QRectF(left + 4, 0, right - left - 4, self._row)
            # Where there is no room for the years, January is the year.
            short = str(here.year) if here.month == 1 else self._language.day_and_month(here).split()[-1]
            text = self._language.month(here) if in_full else short
            if metrics.horizontalAdvance(text) <= room.width() + 4:
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if line.first <= self._today <= line.last:
            painter.setPen(QPen(QColor(colours.accent), 1.5, Qt.PenStyle.DashLine))
            x = self._x(self._today)
            painter.drawLine(QPointF(x, self._row * 0.8), QPointF(x, bottom))

    def _paint_lane(self, painter: QPainter, lane: Lane, row: int) -> None:
        colours = self._look.colours
        top = self._row * (row + 1)
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPointF(EDGE, top), QPointF(self.width() - EDGE, top))
        room = QRectF(EDGE, top, self._left - 2 * EDGE, self._row)
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(
            lane_title(lane, self._language), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)

    def _paint_mark(self, painter: QPainter, spot: Spot, *, is_current: bool) -> None:
        colours, rect = self._look.colours, spot.rect
        if is_current:
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), 5, 5)
        painter.setPen(QPen(QColor(colours.must), 2.5) if spot.mark.closed else QPen(QColor(colours.window), 1))
        painter.setBrush(self._colour(spot.lane.kind))
        if spot.lane.kind is LaneKind.DAYS or rect.width() > rect.height() * 1.5:
            painter.drawRoundedRect(rect, 3, 3)
        elif spot.lane.kind is LaneKind.INFORMAL:
            centre, half = rect.center(), rect.height() * 0.58
            corners = ((0, -half), (half, 0), (0, half), (-half, 0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
        else:
            painter.drawEllipse(rect)

    def _colour(self, kind: LaneKind) -> QColor:
        colours = self._look.colours
        phases = {
            LaneKind.FORMAL: Phase.KNOWLEDGE,
            LaneKind.INFORMAL: Phase.APPLICATION,
            LaneKind.MOMENTS: Phase.REFLECTION,
            LaneKind.MILESTONES: Phase.INSPIRATION,
        }
        return QColor(colours.accent) if kind is LaneKind.DAYS else colours.phase(phases[kind])


def _months(line: YearLine) -> tuple[dt.date, ...]:
    """Return the first date of each month of the line, at the beginning that of the line."""
    found = [line.first]
    while True:
        here = found[-1]
        after = dt.date(here.year + here.month // 12, here.month % 12 + 1, 1)
        if after > line.last:
            return tuple(found)
        found.append(after)
