"""Events in JSON of many programs: one rule a test."""

import datetime as dt
import json
from typing import Any

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import ImportedBlock, ImportedProgramme


def read(content: Any) -> ImportedProgramme:
    data = json.dumps(content).encode()
    return arranged(read_file(data, "x.json", today=dt.date(2026, 1, 5)), round_title="Round")


def blocks(content: Any) -> list[ImportedBlock]:
    made = [each for part in read(content).parts for block in part.blocks for each in (block, *block.options)]
    return [block for block in made if not block.is_made]


def test_a_session_names_its_speakers_and_its_room_by_number() -> None:
    people = [{"id": "a1", "firstName": "Anna", "lastName": "Bos"}, {"id": "b2", "fullName": "Piet Smit"}]
    session = {"title": "Lezen", "speakers": ["a1", "b2"], "roomId": 7, "startsAt": "2026-11-02T09:00:00"}
    content = {"sessions": [session], "speakers": people, "rooms": [{"id": 7, "name": "Aula"}, {"id": 8, "name": "B"}]}
    (block,) = blocks(content)
    assert (block.start, block.persons, block.room) == (540, ("Anna Bos", "Piet Smit"), "Aula")


def test_sessions_without_a_time_have_their_speakers_too() -> None:
    people = [
        {"id": "a1", "firstName": "Anna", "lastName": "Bos"},
        {"id": "b2", "firstName": "Piet", "lastName": "Smit"},
    ]
    sessions = [{"title": f"Lezen {n}", "speakers": ["a1"], "startsAt": None} for n in range(31)]
    programme = read({"sessions": sessions, "speakers": people})
    assert [(block.title, block.persons) for block in programme.parked][:1] == [("Lezen 0", ("Anna Bos",))]


def test_a_session_names_its_time_by_the_key_of_a_slot() -> None:
    slots = {"1": {"begintijd": "10:00", "eindtijd": "10:45"}, "lunch": {"begintijd": "13:00", "eindtijd": "13:45"}}
    talks = {
        "1": {"titel": "Slimmer leren", "naam": "Anna Bos", "blok": "1", "ruimte": "Kapel"},
        "2": {"titel": "Soep", "naam": "", "blok": "lunch", "ruimte": "Hal"},
    }
    content = {
        "blokken": slots,
        "ruimtes": {"Kapel": {"capaciteit": 30}, "Hal": {"capaciteit": 9}},
        "presentaties": talks,
    }
    assert [(each.title, each.start, each.end, each.persons, each.room) for each in blocks(content)] == [
        ("Slimmer leren", 600, 645, ("Anna Bos",), "Kapel"),
        ("Soep", 780, 825, (), "Hal"),
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"begintijd": "9:00", "eindtijd": "9:30", "zaal": "Aula", "spreker": "Anna Bos"},
        {"Beginn": "9:00", "Ende": "9:30", "Raum": "Aula", "Referentin": "Anna Bos"},
        {"time": "9:00 - 9:30", "locations": ["Aula"], "presenters": [{"first_name": "Anna", "last_name": "Bos"}]},
        {"fromHour": 9, "fromMin": 0, "toHour": 9, "toMin": 30, "location": "Aula", "speaker": "Anna Bos"},
    ],
)
def test_the_fields_of_an_event_have_many_names(fields: dict[str, Any]) -> None:
    (block,) = blocks({"items": [{"titel": "Lezen"} | fields]})
    assert (block.start, block.end, block.room, block.persons) == (540, 570, "Aula", ("Anna Bos",))


def test_the_clock_where_it_is_held_goes_before_world_time() -> None:
    event = {"name": "Dinner", "start_time": "2026-07-31T02:30:00+00:00", "time": "7:30 PM PDT"}
    programme = read([event])
    (part,) = programme.parts
    assert (part.date, part.blocks[0].start) == (dt.date(2026, 7, 30), 19 * 60 + 30)


def test_the_days_of_a_week_come_in_the_order_of_the_file() -> None:
    programme = read([{"title": "A", "day": day, "start": "9:00"} for day in ("Tuesday", "Wednesday", "Thursday")])
    assert [part.title for part in programme.parts] == ["Tuesday", "Wednesday", "Thursday"]


