"""Last names alone in parentheses behind titles, known by the whole names that stand so behind others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.titles.peeled import PARENTHESIS
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word

_BETWEEN: Final = re.compile(r"\s*[,;/&]\s*|\s+(?:en|and|und)\s+")
_LAST_NAME: Final = re.compile(r"(?:(?:van|de|der|den|von|ter|ten) )*[A-ZÀ-Þ][^\W\d_]+(?:[-'’][A-ZÀ-Þ][^\W\d_]+)*")
_LONGEST: Final = 200


def take_last_names(drafts: Sequence[Draft]) -> None:
    """Take who leads from the parentheses at the end of titles, where all that stands so could be last names.

    `Course work (Maas, Vink)`, and beside it `Welcome (Anna Bos)`. Some come again, or stand in a list: one town or
    subject alone says nothing.
    """
    blocks = [draft for draft in drafts if draft.kind.is_block]
    inner = [
        found["inner"].strip()
        for draft in blocks
        for cell in draft.row.filled
        if len(cell) <= _LONGEST and (found := PARENTHESIS.search(cell)) is not None
    ]
    others = [text for text in inner if people_in(text).sureness is not Sureness.SURE]
    are_names = len(others) < len(inner) and all(map(_could_be_last_names, others))
    if not are_names or not (len(set(others)) < len(others) or any(map(_BETWEEN.search, others))):
        return
    for draft in blocks:
        found = None if draft.persons or len(draft.title) > _LONGEST else PARENTHESIS.search(draft.title)
        if found is not None and found.start() and found["inner"].strip() in others:
            draft.persons = tuple(_BETWEEN.split(found["inner"].strip()))
            draft.title = draft.title[: found.start()]


def _could_be_last_names(text: str) -> bool:
    """Whether each piece of a text is a word that could be somebody's last name: `Maas, Vink`, not `Rekenen`."""
    return all(
        _LAST_NAME.fullmatch(piece) is not None
        and not is_title_word(piece)
        and not piece.isupper()
        and room_sureness(piece) is Sureness.NO
        for piece in _BETWEEN.split(text)
    )
