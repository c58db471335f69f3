"""Dates and days in the lines of a programme: `Dinsdag 12 maart 2024`, `Tuesday, March 12`, `12.03.2024`, `Dag 2`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from studydag.model.rules.written.written_dates import MONTHS
from studydag.model.rules.written.written_text import plain

MONTH_NAMES: Final = tuple(next(name for name, number in MONTHS.items() if number == month) for month in range(1, 13))
"""The months in the language of most files."""
_DAY_WORDS: Final = (
    "maandag monday montag ma mon mo lundi lunes|dinsdag tuesday dienstag di tue tues mardi martes"
    "|woensdag wednesday mittwoch wo wed mi mercredi miercoles|donderdag thursday donnerstag do thu thur thurs jeudi"
    " jueves|vrijdag friday freitag vr fri fr vendredi viernes|zaterdag saturday samstag sonnabend za sat sa samedi"
    " sabado|zondag sunday sonntag zo sun so dimanche domingo"
)
WEEKDAYS: Final = {word: number for number, words in enumerate(_DAY_WORDS.split("|")) for word in words.split()}
_SHORT_DAYS: Final = frozenset(word for word in WEEKDAYS if len(word) <= 3)
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY: Final = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
_WEEKDAY: Final = (
    rf"(?:(?P<weekday>{_DAY})(?:\.|s|ochtend|middag|namiddag|voormiddag|avond|vormittag|nachmittag"
    rf"|abend)?(?:(?:,| -)? ?(?:de |den |the |dem |am |op )?|, ))"
)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d|'\d\d)"
_SPAN: Final = (
    r"(?:(?:\.|e|ste|de|st|nd|rd|th)? ?(?:-|/|en|and|und|t/m|tot|bis|to|&|\+) ?"
    rf"(?:(?:{_DAY})(?:\.|,)? )?(?P<last>\d{{1,2}}))?"
)
_EDGES: Final = " ,;:–—-|/·•"
MOST_DAYS = 10
"""Over how many days a programme goes at most."""
_PATTERNS: Final = tuple(
    re.compile(rf"(?<![\w/.-])(?:{_WEEKDAY})?{pattern}(?![\w/])")
    for pattern in (
        rf"{_YEAR}-(?P<month>\d{{1,2}}|{_MONTH})-(?P<day>\d{{1,2}})",
        rf"(?<!\bday )(?<!\bdag )(?<!\btag )(?P<day>\d{{1,2}}){_SPAN}(?:\.|er?|ste|de|st|nd|rd"
        rf"|th)?(?: of| de)?(?: ?|-)(?P<month>{_MONTH})\.?,? ?(?:(?:-? ?|de ){_YEAR})?",
        rf"(?P<month>{_MONTH})\.? ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_SPAN}(?:,? ?{_YEAR})?",
        r"(?P<day>\d{1,2})(?P<mark>[-/.]) ?(?P<month>\d{1,2})(?P=mark) ?(?P<year>(?:19|20)\d\d|\d\d)",
        rf"(?P<day>\d{{1,2}})[-/.](?P<month>{_MONTH})[-/.]{_YEAR}",
        r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\.(?! ?\d)",
    )
)
_SLASHED: Final = re.compile(rf"(?<![\w/.-]){_WEEKDAY}(?P<day>\d{{1,2}})[-/](?P<month>\d{{1,2}})(?![\w/-])")
_AFTER_A_WORD: Final = re.compile(
    r"(?:(?<=programma )|(?<=programme )|(?<=programm )|(?<=planning )|(?<=studiedag )|(?<=agenda )|(?<=datum )"
    r"|(?<=date ))"
    r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})(?![\w/-])"
)
_LONG_DAY: Final = "|".join(sorted(set(WEEKDAYS) - _SHORT_DAYS, key=len, reverse=True))
_HALF_DAY: Final = r"(?:ochtend|morgen|middag|namiddag|voormiddag|avond|vormittag|nachmittag|abend)?"
_ALONE: Final = re.compile(rf"(?P<weekday>{_LONG_DAY}){_HALF_DAY}(?!\w)")
_ORDINAL: Final = (
    r"(?<!\w)(?:dag|day|tag|conferentiedag|congresdag|studiedag|konferenztag|kongresstag|programma dag"
    r"|program day)\s*(?P<number>\d{1,2}|een|twee|drie|vier|one|two|three|four|eins|zwei|drei"
    r"|vier)(?!\w)"
    r"|(?P<ordinal>1e|2e|3e|4e|eerste|tweede|derde|vierde|1st|2nd|3rd|first|second|third|fourth|1\.|2\."
    r"|3\.|erster|zweiter|dritter) (?:dag|day|tag|conferentiedag|studiedag|konferenztag"
    r"|kongresstag)(?!\w)"
)
_DAY_NUMBER: Final = re.compile(_ORDINAL)
_NUMBERS: Final = {
    **dict.fromkeys(("een", "one", "eins", "1e", "eerste", "1st", "first", "1.", "erster"), 1),
    **dict.fromkeys(("twee", "two", "zwei", "2e", "tweede", "2nd", "second", "2.", "zweiter"), 2),
    **dict.fromkeys(("drie", "three", "drei", "3e", "derde", "3rd", "third", "3.", "dritter"), 3),
    **dict.fromkeys(("vier", "four", "4e", "vierde", "fourth"), 4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDate:
    """A date as far as it was written, and the text without it. `weekday` counts from Monday, `day_number` from 1."""

    rest: str
    start: int = 0
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    day_number: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether day, month and year are known."""
        return self.year is not None and self.month is not None

    def settled(self, year: int | None, today: dt.date | None) -> dt.date | None:
        """Return the date, in `year` where none was written; else in a year near today in which the weekday fits."""
        if self.month is None or self.day is None:
            return None
        if self.year is not None or year is not None:
            return _date(self.year if self.year is not None else year, self.month, self.day)
        if self.weekday is None or today is None:
            return None
        near = (today.year, today.year + 1, today.year - 1, today.year - 2, today.year - 3)
        dates = [date for each in near if (date := _date(each, self.month, self.day))]
        return next((date for date in dates if date.weekday() == self.weekday), None)


