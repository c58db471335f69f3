"""Which days are school days, as far as that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import takewhile

from studydag.model.values.description import with_changes
from studydag.model.values.school import ClosedDays, DocumentLanguage, HolidayRegion
from studydag.model.values.setting import Holidays

FIRST_YEAR, LAST_YEAR = 1950, 2199
LONGEST_CLOSURE = timedelta(days=400)
SHORTEST_SUMMER = timedelta(days=21)

_SATURDAY = 5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Source:
    """Where the package `holidays` keeps a region; `breaks` are what a year must have to be wholly known."""

    country: str
    subdivision: str
    breaks: frozenset[str]


_AMERICAN = "en_US"
"""The English that the package has for most countries."""
_BRITISH: Mapping[str, str] = {
    "Labor Day": "Labour Day",
    "Second Day of Christmas": "Boxing Day",
    "Pentecost": "Whit Sunday",
    "Pentecost Monday": "Whit Monday",
}
REMEMBERED = 64
"""How many answers of the package are kept, of a year each: one takes it 1 to 5 ms, and they are asked for often."""

_DUTCH = frozenset({"Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"})
_BELGIAN = frozenset({"Herfstvakantie", "Kerstvakantie", "Krokusvakantie", "Paasvakantie", "Zomervakantie"})
_SOURCES: Mapping[HolidayRegion, _Source] = {
    HolidayRegion.NL_NORTH: _Source("NL", "Noord", _DUTCH),
    HolidayRegion.NL_MIDDLE: _Source("NL", "Midden", _DUTCH),
    HolidayRegion.NL_SOUTH: _Source("NL", "Zuid", _DUTCH),
    HolidayRegion.FLANDERS: _Source("BE", "Flemish", _BELGIAN),
    HolidayRegion.FRENCH_BELGIUM: _Source("BE", "French", _BELGIAN),
}


def holidays_for(
    region: HolidayRegion,
    country: str,
    years: Iterable[int],
    closed_days: Iterable[ClosedDays] = (),
    *,
    language: DocumentLanguage = DocumentLanguage.DUTCH,
) -> Holidays:
    """Collect holidays and own closed days of calendar years, with their names in `language` where there are such.

    `country` is a two-letter code and counts for the region *other country* only: of that only public holidays are
    known, so none of its years is wholly known. An unknown country has no holidays. The own closed days go before.
    """
    wanted = tuple(sorted({year for year in years if FIRST_YEAR <= year <= LAST_YEAR}))
    names: Mapping[date, str] = {}
    known: frozenset[int] = frozenset()
    source = _SOURCES.get(region)
    if source is not None and wanted:
        # A year at a time: those around one study day are mostly those around the next.
        names = {day: name for year in wanted for day, name in _school_holidays(source, year, language).items()}
        known = frozenset(year for year in wanted if _is_wholly_known(source, year))
    elif region is HolidayRegion.OTHER and wanted:
        names = _public_holidays(country, wanted, language)
    names = {**names, **_own(closed_days, wanted)}
    return Holidays(names={day: names[day] for day in sorted(names) if not is_weekend(day)}, known=known)


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def is_closed(day: date, holidays: Holidays) -> bool:
    """Whether the school is certainly closed: in a weekend, a known holiday, or on an own closed day."""
    return is_weekend(day) or day in holidays.names


def is_school_day(day: date, holidays: Holidays) -> bool | None:
    """Return whether it is a school day; None: the holidays of that year are not wholly known.

    What is certainly closed is False in any year.
    """
    if is_closed(day, holidays):
        return False
    return True if day.year in holidays.known else None


def next_school_day(day: date, holidays: Holidays) -> date | None:
    """Return the first day, from `day` on, on which the school isn't known to be closed; None if there is none soon."""
    last = day.toordinal() + LONGEST_CLOSURE.days
    candidates = (date.fromordinal(number) for number in range(day.toordinal(), min(last, date.max.toordinal()) + 1))
    return next((candidate for candidate in candidates if not is_closed(candidate, holidays)), None)


def proposal(day: date, holidays: Holidays) -> date | None:
    """Propose another day for a single date on which the school is closed (R085); None when it is not closed."""
    return next_school_day(day, holidays) if is_closed(day, holidays) else None


