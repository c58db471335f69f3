"""Schedules of conference systems (frab, pretalx, c3voc): `schedule.xml` and `schedule.json` as lines."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from typing import Any, Final
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from studydag.model.exchange.importing.reading.legible import tidy
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.texts.drafts import shortened
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import phase_of
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.wording import N_

MOST_EVENTS = 20_000
MOST_DEPTH = 40
_TEXT_CHARACTERS = 20_000
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?|(\d{2})(\d{2})")
_STAMP: Final = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})")
_ISO_DURATION: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?)?", re.IGNORECASE)
MINUTES_A_DAY = 1440
_EVENTS: Final = frozenset({"event", "entry", "session", "talk"})
_PEOPLE: Final = frozenset({"person", "speaker"})
_MARKUP: Final = re.compile(r"<[^<>]{1,200}>")


class ScheduleUnreadable(CannotRead):
    """A file of a program that is no whole one: `kind` is XML or JSON."""

    text = N_("{path} is damaged, or not {kind}: it can’t be read.")


class ScheduleBroken(CannotRead):
    """A file of a program that is whole up to a line."""

    text = N_("{path} is damaged: from line {line:number} on it can’t be read.")


class WholeStudyDay(CannotRead):
    """What `show --json` wrote: read as a programme it would lose all but its times."""

    text = N_("{path} holds a whole study day, not just a programme. Add it with studydag load on the command line.")


class NoSessions(CannotRead):
    """A file of a program that holds nothing that could be a block."""

    text = N_("{path} holds no sessions: nothing in it has both a title and a time. Is it another kind of file?")


Event = dict[str, Any]
Day = tuple[str, str, list[Event]]
"""A day: its date, its start, and its events; each event knows its room and its line."""


def lines_of_xml(data: bytes, name: str, *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Return the lines of a `schedule.xml`. Raises CannotRead, also where the file tries to expand entities."""
    from xml.sax import SAXException, SAXParseException

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import parse

    from studydag.model.exchange.importing.reading.references import with_references
    from studydag.model.exchange.importing.reading.xml_things import things_of_xml

    handler = _Handler()
    try:
        parse(io.BytesIO(data), handler, forbid_dtd=False)
    except DefusedXmlException as error:
        raise ScheduleUnreadable(path=name, kind="XML") from error
    except SAXParseException as error:
        raise ScheduleBroken(path=name, line=error.getLineNumber() or 1) from error
    except (SAXException, ValueError, LookupError) as error:
        raise ScheduleUnreadable(path=name, kind="XML") from error
    # A feed of news has entries with a title too, but none that begins at a time.
    if any("start" in event or "date" in event for _, _, events in handler.days for event in events):
        return _lines(handler.title, handler.days, today)
    days = _days_of_any(with_references(things_of_xml(data)))
    if not any(event["start"] for _, _, events in days for event in events):
        raise NoSessions(path=name)
    return _lines(handler.title, days, today)


