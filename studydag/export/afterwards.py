"""Actions, moments and measures in one list, by date: what the implementation plan and the programme print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from studydag.export.names import Names
from studydag.model.rules.dates import Side, resolve, side_of
from studydag.model.rules.rhythm import series
from studydag.model.values.dates import Due, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: `when` is written out, `on` is the date as far as it is known. `side` is empty where nothing says it."""

    thing: Action | Moment | Measure
    title: str
    when: str
    on: dt.date | None
    side: Side | None
    owner: str = ""

    @property
    def is_after(self) -> bool:
        """Whether it lies after the day; without any date it is taken to."""
        return self.side in {Side.AFTER, None}

    @property
    def is_measure(self) -> bool:
        """Whether it is a measure of effect."""
        return isinstance(self.thing, Measure)


def entries(day: StudyDay, names: Names) -> list[Entry]:
    """Return all of a day's actions (but dropped ones), moments and measures, by date, those without one last."""
    found = [*_actions(day, names), *_moments(day, names), *_measures(day, names)]
    return sorted(found, key=lambda entry: (entry.on is None, entry.on or dt.date.max, _hint(entry)))


def _hint(entry: Entry) -> tuple[int, int]:
    """Order what has no date by how far from the day it lies."""
    due = _due_of(entry.thing)
    days = {"days": 1, "weeks": 7, "months": 30}
    return (0, due.n * days[due.unit]) if isinstance(due, RelativeDate) else (1, 0)


def _due_of(thing: Action | Moment | Measure) -> Due | None:
    if isinstance(thing, Action):
        return thing.due
    return thing.first_date if isinstance(thing, Moment) else thing.when


def _actions(day: StudyDay, names: Names) -> Iterator[Entry]:
    for action in day.actions:
        if action.state is ActionState.DROPPED:
            continue
        on = resolve(action.due, day)
        begins = resolve(action.window_start, day)
        when = when_text(action.due, on, names)
        if begins is not None and on is not None and begins < on:
            when = names.language.date_range(begins, on)
        title = f"{action.count} × {action.what}" if action.count and action.count > 1 else action.what
        yield Entry(
            thing=action, title=title, when=when, on=on, side=side_of(action.due, day), owner=names.owner(action)
        )


def _moments(day: StudyDay, names: Names) -> Iterator[Entry]:
    language = names.language
    for moment in day.moments:
        dates = series(moment, day, names.setting.holidays).dates
        on = dates[0] if dates else None
        when = when_text(moment.first_date, on, names)
        if len(dates) > 1:
            more = language.ngettext("and {n} more, until {date}", "and {n} more, until {date}", len(dates) - 1)
            last = language.date_without_weekday(dates[-1])
            when = f"{when} {more.replace('{n}', str(len(dates) - 1)).replace('{date}', last)}"
        if moment.start is not None and on is not None:
            when = f"{when}, {language.time(moment.start)}"
        title = moment.title or language.capitalised(language.member(moment.kind))
        side = side_of(moment.first_date, day)
        yield Entry(thing=moment, title=title, when=when, on=on, side=side, owner=names.person(moment.leader))


def _measures(day: StudyDay, names: Names) -> Iterator[Entry]:
    language = names.language
    for measure in day.measures:
        on = resolve(measure.when, day)
        title = measure.title or language.capitalised(language.member(measure.level))
        yield Entry(
            thing=measure,
            title=title,
            when=when_text(measure.when, on, names),
            on=on,
            side=side_of(measure.when, day),
            owner=names.person(measure.who),
        )


def when_text(due: Due | None, on: dt.date | None, names: Names) -> str:
    """Write when: the date, or how it counts from the day while that has none; empty where nothing is known."""
    if on is not None:
        return names.language.short_date(on)
    return names.language.relative_date(due) if isinstance(due, RelativeDate) else ""
