"""Talks: who holds each, and what stands around a time with several of them."""

import pytest

from studydag.model.exchange.importing.titles.peeling import peel
from tests.model.exchange.importing.copied_texts import read, said


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        (
            "Keynote 1: Mieke Drost (directeur Het Anker, centra voor taal), “Lezen. Hoe doe je dat?”",
            "Keynote 1: “Lezen. Hoe doe je dat?”",
            ("Mieke Drost",),
        ),
        (
            "Project 2: Terja van Dam en Karin Post (vakgroep Kunst, afdeling Muziek), “Zing mee: een aanpak”",
            "Project 2: “Zing mee: een aanpak”",
            ("Terja van Dam", "Karin Post"),
        ),
        ("Break-out session 3: Stina Maas (ontwerper): ”Kennis mooi maken” (EN)", None, ("Stina Maas",)),
        ("Lezing 1: dr. Els Kok, onderzoeker in Gent, over ‘Rekenen’", "Lezing 1: ‘Rekenen’", ("dr. Els Kok",)),
        ("Vortrag 1 – Dr. Anna Bos (Kiel): „Lernen im Wald“", "Vortrag 1: „Lernen im Wald“", ("Dr. Anna Bos",)),
        ("Workshop 2, Jan Mos, lector, “Zingen”", "Workshop 2: “Zingen”", ("Jan Mos",)),
        ("Spreker: Anna Bos (Gent), “Meertalig”", "“Meertalig”", ("Anna Bos",)),
        (
            "Core Talk 2: Hyram Bell - Is K-12 like a mansion: or not?",
            "Core Talk 2: Is K-12 like a mansion: or not?",
            ("Hyram Bell",),
        ),
        ("MKT Talk 3: Hung-Li Wu - The content we need", "MKT Talk 3: The content we need", ("Hung-Li Wu",)),
        ("Talk 4: Hyram Bell - Wilg Academy", None, ()),
        ("Talk 1: Growth Mindset - What works in class", None, ()),
        ("Film: Travel Assistant “Who goes there?”", None, ()),
        ("Workshop: Lezen met “Kikker en Pad”", None, ()),
        ("Workshop 3: De school van Anna Bos, “Samen leren”", None, ()),
    ],
)
def test_who_speaks_stands_between_the_label_of_a_talk_and_its_title(
    text: str, title: str | None, persons: tuple[str, ...]
) -> None:
    peeled = peel(text)
    assert peeled.persons == persons
    assert title is None or peeled.title == title


def test_talks_with_a_label_each_stand_below_a_time_with_bullets() -> None:
    text = (
        "Welkom\n• 9:00 – 9:10\n• Anna Bos (rector)\n\nWerkwinkels\n• 9:10 – 10:10\n"
        "• Werkwinkel 1: Jan Mos (lector), “Taal in elk vak”\n• Werkwinkel 2: Mira Kat (maker van films), “Beeld”\n\n"
        "Koffie\n• 10:10 – 10:30\n"
    )
    assert said(text) == [
        ("09:00", "Welkom", ("Anna Bos (rector)",), ""),
        ("09:10", "Werkwinkels", (), ""),
        ("09:10", "Werkwinkel 1: “Taal in elk vak”", ("Jan Mos",), ""),
        ("09:10", "Werkwinkel 2: “Beeld”", ("Mira Kat",), ""),
        ("10:10", "Koffie", (), ""),
    ]


def within(text: str) -> list[tuple[str, int | None, int | None, bool]]:
    """Return title, start, end and whether that is proposed, of the blocks of the first part."""
    return [(block.title, block.start, block.end, block.end_inferred) for block in read(text).parts[0].blocks]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("leads", [("door Anna Bos, schepen", "door Jan Mos"), ("by Anna Bos", "Speaker: Jan Mos")])
def test_talks_with_who_holds_them_follow_each_other_within_their_time(gap: str, leads: tuple[str, str]) -> None:
    first, second = leads
    text = (
        f"9.00u - 10.00u\n{gap}Onthaal\n{gap}10.00u - 10.50u\n{gap}Welkom\n{first}\n{gap}Project Taalrijk\n{second}\n"
        f"{gap}De uitkomst\ndoor dr. Piet Vis en Els Kok\n{gap}11.00u - 12.00u\n{gap}Lunch\n"
    )
    assert within(text) == [
        ("Onthaal", 540, 600, False),
        ("Welkom", 600, 620, True),
        ("Project Taalrijk", 620, 635, True),
        ("De uitkomst", 635, 650, True),
        ("Lunch", 660, 720, False),
    ]
    assert [row[2] for row in said(text)][1:4] == [("Anna Bos",), ("Jan Mos",), ("dr. Piet Vis", "Els Kok")]


