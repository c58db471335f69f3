"""Rooms that are known by where they stand, and words of rooms that are none where they stand."""

import pytest

from tests.model.exchange.importing.copied_texts import said


def test_what_stands_where_others_have_their_room_is_one() -> None:
    text = (
        "9:00\nAnkommen\nEichensaal\n9:30\nImpuls\nAnna Bos\nRaum 2\n10:30\nLesen im Alltag\nRoos Vink\nBirkenau\n"
        "11:30\nMittagessen\nLindenblick\n12:30\nEnde\n"
    )
    assert [row[3] for row in said(text)] == ["Eichensaal", "Raum 2", "Birkenau", "Lindenblick", ""]


def test_a_word_that_comes_again_below_breaks_is_a_room_where_others_have_one() -> None:
    text = "9:00\nOnthaal\nBrugpoort\n9:30\nWelkom\nAula\n11:00\nKoffie\nBrugpoort\n11:30\nZien\nMeer dan toetsen\n"
    assert [row[3] for row in said(text)] == ["Brugpoort", "Aula", "Brugpoort", ""]


def test_a_room_may_be_called_without_the_word_for_one() -> None:
    rows = said(
        "9:00\nKeynote\nAnna Bos\nZaal: Orion\n10:00\nRonde 1\n- Tekenen (zaal Orion)\n11:00\nAfsluiting\nOrion\n"
    )
    assert (rows[0][3], rows[-1][3]) == ("Orion", "Orion")


@pytest.mark.parametrize("kind", ["Plenair", "Keuze", "Workshop", "Deel 2", "Met lunch, in groepen", "Roos Vink"])
def test_what_kind_a_block_is_and_who_leads_it_are_no_room(kind: str) -> None:
    text = (
        f"9:00\nStart\nAnna Bos\nAula\n9:30\nTellen\nEls Bos\nZaal 2\n10:30\nLezen\nThijs Maas\n{kind}\n11:00\nEinde\n"
    )
    assert [row[3] for row in said(text)] == ["Aula", "Zaal 2", "", ""]


@pytest.mark.parametrize(
    ("title", "room"),
    [
        ("Werken in de secties in de lokalen", "lokalen"),
        ("Arbeit in den Fachräumen", "Fachräumen"),
        ("Session 3: Building Trust", ""),
        ("Session 3: Gallery Walks", ""),
        ("Talking about science in Elementary Classrooms", ""),
        ("Play in the Inclusive Classroom", ""),
        ("Break: Main Building", "Main Building"),
        ("Filme drehen (Herr Winter, EDV-Raum)", "EDV-Raum"),
        ("Vortrag zum Schulgarten (Aula) Referent: Jan Keller", "Aula"),
    ],
)
def test_a_title_names_a_room_where_it_says_in_which(title: str, room: str) -> None:
    (found,) = (row[3] for row in said(f"9.00 Start\n10.00 {title}\n11.00 Slot\n") if row[0] == "10:00")
    assert found == room


@pytest.mark.parametrize(
    "room",
    [
        "Karl-Meier-Hörsaal",
        "Clara-Blau-Haus",
        "KLM-centrum",
        "Diverse lokalen",
        "Mehrere Räume im KLM 3",
        "Zaal 3 in het Cultuurhuis",
        "Foyer of the Grand Hotel",
        "Rozenzaal/binnentuin",
    ],
)
def test_a_room_is_called_by_its_house_or_whose_name_it_has(room: str) -> None:
    assert said(f"9.00 Start\n10.00 Samen lezen\n{room}\n11.00 Slot\n")[1][1:] == ("Samen lezen", (), room)


@pytest.mark.parametrize("text", ["Eltern-Café", "Assessment-Center", "Räume im Wandel", "Museum in de klas"])
def test_what_is_named_by_a_word_for_rooms_may_be_what_one_does(text: str) -> None:
    assert said(f"9.00 Start\n10.00 {text}\n11.00 Slot\n")[1][1:] == (text, (), "")
    assert said(f"9.00 Start\n10.00 Samen\n{text}\n11.00 Slot\n")[1][3] == ""


def test_a_street_is_nobody_and_those_in_it_may_be_called_so() -> None:
    below = "9.00 Start\n10.00 Physik\nDr. Anna Bos\nLehrstuhl 3, Karl Blau Straße\n11.00 Taal\nJan de Straat\n"
    assert [row[2] for row in said(below)] == [(), ("Dr. Anna Bos",), ("Jan de Straat",)]


def test_some_people_are_called_as_rooms_are() -> None:
    rows = said("9.00 Reading aloud - Amy Hall\n10.00 Gärten (Jan Keller)\n11.00 Lunch (Emma Zaal)\n12.00 Close\n")
    assert [row[2:] for row in rows[:3]] == [(("Amy Hall",), ""), (("Jan Keller",), ""), ((), "Emma Zaal")]


def test_cards_may_begin_with_the_time() -> None:
    cards = [
        "Tijd: 13.00 - 13.30 uur\nActiviteit: Inloop\nLocatie: Hal\n",
        "Tijd: 13.30 - 14.30 uur\nActiviteit: Lezing\n",
    ]
    assert [row[:2] for row in said("\n".join(cards))] == [("13:00", "Inloop"), ("13:30", "Lezing")]
    below = ["Activiteit: Inloop\nTijd: 13.00 - 13.30 uur\n", "Activiteit: Lezing\nTijd: 13.30 - 14.30 uur\n"]
    assert [row[:2] for row in said("\n".join(below))] == [("13:00", "Inloop"), ("13:30", "Lezing")]
