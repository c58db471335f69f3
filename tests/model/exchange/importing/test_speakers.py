"""Who speaks, by what a line says of them: offices, titles, greetings, and names that lead to no person."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.recognising.names import Sureness, name_sureness
from studydag.model.exchange.importing.recognising.people import people_in
from studydag.model.exchange.importing.titles.peeling import peel
from studydag.model.exchange.importing.vocabulary.offices import tells_an_office
from studydag.model.rules.time.clock import read_clock
from tests.model.exchange.importing.copied_texts import said


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        (
            "Begrüßung; Brigitte Stein, stellvertretende Direktorin des Hauses, und Dr. Jan Mos, Kiel",
            "Begrüßung",
            ("Brigitte Stein", "Dr. Jan Mos"),
        ),
        (
            "Der Bund heute; Dr. Karl Berg, Parlamentarischer Staatssekretär beim Bund;",
            "Der Bund heute",
            ("Dr. Karl Berg",),
        ),
        ("Der Verein; Dr. Peter Bach, Geschäftsführer ABC;", "Der Verein", ("Dr. Peter Bach",)),
        ("Resümee; Dr. Anna Bos, Wien.", "Resümee", ("Dr. Anna Bos",)),
        ("Opening Anna Bos, directeur", "Opening", ("Anna Bos",)),
        ("Afsluiting Wubbo Tak, wethouder Onderwijs", "Afsluiting", ("Wubbo Tak",)),
        ("Column Arda Gerk (Eerste Kamerlid ABC)", "Column", ("Arda Gerk",)),
        ("Column Pier Berg, historicus en onderwijscolumnist.", "Column", ("Pier Berg",)),
        (
            "Schlusswort Prof. Dr. Anna Bos zusammen mit Prof. Dr. Jan Mos",
            "Schlusswort",
            ("Prof. Dr. Anna Bos", "Prof. Dr. Jan Mos"),
        ),
        ("Opening door Jan Mos & welkom moderator Sicco de Boer", "Opening", ("Jan Mos", "Sicco de Boer")),
        ("Sessie met moderator Phara de Boer", "Sessie", ("Phara de Boer",)),
        ("Gespräch mit Herrn Albert Stein, Redakteur der Zeitung", "Gespräch", ("Herrn Albert Stein",)),
        ("Gespräch mit Ingrid Fisch MdB", "Gespräch", ("Ingrid Fisch MdB",)),
        (
            "Napraten met Anna Bos en Jan Mos, Anna Bos, Jan Mos",
            "Napraten met Anna Bos en Jan Mos",
            ("Anna Bos", "Jan Mos"),
        ),
        ("Gesprek tussen Wubbo Tak en Aleid Kruis", "Gesprek", ("Wubbo Tak", "Aleid Kruis")),
        ("Slotwoord Gerlien van Dam - directeur Stichting Taal", "Slotwoord", ("Gerlien van Dam",)),
        ("Workshop EHBO (Rode Kruis, o.l.v. Nele Maes)", "Workshop EHBO", ("Nele Maes",)),
        ("Spreker: Dhr. P. Jansen (Gent) - Meertaligheid", "Meertaligheid", ("Dhr. P. Jansen (Gent)",)),
        (
            "Vortrag von Prof. Dr. Hans Berg, Universität Kiel: Lernen im Wandel",
            "Vortrag: Lernen im Wandel",
            ("Prof. Dr. Hans Berg",),
        ),
        (
            "Panel chaired by Lucy Moss with Ahmed Khan and Priya Patel",
            "Panel",
            ("Lucy Moss", "Ahmed Khan", "Priya Patel"),
        ),
    ],
)
def test_who_speaks_is_told_with_an_office(text: str, title: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (title, persons)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Welcoming Remarks Bob Hill", ("Bob Hill",)),
        ("welkom/inleiding Gabriël Vos", ("Gabriël Vos",)),
        ("De heer E. (Erick) Boer (directeur) geeft een presentatie", ("De heer E. Boer",)),
        ("Paul Stein: hoogleraar, lid Eerste Kamer", ("Paul Stein",)),
    ],
)
def test_a_title_may_keep_the_name_of_who_speaks(text: str, persons: tuple[str, ...]) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (text, persons)


@pytest.mark.parametrize(
    "text",
    [
        "Pitches door ABN, Landschap Noord",
        "Address by ECA Winner",
        "Presentation by ESRI Portugal",
        "Start Project Groen, directeur aanwezig",
        "Opening, welkom en koffie",
        "Keynote Leren leren, een kunst",
        "Gesprek met Gemeente Utrecht",
        "Opening Jan van Eyck Academie",
        "Introductie van Google Classroom",
        "Joy in Learning",
    ],
)
def test_what_names_nobody_stays_in_the_title(text: str) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        *("burgemeester van Genk", "Sir Duncan Rice Library", "ESRI Portugal"),
        *("Anna Schmidt Realschule", "Handwerkskammer Kassel", "Jenaplanvereniging Noord"),
        *("Landesschulamt Kassel", "Agentschap Zorg", "Peter Moser Gruppe", "San Diego"),
        *("VUBrussel IMEC", "South Dakota", "Vorsitz AG Lesen", "Präsidentin BLLV", "Partner KPMG"),
    ],
)
def test_an_office_a_house_and_a_firm_are_no_people(text: str) -> None:
    assert name_sureness(text) is Sureness.NO


def test_a_surname_that_looks_like_a_house_or_a_region_is_a_name_behind_a_given_name() -> None:
    names = ("Jan School", "Anna van der Kammer", "Peter West", "Partner Jan Mos", "Peter McDonald")
    assert all(name_sureness(name) >= Sureness.LIKELY for name in names)


def test_what_stands_between_an_office_and_its_country_is_no_name() -> None:
    assert people_in("des Landes Brandenburg").sureness is Sureness.NO


def test_an_office_behind_a_name_is_none_of_the_list() -> None:
    assert people_in("Rektorin Dr. Beate Holm, Bürgermeister Jens Rüter").persons == (
        "Rektorin Dr. Beate Holm",
        "Bürgermeister Jens Rüter",
    )


def test_a_numbered_panel_keeps_the_theme_that_it_is_called_by() -> None:
    assert peel("Ronde 1 – thema: Taal in elk vak").title == "Ronde 1 – thema: Taal in elk vak"


def test_what_somebody_speaks_of_stands_below_their_name() -> None:
    text = """Programma
