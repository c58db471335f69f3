"""Lines below a block that are what there is to choose, each below or behind the room where it is held."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.reading.rows import Row, text_of_both
from studydag.model.exchange.importing.recognising.headings import (
    is_footer,
    is_section,
    numbers_a_series,
    offers_parallel,
    option_label,
)
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import Named, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import names_a_room, room_sureness
from studydag.model.exchange.importing.texts.choices_below import could_be_offered
from studydag.model.exchange.importing.texts.drafts import Draft, with_peeled
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office
from studydag.model.exchange.importing.vocabulary.words import label_at
from studydag.model.rules.written.phase_words import is_break, tells_a_phase
from studydag.model.values.imported import LineKind

# `Crypte: Anna Bos`, `Room 3 – Jan Mos`
_ROOM_AND_MORE: Final = re.compile(r"(?P<room>[^:–—|]{2,30}?)(?::\s+|\s+[–—|-]\s+)(?P<rest>\S.{2,})")
_FEWEST: Final = 2
_LONGEST = 250
_MOST_WORDS, _MOST_LINES = 3, 3


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that begins with a room, or is nothing but one; whom it names behind it, or else what is held there."""

    room: str
    who: Named | None = None
    title: str = ""

    @property
    def is_known(self) -> bool:
        """Whether a word or a number says that it is a room."""
        return names_a_room(self.room) or room_sureness(self.room) is Sureness.SURE


def rooms_lead(rows: Sequence[Row], item: Draft, *, have_rooms: bool) -> Mapping[int, tuple[Draft, int]]:
    """Return what is held in each room, among the lines below a block, with how many lines say it, by their places.

    `Crypte: Anna Bos (Gent)` above `Lezen in de klas`, or `Crypte: Lezen in de klas` above `Anna Bos (Gent)`; or rooms
    alone above or below titles where the block offers a choice. Names that no list knows are rooms where others are.
    `have_rooms`: blocks above say where they are.
    """
    if not rows or is_break(item.title):
        return {}
    heads = {place: head for place in range(len(rows) - 1) if (head := _head(rows, place)) is not None}
    led = {place: head for place, head in heads.items() if head.who is not None or head.title}
    alone = {place: head for place, head in heads.items() if place not in led}
    chosen = led if 0 in led else alone if offers_parallel(item.title) else {}
    rooms = {head.room for head in chosen.values()}
    if 0 not in chosen or len(rooms) < _FEWEST or not any(head.is_known for head in chosen.values()):
        return _above_rooms(rows) or _in_turn(rows, have_rooms=have_rooms) if offers_parallel(item.title) else {}
    return {place: _option(head, rows[place], rows[place + 1]) for place, head in chosen.items()}


def _above_rooms(rows: Sequence[Row]) -> Mapping[int, tuple[Draft, int]]:
    """Return titles each of which has a room of its own below it, perhaps below who leads it, by their places."""
    rooms = [place for place, row in enumerate(rows) if _is_room(row) or _is_called_as_a_room(row)]
    if len({rows[place].text for place in rooms}) < _FEWEST or not any(_is_room(rows[place]) for place in rooms):
        return {}
    begins = [0, *(place + 1 for place in rooms[:-1])]
    are_titles = all(could_be_offered(rows[begin], Sureness.SURE) for begin in begins)
    if not are_titles or not all(0 < room - begin <= _MOST_LINES for begin, room in zip(begins, rooms, strict=True)):
        return {}
    titles = zip(begins, rooms, strict=True)
    return {begin: (_titled(rows[begin], rows[begin].cells[0], rows[room].cells[0]), 1) for begin, room in titles}


def _in_turn(rows: Sequence[Row], *, have_rooms: bool) -> Mapping[int, tuple[Draft, int]]:
    """Return titles below each of which stand who leads it and a room, three lines each, in turn.

    What no list knows may be where somebody is from: one is a room, or all are single words where blocks have rooms.
    """
    groups = [rows[place : place + _MOST_LINES] for place in range(0, len(rows), _MOST_LINES)]
    if len(groups) < _FEWEST or len(groups[-1]) < _MOST_LINES:
        return {}
    for at in (_MOST_LINES - 1, 1):
        names = {group[at].text for group in groups}
        people = (group[_MOST_LINES - at] for group in groups)
        are_led = all(speaker_of(row.text).sureness is Sureness.SURE for row in people)
        are_known = any(room_sureness(name) >= Sureness.LIKELY for name in names)
        are_known = are_known or (have_rooms and not any(" " in name for name in names))
        are_rooms = are_known and all(map(_could_be_called, names)) and not any(map(tells_an_office, names))
        if are_led and are_rooms and all(could_be_offered(group[0], Sureness.SURE) for group in groups):
            return {place * _MOST_LINES: (_of_three(group, at), _MOST_LINES) for place, group in enumerate(groups)}
    return {}


