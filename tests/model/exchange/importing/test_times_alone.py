"""Times that stand alone on a copied page, and rows that have two."""

from tests.model.exchange.importing.copied_texts import read, said


def test_a_time_said_twice_and_how_long_it_lasts_stand_above_the_title() -> None:
    text = (
        "09:30\n09:30\n45min\nRekenen is denken\nAnna Bos\nGrote zaal\n10:30\n10:30\n60min\nMeten zonder liniaal\n"
        "Jan Mos, Els Kuiper\nZaal 1.04\n10:30\n60min\nMet touw en krijt\nPeter Vos\nZaal 1.06\n12:00\nLunch\n"
    )
    rows = [row for row in said(text) if row[1] != "Round"]
    assert [row[:4] for row in rows] == [
        ("09:30", "Rekenen is denken", ("Anna Bos",), "Grote zaal"),
        ("10:30", "Meten zonder liniaal", ("Jan Mos", "Els Kuiper"), "Zaal 1.04"),
        ("10:30", "Met touw en krijt", ("Peter Vos",), "Zaal 1.06"),
        ("12:00", "Lunch", (), ""),
    ]
    first = next(line for line in read(text).lines if line.kind.is_block)
    assert (f"{first.end:%H:%M}", first.text) == ("10:15", "09:30 09:30 45min Rekenen is denken")


def test_start_and_end_stand_below_each_other() -> None:
    text = "9:00\n9:30\nInloop\n9:30\n10:45\nMeten in de klas\n11:00\n12:00\nAan het werk\n12:00\n13:00\nLunch\n"
    blocks = [line for line in read(text).lines if line.kind.is_block]
    assert [f"{line.start:%H:%M}-{line.end:%H:%M} {line.title}" for line in blocks] == [
        "09:00-09:30 Inloop",
        "09:30-10:45 Meten in de klas",
        "11:00-12:00 Aan het werk",
        "12:00-13:00 Lunch",
    ]


def test_on_cards_the_time_stands_below_its_title() -> None:
    rows = said(
        "Programmaonderdelen\nDe stille leerling\nAnna Bos\n10:00 - 10:50\nTheaterzaal\nPlenair\nMeer info\n"
        "Compacten, en dan?\nJan Mos\n11:15 - 12:15\nZaal 3\nKeuze\nMeer info\nLunch\n12:15 - 13:15\nFoyer\n"
        "Plusklas afschaffen?\nEls Kuiper\n13:15 - 14:00\nTheaterzaal\nPlenair\nMeer info\nAanmelden\n"
    )
    assert [row[:4] for row in rows] == [
        ("10:00", "De stille leerling", ("Anna Bos",), "Theaterzaal"),
        ("11:15", "Compacten, en dan?", ("Jan Mos",), "Zaal 3"),
        ("12:15", "Lunch", (), "Foyer"),
        ("13:15", "Plusklas afschaffen?", ("Els Kuiper",), "Theaterzaal"),
    ]


def test_a_start_has_its_end_below_the_title() -> None:
    rows = said(
        "10:00\nRekenen is denken\nAnna Bos\n10:00 – 10:30\nHall A\n11:00\nMeten\nJan Mos\n11:00 – 11:45\nHall B\n"
        "11:00\nTaal\nEls Kuiper\n11:00 – 11:45\nKino\n12:00\nPauze\n12:00 – 13:00\nHall A\n"
    )
    assert [row[:4] for row in rows if row[1] != "Round"] == [
        ("10:00", "Rekenen is denken", ("Anna Bos",), "Hall A"),
        ("11:00", "Meten", ("Jan Mos",), "Hall B"),
        ("11:00", "Taal", ("Els Kuiper",), "Kino"),
        ("12:00", "Pauze", (), "Hall A"),
    ]


def test_what_would_be_a_heading_is_the_title_of_a_time_that_has_no_other() -> None:
    rows = said("10:00 Uhr\nBegrüßung\n11:30 – 12:15 Uhr\nSession 1\n12:30 – 13:15 Uhr\nSession 2\n13:15 Uhr\nEnde\n")
    assert [row[1] for row in rows] == ["Begrüßung", "Session 1", "Session 2", "Ende"]


