"""Talks that follow each other within one time: a title each, and below it a line that says who."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    is_sentence,
    numbers_a_series,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.asides import without_room_behind
from studydag.model.exchange.importing.texts.drafts import Draft, with_peeled
from studydag.model.exchange.importing.texts.options import names_a_choice
from studydag.model.exchange.importing.titles.peeled import Behind
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.titles.people_behind import BY
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import is_break
from studydag.model.values.imported import LineKind

# Of those all hear one after the other, unless their title says that one chooses.
_HEADS_TALKS: Final = re.compile(
    r"\b(?:[a-z]*(?:lezingen|voordrachten|presentaties|vorträge|referate|keynotes)|lectures|talks|presentations)\b",
    re.IGNORECASE,
)
# `Impulsvorträge 2` is one of several rounds, `Lezingen 1 en 2` is not.
_ONE_OF_SEVERAL: Final = re.compile(r"(?<!en )(?<!and )(?<!und )(?<![-–&+/,] )\b(?:\d{1,2}|[IVX]{1,4}|[A-H])$")
_LONGEST: Final = 110
_FEWEST, _LONGEST_TALK = 2, 400


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


def talks_below_a_heading(rows: Sequence[Row], item: Draft, known: Behind) -> list[Draft]:
    """Return the lines right below a block such as `Lezingen` as blocks that take its place; none where they don't.

    Each has a title and people of its own then, and no two are in different rooms.
    """
    if not _could_hold_talks(item) or item.within or item.persons or len(rows) < _FEWEST:
        return []
    if _HEADS_TALKS.search(item.title) is None or _ONE_OF_SEVERAL.search(item.title):
        return []
    if any(len(row.filled) > 1 or row.table or _tells_of_another(row.text) for row in rows):
        return []
    made = [with_peeled(Draft(row, LineKind.ITEM, within=True), row.cells[0], known=known) for row in rows]
    are_talks = all(draft.persons and _is_a_title(draft.title, draft.persons) for draft in made)
    if not are_talks or len({draft.room for draft in made if draft.room}) > 1:
        return []
    first = replace(made[0], time=item.time, begins_part=item.begins_part, date=item.date, within=False)
    return [
        replace(
            draft, room=draft.room or item.room, description="\n".join(filter(None, (item.title, draft.description)))
        )
        for draft in (first, *made[1:])
    ]


def _tells_of_another(text: str) -> bool:
    """Whether a line says something of the one above it: who it is by, or a sentence that ends as one."""
    is_told = len(text) > _LONGEST_TALK or (is_sentence(text) and text.endswith("."))
    return is_told or BY.match(text) is not None or label_at(text) is not None


def _is_a_title(text: str, persons: Sequence[str]) -> bool:
    """Whether behind a label stands more than who: `Keynote 1: Lezen`, and neither `Keynote 1` nor `Anna Bos`."""
    rest = text[option_label(text) :].strip(" .:")
    is_bare = numbers_a_series(rest) or any(rest.casefold() in person.casefold() for person in persons)
    return bool(rest) and not is_bare and people_in(rest).sureness < Sureness.SURE


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
    if offers_parallel(text):
        return False
    is_who_or_where = speaker_of(text).sureness >= Sureness.LIKELY or room_sureness(text) >= Sureness.LIKELY
    return not (is_who_or_where or BY.match(text) or label_at(text) is not None)


def _could_hold_talks(item: Draft) -> bool:
    """Whether a block has a time of its own, or follows one that has, and offers no choice."""
    has_time = item.within or item.time.start is not None
    return item.kind is LineKind.ITEM and has_time and not offers_parallel(item.title) and not is_break(item.title)
