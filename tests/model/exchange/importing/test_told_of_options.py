"""What lines say of the options below them, and options of each other: who leads each, where, and which are none."""

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from tests.model.exchange.importing.copied_texts import blocks, said

OPTIONS = """10:00  Ronde 1
   - Leren zien, Anna Bos, Noord
   - Kijken, doen, vragen, Wubbo Tak, Hamburg
   - Stemwerk, Hamburg
   - Buiten rekenen, Team Buiten, Loft
"""


def test_options_say_who_and_where_as_the_options_beside_them_do() -> None:
    assert said(OPTIONS)[1:] == [
        ("10:00", "Leren zien", ("Anna Bos",), "Noord"),
        ("10:00", "Kijken, doen, vragen", ("Wubbo Tak",), "Hamburg"),
        ("10:00", "Stemwerk", (), "Hamburg"),
        ("10:00", "Buiten rekenen", ("Team Buiten",), "Loft"),
    ]


def test_a_comma_in_the_title_of_an_option_leads_to_nobody_where_it_never_does() -> None:
    schools = ["Noord College, Drenthe", "De Wilgen, Friesland", "Park School, Zeeland", "Berg School, Noord Brabant"]
    listed = "".join(f"   - {school}, Room {place}\n" for place, school in enumerate(schools, 101))
    assert [row[1:] for row in said(f"10:00  Breakouts: schools tell\n{listed}11:00  End\n")[1:5]] == [
        (school, (), f"Room {place}") for place, school in enumerate(schools, 101)
    ]


def test_first_names_behind_the_comma_of_options_are_people() -> None:
    found = blocks("10:00  Per sectie\n   - Rooster, Ria\n   - Toetsen, Jan\n   - Gangen, Anna\n11:00  Pauze\n")
    assert [(each.persons, each.room) for each in found["Per sectie"].options] == [
        (("Ria",), ""),
        (("Jan",), ""),
        (("Anna",), ""),
    ]


def test_several_meals_at_once_are_told_apart_by_what_stands_behind_a_comma() -> None:
    listed = "   - New Mentors, Lisbon\n   - Heads and Deputies, Vienna\n   - Guests at Lunch, Hong Kong\n"
    found = blocks(f"08:00  Talk\n12:00  Mentor Lunches\n{listed}13:00  Talk on\n")
    assert [(each.title, each.room) for each in found["Mentor Lunches"].options] == [
        ("New Mentors", "Lisbon"),
        ("Heads and Deputies", "Vienna"),
        ("Guests at Lunch", "Hong Kong"),
    ]
    listed = "   - Broodjes kaas, Soep\n   - Salade met noten, Water\n   - Fruit, Koffie\n"
    assert not blocks(f"08:00  Les\n12:00  Lunch\n{listed}13:00  Les\n")["Lunch"].options


def test_what_stands_below_a_part_of_the_day_is_read_as_the_same_mark_is_elsewhere() -> None:
    text = (
        "09:00  Kennismaking\n   - Voorstelronde\n   - Verwachtingen\n10:00  Workshops in de kas\n   - Stekken\n"
        "   - Zaaien\n13:00  Middagsessie\n   - Bouwen met hout (van plan tot stoel)\n   - Voor wie leest\n"
    )
    found = blocks(f"{text}15:00  Einde\n")
    assert [each.title for each in found["Middagsessie"].options] == [
        "Bouwen met hout (van plan tot stoel)",
        "Voor wie leest",
    ]
    assert not found["Kennismaking"].options


@pytest.mark.parametrize(
    ("title", "has_options"), [("opening, wat het plan van alle scholen vraagt", True), ("opening, welkom", False)]
)
def test_an_opening_that_is_about_more_holds_what_each_speaks_of(title: str, has_options: bool) -> None:
    listed = (
        "   - Toelichting bij het plan en wat het van scholen in de stad vraagt, prof. dr. Anna Bos\n"
        "   - Wat het van kleine scholen vraagt, prof. dr. Ria Van Mos, prof. dr. Jan van Tak\n"
    )
    options = blocks(f"10:30  {title}\n{listed}12:00  lunch\n")[title].options
    assert [each.persons for each in options] == (
        [("prof. dr. Anna Bos",), ("prof. dr. Ria Van Mos", "prof. dr. Jan van Tak")] if has_options else []
    )


