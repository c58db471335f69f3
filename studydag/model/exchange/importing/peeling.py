"""Takes off a title what stands behind it: persons, rooms and minutes, each only where it can't be but that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.exchange.importing.given_names import given_names
from studydag.model.exchange.importing.headings import numbers_a_series, option_label
from studydag.model.exchange.importing.people import (
    Named,
    Sureness,
    is_nobody,
    listing,
    name_sureness,
    people_in,
    speaker_of,
)
from studydag.model.exchange.importing.phase_words import is_break, phase_of, tells_a_phase
from studydag.model.exchange.importing.places import counts_rooms, names_a_room, room_sureness
from studydag.model.exchange.importing.title_words import is_title_word
from studydag.model.exchange.importing.words import Role, label_at, role_of
from studydag.model.rules.durations import read_minutes
from studydag.model.values.phases import Phase

_EDGES: Final = " \t–—|·•;,-"
_PARENTHESIS: Final = re.compile(r"\s*(?P<open>[(\[])(?P<inner>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*[.;,]?$")
_SEPARATOR: Final = re.compile(r"\s+(?:[–—|·•]|-{1,2}|//?|@)\s+|\s*[|;]\s+|\s+@\s*|(?<=[^\W\d])\s*[–—]\s+|\n")
_PARTED_MINUTES: Final = re.compile(
    r"(?P<rest>.+?)[,;/–-]\s*(?P<minutes>\d{1,3} ?(?:min(?:\.|uten|uut|utes)?|['’\u2032]))"
)
_AT_SIGN: Final = re.compile(r"(?:^|\s)@\s*(?P<place>[^@,;|()]{2,40})$")
_COLON: Final = re.compile(r":\s+")
_COMMA: Final = re.compile(r"\s*,\s+")
BY: Final = re.compile(
    r"(?:^|[\s,;(–—-]+)(?:door|o\.?l\.?v\.?|onder leiding van|onder begeleiding van|o\.?b\.?v\.?"
    r"|verzorgd door|gegeven door|begeleid door|gepresenteerd door|ingeleid door"
    r"|geleid door|by|led by|presented by|facilitated by|delivered by|hosted by|chaired by|run by"
    r"|given by|durch|geleitet von|unter (?:der )?leitung von|moderiert von|gehalten von"
    r"|vorgestellt von|met medewerking van|m\.m\.v\.)\s*:?\s+",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"(?:^|[\s,;(–—-]+)(?:met (?:m\.m\.v\.|o\.a\.|onder andere|onder meer|inleiding van|medewerking van)|met"
    r"|u\.a\. mit|mit|with"
    r"|von|van|i\.?s\.?m\.?|in gesprek met|in conversation with|including|im gespräch mit|featuring|feat\."
    r"|aan het woord|fr(?:om)?)\s*:?\s+",
    re.IGNORECASE,
)
BY_OR_WITH: Final = re.compile(rf"(?:{BY.pattern})|(?:{_WITH.pattern})", re.IGNORECASE)
_IN: Final = re.compile(
    r"(?:^|\s)(?:in|im|at|te|op|on)\s+(?:(?:de|het|the|der|den|dem|our|onze|unserer?)\s+)?(?P<room>[^,;()–—]{2,40})$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(r"(?:^|[\s;,|(–—-]+)(?P<label>[^\W\d][\w/()*: ]{1,24}?)\s*:\s+(?=\S)", re.IGNORECASE)
_MINUTES: Final = re.compile(
    r"(?:[\s,;:(–—|-]+)(?P<minutes>(?:ca\.? ?|circa ?|± ?)?\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?"
    r"|['’\u2032])|(?:een )?(?:half uur|halfuur|uur|kwartier)|anderhalf uur|\d(?:[.,]5)? ?(?:uur|u|h|hour"
    r"|hours|stunde|stunden|std)\.?)\)?\s*$",
    re.IGNORECASE,
)
# In `Een boek in 10 minuten` the minutes are part of the title.
_SPEECH: Final = re.compile(
    r"(?:^|[:–—-] )(?i:(?:opening|slot|hoofd|inspiratie|plenaire )?(?:keynote|lezing|toespraak|speech|presentatie"
    r"|vortrag|impuls|rede|talk|lecture|gastspreker|inleiding|masterclass)(?:[ -]?(?:spreker|speaker|speech|by)s?)?)"
    r":?\s+(?P<who>[A-ZÀ-Þ].{3,50})$"
)
_ABOUT: Final = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^:;,()|]{1,50}?) (?:over|on|about|über|zu|vertelt over|talks about) .{3,}"
)
_LASTING_OF: Final = re.compile(
    r"(?<!\w)(?:in|binnen|within|van|voor|of|for|per|elke|every|alle|eerste|first|last|laatste|na|after|nach|mit|met|with"
    r"|de|the|den|die|auf|op|meer dan|over)$",
    re.IGNORECASE,
)
_MINUTES_FIRST: Final = re.compile(
    r"^\(?(?P<minutes>\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?|['’\u2032]))\)?\s*[:–—|-]*\s+(?=\S)", re.IGNORECASE
)
_LEADING_ROOM: Final = re.compile(r"(?P<room>[^:–—|]{2,30}?)(?::\s+|\s+[–—|]\s+)(?=\S)")
_LEADING_PERSON: Final = re.compile(r"(?P<who>[A-ZÀ-Þ][^:–—|]{4,60}?)(?::\s+|\s+[–—-]\s+)(?=\S)")
_WITHIN: Final = re.compile(
    r"(?P<what>.{4,80}?) (?:door|by|van|von|durch|met|with|mit) (?P<who>[A-ZÀ-Þ].{3,50}?)"
    r" (?P<of>(?:over|on|about|über|zum?|zur) .+)"
)
_QUOTED: Final = re.compile(
    r"(?P<title>(?:[^‘“„\"«]{0,60}:? ?)[‘“„\"«].{3,}[’”“\"»])[.,]?\s+"
    r"(?P<who>[^‘“„\"«’”»]{4,200})"
)
_OVER_QUOTED: Final = re.compile(
    r"(?P<who>[^‘“„\"«:]{4,200}?),? (?:over|on|about|über|zum thema):? ?"
    r"(?P<title>[‘“„\"«].{3,}[’”“\"»])\.?",
    re.IGNORECASE,
)
_TAIL: Final = 80
"""In how many characters at the end of a title a duration is looked for."""
MOST_CHARACTERS = 1000
"""A longer line is no title with something behind it, and taking it apart would last."""
_ROUNDS: Final = 8
_NOBODY: Final = Named((), Sureness.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peeled:
    """A title, and what was taken off it."""

    title: str
    persons: tuple[str, ...] = ()
    room: str = ""
    minutes: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What the lines around have behind a comma or a dash, so that less sure readings are taken for it too."""

    rooms: bool = False
    people: bool = False
    rooms_before_people: bool = False
    people_by_dash: bool = False
    rooms_in_parentheses: bool = False
    names_by_dash: bool = False