11.15 Drs. Frans Kramer, dierenarts te Voorburg
Als je maar lang genoeg leeft, word je vanzelf historie
11.45 Prof. dr. Leen Dorp, emeritus hoogleraar Geschiedenis, Universiteit Utrecht.
Rekenschap geven. Een nota over het verleden
12.30 Lunch
13.30 Anna Bos, Gemeente Ede, gaat in op wat een school kan
Hoofd van de afdeling onderwijs.
"""
    assert said(text) == [
        ("11:15", "Als je maar lang genoeg leeft, word je vanzelf historie", ("Drs. Frans Kramer",), ""),
        ("11:45", "Rekenschap geven. Een nota over het verleden", ("Prof. dr. Leen Dorp",), ""),
        ("12:30", "Lunch", (), ""),
        ("13:30", "Anna Bos, Gemeente Ede, gaat in op wat een school kan", ("Anna Bos",), ""),
    ]


def test_who_speaks_of_nothing_that_is_written_keeps_their_place() -> None:
    assert [
        (start, title, persons)
        for start, title, persons, _ in said("11.00 Dr. Anna Bos, lector te Gent\n–\n12.00 Lunch\n13.00 Slot\n")
    ] == [("11:00", "Dr. Anna Bos", ("Dr. Anna Bos",)), ("12:00", "Lunch", ()), ("13:00", "Slot", ())]


def test_names_and_what_they_speak_of_may_both_have_bullets() -> None:
    text = """• 10:00 Dirk Drau
• Hoe ongezond is de lucht? (algemene inleiding)
• 10:35 Caroline Van Dam en Dirk Vos
• Klimaat en psyche: onlosmakelijk verbonden?
• 11:05 Pauze
"""
    assert said(text) == [
        ("10:00", "Hoe ongezond is de lucht? (algemene inleiding)", ("Dirk Drau",), ""),
        ("10:35", "Klimaat en psyche: onlosmakelijk verbonden?", ("Caroline Van Dam", "Dirk Vos"), ""),
        ("11:05", "Pauze", (), ""),
    ]


def test_what_somebody_does_stands_between_their_name_and_the_title() -> None:
    text = """09.00

