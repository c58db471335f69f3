"""Programmes as they come from web pages, mails and Word: with lines apart, offices, addresses, and other days."""

import pytest

from studydag.model.exchange.importing.recognising.places import room_sureness
from studydag.model.exchange.importing.vocabulary.place_words import LAST_WORDS
from studydag.model.rules.time.clock import find_time
from studydag.model.values.imported import LineKind
from tests.model.exchange.importing.copied_texts import dates, read, said


def test_a_german_date_is_no_numbered_list() -> None:
    first, second = "19:00 Uhr – Begrüßung\n21:00 Uhr – Musik\n", "9:15 Uhr – Start\n12 Uhr Ende\n"
    text = f"14. November 2025\n{first}\n15. November 2025\n{second}"
    assert dates(text) == ["2025-11-14", "2025-11-15"]
    assert [row[0] for row in said(text)] == ["19:00", "21:00", "09:15", "12:00"]


def test_a_range_of_days_begins_on_the_first_of_them() -> None:
    assert dates("Wann?: 10. bis 12. Mai 2025\n9.00 Uhr Start\n10.00 Uhr Pause\n11.00 Uhr Ende\n") == ["2025-05-10"]


def test_numbered_lines_with_a_time_stay_numbered() -> None:
    assert [row[1] for row in said("1. 08.30-09.00 uur: Inloop\n2. 09.00-10.00 uur: Lezing\n3. 10.00 uur: Slot\n")] == [
        "Inloop",
        "Lezing",
        "Slot",
    ]


def test_a_numbered_title_is_no_end() -> None:
    found = find_time("16.15 Uhr – 1. Vortrag")
    assert found is not None
    assert (found[0].end, found[1]) == (None, "1. Vortrag")


def test_a_day_is_named_with_what_it_is_about() -> None:
    about = (
        "across the border : a visit to the old town and its two schools (walks and talks with those who work there)"
    )
    text = f"Friday 15 May 2026\n13.00 Start\n17.00 Dinner\n\nSaturday 16 May 2026: {about}\n\n9:15 Bus\n12:00 Lunch\n"
    assert dates(text) == ["2026-05-15", "2026-05-16"]


def test_the_day_may_be_told_below_its_programme() -> None:
    text = (
        "Schnuppertag\n- 10:00 Uhr: Start\n- 11:00 Uhr: Flug\n- 12:00 Uhr: Ende\n\nTermin: Samstag, 14. November 2026\n"
    )
    assert dates(text) == ["2026-11-14"]


def test_hours_stand_alone_between_others() -> None:
    text = "13-15 Welcome\n15 Opening ceremony\n18: Soup and bread\n19 Preparing the visits\n19.30-20.30 Open space\n"
    assert [row[0] for row in said(text)] == ["13:00", "15:00", "18:00", "19:00", "19:30"]


def test_hours_with_a_colon_go_on_from_the_times_around() -> None:
    text = "9:00 am: Hello\n10:45: Data walk\n12: Lunch\n1: Plan by grade\n2:30: Share\n3: Bus\n"
    assert [row[0] for row in said(text)] == ["09:00", "10:45", "12:00", "13:00", "14:30", "15:00"]
    numbered = said("9:00 Hello\n10:45 Workshops\n1: Clay\n2: Ink\n12:00 Lunch\n")
    assert [row[0] for row in numbered if row[1] in {"Hello", "Workshops", "Lunch"}] == ["09:00", "10:45", "12:00"]
    assert not any(row[0] in {"13:00", "14:00"} for row in numbered)


def test_times_with_a_dot_stand_behind_their_titles() -> None:
    rows = said("Koffie in de hal, 8.30\nStart met allen, 9.00\nRekenen, 9.15\nPauze, 10.30\nSlot, 12.00\n")
    assert [row[:2] for row in rows[1:4]] == [("09:00", "Start met allen"), ("09:15", "Rekenen"), ("10:30", "Pauze")]
    prices = said("9.00 Koffie\n9.30 Start\nSoep, 4.50\nBroodje, 6.25\nTaart, 7.00\n12.00 Slot\n")
    assert [row[0] for row in prices if row[0]] == ["09:00", "09:30", "12:00"]
    numbered = said("Ronde 1: 10.00 – 11.00 uur\nRonde 2: 11.15 – 12.15 uur\nLunch: 12.15 – 13.00 uur\n")
    assert [row[:2] for row in numbered[:2]] == [("10:00", "Ronde 1"), ("11:15", "Ronde 2")]


def test_numbers_below_a_block_are_no_hours() -> None:
    text = "9-10 Opening\n10-11 Ronde\n2 groepen per lokaal\n11:00 Slot\n12:00 Lunch\n"
    assert [row[0] for row in said(text) if row[0]] == ["09:00", "10:00", "11:00", "12:00"]


