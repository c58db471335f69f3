"""Talks that follow each other within one time: a title each, and below it a line that says who."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import is_footer, is_section, is_sentence, offers_parallel
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.asides import without_room_behind
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.texts.options import names_a_choice
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import is_break
from studydag.model.values.imported import LineKind

_LONGEST: Final = 110


def is_next_in_turn(row: Row, following: Row, drafts: Sequence[Draft]) -> bool:
    """Whether a line with who leads it below it comes next in the time of the block above, which has its own people.

    `drafts` are that block and what was read below it.
    """
    item = drafts[0]
    if not _could_hold_talks(item) or not names_a_choice(row, following):
        return False
    led = [draft for draft in drafts if draft.persons]
    is_led_once = len(led) == 1 and drafts[:2][-1] is led[0] and not any(draft.row.bullet for draft in drafts[1:])
    return is_led_once and all(draft.kind is not LineKind.OPTION for draft in drafts)


def runs_beside_in_a_room(following: Row, drafts: Sequence[Draft]) -> bool:
    """Whether what the next line leads is in another room than the block above, so that both are at the same time."""
    room = next((draft.room for draft in drafts if draft.room), "")
    own = _room_in(following.text)
    return bool(room and own) and own.casefold() != room.casefold()


def _room_in(text: str) -> str:
    """Return where a line that says who leads says that it is: `door Anna Bos, lokaal 3`."""
    return without_room_behind(text)[1] or peel(text).room


def comes_after_talks(row: Row, drafts: Sequence[Draft]) -> bool:
    """Whether a paragraph of one line is a talk too, in a text that has several of them within one time.

    It names what one does then, perhaps with who does it, and tells nothing of the block above.
    """
    text = row.text
    is_other = row.bullet or row.table or row.is_heading or len(row.filled) > 1 or not row.after_gap
    is_open = not (drafts[0].within or drafts[0].time.end is not None)
    if is_other or is_open or not _could_hold_talks(drafts[0]) or len(text) > _LONGEST or not text[:1].isupper():
        return False
    if is_sentence(text) or text.endswith((":", ";", ".", ",")) or is_section(text) or is_footer(text):
        return False
    is_who_or_where = speaker_of(text).sureness >= Sureness.LIKELY or room_sureness(text) >= Sureness.LIKELY
    return not (is_who_or_where or BY.match(text) or label_at(text) is not None)


def _could_hold_talks(item: Draft) -> bool:
    """Whether a block has a time of its own, or follows one that has, and offers no choice."""
    has_time = item.within or item.time.start is not None
    return item.kind is LineKind.ITEM and has_time and not offers_parallel(item.title) and not is_break(item.title)