def test_a_conference_with_a_title_and_a_start_is_no_event() -> None:
    event = {"title": "Opening", "start": "2026-11-02T09:00:00"}
    (block,) = blocks({"name": "Congres", "start": "2026-11-02T08:00:00", "sessions": [event]})
    assert block.title == "Opening"


def test_what_stands_beside_the_events_and_frames_them_is_the_day_itself() -> None:
    day = {"title": "Samen lezen", "date": "2027-03-11", "venue": "Zuidpool", "start": "09:00", "end": "15:00"}
    items = [
        {"start": "09:00", "title": "Onthaal"},
        {"start": "09:30", "title": "Opening", "speakers": ["Anna Bos"], "room": "Aula"},
    ]
    programme = read({"language": "nl", "event": day, "items": items})
    assert (programme.title, programme.venue) == ("Samen lezen", "Zuidpool")
    assert [part.date for part in programme.parts] == [dt.date(2027, 3, 11)]
    found = [(block.title, block.start, block.persons, block.room) for part in programme.parts for block in part.blocks]
    assert found == [("Onthaal", 540, (), ""), ("Opening", 570, ("Anna Bos",), "Aula")]


def test_an_event_beside_a_list_of_other_things_stays_an_event() -> None:
    content = {"event": {"title": "Opening", "start": "09:00"}, "links": [{"title": "Zaal"}, {"title": "Route"}]}
    assert [(block.title, block.start) for block in blocks(content)] == [("Opening", 540)]


@pytest.mark.parametrize("key", ["choices", "options", "keuzes", "workshops"])
def test_what_can_be_chosen_within_an_event_are_its_options(key: str) -> None:
    choices = [
        {"title": "Lezen", "room": "101", "speakers": ["Anna Bos"], "description": "Met een boek"},
        {"title": "Rekenen", "room": "102"},
        {"title": "Schrijven"},
    ]
    items = [
        {"start": "09:00", "end": "10:00", "title": "Aan de slag", key: choices},
        {"start": "10:00", "title": "Lunch"},
    ]
    (part,) = read({"items": items}).parts
    around, lunch = part.blocks
    assert (around.title, around.start, around.end, around.is_made) == ("Aan de slag", 540, 600, False)
    assert [(each.title, each.persons, each.room, each.description) for each in around.options] == [
        ("Lezen", ("Anna Bos",), "101", "Met een boek"),
        ("Rekenen", (), "102", ""),
        ("Schrijven", (), "", ""),
    ]
    assert (lunch.title, lunch.options, around.description) == ("Lunch", (), "")


def test_things_within_an_event_that_each_have_a_room_of_their_own_are_its_options() -> None:
    groups = [{"title": "Onderbouw", "room": "Aula"}, {"title": "Bovenbouw", "room": "Kapel"}]
    items = [{"start": "09:00", "title": "Overleg", "groups": groups}, {"start": "10:00", "title": "Lunch"}]
    (part,) = read({"items": items}).parts
    found = [(each.title, each.room) for each in part.blocks[0].options]
    assert found == [("Onderbouw", "Aula"), ("Bovenbouw", "Kapel")]


def test_one_without_a_time_among_events_is_parked() -> None:
    items = [
        {"start": "09:00", "title": "Opening"},
        {"title": "Wandeling", "room": "Park", "speakers": [{"name": "Anna Bos"}]},
        {"start": "10:00", "title": "Lunch"},
        {"title": "Kamers", "list": [{"title": "Aula"}]},
    ]
    programme = read({"items": items})
    assert [(block.title, block.start) for part in programme.parts for block in part.blocks] == [
        ("Opening", 540),
        ("Lunch", 600),
    ]
    assert [(each.title, each.persons, each.room) for each in programme.parked] == [
        ("Wandeling", ("Anna Bos",), "Park")
    ]


def test_a_list_of_all_rooms_is_no_place_of_the_events() -> None:
    items = [{"start": "09:00", "title": "Opening", "room": "Aula"}, {"start": "10:00", "title": "Lunch"}]
    assert [each.room for each in blocks({"rooms": ["Aula", "Kantine"], "items": items})] == ["Aula", ""]
    assert [each.room for each in blocks({"room": "Kantine", "items": items})] == ["Aula", "Kantine"]
