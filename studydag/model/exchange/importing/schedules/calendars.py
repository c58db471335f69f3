"""An iCalendar file as lines: one for each event, in local time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from studydag.model.exchange.importing.reading.legible import tidy
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.headings import offers_parallel
from studydag.model.exchange.importing.recognising.home_zone import HOME
from studydag.model.exchange.importing.recognising.people import listed_people
from studydag.model.exchange.importing.texts.drafts import shortened
from studydag.model.exchange.importing.titles.peeling import behind, peel
from studydag.model.exchange.importing.vocabulary.words import Role, label_at
from studydag.model.rules.written.phase_words import phase_of
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine, LineKind
from studydag.model.values.wording import N_

MOST_EVENTS = 20_000
_LISTED: Final = re.compile(r"\s*[•·▪*–—-]\s+(\S.*)$")
EVENTS_AT_ONCE = 50
_END: Final = b"END:VCALENDAR"
_EVENT: Final = re.compile(rb"^BEGIN:VEVENT\s.*?^END:VEVENT[ \t]*\r?\n", re.MULTILINE | re.IGNORECASE | re.DOTALL)
_OF_THE_CALENDAR: Final = (b"X-WR-CALNAME", b"X-WR-TIMEZONE", b"VERSION", b"PRODID")
_BEGIN: Final = re.compile(rb"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)


class CalendarUnreadable(CannotRead):
    """A calendar that can't be made out, or what is none."""

    text = N_("{path} can’t be read as a calendar. Is it damaged?")


class TooManyEvents(CannotRead):
    """A calendar with more events than any programme."""

    text = N_("{path} has more than {limit:number} events: too many for a programme.")


class NoEvents(CannotRead):
    """A calendar in which nothing stands."""

    text = N_("{path} is a calendar without events.")


def lines_of_calendar(data: bytes, name: str) -> tuple[ImportedLine, ...]:
    """Return a line for each event of a calendar, by start. Raises CannotRead."""
    from icalendar import Calendar

    # What was written on Windows twice has each line end twice.
    data = _without_surroundings(data.replace(b"\r\r\n", b"\r\n"))
    if sum(1 for _ in _BEGIN.finditer(data)) > MOST_EVENTS:
        raise TooManyEvents(path=name, limit=MOST_EVENTS)
    try:
        try:
            calendars = [each for piece in _in_pieces(data) for each in Calendar.from_ical(piece, multiple=True)]
        except Exception:  # the reader lets many kinds through
            # Of what stands around the events it takes no line that is wrong.
            bare = _without_remarks(data)
            calendars = [each for piece in _in_pieces(bare) for each in Calendar.from_ical(piece, multiple=True)]
    except Exception as error:
        raise CalendarUnreadable(path=name) from error
    numbers = list(_line_numbers(data))
    made: list[ImportedLine] = []
    title = ""
    for calendar in calendars:
        title = title or tidy(str(calendar.get("X-WR-CALNAME", "")))
        zone = _zone(str(calendar.get("X-WR-TIMEZONE", HOME)))
        for event in calendar.walk("VEVENT"):
            still_wanted()
            line = numbers[len(made)] if len(made) < len(numbers) else len(made) + 1
            made.append(_line(event, line, zone))
    if not calendars:
        raise CalendarUnreadable(path=name)
    if not made:
        raise NoEvents(path=name)
    venue = _common_place([line.room for line in made if line.room])
    timed = sorted(made, key=lambda line: (line.date or dt.date.max, line.start or dt.time.max, line.line))
    lines = [each for line in timed for each in _with_options(_in_room(line, venue))]
    return (*_titled(title), *_held_at(venue), *lines)


def _in_pieces(data: bytes) -> Iterator[bytes]:
    """Give a long calendar as several of the same kind with some events each.

    The reader takes a text whole, and holds everything else up meanwhile.
    """
    upper, begin = data.upper(), 0
    while (end := upper.find(_END, begin)) >= 0:
        yield from _some_events_each(data[begin : end + len(_END)] + b"\n")
        begin = end + len(_END)
    if not begin:
        yield data


