"""What must be told of a document that was made: which characters are printed as marks, a logo that can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from studydag.export.asked import Proof
from studydag.language import Language

MOST_PLACES: Final = 3
MOST_CHARACTERS: Final = 8
AROUND: Final = 18
"""So many characters are shown on either side of one that is printed as a mark."""


def remarks(proof: Proof, language: Language) -> tuple[str, ...]:
    """Return what went other than it was typed, each as a sentence or two that says what to do."""
    return tuple(_remarks(proof, language))


def _remarks(proof: Proof, language: Language) -> Iterator[str]:
    _ = language.gettext
    if proof.marks:
        first = {text: each for each, text in reversed(proof.marks.items())}
        places = [around(text, each) for text, each in reversed(first.items())]
        characters = list(proof.marks)
        shown = " ".join(characters[:MOST_CHARACTERS]) + (" …" if len(characters) > MOST_CHARACTERS else "")
        where = ", ".join(map(language.quoted, places[:MOST_PLACES])) + (" …" if len(places) > MOST_PLACES else "")
        template = _(
            "What can’t be printed appears on paper as a small box: {characters}, as in {places}. Write it in "
            "other letters where people must be able to read it."
        )
        yield template.replace("{characters}", shown).replace("{places}", where)
    if proof.logo_left_out:
        yield _("The school’s logo can’t be read, and was left out. Choose a PNG or JPEG file for it under School.")


def around(text: str, character: str) -> str:
    """Return the words around a character, on one line, by which its place is known again."""
    line = " ".join(text.split())
    at = max(0, line.find(character))
    start, end = max(0, at - AROUND), at + len(character) + AROUND
    if start:
        start = line.find(" ", start, at) + 1 or start
    if end < len(line):
        end = max(line.rfind(" ", at + len(character), end), 0) or end
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
