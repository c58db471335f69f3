"""Tables and files with heads and shapes of their own: known by what stands in them."""

import datetime as dt
import json

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine, LineKind

TODAY = dt.date(2027, 1, 5)


def read(text: str, name: str) -> list[ImportedLine]:
    return [line for line in read_file(text.encode(), name, today=TODAY) if line.kind.is_block]


def told(lines: list[ImportedLine]) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(f"{line.start:%H:%M}" if line.start else "", line.title, line.persons, line.room) for line in lines]


ROWS = (
    "09:00;Welkom;Anna Bos;Aula\n10:00;Lezing over taal;Jan Loo;Aula\n"
    "11:00;Workshop rekenen;Karin Post;lokaal 3\n12:00;Lunch;;kantine"
)
MEANT = [
    ("09:00", "Welkom", ("Anna Bos",), "Aula"),
    ("10:00", "Lezing over taal", ("Jan Loo",), "Aula"),
    ("11:00", "Workshop rekenen", ("Karin Post",), "lokaal 3"),
    ("12:00", "Lunch", (), "kantine"),
]


@pytest.mark.parametrize("heads", ["A;B;C;D", "hier;dit;zo;daar", "moment;wat er gebeurt;mensen;waarheen"])
def test_columns_whose_heads_say_nothing_are_known_by_their_cells(heads: str) -> None:
    assert told(read(f"{heads}\n{ROWS}", "dag.csv")) == MEANT


def test_codes_are_no_rooms() -> None:
    rows = "x1;09:00;Welkom;Anna Bos\nx2;10:00;Lezing over taal;Jan Loo\nx3;11:00;Workshop rekenen;Karin Post"
    lines = read(f"sleutel;moment;gebeurtenis;mensen\n{rows}", "dag.csv")
    assert [(line.title, line.room) for line in lines] == [
        ("Welkom", ""),
        ("Lezing over taal", ""),
        ("Workshop rekenen", ""),
    ]


def test_groups_across_stay_a_grid() -> None:
    lines = read("Tijd;Onderbouw;Bovenbouw\n9.00;Rekenen;Taal\n10.00;Lezen;Schrijven\n11.00;Spel;Muziek", "dag.csv")
    assert [line.title for line in lines] == ["Rekenen", "Taal", "Lezen", "Schrijven", "Spel", "Muziek"]


def test_who_watches_beside_groups_makes_it_no_list() -> None:
    rows = "9.00;Rekenen;Taal;Anna Bos\n10.00;Pauze;Pauze;Jan Loo\n11.00;Spel;Muziek;Karin Post"
    titles = [line.title for line in read(f"Tijd;Onderbouw;Bovenbouw;Toezicht\n{rows}", "dag.csv")]
    assert {"Rekenen", "Taal", "Pauze", "Spel", "Muziek"} <= set(titles)


def test_ends_that_are_earlier_than_the_start_are_durations() -> None:
    rows = "8:30,0:30,Welkom\n9:00,0:15,Opening\n9:15,0:35,Lezing\n9:50,0:35,Workshop"
    lines = read(f"start,end,title\n{rows}", "dag.csv")
    assert [line.minutes for line in lines] == [30, 15, 35, 35]


def test_heads_in_one_word_are_read() -> None:
    lines = read("startDate,startTime,title\n2027-03-11,9:00,Opening\n2027-03-12,9:00,Lezing", "dag.csv")
    assert [(line.date, line.title) for line in lines] == [
        (dt.date(2027, 3, 11), "Opening"),
        (dt.date(2027, 3, 12), "Lezing"),
    ]


def test_a_column_of_stamps_may_lack_its_head() -> None:
    rows = "".join(f"{place},Lezing {place},9:{place}0,2027-03-11T08:{place}0:00Z,Zaal {place}\n" for place in range(5))
    lines = read(f"id,name,time,location\n{rows}", "dag.csv")
    assert [line.room for line in lines] == [f"Zaal {place}" for place in range(5)]


