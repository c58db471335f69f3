"""What a thing in JSON of another program says of itself, whatever its fields are called: title, time, room, people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from studydag.model.exchange.importing.reading.references import name_in
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.people import listed_people, people_in
from studydag.model.exchange.importing.schedules.event_times import (
    both_clocks,
    local_moment,
    minutes_between,
    moment_of,
    with_whole_times,
)
from studydag.model.exchange.importing.vocabulary.words import Role, role_of

_IN_WORDS: Final = ("nl", "en", "de", "name", "title")
TITLES: Final = ("title", "name", "summary", "titel", "naam", "label")
STARTS: Final = ("start", "startsat", "start_time", "starttime", "start_date", "startdate", "begin", "from", "time")
_ENDS: Final = ("end", "endsat", "end_time", "endtime", "end_date", "enddate", "ends", "until", "to")
_ROOMS: Final = ("room", "location", "venue", "place", "roomname", "room_name", "ruimte", "zaal", "raum")
PEOPLE: Final = (
    *("persons", "speakers", "people", "presenters", "speaker", "person", "presenter", "leads", "sprekers"),
    *("authors", "author", "contactperson", "contactpersons", "contact_person", "contact"),
)
_SLOTS: Final = frozenset(
    {"slot", "slots", "timeslot", "time_slot", "timeslots", "schedule", "when", "occurrences"}
    | {"block", "blok", "ronde", "round", "runde", "tijdslot", "tijdvak", "tijdsblok", "zeitfenster"}
)
_TOLD: Final = ("subtitle", "abstract", "description", "notes", "beschrijving", "beschreibung", "opmerking")
_CHOICES: Final = frozenset(
    {"choices", "choice", "options", "keuzes", "keuze", "opties", "workshops", "parallel", "parallels", "breakouts"}
    | {"wahl", "angebote", "optionen", "ateliers"}
)
KINDS: Final = ("type", "kind", "soort", "art", "format", "category", "session_type")
ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME: Final = re.compile(r"[^\W\d_a-z]\S+(?: [^\W\d_]\S*){1,3}")
_BETWEEN: Final = re.compile(r",\s*|\s*&\s*|\s+(?:and|en|und)\s+")
FEWEST_ALIKE, MOST_KEYS, MOST_ROOMS = 2, 100, 3


def made_event(event: Mapping[str, Any], *, date: str, room: str) -> dict[str, Any]:
    """Return an event in the words of a `schedule.json`; date and room are those of what it stands in."""
    still_wanted()
    written, until = first_text(event, STARTS), first_text(event, _ENDS)
    start, end = moment_of(written), moment_of(until)
    # `1:30 PM`
    end = (end[0], both_clocks(until)[0] or end[1])
    start = (start[0], both_clocks(written)[0] or start[1])
    length = minutes_between(start[1], end[1])
    here = local_moment(event, written)
    if here is None:
        first, last = both_clocks(written)
        start = (start[0], first or start[1])
        length = length or minutes_between(first, last)
    else:
        start = here
    told = first_text(event, ("date", "day"))
    made: dict[str, Any] = {
        "day": start[0] or moment_of(told)[0] or told or date,
        "title": first_text(event, TITLES),
        "start": start[1],
        # How long it was planned may differ from how long it is.
        "duration": length or first_text(event, ("duration", "minutes", "length")),
        "room": rooms_of(event) or room,
        "persons": people_of(event),
        **{name: first_text(event, (name,)) for name in _TOLD},
    }
    choices = _choices(event)
    within = "" if choices else "\n".join(_things_within(event))
    made["choices"] = choices
    return {**made, "description": "\n".join(part for part in (made["description"], within) if part)}


def fields_of(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a thing by small keys, and by English ones where these are free."""
    return _named_alike(with_whole_times({_small(str(key)): value for key, value in content.items()}))


def _small(key: str) -> str:
    """Return a key in small letters, in its words where it says something by these only: `timeRaw` as `time raw`."""
    small = key.casefold()
    apart = small if key == small else CAPITAL.sub(" ", key).casefold()
    return apart if apart != small and role_of(small) is None and role_of(apart) is not None else small


