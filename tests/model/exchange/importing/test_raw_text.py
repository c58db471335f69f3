"""Text as it stands on a web page: labels above titles, people above what they speak of, and times behind a word."""

from tests.model.exchange.importing.copied_texts import dates, read, said


def test_noon_before_a_time_is_what_stands_then() -> None:
    rows = said("• 11:00-12:30 Uhr Vorträge\n• Mittag: 12:30-13.30 Uhr\n• 13:30-15:30 Uhr Vorträge\n")
    assert [row[:2] for row in rows] == [("11:00", "Vorträge"), ("12:30", "Mittag"), ("13:30", "Vorträge")]


def test_a_title_in_quotes_stands_right_behind_who_speaks() -> None:
    rows = said(
        "14.00 Welkom\n14.15 Prof. dr. Anna Bos (UGent) “De zee als klas”\n14.30 CPV Jan Mos (RMA) “Een schip”\n"
        "15.00 Toneel “De koopman”\n"
    )
    assert rows[1][1:3] == ("“De zee als klas”", ("Prof. dr. Anna Bos (UGent)",))
    assert rows[2][1:3] == ("“Een schip”", ("CPV Jan Mos (RMA)",))
    assert rows[3][1:3] == ("Toneel “De koopman”", ())


def test_who_speaks_stands_between_a_label_and_the_title() -> None:
    rows = said("10:00 Tea\n10:45 Plenary session 1: Dr David Howes: What is our why?\n12:00 Lunch\n")
    assert rows[1][1:3] == ("Plenary session 1: What is our why?", ("Dr David Howes",))


def test_a_quote_behind_a_compound_with_a_hyphen_names_nobody() -> None:
    rows = said("15:00 Uhr Kaffee\n16:00 Uhr Abschluss-Panel: „Gute Kitas, gute Zukunft“\n17:00 Uhr Ende\n")
    assert rows[1][1:3] == ("Abschluss-Panel: „Gute Kitas, gute Zukunft“", ())


def test_who_speaks_stands_beside_the_time_and_the_title_behind_an_empty_line() -> None:
    rows = said(
        "15.30 – 15.40 uur   opening\n\n15.40 – 16.00 uur   Drs. Anna Bos\n\n” Het ambacht van de leraar”\n\n"
        "16.00 – 16.45 uur   Jan Mos (Hogeschool Noord)\n\nCreatief met cirkels\n\n"
        "Een cirkel is een leuk ding, omdat je er op veel manieren naar kunt kijken.\n\n16.45 – 17.00 uur   sluiting\n"
    )
    assert rows[1][1:3] == ("” Het ambacht van de leraar”", ("Drs. Anna Bos",))
    assert rows[2][1:3] == ("Creatief met cirkels", ("Jan Mos (Hogeschool Noord)",))


def test_a_heading_between_two_times_is_no_title_of_who_speaks_before_it() -> None:
    rows = said("11.15 u.\nAnna Bos (ORG)\n\nWat de regio wil\n\n11.30 u.\nVragenronde\n\n11.50 u.\nSlot\n")
    assert [row[1] for row in rows if row[0]] == ["Anna Bos (ORG)", "Vragenronde", "Slot"]


def test_an_office_and_a_house_stand_before_a_name() -> None:
    rows = said("9.30 uur Verwelkoming door de dagvoorzitter en de directeur van VVSG Anna Bos\n10.00 uur Pauze\n")
    assert rows[0][1:3] == ("Verwelkoming", ("Anna Bos",))


def test_the_title_of_a_numbered_block_stands_on_the_next_line() -> None:
    rows = said(
        "9u00: Welkom\n9u15 – 10u45: THEMA 1\n\nHoe ziet een begroting eruit?\nOlv Anna Bos, Beleidsmedewerker\n\n"
        "11u-12u30: THEMA 2\n\nWat is een straat? Hoe ziet die eruit?\nOlv Jan Mos, Schepen RO, jeugd, Eeklo\n\n"
        "12u30: Samen eten\n"
    )
    assert [row[:3] for row in rows] == [
        ("09:00", "Welkom", ()),
        ("09:15", "THEMA 1: Hoe ziet een begroting eruit?", ("Anna Bos",)),
        ("11:00", "THEMA 2: Wat is een straat? Hoe ziet die eruit?", ("Jan Mos",)),
        ("12:30", "Samen eten", ()),
    ]


