"""What stands in the cells behind a title: who leads it and where it is, by itself or by the cells of other lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.headings import is_sentence, numbers_a_series
from studydag.model.exchange.importing.recognising.names import PARTICLES, Sureness, is_nobody
from studydag.model.exchange.importing.recognising.people import listing, people_in
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.texts.drafts import Draft
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.titles.rooms_behind import bare_room
from studydag.model.exchange.importing.vocabulary.given_names import is_given_name
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import brings_all_together, is_break, is_led_by_nobody

_ASKS: Final = re.compile(r"[?!](?:\s|$)")
LONGEST, MOST_WORDS = 90, 8
"""A cell that is longer tells something, and names neither people nor a room."""
MOST_EXTRAS: Final = 24
"""Of so many cells behind a title it is asked what they are; more are told as they stand."""
_PAIR: Final = 2
_PLAIN: Final = 3
"""How much a cell counts that is surely a name or a room."""
_SHORT: Final = 3
"""How many words a room has at most that isn't known as one."""


@dataclass(slots=True)
class _Usual:
    """What the cells of all lines say: how often a column has rooms or people, and which rooms and people there are.

    `named_rooms` are rooms by where they stand, even if they are called as people are. `who_first` is whether of two
    cells the first says who and the second where; None where the lines don't tell. `alone_where` is whether a cell that
    stands alone behind its title says where.
    """

    rooms: Counter[int] = field(default_factory=Counter)
    people: Counter[int] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    known_rooms: set[str] = field(default_factory=set)
    known_people: set[str] = field(default_factory=set)
    who_first: bool | None = None
    full_names: bool = False
    named_rooms: set[str] = field(default_factory=set)
    only_rooms: bool = False
    alone_where: bool = False


def sort_extras(drafts: Iterable[Draft]) -> None:
    """Say of each cell behind a title whether it names people or a room, by itself or by the cells above and below."""
    drafts = list(drafts)
    with_extras = [draft for draft in drafts if draft.extras]
    for draft in with_extras:
        told, draft.extras = draft.extras[MOST_EXTRAS:], draft.extras[:MOST_EXTRAS]
        draft.description = "\n".join(part for part in (draft.description, *told) if part)
    usual = _usual(drafts, with_extras)
    for draft in with_extras:
        still_wanted()
        _sort(draft, usual)
        draft.extras = ()


def _usual(drafts: Sequence[Draft], with_extras: Sequence[Draft]) -> _Usual:
    usual = _Usual(known_rooms={draft.room.casefold() for draft in drafts if draft.room})
    at_breaks: set[str] = set()
    for draft in with_extras:
        for place, text in enumerate(draft.extras):
            _count(usual, place, text)
        at_breaks |= {text.casefold() for text in draft.extras if is_break(draft.title) and not set(text) & set(",(")}
    usual.named_rooms = {
        text for text in at_breaks if usual.texts[text] > 1 + is_given_name(text.split()[0]) + ("-" in text)
    }
    usual.only_rooms = any(usual.rooms.values()) and not usual.known_people
    pairs = [
        (cells[0], cells[1])
        for draft in with_extras
        if len(cells := _naming(draft.extras)) == _PAIR == len(draft.extras)
    ]
    usual.who_first = _who_first(pairs)
    if usual.who_first is not None:
        for who, where in pairs if usual.who_first else [pair[::-1] for pair in pairs]:
            if people_in(where).sureness is not Sureness.SURE or usual.texts[where.casefold()] > 1:
                usual.named_rooms.add(where.casefold())
            usual.known_people.update(person.casefold() for person in listing(who).persons)
    usual.known_rooms |= usual.named_rooms
    usual.known_people -= usual.known_rooms
    usual.full_names = len(usual.known_people) > 1 and all(" " in person for person in usual.known_people)
    alone = [draft.extras[0] for draft in with_extras if len(draft.extras) == 1 == len(_naming(draft.extras))]
    usual.alone_where = usual.who_first is not None and len(pairs) >= _PAIR and _say_where(alone, usual)
    return usual


def _say_where(alone: Sequence[str], usual: _Usual) -> bool:
    """Whether cells that stand alone are rooms: several are, hardly one could be a name, and none surely is one.

    Where two cells say who and where, a line with one of them leaves out who leads it rather than where it is.
    """
    others = [text for text in alone if text.casefold() not in usual.known_rooms]
    named = [people_in(text).sureness for text in others]
    people = sum(sureness >= Sureness.LIKELY for sureness in named)
    rooms = [
        text
        for text in alone
        if text not in others
        or _kind_of(text) is Role.ROOM
        or (len(text.split()) == 1 and text[:1].isupper() and not is_given_name(text))
    ]
    return Sureness.SURE not in named and len(rooms) >= max(_SHORT, _PAIR * people)


