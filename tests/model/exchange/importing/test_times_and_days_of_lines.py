"""When lines are, and on which day: times broken over lines, days without numbers, and what only looks like either."""

import datetime as dt

import pytest

from studydag.model.exchange.importing.arranging import arranged
from studydag.model.exchange.importing.opening import read_text
from tests.model.exchange.importing.copied_texts import blocks, said
from tests.model.exchange.importing.truths import clock


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


def test_a_line_goes_on_behind_two_spaces_where_what_stands_before_them_does() -> None:
    found = blocks("16.30 Uhr: Schluss –  Kritik und Lob\n17.00 Uhr: Fragen zur  Methode der Werkstatt\n18.00 Ende\n")
    assert list(found)[:2] == ["Schluss – Kritik und Lob", "Fragen zur Methode der Werkstatt"]


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


def test_a_start_above_all_blocks_is_that_of_the_day() -> None:
    above = "Vrijdag 10 december 2021\nom 14:00 uur\nUB Leiden\nTaal\n\n"
    text = f"{above}14.00 Opening\n15.00 Pauze\n15.30 Lezing\n16.30.16.40 Slot\n"
    assert list(blocks(text)) == ["Opening", "Pauze", "Lezing", "Slot"]


@pytest.mark.parametrize(("line", "start"), [("12 Uhr | Mittag", "12:00"), ("13u  Noon", "13:00")])
def test_a_word_for_a_time_behind_a_time_is_a_title(line: str, start: str) -> None:
    found = said(f"Studientag\n10 Uhr | Anfang\n{line}\n15 Uhr | Arbeit\n")
    assert found[1] == (start, line.split()[-1], (), "")


def test_a_month_and_a_year_above_the_programme_are_understood() -> None:
    programme = arranged(read_text("Leading together\nJune 2031, two days\n1\n9:00  Welcome\n2\n9:00  Visits\n"))
    assert (programme.title, programme.not_understood, len(programme.parts)) == ("Leading together", (), 2)


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
