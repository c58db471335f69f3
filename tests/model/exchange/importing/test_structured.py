"""Tables, sheets, calendars and JSON as schools and conferences have them: one rule a test."""

import datetime as dt
import io
import json
import zipfile

import pytest
import xlsxwriter

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import ImportedBlock, ImportedProgramme


def read(data: str | bytes, name: str = "x.csv") -> ImportedProgramme:
    content = data.encode() if isinstance(data, str) else data
    return arranged(read_file(content, name, today=dt.date(2026, 1, 5)), round_title="Round")


def blocks(programme: ImportedProgramme) -> list[ImportedBlock]:
    """All blocks and options of a programme that nobody made up."""
    made = [each for part in programme.parts for block in part.blocks for each in (block, *block.options)]
    return [block for block in made if not block.is_made]


def starts(programme: ImportedProgramme) -> list[str]:
    return [f"{(block.start or 0) // 60:02}:{(block.start or 0) % 60:02}" for block in blocks(programme)]


def test_the_head_of_a_column_may_be_a_word_for_a_time() -> None:
    programme = read(
        "content,day,time,noon,title\nA,10 March 2025,10:40am,morning,Chips\nB,10 March 2025,11:00am,am,Bits\n"
    )
    assert [(block.title, block.start) for block in blocks(programme)] == [("Chips", 640), ("Bits", 660)]


@pytest.mark.parametrize("days", [("1", "1", "2"), ("Day 1", "Day 1", "Day 2"), ("Monday", "Monday", "Tuesday")])
def test_rows_of_the_same_day_are_one_part_and_the_clock_begins_anew_on_the_next(days: tuple[str, ...]) -> None:
    programme = read(f"day,time,title\n{days[0]},9:00,Opening\n{days[1]},8:00pm,Dinner\n{days[2]},9:00,Keynote\n")
    assert [[block.start for block in part.blocks] for part in programme.parts] == [[540, 1200], [540]]
    assert [part.title for part in programme.parts] == [f"Day {day}" if day.isdigit() else day for day in days[::2]]


def test_a_column_with_times_in_the_afternoon_has_a_clock_of_24_hours() -> None:
    programme = read("time,title,room\n09:00,A,1\n13:30,B,1\n20:00,C,1\n9:00,D,2\n10:00,E,2\n")
    assert starts(programme) == ["09:00", "13:30", "20:00", "09:00", "10:00"]


def test_numbers_from_one_are_no_clock_times_and_no_people() -> None:
    programme = read("Time,Author,Title,panel\n1,Jan Bos,Lezen,1\n2,Els Dam,Rekenen,1\n3,Ton Post,Schrijven,2\n")
    assert [(block.start, block.persons) for block in blocks(programme)] == [
        (540, ("Jan Bos",)),
        (570, ("Els Dam",)),
        (600, ("Ton Post",)),
    ]


def test_where_people_come_from_is_no_person() -> None:
    people = ["Joseph Rickert, RStudio", "Anna Bos, Mango Solutions", "Piet Smit, APS", "Els Dam and Ria Kok, Uber"]
    programme = read("time,speaker,title\n" + "".join(f'{9 + n}:00,"{who}",T{n}\n' for n, who in enumerate(people)))
    assert [block.persons for block in blocks(programme)] == [
        ("Joseph Rickert",),
        ("Anna Bos",),
        ("Piet Smit",),
        ("Els Dam", "Ria Kok"),
    ]
    assert all("," in block.description for block in blocks(programme))
    two = read("time,speaker,title\n" + "".join(f'{9 + n}:00,"Anna Bos, Piet Smit",T{n}\n' for n in range(4)))
    assert all(block.persons == ("Anna Bos", "Piet Smit") for block in blocks(two))


def test_a_row_with_the_total_is_no_block() -> None:
    programme = read("Tijd;Onderdeel;Wie\n9.00;Opening;Jan Bos\nTotaal;6 uur en 45 minuten;\n")
    assert [block.title for block in blocks(programme)] == ["Opening"]
    assert [line.line for line in programme.not_understood] == [3]


def test_a_head_of_two_words_says_what_both_say() -> None:
    programme = read("Time,Topic,Lead Speaker/Moderator,Speaker 1\n9:00,Energy,Anna Bos,Piet Smit\n10:00,Power,,\n")
    assert blocks(programme)[0].persons == ("Anna Bos", "Piet Smit")


def test_what_would_run_past_midnight_without_any_time_is_parked() -> None:
    programme = read("title,authors\n" + "".join(f"Paper {n},Anna Bos\n" for n in range(40)))
    assert programme.parts == ()
    assert len(programme.parked) == 40


