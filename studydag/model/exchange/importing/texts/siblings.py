"""Options of one block say who and where in one way: what stands behind a comma in one is known by the others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import listing, people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.title_words import is_title_word
from studydag.model.values.imported import LineKind

_TAIL: Final = re.compile(r",\s+(?P<tail>[^,()\[\]]+(?:\([^()]*\))?)$")
# `vzw Noord`: those who lead need not be called as people are.
_FIRM: Final = re.compile(r"(?:vzw|asbl|npo|bv|stichting|vereniging|team|sectie|vakgroep|werkgroep) [A-ZÀ-Þ]")
# `Directies, tafel 2`: where one sits, if all have such a one.
_TABLE: Final = re.compile(r",\s+(?P<tail>(?:table|tafel|tisch|stehtisch|statafel) (?:\d{1,3}|[A-Z]))$", re.IGNORECASE)
# `Van Eyck – Workshop lezen`, and beside it `Van Dyck – Workshop rekenen`: in which room which of one kind is.
_FRONT: Final = re.compile(r"(?P<front>[A-ZÀ-Þ][^:–—|]{2,25}?)(?:\s+[–—|-]\s+|:\s+)(?P<kind>[^\W\d_]{4,}) (?=\S)")
_CODE: Final = re.compile(r"(?P<code>[A-Z]{0,2}[-.]?\d{3}[a-z]?|[A-Z]\d?\.\d{2,3})(?:\s*[:–—|-])?\s+(?=[A-ZÀ-Þ“„\"‘])")
_KIND: Final = re.compile(r"\w*(?:sessie|session|workshop|atelier|seminar|werkgroep|lezing|vortrag|training|lecture)")
_FIELDS: Final = 6
_ROOM_WORDS, _PERSON_WORDS = 3, 5
_SMALL: Final = frozenset({"het", "in", "met", "voor", "the", "with", "for", "mit", "für", "und", "and", "en", "of"})


def settle_options(drafts: Sequence[Draft]) -> None:
    """Take who and where off the options that still have it behind a comma, where the options beside them tell."""
    rooms = {draft.room.casefold() for draft in drafts if draft.room}
    people = {person.casefold() for draft in drafts for person in draft.persons}
    for options in _groups(drafts):
        for draft in options:
            _take_known(draft, rooms, people - rooms)
        if len(options) > 1:
            _take_tables(options)
            _take_codes(options)
            _take_fronts(options, has_rooms=bool(rooms))
            _take_alike(options)


def have_alike_behind(texts: Sequence[str]) -> bool:
    """Whether options have something short behind a comma each, another one every time: they are told apart by it."""
    tails = [found["tail"].strip() for text in texts if (found := _TAIL.search(text[-80:])) is not None]
    return len({tail.casefold() for tail in tails}) == len(texts) and (
        all(map(_could_be_a_room, tails)) or all(map(_could_be_people, tails))
    )


def _groups(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Return the options of each block that stand in a list below it."""
    groups: list[list[Draft]] = []
    block: Draft | None = None
    above: Draft | None = None
    for draft in drafts:
        if draft.kind in {LineKind.ITEM, LineKind.PARKED}:
            block = draft
        elif draft.kind is LineKind.OPTION and draft.column is None and not draft.row.table:
            if block is not above or not groups:
                groups.append([])
                above = block
            groups[-1].append(draft)
    return groups


def _tail(draft: Draft) -> str:
    found = _TAIL.search(draft.title[-80:])
    tail = "" if found is None else found["tail"].strip()
    return "" if numbers_a_series(tail) else tail


def _cut(draft: Draft) -> None:
    draft.title = draft.title[: draft.title.rindex(",")].rstrip(" ,;–—-")


def _take_known(draft: Draft, rooms: set[str], people: set[str]) -> None:
    for _ in range(_FIELDS):
        tail = _tail(draft)
        if tail and not draft.room and tail.casefold() in rooms:
            _cut(draft)
            draft.room = tail
        elif tail and tail.casefold() in people:
            _cut(draft)
            draft.persons = (tail, *draft.persons)
        else:
            return


def _take_tables(options: Sequence[Draft]) -> None:
    """Take the table at which each is held, where all have another one."""
    tables = [found["tail"] for draft in options if not draft.room and (found := _TABLE.search(draft.title[-80:]))]
    if len({table.casefold() for table in tables}) == len(options):
        for draft, table in zip(options, tables, strict=True):
            _cut(draft)
            draft.room = table


