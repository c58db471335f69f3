"""The participants' programme: why, what, when and where, and what happens afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.afterwards import Entry, entries, is_for_participants
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import part_heading, venues
from studydag.export.pdf.purpose import purpose
from studydag.export.pdf.rail import RailRow, TimeRail
from studydag.export.preparing import to_prepare
from studydag.export.typeset import boxes
from studydag.export.typeset.flowables import Bullets, Columns, Heading, Paragraph, Prose, Titled
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.text import Content, Run, with_address
from studydag.export.typeset.theme import Role, phase_colour
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.time.schedule import PartSchedule, Slot
from studydag.model.values.follow_up import Moment
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Attendance, Block, BlockKind
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WHEN_MM: Final = 28.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the programme as a PDF. Internal blocks, private notes and confidential needs never stand in it."""
    commission = commissioned(day, setting, choices, language, stamp)
    return commission.finished(story(commission), large_print=choices.on("large_print"))


def commissioned(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> Commission:
    """Return what the document is made of."""
    return Commission(day, setting, choices, language, stamp, language.gettext("Participant programme"))


def story(commission: Commission) -> Iterator[Element]:
    """Return what stands on the pages of the programme, in order."""
    return Programme(commission).story()


class Programme(Story):
    """The story of one programme; its body stands in the pack to share as well. What is internal is left out first."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._letterhead = commission.letterhead
        self._parts = commission.parts

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order; what has nothing to say is left out."""
        yield self._letterhead.masthead(self._parts)
        yield from purpose(self._commission)
        if not any(part.slots for part in self._parts):
            self._letterhead.nothing(self._language.gettext("There is nothing in the programme yet."))
        yield from self.body()
        if self._choices.on("follow_up"):
            yield from self._afterwards()

    def body(self) -> Iterator[Element]:
        """Yield the parts with their blocks, what goes at one's own pace, what to bring, what to take home."""
        filled = [part for part in self._parts if part.slots]
        for part in filled:
            yield from self._part(part, headed=len(self._parts) > 1)
        if not filled:
            yield Paragraph(content=self._language.gettext("There is nothing in the programme yet."))
        yield from self._at_own_pace()
        columns = (tuple(self._bring()), tuple(self._products()))
        if any(columns):
            yield Columns(columns=columns)

    def _part(self, part: PartSchedule, *, headed: bool) -> Iterator[Element]:
        _ = self._language.gettext
        if headed:
            heading = part_heading(part, self._language)
            yield Heading(text=heading, continued=self._letterhead.continued(heading))
            if len(venues(self._parts)) > 1 and part.part.venue:
                yield Paragraph(content=part.part.venue, role=Role.NOTE, keep_with_next=True)
        yield TimeRail(rows=tuple(self._row(slot) for slot in part.slots), header=(_("Time"), _("What"), _("Where")))

    def _row(self, slot: Slot) -> RailRow:
        block = slot.block
        return RailRow(
            start=self._start(slot),
            end="" if slot.open_end or block.cancelled else self._language.clock(slot.end),
            title=self._names.title(block),
            detail=self._detail(block),
            place=self._place(slot),
            colour=phase_colour(block.phase),
            quiet=block.phase is Phase.BREAK or block.cancelled,
            flows=tuple(self._below_title(block)),
            below=self._options(slot),
            continued=self._letterhead.resumed(self._names.title(block)),
        )

    def _start(self, slot: Slot) -> str:
        start = self._language.clock(slot.start)
        return self._language.gettext("from {time}").replace("{time}", start) if slot.open_end else start

    def _detail(self, block: Block) -> str:
        _ = self._language.gettext
        if block.cancelled:
            return " · ".join(part for part in (_("Cancelled"), block.cancelled_reason) if part)
        audience = self._names.groups(block.audience)
        parts = [
            self._names.phase(block),
            self._names.working_format(block) if self._choices.on("formats") else "",
            _("for {groups}").replace("{groups}", audience) if audience else "",
            self._attendance(block),
            self._names.online(block),
            self._led_by(block),
            self._topics(block),
            self._to_bring(block),
            self._to_get(block),
            _("title not final") if block.title and block.title_to_be_announced_until is not None else "",
        ]
        return " · ".join(part for part in parts if part and part != self._names.title(block))

    def _attendance(self, block: Block) -> str:
        if block.attendance is Attendance.BY_CHOICE:
            # Of a round its own word says so already.
            return "" if block.kind is BlockKind.ROUND else self._language.member(block.attendance)
        groups = self._names.groups(block.compulsory_for)
        if block.attendance is not Attendance.COMPULSORY_FOR_GROUPS or not groups:
            return ""
        return self._language.gettext("compulsory for {groups}").replace("{groups}", groups)

    def _led_by(self, block: Block) -> str:
        leads = self._names.leads(block.leads) if self._choices.on("leads") else ""
        return self._language.gettext("led by {names}").replace("{names}", leads) if leads else ""

    def _place(self, slot: Slot) -> str:
        if not self._choices.on("rooms") or slot.block.cancelled:
            return ""
        own = self._names.place(slot.block)
        going_on = [option.block for option in slot.options if not option.block.cancelled]
        rooms = {option.room for option in going_on if self._names.place(option)}
        if own or not rooms:
            return own
        if len(rooms) == 1:
            alone = all(self._names.place(option) for option in going_on)
            return self._names.room_on_paper(rooms.pop()) if alone else ""
        return self._language.ngettext("{n} room", "{n} rooms", len(rooms)).replace("{n}", str(len(rooms)))

    def _below_title(self, block: Block) -> Iterator[Flow]:
        if block.cancelled:
            return
        said = " ".join(text for text in (block.description, self._prompt(block)) if text)
        if said:
            yield Prose(text=said, role=Role.SMALL)
        if link := self._names.meeting_link(block):
            yield Paragraph(content=Run(link, href=link), role=Role.NOTE)

    def _prompt(self, block: Block) -> str:
        """Return the belief that the day examines, where people are to think about it (R011)."""
        if not block.uses_belief_as_prompt or not self._day.belief_before:
            return ""
        question = self._language.gettext("What do you think of this?")
        return f"{question} {self._language.quoted(self._day.belief_before)}"

    def _topics(self, block: Block) -> str:
        topics = self._names.topics(block)
        return self._language.gettext("topics: {topics}").replace("{topics}", topics) if topics else ""

    def _to_bring(self, block: Block) -> str:
        what = block.material_to_bring
        return self._language.gettext("bring along: {what}").replace("{what}", what) if what else ""

    def _to_get(self, block: Block) -> str:
        """Return what people get from a session, where that is asked for (R021)."""
        product = block.product if self._choices.on("leads") else ""
        return self._language.gettext("what you get from it: {what}").replace("{what}", product) if product else ""

    def _options(self, slot: Slot) -> tuple[Flow, ...]:
        if not slot.options or slot.block.cancelled:
            return ()
        return (boxes.Choices(choices=tuple(self._option(option, slot) for option in slot.options)),)

    def _option(self, option: Slot, round_: Slot) -> boxes.Choice:
        _ = self._language.gettext
        block = option.block
        if block.cancelled:
            reason = block.cancelled_reason
            return boxes.Choice(title=self._names.title(block), detail=reason, note=_("Cancelled"), over=True)
        audience = self._names.groups(block.audience)
        notes = [
            self._names.own_hours(option, round_),
            self._names.place(block) if self._choices.on("rooms") else "",
            self._names.online(block),
            self._names.leads(block.leads) if self._choices.on("leads") else "",
            _("for {groups}").replace("{groups}", audience) if audience else "",
        ]
        return boxes.Choice(
            title=self._names.title(block),
            text=block.description,
            detail=self._option_detail(block),
            note=" · ".join(note for note in notes if note),
        )

    def _option_detail(self, block: Block) -> Content:
        told = (self._topics(block), self._to_bring(block), self._to_get(block))
        said = "\n".join(map(self._language.capitalised, filter(None, told)))
        if not (link := self._names.meeting_link(block)):
            return said
        address = Run(link, href=link)
        return (f"{said}\n", address) if said else address

    def _at_own_pace(self) -> Iterator[Element]:
        _ = self._language.gettext
        blocks = list(self._commission.self_paced())
        if not blocks:
            return
        yield _heading(_("At your own pace"))
        rows = tuple(
            Row(cells=(self._self_paced_what(block), self._names.window(block), self._language.minutes(block.minutes)))
            for block in blocks
        )
        yield Table(
            columns=(Column(share=1), Column(), Column()), rows=rows, header=(_("What"), _("When"), _("How long"))
        )

    def _self_paced_what(self, block: Block) -> Element:
        link = (Run(block.link, href=block.link),) if block.link else ()
        flows = (Prose(text=block.description),) if block.description else ()
        return Titled(title=Run(self._names.title(block), strong=True), notes=(*link,), flows=flows)

    def _bring(self) -> Iterator[Element]:
        items: list[Flow] = [self._day.what_to_bring] if self._day.what_to_bring else []
        for block in self._commission.blocks():
            # Whom it is for depends on what was chosen.
            chosen = (Run(f" – {self._names.title(block)}", grey=True),) if block.round is not None else ()
            items += self._to_prepare(block, chosen)
        if items:
            yield _heading(self._language.gettext("Prepare and bring along"))
            yield Bullets(items=tuple(dict.fromkeys(items)))

    def _to_prepare(self, block: Block, chosen: tuple[Run, ...]) -> Iterator[tuple[str | Run, ...]]:
        for task in to_prepare(block, self._language):
            minutes = (Run(f" ({self._language.minutes(task.minutes)})", grey=True),) if task.minutes else ()
            yield with_address(task.what, task.link, *minutes, *chosen)

    def _products(self) -> Iterator[Element]:
        products = tuple(dict.fromkeys(block.product for block in self._commission.blocks() if block.product))
        if products:
            yield _heading(self._language.gettext("What you take home"))
            yield Bullets(items=products)

    def _afterwards(self) -> Iterator[Element]:
        _ = self._language.gettext
        shown = [entry for entry in entries(self._day, self._names) if is_for_participants(entry)]
        if not shown:
            return
        rows = tuple(
            Row(
                cells=(
                    Titled(title=entry.when or _("no date yet"), notes=(entry.hours,), role=Role.SMALL),
                    Titled(title=entry.title, notes=(" · ".join(_about(entry)),), role=Role.SMALL),
                    Cell(flow=entry.owner, role=Role.SMALL),
                )
            )
            for entry in shown
        )
        columns = (Column(mm=WHEN_MM), Column(share=1), Column())
        heading = _("What happens afterwards")
        yield Heading(text=heading, role=Role.HEADING_3, continued=self._letterhead.continued(heading))
        yield Table(columns=columns, rows=rows, header=(_("When"), _("What"), _("Who")))


def _heading(text: str) -> Heading:
    """Return the heading of a section with which what ran on from the part before it ends."""
    return Heading(text=text, role=Role.HEADING_3, continued="")


def _about(entry: Entry) -> Iterator[str]:
    if entry.series:
        yield entry.series
    if isinstance(entry.thing, Moment) and entry.thing.place:
        yield entry.thing.place
