"""Excel files, read back by calamine: dates and times as such, text as text, and the sheet set up to be used."""

import datetime as dt
import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from studydag.export.documents import XLSX, document
from studydag.language import Language
from studydag.model.values.choices import Allotment, AttendanceMark, Presence, Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.programme import Mode
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import (
    a,
    a_block,
    a_day,
    a_format,
    a_group,
    a_lead,
    a_moment,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
)
from tests.export.printing_days import DUTCH, ENGLISH, HOSTILE, STAMP, example


def made(name: str, day: StudyDay, setting: Setting | None = None, language: Language = ENGLISH) -> bytes:
    return document(name).render(day, setting or Setting(), language, STAMP, ending=XLSX)


def rows(name: str, day: StudyDay, setting: Setting | None = None, language: Language = ENGLISH) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(BytesIO(made(name, day, setting, language)))
    return book.get_sheet_by_index(0).to_python()


def xml(data: bytes, name: str) -> str:
    with ZipFile(BytesIO(data)) as file:
        return file.read(name).decode()


def printed_columns(data: bytes) -> int:
    (last,) = re.findall(r"Print_Area[^>]*>[^<]*:\$([A-Z])\$", xml(data, "xl/workbook.xml"))
    return ord(last) - ord("A") + 1


def test_the_programme_has_dates_times_and_minutes_that_can_be_reckoned_with():
    day = a_day(*a_round(1, a_block(2, title="One", description="Try"), title="Choose"))
    header, round_, option = rows("programme", day)
    assert header == ["Date", "Starts", "Ends", "Duration", "Title", "Phase", "Option of", "Description"]
    when = [dt.date(2026, 11, 12), dt.time(9, 0), dt.time(9, 30), 30]
    assert round_ == [*when, "Choose", "knowledge", "", ""]
    assert option == [*when, "One", "knowledge", "Choose", "Try"]


def test_r081_an_open_slot_says_that_it_is_open_or_what_its_topics_are():
    day = a_day(a_block(1, open_slot=True), a_block(2, open_slot=True, topics=("Rubrics", "Quiz")), a_block(3))
    header, *found = rows("programme", day)
    assert [row[header.index("Topics")] for row in found] == ["open until the day itself", "Rubrics and Quiz", ""]


def test_internal_blocks_stay_out_and_a_cancelled_one_says_so():
    day = a_day(a_block(1, title="Chairs", internal=True), a_block(2, title="Talk", cancelled=True))
    assert [row[4] for row in rows("programme", day)[1:]] == ["Talk (Cancelled)"]


