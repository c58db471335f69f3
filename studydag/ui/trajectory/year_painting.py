"""Paints the year line: months, holidays, lanes, marks, and where a mark that is dragged would come."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from studydag.language import Language
from studydag.model.rules.year_line import Lane, LaneKind, Mark, YearLine
from studydag.model.values.formats import Phase
from studydag.ui.look import Look
from studydag.ui.trajectory.words import lane_title

EDGE = 8
STEPS = (1, 2, 3, 4, 6, 12)
"""Of so many months one is named."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark is painted, and in which row."""

    mark: Mark
    lane: Lane
    row: int
    rect: QRectF


@dataclass(frozen=True, slots=True)
class YearScale:
    """How dates and lanes of a line lie on a widget: the height of a row, where the time begins, and where it ends."""

    line: YearLine
    row: float
    left: float
    right: float
    size: float

    def x(self, day: dt.date) -> float:
        """Return where a date begins."""
        total = (self.line.last - self.line.first).days + 1
        return self.left + (day - self.line.first).days / total * (self.right - self.left)

    def days(self, distance: float) -> int:
        """Return how many days a distance is."""
        total = (self.line.last - self.line.first).days + 1
        return round(distance / max(self.right - self.left, 1.0) * total)

    def rect(self, mark: Mark, row: int, later: int = 0) -> QRectF:
        """Return where a mark stands, or would if it were so many days later."""
        by = dt.timedelta(days=later)
        top = self.row * (row + 1) + (self.row - self.size) / 2
        first = self.x(mark.first + by)
        wide = max(self.x(mark.last + by + dt.timedelta(days=1)) - first, self.size)
        return QRectF(first + (0 if wide > self.size else -self.size / 2 + 1), top, wide, self.size)


class YearPainter:
    """Paints one line with one painter."""

    def __init__(self, painter: QPainter, scale: YearScale, look: Look, language: Language) -> None:
        """Paint with these colours, in this language."""
        self._painter = painter
        self._scale = scale
        self._look = look
        self._language = language

    def ground(self, today: dt.date) -> None:
        """Paint holidays, months and today."""
        painter, scale, colours = self._painter, self._scale, self._look.colours
        line = scale.line
        bottom = scale.row * (len(line.lanes) + 1)
        for each in line.closures:
            first, last = scale.x(each.first), scale.x(each.last + dt.timedelta(days=1))
            painter.fillRect(
                QRectF(first, scale.row, max(last - first, 1.5), bottom - scale.row), QColor(colours.hover)
            )
        painter.setPen(QColor(colours.line))
        for here in _months(line):
            painter.drawLine(QPointF(scale.x(here), scale.row * 0.35), QPointF(scale.x(here), bottom))
        painter.setPen(QColor(colours.quiet))
        for here, text in self.named_months():
            room = QRectF(scale.x(here) + 4, 0, scale.right, scale.row)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if line.first <= today <= line.last:
            painter.setPen(QPen(QColor(colours.accent), 1.5, Qt.PenStyle.DashLine))
            x = scale.x(today)
            painter.drawLine(QPointF(x, scale.row * 0.8), QPointF(x, bottom))

    def named_months(self) -> list[tuple[dt.date, str]]:
        """Name the months with their years, else in short with January as the year, else every second one or fewer."""
        line, language = self._scale.line, self._language
        end = (line.last + dt.timedelta(days=1), "")
        named = [(here, language.month(here)) for here in _months(line)]
        short = [(here, str(here.year) if here.month == 1 else language.short_month(here)) for here in _months(line)]
        for said in (named, *([each for each in short if (each[0].month - 1) % step == 0] for step in STEPS)):
            fits = [self._fits(text, here, after) for (here, text), (after, _) in pairwise((*said, end))]
            # Of the first and the last month there may be a few days.
            if all(fits[1:-1]):
                return [each for each, has_room in zip(said, fits, strict=True) if has_room]
        return []

    def _fits(self, text: str, here: dt.date, after: dt.date) -> bool:
        metrics, scale = self._painter.fontMetrics(), self._scale
        return metrics.horizontalAdvance(text) <= scale.x(after) - scale.x(here) - 4

    def lane(self, lane: Lane, row: int) -> None:
        """Paint the name of a lane."""
        painter, scale, colours = self._painter, self._scale, self._look.colours
        top = scale.row * (row + 1)
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPointF(EDGE, top), QPointF(scale.right, top))
        room = QRectF(EDGE, top, scale.left - 2 * EDGE, scale.row)
        painter.setPen(QColor(colours.text))
        title = painter.fontMetrics().elidedText(
            lane_title(lane, self._language), Qt.TextElideMode.ElideRight, round(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)

    def mark(self, spot: Spot, *, is_current: bool) -> None:
        """Paint a mark."""
        painter, colours, rect = self._painter, self._look.colours, spot.rect
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

    def ghost(self, spot: Spot, later: int) -> None:
        """Paint where a mark would come, with a line up to the months."""
        painter, scale, colours = self._painter, self._scale, self._look.colours
        rect = scale.rect(spot.mark, spot.row, later)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(QPointF(rect.center().x(), scale.row * 0.8), QPointF(rect.center().x(), rect.top()))
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 5, 5)

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
