"""The phase strip: the minutes of each phase as a band in the order of the day, with the words below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studydag.language import Language
from studydag.model.rules.time.balance import live, shares_of
from studydag.model.rules.time.schedule import Schedule, Slot
from studydag.model.values.formats import Phase
from studydag.ui.look import Look
from studydag.ui.spoken_roles import SpokenAs, speak_as

MOST_FINE = 60


class PhaseStrip(QWidget):
    """Shows a programme in phases; `minutes` has what each comes to, a round once."""

    def __init__(self, look: Look, language: Language, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._look = look
        self._language = language
        self._stretches: tuple[tuple[Phase, int], ...] = ()
        self.minutes: dict[Phase, int] = {}
        self._placed: dict[tuple[float, str], list[tuple[Phase, QRectF]]] = {}
        self._has_words = True
        # Not fixed: that would hold it to the height at the width it was first asked for.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(language.gettext("Minutes per phase"))
        speak_as(self, SpokenAs.CHART)

    def show_programme(self, schedule: Schedule) -> None:
        """Show the minutes of a day."""
        self._stretches = tuple(_stretches(schedule))
        self._placed.clear()
        self.minutes = dict.fromkeys(Phase, 0)
        for phase, minutes in self._stretches:
            self.minutes[phase] += minutes
        said = ", ".join(self._said(phase) for phase in Phase if self.minutes[phase])
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def show_words(self, *, wanted: bool) -> None:
        """Show the words below the band, or leave their room to others; the band still tells them at the pointer."""
        if wanted != self._has_words:
            self._has_words = wanted
            self._placed.clear()
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for a band and as many lines of words as they take."""
        line = self.fontMetrics().height()
        rows = self._legend_rows(max(self.width(), line * 20))
        return QSize(200, round(line * 0.75 + rows * line * 1.15))

    def hasHeightForWidth(self) -> bool:
        """The words may take more than one line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        line = self.fontMetrics().height()
        return round(line * 0.75 + self._legend_rows(width) * line * 1.15)

    def _said(self, phase: Phase) -> str:
        return f"{self._language.member(phase)} {self._language.minutes(self.minutes[phase])}"

    def _legend(self, width: float) -> list[tuple[Phase, QRectF]]:
        """Place a word and its minutes for each phase, in lines of a width; a layout asks for it many times over."""
        key = (width, self.font().key())
        if key not in self._placed:
            self._placed[key] = self._placed_words(width)
        return self._placed[key]

    def _placed_words(self, width: float) -> list[tuple[Phase, QRectF]]:
        metrics = self.fontMetrics()
        line = metrics.height()
        x, y = 0.0, line * 0.75
        placed = []
        for phase in Phase:
            if not self._has_words or not self.minutes.get(phase):
                continue
            wide = line * 0.75 + metrics.horizontalAdvance(self._said(phase))
            if x and x + wide > width:
                x, y = 0.0, y + line * 1.15
            placed.append((phase, QRectF(x, y, wide, line * 1.15)))
            x += wide + line * 0.8
        return placed

    def _legend_rows(self, width: float) -> int:
        return len({rect.top() for _, rect in self._legend(width)})

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - small enough to paint whole
        """Paint the band and its words."""
        line = self.fontMetrics().height()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_band(painter, QRectF(0, 0, self.width(), line * 0.5))
        for phase, rect in self._legend(self.width()):
            spot = QRectF(rect.left(), rect.center().y() - line * 0.2, line * 0.42, line * 0.42)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colours.phase(phase))
            painter.drawRoundedRect(spot, 2, 2)
            painter.setPen(QColor(self._look.colours.quiet))
            painter.drawText(rect.adjusted(line * 0.7, 0, line, 0), Qt.AlignmentFlag.AlignVCenter, self._said(phase))
        painter.end()

    def _paint_band(self, painter: QPainter, band: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.colours.line))
        painter.save()
        # Round ends and fine edges between hundreds of stretches would take longer than all the rest.
        fine = len(self._stretches) < MOST_FINE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, fine)
        if fine:
            path = QPainterPath()
            path.addRoundedRect(band, band.height() / 2, band.height() / 2)
            painter.setClipPath(path)
        painter.drawRect(band)
        for phase, rect in self._segments(band):
            painter.fillRect(rect, self._look.colours.phase(phase))
        painter.restore()

    def _segments(self, band: QRectF) -> list[tuple[Phase, QRectF]]:
        total = sum(minutes for _, minutes in self._stretches)
        x, placed = band.left(), []
        for phase, minutes in self._stretches:
            width = band.width() * minutes / total
            placed.append((phase, QRectF(x, band.top(), width, band.height())))
            x += width
        return placed

    def event(self, event: QEvent) -> bool:
        """Tell which phase the pointer rests on."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            band = QRectF(0, 0, self.width(), self.fontMetrics().height() * 0.75)
            found = next((phase for phase, rect in self._segments(band) if rect.contains(event.pos())), None)
            if found is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._said(found), self)
            return True
        return super().event(event)


def _stretches(schedule: Schedule) -> list[tuple[Phase, int]]:
    """Return the phases in the order of the day with their minutes; a round is divided over those of its options."""
    found: list[tuple[Phase, int]] = []
    for slot in live(schedule):
        for phase, minutes in _shares(slot):
            if found and found[-1][0] is phase:
                found[-1] = phase, found[-1][1] + minutes
            elif minutes:
                found.append((phase, minutes))
    return found


def _shares(slot: Slot) -> list[tuple[Phase, int]]:
    if not slot.options or not slot.block.phase.is_learning:
        return [(slot.block.phase, slot.minutes)]
    return [(share.block.phase, share.minutes) for share in shares_of(slot, {})]
