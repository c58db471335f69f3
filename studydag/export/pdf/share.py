"""The share pack: the whole plan in one file for people outside the school, with nobody in it by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from studydag.export.afterwards import Entry, entries
from studydag.export.asked import NO, YES, Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.effect import Report
from studydag.export.pdf.justification import Justification
from studydag.export.pdf.programme import Programme
from studydag.export.result_words import level_words
from studydag.export.typeset.flowables import Facts, Heading, Panel, Paragraph, Titled
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element
from studydag.labels.left_out import left_out_text
from studydag.language import Language
from studydag.model.rules.handing_on.without_names import without_names
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 27.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the pack as a PDF (R026, R125, D36); its first page says what was left out."""
    shared = without_names(day, setting)
    kind = language.gettext("Share pack")
    # What is left out takes its time all the same.
    times = schedule(day).told_with(shared.day)
    commission = Commission(shared.day, shared.setting, choices, language, stamp, kind, times)
    return commission.finished(_Pack(commission, shared.left_out).story())


class _Pack(Story):
    """The story of one pack."""

    def __init__(self, commission: Commission, left_out: Mapping[str, int]) -> None:
        super().__init__(commission)
        self._left_out = left_out

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, chapter by chapter; a chapter without anything to say is left out."""
        _, on = self._language.gettext, self._choices.on
        yield self._commission.masthead()
        yield from self._about()
        design = Justification(self._commission, self._left_out.get("need", 0))
        yield from design.question()
        yield from self._why()
        if on("needs"):
            yield from design.needs()
            yield from design.impact()
        if on("balance"):
            yield from design.balance()
        if on("thread"):
            yield from design.thread()
        if on("programme"):
            yield from self._chapter(_("The programme"), self._programme().body())
        if on("follow_up") and (self._day.actions or self._day.moments or self._day.measures):
            yield from self._chapter(_("What comes before and after"), self._planned())
        if on("effect") and (self._day.results or self._day.successes or self._day.insights):
            told = {"goals": NO, "successes": YES, "insights": YES, "guskey": NO}
            yield from self._chapter(_("What came of it"), Report(self._asked(told)).outcome())

    def _about(self) -> Iterator[Element]:
        _ = self._language.gettext
        said = [_("To be read outside the school, without the names that StudyDAG knows.")]
        if self._left_out:
            said.append(left_out_text(self._left_out, self._language))
        yield Panel(flows=tuple(Paragraph(content=each, role=Role.SMALL) for each in said))

    def _why(self) -> Iterator[Element]:
        _, day = self._language.gettext, self._day
        pairs = ((_("For staff"), day.why_staff), (_("For pupils"), day.why_pupils), (_("For the team"), day.why_team))
        told = tuple((label, text) for label, text in pairs if text.strip())
        if told:
            yield Heading(text=_("Why this day"), continued="")
            yield Facts(pairs=told)

    def _chapter(self, title: str, story: Iterator[Element]) -> Iterator[Element]:
        # Not on a page of its own: half of the one before would stay white.
        yield self._commission.section(title)
        yield from story

    def _programme(self) -> Programme:
        chosen = {"goals": NO, "formats": YES, "rooms": NO, "leads": NO, "follow_up": NO, "large_print": NO}
        return Programme(self._asked(chosen))

    def _planned(self) -> Iterator[Element]:
        _ = self._language.gettext
        found = entries(self._day, self._names)
        rows: list[Row] = []
        group = ""
        for entry in found:
            if entry.group != group:
                group = entry.group
                rows.append(self._commission.letterhead.group_row(_(group), 4))
            rows.append(self._entry(entry))
        yield Table(
            columns=(Column(mm=WHEN_MM), Column(share=0.58), Column(), Column(share=0.42)),
            rows=tuple(rows),
            header=(_("When"), _("What"), _("Goal"), _("Visible result")),
            row_header=1,
        )

    def _entry(self, entry: Entry) -> Row:
        language, thing = self._language, entry.thing
        kind = level_words(thing.level, language) if isinstance(thing, Measure) else language.member(thing.kind)
        about = (language.capitalised(kind), entry.series, self._names.group(_group_of(entry)))
        when = entry.when or Run(language.gettext("no date yet"), grey=True)
        return Row(
            cells=(
                Titled(title=when, notes=(entry.hours,)),
                Titled(title=Run(entry.title, strong=True), notes=(" · ".join(text for text in about if text),)),
                self._names.goals(thing.goals),
                thing.visible_result if isinstance(thing, Action) else "",
            )
        )

    def _asked(self, chosen: Mapping[str, str]) -> Commission:
        given = self._commission
        return replace(given, choices=Choices(chosen))


def _group_of(entry: Entry) -> int | None:
    return entry.thing.owner_group if isinstance(entry.thing, Action) else None
