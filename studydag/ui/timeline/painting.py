"""Paints blocks: surface, bar and word of the phase, title and minutes, working format and room, what is odd."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from studydag.model.rules.time.schedule import Slot
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.ui.look import Colours
from studydag.ui.timeline.words import DOT, BlockWords

ROUNDING = 4.0
MOST_UNUSED = 100
SHORTEST_BROKEN = 5
"""A word that is broken gets a hyphen after so many letters."""
MOST_TITLE = 14
"""In lines of text: a longer title may be cut so that the phase stands beside it."""
MOST_BESIDE = 5
"""In lines of text: a title that would be cut to less than this has the minutes give way."""
MOST_LINES = 3
"""So many lines a title takes at most, where its block is high enough."""
TIGHT = 0.8
"""How much of a line of text its letters take."""
NARROW = 3.2
"""In lines of text: in what is narrower than this, text runs from below upwards."""
LEAST_SHARE = 0.45
"""Of a line of text: lower blocks have no text, because it could not be read."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """The fonts and colours of one painting; `line` is the height of a line of text."""

    colours: Colours
    plain: QFont
    strong: QFont
    line: float
    plain_metrics: QFontMetricsF
    strong_metrics: QFontMetricsF
    surfaces: dict[Phase, QColor] = field(default_factory=dict)
    lower: dict[int, Inks] = field(default_factory=dict)

    @classmethod
    def of(cls, colours: Colours, font: QFont) -> Inks:
        """Mix them from a font."""
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        plain_metrics = QFontMetricsF(font)
        return cls(
            colours=colours,
            plain=QFont(font),
            strong=strong,
            line=plain_metrics.height(),
            plain_metrics=plain_metrics,
            strong_metrics=QFontMetricsF(strong),
        )

    def surface(self, phase: Phase) -> QColor:
        """Return what text on a block of a phase stands on."""
        if phase not in self.surfaces:
            self.surfaces[phase] = self.colours.phase_surface(phase)
        return self.surfaces[phase]

    def lowered(self, height: float) -> Inks:
        """Return fonts that fit a height, where that is less than a line but can still be read."""
        share = height / (TIGHT * self.line)
        if share >= 1 or share < LEAST_SHARE:
            return self
        step = int(height)
        if step not in self.lower:
            self.lower[step] = Inks.of(self.colours, _scaled(self.plain, step / (TIGHT * self.line)))
        return self.lower[step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a block is to look now."""

    selected: bool = False
    current: bool = False
    faded: bool = False


PLAIN: Final = Manner()
"""How most blocks look."""


@dataclass(frozen=True, slots=True)
class Painted:
    """A picture of a block, and what it shows: while that is the same, the picture can be used again."""

    block: Block
    words: BlockWords
    looks: tuple[object, ...]
    picture: QPixmap


class Pictures:
    """Keeps the pictures of the blocks that were painted last; an edit mostly moves blocks, and changes few."""

    def __init__(self) -> None:
        """Begin without any."""
        self._kept: dict[int, Painted] = {}
        self._used: dict[int, Painted] = {}

    def find(self, block: Block, words: BlockWords, looks: tuple[object, ...]) -> QPixmap | None:
        """Return the picture of a block that looks just so."""
        kept = self._kept.get(block.id)
        if kept is None or kept.block is not block or kept.looks != looks or kept.words.setting is not words.setting:
            return None
        self._used[block.id] = kept
        return kept.picture

    def keep(self, block: Block, words: BlockWords, looks: tuple[object, ...], picture: QPixmap) -> None:
        """Keep the picture of a block."""
        self._kept[block.id] = self._used[block.id] = Painted(block, words, looks, picture)

    def forget_unused(self) -> None:
        """Let go of what was not painted since this was called last, where much is kept."""
        if len(self._kept) > 2 * len(self._used) + MOST_UNUSED:
            self._kept = self._used
        self._used = {}


