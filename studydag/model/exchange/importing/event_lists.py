"""Events in JSON of other programs: things with a title and a start, wherever they stand and whatever their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from studydag.model.exchange.importing.event_times import (
    both_clocks,
    local_moment,
    minutes_between,
    moment_of,
    with_whole_times,
)
from studydag.model.exchange.importing.names import Sureness
from studydag.model.exchange.importing.people import listed_people, people_in
from studydag.model.exchange.importing.references import name_in
from studydag.model.exchange.importing.rows import CHARACTERS, Between, Row, tidy
from studydag.model.exchange.importing.wanted import still_wanted
from studydag.model.exchange.importing.words import Role, role_of

MOST_DEPTH = 12
MOST_EVENTS = 20_000
MOST_KEYS, MOST_HEAD = 100, 60
_IN_WORDS: Final = ("nl", "en", "de", "name", "title")
_TITLES: Final = ("title", "name", "summary", "titel", "naam")
_STARTS: Final = ("start", "startsat", "start_time", "starttime", "start_date", "startdate", "begin", "from", "time")
_ENDS: Final = ("end", "endsat", "end_time", "endtime", "end_date", "enddate", "ends", "until", "to")
_ROOMS: Final = ("room", "location", "venue", "place", "roomname", "room_name", "ruimte", "zaal", "raum")
_PEOPLE: Final = (
    *("persons", "speakers", "people", "presenters", "speaker", "person", "presenter", "leads", "sprekers"),
    *("authors", "author", "contactperson", "contactpersons", "contact_person", "contact"),
)
_SLOTS: Final = frozenset(
    {"slot", "slots", "timeslot", "time_slot", "timeslots", "schedule", "when", "occurrences"}
    | {"block", "blok", "ronde", "round", "runde", "tijdslot", "tijdvak", "tijdsblok", "zeitfenster"}
)
_TOLD: Final = ("subtitle", "abstract", "description", "notes", "beschrijving", "beschreibung", "opmerking")
_TITLE_KEYS: Final = frozenset({"title", "titel"})
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROOM_KEYS: Final = "\0"
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
FEWEST_ALIKE, MOST_ROOMS = 2, 3


def events_by_date(content: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the events of any JSON by the date on which they are, in the words of a `schedule.json`."""
    found: dict[str, list[dict[str, Any]]] = {}
    for number, (event, date, room) in enumerate(_walk(content, "", "", 0), start=1):
        if number > MOST_EVENTS:
            break
        made = _event(event, date, room) | {"line": number}
        found.setdefault(str(made.pop("day")), []).append(made)
    return found


def rows_of_things(content: Any) -> tuple[Row, ...]:
    """Return the longest list of things with fields in any JSON as a table: their keys as heads, a row for each."""
    lists = list(_lists(content, 0))
    # People may be more than what they speak on.
    titled = [each for each in lists if any(str(key).casefold() in _TITLE_KEYS for key in each[0])]
    things = max(titled or lists, key=len, default=[])[: MOST_EVENTS + 1]
    keys = list(dict.fromkeys(key for thing in things for key in thing))[:MOST_KEYS]
    if len(things) < FEWEST_ALIKE or not keys:
        return ()
    heads = tuple(tidy(_CAPITAL.sub(" ", key).replace("_", " "))[:MOST_HEAD] for key in keys)
    cells = [heads, *(tuple(_cell(thing.get(key)) for key in keys) for thing in things)]
    return tuple(
        Row(
            line=max(1, line),
            text="\t".join(" ".join(cell.split()) for cell in own if cell),
            cells=own,
            table=1,
            between=Between.TABLE,
        )
        for line, own in enumerate(cells)
        if any(own)
    )


def _lists(content: Any, depth: int) -> Iterator[list[dict[str, Any]]]:
    if depth > MOST_DEPTH:
        return
    if isinstance(content, list) and content and all(isinstance(each, dict) for each in content):
        yield content
    for each in content.values() if isinstance(content, dict) else content if isinstance(content, list) else ():
        if isinstance(each, dict | list):
            yield from _lists(each, depth + 1)


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(part for each in value if (part := _cell(each)))[:CHARACTERS]
    if isinstance(value, dict) and (name := name_in(value)):
        return tidy(name)[:CHARACTERS]
    return tidy(_first({"": value}, ("",)))[:CHARACTERS]


