"""Events in JSON of other programs: things with a title and a start, wherever they stand and whatever their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

from studydag.model.exchange.importing.date_lines import find_date
from studydag.model.exchange.importing.event_times import (
    both_clocks,
    local_moment,
    minutes_between,
    moment_of,
    when_named,
    with_whole_times,
)
from studydag.model.exchange.importing.legible import tidy
from studydag.model.exchange.importing.names import Sureness
from studydag.model.exchange.importing.people import listed_people, people_in
from studydag.model.exchange.importing.places import room_sureness
from studydag.model.exchange.importing.references import name_in
from studydag.model.exchange.importing.rows import CHARACTERS, Between, Row
from studydag.model.exchange.importing.wanted import still_wanted
from studydag.model.exchange.importing.words import Role, role_of

MOST_DEPTH = 12
MOST_EVENTS = 20_000
MOST_KEYS, MOST_HEAD = 100, 60
_IN_WORDS: Final = ("nl", "en", "de", "name", "title")
_TITLES: Final = ("title", "name", "summary", "titel", "naam", "label")
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
_CHOICES: Final = frozenset(
    {"choices", "choice", "options", "keuzes", "keuze", "opties", "workshops", "parallel", "parallels", "breakouts"}
    | {"wahl", "angebote", "optionen", "ateliers"}
)
_KINDS: Final = ("type", "kind", "soort", "art", "format", "category", "session_type")
_NUMBERS: Final = ("id", "guid", "uuid", "uid", "code")
_TITLE_KEYS: Final = frozenset({"title", "titel"})
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ROOM_KEYS: Final = "\0"
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
FEWEST_ALIKE, MOST_ROOMS, MOST_TRACKS = 2, 3, 2
_NAME: Final = re.compile(r"[^\W\d_a-z]\S+(?: [^\W\d_]\S*){1,3}")
_BETWEEN: Final = re.compile(r",\s*|\s*&\s*|\s+(?:and|en|und)\s+")
HALF_A_DAY: Final = 720
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_NUMBERED: Final = re.compile(r"([^\W\d])[_-]?(\d)")


def events_by_date(content: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the events of any JSON by the date on which they are, in the words of a `schedule.json`."""
    found: dict[str, list[dict[str, Any]]] = {}
    events = list(islice(_walk(content, _Around(), 0), MOST_EVENTS))
    called: dict[str, set[str]] = {}
    for event, _ in events:
        called.setdefault(_first(event, _NUMBERS), set()).add(_first(event, _TITLES))
    known: set[tuple[str, ...]] = set()
    for number, (event, around) in enumerate(events, start=1):
        made = _event(event, around) | {"line": number}
        # A file may give the same events by room and by time: those have the same number, which no other has.
        identity = _first(event, _NUMBERS)
        same = (identity, *(str(made[name]) for name in ("day", "start", "title", "room")))
        if identity and len(called[identity]) == 1 and same in known:
            continue
        known.add(same)
        found.setdefault(str(made.pop("day")), []).append(made)
    return found


def frame_of(content: Any) -> tuple[str, str]:
    """Return title and venue of the thing that frames all events of any JSON, empty where there is none."""
    frame, _ = _frame(content) if isinstance(content, dict) else ({}, {})
    return _first(frame, _TITLES), _rooms(frame)


