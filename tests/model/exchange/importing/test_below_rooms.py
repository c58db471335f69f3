"""Rooms that stand above, before or below what is held in them, and what says where all of a day is held."""

import pytest

from studydag.model.values.imported import LineKind
from tests.model.exchange.importing.copied_texts import blocks, read, said

IN_ROOMS = [("Reading aloud", "Anna Bos", "Room 12"), ("Number talks", "Jan Mos", "The Loft")]


@pytest.mark.parametrize(
    "text",
    [
        "Room 12: Anna Bos (Leeds)\nReading aloud\nTexts for every lesson.\n\nThe Loft: Jan Mos (York)\nNumber talks\n",
        "Room 12 – Anna Bos\nReading aloud\nThe Loft – Jan Mos\nNumber talks\n",
        "Room 12: Reading aloud\nAnna Bos, teacher in Leeds\n\nThe Loft: Number talks\nJan Mos\n",
    ],
)
def test_each_line_may_begin_with_the_room_of_what_is_held_there(text: str) -> None:
    found = blocks(f"9:00 Welcome\n10:00 Parallel sessions\n\n{text}\n12:00 Lunch\n")["Parallel sessions"]
    told = [(each.title, each.persons[0].partition(" (")[0], each.room) for each in found.options]
    assert told == IN_ROOMS


def test_german_rooms_before_names_are_no_dates() -> None:
    text = (
        "9.00 Uhr Beginn\n10.00 Uhr Vorträge\nRaum 1 – Anna Bos, Kiel\nLesen\nRaum 2 – Jan Mos\nRechnen\n11.00 Uhr Ende"
    )
    found = blocks(text)["Vorträge"].options
    assert [(each.title, each.persons, each.room) for each in found] == [
        ("Lesen", ("Anna Bos",), "Raum 1"),
        ("Rechnen", ("Jan Mos",), "Raum 2"),
    ]


@pytest.mark.parametrize("between", ["", "\nAnna Bos"])
def test_rooms_may_stand_below_titles(between: str) -> None:
    titles = {"Bergschool, Noord": "Lokaal 3", "Dalschool, Zuid": "Plaza 2", "Zeeschool, West": "Lokaal 5"}
    offered = "\n".join(f"{title}{between}\n{room}" for title, room in titles.items())
    found = blocks(f"9:00 Start\n10:00 Parallelle sessies\n{offered}\n12:00 Lunch\n")["Parallelle sessies"].options
    assert [(each.title, each.room) for each in found] == list(titles.items())


@pytest.mark.parametrize(
    "lines",
    [
        "Kiel: Anna Bos\nEine Stadt liest\nLeer: Jan Mos\nEine Stadt rechnet\n",
        "Inleider: Anna Bos\nTaal\nReferent: Jan Mos\nRekenen\n",
        "Zaal 3: Anna Bos\nTaal\n",
    ],
)
def test_what_stands_before_names_is_no_room_where_none_is_known(lines: str) -> None:
    assert blocks(f"9:00 Start\n10:00 Panel\n{lines}12:00 Lunch\n")["Panel"].options == ()


def test_a_mark_of_which_nothing_was_filled_in_is_no_block() -> None:
    text = "11:00am – Breakout 1\n–\nOak Room\n– Future of school\nElm Room\n12:00pm – Lunch\n–\n1:00pm – Close\n"
    found = blocks(text)
    assert list(found) == ["Breakout 1", "Future of school", "Lunch", "Close"]
    (option,) = found["Breakout 1"].options
    assert (found["Breakout 1"].room, option.title, option.room) == ("Oak Room", "Future of school", "Elm Room")


@pytest.mark.parametrize(
    "below",
    [
        "\nWaar: Academiehuis, Markt 3, Leer\n",
        "\nTijd 9.00-12.30 uur\nLocatie Academiehuis, Markt 3, Leer\n",
    ],
)
def test_what_stands_apart_below_a_programme_says_where_all_of_it_is(below: str) -> None:
    programme = read(f"Studiedag\n\n9.00 uur: Begin\n10.00 uur: Lezing\n12.00 uur: Borrel\n{below}")
    assert programme.venue == "Academiehuis, Markt 3, Leer"
    assert [line.room for line in programme.lines if line.kind is LineKind.ITEM] == ["", "", ""]


def test_the_room_of_one_block_is_not_that_of_the_day() -> None:
    found = blocks("9.00 uur: Begin (Aula)\n10.00 uur: Lezing\n12.00 uur: Borrel\n\nLocatie: Torenkamer\n")
    assert found["Borrel"].room == "Torenkamer"


