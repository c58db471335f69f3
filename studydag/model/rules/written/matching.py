"""How well what somebody types fits a name: whole words first, then beginnings, then parts, then slips of the pen.

Accents and case never matter, and any character may be typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

WHOLE, BEGINNING, PART, SLIP = 1.0, 0.9, 0.6, 0.45
AT_THE_FRONT: Final = 0.15
"""For a name that begins with all that was typed."""
ELSEWHERE: Final = 0.5
"""What a word counts that stands not in the name but in what belongs to it, such as the study day."""
RECENT: Final = 0.25
ALIKE: Final = 75
"""From which share of equal letters on, in percents, a word may be a slip of another."""
MOST_ALIKE: Final = 50
SHORTEST_SLIP: Final = 4
MOST_WORDS: Final = 8
_BASE_LETTERS: Final[Mapping[int, str]] = MappingProxyType(
    str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i"})
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that can be meant: `title` is its name, `more` are other words that it is known by.

    `weight` lifts it above others that fit as well; `key` says which it is, for what was chosen before.
    """

    key: str
    title: str
    more: str = ""
    weight: float = 0.0


def folded(text: str) -> str:
    """Return a text as it is compared: lower case, without accents, with single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.casefold()).translate(_BASE_LETTERS)
    return " ".join("".join(each for each in decomposed if not unicodedata.combining(each)).split())


def words_of(text: str) -> list[str]:
    """Return the words of a text as they are compared, the first eight."""
    letters = "".join(letter if letter.isalnum() else " " for letter in folded(text))
    return letters.split()[:MOST_WORDS]


def ranked(typed: str, candidates: Iterable[Candidate], recent: Sequence[str] = ()) -> list[Candidate]:
    """Return the candidates that fit what was typed, the best first; of those as good, what was chosen lately.

    When nothing was typed none fits.
    """
    words, whole = words_of(typed), folded(typed)
    if not words:
        return []
    lately = {key: RECENT * (1 - place / max(len(recent), 1)) for place, key in enumerate(recent)}
    found: list[tuple[float, int, Candidate]] = []
    for place, candidate in enumerate(candidates):
        fits = _fits(words, whole, candidate)
        if fits is not None:
            found.append((fits + candidate.weight + lately.get(candidate.key, 0.0), place, candidate))
    found.sort(key=lambda each: (-each[0], each[1]))
    return [candidate for _, _, candidate in found]


def alike(typed: str, titles: Sequence[str]) -> list[int]:
    """Return the places of folded titles that resemble what was typed, the most alike first: for slips of the pen."""
    from rapidfuzz import fuzz, process

    wanted = " ".join(words_of(typed))
    if len(wanted) < SHORTEST_SLIP:
        return []
    found = process.extract(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=ALIKE, limit=MOST_ALIKE)
    return [place for _, _, place in found]


def _fits(words: Sequence[str], whole: str, candidate: Candidate) -> float | None:
    title = folded(candidate.title)
    parts = words_of(candidate.title)
    more: str | None = None
    total = 0.0
    for word in words:
        best = _word_fits(word, title, parts)
        if not best:
            more = folded(candidate.more) if more is None else more
            best = ELSEWHERE if word in more else _slip(word, parts)
        if not best:
            return None
        total += best
    front = AT_THE_FRONT if title.startswith(whole) else 0.0
    return total / len(words) + front - len(title) / 2000


def _word_fits(word: str, title: str, parts: Sequence[str]) -> float:
    if word in parts:
        return WHOLE
    if any(part.startswith(word) for part in parts):
        return BEGINNING
    return PART if word in title else 0.0


def _slip(word: str, parts: Sequence[str]) -> float:
    """Return how well a word fits when some letters are wrong, left out or too many."""
    if len(word) < SHORTEST_SLIP:
        return 0.0
    from rapidfuzz import fuzz

    best = max((fuzz.ratio(word, part[: len(word) + 1], score_cutoff=ALIKE) for part in parts), default=0.0)
    return SLIP * best / 100
