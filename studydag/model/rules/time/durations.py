"""Durations as people write them, in Dutch, English and German."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache, lru_cache

from studydag.model.rules.written.written_text import LONGEST, NUMBERS, any_of, plain

MOST_MINUTES = 600_000

_HOUR, _QUARTER, _MINUTE = Fraction(60), Fraction(15), Fraction(1)
_UNITS: Mapping[str, Fraction] = {
    **dict.fromkeys(
        ("u", "uur", "uren", "uurtje", "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"), _HOUR
    ),
    **dict.fromkeys(("kwartier", "kwartieren", "kwartiertje", "quarter", "quarters", "viertelstunde"), _QUARTER),
    **dict.fromkeys(("viertelstunden", "kwart", "kwartuur"), _QUARTER),
    **dict.fromkeys(("m", "min", "mins", "minuut", "minuten", "minuutje", "minuutjes"), _MINUTE),
    **dict.fromkeys(("minute", "minutes", "minuter", "'"), _MINUTE),
}
_ARTICLES = frozenset({"a", "an", "een", "ein", "eine", "einer"})
_JOINERS = frozenset({"en", "and", "und", "&", "+"})
_FRACTIONS: Mapping[str, Fraction] = {
    **dict.fromkeys(("half", "halve", "halb", "halbe", "halben", "1/2"), Fraction(1, 2)),
    "1/4": Fraction(1, 4),
    "3/4": Fraction(3, 4),
}
_ONE_AND_A_HALF = frozenset({"anderhalf", "anderhalve", "anderthalb", "eineinhalb"})
_COMPOUNDS = (
    (r"\bhalfuur(?:tje)?\b", "half uur"),
    (r"\bdriekwart\s?(?:uur|ier)\b", "3 kwartier"),
    (r"\bdreiviertelstunden?\b", "3 kwartier"),
    (r"\b(?:kwart|quarter|quarters) (?:of )?(?:an |a )?(?:uur|hour)\b", "kwartier"),
    (rf"\b({any_of(NUMBERS)})(?:en|und|ein)half\b", r"\1 en half"),
    (rf"\b({any_of(NUMBERS)})(?:und)?einhalb\b", r"\1 en half"),
    (r"\bhalf an? (?:hour|uur)\b", "half uur"),
    (r"\bund eine halbe\b", "und halbe"),
    (r"\b((?:twen|thir|for|fif|six|seven|nine)ty) (one|two|three|four|five|six|seven|eight|nine)\b", r"\1-\2"),
)
_TOKEN = re.compile(r"\d+/\d+|\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?|'|&|\+|\S")


@lru_cache(maxsize=4096)
def read_minutes(text: str) -> int | None:
    """Read a duration in whole minutes: `45`, `45m`, `1h30`, `1:30`, `1,5 u`, `anderhalf uur`; None if it is none.

    A number alone counts minutes. What could mean two things (`1.30`) or isn't whole minutes is not read.
    """
    if len(text) > LONGEST:
        return None
    written = plain(text)[0].strip()
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)(?::00)?(?: ?(?:u|uur|h|hrs?|std|stunden)\.?)?", written)
    if clock is not None:
        return _whole(int(clock[1]) * _HOUR + int(clock[2]))
    if re.fullmatch(r"\d{1,6}", written):
        return _whole(Fraction(written))
    total = _sum(_tokens(written))
    return None if total is None else _whole(total)


def _whole(minutes: Fraction) -> int | None:
    return int(minutes) if minutes.denominator == 1 and 0 <= minutes <= MOST_MINUTES else None


def _tokens(written: str) -> list[str]:
    for compound, simple in _compounds():
        written = compound.sub(simple, written)
    without_stops = re.sub(r"(?<=[a-z])\.(?=\s|$)", "", written)
    return _TOKEN.findall(without_stops)


@cache
def _compounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    # Not at import: it takes long enough to be seen at the start.
    return tuple((re.compile(compound), simple) for compound, simple in _COMPOUNDS)


def _sum(tokens: list[str]) -> Fraction | None:
    """Add up amounts with their units, which must become smaller: hours, quarters, minutes."""
    total = Fraction(0)
    last: Fraction | None = None
    while tokens:
        if last is not None and tokens[0] in _JOINERS:
            tokens = tokens[1:]
        amount, tokens = _amount(tokens)
        if tokens:
            unit, tokens = _UNITS.get(tokens[0]), tokens[1:]
        else:
            unit, amount = _tail(amount, last)
        if unit is None or (amount is None and unit is not _QUARTER) or (last is not None and unit >= last):
            return None
        total += unit * (Fraction(1) if amount is None else amount)
        last = unit
    return None if last is None else total


def _tail(amount: Fraction | None, last: Fraction | None) -> tuple[Fraction | None, Fraction | None]:
    """Give the number at the end its unit: the minutes of `1u30`, or the half of `an hour and a half`."""
    if amount is None or last is not _HOUR:
        return None, amount
    if amount == Fraction(1, 2):
        return _MINUTE, amount * _HOUR
    return (_MINUTE, amount) if amount.denominator == 1 and amount < 60 else (None, amount)


def _amount(tokens: list[str]) -> tuple[Fraction | None, list[str]]:
    """Take the amount off the front: a number, a fraction, `2 1/2`, `twee en een half`; None if there is none."""
    first, tokens = _number(tokens)
    if first is None or first.denominator != 1 or not tokens:
        return first, tokens
    rest = tokens[1:] if tokens[0] in _JOINERS else tokens
    more, after = _fraction(rest)
    if more is None or not after or after[0] not in _UNITS:
        return first, tokens
    return first + more, after


def _number(tokens: list[str]) -> tuple[Fraction | None, list[str]]:
    part, rest = _fraction(tokens)
    if part is not None:
        return part, rest
    if not tokens:
        return None, tokens
    word = tokens[0]
    if word in _ONE_AND_A_HALF:
        return Fraction(3, 2), tokens[1:]
    if word in NUMBERS or word in _ARTICLES:
        return Fraction(NUMBERS.get(word, 1)), tokens[1:]
    if re.fullmatch(r"\d{1,6}", word):
        return Fraction(word), tokens[1:]
    if re.fullmatch(r"\d{1,6}[.,](?:\d|25|50|75|00)", word):
        return Fraction(word.replace(",", ".")), tokens[1:]
    return None, tokens


def _fraction(tokens: list[str]) -> tuple[Fraction | None, list[str]]:
    """Take a fraction off the front, with the article before it."""
    words = tokens[1:] if tokens and tokens[0] in _ARTICLES else tokens
    part = _FRACTIONS.get(words[0]) if words else None
    return part, (tokens if part is None else words[1:])