def test_a_hall_is_called_by_its_house_and_by_whom_it_is_named_after() -> None:
    found = blocks("9.00 Welkom\n10.00 Gastlezing\n\nZuidhof Auditorium Broeck\n\n11.00 Rekenen\nLeren op de kaart\n")
    assert (found["Gastlezing"].room, found["Rekenen"].room) == ("Zuidhof Auditorium Broeck", "")


def test_a_date_with_a_time_may_stand_above_what_is_held_then() -> None:
    first = "MA 27 MAART / 9u-17u\nKloosterhof\n9u-11u\nBegin\n11u-12u\nKeuze\n13u-16u\nTocht\n16u-17u\nSlot\n"
    found = blocks(f"{first}\nMA 27 MAART / 19u-21u\nGastlezing\n")
    assert list(found) == ["Begin", "Keuze", "Tocht", "Slot", "Gastlezing"]


def test_who_leads_stands_behind_an_office() -> None:
    found = blocks("9:00 Noticing together\nProject Manager: Hala Goussen\n10:00 Close\n")
    assert found["Noticing together"].persons == ("Hala Goussen",)


def test_rooms_stand_before_the_kind_of_session_where_a_text_names_rooms() -> None:
    text = "9.00 Welkom (Zuilenzaal)\n10.00 Sessies deel 1\n{}\n12.00 Lunch\n"
    found = blocks(text.format("• Van Goor - Infosessie inspraak\n• De Wael - Infosessie vervoer"))["Sessies deel 1"]
    assert [(each.title, each.room) for each in found.options] == [
        ("Infosessie inspraak", "Van Goor"),
        ("Infosessie vervoer", "De Wael"),
    ]
    found = blocks(text.format("• Taal - Infosessie inspraak\n• Rekenen - Infosessie vervoer"))["Sessies deel 1"]
    assert [each.room for each in found.options] == ["", ""]


def test_what_stands_one_space_further_below_each_of_several_is_told_of_it() -> None:
    text = " • Infosessie inspraak\n  • Lezen van plannen\n  • Horen van mensen\n • Infosessie vervoer\n"
    found = blocks(f"9.00 Welkom\n10.00 Keuze uit sessies\n{text}12.00 Lunch\n")["Keuze uit sessies"]
    assert [each.title for each in found.options] == ["Infosessie inspraak", "Infosessie vervoer"]
    ragged = "• Infosessie inspraak\n • Infosessie vervoer\n • Infosessie zorg\n"
    found = blocks(f"9.00 Welkom\n10.00 Keuze uit sessies\n{ragged}12.00 Lunch\n")["Keuze uit sessies"]
    assert len(found.options) == 3


TABLE = "Event | Time | Place |\n---|---|---|\nWelcome (Anna Bos) | 9:00am - 9:30am | Elm Hall |\n"


def test_last_names_stand_in_parentheses_where_others_have_whole_names() -> None:
    rows = "Course (Vinkema, Maasdam) | 9:30am - 10:30am | K-202 |\nCourse (Vinkema) | 10:30am - 11:30am | K-202 |\n"
    assert said(TABLE + rows)[1:] == [
        ("09:30", "Course", ("Vinkema", "Maasdam"), "K-202"),
        ("10:30", "Course", ("Vinkema",), "K-202"),
    ]


@pytest.mark.parametrize("inside", ["Leeds", "Reading, Maths", "PTO", "optional"])
def test_what_else_stands_in_parentheses_is_nobody(inside: str) -> None:
    rows = f"Course ({inside}) | 9:30am - 10:30am | K-202 |\nLunch | 10:30am - 11:30am | K-202 |\n"
    assert [row[2] for row in said(TABLE + rows)] == [("Anna Bos",), (), ()]


def test_a_title_loses_the_word_before_those_who_have_titles_and_keeps_its_colon() -> None:
    text = "14.00 Uhr: Eröffnung durch Prof. Dr. A. Blau, Prof. Dr. K. Grau und Prof. Dr. W. Rot\n"
    below = "14.45 Uhr: Vortrag mit Diskussion: Prof. Dr. Klaus Braun (Kiel):\nÜbergänge nach der Grundschule\n"
    assert [row[1] for row in said(f"{text}{below}15.45 Uhr: Pause\n")] == [
        "Eröffnung",
        "Vortrag mit Diskussion: Übergänge nach der Grundschule",
        "Pause",
    ]


