"""A bar that is divided by minutes, with a line below it for each part: what it is, its minutes, its share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from studydag.language import Language
from studydag.ui.look import Look
from studydag.ui.spoken_roles import SpokenAs, speak_as

ROW = 1.2
TITLE = 1.3
BAND = 0.55


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of the bar: its name, its minutes, and the colour it is drawn in, always beside the name."""

    name: str
    minutes: int
    colour: QColor


class BalanceBar(QWidget):
    """Shows what minutes are divided over; `parts` sum to the whole exactly."""

    def __init__(self, look: Look, language: Language, title: str, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._look = look
        self._language = language
        self._title = title
        self.parts: tuple[BarPart, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        speak_as(self, SpokenAs.CHART)

    @property
    def minutes(self) -> int:
        """The whole."""
        return sum(part.minutes for part in self.parts)

    def show_parts(self, parts: Sequence[BarPart]) -> None:
        """Show these, but for those without minutes."""
        self.parts = tuple(part for part in parts if part.minutes)
        said = ", ".join(f"{part.name} {self._amount(part)}" for part in self.parts)
        self.setAccessibleDescription(said)
        self.setToolTip(said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a title, a band, and a line for each part."""
        line = self.fontMetrics().height()
        return QSize(160, round(line * (TITLE + BAND + 0.3 + ROW * max(len(self.parts), 1))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        """Paint the title, the band and the lines."""
        line = self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._look.colours.text))
        painter.drawText(QRectF(0, 0, self.width(), line * TITLE), Qt.AlignmentFlag.AlignVCenter, self._title)
        self._paint_band(painter, QRectF(0, line * TITLE, self.width(), line * BAND))
        top = line * (TITLE + BAND + 0.3)
        for number, part in enumerate(self.parts):
            self._paint_line(painter, part, QRectF(0, top + number * line * ROW, self.width(), line * ROW))
        if not self.parts:
            painter.setPen(QColor(self._look.colours.quiet))
            empty = self._language.gettext("No minutes yet")
            painter.drawText(QRectF(0, top, self.width(), line * ROW), Qt.AlignmentFlag.AlignVCenter, empty)
        painter.end()

    def _paint_band(self, painter: QPainter, band: QRectF) -> None:
        path = QPainterPath()
        path.addRoundedRect(band, band.height() / 2, band.height() / 2)
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(band, QColor(self._look.colours.line))
        left, whole = band.left(), self.minutes
        for part in self.parts:
            width = band.width() * part.minutes / whole
            painter.fillRect(QRectF(left, band.top(), width, band.height()), part.colour)
            left += width
        painter.restore()

    def _paint_line(self, painter: QPainter, part: BarPart, row: QRectF) -> None:
        side = row.height() * 0.36
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(part.colour)
        painter.drawRoundedRect(QRectF(0, row.center().y() - side / 2, side, side), 2, 2)
        painter.setPen(QColor(self._look.colours.quiet))
        amount = self._amount(part)
        wide = self.fontMetrics().horizontalAdvance(amount)
        name = row.adjusted(side * 1.7, 0, -wide - side, 0)
        shown = self.fontMetrics().elidedText(part.name, Qt.TextElideMode.ElideRight, round(name.width()))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(row, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, amount)

    def _amount(self, part: BarPart) -> str:
        language = self._language
        return f"{language.minutes(part.minutes)} · {language.percent(part.minutes / self.minutes)}"