def sheet(
    rows: list[list[str]], merged: tuple[tuple[int, int, int, int], ...] = (), names: tuple[str, ...] = ("A",)
) -> bytes:
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    for name in names:
        page = book.add_worksheet(name)
        for line, row in enumerate(rows):
            page.write_row(line, 0, row)
        for top, left, bottom, right in merged:
            page.merge_range(top, left, bottom, right, rows[top][left])
    book.close()
    return made.getvalue()


def test_a_head_above_the_heads_says_what_columns_1_2_3_hold() -> None:
    rows = [
        ["", "", "Sprekers", "", ""],
        ["Tijd", "Titel", "1", "2", "3"],
        ["9.00", "Debat", "Anna Bos", "Piet Smit", ""],
    ]
    programme = read(sheet([*rows, ["10.00", "Slot", "Els Dam", "", ""]], ((0, 2, 0, 4),)), "x.xlsx")
    assert [block.persons for block in blocks(programme)] == [("Anna Bos", "Piet Smit"), ("Els Dam",)]


def test_a_second_sheet_begins_in_the_morning_again() -> None:
    rows = [["Tijd", "Onderdeel", "Lokaal"], ["9.30", "Start", "A1"], ["20.15", "Borrel", "Hal"]]
    programme = read(sheet(rows, names=("Blad1", "Blad2")), "x.xlsx")
    assert starts(programme) == ["09:30", "20:15", "09:30", "20:15"]
    assert len(programme.parts) == 2


def test_a_grid_keeps_what_stands_beside_a_head_and_the_room_below_it() -> None:
    rows = [["", "Groep 1\nLokaal 12", "", "Groep 2\nLokaal 14"], ["9.00", "Lezen", "Schrijven", "Rekenen"]]
    programme = read(sheet([*rows, ["10.00", "Tekenen", "", "Muziek"]]), "x.xlsx")
    assert {(block.title, block.room) for block in blocks(programme)} == {
        ("Lezen", "Lokaal 12"),
        ("Schrijven", "Lokaal 12"),
        ("Rekenen", "Lokaal 14"),
        ("Tekenen", "Lokaal 12"),
        ("Muziek", "Lokaal 14"),
    }


def test_a_day_across_may_have_times_of_its_own() -> None:
    rows = [["Tijd", "Maandag", "Vrijdag", ""], ["9:00 - 10:00", "Start", "9:30 - 11:00", "Toetsen"]]
    programme = read(sheet([*rows, ["10:00 - 11:00", "Lezing", "11:00 - 12:00", "Slot"]]), "x.xlsx")
    assert {(block.title, block.start) for block in blocks(programme)} == {
        ("Start", 540),
        ("Lezing", 600),
        ("Toetsen", 570),
        ("Slot", 660),
    }


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "manifest")
)
ODS = (
    f"<office:document-content {SPACES}><office:body><office:spreadsheet>"
    '<table:table table:name="Blad1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
)
MIME = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = (
    f'<manifest:manifest {SPACES}><manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>'
    "</manifest:manifest>"
)


