"""Calendars, and the schedules that programs for conferences write, as XML and as JSON."""

import datetime as dt
import json

import pytest

from studydag.model.exchange.importing.opening import read_file
from studydag.model.exchange.importing.schedules.calendars import MOST_EVENTS, TooManyEvents
from studydag.model.values.errors import CannotRead
from tests.model.exchange.importing.read_in import read, rows

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x
X-WR-CALNAME:Studiedag
BEGIN:VEVENT
UID:1
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Amsterdam:20260312T090000
DTEND;TZID=Europe/Amsterdam:20260312T093000
SUMMARY:Opening\\, met koffie
LOCATION:Aula
DESCRIPTION:Spreker: Bea Smit\\nNeem een pen mee
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTAMP:20260101T000000Z
DTSTART:20260312T083000Z
DURATION:PT1H
SUMMARY:Lezing
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTAMP:20260101T000000Z
DTSTART;VALUE=DATE:20260312
SUMMARY:Studiedag
END:VEVENT
END:VCALENDAR
"""


def test_a_calendar_comes_in_local_time() -> None:
    programme = read(CALENDAR.replace("\n", "\r\n").encode(), "dag.ics")
    assert programme.title == "Studiedag"
    assert [part.date for part in programme.parts] == [dt.date(2026, 3, 12)]
    first, second = programme.parts[0].blocks
    assert (first.start, first.end, first.title, first.room, first.persons) == (
        540,
        570,
        "Opening, met koffie",
        "Aula",
        ("Bea Smit",),
    )
    assert first.description == "Neem een pen mee"
    assert (second.start, second.end, second.line) == (570, 630, 14)
    assert [(block.title, block.line) for block in programme.parked] == [("Studiedag", 21)]
    assert programme.not_understood == ()


SCHEDULE = """<?xml version='1.0' encoding='utf-8'?>
<schedule><conference><title>Conferentie</title></conference>
<day index='1' date='2026-03-12' start='2026-03-12T09:00:00+01:00'>
<room name='Aula'><event id='1'><start>09:00</start><duration>00:30</duration><title>Opening &amp; begin</title>
<persons><person id='1'>Bea Smit</person></persons></event>
<event id='4'><start>00:30</start><duration>01:00</duration><title>Nachtfilm</title></event></room>
<room name='Lokaal 1'>
<event id='2'><start>10:00</start><duration>01:00</duration><title>Rekenen</title></event></room>
<room name='Lokaal 2'>
<event id='3'><start>10:30</start><duration>00:45</duration><title>Taal</title><subtitle>Voor allen</subtitle></event>
</room></day></schedule>
"""


def test_a_conference_schedule_has_rounds_with_offsets_and_a_night() -> None:
    programme = read(SCHEDULE.encode(), "schedule.xml")
    assert programme.title == "Conferentie"
    (part,) = programme.parts
    assert [(block.start, block.end, block.title) for block in part.blocks] == [
        (540, 570, "Opening & begin"),
        (600, 675, "Round"),
        (1470, 1530, "Nachtfilm"),
    ]
    assert [(option.start, option.title, option.room) for option in part.blocks[1].options] == [
        (600, "Rekenen", "Lokaal 1"),
        (630, "Taal", "Lokaal 2"),
    ]
    assert part.blocks[0].line == 4


def test_a_schedule_as_json_is_the_same() -> None:
    events = {
        "Aula": [{"start": "09:00", "duration": "00:30", "title": "Opening", "persons": [{"public_name": "Bea Smit"}]}],
        "Lokaal 1": [{"start": "10:00", "duration": "01:00", "title": {"nl": "Rekenen"}, "persons": []}],
    }
    days = [{"date": "2026-03-12", "day_start": "2026-03-12T08:00:00+01:00", "rooms": events}]
    data = json.dumps({"schedule": {"conference": {"title": "Conferentie", "days": days}}}).encode()
    assert rows(read(data, "schedule.json")) == [
        (540, "Opening", ("Bea Smit",), "Aula"),
        (600, "Rekenen", (), "Lokaal 1"),
    ]


BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;&lol;">]>
<schedule><day><room><event><title>&lol2;</title></event></room></day></schedule>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<schedule><day><room><event><title>&e;</title></event></room></day></schedule>"""


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, "<schedule>", "<a/>", "", "<a>" * 5000])
def test_entities_and_broken_xml_are_refused(text: str) -> None:
    with pytest.raises(CannotRead):
        read_file(text.encode(), "schedule.xml")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schedule": 3}', "[" * 5000, '{"schedule":{"conference":{"days":[1]}}}']
)
def test_broken_json_is_refused(text: str) -> None:
    with pytest.raises(CannotRead):
        read_file(text.encode(), "schedule.json")