def test_the_same_columns_beside_each_other_are_days() -> None:
    text = "Dag 1;;;Dag 2;\nTijd;Onderdeel;;Tijd;Onderdeel\n9.00;Opening;;9.30;Lezing\n10.00;Lunch;;13.00;Afsluiting"
    lines = read(text, "dag.csv")
    assert [line.title for line in lines if line.start] == ["Opening", "Lunch", "Lezing", "Afsluiting"]
    parts = arranged(read_file(text.encode(), "dag.csv", today=TODAY), round_title="Ronde").parts
    assert [[block.title for block in part.blocks] for part in parts] == [
        ["Opening", "Lunch"],
        ["Lezing", "Afsluiting"],
    ]


def test_the_same_columns_beside_each_other_go_on_through_the_day() -> None:
    lines = read("Tijd;Onderdeel;;Tijd;Onderdeel\n9.00;Opening;;13.00;Lezing\n10.00;Rekenen;;14.00;Borrel", "dag.csv")
    assert [line.title for line in lines] == ["Opening", "Rekenen", "Lezing", "Borrel"]


def test_each_track_has_its_speaker() -> None:
    text = "Time,Track 1,Speaker,Track 2,Speaker\n9:00,Opening,,,\n9:30,Reading,Anna Bos,Maths,Jan de Vries"
    assert told(read(text, "day.csv")) == [
        ("09:00", "Opening", (), ""),
        ("09:30", "Reading", ("Anna Bos",), ""),
        ("09:30", "Maths", ("Jan de Vries",), ""),
    ]


def test_a_web_address_is_nobody() -> None:
    text = "time,title,speaker,speaker2\n9:00,Opening,Anna Bos,https://voorbeeld.nl/a.png\n9:30,Lezing,Jan Loo,"
    assert [line.persons for line in read(text, "day.csv")] == [("Anna Bos",), ("Jan Loo",)]


def test_what_follows_on_a_day_that_was_there_before_is_on_it_too() -> None:
    rows = "2027-03-11;9.00;A\n2027-03-12;9.00;B\n2027-03-11;13.00;C\n2027-03-11;14.00;D"
    lines = read_file(f"Datum;Tijd;Titel\n{rows}".encode(), "dag.csv", today=TODAY)
    parts = arranged(lines, round_title="Ronde").parts
    assert [(part.date, [block.title for block in part.blocks]) for part in parts] == [
        (dt.date(2027, 3, 11), ["A", "C", "D"]),
        (dt.date(2027, 3, 12), ["B"]),
    ]


def test_tracks_within_days_hold_the_events() -> None:
    talk = {"start": "08:45", "length": 45, "title": "Lezen", "author": "Anna Bos"}
    day = {"title": "Dag 1", "start": "08:00", "end": "17:00", "tracks": [{"location": "Aula", "talks": [talk]}]}
    assert told(read(json.dumps([day]), "dag.json")) == [("08:45", "Lezen", ("Anna Bos",), "Aula")]


def test_the_time_of_all_stands_once() -> None:
    lessons = [{"date": "2027-03-11", "topic": "Lezen"}, {"date": "2027-03-18", "topic": "Rekenen"}]
    lines = read(json.dumps({"start": "13:00", "end": "14:30", "lessons": lessons}), "lessen.json")
    assert [(line.title, line.start, line.minutes) for line in lines] == [
        ("Lezen", dt.time(13), 90),
        ("Rekenen", dt.time(13), 90),
    ]


def test_days_are_keys() -> None:
    content = {"thursday": [{"time": "9:00 - 10:00", "activity": "A"}], "friday": [{"time": "9:00", "activity": "B"}]}
    lines = read_file(json.dumps(content).encode(), "dag.json", today=TODAY)
    assert [line.title for line in lines] == ["thursday", "A", "friday", "B"]


