"""Reads dates as people write them: 11-3-2027, 11 maart 2027, 2027-03-11; what is unclear is not read.

Without its year a date is read where it is known near which day it must lie: `25-3`, `25 maart`.
"""

from __future__ import annotations

import datetime as dt
import re

MONTHS = {
    "jan": 1, "feb": 2, "maa": 3, "mrt": 3, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_WORDS = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.? (\d{4})")
_BEGINNING = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:[a-z]+\.?,? )?\d{1,2}\.? [a-z]{3,}\.? \d{4})"
    r"(?!\w)[:,;.–—-]*",
    re.IGNORECASE,
)


_WITHOUT_YEAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_WORDS_WITHOUT_YEAR = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3})[a-z]*\.?")


def read_date_near(text: str, near: dt.date | None) -> dt.date | None:
    """Return the date that a text says; without a year it is the one nearest to a date, if that is known."""
    found = read_date(text)
    if found is not None or near is None:
        return found
    plain = " ".join(text.lower().split())
    if match := _WITHOUT_YEAR.fullmatch(plain):
        day, month = int(match[1]), int(match[2])
    elif (match := _WORDS_WITHOUT_YEAR.fullmatch(plain)) and match[2] in MONTHS:
        day, month = int(match[1]), MONTHS[match[2]]
    else:
        return None
    dates = [_date(year, month, day) for year in (near.year - 1, near.year, near.year + 1)]
    return min((date for date in dates if date is not None), key=lambda date: abs(date - near), default=None)


def read_date(text: str) -> dt.date | None:
    """Return the date that a text says, day before month; None for anything else."""
    plain = " ".join(text.lower().split())
    if match := _ISO.fullmatch(plain):
        return _date(*map(int, match.groups()))
    if match := _NUMBERS.fullmatch(plain):
        day, month, year = map(int, match.groups())
        return _date(year + 2000 if year < 100 else year, month, day)
    if (match := _WORDS.fullmatch(plain)) and match[2] in MONTHS:
        return _date(int(match[3]), MONTHS[match[2]], int(match[1]))
    return None


def dated_lines(text: str) -> tuple[tuple[dt.date, str], ...]:
    """Return the lines of a text that begin with a date, each with what it says after it: 15-1-2027: first visits."""
    found = ((line, _BEGINNING.match(line)) for line in map(_plain, text.splitlines()))
    dated = ((read_date(match[1]), line[match.end() :].strip()) for line, match in found if match)
    return tuple((date, rest) for date, rest in dated if date is not None)


def _plain(line: str) -> str:
    return " ".join(line.split())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