def _take_fronts(options: Sequence[Draft], *, has_rooms: bool) -> None:
    """Take as rooms the names before a dash of which one kind of session goes on, in a text that names rooms.

    Not what sessions are about: `Taal – Workshop lezen`.
    """
    found = [_FRONT.match(draft.title) for draft in options if not draft.room]
    fronts = [each["front"] for each in found if each is not None]
    kinds = {each["kind"].casefold() for each in found if each is not None}
    are_told_apart = (
        len(set(fronts)) == len(options) and len(kinds) == 1 and _KIND.fullmatch(next(iter(kinds))) is not None
    )
    if not has_rooms or not are_told_apart or not all(map(_is_called_as_a_room, fronts)):
        return
    for draft, each in zip(options, found, strict=True):
        if each is not None:
            draft.room, draft.title = each["front"], draft.title[each.start("kind") :]


def _is_called_as_a_room(front: str) -> bool:
    words = front.split()
    is_name = len(words) <= _ROOM_WORDS and not any(map(is_title_word, words)) and words[-1][:1].isupper()
    return is_name and not numbers_a_series(front) and people_in(front).sureness is not Sureness.SURE


def _take_codes(options: Sequence[Draft]) -> None:
    """Take the number of a room in front of each: `B101 Reading aloud`, not `1.1 Reading aloud`."""
    found = [None if draft.room else _CODE.match(draft.title) for draft in options]
    codes = {each["code"] for each in found if each is not None}
    if len(codes) == len(options):
        for draft, each in zip(options, found, strict=True):
            if each is not None:
                draft.room, draft.title = each["code"], draft.title[each.end() :]


def _take_alike(options: Sequence[Draft]) -> None:
    """Take as room or person what stands where most of the others have theirs, or what all of them have alike."""
    bare = not any(draft.room or draft.persons for draft in options)
    if bare and all(_could_be_a_room(_tail(draft)) or _could_be_people(_tail(draft)) for draft in options):
        are_people = 2 * sum(_is_a_name(_tail(draft)) for draft in options) > len(options)
        for draft in options:
            _take(draft, is_room=not are_people and _could_be_a_room(_tail(draft)))
    if any(draft.room or draft.persons for draft in options):
        for draft in options:
            _take_plain(draft)
    have_rooms = 2 * sum(bool(draft.room) for draft in options) >= len(options)
    have_people = 2 * sum(bool(draft.persons) for draft in options) >= len(options)
    for draft in options:
        if have_rooms and not draft.room and _could_be_a_room(_tail(draft)):
            _take(draft, is_room=True)
        if have_people and not draft.persons and _could_be_people(_tail(draft)):
            _take(draft, is_room=False)


def _take_plain(draft: Draft) -> None:
    """Take what can only be a person or a room, and a room behind a person."""
    for _ in range(_FIELDS):
        tail = _tail(draft)
        if not tail:
            return
        before = draft.title[: draft.title.rindex(",")].rsplit(",", 1)
        if people_in(tail).sureness is Sureness.SURE:
            _take(draft, is_room=False)
        elif draft.room or not _could_be_a_room(tail):
            return
        elif room_sureness(tail) >= Sureness.LIKELY or (
            len(before) > 1 and people_in(before[1]).sureness is Sureness.SURE
        ):
            _take(draft, is_room=True)
        else:
            return


def _take(draft: Draft, *, is_room: bool) -> None:
    tail = _tail(draft)
    if not tail:
        return
    _cut(draft)
    if is_room:
        draft.room = tail
    else:
        draft.persons = (*listing(tail).persons, *draft.persons)


def _could_be_a_room(tail: str) -> bool:
    words = tail.split()
    if not words or len(words) > _ROOM_WORDS or tail.endswith(("?", "!")):
        return False
    is_named = tail[:1].isupper() or tail[:1].isdigit() or room_sureness(tail) >= Sureness.LIKELY
    return is_named and people_in(tail).sureness is not Sureness.SURE and not _SMALL & set(words)


def _is_a_name(tail: str) -> bool:
    return people_in(tail).sureness >= Sureness.LIKELY or is_given_name(tail)


def _could_be_people(tail: str) -> bool:
    words = tail.split()
    if not words or len(words) > _PERSON_WORDS or tail.endswith("?") or room_sureness(tail) is Sureness.SURE:
        return False
    return (tail[:1].isupper() or _FIRM.match(tail) is not None) and not _SMALL & set(words)
