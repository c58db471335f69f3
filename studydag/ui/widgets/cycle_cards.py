"""Where study days stand in the cycle of improvement, a card each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from studydag.language import Language
from studydag.model.rules.threads.cycle import STAGES, OpenItem, Stage, Standing, standing
from studydag.model.values.changes import Place
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.text_label import text_label
from studydag.ui.widgets.link_button import LinkButton
from studydag.ui.workspace import Workspace

MOST_OPEN = 3
"""So many open things stand on a card; of the others their number."""


class CycleCards(QScrollArea):
    """A card for each of some study days. `chosen` carries the Place of what is clicked."""

    chosen = Signal(object)

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin without cards."""
        super().__init__(parent)
        self._workspace = workspace
        self._look = look
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.cards: list[CycleCard] = []
        self._make_room()

    def _make_room(self) -> None:
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setWidget(self._inner)

    def show_days(self, days: list[StudyDay]) -> None:
        """Show where these days stand today."""
        self._make_room()
        self.cards = []
        for day in days:
            card = CycleCard(day, standing(day, self._workspace.today()), self._workspace.language, self._look)
            card.chosen.connect(self.chosen)
            self._column.addWidget(card)
            self.cards.append(card)
        self._column.addStretch(1)


class CycleCard(QFrame):
    """One study day: its title, the cycle as a strip, and what is open where it stands."""

    chosen = Signal(object)

    def __init__(self, day: StudyDay, found: Standing, language: Language, look: Look) -> None:
        """Say where it stands."""
        super().__init__()
        self.setProperty("role", "card")
        _ = language.gettext
        self.title = LinkButton(
            day.title or _("Study day"), partial(self.chosen.emit, Place(day.id, "study_day", day.id)), self
        )
        self.strip = CycleStrip(found, language, look, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.strip)
        for item in found.open[:MOST_OPEN]:
            layout.addWidget(self._line(day, item, language))
        more = len(found.open) - MOST_OPEN
        if more > 0:
            text = language.ngettext("and {n} more", "and {n} more", more).replace("{n}", str(more))
            layout.addWidget(text_label(text, self, "quiet"))
        if found.stage is None:
            layout.addWidget(
                text_label(_("All the way round: its insights went along to the next day."), self, "quiet")
            )

    def _line(self, day: StudyDay, item: OpenItem, language: Language) -> QWidget:
        if item.reference is None:
            return text_label(language.gettext(item.missing), self, "quiet")
        kind, row_id = item.reference
        name = language.capitalised(language.kind(kind))
        text = " ".join(item.title.split())
        return LinkButton(
            f"{name}: {text}" if text else name, partial(self.chosen.emit, Place(day.id, kind, row_id)), self
        )


class CycleStrip(QWidget):
    """The stages beside each other: those behind are filled, the one where it stands is ringed and in bold."""

    def __init__(self, found: Standing, language: Language, look: Look, parent: QWidget | None = None) -> None:
        """Paint one standing."""
        super().__init__(parent)
        self._found = found
        self._look = look
        self._names = {stage: language.gettext(text) for stage, text in STAGES.items()}
        said = self._names[found.stage] if found.stage is not None else language.gettext("all the way round")
        name = language.gettext("Now at: {stage}").replace("{stage}", said)
        self.setAccessibleName(name)
        self.setToolTip(" → ".join(self._names.values()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for a line of dots and one of names; in a narrow card some names stand a line lower."""
        line = self.fontMetrics().height()
        lowest = max((place.bottom() for _stage, place in self.places()), default=0.0)
        return QSize(200, round(max(lowest, 2 * line) + 0.1 * line))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as need be."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the names need at this width."""
        super().resizeEvent(event)
        self.setFixedHeight(self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots along a line, with their names as far as these have room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, stages = self._look.colours, list(Stage)
        wide, line = self.width() / len(stages), self.fontMetrics().height()
        y, radius = line * 0.45, line * 0.3
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawLine(QPointF(wide / 2, y), QPointF(self.width() - wide / 2, y))
        for number, stage in enumerate(stages):
            x, here = (number + 0.5) * wide, stage is self._found.stage
            ink = QColor(colours.holds if self._found.is_past(stage) else colours.accent if here else colours.edge)
            painter.setPen(QPen(ink, 3 if here else 1.5))
            painter.setBrush(ink if self._found.is_past(stage) else QColor(colours.surface))
            painter.drawEllipse(QPointF(x, y), radius, radius)
        for stage, place in self.places():
            here = stage is self._found.stage
            painter.setFont(self._font(here=here))
            painter.setPen(QColor(colours.text if here else colours.quiet))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, self._names[stage])
        painter.end()

    def places(self) -> list[tuple[Stage, QRectF]]:
        """Return the names that have room, and where: that of the stage where it stands first, the others around it.

        What finds no room beside the others stands a line lower.
        """
        stages = list(Stage)
        wide, line = self.width() / len(stages), self.fontMetrics().height()
        placed: list[tuple[Stage, QRectF]] = []
        for stage in sorted(stages, key=lambda each: each is not self._found.stage):
            metrics = QFontMetricsF(self._font(here=stage is self._found.stage))
            long = metrics.horizontalAdvance(self._names[stage]) + 4
            left = min(max(0.0, (stages.index(stage) + 0.5) * wide - long / 2), max(0.0, self.width() - long))
            lines = (line, 2 * line) if placed else (line,)
            for top in lines:
                place = QRectF(left, top, long, line)
                if long <= self.width() and not any(place.intersects(other) for _stage, other in placed):
                    placed.append((stage, place))
                    break
        return placed

    def _font(self, *, here: bool) -> QFont:
        font = self.font()
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 1.0))
        font.setBold(here)
        return font
