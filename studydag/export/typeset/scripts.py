"""Names in letters that the house's typeface lacks: Arabic, Hebrew, Armenian, Georgian, in the order they are drawn.

A PDF is drawn from left to right and joins no letters. So a word that is read from the right is turned round here and
its letters get the forms that they have beside each other; what is read and copied stays the word itself, which the pen
writes beside what it draws. Only what other scripts need comes past here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from studydag.export.typeset.fonts import drawable_elsewhere

_FORMS: Final = (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))
"""Where Unicode keeps letters by the place that they have in a word; each says which letter it is."""
_RIGHT_TO_LEFT: Final = frozenset(("R", "AL", "AN"))
_SHOWS_NOTHING: Final = frozenset("\u200c\u200d")
_MIRRORED: Final = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_NUMBER: Final = re.compile(r"(\d+(?:[.,:]\d+)*)")


def runs_from_right(text: str) -> bool:
    """Whether a word has letters that are read from right to left."""
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def has_latin_order(text: str) -> bool:
    """Whether a text has letters that are read from left to right."""
    return any(unicodedata.bidirectional(char) == "L" for char in text)


def drawn(word: str) -> str:
    """Return the letters of a word as they stand on paper from left to right, in the forms that join."""
    return turned("".join(_joined(word))) if runs_from_right(word) else word


def turned(text: str) -> str:
    """Return text from right to left: its numbers keep their order, its brackets turn."""
    parts = [part if _NUMBER.fullmatch(part) else part[::-1].translate(_MIRRORED) for part in _NUMBER.split(text)]
    return "".join(reversed(parts))


def _joined(word: str) -> Iterator[str]:
    letters = _with_ligatures(word)
    for index, letter in enumerate(letters):
        forms = _forms().get(letter, {})
        before = _neighbour(letters[:index][::-1])
        after = _neighbour(letters[index + 1 :])
        to_before = "final" in forms and "initial" in _forms().get(before, {})
        to_after = "initial" in forms and "final" in _forms().get(after, {})
        place = ("medial" if to_after else "final") if to_before else ("initial" if to_after else "isolated")
        if letter not in _SHOWS_NOTHING:
            yield forms.get(place, letter)


def _with_ligatures(word: str) -> Sequence[str]:
    """Return the letters one by one, a lam with its alef as one."""
    letters: list[str] = []
    for char in word:
        if letters and letters[-1] + char in _forms():
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _neighbour(letters: Sequence[str]) -> str:
    """Return the next letter, past the signs that stand above and below it."""
    return next((letter for letter in letters if not unicodedata.combining(letter[-1])), "")


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Return the forms of each letter: isolated, initial, medial, final."""
    found: dict[str, dict[str, str]] = {}
    for number in _FORMS:
        kind, _, numbers = unicodedata.decomposition(chr(number)).partition(" ")
        base = "".join(chr(int(each, 16)) for each in numbers.split())
        is_letter = len(base) == 1 or (
            base[:1] == "\u0644" and len(base) == 2 and base[1] in "\u0622\u0623\u0625\u0627"
        )
        if is_letter and not base.startswith(" ") and chr(number) in drawable_elsewhere():
            found.setdefault(base, {}).setdefault(kind.strip("<>"), chr(number))
    return found
