"""Certificates of attendance: who took part, how long, and what the day was about."""

from __future__ import annotations

from collections.abc import Iterator

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission
from studydag.export.pdf.fitted import Fitted
from studydag.export.pdf.flowables import Bullets, Columns, PageBreak, Paragraph, Space
from studydag.export.pdf.forms import WriteLines
from studydag.export.pdf.letterhead import dates_line
from studydag.export.pdf.page import A4
from studydag.export.pdf.text import Run
from studydag.export.pdf.theme import Role
from studydag.export.pdf.typesetting import Element
from studydag.export.people import Comer, comers
from studydag.language import Language
from studydag.model.rules.presence import attended
from studydag.model.values.choices import Presence, Registration
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return a certificate for everyone who comes as a PDF on landscape pages (D22)."""
    commission = Commission(day, setting, choices, language, stamp, language.gettext("Certificate of attendance"))
    return commission.finished(_Certificates(commission).story(), paper=A4.landscape())


class _Certificates:
    """The story of all certificates."""

    def __init__(self, commission: Commission) -> None:
        self._commission = commission
        self._language = commission.language

    def story(self) -> Iterator[Element]:
        """Yield what stands on the pages, in order; where nobody is known by name, one to be filled in."""
        wanted = self._commission.choices["person"]
        ids = {person.uid: person.id for person in self._commission.setting.people}
        found: list[Comer | None] = [
            comer
            for comer in comers(self._commission.names)
            if comer.name and not _was_away(comer) and (not wanted or comer.registration.person == ids.get(wanted))
        ]
        for number, comer in enumerate(found or [None]):
            if number:
                yield PageBreak(numbers_from_one=True)
            yield from self._certificate(comer)

    def _certificate(self, comer: Comer | None) -> Iterator[Element]:
        _ = self._language.gettext
        school = self._commission.setting.school.name
        kicker = " · ".join(text for text in (school, self._commission.kind) if text)
        yield Paragraph(content=kicker, role=Role.KICKER, keep_with_next=True)
        yield Space(beats=5)
        name = comer.name if comer is not None else _("Name")
        yield Fitted(content=name, points=44 if comer else 14, least=14, lines=2, role=Role.TITLE, heading=1)
        if comer is None:
            yield WriteLines()
        yield Space(beats=1)
        yield Fitted(content=Run(_("took part in the study day"), grey=True), points=15, least=15, lines=1)
        yield Fitted(content=Run(self._commission.letterhead.title, strong=True), points=26, least=14, lines=3)
        when = dates_line(self._commission.times.parts, self._language)
        minutes = self._minutes(comer)
        lasted = _("{time} of learning").replace("{time}", self._language.minutes(minutes)) if minutes else ""
        yield Fitted(content=" · ".join(text for text in (when, lasted) if text), points=15, least=12, lines=2)
        yield Space(beats=1)
        goals = (
            tuple(goal.sentence for goal in self._commission.day.goals) if self._commission.choices.on("goals") else ()
        )
        if goals:
            yield Paragraph(content=_("What the day was about"), role=Role.LABEL, keep_with_next=True)
            yield Bullets(items=goals)
        yield Space(beats=5)
        yield Columns(columns=((WriteLines(label=_("Date")),), (WriteLines(label=_("Signature")),)))

    def _minutes(self, comer: Comer | None) -> int:
        """Return the minutes of learning where they were (D22, R052); who was there partly gets no figure."""
        groups = {group.id: group for group in self._commission.setting.groups}
        who = comer.registration if comer is not None else Registration()
        found = attended(self._commission.day, who, groups, self._commission.times)
        return found.minutes if found.is_certain else 0


def _was_away(comer: Comer) -> bool:
    """Whether they were marked as absent in parts, and nowhere as present; to miss a round is not to be away."""
    marks = comer.registration.attendance
    of_parts = [mark for mark in marks if mark.part is not None]
    return bool(of_parts) and all(mark.presence is Presence.ABSENT for mark in marks)
