"""Paints the time line of the follow-up: months, closed days, the study day, and marks whose shape says what they are.

Circles are actions, filled as far as they are; diamonds are moments, squares are measures. A pin stands at dates that
stay where they are when the study day moves.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from studydag.language import Language
from studydag.model.rules.follow_up.follow_up_line import NAME_LEVELS, Box, LinePicture, Mark, Sizes
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.phases import Phase
from studydag.model.values.references import Reference
from studydag.ui.follow_up.words import LineWords
from studydag.ui.icons import drawing
from studydag.ui.look import Colours

ROUNDING = 4.0
SMALLER = 0.9
CLOSED = 0.2
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """Fonts, their measures and colours."""

    colours: Colours
    plain: QFont
    bold: QFont
    small: QFont
    metrics: QFontMetricsF
    bold_metrics: QFontMetricsF
    small_metrics: QFontMetricsF

    @classmethod
    def of(cls, colours: Colours, font: QFont) -> Inks:
        """Mix them from a font."""
        bold, small = QFont(font), QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        if font.pointSizeF() > 0:
            small.setPointSizeF(font.pointSizeF() * SMALLER)
        else:
            small.setPixelSize(max(1, round(font.pixelSize() * SMALLER)))
        return cls(
            colours=colours,
            plain=QFont(font),
            bold=bold,
            small=small,
            metrics=QFontMetricsF(font),
            bold_metrics=QFontMetricsF(bold),
            small_metrics=QFontMetricsF(small),
        )

    def sizes(self, day: float) -> Sizes:
        """Return how large things are where a day is so wide."""
        height = self.metrics.height()
        return Sizes(day=day, line=height * 1.5, mark=height * 0.85, gap=height * 0.45)

    @property
    def head(self) -> float:
        """How high the months, the study day and the names of holidays stand above the lanes."""
        return (
            self.metrics.height() * 1.5 + self.small_metrics.height() * (1 + NAME_LEVELS) + self.metrics.height() * 0.6
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is to be seen now: what is selected, what the keys work on, and where a mark is being dragged to."""

    chosen: Reference | None = None
    current: Reference | None = None
    dragged: Reference | None = None
    to: dt.date | None = None


