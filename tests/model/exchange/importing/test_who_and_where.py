"""Who leads a block and where it is held, told by the cells behind titles, by other lines, and by the text itself."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from studydag.model.exchange.importing.recognising.seats import most_people_of
from studydag.model.values.imported import ImportedBlock
from tests.model.exchange.importing.truths import blocks_of, clock


def blocks(text: str) -> dict[str, ImportedBlock]:
    programme = arranged(read_text(text, today=dt.date(2026, 1, 5)), round_title="Round")
    return {block.title: block for block in blocks_of(programme)}


def said(text: str) -> list[tuple[str | None, str, tuple[str, ...], str]]:
    return [(clock(block.start), block.title, block.persons, block.room) for block in blocks(text).values()]


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


def test_a_range_may_be_broken_over_two_lines_or_have_no_dash() -> None:
    broken = blocks("7:00 p.m. –\n9:00 p.m.\nDinner\nRoom 301\n9:00 p.m. –\n10:00 p.m.\nTalk\n")
    assert (clock(broken["Dinner"].start), clock(broken["Dinner"].end)) == ("19:00", "21:00")
    bare = blocks("9:00 9:30 Opening\n9:30 10:15 Talk\n10:15 10:30 Break\n")
    assert (clock(bare["Talk"].start), clock(bare["Talk"].end)) == ("09:30", "10:15")


def test_a_date_with_a_time_stands_above_its_title() -> None:
    found = blocks("Kick-off\nSEPTEMBER 6 - 3pm\nOpening session\nSEPTEMBER 7 - 10am\nPanel on reading\n")
    assert [(clock(block.start), title) for title, block in found.items()] == [
        ("15:00", "Opening session"),
        ("10:00", "Panel on reading"),
    ]


def test_twenty_four_hours_is_the_end_of_the_same_day() -> None:
    programme = arranged(read_text("14:00 Inloop\n17:00 Borrel\n24:00 Einde\n"))
    assert [block.start for part in programme.parts for block in part.blocks] == [14 * 60, 17 * 60, 24 * 60]


def test_heads_of_columns_in_one_line_are_no_block() -> None:
    assert list(blocks("Friday June 9\n\nTime Subject & speaker\n08:30 Registration\n09:00 Welcome\nAnna Bos\n")) == [
        "Registration",
        "Welcome",
    ]


def test_commas_in_cells_that_spaces_part_make_no_table() -> None:
    text = "".join(f"{hour}:00  Leren, doen  Anna Bos, Jan Mos  Zaal {hour}\n" for hour in range(9, 15))
    assert blocks(text)["Leren, doen"].persons == ("Anna Bos", "Jan Mos")


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


def test_a_line_goes_on_behind_two_spaces_where_what_stands_before_them_does() -> None:
    found = blocks("16.30 Uhr: Schluss –  Kritik und Lob\n17.00 Uhr: Fragen zur  Methode der Werkstatt\n18.00 Ende\n")
    assert list(found)[:2] == ["Schluss – Kritik und Lob", "Fragen zur Methode der Werkstatt"]


def test_who_gives_an_option_stands_behind_a_label_among_what_is_told_of_it() -> None:
    told = "  Hoe het was en hoe het kan.\n\n  Presentatie: Anna Bos (huisarts, Ede), Jan Mos (De Zorg)\n\n"
    text = f"9:00 Opening\n\n10:00 Workshops\n\n • Samen sterk!\n\n{told} • Rekenen\n\n • Taal\n\n11:00 Pauze\n"
    assert blocks(text)["Samen sterk!"].persons == ("Anna Bos (huisarts, Ede)", "Jan Mos (De Zorg)")


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


def test_a_heading_with_the_weekday_of_the_date_above_begins_no_other_day() -> None:
    text = "Friends meet 2007\nThursday, October 25\n\nThursday Agenda:\n\n9:00 Welcome\n10:00 Talk\n11:00 Lunch\n"
    (part,) = arranged(read_text(text)).parts
    assert (str(part.date), len(part.blocks)) == ("2007-10-25", 3)


def test_the_time_of_a_short_day_above_its_blocks_is_no_block() -> None:
    above = "Donderdag 9 maart 2017\n15.00 – 17.00 uur\nMuseum, Plein 2, Amersfoort\n\n"
    text = f"{above}15.00 Welkom\n15.30 Lezing\n16.00 Pauze\n16.45 Slot\n"
    assert list(blocks(text)) == ["Welkom", "Lezing", "Pauze", "Slot"]


def test_marks_that_markdown_escapes_are_themselves() -> None:
    (part,) = arranged(read_text("# Slot\n\n7\\. April 2017\n\n11:00 Opening\n12:00 Ende\n")).parts
    assert str(part.date) == "2017-04-07"


def test_a_time_zone_says_nothing_of_the_title() -> None:
    found = blocks("11:00 a.m.-11:30 a.m. EST: Welcome\n11:30 AM - 1:00 PM CDT  Talk\n2 pm Break\n")
    assert [(clock(block.start), title) for title, block in found.items()][:2] == [
        ("11:00", "Welcome"),
        ("11:30", "Talk"),
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


def test_a_start_above_all_blocks_is_that_of_the_day() -> None:
    above = "Vrijdag 10 december 2021\nom 14:00 uur\nUB Leiden\nTaal\n\n"
    text = f"{above}14.00 Opening\n15.00 Pauze\n15.30 Lezing\n16.30.16.40 Slot\n"
    assert list(blocks(text)) == ["Opening", "Pauze", "Lezing", "Slot"]


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


@pytest.mark.parametrize(("line", "start"), [("12 Uhr | Mittag", "12:00"), ("13u  Noon", "13:00")])
def test_a_word_for_a_time_behind_a_time_is_a_title(line: str, start: str) -> None:
    found = said(f"Studientag\n10 Uhr | Anfang\n{line}\n15 Uhr | Arbeit\n")
    assert found[1] == (start, line.split()[-1], (), "")


def test_a_month_and_a_year_above_the_programme_are_understood() -> None:
    programme = arranged(read_text("Leading together\nJune 2031, two days\n1\n9:00  Welcome\n2\n9:00  Visits\n"))
    assert (programme.title, programme.not_understood, len(programme.parts)) == ("Leading together", (), 2)


def test_a_room_behind_people_in_one_cell() -> None:
    found = blocks("Studiedag\n9:00  Welkom  Anna Bos, lokaal 3\n10:00  Taal  Els Dam, Jan Mos, aula\n")
    assert [(block.persons, block.room) for block in found.values()] == [
        (("Anna Bos",), "lokaal 3"),
        (("Els Dam", "Jan Mos"), "aula"),
    ]


def test_a_title_may_end_in_a_word_that_leads_to_no_name() -> None:
    found = blocks("A day\n9:00  What they look for  Paul Moss\n10:00  Closing  Anna Bos\n")
    assert found["What they look for"].persons == ("Paul Moss",)


def test_past_midnight_is_no_afternoon_behind_the_evening() -> None:
    assert [each[0] for each in said("Feest\n08:30  Start\n23:00 - 01:00  Dans\n01:00  Rust\n")] == [
        "08:30",
        "23:00",
        "01:00",
    ]


@pytest.mark.parametrize("line", ["Teamuitje", "Exit ticket survey", "Afternoon: visits"])
def test_a_line_behind_the_last_time_is_a_block_where_times_have_cells_of_their_own(line: str) -> None:
    timed = "Studiedag\n8:30  Opening  Anna Bos\n9:00  Taal\n10:30  Pauze\n"
    programme = arranged(read_text(f"{timed}{line}\n"))
    assert [block.title for block in programme.parked] == [line]
    told = arranged(read_text(f"{timed.replace('Taal', 'Taal, en wat dat vraagt') + 'Wat je doet.'}\n{line}\n"))
    assert told.parked == ()


def test_a_number_alone_is_a_day_also_above_a_line_without_a_time() -> None:
    text = "Two days\n2031-03-04\n1\n9:00  Talk\n10:00  Lunch\n2\nFree walk\n9:00  Visits\n"
    programme = arranged(read_text(text))
    assert [part.date for part in programme.parts] == [dt.date(2031, 3, 4), dt.date(2031, 3, 5)]
    assert [block.title for block in programme.parked] == ["Free walk"]


def test_a_list_below_a_title_and_a_date_is_a_programme_without_times() -> None:
    lines = ("Welkom  Anna Bos", "Per bouw", "   - onderbouw, lokaal 1", "   - bovenbouw, aula", "Terugblik")
    programme = arranged(read_text("\n".join(("Teamdag", "2031-03-04", "Ede", *lines))))
    (part,) = programme.parts
    assert [block.title for block in part.blocks] == ["Welkom", "Per bouw", "Terugblik"]
    assert [option.room for option in part.blocks[1].options] == ["lokaal 1", "aula"]
    assert programme.not_understood == ()


def test_a_line_without_a_time_has_options_where_they_have_rooms() -> None:
    programme = arranged(
        read_text("Dag\n9:00  Start\n10:00  Taal\n11:00  Lunch\nVrij werk\n   - lezen, aula\n   - tuin\n")
    )
    assert [option.title for option in programme.parked[0].options] == ["lezen", "tuin"]


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