@pytest.mark.parametrize("apart", ["", "12.30 Lunch\n"])
def test_a_room_may_be_the_heading_of_all_that_is_held_in_it(apart: str) -> None:
    one = f"Zaal 1\n9.00 Opening\n10.00 Lezen door Anna Bos\n{apart}"
    found = blocks(f"{one}\nZaal 2\n9.00 Rekenen door Jan Mos\n10.00 Meten\n")
    assert {title: block.room for title, block in found.items() if title in {"Opening", "Lezen", "Meten"}} == {
        "Opening": "Zaal 1",
        "Lezen": "Zaal 1",
        "Meten": "Zaal 2",
    }
    assert len(read(f"{one}\nZaal 2\n9.00 Rekenen\n10.00 Meten\n").parts) == 1


def test_a_room_below_a_block_is_no_heading_of_the_next() -> None:
    text = "9.00 Opening\n\nZaal 1\n10.00 Lezen\n\nZaal 2\n11.00 Slot\n\nZaal 1\n"
    assert [row[3] for row in said(text)] == ["Zaal 1", "Zaal 2", "Zaal 1"]


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("(lokaal 0.12) Lezen in de klas", "Lezen in de klas", "lokaal 0.12"),
        ("[Aula] Afsluiting", "Afsluiting", "Aula"),
        ("Lunch in Grand Café De Eik", "Lunch in Grand Café De Eik", "Grand Café De Eik"),
        ("General SessionClassroom 106", "General Session", "Classroom 106"),
        ("Lunch Conference Room 301", "Lunch", "Conference Room 301"),
        ("LinkedIn Learning Room", "LinkedIn Learning Room", ""),
    ],
)
def test_rooms_stand_before_behind_and_glued_to_titles(line: str, title: str, room: str) -> None:
    assert said(f"9.00 Start\n10.00 {line}\n11.00 Slot\n")[1][1:] == (title, (), room)


def test_the_room_may_have_the_first_column_of_what_is_offered() -> None:
    lines = "     Room 101  Reading aloud  Anna Bos\n     Room 102  Number talks  Jan Mos\n"
    found = blocks(f"8:30-9:00  Check-in  Lobby\n9:15-10:15  Session 1\n{lines}11:30-12:30  Lunch  Courtyard\n")
    assert [(each.title, each.persons, each.room) for each in found["Session 1"].options] == [
        ("Reading aloud", ("Anna Bos",), "Room 101"),
        ("Number talks", ("Jan Mos",), "Room 102"),
    ]


def test_where_the_day_is_held_may_stand_behind_its_date() -> None:
    programme = read("Dinsdag 4 maart 2025 – Locatie: Cultuurhuis De Wilg\n\n9.00 Opening\n10.00 Lezing\n")
    assert (programme.venue, str(programme.parts[0].date)) == ("Cultuurhuis De Wilg", "2025-03-04")


@pytest.mark.parametrize("between", ["Alternativ:\n", "Of:\n", "At the same time: "])
def test_what_is_held_instead_is_at_the_same_time(between: str) -> None:
    text = (
        f"9.00 Start\n10.00 Bezoek aan de drukkerij\nAnna Bos\n{between}Wandeling langs de haven\nJan Mos\n11.00 Slot\n"
    )
    found = blocks(text)
    assert found["Wandeling langs de haven"].persons == ("Jan Mos",)
    assert found["Bezoek aan de drukkerij"].persons == ("Anna Bos",)


def test_a_line_may_head_those_who_greet_below_it() -> None:
    text = "10.30 Uhr: Beginn der Tagung\nGrußworte\nProf. Dr. Anna Blau\nJan Grau (Leiter)\n11.30 Uhr: Pause\n"
    assert said(text)[0][1:3] == ("Beginn der Tagung", ("Prof. Dr. Anna Blau", "Jan Grau (Leiter)"))


@pytest.mark.parametrize(
    ("line", "title", "persons", "room"),
    [
        ("Lezen (Jan Mos, gebouw B - lokaal 2.1)", "Lezen", ("Jan Mos",), "gebouw B - lokaal 2.1"),
        ("Sessie „Lezen“ — gebouw B, 2de verdieping, lokaal 2.14", "", (), "gebouw B, 2de verdieping, lokaal 2.14"),
        ("Lunch (resto campus Zuid)", "Lunch", (), "resto campus Zuid"),
        ("Afsluiter in polyvalente ruimte", "", (), "polyvalente ruimte"),
        ("Reading in year 7", "", (), ""),
    ],
)
def test_a_room_is_told_with_its_house_and_floor(line: str, title: str, persons: tuple[str, ...], room: str) -> None:
    found = said(f"9.00 Start\n10.00 {line}\n11.00 Slot\n")[1]
    assert (found[1] if title else "", found[2], found[3]) == (title, persons, room)