def test_onwards_says_that_the_end_is_open() -> None:
    text = "6.30-7.30pmTalk\n7.30pm onwardsDinner\n"
    assert [row[:2] for row in said(text)] == [("18:30", "Talk"), ("19:30", "Dinner")]


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("Check In, Student Center, 2nd Floor", "Check In", "Student Center, 2nd Floor"),
        ("Welcome, UC, Miller Ballroom", "Welcome", "UC, Miller Ballroom"),
        ("Lunch with a guide- Student Center, 4th Floor", "Lunch with a guide", "Student Center, 4th Floor"),
        ("Banket im Schloss Weißenfels", "Banket im Schloss Weißenfels", "Schloss Weißenfels"),
        ("Carousel / G1, G2, G3", "Carousel", "G1, G2, G3"),
        ("Essen im Restaurant „Rosa“ (Kaiserstr. 17, 14482 Kiel)", "Essen im Restaurant „Rosa“", "Restaurant „Rosa“"),
        ('vorming "Rust" (CLB, turnzaal)', 'vorming "Rust"', "turnzaal"),
    ],
)
def test_rooms_are_told_with_their_house_floor_or_street(line: str, title: str, room: str) -> None:
    assert said(f"9:00 {line}\n10:00 Talk\n11:00 Break\n")[0][1::2] == (title, room)


def test_a_room_stands_between_the_time_and_the_title() -> None:
    text = "9 Uhr\nFürstenhaus, Festsaal, Markt 2/3\nCheck-in\n10–12.15 Uhr\nMensa am Park, Ostallee 15 b\nPause\n"
    assert [row[1::2] for row in said(text)] == [
        ("Check-in", "Fürstenhaus, Festsaal, Markt 2/3"),
        ("Pause", "Mensa am Park, Ostallee 15 b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Open House", "Anna Bos, Museum Noord", "Campus tour", "Taal, Rekenen", "Ute Klar & Jan Mos, Raum"),
        "psycholoog / pedagoog",
    ],
)
def test_what_is_no_room(text: str) -> None:
    assert room_sureness(text) < 2


@pytest.mark.parametrize("word", sorted(LAST_WORDS))
def test_no_place_is_taken_for_a_person(word: str) -> None:
    name = f"Anna Wubbo {word.title()}"
    assert all(name not in row[2] for row in said(f"9:00 Talk by {name}\n9:30 Walk  {name}\n10:00 Break\n"))


@pytest.mark.parametrize(
    ("line", "title", "persons"),
    [
        ("Gesprek onder leiding van Anna Bos met de teams", "Gesprek met de teams", ("Anna Bos",)),
        ("Welkom door dagvoorzitter Anna Bos. Terugblik door Jan Mos", "Welkom. Terugblik", ("Anna Bos", "Jan Mos")),
        ("Verslag van Noorder juryvoorzitter Jan Mos", "Verslag", ("Jan Mos",)),
        ("Anders leren: Keynote spreker Prof. Dr. Jan Mos", "Anders leren: Keynote spreker", ("Prof. Dr. Jan Mos",)),
        ("Optreden Matthijn Buwer", "Optreden Matthijn Buwer", ("Matthijn Buwer",)),
        ("Toespraak door minister van Taal en Cultuur, Anna Bos", "Toespraak", ("Anna Bos",)),
        ("Gesprek met wethouder Anna Bos en directeur taal Noord Jan Mos", "Gesprek", ("Anna Bos", "Jan Mos")),
        ("Slot. Met aan tafel o.a. Anna Bos en Jan Mos die terugkijken op de dag", "Slot", ("Anna Bos", "Jan Mos")),
        ("Refreshment Break / View Exhibits", "Refreshment Break / View Exhibits", ()),
    ],
)
def test_people_are_found_where_the_title_goes_on(line: str, title: str, persons: tuple[str, ...]) -> None:
    assert said(f"9.00 {line}\n10.00 Pauze\n11.00 Slotronde\n")[0][1:3] == (title, persons)


def test_names_that_no_list_knows_stand_where_others_have_theirs() -> None:
    by_colon = (
        "9:00 Talk: Anna Bos\n9:30 Paper: Wubbo Taksma\n10:00 Talk: Jan Mos\n10:30 Talk: Peter Vos\n11:00 Close\n"
    )
    assert [row[2] for row in said(by_colon)] == [("Anna Bos",), ("Wubbo Taksma",), ("Jan Mos",), ("Peter Vos",), ()]
    by_with = "9:00 Lob mit Anna Bos\n9:30 Singen mit Karolo Dlugo\n10:00 Musik mit Jan Mos\n11:00 Ende\n"
    assert said(by_with)[1][1:3] == ("Singen", ("Karolo Dlugo",))


BELOW = """9.00 Opening door Anna Bos, directeur Taalhuis,
met een boodschap van het bestuur

10.00 Keynote – Jan Mos
departement taal, Universiteit Noord

11.00 Metagesprek
Welk gesprek heeft toekomst?
Begroeting: Prof. Dr. Peter Vos
Impuls 1: Dr. Anna Klein, Kiel
Moderation: Jan Smit, uitgever „De Zon“, Kiel

12.00 Opening van de middag

Welkom door:

Voorzitter Regionaal Bureau

13.00 Debat
Discussieleider:  Dagvoorzitter Wander van Es

14.00 Plenair deel, onder andere met:
– filmische opening;
– inspiratie van Foppe de Haan, voormalig voetbalcoach

15.00 Slot

Anmeldung:
Anna Groen, secretariaat
"""


