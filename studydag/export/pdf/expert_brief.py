"""The brief for external experts: the question, the context, the group, what is expected, and what is still to fill."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import dates_line, hours_line
from studydag.export.typeset.flowables import Bullets, Facts, Heading, PageBreak, Panel, Paragraph, Prose
from studydag.export.typeset.forms import CheckItem, CheckList
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.partners.expertise import cost
from studydag.model.rules.people.participants import crowd_of
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.expertise import ContractState, Expert
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return a brief for each expert as a PDF; what is missing stands under "still to fill" (R091)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Brief for an expert"))
    return commission.finished(_Briefs(commission).story())


class _Briefs(Story):
    """The story of all briefs."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, a brief after the other."""
        wanted = [each for each in self._day.experts if each.contract is not ContractState.CANCELLED]
        if not wanted:
            yield self._commission.masthead()
            yield self._commission.letterhead.nothing(self._language.gettext("No external expertise is asked for."))
        for number, expert in enumerate(wanted):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._brief(expert)

    def _brief(self, expert: Expert) -> Iterator[Element]:
        _ = self._language.gettext
        name = " · ".join(text for text in (expert.name, expert.organisation) if text)
        yield self._commission.masthead(title=name, subtitle=self._commission.letterhead.title)
        facts = self._facts(expert)
        open_ones = [label for label, flow in facts if not flow]
        if expert.question:
            question = Paragraph(content=Run(expert.question, strong=True), role=Role.LEAD)
            label = Paragraph(content=_("Our question"), role=Role.LABEL, keep_with_next=True)
            yield Panel(flows=(label, question))
        else:
            open_ones.insert(0, _("Our question"))
        yield Facts(pairs=tuple((label, flow) for label, flow in facts if flow))
        goals = tuple(goal.sentence for goal in self._day.goals) if self._choices.on("goals") else ()
        if goals:
            yield _heading(_("What the day should achieve"))
            yield Bullets(items=goals)
        expectations = tuple(each.text for each in expert.expectations if each.text)
        if expectations:
            yield _heading(_("What we expect of you"))
            yield Bullets(items=expectations)
        else:
            open_ones.append(_("What we expect of you"))
        yield from self._deployments(expert)
        if open_ones:
            yield _heading(_("Still to fill in"))
            yield CheckList(items=tuple(CheckItem(name=each, text=each) for each in open_ones), close=True)

    def _facts(self, expert: Expert) -> list[tuple[str, Flow]]:
        _ = self._language.gettext
        slots = list(self._slots(expert))
        school = self._commission.setting.school.name
        found: list[tuple[str, Flow]] = [
            (_("School"), school),
            (_("Context"), Prose(text=expert.context) if expert.context.strip() else ""),
            (_("Group"), self._group(slots)),
            (_("Prior knowledge"), Prose(text=expert.prior_knowledge) if expert.prior_knowledge.strip() else ""),
            (_("Date"), dates_line(self._commission.times.parts, self._language)),
            (_("Time"), self._time(slots)),
            (_("Room"), self._rooms(slots)),
        ]
        if self._choices.on("budget"):
            costs = sum(cost(each) for each in expert.deployments)
            amount = costs or self._day.budget
            found.append((_("Budget"), self._language.money(amount) if amount else ""))
        return found

    def _slots(self, expert: Expert) -> Iterator[Slot]:
        """Give when the expert is there: the blocks of deployments, and those that the expert leads."""
        own = {block for deployment in expert.deployments for block in deployment.blocks}
        for slot in self._commission.times.with_options():
            leads = {lead.person for lead in slot.block.leads}
            if not slot.block.cancelled and (slot.block.id in own or (expert.person and expert.person in leads)):
                yield slot

    def _group(self, slots: list[Slot]) -> str:
        crowd = crowd_of(self._day, {group.id: group for group in self._commission.setting.groups})
        sizes = [crowd.audience_of(slot.block) for slot in slots] or [crowd.everyone]
        people = max((size for size in sizes if size is not None), default=None)
        if people is None:
            return ""
        return self._language.ngettext("{n} person", "{n} people", people).replace("{n}", str(people))

    def _time(self, slots: list[Slot]) -> str:
        if not slots:
            return hours_line(self._commission.times.parts, self._language) if not self._day.blocks else ""
        return "\n".join(f"{self._commission.hours(slot)}  {self._names.title(slot.block)}" for slot in slots)

    def _rooms(self, slots: list[Slot]) -> str:
        found = dict.fromkeys(self._names.room_on_paper(slot.block.room) for slot in slots)
        named = [name for name in found if name]
        return self._language.list(named) if named else ""

    def _deployments(self, expert: Expert) -> Iterator[Element]:
        _ = self._language.gettext
        items: list[Flow] = []
        for each in expert.deployments:
            audience = self._names.groups(each.audience)
            sessions = self._language.ngettext("{n} session", "{n} sessions", each.sessions)
            parts = [
                sessions.replace("{n}", str(each.sessions)),
                _("for {groups}").replace("{groups}", audience) if audience else "",
                each.product,
            ]
            kind = self._language.capitalised(self._language.member(each.kind))
            items.append((Run(kind, strong=True), Run(f"  {' · '.join(text for text in parts if text)}", grey=True)))
        if items:
            yield _heading(_("What it is about"))
            yield Bullets(items=tuple(items))


def _heading(text: str) -> Heading:
    return Heading(text=text, role=Role.HEADING_3, continued="")
