"""An action as people type it: who does what, and by when, in one line."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from studydag.model.rules.written.written_dates import read_date, read_date_near
from studydag.model.values.dates import DateUnit, Due, RelativeDate

_WEEKDAYS = r"(?:(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_UNITS = {
    "da": DateUnit.DAYS,
    "we": DateUnit.WEEKS,
    "ma": DateUnit.MONTHS,
    "mo": DateUnit.MONTHS,
}
"""By the first two letters of the word in Dutch and English."""
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("een één a one", "twee two", "drie three", "vier four", "vijf five", "zes six", "zeven seven", "acht eight"), 1
    )
    for word in words.split()
}
_FAR = {DateUnit.DAYS: (365, 730), DateUnit.WEEKS: (52, 104), DateUnit.MONTHS: (12, 24)}
"""So many before the day and after it a date may be."""
_HALF_A_YEAR = dt.timedelta(days=182)


def split_due(line: str, near: dt.date, today: dt.date) -> tuple[str, Due | None]:
    """Return what is to be done and by when: `Noor asks the sections by 12 March`, `exit cards, 2 weeks after the day`.

    Read is what stands at the end, behind a word that leads to it or a comma. Without its year a date is the one
    nearest to `near`, but none before `today`. What is unclear stays in the text.
    """
    said = " ".join(line.split())
    for pattern, read in ((_dated(), _fixed), (_counted(), _relative)):
        match = pattern.search(said)
        due = None if match is None else read(match, near, today)
        what = "" if match is None else said[: match.start()].rstrip(" ,;:(–—-")
        if due is not None and what:
            return what, due
    return line, None


def _fixed(match: re.Match[str], near: dt.date, today: dt.date) -> dt.date | None:
    written = match["date"]
    is_number = not any(letter.isalpha() for letter in written)
    has_year = read_date(written) is not None
    if is_number and not has_year and (match["leads"] or "").casefold() in {"", "voor", "for"}:
        # For years 3 and 4, as likely as the third of April.
        return None
    found = read_date_near(written, near)
    if found is not None and found < today and not has_year:
        return read_date_near(written, today + _HALF_A_YEAR)
    return found


def _relative(match: re.Match[str], _near: dt.date, _today: dt.date) -> RelativeDate | None:
    number = _NUMBERS.get(match["n"].casefold()) or int(match["n"])
    unit = _UNITS[match["unit"][:2].casefold()]
    is_before = match["side"].casefold() in {"voor", "vóór", "before"}
    return RelativeDate(-number if is_before else number, unit) if number <= _FAR[unit][not is_before] else None


@cache
def _dated() -> re.Pattern[str]:
    date = (
        r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}(?:[-/.](?:\d{4}|\d{2}))?"
        rf"|{_WEEKDAYS}\d{{1,2}}\.? [a-z]{{3,}}\.?(?: \d{{4}})?"
    )
    leads = r"uiterlijk(?: op)?|vóór|voor|tegen|op|klaar|deadline|by|before|for|on|due"
    return re.compile(rf"(?:[ (](?P<leads>{leads}):? |[,;:(–—-] ?)(?P<date>{date})[.)]*$", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    numbers = "|".join(_NUMBERS)
    units = r"dagen|dag|weken|week|maanden|maand|days?|weeks?|months?"
    return re.compile(
        rf"(?<!\w)(?P<n>\d{{1,3}}|{numbers}) (?P<unit>{units}) (?P<side>vóór|voor|na|before|after)"
        r" (?:de |the )?(?:studiedag|study day|dag|day)[.)]*$",
        re.IGNORECASE,
    )
