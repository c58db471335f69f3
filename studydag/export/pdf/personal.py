"""Personal programmes: everyone's own way through the day, and what they do afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.afterwards import entries
from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.cards import Cards
from studydag.export.pdf.commission import Commission
from studydag.export.pdf.fitted import Fitted
from studydag.export.pdf.flowables import Bullets, Facts, Heading, PageBreak, Paragraph, Titled
from studydag.export.pdf.letterhead import dates_line
from studydag.export.pdf.page import A4, A5
from studydag.export.pdf.routes import Stop, stops
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import Role
from studydag.export.pdf.typesetting import Element, Flow
from studydag.export.people import Comer, comers
from studydag.language import Language
from studydag.model.values.follow_up import Action
from studydag.model.values.formats import Phase
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

QUARTER_MM: Final = 130.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return all personal programmes as one PDF: on A5, or four on a sheet of A4 with cut marks."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Personal programmes"))
    paper = A4 if choices.on("four") else A5
    return commission.finished(_Personal(commission).story(), paper=paper)


class _Personal:
    """The story of all personal programmes."""

    def __init__(self, commission: Commission) -> None:
        self._commission = commission
        self._language = commission.language
        self._names = commission.names
        self._when = dates_line(commission.parts, commission.language)
        self._dated = len({part.part.date for part in commission.parts}) > 1
        found = entries(commission.day, commission.names) if commission.choices.on("actions") else []
        self._actions = [each for each in found if isinstance(each.thing, Action) and each.thing.state.is_unfinished]

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        found = [comer for comer in comers(self._names) if comer.name]
        if not found:
            yield self._commission.masthead()
            yield Paragraph(content=self._language.gettext("Nobody has registered by name yet."))
            return
        if self._commission.choices.on("four"):
            yield Cards(cards=tuple(tuple(self._card(comer)) for comer in found), mm=QUARTER_MM)
            return
        for number, comer in enumerate(found):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._card(comer)

    def _card(self, comer: Comer) -> Iterator[Element]:
        school = self._commission.setting.school.name
        about = (school, self._commission.letterhead.title, self._when)
        yield Paragraph(content=" · ".join(text for text in about if text), role=Role.KICKER, keep_with_next=True)
        continued = self._commission.letterhead.continued(comer.name)
        if self._commission.choices.on("four"):
            yield Fitted(content=comer.name, points=18, least=12, lines=1, role=Role.TITLE, heading=1)
        else:
            yield Heading(text=comer.name, level=1, role=Role.HEADING_2, continued=continued)
        yield Paragraph(content=comer.beside, role=Role.NOTE)
        pairs = tuple((self._time(stop), self._what(stop)) for stop in stops(comer, self._commission))
        if pairs:
            yield Facts(pairs=pairs)
        else:
            yield Paragraph(content=self._language.gettext("There is nothing in the programme yet."))
        yield from self._own_actions(comer)

    def _time(self, stop: Stop) -> str:
        slot = stop.option or stop.slot
        on = f"{self._language.day_and_month(slot.date)} " if self._dated and slot.date is not None else ""
        return f"{on}{self._language.clock(slot.start)}"

    def _what(self, stop: Stop) -> Flow:
        block = stop.block
        room = self._names.room(block.room)
        if stop.is_round and stop.option is None:
            return Titled(title=self._names.title(block), notes=(self._language.gettext("still to be chosen"),))
        title = Run(self._names.title(block), strong=stop.is_round, grey=block.phase is Phase.BREAK)
        if self._commission.choices.on("four"):
            return (title, Run(f" – {room}", grey=True)) if room and block.phase is not Phase.BREAK else title
        return Titled(title=title, notes=(room,) if room and block.phase is not Phase.BREAK else ())

    def _own_actions(self, comer: Comer) -> Iterator[Element]:
        person = comer.registration.person
        groups = {group.id for group in self._commission.setting.groups if person in group.members}
        own = [
            (each.when or self._language.gettext("no date yet"), each.title)
            for each in self._actions
            if isinstance(each.thing, Action)
            and person is not None
            and (each.thing.owner == person or (each.thing.owner is None and each.thing.owner_group in groups))
        ]
        if own:
            yield Heading(text=self._language.gettext("What you do"), role=Role.HEADING_3)
            if self._commission.choices.on("four"):
                items = tuple((Run(f"{when}  ", grey=True), title) for when, title in own)
                yield Bullets(items=items, role=Role.SMALL)
            else:
                yield Facts(pairs=tuple(own))
