"""What came of it: each result beside its baseline and its target, painted and in words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from studydag.model.rules.results import GUSKEY, KIRKPATRICK, Comparison, comparisons, response
from studydag.model.values.effect import Result
from studydag.model.values.questions import Question
from studydag.model.values.school import DocumentLanguage
from studydag.ui.announcing import name_choice
from studydag.ui.look import Look
from studydag.ui.workspace import Workspace

DOT = " · "


class ComparisonView(QWidget):
    """All comparisons of the day in view, in the order of Kirkpatrick or Guskey."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self._questions: dict[int, Question] = {}
        heading = QLabel(_("Before and after"), self)
        heading.setProperty("role", "heading")
        self.order = QComboBox(self)
        self.order.addItems([_("In the order of Kirkpatrick"), _("In the order of Guskey")])
        name_choice(self.order, _("Order of the levels"))
        self.order.activated.connect(lambda _index: self.refresh())
        self.empty = QLabel(_("Results with a mean stand here beside what was measured before the day."), self)
        self.empty.setWordWrap(True)
        self.empty.setProperty("role", "quiet")
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setAccessibleName(heading.text())
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.charts: list[ComparisonChart] = []
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        bar.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.scroll_area, 1)

    def refresh(self) -> None:
        """Show what was found."""
        workspace, day = self._workspace, self._workspace.day
        found: tuple[Comparison, ...] = ()
        if day is not None:
            levels = GUSKEY if self.order.currentIndex() else KIRKPATRICK
            found = comparisons(day, workspace.setting.school.minimum_group_size, levels)
        self._questions = {each.id: each for made in workspace.setting.question_sets for each in made.questions}
        self.empty.setVisible(not found)
        inner = QWidget(self.scroll_area)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        self.charts = []
        for each in found:
            column.addWidget(self._card(each))
        column.addStretch(1)
        self.scroll_area.setWidget(inner)

    def _card(self, found: Comparison) -> QWidget:
        language = self._workspace.language
        card = QFrame(self)
        card.setProperty("role", "card")
        level = language.capitalised(language.member(found.measure.level))
        title = QLabel(DOT.join(part for part in (found.measure.title, self._question(found)) if part) or level, card)
        title.setProperty("role", "heading")
        title.setWordWrap(True)
        kind = QLabel(level, card)
        kind.setProperty("role", "quiet")
        words = QLabel(self.words(found), card)
        words.setWordWrap(True)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        column.addWidget(title)
        column.addWidget(kind)
        if not found.hidden:
            chart = ComparisonChart(found, self._scale(found), self._look, card)
            chart.setAccessibleName(f"{title.text()}: {words.text()}")
            self.charts.append(chart)
            column.addWidget(chart)
        column.addWidget(words)
        return card

    def _question(self, found: Comparison) -> str:
        question = self._questions.get(found.question) if found.question is not None else None
        if question is None:
            return ""
        dutch = self._workspace.language.code is DocumentLanguage.DUTCH
        return (question.text_nl if dutch else question.text_en) or question.text_nl or question.text_en

    def _scale(self, found: Comparison) -> tuple[float, float]:
        question = self._questions.get(found.question) if found.question is not None else None
        if question is not None:
            return float(question.scale_low), float(question.scale_high)
        values = [each.mean for each in (found.result, found.baseline) if each is not None and each.mean is not None]
        top = max([*values, found.target or 0.0])
        return 0.0, 5.0 if top <= 5 else 10.0 if top <= 10 else 100.0 if top <= 100 else top * 1.1

    # -- words

    def words(self, found: Comparison) -> str:
        """Say all of it: means with how many answered, the difference, and what to be careful about."""
        language = self._workspace.language
        _ = language.gettext
        if found.hidden:
            text = _("Fewer than {n} people answered: no figures are shown.")
            return text.replace("{n}", str(self._workspace.setting.school.minimum_group_size))
        parts = []
        if found.baseline is not None:
            parts.append(_("before: {result}").replace("{result}", self._figure(found.baseline)))
        if found.result is not None:
            parts.append(_("after: {result}").replace("{result}", self._figure(found.result)))
        else:
            parts.append(_("nothing was found after the day yet"))
        if found.difference is not None:
            sign = "+" if found.difference > 0 else ""
            shown = f"{sign}{language.number(found.difference)}"
            parts.append(_("difference: {number}").replace("{number}", shown))
        if found.target is not None:
            shown = f"{language.number(found.target)} {found.unit}".strip()
            parts.append(_("target: {number}").replace("{number}", shown))
        if found.n_differs:
            parts.append(_("mind: not as many people answered as before"))
        return language.capitalised(DOT.join(parts))

    def _figure(self, result: Result) -> str:
        language = self._workspace.language
        parts = []
        if result.n is not None:
            parts.append(f"n = {result.n}")
        share = response(result)
        if share is not None:
            parts.append(language.gettext("response {percent}").replace("{percent}", language.percent(share)))
        if result.spread is not None:
            parts.append(language.gettext("spread {number}").replace("{number}", language.number(result.spread)))
        mean = language.number(result.mean) if result.mean is not None else ""
        return f"{mean} ({', '.join(parts)})" if parts else mean


class ComparisonChart(QWidget):
    """A scale with a hollow mark before, a full one after, and a line at the target."""

    def __init__(self, found: Comparison, scale: tuple[float, float], look: Look, parent: QWidget) -> None:
        """Paint one comparison on a scale."""
        super().__init__(parent)
        self._found = found
        self._scale = scale
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(240, round(self.fontMetrics().height() * 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the scale with its ends and what was found."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, line = self._look.colours, self.fontMetrics().height()
        left, right, y, radius = line, min(self.width() - line, line * 34), line * 0.6, line * 0.38
        low, high = self._scale

        def x_of(value: float) -> float:
            share = (value - low) / (high - low) if high > low else 0.0
            return left + min(max(share, 0.0), 1.0) * (right - left)

        painter.setPen(QPen(QColor(colours.edge), 1.5))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QColor(colours.quiet))
        for value in (low, high):
            place = QRectF(x_of(value) - line * 2, line, line * 4, line)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"{value:g}")
        means = [each.mean for each in (self._found.baseline, self._found.result) if each is not None]
        if len(means) == 2 and None not in means:
            painter.setPen(QPen(QColor(colours.accent), 4))
            painter.drawLine(QPointF(x_of(means[0] or 0.0), y), QPointF(x_of(means[1] or 0.0), y))
        if self._found.target is not None:
            painter.setPen(QPen(QColor(colours.holds), 2, Qt.PenStyle.DashLine))
            x = x_of(self._found.target)
            painter.drawLine(QPointF(x, 0), QPointF(x, line * 1.2))
        painter.setPen(QPen(QColor(colours.accent), 2))
        for result, fill in ((self._found.baseline, colours.surface), (self._found.result, colours.accent)):
            if result is not None and result.mean is not None:
                painter.setBrush(QColor(fill))
                painter.drawEllipse(QPointF(x_of(result.mean), y), radius, radius)
        painter.end()
