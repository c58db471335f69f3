"""What stands below one time without a mark: titles that end in a room each, and titles with a code."""

from tests.model.exchange.importing.copied_texts import said


def test_titles_with_a_room_each_are_at_the_same_time() -> None:
    text = (
        "8:30\nSign-in Foyer\n9:00\nWriting frames Room 21\nTess Miller\nMaths talk Room 24\nOutdoor learning Studio\n"
        "10:00\nBreak\nHelp yourself to tea\n10:20\nPoster walk\n"
    )
    assert [row for row in said(text) if row[1] != "Round"] == [
        ("08:30", "Sign-in", (), "Foyer"),
        ("09:00", "Writing frames", ("Tess Miller",), "Room 21"),
        ("09:00", "Maths talk", (), "Room 24"),
        ("09:00", "Outdoor learning", (), "Studio"),
        ("10:00", "Break", (), ""),
        ("10:20", "Poster walk", (), ""),
    ]


def test_below_a_round_titles_that_end_in_a_room_are_its_options() -> None:
    rows = said("13.00 Workshops\nVogels tellen lokaal 2\nStop-motion maken lokaal 4\n14.00 Pauze\n14.15 Slot\n")
    assert rows[:3] == [
        ("13:00", "Workshops", (), ""),
        ("13:00", "Vogels tellen", (), "lokaal 2"),
        ("13:00", "Stop-motion maken", (), "lokaal 4"),
    ]


def test_a_code_makes_one_of_several() -> None:
    text = (
        "Blok 1 (9.30 - 10.30 uur)\n1A Kleuters en code – Roos Vink – zaal 3\nNeem een tablet mee.\n"
        "1B Schrijven met plezier – Thijs Maas – zaal 5\nKoffie (10.30 - 11.00 uur)\n"
    )
    assert [row[:4] for row in said(text)] == [
        ("09:30", "Blok 1", (), ""),
        ("09:30", "1A Kleuters en code", ("Roos Vink",), "zaal 3"),
        ("09:30", "1B Schrijven met plezier", ("Thijs Maas",), "zaal 5"),
        ("10:30", "Koffie", (), ""),
    ]


def test_a_code_alone_is_that_of_the_title_below_it() -> None:
    text = (
        "Ronde 1\n13u - 14u\n\nC1\nZorg in de kleuterklas\nSarah Peeters\nlokaal 8\n\nC2\nRuimtelijk denken\n"
        "Tom Claes\nlokaal 9\n\n14u\nReceptie\n"
    )
    assert [row[1:4] for row in said(text) if row[0] == "13:00"] == [
        ("Ronde 1", (), ""),
        ("C1: Zorg in de kleuterklas", ("Sarah Peeters",), "lokaal 8"),
        ("C2: Ruimtelijk denken", ("Tom Claes",), "lokaal 9"),
    ]


def test_labels_in_parentheses_say_who_and_where() -> None:
    rows = said(
        "14:00–15:00\nParallel session 2\n2a. Fieldwork (Lead: Joan Price; Venue: 2.14)\n"
        "2b. Maps (Lead: Kim Lee; Venue: Gym)\n"
    )
    assert rows == [
        ("14:00", "Parallel session 2", (), ""),
        ("14:00", "2a. Fieldwork", ("Joan Price",), "2.14"),
        ("14:00", "2b. Maps", ("Kim Lee",), "Gym"),
    ]


def test_strands_stand_side_by_side_each_with_its_times() -> None:
    rows = said(
        "Onderbouw | Bovenbouw\n9.00 Letters – Roos Vink | 9.00 Debat – Thijs Maas\n10.00 Fruit | 10.00 Fruit\n"
    )
    assert [row[:3] for row in rows if row[1] != "Round"] == [
        ("09:00", "Letters", ("Roos Vink",)),
        ("09:00", "Debat", ("Thijs Maas",)),
        ("10:00", "Fruit", ()),
    ]


def test_each_group_has_its_room() -> None:
    rows = said("9.00 Start\n9.30 Werken per bouw\nKleuters: lokaal 1\nGroep 3 t/m 8: lokaal 12\n11.00 Slot\n")
    assert rows[2:4] == [("09:30", "Kleuters", (), "lokaal 1"), ("09:30", "Groep 3 t/m 8", (), "lokaal 12")]


def test_a_strand_may_say_its_room_in_parentheses() -> None:
    rows = said("13.45 – 15.15: Parallel papers 2\nStrand A (Room 8): Reading\nStrand B (Hall 2): Play\n15.15: Close\n")
    assert rows[1:3] == [("13:45", "Strand A: Reading", (), "Room 8"), ("13:45", "Strand B: Play", (), "Hall 2")]


def test_a_list_with_a_welcome_or_a_break_is_what_follows_each_other() -> None:
    rows = said("9.00 uur: Start\n* Welkom door de schoolleider\n* Cijfers van dit jaar\n* Vragen\n11.00 uur: Lunch\n")
    assert [row[1] for row in rows] == ["Start", "Lunch"]
