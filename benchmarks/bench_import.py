"""What it costs to read a conference of 700 items in 26 rooms, and to add it, in every kind of file."""

import csv
import datetime as dt
import io
import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import xlsxwriter

from benchmarks.rows import Row, milliseconds
from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.operations.importing import add_programme
from studydag.model.store.library import Library
from studydag.model.values.imported import ImportedProgramme

ITEMS, ROOMS, DAYS = 700, 26, 4
GOAL_MS = 3000
FIRST = ("Anna", "Bram", "Carla", "Daan", "Els", "Frank", "Greet", "Hans", "Ilse", "Jan", "Karin", "Leo")
LAST = ("Bos", "de Vries", "Jansen", "Smit", "Visser", "Mulder", "Meyer", "Dekker", "Peeters", "Wagner")
Item = tuple[str, str, str, str, str, str]


def rows() -> list[Row]:
    """Return how long each kind of file takes to read, and how long it takes to add what was read."""
    made = []
    for name, data in files().items():
        spent = milliseconds(partial(read, data, name), rounds=3)
        made.append(Row(name=f"read {ITEMS} items from {name}", figure=spent, unit="ms", goal=GOAL_MS))
    programme = read(files()["schedule.xml"], "schedule.xml")
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "x.studydag", create=True) as library:
        spent = milliseconds(lambda: add_programme(library, programme, "Conference"), rounds=1)
    return [*made, Row(name=f"add {ITEMS} items", figure=spent, unit="ms", goal=GOAL_MS)]


def read(data: bytes, name: str) -> ImportedProgramme:
    """Read a file as the command line does."""
    return arranged(read_file(data, name, today=dt.date(2026, 1, 5)), round_title="Round")


def items() -> Iterator[Item]:
    """Give the items: date, start, end, title, person, room."""
    for number in range(ITEMS):
        day, place = divmod(number, ITEMS // DAYS)
        slot, room = divmod(place, ROOMS)
        start = 9 * 60 + slot * 60 + room % 4 * 5
        person = f"{FIRST[number % len(FIRST)]} {LAST[number * 7 % len(LAST)]}"
        date = (dt.date(2026, 12, 27) + dt.timedelta(days=min(day, DAYS - 1))).isoformat()
        yield date, _clock(start), _clock(start + 50), f"Samen leren, deel {number}", person, f"Zaal {room + 1}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def files() -> dict[str, bytes]:
    """Return the same items as each kind of file."""
    return {
        "text": "".join(_as_text()).encode(),
        "table.csv": _as_csv(),
        "table.xlsx": _as_sheet(),
        "schedule.xml": _as_xml(),
        "schedule.json": _as_json(),
        "calendar.ics": _as_calendar(),
    }


def _as_text() -> Iterator[str]:
    former = ""
    for date, start, end, title, person, room in items():
        if date != former:
            yield f"{date}\n"
            former = date
        yield f"{start} - {end} | {title} | {person} | {room}\n"


def _as_csv() -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(("Datum", "Begin", "Einde", "Titel", "Spreker", "Zaal"))
    writer.writerows(items())
    return buffer.getvalue().encode()


def _as_sheet() -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ("Datum", "Begin", "Einde", "Titel", "Spreker", "Zaal"))
    for number, item in enumerate(items(), start=1):
        sheet.write_row(number, 0, item)
    book.close()
    return buffer.getvalue()


def _by_day_and_room() -> dict[str, dict[str, list[Item]]]:
    days: dict[str, dict[str, list[Item]]] = {}
    for item in items():
        days.setdefault(item[0], {}).setdefault(item[5], []).append(item)
    return days


def _as_xml() -> bytes:
    parts = ["<?xml version='1.0' encoding='utf-8'?><schedule><conference><title>Conference</title></conference>"]
    for date, rooms in _by_day_and_room().items():
        parts.append(f"<day date='{date}' start='{date}T08:00:00'>")
        for room, own in rooms.items():
            parts.append(f"<room name='{room}'>")
            parts += [
                f"<event><start>{item[1]}</start><duration>00:50</duration><title>{item[3]}</title>"
                f"<persons><person>{item[4]}</person></persons></event>\n"
                for item in own
            ]
            parts.append("</room>")
        parts.append("</day>")
    return "".join([*parts, "</schedule>"]).encode()


def _as_json() -> bytes:
    days = [
        {
            "date": date,
            "day_start": f"{date}T08:00:00",
            "rooms": {
                room: [
                    {"start": item[1], "duration": "00:50", "title": item[3], "persons": [{"name": item[4]}]}
                    for item in own
                ]
                for room, own in rooms.items()
            },
        }
        for date, rooms in _by_day_and_room().items()
    ]
    return json.dumps({"schedule": {"conference": {"title": "Conference", "days": days}}}).encode()


def _as_calendar() -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x"]
    for number, (date, start, end, title, _, room) in enumerate(items()):
        day = date.replace("-", "")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}",
            f"DTSTAMP:{day}T000000Z",
            f"DTSTART:{day}T{start.replace(':', '')}00",
        ]
        lines += [f"DTEND:{day}T{end.replace(':', '')}00", f"SUMMARY:{title.replace(',', chr(92) + ',')}"]
        lines += [f"LOCATION:{room}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