def _count(usual: _Usual, place: int, text: str) -> None:
    kind = _kind_of(text)
    usual.rooms[place] += kind is Role.ROOM
    usual.people[place] += kind is Role.PERSONS
    usual.texts[text.casefold()] += 1
    if kind is Role.ROOM and room_sureness(text) is Sureness.SURE:
        usual.known_rooms.add(text.casefold())
    elif kind is Role.PERSONS and people_in(text).sureness is Sureness.SURE:
        usual.known_people.update(person.casefold() for person in people_in(text).persons)


def _naming(cells: Sequence[str]) -> list[str]:
    """Return the cells that may name people or a room: no durations, labels or sentences, and not `n.n.`."""
    return [
        text
        for text in cells
        if len(text) <= LONGEST
        and not is_sentence(text)
        and label_at(text) is None
        and not is_nobody(text)
        and (text.isdigit() or read_minutes(text) is None)
    ]


def _who_first(pairs: Sequence[tuple[str, str]]) -> bool | None:
    """Whether the first of two cells says who, by the pairs of which one cell or both are plain."""
    votes = [vote for first, second in pairs if (vote := _vote(first, second) - _vote(second, first))]
    ahead = sum(vote for vote in votes if vote > 0)
    behind = -sum(vote for vote in votes if vote < 0)
    if max(ahead, behind) <= _PLAIN or 2 * min(ahead, behind) > max(ahead, behind):
        return _others_stand_first(pairs)
    return ahead > behind


def _others_stand_first(pairs: Sequence[tuple[str, str]]) -> bool | None:
    """Whether the second of two cells is always the same, and the first another: who changes, and where does not."""
    firsts, seconds = ({pair[place] for pair in pairs} for place in (0, 1))
    if len(pairs) < _PAIR or sorted((len(firsts), len(seconds))) != [1, len(pairs)]:
        return None
    (same,) = firsts if len(firsts) == 1 else seconds
    return None if people_in(same).sureness is Sureness.SURE else len(seconds) == 1


def _vote(who: str, where: str) -> int:
    """Say how much speaks for a cell to be who, and another to be where; an unknown name of two words says little."""
    person, room = people_in(who).sureness, room_sureness(where)
    by_name = _PLAIN if person is Sureness.SURE else int(person is Sureness.LIKELY)
    return by_name + (_PLAIN if room is Sureness.SURE else 2 * int(room is Sureness.LIKELY))


def _kind_of(text: str) -> Role | None:
    room, named = room_sureness(text), people_in(text).sureness
    if room > named and room >= Sureness.LIKELY:
        return Role.ROOM
    is_listed = (
        room is Sureness.NO
        and len(text) <= LONGEST
        and any(people_in(part).sureness is Sureness.SURE for part in text.split(", "))
    )
    return Role.PERSONS if named >= Sureness.LIKELY or is_listed else None


def _sort(draft: Draft, usual: _Usual) -> None:
    kinds = _kinds(draft, usual)
    for text, kind in zip(draft.extras, kinds, strict=True):
        label = label_at(text)
        minutes = read_minutes(text) if not text.isdigit() else None
        if is_nobody(text):
            continue
        if label is not None and label[0] is not Role.REST:
            _take(draft, label[0], label[2])
        elif minutes is not None and draft.minutes is None:
            draft.minutes = minutes
        else:
            _take(draft, kind, text)


def _kinds(draft: Draft, usual: _Usual) -> list[Role | None]:
    """Say what each cell behind one title is."""
    kinds = [_known(text, usual) or _kind_of(text) for text in draft.extras]
    if usual.who_first is not None and len(draft.extras) == _PAIR == len(_naming(draft.extras)):
        who, where = draft.extras if usual.who_first else draft.extras[::-1]
        is_other_way = room_sureness(who) is Sureness.SURE and people_in(where).sureness is Sureness.SURE
        return [Role.PERSONS, Role.ROOM] if usual.who_first is not is_other_way else [Role.ROOM, Role.PERSONS]
    has_room = any(
        kind is Role.ROOM and (room_sureness(text) is Sureness.SURE or text.casefold() in usual.known_rooms)
        for text, kind in zip(draft.extras, kinds, strict=True)
    )
    for place, text in enumerate(draft.extras):
        kind = kinds[place]
        if kind is None:
            kinds[place] = _beside_a_room(text) if has_room else _guess(text, draft, place, usual)
        elif kind is Role.PERSONS and people_in(text).sureness is Sureness.LIKELY and not has_room:
            # Where others have their room, an unknown name of two words is one; nobody leads a break.
            is_elsewhere = usual.rooms[place] > 2 * usual.people[place]
            kinds[place] = Role.ROOM if is_elsewhere or _is_rather_a_room(text, draft, usual) else kind
    return kinds


