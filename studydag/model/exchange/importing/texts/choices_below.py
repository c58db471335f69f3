"""Lines without a mark below a block that are what there is to choose: by the rooms or the people that each has."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    is_sentence,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import names_a_room, room_sureness
from studydag.model.exchange.importing.texts.drafts import Draft, with_peeled
from studydag.model.exchange.importing.texts.options_in_a_line import without_letter
from studydag.model.exchange.importing.titles.peeled import Behind
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import is_break, tells_a_phase
from studydag.model.values.imported import LineKind

_ROOM_FIRST: Final = re.compile(r"(?P<room>[^:]{3,30}):\s+(?=\S{2})")
# `Onderbouw: lokaal 3`, `English - E4`
_WHO_AND_WHERE: Final = re.compile(r"([^:–—]{2,60}?)(:\s+|\s+[–—-]\s+)(\S.{0,60})")
_SPEECHES: Final = re.compile(
    r"(?:\w+ ){0,2}(?:speeches|addresses|keynotes|lectures|speakers|gru(?:ß|ss)worte|redner|vorträge|toespraken"
    r"|sprekers|lezingen):?",
    re.IGNORECASE,
)
_KIND: Final = re.compile(
    r"(?:workshop|sessie|session|lezing|lecture|vortrag|atelier|masterclass|training)", re.IGNORECASE
)
# `1A Rekenen`, `A2 Taal in elk vak`, `2b. Zang`
_CODE: Final = re.compile(
    r"(?:(?P<digit>\d{1,2})(?P<letter>[A-Za-z])|(?P<first>[A-Z])(?P<last>\d{1,2}))[.:)]?\s+(?=[^\W_]|[\"“„'‘])"
)
_FEWEST, _MOST = 2, 20
_LONGEST, _LONGEST_GROUP = 160, 40


def run_below(rows: Sequence[Row], place: int, is_timed: Callable[[Row], bool], most: int = _MOST) -> int:
    """Return where the plain lines end that stand below a block, from `place` on: at the next with a time or a mark."""
    stop = place
    while stop < len(rows) and stop - place <= most:
        row = rows[stop]
        if row.table or row.is_heading or len(row.filled) > 1 or is_footer(row.text) or is_timed(row):
            break
        stop += 1
    return stop


def choices_below(rows: Sequence[Row], item: Draft, known: Behind) -> list[Draft]:
    """Return the lines right below a block as options, if each has its room in front or its people behind; else none.

    `Raum 1: Leseförderung` above `Raum 2: Medien`; `Lernen im Wald – Anna Bos` below `Parallele Workshops`.
    """
    if is_break(item.title) or any(row.bullet for row in rows):
        return []
    behind = list(takewhile(_says_which_room, rows))
    if len(behind) >= _FEWEST:
        return [with_peeled(Draft(row, LineKind.OPTION), row.cells[0]) for row in behind]
    with_rooms = [row for row in rows if (found := _ROOM_FIRST.match(row.cells[0])) and names_a_room(found["room"])]
    if len(with_rooms) >= _FEWEST and with_rooms == list(rows[: len(with_rooms)]):
        return [with_peeled(Draft(row, LineKind.OPTION), row.cells[0], commas=False) for row in with_rooms]
    if len(rows) < _FEWEST or not offers_parallel(item.title) or not all(map(could_be_offered, rows)):
        return []
    made = [with_peeled(Draft(row, LineKind.OPTION), row.cells[0], known=known) for row in rows]
    are_led = all(draft.persons and len(draft.title.split()) > 1 for draft in made)
    return made if are_led or all(draft.room and draft.room not in draft.title for draft in made) else []


def begins_with_a_code(row: Row) -> bool:
    """Whether a line begins with the code of one of several: `1A Rekenen`, `A2: Taal`."""
    return not row.bullet and not row.table and _CODE.match(row.cells[0]) is not None


def is_one_of_a_series(row: Row, others: Sequence[Row]) -> bool:
    """Whether a line begins with a code, and one of the others with the code before or behind that."""
    found = _CODE.match(row.cells[0]) if begins_with_a_code(row) else None
    if found is None:
        return False
    codes = {_place_in_a_series(other) for each in others if (other := _CODE.match(each.cells[0]))}
    series, place = _place_in_a_series(found)
    return (series, place - 1) in codes or (series, place + 1) in codes


def _place_in_a_series(code: re.Match[str]) -> tuple[str, int]:
    """Return what the codes of a series share, and which of them it is: `1B` is the second of 1, `A3` third of A."""
    if code["digit"]:
        return code["digit"], ord(code["letter"].casefold())
    return code["first"], int(code["last"])


def is_beside_in_a_room(row: Row, item: Draft, known: Behind) -> bool:
    """Whether a line below a block with its room behind its title is another at that time, in another room.

    `Growth mindset Room 118` below `Using data well Room 114`.
    """
    is_in_a_room = bool(item.room) and item.row.text.endswith(item.room) and item.row.cells[-1] != item.room
    if item.time.start is None or not is_in_a_room or is_break(item.title) or row.after_gap:
        return False
    peeled = peel(row.cells[0], known=known)
    if not could_be_offered(replace(row, cells=(peeled.title, *row.cells[1:])), Sureness.SURE):
        return False
    is_numbered = all(any(map(str.isdigit, room)) for room in (item.room, peeled.room)) or known.rooms_at_end
    is_at_end = bool(peeled.room) and row.cells[0].endswith(peeled.room) and not peeled.persons
    return is_numbered and is_at_end and peeled.room != item.room


def _says_which_room(row: Row) -> bool:
    """Whether a line says nothing but who is where: `Onderbouw: lokaal 3`."""
    found = _WHO_AND_WHERE.fullmatch(row.cells[0])
    who, colon, where = ("", "", "") if found is None else found.groups()
    is_group = 0 < len(who) <= _LONGEST_GROUP and label_at(row.cells[0]) is None and who[:1].isalpha()
    return bool(colon) and is_group and room_sureness(where) is Sureness.SURE and not names_a_room(who)


def could_be_offered(row: Row, named: Sureness = Sureness.LIKELY) -> bool:
    """Whether a line can be the title of an option: none that is marked as one, and no name as sure as `named`."""
    text = row.cells[0]
    return not (
        row.bullet
        or row.table
        or row.is_heading
        or len(row.filled) > 1
        or len(text) > _LONGEST
        or text[:1].islower()
        or text.endswith((":", ";"))
        or (is_sentence(text) and text.endswith("."))
        or is_section(text)
        or is_footer(text)
        or label_at(text) is not None
        or option_label(text)
        or without_letter(text) != text
        or tells_a_phase(peel(text).title)
        or people_in(text).sureness >= named
        or speaker_of(text).sureness is Sureness.SURE
        or room_sureness(text) is Sureness.SURE
    )


def leads_to_speakers(row: Row, following: Row | None, item: Draft) -> bool:
    """Whether a line only heads those who speak in the block above: `Welcome speeches` above `- Prof. Anna Bos`."""
    if following is None or item.time.start is None or is_break(item.title) or not _SPEECHES.fullmatch(row.text):
        return False
    label = label_at(following.cells[0])
    is_led = label is not None and label[0] is Role.PERSONS
    is_below = bool(following.bullet) or not (row.after_gap or following.after_gap or tells_a_phase(following.text))
    return is_led or (is_below and speaker_of(following.cells[0]).sureness is Sureness.SURE)


def runs_beside(row: Row, item: Draft) -> bool:
    """Whether a line right below a block is another of its kind: `Workshop yoga, ronde 1` below `Workshop zang, …`."""
    words, others = row.text.split(), item.row.cells[-1].split()
    if item.time.start is None or row.bullet or row.after_gap or len(row.filled) > 1 or len(words) <= _FEWEST:
        return False
    kind = _KIND.fullmatch(words[0])
    return kind is not None and words[0] in others[:_FEWEST] and words[-1] == others[-1] and len(row.text) <= _LONGEST