def ods(rows: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", ODS.format(rows=rows))
    return made.getvalue()


def _cell(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def test_merged_cells_of_an_ods_bring_all_together() -> None:
    heads = "".join(map(_cell, ("Tijd", "Aula", "Lokaal 1")))
    apart = "".join(map(_cell, ("9.00", "Lezen", "Rekenen")))
    wide = _cell("10.00") + _cell("Lezing", ' table:number-columns-spanned="2"') + "<table:covered-table-cell/>"
    row = "<table:table-row>{}</table:table-row>"
    programme = read(ods(row.format(heads) + row.format(apart) + row.format(wide)), "x.ods")
    assert [(block.title, block.room) for block in blocks(programme)] == [
        ("Lezen", "Aula"),
        ("Rekenen", "Lokaal 1"),
        ("Lezing", ""),
    ]


def test_a_calendar_of_whole_days_is_parked() -> None:
    event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20260312\r\nSUMMARY:Studiedag\r\nLOCATION:Aula\r\nEND:VEVENT"
    programme = read(f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{event}\r\nEND:VCALENDAR\r\n", "x.ics")
    assert [(block.title, block.room) for block in programme.parked] == [("Studiedag", "Aula")]


def test_json_may_say_when_and_where_in_a_slot() -> None:
    slot = {"room": {"fr": "Salle 1"}, "start": "2026-11-02T09:00:00+01:00", "end": "2026-11-02T09:30:00+01:00"}
    talk = {"title": "Accueil", "speakers": [{"name": "Lucie Anglade"}], "slot": slot}
    rooms = [{"name": "Salle 1", "availabilities": [{"start": "2026-11-02T00:00:00", "end": "2026-11-03T00:00:00"}]}]
    content = {"schedule": {"2026-11-02": {"540": {"1": talk}, "510": {}}}, "rooms": rooms}
    (block,) = blocks(read(json.dumps(content), "x.json"))
    assert (block.title, block.start, block.end, block.room, block.persons) == (
        "Accueil",
        540,
        570,
        "Salle 1",
        ("Lucie Anglade",),
    )


def test_json_without_any_time_is_a_list_of_proposals() -> None:
    session = {"Title": "Coaching", "Spots": 8, "Presenter(s)": "Anna Bos", "Building": "Sylvan"}
    content = [session | {"Title": f"Coaching {n}"} for n in range(31)]
    programme = read(json.dumps(content), "x.json")
    assert [(block.title, block.persons, block.room) for block in programme.parked][:1] == [
        ("Coaching 0", ("Anna Bos",), "Sylvan")
    ]
    assert len(programme.parked) == 31


def test_a_title_stays_whole_beside_people_and_a_room_of_its_own_or_with_a_sum() -> None:
    rows = ['9:00,Opening (and the Scav List),"Anna Bos; Piet Smit",Aula', "10:00,Lightning Talks (7 * 5 + 3 QA),,"]
    programme = read("\n".join(["Start Time,Title,Contact Persons,Location", *rows]))
    assert [(block.title, block.persons, block.room) for block in blocks(programme)] == [
        ("Opening (and the Scav List)", ("Anna Bos", "Piet Smit"), "Aula"),
        ("Lightning Talks (7 * 5 + 3 QA)", (), ""),
    ]


def test_a_name_beside_the_title_of_a_talk_is_who_gives_it() -> None:
    programme = read("category,name,affiliation,talk_title,abstract,link\nInvited,Anna Bos,KNMI,Wolken,Over wolken,\n")
    assert [(block.title, block.persons) for block in blocks(programme)] == [("Wolken", ("Anna Bos",))]


def test_an_event_in_json_names_its_contact() -> None:
    event = {"title": "Quiz", "time": "9:00 - 9:30", "location": "Hal", "contactPerson": "Anna Bos, Piet Smit"}
    (block,) = blocks(read(json.dumps({"day1": [event]}), "x.json"))
    assert block.persons == ("Anna Bos", "Piet Smit")


def test_heads_over_the_heads_are_understood_as_such() -> None:
    rows = [["Studiedag"], ["Tijd", "Parallelsessies", ""], ["", "Aula", "Lokaal 1"], ["9.00", "Lezen", "Rekenen"]]
    programme = read(sheet([*rows, ["10.00", "Tekenen", "Muziek"]]), "x.xlsx")
    assert programme.not_understood == ()
    assert [block.room for block in blocks(programme)] == ["Aula", "Lokaal 1", "Aula", "Lokaal 1"]


def test_a_long_calendar_is_read_in_pieces_as_if_it_were_whole() -> None:
    offset = "TZOFFSETFROM:+0100\nTZOFFSETTO:+0100"
    standard = f"BEGIN:STANDARD\nDTSTART:19700101T000000\n{offset}\nEND:STANDARD"
    zone = f"BEGIN:VTIMEZONE\nTZID:School\n{standard}\nEND:VTIMEZONE\n"
    starting = [f"DTSTART;TZID=School:20270311T{9 + n // 20:02}{n % 20:02}00" for n in range(120)]
    told = [f"UID:{n}\n{start}\nSUMMARY:Deel {n}" for n, start in enumerate(starting)]
    events = "".join(f"BEGIN:VEVENT\n{each}\nEND:VEVENT\n" for each in told)
    for calendar in (f"{zone}{events}", f"{events}{zone}"):
        programme = read(f"BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Dag\n{calendar}END:VCALENDAR\n", "x.ics")
        assert programme.title == "Dag"
        assert [block.title for block in blocks(programme)] == [f"Deel {n}" for n in range(120)]
        assert starts(programme)[:2] == ["09:00", "09:01"]


def test_a_title_is_whole_where_people_and_rooms_have_columns_of_their_own() -> None:
    programme = read(
        "Tijd;Titel;Wie;Waar\n9:00;Opening – Taal in de zaal;;aula\n9:30;Theater: de stille leerling;Anna Bos;\n"
        "10:00;Lezen – Studio Noord;;\n11:00;Napraten met Jan Mos;;\n"
    )
    assert [(block.title, block.persons, block.room) for block in blocks(programme)] == [
        ("Opening – Taal in de zaal", (), "aula"),
        ("Theater: de stille leerling", ("Anna Bos",), ""),
        ("Lezen – Studio Noord", (), ""),
        ("Napraten met Jan Mos", ("Jan Mos",), ""),
    ]


def test_initials_and_a_year_are_no_room() -> None:
    title = "Burgerschap: wat meet het onderzoek (ICCS 2031)"
    assert [(block.title, block.room) for block in blocks(read(f"time,title\n9:00,{title}\n"))] == [(title, "")]