def _is_rather_a_room(text: str, draft: Draft, usual: _Usual) -> bool:
    """Whether an unknown name of two words is where a break is held, or where only rooms are told at all."""
    words = text.split()
    is_name = text.casefold() in usual.known_people or "," in text or "(" in text or PARTICLES & set(words)
    if is_name or is_given_name(words[0]):
        return False
    return (
        is_led_by_nobody(draft.title)
        or usual.only_rooms
        or (usual.alone_where and len(draft.extras) == 1)
        or (not usual.known_people and usual.texts[text.casefold()] > 1)
    )


def _known(text: str, usual: _Usual) -> Role | None:
    """Say what a cell is that stands on another line as well, where that is plain."""
    if text.casefold() in usual.known_rooms:
        is_name = people_in(text).sureness is Sureness.SURE and text.casefold() not in usual.named_rooms
        return None if is_name else Role.ROOM
    if text.casefold() in usual.known_people and room_sureness(text) is not Sureness.SURE:
        return Role.PERSONS
    return None


def _beside_a_room(text: str) -> Role | None:
    """Say what a cell is beside one that is surely a room: who leads, by whatever name, unless it tells something."""
    return None if is_sentence(text) or len(text.split()) > MOST_WORDS or len(text) > LONGEST else Role.PERSONS


def _take(draft: Draft, kind: Role | None, text: str) -> None:
    if kind is Role.ROOM and not draft.room:
        draft.room = bare_room(text)
    elif kind is Role.PERSONS and (draft.room or room_sureness(text) <= people_in(text).sureness):
        _take_people(draft, text)
    elif kind is Role.TITLE:
        draft.title = f"{draft.title} | {text}" if draft.row.between.value == "bar" else f"{draft.title} {text}"
    else:
        draft.description = "\n".join(part for part in (draft.description, text) if part)


def _take_people(draft: Draft, text: str) -> None:
    """`Jan Jansen, lokaal 3` in one cell has a room behind the people."""
    peeled = peel(text) if "," in text else None
    if peeled is not None and peeled.room and not draft.room:
        who = text.removesuffix(peeled.room).rstrip(" ,")
        if not peeled.persons or people_in(who).sureness is Sureness.SURE:
            draft.room, text = peeled.room, who if peeled.persons else peeled.title
    found = listing(text)
    # Whom the title names already is not named twice.
    named = tuple(
        person for person in draft.persons if not any(person in each or each in person for each in found.persons)
    )
    draft.persons = (*named, *found.persons)
    draft.description = "\n".join(part for part in (draft.description, found.note) if part)


def _guess(text: str, draft: Draft, place: int, usual: _Usual) -> Role | None:
    """Guess what a cell is that doesn't say so itself; long text describes, and a lower-case piece goes on."""
    if is_sentence(text) or len(text) > LONGEST:
        return None
    if _ASKS.search(text) or any(map(numbers_a_series, text.split(","))):
        # `Dialoog | Voor wie?`, `Leren  Workshops, ronde 2`: the title goes on.
        return None if draft.row.between.is_table else Role.TITLE
    if text[:1].islower() and people_in(text).sureness is Sureness.NO and room_sureness(text) is Sureness.NO:
        is_parted = not draft.row.between.is_table and all(each[:1].islower() for each in draft.extras[: place + 1])
        is_broken = 1 < len(draft.extras) <= MOST_WORDS and all(each[:1].islower() for each in draft.extras)
        if is_parted and (usual.rooms[place] == usual.people[place] == 0 or is_broken):
            return Role.TITLE
        if usual.rooms[place] <= usual.people[place] == 0:
            return None
    named = _by_its_words(text, draft, usual)
    if named is not None:
        return named
    words = text.split()
    if usual.rooms[place] != usual.people[place]:
        return Role.ROOM if usual.rooms[place] > usual.people[place] else Role.PERSONS
    if room_sureness(text) >= Sureness.LIKELY or (usual.texts[text.casefold()] > 1 and len(words) <= _SHORT):
        return Role.ROOM
    if len(draft.extras) > 1 and place == len(draft.extras) - 1 and draft.extras[0] != text and len(words) <= _SHORT:
        return Role.ROOM
    return Role.PERSONS if len(words) <= MOST_WORDS and text[:1].isupper() else None


def _by_its_words(text: str, draft: Draft, usual: _Usual) -> Role | None:
    """Say what a short cell is: a first name is a person; one word beside full names, or at a break, a room.

    So is a cell alone where others are.
    """
    words = text.split()
    if len(words) == 1 and is_given_name(text):
        return Role.PERSONS
    if not text[:1].isupper():
        return None
    if len(words) == 1 and not text.isupper() and (brings_all_together(draft.title) or usual.full_names):
        return Role.ROOM
    is_where = is_led_by_nobody(draft.title) or (usual.alone_where and len(draft.extras) == 1)
    return Role.ROOM if is_where and len(words) <= _SHORT + 2 else None
