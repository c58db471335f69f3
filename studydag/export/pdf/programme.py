"""The participants' programme: why, what, when and where, and what happens afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studydag.export import afterwards
from studydag.export.documents import Choices, Stamp
from studydag.export.names import Names
from studydag.export.pdf import boxes
from studydag.export.pdf.flowables import Bullets, Group, Heading, Panel, Paragraph, Prose
from studydag.export.pdf.letterhead import Letterhead, part_heading
from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.pdf.tables import Column, Row, Table
from studydag.export.pdf.text import Content, Run
from studydag.export.pdf.theme import Role, phase_colour
from studydag.export.pdf.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.schedule import PartSchedule, Slot, schedule
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block, BlockKind, Mode
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as a PDF. Internal blocks, private notes and confidential needs never stand in it."""
    letterhead = Letterhead(day, setting, language, stamp, language.gettext("Participant programme"))
    pages = _Programme(day, Names(day, setting, language), choices, language, letterhead)
    return letterhead.finished(pages.story(), large_print=choices.on("large_print"))


class _Programme:
    """The story of one programme."""

    def __init__(
        self, day: StudyDay, names: Names, choices: Choices, language: Language, letterhead: Letterhead
    ) -> None:
        self._day = day
        self._names = names
        self._choices = choices
        self._language = language
        self._letterhead = letterhead
        self._schedule = schedule(day)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order; what has nothing to say is left out."""
        yield self._letterhead.masthead(self._schedule)
        yield from self._purpose()
        parts = [part for part in self._schedule.parts if any(_is_public(slot.block) for slot in part.slots)]
        for part in parts:
            yield from self._part(part, headed=len(self._schedule.parts) > 1)
        if not parts:
            yield Paragraph(content=self._language.gettext("There is nothing in the programme yet."))
        yield from self._self_paced()
        yield from self._bring()
        yield from self._products()
        if self._choices.on("follow_up"):
            yield from self._afterwards()

    def _purpose(self) -> Iterator[Element]:
        flows: list[Flow] = []
        if self._day.learning_question:
            flows.append(Paragraph(content=Run(self._day.learning_question, strong=True), role=Role.LEAD))
        goals = [goal.sentence for goal in self._day.goals] if self._choices.on("goals") else []
        if goals:
            if flows or len(goals) > 1:
                flows.append(Paragraph(content=self._language.gettext("Goals"), role=Role.LABEL, keep_with_next=True))
            flows.append(Bullets(items=tuple(goals)) if len(goals) > 1 else Paragraph(content=goals[0]))
        if flows:
            yield Panel(flows=tuple(flows))

    def _part(self, part: PartSchedule, *, headed: bool) -> Iterator[Element]:
        _ = self._language.gettext
        if headed:
            heading = part_heading(part, self._language)
            venue = part.part.venue
            yield Heading(text=heading, continued=_("{heading} (continued)").replace("{heading}", heading))
            if venue:
                yield Paragraph(content=venue, role=Role.NOTE, keep_with_next=True)
        rows = tuple(self._row(slot) for slot in part.slots if _is_public(slot.block))
        yield TimeRail(rows=rows, header=(_("Time"), _("What"), _("Where")))

    def _row(self, slot: Slot) -> RailRow:
        block = slot.block
        return RailRow(
            start=self._start(slot),
            end="" if slot.open_end or block.cancelled else self._language.clock(slot.end),
            title=self._title(block),
            detail=self._detail(block),
            place=self._place(slot),
            colour=phase_colour(block.phase),
            quiet=block.phase is Phase.BREAK or block.cancelled,
            flows=tuple(self._below_title(block)),
            below=self._options(slot),
        )

    def _start(self, slot: Slot) -> str:
        start = self._language.clock(slot.start)
        return self._language.gettext("from {time}").replace("{time}", start) if slot.open_end else start

    def _title(self, block: Block) -> str:
        if block.title:
            return block.title
        if block.title_to_be_announced_until is not None:
            return self._language.gettext("To be announced")
        return self._names.working_format(block) or self._word(block)

    def _word(self, block: Block) -> str:
        if block.kind is BlockKind.ROUND:
            return self._language.gettext("Choice round")
        return self._language.capitalised(self._language.member(block.phase))

    def _detail(self, block: Block) -> str:
        _ = self._language.gettext
        if block.cancelled:
            return " · ".join(part for part in (_("Cancelled"), block.cancelled_reason) if part)
        audience = self._names.groups(block.audience)
        parts = [
            self._word(block),
            self._names.working_format(block) if self._choices.on("formats") else "",
            _("for {groups}").replace("{groups}", audience) if audience else "",
            self._language.member(block.mode) if block.mode in {Mode.ONLINE, Mode.HYBRID} else "",
            self._led_by(block),
            _("title not final") if block.title and block.title_to_be_announced_until is not None else "",
        ]
        return " · ".join(part for part in parts if part and part != block.title)

    def _led_by(self, block: Block) -> str:
        leads = self._names.leads(block.leads) if self._choices.on("leads") else ""
        return self._language.gettext("led by {names}").replace("{names}", leads) if leads else ""

    def _place(self, slot: Slot) -> str:
        if not self._choices.on("rooms") or slot.block.cancelled:
            return ""
        own = self._names.room(slot.block.room)
        rooms = {option.block.room for option in slot.options if self._names.room(option.block.room)}
        if own or not rooms:
            return own
        if len(rooms) == 1:
            return self._names.room(rooms.pop())
        return self._language.ngettext("{n} room", "{n} rooms", len(rooms)).replace("{n}", str(len(rooms)))

    def _below_title(self, block: Block) -> Iterator[Flow]:
        if block.cancelled:
            return
        if block.description:
            yield Prose(text=block.description)
        if block.material_to_bring:
            yield self._labelled(self._language.gettext("Bring along"), block.material_to_bring)
        if block.link and block.mode in {Mode.ONLINE, Mode.HYBRID}:
            yield Paragraph(content=Run(block.link, href=block.link), role=Role.NOTE)

    def _options(self, slot: Slot) -> tuple[Flow, ...]:
        options = [option for option in slot.options if _is_public(option.block)]
        if not options or slot.block.cancelled:
            return ()
        return (boxes.Choices(choices=tuple(self._option(option, slot) for option in options)),)

    def _option(self, option: Slot, round_: Slot) -> boxes.Choice:
        _ = self._language.gettext
        block = option.block
        if block.cancelled:
            return boxes.Choice(title=self._title(block), note=_("Cancelled"))
        audience = self._names.groups(block.audience)
        hours = f"{self._language.clock(option.start)}–{self._language.clock(option.end)}"
        notes = [
            hours if (option.start, option.end) != (round_.start, round_.end) else "",
            self._names.room(block.room) if self._choices.on("rooms") else "",
            self._names.leads(block.leads) if self._choices.on("leads") else "",
            _("for {groups}").replace("{groups}", audience) if audience else "",
        ]
        return boxes.Choice(
            title=self._title(block), text=block.description, note=" · ".join(note for note in notes if note)
        )

    def _self_paced(self) -> Iterator[Element]:
        _ = self._language.gettext
        blocks = [block for block in self._schedule.self_paced if _is_public(block) and not block.cancelled]
        if not blocks:
            return
        yield Heading(text=_("At your own pace"))
        rows = tuple(
            Row(cells=(self._self_paced_what(block), self._window(block), self._language.minutes(block.minutes)))
            for block in blocks
        )
        yield Table(
            columns=(Column(share=1), Column(), Column()), rows=rows, header=(_("What"), _("When"), _("How long"))
        )

    def _self_paced_what(self, block: Block) -> Element:
        parts: list[Flow] = [Paragraph(content=Run(self._title(block), strong=True))]
        if block.description:
            parts.append(Prose(text=block.description))
        if block.link:
            parts.append(Paragraph(content=Run(block.link, href=block.link), role=Role.NOTE))
        return Group(flows=tuple(parts))

    def _window(self, block: Block) -> str:
        _ = self._language.gettext
        first, last = block.window_start, block.window_end
        if first is not None and last is not None and first <= last:
            return self._language.date_range(first, last)
        if first is not None:
            return _("from {date}").replace("{date}", self._language.date_without_weekday(first))
        if last is not None:
            return _("until {date}").replace("{date}", self._language.date_without_weekday(last))
        return ""

    def _bring(self) -> Iterator[Element]:
        _ = self._language.gettext
        items: list[Flow] = [self._day.what_to_bring] if self._day.what_to_bring else []
        prepared = [block for block in self._blocks() if block.preparation_text or block.preparation_minutes]
        for block in prepared:
            minutes = self._language.minutes(block.preparation_minutes) if block.preparation_minutes else ""
            what = block.preparation_text or self._title(block)
            items.append((what, Run(f" ({minutes})", grey=True)) if minutes else what)
        if items:
            yield Heading(text=_("Prepare and bring along"))
            yield Bullets(items=tuple(items))

    def _products(self) -> Iterator[Element]:
        products = [block.product for block in self._blocks() if block.product]
        if products:
            yield Heading(text=self._language.gettext("What you take home"))
            yield Bullets(items=tuple(products))

    def _afterwards(self) -> Iterator[Element]:
        _ = self._language.gettext
        entries = [
            entry for entry in afterwards.entries(self._day, self._names) if entry.is_after and not entry.is_measure
        ]
        if not entries:
            return
        yield Heading(text=_("What happens afterwards"))
        rows = tuple(Row(cells=(entry.when, entry.title, entry.owner)) for entry in entries)
        yield Table(columns=(Column(), Column(share=1), Column()), rows=rows, header=(_("When"), _("What"), _("Who")))

    def _blocks(self) -> Iterator[Block]:
        timed = (each.block for slot in _all_slots(self._schedule.parts) for each in (slot, *slot.options))
        for block in (*timed, *self._schedule.self_paced):
            if _is_public(block) and not block.cancelled:
                yield block

    def _labelled(self, label: str, text: str) -> Paragraph:
        content: Content = (Run(f"{label}: ", grey=True), text)
        return Paragraph(content=content)


def _all_slots(parts: Iterable[PartSchedule]) -> Iterator[Slot]:
    for part in parts:
        yield from part.slots


def _is_public(block: Block) -> bool:
    return not block.internal