@lru_cache(maxsize=4096)
def find_date(text: str) -> WrittenDate | None:
    """Find the first date in a line; a weekday or a day's number is one as well, but only at the front."""
    if len(text) > 200:
        return None
    written, origins = plain(text)
    if not any(character.isdigit() for character in written) and _ALONE.match(written) is None:
        found_number = _DAY_NUMBER.match(written)
        return None if found_number is None else _numbered(text, origins, found_number)
    for pattern in (*_PATTERNS, _SLASHED, _AFTER_A_WORD):
        found = pattern.search(written)
        if found is not None and (date := _read(text, origins, found)) is not None:
            return _with_number(date)
    number = _DAY_NUMBER.match(written)
    if number is not None:
        return _numbered(text, origins, number)
    alone = _ALONE.match(written)
    if alone is None:
        return None
    weekday = WEEKDAYS[alone["weekday"]]
    return _with_number(WrittenDate(rest=_without(text, origins, alone.start(), alone.end()), weekday=weekday))


def _read(text: str, origins: tuple[int, ...], found: re.Match[str]) -> WrittenDate | None:
    parts = found.groupdict()
    month = MONTHS.get(parts["month"]) or (int(parts["month"]) if parts["month"].isdigit() else 0)
    day = _first_day(int(parts["day"]), parts.get("last"))
    year = _year(parts.get("year"))
    if parts.get("mark") == "/" and month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= 31 or (year is not None and _date(year, month, day) is None):
        return None
    weekday = WEEKDAYS.get(parts.get("weekday") or "")
    return WrittenDate(
        rest=_without(text, origins, found.start(), found.end()),
        start=origins[found.start()],
        year=year,
        month=month,
        day=day,
        weekday=weekday,
    )


def _first_day(day: int, last: str | None) -> int:
    """Return the first day of `12 en 13 maart`; in `INSET 2 – 31 March` the number before is no day."""
    return day if last is None or 0 < int(last) - day <= MOST_DAYS else int(last)


def _year(written: str | None) -> int | None:
    if not written:
        return None
    number = int(written.lstrip("'"))
    return number if number > 100 else 2000 + number


def _numbered(text: str, origins: tuple[int, ...], found: re.Match[str]) -> WrittenDate:
    word = found["number"] or found["ordinal"]
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return WrittenDate(rest=_without(text, origins, found.start(), found.end()), day_number=number)


def _with_number(date: WrittenDate) -> WrittenDate:
    """Take along the day's number that stands before or behind a date: `Dag 1 – dinsdag 12 maart`."""
    written, origins = plain(date.rest)
    found = _DAY_NUMBER.search(written)
    if found is None:
        return date
    word = found["number"] or found["ordinal"]
    number = int(word) if word.isdigit() else _NUMBERS[word]
    return WrittenDate(
        rest=_without(date.rest, origins, found.start(), found.end()),
        start=min(date.start, origins[found.start()]),
        year=date.year,
        month=date.month,
        day=date.day,
        weekday=date.weekday,
        day_number=number,
    )


def _without(text: str, origins: tuple[int, ...], start: int, stop: int) -> str:
    before = text[: origins[start]] if start < len(origins) else text
    after = text[origins[stop] :] if stop < len(origins) else ""
    rest = f"{before.strip()} {after.strip()}".strip(_EDGES)
    if rest[:1] == "(" and rest[-1:] == ")" and rest.count("(") == 1:
        rest = rest[1:-1]
    return rest.removeprefix(")").removesuffix("(").strip(_EDGES).removeprefix("()").removesuffix("()").strip()


def _date(year: int | None, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year or 0, month, day)
    except ValueError:
        return None
