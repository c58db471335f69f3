"""A rhythm in words: every 3 weeks on Tuesday, every month on the first Thursday."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from studydag.language import Language
from studydag.model.rules.calendar.rhythm import Frequency, Rhythm, Series, WeekdayOf, read_rhythm
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.school import Weekday
from studydag.model.values.wording import N_, NN_

_EVERY: Final = {
    Frequency.DAILY: NN_("every day", "every {n} days", "n"),
    Frequency.WEEKLY: NN_("every week", "every {n} weeks", "n"),
    Frequency.MONTHLY: NN_("every month", "every {n} months", "n"),
    Frequency.YEARLY: NN_("every year", "every {n} years", "n"),
}
_ORDINALS: Final = {
    1: N_("first"),
    2: N_("second"),
    3: N_("third"),
    4: N_("fourth"),
    5: N_("fifth"),
    -1: N_("last"),
    -2: N_("second-to-last"),
}
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_WORKING_DAYS: Final = frozenset(list(Weekday)[:5])


def rhythm_text(rhythm: Rhythm, language: Language) -> str:
    """Say a rhythm in words, without its end, as within a sentence: every 2 weeks on Monday and Thursday."""
    _ = language.gettext
    every = language.wording(_EVERY[rhythm.frequency], {"n": rhythm.interval})
    template = _("{rhythm} on {days}").replace("{rhythm}", every)
    in_month = _days_of_month(rhythm, language)
    if in_month:
        return template.replace("{days}", language.list(in_month))
    if not rhythm.weekdays:
        return every
    days = _weekdays([each.weekday for each in rhythm.weekdays], language)
    every_day = _("every {day}").replace("{day}", days)
    if rhythm.interval == 1:
        return every_day
    return template.replace("{days}", every_day if rhythm.frequency is Frequency.MONTHLY else days)


def series_text(rhythm: str, series: Series, times: int | None, language: Language) -> str:
    """Say how a series goes on after its first date: every 3 weeks, 6 times, up to and including 15 July 2027.

    Empty for a single date and for a rhythm that can't be read. `times` is what was asked for, for a series that has
    no dates yet.
    """
    read = read_rhythm(rhythm)
    if read is None or len(series.dates) == 1:
        return ""
    _ = language.gettext
    count = len(series.dates) or times or read.times
    parts = [rhythm_text(read, language)]
    if count:
        parts.append(language.ngettext("{n} time", "{n} times", count).replace("{n}", str(count)))
    if series.dates:
        last = language.date_without_weekday(series.dates[-1])
        parts.append(_("up to and including {date}").replace("{date}", last))
    return ", ".join(parts)


def _weekdays(days: Sequence[Weekday], language: Language) -> str:
    if set(days) == _WORKING_DAYS:
        return language.gettext("working day")
    if len(set(days)) == len(Weekday):
        return language.gettext("day")
    return language.list([language.member(day) for day in sorted(set(days), key=list(Weekday).index)])


def _days_of_month(rhythm: Rhythm, language: Language) -> list[str]:
    """Return which days of a month: the 15th, the first Tuesday, the last working day."""
    if rhythm.month_days:
        return [_month_day(day, language) for day in rhythm.month_days]
    if rhythm.set_position is not None:
        return [_nth(rhythm.set_position, _one_of(rhythm.weekdays, language), language)]
    if any(each.nth for each in rhythm.weekdays):
        return [_nth(each.nth, language.member(each.weekday), language) for each in rhythm.weekdays]
    return []


def _one_of(weekdays: Sequence[WeekdayOf], language: Language) -> str:
    days = {each.weekday for each in weekdays}
    if days == _WORKING_DAYS or len(days) == len(Weekday):
        return _weekdays(list(days), language)
    return language.gettext(" or ").join(language.member(day) for day in Weekday if day in days)


def _month_day(day: int, language: Language) -> str:
    if day < 0:
        return _nth(day, language.gettext("day"), language)
    return language.gettext("the {number}").replace("{number}", _number(day, language))


def _nth(nth: int, day: str, language: Language) -> str:
    _ = language.gettext
    if not nth:
        return _("every {day}").replace("{day}", day)
    template = _("the {ordinal} {day}") if nth in _ORDINALS or nth > 0 else _("the {ordinal} {day} from the end")
    word = _ORDINALS.get(nth) or _ORDINALS.get(abs(nth))
    ordinal = _(word) if word else _number(abs(nth), language)
    return template.replace("{ordinal}", ordinal).replace("{day}", day)


def _number(number: int, language: Language) -> str:
    """Write a number that ranks: 15e, 15th."""
    if language.code is DocumentLanguage.DUTCH:
        return f"{number}e"
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"
