"""Room cards for doors: the room, what is on now, and what comes next there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import PageBreak, Paragraph, Rule, Space
from studydag.export.typeset.page import A4
from studydag.export.typeset.tables import Column, Row, Table
from studydag.export.typeset.text import Content, Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element
from studydag.language import Language
from studydag.model.rules.space.occupancy import places_in, room_taken
from studydag.model.rules.time.schedule import Slot
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_LARGE: Final = ((5, 26.0), (8, 20.0), (11, 16.0))
"""In points, by how many rows there are at most."""
_LEAST: Final = 12.0
_SMALLER: Final = 0.75
_MM_A_LETTER: Final = 0.19
"""How wide a letter is on average, for each point of its size."""
_WIDEST_TIME_MM: Final = 90.0


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return a card for each room and moment as a PDF on landscape pages, or one for each room (D14)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Room cards"))
    return commission.finished(_Cards(commission).story(), paper=A4.landscape())


class _Cards(Story):
    """The story of all cards."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, room after room."""
        cards = [card for room, uses in self._rooms() for card in self._of_room(room, uses)]
        if not cards:
            yield self._commission.masthead()
            yield self._commission.letterhead.nothing(self._language.gettext("No block has a room yet."))
        for number, card in enumerate(cards):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from card

    def _rooms(self) -> list[tuple[str, list[Slot]]]:
        uses: dict[str, list[Slot]] = {}
        seen = {
            slot.block.id for part in self._commission.parts for each in part.slots for slot in (each, *each.options)
        }
        for slot in places_in(self._commission.times):
            name = self._names.room_on_paper(room_taken(slot.block))
            if name and slot.block.id in seen:
                uses.setdefault(name, []).append(slot)
        return sorted(uses.items(), key=lambda each: self._language.sort_key(each[0]))

    def _of_room(self, room: str, uses: Sequence[Slot]) -> Iterator[list[Element]]:
        if self._choices.on("whole_day"):
            yield [*self._head(room, uses), self._list(uses)]
            return
        for slot, following in pairwise((*uses, None)):
            assert slot is not None
            yield [*self._head(room, [slot]), *self._now(slot), *(self._next(slot, following) if following else ())]

    def _head(self, room: str, uses: Sequence[Slot]) -> Iterator[Element]:
        dates = {slot.part.date for slot in uses if slot.part.date is not None}
        on = self._language.days(dates) if dates else ""
        about = (self._commission.setting.school.name, self._commission.letterhead.title, on)
        yield Paragraph(content=" · ".join(text for text in about if text), role=Role.KICKER, keep_with_next=True)
        yield Fitted(content=room, points=84, least=36, lines=1, role=Role.TITLE, heading=1)
        yield Space(beats=1)

    def _now(self, slot: Slot) -> Iterator[Element]:
        yield Fitted(content=Run(self._commission.hours(slot), grey=True), points=34, least=24, lines=1)
        title = Run(self._names.title(slot.block), strong=True)
        yield Fitted(content=title, points=54, least=20, lines=3, heading=2)
        leads = self._names.leads(slot.block.leads) if self._choices.on("leads") else ""
        yield Fitted(content=leads, points=22, least=14, lines=2)
        audience = self._names.groups(slot.block.audience)
        if audience:
            text = self._language.gettext("for {groups}").replace("{groups}", audience)
            yield Fitted(content=Run(text, grey=True), points=22, least=14, lines=2)

    def _next(self, before: Slot, slot: Slot) -> Iterator[Element]:
        if not self._choices.on("next"):
            return
        _ = self._language.gettext
        yield Space(beats=2)
        yield Rule()
        following = _("Next")
        when = self._commission.hours(slot)
        if slot.part.date is not None and slot.part.date != before.part.date:
            when = f"{self._language.day_and_month(slot.part.date)}, {when}"
        yield Fitted(content=Run(f"{following}  {when}", grey=True), points=20, least=14, lines=1)
        yield Fitted(content=self._names.title(slot.block), points=26, least=14, lines=2)

    def _list(self, uses: Sequence[Slot]) -> Table:
        """Return what is in a room, in letters as large as there is room for: it is read at a door."""
        _ = self._language.gettext
        points = next((large for most, large in _LARGE if len(uses) <= most), _LEAST)
        hours = [self._when(slot, uses) for slot in uses]
        leads = [self._names.leads(slot.block.leads) if self._choices.on("leads") else "" for slot in uses]
        rows = tuple(
            Row(
                cells=(
                    _large(when, points),
                    _large(Run(self._names.title(slot.block), strong=True), points),
                    _large(Run(led, grey=True), points * _SMALLER),
                )
            )
            for slot, when, led in zip(uses, hours, leads, strict=True)
        )
        wide = min(_WIDEST_TIME_MM, max(map(len, hours)) * points * _MM_A_LETTER)
        columns = (Column(mm=wide), Column(share=0.7), Column(share=0.3))
        header = (_("Time"), _("What"), _("Who"))
        if not any(leads):
            return Table(columns=columns[:2], rows=tuple(Row(cells=row.cells[:2]) for row in rows), header=header[:2])
        return Table(columns=columns, rows=rows, header=header)

    def _when(self, slot: Slot, uses: Sequence[Slot]) -> str:
        dated = len({each.part.date for each in uses}) > 1
        on = f"{self._language.day_and_month(slot.part.date)}, " if dated and slot.part.date is not None else ""
        return f"{on}{self._commission.hours(slot)}"


def _large(content: Content, points: float) -> Fitted:
    return Fitted(content=content, points=points, least=_LEAST, lines=2)
