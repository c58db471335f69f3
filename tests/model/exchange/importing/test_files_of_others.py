"""Files of other programs and other languages: heads, grids, moments and calendars as they come."""

import datetime as dt
import io
import json
from typing import Any

import pytest
import xlsxwriter

from studydag.model.exchange.importing.opening import ALibrary, read_file
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.schedules.calendars import CalendarUnreadable, NoEvents
from studydag.model.exchange.importing.schedules.conference_schedules import (
    NoSessions,
    ScheduleBroken,
    ScheduleUnreadable,
)
from studydag.model.exchange.importing.vocabulary.words import Role, role_of
from studydag.model.values.errors import CannotRead
from studydag.model.values.imported import ImportedLine, LineKind

TODAY = dt.date(2027, 1, 5)


def read(text: str, name: str = "dag.csv") -> list[ImportedLine]:
    return [line for line in read_file(text.encode(), name, today=TODAY) if line.kind.is_block]


def told(content: Any) -> list[ImportedLine]:
    return read(json.dumps(content), "dag.json")


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        ("Heure début;Heure fin;Activité;Intervenant;Salle", "9h00;9h30;Lire en classe;Anna Bos;Salle 12"),
        ("Hora inicio;Hora fin;Actividad;Ponente;Sala", "09:00;09:30;Lire en classe;Anna Bos;Salle 12"),
        ("Orario;Fine;Attività;Relatore;Luogo", "9.00-9.30;;Lire en classe;Anna Bos;Salle 12"),
        ("Tid;Slut;Aktivitet;Talare;Plats", "9.00-9.30;;Lire en classe;Anna Bos;Salle 12"),
        ("start_str;end_str;title;owner;room", "09:00;09:30;Lire en classe;Anna Bos;Salle 12"),
    ],
)
def test_heads_in_other_languages(heads: str, row: str) -> None:
    (line, _) = read(f"{heads}\n{row}\n10:00;10:30;Pause;;")
    assert (line.start, line.end, line.title) == (dt.time(9), dt.time(9, 30), "Lire en classe")
    assert (line.persons, line.room) == (("Anna Bos",), "Salle 12")


@pytest.mark.parametrize(
    "written",
    ["lundi 8 mars 2027", "8 de marzo de 2027", "08/Março/2027", "Programma lunes 8 de marzo de 2027"],
)
def test_dates_in_other_languages(written: str) -> None:
    date = find_date(written)
    assert date is not None
    assert date.settled(None, TODAY) == dt.date(2027, 3, 8)


def test_what_is_kept_as_a_text_is_told_by_what_it_is_of() -> None:
    assert (role_of("timeISO"), role_of("end_str"), role_of("context")) == (Role.TIME, Role.END, None)


def test_the_clock_of_a_block_goes_before_the_moment_of_its_session() -> None:
    lines = read(
        "start,title,start_str,end_str\n"
        "2027-03-08 09:00:00,Opening,09:00,09:30\n"
        "2027-03-08 09:00:00,Lezen,09:30,10:00\n"
        "2027-03-09 09:00:00,Rekenen,09:15,10:00\n"
    )
    assert [(line.start, line.end) for line in lines] == [
        (dt.time(9), dt.time(9, 30)),
        (dt.time(9, 30), dt.time(10)),
        (dt.time(9, 15), dt.time(10)),
    ]
    assert [line.date for line in lines if line.date] == [dt.date(2027, 3, 8), dt.date(2027, 3, 9)]


def test_a_number_stands_before_the_times_of_a_grid() -> None:
    lines = read(";;Turing - G29;Hopper - G44\n1;09:30;Registratie;\n;10:00;Lezen;Rekenen\n;10:30;Schrijven;Tekenen")
    assert [(line.start, line.title, line.room) for line in lines] == [
        (dt.time(9, 30), "Registratie", "Turing - G29"),
        (dt.time(10), "Lezen", "Turing - G29"),
        (dt.time(10), "Rekenen", "Hopper - G44"),
        (dt.time(10, 30), "Schrijven", "Turing - G29"),
        (dt.time(10, 30), "Tekenen", "Hopper - G44"),
    ]


def test_kinds_that_run_beside_each_other_all_come_in() -> None:
    lines = read("Start;End;Talks;Workshops\n09:00;09:30;Opening;\n09:30;10:00;Lezen;Rekenen\n10:00;10:30;Spel;Gym")
    assert [line.title for line in lines] == ["Opening", "Lezen", "Rekenen", "Spel", "Gym"]
    assert lines[2].end == dt.time(10)


