"""Paints the thread: knots with mark, words and title, curves between them, what is lit and what is dimmed."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from studydag.model.rules.threads.thread_picture import Box, Curve, Point, Sizes, ThreadPicture
from studydag.model.rules.threads.thread_web import KINDS, Knot, Link
from studydag.model.values.phases import Phase
from studydag.model.values.programme import Block
from studydag.model.values.references import Reference
from studydag.ui.icons import drawing
from studydag.ui.look import Colours
from studydag.ui.thread.words import ThreadWords
from studydag.ui.timeline.painting import wrapped
from studydag.ui.timeline.words import DOT

ROUNDING = 6.0
DIM = 0.42
TITLE_LINES = 2
SMALLER = 0.88
GAP_SHARE = 0.046
"""How much of the room one gap between columns gets, where there is little."""
MARKS = {"need": "circle-help", "goal": "target", "block": "presentation", "action": "circle-check", "measure": "ruler"}
MUST_LACKS = frozenset({"block", "action"})
"""What a goal can't be without: those checks are musts."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """Fonts, their measures and colours; `line` is the height of a line of a title."""

    colours: Colours
    title: QFont
    small: QFont
    title_metrics: QFontMetricsF
    small_metrics: QFontMetricsF
    line: float

    @classmethod
    def of(cls, colours: Colours, font: QFont) -> Inks:
        """Mix them from a font."""
        title, small = QFont(font), QFont(font)
        if font.pointSizeF() > 0:
            small.setPointSizeF(font.pointSizeF() * SMALLER)
        else:
            small.setPixelSize(max(1, round(font.pixelSize() * SMALLER)))
        metrics = QFontMetricsF(title)
        return cls(
            colours=colours,
            title=title,
            small=small,
            title_metrics=metrics,
            small_metrics=QFontMetricsF(small),
            line=metrics.height(),
        )

    def sizes(self, room: float) -> Sizes:
        """Return how large knots are where five columns have so much room beside each other."""
        em, columns = self.title_metrics.averageCharWidth(), len(KINDS)
        gaps = columns - 1
        gap = min(max(room * GAP_SHARE, self.line * 1.7), self.line * 3.4)
        width = min(max((room - gaps * gap) / columns, em * 19.5), em * 34)
        across = min(max((room - columns * width) / gaps, self.line * 1.7), self.line * 12)
        height = self.small_metrics.height() + TITLE_LINES * self.line + self.line * 0.75
        return Sizes(width=width, height=height, across=across, down=self.line * 0.7, lane=self.line * 0.35)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """What is to be seen of the picture now: `lit` is all that is not dimmed; None dims nothing."""

    lit: frozenset[Reference] | None = None
    chosen: Reference | None = None
    current: Reference | None = None
    link: Link | None = None
    targets: frozenset[Reference] = field(default_factory=frozenset)