def test_numbered_sessions_with_their_titles_below_are_what_there_is_to_choose() -> None:
    told = "Je leert in dit uur alles over regels. Anna Bos (VVSG) loodst je door de wet."
    rows = said(
        "9.30 - 10 uur\n\nWelkom\n\n10.00 - 11.10 uur\n\nDeel 1 - keuze uit 2 sessies\n\n"
        f"Sessie 1:\n1.1 Rechten en plichten\n\n{told}\n\nSessie 2:\n1.2 Samen besturen\n\n{told}\n"
    )
    assert [row[1] for row in rows] == [
        "Welkom",
        "Deel 1 - keuze uit 2 sessies",
        "Sessie 1: 1.1 Rechten en plichten",
        "Sessie 2: 1.2 Samen besturen",
    ]
    assert rows[2][2] == ("Anna Bos (VVSG)",) or rows[2][2] == ("Anna Bos",)


def test_what_there_is_to_choose_stays_below_its_number() -> None:
    rows = said("9.00 Start\n10.00 Sessie 1\n\nTaal in de zandbak\nRekenen met blokken\n\n11.00 Pauze\n12.00 Slot\n")
    assert "Sessie 1" in [row[1] for row in rows]


def test_a_name_that_no_list_knows_is_one_by_the_office_below_it() -> None:
    rows = said(
        "10:05 Uhr\n\nEröffnungsrede und Grußworte\nDr. Anna Bos\nSprecherin der Eltern\n\n"
        "Quirx Haase\nOberbürgermeister der Stadt\n\n10:45 Uhr\n\nPodium\n"
    )
    assert rows[0][2] == ("Dr. Anna Bos", "Quirx Haase")


def test_a_time_stands_in_parentheses_below_a_title_or_in_the_midst_of_it() -> None:
    rows = said(
        "Programma\n\nPlenair 1 (13.30-15.00)\n\nAnna Bos, gedeputeerde\n\nOpening\n\nDr. Jan Mos, Hogeschool Noord\n\n"
        "Wat de regio wil\n\nWorkshops\n(15.00-17.30)\n\nPanelgesprek (20.30-21.30) met :\n\n  • Ria Vos, bouwmeester\n"
        "  • Peter Tak, voorzitter\n"
    )
    assert [row[:3] for row in rows] == [
        ("13:30", "Plenair 1", ("Anna Bos", "Dr. Jan Mos")),
        ("15:00", "Workshops", ()),
        ("20:30", "Panelgesprek", ("Ria Vos", "Peter Tak")),
    ]


def test_an_arrival_above_the_first_time_in_front_is_a_block_too() -> None:
    assert [row[:2] for row in said("Onthaal: 13u\n\n13u30 Lezing\n14u30 Koffie\n15u Slot\n")][:2] == [
        ("13:00", "Onthaal"),
        ("13:30", "Lezing"),
    ]
    # What comes after the first, or until when one registers, is none.
    assert [row[1] for row in said("Einde: 16u\nAanmelden: tot 12u\n\n13u30 Lezing\n14u30 Koffie\n15u Slot\n")] == [
        "Lezing",
        "Koffie",
        "Slot",
    ]


def test_who_caters_is_no_person_and_who_gives_a_talk_is() -> None:
    rows = said(
        "9.00 Inloop\n9.30 Lezing door Wubbo Tak\n12.00 Lunch, verzorgd door Picknick Catering\n"
        "13.00 Vertelling Anna Bos over de stad\n"
    )
    assert [row[2] for row in rows] == [(), ("Wubbo Tak",), (), ("Anna Bos",)]


def test_offices_in_a_list_are_no_people() -> None:
    rows = said(
        "13.00 Start\n13.30 Straten\nOlv Anna Bos, Coördinator Boven Schelde/Dender en Jan Mos, Raadslid Lijst Zes\n"
        "15.00 Opening door Peter Tak van de Regiegroep / de classis\n16.00 Fietsen in de Vlaamse Ardennen\n"
    )
    assert [row[2] for row in rows] == [(), ("Anna Bos", "Jan Mos"), ("Peter Tak",), ()]


def test_names_alone_below_a_block_lead_it_unless_it_offers_a_choice() -> None:
    rows = said("8:30 2 Vorträge\n  • Prof. Dr. G. Sommer\n  • Prof. Dr. J. Winter\n10:30 Pause\n11:00 Schluss\n")
    assert rows[0][2] == ("Prof. Dr. G. Sommer", "Prof. Dr. J. Winter")


def test_what_a_page_offers_to_press_is_no_block_and_no_place() -> None:
    rows = said("Skip to main content\nStudiedag\n\nDirect aanmelden\n\n9.00 Inloop\n10.00 Slot\n\nZur Anmeldung »\n")
    assert [row[1] for row in rows] == ["Inloop", "Slot"]
    read_in = read("Skip to main content\nSamen leren\n\nDirect aanmelden\n\n9.00 Inloop\n10.00 Slot\n")
    assert (read_in.title, read_in.venue) == ("Samen leren", "")


