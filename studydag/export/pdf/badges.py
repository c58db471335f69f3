"""Name badges: who it is, from where, which way they go through the rounds, and in which groups they work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.routes import stops
from studydag.export.people import Comer, comers
from studydag.export.typeset.cards import Cards
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import Paragraph, Space
from studydag.export.typeset.forms import WriteLines
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element, Flow
from studydag.language import Language
from studydag.model.values.choices import RegistrationRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

HIGH_MM: Final = 52.0
LONGEST_TITLE: Final = 60


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the badges as a PDF, ten on a sheet with cut marks (D14)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Name badges"))
    return commission.finished(_Badges(commission).story())


class _Badges(Story):
    """The story of all badges."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order."""
        unnamed = self._choices.on("unnamed")
        found = [comer for comer in comers(self._names) if comer.name or unnamed]
        if not found:
            yield self._commission.masthead()
            yield self._commission.letterhead.nothing(self._language.gettext("Nobody has registered yet."))
            return
        yield Cards(cards=tuple(tuple(self._badge(comer)) for comer in found), mm=HIGH_MM)

    def _badge(self, comer: Comer) -> Iterator[Flow]:
        school = self._commission.setting.school.name
        title = self._commission.letterhead.title
        # A long title says less on a badge than the name of who wears it.
        about = " · ".join(
            text for text in (school, title if len(title) <= LONGEST_TITLE or not school else "") if text
        )
        yield Fitted(content=Run(about, grey=True), points=9, least=9, lines=2)
        if comer.name:
            yield Fitted(content=comer.name, points=26, least=14, lines=1, role=Role.TITLE, heading=1)
        else:
            unknown = self._language.gettext("Name")
            yield Fitted(content=Run(unknown, grey=True), points=9, least=9, lines=1, heading=1)
            yield WriteLines()
            yield Space(beats=0.5)
        role = comer.registration.role
        kind = "" if role is RegistrationRole.PARTICIPANT else self._language.capitalised(self._language.member(role))
        beside = " · ".join(text for text in (comer.beside, kind) if text)
        yield Fitted(content=beside, points=13, least=10, lines=1)
        if self._choices.on("route"):
            yield from self._route(comer)

    def _route(self, comer: Comer) -> Iterator[Flow]:
        lines: list[str | Run] = []
        for stop in stops(comer, self._commission):
            group = self._names.own_group(stop.block, comer.registration.id) if comer.name else ""
            if stop.option is not None or group:
                places = (self._names.place(stop.block), self._names.online(stop.block), group)
                where = " · ".join(place for place in places if place)
                start = self._language.clock((stop.option or stop.slot).start)
                text = f" {self._names.title(stop.block)}{f' – {where}' if where else ''}"
                lines += ["\n" if lines else "", Run(start, strong=True), text]
        if lines:
            yield Paragraph(content=tuple(lines), role=Role.SMALL)
