"""Who and where, by a line of its own below a block: `Door Anna Bos`, `Zaal: Aula`, `Anna Bos, lector`."""

from __future__ import annotations

import re
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.recognising.headings import is_sentence, offers_parallel
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness, without_title
from studydag.model.exchange.importing.recognising.people import Named, listing, people_in
from studydag.model.exchange.importing.recognising.people_with_offices import speaker_of
from studydag.model.exchange.importing.recognising.places import is_hall_of_a_house, room_sureness
from studydag.model.exchange.importing.recognising.sentence_people import people_told
from studydag.model.exchange.importing.texts.asides import (
    aside_of,
    who_and_where,
    who_beside_where,
    without_room_behind,
)
from studydag.model.exchange.importing.texts.drafts import Draft, State
from studydag.model.exchange.importing.texts.going_on import is_in_quotes
from studydag.model.exchange.importing.titles.names_at_edges import named_in_brackets
from studydag.model.exchange.importing.titles.peeled import NOBODY
from studydag.model.exchange.importing.titles.people_behind import BY, labelled_people, led_with, people_within
from studydag.model.exchange.importing.titles.rooms_behind import bare_room, is_sphere
from studydag.model.exchange.importing.vocabulary.offices import (
    begins_with_an_office,
    is_called_a_house,
    says_what_one_does,
)
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import is_break, tells_a_phase
from studydag.model.values.imported import LineKind

# Those are told of as the people of a block: `Welkom door:` above them.
_LEADS_TO_PEOPLE: Final = re.compile(r"\b(?:door|by|durch|von|met|with|mit):$", re.IGNORECASE)
_LABELLED: Final = re.compile(r"(?P<label>[^:]{3,40}): (?P<who>.{4,200})")
_FOR_ONE: Final = re.compile(
    r"chair|moderator|speaker|spreker|voorzitter|dagvoorzitter|gespreksleider|moderation|moderatie|referent",
    re.IGNORECASE,
)
_SHORT: Final = 60
_LONG: Final = 200
_LONGEST_LIST: Final = 120


def who_or_where(row: Row, text: str, state: State, *, is_known: bool) -> Draft | None:
    """A line that names only people, only a room, or begins with a label; `is_known`: it can be no block."""
    label = label_at(row.filled[0] if row.between is Between.BAR else text)
    if label is not None and label[0] in {Role.PERSONS, Role.ROOM, Role.REST}:
        return _labelled(row, text, label)
    aside = aside_of(text)
    if aside is not None and not is_known:
        return Draft(row, LineKind.NOTE, persons=aside.persons, room=aside.room, description=text)
    title = (state.last_item() or state.drafts[-1]).title
    told = people_told(text) if is_sentence(text) and not is_break(title) else ()
    if told:
        return Draft(row, LineKind.NOTE, persons=told, description=text)
    who, where = without_room_behind(text)
    led = _led_by(who)
    if led.persons:
        return Draft(row, LineKind.NOTE, persons=led.persons, room=where, description=led.note)
    if not row.bullet and (others := led_with(who)):
        return Draft(row, LineKind.NOTE, persons=others, room=where, description=text)
    if len(row.filled) > 1 and row.between is not Between.NOTHING:
        both = who_and_where(row.filled)
        return (
            None if both is None else Draft(row, LineKind.NOTE, persons=both.persons, room=both.room, description=text)
        )
    beside = None if row.bullet or offers_parallel(title) else who_beside_where(text)
    if beside is not None:
        return Draft(row, LineKind.NOTE, persons=beside.persons, room=beside.room, description=text)
    within = None if row.after_gap or tells_a_phase(text) else people_within(text)
    if within is not None:
        return Draft(row, LineKind.NOTE, persons=within, description=text)
    # `Receptie` alone is what comes next, and no desk.
    is_called = is_break(text) or (name_sureness(text) is Sureness.SURE and without_title(text) != text)
    room = bare_room(_unwrapped(text))
    is_led_to = room != _unwrapped(text) and room_sureness(room) is Sureness.SURE and not is_sphere(room)
    is_offered = tells_a_phase(text) or offers_parallel(title)
    is_room = room_sureness(text) >= Sureness.SURE or is_led_to or (is_hall_of_a_house(text) and not is_offered)
    if is_room and not is_called and not text.endswith(":"):
        return Draft(row, LineKind.NOTE, room=room)
    return _speaker(row, text, state, is_known=is_known)


def told_further(row: Row, text: str, state: State) -> Draft | None:
    """What a speaker talks of, below a line such as `Anna Bos (Kiel):`; or the rest of what is in quotes."""
    last = state.drafts[-1]
    above = last.row.text
    label = _LABELLED.fullmatch(text)
    who = None if label is None or row.bullet or len(row.filled) > 1 else speaker_of(label["who"].rstrip(","))
    if not row.bullet and len(row.filled) == 1 and (several := labelled_people(text)).persons:
        who = several
    least = Sureness.LIKELY if label is not None and begins_with_an_office(label["label"]) else Sureness.SURE
    if who is not None and who.sureness >= least and not offers_parallel((state.last_item() or last).title):
        # `Predigt: Anna Bos`, `Impuls 1: Dr. Jan Mos, Kiel`
        return Draft(row, LineKind.NOTE, persons=who.persons, description=text)
    if (
        not row.after_gap
        and last.kind is LineKind.NOTE
        and (is_in_quotes(above) or (last.persons and above[-1:] == ":"))
    ):
        return Draft(row, LineKind.NOTE, description=text)
    if (
        tells_a_phase(text)
        or row.bullet
        or not any(draft.row is not row and _leads_to_people(draft) for draft in state.since_last_item())
    ):
        return None
    named = speaker_of(text)
    persons = named.persons if named.sureness is Sureness.SURE else ()
    return Draft(row, LineKind.NOTE, persons=persons, description=text)


