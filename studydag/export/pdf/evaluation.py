"""Forms to evaluate with: questions with scales as boxes to tick, on paper and on screen, and lines to write on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.question_sets import Form, forms
from studydag.export.typeset.flowables import Group, Indented, PageBreak, Paragraph, Space
from studydag.export.typeset.forms import CheckItem, CheckList, TickBox, WriteLines
from studydag.export.typeset.layout import Fragment, Slot, beside
from studydag.export.typeset.structure import Node
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Typesetter, set_text
from studydag.language import Language
from studydag.model.values.questions import Question, QuestionKind, QuestionPurpose
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

SCALE_MM: Final = 9.0
NUMBER_MM: Final = 4.0
BESIDE_NUMBER: Final = 2.0
"""In beats: texts stand so far to the right of the left margin, below each other in a table and out of it."""
MOST_STEPS: Final = 7
"""A longer scale is written in: so many boxes would leave no room for the question."""
LINES: Final = 3
LINES_OF_TALK: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered(Element):
    """A question with its number before it, where the numbers and texts of a table stand; what answers it follows."""

    number: int
    text: str

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        indent, node = setter.theme.space(BESIDE_NUMBER), Node("P")
        number = set_text(setter, Run(f"{self.number} ", grey=True), Role.BODY, indent)
        text = set_text(setter, self.text, Role.BODY, width - indent)
        slots = (Slot(x=0.0, fragment=number, node=node), Slot(x=indent, fragment=text, node=node))
        return beside(slots, width, after=text.after, keep_with_next=True)


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the forms as a PDF, each on a page of its own, numbered from one (R109, R113, R115)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Evaluation forms"))
    return commission.finished(_Forms(commission).story())


class _Forms(Story):
    """The story of all forms."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        found = forms(self._names, self._choices)
        if not found:
            yield self._commission.masthead()
            yield self._commission.nothing_of_it(self._language.gettext("There are no questions to ask yet."))
        for number, form in enumerate(found):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._form(form)

    def _form(self, form: Form) -> Iterator[Element]:
        _ = self._language.gettext
        yield self._commission.masthead(title=form.title, subtitle=self._commission.letterhead.title)
        yield Paragraph(content=self._lead_in(form.purpose), role=Role.NOTE)
        if form.purpose is QuestionPurpose.OBSERVATION:
            yield Group(flows=tuple(WriteLines(label=label) for label in (_("Class"), _("Date"), _("Observer"))))
        if form.purpose is QuestionPurpose.FOCUS_GROUP:
            yield Group(flows=tuple(WriteLines(label=label) for label in (_("Members"), _("Date"), _("Note taker"))))
        yield Space(beats=1.5)
        for scaled, own in groupby(enumerate(form.questions, start=1), key=lambda each: self._scale(each[1])):
            numbered = tuple(own)
            if scaled:
                yield self._scales(numbered)
                yield Space(beats=1)
            else:
                for number, question in numbered:
                    yield self._question(number, question, form.purpose)
        if form.purpose in {QuestionPurpose.OBSERVATION, QuestionPurpose.FOCUS_GROUP}:
            label = _("Notes") if form.purpose is QuestionPurpose.OBSERVATION else _("Themes that came up")
            yield WriteLines(label=label, lines=LINES_OF_TALK)

    def _lead_in(self, purpose: QuestionPurpose) -> str:
        _ = self._language.gettext
        match purpose:
            case QuestionPurpose.OBSERVATION:
                return _("Look at the pupils, and note what you see and hear. This is not a judgement of the teacher.")
            case QuestionPurpose.FOCUS_GROUP:
                return _("Ask one question at a time, and let everyone speak before you go on.")
            case QuestionPurpose.LOG:
                return _("For yourself: a few words are enough.")
            case _:
                return _("Your answers are read together with those of others, without names.")

    def _scale(self, question: Question) -> tuple[int, int, str, str] | None:
        """Return the steps and the ends of a scale that has boxes."""
        steps = question.scale_high - question.scale_low + 1
        if question.kind is not QuestionKind.SCALE or not 1 < steps <= MOST_STEPS:
            return None
        low = self._names.either(question.low_label_nl, question.low_label_en)
        high = self._names.either(question.high_label_nl, question.high_label_en)
        return question.scale_low, question.scale_high, low, high

    def _scales(self, numbered: Sequence[tuple[int, Question]]) -> Element:
        scale = self._scale(numbered[0][1])
        assert scale is not None
        low, high, low_label, high_label = scale
        steps = range(low, high + 1)
        ends = [text for text in (self._end(low, low_label), self._end(high, high_label)) if text]
        table = Table(
            columns=(
                Column(mm=NUMBER_MM),
                Column(share=1),
                *(Column(mm=SCALE_MM, align=Align.LEFT) for _step in steps),
            ),
            rows=tuple(self._scale_row(number, question, steps) for number, question in numbered),
            header=("", self._language.gettext("Statement"), *map(str, steps)),
            row_header=1,
        )
        if not ends:
            return table
        legend = Paragraph(content=" · ".join(ends), role=Role.NOTE, keep_with_next=True)
        return Group(flows=(legend, table))

    def _end(self, number: int, label: str) -> str:
        return f"{number} = {label}" if label else ""

    def _scale_row(self, number: int, question: Question, steps: range) -> Row:
        text = self._text(question)
        boxes = (TickBox(name=f"{text} – {step}") for step in steps)
        return Row(cells=(Cell(flow=Run(str(number), grey=True)), text, *boxes))

    def _question(self, number: int, question: Question, purpose: QuestionPurpose) -> Element:
        title = Numbered(number=number, text=self._text(question))
        if question.kind is QuestionKind.CHOICE:
            chosen = question.choices_nl if self._names.is_dutch else question.choices_en
            found = chosen or question.choices_nl or question.choices_en
            if found:
                items = tuple(CheckItem(name=f"{self._text(question)} – {each}", text=each) for each in found)
                return Group(flows=(title, _below(CheckList(items=items, close=True)), Space(beats=1)), together=True)
        label = ""
        if question.kind is QuestionKind.SCALE:
            template = self._language.gettext("a number from {low} to {high}")
            label = template.replace("{low}", str(question.scale_low)).replace("{high}", str(question.scale_high))
        lines = 1 if label else LINES_OF_TALK if purpose is QuestionPurpose.FOCUS_GROUP else LINES
        return Group(flows=(title, _below(WriteLines(label=label, lines=lines)), Space(beats=1)), together=True)

    def _text(self, question: Question) -> str:
        return self._names.either(question.text_nl, question.text_en)


def _below(answer: Element) -> Element:
    """Put what answers a question under its text, not under its number."""
    return Indented(flow=answer, beats=BESIDE_NUMBER)