def test_an_item_within_others_keeps_its_title_beside_its_options() -> None:
    text = "09:00-12:00  Markt  Hal\n10:00-11:00  Ronde 1\n   - Taal\n   - Rekenen\n10:30-11:30  Gesprek  Anna Bos\n"
    assert {"Markt", "Ronde 1", "Taal", "Rekenen", "Gesprek"} <= set(blocks(text))


def test_what_lasts_the_whole_day_is_an_item_where_it_is_written_as_one() -> None:
    text = "08:00-16:00  Academy for leaders\n09:00-11:00  Seminar\n11:00-12:00  Break\n13:00-16:00  Session\n"
    assert "Academy for leaders" in blocks(text)


def test_who_gives_an_option_stands_behind_a_label_among_what_is_told_of_it() -> None:
    told = "  Hoe het was en hoe het kan.\n\n  Presentatie: Anna Bos (huisarts, Ede), Jan Mos (De Zorg)\n\n"
    text = f"9:00 Opening\n\n10:00 Workshops\n\n • Samen sterk!\n\n{told} • Rekenen\n\n • Taal\n\n11:00 Pauze\n"
    assert blocks(text)["Samen sterk!"].persons == ("Anna Bos (huisarts, Ede)", "Jan Mos (De Zorg)")


def test_a_line_without_a_time_has_options_where_they_have_rooms() -> None:
    programme = arranged(
        read_text("Dag\n9:00  Start\n10:00  Taal\n11:00  Lunch\nVrij werk\n   - lezen, aula\n   - tuin\n")
    )
    assert [option.title for option in programme.parked[0].options] == ["lezen", "tuin"]


def test_what_stands_above_a_list_is_a_title_and_no_room() -> None:
    text = (
        "Dag van de ruimte\n10:30  Impulsvorträge 1\n   - BOUWEN MET LEERLINGEN, Anna Bos\n   - STILTE, Jan Mos\n"
        "13:30  Impulsvorträge 2\n   - LICHT EN LUCHT, Ria Bos\n   - HOUT, Jan Mos\n15:00  WAT HET GEEFT\n"
    )
    found = blocks(text)
    assert (found["Impulsvorträge 1"].room, len(found["Impulsvorträge 1"].options)) == ("", 2)
    assert [(each.title, each.persons) for each in found["Impulsvorträge 2"].options] == [
        ("LICHT EN LUCHT", ("Ria Bos",)),
        ("HOUT", ("Jan Mos",)),
    ]


def test_a_group_leads_an_option_where_somebody_leads_the_others() -> None:
    found = blocks(
        "10:00  Keuzesessies\n   - Rust in de klas, Anna Bos, Turnzaal\n   - Herstellen, vzw Anker, Lokaal 2\n"
        "   - Drama, Jan Mos, Theaterzaal\n12:00  Lunch\n"
    )
    assert [each.persons for each in found["Keuzesessies"].options] == [("Anna Bos",), ("vzw Anker",), ("Jan Mos",)]


def test_each_option_may_have_a_table_or_a_room_in_small_letters() -> None:
    listed = "   - Directies, tafel 1\n   - Coaches, tafel 2\n   - Starters en zijinstromers, tafel 3\n"
    groups = "   - Frans, lokaal 12\n   - Fysica, labo\n"
    found = blocks(f"10:00  Speeddates\n{listed}11:00  Vakgroepen\n{groups}12:00  Slot\n")
    assert [(each.title, each.room) for each in found["Speeddates"].options] == [
        ("Directies", "tafel 1"),
        ("Coaches", "tafel 2"),
        ("Starters en zijinstromers", "tafel 3"),
    ]
    assert [each.room for each in found["Vakgroepen"].options] == ["lokaal 12", "labo"]
