import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.dates import RelativeDate
from studydag.model.values.programme import Mode
from studydag.model.values.trajectory import Activity, ActivityParticipant, Trajectory
from tests.building import (
    a,
    a_block,
    a_break,
    a_day,
    a_group,
    a_lead,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
)
from tests.export.printing_days import DUTCH, ENGLISH, example, in_order, pages, printed, text, tree

SETTING = a_setting(
    a_person(1, "Noor", section="Maths"), a_person(2, "Sam"), a_group(21, "Maths", members=(1,)), a_room(41, "Room 12")
)
ROUND = a_round(5, a_block(6, title="Cards", room=41), a_block(7, title="Rubrics"), title="Choose")
DAY = a_day(
    a_block(3, title="Start", room=41),
    a_break(4, title="Coffee"),
    *ROUND,
    a(Registration, 31, person=1),
    a(Registration, 32, person=2),
    a(Registration, 33, count=3),
    a(Allotment, 61, registration=31, round=5, option=6),
    an_action(8, "Try a card", owner=1, due=RelativeDate(1)),
    an_action(9, "Of the section", owner_group=21, due=RelativeDate(2)),
)


def test_everyone_by_name_has_a_page_with_their_own_route_and_actions():
    assert pages(printed("personal", DAY, SETTING)) == 2
    assert [part.text for part in tree("personal", DAY, SETTING).every("H1")] == ["Noor", "Sam"]
    shown = text("personal", DAY, SETTING)
    assert in_order(
        shown,
        *("Noor", "Maths", "09:00", "Start", "Room 12", "Coffee", "09:45", "Cards"),
        *("What you do", "Try a card", "Of the section", "Sam", "Choose", "still to be chosen"),
    )
    assert "Rubrics" not in shown


def test_actions_are_a_choice():
    assert "Try a card" not in text("personal", DAY, SETTING, chosen={"actions": "no"})


def test_four_stand_on_one_sheet():
    assert pages(printed("personal", DAY, SETTING, chosen={"four": "yes"})) == 1
    assert len(tree("personal", DAY, SETTING, chosen={"four": "yes"}).every("H1")) == 2


def test_nobody_by_name_is_said():
    assert "Nobody has registered by name yet." in text("personal", a_day(a(Registration, 31, count=3)))


def test_the_example_in_dutch():
    assert in_order(text("personal", *example(), DUTCH), "Deniz Arslantepe", "08:30", "Welkom en inloop", "Wat je doet")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_example_stands_on_as_few_sheets_as_there_are_quarters(code):
    day, setting = example(code)
    language = {"nl": DUTCH, "en": ENGLISH}[code]
    named = pages(printed("personal", day, setting, language))
    assert named == 13
    assert pages(printed("personal", day, setting, language, chosen={"four": "yes"})) == 4


def test_r052_a_training_of_12_hours_with_a_certificate_is_on_the_sheet_of_who_takes_it():
    course = a(
        Activity,
        71,
        title="Feedback course",
        minutes=720,
        certificate="Certificate Feedback",
        valid_until=dt.date(2030, 7, 31),
        participants=(a(ActivityParticipant, 72, person=1),),
    )
    plain = a(Activity, 73, title="Reading club", minutes=60, participants=(a(ActivityParticipant, 74, person=1),))
    setting = replace(SETTING, trajectories=(a(Trajectory, 70, title="Year", activities=(course, plain)),))
    shown = text("personal", DAY, setting)
    certified = "Feedback course · Certificate Feedback · valid until Wed 31 Jul 2030"
    assert in_order(shown, "Noor", "Your training", "12 h", certified, "Sam")
    assert "Reading club" not in shown
    assert "Feedback course" not in text("personal", DAY, setting, chosen={"training": "no"})