@pytest.mark.parametrize("below", ["Locatie - Lokaal 3", "Waar? Lokaal 3", "Ort: Lokaal 3", "📍 Lokaal 3"])
def test_a_word_before_a_room_leads_to_it(below: str) -> None:
    assert said(f"9.00 Start\nAula\n10.00 Lezen\n{below}\n11.00 Slot\n")[1][3] == "Lokaal 3"


def test_the_number_of_a_room_may_stand_before_what_is_offered_there() -> None:
    text = (
        "Session 1 (9:00-10:00)\nB101 Reading in year 7 (Anna Bos)\nB102 Number sense (Jan Mos)\nClose (10:15-10:30)\n"
    )
    found = blocks(text)["Session 1"].options
    assert [(each.title, each.room) for each in found] == [("Reading in year 7", "B101"), ("Number sense", "B102")]


def test_a_house_told_with_its_hall_is_nobody() -> None:
    rows = said(
        "9.00 Inloop\nKazerne De Wilg, ingang Noord\n9.30 Lezing\nAnna Bos\nKazerne De Wilg, Zaal Zuid\n10.30 Slot\n"
    )
    assert [row[1:] for row in rows] == [
        ("Inloop", (), "Kazerne De Wilg, ingang Noord"),
        ("Lezing", ("Anna Bos",), "Kazerne De Wilg, Zaal Zuid"),
        ("Slot", (), ""),
    ]


@pytest.mark.parametrize(
    ("line", "title", "persons", "room"),
    [
        ("Keynote: Seeing again (Elm Hall, Level 2) Prof Anna Bos", "Keynote: Seeing again", ("Prof Anna Bos",), ""),
        ("Training: first aid - Sports Hall / Gym", "Training: first aid", (), "Sports Hall / Gym"),
        ("Zien (begeleiding: Roos Vink, Zaal 3)", "Zien", ("Roos Vink",), "Zaal 3"),
        ("Borrel, locatie Lobby", "Borrel", (), "Lobby"),
        ("Debat - zaal 1 & livestream", "Debat", (), "zaal 1 & livestream"),
    ],
)
def test_rooms_are_told_in_more_ways(line: str, title: str, persons: tuple[str, ...], room: str) -> None:
    assert said(f"9.00 Start\n10.00 {line}\n11.00 Slot\n")[1][1:] == (title, persons, room or "Elm Hall, Level 2")


@pytest.mark.parametrize("mark", [": ", " - ", " – "])
def test_each_group_has_its_room(mark: str) -> None:
    text = f"9.00 Welcome\n10.00 Subject meetings:\nEnglish{mark}E4\nMaths{mark}M2\nScience{mark}Lab 3\n11.30 Lunch\n"
    found = blocks(text)["Subject meetings"].options
    assert [(each.title, each.room) for each in found] == [("English", "E4"), ("Maths", "M2"), ("Science", "Lab 3")]


def test_lines_with_cells_below_a_numbered_session_are_what_it_offers() -> None:
    one = "SESSIE 1 | 10.00-11.00 uur\nLezen in de klas | Anna Bos | Iep 1\nRekenen in de klas | Jan Mos | Iep 2\n"
    found = blocks(f"{one}SESSIE 2 | 11.15-12.15 uur\nBuiten leren | Roos Vink | Iep 1\n")
    assert [(each.title, each.persons, each.room) for each in found["SESSIE 1"].options] == [
        ("Lezen in de klas", ("Anna Bos",), "Iep 1"),
        ("Rekenen in de klas", ("Jan Mos",), "Iep 2"),
    ]


def test_another_session_below_a_numbered_one_is_not_offered_in_it() -> None:
    rows = ["9:00-9:30;Keynote 1;Anna Bos;", ";Session 1;;Chair: tbd", "9:30-10:00;FP 1;tbd;", "10:00-10:30;Coffee;;"]
    text = "\n".join([*rows, "10:30-11:00;FP 2;tbd;", "11:00-11:30;Closing;Jan Mos;", ""])
    assert blocks(text)["Keynote 1"].options == ()


def test_a_title_with_a_semicolon_is_no_room_for_the_word_in_it() -> None:
    text = "13.30 Beispiele\n   - Leseecke / Siegel, Raum 1\n   - Lesen im Norden / Schulbibliothek 2.0; Kiel, Raum 2\n"
    found = blocks(text)["Beispiele"].options
    assert [(each.title, each.room) for each in found] == [
        ("Leseecke / Siegel", "Raum 1"),
        ("Lesen im Norden / Schulbibliothek 2.0; Kiel", "Raum 2"),
    ]


