"""What comes up at a moment: successes to celebrate since people last met, actions that are open, insights."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.rules.calendar.dates import last_date, resolve
from studydag.model.rules.calendar.rhythm import series
from studydag.model.values.effect import Insight, Success
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.setting import Holidays
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAction:
    """An action that is not finished, with its date."""

    action: Action
    on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What comes up on one date of a moment; `since` is when people met before (None: nobody knows)."""

    moment: Moment
    on: dt.date
    since: dt.date | None
    successes: tuple[Success, ...] = ()
    actions: tuple[OpenAction, ...] = ()
    insights: tuple[Insight, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was collected."""
        return not (self.successes or self.actions or self.insights)


def agenda(moment: Moment, on: dt.date, day: StudyDay, holidays: Holidays) -> Agenda:
    """Collect what comes up at a moment on a date (R069).

    Successes are those since the meeting before, or since the study day, and those without a date. Actions are the open
    ones that are due before people meet again; insights those that were not taken along yet. Before the study day
    there is nothing to celebrate or to learn from.
    """
    met = meetings(day, holidays)
    since = max((each for each in met if each < on), default=None)
    following = min((each for each in met if each > on), default=None)
    last = last_date(day)
    begun = since if since is not None and (last is None or since > last) else last
    is_after = last is None or on > last
    # One date may hold several meetings: what was celebrated at the first comes up at the others as well.
    successes = tuple(
        each
        for each in day.successes
        if each.date is None or ((begun is None or each.date > begun) and each.date <= on)
    )
    actions = [OpenAction(action=each, on=resolve(each.due, day)) for each in day.actions if each.state.is_unfinished]
    due = [each for each in actions if each.on is None or following is None or each.on < following]
    due.sort(key=lambda each: (each.on or dt.date.max, each.action.position))
    return Agenda(
        moment=moment,
        on=on,
        since=since,
        successes=successes if is_after else (),
        actions=tuple(due),
        insights=tuple(each for each in day.insights if is_after and not each.taken_along_to),
    )


def meetings(day: StudyDay, holidays: Holidays) -> tuple[dt.date, ...]:
    """Return all dates on which people meet, the first one first."""
    return tuple(sorted({on for moment in day.moments for on in series(moment, day, holidays).dates}))


def next_date(moment: Moment, day: StudyDay, holidays: Holidays, today: dt.date) -> dt.date | None:
    """Return the first date of a moment from today on; None when it lies behind or has no date."""
    return next((on for on in series(moment, day, holidays).dates if on >= today), None)
