"""The run sheet (draaiboek): minute by minute, with leads, rooms, materials, private notes and plan B."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.letterhead import Letterhead, part_heading, venues
from studydag.export.typeset.flowables import (
    Bullets,
    Group,
    Heading,
    Indented,
    Panel,
    Paragraph,
    Prose,
    Space,
    Steps,
    Titled,
)
from studydag.export.typeset.forms import WriteLines
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Content, Run, link_below, with_address
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.people.parts_played import learns_along, plays_a_part
from studydag.model.rules.time.schedule import MINUTES_A_DAY, PartSchedule, Slot, schedule
from studydag.model.values.programme import Block, LeadStatus, Material, MaterialPer, Mode, ResourceWhen
from studydag.model.values.school import PersonRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

TIME_MM: Final = 24.0
TIME_PAST_MIDNIGHT_MM: Final = 31.0
ACTUAL_MM: Final = 20.0
_WHAT: Final = 1


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the run sheet as a PDF, whole or for one lead, who sees the rest of the day in brief."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Run sheet"))
    return letterhead.finished(_RunSheet(day, setting, choices, language, letterhead).story())


class _RunSheet:
    """The story of one run sheet."""

    def __init__(
        self, day: StudyDay, setting: Setting, choices: Choices, language: Language, letterhead: Letterhead
    ) -> None:
        self._day = day
        self._choices = choices
        self._language = language
        self._letterhead = letterhead
        self._names = Names(day, setting, language)
        self._schedule = schedule(day)
        late = any(slot.end >= MINUTES_A_DAY for slot in self._schedule)
        self._time_mm = TIME_PAST_MIDNIGHT_MM if late else TIME_MM
        self._lead = next((person for person in setting.people if person.uid == choices["lead"]), None)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        kind = self._letterhead.kind
        kicker = f"{kind} – {self._lead.name}" if self._lead is not None else kind
        yield self._letterhead.masthead(self._schedule.parts, kicker=kicker)
        if self._day.question_beside_title:
            question = Paragraph(content=Run(self._day.question_beside_title, strong=True), role=Role.LEAD)
            yield Panel(flows=(question,))
        yield from self._for_leader()
        filled = [part for part in self._schedule.parts if part.slots]
        for part in filled:
            yield from self._part(part, headed=len(self._schedule.parts) > 1)
        if not filled:
            yield self._letterhead.nothing(_("There is nothing in the programme yet."))
        yield from self._aside(_("At your own pace"), self._schedule.self_paced)
        yield from self._aside(_("Parked: not in the programme"), self._schedule.parked)

    def _for_leader(self) -> Iterator[Element]:
        """Yield, on the sheet of a school leader, that they learn along nowhere yet (R067)."""
        if self._lead is None or self._lead.role is not PersonRole.LEADER or learns_along(self._day):
            return
        text = self._language.gettext("The school leader does not take part as a learner in any block.")
        yield Paragraph(content=text, role=Role.NOTE)

    def _part(self, part: PartSchedule, *, headed: bool) -> Iterator[Element]:
        _ = self._language.gettext
        if headed:
            heading = part_heading(part, self._language)
            yield Heading(text=heading, continued=self._letterhead.continued(heading))
            if len(venues(self._schedule.parts)) > 1 and part.part.venue:
                yield Paragraph(content=part.part.venue, role=Role.NOTE, keep_with_next=True)
        yield Table(
            columns=(
                Column(mm=self._time_mm),
                Column(share=0.6),
                Column(share=0.4),
                Column(mm=ACTUAL_MM),
            ),
            rows=tuple(row for slot in part.slots for row in self._rows(slot)),
            header=(_("Time"), _("What"), _("Who and where"), _("Actual")),
        )
        if part.minutes_over > 0:
            over = _("The programme runs {time} past the end of this part.")
            content = Run(over.replace("{time}", self._language.minutes(part.minutes_over)), strong=True)
            yield Space(beats=0.5)
            yield Paragraph(content=content)

    def _rows(self, slot: Slot) -> Iterator[Row]:
        if slot.buffer_before:
            yield self._buffer(slot)
        options = [
            option for option in slot.options if not (self._is_brief(option.block) and self._is_brief(slot.block))
        ]
        yield self._row(slot, options)
        for number, option in enumerate(options, start=1):
            yield self._option(option, slot, last=number == len(options))

    def _buffer(self, slot: Slot) -> Row:
        hours = self._hours(slot.start - slot.buffer_before, slot.start)
        text = self._language.gettext("{time} to spare").replace("{time}", self._language.minutes(slot.buffer_before))
        return Row(cells=(Run(hours, grey=True), Run(text, grey=True)))

    def _row(self, slot: Slot, options: Sequence[Slot]) -> Row:
        if self._is_brief(slot.block):
            hours = Run(self._start(slot) if slot.open_end else self._hours(slot.start, slot.end), grey=True)
            title = Run(self._names.title_inside(slot.block), grey=True)
            return Row(cells=(hours, title), keep_with_next=bool(options), resume=self._resume(slot))
        cells = (self._time(slot), self._what(slot.block), self._who_and_where(slot.block), self._actual(slot.block))
        return Row(cells=cells, keep_with_next=bool(options), resume=self._resume(slot))

    def _resume(self, slot: Slot) -> tuple[Flow, ...]:
        """Return the time and the title of a block that goes on on the next page."""
        return (self._start_and_end(slot), Run(self._letterhead.resumed(self._names.title(slot.block)), grey=True))

    def _option(self, option: Slot, round_: Slot, *, last: bool) -> Row:
        own_time = option.has_own_times_in(round_)
        time: Flow = self._time(option) if own_time and not option.block.cancelled else ""
        if self._is_brief(option.block):
            what: Element = Paragraph(content=Run(self._names.title_inside(option.block), grey=True))
            cells: tuple[Flow, ...] = (time, Indented(flow=what))
        else:
            what = self._what(option.block, within=round_.block)
            cells = (time, Indented(flow=what), self._who_and_where(option.block))
        again = Indented(flow=Run(self._letterhead.resumed(self._names.title(option.block)), grey=True))
        return Row(cells=cells, named_by=_WHAT, ruled=last, follows=True, itself=(self._start_and_end(option), again))

    def _is_brief(self, block: Block) -> bool:
        """Whether it is told in a line: what another leads, in the run sheet of one lead."""
        return self._lead is not None and not block.cancelled and not plays_a_part(self._lead, block)

    def _time(self, slot: Slot) -> Element:
        _ = self._language.gettext
        clock = self._language.clock
        if slot.block.cancelled:
            return Paragraph(content=Run(clock(slot.start), grey=True))
        notes = [] if slot.open_end else [self._language.minutes(slot.minutes)]
        if slot.block.pinned_start is not None:
            notes.append(_("fixed start"))
        if slot.end_inferred and not slot.open_end:
            notes.append(_("end is a guess"))
        if slot.overlap_before or slot.overlap_after:
            overlap = self._language.minutes(max(slot.overlap_before, slot.overlap_after))
            notes.append(_("overlaps by {time}").replace("{time}", overlap))
        return Titled(title=self._start_and_end(slot), notes=tuple(notes))

    def _start_and_end(self, slot: Slot) -> Content:
        end = "" if slot.open_end else f"–{self._language.clock(slot.end)}"
        return (Run(self._start(slot), strong=True), Run(end, grey=True))

    def _start(self, slot: Slot) -> str:
        start = self._language.clock(slot.start)
        return self._language.gettext("from {time}").replace("{time}", start) if slot.open_end else start

    def _hours(self, start: int, end: int) -> str:
        return f"{self._language.clock(start)}–{self._language.clock(end)}"

    def _what(self, block: Block, within: Block | None = None) -> Element:
        _ = self._language.gettext
        if block.cancelled:
            cancelled = " – ".join(text for text in (_("Cancelled"), block.cancelled_reason) if text)
            return Titled(title=Run(self._names.title_inside(block), grey=True), notes=(Run(cancelled, strong=True),))
        note = " · ".join(word for word in self._detail(block, within) if word and word != self._names.title(block))
        return Titled(title=Run(self._names.title(block), strong=True), notes=(note,), flows=tuple(self._below(block)))

    def _below(self, block: Block) -> Iterator[Flow]:
        _ = self._language.gettext
        if block.description:
            yield Prose(text=block.description, role=Role.SMALL)
        notes = block.facilitator_notes if self._choices.on("notes") else ""
        steps = self._names.steps(block) if self._choices.on("steps") else ()
        # A format that was put into the programme left its steps in the notes, to be changed there.
        if steps and not all(step in notes for step in steps):
            yield Steps(items=steps, role=Role.SMALL)
        if topics := block.topics or ((self._names.topics(block),) if block.open_slot else ()):
            yield _labelled(_("Topics"), Bullets(items=topics, role=Role.SMALL))
        groups = [": ".join(text for text in group if text) for group in self._names.divided(block)]
        if groups:
            yield _labelled(_("Groups"), Bullets(items=tuple(groups), role=Role.SMALL))
        if notes:
            yield _labelled(_("Private notes"), Prose(text=notes, role=Role.SMALL))
        if block.plan_b and self._choices.on("plan_b"):
            yield _labelled(_("Plan B"), Prose(text=block.plan_b, role=Role.SMALL))

    def _detail(self, block: Block, within: Block | None) -> Iterator[str]:
        """Give what sort of block it is; an option doesn't repeat the phase of its round."""
        _ = self._language.gettext
        member = self._language.member
        if within is None or within.phase is not block.phase:
            yield self._names.phase(block)
        yield self._names.working_format(block)
        yield member(block.interaction) if block.interaction is not None else ""
        yield self._names.online(block)
        yield from block.context_tags
        yield _("internal") if block.internal else ""
        yield _("title not final") if block.title and block.title_to_be_announced_until is not None else ""
        audience = self._names.groups(block.audience)
        yield _("for {groups}").replace("{groups}", audience) if audience else ""
        if block.capacity is not None:
            yield self._language.ngettext("{n} place", "{n} places", block.capacity).replace("{n}", str(block.capacity))

    def _who_and_where(self, block: Block) -> Flow:
        if block.cancelled:
            return ""
        _ = self._language.gettext
        place = self._names.room_on_paper(block.room)
        set_up = self._language.member(block.set_up) if block.set_up is not None else ""
        lines = [*self._leads(block), ", ".join(part for part in (place, set_up) if part)]
        flows: list[Flow] = [Paragraph(content="\n".join(line for line in lines if line))]
        if block.leaders_part:
            parts = self._language.list([self._language.member(part) for part in block.leaders_part])
            flows.append(Paragraph(content=_("School leader: {parts}").replace("{parts}", parts), role=Role.NOTE))
        if block.link:
            flows.append(Paragraph(content=Run(block.link, href=block.link), role=Role.NOTE))
        materials: list[Flow] = [self._material(each) for each in block.materials if each.item]
        materials += [
            with_address(each.title or each.link, each.link)
            for each in block.resources
            if each.when is ResourceWhen.DURING and (each.title or each.link)
        ]
        if materials:
            flows.append(_labelled(_("Materials"), Bullets(items=tuple(materials), role=Role.SMALL)))
        if block.material_to_bring:
            flows.append(_labelled(_("Participants bring along"), Prose(text=block.material_to_bring, role=Role.SMALL)))
        return Group(flows=tuple(flows))

    def _leads(self, block: Block) -> Iterator[str]:
        for lead in block.leads:
            name = self._names.person(lead.person)
            if name:
                yield name if lead.status is LeadStatus.CONFIRMED else f"{name} ({self._language.member(lead.status)})"

    def _material(self, material: Material) -> str:
        counted = "" if material.quantity == 1 else f"{material.quantity} × "
        per = "" if material.per is MaterialPer.ONCE else f" ({self._language.member(material.per)})"
        brought = f" – {material.brought_by}" if material.brought_by else ""
        return f"{counted}{material.item}{per}{brought}"

    def _actual(self, block: Block) -> Flow:
        """Return when it really was, or a line to write that on."""
        times = [self._language.time(time) for time in (block.actual_start, block.actual_end) if time is not None]
        if times or block.cancelled:
            return "–".join(times)
        return WriteLines()

    def _aside(self, heading: str, blocks: tuple[Block, ...]) -> Iterator[Element]:
        if not blocks or self._lead is not None:
            return
        yield Heading(text=heading, continued="")
        yield Bullets(
            items=tuple(
                (self._names.title_inside(block), Run(f" ({self._beside(block)})", grey=True), *link_below(block.link))
                for block in blocks
            )
        )

    def _beside(self, block: Block) -> str:
        """Return how long it takes, and when it can be done where that is up to people."""
        when = self._names.window(block) if block.mode is Mode.SELF_PACED else ""
        return " · ".join(text for text in (self._language.minutes(block.minutes), when) if text)


def _labelled(label: str, flow: Flow) -> Element:
    return Group(flows=(Paragraph(content=label, role=Role.LABEL, keep_with_next=True), flow))
