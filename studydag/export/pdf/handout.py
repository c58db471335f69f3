"""The participants' handout: prompts, the steps of each working format, room to write, and what to read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.question_sets import kind_of_set
from studydag.export.typeset.flowables import Bullets, Group, Heading, Panel, Paragraph, Prose, Space, Steps, Titled
from studydag.export.typeset.forms import WriteLines
from studydag.export.typeset.text import Run, with_address
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.rules.goals.feedback_rules import rules_of_feedback
from studydag.model.values.effect import Measure
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, Mode, ResourceKind, ResourceWhen
from studydag.model.values.questions import QuestionPurpose, QuestionSet
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

LINES: Final = 3


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the handout as a PDF."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Handout"))
    return commission.finished(_Handout(commission).story())


class _Handout(Story):
    """The story of one handout."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        yield self._commission.masthead()
        if self._day.question_beside_title:
            yield Panel(flows=(Paragraph(content=Run(self._day.question_beside_title, strong=True), role=Role.LEAD),))
        rounds = {block.round for block in self._day.blocks if block.round is not None}
        learning = (block for block in self._commission.blocks() if block.phase.is_learning)
        # Of a round its options say what is done.
        blocks = [block for block in learning if block.id not in rounds]
        told = [element for block in blocks for element in self._block(block)]
        yield from told
        yield from self._decisions()
        yield from self._log()
        yield from self._reading()
        if not told:
            yield WriteLines(label=_("Notes"), lines=10)

    def _block(self, block: Block) -> Iterator[Element]:
        _ = self._language.gettext
        slot = self._commission.times.slot_of(block.id)
        flows: list[Flow] = [Heading(text=self._names.title(block), role=Role.HEADING_3, continued="")]
        hours = self._commission.hours_of_day(slot) if slot is not None and block.mode is not Mode.SELF_PACED else ""
        about = [hours, self._names.online(block), self._names.working_format(block)]
        note = " · ".join(text for text in about if text and text != self._names.title(block))
        flows.append(Paragraph(content=note, role=Role.NOTE, keep_with_next=True))
        head = len(flows)
        if block.uses_belief_as_prompt and self._day.belief_before and self._choices.on("prompts"):
            prompt = _("‘{belief}’ – do you still think so?").replace("{belief}", self._day.belief_before)
            flows.append(Paragraph(content=Run(prompt, italic=True), keep_with_next=True))
        if block.practice_link and self._choices.on("prompts"):
            flows.append(Paragraph(content=block.practice_link))
        if block.feedback_rules and self._choices.on("prompts"):
            rules = rules_of_feedback(self._commission.setting.school)
            lead = Paragraph(content=Run(_("Feedback rules"), strong=True), keep_with_next=True)
            flows.append(Panel(flows=(lead, Bullets(items=tuple(self._language.wording(each) for each in rules)))))
        steps = self._names.steps(block) if self._choices.on("steps") else ()
        if steps:
            flows.append(Steps(items=steps))
        if self._choices.on("lines") and block.phase is not Phase.INSPIRATION:
            flows.append(WriteLines(label=block.product, lines=LINES))
        if len(flows) > head:
            yield Group(flows=tuple(flows), together=len(steps) < 12)
            yield Space(beats=0.5)

    def _decisions(self) -> Iterator[Element]:
        """Yield what was decided and why, to be read by the team (R059); nothing about a confidential need."""
        if not self._choices.on("decisions"):
            return
        secret = {need.id for need in self._day.needs if need.is_confidential}
        told = [each for each in self._day.decisions if each.need not in secret]
        if not told:
            return
        language = self._language
        yield Heading(text=language.gettext("Decisions"), role=Role.HEADING_3, continued="")
        for each in told:
            on = language.date(each.date) if each.date is not None else ""
            note = " · ".join(text for text in (on, each.by) if text)
            why: tuple[Flow, ...] = (Prose(text=each.why),) if each.why.strip() else ()
            yield Titled(title=Run(each.what, strong=True), notes=(note,), flows=why)
            yield Space(beats=0.5)

    def _log(self) -> Iterator[Element]:
        if not self._choices.on("log"):
            return
        sets = {
            each.id: each
            for each in self._commission.setting.question_sets
            if kind_of_set(each)[0] is QuestionPurpose.LOG and not each.hidden and each.questions
        }
        dated = [each for each in self._day.measures if each.question_set in sets]
        for measure in sorted(dated, key=lambda each: self._on(each) or dt.date.max):
            yield from self._prompts(sets[measure.question_set or 0], self._on(measure))
        if not dated:
            for each in list(sets.values())[:1]:
                yield from self._prompts(each, None)

    def _on(self, measure: Measure) -> dt.date | None:
        return date_of_measure(measure, self._day)

    def _prompts(self, asked: QuestionSet, on: dt.date | None) -> Iterator[Element]:
        """Yield the questions for a log, with the date on which to answer them (R117)."""
        title = self._names.either(asked.title_nl, asked.title_en)
        when = "" if on is None else self._language.date(on)
        heading = " · ".join(part for part in (title, when) if part)
        if heading:
            yield Heading(text=heading, role=Role.HEADING_3, continued="")
        for question in asked.questions:
            text = Paragraph(content=self._names.either(question.text_nl, question.text_en), keep_with_next=True)
            yield Group(flows=(text, WriteLines(lines=2), Space(beats=1)), together=True)

    def _reading(self) -> Iterator[Element]:
        if not self._choices.on("reading"):
            return
        _ = self._language.gettext
        found = [
            each
            for block in self._commission.blocks()
            for each in block.resources
            if each.when is not ResourceWhen.BEFORE and (each.title or each.link)
        ]
        people = [each for each in found if each.kind is ResourceKind.PERSON]
        for heading, sources in (
            (_("Further reading"), [each for each in found if each not in people]),
            (_("Who you can ask"), people),
        ):
            if sources:
                items: list[Flow] = [with_address(each.title or each.link, each.link) for each in sources]
                yield Heading(text=heading, role=Role.HEADING_3, continued="")
                yield Bullets(items=tuple(dict.fromkeys(items)))