def test_what_stands_behind_the_comma_of_a_break_is_a_room_as_behind_others() -> None:
    text = "9.00 Plenair, theaterzaal\n10.00 Ronde, lokalen 1e etage\n11.00 Pauze, theatercafé\n12.30 Slot, theaterzaal"
    assert [row[3] for row in said(text)] == ["theaterzaal", "lokalen 1e etage", "theatercafé", "theaterzaal"]


def test_labels_with_a_room_may_head_what_is_held_in_it() -> None:
    first = "Room: Elm\n9:00 Opening\n9:15 Keynote\nRoom: Oak 1\n10:00 Lezen\n"
    text = f"{first}Room: Oak 2\n10:00 Rekenen\nRoom: Elm\n11:00 End\n"
    found = {title: block.room for title, block in blocks(text).items()}
    assert found == {"Opening": "Elm", "Keynote": "Elm", "Lezen": "Oak 1", "Rekenen": "Oak 2", "End": "Elm"} | {
        title: "" for title in found if title == "Round"
    }


def test_a_number_in_the_last_column_is_no_time_where_times_stand_first() -> None:
    offered = "\tLezen\tJan Mos\t1.12\n\tZien\tRoos Vink\t1.14\n"
    text = f"14.15 uur\tOntvangst\tAula\n14.45 uur\tWorkshops\n{offered}15.45 uur\tPauze\tHal\n"
    found = blocks(text)["Workshops"].options
    assert [(each.title, each.persons, each.room) for each in found] == [
        ("Lezen", ("Jan Mos",), "1.12"),
        ("Zien", ("Roos Vink",), "1.14"),
    ]


@pytest.mark.parametrize("order", [(1, 2), (2, 1)])
def test_names_in_turn_with_who_leads_are_rooms(order: tuple[int, int]) -> None:
    told = [("Building Thinking Classrooms", "Jan Mos", "Iep"), ("Reading Across the Day", "Roos Vink", "Berk")]
    lines = "\n".join("\n".join((each[0], each[order[0]], each[order[1]])) for each in told)
    found = blocks(
        f"8:00 am Coffee\nFoyer\n8:15 am Keynote\nElm Hall\n9:30 am Concurrent sessions\n{lines}\n10:30 am Panel\n"
    )
    assert [(each.title, each.persons, each.room) for each in found["Concurrent sessions"].options] == [
        (title, (who,), room) for title, who, room in told
    ]


@pytest.mark.parametrize("houses", [("Universiteit Gent", "Hogeschool Noord"), ("Kennisweb", "Leerhuys")])
def test_where_those_who_lead_are_from_is_no_room(houses: tuple[str, str]) -> None:
    one, other = houses
    lines = f"Lezen met hart\nJan Mos\n{one}\nRekenen met hart\nRoos Vink\n{other}\n"
    found = blocks(f"9.00 Start\n9.30 Parallelle sessies\n{lines}10.30 Slot\n")
    assert not any(each.room for each in (*found.values(), *found["Parallelle sessies"].options))


def test_a_room_stands_behind_an_at_sign_above_its_title() -> None:
    text = (
        "09:00 - 09:30 @Foyer\nRegistration\n09:30 - 10:30 @ Room Iep\nKeynote\nAnna Bos\n10:30 - 11:00 @Foyer\nBreak\n"
    )
    assert [row[1:] for row in said(text)] == [
        ("Registration", (), "Foyer"),
        ("Keynote", ("Anna Bos",), "Room Iep"),
        ("Break", (), "Foyer"),
    ]


@pytest.mark.parametrize("room", ["(Gr. Sitzungssaal)", "Kleine vergaderzaal", "Salle Europa"])
def test_halls_have_small_words_before_them(room: str) -> None:
    assert said(f"9.00 Start\n10.00 Lezen\n{room}\n11.00 Slot\n")[1][1:] == ("Lezen", (), room.strip("()"))


@pytest.mark.parametrize(("below", "room"), [("idem", "Raadzaal"), ("same room", "Raadzaal"), ("nog te bepalen", "")])
def test_a_room_is_the_same_as_above_or_still_to_come(below: str, room: str) -> None:
    text = f"9.00 Start\nLocatie: Raadzaal\n10.00 Lezen\nLocatie: {below}\n11.00 Tocht\nVerzamelen: hoofdingang\n"
    assert [row[3] for row in said(text)] == ["Raadzaal", room, "hoofdingang"]
    rows = f"Tijd\tWat\tZaal\n9.00\tStart\tRaadzaal\n10.00\tLezen\t{below}\n11.00\tSlot\tAula\n"
    assert [row[3] for row in said(rows)] == ["Raadzaal", room, "Aula"]