def _some_events_each(calendar: bytes) -> Iterator[bytes]:
    spans = [found.span() for found in _EVENT.finditer(calendar)]
    if len(spans) <= EVENTS_AT_ONCE:
        yield calendar
        return
    # Time zones and names may stand before and behind the events.
    gaps = zip([0, *(end for _, end in spans)], [*(begin for begin, _ in spans), len(calendar)], strict=True)
    frame = b"".join(calendar[begin:end] for begin, end in gaps)
    close = frame.upper().rindex(_END)
    for place in range(0, len(spans), EVENTS_AT_ONCE):
        still_wanted()
        events = b"".join(calendar[begin:end] for begin, end in spans[place : place + EVENTS_AT_ONCE])
        yield frame[:close] + events + frame[close:]


def _line_numbers(data: bytes) -> Iterator[int]:
    """Give the line on which each event begins."""
    line, place = 1, 0
    for found in _BEGIN.finditer(data):
        line += data.count(b"\n", place, found.start())
        place = found.start()
        yield line


def _without_surroundings(data: bytes) -> bytes:
    """Blank what stands before and behind the calendar, as a remark of who made it; lines keep their numbers."""
    upper = data.upper()
    begin, end = upper.find(b"BEGIN:VCALENDAR"), upper.rfind(b"END:VCALENDAR")
    if begin < 0 or end < begin:
        return data
    return b"\n" * data.count(b"\n", 0, begin) + data[begin : end + len(b"END:VCALENDAR")] + b"\n"


def _without_remarks(data: bytes) -> bytes:
    """Blank the lines of the calendar itself but its name and its time zone; those of events and zones stay."""
    made, within = [], 0
    for line in data.split(b"\n"):
        is_begin, is_end = line.upper().startswith(b"BEGIN:"), line.upper().startswith(b"END:")
        within += is_begin
        is_kept = within > 1 or is_begin or is_end or line.upper().startswith(_OF_THE_CALENDAR)
        made.append(line if is_kept else b"")
        within -= is_end
    return b"\n".join(made)


def _common_place(places: Sequence[str]) -> str:
    """Return what all places end with behind a comma, as `Aula, Rietveld College`: that is where all is held."""
    if len(set(places)) < 2:
        return ""
    tails = [place.split(", ") for place in places]
    common: list[str] = []
    while all(len(tail) > len(common) for tail in tails):
        piece = tails[0][-1 - len(common)]
        if any(tail[-1 - len(common)] != piece for tail in tails):
            break
        common.insert(0, piece)
    return ", ".join(common)


def _in_room(line: ImportedLine, venue: str) -> ImportedLine:
    room = "" if line.room == venue else line.room.removesuffix(f", {venue}") if venue else line.room
    return replace(line, room=room)


def _held_at(venue: str) -> Iterator[ImportedLine]:
    if venue:
        yield ImportedLine(line=1, text=venue, kind=LineKind.VENUE, title=venue)


def _with_options(line: ImportedLine) -> Iterator[ImportedLine]:
    """Give a line, and behind it what its description lists to choose from."""
    told = line.description.split("\n")
    listed = [found[1] for text in told if (found := _LISTED.match(text)) is not None]
    with_room = sum(bool(peel(text).room) for text in listed)
    is_choice = offers_parallel(line.title) or 2 * with_room > len(listed)
    if line.kind is not LineKind.ITEM or len(listed) < 2 or not is_choice:
        yield line
        return
    rest = [text for text in told if _LISTED.match(text) is None]
    yield replace(line, description="\n".join(rest))
    known = behind(listed)
    for text in listed:
        option = peel(text, known=known)
        yield ImportedLine(
            line=line.line,
            text=text,
            kind=LineKind.OPTION,
            title=option.title,
            persons=option.persons,
            room=option.room,
            minutes=option.minutes,
            phase=phase_of(option.title),
            description=option.description,
        )


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
    persons, told_room, description = _described(event)
    room = tidy(_said(event, "LOCATION")).replace("\n", ", ") or told_room
    text = " ".join(part for part in (title, start.isoformat(" ", "minutes") if start else "") if part)
    if title and start is None and _is_whole_day(event):
        told = "\n".join(part for part in (rest, description) if part)
        return ImportedLine(
            line=number, text=text, kind=LineKind.PARKED, title=title, persons=persons, room=room, description=told
        )
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
        room=room,
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


def _is_whole_day(event: Any) -> bool:
    """Whether an event has a date and no clock time."""
    try:
        value = event.decoded("DTSTART")
    except Exception:  # a value that its reader refuses
        return False
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


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