class _Handler(ContentHandler):
    """Collects the events of a schedule while it is read, with the lines on which they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.days: list[Day] = []
        self._locator: Locator | None = None
        self._path: list[str] = []
        self._room = ""
        self._event: Event | None = None
        self._event_depth = 0
        self._texts: list[str] = []
        self._length = 0
        self._count = 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - xml.sax's name
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - xml.sax's name
        still_wanted()
        self._path.append(name)
        self._texts, self._length = [], 0
        if len(self._path) > MOST_DEPTH:
            raise ValueError("depth")
        if name == "day":
            self.days.append((attrs.get("date", ""), attrs.get("start", ""), []))
        elif name == "room" and self._event is None:
            self._room = attrs.get("name", "")
        elif name in _EVENTS and self._event is None:
            self._event_depth = len(self._path)
            self._count += 1
            if self._count > MOST_EVENTS:
                raise ValueError("events")
            line = self._locator.getLineNumber() if self._locator is not None else 0
            self._event = {"line": line or self._count, "room": self._room, "persons": []}

    def characters(self, content: str) -> None:
        if self._length < _TEXT_CHARACTERS:
            self._texts.append(content)
            self._length += len(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - xml.sax's name
        self._path.pop()
        text = "".join(self._texts).strip()
        self._texts, self._length = [], 0
        depth = len(self._path)
        if self._event is not None and depth < self._event_depth:
            if not self.days:
                self.days.append(("", "", []))
            self.days[-1][2].append(self._event)
            self._event = None
        elif self._event is None:
            if name == "title" and self._path and self._path[-1] == "conference":
                self.title = tidy(text)
        elif (name in _PEOPLE or (name == "name" and self._path[-1] in _PEOPLE)) and text:
            self._event["persons"].append(text)
        elif depth == self._event_depth and text:
            self._event[name] = text


def _lines_of_things(content: dict[str, Any], today: dt.date | None) -> tuple[ImportedLine, ...]:
    """Read a list of proposals, which say what they are but not when."""
    from studydag.model.exchange.importing.lines import read_lines
    from studydag.model.exchange.importing.schedules.event_lists import rows_of_things
    from studydag.model.exchange.importing.tables.layouts import layout_of

    rows = rows_of_things(content)
    return read_lines(rows, today=today) if rows and layout_of(rows) is not None else ()


def lines_of_json(data: bytes, name: str, *, today: dt.date | None = None) -> tuple[ImportedLine, ...]:
    """Return the lines of a `schedule.json`. Raises CannotRead."""
    from studydag.model.exchange.importing.reading.encodings import decoded
    from studydag.model.exchange.importing.reading.references import with_references
    from studydag.model.exchange.importing.schedules.event_lists import frame_of
    from studydag.model.exchange.parsing import parsed
    from studydag.model.values.errors import InvalidValue

    text = decoded(data).strip()
    # A list of events is read as well.
    text = f'{{"events": {text}}}' if text.startswith("[") else text
    try:
        content = parsed(text.encode("utf-8", "replace"))
    except InvalidValue as error:
        raise ScheduleUnreadable(path=name, kind="JSON") from error
    if {"format", "parts", "blocks", "setting"} <= content.keys():
        raise WholeStudyDay(path=name)
    schedule = content.get("schedule", content)
    conference = schedule.get("conference", schedule) if isinstance(schedule, dict) else {}
    days = list(_days_of(conference)) if isinstance(conference, dict) else []
    title = tidy(_text(conference.get("title"))) if isinstance(conference, dict) else ""
    venue = ""
    if not any(events for _, _, events in days):
        content = with_references(content)
        days = _days_of_any(content)
        framed, venue = frame_of(content)
        title = title or tidy(framed)
    if not any(events for _, _, events in days):
        lines = _lines_of_things(content, today)
        if not any(line.kind.is_block for line in lines):
            raise NoSessions(path=name)
        return lines
    return _lines(title, days, today, tidy(venue))


def _days_of_any(content: dict[str, Any]) -> list[Day]:
    """Return what looks like events in things of any kind, by day."""
    from studydag.model.exchange.importing.schedules.event_lists import events_by_date

    found = list(events_by_date(content).items())
    # Days without a date come in the order of the file.
    found = sorted(found) if all(_date(date) for date, _ in found) else found
    return [(date, "", events) for date, events in found]


def _days_of(conference: dict[str, Any]) -> Iterator[Day]:
    count = 0
    for day in _list(conference.get("days")):
        events: list[Event] = []
        rooms = day.get("rooms") if isinstance(day, dict) else None
        for room, own in rooms.items() if isinstance(rooms, dict) else ():
            for event in _list(own):
                if isinstance(event, dict) and count < MOST_EVENTS:
                    count += 1
                    events.append({**event, "line": count, "room": _text(event.get("room")) or room})
        if isinstance(day, dict):
            yield _text(day.get("date")), _text(day.get("day_start") or day.get("start")), events


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Return a text, or that of the first language where there are several."""
    if isinstance(value, dict):
        words = (*(value.get(key) for key in ("nl", "en", "de", "name", "title")), *value.values())
        value = next((each for each in words if isinstance(each, str)), "")
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _lines(title: str, days: list[Day], today: dt.date | None = None, venue: str = "") -> tuple[ImportedLine, ...]:
    made: list[ImportedLine] = []
    for kind, text in ((LineKind.TITLE, title), (LineKind.VENUE, venue)):
        if text:
            made.append(ImportedLine(line=1, text=text, kind=kind, title=text))
    for date_text, start_text, events in days:
        date = _date(date_text) or _written_date(date_text, today)
        is_named = date is None and bool(date_text and events)
        if is_named:
            line = events[0]["line"]
            made.append(ImportedLine(line=line, text=date_text, kind=LineKind.DATE, title=date_text, begins_part=True))
        begin = _STAMP.search(start_text)
        day_start = _time(begin[2]) if begin else _time(start_text)
        lines = [(_line(event, date, day_start), _list(event.get("choices"))) for event in events]
        lines.sort(key=lambda each: (each[0].days_later, each[0].start or dt.time.max, each[0].line))
        for place, (line, choices) in enumerate(lines):
            made.append(line if place or is_named else _beginning(line))
            if line.kind is LineKind.ITEM:
                made += [_option(choice, line) for choice in choices if isinstance(choice, dict)]
    return tuple(made)


def _beginning(line: ImportedLine) -> ImportedLine:
    from dataclasses import replace

    return replace(line, begins_part=True)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10].replace("/", "-"))
    except ValueError:
        return None


def _written_date(text: str, today: dt.date | None) -> dt.date | None:
    """Read `Tuesday 2 September`, where its weekday or its year says which year that is."""
    from studydag.model.exchange.importing.recognising.date_lines import find_date

    written = find_date(text) if text else None
    return None if written is None else written.settled(None, today)


def _time(text: str) -> dt.time | None:
    found = _CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4])
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _line(event: Event, date: dt.date | None, day_start: dt.time | None) -> ImportedLine:
    still_wanted()
    title, rest = shortened(tidy(_text(event.get("title"))))
    start = _time(_text(event.get("start")))
    stamp = _STAMP.search(_text(event.get("date")))
    if start is None and stamp is not None:
        start = _time(stamp[2])
    date = date if date is not None or stamp is None else _date(stamp[1])
    minutes = _duration(_text(event.get("duration")))
    # What begins before the day does, begins after midnight.
    is_later = start is not None and day_start is not None and start < day_start and day_start >= dt.time(5)
    room = tidy(_text(event.get("room")))
    notes = [tidy(_MARKUP.sub("", _text(event.get(name)))) for name in ("subtitle", "abstract", "description")]
    text = " · ".join(part for part in (_text(event.get("start")), title, room) if part)
    if not title:
        return ImportedLine(line=event["line"], text=text or "event", kind=LineKind.NOT_UNDERSTOOD)
    return ImportedLine(
        line=event["line"],
        text=text,
        kind=LineKind.ITEM if start is not None else LineKind.PARKED,
        title=title,
        start=start,
        minutes=minutes,
        date=date,
        days_later=int(is_later),
        persons=tuple(dict.fromkeys(_persons(event.get("persons")))),
        room=" ".join(room.split()),
        phase=phase_of(title),
        description="\n".join(dict.fromkeys(part for part in (rest, *notes) if part))[:_TEXT_CHARACTERS],
        track=room,
        begins_part=False,
    )


def _option(choice: dict[str, Any], item: ImportedLine) -> ImportedLine:
    """Return what can be chosen within an event."""
    from dataclasses import replace

    line = _line({**choice, "line": item.line}, None, None)
    return replace(line, kind=LineKind.OPTION, track="") if line.title else line


def _duration(text: str) -> int | None:
    iso = _ISO_DURATION.fullmatch(text.strip())
    if iso is not None and any(iso.groups()):
        days, hours, some = (int(part or 0) for part in iso.groups())
        return min(MINUTES_A_DAY, days * MINUTES_A_DAY + hours * 60 + some) or None
    minutes = read_minutes(text) if text else None
    if minutes is not None and minutes > MINUTES_A_DAY and text.strip().isdigit():
        # No event lasts for days: it is written in seconds.
        return minutes // 60 if minutes // 60 <= MINUTES_A_DAY else None
    return minutes or None


def _persons(people: Any) -> Iterator[str]:
    for person in _list(people):
        named = person
        if isinstance(person, dict):
            from studydag.model.exchange.importing.reading.references import name_in

            named = name_in(person)
        name = tidy(_text(named))
        if name:
            yield " ".join(name.split())