def test_lines_below_a_block_say_who_takes_part_and_no_more() -> None:
    assert [row[1:3] for row in said(BELOW)] == [
        ("Opening", ("Anna Bos",)),
        ("Keynote", ("Jan Mos",)),
        ("Metagesprek", ("Prof. Dr. Peter Vos", "Dr. Anna Klein", "Jan Smit")),
        ("Opening van de middag", ()),
        ("Debat", ("Wander van Es",)),
        ("Plenair deel", ("Foppe de Haan",)),
        ("Slot", ()),
    ]


def test_what_a_speaker_tells_of_is_no_block() -> None:
    told = "Prof. Dr. Anna Bos (Kiel):\nVortrag mit der Frage „Was brauchen\nLehrer für das Fach?“\n"
    text = f"9.00 Uhr Key-Note\n{told}10 Uhr Pause\n"
    assert [row[1:3] for row in said(text)] == [("Key-Note", ("Prof. Dr. Anna Bos",)), ("Pause", ())]


def test_an_option_is_led_by_whom_the_line_below_names() -> None:
    text = (
        "14u Keuze uit 2 sessies\n  • Sessie 1 Kijken\n    Lezing door Anna Bos (Gent)\n  • Sessie 2 Doen\n16u Slot\n"
    )
    assert said(text)[1][2] == ("Anna Bos (Gent)",)


def test_a_question_behind_a_bar_is_part_of_the_title() -> None:
    assert said("12u: Onthaal\n13u: Dialoog | Voor wie? Met wie?\n14u: Einde\n")[1][1:3] == (
        "Dialoog | Voor wie? Met wie?",
        (),
    )


def test_which_round_it_is_names_nobody() -> None:
    assert said("9.00 Leren en delen  Workshops, round 2\n10.00 Pauze\n11.00 Slot\n")[0][2] == ()


def test_who_speaks_stands_before_the_title_where_it_does_so_often() -> None:
    text = (
        "9u Onthaal\n9u15 Anna Bos (voorzitter), Inleiding van deze dag\n10u Jan Mos, De hemel in beeld\n"
        "11u Wubbo Taksma, Relieken, kaarten en kleding\n12u Peter Vos, Een blik op later\n13u Einde\n"
    )
    assert [row[1:3] for row in said(text)] == [
        ("Onthaal", ()),
        ("Inleiding van deze dag", ("Anna Bos (voorzitter)",)),
        ("De hemel in beeld", ("Jan Mos",)),
        ("Relieken, kaarten en kleding", ("Wubbo Taksma",)),
        ("Een blik op later", ("Peter Vos",)),
        ("Einde", ()),
    ]


def test_what_is_spoken_of_stands_behind_its_label() -> None:
    line = "10 Uhr Gespräch mit Anna Bos, Leiterin des Hauses: Thema: „Schule heute“"
    assert said(f"9 Uhr Start\n{line}\n11 Uhr Ende\n")[1][1:3] == ("Gespräch", ("Anna Bos",))


def test_a_line_above_the_speaker_says_what_a_block_is_about() -> None:
    told = "Polit. Perspektive\nProf. Dr. Anna Bos, Uni Wien\n"
    text = f"15:00 Uhr Impuls 1\n\n{told}\n16:00 Uhr Aussprache\n17:00 Uhr Ende\n"
    assert said(text)[0][:3] == ("15:00", "Impuls 1", ("Prof. Dr. Anna Bos",))


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("Anna Bos (NOORD), Joris Collema (NOORD-KU Gent),", ("Anna Bos", "Joris Collema")),
        ("Anna Bos, Jacques Baron van Taal Genootschap", ("Anna Bos",)),
    ],
)
def test_houses_are_no_people(line: str, persons: tuple[str, ...]) -> None:
    found = said(f"15.00 u.\n\nEen verhaal van taal\n{line}\n\n16.00 u.\n\nSlot\n")[0][2]
    assert tuple(name.split(" (")[0] for name in found) == persons


def test_dots_behind_a_time_say_that_the_end_is_open() -> None:
    assert said("From 13h00...: Arrival\n16h00: Opening\n18h00: Dinner\n")[0][:2] == ("13:00", "Arrival")


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("De dagindeling is als volgt:", True),
        ("The provisional agenda of the day:", True),
        ("Das Programm sieht wie folgt aus.", True),
        ("Het programma van de school", False),
        ("Hieronder vind je wie het programma maakt en hoe je haar bereikt.", False),
    ],
)
def test_a_line_that_leads_to_the_programme_is_its_heading(line: str, is_one: bool) -> None:
    first = read(f"{line}\n\n9.00 Start\n9.30 Taal\n10.30 Pauze\n").lines[0]
    assert (first.kind is LineKind.HEADING) is is_one