def test_talks_of_a_session_are_told_with_it() -> None:
    talks = [{"title": "Lezen", "speakers": ["Anna Bos"]}, {"title": "Rekenen", "abstract": "Sommen"}]
    (line,) = read(json.dumps([{"title": "Ronde 1", "start": "9:00", "talks": talks}]), "dag.json")
    assert line.description == "Lezen (Anna Bos)\nRekenen"


XML = """<?xml version="1.0"?><congres><slot><title>Lezen</title><room>Aula</room><date>2027/03/11</date>
<start_time>9:00</start_time><end_time>9:45</end_time><persons><person><first_name>Anna</first_name>
<last_name>Bos</last_name></person></persons></slot><slot><title>Lunch</title><date>2027/03/11</date>
<start_time>12:00</start_time></slot></congres>"""


def test_any_xml_with_titles_and_starts_is_read() -> None:
    lines = read(XML, "dag.xml")
    assert told(lines) == [("09:00", "Lezen", ("Anna Bos",), "Aula"), ("12:00", "Lunch", (), "")]
    assert [line.date for line in lines] == [dt.date(2027, 3, 11)] * 2
    assert lines[0].minutes == 45


@pytest.mark.parametrize(
    "text", ["<a><b>x</b></a>", "<a>" * 60 + "</a>" * 60, '<!DOCTYPE a [<!ENTITY x "y">]><a><title>&x;</title></a>']
)
def test_other_xml_is_refused(text: str) -> None:
    with pytest.raises(CannotRead):
        read(text, "dag.xml")


def test_line_ends_written_twice_are_read() -> None:
    event = "BEGIN:VEVENT\nDTSTART:20270311T090000\nSUMMARY:Lezen\nEND:VEVENT"
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{event}\nEND:VCALENDAR\n"
    (line,) = read(text.replace("\n", "\r\r\n"), "dag.ics")
    assert (line.title, line.start, line.kind) == ("Lezen", dt.time(9), LineKind.ITEM)


def test_clock_times_are_keys_and_tracks_stand_in_them() -> None:
    both = {"Aula": {"title": "Lezen", "name": "Zorro Quint"}, "Zaal 2": {"title": "Rekenen", "name": "Anna Bos"}}
    monday = {"8:30": {"Aula": "Welkom", "Zaal 2": "Welkom"}, "9:00": both, "1:30": {"Aula": "Borrel", "Zaal 2": None}}
    lines = read(json.dumps({"Monday": monday}), "dag.json")
    assert told([line for line in lines if line.start]) == [
        ("08:30", "Welkom", (), "Aula"),
        ("09:00", "Lezen", ("Zorro Quint",), "Aula"),
        ("09:00", "Rekenen", ("Anna Bos",), "Zaal 2"),
        ("13:30", "Borrel", (), "Aula"),
    ]


def test_what_is_listed_in_a_slot_is_at_its_time() -> None:
    slots = [{"start": "0900", "end": "0940", "sessions": [{"title": "A"}, {"title": "B", "room": "Aula"}]}]
    lines = read(json.dumps(slots), "dag.json")
    assert [(line.title, line.start, line.minutes, line.room) for line in lines] == [
        ("A", dt.time(9), 40, ""),
        ("B", dt.time(9), 40, "Aula"),
    ]


def test_the_afternoon_is_no_time_zone() -> None:
    lines = read(json.dumps([{"title": "A", "starttime": "5:00 PM", "endtime": "6:30 PM"}]), "dag.json")
    assert [(line.start, line.minutes) for line in lines] == [(dt.time(17), 90)]


def test_a_label_is_a_title_and_a_day() -> None:
    days = [{"label": "Wednesday", "blocks": [{"time": "8:00AM", "label": "Breakfast"}]}]
    assert [(line.title, line.start) for line in read(json.dumps(days), "dag.json")] == [("Breakfast", dt.time(8))]