def test_the_date_of_a_long_paragraph_is_that_of_the_day() -> None:
    about = "De conferentie richt zich met name op leraren, schoolleiders en onderzoekers van de hele regio. " * 2
    told = f"De conferentie vindt plaats op woensdag 1 februari 2023 van 14.30 tot 17.30 uur. {about}"
    assert dates(f"Terug naar de basis\n\n{told}\n\n14.30 Inloop\n15.00 Slot\n") == ["2023-02-01"]
    until = f"{about} Aanmelden kan tot 3 januari 2023."
    assert dates(f"Terug naar de basis\n\n{until}\n\n14.30 Inloop\n15.00 Slot\n") == ["None"]


def test_a_quote_of_two_lines_is_one_title() -> None:
    rows = said(
        '19 Uhr  „Lernen oder leben?\n Über Schulen"\n20.30 Uhr  „Resonanz  – Theorie trifft Praxis“\n21 Uhr Ende\n'
    )
    assert [row[1] for row in rows[:2]] == ['„Lernen oder leben? Über Schulen"', "„Resonanz – Theorie trifft Praxis“"]


def test_two_lines_below_a_block_are_an_agenda_and_lectures_are_heard_one_after_the_other() -> None:
    rows = said(
        "9.00 Samenkomst\n• Iedereen maakt een naamkaartje\n• Iedereen vult een lijst in\n10.00 Lezingen\n"
        "• Anna Bos (lector Noord): Samen leren\n• Jan Mos (CED): Wat werkt?\n12.00 Parallelle lezingen\n"
        "• Ria Vos: De taal\n• Peter Tak: Het getal\n13.00 Slot\n"
    )
    assert [row[1] for row in rows] == [
        "Samenkomst",
        "Samen leren",
        "Wat werkt?",
        "Parallelle lezingen",
        "De taal",
        "Het getal",
        "Slot",
    ]
    assert [row[0] for row in rows[1:4]] == ["10:00", "11:00", "12:00"]


def test_a_gap_says_no_more_by_being_very_wide() -> None:
    for wide in (" " * 10_000, "\u00a0" * 10_000, "\t" * 10_000):
        assert [row[0] for row in said(f"{wide}9.00 Inloop\n10.00{wide}Lezing\n11.00 Slot{wide}x\n")] == [
            "09:00",
            "10:00",
            "11:00",
        ]


def test_a_time_in_the_small_hours_is_one_where_all_else_is_at_night() -> None:
    assert [row[0] for row in said("01:30-03:30 Wandeling\n22:00-23:00 Vuur\n")] == ["01:30", "22:00"]
    assert [row[0] for row in said("01:30-03:30 Workshop\n16:00-17:00 Slot\n")] == ["13:30", "16:00"]


def test_a_label_above_where_and_when_the_day_is() -> None:
    text = "Wat\n\nSamen leren\n\nWanneer\n\n2 oktober 2017\n\nWaar\n\nDe Schakel, Ede\n\n9.00 Inloop\n10.00 Slot\n"
    assert dates(text) == ["2017-10-02"]
    assert (read(text).title, read(text).venue) == ("Samen leren", "De Schakel, Ede")


def test_a_house_behind_a_name_in_parentheses_is_no_title() -> None:
    rows = said(
        "9.00 Inloop\n9.30 De kast van oma (Anna Bos – Stichting Oud)\n"
        "10.00 De zolder (Leen van Dijck, Stichting Nieuw)\n"
        "10.30 Werk (Samen leren – De Bron)\n11.00 Slot\n"
    )
    assert [(row[1], bool(row[2])) for row in rows[1:4]] == [
        ("De kast van oma", True),
        ("De zolder", True),
        ("Werk (Samen leren – De Bron)", False),
    ]


def test_offices_behind_a_label_are_no_people() -> None:
    rows = said(
        "9:00 Start\n9:30 Vision\n"
        "Host: Linda Roberts, Senior Advisor, National Technology Plan, former Director, US Office\n"
        "Speakers:\nKaren Smith, Director, Office of Technology\nPeter Jones, CEO, ISTE\n10:30 End\ntop\n"
    )
    assert rows[1][2] == ("Linda Roberts", "Karen Smith", "Peter Jones")
    assert rows[2][1] == "End"


