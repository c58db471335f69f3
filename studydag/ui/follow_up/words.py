"""What things on the time line of the follow-up are called and said to be."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from studydag.export.result_words import level_words
from studydag.language import Language
from studydag.model.rules.calendar.school_calendar import is_school_day, is_weekend, proposal
from studydag.model.rules.follow_up.follow_up_line import FollowUpLine, Mark
from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.references import Reference
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

DOT = " · "

Thing = Action | Moment | Measure


@dataclass(frozen=True)
class LineWords:
    """The words for one line, in the language of the window."""

    day: StudyDay
    setting: Setting
    language: Language
    line: FollowUpLine
    today: dt.date

    @cached_property
    def _things(self) -> dict[Reference, Thing]:
        found: dict[Reference, Thing] = {("action", each.id): each for each in self.day.actions}
        found |= {("moment", each.id): each for each in self.day.moments}
        found |= {("measure", each.id): each for each in self.day.measures}
        return found

    def thing(self, reference: Reference) -> Thing:
        """Return the value of a thing."""
        return self._things[reference]

    def is_late(self, mark: Mark) -> bool:
        """Whether an action should have been done by now."""
        thing = self.thing(mark.reference)
        return isinstance(thing, Action) and thing.state.is_unfinished and mark.first < self.today

    def title(self, reference: Reference) -> str:
        """Return the title, else what kind of thing it is."""
        thing = self.thing(reference)
        text = " ".join((thing.what if isinstance(thing, Action) else thing.title).split())
        if text:
            return text
        if isinstance(thing, Moment):
            return self.language.capitalised(self.language.member(thing.kind))
        return self.language.capitalised(self.language.kind(reference[0]))

    def state(self, mark: Mark) -> str:
        """Return where an action stands, how often a moment is, at which level a measure measures."""
        thing, language = self.thing(mark.reference), self.language
        if isinstance(thing, Action):
            late = language.gettext("overdue")
            stands = language.member(thing.state)
            return f"{stands}, {late}" if self.is_late(mark) else stands
        if isinstance(thing, Measure):
            return level_words(thing.level, language)
        n = len(mark.dates)
        return language.ngettext("{n} time", "{n} times", n).replace("{n}", str(n)) if n > 1 else ""

    def label(self, mark: Mark) -> str:
        """Return what stands beside a mark."""
        return f"{self.title(mark.reference)}{self.behind(mark)}"

    def behind(self, mark: Mark) -> str:
        """Return what stands behind the title."""
        state = self.state(mark)
        return f"{DOT}{state}" if state else ""

    def counted(self, mark: Mark) -> str:
        """Say whether its date moves along with the study day."""
        if isinstance(mark.due, RelativeDate):
            return self.language.relative_date(mark.due)
        if mark.due is not None:
            return self.language.gettext("fixed date")
        return self.language.gettext("on the date of its block")

    def closed(self, on: dt.date) -> str:
        """Say why the school is closed on a date, or that this isn't known; nothing for a school day."""
        _, holidays = self.language.gettext, self.setting.holidays
        if on in holidays.names:
            return holidays.names[on] or _("closed")
        if is_weekend(on):
            return _("weekend")
        return _("holidays not known") if is_school_day(on, holidays) is None else ""

    def when(self, on: dt.date) -> str:
        """Write a date, and why the school is closed then."""
        why = self.closed(on)
        return f"{self.language.short_date(on)} ({why})" if why else self.language.short_date(on)

    def proposed(self, on: dt.date) -> str:
        """Write a date as `when`, with a school day instead where the school is closed."""
        instead = proposal(on, self.setting.holidays)
        if instead is None:
            return self.when(on)
        text = self.language.gettext("{date}. School day after it: {proposal}")
        filled = text.replace("{date}", self.when(on))
        return filled.replace("{proposal}", self.language.day_and_month(instead))

    def owner(self, reference: Reference) -> str:
        """Return who sees to it."""
        thing = self.thing(reference)
        person = {
            "action": getattr(thing, "owner", None) or getattr(thing, "owner_contact", None),
            "moment": getattr(thing, "leader", None),
            "measure": getattr(thing, "who", None),
        }[reference[0]]
        found = next((each.name for each in self.setting.people if each.id == person), "")
        group = getattr(thing, "owner_group", None)
        return found or next((each.name for each in self.setting.groups if each.id == group), "")

    def said(self, mark: Mark) -> str:
        """Say all of a thing but its title, in one line."""
        parts = (
            self.state(mark),
            self.proposed(mark.first) if mark.proposal is not None else self.when(mark.first),
            self.counted(mark),
            self.owner(mark.reference),
        )
        return DOT.join(part for part in parts if part)

    def name(self, reference: Reference) -> str:
        """Return what a thing is read out as."""
        mark = self.line.mark(reference)
        kind = self.language.capitalised(self.language.kind(reference[0]))
        return "" if mark is None else f"{kind}: {self.title(reference)}, {self.said(mark).replace(DOT, ', ')}"

    def lane(self, kind: str) -> str:
        """Return the heading of a lane."""
        return self.language.capitalised(self.language.kind(kind, 2))