def _named_alike(known: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a thing under English names, where these are free: `begintijd` as `start`."""
    made = dict(known)
    for key, value in known.items():
        role = role_of(key)
        name = _ENGLISH.get(role or Role.REST)
        if role is Role.TITLE and "title" not in made and not any(each in known for each in TITLES):
            name = "title"
        is_whole = isinstance(value, str | int) or name in {"room", "speakers"}
        if name is not None and name not in made and is_whole and value not in ("", None):
            made[name] = value
    return made


_ENGLISH: Final[Mapping[Role, str]] = {
    Role.START: "start",
    Role.TIME: "time",
    Role.END: "end",
    Role.ROOM: "room",
    Role.PERSONS: "speakers",
    Role.MINUTES: "duration",
    Role.DATE: "date",
}


def first_text(known: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return the first of several keys that holds a text, or a thing with a name."""
    for name in names:
        value = known.get(name)
        if isinstance(value, dict):
            words = (*(value.get(key) for key in _IN_WORDS), *value.values())
            value = next((each for each in words if isinstance(each, str)), "")
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def date_in(known: Mapping[str, Any]) -> str:
    """Return the date of which a thing tells, as 2027-03-11 where it says that beside one in words."""
    told = first_text(known, ("date", "day"))
    written = (str(value) for key, value in known.items() if "dat" in key and isinstance(value, str))
    return next((each for each in written if ISO_DATE.fullmatch(each)), told) if told else ""


def slot_of(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of when and where in a thing of its own within an event: `slot: {start, end, room}`."""
    for key, value in known.items():
        if key not in _SLOTS:
            continue
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            own = _named_alike(with_whole_times({str(key).casefold(): each for key, each in inner.items()}))
            if first_text(own, STARTS) and not first_text(own, TITLES):
                return {name: own[name] for name in (*STARTS, *_ENDS, *_ROOMS) if name in own}
    return {}


def _choices(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what can be chosen within an event: `choices: […]`, or things that each have a room of their own."""
    for key, value in event.items():
        things = (
            [fields_of(each) for each in value[:MOST_KEYS] if isinstance(each, dict)] if isinstance(value, list) else []
        )
        if len(things) < FEWEST_ALIKE or not all(first_text(each, TITLES) for each in things):
            continue
        rooms = {rooms_of(each) for each in things} - {""}
        if key in _CHOICES or len(rooms) == len(things):
            told = ({name: first_text(each, (name,)) for name in _TOLD} for each in things)
            return [
                {"title": first_text(each, TITLES), "room": rooms_of(each), "persons": people_of(each), **words}
                for each, words in zip(things, told, strict=True)
            ]
    return []


def _things_within(event: Mapping[str, Any]) -> Iterator[str]:
    """Give what is told of in an event that is no event itself, as the talks of a session: title and who."""
    for value in event.values():
        for each in value[:MOST_KEYS] if isinstance(value, list) else ():
            own = fields_of(each) if isinstance(each, dict) else {}
            people = [name for name in map(named_person, people_of(own)) if name] if own else []
            if (
                own
                and first_text(own, ("title", "titel"))
                and (people or any(first_text(own, (name,)) for name in _TOLD))
            ):
                yield (
                    f"{first_text(own, ('title', 'titel'))} ({', '.join(people)})"
                    if people
                    else first_text(own, TITLES)
                )


def named_person(person: Any) -> str:
    """Return the name of somebody who is told of by a name or by a thing; empty for none."""
    return name_in(person) if isinstance(person, dict) else person if isinstance(person, str) else ""


def rooms_of(event: Mapping[str, Any]) -> str:
    """Return where something is, by the names of its rooms; empty where that is not said, or in very many."""
    for name in (*_ROOMS, *(f"{name}s" for name in _ROOMS)):
        value = event.get(name)
        if isinstance(value, list):
            # What is in more rooms is the whole of it.
            value = ", ".join(
                part
                for each in value[: MOST_ROOMS * (len(value) <= MOST_ROOMS)]
                if (part := first_text({"": each}, ("",)))
            )
        if told := first_text({"": value}, ("",)):
            return told
    return ""


def people_of(event: Mapping[str, Any]) -> list[Any]:
    """Return who speaks, each as a name or as a thing that has one."""
    for name in PEOPLE:
        value = event.get(name)
        if isinstance(value, list):
            return [name_in(each) or each if isinstance(each, dict) else each for each in value]
        if isinstance(value, str) and value.strip():
            return list(listed_people(value))
    # Beside a title a name is that of who speaks.
    named = first_text(event, ("naam", "name")) if first_text(event, ("titel", "title")) else ""
    found = people_in(named)
    is_sure = found.sureness >= Sureness.LIKELY or all(map(_NAME.fullmatch, _BETWEEN.split(named)))
    return list(found.persons or listed_people(named)) if is_sure and named else []
