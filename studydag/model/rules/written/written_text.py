"""What people write, made plain before it is read: one way of writing for dashes, quotes, accents and number words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

LONGEST = 200

_SPELLED: Mapping[str, str] = {
    "\N{MINUS SIGN}": "-",
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060\u02bc", "'"),
    **dict.fromkeys("\u2192\u21d2\u203a\u00bb", ">"),
    "…": "...",
    "½": " 1/2",
    "¼": " 1/4",
    "¾": " 3/4",
}

_DUTCH = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien"
_DUTCH_REST = "achttien negentien"
_ENGLISH = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_ENGLISH_REST = "eighteen nineteen"
_GERMAN = "eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn"
_GERMAN_REST = "achtzehn neunzehn"


def plain(text: str) -> tuple[str, tuple[int, ...]]:
    """Return `text` in lower case, without accents, with plain dashes and quotes and single spaces.

    Along comes, for each character of it, where in `text` that came from, so that a reader can say what is left over.
    """
    if len(text) > 2 * LONGEST:
        return _plain(text)
    return _plain_once(text)


@lru_cache(maxsize=4096)
def _plain_once(text: str) -> tuple[str, tuple[int, ...]]:
    """A short text is read in several ways one after the other; what was made of it is kept for a while."""
    return _plain(text)


def _plain(text: str) -> tuple[str, tuple[int, ...]]:
    if text.isascii() and text.isprintable() and "  " not in text and "`" not in text:
        return text.lower(), tuple(range(len(text)))
    characters: list[str] = []
    origins: list[int] = []
    for place, character in enumerate(text):
        for piece in _SPELLED.get(character) or _folded(character):
            if piece == " " and characters[-1:] == [" "]:
                continue
            characters.append(piece)
            origins.append(place)
    return "".join(characters), tuple(origins)


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) == "Pd":
        return "-"
    if unicodedata.decomposition(character).startswith("<super>"):  # a footnote is no digit
        return character
    pieces = unicodedata.normalize("NFKD", character.casefold())
    return "".join(piece for piece in pieces if not unicodedata.combining(piece))


def _counted(words: str) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), start=1)}


def _tens(units: Mapping[str, int], tens: Mapping[str, int], between: str, *, unit_first: bool) -> dict[str, int]:
    made: dict[str, int] = dict(tens)
    for ten, value in tens.items():
        for unit, digit in units.items():
            if digit < 10:
                made[f"{unit}{between}{ten}" if unit_first else f"{ten}{between}{unit}"] = value + digit
    return made


def _dutch() -> dict[str, int]:
    units = _counted(f"{_DUTCH} {_DUTCH_REST}")
    tens = {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "negentig": 90}
    return units | _tens(units, tens, "en", unit_first=True)


def _english() -> dict[str, int]:
    units = _counted(f"{_ENGLISH} {_ENGLISH_REST}")
    tens = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "ninety": 90}
    return units | _tens(units, tens, "-", unit_first=False) | _tens(units, tens, " ", unit_first=False)


def _german() -> dict[str, int]:
    units = _counted(f"{_GERMAN} {_GERMAN_REST}") | {"ein": 1, "zwo": 2, "fuenf": 5, "zwoelf": 12, "fuenfzehn": 15}
    tens = {"zwanzig": 20, "dreissig": 30, "vierzig": 40, "funfzig": 50, "fuenfzig": 50, "sechzig": 60, "neunzig": 90}
    return units | _tens(units, tens, "und", unit_first=True)


DUTCH_NUMBERS: Mapping[str, int] = _dutch()
ENGLISH_NUMBERS: Mapping[str, int] = _english()
GERMAN_NUMBERS: Mapping[str, int] = _german()
NUMBERS: Mapping[str, int] = {**ENGLISH_NUMBERS, **GERMAN_NUMBERS, **DUTCH_NUMBERS}
"""Number words as `plain` leaves them; no word means two numbers in the three languages."""


def any_of(words: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
