"""Finds the room with which a title ends though no mark parts it: `Lunch Twenthezaal`, `Dinner at Noord Castle`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.titles.peeled import (
    COMMA,
    NOTHING_KNOWN,
    PARENTHESIS,
    SEPARATOR,
    Behind,
    Peeled,
    added,
    is_outside,
)
from studydag.model.exchange.importing.titles.rooms_behind import bare_room, is_sphere, leads_there
from studydag.model.exchange.importing.titles.speakers import with_speaker
from studydag.model.exchange.importing.vocabulary.place_words import COMPOUND, WEAK, WORD
from studydag.model.rules.written.phase_words import is_led_by_nobody, tells_a_phase

_IN: Final = re.compile(
    r"(?:^|\s)(?:in (?:de|het|the|der|den|dem)|im|at the|at|op de|op het|auf dem)\s+(?P<room>[^,;()–—:]{3,60})$",
    re.IGNORECASE,
)
_IN_A_ROOM: Final = re.compile(
    r"\s(?:in|im|at|op|auf)\s(?:(?:de|het|the|der|den|dem)\s)?(?P<room>[^,;()–—:]{2,40})$", re.IGNORECASE
)
_AT_BEFORE_COLON: Final = re.compile(r"\sat (?:the )?(?P<room>[A-ZÀ-Þ][^,;()–—:]{3,40})(?=: \S)")
_AT_HOUSE: Final = re.compile(
    r"\s(?:at|in) (?:the )?(?P<room>(?:[A-ZÀ-Þ][\w.'’-]* ){1,3}(?:Castle|Hotel|Plaza|Hall|Inn|Abbey|Palace|Manor|Museum"
    r"|Theatre|House|Club))$"
    r"|\s(?:in|im|bij|at|te)\s(?:(?:de|het|the|der|den|dem)\s)?(?P<served>(?:(?:Grand )?Caf[eé]|Eetcafé|Restaurant"
    r"|Brasserie|Bistro|Hotel|Gasthof|Gasthaus|Trattoria)(?: [A-ZÀ-Þ][\w'’-]*){1,4})$"
)
_GLUED: Final = re.compile(r"(?<=[a-zà-þ]{3})(?=[A-ZÀ-Þ])")
_ENDS_IN_A_ROOM: Final = re.compile(r"\w{2,}(?:zaal|saal|lokaal|aula)", re.IGNORECASE)
_SOMEWHERE: Final = re.compile(r"\s(?:in|im|at|te|op|auf|zu)\s")
# `Opening Nieuw Schoolgebouw` is about it, and `Welkom bij De Aula` goes on.
_NO_ROOM: Final = re.compile(r"(?:nieuwe?|neue[mnrs]?|new)\b", re.IGNORECASE)
_ARTICLES: Final = frozenset(["de", "het", "een", "the", "der", "die", "das", "dem", "den", "bij", "van", "of"])
# `Opening Assembly Auditorium` is no room of that name.
_OPENS: Final = frozenset(["opening", "closing", "morning", "welcome", "final"])
_MEETS: Final = frozenset(["assembly", "ceremony", "plenary", "session", "meeting", "reception", "remarks"])
_NOWHERE: Final = frozenset(["teams", "online", "zoom", "webinar", "livestream"])
_MOST, _SHORT = 200, 2
_LONGEST: Final = 60


def by_room_of_all(peeled: Peeled) -> Peeled | None:
    """Take off where people arrive or pause, behind a dash or a comma: `Registration – City Hotel (centre)`."""
    if peeled.room or len(peeled.title) > _MOST:
        return None
    for separator in (SEPARATOR, COMMA):
        found = [found for found in separator.finditer(peeled.title) if is_outside(peeled.title, found.start())]
        if not found or not found[-1].start():
            continue
        before, last = peeled.title[: found[-1].start()], peeled.title[found[-1].end() :]
        if (room := bare_room(last)) != last and room_sureness(room) is Sureness.SURE and not is_sphere(room):
            return added(peeled, before, room=room)
        bare = PARENTHESIS.sub("", last)
        is_named = separator is SEPARATOR and room_sureness(bare) is Sureness.SURE
        is_hall = _ENDS_IN_A_ROOM.fullmatch(bare.split()[-1] if bare.split() else "") is not None
        is_room = is_named or (is_hall and room_sureness(bare) >= Sureness.LIKELY)
        if is_room and bare[:1].isupper() and is_led_by_nobody(before) and not tells_a_phase(bare):
            return added(peeled, before, room=last if is_named else bare)
    return None


def by_room_behind_a_name(peeled: Peeled) -> Peeled | None:
    """Take off where it is behind who leads: `Vortrag „Lernen“ von Jan Mos in der Aula`."""
    found = None if peeled.room or len(peeled.title) > _MOST else _IN_A_ROOM.search(peeled.title)
    if found is None or not found.start() or is_sphere(found["room"]) or leads_there(found[0]):
        return None
    before = peeled.title[: found.start()]
    is_room = room_sureness(found["room"]) is Sureness.SURE and name_sureness(found["room"]) < Sureness.SURE
    is_led = is_room and bool(with_speaker(Peeled(title=before)).persons)
    return added(peeled, before, room=found["room"].strip()) if is_led else None


def by_glued_room(peeled: Peeled) -> Peeled | None:
    """Take off a room of which the break before it was lost: `General SessionClassroom 106`."""
    if peeled.room or len(peeled.title) > _MOST:
        return None
    for found in _GLUED.finditer(peeled.title):
        before, room = peeled.title[: found.start()], peeled.title[found.start() :]
        is_whole = len(before.split()) > 1 or tells_a_phase(before)
        if is_whole and " " in room and room_sureness(room) is Sureness.SURE and not tells_a_phase(room):
            return added(peeled, before, room=room)
    return None


def by_room_at_end(peeled: Peeled, known: Behind = NOTHING_KNOWN) -> Peeled | None:
    """Take off a hall right behind what all do: `Opening Twenthezaal`, `Lunch Grote Zaal`.

    Where other titles end in a room with its number, so may any: `Using data well Library`.
    """
    words = peeled.title.split() if not peeled.room and len(peeled.title) <= _MOST else []
    for length in (4, 3, 2, 1):
        before, room = " ".join(words[:-length]), " ".join(words[-length:])
        if not before or not all(word[:1].isupper() or word[:1].isdigit() for word in words[-length:]):
            continue
        is_plain = is_led_by_nobody(before) and not _SOMEWHERE.search(f"{before} ") and before[-1].isalpha()
        if length > _SHORT and is_plain and room_sureness(room) is Sureness.SURE:
            return added(peeled, before, room=room)
        if length > _SHORT or not words[-length][:1].isupper():
            continue
        is_hall = COMPOUND.fullmatch(words[-1].casefold()) or (room_sureness(words[-1]) is Sureness.SURE)
        is_hall = is_hall or (known.rooms_at_end and WORD.fullmatch(words[-length]) is not None)
        is_other = (
            ": " in before
            or _NO_ROOM.search(f"{before.split()[-1]} {room}")
            or before.split()[-1].casefold() in _ARTICLES
            or (WEAK.fullmatch(words[-1]) and not known.rooms_at_end)
            or words[-1].casefold() in _NOWHERE
            or tells_a_phase(room)
            or name_sureness(room) is Sureness.SURE
            or (length > 1 and before.casefold() in _OPENS and words[-length].casefold() in _MEETS)
        )
        is_named = words[-1][1:].islower() or (length > 1 and room_sureness(room) is Sureness.SURE)
        is_whole = tells_a_phase(before) and before.split()[-1][:1].isupper()
        is_whole = before[-1:].isalpha() and (is_whole or known.rooms_at_end) and not _SOMEWHERE.search(before)
        if is_hall and not is_other and is_whole and is_named:
            return added(peeled, before, room=room)
    return None


def with_room_at_end(peeled: Peeled) -> Peeled:
    """Note a room behind `in de`, `im` or `at` of which the title says more; the title keeps it."""
    title = peeled.title
    if peeled.room or len(title) > _MOST:
        return peeled
    house = _AT_HOUSE.search(title) or _AT_BEFORE_COLON.search(title)
    if house is not None and (house.re is _AT_HOUSE or room_sureness(house["room"]) is Sureness.SURE):
        return replace(peeled, room=(house["room"] or house["served"]).strip())
    found = _IN.search(title)
    room = "" if found is None else found["room"].strip()
    if found is None or not found.start() or is_sphere(room) or len(room) > _LONGEST or leads_there(found[0]):
        return peeled
    before = title[: found.start()]
    is_named = any(word[:1].isupper() or word[:1] in "„“\"'‘" for word in room.split()[1:])
    is_of_all = tells_a_phase(before) and is_named and room_sureness(room) >= Sureness.LIKELY
    return replace(peeled, room=room) if is_of_all else peeled