class BlockPainter:
    """Paints single blocks into rectangles."""

    def __init__(self, painter: QPainter, inks: Inks, words: BlockWords, pictures: Pictures) -> None:
        """Paint with `painter` until it ends."""
        self._target = painter
        self._painter = painter
        self._inks = inks
        self._words = words
        self._pictures = pictures

    def block(self, rect: QRectF, block: Block, slot: Slot | None, manner: Manner, text: QRectF | None = None) -> None:
        """Paint a block; its text stays within `text`, where other blocks take the rest."""
        at = rect.topLeft().toPoint()
        size = QSizeF(rect.width(), rect.bottom() - at.y())
        odd = (slot.minutes, slot.overlap_before, slot.overlap_after) if slot is not None else ()
        looks = (size.width(), round(size.height(), 1), manner, odd, None if text is None else text.width())
        picture = self._pictures.find(block, self._words, looks)
        if picture is None:
            inner = None if text is None else text.translated(-at.x(), -at.y())
            picture = self._painted(size, block, slot, manner, inner)
            self._pictures.keep(block, self._words, looks, picture)
        self._target.drawPixmap(at, picture)

    def crowd(self, rect: QRectF, text: str) -> None:
        """Write in the place of options for which there is no room how many there are."""
        painter = self._target
        painter.setFont(self._inks.plain)
        painter.setPen(QColor(self._inks.colours.text))
        painter.drawText(rect.adjusted(self._bar_width, 0, 0, 0), _LEFT, text)

    def _painted(self, size: QSizeF, block: Block, slot: Slot | None, manner: Manner, text: QRectF | None) -> QPixmap:
        ratio = self._target.device().devicePixelRatioF()
        picture = QPixmap((size * ratio).toSize() + QSize(2, 2))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        self._painter = QPainter(picture)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(QRectF(QPointF(0, 0), size), block, slot, manner, text)
        self._painter.end()
        return picture

    def _paint(self, rect: QRectF, block: Block, slot: Slot | None, manner: Manner, text: QRectF | None) -> None:
        self._painter.setOpacity(0.45 if manner.faded else 1.0)
        self._surface(rect, block, slot, manner)
        bar = self._bar_width
        inner = (text or rect).adjusted(bar + self._inks.line * 0.45, 0, -self._inks.line * 0.35, 0)
        if inner.width() > self._inks.line * 1.5:
            narrow = block.round is not None and inner.height() >= 2 * self._inks.line
            (self._narrow_text if narrow else self._text)(inner, block, slot)

    @property
    def _bar_width(self) -> float:
        return max(4.0, self._inks.line * 0.28)

    def _surface(self, rect: QRectF, block: Block, slot: Slot | None, manner: Manner) -> None:
        painter, colours = self._painter, self._inks.colours
        plain = block.cancelled or block.round is not None
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface) if plain else self._inks.surface(block.phase))
        painter.drawRoundedRect(rect, ROUNDING, ROUNDING)
        bar = QRectF(rect.left(), rect.top(), min(self._bar_width, rect.width()), rect.height())
        painter.setBrush(colours.phase(block.phase))
        painter.drawRoundedRect(bar, ROUNDING / 2, ROUNDING / 2)
        pen = self._outline(block, slot, manner)
        if pen is not None:
            # In a low block a line of its own width would strike the text out.
            pen.setWidthF(min(pen.widthF(), max(1.0, rect.height() / 8)))
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = pen.widthF() / 2
            # An outline that only sets apart leaves the bar as it is.
            left = inset if pen.widthF() > 1 else bar.width()
            painter.drawRoundedRect(rect.adjusted(left, inset, -inset, -inset), ROUNDING, ROUNDING)

    def _outline(self, block: Block, slot: Slot | None, manner: Manner) -> QPen | None:
        colours = self._inks.colours
        if manner.selected:
            return QPen(QColor(colours.accent), 3 if manner.current else 2)
        if slot is not None and (slot.overlap_before or slot.overlap_after):
            return QPen(QColor(colours.must), 1.6)
        if block.cancelled:
            return QPen(QColor(colours.line), 1, Qt.PenStyle.DashLine)
        return QPen(QColor(colours.line), 1) if block.round is not None else None

    def _text(self, inner: QRectF, block: Block, slot: Slot | None) -> None:
        inks = self._inks.lowered(inner.height())
        line = inks.line
        if inner.height() < line * TIGHT - 1:
            return
        top = inner.top() + min(line * 0.22, (inner.height() - line) / 2)
        first = QRectF(inner.left(), top, inner.width(), line)
        rest = inner.bottom() - first.bottom()
        alarm = ", ".join(self._words.alarms(slot)) if slot is not None else ""
        room_for_two = rest >= 1.05 * line
        phase = self._words.phase(block)
        beside = self._fits_beside(phase, block, slot, first.width(), inks)
        first.setRight(self._right_words(first, phase if beside else "", inks, "" if room_for_two else alarm))
        # A line below the title is kept for what stands there.
        lines = self._title(first, block, slot, inks, max(1, int(rest / line - 0.05)))
        if room_for_two:
            below = QRectF(inner.left(), first.top() + lines * line, inner.width(), line)
            self._line_below(below, block, ("" if beside else phase), alarm, inks)

    def _fits_beside(self, phase: str, block: Block, slot: Slot | None, width: float, inks: Inks) -> bool:
        """Whether the phase can stand behind title and minutes; the title gets what it needs, within reason."""
        needs = (
            min(inks.strong_metrics.horizontalAdvance(self._words.title(block)), MOST_TITLE * inks.line)
            + inks.plain_metrics.horizontalAdvance(self._words.minutes(block, slot))
            + inks.plain_metrics.horizontalAdvance(phase)
        )
        return needs + 2.5 * inks.line <= width

    def _narrow_text(self, inner: QRectF, block: Block, slot: Slot | None) -> None:
        """Write the title of an option over some lines, with its place below: options are narrow but often high."""
        inks, painter = self._inks, self._painter
        if inner.width() < NARROW * inks.line and inner.height() > inner.width():
            self._upright_text(inner, block)
            return
        lines = max(1, min(3, int(inner.height() / inks.line) - 1))
        top = inner.top() + inks.line * 0.2
        painter.setFont(inks.strong)
        painter.setPen(QColor(inks.colours.quiet if block.cancelled else inks.colours.text))
        texts = wrapped(self._words.title(block), inks.strong_metrics, inner.width(), lines)
        for text in texts:
            painter.drawText(QRectF(inner.left(), top, inner.width(), inks.line), _LEFT, text)
            top += inks.line
        painter.setFont(inks.plain)
        painter.setPen(QColor(inks.colours.quiet))
        if lines == 1 and top + inks.line > inner.bottom() - 1:
            self._place_behind(inner, top - inks.line, "".join(texts), self._words.place(block))
            return
        below = (self._words.place(block), self._words.minutes(block, slot), self._words.phase(block))
        for text in (each for each in below if each):
            if top + inks.line > inner.bottom() + 1:
                return
            shown = inks.plain_metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(QRectF(inner.left(), top, inner.width(), inks.line), _LEFT, shown)
            top += inks.line

    def _place_behind(self, inner: QRectF, top: float, title: str, place: str) -> None:
        """Write the place of a low option at the end of its one line, where the title leaves room for it."""
        inks = self._inks
        left = inner.left() + inks.strong_metrics.horizontalAdvance(title) + inks.line * 0.6
        if left + inks.plain_metrics.horizontalAdvance(place) <= inner.right():
            self._painter.drawText(QRectF(left, top, inner.right() - left, inks.line), _RIGHT, place)

    def _upright_text(self, inner: QRectF, block: Block) -> None:
        """Write the title of a very narrow option from below upwards."""
        inks, painter = self._inks, self._painter
        painter.save()
        painter.translate(inner.left() - inks.line * 0.3, inner.bottom() - inks.line * 0.3)
        painter.rotate(-90)
        painter.setFont(inks.strong)
        painter.setPen(QColor(inks.colours.quiet if block.cancelled else inks.colours.text))
        width = inner.height() - inks.line * 0.6
        lines = max(1, int((inner.width() + inks.line * 0.5) / inks.line))
        for number, text in enumerate(wrapped(self._words.title(block), inks.strong_metrics, width, lines)):
            painter.drawText(QRectF(0, number * inks.line, width, inks.line), _LEFT, text)
        painter.restore()

    def _title(self, rect: QRectF, block: Block, slot: Slot | None, inks: Inks, most: int) -> int:
        """Write the title from a line on, at most so many, and the minutes behind it; return how many it took."""
        painter, colours = self._painter, inks.colours
        minutes = self._words.minutes(block, slot)
        gap = inks.line * 0.4
        minutes_width = inks.plain_metrics.horizontalAdvance(minutes) + (inks.line if block.minutes_locked else 0)
        signs = inks.line * 0.75 if block.pinned_start is not None else 0.0
        room = rect.width() - minutes_width - gap - signs
        needs = inks.strong_metrics.horizontalAdvance(self._words.title(block))
        # An option mostly lasts as long as its round, which says it.
        if room < (needs if block.round is not None else min(needs, MOST_BESIDE * inks.line)):
            minutes, minutes_width, room = "", 0.0, rect.width() - signs
        title = wrapped(self._words.title(block), inks.strong_metrics, max(room, 0), min(most, MOST_LINES)) or [""]
        strong = QFont(inks.strong)
        strong.setStrikeOut(block.cancelled)
        x = rect.left()
        if signs:
            draw_pin(painter, QPointF(x + inks.line * 0.25, rect.center().y()), inks.line, QColor(colours.accent))
            x += signs
        painter.setFont(strong)
        painter.setPen(QColor(colours.quiet if block.cancelled else colours.text))
        for number, text in enumerate(title):
            line = QRectF(x, rect.top() + number * inks.line, max(room, 0), rect.height())
            painter.drawText(line, _LEFT, text)
        rect = rect.translated(0, (len(title) - 1) * inks.line)
        x += inks.strong_metrics.horizontalAdvance(title[-1]) + gap
        painter.setFont(inks.plain)
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRectF(x, rect.top(), minutes_width + 1, rect.height()), _LEFT, minutes)
        if block.minutes_locked and minutes:
            centre = QPointF(x + minutes_width - inks.line * 0.45, rect.center().y())
            _lock(painter, centre, inks.line, QColor(colours.quiet))
        return len(title)

    def _right_words(self, rect: QRectF, phase: str, inks: Inks, alarm: str) -> float:
        """Write the phase, and what is odd where it has no line of its own, at the right; return where that begins."""
        x = rect.right()
        self._painter.setFont(inks.plain)
        for text, colour in ((alarm, inks.colours.must), (phase, inks.colours.quiet)):
            width = inks.plain_metrics.horizontalAdvance(text) + 1
            if text and width < rect.width() * 0.5:
                self._painter.setPen(QColor(colour))
                self._painter.drawText(QRectF(x - width, rect.top(), width, rect.height()), _RIGHT, text)
                x -= width + inks.line * 0.4
        return x

    def _line_below(self, rect: QRectF, block: Block, phase: str, alarm: str, inks: Inks) -> None:
        painter, metrics = self._painter, inks.plain_metrics
        painter.setFont(inks.plain)
        if alarm:
            width = min(metrics.horizontalAdvance(alarm), rect.width())
            painter.setPen(QColor(inks.colours.must))
            painter.drawText(rect, _LEFT, metrics.elidedText(alarm, Qt.TextElideMode.ElideRight, rect.width()))
            rect = rect.adjusted(width + inks.line * 0.5, 0, 0, 0)
        text = DOT.join(each for each in (phase, self._words.place(block)) if each)
        if text and rect.width() > inks.line:
            painter.setPen(QColor(inks.colours.quiet))
            painter.drawText(rect, _LEFT, metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()))