def _is_room(row: Row) -> bool:
    """Whether a line is a room and nothing else."""
    text = row.cells[0].strip(" :")
    is_other = row.bullet or row.table or len(row.filled) > 1 or ":" in text
    return not is_other and room_sureness(text) is Sureness.SURE


def _is_called_as_a_room(row: Row) -> bool:
    """Whether a line is called as rooms are, beside others: `Columbia A`."""
    text = row.cells[0]
    is_named = all(word[:1].isupper() or word[:1].isdigit() for word in text.split())
    is_short = is_named and len(text.split()) <= _MOST_WORDS and not row.bullet and len(row.filled) == 1
    return is_short and room_sureness(text) is Sureness.LIKELY and people_in(text).sureness < Sureness.LIKELY


def _head(rows: Sequence[Row], place: int) -> _Head | None:
    """Return the room that a line begins with, if the next line is what is held there."""
    row, following = rows[place], rows[place + 1]
    if row.bullet or row.table or len(row.filled) > 1:
        return None
    text = row.cells[0].strip(" :")
    if _is_room(row):
        return _Head(text) if could_be_offered(following, Sureness.SURE) else None
    found = _ROOM_AND_MORE.fullmatch(text)
    if found is None or not _could_be_called(found["room"]):
        return None
    who = speaker_of(found["rest"].rstrip(" :"))
    if who.sureness is Sureness.SURE:
        return _Head(found["room"], who) if _is_told(following) else None
    is_led = not (following.bullet or following.after_gap) and speaker_of(following.text).sureness is Sureness.SURE
    return _Head(found["room"], title=found["rest"]) if is_led else None


def _could_be_called(room: str) -> bool:
    """Whether a room could be called so: a short name of nobody, that says nothing else."""
    is_other = (
        label_at(f"{room}: x") is not None
        or option_label(f"{room}: x")
        or numbers_a_series(room)
        or offers_parallel(room)
        or tells_a_phase(room)
        or people_in(room).sureness is Sureness.SURE
    )
    return names_a_room(room) or (room[:1].isupper() and len(room.split()) <= _MOST_WORDS and not is_other)


def _is_told(row: Row) -> bool:
    """Whether the line below who speaks in a room is what they speak of."""
    text = row.text.strip()
    is_other = (
        row.bullet or row.table or row.after_gap or len(row.filled) > 1 or text.endswith(":") or len(text) > _LONGEST
    )
    return not is_other and not (
        is_section(text)
        or is_footer(text)
        or label_at(text) is not None
        or speaker_of(text).sureness is Sureness.SURE
        or room_sureness(text) is Sureness.SURE
        or (_ROOM_AND_MORE.fullmatch(text) is not None and names_a_room(text.partition(":")[0]))
    )


def _option(head: _Head, row: Row, below: Row) -> tuple[Draft, int]:
    """Return an option in the room above or before its title, and how many lines say so."""
    if head.title:
        return _titled(row, head.title, head.room), 1
    both = replace(below, **text_of_both(row, below), line=row.line, after_gap=row.after_gap)
    made = _titled(both, below.cells[0], head.room)
    if head.who is not None:
        made = replace(made, persons=(*head.who.persons, *made.persons), description=head.who.note)
    return made, 2


def _of_three(rows: Sequence[Row], at: int) -> Draft:
    """Return an option from its title, who leads it, and its room, which stands `at` lines below the title."""
    title, *_ = rows
    who = speaker_of(rows[_MOST_LINES - at].text)
    whole = replace(title, **text_of_both(title, replace(rows[1], **text_of_both(rows[1], rows[2]))))
    return replace(_titled(whole, title.cells[0], rows[at].text), persons=who.persons, description=who.note)


def _titled(row: Row, title: str, room: str) -> Draft:
    """Return an option whose title names no room, as that stands elsewhere: `Scholengroep Bos, Noord`."""
    made = with_peeled(Draft(row, LineKind.OPTION), title, commas=False)
    return replace(Draft(row, LineKind.OPTION, title=title) if made.room else made, room=room)