def _labelled(row: Row, text: str, label: tuple[Role, str, str]) -> Draft:
    """Return what stands behind a label for people, for a room, or for something else that is told of a block."""
    role, name, rest = label
    if role is Role.REST and _are_surely_people(rest):
        role = Role.PERSONS  # `Deelnemers: Anna Bos (VU), Jan Mos (KPC)`
    if role is Role.PERSONS and (beside := who_beside_where(rest)) is not None:
        return Draft(row, LineKind.NOTE, persons=beside.persons, room=beside.room, description=text)
    if role is Role.PERSONS:
        listed = listing("; ".join((rest, *row.filled[1:])) if row.between is Between.BAR else rest)
        persons = listed.persons[:1] if _is_one_with_house(name, listed) else listed.persons
        is_told = listed.note or len(persons) < len(listed.persons)
        return Draft(row, LineKind.NOTE, persons=persons, description=text if is_told else "")
    if role is Role.ROOM:
        first = rest.partition(", ")[0]
        is_told = len(rest) > _SHORT and room_sureness(first) >= Sureness.LIKELY
        return Draft(row, LineKind.NOTE, room=first if is_told else rest, description=text if is_told else "")
    return Draft(row, LineKind.NOTE, description=text)


def _are_surely_people(text: str) -> bool:
    """Whether a text names several people by their whole names: `Anna Bos (VU), Jan Mos`, not `Rekenen en taal`."""
    named = people_in(text)
    return named.sureness is Sureness.SURE and len(named.persons) > 1 and all(" " in name for name in named.persons)


def _is_one_with_house(label: str, listed: Named) -> bool:
    """Whether behind a label for one person stands who that is, and then where from: `Chair: Dr. Anna Bos, Agogi`."""
    first, *others = listed.persons or ("",)
    is_titled = name_sureness(first) is Sureness.SURE and without_title(first) != first
    are_none = all(name_sureness(other) < Sureness.SURE for other in others)
    return _FOR_ONE.fullmatch(label) is not None and is_titled and bool(others) and are_none


def _led_by(text: str) -> Named:
    """Return who leads by a line that begins with `Door`, `O.l.v.`; in a sentence only who is surely somebody."""
    by = BY.match(text)
    if by is None:
        return NOBODY
    listed = listing(text[by.end() :])
    is_sure = any(name_sureness(person) is Sureness.SURE for person in listed.persons)
    if is_sentence(text) and not is_sure:
        return NOBODY
    return listed if len(text) <= (_LONG if is_sure else _LONGEST_LIST) else NOBODY


def _speaker(row: Row, text: str, state: State, *, is_known: bool) -> Draft | None:
    named = speaker_of(text)
    is_house = not re.search("[,(]", text) and is_called_a_house(text)
    if named.sureness < Sureness.SURE and not row.after_gap and state.drafts[-1].persons and is_house:
        return Draft(row, LineKind.NOTE, description=text)  # `Basisschool De Wilg` below `Anna Bos`
    if named.sureness < Sureness.SURE and (inside := named_in_brackets(text)).persons:
        named = Named((), Sureness.NO) if tells_a_phase(text) else Named(inside.persons, Sureness.LIKELY, text)
    if named.sureness >= Sureness.SURE and not row.after_gap:
        _take_as_subtitle(state)
    is_told = bool(named.note) and says_what_one_does(text.partition(",")[2])
    if named.sureness >= Sureness.SURE or (
        named.sureness >= Sureness.LIKELY and (is_known or is_told or not row.after_gap)
    ):
        return Draft(row, LineKind.NOTE, persons=named.persons, description=named.note)
    return None


def _take_as_subtitle(state: State) -> None:
    """Take a line between a block and the one who speaks for what the block is about: `Impuls 1`, `Blick nach Wien`."""
    if len(state.drafts) > 1:
        before, last = state.drafts[-2:]
        is_alone = last.kind is LineKind.PARKED and not (last.persons or last.room or last.minutes or last.extras)
        if is_alone and before.kind is LineKind.ITEM and not before.persons and not tells_a_phase(last.title):
            last.kind, last.description, last.title = LineKind.NOTE, last.title, ""


def _leads_to_people(draft: Draft) -> bool:
    return draft.row.text.endswith(":") and _LEADS_TO_PEOPLE.search(draft.row.text[-_SHORT:]) is not None


def _unwrapped(text: str) -> str:
    """Return a text without the parentheses round all of it; `Room A (Auditorium)` keeps those that it has."""
    return text.strip("()[] ") if text.startswith(("(", "[")) else text
