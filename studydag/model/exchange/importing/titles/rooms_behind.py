"""Takes a room off a title: in front of it, behind an at sign or a comma, or with its number; or notes it only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.recognising.headings import numbers_a_series, option_label
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.recognising.places import names_a_room, room_sureness
from studydag.model.exchange.importing.titles.peeled import (
    COLON,
    COMMA,
    EDGES,
    PARENTHESIS,
    SEPARATOR,
    Peeled,
    added,
    is_outside,
)
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office
from studydag.model.exchange.importing.vocabulary.place_words import HOUSE, NUMBERED, WORD
from studydag.model.rules.written.phase_words import is_break, phase_of
from studydag.model.values.phases import Phase

_NUMBERED_ROOM: Final = re.compile(
    r"(?<=[^\W_]) (?P<room>(?:(?:[Ll]okaal|[Zz]aal|[Ll]eslokaal|[Cc]lassroom|Hörsaal|Seminarraum) [A-Z]?[-.]?\d"
    r"|(?:[Rr]oom|Raum|Saal|Hall) (?:[A-Z]?[-.]?\d(?=\d|[.-]\d)))[\d.-]{0,5}(?<=\d)[a-z]?)$"
)
_NUMBERED_WORD: Final = re.compile(rf"(?:{NUMBERED})\.?\s?[A-Z]?\d", re.IGNORECASE)
_LEADS_TO_A_ROOM: Final = re.compile(
    r"(?:^|\s)(?:in|im|at|te|to|naar|van|of|for|voor|de|het|the|der|den|dem|conference|meeting|seminar|lecture|great|grote"
    r"|kleine|main|und|and|en)$",
    re.IGNORECASE,
)
_AT_SIGN: Final = re.compile(r"(?:^|\s)@\s*(?P<place>[^@,;|()]{2,40})$")
_IN: Final = re.compile(
    r"(?:^|\s)(?:in|im|at|te|op|on)\s+(?P<the>(?:de|het|the|der|den|dem|our|onze|unserer?)\s+)?(?P<room>[^,;()–—]{2,40})$",
    re.IGNORECASE,
)
_INSIDE: Final = re.compile(r"\s\((?P<room>[^()]{3,40})\)(?=:?\s[\w“„‘\"])")
_BEFORE_A_ROOM: Final = re.compile(
    r"^(?:(?:in|im|at|te|op|on)\s+(?:(?:de|het|the|der|den|dem)\s+)?"
    r"|(?:locatie|location|plaats|plek|venue|ort|waar|where|wo)(?:\s*[?:=]\s*|\s+[–—-]\s+|\s+)"
    r"|[@→➡📍📌🏠🏢🏫]\ufe0f?\s*)",
    re.IGNORECASE,
)
_TWO: Final = 2
_HYPHEN: Final = re.compile(r"(?<=[a-z])- (?=[A-Z])")
_LEADING_ROOM: Final = re.compile(r"(?P<room>[^:–—|]{2,30}?)(?::\s+|\s+[–—|]\s+)(?=\S)")


def by_leading_room(peeled: Peeled) -> Peeled:
    """`Aula: Opening`, `Lokaal 3 – Rekenen`."""
    found = _LEADING_ROOM.match(peeled.title)
    if (
        found is None
        or option_label(peeled.title)
        or not names_a_room(found["room"])
        or phase_of(found["room"]) is Phase.BREAK
    ):
        return peeled
    return replace(peeled, title=peeled.title[found.end() :], room=found["room"])


def could_be_a_room(inner: str) -> bool:
    """Whether a text is a room where the lines around have one in its place: a short name of no person."""
    words = inner.split()
    is_name = name_sureness(inner) is Sureness.SURE or "," in inner or inner.isdigit() or tells_an_office(inner)
    return len(words) <= 4 and inner[:1].isupper() and not is_name and not numbers_a_series(inner)


def bare_room(text: str) -> str:
    """Return a room without the words before it: `in de aula`, `Locatie - aula` and `Waar? Aula` are the aula."""
    return _BEFORE_A_ROOM.sub("", text)


def by_at(peeled: Peeled) -> Peeled | None:
    """`Teamtijd @ de werkplek`: what stands behind an at sign is a place, unless it is a name."""
    found = _AT_SIGN.search(peeled.title)
    if found is None or not found.start() or peeled.room:
        return None
    place = found["place"].strip()
    if people_in(place).sureness >= Sureness.LIKELY > room_sureness(place) or len(place.split()) > 4:
        return None
    return added(peeled, peeled.title[: found.start()], room=place)


def by_numbered_room(peeled: Peeled) -> Peeled | None:
    """`Denver Public Schools, Colorado Room 105`: a room with its number needs nothing before it."""
    found = None if peeled.room else _NUMBERED_ROOM.search(peeled.title[-60:])
    before = "" if found is None else peeled.title.removesuffix(found["room"]).rstrip()
    if found is None or not before.strip(EDGES) or _LEADS_TO_A_ROOM.search(before):
        return None
    if any(_NUMBERED_ROOM.search(part) for part in before.split(",")[:-1]):
        return None  # `onderbouw lokaal 3, bovenbouw lokaal 8`
    return added(peeled, before, room=found["room"])


def by_room_with_house(peeled: Peeled) -> Peeled | None:
    """`Welcome, UC, Chandler Ballroom`, `Lunch- University Center, 4th Floor`: a room, told with its house or floor."""
    if peeled.room or "," not in peeled.title:
        return None
    separators = (COMMA, _HYPHEN, SEPARATOR)
    for found in (found for separator in separators for found in separator.finditer(peeled.title)):
        text = peeled.title[found.end() :]
        if found.start() and "," in text and is_outside(peeled.title, found.start()):
            before = SEPARATOR.split(peeled.title[: found.start()])[-1]
            is_named = people_in(text).sureness is Sureness.SURE or room_sureness(before) >= Sureness.LIKELY
            if not is_named and room_sureness(text) is Sureness.SURE:
                return added(peeled, peeled.title[: found.start()], room=text)
    return None


def by_last_room(peeled: Peeled) -> Peeled | None:
    """`Welcome – Dr. Anna Bos, Superintendent – Auditorium`: a room behind the last dash, whatever stands before it."""
    dashes = list(SEPARATOR.finditer(peeled.title))
    if peeled.room or not dashes or PARENTHESIS.search(peeled.title):
        return None
    # `First aid - Sports Hall / Gym`: the room may go on behind a mark itself.
    texts = ((dash, peeled.title[dash.end() :]) for dash in dashes[1 if len(dashes) > _TWO else 0 :] if dash.start())
    begin = next((dash for dash, text in texts if room_sureness(text) is Sureness.SURE), dashes[-1])
    before, last = peeled.title[: begin.start()], peeled.title[begin.end() :]
    is_told = len(dashes) > 1 or "," in before
    if not is_told or room_sureness(last) < Sureness.SURE or numbers_a_series(last) or last.isdigit():
        return None
    return None if name_sureness(last) is Sureness.SURE or is_break(last) else added(peeled, before, room=last)


def by_likely_room(peeled: Peeled) -> Peeled | None:
    """Take off what stands behind the last comma and is likely a room; None where it is something else."""
    last = [found for found in COMMA.finditer(peeled.title) if is_outside(peeled.title, found.start())]
    if peeled.room or not last or not last[-1].start() or SEPARATOR.search(peeled.title, last[-1].end()):
        return None
    text = peeled.title[last[-1].end() :]
    is_name = name_sureness(text) >= Sureness.SURE
    is_named = text[:1].isupper() or is_break(peeled.title[: last[-1].start()])
    is_short = len(text.split()) <= 3 and is_named and not is_name and not _is_enumeration(peeled.title)
    if numbers_a_series(text) or is_break(text) or (room_sureness(text) < Sureness.LIKELY and not is_short):
        return None
    return added(peeled, peeled.title[: last[-1].start()], room=text)


def _is_enumeration(title: str) -> bool:
    """Whether a title ends in several things of the same kind: `Kijken, Proberen, Vragen`."""
    title = PARENTHESIS.sub("", title)
    *_, before, last = ("", *title.rsplit(",", 2)[1:]) if title.count(",") > 1 else ("", "")
    return bool(before.strip()) and len(before.split()) == len(last.split()) == 1


def for_room(separator: re.Pattern[str], text: str) -> Sureness:
    """A number alone is a room behind a dash or a comma only where nothing else is meant by it."""
    if separator is COLON or text.isdigit():
        return Sureness.SURE
    return Sureness.SURE if separator is COMMA and " " in text else Sureness.LIKELY


def with_place(peeled: Peeled) -> Peeled:
    """Note the room that a title names, as in `Werken in groepen in de aula`; the title keeps it."""
    if peeled.room:
        return peeled
    for title in dict.fromkeys((peeled.title, PARENTHESIS.sub("", peeled.title))):
        found = _IN.search(title)
        while found is not None:
            is_sure = room_sureness(found["room"]) is Sureness.SURE or (
                found["the"] and HOUSE.fullmatch(found["room"].strip())
            )
            if found.start() and is_sure and not (is_sphere(found["room"]) or leads_there(found[0])):
                return replace(peeled, room=found["room"].strip())
            found = _IN.search(title, found.start("room"))
    return peeled


def without_room_inside(peeled: Peeled) -> Peeled:
    """Take a room in parentheses out of the midst of a title: `Session 3 (Room 204) Reading for all`."""
    found = None if peeled.room else _INSIDE.search(peeled.title)
    if found is None or not found.start() or room_sureness(found["room"]) < Sureness.SURE:
        return peeled
    is_called = WORD.search(found["room"]) is not None or _NUMBERED_WORD.match(found["room"]) is not None
    if not is_called or is_sphere(found["room"]):
        return peeled
    rest = peeled.title[found.end() :]
    if (who := people_in(rest.strip())).sureness is Sureness.SURE and not rest.startswith(":") and not peeled.persons:
        # `Keynote: Rethinking assessment (Main Auditorium) Prof Anna Bos`
        return added(peeled, peeled.title[: found.start()], room=found["room"].strip(), persons=who.persons)
    title = f"{peeled.title[: found.start()].rstrip()}{rest}"
    return replace(peeled, title=title, room=found["room"].strip())


def leads_there(text: str) -> bool:
    """Whether German says where something goes and not where it is: `in den Ausstellungsraum`, not `in den Räumen`."""
    words = text.split()
    return words[:2] == ["in", "den"] and words[-1][:1].isupper() and not words[-1].endswith("n")


def is_sphere(room: str) -> bool:
    """Whether it is where things happen in general, as in `digital in the classroom`."""
    return (
        re.fullmatch(
            r"(?:class ?room|klas|klaslokaal|school|klassenzimmer|room|ruimte|raum|online|teams|bar|haus|lab|a[345]"
            r"|library|building|zaal|gebouw"
            r"|(?:[\w'’-]+ ){1,3}class ?rooms"
            r"|(?:primary|elementary|secondary|middle|high school|modern|inclusive|digital|diverse|multilingual|virtual"
            r"|mixed|flipped|hybrid) class ?room)",
            room.strip(),
            re.IGNORECASE,
        )
        is not None
    )