NOTHING_KNOWN: Final = Behind()


def behind(texts: Sequence[str]) -> Behind:
    """Look what stands behind the last comma or dash of several titles."""
    comma = [text.rsplit(",", 1)[-1].strip() for text in texts if "," in text]
    dash = [pieces[-1] for text in texts if len(pieces := _SEPARATOR.split(text)) > 1]
    before = [pieces[-2].strip() for text in texts if len(pieces := text.split(",")) > 2]
    inner = [found["inner"].strip() for text in texts if (found := _PARENTHESIS.search(text)) is not None]
    rooms_inside = [text for text in inner if room_sureness(text) >= Sureness.LIKELY]
    people_inside = [text for text in inner if people_in(text).sureness is Sureness.SURE]
    rooms_before = [text for text in before if room_sureness(text) >= Sureness.LIKELY]
    rooms = [text for text in comma if room_sureness(text) >= Sureness.LIKELY]
    people = [text for text in comma if people_in(text).sureness >= Sureness.LIKELY]
    by_dash = [text for text in dash if people_in(text).sureness >= Sureness.LIKELY]
    return Behind(
        rooms=len(rooms) >= max(2, len(comma) / 2),
        people=len(people) >= max(2, len(comma) / 2),
        rooms_before_people=len(rooms_before) >= max(1, len(before) / 2),
        people_by_dash=len(by_dash) >= max(2, len(dash) / 2),
        names_by_dash=len(by_dash) >= max(4, len(dash) * 0.7),
        rooms_in_parentheses=len(rooms_inside) >= max(2, len(people_inside) * 2, len(inner) / 3),
    )