class LinePainter:
    """Paints one line. The picture begins at the origin, below the head."""

    def __init__(self, inks: Inks, words: LineWords, picture: LinePicture, sizes: Sizes) -> None:
        """Paint this picture with these words."""
        self.inks = inks
        self.words = words
        self.picture = picture
        self.sizes = sizes

    # -- what lies behind

    def ground(self, painter: QPainter, height: float) -> None:
        """Shade closed days and draw the months, the study day and today over the whole height."""
        colours = self.inks.colours
        shade = QColor(colours.should_bar)
        shade.setAlphaF(CLOSED)
        for band in self.picture.bands:
            painter.fillRect(QRectF(band.left, 0, max(band.right - band.left, 1.5), height), shade)
        painter.setPen(QPen(QColor(colours.line), 1))
        for x, _month in self.picture.months[1:]:
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        line = self.words.line
        for day in line.days:
            x = self.picture.x_of(day)
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))
        if line.first <= self.words.today <= line.last:
            x = self.picture.x_of(self.words.today)
            painter.setPen(QPen(QColor(colours.must), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(x, 0), QPointF(x, height))

    def head(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the head within `seen`, which stays above the lanes."""
        inks, colours = self.inks, self.inks.colours
        small = inks.small_metrics.height()
        top = seen.top() + inks.metrics.height() * 0.2
        self._months(painter, top, seen)
        flags = top + inks.metrics.height() * 1.3
        self._flags(painter, flags, small, seen)
        painter.setFont(inks.small)
        for band in self.picture.bands:
            if band.name_left is None:
                continue
            names = flags + small + band.level * small
            width = inks.small_metrics.horizontalAdvance(band.closure.name) + 2
            painter.setPen(QColor(colours.should))
            painter.drawText(QRectF(band.name_left, names, width, small), _LEFT, band.closure.name)

    def _months(self, painter: QPainter, top: float, seen: QRectF) -> None:
        inks, language = self.inks, self.words.language
        painter.setFont(inks.bold)
        painter.setPen(QColor(inks.colours.text))
        starts = [*self.picture.months, (self.picture.width, dt.date.max)]
        for (x, month), (end, _next) in pairwise(starts):
            names = month_names(month, language, with_year=month.month == 1 or x == 0)
            fitting = (name for name in names if inks.bold_metrics.horizontalAdvance(name) <= end - x - 6)
            text = next(fitting, names[-1])
            # The month in which the view begins keeps its name in view.
            left = min(max(x, seen.left()), max(x, end - inks.bold_metrics.horizontalAdvance(text) - 8))
            painter.drawText(QRectF(left + 4, top, end - left, inks.metrics.height()), _LEFT, text)

    def _flags(self, painter: QPainter, top: float, height: float, seen: QRectF) -> None:
        """Write "study day" and "today" at their lines, beside each other where they are close."""
        inks, line, _ = self.inks, self.words.line, self.words.language.gettext
        painter.setFont(inks.small)
        taken = -1.0
        flags = [(self.picture.x_of(each), _("Study day"), inks.colours.accent) for each in line.days[:1]]
        if line.first <= self.words.today <= line.last:
            flags.append((self.picture.x_of(self.words.today), _("Today"), inks.colours.must))
        for x, text, colour in sorted(flags):
            wide = inks.small_metrics.horizontalAdvance(text) + 2
            left = max(min(x - wide / 2, self.picture.width - wide), taken, min(seen.left(), x))
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(left, top, wide, height), _LEFT, text)
            taken = left + wide + 4

    # -- what lies on it

    def lanes(self, painter: QPainter, seen: QRectF) -> None:
        """Draw the lanes with their headings, at the left of what is seen."""
        inks, colours = self.inks, self.inks.colours
        painter.setFont(inks.bold)
        for number, lane in enumerate(self.picture.lanes):
            if number:
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.drawLine(QPointF(seen.left(), lane.top), QPointF(seen.right(), lane.top))
            painter.setPen(QColor(colours.quiet))
            text = self.words.lane(lane.kind)
            painter.drawText(QRectF(seen.left() + 4, lane.top, 400, self.sizes.line), _LEFT, text)

    def marks(self, painter: QPainter, clip: QRectF, manner: Manner) -> None:
        """Draw what is within `clip`."""
        for mark in self.words.line.marks:
            box = self.picture.boxes[mark.reference]
            rect = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
            if rect.adjusted(-4, -4, 4, 4).intersects(clip):
                self._thing(painter, mark, box, rect, manner)
        if manner.dragged is not None and manner.to is not None:
            self._ghost(painter, manner.dragged, manner.to)

    def _thing(self, painter: QPainter, mark: Mark, box: Box, rect: QRectF, manner: Manner) -> None:
        inks, colours = self.inks, self.inks.colours
        chosen, current = manner.chosen == mark.reference, manner.current == mark.reference
        if chosen or current:
            painter.setPen(QPen(QColor(colours.accent), 1.5) if current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected) if chosen else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(-3, 1, 3, -1), ROUNDING, ROUNDING)
        ink = self._ink(mark)
        self._stretch(painter, box, ink)
        for x in box.xs:
            self._mark(painter, mark, QPointF(x, box.y), ink)
        left, width = box.label_left, box.label_width
        if mark.is_fixed:
            size = round(inks.metrics.ascent())
            pin = drawing("pin", 16, colours.quiet if not chosen else colours.text)
            painter.drawPixmap(QRectF(left, box.label_middle - size / 2, size, size), pin, QRectF(pin.rect()))
            left, width = left + size + 2, width - size - 2
        if mark.proposal is not None:
            size = round(inks.metrics.ascent())
            sign = drawing("triangle-alert", 16, colours.should)
            painter.drawPixmap(QRectF(left, box.label_middle - size / 2, size, size), sign, QRectF(sign.rect()))
            left, width = left + size + 2, width - size - 2
        painter.setFont(inks.plain)
        painter.setPen(QColor(colours.must if self.words.is_late(mark) and not chosen else colours.text))
        shown = self._elided(mark, width)
        painter.drawText(QRectF(left, box.label_middle - self.sizes.line / 2, width + 1, self.sizes.line), _LEFT, shown)

    def label_width(self, mark: Mark, most: float) -> float:
        """Return how wide the label of a thing is, `most` at most."""
        signs = mark.is_fixed + (mark.proposal is not None)
        # What stands behind the title is never cut off.
        most += self.inks.metrics.horizontalAdvance(self.words.behind(mark))
        wide = self.inks.metrics.horizontalAdvance(self.words.label(mark)) + 2
        return min(wide, most) + signs * (round(self.inks.metrics.ascent()) + 2)

    def _elided(self, mark: Mark, width: float) -> str:
        metrics, behind = self.inks.metrics, self.words.behind(mark)
        room = max(0.0, width - metrics.horizontalAdvance(behind))
        title = metrics.elidedText(self.words.title(mark.reference), Qt.TextElideMode.ElideRight, room)
        return f"{title}{behind}"

    def _stretch(self, painter: QPainter, box: Box, ink: QColor) -> None:
        """Join the marks of a series, and the beginning of a window with its end."""
        start = box.xs[0] if box.begin is None else box.begin
        if start < box.xs[-1]:
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine if box.begin is not None else Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(start, box.y), QPointF(box.xs[-1], box.y))
            if box.begin is not None:
                half = self.sizes.mark / 3
                painter.drawLine(QPointF(start, box.y - half), QPointF(start, box.y + half))

    def _ink(self, mark: Mark) -> QColor:
        thing = self.words.thing(mark.reference)
        if self.words.is_late(mark):
            return QColor(self.inks.colours.must)
        return _ink(thing.state if isinstance(thing, Action) else mark.reference[0], self.inks.colours)

    def _mark(self, painter: QPainter, mark: Mark, at: QPointF, ink: QColor) -> None:
        thing = self.words.thing(mark.reference)
        sign = thing.state if isinstance(thing, Action) else mark.reference[0]
        _sign(painter, sign, at, self.sizes.mark / 2, ink, QColor(self.inks.colours.surface))

    def _ghost(self, painter: QPainter, reference: Reference, to: dt.date) -> None:
        """Show where a mark is dragged to, and on which date that is."""
        mark = self.words.line.mark(reference)
        if mark is None:
            return
        inks, colours = self.inks, self.inks.colours
        box = self.picture.boxes[reference]
        x = self.picture.x_of(to)
        painter.setPen(QPen(QColor(colours.accent), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.picture.height))
        self._mark(painter, mark, QPointF(x, box.y), QColor(colours.accent))
        text = self.words.proposed(to)
        wide = inks.bold_metrics.horizontalAdvance(text) + 16
        left = min(max(0.0, x + self.sizes.mark), max(0.0, self.picture.width - wide))
        top = box.y - self.sizes.line * 1.7 if box.y > self.sizes.line * 2 else box.y + self.sizes.line * 0.7
        rect = QRectF(left, top, wide, self.sizes.line)
        painter.setPen(QPen(QColor(colours.accent), 1))
        painter.setBrush(QColor(colours.raised))
        painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        painter.setFont(inks.bold)
        painter.setPen(QColor(colours.should if self.words.closed(to) else colours.text))
        painter.drawText(rect, _CENTRE, text)


def paint_sign(painter: QPainter, sign: str, size: float, inks: Inks) -> None:
    """Paint a mark by itself, in a square at the origin: the name of a state of an action, `moment` or `measure`."""
    at = QPointF(size / 2, size / 2)
    _sign(painter, sign, at, size * 0.42, _ink(sign, inks.colours), QColor(inks.colours.surface))


def _ink(sign: str, colours: Colours) -> QColor:
    if sign in {"moment", "measure"}:
        return colours.phase(Phase.REFLECTION) if sign == "moment" else QColor(colours.accent)
    if sign in {ActionState.DROPPED, ActionState.DID_NOT_WORK}:
        return QColor(colours.quiet)
    return QColor(colours.holds)


def _sign(painter: QPainter, sign: str, at: QPointF, half: float, ink: QColor, surface: QColor) -> None:
    painter.setPen(QPen(ink, 2))
    if sign == "moment":
        painter.setBrush(ink)
        corners = (QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0))
        painter.drawPolygon(QPolygonF([at + each * 0.85 for each in corners]))
    elif sign == "measure":
        side = half * 0.75
        painter.setBrush(surface)
        painter.drawRect(QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side))
        for height in (0.25, -0.35):
            painter.drawLine(at + QPointF(-side, side * height), at + QPointF(side * height, side * height))
    else:
        _circle(painter, sign, at, half - 1, ink, surface)


def _circle(painter: QPainter, state: str, at: QPointF, half: float, ink: QColor, surface: QColor) -> None:
    """Draw a circle: empty is open, half full busy, full with a tick done, crossed out did not work, dotted dropped."""
    rect = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    painter.setBrush(ink if state == ActionState.DONE else surface)
    if state == ActionState.DROPPED:
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
    painter.drawEllipse(rect)
    if state == ActionState.BUSY:
        painter.setBrush(ink)
        painter.drawPie(rect, -90 * 16, 180 * 16)
    elif state == ActionState.DONE:
        painter.setPen(QPen(surface, 2))
        tick = (QPointF(-0.45, 0.05), QPointF(-0.1, 0.4), QPointF(0.5, -0.35))
        painter.drawPolyline(QPolygonF([at + each * half for each in tick]))
    elif state == ActionState.DID_NOT_WORK:
        arm = half * 0.45
        painter.drawLine(at + QPointF(-arm, -arm), at + QPointF(arm, arm))
        painter.drawLine(at + QPointF(-arm, arm), at + QPointF(arm, -arm))


def month_names(month: dt.date, language: Language, *, with_year: bool) -> list[str]:
    """Return the ways to name a month, the longest first; a short year has an apostrophe, or it would read as a day."""
    full, short = language.month(month), language.short_month(month)
    return [full, f"{short} {month.year}", f"{short} ’{month:%y}", short] if with_year else [full.split()[0], short]
