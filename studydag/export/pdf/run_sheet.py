"""The run sheet (draaiboek): minute by minute, with leads, rooms, materials, private notes and plan B."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.documents import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf.flowables import Bullets, Group, Heading, Paragraph, Prose, Steps
from studydag.export.pdf.letterhead import Letterhead, part_heading
from studydag.export.pdf.tables import Column, Row, Table
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import Role
from studydag.export.pdf.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.schedule import PartSchedule, Slot, schedule
from studydag.model.values.programme import Block, BlockKind, LeadStatus, Material, MaterialPer
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

TIME_MM = 23.0
ACTUAL_MM = 17.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the run sheet as a PDF, whole or for one lead, who sees the rest of the day in brief."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Run sheet"))
    return letterhead.finished(_RunSheet(day, setting, choices, language, letterhead).story())


class _RunSheet:
    """The story of one run sheet."""

    def __init__(
        self, day: StudyDay, setting: Setting, choices: Choices, language: Language, letterhead: Letterhead
    ) -> None:
        self._choices = choices
        self._language = language
        self._letterhead = letterhead
        self._names = Names(day, setting, language)
        self._schedule = schedule(day)
        self._lead = next((person for person in setting.people if person.uid == choices["lead"]), None)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        _ = self._language.gettext
        kind = self._letterhead.kind
        kicker = f"{kind} – {self._lead.name}" if self._lead is not None else kind
        yield self._letterhead.masthead(self._schedule, kicker=kicker)
        filled = [part for part in self._schedule.parts if part.slots]
        for part in filled:
            yield from self._part(part, headed=len(self._schedule.parts) > 1)
        if not filled:
            yield Paragraph(content=_("There is nothing in the programme yet."))
        yield from self._aside(_("At your own pace"), self._schedule.self_paced)
        yield from self._aside(_("Parked: not in the programme"), self._schedule.parked)

    def _part(self, part: PartSchedule, *, headed: bool) -> Iterator[Element]:
        _ = self._language.gettext
        if headed:
            heading = part_heading(part, self._language)
            yield Heading(text=heading, continued=_("{heading} (continued)").replace("{heading}", heading))
            if part.part.venue:
                yield Paragraph(content=part.part.venue, role=Role.NOTE, keep_with_next=True)
        rows = [row for slot in part.slots for row in self._rows(slot)]
        yield Table(
            columns=(Column(mm=TIME_MM), Column(share=0.58), Column(share=0.42), Column(mm=ACTUAL_MM)),
            rows=tuple(rows),
            header=(_("Time"), _("What"), _("Who and where"), _("Actual")),
        )
        if part.minutes_over > 0:
            over = _("The programme runs {time} past the end of this part.")
            yield Paragraph(content=over.replace("{time}", self._language.minutes(part.minutes_over)), role=Role.NOTE)

    def _rows(self, slot: Slot) -> Iterator[Row]:
        yield self._row(slot, self._time(slot))
        for option in slot.options:
            if not self._is_brief(option.block) or not self._is_brief(slot.block):
                yield self._row(option, self._option_time(option, slot))

    def _row(self, slot: Slot, time: Element) -> Row:
        brief = self._is_brief(slot.block)
        what = self._brief(slot.block) if brief else self._what(slot)
        who = "" if brief else self._who_and_where(slot.block)
        return Row(cells=(time, what, who, self._actual(slot.block)))

    def _is_brief(self, block: Block) -> bool:
        return self._lead is not None and all(lead.person != self._lead.id for lead in block.leads)

    def _time(self, slot: Slot) -> Element:
        _ = self._language.gettext
        clock = self._language.clock
        if slot.block.cancelled:
            return Paragraph(content=Run(clock(slot.start), grey=True))
        start = _("from {time}").replace("{time}", clock(slot.start)) if slot.open_end else clock(slot.start)
        hours = (Run(start, strong=True), Run("" if slot.open_end else f"–{clock(slot.end)}", grey=True))
        notes = [] if slot.open_end else [self._language.minutes(slot.minutes)]
        if slot.block.pinned_start is not None:
            notes.append(_("fixed start"))
        if slot.buffer_before:
            notes.append(_("{time} to spare before").replace("{time}", self._language.minutes(slot.buffer_before)))
        if slot.overlap_before or slot.overlap_after:
            overlap = self._language.minutes(max(slot.overlap_before, slot.overlap_after))
            notes.append(_("overlaps by {time}").replace("{time}", overlap))
        lines = [Paragraph(content=hours), *(Paragraph(content=note, role=Role.NOTE) for note in notes)]
        return _tight(lines)

    def _option_time(self, option: Slot, round_: Slot) -> Element:
        if (option.start, option.end) == (round_.start, round_.end):
            return Paragraph(content=Run(self._language.gettext("choice"), grey=True), role=Role.NOTE)
        return self._time(option)

    def _brief(self, block: Block) -> Element:
        return Paragraph(content=Run(self._title(block), grey=True))

    def _title(self, block: Block) -> str:
        if block.title:
            return block.title
        if block.title_to_be_announced_until is not None:
            return self._language.gettext("To be announced")
        return self._names.working_format(block) or self._language.capitalised(self._language.member(block.phase))

    def _what(self, slot: Slot) -> Element:
        _ = self._language.gettext
        block = slot.block
        parts: list[Flow] = [Paragraph(content=Run(self._title(block), strong=True), keep_with_next=True)]
        detail = " · ".join(word for word in self._detail(block) if word)
        parts.append(Paragraph(content=detail, role=Role.NOTE))
        if block.cancelled:
            reason = f": {block.cancelled_reason}" if block.cancelled_reason else ""
            return _tight([*parts, Paragraph(content=Run(f"{_('Cancelled')}{reason}", strong=True))])
        if block.description:
            parts.append(Prose(text=block.description))
        steps = self._names.steps(block) if self._choices.on("steps") else ()
        if steps:
            parts.append(Steps(items=steps))
        if block.topics:
            parts += [_label(_("Topics")), Bullets(items=block.topics)]
        if block.facilitator_notes and self._choices.on("notes"):
            parts += [_label(_("Private notes")), Prose(text=block.facilitator_notes)]
        if block.plan_b and self._choices.on("plan_b"):
            parts += [_label(_("Plan B")), Prose(text=block.plan_b)]
        return _tight(parts)

    def _detail(self, block: Block) -> Iterator[str]:
        _ = self._language.gettext
        member = self._language.member
        yield _("Choice round") if block.kind is BlockKind.ROUND else self._language.capitalised(member(block.phase))
        yield self._names.working_format(block)
        yield member(block.interaction) if block.interaction is not None else ""
        yield _("internal") if block.internal else ""
        audience = self._names.groups(block.audience)
        yield _("for {groups}").replace("{groups}", audience) if audience else ""
        if block.capacity is not None:
            yield self._language.ngettext("{n} place", "{n} places", block.capacity).replace("{n}", str(block.capacity))

    def _who_and_where(self, block: Block) -> Element:
        _ = self._language.gettext
        parts: list[Flow] = [Paragraph(content=lead) for lead in self._leads(block)]
        place = self._names.room(block.room)
        set_up = self._language.member(block.set_up) if block.set_up is not None else ""
        where = ", ".join(part for part in (place, set_up) if part)
        if where:
            parts.append(Paragraph(content=where))
        if block.link:
            parts.append(Paragraph(content=Run(block.link, href=block.link), role=Role.NOTE))
        if block.materials:
            parts += [_label(_("Materials")), Bullets(items=tuple(self._material(each) for each in block.materials))]
        if block.material_to_bring:
            parts += [_label(_("Participants bring along")), Paragraph(content=block.material_to_bring)]
        return _tight(parts)

    def _leads(self, block: Block) -> Iterator[tuple[str | Run, ...]]:
        for lead in block.leads:
            name = self._names.person(lead.person)
            if name:
                status = "" if lead.status is LeadStatus.CONFIRMED else f" ({self._language.member(lead.status)})"
                yield (name, Run(status, grey=True)) if status else (name,)

    def _material(self, material: Material) -> str:
        counted = "" if material.quantity == 1 and material.per is MaterialPer.ONCE else f"{material.quantity} × "
        per = "" if material.per is MaterialPer.ONCE else f" ({self._language.member(material.per)})"
        brought = f" – {material.brought_by}" if material.brought_by else ""
        return f"{counted}{material.item}{per}{brought}"

    def _actual(self, block: Block) -> str:
        times = [self._language.time(time) for time in (block.actual_start, block.actual_end) if time is not None]
        return "–".join(times)

    def _aside(self, heading: str, blocks: tuple[Block, ...]) -> Iterator[Element]:
        if not blocks or self._lead is not None:
            return
        yield Heading(text=heading)
        yield Bullets(
            items=tuple(
                (self._title(block), Run(f" ({self._language.minutes(block.minutes)})", grey=True)) for block in blocks
            )
        )


def _label(text: str) -> Paragraph:
    return Paragraph(content=text, role=Role.LABEL, keep_with_next=True)


def _tight(flows: list[Flow] | list[Paragraph]) -> Element:
    return Group(flows=tuple(flows))
