"""Takes off a title what stands behind it: persons, rooms and minutes, each only where it can't be but that."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.people import Sureness, is_nobody, listed_people, name_sureness, people_in
from studydag.model.exchange.importing.places import room_sureness
from studydag.model.exchange.importing.words import Role, label_at, role_of
from studydag.model.rules.durations import read_minutes

_EDGES: Final = " \t–—|·•;,-"
_PARENTHESIS: Final = re.compile(r"\s*(?P<open>[(\[])(?P<inner>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[.;,]?$")
_SEPARATOR: Final = re.compile(r"\s+(?:[–—|·•]|-{1,2}|//?|@)\s+|\s*[|;]\s+|\s+@\s*|(?<=[^\W\d])\s*[–—]\s+|\n")
_COLON: Final = re.compile(r":\s+")
_COMMA: Final = re.compile(r"\s*,\s+")
_BY: Final = re.compile(
    r"(?:^|[\s,;(–—-]+)(?:door|o\.?l\.?v\.?|onder leiding van|onder begeleiding van|o\.?b\.?v\.?|verzorgd door|gegeven door|begeleid door|gepresenteerd door|ingeleid door"
    r"|geleid door|by|led by|presented by|facilitated by|delivered by|hosted by|chaired by|run by|given by|durch|geleitet von|unter (?:der )?leitung von|moderiert von|gehalten von|vorgestellt von|met medewerking van|m\.m\.v\.)\s*:?\s+",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"(?:^|[\s,;(–—-]+)(?:met|mit|with|von|van|i\.?s\.?m\.?|in gesprek met|in conversation with|im gespräch mit|featuring|feat\.|aan het woord|fr(?:om)?)\s*:?\s+", re.IGNORECASE
)
_IN: Final = re.compile(r"(?:^|\s)(?:in|im|at|te|op|on)\s+(?:de|het|the|der|den|dem|our|onze|unserer?)?\s*(?P<room>[^,;()]{2,40})$", re.IGNORECASE)
_LABELLED: Final = re.compile(
    r"(?:^|[\s;,|(–—-]+)(?P<label>[^\W\d][\w/()*: ]{1,24}?)\s*:\s+(?=\S)", re.IGNORECASE
)
_MINUTES: Final = re.compile(
    r"(?:[\s,;:(–—|-]+)(?P<minutes>(?:ca\.? ?|circa ?|± ?)?\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?|['’′])|(?:een )?(?:half uur|halfuur|uur|kwartier)|anderhalf uur|\d(?:[.,]5)? ?(?:uur|u|h|hour|hours|stunde|stunden|std)\.?)\)?\s*$",
    re.IGNORECASE,
)
_MINUTES_FIRST: Final = re.compile(r"^\(?(?P<minutes>\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?|['’′]))\)?\s*[:–—|-]*\s+(?=\S)", re.IGNORECASE)
_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """A title, and what was taken off it."""

    title: str
    persons: tuple[str, ...] = ()
    room: str = ""
    minutes: int | None = None
    description: str = ""


def peel(text: str, *, commas: bool = True, rooms_likely: bool = False) -> Peeled:
    """Take persons, room and minutes off the end of a title.

    Without `commas` a name behind a comma stays. `rooms_likely`: lines around have a room there, so that `203` is one.
    """
    peeled = Peeled(title=text.strip(_EDGES))
    first = _MINUTES_FIRST.match(peeled.title)
    if first is not None and (minutes := read_minutes(first["minutes"])) is not None:
        peeled = replace(peeled, title=peeled.title[first.end() :], minutes=minutes)
    for _ in range(_ROUNDS):
        found = _peeled_once(peeled, commas=commas, rooms_likely=rooms_likely)
        if found is None or not found.title:
            break
        peeled = replace(found, title=found.title.strip(_EDGES))
    return _with_place(peeled)


def cut_minutes(text: str) -> tuple[str, int | None]:
    """Return a title without the duration at its end, and that duration."""
    found = _MINUTES.search(text)
    minutes = None if found is None else read_minutes(re.sub(r"^(?:ca\.?|circa|±) ?", "", found["minutes"]))
    if found is None or minutes is None or not text[: found.start()].strip():
        return text, None
    return text[: found.start()].rstrip(_EDGES + "("), minutes


def _peeled_once(peeled: Peeled, *, commas: bool, rooms_likely: bool) -> Peeled | None:
    return (
        (_by_likely_room(peeled) if rooms_likely else None)
        or _by_label(peeled)
        or _by_parenthesis(peeled)
        or _by_minutes(peeled)
        or _by_preposition(peeled)
        or _by_separator(peeled, _SEPARATOR, Sureness.LIKELY)
        or (_by_separator(peeled, _COMMA, Sureness.SURE) if commas else None)
        or _by_separator(peeled, _COLON, Sureness.SURE)
    )


def _added(peeled: Peeled, title: str, **more: object) -> Peeled:
    persons = more.get("persons", ())
    assert isinstance(persons, tuple)
    return replace(
        peeled,
        title=title.rstrip(_EDGES),
        persons=(*persons, *peeled.persons),
        room=str(more.get("room") or peeled.room),
        description="\n".join(part for part in (str(more.get("description") or ""), peeled.description) if part),
    )


def _by_label(peeled: Peeled) -> Peeled | None:
    """`… Spreker: Jan Jansen`, `… Zaal: Aula`: the last label that says something."""
    for found in reversed(list(_LABELLED.finditer(peeled.title))):
        if not found.start():
            continue
        label = label_at(peeled.title[found.start("label") :])
        if label is None:
            continue
        role, name, rest = label
        before = peeled.title[: found.start()]
        if role is Role.PERSONS:
            return _added(peeled, before, persons=listed_people(rest))
        if role is Role.ROOM:
            return _added(peeled, before, room=rest)
        if role is Role.MINUTES and read_minutes(rest) is not None:
            return replace(_added(peeled, before), minutes=read_minutes(rest))
        if role is Role.REST and role_of(name) is Role.REST and peeled.title[found.start()] in ";|,(–—-":
            return _added(peeled, before, description=f"{name}: {rest}")
    return None


def _by_parenthesis(peeled: Peeled) -> Peeled | None:
    found = _PARENTHESIS.search(peeled.title)
    if found is None or not found.start():
        return None
    inner, before = found["inner"].strip(), peeled.title[: found.start()]
    minutes = read_minutes(re.sub(r"^(?:ca\.?|circa|±|duur:?|dauer:?) ?", "", inner)) if not inner.isdigit() else None
    if minutes is not None and peeled.minutes is None and re.search(r"[^\W\d_]|['’′:]", inner):
        return replace(_added(peeled, before), minutes=minutes)
    if room_sureness(inner) >= Sureness.LIKELY and not peeled.room and not inner.isdigit():
        return _added(peeled, before, room=inner)
    found_people = _people_behind(inner)
    if found_people:
        return _added(peeled, before, persons=found_people)
    return _by_two_in_parentheses(peeled, before, inner)


def _by_two_in_parentheses(peeled: Peeled, before: str, inner: str) -> Peeled | None:
    """`(Jan Jansen, lokaal 3)`, `(lokaal 3 – Jan Jansen)`."""
    parts = [part for part in re.split(r"\s*[,;/|]\s*|\s+[–—-]\s+", inner) if part]
    if len(parts) < 2:
        return None
    rooms = [part for part in parts if room_sureness(part) >= Sureness.LIKELY]
    others = [part for part in parts if part not in rooms]
    if len(rooms) != 1 or peeled.room:
        return None
    persons = _people_behind(", ".join(others))
    return _added(peeled, before, room=rooms[0], persons=persons) if persons else None


def _people_behind(text: str) -> tuple[str, ...]:
    """Return the people of a text behind a title, with or without a word before them; nothing where it is no name."""
    by = _BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    label = label_at(text)
    if label is not None and label[0] is Role.PERSONS:
        return listed_people(label[2])
    with_ = _WITH.match(text)
    found = people_in(text if with_ is None else text[with_.end() :])
    return found.persons if found.sureness >= Sureness.LIKELY else ()


def _led_by(text: str) -> tuple[str, ...]:
    """Return who leads: names, or what begins with a capital and is no sentence."""
    found = people_in(text)
    if found.sureness >= Sureness.LIKELY:
        return found.persons
    if is_nobody(text) or len(text) > 80:
        return ()
    first = text.split()[0] if text.split() else ""
    is_named = first[:1].isupper() and len(text.split()) <= 6 and not re.search(r"[.!?:]\s", text)
    persons = listed_people(text) if is_named else ()
    return persons if persons and name_sureness(persons[0]) >= Sureness.PERHAPS else ()


def _by_minutes(peeled: Peeled) -> Peeled | None:
    if peeled.minutes is not None:
        return None
    before, minutes = cut_minutes(peeled.title)
    return None if minutes is None else replace(_added(peeled, before), minutes=minutes)


def _by_preposition(peeled: Peeled) -> Peeled | None:
    title = peeled.title
    for found in reversed(list(_BY.finditer(title))):
        persons = _led_by(title[found.end() :])
        if persons and found.start():
            return _added(peeled, title[: found.start()], persons=persons)
    for found in reversed(list(_WITH.finditer(title))):
        named = people_in(title[found.end() :])
        if named.sureness >= Sureness.SURE and found.start():
            return _added(peeled, title[: found.start()], persons=named.persons)
    return None


def _by_separator(peeled: Peeled, separator: re.Pattern[str], sureness: Sureness) -> Peeled | None:
    """Take off the piece behind the last separator, if it is a room or people; people may be several pieces."""
    places = list(separator.finditer(peeled.title))
    if not places or not places[-1].start():
        return None
    last = peeled.title[places[-1].end() :]
    if not peeled.room and room_sureness(last) >= _for_room(separator, last):
        return _added(peeled, peeled.title[: places[-1].start()], room=last)
    for found in places[:1] if len(places) == 1 else places:
        if not found.start():
            continue
        named = _people_by_word(peeled.title[found.end() :], sureness)
        if named:
            return _added(peeled, peeled.title[: found.start()], persons=named)
    return None


def _by_likely_room(peeled: Peeled) -> Peeled | None:
    last = list(_COMMA.finditer(peeled.title))
    if peeled.room or not last or not last[-1].start():
        return None
    text = peeled.title[last[-1].end() :]
    return _added(peeled, peeled.title[: last[-1].start()], room=text) if room_sureness(text) >= Sureness.LIKELY else None


def _for_room(separator: re.Pattern[str], text: str) -> Sureness:
    """A number alone is a room behind a dash or a comma only where nothing else is meant by it."""
    if separator is _COLON or text.isdigit():
        return Sureness.SURE
    return Sureness.SURE if separator is _COMMA and " " in text else Sureness.LIKELY


def _people_by_word(text: str, sureness: Sureness) -> tuple[str, ...]:
    by = _BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    named = people_in(text)
    return named.persons if named.sureness >= sureness else ()


def _with_place(peeled: Peeled) -> Peeled:
    """Note the room that a title names, as in `Koffie in de aula`; the title keeps it."""
    if peeled.room:
        return peeled
    found = _IN.search(peeled.title)
    if found is None or not found.start() or room_sureness(found["room"]) < Sureness.SURE or _is_sphere(found["room"]):
        return peeled
    return replace(peeled, room=found["room"].strip())


def _is_sphere(room: str) -> bool:
    """Whether it is where things happen in general, as in `digital in the classroom`."""
    return re.fullmatch(r"(?:class ?room|klas|klaslokaal|school|klassenzimmer|room|ruimte|raum|online|teams|bar|haus|lab|library|building|zaal|gebouw)", room.strip(), re.IGNORECASE) is not None