def test_minutes_that_a_talk_has_are_its_own_and_an_end_is_where_the_next_time_begins() -> None:
    text = (
        "9.00 Welkom\ndoor Anna Bos\nTaalrijk (20 min)\ndoor Jan Mos\nMuziek\ndoor Els Kok\n9.40 Koffie\n10.00 Slot\n"
    )
    assert within(text)[:3] == [("Welkom", 540, 550, True), ("Taalrijk", 550, 570, False), ("Muziek", 570, 580, True)]


def test_a_paragraph_without_people_is_a_talk_where_others_are() -> None:
    text = (
        "10.00 - 10.40\n\nWelkom\ndoor Anna Bos\n\nHet project\ndoor Jan Mos\n\n10.40 - 11.00\n\nKoffie\n\n"
        "11.00 - 12.00\n\nMoedige ruimtes\n\nWat betekent dat voor onze school en wie er werkt? Daarover gaat het.\n\n"
        "Luister naar de leerlingen\n\nSlotwoord door Els Kok\nschepen\n\n12.00 - 13.00\n\nLunch\n\nMeer weten\n"
    )
    assert within(text)[3:] == [
        ("Moedige ruimtes", 660, 680, True),
        ("Luister naar de leerlingen", 680, 700, True),
        ("Slotwoord", 700, 720, True),
        ("Lunch", 720, 780, False),
    ]


def test_talks_in_rooms_of_their_own_are_at_the_same_time_and_below_a_choice_there_to_choose() -> None:
    listed = "Taal in elk vak\ndoor Anna Bos, lokaal 3\nRekenen met gevoel\ndoor Jan Mos, lokaal 4\n"
    both = [
        ("09:30", "Taal in elk vak", ("Anna Bos",), "lokaal 3"),
        ("09:30", "Rekenen met gevoel", ("Jan Mos",), "lokaal 4"),
    ]
    assert said(f"9.00 Inloop\n9.30 - 10.30 {listed}10.30 Koffie\n11.00 Slot\n")[1:3] == both
    assert said(f"9.00 Inloop\n9.30 - 10.30 Workshops\n{listed}10.30 Koffie\n11.00 Slot\n")[2:4] == both


def test_what_else_stands_below_a_session_with_several_people_stays_with_it() -> None:
    text = (
        "9.00 - 12.30 Plenary\nChair: Prof. Brian Mill\n- Greetings: Prof. Anna Bos\n\nKey note 1: On teachers\n"
        "Speaker: Prof. Hanne Niel\n- discussion\n12.30 Lunch\n13.30 End\n"
    )
    assert [title for title, *_ in within(text)] == ["Plenary", "Lunch", "End"]


@pytest.mark.parametrize("mark", ["- ", "", "1. "])
@pytest.mark.parametrize("title", ["Lezingen", "Keynote lezingen 1 en 2", "Plenaire voordrachten", "Keynotes"])
def test_talks_below_a_heading_take_its_place(title: str, mark: str) -> None:
    text = (
        f"9.00 - 9.30 Inloop\n9.30 - 10.30 {title}\n{mark}Keynote 1: Jan Mos (lector), “Taal in elk vak”\n"
        f"{mark}Keynote 2: Els Kok, “Rekenen”\n10.30 - 11.00 Koffie\n11.00 - 12.00 Slot\n"
    )
    assert within(text)[1:3] == [
        ("Keynote 1: “Taal in elk vak”", 570, 600, True),
        ("Keynote 2: “Rekenen”", 600, 630, True),
    ]
    assert [block.description.split("\n")[0] for block in read(text).parts[0].blocks[1:3]] == [title, title]


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Lezingen", "- Anna Bos (lector)\n- Jan Mos (lector)\n"),
        ("Lezingen", "- Taal in elk vak, Jan Mos, lokaal 3\n- Rekenen met gevoel, Els Kok, lokaal 4\n"),
        ("Parallelle lezingen", "- Taal in elk vak, Jan Mos\n- Rekenen met gevoel, Els Kok\n"),
        ("Impulsvorträge 2", "- Taal in elk vak, Jan Mos\n- Rekenen met gevoel, Els Kok\n"),
        ("Projecten", "- Project 1: Jan Mos (lector), “Taal”\n- Project 2: Els Kok (lector), “Rekenen”\n"),
        ("Keynote: Wie denkt er zelf?", "Door: Anna Bos\nAnna Bos is schrijver en adviseur van scholen in Gent.\n"),
    ],
)
def test_what_is_no_list_of_talks_leaves_the_block_above_it(title: str, listed: str) -> None:
    text = f"9.00 - 9.30 Inloop\n9.30 - 10.30 {title}\n{listed}10.30 - 11.00 Koffie\n11.00 - 12.00 Slot\n"
    assert [row[0] for row in within(text)] == ["Inloop", title, "Koffie", "Slot"]