def _frame(content: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the fields of the thing beside a list of events that is their whole, as the day is, and all but it."""
    lists = [value for value in content.values() if isinstance(value, list)]
    if not any(len(value) >= FEWEST_ALIKE and _holds_events({"": value}, MOST_TRACKS) for value in lists):
        return {}, content
    for key, value in content.items():
        known = _fields(value) if isinstance(value, dict) else {}
        if _first(known, _TITLES) and (_first(known, _STARTS) or _date_in(known)):
            return known, {other: each for other, each in content.items() if other != key}
    return {}, content


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


@dataclass(frozen=True, slots=True)
class _Around:
    """What the things say in which an event stands: its date, its room, and from when until when they all are."""

    date: str = ""
    room: str = ""
    times: Mapping[str, Any] = field(default_factory=dict)
    is_listed: bool = False
    """Whether it is one of what is called sessions, talks or the like."""


def _walk(content: Any, around: _Around, depth: int) -> Iterator[tuple[Mapping[str, Any], _Around]]:
    """Give what looks like an event, with what is said by what it stands in."""
    if depth > MOST_DEPTH:
        return
    if isinstance(content, list):
        yield from _walk_list(content, around, depth)
    elif isinstance(content, dict):
        known = _fields(content)
        if not _first(known, _STARTS) and _first(known, _TITLES):
            known = _slot_of(known) | known
        holds = _holds_events(content, 0)
        is_one = around.is_listed or bool(_first(known, ("date", "day")))
        if not holds and not _first(known, _STARTS) and _first(known, _TITLES) and is_one:
            # All begin at the same time, which stands once above them.
            known = dict(around.times) | known
        if _first(known, _TITLES) and _first(known, _STARTS) and not holds:
            yield known, around
            return
        if len(content) >= FEWEST_ALIKE and all(_CLOCK.fullmatch(str(key)) for key in content):
            yield from _by_clock(content, around)
            return
        named_day = _first(known, _TITLES)
        day, start, end = when_named(named_day)
        frame, within_it = _frame(content)
        own = _date_in(known) or day or (named_day if _is_day(named_day) else "") or _date_in(frame)
        by_date = bool(content) and all(_is_day(str(key)) for key in content)
        named = _first(known, ("name", "title")) if {"events", "sessions"} & set(known) else ""
        rooms = known.get("rooms")
        # A list of all rooms is not where it is.
        named = ("" if isinstance(rooms, list) and len(rooms) > 1 else _rooms(known)) or named
        times = around.times if named_day else {**around.times, **_times_in(known)}
        times = {"start": start, "end": end} if start else times
        for key, value in within_it.items():
            # A schedule has its rooms as keys: `rooms: {Aula: [...]}`.
            beside = str(key) if around.room == _ROOM_KEYS else around.room
            inner = _ROOM_KEYS if str(key).casefold() == "rooms" and isinstance(value, dict) else named or beside
            is_listed = role_of(str(key)) is Role.TITLE or bool(start)
            within = _Around(str(key) if by_date else own or around.date, inner, times, is_listed)
            yield from _walk(value, within, depth + 1)


def _walk_list(content: list[Any], around: _Around, depth: int) -> Iterator[tuple[Mapping[str, Any], _Around]]:
    things = list(_with_titles(content))
    have_times = not around.times and any(map(_is_event, things))
    for each in things:
        if have_times and _is_untimed(each):
            yield _fields(each), around
        else:
            yield from _walk(each, around, depth + 1)


def _is_event(thing: Any) -> bool:
    known = _fields(thing) if isinstance(thing, dict) else {}
    return bool(_first(known, _TITLES) and _first(known, _STARTS))


def _is_untimed(thing: Any) -> bool:
    """Whether it has a title and no time, and is not what others stand in."""
    known = _fields(thing) if isinstance(thing, dict) else {}
    lists = (value for key, value in known.items() if isinstance(value, list) and key not in _PEOPLE)
    holds = any(isinstance(each, dict) for value in lists for each in value)
    return bool(_first(known, _TITLES)) and not _first(known, _STARTS) and not _slot_of(known) and not holds


def _with_titles(things: list[Any]) -> Iterator[Any]:
    """Give the things of a list, where one without a title is called after its kind and its people if others have one.

    `{"time": "14:05", "type": "keynote", "speakers": ["Anna Bos"]}` is `Keynote: Anna Bos`.
    """
    known = [_fields(each) if isinstance(each, dict) else {} for each in things]
    are_events = any(_first(each, _TITLES) and _first(each, _STARTS) for each in known)
    for own, each in zip(known, things, strict=True):
        is_nameless = are_events and own and _first(own, _STARTS) and not _first(own, _TITLES)
        people = [name for name in map(_named, _people(own)) if name] if is_nameless else []
        title = ": ".join(part for part in (_first(own, _KINDS), ", ".join(people)) if part) if is_nameless else ""
        yield {**own, "title": f"{title[:1].upper()}{title[1:]}"} if title else each


def _by_clock(content: Mapping[str, Any], around: _Around) -> Iterator[tuple[Mapping[str, Any], _Around]]:
    """Give the events of `{"9:00": "Opening", "9:30": {"Aula": …, "Zaal 2": …}}`; `1:00` after a morning is 13:00."""
    last = 0
    for key, value in content.items():
        hour, minute = map(int, str(key).split(":")[:2])
        now = hour * 60 + minute
        now += HALF_A_DAY if now < last and now < HALF_A_DAY else 0
        last = max(last, now)
        clock = f"{now // 60 % 24:02}:{now % 60:02}"
        told: list[Any] = []
        for event, room in _at(value, around.room, 0):
            if event.get("title") not in told:
                told.append(event.get("title"))
                own = event if _first(event, _STARTS) else {**event, "start": clock}
                yield own, replace(around, room=room)


def _at(value: Any, room: str, depth: int) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, str) and value.strip():
        yield {"title": value}, room
    elif isinstance(value, dict) and depth < MOST_TRACKS:
        known = _fields(value)
        if _first(known, _TITLES):
            yield known, room
            return
        for key, each in value.items():
            yield from _at(each, str(key) if room_sureness(str(key)) >= Sureness.LIKELY else room, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _at(each, room, depth + 1)


def _fields(content: Mapping[str, Any]) -> dict[str, Any]:
    return _named_alike(with_whole_times({_small(str(key)): value for key, value in content.items()}))


def _small(key: str) -> str:
    """Return a key in small letters, in its words where it says something by these only: `timeRaw` as `time raw`."""
    small = key.casefold()
    apart = small if key == small else _CAPITAL.sub(" ", key).casefold()
    return apart if apart != small and role_of(small) is None and role_of(apart) is not None else small


def _is_day(key: str) -> bool:
    """Whether a key is a day: `2027-03-11`, `thursday`, `dag 2`, `day1`."""
    date = find_date(_NUMBERED.sub(r"\1 \2", key))
    return _ISO_DATE.fullmatch(key) is not None or (date is not None and not date.rest.strip())


def _date_in(known: Mapping[str, Any]) -> str:
    """Return the date of which a thing tells, as 2027-03-11 where it says that beside one in words."""
    told = _first(known, ("date", "day"))
    written = (str(value) for key, value in known.items() if "dat" in key and isinstance(value, str))
    return next((each for each in written if _ISO_DATE.fullmatch(each)), told) if told else ""


def _times_in(known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: known[name] for name in ("start", "end") if isinstance(known.get(name), str) and known[name]}


def _named_alike(known: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a thing under English names, where these are free: `begintijd` as `start`."""
    made = dict(known)
    for key, value in known.items():
        role = role_of(key)
        name = _ENGLISH.get(role or Role.REST)
        if role is Role.TITLE and "title" not in made and not any(each in known for each in _TITLES):
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


def _holds_events(content: Mapping[str, Any], depth: int) -> bool:
    """Whether a thing with a title and a start is the whole of which the events stand in it, or in its tracks."""
    for value in content.values():
        for each in value[:3] if isinstance(value, list) else ():
            own = _fields(each) if isinstance(each, dict) else {}
            if _first(own, _TITLES) and _first(own, _STARTS):
                return True
            if own and depth < MOST_TRACKS and _holds_events(each, depth + 1):
                return True
    return False


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


def _event(event: Mapping[str, Any], around: _Around) -> dict[str, Any]:
    still_wanted()
    written, until = _first(event, _STARTS), _first(event, _ENDS)
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
    told = _first(event, ("date", "day"))
    made: dict[str, Any] = {
        "day": start[0] or moment_of(told)[0] or told or around.date,
        "title": _first(event, _TITLES),
        "start": start[1],
        # How long it was planned may differ from how long it is.
        "duration": length or _first(event, ("duration", "minutes", "length")),
        "room": _rooms(event) or around.room,
        "persons": _people(event),
        **{name: _first(event, (name,)) for name in _TOLD},
    }
    choices = _choices(event)
    within = "" if choices else "\n".join(_things_within(event))
    made["choices"] = choices
    return {**made, "description": "\n".join(part for part in (made["description"], within) if part)}


def _choices(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what can be chosen within an event: `choices: […]`, or things that each have a room of their own."""
    for key, value in event.items():
        things = (
            [_fields(each) for each in value[:MOST_KEYS] if isinstance(each, dict)] if isinstance(value, list) else []
        )
        if len(things) < FEWEST_ALIKE or not all(_first(each, _TITLES) for each in things):
            continue
        rooms = {_rooms(each) for each in things} - {""}
        if key in _CHOICES or len(rooms) == len(things):
            told = ({name: _first(each, (name,)) for name in _TOLD} for each in things)
            return [
                {"title": _first(each, _TITLES), "room": _rooms(each), "persons": _people(each), **words}
                for each, words in zip(things, told, strict=True)
            ]
    return []


def _things_within(event: Mapping[str, Any]) -> Iterator[str]:
    """Give what is told of in an event that is no event itself, as the talks of a session: title and who."""
    for value in event.values():
        for each in value[:MOST_KEYS] if isinstance(value, list) else ():
            own = _fields(each) if isinstance(each, dict) else {}
            people = [name for name in map(_named, _people(own)) if name] if own else []
            if own and _first(own, ("title", "titel")) and (people or any(_first(own, (name,)) for name in _TOLD)):
                yield f"{_first(own, ('title', 'titel'))} ({', '.join(people)})" if people else _first(own, _TITLES)


def _named(person: Any) -> str:
    return name_in(person) if isinstance(person, dict) else person if isinstance(person, str) else ""


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
    named = _first(event, ("naam", "name")) if _first(event, ("titel", "title")) else ""
    found = people_in(named)
    is_sure = found.sureness >= Sureness.LIKELY or all(map(_NAME.fullmatch, _BETWEEN.split(named)))
    return list(found.persons or listed_people(named)) if is_sure and named else []