def _scaled(font: QFont, share: float) -> QFont:
    scaled = QFont(font)
    if font.pointSizeF() > 0:
        scaled.setPointSizeF(font.pointSizeF() * share)
    else:
        scaled.setPixelSize(max(1, int(font.pixelSize() * share)))
    return scaled


def draw_pin(painter: QPainter, centre: QPointF, line: float, colour: QColor) -> None:
    """Draw a pin: a head and a needle."""
    painter.save()
    painter.setPen(QPen(colour, max(1.2, line * 0.08)))
    painter.setBrush(colour)
    painter.drawEllipse(centre + QPointF(0, -line * 0.14), line * 0.17, line * 0.17)
    painter.drawLine(centre + QPointF(0, 0), centre + QPointF(0, line * 0.34))
    painter.restore()


def _lock(painter: QPainter, centre: QPointF, line: float, colour: QColor) -> None:
    """Draw a lock: a body and a bow."""
    painter.save()
    body = QRectF(centre.x() - line * 0.18, centre.y() - line * 0.04, line * 0.36, line * 0.28)
    bow = QRectF(centre.x() - line * 0.11, centre.y() - line * 0.26, line * 0.22, line * 0.4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, max(1.2, line * 0.07)))
    painter.drawArc(bow, 0, 180 * 16)
    painter.fillRect(body, colour)
    painter.restore()


def wrapped(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width; long words are broken, what doesn't fit gets an ellipsis."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = 1
        while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
            count += 1
        line = " ".join(words[:count])
        words = words[count:]
        if metrics.horizontalAdvance(line) > width:
            fitting = max(1, len(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)) - 1)
            cut = fitting - 1 if fitting >= SHORTEST_BROKEN else fitting
            words.insert(0, line[cut:])
            line = f"{line[:cut]}-" if cut < fitting else line[:cut]
        lines.append(line)
    if words:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines
