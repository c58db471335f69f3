"""An iCalendar file as lines: one for each event, in local time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from studydag.model.exchange.importing.drafts import shortened
from studydag.model.exchange.importing.people import listed_people
from studydag.model.exchange.importing.phase_words import phase_of
from studydag.model.exchange.importing.rows import tidy
from studydag.model.exchange.importing.words import Role, label_at
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.wording import N_

HOME: Final = "Europe/Amsterdam"
"""Where a moment in world time is read when the file names no zone; Brussels and Berlin have the same clock."""
MOST_EVENTS = 20_000
_BEGIN: Final = re.compile(rb"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)


class CalendarUnreadable(CannotRead):
    """A calendar that can't be made out."""

    text = N_("{path} can't be read as a calendar.")


def lines_of_calendar(data: bytes, name: str) -> tuple[ImportedLine, ...]:
    """Return a line for each event of a calendar, by start. Raises CannotRead."""
    from icalendar import Calendar

    if len(_BEGIN.findall(data)) > MOST_EVENTS:
        raise CalendarUnreadable(path=name)
    try:
        calendars = Calendar.from_ical(data, multiple=True)
    except Exception as error:  # the reader lets many kinds through
        raise CalendarUnreadable(path=name) from error
    numbers = [data.count(b"\n", 0, found.start()) + 1 for found in _BEGIN.finditer(data)]
    made: list[ImportedLine] = []
    title = ""
    for calendar in calendars:
        title = title or tidy(str(calendar.get("X-WR-CALNAME", "")))
        zone = _zone(str(calendar.get("X-WR-TIMEZONE", HOME)))
        for event in calendar.walk("VEVENT"):
            line = numbers[len(made)] if len(made) < len(numbers) else len(made) + 1
            made.append(_line(event, line, zone))
    if not made:
        raise CalendarUnreadable(path=name)
    timed = sorted(made, key=lambda line: (line.date or dt.date.max, line.start or dt.time.max, line.line))
    return (*_titled(title), *timed)


def _titled(title: str) -> Iterator[ImportedLine]:
    if title:
        yield ImportedLine(line=1, text=title, kind=LineKind.TITLE, title=title)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(HOME)


def _line(event: Any, number: int, zone: ZoneInfo) -> ImportedLine:
    title, rest = shortened(tidy(_said(event, "SUMMARY")))
    start, end = _moment(event, "DTSTART", zone), _moment(event, "DTEND", zone)
    minutes = _minutes(event)
    persons, room, description = _described(event)
    text = " ".join(part for part in (title, start.isoformat(" ", "minutes") if start else "") if part)
    if start is None or not title:
        return ImportedLine(line=number, text=text or "VEVENT", kind=LineKind.NOT_UNDERSTOOD)
    return ImportedLine(
        line=number,
        text=text,
        kind=LineKind.ITEM,
        title=title,
        start=start.time(),
        end=None if end is None or end <= start else end.time(),
        minutes=minutes if end is None else None,
        date=start.date(),
        persons=persons,
        room=tidy(_said(event, "LOCATION")).replace("\n", ", ") or room,
        phase=phase_of(title),
        description="\n".join(part for part in (rest, description) if part),
        begins_part=True,
    )


def _said(event: Any, name: str) -> str:
    value = event.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    return "" if value is None else str(value)


def _moment(event: Any, name: str, zone: ZoneInfo) -> dt.datetime | None:
    """Return a moment in local time without a zone; a whole day has none."""
    try:
        value = event.decoded(name)
    except Exception:  # a value that its reader refuses
        return None
    if not isinstance(value, dt.datetime):
        return None
    if (
        value.tzinfo is not None
        and value.utcoffset() == dt.timedelta(0)
        and str(value.tzinfo) in {"UTC", "Etc/UTC", "Z"}
    ):
        value = value.astimezone(zone)
    return value.replace(tzinfo=None, second=0, microsecond=0)


def _minutes(event: Any) -> int | None:
    try:
        value = event.decoded("DURATION")
    except Exception:  # there is none, or its reader refuses it
        return None
    return int(value.total_seconds() // 60) if isinstance(value, dt.timedelta) and value.total_seconds() > 0 else None


def _described(event: Any) -> tuple[tuple[str, ...], str, str]:
    """Return the people, the room and the rest of what an event's description says, line by line."""
    persons: list[str] = []
    room = ""
    rest: list[str] = []
    for line in tidy(_said(event, "DESCRIPTION")).split("\n"):
        label = label_at(line)
        if label is not None and label[0] is Role.PERSONS:
            persons += listed_people(label[2])
        elif label is not None and label[0] is Role.ROOM and not room:
            room = label[2]
        elif line:
            rest.append(line)
    attendees = event.get("ATTENDEE") or []
    for attendee in attendees if isinstance(attendees, list) else [attendees]:
        parameters = getattr(attendee, "params", {})
        if str(parameters.get("ROLE", "")).upper() == "CHAIR" and parameters.get("CN"):
            persons.append(tidy(str(parameters["CN"])))
    return tuple(dict.fromkeys(persons)), room, "\n".join(rest)