Eröffnung der Tagung

Prof. Dr. Rainer Schloss
Sprecher der AG der Museen

10.00

Dr. Hellmut Borsch
Beauftragter der Verbände Brandenburg und Sachsen-Anhalt
"Aufgabe und Tätigkeit der Beauftragten"

10.40

Besichtigung des Museums
"""
    assert said(text) == [
        ("09:00", "Eröffnung der Tagung", ("Prof. Dr. Rainer Schloss",), ""),
        ("10:00", '"Aufgabe und Tätigkeit der Beauftragten"', ("Dr. Hellmut Borsch",), ""),
        ("10:40", "Besichtigung des Museums", (), ""),
    ]


def test_a_line_below_a_block_tells_who_opens() -> None:
    text = """09:45

Welkomstwoord

Opening van de dag door Prof. Dr. Paul Herrijk, Decaan van de Faculteit Geneeskunde

10:00

Lezing

10:45

Pauze
• 16:00 Gesprek met moderator Phara de Boer
• Panelleden: Luka de Bruin, Marc Kool en Jan de Meyer
"""
    assert [(title, persons) for _, title, persons, _ in said(text)] == [
        ("Welkomstwoord", ("Prof. Dr. Paul Herrijk",)),
        ("Lezing", ()),
        ("Pauze", ()),
        ("Gesprek", ("Phara de Boer", "Luka de Bruin", "Marc Kool", "Jan de Meyer")),
    ]


def test_a_house_with_a_name_is_where_it_is_held() -> None:
    assert said("13.00 Lunch in het Meeting House\n14.00 Slot\n")[0] == (
        "13:00",
        "Lunch in het Meeting House",
        (),
        "Meeting House",
    )


@pytest.mark.parametrize(
    ("text", "title", "persons", "room"),
    [
        ("Welcome – Dr. Janet Price, Superintendent – Auditorium", "Welcome", ("Dr. Janet Price",), "Auditorium"),
        (
            'Keynote: "Why schools matter", Prof. Tom Ellis, University of York - Great Hall',
            'Keynote: "Why schools matter"',
            ("Prof. Tom Ellis",),
            "Great Hall",
        ),
        ("Session 3 (Room 204) Reading for all", "Session 3 Reading for all", (), "Room 204"),
        (
            "Closing remarks by Nancy Drew in the Main Gym",
            "Closing remarks in the Main Gym",
            ("Nancy Drew",),
            "Main Gym",
        ),
        ("Podium: Was brauchen Schulen?", "Podium: Was brauchen Schulen?", (), ""),
    ],
)
def test_where_it_is_held_is_told_with_who_speaks(text: str, title: str, persons: tuple[str, ...], room: str) -> None:
    peeled = peel(text)
    assert (peeled.title, peeled.persons, peeled.room) == (title, persons, room)


def test_who_and_where_stand_in_two_cells_below_a_block() -> None:
    text = "13:45 – 14:30\tLesen lernen heute\n\tDr. Jörg Winter (Leipzig)\tHörsaal 3\n14:30 – 15:00\tKaffeepause\n"
    assert said(text)[0] == ("13:45", "Lesen lernen heute", ("Dr. Jörg Winter (Leipzig)",), "Hörsaal 3")


def test_an_organisation_in_parentheses_is_no_room_where_rooms_stand_so() -> None:
    text = "09.00 Welkom o.l.v. Ilse Bos (Stichting Leerkracht)\n10.00 Pauze (foyer)\n11.00 Lezing (zaal B)\n"
    assert said(text)[0] == ("09:00", "Welkom", ("Ilse Bos (Stichting Leerkracht)",), "")


def test_noon_that_is_written_as_midnight_comes_after_the_morning() -> None:
    text = "11.30 am Session A\n12.00 am Session B\n12.30-1.15 pm Lunch\n"
    assert [start for start, *_ in said(text)] == ["11:30", "12:00", "12:30"]
    assert read_clock("12.00 am") == dt.time(0)


def test_what_somebody_does_is_looked_for_once_in_a_long_word() -> None:
    # Looked for at each hyphen anew this would take minutes.
    assert not tells_an_office("a-" * 5000)
    assert tells_an_office("a-" * 5000 + "architect")