def test_a_day_within_a_table_leaves_its_columns() -> None:
    rows = said(
        "Event\tSpeakers\tStart\tEnd\nSunday\nWelcome\tAnna Bos\t09:00\t09:05\n"
        "Marking with git\tJan Mos\t09:35\t10:00\nLunch\t\t12:00\t13:00\n"
    )
    assert [row[:3] for row in rows] == [
        ("09:00", "Welcome", ("Anna Bos",)),
        ("09:35", "Marking with git", ("Jan Mos",)),
        ("12:00", "Lunch", ()),
    ]


def test_what_is_held_twice_is_there_at_each_time() -> None:
    rows = said(
        "Tijd\tOnderdeel\tWie\tWaar\n9.00-9.15\tOpening\tAnna Bos\tAula\n"
        "9.15-10.15 en 10.30-11.30\tRekenen\tJan Mos\tLokaal 4\n"
        "9.15-10.15 / 10.30-11.30\tTaal\tEls Kuiper\tLokaal 6\n10.15-10.30\tPauze\t\tKantine\n"
    )
    at_first = [row for row in rows if row[1] in {"Rekenen", "Taal"}]
    assert sorted(at_first) == [
        ("09:15", "Rekenen", ("Jan Mos",), "Lokaal 4"),
        ("09:15", "Taal", ("Els Kuiper",), "Lokaal 6"),
        ("10:30", "Rekenen", ("Jan Mos",), "Lokaal 4"),
        ("10:30", "Taal", ("Els Kuiper",), "Lokaal 6"),
    ]
    rows = said("9.00-9.15 Opening\n9.15-10.15 en 10.30-11.30 Rekenen\n11.45-12.00 Slot\n")
    assert [row[:2] for row in rows] == [
        ("09:00", "Opening"),
        ("09:15", "Rekenen"),
        ("10:30", "Rekenen"),
        ("11:45", "Slot"),
    ]


def test_a_time_below_a_heading_that_becomes_its_title_is_shown_with_it() -> None:
    assert [line.text for line in read("Session 2\n13:15 – 14:15 Uhr\n").lines] == ["Session 2 13:15 – 14:15 Uhr"]


def test_a_kind_stands_between_the_time_and_the_title() -> None:
    rows = said(
        "9:00 am – 9:30 am\nRegistration\nFoyer\n9:30 am – 10:15 am\nKeynote\nEvery classroom is a studio\nAnna Bos\n"
        "Main Stage\n10:30 am – 11:15 am\nWorkshop\nFeedback in a minute\nTom Hartley\nRoom A (Auditorium)\n"
    )
    assert [row[:4] for row in rows] == [
        ("09:00", "Registration", (), "Foyer"),
        ("09:30", "Keynote: Every classroom is a studio", ("Anna Bos",), "Main Stage"),
        ("10:30", "Workshop: Feedback in a minute", ("Tom Hartley",), "Room A (Auditorium)"),
    ]


def test_the_lines_of_a_cell_stand_below_each_other() -> None:
    rows = said(
        "Tijd\tOnderdeel\tLocatie\n12.30 uur\tInloop met soep\tKantine\n13.00 uur\tOpening en welkom\n"
        "Anna Bos, programmaleider\tAula\n14.15 uur\tWorkshopronde\n- Feedback geven (Jan Mos), lokaal 112\n"
        "- Kijkwijzer (Els Kuiper), lokaal 118\tDiverse lokalen\n15.15 uur\tWisseltijd\n16.30 uur\tBorrel\tKantine\n"
    )
    assert [row[:4] for row in rows] == [
        ("12:30", "Inloop met soep", (), "Kantine"),
        ("13:00", "Opening en welkom", ("Anna Bos",), "Aula"),
        ("14:15", "Workshopronde", (), "Diverse lokalen"),
        ("14:15", "Feedback geven", ("Jan Mos",), "lokaal 112"),
        ("14:15", "Kijkwijzer", ("Els Kuiper",), "lokaal 118"),
        ("15:15", "Wisseltijd", (), ""),
        ("16:30", "Borrel", (), "Kantine"),
    ]


