"""Rooms that no list of words knows, by where they stand: alone on the last line of a block, as others have theirs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
)
from studydag.model.exchange.importing.recognising.names import Sureness, is_nobody
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.texts.about_the_day import is_about_the_day
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.vocabulary.place_words import NUMBERED
from studydag.model.rules.written.phase_words import is_led_by_nobody, phase_of
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase

_LEADING: Final = re.compile(rf"(?:{NUMBERED}|zalen)\s+(?=\S)", re.IGNORECASE)
_SAME: Final = re.compile(
    r"(?:idem|id\.|ditto|dito|same(?: (?:room|place|location))?|zelfde (?:zaal|lokaal|locatie|plek)|ebenda|ebd\.)[. ]*",
    re.IGNORECASE,
)
_FEWEST: Final = 2
_MOST_WORDS: Final = 3
_PUNCTUATION: Final = frozenset('.,:;?!()&+“”„"')


def take_rooms(drafts: Sequence[Draft]) -> None:
    """Take as the room of a block what stands alone on its last line, where other blocks have a room there.

    It has to be known from elsewhere (`Atlas` beside `zaal Atlas`), to come again, or to stand below what nobody leads,
    or behind who leads: else it may be what a title goes on about.
    """
    blocks = _blocks(drafts)
    told = [notes[-1] for _, *notes in blocks if notes]
    rooms = [draft for draft in told if draft.room and not draft.persons and _is_alone(draft)]
    known = {_LEADING.sub("", draft.room).casefold() for draft in drafts if draft.room}
    if not known:
        return
    are_usual = len(rooms) >= _FEWEST and 3 * len(rooms) >= len(told)
    often = Counter(draft.row.text.casefold() for draft in told)
    for block, *notes in blocks:
        if not notes or any(draft.room for draft in (block, *notes)) or not _could_be_a_room(notes[-1]):
            continue
        is_led = bool(block.persons) or any(draft.persons for draft in notes)
        name = notes[-1].row.text.casefold()
        is_known = name in known or (bool(rooms) and often[name] > 1)
        if is_known or (are_usual and (is_led or is_led_by_nobody(block.title))):
            notes[-1].room, notes[-1].description = notes[-1].description, ""


def settle_same_rooms(drafts: Sequence[Draft]) -> None:
    """Put the room above in the place of `idem`, and none where it is still to come: `nog te bepalen`."""
    above = ""
    for draft in drafts:
        if draft.room and _SAME.fullmatch(draft.room) is not None:
            draft.room = above
        elif draft.room and is_nobody(draft.room):
            draft.room = ""
        above = draft.room or above


def _blocks(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return each block or option with the lines below it that tell of it."""
    blocks: list[list[Draft]] = []
    is_below = False
    for draft in drafts:
        if draft.kind.is_block:
            blocks.append([draft])
            is_below = True
        elif draft.kind is LineKind.NOTE and is_below:
            blocks[-1].append(draft)
        else:
            is_below = False
    return blocks


def _is_alone(draft: Draft) -> bool:
    return not (draft.row.table or draft.row.bullet) and len(draft.row.filled) == 1


def _could_be_a_room(draft: Draft) -> bool:
    """Whether a line that only tells something is a short name, and neither a person's nor what kind of block it is."""
    text = draft.description
    if draft.persons or draft.title or text != draft.row.text or draft.row.after_gap or not _is_alone(draft):
        return False
    is_name = text[:1].isupper() and not _PUNCTUATION & set(text) and len(text.split()) <= _MOST_WORDS
    is_other = (
        is_section(text)
        or is_footer(text)
        or is_about_the_day(text)
        or is_sentence(text)
        or numbers_a_series(text)
        or offers_parallel(text)
        or phase_of(text) is not Phase.KNOWLEDGE
    )
    return is_name and not is_other and people_in(text).sureness is not Sureness.SURE
