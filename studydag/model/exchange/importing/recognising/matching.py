"""Finds the people and rooms of a school that a programme means, though it writes them a little otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final, Generic, TypeVar

from studydag.model.exchange.importing.recognising.names import without_title
from studydag.model.rules.written.matching import folded
from studydag.model.rules.written.written_text import plain

T = TypeVar("T")
ALIKE = 92
"""From this likeness (0-100) two names are one with a slip of the pen; a test has pairs on both sides. Ours."""
_DIGITS: Final = re.compile(r"\d+")
_ROOM_WORD: Final = re.compile(r"^(?:lokaal|lok|zaal|ruimte|kamer|room|raum|zimmer|saal|klas)\b\.?[\s:.-]*(?=\S*\d)")


class Names(Generic[T]):
    """The names of things that are known, to be found by another's writing of them."""

    def __init__(self, named: Iterable[tuple[str, T]], key: Callable[[str], str]) -> None:
        """Take names with what each stands for; the first of equal ones counts. `key` is how they are compared."""
        self._key = key
        self._things: dict[str, T] = {}
        for name, thing in named:
            self._things.setdefault(key(name), thing)

    def find(self, name: str) -> T | None:
        """Return what a name means: the same letters, an initial for the first name, or a slip; None if unsure."""
        wanted = self._key(name)
        if not wanted:
            return None
        return self._things.get(wanted) or self._by_initial(wanted) or self._alike(wanted)

    def _by_initial(self, wanted: str) -> T | None:
        first, _, rest = wanted.partition(" ")
        if not rest or rest.isdigit():
            return None
        found = []
        for known, thing in self._things.items():
            other, _, other_rest = known.partition(" ")
            if other_rest == rest and other[:1] == first[:1] and 1 in {len(first), len(other)}:
                found.append(thing)
        return found[0] if len(found) == 1 else None

    def _alike(self, wanted: str) -> T | None:
        from rapidfuzz import fuzz

        if len(wanted) < 5:
            return None
        best: tuple[float, T] | None = None
        digits = _DIGITS.findall(wanted)
        for known, thing in self._things.items():
            is_initial = 1 in {len(wanted.partition(" ")[0]), len(known.partition(" ")[0])}
            if is_initial or abs(len(known) - len(wanted)) > 3 or _DIGITS.findall(known) != digits:
                continue
            score = fuzz.ratio(wanted, known)
            if score >= ALIKE and (best is None or score > best[0]):
                best = score, thing
        return None if best is None else best[1]


def person_key(name: str) -> str:
    """Return a name as it is compared: without titles, affiliation, accents and dots."""
    written = folded(plain(re.sub(r"\s*[(\[].*?[)\]]", "", without_title(name)))[0])
    return " ".join(re.sub(r"[.'`-]", " ", written).split())


def room_key(name: str) -> str:
    """Return a room as it is compared: `lokaal 1.23` is `1.23`."""
    written = plain(name)[0].strip()
    return " ".join(_ROOM_WORD.sub("", written).replace("-", " ").split())
