"""Actions, moments and measures in one list, by date: what the plan, the checklists and the programme print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from studydag.export.names import Names
from studydag.export.result_words import level_words
from studydag.export.rhythm_words import series_text
from studydag.language import Language
from studydag.model.rules.calendar.dates import Side, resolve, side_of
from studydag.model.rules.calendar.rhythm import series
from studydag.model.rules.time.schedule import minutes_after_midnight
from studydag.model.values.dates import DateUnit, Due, RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

Thing = Action | Moment | Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: `when` is written out, `on` is the date as far as it is known, `side` is empty where nothing says it.

    `hours` are clock times or the date from which, `series` says how often: every 3 weeks, 6 times; it `skips`
    days on which the school is closed. `owner` is a person or a group, whose `contact` stands apart.
    """

    thing: Thing
    title: str
    due: Due | None
    when: str
    hours: str = ""
    series: str = ""
    skips: bool = False
    on: dt.date | None
    side: Side | None
    owner: str = ""
    contact: str = ""

    @property
    def group(self) -> str:
        """Under which heading it stands, to be translated; a fixed date lies on no side of a day without one."""
        if self.side is not None:
            return _GROUPS[self.side]
        return N_("On a fixed date") if self.on is not None else N_("No date yet")


_GROUPS: Final = {
    Side.BEFORE: N_("Before the study day"),
    Side.DURING: N_("On the study day itself"),
    Side.AFTER: N_("After the study day"),
}


def entries(day: StudyDay, names: Names) -> list[Entry]:
    """Return all of a day's actions (but dropped ones), moments and measures, by date, those without one last."""
    found = [*_actions(day, names), *_moments(day, names), *_measures(day, names)]
    return sorted(found, key=lambda entry: (entry.on is None, entry.on or dt.date.max, _hint(entry)))


def window_text(action: Action, day: StudyDay, language: Language) -> str:
    """Write how often an action happens and between which days (R068): 10 keer, 25 maart – 22 april 2027.

    Without dates they are counted: 10 keer, van 2 weken na de dag tot 6 weken na de dag. Of an action that happens once
    on its date nothing is said.
    """
    often = ""
    if action.count and action.count > 1:
        often = language.ngettext("{n} time", "{n} times", action.count).replace("{n}", str(action.count))
    begins, ends = resolve(action.window_start, day), resolve(action.due, day)
    window = ""
    if begins is not None and ends is not None and begins < ends:
        window = language.date_range(begins, ends)
    elif isinstance(action.window_start, RelativeDate) and isinstance(action.due, RelativeDate):
        first, last = map(language.relative_date, (action.window_start, action.due))
        window = language.gettext("from {first} to {last}").replace("{first}", first).replace("{last}", last)
    return ", ".join(text for text in (often, window) if text)


def _hint(entry: Entry) -> tuple[int, int]:
    """Order what has no date by how far from the day it lies."""
    days = {DateUnit.DAYS: 1, DateUnit.WEEKS: 7, DateUnit.MONTHS: 30}
    return (0, entry.due.n * days[entry.due.unit]) if isinstance(entry.due, RelativeDate) else (1, 0)


def _actions(day: StudyDay, names: Names) -> Iterator[Entry]:
    language = names.language
    for action in day.actions:
        if action.state is ActionState.DROPPED:
            continue
        on = resolve(action.due, day)
        begins = resolve(action.window_start, day)
        hours = ""
        if begins is not None and on is not None and begins < on:
            first = language.day_and_month(begins) if begins.year == on.year else language.short_date(begins)
            hours = language.gettext("from {date}").replace("{date}", first)
        often = ""
        if action.count and action.count > 1:
            often = language.ngettext("{n} time", "{n} times", action.count).replace("{n}", str(action.count))
        yield Entry(
            thing=action,
            title=action.what,
            due=action.due,
            when=when_text(action.due, on, names),
            hours=hours,
            series=often,
            on=on,
            side=side_of(action.due, day),
            owner=names.owner(action),
            contact=names.contact(action),
        )


def _moments(day: StudyDay, names: Names) -> Iterator[Entry]:
    language = names.language
    for moment in day.moments:
        found = series(moment, day, names.setting.holidays)
        on = found.dates[0] if found.dates else None
        yield Entry(
            thing=moment,
            title=moment.title or language.capitalised(language.member(moment.kind)),
            due=moment.first_date,
            when=when_text(moment.first_date, on, names),
            hours=_hours(moment, names),
            series=series_text(moment.rhythm, found, moment.times, language),
            skips=bool(found.skipped),
            on=on,
            side=side_of(on or moment.first_date, day),
            owner=names.person(moment.leader),
        )


def _hours(moment: Moment, names: Names) -> str:
    if moment.start is None:
        return names.language.minutes(moment.minutes) if moment.minutes else ""
    start = minutes_after_midnight(moment.start)
    end = f"–{names.language.clock(start + moment.minutes)}" if moment.minutes else ""
    return f"{names.language.clock(start)}{end}"


def _measures(day: StudyDay, names: Names) -> Iterator[Entry]:
    language = names.language
    for measure in day.measures:
        due = due_of_measure(measure, day)
        on = resolve(due, day)
        yield Entry(
            thing=measure,
            title=measure.title or language.capitalised(level_words(measure.level, language)),
            due=due,
            when=when_text(due, on, names),
            on=on,
            side=side_of(due, day),
            owner=names.person(measure.who),
        )


def due_of_measure(measure: Measure, day: StudyDay) -> Due | None:
    """Return when a measure is taken; what is done in a block is done on the date of that."""
    if measure.when is not None or measure.block is None:
        return measure.when
    blocks = {block.id: block for block in day.blocks}
    block = blocks.get(measure.block)
    home = blocks.get(block.round, block) if block is not None and block.round is not None else block
    part = home.part if home is not None else None
    return next((each.date for each in day.parts if each.id == part and each.date is not None), RelativeDate(0))


def when_text(due: Due | None, on: dt.date | None, names: Names) -> str:
    """Write when: the date, or how it counts from the day while that has none; empty where nothing is known."""
    if on is not None:
        return names.language.short_date(on)
    return names.language.relative_date(due) if isinstance(due, RelativeDate) else ""


def told_of(thing: Thing) -> str:
    """Return what else is told of it: what to look for, the agenda, or the note."""
    match thing:
        case Action():
            return thing.look_at
        case Moment():
            return thing.agenda
        case Measure():
            return thing.note


def is_finished(entry: Entry, day: StudyDay) -> bool:
    """Whether nothing is to be done about it any more; of a measure that there is a result of it."""
    thing = entry.thing
    if isinstance(thing, Measure):
        return any(each.measure == thing.id for each in day.results)
    return isinstance(thing, Action) and not thing.state.is_unfinished


def is_for_participants(entry: Entry) -> bool:
    """Whether it lies after the day; an action without any date promises participants nothing yet."""
    if isinstance(entry.thing, Measure):
        return False
    return entry.side is Side.AFTER or (entry.side is None and isinstance(entry.thing, Moment))
