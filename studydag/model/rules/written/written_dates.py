"""Reads dates as people write them: 11-3-2027, 11 maart 2027, 2027-03-11; what is unclear is not read.

Without its year a date is read where it is known near which day it must lie: `25-3`, `25 maart`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

_MONTH_WORDS: Final = (
    "januari january januar jan jaenner janner janvier enero janeiro|februari february februar feb fevrier febrero"
    " fevereiro|maart march marz mrt mar maerz mars marzo marco|april apr avril abril|mei may mai mayo maio"
    "|juni june jun juin junio junho|juli july jul juillet julio julho|augustus august aug aout agosto"
    "|september sept sep septembre septiembre setembro|oktober october okt oct octobre octubre outubro"
    "|november nov novembre noviembre novembro|december dezember dec dez decembre diciembre dezembro"
)
MONTHS: Final = {word: number for number, words in enumerate(_MONTH_WORDS.split("|"), 1) for word in words.split()}
"""The number of each month by its names in small letters without accents, whole and shortened, in some languages."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_WORDS = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3,})\.? (\d{4})")
_BEGINNING = re.compile(
    r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|(?:[a-z]+\.?,? )?\d{1,2}\.? [a-z]{3,}\.? \d{4})"
    r"(?!\w)[:,;.–—-]*",
    re.IGNORECASE,
)


_WITHOUT_YEAR = re.compile(r"(\d{1,2})[-/.](\d{1,2})")
_WORDS_WITHOUT_YEAR = re.compile(r"(?:[a-z]+\.?,? )?(\d{1,2})\.? ([a-z]{3,})\.?")


def read_date_near(text: str, near: dt.date | None) -> dt.date | None:
    """Return the date that a text says; without a year it is the one nearest to a date, if that is known."""
    found = read_date(text)
    if found is not None or near is None:
        return found
    plain = " ".join(text.lower().split())
    if match := _WITHOUT_YEAR.fullmatch(plain):
        day, month = int(match[1]), int(match[2])
    elif (match := _WORDS_WITHOUT_YEAR.fullmatch(plain)) and (named := _month_of(match[2])):
        day, month = int(match[1]), named
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
    if (match := _WORDS.fullmatch(plain)) and (named := _month_of(match[2])):
        return _date(int(match[3]), named, int(match[1]))
    return None


def dated_lines(text: str) -> tuple[tuple[dt.date, str], ...]:
    """Return the lines of a text that begin with a date, each with what it says after it: 15-1-2027: first visits."""
    found = ((line, _BEGINNING.match(line)) for line in map(_plain, text.splitlines()))
    dated = ((read_date(match[1]), line[match.end() :].strip()) for line, match in found if match)
    return tuple((date, rest) for date, rest in dated if date is not None)


def _month_of(word: str) -> int | None:
    """Return the month that a word of three letters or more is, whole or shortened; None for `maanden`."""
    return MONTHS.get(word) or next((number for name, number in MONTHS.items() if name.startswith(word)), None)


def _plain(line: str) -> str:
    return " ".join(line.split())


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