def _walk(content: Any, date: str, room: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Give what looks like an event, with the date and the room of what it stands in."""
    if depth > MOST_DEPTH:
        return
    if isinstance(content, list):
        for each in content:
            yield from _walk(each, date, room, depth + 1)
    elif isinstance(content, dict):
        known = _named_alike(with_whole_times({str(key).casefold(): value for key, value in content.items()}))
        if not _first(known, _STARTS) and _first(known, _TITLES):
            known = _slot_of(known) | known
        if _first(known, _TITLES) and _first(known, _STARTS) and not _holds_events(content):
            yield known, date, room
            return
        own = _first(known, ("date", "day"))
        by_date = all(_ISO_DATE.fullmatch(str(key)) for key in content) and bool(content)
        named = _first(known, ("name", "title")) if {"events", "sessions"} & set(known) else ""
        for key, value in content.items():
            # A schedule has its rooms as keys: `rooms: {Aula: [...]}`.
            beside = str(key) if room == _ROOM_KEYS else room
            inner = _ROOM_KEYS if str(key).casefold() == "rooms" and isinstance(value, dict) else named or beside
            yield from _walk(value, str(key) if by_date else own or date, inner, depth + 1)


def _named_alike(known: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a thing under English names, where these are free: `begintijd` as `start`."""
    made = dict(known)
    for key, value in known.items():
        name = _ENGLISH.get(role_of(key) or Role.REST)
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


def _holds_events(content: Mapping[str, Any]) -> bool:
    """Whether a thing with a title and a start is the whole of which the events stand in it."""
    return any(
        isinstance(each, dict) and bool(_first(own, _TITLES)) and bool(_first(own, _STARTS))
        for value in content.values()
        if isinstance(value, list)
        for each in value[:3]
        for own in ({str(key).casefold(): field for key, field in each.items()} if isinstance(each, dict) else {},)
    )


def _slot_of(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of when and where in a thing of its own within an event: `slot: {start, end, room}`."""
    for key, value in known.items():
        if key not in _SLOTS:
            continue
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            own = _named_alike(with_whole_times({str(key).casefold(): each for key, each in inner.items()}))
            if _first(own, _STARTS) and not _first(own, _TITLES):
                return {name: own[name] for name in (*_STARTS, *_ENDS, *_ROOMS) if name in own}
    return {}


def _first(known: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return the first of several keys that holds a text, or a thing with a name."""
    for name in names:
        value = known.get(name)
        if isinstance(value, dict):
            words = (*(value.get(key) for key in _IN_WORDS), *value.values())
            value = next((each for each in words if isinstance(each, str)), "")
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def _event(event: Mapping[str, Any], date: str, room: str) -> dict[str, Any]:
    still_wanted()
    written, until = _first(event, _STARTS), _first(event, _ENDS)
    start, end = moment_of(written), moment_of(until)
    length = minutes_between(start[1], end[1])
    here = local_moment(event, written)
    if here is None:
        first, last = both_clocks(written)
        start = (start[0], first or start[1])
        length = length or minutes_between(first, last)
    else:
        start = here
    told = _first(event, ("date", "day"))
    return {
        "day": start[0] or moment_of(told)[0] or told or date,
        "title": _first(event, _TITLES),
        "start": start[1],
        "duration": _first(event, ("duration", "minutes", "length")) or length,
        "room": _rooms(event) or room,
        "persons": _people(event),
        **{name: _first(event, (name,)) for name in _TOLD},
    }


def _rooms(event: Mapping[str, Any]) -> str:
    for name in (*_ROOMS, *(f"{name}s" for name in _ROOMS)):
        value = event.get(name)
        if isinstance(value, list):
            # What is in more rooms is the whole of it.
            value = ", ".join(
                part for each in value[: MOST_ROOMS * (len(value) <= MOST_ROOMS)] if (part := _first({"": each}, ("",)))
            )
        if told := _first({"": value}, ("",)):
            return told
    return ""


def _people(event: Mapping[str, Any]) -> list[Any]:
    for name in _PEOPLE:
        value = event.get(name)
        if isinstance(value, list):
            return [name_in(each) or each if isinstance(each, dict) else each for each in value]
        if isinstance(value, str) and value.strip():
            return list(listed_people(value))
    # Beside a title a name is that of who speaks.
    named = next((_first(event, (name,)) for name in ("naam", "name") if _first(event, ("titel", "title"))), "")
    found = people_in(named)
    return list(found.persons) if found.sureness >= Sureness.LIKELY else []