EVENT = {"title": "Opening", "start": "10:00", "duration": "01:30", "room": "Aula", "persons": ["Bea Smit"]}


def read_events(content: object) -> list[tuple[int | None, str, tuple[str, ...], str]]:
    return rows(read(json.dumps(content).encode(), "schedule.json"))


@pytest.mark.parametrize("duration", ["1:30", "01:30", "01:30:00", 90, "90", "PT90M", "PT1H30M", "P0DT1H30M", 5400])
def test_a_duration_is_read_however_it_is_written(duration: object) -> None:
    days = [{"date": "2027-05-01", "rooms": {"Aula": [EVENT | {"duration": duration}]}}]
    part = read(json.dumps({"schedule": {"conference": {"days": days}}}).encode(), "schedule.json").parts[0]
    assert [(block.start, block.end) for block in part.blocks] == [(600, 690)]


@pytest.mark.parametrize(
    "content",
    [
        {"schedule": {"conference": {"days": {"0": {"date": "2027-05-01", "rooms": {"Aula": [EVENT]}}}}}},
        {"conference": {"days": [{"date": "2027-05-01", "rooms": [{"name": "Aula", "events": [EVENT]}]}]}},
        [{"schedule": {"conference": {"days": [None, {"date": "2027-05-01", "rooms": {"Aula": [EVENT, None, 3]}}]}}}],
        {"talks": [{"title": "Opening", "startsAt": "2027-05-01T10:00", "endsAt": "2027-05-01T11:30", "room": "Aula"}
                   | {"speakers": [{"name": "Bea Smit"}]}]},
        [{"name": "Opening", "start": "2027-05-01T08:00:00Z", "location": {"en": "Aula"}, "speaker": "Bea Smit"}],
    ],
)  # fmt: skip
def test_events_in_json_are_found_wherever_they_stand(content: object) -> None:
    assert read_events(content) == [(600, "Opening", ("Bea Smit",), "Aula")]


def test_places_of_a_calendar_that_end_alike_are_rooms_of_one_venue() -> None:
    events = [
        ("Opening", "T090000", "Aula\\, Rietveld College", ""),
        ("Kies je workshop", "T100000", "Rietveld College", "Kies er een.\\n– Rekenen (Lokaal 3)\\n– Taal (Lokaal 4)"),
    ]
    told = "".join(
        f"BEGIN:VEVENT\nSUMMARY:{title}\nDTSTART:20270501{start}\nLOCATION:{place}\nDESCRIPTION:{text}\nEND:VEVENT\n"
        for title, start, place, text in events
    )
    programme = read(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{told}END:VCALENDAR\n".encode(), "dag.ics")
    first, second = programme.parts[0].blocks
    assert (programme.venue, first.room, second.room) == ("Rietveld College", "Aula", "")
    assert [(option.title, option.room) for option in second.options] == [("Rekenen", "Lokaal 3"), ("Taal", "Lokaal 4")]


ENTRIES = """<schedule><day date="2026-03-12">
<entry id="1"><start>0915</start><duration>45</duration><room id="2">Aula</room><title>Rekenen in de klas</title>
<speakers><speaker id="7"><name>Bea Smit</name><profile>https://school.example/bea</profile></speaker></speakers></entry>
<entry id="2"><start>1030</start><duration>60</duration><room>Lokaal 3</room><title>Taal in de klas</title></entry>
</day></schedule>"""


def test_a_schedule_may_call_its_events_entries_and_its_people_speakers() -> None:
    programme = read(ENTRIES.encode(), "schedule.xml")
    assert rows(programme) == [
        (555, "Rekenen in de klas", ("Bea Smit",), "Aula"),
        (630, "Taal in de klas", (), "Lokaal 3"),
    ]
    assert programme.parts[0].blocks[0].end == 600


def test_a_feed_of_news_is_no_schedule() -> None:
    feed = "<feed><title>Nieuws</title><entry><title>Nieuw rooster</title><updated>2026-03-12</updated></entry></feed>"
    with pytest.raises(CannotRead):
        read(feed.encode(), "nieuws.xml")


def test_a_calendar_may_stand_between_remarks() -> None:
    alone = read(CALENDAR.encode(), "dag.ics")
    between = read(f"<!--\n{CALENDAR}-->\n".encode(), "dag.ics")
    assert rows(between) == rows(alone)
    assert [each.line - 1 for each in between.not_understood] == [each.line for each in alone.not_understood]


def test_a_calendar_of_years_is_said_to_be_too_long_and_not_damaged():
    event = b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"
    data = b"BEGIN:VCALENDAR\r\n" + event * (MOST_EVENTS + 1) + b"END:VCALENDAR\r\n"
    with pytest.raises(TooManyEvents):
        read(data, "jaren.ics")
