"""First names that help to tell `Keynote – Jan Jansen` from `Keynote – Digitale Bildung`.

A name that isn't among them is no less a name; see people.py.
"""

from __future__ import annotations

from functools import cache, lru_cache

from studydag.model.rules.written.matching import folded
from studydag.resources import resource

WORDS = "words"


def words_of(name: str) -> frozenset[str]:
    """Return the words of a list among the resources, in lower case; a line that begins with # is none."""
    lines = resource(WORDS, name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=4096)
def is_given_name(word: str) -> bool:
    """Whether a word is a common first name, or several joined, with or without accents: `Maria`, `Jan-Peter`."""
    low = word.casefold()
    return low in _given_names() or all(folded(part) in _given_names() for part in low.split("-"))


@cache
def _given_names() -> frozenset[str]:
    names = words_of("given_names.txt")
    return names | {folded(name) for name in names}
