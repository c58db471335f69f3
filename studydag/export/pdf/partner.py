"""The partner file for the coordinator: a sheet for each expert, the candidates compared, ambassadors, the handover."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.typeset.cards import Cards
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import Bullets, Facts, Heading, PageBreak, Panel, Paragraph, Prose, Space, Titled
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import resolve
from studydag.model.rules.partners.comparison import Costs, comparison_table, costs
from studydag.model.rules.partners.comparison import Row as Compared
from studydag.model.rules.partners.comparison import Table as Comparison
from studydag.model.rules.partners.expertise import ambassadors_of, carriers, cost
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.effect import Insight
from studydag.model.values.expertise import Ambassador, Criterion, Deployment, Expectation, Expert
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 34.0
MONEY_MM: Final = 24.0
SCORE_MM: Final = 27.0
CARD_MM: Final = 62.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the partner file as a PDF (R088, R097, R103, R104); the comparison is confidential, so it is asked for."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Partner file"))
    return commission.finished(_File(commission).story())


class _File(Story):
    """The story of one file."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order; each sheet has a page of its own."""
        on = self._choices.on
        chapters: list[list[Element]] = []
        for expert in self._day.experts:
            if on("sheets"):
                chapters.append(list(self._sheet(expert)))
            if on("comparison") and expert.candidates:
                chapters.append(list(self._comparison(expert)))
        chapters.append(list(self._together()))
        told = [chapter for chapter in chapters if chapter]
        if not told:
            yield self._commission.masthead()
            yield self._commission.nothing_of_it(self._language.gettext("No external expertise is asked for."))
        for number, chapter in enumerate(told):
            if number:
                yield PageBreak()
            yield from chapter

    def _top(self, title: str) -> Element:
        return self._commission.masthead(title=title, subtitle=self._commission.letterhead.title)

    # -- the sheet of an expert

    def _sheet(self, expert: Expert) -> Iterator[Element]:
        _ = self._language.gettext
        yield self._top(" · ".join(text for text in (expert.name, expert.organisation) if text))
        if expert.question:
            label = Paragraph(content=_("Our question"), role=Role.LABEL, keep_with_next=True)
            yield Panel(flows=(label, Paragraph(content=Run(expert.question, strong=True), role=Role.LEAD)))
        pairs = tuple((label, flow) for label, flow in self._facts(expert) if flow)
        if pairs:
            yield Facts(pairs=pairs)
        yield from self._deployments(expert)
        yield from self._expectations(expert.expectations)
        yield from self._assurance(expert)

    def _facts(self, expert: Expert) -> Iterator[tuple[str, Flow]]:
        _, language = self._language.gettext, self._language
        yield _("State"), language.capitalised(language.member(expert.contract))
        yield _("Talk"), language.date(expert.talk_on) if expert.talk_on is not None else ""
        yield _("Said in the talk"), Prose(text=expert.talk_notes) if expert.talk_notes.strip() else ""
        yield _("Context"), Prose(text=expert.context) if expert.context.strip() else ""
        yield _("Prior knowledge"), Prose(text=expert.prior_knowledge) if expert.prior_knowledge.strip() else ""
        yield _("In the programme"), self._led(expert)

    def _led(self, expert: Expert) -> str:
        """Return what the expert leads of the day itself, with its clock times."""
        lines = [
            f"{self._commission.hours(slot)}  {self._names.title_inside(slot.block)}"
            for slot in self._commission.times.with_options()
            if expert.person is not None and expert.person in {lead.person for lead in slot.block.leads}
        ]
        return "\n".join(lines)

    def _deployments(self, expert: Expert) -> Iterator[Element]:
        _ = self._language.gettext
        if not expert.deployments:
            return
        paid = any(map(cost, expert.deployments))
        yield _heading(_("What is agreed"))
        columns = (Column(mm=WHEN_MM), Column(share=1), Column(), *([Column(mm=MONEY_MM, align=Align.RIGHT)] * paid))
        header = (_("When"), _("What"), _("Goal"), *([_("Costs")] * paid))
        rows = [self._deployment(each, paid=paid) for each in expert.deployments]
        if paid and len(rows) > 1:
            total = self._language.money(sum(map(cost, expert.deployments)))
            rows.append(Row(cells=("", Run(_("Total"), strong=True), "", Run(total, strong=True))))
        yield Table(columns=columns, rows=tuple(rows), header=header, row_header=1)

    def _deployment(self, each: Deployment, *, paid: bool) -> Row:
        _, language = self._language.gettext, self._language
        audience = self._names.groups(each.audience)
        sessions = language.ngettext("{n} session", "{n} sessions", each.sessions).replace("{n}", str(each.sessions))
        period, due = self._period(each), self._due(each.due)
        about = [
            sessions if each.sessions > 1 else "",
            _("for {groups}").replace("{groups}", audience) if audience else "",
            _("delivers: {what}").replace("{what}", each.product) if each.product else "",
            _("by {date}").replace("{date}", due) if period and due else "",
        ]
        notes = [" · ".join(text for text in about if text), each.milestones, self._in_programme(each), each.vat_note]
        kind = Run(language.capitalised(language.member(each.kind)), strong=True)
        money = (language.money(cost(each)),) if paid else ()
        return Row(
            cells=(
                period or due or self._own_date(each) or Run(_("no date yet"), grey=True),
                Titled(title=kind, notes=tuple(filter(None, notes))),
                self._names.goals([each.goal] if each.goal is not None else []),
                *money,
            )
        )

    def _period(self, each: Deployment) -> str:
        first, last = each.period_start, each.period_end
        if first is not None and last is not None and first <= last:
            return self._language.date_range(first, last)
        return " – ".join(self._language.short_date(on) for on in (first, last) if on is not None)

    def _due(self, due: Due | None) -> str:
        on = resolve(due, self._day)
        if on is not None:
            return self._language.short_date(on)
        return self._language.relative_date(due) if isinstance(due, RelativeDate) else ""

    def _own_date(self, each: Deployment) -> str:
        slots = [slot for slot in self._commission.times.with_options() if slot.block.id in each.blocks]
        dates = sorted({slot.date for slot in slots if slot.date is not None})
        return self._language.short_date(dates[0]) if dates else ""

    def _in_programme(self, each: Deployment) -> str:
        slots = [slot for slot in self._commission.times.with_options() if slot.block.id in each.blocks]
        return "; ".join(f"{self._commission.hours(slot)} {self._names.title_inside(slot.block)}" for slot in slots)

    def _expectations(self, expectations: Sequence[Expectation]) -> Iterator[Element]:
        _ = self._language.gettext
        told = [each for each in expectations if each.text.strip()]
        if not told:
            return
        yield _heading(_("What we expect"))
        open_one = Run(_("to be rated afterwards"), grey=True)
        yield Table(
            columns=(Column(share=1), Column(mm=WHEN_MM + 8)),
            rows=tuple(
                Row(
                    cells=(
                        each.text,
                        self._language.capitalised(self._language.member(each.outcome)) if each.outcome else open_one,
                    )
                )
                for each in told
            ),
            header=(_("Expectation"), _("Met")),
        )

    def _assurance(self, expert: Expert) -> Iterator[Element]:
        _, language = self._language.gettext, self._language
        inside = [name for name in map(self._names.person, expert.inside_people) if name]
        by = self._due(expert.inside_by)
        structure = next((each for each in self._day.moments if each.id == expert.standing_structure), None)
        pairs: list[tuple[str, Flow]] = [
            (_("Learn to do it themselves"), language.list(inside) if inside else ""),
            (_("By"), by if inside else ""),
            (_("Standing structure"), structure.title if structure is not None else ""),
            (_("Where insights are kept"), expert.insights_document),
        ]
        told = tuple((label, flow) for label, flow in pairs if flow)
        yield _heading(_("What stays in the school"))
        yield Facts(pairs=told) if told else Paragraph(content=_("No transfer of knowledge has been agreed yet."))

    # -- candidates and costs

    def _comparison(self, expert: Expert) -> Iterator[Element]:
        _ = self._language.gettext
        table = comparison_table(expert)
        yield self._top(_("Candidates compared"))
        what = " · ".join(text for text in (expert.name, expert.question) if text)
        yield Paragraph(content=what, role=Role.LEAD)
        criteria = [self._language.capitalised(self._language.member(each)) for each in Criterion]
        yield Table(
            columns=(
                Column(share=1),
                *(Column(mm=SCORE_MM) for _each in Criterion),
                Column(mm=18, align=Align.RIGHT),
            ),
            rows=(*(self._candidate(row, table) for row in table.rows), self._weights(table)),
            header=(_("Candidate"), *criteria, _("Total")),
        )
        yield from self._verdict(table)

    def _candidate(self, row: Compared, table: Comparison) -> Row:
        _, language = self._language.gettext, self._language
        mean = row.comparison.mean
        total: Flow = Run(_("open"), grey=True)
        if mean is not None and not table.no_total:
            total = Run(language.number(mean, 1), strong=row.leads)
        chosen = _("chosen") if row.candidate.chosen else ""
        notes = tuple(filter(None, (row.candidate.organisation, chosen)))
        return Row(
            cells=(
                Titled(title=Run(row.candidate.name, strong=True), notes=notes),
                *(self._score(row, criterion) for criterion in Criterion),
                total,
            )
        )

    def _score(self, row: Compared, criterion: Criterion) -> Flow:
        _ = self._language.gettext
        score = row.scores.get(criterion)
        if score is None or score.score is None:
            return Run(_("open"), grey=True)
        return Titled(title=str(score.score), notes=(score.evidence.strip() or _("score without evidence"),))

    def _weights(self, table: Comparison) -> Row:
        weights = (Run(self._language.number(table.weights[each]), grey=True) for each in Criterion)
        return Row(cells=(Run(self._language.gettext("Weight"), grey=True), *weights, ""))

    def _verdict(self, table: Comparison) -> Iterator[Element]:
        _ = self._language.gettext
        if table.no_total:
            yield Paragraph(content=_("All weights are 0, so there is no total."), role=Role.NOTE)
        if table.tied:
            names = self._language.list([each.name for each in table.tied])
            yield Paragraph(content=_("A tie: {names}.").replace("{names}", names), role=Role.NOTE)

    def _costs(self, found: Costs) -> Iterator[Element]:
        _, language = self._language.gettext, self._language
        yield _heading(_("Costs"))
        sentences = {goal.id: goal.sentence for goal in self._day.goals}
        in_order = sorted(found.by_goal.items(), key=lambda each: (each[0] is None, each[0] or 0))
        rows = [self._cost(goal, cents, sentences.get(goal or 0, _("no goal"))) for goal, cents in in_order]
        rows.append(Row(cells=("", Run(_("Total"), strong=True), Run(language.money(found.total), strong=True))))
        if found.budget is not None and found.left is not None:
            rows.append(Row(cells=("", _("Budget"), language.money(found.budget))))
            rows.append(Row(cells=("", _("Left"), language.money(found.left))))
        yield Table(
            columns=(Column(mm=12), Column(share=1), Column(mm=MONEY_MM + 6, align=Align.RIGHT)),
            rows=tuple(rows),
            header=(_("Goal"), _("What for"), _("Costs")),
            row_header=1,
        )

    def _cost(self, goal: int | None, cents: int, what: str) -> Row:
        return Row(cells=(self._names.goals([] if goal is None else [goal]), what, self._language.money(cents)))

    # -- inside the school

    def _ambassadors(self) -> Iterator[Element]:
        found = [(expert, each) for expert in self._day.experts for each in ambassadors_of(expert)]
        if not found:
            return
        yield _heading(self._language.gettext("Ambassadors"))
        # The first cut marks stand there.
        yield Space(beats=1, keep_with_next=True)
        yield Cards(cards=tuple(tuple(self._card(expert, each)) for expert, each in found), mm=CARD_MM)

    def _card(self, expert: Expert, each: Ambassador) -> Iterator[Flow]:
        _ = self._language.gettext
        name = self._names.person(each.person) or _("still to be found")
        yield Paragraph(content=_("Ambassador"), role=Role.KICKER, keep_with_next=True)
        yield Fitted(content=name, points=18, least=12, lines=2, role=Role.TITLE, heading=3)
        yield Fitted(content=Run(each.topic or expert.name, strong=True), points=11, least=10, lines=2)
        minutes = self._language.minutes(each.minutes) if each.minutes else _("no time yet")
        pairs: tuple[tuple[str, Flow], ...] = ((_("For"), each.audience), (_("Does"), each.does), (_("Time"), minutes))
        yield Facts(pairs=tuple((label, flow) for label, flow in pairs if flow))

    def _together(self) -> Iterator[Element]:
        on = self._choices.on
        found = costs(self._day)
        sections = [
            *(self._costs(found) if on("costs") and found.total else ()),
            *(self._ambassadors() if on("ambassadors") else ()),
            *(self._handover() if on("handover") else ()),
        ]
        if sections:
            yield self._top(self._language.gettext("Costs and handover"))
            yield from sections

    def _handover(self) -> Iterator[Element]:
        """Yield every block with insights in programme order, then what is about no block (R104)."""
        _ = self._language.gettext
        keepers = [each for each in self._day.experts if carriers(each)]
        rows = tuple(self._learned())
        if rows:
            yield _heading(_("What we learned"))
            yield Table(
                columns=(Column(share=0.3), Column(share=0.46), Column(share=0.24)),
                rows=rows,
                header=(_("About"), _("Insight"), _("Where it is kept")),
            )
        if keepers:
            yield _heading(_("Who carries it on"))
            yield Bullets(items=tuple(self._carried(each) for each in keepers))

    def _learned(self) -> Iterator[Row]:
        """Yield what was noted with each block itself, and the insights about it."""
        insights = self._day.insights
        blocks = [slot.block for slot in self._commission.times.with_options()]
        blocks += [*self._commission.times.self_paced, *self._commission.times.parked]
        for block in blocks:
            if block.insights.strip():
                yield Row(cells=(self._names.title_inside(block), Prose(text=block.insights), ""))
            yield from (self._insight(each) for each in insights if each.block == block.id)
        known = {block.id for block in blocks}
        yield from (self._insight(each) for each in insights if each.block not in known)

    def _insight(self, each: Insight) -> Row:
        about = self._names.about(each) or self._language.gettext("The day as a whole")
        verdict = self._language.capitalised(self._language.member(each.verdict))
        note = " · ".join(text for text in (verdict, each.source) if text)
        return Row(cells=(about, Titled(title=each.text, notes=(note,)), Cell(flow=each.kept_at, role=Role.SMALL)))

    def _carried(self, expert: Expert) -> Flow:
        names = [name for name in map(self._names.person, carriers(expert)) if name]
        structure = next((each.title for each in self._day.moments if each.id == expert.standing_structure), "")
        rest = " · ".join(text for text in (structure, expert.insights_document) if text)
        title = Run(expert.name, strong=True)
        said = f": {self._language.list(names)}" if names else ""
        return (title, said, Run(f" – {rest}", grey=True)) if rest else (title, said)


def _heading(text: str) -> Heading:
    return Heading(text=text, role=Role.HEADING_3, continued="")