def test_the_plan_lists_by_date_with_owner_and_state():
    setting = a_setting(a_person(1, "Noor"))
    day = a_day(an_action(1, "Visit a lesson", owner=1, due=RelativeDate(2), minutes=45))
    header, row = rows("plan", day, setting)
    assert dict(zip(header, row, strict=True)) == {
        "Date": dt.date(2026, 11, 26),
        "Kind": "Task",
        "What": "Visit a lesson",
        "Owner": "Noor",
        "State": "open",
        "Minutes": 45,
    }


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "{=A1}", "http://x.nl"])
def test_a_formula_is_text_and_no_link_is_made(formula):
    data = made("plan", a_day(an_action(1, formula)))
    assert formula in [cell for row in rows("plan", a_day(an_action(1, formula))) for cell in row]
    sheet = xml(data, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    # So that it stays a text when somebody edits the cell.
    assert ('quotePrefix="1"' in xml(data, "xl/styles.xml")) is formula.startswith(("=", "+", "-", "@"))


def test_the_sheet_is_set_up_to_filter_and_to_print():
    data = made("programme", *example("en"))
    sheet = xml(data, "xl/worksheets/sheet1.xml")
    for part in ("<autoFilter", 'state="frozen"', 'orientation="landscape"', 'fitToHeight="0"', 'paperSize="9"'):
        assert part in sheet
    assert "_xlnm.Print_Titles" in xml(data, "xl/workbook.xml")
    assert "&amp;P" in sheet


def test_who_comes_with_their_places_and_marks_and_without_needs():
    one = a(Registration, 1, person=1, attendance=(a(AttendanceMark, 5, part=1, presence=Presence.PRESENT),))
    two = a(Registration, 2, group=1, count=2, access_note="SECRET")
    day = a_day(
        *a_round(10, a_block(11, title="Tickets"), a_block(12, title="Rubrics"), title="Choose"),
        *(one, two, a(Allotment, 3, registration=1, round=10, option=12)),
    )
    found = rows("attendance", day, a_setting(a_person(1, "Noor", section="Maths"), a_group(1, "Languages")))
    assert found[0] == ["Name", "Department", "Number", "Role", "Choose", "Present"]
    assert found[1] == ["Noor", "Maths", 1, "participant", "Rubrics", "present"]
    assert [row[1] for row in found[2:]] == ["Languages", "Languages"]
    assert b"SECRET" not in made("attendance", day)


def test_a_text_longer_than_a_cell_goes_on_in_the_next():
    long = "".join(chr(97 + number % 26) for number in range(50_000))
    header, row = rows("programme", a_day(a_block(1, description=long)))
    assert header[-2:] == ["Description", "Description (2)"]
    assert "".join(map(str, row[-2:])) == long


def test_a_part_and_its_venue_are_named_where_there_are_several():
    parts = a_part(1, title="Morning", venue="School"), a_part(2, "13:00", "16:00", venue="Museum")
    header, *found = rows("programme", a_day(*parts, a_block(1), a_block(2, part=2)))
    assert header[-2:] == ["Part of the day", "Venue"]
    assert [row[-2:] for row in found] == [["Morning", "School"], ["", "Museum"]]
    assert "Venue" not in rows("programme", a_day(parts[0], a_block(1)))[0]


def test_d27_rooms_in_several_buildings_have_these_beside_them():
    setting = a_setting(a_room(11, "Hall", building="Main"), a_room(12, "Gym", building="Park"))
    header, *found = rows("programme", a_day(a_block(1, room=11), a_block(2, room=12)), setting)
    place = header.index("Room")
    assert header[place + 1] == "Building"
    assert [row[place : place + 2] for row in found] == [["Hall", "Main"], ["Gym", "Park"]]


def test_r016_r066_what_is_taken_home_and_prepared_stands_beside_the_blocks_off_the_paper():
    block = a_block(1, product="A rubric", preparation_text="Read chapter 2", preparation_minutes=20)
    off = a_block(2, cancelled=True, cancelled_reason="The speaker is ill")
    header, first, second = rows("programme", a_day(block, off))
    assert header[-4:] == ["Product", "Preparation", "Preparation time", "Reason why it does not take place"]
    assert (first[-4:], second[-4:]) == (["A rubric", "Read chapter 2", 20, ""], ["", "", "", "The speaker is ill"])
    assert printed_columns(made("programme", a_day(block, off))) == len(header) - 4


def test_the_plan_has_what_an_experiment_is_about_and_what_came_of_it_and_where_a_moment_is():
    """R062: with which class, what to look at, and the result; what is long goes on in the next column."""
    long = "x" * 40_000
    trial = an_action(1, "Try", school_class="2B", look_at="Questions", result="Did not work", visible_result=long)
    day = a_day(trial, a_moment(2, title="Meeting", place="Room 12", agenda="Celebrate"))
    header, *found = rows("plan", day)
    told = [dict(zip(header, row, strict=True)) for row in found]
    names = ("What", "Class", "Place", "Note", "Came of it")
    assert [[each[name] for name in names] for each in told] == [
        ["Try", "2B", "", "Questions", "Did not work"],
        ["Meeting", "", "Room 12", "Celebrate", ""],
    ]
    assert told[0]["Visible result"] + told[0]["Visible result (2)"] == long


def test_hostile_titles_and_an_empty_day_are_no_trouble():
    day = a_day(a_block(1, title=HOSTILE), an_action(2, HOSTILE), title=f"{HOSTILE} &P []:*?/\\" * 3)
    assert rows("programme", day)[1][4] == HOSTILE
    assert len(rows("plan", day)) == 2
    for name in ("programme", "plan", "attendance"):
        assert len(rows(name, replace(StudyDay(), title=""))) == 1


def test_the_example_in_dutch():
    found = rows("plan", *example(), DUTCH)
    assert {"Datum", "Wat", "Eigenaar", "Stand"} <= set(found[0])


@pytest.mark.parametrize("name", ["programme", "plan", "attendance"])
def test_a_sheet_can_be_read_on_paper(name):
    printed = printed_columns(made(name, *example("nl"), DUTCH))
    assert sum(list(wide(name).values())[:printed]) < 205


@pytest.mark.parametrize(("language", "number"), [(DUTCH, "413"), (ENGLISH, "809")])
def test_names_of_days_are_in_the_language_of_the_document(language, number):
    assert f"[$-{number}]ddd d mmm yyyy" in xml(made("programme", *example(), language), "xl/styles.xml")


def test_what_is_joined_from_elsewhere_says_how_and_where():
    online = a_block(1, mode=Mode.ONLINE, link="https://example.org/room")
    header, first, second = rows("programme", a_day(online, a_block(2)))
    assert dict(zip(header, first, strict=True))["In person or online"] == "online"
    assert dict(zip(header, first, strict=True))["Link"] == "https://example.org/room"
    assert not dict(zip(header, second, strict=True))["In person or online"]


def wide(name: str) -> dict[str, float]:
    data = document(name).render(*example("nl"), DUTCH, STAMP, ending=XLSX)
    sheet = ZipFile(BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    columns = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
    widths = [float(width) for first, last, width in columns for _ in range(int(first), int(last) + 1)]
    heads = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()[0]
    return dict(zip(map(str, heads), widths, strict=True))


def test_what_is_told_in_sentences_has_more_room_than_a_column_with_a_long_head():
    programme, plan = wide("programme"), wide("plan")
    assert programme["Titel"] > 22 > programme["Mee te nemen materiaal"]
    assert plan["Wat"] > 26 > 20 > plan["Contactpersoon"]
    # A date that doesn't fit is shown as hashes.
    assert programme["Datum"] > len("do 11 mrt 2027") < plan["Gedaan op"]
    assert "Notitie" in plan


def test_what_is_online_alone_has_no_room_in_the_list():
    setting = a_setting(a_room(11, "Room 12"))
    header, there, online = rows(
        "programme", a_day(a_block(1, room=11), a_block(2, room=11, mode=Mode.ONLINE)), setting
    )
    at = header.index("Room")
    assert (there[at], online[at]) == ("Room 12", "")


def test_no_word_is_broken_where_many_columns_share_the_width():
    told = {"description": "Lang " * 40, "material_to_bring": "een opdracht met beoordelingseisen"}
    titles = (f"Titel {n} die lang is en toch past, dat moet kunnen" for n in range(1, 4))
    blocks = [
        a_block(n, title=title, working_format=41, room=11, leads=(a_lead(1),), **told)
        for n, title in enumerate(titles, 1)
    ]
    formats = (a_format(41, "Materialenwerkplaats"),)
    setting = a_setting(a_room(11, "Mediatheek naast de trap"), a_person(1, "Noor"), *formats)
    data = made("programme", a_day(*blocks), setting, DUTCH)
    header = rows("programme", a_day(*blocks), setting, DUTCH)[0]
    widths = [float(each) for each in re.findall(r'<col [^>]*width="([0-9.]+)"', xml(data, "xl/worksheets/sheet1.xml"))]
    assert widths[header.index("Werkvorm")] > 0.9 * len("Materialenwerkplaats")
    assert widths[header.index("Mee te nemen materiaal")] > 0.9 * len("beoordelingseisen")


def test_what_is_done_at_ones_own_pace_is_in_the_programme_with_when_and_where():
    window = {"window_start": dt.date(2026, 11, 12), "window_end": dt.date(2026, 11, 19)}
    watch = a_block(3, 40, title="Watch", mode=Mode.SELF_PACED, link="https://example.org/clips", **window)
    inside = a_block(4, title="Prepare", mode=Mode.SELF_PACED, internal=True)
    head, *told_of = rows("programme", a_day(a_block(2, title="Start"), watch, inside))
    told = dict(zip(head, told_of[-1], strict=True))
    assert [row[head.index("Title")] for row in told_of] == ["Start", "Watch"]
    assert told["Duration"] == 40
    assert "12–19 November 2026" in told["In person or online"]
    assert told["Link"] == "https://example.org/clips"