def test_projects_with_who_tells_of_each_are_there_to_choose() -> None:
    listed = "- Project 1: Jan Mos (lector), “Taal”\n- Project 2: Els Kok (lector), “Rekenen”\n"
    rows = said(f"9.00 Inloop\n9.30 Projecten\n{listed}10.30 Koffie\n")
    assert rows[2:4] == [
        ("09:30", "Project 1: “Taal”", ("Jan Mos",), ""),
        ("09:30", "Project 2: “Rekenen”", ("Els Kok",), ""),
    ]


def test_who_speaks_in_a_plenary_stands_on_lines_without_a_mark() -> None:
    listed = "Welkom door Anna Bos, rector\nTaal in elk vak door Jan Mos, lector\n"
    assert said(f"9.00 Inloop\n9.30 Plenair programma\n{listed}10.30 Koffie\n11.00 Slot\n")[1:3] == [
        ("09:30", "Plenair programma", ("Anna Bos", "Jan Mos"), ""),
        ("10:30", "Koffie", (), ""),
    ]


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        ("Els Kok, muzikaal tussenspel.", "muzikaal tussenspel", ("Els Kok",)),
        ("Anna Bos und Jan Mos, musikalisches Zwischenspiel", "musikalisches Zwischenspiel", ("Anna Bos", "Jan Mos")),
        ("Anna Bos, closing words", "closing words", ("Anna Bos",)),
        ("Anna Bos, muzikant en zanger", "Anna Bos, muzikant en zanger", ("Anna Bos",)),
        ("Taal, muziek en dans", "Taal, muziek en dans", ()),
        ("Lezingen Mieke Drost en Ruud Vos", "Lezingen Mieke Drost en Ruud Vos", ("Mieke Drost", "Ruud Vos")),
        ("Muziek Matthis Brouwer", "Muziek Matthis Brouwer", ("Matthis Brouwer",)),
        ("Muziek Grote Zaal", None, ()),
        ("Tweede ronde (45 minuten) , met onderwerpen:", "Tweede ronde", ()),
        ("Round 2 - with the following topics:", "Round 2", ()),
        ("Tafels met onderwerpen", "Tafels met onderwerpen", ()),
    ],
)
def test_who_acts_stands_before_it_and_what_leads_to_topics_is_no_title(
    text: str, title: str | None, persons: tuple[str, ...]
) -> None:
    peeled = peel(text)
    assert peeled.persons == persons
    assert title is None or peeled.title == title


def test_those_who_speak_stand_behind_what_they_speak_of() -> None:
    listed = (
        "Keuren per cluster, drs. Wim van Rees, Partner Hobo\nTaal 2030: blijven leren, drs. Mia Post\n"
        "De motor van straks, drs. Bert Stein, directeur Techniek Noord\n"
    )
    row = said(f"9.00 Inloop\n10.20 Hoofdsprekers\n\n{listed}\n11.45 Debat\n12.30 Lunch\n")[1]
    assert row == ("10:20", "Hoofdsprekers", ("drs. Wim van Rees", "drs. Mia Post", "drs. Bert Stein"), "")


@pytest.mark.parametrize(("last", "persons"), [("Sluiting", ()), ("Borrel", ()), ("Rekenen", ("dr. Pim Burk",))])
def test_what_is_told_of_a_speaker_below_the_last_line_gives_that_nobody(last: str, persons: tuple[str, ...]) -> None:
    text = (
        f"15.00 Inloop\n\n16.00 dr. Pim Burk\n\n“Is uitleg neutraal?”\n\n17.00 {last}\n\ndr. Pim Burk\n\n"
        "dr. Pim Burk (1969) studeerde in Delft en stond 11 jaar voor de klas. Hij leidt een lectoraat.\n"
    )
    assert [row[2] for row in said(text)] == [(), ("dr. Pim Burk",), persons]
