"""The letter to parents: when the study day is, why, and what it means for pupils."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.asked import Choices, Stamp
from studydag.export.pdf.commission import Commission, Story
from studydag.export.pdf.letterhead import dates_line, part_hours
from studydag.export.typeset.flowables import Bullets, Paragraph, Prose, Space
from studydag.export.typeset.text import Run
from studydag.export.typeset.theme import Role
from studydag.export.typeset.typesetting import Element
from studydag.language import Language
from studydag.model.rules.calendar.dates import first_date, has_several_dates, last_date
from studydag.model.values.school import PersonRole
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_MOST_SIGNING: Final = 3


def render(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> bytes:
    """Return the letter as a PDF (D24)."""
    commission = commissioned(day, setting, choices, language, stamp)
    return commission.finished(story(commission))


def commissioned(day: StudyDay, setting: Setting, choices: Choices, language: Language, stamp: Stamp) -> Commission:
    """Return what the document is made of."""
    return Commission(day, setting, choices, language, stamp, language.gettext("Letter to parents"))


def story(commission: Commission) -> Iterator[Element]:
    """Return what the letter says, in order."""
    return _Letter(commission).story()


class _Letter(Story):
    """The story of one letter."""

    def __init__(self, commission: Commission) -> None:
        super().__init__(commission)
        self._is_several = first_date(commission.day) != last_date(commission.day)

    def story(self) -> Iterator[Element]:
        """Yield what stands on the page, in order."""
        _ = self._language.gettext
        choices = self._choices
        when = dates_line(self._commission.parts, self._language)
        headed = _("Study days on {date}") if self._is_several else _("Study day on {date}")
        title = headed.replace("{date}", when) if when else self._commission.letterhead.title
        subtitle = self._commission.letterhead.title if when else ""
        yield self._commission.letterhead.masthead((), kicker=self._commission.kind, title=title, subtitle=subtitle)
        written = self._language.date_without_weekday(self._commission.stamp.printed.date())
        yield Paragraph(content=Run(written, grey=True))
        yield Space(beats=1)
        yield Paragraph(content=_("Dear parents and carers,"))
        yield Paragraph(content=self._opening(when))
        if choices.on("why"):
            yield Prose(text=self._day.why_pupils)
            yield from self._question()
        if choices.on("no_lessons"):
            yield Paragraph(content=self._no_lessons())
        if choices.on("goals") and self._day.goals:
            yield Paragraph(content=_("What we want to achieve:"), keep_with_next=True)
            yield Bullets(items=tuple(goal.sentence for goal in self._day.goals))
        yield Paragraph(content=_("Do you have a question? The school will be glad to answer it."))
        yield Space(beats=1)
        yield Paragraph(content=_("With kind regards,"), keep_with_next=True)
        yield from self._signature()

    def _opening(self, when: str) -> str:
        _ = self._language.gettext
        school = self._commission.setting.school.name
        hours = self._hours()
        who = _("the team of {school}").replace("{school}", school) if school else _("our team")
        if not when:
            text = _("Soon {who} will have a study day. We will let you know the date as soon as it is certain.")
            return text.replace("{who}", who)
        if hours:
            text = _("On {date}, {hours}, {who} has a study day: that is when teachers learn together.")
            return text.replace("{date}", when).replace("{hours}", hours).replace("{who}", who)
        if self._is_several:
            text = _("On {date} {who} has study days: that is when teachers learn together.")
        else:
            text = _("On {date} {who} has a study day: that is when teachers learn together.")
        return text.replace("{date}", when).replace("{who}", who)

    def _hours(self) -> str:
        """Say from when to when on one date: an end that was reckoned is about then, and an open one isn't named."""
        _, parts = self._language.gettext, self._commission.parts
        if not parts or has_several_dates(self._day):
            return ""
        start, end = part_hours(parts, self._language).split("–")
        last = max(self._commission.slots(), key=lambda slot: slot.end, default=None)
        is_last = last is not None and last.end >= max(part.end for part in parts)
        if last is not None and is_last and last.open_end:
            text = _("from {start}")
        elif last is not None and is_last and last.end_inferred:
            text = _("from {start} until about {end}")
        else:
            text = _("from {start} to {end}")
        # That the end is on the next date goes without saying here.
        return text.replace("{start}", start).replace("{end}", end.partition(" (")[0])

    def _question(self) -> Iterator[Element]:
        if self._day.learning_question:
            text = self._language.gettext("The question of the day is:")
            yield Paragraph(content=(f"{text} ", Run(self._day.learning_question, italic=True)))

    def _no_lessons(self) -> str:
        _ = self._language.gettext
        one = _("There are no lessons for pupils during the study day.")
        none = _("There are no lessons for pupils during the study days.") if self._is_several else one
        difficult = _("Is that difficult for you? Please let us know in good time.")
        return f"{none} {difficult}"

    def _signature(self) -> Iterator[Element]:
        leaders = [
            person
            for person in self._commission.setting.people
            if person.role is PersonRole.LEADER and not person.archived
        ]
        yield Space(beats=3)
        school = self._commission.setting.school.name
        if 0 < len(leaders) <= _MOST_SIGNING:
            yield Paragraph(content="\n".join(person.name for person in leaders), keep_with_next=True)
            yield Paragraph(content=school, role=Role.NOTE)
        else:
            yield Paragraph(content=school or self._language.gettext("The school"))
