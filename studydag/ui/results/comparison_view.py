"""What came of it: each result beside its baseline and its target, painted and in words."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from studydag.export.question_sets import question_text
from studydag.export.result_words import DOT, choices_of, comparison_words, legend, level_words, scale_of
from studydag.model.rules.effect.figures import can_be_shown, question_map
from studydag.model.rules.effect.results import GUSKEY, KIRKPATRICK, Comparison, comparisons
from studydag.model.values.questions import Question, QuestionKind
from studydag.ui.announcing import name_choice
from studydag.ui.fields.still_box import StillBox
from studydag.ui.look import Look
from studydag.ui.results.charts import ChoiceChart, ComparisonChart
from studydag.ui.text_label import text_label
from studydag.ui.workspace import Workspace


class ComparisonView(QWidget):
    """All comparisons of the day in view, in the order of Kirkpatrick or Guskey."""

    def __init__(self, workspace: Workspace, look: Look, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        _ = workspace.language.gettext
        self._workspace = workspace
        self._look = look
        self._questions: Mapping[int, Question] = {}
        heading = QLabel(_("Before and after"), self)
        heading.setProperty("role", "heading")
        self.order = StillBox(self)
        self.order.addItems([_("In Kirkpatrick’s order"), _("In Guskey’s order")])
        name_choice(self.order, _("Order of the levels"))
        self.order.activated.connect(lambda _index: self.refresh())
        self.empty = text_label(
            _("Results with a mean are shown here beside what was measured before the day."), self, "quiet"
        )
        self.legend = text_label(legend(workspace.language), self, "quiet")
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setAccessibleName(heading.text())
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.charts: list[QWidget] = []
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        bar.addWidget(self.order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.empty)
        layout.addWidget(self.legend)
        layout.addWidget(self.scroll_area, 1)

    def refresh(self) -> None:
        """Show what was found."""
        workspace, day = self._workspace, self._workspace.day
        found: tuple[Comparison, ...] = ()
        if day is not None:
            levels = GUSKEY if self.order.currentIndex() else KIRKPATRICK
            self._questions = question_map(workspace.setting.question_sets)
            found = comparisons(day, workspace.setting.school.minimum_group_size, levels, self._questions)
        self.empty.setVisible(not found)
        self.legend.setVisible(bool(found))
        inner = QWidget(self.scroll_area)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        self.charts = []
        for measure, own in groupby(found, key=lambda each: each.measure.id):
            column.addWidget(self._card(measure, list(own)))
        column.addStretch(1)
        self.scroll_area.setWidget(inner)

    def _card(self, measure_id: int, found: list[Comparison]) -> QWidget:
        """Return a card of all that a measure found, question by question, and in words."""
        language, measure = self._workspace.language, found[0].measure
        card = QFrame(self)
        card.setProperty("role", "card")
        level = language.capitalised(level_words(measure.level, language))
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(3)
        self._add(column, card, measure.title or level, "heading")
        if measure.title:
            self._add(column, card, level, "quiet")
        for each in found:
            self._add_comparison(column, card, each)
        day = self._workspace.day
        minimum = self._workspace.setting.school.minimum_group_size
        for result in () if day is None else day.results:
            if result.measure == measure_id and result.text.strip() and can_be_shown(result, measure.level, minimum):
                asked = self._questions.get(result.question or 0)
                if asked is not None:
                    column.addSpacing(6)
                    self._add(column, card, question_text(asked, language), "heading")
                self._add(column, card, result.text)
        return card

    def _add_comparison(self, column: QVBoxLayout, card: QWidget, found: Comparison) -> None:
        asked = self._questions.get(found.question or 0)
        said, words = "" if asked is None else question_text(asked, self._workspace.language), self.words(found)
        if asked is not None:
            column.addSpacing(6)
            self._add(column, card, said, "heading")
        chart = self._chart(found, asked, card)
        if chart is not None:
            title = DOT.join(part for part in (found.measure.title, said) if part)
            chart.setAccessibleName(f"{title}: {words}")
            self.charts.append(chart)
            column.addWidget(chart)
        self._add(column, card, words)

    def _chart(self, found: Comparison, asked: Question | None, card: QWidget) -> QWidget | None:
        if found.hidden:
            return None
        if asked is not None and asked.kind is QuestionKind.CHOICE:
            counted = found.result or found.baseline
            choices = choices_of(asked, self._workspace.language)
            return None if counted is None else ChoiceChart(choices, counted.distribution, self._look, card)
        return ComparisonChart(found, scale_of(found, asked), self._look, card)

    def _add(self, column: QVBoxLayout, card: QWidget, text: str, role: str = "") -> None:
        label = QLabel(text, card)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            label.setProperty("role", role)
        column.addWidget(label)

    def words(self, found: Comparison) -> str:
        """Say all of a comparison."""
        language = self._workspace.language
        return comparison_words(found, language, self._workspace.setting.school.minimum_group_size)
