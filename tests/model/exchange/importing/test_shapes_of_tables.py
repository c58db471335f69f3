"""Tables turned, side by side, numbered, with times as programs keep them and names as lists sort them."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.opening import read_file
from studydag.model.exchange.importing.recognising.last_names import with_first_names_first
from studydag.model.values.imported import ImportedLine
from studydag.model.values.phases import Phase

TODAY = dt.date(2027, 1, 5)


def read(text: str) -> list[ImportedLine]:
    return [line for line in read_file(text.encode(), "dag.csv", today=TODAY) if line.kind.is_block]


def test_times_across_and_rooms_down() -> None:
    lines = read("Lokaal;9.00-10.00;10.15-11.15\nAula;Opening;Lezing\nLokaal 3;Rekenen;Taal")
    assert [(line.start, line.title, line.room) for line in lines] == [
        (dt.time(9), "Opening", "Aula"),
        (dt.time(9), "Rekenen", "Lokaal 3"),
        (dt.time(10, 15), "Lezing", "Aula"),
        (dt.time(10, 15), "Taal", "Lokaal 3"),
    ]


def test_the_numbers_of_the_rounds_are_in_no_room() -> None:
    lines = read("ronde;tijd;lokaal 1;lokaal 2\n1;9.00-10.00;Rekenen;Taal\n2;10.15-11.15;Spel;Muziek")
    assert [(line.title, line.room) for line in lines] == [
        ("Rekenen", "lokaal 1"),
        ("Taal", "lokaal 2"),
        ("Spel", "lokaal 1"),
        ("Muziek", "lokaal 2"),
    ]


def test_groups_beside_each_other_are_told_apart() -> None:
    lines = read("Groep A;;Groep B;\nTijd;Onderdeel;Tijd;Onderdeel\n9.00;Lezen;9.00;Taal\n10.00;Spel;10.30;Gym")
    assert [(line.start, line.title, line.description) for line in lines] == [
        (dt.time(9), "Lezen", "Groep A"),
        (dt.time(9), "Taal", "Groep B"),
        (dt.time(10), "Spel", "Groep A"),
        (dt.time(10, 30), "Gym", "Groep B"),
    ]


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2027-03-12T09:00:00+01:00", "2027-03-12T09:30:00+01:00"),
        ("2027-03-12T08:00:00Z", "2027-03-12T08:30:00.000Z"),
        ("1804838400", "1804840200"),
        ("1804838400000", "1804840200000"),
        ("46458.375", "46458.395833"),
    ],
)
def test_moments_as_programs_keep_them(start: str, end: str) -> None:
    (line, _) = read(f"start;end;title\n{start};{end};Opening\n{end};;Lezing")
    assert (line.date, line.start, line.end) == (dt.date(2027, 3, 12), dt.time(9), dt.time(9, 30))


def test_parts_of_a_day_are_clock_times() -> None:
    lines = read("datum;begin;eind;activiteit\n46458;0,375;0,395833333;Opening\n46458;0,5;0,54166;Lunch")
    assert [(line.start, line.end) for line in lines] == [(dt.time(9), dt.time(9, 30)), (dt.time(12), dt.time(13))]
    assert lines[0].date == dt.date(2027, 3, 12)


def test_half_past_midnight_is_no_part_of_a_day() -> None:
    assert [line.start for line in read("begin;activiteit\n0.30;Disco\n1.30;Opruimen")] == [
        dt.time(0, 30),
        dt.time(1, 30),
    ]


def test_who_leads_may_have_numbered_columns() -> None:
    (line, _) = read("tijd;titel;begeleider 1;begeleider 2\n9.00;Opening;Anna Bos;Jan Loo\n10.00;Lezing;Karin Post;")
    assert line.persons == ("Anna Bos", "Jan Loo")


@pytest.mark.parametrize(
    ("cell", "meant"),
    [
        ("Bos, Anna", "Anna Bos"),
        ("Loo, Jan; Post, Karin", "Jan Loo; Karin Post"),
        ("Wit, Jan de", "Jan de Wit"),
        ("de Wit, J.", "J. de Wit"),
        ("Anna, Jan", "Anna, Jan"),
        ("Anna Bos, Jan Loo", "Anna Bos, Jan Loo"),
        ("Bos, Loo", "Bos, Loo"),
        ("", ""),
    ],
)
def test_last_names_that_come_first(cell: str, meant: str) -> None:
    assert with_first_names_first(cell) == meant


def test_a_column_of_phases_is_taken_over_and_what_is_no_time_stays_with_the_block() -> None:
    lines = read("Start;Eind;Titel;Fase\n9:00;9:45;Terugblik op de film;inspiratie\n9:45;10:3x;Oefenen;Einstieg")
    assert [(line.phase, line.description) for line in lines] == [
        (Phase.INSPIRATION, ""),
        (Phase.APPLICATION, "Eind: 10:3x\nFase: Einstieg"),
    ]