def test_a_line_above_who_leads_it_is_one_of_a_choice() -> None:
    rows = said(
        "11:15 - 12.15 uur: Break-out sessie\n\nWelke rol neemt de school?\n\nSprekers: Anna Bos | Jan Mos\n\n"
        "Meer info\n\nDrie scholen tonen hoe zij dat doen.\n\nZorg in de buurt\n\nSprekers: Ria Vos | Peter Tak\n\n"
        "12:15 - 13:45 uur: Middagpauze\n"
    )
    assert [row[1:3] for row in rows] == [
        ("Break-out sessie", ()),
        ("Welke rol neemt de school?", ("Anna Bos", "Jan Mos")),
        ("Zorg in de buurt", ("Ria Vos", "Peter Tak")),
        ("Middagpauze", ()),
    ]


def test_a_long_title_may_stand_below_who_speaks_of_it() -> None:
    long = (
        "„Mehr Einzelheiten“ – Die Stelle beim Verband unterstützt Museen bei der Frage nach der Herkunft dessen, was "
    )
    rows = said(f"10:15–10:45\nDr. Anna Bos - Verband Noord e. V.\n{long}sie zeigen\n11:45–12:30\nMittagspause\n")
    assert rows[0][1:3] == (f"{long}sie zeigen", ("Dr. Anna Bos",))


def test_an_article_is_no_cell_and_a_park_no_person() -> None:
    rows = said(
        "9:30   Coach leaves the Museum, Cathays Park\n10:25   Is it enough?  The\n        case of water.\n"
        "11:00   End\n"
    )
    assert [row[1:3] for row in rows[:2]] == [
        ("Coach leaves the Museum, Cathays Park", ()),
        ("Is it enough? The case of water.", ()),
    ]


def test_with_whom_one_talks_may_have_an_office_behind_a_colon() -> None:
    rows = said(
        "9.30 uur Gesprek met Anna Bos: burgemeester van Ede en met Jan Mos: wethouder te Ede\n10.15 uur Slot\n"
    )
    assert rows[0][1:3] == ("Gesprek", ("Anna Bos", "Jan Mos"))


def test_times_are_torn_apart_or_end_in_parentheses() -> None:
    rows = said(
        "9:30Uhr – 10:00 Uhr   Ankommen\n10:00 Uhr   Andacht\n15.00 Uhr (bis 17.30):\nVortrag\n\n"
        "17: 40 Uhr      Worte und Segen\n"
    )
    assert [row[:3] for row in rows] == [
        ("09:30", "Ankommen", ()),
        ("10:00", "Andacht", ()),
        ("15:00", "Vortrag", ()),
        ("17:40", "Worte und Segen", ()),
    ]
    long = "Voorwoord door Anna Bos, burgemeester van Ede en voorzitter van de bond, over wat vrijwilligers doen"
    rows = said(f" • Onthaal (9:30-10:00)\n • Welkom (10:00-10:05)\n • {long} (10:05-10:20)\n • Slot (10:20-10:30)\n")
    assert [row[0] for row in rows] == ["09:30", "10:00", "10:05", "10:20"]


def test_what_somebody_does_stands_behind_a_dash() -> None:
    rows = said(
        "14.05 uur Welkom door Anna Bos – Voorzitter Platform Noord\n"
        "14.10 uur Een landschap, door Jan Mos – Dagelijks Bestuurder, Waterschap Noord\n"
        "Door de waterschappen Noord en Zuid en Aa’s is een zogenaamde praatplaat ontwikkeld.\n"
        "15.00 uur Panelgesprek met Deltacommissaris Ria Vos en gedeputeerde Peter Tak van de provincie Noord-Brabant\n"
    )
    assert [row[1:3] for row in rows] == [
        ("Welkom", ("Anna Bos",)),
        ("Een landschap", ("Jan Mos",)),
        ("Panelgesprek", ("Ria Vos", "Peter Tak")),
    ]


def test_an_office_stands_between_a_talk_and_who_gives_it() -> None:
    rows = said("10.00 Lezing van Taalunie-secretaris Anna Bos\n11.00 Lezing van het boek De zee\n12.00 Slot\n")
    assert [row[1:3] for row in rows[:2]] == [("Lezing", ("Anna Bos",)), ("Lezing van het boek De zee", ())]


def test_what_leads_to_the_programme_in_a_mail_says_the_date_and_no_title() -> None:
    found = read("Beste Anna,\n\nHierbij het programma voor donderdag 8 april:\n\n9.00 Inloop\n9.30 Opening\n")
    assert (found.title, [str(part.date) for part in found.parts]) == ("", ["2027-04-08"])