@pytest.mark.parametrize(
    "text",
    [
        "maandag 8 maart 2027;;;dinsdag 9 maart 2027;;\n9:00-9:30;Opening;;9:15-10:00;Keynote;\n9:30-10:30;Lezen;;;;"
        "\n10:30-11:00;Pauze;;10:00-10:30;Spel;",
        ";8 maart 2027;;9 maart 2027\n9:00;Opening;9:15;Keynote\n9:30;Lezen;10:00;Spel\n10:30;Pauze;;",
    ],
)
def test_days_beside_each_other_without_heads(text: str) -> None:
    lines = sorted(read(text), key=lambda line: (line.title not in {"Opening", "Lezen", "Pauze"}, line.start))
    assert [(line.title, line.start) for line in lines] == [
        ("Opening", dt.time(9)),
        ("Lezen", dt.time(9, 30)),
        ("Pauze", dt.time(10, 30)),
        ("Keynote", dt.time(9, 15)),
        ("Spel", dt.time(10)),
    ]


def test_a_break_in_the_column_of_names_is_nobody() -> None:
    lines = read("time;name;title\n9:00;Anna Bos;Lezen\n10:00;Coffee break;\n10:30;Jan Loo;\n11:00;Bea Klein;Rekenen")
    assert [(line.title, line.persons) for line in lines][1:3] == [("Coffee break", ()), ("Jan Loo", ("Jan Loo",))]


def test_the_number_of_a_row_is_not_its_title() -> None:
    lines = read("nr2;session;time;title;speaker\n1;A;9:00;Lezen;Anna Bos\n2;B;9:30;;Jan Loo\n3;C;10:00;Spel;Bea Klein")
    assert "2" not in [line.title for line in lines]


def test_a_calendar_with_a_wrong_line_of_its_own_is_read() -> None:
    (line,) = read(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nREFRESH-INTERVAL;VALUE=DURATION:P60M\nX-WR-CALNAME:Dag\n"
        "BEGIN:VEVENT\nUID:1\nSUMMARY:Opening\nDTSTART:20270308T090000\nDTEND:20270308T093000\nEND:VEVENT\n"
        "END:VCALENDAR\n",
        "dag.ics",
    )
    assert (line.title, line.date, line.start) == ("Opening", dt.date(2027, 3, 8), dt.time(9))


def test_events_given_by_room_and_by_time_come_in_once() -> None:
    event = {"id": 4, "title": "Lezen", "startsAt": "2027-03-08T09:00:00", "room": "Aula"}
    again = {**event, "startsAt": "2027-03-09T09:00:00"}
    lines = told({"rooms": [{"name": "Aula", "sessions": [event, again]}], "slots": [{"rooms": [{"session": event}]}]})
    assert [line.date for line in lines] == [dt.date(2027, 3, 8), dt.date(2027, 3, 9)]


def test_an_event_without_a_title_is_called_after_its_kind_and_its_people() -> None:
    lines = told(
        [
            {"time": "09:00–09:30", "type": "session", "title": "Opening"},
            {"time": "09:30–10:15", "type": "keynote", "speakerNames": ["Anna Bos"]},
            {"time": "10:15–10:30", "type": "break"},
        ]
    )
    assert [(line.title, line.persons) for line in lines] == [
        ("Opening", ()),
        ("Keynote: Anna Bos", ("Anna Bos",)),
        ("Break", ()),
    ]


def test_moments_as_scripts_write_them_and_names_in_two_languages() -> None:
    event = {
        "start_datetime": "Mon Mar 08 2027 09:00:00 GMT+0100 (CET)",
        "end_time": "09:30",
        "title_en": "Reading",
        "title_ja": "読書",
        "speakers": [{"id": "a", "name_ja": "アナ", "name_en": "Anna Bos"}],
    }
    (line,) = told({"8": {"09:00": [event]}})
    assert (line.date, line.start, line.minutes) == (dt.date(2027, 3, 8), dt.time(9), 30)
    assert (line.title, line.persons) == ("Reading", ("Anna Bos",))


def test_times_in_json_are_found_by_what_they_are_of() -> None:
    (line,) = told([{"talk": "Lezen", "timeRaw": "2027-03-08 09:00:00", "durationMinutes": 45, "room": "Aula"}])
    assert (line.date, line.start, line.minutes) == (dt.date(2027, 3, 8), dt.time(9), 45)


