"""Events in JSON of other programs: things with a title and a start, wherever they stand and whatever their names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from studydag.model.exchange.importing.calendars import HOME
from studydag.model.exchange.importing.rows import CHARACTERS, Between, Row, tidy

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
_SLOTS: Final = frozenset({"slot", "slots", "timeslot", "time_slot", "timeslots", "schedule", "when", "occurrences"})
_TOLD: Final = ("subtitle", "abstract", "description", "notes")
_ROOM_KEYS: Final = "\0"
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
FEWEST_ALIKE = 2


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
    things = max(_lists(content, 0), key=len, default=[])[: MOST_EVENTS + 1]
    keys = list(dict.fromkeys(key for thing in things for key in thing))[:MOST_KEYS]
    if len(things) < FEWEST_ALIKE or not keys:
        return ()
    heads = tuple(tidy(key.replace("_", " "))[:MOST_HEAD] for key in keys)
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
    return tidy(_first({"": value}, ("",)))[:CHARACTERS]


def _walk(content: Any, date: str, room: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str, str]]:
    """Give what looks like an event, with the date and the room of what it stands in."""
    if depth > MOST_DEPTH:
        return
    if isinstance(content, list):
        for each in content:
            yield from _walk(each, date, room, depth + 1)
    elif isinstance(content, dict):
        known = {str(key).casefold(): value for key, value in content.items()}
        if not _first(known, _STARTS) and _first(known, _TITLES):
            known = _slot_of(known) | known
        if _first(known, _TITLES) and _first(known, _STARTS):
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


def _slot_of(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of when and where in a thing of its own within an event: `slot: {start, end, room}`."""
    for key, value in known.items():
        if key not in _SLOTS:
            continue
        inner = value[0] if isinstance(value, list) and value else value
        if isinstance(inner, dict):
            own = {str(key).casefold(): each for key, each in inner.items()}
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
    start, end = _moment(_first(event, _STARTS)), _moment(_first(event, _ENDS))
    day = start[0] or _moment(_first(event, ("date", "day")))[0] or date[:10]
    return {
        "day": day,
        "title": _first(event, _TITLES),
        "start": start[1],
        "duration": _first(event, ("duration", "minutes", "length")) or _between(start[1], end[1]),
        "room": _first(event, _ROOMS) or room,
        "persons": _people(event),
        **{name: _first(event, (name,)) for name in _TOLD},
    }


def _people(event: Mapping[str, Any]) -> list[Any]:
    for name in _PEOPLE:
        value = event.get(name)
        if isinstance(value, list):
            return value
        if isinstance(value, str) and value.strip():
            return [part.strip() for part in re.split(r"\s*[,;]\s*", value)]
    return []


def _moment(text: str) -> tuple[str, str]:
    """Return date and clock time of a stamp, in local time where it is in world time."""
    try:
        value = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        clock = _CLOCK.search(text)
        return ("", f"{int(clock[1]):02}:{clock[2]}") if clock is not None else ("", "")
    if value.tzinfo is not None and value.utcoffset() == dt.timedelta(0):
        value = value.astimezone(ZoneInfo(HOME))
    has_clock = len(text.strip()) > len("2024-05-01")
    return value.date().isoformat(), f"{value.hour:02}:{value.minute:02}" if has_clock else ""


def _between(start: str, end: str) -> str:
    if not start or not end:
        return ""
    first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (start, end))
    return str((last - first) % 1440 or "")
