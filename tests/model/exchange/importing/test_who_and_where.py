"""Who leads a block and where it is held, told by the cells behind titles, by other lines, and by the text itself."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.exchange.importing.recognising.seats import most_people_of
from tests.model.exchange.importing.copied_texts import blocks, said
from tests.model.exchange.importing.truths import blocks_of

BOTH = """Studiedag
09:00  Opening  Anna Bos  Noord
09:30  Leren zien  Wubbo Tak, Joke Mos  De Kas
10:30  Pauze  Noord
11:00  Taal in elk vak  De Kas
12:00  Rekenen  Wubbo Tak
"""


@pytest.mark.parametrize("mark", ["  ", " | ", "\t"])
def test_two_cells_behind_a_title_say_who_and_where_in_one_order(mark: str) -> None:
    assert said(BOTH.replace("  ", mark)) == [
        ("09:00", "Opening", ("Anna Bos",), "Noord"),
        ("09:30", "Leren zien", ("Wubbo Tak", "Joke Mos"), "De Kas"),
        ("10:30", "Pauze", (), "Noord"),
        ("11:00", "Taal in elk vak", (), "De Kas"),
        ("12:00", "Rekenen", ("Wubbo Tak",), ""),
    ]


def test_where_may_stand_before_who() -> None:
    text = "09:00  Opening  Loft  Anna Bos\n10:00  Lezing  Silo  Jan Mos\n11:00  Lunch  Loft\n12:00  Slot  Silo\n"
    assert [block.room for block in blocks(text).values()] == ["Loft", "Silo", "Loft", "Silo"]


def test_a_name_that_is_read_at_a_break_and_elsewhere_is_a_room() -> None:
    text = "09:00  Opening  Rode Hoed\n10:00  Pauze  Rode Hoed\n10:30  Lezing  Anna Bos\n11:00  Lunch  Rode Hoed\n"
    found = blocks(text)
    assert (found["Opening"].room, found["Lezing"].persons) == ("Rode Hoed", ("Anna Bos",))


def test_rooms_that_are_called_as_people_are_known_by_their_last_word() -> None:
    found = blocks("09:00  Opening  James Mackay Hall\n10:00  Lezing  Columbia A\n11:00  Slot  Anna Bos\n")
    assert [block.room for block in found.values()] == ["James Mackay Hall", "Columbia A", ""]


def test_a_bar_behind_two_spaces_is_part_of_the_title() -> None:
    found = blocks("09:00  Keynote | Wat kennis doet  Anna Bos\n10:00  Pauze\n")
    assert found["Keynote | Wat kennis doet"].persons == ("Anna Bos",)


def test_names_in_cells_of_their_own_are_not_looked_for_in_titles() -> None:
    found = blocks("09:00  Welcome  Anna Bos\n10:00  Arrive by Blue Line\n11:00  Talk  Jan Mos\n")
    assert found["Arrive by Blue Line"].persons == ()


@pytest.mark.parametrize(
    ("text", "title", "persons"),
    [
        ("9.00 Welkom door Cees van ’t Veen, directeur Rijksdienst voor het Erfgoed", "Welkom", ("Cees van ’t Veen",)),
        ("9.00 Inleiding Anna Bos, voorzitter van de raad", "Inleiding", ("Anna Bos",)),
        ("9.00 Presentatie dr. Wubbo Tak (lectoraat Taal)", "Presentatie", ("dr. Wubbo Tak",)),
        ("9.00 Inleiding op de sessies door Anna Bos van het NJi", "Inleiding op de sessies", ("Anna Bos",)),
        ("9.00 Begrüßung\nDr. Frauke von der Haar, Stadtmuseum", "Begrüßung", ("Dr. Frauke von der Haar",)),
        ("9.00 Slot door streekvoorzitter Noord Jan Mos", "Slot", ("Jan Mos",)),
        ("9.00 De school van nu\nAnna Bos (Vlor) geeft een presentatie over wat scholen doen.", "", ("Anna Bos",)),
        ("9.00 Thema:\n  • Anna Bos en Jan Mos, Dienst Taal - Gent", "Thema", ("Anna Bos", "Jan Mos")),
    ],
)
def test_names_are_found_in_and_below_titles(text: str, title: str, persons: tuple[str, ...]) -> None:
    first = next(iter(blocks(f"{text}\n10.00 Pauze\n11.00 Slotronde\n").values()))
    assert (title or first.title, persons) == (first.title, first.persons)


def test_who_speaks_may_stand_between_the_time_and_the_title() -> None:
    text = "11.00 Uhr\n\nErik Fischer (Bonn):\nEinführung\n\n11.30 Uhr\n\nAnna Bos:\nWie es begann\n\n12 Uhr\nPause\n"
    assert [row[1:3] for row in said(text)] == [
        ("Einführung", ("Erik Fischer (Bonn)",)),
        ("Wie es begann", ("Anna Bos",)),
        ("Pause", ()),
    ]


def test_a_numbered_room_needs_nothing_before_it() -> None:
    found = blocks(
        "9:00 Sessions\n- Denver Public Schools, Colorado Room 105\n- Kent District, Ohio Room 106\n10:00 End\n"
    )
    assert found["Denver Public Schools, Colorado"].room == "Room 105"


@pytest.mark.parametrize(
    ("line", "persons"),
    [
        ("Anna Bos, directeur GGD Noord", ("Anna Bos",)),
        ("Anna Bos, directeur ABC", ("Anna Bos",)),
        ("Prof'in Dr. Anna Bos, Uni Kiel", ("Prof'in Dr. Anna Bos",)),
        ("Anna Bos, Wubbo van den Tak and Jan Mos", ("Anna Bos", "Wubbo van den Tak", "Jan Mos")),
        ("An De Moor (Departement Taal & Vorming)", ("An De Moor (Departement Taal & Vorming)",)),
        ("Met Anna Bos (lector) en Jan Mos (directeur) e.a.", ("Anna Bos (lector)", "Jan Mos (directeur)")),
        ("Met schepen Anna Bos, rector Jan Mos en leerling Tim de Wit", ("Anna Bos", "Jan Mos", "Tim de Wit")),
        ("With Mary Jones, head of school, and Peter Smith", ("Mary Jones", "Peter Smith")),
        ("Voordracht van prof. Ria Tak met beelden", ("prof. Ria Tak",)),
        ("Met koffie van Anna en taart", ()),
        ("Dagelijks bestuur van de bond van scholen in het noorden: Anna Bos, Jan Mos", ("Anna Bos", "Jan Mos")),
    ],
)
def test_a_line_below_a_title_names_people_without_their_offices(line: str, persons: tuple[str, ...]) -> None:
    assert blocks(f"9.00 Een kijk op leren\n{line}\n10.00 Pauze\n")["Een kijk op leren"].persons == persons


def test_a_room_stands_in_parentheses_right_behind_the_time() -> None:
    text = "10.30 Uhr (Saal Q 0.101): Beginn\n11.00 Uhr (Cafébar):\nBesuch\n12.00 Uhr (optional) Yoga\n13.00 Uhr Ende\n"
    assert [row[1::2] for row in said(text)[:3]] == [
        ("Beginn", "Saal Q 0.101"),
        ("Besuch", "Cafébar"),
        ("(optional) Yoga", ""),
    ]


def test_who_performs_stands_within_a_title_that_goes_on() -> None:
    title = "Miniconcert van Saskia Van Loo met stem en gitaar"
    found = blocks(f"9:00 Opening\n9:30 {title}\n10:00 Film van Anna Bos met ondertitels\n11:00 Pauze\n")
    assert found[title].persons == ("Saskia Van Loo",)
    assert found["Film van Anna Bos met ondertitels"].persons == ()


def test_who_takes_part_stands_in_a_list_below_a_title_that_leads_to_it() -> None:
    text = (
        "17.10 Paneldiscussie onder leiding van Anna Bos met:\n– Jan Mos (lid)\n– Wubbo Tak (lid)\n18.50 Afsluiting\n"
    )
    assert [name.split(" (")[0] for name in blocks(text)["Paneldiscussie"].persons] == [
        "Anna Bos",
        "Jan Mos",
        "Wubbo Tak",
    ]


def test_a_room_may_be_told_with_its_house() -> None:
    morning = "8–9 a.m.\nBreakfast (Mill Food Court)\n9 a.m.\nNews (Room 301 Henderson Campus Center)\n"
    text = f"{morning}12 p.m.\nSongs (Hall of Music)\n"
    assert [block.room for block in blocks(text).values()] == [
        "Mill Food Court",
        "Room 301 Henderson Campus Center",
        "Hall of Music",
    ]


@pytest.mark.parametrize(
    ("line", "room"),
    [
        ("Kongressbüro, Haus der Stiftung", "Kongressbüro, Haus der Stiftung"),
        ("Aula en gymzaal", "Aula en gymzaal"),
        ("Im Lichthof und Raum B", "Lichthof und Raum B"),
        ("In Crystal Ballroom", "Crystal Ballroom"),
        ("School en museum", ""),
    ],
)
def test_a_line_below_a_block_that_tells_only_where_is_its_room(line: str, room: str) -> None:
    text = f"9:00 Check-in\n{line}\n\n10:00 Opening\nAula\n\n11:00 Pauze\n"
    assert next(iter(blocks(text).values())).room == room


@pytest.mark.parametrize(
    ("line", "persons", "room"),
    [
        ("Anna Bos, Jan Mos, lokaal 4", ("Anna Bos", "Jan Mos"), "lokaal 4"),
        ("Room 4, Mary Jones", ("Mary Jones",), "Room 4"),
        ("Begeleiding: Jan Mos en Ria Tak / lokaal 6", ("Jan Mos", "Ria Tak"), "lokaal 6"),
        ("Dr. Anna Bos, psycholoog / pedagoog", ("Dr. Anna Bos",), ""),
        ("Mary Jones, National Reading Forum, Ireland", ("Mary Jones",), ""),
        ("Referent:in: Dr. Jens Moser", ("Dr. Jens Moser",), ""),
        ("Dozent(in): Ute Klar", ("Ute Klar",), ""),
        ("Sprecher*innen: Ute Klar, Jens Moser", ("Ute Klar", "Jens Moser"), ""),
    ],
)
def test_a_line_below_a_block_tells_who_and_where(line: str, persons: tuple[str, ...], room: str) -> None:
    found = blocks(f"9:00 Opening\n9:30 Een kijk op leren\n{line}\n11:00 Pauze\n")["Een kijk op leren"]
    assert (found.persons, found.room) == (persons, room)


def test_a_cell_that_leads_to_a_room_names_the_room() -> None:
    found = blocks("8:00  Breakfast  in Crystal Ballroom\n9:00  Talk  Anna Bos\n10:00  Break\n")
    assert found["Breakfast"].room == "Crystal Ballroom"


def test_where_people_arrive_is_no_person() -> None:
    found = blocks("14:00  Registration  North Village II dorms\n15:00  Talk  Anna Bos\n16:00  Break\n")
    assert found["Registration"].room == "North Village II dorms"


@pytest.mark.parametrize("seats", [" (max 18)", " (max. 18 people)", ", maximaal 18 deelnemers"])
def test_how_many_may_come_is_no_room(seats: str) -> None:
    text = f"10:35 Workshops (choose one)\nA. Live marking - Sana Iqbal, Room 14\nB. Quiz - Huw Price, IT2{seats}\n"
    programme = arranged(read_text(text + "11:35 Lunch\n", today=dt.date(2026, 1, 5)), round_title="Round")
    (quiz,) = (option for block in blocks_of(programme) for option in block.options if option.title == "Quiz")
    assert (quiz.persons, quiz.room, most_people_of(quiz.description)) == (("Huw Price",), "IT2", 18)


def test_names_in_a_cell_of_their_own_are_taken_as_they_are_written() -> None:
    people = ("OB Dr. Peter Berg", "Muna Aras MdL", "Jakob (LRA KI)", "Sir Paul Moss CBE", "Prof. Dr. Stein")
    found = blocks(f"Tag\n10:00  Rede  Winfried Mann MdL\n11:00  Forum  {', '.join(people)}\n")
    assert found["Rede"].persons == ("Winfried Mann MdL",)
    assert found["Forum"].persons == people


def test_a_break_without_a_time_behind_the_last_block_is_no_room() -> None:
    found = blocks("Studiedag\n13u  Taal  Wubbo Tak  aula\n14u  Slot  Anna Bos\nReceptie\n")
    assert (found["Slot"].room, found["Receptie"].start) == ("", None)


def test_a_room_behind_people_in_one_cell() -> None:
    found = blocks("Studiedag\n9:00  Welkom  Anna Bos, lokaal 3\n10:00  Taal  Els Dam, Jan Mos, aula\n")
    assert [(block.persons, block.room) for block in found.values()] == [
        (("Anna Bos",), "lokaal 3"),
        (("Els Dam", "Jan Mos"), "aula"),
    ]


def test_a_title_may_end_in_a_word_that_leads_to_no_name() -> None:
    found = blocks("A day\n9:00  What they look for  Paul Moss\n10:00  Closing  Anna Bos\n")
    assert found["What they look for"].persons == ("Paul Moss",)


def test_of_two_cells_that_which_stays_the_same_is_where() -> None:
    found = blocks(
        "A day\n9:00  Welcome  Staffroom\n9:15  Reading  Gro Nu Brian  Halla\n11:00  Sums  Ao Silva-Burg  Halla\n"
    )
    assert [(block.persons, block.room) for block in found.values()][1:] == [
        (("Gro Nu Brian",), "Halla"),
        (("Ao Silva-Burg",), "Halla"),
    ]


@pytest.mark.parametrize(
    ("text", "title", "persons", "room"),
    [
        ("Vortrag „Lernen“ von Dr. Anna Bos in der Aula", "Vortrag „Lernen“", ("Dr. Anna Bos",), "Aula"),
        ("Begrüßung durch Anna Bos in der Aula", "Begrüßung in der Aula", ("Anna Bos",), "Aula"),
        ("Leitbild (Moderation: Anna Bos), Seminarraum 1", "Leitbild", ("Anna Bos",), "Seminarraum 1"),
        ("Gang in den Ausstellungsraum", "Gang in den Ausstellungsraum", (), ""),
    ],
)
def test_where_it_is_stands_behind_who_leads(text: str, title: str, persons: tuple[str, ...], room: str) -> None:
    assert said(f"9.00 Uhr Treffen\n10.00 Uhr {text}\n12.00 Uhr Ende\n")[1] == ("10:00", title, persons, room)


def test_a_house_and_its_country_are_nobody() -> None:
    rows = said(
        "09:00-09:45: Keynote\nAnna Bos, Virginia Tech, United States\n10:00-11:00: Panel\n"
        "Jan Mos, The Open Paper, United Kingdom\nAnna Bos, Virginia Tech, United States\n11:00-11:30: Break\n"
    )
    assert [row[2] for row in rows] == [("Anna Bos",), ("Jan Mos", "Anna Bos"), ()]


def test_a_cell_behind_german_quotes_stands_by_itself() -> None:
    title = "Preis „Gute Schule“ der Stiftung"
    found = blocks(f"10:00  Ankommen  Aula\n11:00  {title}  Schlosskapelle und Foyer\n12:00  Pause »Kaffee«  Mensa\n")
    assert [(block.title, block.room) for block in found.values()][1:] == [
        (title, "Schlosskapelle und Foyer"),
        ("Pause »Kaffee«", "Mensa"),
    ]


@pytest.mark.parametrize(
    "room", ["Harbour Suite C – Lower Level", "Atlas Desk Lobby- Silver Level", "Parkside 114 West Tower"]
)
def test_a_room_is_told_with_its_floor_or_its_tower(room: str) -> None:
    assert said(f"09:00 | Board Orientation | {room}\n10:00 | Opening | Anna Bos | Aula\n")[0][2:] == ((), room)


@pytest.mark.parametrize("mark", ["  ", " | ", "\t"])
def test_a_cell_alone_says_where_if_two_say_who_and_where_and_others_alone_do(mark: str) -> None:
    text = (
        "08:00  Badges  High Meadow Lawn\n09:00  Opening  Anna Bos  Cedar B/C\n"
        "09:30  Boards  Jan Mos, Ria Tak  Cedar B/C\n11:00  Awards  Cedar D\n"
        "13:00  Money  Agate\n14:00  Advice  Quartz\n15:00  Stretching  Willow Deck\n"
    )
    assert [row[2:] for row in said(text.replace("  ", mark))] == [
        ((), "High Meadow Lawn"),
        (("Anna Bos",), "Cedar B/C"),
        (("Jan Mos", "Ria Tak"), "Cedar B/C"),
        *[((), room) for room in ("Cedar D", "Agate", "Quartz", "Willow Deck")],
    ]


def test_a_cell_alone_says_who_if_others_alone_do() -> None:
    text = (
        "09:00  Opening  Anna Bos  Cedar B\n09:30  Lezing  Jan Mos  Cedar B\n10:30  Pauze  Foyer\n"
        "11:00  Taal  Ria Vos\n12:00  Lunch  Mensa\n13:00  Rekenen  Wubbo Tak\n"
    )
    assert [row[2] for row in said(text)][3::2] == [("Ria Vos",), ("Wubbo Tak",)]
