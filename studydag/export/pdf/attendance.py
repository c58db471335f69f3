"""The attendance list: who comes to each part, and to each option of a round, with rows for who walks in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import part_heading
from studydag.export.people import Comer, comers
from studydag.export.typeset.flowables import Heading, PageBreak, Paragraph, Space, Titled
from studydag.export.typeset.forms import TickBox
from studydag.export.typeset.tables import Cell, Column, Row, Table
from studydag.export.typeset.tagging import Align
from studydag.export.typeset.text import Content, Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.choices.presence import is_walk_in
from studydag.model.rules.people.days_off import days_off_of
from studydag.model.rules.time.schedule import PartSchedule, Slot
from studydag.model.values.choices import Presence, Registration, RegistrationRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WALK_INS: Final = 6
BOX_MM: Final = 9.0
NUMBER_MM: Final = 8.0
_THERE: Final = frozenset({Presence.PRESENT, Presence.WALK_IN})


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the attendance lists as a PDF: one for each part, and one for each option that has people.

    Rows D21, D22; who is there on a day off is said where that is asked for (R063).
    """
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Attendance list"))
    return commission.finished(_Lists(commission).story())


class _Lists(Story):
    """The story of all lists."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._comers = comers(commission.names)
        self._people = {person.id: person for person in commission.setting.people}

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        yield self._commission.masthead()
        parts = self._commission.times.parts
        for number, part in enumerate(parts):
            if number:
                yield PageBreak()
            heading = part_heading(part, self._language) if len(parts) > 1 else ""
            if heading:
                yield Heading(text=heading, continued=self._commission.letterhead.continued(heading))
            yield Paragraph(content=self._expected(), role=Role.NOTE, keep_with_next=True)
            yield self._table(self._comers, self._present_in(part), unnamed=self._unnamed)
        if not parts:
            yield self._table(self._comers, frozenset(), unnamed=self._unnamed)
        if self._choices.on("options"):
            yield from self._options()

    @property
    def _unnamed(self) -> int:
        """How many people are expected of whom nobody is registered: each signs in a row of their own."""
        return 0 if self._comers else self._day.expected_number or 0

    def _expected(self) -> str:
        count = self._unnamed or sum(comer.count for comer in self._comers if not is_walk_in(comer.registration))
        text = self._language.ngettext("{n} person is expected.", "{n} people are expected.", count)
        return text.replace("{n}", self._language.number(count)) if count else ""

    def _options(self) -> Iterator[Element]:
        for slot in self._commission.times:
            if slot.block.cancelled:
                continue
            for option in slot.options:
                own = self._in_option(option)
                if own and not option.block.cancelled:
                    yield PageBreak()
                    yield from self._option(slot, option, own)

    def _option(self, slot: Slot, option: Slot, own: Sequence[Comer]) -> Iterator[Element]:
        names = self._names
        heading = names.title_inside(option.block)
        yield self._commission.section(heading)
        about = (
            names.title_inside(slot.block),
            self._commission.hours_of_day(option),
            names.place(option.block),
            names.online(option.block),
            names.leads(option.block.leads),
        )
        yield Paragraph(content=" · ".join(text for text in about if text), role=Role.SUBTITLE, keep_with_next=True)
        yield Space(beats=0.5, keep_with_next=True)
        yield self._table(own, self._present_at(slot))

    def _in_option(self, option: Slot) -> list[Comer]:
        """Return who has a place in an option; of a group without names as many as have one."""
        places = {each.registration: each.count for each in self._day.allotments if each.option == option.block.id}
        found: list[Comer] = []
        for comer in self._comers:
            if places.get(comer.registration.id, 0) > 0:
                places[comer.registration.id] -= 1
                found.append(comer)
        return found

    def _present_in(self, part: PartSchedule) -> frozenset[int]:
        marks = ((each.id, mark) for each in self._day.registrations for mark in each.attendance)
        return frozenset(number for number, mark in marks if mark.part == part.part.id and mark.presence in _THERE)

    def _present_at(self, slot: Slot) -> frozenset[int]:
        marks = ((each.id, mark) for each in self._day.registrations for mark in each.attendance)
        return frozenset(number for number, mark in marks if mark.round == slot.block.id and mark.presence in _THERE)

    def _table(self, own: Sequence[Comer], present: frozenset[int], unnamed: int = 0) -> Table:
        _ = self._language.gettext
        signs = self._choices.on("signature")
        rows = [self._row(number, comer, present) for number, comer in enumerate(own, start=1)]
        rows += [self._blank(number, _("{name} is there")) for number in range(1, unnamed + 1)]
        if self._choices.on("walk_ins"):
            last = len(rows) + WALK_INS
            rows += [self._blank(number, _("Walk-in {n} is there")) for number in range(len(rows) + 1, last + 1)]
        columns = (Column(mm=NUMBER_MM, align=Align.RIGHT), Column(mm=BOX_MM), Column(share=0.45), Column(share=0.25))
        header = ("", _("Present"), _("Name"), _("Department or group"))
        if signs:
            return Table(
                columns=(*columns, Column(share=0.3)),
                rows=tuple(rows),
                header=(*header, _("Signature")),
                row_header=2,
            )
        return Table(columns=columns, rows=tuple(rows), header=header, row_header=2)

    def _row(self, number: int, comer: Comer, present: frozenset[int]) -> Row:
        _ = self._language.gettext
        named = comer.name or f"{comer.beside or _('Name')} {number}"
        box = TickBox(name=_("{name} is there").replace("{name}", named), ticked=comer.registration.id in present)
        role = comer.registration.role
        name: Content = comer.name
        if comer.count > 1:
            people = self._language.ngettext("{n} person", "{n} people", comer.count)
            name = Run(people.replace("{n}", self._language.number(comer.count)), grey=True)
        beside = [self._language.member(role)] if role is not RegistrationRole.PARTICIPANT else []
        if is_walk_in(comer.registration):
            beside.append(self._language.member(Presence.WALK_IN))
        if comer.name and beside:
            name = (comer.name, Run(f" ({', '.join(beside)})", grey=True))
        off = self._day_off(comer.registration)
        told: Flow = Titled(title=name, notes=(off,)) if off else name
        return Row(cells=(_number(number), box, told, Cell(flow=comer.beside, role=Role.SMALL)))

    def _day_off(self, registration: Registration) -> str:
        """Say that it is somebody's day off, and what they get in return (R063); empty where it is not asked for."""
        language = self._language
        dates = days_off_of(registration, self._day, self._people) if self._choices.on("days_off") else ()
        if not dates:
            return ""
        on = language.list([language.weekday(date) for date in dates])
        said = language.gettext("day off: {days}").replace("{days}", on)
        back = registration.compensation_minutes
        noted = language.gettext("{time} in lieu").replace("{time}", language.minutes(back)) if back else ""
        return " · ".join(text for text in (said, noted) if text)

    def _blank(self, number: int, says: str) -> Row:
        named = f"{self._language.gettext('Name')} {number}"
        name = says.replace("{name}", named).replace("{n}", str(number))
        return Row(cells=(_number(number), TickBox(name=name)))


def _number(number: int) -> Cell:
    return Cell(flow=Run(str(number), grey=True), role=Role.SMALL)