class ThreadPainter:
    """Paints one state of the picture; the texts of knots are wrapped once and kept for the next painting."""

    def __init__(self, inks: Inks, words: ThreadWords, picture: ThreadPicture) -> None:
        """Keep what every painting needs."""
        self.inks = inks
        self._words = words
        self._picture = picture
        self._titles: dict[Reference, list[str]] = {}
        self._heads: dict[Reference, tuple[str, str]] = {}
        self._paths: dict[Link, QPainterPath] = {}
        self._pictures: dict[Reference, QPixmap] = {}
        self._scale = 0.0

    def path(self, curve: Curve) -> QPainterPath:
        """Return the path of a curve."""
        if curve.link not in self._paths:
            path = QPainterPath(QPointF(*curve.start))
            for one, other, end in curve.stretches:
                path.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
            self._paths[curve.link] = path
        return self._paths[curve.link]

    def paint(self, painter: QPainter, clip: QRectF, manner: Manner) -> None:
        """Paint what lies within `clip`, in the units of the picture."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for bright in (False, True):
            # Links share lanes, each of which is drawn once.
            drawn: set[tuple[object, ...]] = set()
            for curve in self._picture.curves:
                if self._is_bright(curve.link, manner) is bright:
                    self._curve(painter, clip, curve, manner, drawn, bright=bright)
        painter.setOpacity(1.0)
        for box in self._picture.boxes.values():
            rect = QRectF(box.left, box.top, box.width, box.height)
            if rect.adjusted(-4, -4, 4, 4).intersects(clip):
                self._knot(painter, rect, box, manner)

    def rubber(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        """Paint the line that is being drawn from a knot."""
        pull = abs(end.x() - start.x()) / 2
        towards = 1 if end.x() >= start.x() else -1
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(towards * pull, 0), end - QPointF(towards * pull, 0), end)
        painter.setPen(QPen(QColor(self.inks.colours.accent), 2.2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(QColor(self.inks.colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(end, 3.5, 3.5)

    def headings(self, painter: QPainter, top: float, height: float) -> None:
        """Paint what stands above each column."""
        strong = QFont(self.inks.title)
        strong.setWeight(QFont.Weight.DemiBold)
        sizes_step = self._step
        for column, references in enumerate(self._picture.columns):
            rect = QRectF(column * sizes_step, top, sizes_step, height)
            painter.setFont(strong)
            painter.setPen(QColor(self.inks.colours.text))
            text = self._words.heading(column)
            painter.drawText(rect, _LEFT, text)
            painter.setFont(self.inks.title)
            painter.setPen(QColor(self.inks.colours.quiet))
            moved = rect.adjusted(QFontMetricsF(strong).horizontalAdvance(f"{text}  "), 0, 0, 0)
            painter.drawText(moved, _LEFT, str(len(references)))

    @property
    def _step(self) -> float:
        columns = len(self._picture.columns)
        width = next((box.width for box in self._picture.boxes.values()), 0.0)
        return (self._picture.width - width) / (columns - 1) if columns > 1 else self._picture.width

    # -- curves

    def _is_bright(self, link: Link, manner: Manner) -> bool:
        if manner.link is not None:
            return link == manner.link
        return manner.lit is not None and manner.lit.issuperset(link)

    def _curve(
        self,
        painter: QPainter,
        clip: QRectF,
        curve: Curve,
        manner: Manner,
        drawn: set[tuple[object, ...]],
        *,
        bright: bool,
    ) -> None:
        dimmed = not bright and (manner.lit is not None or manner.link is not None)
        colour = self._colour(curve.link)
        pen = QPen(colour, 2.6 if bright else 1.5)
        if curve.link == manner.link:
            pen = QPen(QColor(self.inks.colours.accent), 3.2)
        painter.setOpacity(DIM if dimmed else 1.0 if bright else 0.75)
        painter.setPen(pen)
        start = curve.start
        for stretch in curve.stretches:
            key = (start, stretch, colour.rgb())
            if key not in drawn and self._is_in(clip, start, stretch[2]):
                drawn.add(key)
                self._stroke(painter, start, stretch)
            start = stretch[2]

    def _is_in(self, clip: QRectF, start: Point, end: Point) -> bool:
        left, right = min(start[0], end[0]), max(start[0], end[0])
        top, bottom = min(start[1], end[1]), max(start[1], end[1])
        beside = right < clip.left() or left > clip.right()
        return not beside and bottom > clip.top() - 2 and top < clip.bottom() + 2

    def _stroke(self, painter: QPainter, start: Point, stretch: tuple[Point, Point, Point]) -> None:
        one, other, end = stretch
        if start[1] == end[1]:
            painter.drawLine(QPointF(*start), QPointF(*end))
            return
        path = QPainterPath(QPointF(*start))
        path.cubicTo(QPointF(*one), QPointF(*other), QPointF(*end))
        painter.drawPath(path)

    def _colour(self, link: Link) -> QColor:
        """Return the colour of a link: that of the phase of the block it goes to or comes from."""
        for reference in link:
            phase = self._phase(reference)
            if phase is not None:
                return self.inks.colours.phase(phase)
        return QColor(self.inks.colours.edge)

    def _phase(self, reference: Reference) -> Phase | None:
        thing = self._words.thing(reference)
        return thing.phase if isinstance(thing, Block) else None

    # -- knots

    def _knot(self, painter: QPainter, rect: QRectF, box: Box, manner: Manner) -> None:
        reference = box.reference
        knot = self._words.web.knots[reference]
        dimmed = manner.lit is not None and reference not in manner.lit
        special = reference in {manner.chosen, manner.current, *manner.targets}
        painter.setOpacity(DIM if dimmed else 1.0)
        if special:
            self._paint_knot(painter, rect, knot, manner)
        else:
            picture = self._picture_of(painter, rect, knot)
            # On whole pixels letters stay sharp.
            corner = painter.transform().map(rect.topLeft() - QPointF(1, 1)).toPoint()
            painter.save()
            painter.resetTransform()
            painter.drawPixmap(corner, picture)
            painter.restore()
        painter.setOpacity(1.0)

    def _picture_of(self, painter: QPainter, rect: QRectF, knot: Knot) -> QPixmap:
        """Return a picture of a knot that is neither chosen nor current, as fine as it is seen."""
        ratio = painter.device().devicePixelRatioF()
        scale = ratio * painter.transform().m11()
        if scale != self._scale:
            self._scale = scale
            self._pictures.clear()
        found = self._pictures.get(knot.reference)
        if found is None:
            found = QPixmap(math.ceil((rect.width() + 2) * scale), math.ceil((rect.height() + 2) * scale))
            found.setDevicePixelRatio(ratio)
            found.fill(Qt.GlobalColor.transparent)
            inner = QPainter(found)
            inner.setRenderHints(painter.renderHints())
            inner.scale(scale / ratio, scale / ratio)
            inner.translate(1, 1)
            self._paint_knot(inner, QRectF(0, 0, rect.width(), rect.height()), knot, Manner())
            inner.end()
            self._pictures[knot.reference] = found
        return found

    def _paint_knot(self, painter: QPainter, rect: QRectF, knot: Knot, manner: Manner) -> None:
        self._surface(painter, rect, knot, manner)
        line, small = self.inks.line, self.inks.small_metrics.height()
        inner = rect.adjusted(line * 0.5, line * 0.3, -line * 0.4, -line * 0.2)
        self._head(painter, QRectF(inner.left(), inner.top(), inner.width(), small), knot)
        painter.setFont(self.inks.title)
        painter.setPen(QColor(self.inks.colours.text))
        for number, text in enumerate(self._title(knot.reference, inner.width())):
            top = inner.top() + small + line * (number + 0.1)
            painter.drawText(QRectF(inner.left(), top, inner.width(), line), _LEFT, text)

    def _surface(self, painter: QPainter, rect: QRectF, knot: Knot, manner: Manner) -> None:
        colours, reference = self.inks.colours, knot.reference
        phase = self._phase(reference)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface) if phase is None else colours.phase_surface(phase))
        painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        if phase is not None:
            bar = QRectF(rect.left(), rect.top() + ROUNDING / 2, 4, rect.height() - ROUNDING)
            painter.setBrush(colours.phase(phase))
            painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._outline(knot, manner))
        inset = painter.pen().widthF() / 2
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), ROUNDING, ROUNDING)
        if reference == manner.current:
            painter.setPen(QPen(QColor(colours.text), 1.4, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), ROUNDING + 2, ROUNDING + 2)

    def _outline(self, knot: Knot, manner: Manner) -> QPen:
        colours = self.inks.colours
        if knot.reference == manner.chosen or knot.reference in manner.targets:
            return QPen(QColor(colours.accent), 2.4 if knot.reference == manner.chosen else 1.6)
        if knot.is_loose:
            return QPen(QColor(self._alarm(knot)), 1.6, Qt.PenStyle.DashLine)
        return QPen(QColor(colours.line), 1)

    def _alarm(self, knot: Knot) -> str:
        colours = self.inks.colours
        must = knot.kind == "goal" and not MUST_LACKS.isdisjoint(knot.lacks)
        return colours.must if must else colours.should

    def _head(self, painter: QPainter, rect: QRectF, knot: Knot) -> None:
        """Paint the mark, the number, and what is lacking, else the facts."""
        ink = self._alarm(knot) if knot.is_loose else self.inks.colours.quiet
        side = rect.height() * 0.92
        ratio = painter.device().devicePixelRatioF() * painter.transform().m11()
        mark = drawing("triangle-alert" if knot.is_loose else MARKS[knot.kind], max(1, round(side * ratio)), ink)
        painter.drawPixmap(QRectF(rect.left(), rect.center().y() - side / 2, side, side), mark, QRectF(mark.rect()))
        painter.setFont(self.inks.small)
        painter.setPen(QColor(ink))
        text = rect.adjusted(side * 1.3, 0, 0, 0)
        painter.drawText(text, _LEFT, self._head_text(knot, text.width()))

    def _head_text(self, knot: Knot, width: float) -> str:
        known = self._heads.get(knot.reference)
        if known is None:
            said = self._words.lacks(knot) if knot.is_loose else self._words.facts(knot.reference)
            full = DOT.join(filter(None, (self._words.short(knot.reference), said)))
            known = full, self.inks.small_metrics.elidedText(full, Qt.TextElideMode.ElideRight, width)
            self._heads[knot.reference] = known
        return known[1]

    def _title(self, reference: Reference, width: float) -> list[str]:
        if reference not in self._titles:
            title = self._words.on_knot(reference)
            self._titles[reference] = wrapped(title, self.inks.title_metrics, width, TITLE_LINES)
        return self._titles[reference]
