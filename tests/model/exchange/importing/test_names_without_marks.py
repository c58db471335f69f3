"""Names and numbers that no mark parts from a title: known by an office, by the lines around, or by their order."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.values.imported import ImportedBlock
from tests.model.exchange.importing.copied_texts import read
from tests.model.exchange.importing.truths import blocks_of, clock


def blocks(text: str) -> list[ImportedBlock]:
    return list(blocks_of(read(text)))


def said(text: str) -> list[tuple[str | None, str, tuple[str, ...]]]:
    return [(clock(block.start), block.title, block.persons) for block in blocks(text)]


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        ("Opening words: professor Ulla Toom", "Opening words", ("Ulla Toom",)),
        ("What is new in schools? docent Ivo Zwart (Kiel)", "What is new in schools?", ("Ivo Zwart",)),
        (
            "Reading – the long way: associate professor Ulla Toom, project manager Ivo Zwart, and dean Mia Haar",
            "Reading – the long way",
            ("Ulla Toom", "Ivo Zwart", "Mia Haar"),
        ),
        ("De school van morgen: leraar Passend Onderwijs", "De school van morgen: leraar Passend Onderwijs", ()),
        ("Rol van de leraar: coach of expert?", "Rol van de leraar: coach of expert?", ()),
        ("Opening: minister van Onderwijs", "Opening: minister van Onderwijs", ()),
        ("Wie beslist? directeur Centrum voor Jeugd", "Wie beslist? directeur Centrum voor Jeugd", ()),
    ],
)
def test_a_name_stands_behind_an_office_in_small_letters(text: str, title: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (title, persons)


def test_names_right_behind_titles_are_known_by_those_of_which_they_surely_are() -> None:
    assert said(
        "Study day\n09:00 Opening address Anna Bos\n09:30 Reading in the first years Peter Haan\n"
        "10:00 Is counting a game? Maria Post\n10:30 Break\n11:00 The work of schools Ulla Drost\n"
        "11:30 In the steps of Anna Frank\n12:00 Lunch at Castle Noord"
    ) == [
        ("09:00", "Opening address", ("Anna Bos",)),
        ("09:30", "Reading in the first years", ("Peter Haan",)),
        ("10:00", "Is counting a game?", ("Maria Post",)),
        ("10:30", "Break", ()),
        ("11:00", "The work of schools", ("Ulla Drost",)),
        ("11:30", "In the steps of Anna Frank", ()),
        ("12:00", "Lunch at Castle Noord", ()),
    ]


def test_names_right_before_titles_are_known_by_those_of_which_they_surely_are() -> None:
    assert said(
        "Study day\n15:00 Anna van Dam Welcome and introduction\n15:30 Peter Haan Light – how we see it\n"
        "16:00 Peter Haan Ambitions of the town\n16:30 Ulla Ix The art of light\n17:00 Maria Post Noord turns dark\n"
        "17:30 Break and walk to the Planetarium\n18:00 Drinks"
    ) == [
        ("15:00", "Welcome and introduction", ("Anna van Dam",)),
        ("15:30", "Light – how we see it", ("Peter Haan",)),
        ("16:00", "Ambitions of the town", ("Peter Haan",)),
        ("16:30", "The art of light", ("Ulla Ix",)),
        ("17:00", "Noord turns dark", ("Maria Post",)),
        ("17:30", "Break and walk to the Planetarium", ()),
        ("18:00", "Drinks", ()),
    ]


def test_names_below_blocks_say_nothing_of_how_titles_begin() -> None:
    made = said(
        "Study day\n09:00 Opening\n10:00 Maria Montessori Today and Tomorrow\nAnna Bos Gent Noord\nPeter Haan Kiel West"
        "\nMaria Post Ede Oost\n11:00 Break\n11:30 Reading for all\n12:30 Lunch\n13:30 Counting for all\n"
    )
    assert ("10:00", "Maria Montessori Today and Tomorrow") in [each[:2] for each in made]


def test_numbers_from_one_on_are_no_part_of_titles() -> None:
    assert [
        title for _, title, _ in said("Dag\n1 Onthaal 13:30 - 14:00\n2 Lezing 14:00 - 15:00\n3 Slot 15:00 - 16:00")
    ] == [
        "Onthaal",
        "Lezing",
        "Slot",
    ]
    assert [
        title for _, title, _ in said("Dag\n1 Onthaal 13:30 - 14:00\n3 Lezingen 14:00 - 15:00\n2 Borrels 15:00 - 16:00")
    ] == [
        "1 Onthaal",
        "3 Lezingen",
        "2 Borrels",
    ]


def test_numbered_lines_last_as_long_as_a_line_below_them_says() -> None:
    made = blocks(
        "Seminar\n1. 09:00 Registration\n   Peter Haan, NRL. Time: 30 min.\n1. Welcome from the town\n   Time: 5 min\n"
        "2. Getting to know each other\n\nAnna Bos, SAE.Time: 30 min. Each tells something.\n\nCoffee break, 20 min."
        "\n\n3.Active listening\nMaria Post, IRE. Time: 1,5-2 hours.\n\nLunch: 12:30-14:00\n"
    )
    assert [(block.title, block.minutes, block.persons) for block in made] == [
        ("Registration", 30, ("Peter Haan",)),
        ("Welcome from the town", 5, ()),
        ("Getting to know each other", 30, ("Anna Bos",)),
        ("Coffee break", 20, ()),
        ("Active listening", 90, ("Maria Post",)),
        ("Lunch", None, ()),
    ]
    assert "1,5-2 hours" in made[4].description


def test_a_house_is_no_person() -> None:
    assert name_sureness("Anna Universiteit Noord") is Sureness.NO
    assert name_sureness("Slagerij Arbuw") is Sureness.NO
    assert name_sureness("Jan Breidel Stadion") is Sureness.NO


def test_a_name_ends_before_a_bracket_that_is_open() -> None:
    assert people_in("Maria POST (SUM Head of Languages)").persons[0].split(" (")[0] == "Maria POST"
    assert people_in("Prof. Maria Post- SUM").persons == ("Prof. Maria Post",)


def test_who_stands_with_a_house_before_a_colon_speaks_of_what_stands_below() -> None:
    made = blocks(
        "Lectures\n18.30   Prof. Dr. Ulla WITHUIS-KOK (KIT, Gent):\n\n        Educating the teachers of tomorrow\n\n"
        "        Moderator: Maria POST (SUM Head of Languages)\n\n19.30   Questions\n20.00   Break\n"
    )
    assert [(block.title, block.persons) for block in made] == [
        ("Educating the teachers of tomorrow", ("Prof. Dr. Ulla WITHUIS-KOK (KIT, Gent)", "Maria POST")),
        ("Questions", ()),
        ("Break", ()),
    ]


def test_who_stands_in_brackets_at_the_end_of_a_line_below_does_it() -> None:
    made = blocks(
        "Tag\n10:45 Uhr Büchereien vermitteln:\nLesen im Alltag (Frau Bösel, Akademie für Lesen);\n"
        "Umgang mit Medien (Herr Langer)\n11:45 Uhr Plenaire zitting\n"
        "• Talen leren thuis (Anna Haan, Europese Commissie)\n"
        "• Talen leren op school (Museum Boijmans, Rotterdam)\n12:30 Uhr Mittagspause\n"
    )
    assert [(block.title, block.persons) for block in made] == [
        ("Büchereien vermitteln", ("Frau Bösel", "Herr Langer")),
        ("Plenaire zitting", ("Anna Haan",)),
        ("Mittagspause", ()),
    ]


def test_rooms_above_titles_below_parallel_sessions_are_those_of_options() -> None:
    made = blocks(
        "Day\n12:15 Parallel Sessions\nConference Room\n\nOpen Schools for All\n\nSeminar Room A\n\nParents at School\n"
        "\nChair: Anna Bos\n\nMusic Room\n\nDrama Weeks\n\n13:30 Lunch\n"
    )
    assert [(option.title, option.room, option.persons) for option in made[0].options] == [
        ("Open Schools for All", "Conference Room", ()),
        ("Parents at School", "Seminar Room A", ("Anna Bos",)),
        ("Drama Weeks", "Music Room", ()),
    ]
    assert [block.title for block in made if not block.options][-1] == "Lunch"


def test_lines_that_begin_with_numbered_rooms_are_options() -> None:
    made = blocks(
        "Tag\n13:30 Uhr Beispiele aus der Praxis\nRaum 1: Lesen in Bayern, Projekte im Norden\nRaum 2: Allein in der "
        "Bücherei\n15:45 Uhr Podium\n"
    )
    assert [(option.title, option.room) for option in made[0].options] == [
        ("Lesen in Bayern, Projekte im Norden", "Raum 1"),
        ("Allein in der Bücherei", "Raum 2"),
    ]


def test_lines_below_a_choice_are_options_where_each_names_its_people() -> None:
    made = blocks(
        "Dag\n09:00 Opening\n10:00 Parallelle workshops\nLeren in het bos – Anna Bos\nRekenen met blokken – Peter Haan"
        "\n11:00 Pauze\n"
    )
    assert [(option.title, option.persons) for option in made[1].options] == [
        ("Leren in het bos", ("Anna Bos",)),
        ("Rekenen met blokken", ("Peter Haan",)),
    ]


def test_a_line_that_leads_to_speakers_is_no_block() -> None:
    made = blocks(
        "Day\n18:00 Introduction\n\nWelcome speeches\n- Professor Pavel Zgaat, University of Gent\n"
        "- Mr. Zoran Jankov, Mayor of Gent\nChair: Dr. Anna Bos, Ellino Agogi, Greece\n19:30 Reception\n"
    )
    assert [(block.title, block.persons) for block in made] == [
        ("Introduction", ("Professor Pavel Zgaat", "Mr. Zoran Jankov", "Dr. Anna Bos")),
        ("Reception", ()),
    ]


def test_another_of_its_kind_right_below_a_block_runs_beside_it() -> None:
    made = blocks(
        "Dag\n13.00 Workshop tekenen, door Anna Bos: ronde 1.\nWorkshop yoga, door Jan Mos: ronde 1.\n"
        "Breng een mat mee.\n14.00 Pauze\n"
    )
    assert "Workshop yoga" in [option.title for option in made[0].options] or made[1].title.startswith("Workshop yoga")
    assert not any("Breng" in block.title for block in made)


def test_who_speaks_about_something_is_known_by_another_who_surely_does() -> None:
    assert said("Dag\n10:00 Anna Bos over lezen\n11:00 Gerlinde van Silfoort over schrijven\n12:00 Lunch\n") == [
        ("10:00", "Anna Bos over lezen", ("Anna Bos",)),
        ("11:00", "Gerlinde van Silfoort over schrijven", ("Gerlinde van Silfoort",)),
        ("12:00", "Lunch", ()),
    ]


@pytest.mark.parametrize(
    ("above", "title", "venue"),
    [
        ("Dag van de Zorg\nGeachte dokter,\nMevrouw,", "Dag van de Zorg", ""),
        ("Contact|\nRekencongres\nSpant!, Bussum", "Rekencongres", "Spant!, Bussum"),
        ("Agenda's van hier\nAnko van Hoeven", "Agenda's van hier", ""),
        ("Agenda's van hier\nBergen op Zoom", "Agenda's van hier", "Bergen op Zoom"),
        ("1 november 2023 om 13.00u: symposium Onderwijs", "symposium Onderwijs", ""),
        ("29 november 2006, Paleis der Wetten, Brussel\nCongres Noord", "Congres Noord", "Paleis der Wetten, Brussel"),
        ("Symposium zur Bildung\nBeginn 10:00 Uhr, Begrüßung", "Symposium zur Bildung", ""),
        ("Bekijk hier het programma:", "", ""),
    ],
)
def test_title_and_venue_of_the_day_are_what_can_be_one(above: str, title: str, venue: str) -> None:
    programme = arranged(read_text(f"{above}\n\n14:00 Inloop\n14:30 Lezing\n15:30 Slot\n", today=dt.date(2026, 1, 5)))
    assert (programme.title, programme.venue) == (title, venue)


def test_a_list_in_which_several_are_surely_people_holds_people() -> None:
    assert peel("Debat met Anna Bos, Oriane Smeets en Peter Haan").persons == (
        "Anna Bos",
        "Oriane Smeets",
        "Peter Haan",
    )
    assert peel("Panel: Anna Bos, Oriane Smeets, Peter Haan").persons == ("Anna Bos", "Oriane Smeets", "Peter Haan")
    assert "Studio Noord" not in peel("Debat met Anna Bos, Studio Noord en Peter Haan").persons


def test_a_bracket_behind_a_label_is_no_part_of_a_name() -> None:
    assert peel("Session 1: Language (Chair: Anna Bos)").persons == ("Anna Bos",)


def test_between_a_label_and_a_title_stands_who_speaks() -> None:
    peeled = peel("Keynote: Anna Bos – Taal in de klas")
    assert (peeled.title, peeled.persons) == ("Keynote: Taal in de klas", ("Anna Bos",))
    peeled = peel("Keynote: Dr. Anna Bos – University of Ghent")
    assert (peeled.title.rstrip(":"), peeled.persons) == ("Keynote", ("Dr. Anna Bos",))
