"""The effect report: what was measured at each level, from the baseline to the result, what went well, what to keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from studydag.export.afterwards import due_of_measure, when_text
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.comparison_chart import choice_chart, comparison_chart
from studydag.export.question_sets import question_text
from studydag.export.result_words import choices_of, comparison_words, legend, level_words, scale_of
from studydag.export.typeset.flowables import Bullets, Group, Heading, Panel, Paragraph, Prose, Titled
from studydag.export.typeset.pictures import Figure
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.effect.figures import complete, kept_back, question_map
from studydag.model.rules.effect.results import GUSKEY, KIRKPATRICK, Comparison, comparisons
from studydag.model.values.effect import Insight, Measure, Result, Success, Verdict
from studydag.model.values.questions import Question, QuestionKind
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 27.0
FIGURE_MM: Final = 22.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the report as a PDF; results that aren't shared, and those of very few people, are counted, not shown."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Effect report"))
    return commission.finished(Report(commission).story())


class Report(Story):
    """The story of one report; what came of the day stands in the pack to share as well."""

    def __init__(self, commission: Commission) -> None:
        """Keep back results that are not shared, or come from very few."""
        super().__init__(commission)
        self._least = least = commission.setting.school.minimum_group_size
        self._questions = question_map(commission.setting.question_sets)
        out = kept_back(self._day.results, self._day.measures, least)
        shown = [each for each in self._day.results if each.shared and each.id not in out]
        self._results: dict[int, list[Result]] = {}
        for result in shown:
            whole = complete(result, self._questions.get(result.question or 0))
            self._results.setdefault(result.measure, []).append(whole)
        public = replace(self._day, results=tuple(shown))
        self._comparisons = comparisons(public, least, questions=self._questions)
        self._is_drawn = any(_is_worth_drawing(each) for each in self._comparisons)
        self._left_out = len(self._day.results) - len(shown)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        yield self._commission.masthead()
        yield from self._goals()
        yield from self.outcome()

    def outcome(self) -> Iterator[Element]:
        """Yield what was measured level by level, what went well, what to keep, change and stop."""
        _ = self._language.gettext
        told = [*self._levels(), *self._successes(), *self._insights()]
        if not told:
            yield self._commission.letterhead.nothing(_("Nothing has been measured yet."))
        if self._is_drawn:
            yield Paragraph(content=legend(self._language), role=Role.NOTE)
        yield from told
        if self._choices.on("successes") and not self._day.successes:
            yield Paragraph(content=_("No successes have been written down yet."), role=Role.NOTE)
        if self._left_out:
            text = self._language.ngettext(
                "{n} result is left out: it is not shared, or comes from too few people.",
                "{n} results are left out: they are not shared, or come from too few people.",
                self._left_out,
            )
            yield Paragraph(content=text.replace("{n}", str(self._left_out)), role=Role.NOTE)

    def _goals(self) -> Iterator[Element]:
        goals = tuple(goal.sentence for goal in self._day.goals) if self._choices.on("goals") else ()
        if goals:
            label = self._language.gettext("What we work towards")
            yield Panel(flows=(Paragraph(content=label, role=Role.LABEL, keep_with_next=True), Bullets(items=goals)))

    def _levels(self) -> Iterator[Element]:
        _ = self._language.gettext
        for level in GUSKEY if self._choices.on("guskey") else KIRKPATRICK:
            measures = [each for each in self._day.measures if each.level is level]
            if not measures:
                continue
            yield _heading(self._language.capitalised(level_words(level, self._language)))
            yield Table(
                columns=(
                    Column(mm=WHEN_MM),
                    Column(share=1),
                    Column(mm=FIGURE_MM, align=Align.RIGHT),
                    Column(mm=FIGURE_MM, align=Align.RIGHT),
                    Column(mm=FIGURE_MM, align=Align.RIGHT),
                ),
                rows=tuple(self._row(measure) for measure in measures),
                header=(_("When"), _("What"), _("Baseline"), _("Result"), _("Answers")),
                row_header=1,
            )
            for measure in measures:
                yield from self._charts(measure)

    def _charts(self, measure: Measure) -> Iterator[Element]:
        """Draw what was found, question by question; one mean alone says as much in the table."""
        drawn = [each for each in self._comparisons if each.measure.id == measure.id and _is_worth_drawing(each)]
        if not drawn:
            return
        yield Heading(text=measure.title, role=Role.HEADING_4, continued="")
        for found in drawn:
            question = self._questions.get(found.question or 0)
            asked = "" if question is None else question_text(question, self._language)
            words = comparison_words(found, self._language, self._least)
            flows: list[Flow] = [Paragraph(content=asked, role=Role.LABEL, keep_with_next=True)] if asked else []
            yield Group(
                flows=(*flows, self._chart(found, question, words), Paragraph(content=words, role=Role.NOTE)),
                together=True,
            )

    def _chart(self, found: Comparison, question: Question | None, words: str) -> Figure:
        counted = found.result or found.baseline
        if question is not None and question.kind is QuestionKind.CHOICE and counted is not None:
            return choice_chart(choices_of(question, self._language), counted.distribution, words)
        return comparison_chart(found, scale_of(found, question), words)

    def _row(self, measure: Measure) -> Row:
        _ = self._language.gettext
        results = self._results.get(measure.id, [])
        means = [each for each in results if each.mean is not None and each.question is None]
        before = self._results.get(measure.baseline_measure or 0, [])
        baseline = [each for each in before if each.mean is not None and each.question is None]
        title = measure.title or self._language.capitalised(level_words(measure.level, self._language))
        said: list[Flow] = []
        for each in (one for one in results if one.text.strip()):
            asked = self._questions.get(each.question or 0)
            if asked is not None:
                said.append(Paragraph(content=question_text(asked, self._language), role=Role.LABEL))
            said.append(Prose(text=each.text, role=Role.SMALL))
        instruments = [self._language.member(each) for each in measure.instruments]
        note = self._language.list(instruments) if instruments else ""
        result: Flow = self._figure(means) or ("" if results else Run(_("still open"), grey=True))
        return Row(
            cells=(
                self._when(measure, results),
                Titled(title=title, notes=(note,), flows=tuple(said)),
                self._figure(baseline),
                result,
                Cell(flow=self._answers(results), role=Role.SMALL),
            )
        )

    def _when(self, measure: Measure, results: Sequence[Result]) -> str:
        """Return when it was measured, or is to be."""
        measured = max((each.date for each in results if each.date is not None), default=None)
        due = due_of_measure(measure, self._day)
        return when_text(due, measured or resolve(due, self._day), self._names)

    def _figure(self, results: Sequence[Result]) -> str:
        means = [each.mean for each in results if each.mean is not None]
        return self._language.number(means[-1]) if means else ""

    def _answers(self, results: Sequence[Result]) -> str:
        counted = [each for each in results if each.n is not None]
        if not counted:
            return ""
        last = max(counted, key=lambda each: each.n or 0)
        if not last.invited:
            return str(last.n)
        return self._language.gettext("{n} of {of}").replace("{n}", str(last.n)).replace("{of}", str(last.invited))

    def _successes(self) -> Iterator[Element]:
        if not self._choices.on("successes") or not self._day.successes:
            return
        yield _heading(self._language.gettext("What went well"))
        yield Bullets(
            items=tuple(
                (each.what, Run(f" – {note}", grey=True)) if (note := self._about_success(each)) else each.what
                for each in self._day.successes
            )
        )

    def _about_success(self, success: Success) -> str:
        on = self._language.short_date(success.date) if success.date is not None else ""
        return " · ".join(text for text in (success.evidence, success.who, on) if text)

    def _insights(self) -> Iterator[Element]:
        if not self._choices.on("insights"):
            return
        for verdict in Verdict:
            own = [each for each in self._day.insights if each.verdict is verdict]
            if own:
                yield _heading(self._language.capitalised(self._language.member(verdict)))
                yield Bullets(items=tuple(self._insight(each) for each in own))

    def _insight(self, insight: Insight) -> Flow:
        note = " · ".join(text for text in (self._names.about(insight), insight.source) if text)
        return (insight.text, Run(f" – {note}", grey=True)) if note else insight.text


def _is_worth_drawing(found: Comparison) -> bool:
    if found.hidden:
        return False
    several = found.result is not None and found.baseline is not None
    counted = any(each is not None and any(each.distribution) for each in (found.result, found.baseline))
    return found.question is not None or counted or several or found.target is not None


def _heading(text: str) -> Heading:
    return Heading(text=text, role=Role.HEADING_3, continued="")
