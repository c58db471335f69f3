"""Rooms with which a title ends though no mark parts them, or of which it says more."""

import pytest

from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.values.imported import ImportedBlock
from tests.model.exchange.importing.copied_texts import read
from tests.model.exchange.importing.truths import blocks_of


def blocks(text: str) -> list[ImportedBlock]:
    return list(blocks_of(read(text)))


@pytest.mark.parametrize(
    ("text", "title", "room"),
    [
        ("Lunch Twenthezaal", "Lunch", "Twenthezaal"),
        ("Lunch Grote Zaal", "Lunch", "Grote Zaal"),
        ("Plenaire Opening Rivierenzaal", "Plenaire Opening", "Rivierenzaal"),
        ("Registration – City Hotel (centre)", "Registration", "City Hotel (centre)"),
        ("Ontvangst aan de ingang, Blauwe Rivierenzaal", "Ontvangst aan de ingang", "Blauwe Rivierenzaal"),
        ("Afsluiting Samen", "Afsluiting Samen", ""),
        ("Begrüßung Kaffee", "Begrüßung Kaffee", ""),
        ("Lezing Het Lokaal", "Lezing Het Lokaal", ""),
        ("Opening Nieuw Schoolgebouw", "Opening Nieuw Schoolgebouw", ""),
        ("Welkom bij De Aula", "Welkom bij De Aula", ""),
    ],
)
def test_a_room_behind_what_all_do_is_taken_off(text: str, title: str, room: str) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.room) == (title, room)


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Ontvangst in de aula van campus Noord", "aula van campus Noord"),
        ("gemeinsames Abendessen im Braugasthaus „Karl“", "Braugasthaus „Karl“"),
        ("Conference dinner at Noord Castle", "Noord Castle"),
        ("Presentations of projects at Minerva Plaza: Talks and more", "Minerva Plaza"),
        ("Welkom in het onderwijs van morgen", ""),
        ("Afsluiting in het Huis van de Toekomst", ""),
        ("Lernen im Haus der Natur", ""),
        ("Keynote at Home", ""),
    ],
)
def test_a_room_that_belongs_to_its_title_is_noted(title: str, room: str) -> None:
    peeled = peel(title)
    assert (peeled.title, peeled.room) == (title, room)


def test_a_room_that_is_told_at_length_ends_at_the_comma() -> None:
    (block,) = blocks(
        "Day\n18:00 Introduction\nVenue: City Hall, 5 minutes walk from the hotel - ask the porter how to get there\n"
    )
    assert block.room == "City Hall"
    assert "5 minutes walk" in block.description


@pytest.mark.parametrize("picture", ["🎤", "☕️", "👩‍🏫", "🎨🎶"])
def test_a_picture_before_a_title_goes_off(picture: str) -> None:
    assert peel(f"{picture} Opening door Anna Bos").title == "Opening"
    assert peel(picture).title == picture


def test_a_quote_right_below_a_block_is_what_that_is_about() -> None:
    made = blocks(
        "Dag\n9.30 uur - Ontvangst\n\n10.00 uur - Forumgesprek\n\n'De zorg dicht bij huis: uitdagingen'\n\n"
        "·         Prof. Dr. M. Thoma (medisch directeur)\n\n·         Dr. K. Korten (huisarts)\n"
    )
    assert [(block.title, block.persons) for block in made] == [
        ("Ontvangst", ()),
        ("Forumgesprek", ("Prof. Dr. M. Thoma (medisch directeur)", "Dr. K. Korten (huisarts)")),
    ]
