"""Events in JSON of other programs: things with a title and a start, wherever they stand and whatever their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Final

from studydag.model.exchange.importing.reading.legible import tidy
from studydag.model.exchange.importing.reading.references import name_in
from studydag.model.exchange.importing.reading.rows import CHARACTERS, Between, Row
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.names import Sureness
from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.schedules.event_fields import (
    CAPITAL,
    FEWEST_ALIKE,
    ISO_DATE,
    KINDS,
    MOST_KEYS,
    PEOPLE,
    STARTS,
    TITLES,
    date_in,
    fields_of,
    first_text,
    made_event,
    named_person,
    people_of,
    rooms_of,
    slot_of,
)
from studydag.model.exchange.importing.schedules.event_times import when_named
from studydag.model.exchange.importing.vocabulary.words import Role, role_of

MOST_DEPTH = 12
MOST_EVENTS = 20_000
MOST_HEAD = 60
_NUMBERS: Final = ("id", "guid", "uuid", "uid", "code")
_TITLE_KEYS: Final = frozenset({"title", "titel"})
_ROOM_KEYS: Final = "\0"
MOST_TRACKS = 2
HALF_A_DAY: Final = 720
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")
_NUMBERED: Final = re.compile(r"([^\W\d])[_-]?(\d)")


def events_by_date(content: Any) -> dict[str, list[dict[str, Any]]]:
    """Return the events of any JSON by the date on which they are, in the words of a `schedule.json`."""
    found: dict[str, list[dict[str, Any]]] = {}
    events = list(islice(_walk(content, _Around(), 0), MOST_EVENTS))
    called: dict[str, set[str]] = {}
    for event, _ in events:
        called.setdefault(first_text(event, _NUMBERS), set()).add(first_text(event, TITLES))
    known: set[tuple[str, ...]] = set()
    for number, (event, around) in enumerate(events, start=1):
        made = made_event(event, date=around.date, room=around.room) | {"line": number}
        # A file may give the same events by room and by time: those have the same number, which no other has.
        identity = first_text(event, _NUMBERS)
        same = (identity, *(str(made[name]) for name in ("day", "start", "title", "room")))
        if identity and len(called[identity]) == 1 and same in known:
            continue
        known.add(same)
        found.setdefault(str(made.pop("day")), []).append(made)
    return found


def frame_of(content: Any) -> tuple[str, str]:
    """Return title and venue of the thing that frames all events of any JSON, empty where there is none."""
    frame, _ = _frame(content) if isinstance(content, dict) else ({}, {})
    return first_text(frame, TITLES), rooms_of(frame)


def _frame(content: Mapping[str, Any]) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the fields of the thing beside a list of events that is their whole, as the day is, and all but it."""
    lists = [value for value in content.values() if isinstance(value, list)]
    if not any(len(value) >= FEWEST_ALIKE and _holds_events({"": value}, MOST_TRACKS) for value in lists):
        return {}, content
    for key, value in content.items():
        known = fields_of(value) if isinstance(value, dict) else {}
        if first_text(known, TITLES) and (first_text(known, STARTS) or date_in(known)):
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
    heads = tuple(tidy(CAPITAL.sub(" ", key).replace("_", " "))[:MOST_HEAD] for key in keys)
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
    return tidy(first_text({"": value}, ("",)))[:CHARACTERS]


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
        known = fields_of(content)
        if not first_text(known, STARTS) and first_text(known, TITLES):
            known = slot_of(known) | known
        holds = _holds_events(content, 0)
        is_one = around.is_listed or bool(first_text(known, ("date", "day")))
        if not holds and not first_text(known, STARTS) and first_text(known, TITLES) and is_one:
            # All begin at the same time, which stands once above them.
            known = dict(around.times) | known
        if first_text(known, TITLES) and first_text(known, STARTS) and not holds:
            yield known, around
            return
        if len(content) >= FEWEST_ALIKE and all(_CLOCK.fullmatch(str(key)) for key in content):
            yield from _by_clock(content, around)
            return
        named_day = first_text(known, TITLES)
        day, start, end = when_named(named_day)
        frame, within_it = _frame(content)
        own = date_in(known) or day or (named_day if _is_day(named_day) else "") or date_in(frame)
        by_date = bool(content) and all(_is_day(str(key)) for key in content)
        named = first_text(known, ("name", "title")) if {"events", "sessions"} & set(known) else ""
        rooms = known.get("rooms")
        # A list of all rooms is not where it is.
        named = ("" if isinstance(rooms, list) and len(rooms) > 1 else rooms_of(known)) or named
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
            yield fields_of(each), around
        else:
            yield from _walk(each, around, depth + 1)


def _is_event(thing: Any) -> bool:
    known = fields_of(thing) if isinstance(thing, dict) else {}
    return bool(first_text(known, TITLES) and first_text(known, STARTS))


def _is_untimed(thing: Any) -> bool:
    """Whether it has a title and no time, and is not what others stand in."""
    known = fields_of(thing) if isinstance(thing, dict) else {}
    lists = (value for key, value in known.items() if isinstance(value, list) and key not in PEOPLE)
    holds = any(isinstance(each, dict) for value in lists for each in value)
    return bool(first_text(known, TITLES)) and not first_text(known, STARTS) and not slot_of(known) and not holds


def _with_titles(things: list[Any]) -> Iterator[Any]:
    """Give the things of a list, where one without a title is called after its kind and its people if others have one.

    `{"time": "14:05", "type": "keynote", "speakers": ["Anna Bos"]}` is `Keynote: Anna Bos`.
    """
    known = [fields_of(each) if isinstance(each, dict) else {} for each in things]
    are_events = any(first_text(each, TITLES) and first_text(each, STARTS) for each in known)
    for own, each in zip(known, things, strict=True):
        is_nameless = are_events and own and first_text(own, STARTS) and not first_text(own, TITLES)
        people = [name for name in map(named_person, people_of(own)) if name] if is_nameless else []
        title = ": ".join(part for part in (first_text(own, KINDS), ", ".join(people)) if part) if is_nameless else ""
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
                own = event if first_text(event, STARTS) else {**event, "start": clock}
                yield own, replace(around, room=room)


def _at(value: Any, room: str, depth: int) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, str) and value.strip():
        yield {"title": value}, room
    elif isinstance(value, dict) and depth < MOST_TRACKS:
        known = fields_of(value)
        if first_text(known, TITLES):
            yield known, room
            return
        for key, each in value.items():
            yield from _at(each, str(key) if room_sureness(str(key)) >= Sureness.LIKELY else room, depth + 1)
    elif isinstance(value, list):
        for each in value:
            yield from _at(each, room, depth + 1)


def _is_day(key: str) -> bool:
    """Whether a key is a day: `2027-03-11`, `thursday`, `dag 2`, `day1`."""
    date = find_date(_NUMBERED.sub(r"\1 \2", key))
    return ISO_DATE.fullmatch(key) is not None or (date is not None and not date.rest.strip())


def _times_in(known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: known[name] for name in ("start", "end") if isinstance(known.get(name), str) and known[name]}


def _holds_events(content: Mapping[str, Any], depth: int) -> bool:
    """Whether a thing with a title and a start is the whole of which the events stand in it, or in its tracks."""
    for value in content.values():
        for each in value[:3] if isinstance(value, list) else ():
            own = fields_of(each) if isinstance(each, dict) else {}
            if first_text(own, TITLES) and first_text(own, STARTS):
                return True
            if own and depth < MOST_TRACKS and _holds_events(each, depth + 1):
                return True
    return False
