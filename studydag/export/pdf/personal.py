"""Personal programmes: everyone's own way through the day, and what they do afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from studydag.export.afterwards import Entry, entries
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import dates_line
from studydag.export.pdf.routes import Stop, stops
from studydag.export.people import Comer, comers
from studydag.export.typeset.cards import Cards
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import Bullets, Facts, Heading, PageBreak, Paragraph, Space
from studydag.export.typeset.page import A4, A5
from studydag.export.typeset.text import Content, Run, link_below
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.rules.calendar.dates import has_several_dates
from studydag.model.rules.people.participants import is_for
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Block
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity

QUARTER_MM: Final = 130.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return all personal programmes as one PDF: on A5, or four on a sheet of A4 with cut marks."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Personal programmes"))
    paper = A4 if choices.on("four") else A5
    return commission.finished(_Personal(commission).story(), paper=paper)


class _Personal(Story):
    """The story of all personal programmes."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._in_fours = commission.choices.on("four")
        self._role = Role.TIGHT if self._in_fours else Role.BODY
        self._when = dates_line(commission.parts, commission.language)
        self._dated = has_several_dates(commission.day)
        found = entries(commission.day, commission.names) if commission.choices.on("actions") else []
        self._actions = [each for each in found if isinstance(each.thing, Action) and each.thing.state.is_unfinished]

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        found = [comer for comer in comers(self._names) if comer.name]
        if not found:
            yield self._commission.masthead()
            yield self._commission.letterhead.nothing(self._language.gettext("Nobody has registered by name yet."))
            return
        if self._in_fours:
            yield Cards(cards=tuple(tuple(self._card(comer)) for comer in found), mm=QUARTER_MM, padding=4.0)
            return
        for number, comer in enumerate(found):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._card(comer)

    def _card(self, comer: Comer) -> Iterator[Element]:
        yield from self._head(comer)
        own = list(stops(comer, self._commission))
        at_own_pace = self._at_own_pace(comer)
        for date, stops_of_date in groupby(own, key=_date):
            yield from self._route(comer, date, list(stops_of_date))
        yield from self._section(self._language.gettext("At your own pace"), at_own_pace)
        if not own and not at_own_pace:
            yield Paragraph(content=self._language.gettext("There is nothing in the programme yet."))
        yield from self._own_actions(comer)
        yield from self._training(comer)

    def _head(self, comer: Comer) -> Iterator[Element]:
        school, title = self._commission.setting.school.name, self._commission.letterhead.title
        if self._in_fours:
            yield Fitted(content=Run(title, grey=True), points=9, least=9, lines=1)
            yield Fitted(content=comer.name, points=17, least=11, lines=1, role=Role.TITLE, heading=1)
            beside = " · ".join(text for text in (comer.beside, self._when) if text)
            yield Fitted(content=Run(beside, grey=True), points=9, least=9, lines=1)
            return
        about = " · ".join(text for text in (school, self._when) if text)
        yield Paragraph(content=about, role=Role.KICKER, keep_with_next=True)
        yield Heading(text=comer.name, level=1, continued=self._commission.letterhead.continued(comer.name))
        yield Paragraph(content=" · ".join(text for text in (title, comer.beside) if text), role=Role.NOTE)

    def _route(self, comer: Comer, date: dt.date | None, own: list[Stop]) -> Iterator[Element]:
        """Yield where somebody is on a date, which is named where there are several."""
        if self._dated and date is not None:
            on = self._language.day_and_month(date) if self._in_fours else self._language.date(date)
            yield Space(beats=0.5)
            yield Heading(text=self._language.capitalised(on), role=Role.LABEL)
        pairs = [(self._time(stop), self._what(stop, comer)) for stop in own]
        yield Facts(pairs=(*pairs, *self._end(own)), role=self._role)

    def _time(self, stop: Stop) -> str:
        slot = stop.option or stop.slot
        if self._in_fours or slot.open_end:
            return self._language.clock(slot.start)
        return self._commission.hours(slot)

    def _end(self, own: list[Stop]) -> Iterator[tuple[str, Flow]]:
        """Give when the day is over, where the times are those at which something begins."""
        last = own[-1].slot
        if self._in_fours and not last.open_end:
            yield self._language.clock(last.end), Run(self._language.gettext("end"), grey=True)

    def _at_own_pace(self, comer: Comer) -> list[tuple[str, Content]]:
        """Return what somebody does in their own time: when it can be done, and what it is."""
        groups = {group.id: group for group in self._commission.setting.groups}
        return [
            (self._names.window(block) or "–", self._in_own_time(block))
            for block in self._commission.self_paced()
            if is_for(block, comer.registration, groups)
        ]

    def _in_own_time(self, block: Block) -> Content:
        lasts = Run(f" – {self._language.minutes(block.minutes)}", grey=True)
        return (self._names.title(block), lasts, *link_below(block.link))

    def _what(self, stop: Stop, comer: Comer) -> Flow:
        block = stop.block
        room = self._names.place(block)
        if stop.is_round and stop.option is None:
            still = self._language.gettext("still to be chosen")
            return (self._names.title(block), Run(f" – {still}", grey=True))
        title = Run(self._names.title(block), strong=stop.is_round, grey=block.phase is Phase.BREAK)
        beside = [room] if room else []
        if online := self._names.online(block):
            beside.append(online)
        if group := self._names.own_group(block, comer.registration.id):
            beside.append(group)
        if stop.leads:
            beside.append(self._language.gettext("you lead this").replace(" ", "\u00a0"))
        # No line begins with a dot.
        about = "\u00a0· ".join(beside)
        told = (title, Run(f" – {about}", grey=True)) if beside else (title,)
        return (*told, *link_below(self._names.meeting_link(block)))

    def _own_actions(self, comer: Comer) -> Iterator[Element]:
        person = comer.registration.person
        groups = {group.id for group in self._commission.setting.groups if person in group.members}
        own = [
            (self._by(each), each.title)
            for each in self._actions
            if isinstance(each.thing, Action)
            and person is not None
            and (each.thing.owner == person or (each.thing.owner is None and each.thing.owner_group in groups))
        ]
        yield from self._section(self._language.gettext("What you do"), own)

    def _by(self, entry: Entry) -> str:
        if entry.on is not None and self._in_fours:
            return self._language.day_and_month(entry.on)
        return entry.when or self._language.gettext("no date yet")

    def _training(self, comer: Comer) -> Iterator[Element]:
        """Yield the activities with a certificate that someone takes part in, with their hours (R052)."""
        person = comer.registration.person
        if person is None or not self._choices.on("training"):
            return
        found = [
            (self._language.minutes(each.minutes) if each.minutes else "–", self._certified(each))
            for trajectory in self._commission.setting.trajectories
            for each in trajectory.activities
            if each.certificate and person in {member.person for member in each.participants}
        ]
        yield from self._section(self._language.gettext("Your training"), found)

    def _certified(self, activity: Activity) -> str:
        _ = self._language.gettext
        until = activity.valid_until
        valid = _("valid until {date}").replace("{date}", self._language.short_date(until)) if until is not None else ""
        return " · ".join(text for text in (activity.title, activity.certificate, valid) if text)

    def _section(self, title: str, pairs: Sequence[tuple[str, Content]]) -> Iterator[Element]:
        if not pairs:
            return
        if not self._in_fours:
            yield Heading(text=title, role=Role.HEADING_3)
            yield Facts(pairs=tuple(pairs))
            return
        yield Space(beats=0.5)
        yield Heading(text=title, role=Role.LABEL)
        items = [(when, what if isinstance(what, tuple) else (what,)) for when, what in pairs]
        yield Bullets(items=tuple((Run(f"{when}  ", grey=True), *what) for when, what in items), role=Role.TIGHT)


def _date(stop: Stop) -> dt.date | None:
    return stop.slot.part.date