def test_who_leads_an_option_reads_where_and_has_nothing_to_choose():
    led = a_round(
        5, a_block(6, title="Cards", room=41, leads=(a_lead(1),)), a_block(7, title="Rubrics"), title="Choose"
    )
    shown = text("personal", a_day(*led, a(Registration, 31, person=1)), SETTING)
    assert in_order(shown, "Noor", "Cards", "Room 12 · you lead this")
    assert "still to be chosen" not in shown


def test_what_is_joined_from_elsewhere_has_its_link():
    online = a_block(6, title="Cards", mode=Mode.ONLINE, link="https://example.org/room")
    day = a_day(
        *a_round(5, online), a(Registration, 31, person=1), a(Allotment, 61, registration=31, round=5, option=6)
    )
    assert in_order(text("personal", day, SETTING), "Cards – online", "https://example.org/room")


def test_who_leads_a_block_for_all_reads_so():
    day = a_day(
        a_block(3, title="Start", leads=(a_lead(1),)), a(Registration, 31, person=1), a(Registration, 32, person=2)
    )
    assert text("personal", day, SETTING).count("you lead this") == 1


def test_it_says_where_the_coffee_is_and_when_the_day_is_over():
    day = a_day(a_block(3, 45, title="Start"), a_break(4, title="Coffee", room=41), a(Registration, 31, person=1))
    shown = text("personal", day, SETTING)
    assert in_order(shown, "09:00–09:45", "Start", "09:45–10:00", "Coffee", "– Room 12")
    assert in_order(text("personal", day, SETTING, DUTCH, {"four": "yes"}), "09:45", "Coffee", "10:00", "einde")


def test_of_several_dates_each_has_its_own_hours():
    day = a_day(
        a_part(1),
        a_part(2, "13:00", date=dt.date(2026, 11, 13)),
        a_block(3, 45, title="Start"),
        a_block(4, 20, title="Cards", part=2),
        a(Registration, 31, person=1),
    )
    told = ("Noor", "Thursday 12 November 2026", "09:00–09:45", "Start", "Friday 13 November 2026", "13:00–13:20")
    assert in_order(text("personal", day, SETTING), *told, "Cards")
    four = text("personal", day, SETTING, chosen={"four": "yes"})
    assert in_order(four, "Thu 12 Nov", "09:00", "Start", "09:45", "end", "Fri 13 Nov", "Cards", "13:20", "end")


def test_past_midnight_stays_under_the_date_of_the_evening():
    day = a_day(
        a_part(1),
        a_part(2, "23:00", "1:00", date=dt.date(2026, 11, 13)),
        a_block(3, 60, part=2, title="Play"),
        a_block(4, part=2, title="Night walk"),
        a(Registration, 31, person=1),
    )
    shown = text("personal", day, SETTING)
    assert in_order(shown, "Friday 13 November 2026", "Play", "00:00 (+1)–00:30 (+1)", "Night walk")
    assert "14 November" not in shown


def test_what_is_done_at_ones_own_pace_is_on_it_for_whom_it_is():
    watch = a_block(4, 40, title="Watch", mode=Mode.SELF_PACED, link="https://example.org/clips")
    others = a_block(5, title="Read", mode=Mode.SELF_PACED, audience=(22,))
    window = replace(watch, window_start=dt.date(2026, 11, 12), window_end=dt.date(2026, 11, 19))
    day = a_day(a_block(3, title="Start"), window, others, a(Registration, 31, person=1))
    setting = replace(SETTING, groups=(*SETTING.groups, a_group(22, "Others", members=(2,))))
    for chosen in ({}, {"four": "yes"}):
        shown = text("personal", day, setting, chosen=chosen)
        assert in_order(shown, "Start", "At your own pace", "12–19 November 2026", "Watch", "40 min", "example.org")
        assert "Read" not in shown


def test_no_line_begins_with_the_dot_between_two_words():
    for page in PdfReader(BytesIO(printed("personal", *example("en")))).pages:
        assert not [line for line in page.extract_text().splitlines() if line.lstrip().startswith("·")]