def peel(text: str, *, commas: bool = True, known: Behind = NOTHING_KNOWN) -> Peeled:
    """Take persons, room and minutes off the end of a title; without `commas` a name behind a comma stays."""
    peeled = Peeled(title=text.strip(_EDGES))
    if len(text) > MOST_CHARACTERS:
        return peeled
    first = _MINUTES_FIRST.match(peeled.title)
    if first is not None and (minutes := read_minutes(first["minutes"])) is not None:
        peeled = replace(peeled, title=peeled.title[first.end() :], minutes=minutes)
    peeled = _by_leading_person(_by_leading_room(_over_quoted(peeled)))
    for _ in range(_ROUNDS):
        found = _peeled_once(peeled, commas=commas, known=known)
        if found is None or not found.title:
            break
        peeled = replace(found, title=found.title.strip(_EDGES))
    return _with_speaker(_with_place(peeled))


def cut_minutes(text: str) -> tuple[str, int | None]:
    """Return a title without the duration at its end, and that duration."""
    start = max(0, len(text) - _TAIL)
    found = _MINUTES.search(text[start:])
    minutes = None if found is None else read_minutes(re.sub(r"^(?:ca\.?|circa|±) ?", "", found["minutes"]))
    if found is None or minutes is None:
        return text, None
    before = text[: start + found.start()]
    if not before.strip() or before.count("(") > before.count(")"):
        return text, None
    is_parted = re.search(r"[^\w\s]", found[0][: found.start("minutes") - found.start()]) is not None
    if not is_parted and _LASTING_OF.search(before[-_TAIL:]):
        return text, None
    return before.rstrip(_EDGES + "("), minutes


def _over_quoted(peeled: Peeled) -> Peeled:
    """`Anna Bos, hoogleraar te Utrecht, over: ‘De waarde van lezen’`: what is in quotes is the title."""
    told = _OVER_QUOTED.fullmatch(peeled.title)
    who = None if told is None else speaker_of(told["who"])
    if told is None or who is None or who.sureness < Sureness.SURE:
        return peeled
    return replace(peeled, title=told["title"], persons=who.persons, description=who.note)


def _by_leading_room(peeled: Peeled) -> Peeled:
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


def _by_leading_person(peeled: Peeled) -> Peeled:
    """`Dr. Femi Balogun: The science of attention`."""
    found = _LEADING_PERSON.match(peeled.title)
    if found is None or " " not in found["who"].strip():
        return peeled
    named, rest = people_in(found["who"]), peeled.title[found.end() :]
    if named.sureness < Sureness.SURE or len(rest.split()) < 2 or people_in(rest).sureness >= Sureness.LIKELY:
        return peeled
    if room_sureness(_PARENTHESIS.sub("", rest)) >= Sureness.LIKELY:
        return peeled
    return replace(peeled, title=rest, persons=named.persons, description=named.note)


