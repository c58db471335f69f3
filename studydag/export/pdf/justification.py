"""The justification of the design: from need to effect, how time is divided, what the checks say, what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.beforehand import Beforehand
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.minutes_bar import Stretch, minutes_bar
from studydag.export.pdf.thread_figure import ThreadDrawing
from studydag.export.typeset.flowables import Bullets, Facts, Group, Heading, PageBreak, Panel, Paragraph, Space, Titled
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role, phase_colour
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.checking import check, what_holds
from studydag.model.rules.goals.climate_totals import climate_totals
from studydag.model.rules.goals.need_register import GoalsByLevel, goals_by_level
from studydag.model.rules.threads.thread import Thread, thread
from studydag.model.rules.time.balance import Balance, balance
from studydag.model.values.climate import ClimateItem, ClimateRow
from studydag.model.values.findings import Finding
from studydag.model.values.goals import Goal, GoalKind
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import Decision, StudyDay

DATE_MM: Final = 27.0
STATE_MM: Final = 20.0
_PERSONAL: Final = frozenset({"person", "registration"})
_FEW: Final = 6


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the justification as a PDF; confidential needs are counted, not shown (R035)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Design justification"))
    return commission.finished(Justification(commission).story())


class Justification(Story):
    """The story of one justification; its chapters stand in the pack to share as well."""

    def __init__(self, commission: Commission, left_out: int = 0) -> None:
        """Leave out what is confidential first, so that nothing that follows can show it; `left_out` needs are gone."""
        day = commission.day
        open_needs = tuple(need for need in day.needs if not need.is_confidential)
        self._left_out = left_out + len(day.needs) - len(open_needs)
        super().__init__(commission)
        self._day = replace(day, needs=open_needs)
        self._drawing = ThreadDrawing(self._day, commission.names, commission.times)
        self._before = Beforehand(commission, self._day, self._goal_numbers)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        on = self._choices.on
        yield self._commission.masthead()
        yield from self.question()
        yield from self._before.preparation()
        if on("needs"):
            yield from self.needs()
            yield from self._before.cases()
        yield from self.impact()
        if on("balance"):
            yield from self.balance()
        yield from self.thread(with_picture=on("picture"))
        if on("checks"):
            yield from self._checks()
        if on("decisions"):
            yield from self._decisions()
        yield from self._before.shared_with()
        if on("climate"):
            yield from self._climate()

    def question(self) -> Iterator[Element]:
        """Yield what is to be learnt, and for whom it is worth it."""
        _, day = self._language.gettext, self._day
        if day.learning_question:
            label = Paragraph(content=_("Learning question"), role=Role.LABEL, keep_with_next=True)
            yield Panel(flows=(label, Paragraph(content=Run(day.learning_question, strong=True), role=Role.LEAD)))
        belief = " → ".join(text for text in (day.belief_before, day.belief_after) if text)
        occasion = self._language.member(day.occasion) if day.occasion is not None else ""
        pairs = (
            (_("Theme"), day.theme),
            (_("Kind of occasion"), self._language.capitalised(occasion)),
            (_("Belief that we examine"), belief),
        )
        told = (*self._before.vision(), *((label, text) for label, text in pairs if text))
        if told:
            yield Facts(pairs=told)

    def needs(self) -> Iterator[Element]:
        """Yield what the team must learn, with what shows it, and how many needs are left out."""
        yield from self._before.needs(self._left_out)

    def impact(self) -> Iterator[Element]:
        """Yield what all will notice."""
        yield from self._before.impact()

    def _goal_numbers(self, goals: Iterable[int]) -> str:
        return ", ".join(filter(None, (self._drawing.short(("goal", goal)) for goal in goals)))

    # -- the thread

    def thread(self, *, with_picture: bool = True) -> Iterator[Element]:
        """Yield the thread as a picture and as a table, goal by goal."""
        _ = self._language.gettext
        yield self._commission.section(_("The thread"))
        if not self._day.goals:
            yield Paragraph(content=_("No goal has been set yet."))
            return
        drawn = self._drawing.figure() if with_picture else None
        if drawn is not None:
            yield drawn
            yield Space(beats=1)
        found = thread(self._day, self._commission.times)
        groups = goals_by_level(self._day.goals)
        counts = [f"{self._language.member(level)} {len(goals)}" for level, goals in groups]
        yield Paragraph(
            content=_("Goals: {counts}").replace("{counts}", " · ".join(counts)), role=Role.NOTE, keep_with_next=True
        )
        yield Table(
            columns=(Column(share=0.34), Column(share=0.24), Column(share=0.24), Column(share=0.18)),
            rows=tuple(self._rows_of_goals(groups, found)),
            header=(_("Goal"), _("Programme"), _("Afterwards"), _("Measured")),
        )

    def _rows_of_goals(self, groups: GoalsByLevel, found: Thread) -> Iterator[Row]:
        """Give the goals by whom they are for, under a heading each if there are several (R006)."""
        for level, goals in groups:
            if len(groups) > 1:
                name = self._language.capitalised(self._language.member(level))
                yield self._commission.letterhead.group_row(name, 4)
            for goal in goals:
                again = self._commission.letterhead.resumed(
                    f"{self._drawing.short(('goal', goal.id))}  {goal.sentence}"
                )
                yield Row(cells=self._goal(goal, found), itself=(Cell(flow=Run(again, grey=True), columns=4),))

    def _goal(self, goal: Goal, found: Thread) -> tuple[Flow, ...]:
        title = (Run(f"{self._drawing.short(('goal', goal.id))}  ", strong=True), goal.sentence)
        blocks = [("block", block.id) for block in found.blocks_of(goal.id)]
        after = [("action", each.id) for each in found.actions_of(goal.id) if ("action", each.id) in found.after]
        moments = [
            each.title or self._language.capitalised(self._language.member(each.kind))
            for each in found.moments.get(goal.id, ())
            if ("moment", each.id) in found.after
        ]
        measures = [("measure", each.id) for each in found.measures_of(goal.id)]
        return (
            Titled(title=title, notes=tuple(self._about_goal(goal))),
            self._listed(map(self._drawing.title, blocks)),
            self._listed([*map(self._drawing.title, after), *moments]),
            self._listed(map(self._drawing.title, measures)),
        )

    def _about_goal(self, goal: Goal) -> Iterator[str]:
        _, language = self._language.gettext, self._language
        school = {each.id: each.title for each in self._commission.setting.school_goals}
        serves = [school[each] for each in goal.school_goals if each in school]
        if serves:
            yield _("for the school goal {names}").replace("{names}", language.list(serves))
        for kind, change in ((GoalKind.KNOW, goal.knows), (GoalKind.THINK, goal.thinks), (GoalKind.DO, goal.does)):
            if change.strip():
                yield f"{language.member(kind)}: {change}"
        figures = [language.measured(value, goal.unit) for value in (goal.baseline, goal.target) if value is not None]
        instrument = language.member(goal.instrument) if goal.instrument is not None else ""
        due = resolve(goal.target_due, self._day)
        by = _("by {date}").replace("{date}", language.short_date(due)) if due is not None else ""
        indicator = " · ".join(text for text in (goal.indicator, " → ".join(figures), instrument, by) if text)
        if indicator:
            yield _("indicator: {what}").replace("{what}", indicator)

    def _listed(self, titles: Iterable[str]) -> Flow:
        found = tuple(dict.fromkeys(titles))
        if not found:
            return Run(self._language.gettext("none yet"), grey=True)
        return Bullets(items=found, role=Role.SMALL) if len(found) > 1 else Paragraph(content=found[0], role=Role.SMALL)

    # -- the balance

    def balance(self) -> Iterator[Element]:
        """Yield how the net time is divided over phases, and how much of it people are active."""
        _ = self._language.gettext
        formats = {each.id: each for each in self._commission.setting.formats}
        found = balance(self._commission.times, formats)
        if not found.net_minutes:
            return
        table = Table(
            columns=(Column(share=1), Column(mm=30, align=Align.RIGHT), Column(mm=24, align=Align.RIGHT)),
            rows=tuple(self._share(name, minutes, found.net_minutes) for name, minutes in self._shares(found)),
            header=(_("Without breaks and organisation"), _("Duration"), _("Share")),
        )
        yield Group(
            flows=(self._commission.section(_("How the time is divided")), self._bar(found), table), together=True
        )

    def _shares(self, found: Balance) -> Iterator[tuple[str, int]]:
        _ = self._language.gettext
        for phase, minutes in found.by_phase().items():
            yield self._language.capitalised(self._language.member(phase)), minutes
        yield _("Of this: participants are active"), found.active_minutes
        yield _("Of this: processing, reflection and dialogue"), found.processing_minutes

    def _share(self, name: str, minutes: int, net: int) -> Row:
        return Row(cells=(name, self._language.minutes(minutes), self._language.percent(minutes / net)))

    def _bar(self, found: Balance) -> Element:
        stretches = [
            Stretch(
                title=self._language.capitalised(self._language.member(phase)),
                minutes=minutes,
                colour=phase_colour(phase),
            )
            for phase, minutes in found.by_phase().items()
            if minutes
        ]
        return minutes_bar(stretches, self._language)

    # -- checks and decisions

    def _checks(self) -> Iterator[Element]:
        _ = self._language.gettext
        today = self._commission.stamp.printed.date()
        arguments = (self._day, self._commission.setting, today)
        # What is about one person is between them and the coordinator.
        findings = [each for each in check(*arguments) if not any(about.kind in _PERSONAL for about in each.about)]
        open_ones = [each for each in findings if each.accepted is None]
        accepted = [each for each in findings if each.accepted is not None]
        holding = [
            self._language.capitalised(self._language.wording(each.text, each.figures))
            for each in what_holds(*arguments)
        ]
        if findings or holding:
            yield self._commission.section(_("What the design checks say"))
        if accepted:
            yield _subheading(_("Accepted with a reason"))
            yield Table(
                columns=(Column(share=0.5), Column(share=0.5), Column(mm=DATE_MM)),
                rows=tuple(self._accepted(each) for each in accepted),
                header=(_("Finding"), _("Why it was accepted"), _("Date")),
            )
        if open_ones:
            yield _subheading(_("Still open"))
            yield Bullets(items=tuple(dict.fromkeys(map(self._said, open_ones))), role=Role.SMALL)
        if holding:
            yield _subheading(_("In order"))
            said = tuple(dict.fromkeys(holding))
            yield Bullets(items=said, role=Role.SMALL, beside=2 if len(said) > _FEW else 1)

    def _said(self, finding: Finding) -> str:
        return self._language.capitalised(self._language.wording(finding.reason, finding.figures))

    def _accepted(self, finding: Finding) -> Row:
        accepted = finding.accepted
        assert accepted is not None
        on = self._language.short_date(accepted.date) if accepted.date is not None else ""
        return Row(cells=(self._said(finding), Titled(title=accepted.reason, notes=(accepted.by,)), on))

    def _decisions(self) -> Iterator[Element]:
        _ = self._language.gettext
        if not self._day.decisions:
            return
        yield self._commission.section(_("Decisions"))
        yield Table(
            columns=(Column(mm=DATE_MM), Column(share=0.4), Column(share=0.35), Column(share=0.25)),
            rows=tuple(self._decision(each) for each in self._day.decisions),
            header=(_("Date"), _("Decision"), _("Why"), _("By whom")),
            row_header=1,
        )

    def _decision(self, decision: Decision) -> Row:
        on = self._language.short_date(decision.date) if decision.date is not None else ""
        about = [self._language.capitalised(self._language.member(decision.about)), *self._decided_about(decision)]
        note = " · ".join(text for text in about if text)
        return Row(cells=(on, Titled(title=decision.what, notes=(note,)), decision.why, decision.by))

    def _decided_about(self, decision: Decision) -> Iterator[str]:
        """Give what a decision is about by name; a need that is left out has none (R055)."""
        setting, either = self._commission.setting, self._names.either
        if decision.goal is not None:
            yield self._drawing.short(("goal", decision.goal))
        yield from (each.statement for each in self._day.needs if each.id == decision.need)
        for known, wanted in (
            (setting.formats, decision.working_format),
            (setting.learning_forms, decision.learning_form),
        ):
            yield from (either(each.name_nl, each.name_en) for each in known if each.id == wanted)

    # -- the climate

    def _climate(self) -> Iterator[Element]:
        """Yield the climate page: three blocks of agreements (R057)."""
        _ = self._language.gettext
        if not any(item.agreement.strip() or item.reason.strip() for item in self._day.climate):
            return
        yield PageBreak()
        yield self._commission.section(_("Learning climate"))
        for total in climate_totals(self._day):
            items = [item for item in self._day.climate if item.pillar is total.pillar]
            told = [item for item in items if item.agreement.strip() or item.reason.strip()]
            name = self._language.capitalised(self._language.member(total.pillar))
            counted = self._language.ngettext("{n} agreement", "{n} agreements", total.agreements)
            yield _subheading(f"{name} · {counted.replace('{n}', str(total.agreements))}")
            if not told:
                yield Paragraph(content=_("Nothing has been agreed yet."), role=Role.NOTE)
                continue
            yield Table(
                columns=(Column(share=0.3), Column(share=0.48), Column(share=0.22), Column(mm=STATE_MM)),
                rows=tuple(map(self._agreement, told)),
                header=(_("About"), _("Agreement"), _("Owner"), _("State")),
            )

    def _agreement(self, item: ClimateItem) -> Row:
        about = item.title or ("" if item.row is ClimateRow.OWN else self._language.member(item.row))
        said = item.agreement or Run(item.reason, grey=True)
        state = self._language.member(item.state) if item.agreement.strip() else ""
        return Row(
            cells=(
                self._language.capitalised(about),
                said,
                self._names.person(item.owner),
                Cell(flow=state, role=Role.SMALL),
            )
        )


def _subheading(text: str) -> Heading:
    return Heading(text=text, level=3)