def test_what_is_called_after_its_time_holds_what_is_then() -> None:
    lines = read(
        "<programme><period><name>Monday March 8th 09:00-10:30</name>"
        "<slot><name>Lezen</name><location><room>Aula</room></location></slot>"
        "<slot><name>Rekenen</name><location><room>Zaal 2</room></location></slot></period>"
        "<period><name>Monday March 8th 11:00-12:00</name><slot><name>Spel</name></slot></period></programme>",
        "dag.xml",
    )
    assert [(line.title, line.start, line.minutes, line.room) for line in lines] == [
        ("Lezen", dt.time(9), 90, "Aula"),
        ("Rekenen", dt.time(9), 90, "Zaal 2"),
        ("Spel", dt.time(11), 60, ""),
    ]
    assert lines[0].date == dt.date(2027, 3, 8)


def test_more_cells_than_anyone_reads_are_told_as_they_stand() -> None:
    cells = [f"x{number}" for number in range(60)]
    lines = read("\n".join(";".join((f"{hour}:00", "Lezen", *cells)) for hour in range(9, 13)))
    assert all(all(cell in f"{line.description} {line.room} {line.persons}" for cell in cells) for line in lines)


def test_a_list_of_many_lines_without_a_block_loses_none() -> None:
    text = "a;b\n" * 500
    assert sum(line.text == "a;b" for line in read_file(text.encode(), "dag.csv", today=TODAY)) == 500


def test_a_time_below_the_name_of_its_round() -> None:
    lines = read(
        ';Lokaal 1;Lokaal 2\n9:00 - 9:30;Opening;\n"Ronde 1\n9:30 - 10:30";"Lezen\nAnna Bos";"Rekenen\nJan Loo"\n'
        "10:30;Pauze;"
    )
    assert [(line.title, line.start, line.room) for line in lines][1:3] == [
        ("Lezen", dt.time(9, 30), "Lokaal 1"),
        ("Rekenen", dt.time(9, 30), "Lokaal 2"),
    ]
    assert (lines[1].persons, lines[1].description) == (("Anna Bos",), "Ronde 1")


@pytest.mark.parametrize(("names", "days"), [(("11-3", "12-3"), 2), (("1.2", "Blad2"), 0), (("do 11-3", "Dag 2"), 2)])
def test_sheets_are_days_where_they_are_called_so(names: tuple[str, str], days: int) -> None:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        for name in names:
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["9:00", "Opening", "Anna Bos"])
            sheet.write_row(1, 0, ["9:30", "Lezen", "Jan Loo"])
    lines = read_file(data.getvalue(), "dag.xlsx", today=TODAY)
    assert sum(line.kind is LineKind.DATE and line.begins_part for line in lines) == days
    assert sum(line.kind.is_block for line in lines) == 4


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("a.json", '{"a": [1, 2]}', NoSessions),
        ("a.json", '[{"title": "Lezen", "sta', ScheduleUnreadable),
        ("a.xml", "<a><b>1</b></a>", NoSessions),
        ("a.xml", "<a>\n<b>", ScheduleBroken),
        ("a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", NoEvents),
        ("a.ics", "", CalendarUnreadable),
        ("a.studydag", "SQLite format 3\0", ALibrary),
        ("a.txt", "SQLite format 3\0", ALibrary),
        ("a.ics", "%PDF-1.7 and so on\n", CalendarUnreadable),
    ],
)
def test_what_can_not_be_read_says_why(name: str, text: str, why: type[CannotRead]) -> None:
    with pytest.raises(why):
        read(text, name)


@pytest.mark.parametrize(
    "rows",
    [
        "Anna Bos;Begrijpend lezen {n} in de onderbouw",
        "W-{n};Anna;Bos;Begrijpend lezen {n} in de onderbouw",
        "Begrijpend lezen {n} in de onderbouw;beamer;Anna Bos",
    ],
)
def test_a_list_of_who_offers_what_is_parked(rows: str) -> None:
    lines = read("\n".join(rows.format(n=number) for number in range(10, 18)))
    assert [(line.kind, line.title, line.persons) for line in lines] == [
        (LineKind.PARKED, f"Begrijpend lezen {number} in de onderbouw", ("Anna Bos",)) for number in range(10, 18)
    ]


def test_a_list_without_titles_is_no_list_of_proposals() -> None:
    text = "\n".join(f"Anna Bos;06-123456{number};groep {number}" for number in range(10, 18))
    assert read(text) == []
