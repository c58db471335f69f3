"""Tables that are wider than their things, and columns with heads of other programs."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_file
from studydag.model.values.imported import ImportedBlock, ImportedProgramme


def read(text: str) -> ImportedProgramme:
    return arranged(read_file(text.encode(), "x.csv", today=dt.date(2026, 1, 5)), round_title="Round")


def blocks(text: str) -> list[ImportedBlock]:
    made = [each for part in read(text).parts for block in part.blocks for each in (block, *block.options)]
    return [block for block in made if not block.is_made]


@pytest.mark.parametrize("heads", ["Voornaam;Achternaam", "FirstName;LastName", "Vorname;Nachname"])
def test_first_and_last_name_are_one_person(heads: str) -> None:
    (block,) = blocks(f"Tijd;Titel;{heads}\n9:00;Lezen;Anna;van den Bos\n")
    assert block.persons == ("Anna van den Bos",)


def test_the_same_columns_for_every_room_are_a_row_a_room() -> None:
    rows = "9:00;Lezen;Anna Bos;Rekenen;Piet Smit\n10:00;;;Schrijven;Els Dam\n"
    found = blocks(f"Tijd;Aula - Titel;Aula - Spreker;Zaal 2 - Titel;Zaal 2 - Spreker\n{rows}")
    assert [(block.title, block.start, block.persons, block.room) for block in found] == [
        ("Lezen", 540, ("Anna Bos",), "Aula"),
        ("Rekenen", 540, ("Piet Smit",), "Zaal 2"),
        ("Schrijven", 600, ("Els Dam",), "Zaal 2"),
    ]


def test_columns_of_several_speakers_are_no_rooms() -> None:
    heads = "Tijd;Titel;Spreker 1 - Naam;Spreker 1 - Titel;Spreker 2 - Naam;Spreker 2 - Titel"
    (block,) = blocks(f"{heads}\n9:00;Lezen;Anna Bos;lector;Piet Smit;docent\n")
    assert (block.title, block.persons, block.room) == ("Lezen", ("Anna Bos", "Piet Smit"), "")


@pytest.mark.parametrize(
    "heads", ["Time Start,Time End", "time_start,time_end", "Scheduled At,End", "Uhrzeit von,Uhrzeit bis"]
)
def test_start_and_end_have_many_heads(heads: str) -> None:
    (block,) = blocks(f"{heads},Title\n9:00,9:40,Lezen\n")
    assert (block.start, block.end) == (540, 580)


@pytest.mark.parametrize("head", ["time_range", "Zeitspanne", "Tijdblok"])
def test_a_range_of_times_has_a_head_of_its_own(head: str) -> None:
    (block,) = blocks(f"id,{head},activity,speaker_name,speaker_role\nE1,7:45am-12:00pm,Lezen,Anna Bos,lector\n")
    assert (block.start, block.end, block.persons) == (465, 720, ("Anna Bos",))


def test_a_room_goes_before_the_building_in_which_it_is() -> None:
    (block,) = blocks("Tijd,Titel,Gebouw,Lokaal\n9:00,Lezen,Hoofdgebouw,B12\n")
    assert block.room == "B12"
    assert "Hoofdgebouw" in block.description


def test_who_leads_a_session_leads_it_where_nobody_else_is_named() -> None:
    assert blocks("Time,Title,Session Chair\n9:00,Lezen,Anna Bos\n")[0].persons == ("Anna Bos",)
    (block,) = blocks("Time,Title,Session Chair,Speaker\n9:00,Lezen,Anna Bos,Piet Smit\n")
    assert block.persons == ("Piet Smit",)
    assert "Anna Bos" in block.description


def test_of_two_titles_the_one_that_comes_again_is_that_of_the_session() -> None:
    rows = "9:00,Ochtend,Lezen\n9:30,Ochtend,Rekenen\n10:00,Ochtend,Schrijven\n"
    assert [block.title for block in blocks(f"Time,Session Title,Paper Title\n{rows}")] == [
        "Lezen",
        "Rekenen",
        "Schrijven",
    ]


def test_who_writes_pm_writes_the_month_first() -> None:
    programme = read("date,time_start,title\n9/3/26,3:45 PM,Opening\n9/4/26,9:00 AM,Lezen\n")
    assert [part.date for part in programme.parts] == [dt.date(2026, 9, 3), dt.date(2026, 9, 4)]
    programme = read("datum,tijd,titel\n9/3/26,15:45,Opening\n10/3/26,9:00,Lezen\n")
    assert [part.date for part in programme.parts] == [dt.date(2026, 3, 9), dt.date(2026, 3, 10)]


def test_an_end_may_have_its_date_before_it() -> None:
    (block,) = blocks("start,finish,Title\n2020-Nov-09 10:00,2020-Nov-09 10:45,Lezen\n")
    assert (block.start, block.end) == (600, 645)


def test_a_star_behind_a_name_is_none_of_it() -> None:
    (block,) = blocks('Time,Title,Authors\n9:00,Lezen,"Anna Bos (HvA)*; Piet Smit*"\n')
    assert block.persons == ("Anna Bos (HvA)", "Piet Smit")


def test_columns_are_rooms_where_most_are() -> None:
    rows = "9:00,Lezen,Rekenen,Schrijven\n10:00,Gym,Dans,Muziek\n"
    assert [block.room for block in blocks(f"Tijd,Zaal 1,Zaal 2,Kristal\n{rows}")][:3] == [
        "Zaal 1",
        "Zaal 2",
        "Kristal",
    ]