def test_minutes_stand_between_a_title_and_who_leads() -> None:
    rows = said("13:00 Welkom (5 min) Anna\n13:05 Kaarten (15 min)\n13:20 Uitleg (20 min) Jan Mos, teamkamer\n")
    assert [row[1:4] for row in rows] == [
        ("Welkom", ("Anna",), ""),
        ("Kaarten", (), ""),
        ("Uitleg", ("Jan Mos",), "teamkamer"),
    ]


def test_labelled_times_stand_below_their_titles() -> None:
    rows = said(
        "Studiemiddag\nBurgerschap doe je\nTijd: 13.00 - 13.45 uur\nSpreker: Anna Bos\nLocatie: aula\n"
        "Debatteren leer je\nTijd: 14.00 - 15.00 uur\nSpreker: Jan Mos\nLocatie: lokaal 21\n"
        "Samen eten\nTijd: 15.15 - 16.00 uur\nLocatie: kantine\n"
    )
    assert [row[:4] for row in rows] == [
        ("13:00", "Burgerschap doe je", ("Anna Bos",), "aula"),
        ("14:00", "Debatteren leer je", ("Jan Mos",), "lokaal 21"),
        ("15:15", "Samen eten", (), "kantine"),
    ]


def test_what_there_is_to_choose_says_who_leads_it_in_its_line() -> None:
    rows = said(
        "11:00 Kaffee\n11:30 Praxisforen\nForum A – Lesen, Referentin: Anna Bos, Raum 12\n"
        "Forum B – Hören, Referent: Jan Mos, Raum 14\n13:00 Ende\n"
    )
    assert [row[1:4] for row in rows[2:4]] == [
        ("Forum A – Lesen", ("Anna Bos",), "Raum 12"),
        ("Forum B – Hören", ("Jan Mos",), "Raum 14"),
    ]
    rows = said(
        "11.00 uur\nPauze\n11.20 uur\nEerste ronde workshops\nWorkshop 1 | Begeleiden met beeld | Anna Bos | Zaal 2\n"
        "Workshop 2 | De eerste jaren | Jan Mos | Zaal 5\n12.20 uur\nLunch\n"
    )
    assert [row[1:4] for row in rows[2:4]] == [
        ("Workshop 1: Begeleiden met beeld", ("Anna Bos",), "Zaal 2"),
        ("Workshop 2: De eerste jaren", ("Jan Mos",), "Zaal 5"),
    ]


def test_pictures_say_where_and_who_on_cards() -> None:
    card = "{}\n\U0001f4cd {}\n\U0001f550 {}\n\U0001f464 {}\nInschrijven\n"
    rows = said(
        "Alle workshops\n"
        + card.format("Bewegend leren", "Gymzaal", "13:30 - 14:30", "Anna Bos")
        + card.format("Taal op straat", "Lokaal 7", "14:45 - 15:45", "Jan Mos")
        + card.format("Rekenrijke hoeken", "Lokaal 9", "16:00 - 17:00", "Els Kuiper")
    )
    assert [row[:4] for row in rows] == [
        ("13:30", "Bewegend leren", ("Anna Bos",), "Gymzaal"),
        ("14:45", "Taal op straat", ("Jan Mos",), "Lokaal 7"),
        ("16:00", "Rekenrijke hoeken", ("Els Kuiper",), "Lokaal 9"),
    ]


def test_a_day_below_a_title_with_its_room_begins_the_next_part() -> None:
    rows = said(
        "Freitag, 7.11.2025\n14:00 Uhr\nEröffnung [Audimax]\n18:00 Uhr\nAbendbuffet [Mensa]\nSamstag, 8.11.2025\n"
        "9:00 Uhr\nMorgenimpuls [Audimax]\n13:00 Uhr\nEnde\n"
    )
    assert [row[:2] for row in rows] == [
        ("14:00", "Eröffnung"),
        ("18:00", "Abendbuffet"),
        ("09:00", "Morgenimpuls"),
        ("13:00", "Ende"),
    ]


def test_a_title_may_hang_on_a_time_with_a_bullet() -> None:
    times = "  • 13.00-13.15\n    Binnenkomst\n  • 13.15-14.00\n    Leerlijnen\n  • 14.00-14.30\n    Thee\n"
    expected = [("13:00", "Binnenkomst"), ("13:15", "Leerlijnen"), ("14:00", "Thee")]
    assert [row[:2] for row in said(f"Gastvrouw: Ria Smit\n\n{times}")] == expected


