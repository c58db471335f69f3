"""Certificates of attendance: who took part, how long, and what the day was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import dates_line
from studydag.export.people import Comer, comers
from studydag.export.typeset import shapes
from studydag.export.typeset.fitted import Fitted
from studydag.export.typeset.flowables import Bullets, Columns, PageBreak, Paragraph, Space
from studydag.export.typeset.forms import WriteLines
from studydag.export.typeset.layout import TOLERANCE, Drawing, Fragment, Nothing, stacked
from studydag.export.typeset.page import A4
from studydag.export.typeset.pictures import beside_the_logo
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import MARGIN, MM, Role
from studydag.export.typeset.typesetting import Element, Typesetter, lay_in_flow
from studydag.language import Language
from studydag.model.rules.choices.presence import attended
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.school import PersonRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

WIDTH_MM: Final = 225.0
"""How wide a line of text is at most, so that the eye finds the next one."""
BAND_MM: Final = 1.4
FEW: Final = 4
"""So many goals stand in larger letters."""
ABOVE: Final = 0.42
"""Of the white space that is left, so much stands above the name: what is in the middle seems to sink."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Element):
    """What the document is and whose, with the logo at its right; a band in the school's colour under both."""

    school: str
    kind: str
    logo_alternative: str

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""

        def words(room: float) -> Fragment:
            school = Fitted(content=Run(self.school, strong=True), points=15, least=11, lines=2)
            kind = Paragraph(content=self.kind, role=Role.KICKER)
            return stacked([lay_in_flow(setter, each, room) for each in (kind, school)])

        band = Drawing(
            height=BAND_MM * MM,
            before=setter.theme.space(0.75),
            drawn=lambda pen, x, top: pen.path(
                shapes.rectangle(x, top - BAND_MM * MM, width, BAND_MM * MM), fill=setter.theme.accent
            ),
        )
        return stacked([beside_the_logo(setter, words, width, self.logo_alternative), band])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Element):
    """A whole page: what stands on top, what stands free in the middle, and at its foot where it is signed."""

    top: Element
    middle: tuple[Element, ...]
    foot: tuple[Element, ...]

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points; where there is too much to say, it goes on on a next page."""
        narrow = min(width, WIDTH_MM * MM)
        top = self.top.lay_out(setter, width)
        middle = stacked([element.lay_out(setter, narrow) for element in self.middle])
        foot = stacked([element.lay_out(setter, width) for element in self.foot], whole=True)
        room = A4.width * MM - 2 * MARGIN - TOLERANCE
        spare = room - top.height - middle.height - foot.height
        gaps = (spare * ABOVE, spare * (1 - ABOVE)) if spare > 0 else (setter.theme.space(1),) * 2
        return stacked([top, Nothing(height=gaps[0]), _free(middle), Nothing(height=gaps[1]), foot])


def _free(fragment: Fragment) -> Fragment:
    """Return a fragment without the white space that it asks for around it."""
    return replace(fragment, before=0.0, after=0.0, keep_with_next=False)


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return a certificate for everyone who comes as a PDF on landscape pages (D22)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Certificate of attendance"))
    return commission.finished(_Certificates(commission).story(), paper=A4.landscape())


class _Certificates(Story):
    """The story of all certificates."""

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order; where nobody is known by name, one to be filled in."""
        wanted = self._choices["person"]
        ids = {person.uid: person.id for person in self._commission.setting.people}
        found: list[Comer | None] = [
            comer
            for comer in comers(self._names)
            if comer.name and not _was_away(comer) and (not wanted or comer.registration.person == ids.get(wanted))
        ]
        for number, comer in enumerate(found or [None]):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._certificate(comer)

    def _certificate(self, comer: Comer | None) -> Iterator[Element]:
        _ = self._language.gettext
        school = self._commission.setting.school.name
        top = Band(
            school=school or _("Study day"),
            kind=self._commission.kind,
            logo_alternative=self._commission.letterhead.logo_alternative,
        )
        yield Sheet(top=top, middle=tuple(self._said(comer)), foot=(self._signed(),))

    def _said(self, comer: Comer | None) -> Iterator[Element]:
        _ = self._language.gettext
        name = comer.name if comer is not None else _("Name")
        yield Fitted(content=name, points=44 if comer else 14, least=14, lines=2, role=Role.TITLE, heading=1)
        if comer is None:
            yield WriteLines()
        yield Space(beats=1)
        yield Fitted(content=Run(_("took part in the study day"), grey=True), points=15, least=15, lines=1)
        yield Fitted(content=Run(self._commission.letterhead.title, strong=True), points=26, least=14, lines=3)
        when = dates_line(self._commission.times.parts, self._language)
        minutes = self._minutes(comer)
        lasted = _("{time} of learning").replace("{time}", self._language.spelled_minutes(minutes)) if minutes else ""
        yield Fitted(content=" · ".join(text for text in (when, lasted) if text), points=15, least=12, lines=2)
        goals = self._day.goals if self._choices.on("goals") else ()
        if goals:
            yield Space(beats=1.5)
            yield Paragraph(content=_("What the day was about"), role=Role.LABEL, keep_with_next=True)
            yield Bullets(
                items=tuple(goal.sentence for goal in goals), role=Role.LEAD if len(goals) <= FEW else Role.BODY
            )

    def _signed(self) -> Element:
        """Return the lines for date and signature, with the name of who signs where that is one person."""
        _ = self._language.gettext
        people = self._commission.setting.people
        leaders = [person.name for person in people if person.role is PersonRole.LEADER and not person.archived]
        who = leaders[0] if len(leaders) == 1 else ""
        school = self._commission.setting.school.name
        signs = ", ".join(text for text in (who, school) if text)
        signature = (_("Signature"), Run(f"  {signs}", grey=True)) if signs else _("Signature")
        return Columns(
            columns=(
                (WriteLines(), Paragraph(content=_("Date"), role=Role.SMALL)),
                (WriteLines(), Paragraph(content=signature, role=Role.SMALL)),
            )
        )

    def _minutes(self, comer: Comer | None) -> int:
        """Return the minutes of learning where they were (D22, R052); who was there partly gets no figure."""
        groups = {group.id: group for group in self._commission.setting.groups}
        who = comer.registration if comer is not None else Registration()
        found = attended(self._day, who, groups, self._commission.times)
        return found.minutes if found.is_certain else 0


def _was_away(comer: Comer) -> bool:
    """Whether they were marked as absent in parts, and nowhere as present; to miss a round is not to be away."""
    marks = comer.registration.attendance
    of_parts = [mark for mark in marks if mark.part is not None]
    return bool(of_parts) and all(mark.presence is Presence.ABSENT for mark in marks)