def school_year(day: date) -> int:
    """Return the year in which the school year of a day began, on 1 August: 2026 for 2026-2027."""
    return day.year if day.month >= 8 else day.year - 1


def school_year_bounds(year: int) -> tuple[date, date]:
    """Return the first and the last day of the school year that begins in `year`: 1 August and 31 July."""
    return date(year, 8, 1), date(year + 1, 7, 31)


def last_day_before_summer(day: date, holidays: Holidays) -> date:
    """Return the last school day before the first summer holiday after `day`, else 31 July (R105).

    The summer holiday is the first closure of three weeks or more that begins in June or July. A day in or past it
    looks to the summer of the next year.
    """
    first = school_year(day) + 1
    for year in (first, first + 1):
        end = _summer_end_of_year(year, holidays)
        if end >= day:
            return end
    return school_year_bounds(first)[1]


def _summer_end_of_year(year: int, holidays: Holidays) -> date:
    fallback = date(year, 7, 31)
    if year not in holidays.known:
        return fallback
    day = date(year, 6, 1)
    while day <= fallback:
        closed = sum(1 for _ in takewhile(lambda other: is_closed(other, holidays), _days_from(day)))
        if closed >= SHORTEST_SUMMER.days:
            return day - _DAY
        day += timedelta(days=closed + 1)
    return fallback


def _days_from(day: date) -> Iterable[date]:
    return (day + timedelta(days=number) for number in range(LONGEST_CLOSURE.days))


@lru_cache(maxsize=REMEMBERED)
def _school_holidays(source: _Source, year: int, language: DocumentLanguage) -> Mapping[date, str]:
    import holidays  # costs 135 ms, and most of the program does without

    found = holidays.country_holidays(
        source.country,
        subdiv=source.subdivision,
        years=year,
        expand=False,
        categories=("public", "school"),
        language="nl" if language is DocumentLanguage.DUTCH else _AMERICAN,
    )
    return dict(found) if language is DocumentLanguage.DUTCH else _in_british_english(found)


def _in_british_english(found: Mapping[date, str]) -> dict[date, str]:
    """Name holidays as British schools do; of a day that is several, each."""
    return {
        day: "; ".join(_BRITISH.get(each) or re.sub(" Break$", " holiday", each) for each in name.split("; "))
        for day, name in found.items()
    }


@lru_cache(maxsize=REMEMBERED)
def _is_wholly_known(source: _Source, year: int) -> bool:
    import holidays

    calendar = holidays.country_holidays(
        source.country,
        subdiv=source.subdivision,
        years=year,
        expand=False,
        categories=("school",),
        language="nl",
    )
    return source.breaks <= {each for name in calendar.values() for each in name.split("; ")}


@lru_cache(maxsize=REMEMBERED)
def _public_holidays(country: str, years: tuple[int, ...], language: DocumentLanguage) -> Mapping[date, str]:
    import holidays

    code = country.strip().upper()
    languages = holidays.list_localized_countries().get(code, [])
    preferred = (language.value, "en_GB", _AMERICAN)
    chosen = next((each for each in preferred if each in languages), None)
    try:
        found = holidays.country_holidays(code, years=years, expand=False, language=chosen)
    except NotImplementedError:  # a country that the package doesn't have
        return {}
    is_translated = chosen == _AMERICAN != found.default_language
    return _in_british_english(found) if is_translated else dict(found)


@lru_cache(maxsize=1)
def countries() -> tuple[str, ...]:
    """Return the countries whose public holidays are known, by their two letters."""
    import holidays

    return tuple(sorted(holidays.list_supported_countries(include_aliases=False)))


def with_end_along(closed: ClosedDays, name: str, new: object) -> ClosedDays:
    """Return closed days with another first or last day (or name); the other end goes along where they would cross."""
    changed = with_changes(closed, {name: new})
    if changed.first <= changed.last:
        return changed
    return replace(changed, last=changed.first) if name == "first" else replace(changed, first=changed.last)


def _own(closed_days: Iterable[ClosedDays], years: tuple[int, ...]) -> dict[date, str]:
    names: dict[date, str] = {}
    for closed in closed_days:
        for year in years:
            first, last = max(closed.first, date(year, 1, 1)), min(closed.last, date(year, 12, 31))
            for number in range((last - first).days + 1):
                names[first + timedelta(days=number)] = closed.name
    return names