def _peeled_once(peeled: Peeled, *, commas: bool, known: Behind) -> Peeled | None:
    by_comma = Sureness.LIKELY if known.people or _is_lower(peeled.title) or peeled.room else Sureness.SURE
    by_dash = Sureness.PERHAPS if known.people_by_dash else Sureness.LIKELY
    return (
        (_by_likely_room(peeled) if known.rooms or (known.rooms_before_people and peeled.persons) else None)
        or _by_label(peeled)
        or _by_parenthesis(peeled, known)
        or _by_minutes(peeled)
        or _by_quote(peeled)
        or _by_preposition(peeled)
        or _by_at(peeled)
        or _by_separator(peeled, _SEPARATOR, by_dash)
        or (_by_dash(peeled) if known.names_by_dash else None)
        or (_by_separator(peeled, _COMMA, by_comma, last_only=known.rooms_before_people) if commas else None)
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
            found_people = listing(rest)
            return _added(peeled, before, persons=found_people.persons, description=found_people.note)
        if role is Role.ROOM:
            return _added(peeled, before, room=rest)
        if role is Role.MINUTES and read_minutes(rest) is not None:
            return replace(_added(peeled, before), minutes=read_minutes(rest))
        if role is Role.REST and role_of(name) is Role.REST and peeled.title[found.start()] in ";|,(–—-":
            return _added(peeled, before, description=f"{name}: {rest}")
    return None


def _by_parenthesis(peeled: Peeled, known: Behind) -> Peeled | None:
    found = _PARENTHESIS.search(peeled.title)
    if found is None or not found.start():
        return None
    inner, before = found["inner"].strip(), peeled.title[: found.start()]
    minutes = read_minutes(re.sub(r"^(?:ca\.?|circa|±|duur:?|dauer:?) ?", "", inner)) if not inner.isdigit() else None
    if minutes is not None and peeled.minutes is None and re.search(r"[^\W\d_]|['’\u2032:]", inner):
        return replace(_added(peeled, before), minutes=minutes)
    if counts_rooms(inner):
        return _added(peeled, before, description=inner)
    is_sure = not inner[:1].isupper() and len(inner.split()) > 2
    is_room = room_sureness(inner) >= (Sureness.SURE if is_sure and found["open"] == "(" else Sureness.LIKELY)
    is_room = is_room or (known.rooms_in_parentheses and _could_be_a_room(inner))
    if is_room and not peeled.room and not inner.isdigit():
        return _added(peeled, before, room=bare_room(inner))
    apart = _PARTED_MINUTES.fullmatch(inner)
    if apart is not None and peeled.minutes is None and (minutes := read_minutes(apart["minutes"])) is not None:
        # `(Anke, 10 min)`: the duration apart, then who it is.
        return replace(_added(peeled, f"{before} ({apart['rest']})"), minutes=minutes)
    found_people = _NOBODY if _ends_with_a_name(before) else people_behind(inner)
    if found["open"] == "[" and not found_people.persons:
        found_people = _perhaps_people(inner)
    both = _by_two_in_parentheses(peeled, before, inner)
    if found_people.persons and (both is None or not both.persons):
        return _added(peeled, before, persons=found_people.persons, description=found_people.note)
    return both


def _could_be_a_room(inner: str) -> bool:
    """Whether a text is a room where the lines around have one in its place: a short name of no person."""
    words = inner.split()
    is_name = name_sureness(inner) is Sureness.SURE or "," in inner or inner.isdigit()
    return len(words) <= 4 and inner[:1].isupper() and not is_name and not numbers_a_series(inner)


def _ends_with_a_name(text: str) -> bool:
    """Whether what stands in parentheses behind a text says something of the person whom the text ends with."""
    tails = [text[found.end() :] for pattern in (BY, _WITH) for found in pattern.finditer(text)]
    return any(people_in(tail).sureness is Sureness.SURE for tail in tails)


def _perhaps_people(inner: str) -> Named:
    """Return the bare surnames that stand in square brackets, as in `[Ellis/Nkemelu]`."""
    named = people_in(inner)
    words = [word for person in named.persons for word in person.split()]
    is_named = named.sureness is Sureness.PERHAPS and not any(word.isupper() or is_title_word(word) for word in words)
    return named if is_named else _NOBODY


def _by_two_in_parentheses(peeled: Peeled, before: str, inner: str) -> Peeled | None:
    """`(Jan Jansen, lokaal 3)`, `(lokaal 3 – Jan Jansen)`."""
    parts = [part for part in re.split(r"\s*[,;/|]\s*|\s+[–—-]\s+", inner) if part]
    if len(parts) < 2:
        return None
    rooms = [part for part in parts if room_sureness(part) >= Sureness.LIKELY]
    others = [part for part in parts if part not in rooms]
    if len(rooms) != 1 or peeled.room:
        return None
    found = people_behind(", ".join(others))
    if not found.persons:
        is_told = len(others) == 1 and len(others[0]) <= 40
        return _added(peeled, before, room=rooms[0], description=others[0]) if is_told else None
    return _added(peeled, before, room=rooms[0], persons=found.persons, description=found.note)


def bare_room(text: str) -> str:
    """Return a room without the words before it: `in de aula` is the aula."""
    return re.sub(r"^(?:in|im|at|te|op|on)\s+(?:(?:de|het|the|der|den|dem)\s+)?", "", text, flags=re.IGNORECASE)


def people_behind(text: str) -> Named:
    """Return the people of a text behind a title, with or without a word before them; nothing where it is no name."""
    by = BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    label = label_at(text)
    if label is not None and label[0] is Role.PERSONS:
        return listing(label[2])
    with_ = _WITH.match(text)
    found = people_in(text if with_ is None else text[with_.end() :])
    return found if found.sureness >= Sureness.LIKELY else _NOBODY


def _led_by(text: str) -> Named:
    """Return who leads: names, or what begins with a capital and is no sentence."""
    found = people_in(text)
    if found.sureness >= Sureness.LIKELY:
        return found
    if is_nobody(text) or len(text) > 80:
        return _NOBODY
    first = text.split()[0] if text.split() else ""
    is_named = first[:1].isupper() and len(text.split()) <= 6 and not re.search(r"[.!?:]\s", text)
    listed = listing(text) if is_named else _NOBODY
    return listed if listed.persons and name_sureness(listed.persons[0]) >= Sureness.PERHAPS else _NOBODY


def _by_minutes(peeled: Peeled) -> Peeled | None:
    if peeled.minutes is not None:
        return None
    before, minutes = cut_minutes(peeled.title)
    return None if minutes is None else replace(_added(peeled, before), minutes=minutes)


def _by_preposition(peeled: Peeled) -> Peeled | None:
    title = peeled.title
    for found in reversed(list(BY.finditer(title))):
        by = _led_by(title[found.end() :])
        if by.persons and found.start():
            return _added(peeled, title[: found.start()], persons=by.persons, description=by.note)
    for found in reversed(list(_WITH.finditer(title))):
        named = people_in(title[found.end() :])
        if named.sureness >= Sureness.SURE and found.start():
            return _added(peeled, title[: found.start()], persons=named.persons, description=named.note)
    return None


def _by_quote(peeled: Peeled) -> Peeled | None:
    """`‘De waarde van wetenschap’ Prof. dr. Anna Bos`: who speaks stands right behind a title in quotes."""
    found = _QUOTED.fullmatch(peeled.title)
    if found is None:
        return None
    named = people_in(found["who"])
    if named.sureness < Sureness.LIKELY:
        return None
    return _added(peeled, found["title"], persons=named.persons, description=named.note)


def _by_at(peeled: Peeled) -> Peeled | None:
    """`Teamtijd @ de werkplek`: what stands behind an at sign is a place, unless it is a name."""
    found = _AT_SIGN.search(peeled.title)
    if found is None or not found.start() or peeled.room:
        return None
    place = found["place"].strip()
    if people_in(place).sureness >= Sureness.LIKELY > room_sureness(place) or len(place.split()) > 4:
        return None
    return _added(peeled, peeled.title[: found.start()], room=place)


def _by_separator(
    peeled: Peeled, separator: re.Pattern[str], sureness: Sureness, *, last_only: bool = False
) -> Peeled | None:
    """Take off the piece behind the last separator, if it is a room or people; people may be several pieces."""
    title = peeled.title
    places = [found for found in separator.finditer(title) if _is_outside(title, found.start())]
    if last_only:
        places = places[-1:]
    if not places or not places[-1].start():
        return None
    last = peeled.title[places[-1].end() :]
    is_name = name_sureness(last) is Sureness.SURE and room_sureness(last) is not Sureness.SURE
    is_room = not numbers_a_series(last) and not is_name and room_sureness(last) >= _for_room(separator, last)
    if not peeled.room and is_room:
        return _added(peeled, peeled.title[: places[-1].start()], room=last)
    for found in places[:1] if len(places) == 1 else places:
        if not found.start():
            continue
        named = _people_by_word(peeled.title[found.end() :], sureness)
        if named.persons:
            return _added(peeled, peeled.title[: found.start()], persons=named.persons, description=named.note)
    return None


def _by_dash(peeled: Peeled) -> Peeled | None:
    """Take off a name that no list knows, where the lines around have theirs behind a dash."""
    pieces = _SEPARATOR.split(peeled.title)
    words = pieces[-1].split()
    is_named = 2 <= len(words) <= 4 and all(re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]*[\w.'’-]*", word) for word in words)
    if len(pieces) < 2 or peeled.persons or not is_named or tells_a_phase(pieces[-1]):
        return None
    return _added(peeled, peeled.title.removesuffix(pieces[-1]), persons=(pieces[-1],))


def _is_lower(title: str) -> bool:
    """Whether capitals mean something in a title: it has small words before its last comma."""
    before = title.rsplit(",", 1)[0]
    return any(word.islower() and len(word) > 2 for word in before.split()[1:])


def _by_likely_room(peeled: Peeled) -> Peeled | None:
    last = [found for found in _COMMA.finditer(peeled.title) if _is_outside(peeled.title, found.start())]
    if peeled.room or not last or not last[-1].start() or _SEPARATOR.search(peeled.title, last[-1].end()):
        return None
    text = peeled.title[last[-1].end() :]
    is_name = name_sureness(text) >= Sureness.SURE
    is_short = len(text.split()) <= 3 and text[:1].isupper() and not is_name and not _is_enumeration(peeled.title)
    if numbers_a_series(text) or is_break(text) or (room_sureness(text) < Sureness.LIKELY and not is_short):
        return None
    return _added(peeled, peeled.title[: last[-1].start()], room=text)


def _is_enumeration(title: str) -> bool:
    """Whether a title ends in several things of the same kind: `Kijken, Proberen, Vragen`."""
    *_, before, last = ("", *title.rsplit(",", 2)[1:]) if title.count(",") > 1 else ("", "")
    return bool(before.strip()) and len(before.split()) == len(last.split()) == 1


def _is_outside(title: str, place: int) -> bool:
    """Whether a place in a title is not within parentheses or quotes."""
    before = title[:place]
    return (
        before.count("(") <= before.count(")")
        and before.count("[") <= before.count("]")
        and (before.count("„") <= before.count("“") + before.count("”"))
    )


def _for_room(separator: re.Pattern[str], text: str) -> Sureness:
    """A number alone is a room behind a dash or a comma only where nothing else is meant by it."""
    if separator is _COLON or text.isdigit():
        return Sureness.SURE
    return Sureness.SURE if separator is _COMMA and " " in text else Sureness.LIKELY


def _people_by_word(text: str, sureness: Sureness) -> Named:
    by = BY.match(text)
    if by is not None:
        return _led_by(text[by.end() :])
    named = people_in(text)
    longest = 30 if named.note else 3 * len(named.persons) + 3
    return _NOBODY if named.sureness < sureness or len(text.split()) > longest else named


def _with_place(peeled: Peeled) -> Peeled:
    """Note the room that a title names, as in `Koffie in de aula`; the title keeps it."""
    if peeled.room:
        return peeled
    found = _IN.search(peeled.title)
    if found is None or not found.start() or room_sureness(found["room"]) < Sureness.SURE or _is_sphere(found["room"]):
        return peeled
    return replace(peeled, room=found["room"].strip())


def _with_speaker(peeled: Peeled) -> Peeled:
    """Note the speaker whom a title names, as in `Keynote Jelle Faber`, `Jan over burgerschap`; the title keeps it."""
    if peeled.persons:
        return peeled
    within = _WITHIN.fullmatch(peeled.title)
    if within is not None and (who := people_in(within["who"])).sureness >= Sureness.LIKELY:
        return replace(peeled, title=f"{within['what']} {within['of']}", persons=who.persons, description=who.note)
    found = _SPEECH.search(peeled.title) or _ABOUT.fullmatch(peeled.title)
    if found is None:
        return peeled
    named = people_in(found["who"])
    is_given = all(person.split()[0].casefold() in given_names() for person in named.persons)
    return replace(peeled, persons=named.persons) if named.sureness >= Sureness.SURE or is_given else peeled


def _is_sphere(room: str) -> bool:
    """Whether it is where things happen in general, as in `digital in the classroom`."""
    return (
        re.fullmatch(
            r"(?:class ?room|klas|klaslokaal|school|klassenzimmer|room|ruimte|raum|online|teams|bar|haus|lab|a[345]"
            r"|library|building|zaal|gebouw)",
            room.strip(),
            re.IGNORECASE,
        )
        is not None
    )