def test_titles_stand_above_their_times_where_the_last_time_would_have_none() -> None:
    ranges = "9.00 - 10.00 uur\nSpel en beweging\nAnna Bos\n10.00 - 11.30 uur\nPicknick\n11.30 - 13.00 uur\n"
    expected = [("09:00", "Wandelen"), ("10:00", "Spel en beweging"), ("11:30", "Picknick")]
    assert [row[:2] for row in said(f"Zomerdag\nWandelen\n{ranges}")] == expected
    starts = "Arrival\n8:30\nFirst steps\n9:00\nNumbers\n10:15\n"
    assert [row[:2] for row in said(starts)] == [("08:30", "Arrival"), ("09:00", "First steps"), ("10:15", "Numbers")]


def test_a_start_alone_at_the_end_says_when_all_is_over() -> None:
    rows = said("Zomerdag\n9.00\nWandelen\n10.00\nSpel en beweging\n11.30\n")
    assert [row[:2] for row in rows] == [("09:00", "Wandelen"), ("10:00", "Spel en beweging")]


def test_an_hour_with_a_dash_is_a_time_between_those_around_it() -> None:
    text = "9:30 Arrival\n10am: Welcome\n\n11.15am: Talk\n\n12 – Lunch\n\n1pm: Workshops\n3pm: Tea\n"
    times = ["09:30", "10:00", "11:15", "12:00", "13:00", "15:00"]
    assert [row[0] for row in said(text)] == times
    numbered = said(text.replace("\n\n12 – Lunch", "\n11 – Drama\n12 – Music"))
    assert "12:00" not in [row[0] for row in numbered]
    half = "8.30 – Onthaal\n9 – Lezing\n10 – Pauze\n10.30 – Aan het werk\n12 – Lunch\n"
    assert [row[0] for row in said(half)] == ["08:30", "09:00", "10:00", "10:30", "12:00"]


def test_times_alone_stand_below_their_titles_in_a_text_of_others() -> None:
    text = (
        "Voormiddag\n\n- 9u30-10u30 Taal in elk vak\n- 10u30-12u00 Aan het werk\n\nSoep en brood\n\n12u00-13u00\n\n"
        "Namiddag Sessie\n\n13u00-15u00\n\n- Schrijf met de hele groep een plan, dat je daarna aan iedereen vertelt.\n"
    )
    soup = text.replace("Soep en brood", "Lunch met soep")
    assert [row[:2] for row in said(soup)][2:] == [("12:00", "Lunch met soep"), ("13:00", "Namiddag Sessie")]
    heading = text.replace("Soep en brood", "Deel twee").replace("Namiddag Sessie", "Lunch")
    assert ("12:00", "Lunch") in [row[:2] for row in said(heading)]


def test_what_stands_right_above_a_time_is_no_title_of_the_one_before() -> None:
    text = (
        "9:00\nWelcome\n\nHill Academy, York\n9:30-10:00\nMrs Karen Hayes, Head Teacher\n\nLake School, London\n"
        "10:00-10:30\nMr David Perks, Principal\n\n10:30-11:00\nCoffee\n"
    )
    assert [row[:3] for row in said(text)] == [
        ("09:00", "Welcome", ()),
        ("09:30", "Mrs Karen Hayes, Head Teacher", ("Mrs Karen Hayes",)),
        ("10:00", "Mr David Perks, Principal", ("Mr David Perks",)),
        ("10:30", "Coffee", ()),
    ]


def test_several_names_stand_between_a_time_and_its_title() -> None:
    text = "9.00u Onthaal\n9.45u\n\nKoen Bos\n\nTheo Peeters\n\nKorte Terugblik\n\nIedereen doet mee.\n\n11.00u Pauze\n"
    assert said(text) == [
        ("09:00", "Onthaal", (), ""),
        ("09:45", "Korte Terugblik", ("Koen Bos", "Theo Peeters"), ""),
        ("11:00", "Pauze", (), ""),
    ]
