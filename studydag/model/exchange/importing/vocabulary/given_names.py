"""First names that help to tell `Keynote – Jan Jansen` from `Keynote – Digitale Bildung`.

A name that isn't among them is no less a name; see people.py.
"""

from __future__ import annotations

from functools import cache

from studydag.resources import resource

WORDS = "words"


def words_of(name: str) -> frozenset[str]:
    """Return the words of a list among the resources, in lower case; a line that begins with # is none."""
    lines = resource(WORDS, name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def given_names() -> frozenset[str]:
    """Return first names in lower case."""
    return words_of("given_names.txt")
