import datetime as dt
from dataclasses import replace

import pytest

from studydag.model.values.dates import RelativeDate
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import ActionState
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Attendance, Mode, Resource, ResourceWhen
from studydag.model.values.study_day import StudyDay
from tests.building import (
    DAY,
    a,
    a_block,
    a_break,
    a_day,
    a_format,
    a_goal,
    a_group,
    a_lead,
    a_measure,
    a_moment,
    a_part,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_action,
    at,
)
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, table, text, tree

SETTING = a_setting(
    a_person(1, "Noor de Wit"),
    a_room(11, "Hall"),
    a_room(12, "Room 12"),
    a_group(21, "Lower school"),
    a_format(31, "Gallery walk"),
)


def programme(day: StudyDay, **chosen: str) -> str:
    return text("programme", day, SETTING, chosen=chosen)


def rows(day: StudyDay, **chosen: str) -> list[list[str]]:
    return table(tree("programme", day, SETTING, chosen=chosen), 0)[1:]


def test_it_is_read_from_why_to_what_comes_after():
    assert in_order(
        text("programme", *example(), DUTCH),
        "Rietbeek College · Studiedag · donderdag 11 maart 2027",
        "Formatief handelen",
        "08:30–15:00 · Rietbeek College, hoofdgebouw",
        "Hoe zien we in elke les of leerlingen het snappen",
        "Doelen",
        "Na deze dag herkent iedereen feedback",
        "Tijd Wat Waar",
        "08:30–08:45 Welkom en inloop",
        "10:35–11:45 Keuzeronde: aan de slag met één aanpak",
        "Exitkaarten: in tien minuten weten wie het snapt",
        "14:45–15:00 Exitkaart en afsluiting",
        "Voorbereiden en meebrengen",
        "Wat je ervan meeneemt",
        "Wat er daarna gebeurt",
        "do 25 mrt 2027",
    )


def test_a_full_day_fits_two_pages():
    assert pages(printed("programme", *example(), DUTCH)) == 2


def test_a_plain_day_fits_one_page():
    blocks = [a_block(n, 45, description="What we do and why we do it.") for n in range(1, 9)]
    day = a_day(*blocks, an_action(50, due=RelativeDate(2)), learning_question="What works?")
    assert pages(printed("programme", day, SETTING)) == 1


def test_a_question_that_is_the_title_is_asked_once():
    titled = replace(a_day(a_block(1, 45)), title="Wat werkt?")
    asked = replace(titled, learning_question="Wat werkt?")
    assert text("programme", asked, SETTING, DUTCH) == text("programme", titled, SETTING, DUTCH)


def test_headings_are_headings_and_headers_say_what_they_head():
    root = tree("programme", *example(), DUTCH)
    assert [heading.text for heading in root.every("H1")] == ["Formatief handelen"]
    assert [heading.text for heading in root.every("H2")] == [
        "Voorbereiden en meebrengen",
        "Wat je ervan meeneemt",
        "Wat er daarna gebeurt",
    ]
    for each in root.every("Table"):
        header, *others = each.every("TR")
        assert [cell.attribute("/Scope") for cell in header.kids] == ["/Column"] * len(header.kids)
        assert {row.kids[0].attribute("/Scope") for row in others} <= {"/Row", None}


def test_what_is_internal_is_never_in_it_nor_do_its_hours_count():
    day = a_day(
        a_block(1, 30, title="Hang up posters", internal=True, pinned_start=at("8:00"), room=12, product="A wall"),
        a_block(2, 60, title="Keynote", pinned_start=at("9:00")),
        *a_round(3, a_block(4, title="Open option"), a_block(5, title="Secret option", internal=True)),
        a_block(6, 90, title="Clear up", internal=True, pinned_start=at("16:00"), preparation_text="Bring a broom"),
    )
    shown = programme(day)
    assert not [word for word in ("posters", "Secret", "Clear up", "A wall", "broom") if word in shown]
    assert in_order(shown, "09:00–16:00", "Keynote", "Open option")


def test_private_and_confidential_words_are_never_in_it():
    day = a_day(a_block(1, facilitator_notes="PRIVATE", plan_b="PRIVATE", insights="PRIVATE"))
    assert "PRIVATE" not in programme(day, goals="yes", formats="yes", rooms="yes", leads="yes", follow_up="yes")


def test_an_open_end_says_from_when():
    day = a_day(a_block(1, 60), a_block(2, 30, title="Drinks", open_end=True))
    assert rows(day)[1][:2] == ["from 10:00", "Drinks | Knowledge"]


def test_past_midnight_is_marked_and_stays_under_its_part():
    day = a_day(
        a_part(1, "20:00", "1:00", title="Evening"),
        a_part(2, "9:00", "12:00", title="Morning", date=DAY + dt.timedelta(days=1)),
        a_block(11, 210, title="Play"),
        a_block(12, 60, title="Night walk"),
        a_block(13, 60, part=2, title="Breakfast"),
    )
    shown = programme(day)
    assert in_order(
        shown,
        "12–13 November 2026",
        "Evening · Thursday 12 November 2026 · 20:00–01:00 (+1)",
        "20:00–23:30",
        "Play",
        "23:30–00:30 (+1)",
        "Night walk",
        "Morning · Friday 13 November 2026 · 09:00–12:00",
        "Breakfast",
    )


def test_what_runs_over_is_in_the_hours_on_top():
    assert "09:00–17:00" in programme(a_day(a_block(1, 480)))


def test_a_block_says_for_whom_how_and_whether_one_must_come():
    day = a_day(
        a_block(1, audience=(21,), working_format=31, mode=Mode.ONLINE, link="https://example.org/room"),
        a_block(2, attendance=Attendance.BY_CHOICE),
        a_block(3, attendance=Attendance.COMPULSORY_FOR_GROUPS, compulsory_for=(21,)),
    )
    first, second, third = (row[1] for row in rows(day))
    assert first == "Block 1 | Knowledge · Gallery walk · for Lower school · online | https://example.org/room"
    assert second == "Block 2 | Knowledge · by choice"
    assert third == "Block 3 | Knowledge · compulsory for Lower school"


def test_a_title_to_come_and_a_title_not_sure_say_so():
    day = a_day(
        a_block(1, title="", title_to_be_announced_until=DAY),
        a_block(2, title="Perhaps", title_to_be_announced_until=DAY),
        a_block(3, title="", working_format=31),
        a_break(4, title=""),
    )
    assert [row[1] for row in rows(day)] == [
        "To be announced | Knowledge",
        "Perhaps | Knowledge · title not final",
        "Gallery walk | Knowledge",
        "Break",
    ]


def test_what_is_cancelled_says_so_and_nothing_more():
    day = a_day(
        a_block(
            1, title="Talk", cancelled=True, cancelled_reason="speaker ill", description="GONE", product="GONE", room=11
        ),
        *a_round(2, a_block(3, title="GONE", product="GONE"), cancelled=True, title="Choices"),
        a_block(4, title="Rest", room=12),
    )
    assert rows(day) == [
        ["09:00", "Talk | Cancelled · speaker ill", ""],
        ["09:00", "Choices | Cancelled", ""],
        ["09:00–09:30", "Rest | Knowledge", "Room 12"],
    ]
    assert "GONE" not in programme(day)


def test_the_room_of_what_was_called_off_does_not_count():
    options = [a_block(2, title="One", room=1), a_block(3, title="Two", room=2), a_block(4, room=3, cancelled=True)]
    shown = tree("programme", a_day(*a_round(1, *options)), a_setting(*(a_room(n, f"Room {n}") for n in (1, 2, 3))))
    assert "2 rooms" in shown.all_text


@pytest.mark.parametrize("count", [2, 3, 5])
def test_the_options_of_a_round_are_a_list_with_their_rooms(count):
    options = [a_block(10 + n, title=f"Option {n}", room=11 + n % 2, description="why") for n in range(count)]
    root = tree("programme", a_day(*a_round(1, *options)), SETTING)
    (listed,) = root.every("Table")[0].every("L")
    assert [item.all_text for item in listed.kids] == [
        f"Option {n}{'' if count < 4 else '  '}why{('Hall', 'Room 12')[n % 2]}" for n in range(count)
    ]
    assert "2 rooms" in root.all_text


def test_an_option_that_lasts_otherwise_than_its_round_says_when():
    options = (a_block(2, 60, title="Whole"), a_block(3, 30, title="Half", offset_minutes=30))
    assert in_order(programme(a_day(*a_round(1, *options))), "09:00–10:00", "Whole", "Half", "09:30–10:00")


def test_what_to_prepare_and_to_bring_is_said_before_the_day():
    reading = a(Resource, 9, title="Article", link="https://example.org", when=ResourceWhen.BEFORE)
    day = a_day(
        a_block(1, preparation_text="Read chapter 2", preparation_minutes=20, material_to_bring="a test"),
        a_block(2, preparation_minutes=15, resources=(reading,)),
        *a_round(3, a_block(4, title="Quiz", preparation_text="Try the app")),
        a_block(5, cancelled=True, preparation_text="GONE"),
        what_to_bring="Your laptop",
    )
    shown = programme(day)
    assert in_order(
        shown,
        "bring along: a test",
        "Prepare and bring along",
        "Your laptop",
        "Read chapter 2 (20 min)",
        "Prepare yourself (15 min)",
        "Article",
        "https://example.org",
        "Try the app – Quiz",
    )
    assert "GONE" not in shown


def test_what_is_done_at_ones_own_pace_has_a_window_and_no_clock_time():
    day = a_day(
        a_block(1, title="Start"),
        a_block(2, 90, title="Module", mode=Mode.SELF_PACED, window_start=DAY, window_end=DAY + dt.timedelta(days=4)),
        a_block(3, 30, title="Quiz", mode=Mode.SELF_PACED, window_end=DAY, link="https://example.org/q"),
        a_block(4, 30, title="Log", mode=Mode.SELF_PACED, window_start=DAY),
    )
    root = tree("programme", day, SETTING)
    assert table(root, 0)[1:] == [["09:00–09:30", "Start | Knowledge"]]
    assert table(root, 1)[1:] == [
        ["Module", "12–16 November 2026", "1 h 30"],
        ["Quiz | https://example.org/q", "until 12 November 2026", "30 min"],
        ["Log", "from 12 November 2026", "30 min"],
    ]


def test_what_comes_after_is_what_lies_after_by_date():
    day = a_day(
        a_block(1),
        an_action(1, "Order lunch", due=RelativeDate(-2), owner=1),
        an_action(2, "Try it", due=RelativeDate(4), owner=1, count=3, window_start=RelativeDate(1)),
        an_action(3, "Not this", due=RelativeDate(4), state=ActionState.DROPPED),
        an_action(4, "Some day", owner=1),
        an_action(5, "Talk it over", due=dt.date(2026, 11, 26), owner_group=21, owner_contact=1),
        a_moment(6, title="Look back", first_date=RelativeDate(3), start=at("15:30"), minutes=45, place="Hall"),
        a_moment(7, title="Celebrate"),
        a_measure(8, title="Survey", when=RelativeDate(6)),
    )
    assert table(tree("programme", day, SETTING)) == [
        ["When", "What", "Who"],
        ["Thu 26 Nov 2026", "Talk it over", "Lower school"],
        ["Thu 3 Dec 2026 | 15:30–16:15", "Look back | Hall", ""],
        ["Thu 10 Dec 2026 | from Thu 19 Nov", "Try it | 3 times", "Noor de Wit"],
        ["no date yet", "Celebrate", ""],
    ]


def test_while_the_day_has_no_date_what_comes_after_counts_from_it():
    day = a_day(
        a_part(1, date=None),
        a_block(2),
        an_action(3, "Try it", due=RelativeDate(2)),
        an_action(4, "Earlier or later", due=dt.date(2026, 3, 1)),
    )
    assert table(tree("programme", day, SETTING))[1:] == [["2 weeks after the day", "Try it", ""]]


def test_each_option_changes_the_pages():
    day = a_day(
        a_block(1, room=11, working_format=31, leads=(a_lead(1),)),
        a_goal(2, "After this day you know more"),
        an_action(3, due=RelativeDate(1)),
    )
    marks = {
        "goals": "After this day you know more",
        "formats": "Gallery walk",
        "rooms": "Hall",
        "leads": "led by Noor de Wit",
        "follow_up": "What happens afterwards",
    }
    for option, mark in marks.items():
        assert mark in programme(day, **{option: "yes"}), option
        assert mark not in programme(day, **{option: "no"}), option
    assert "led by" not in programme(day), "names of leads are off by default"


def test_nothing_to_say_leaves_no_section():
    assert programme(a_day()) == programme(a_day(), follow_up="no", goals="no")
    assert "There is nothing in the programme yet." in programme(a_day())
    root = tree("programme", a_day(a_block(1)), SETTING)
    assert [part.text for part in root.walk() if part.tag in {"H1", "H2", "H3"}] == ["Formative assessment"]
    assert len(root.every("Table")) == 1


def test_the_date_goes_on_in_the_running_header_as_long_as_the_programme_does():
    day = a_day(*(a_block(n, 5, description="word " * 80) for n in range(1, 30)), a_block(50, product="A plan"))
    shown = text("programme", day, SETTING)
    assert shown.count("Thursday 12 November 2026 (continued)") == pages(printed("programme", day, SETTING)) - 1


def test_phases_have_their_word_as_well_as_their_colour():
    day = a_day(*(a_block(number, phase=phase) for number, phase in enumerate(Phase, start=1)))
    assert [row[1].split(" | ")[1] for row in rows(day)] == [
        "Inspiration",
        "Knowledge",
        "Application",
        "Reflection",
        "Break",
        "Organisation",
    ]


def test_a_measure_is_the_organisers_business():
    assert "Survey" not in programme(a_day(a_block(1), a(Measure, 2, title="Survey", when=RelativeDate(1))))


def test_large_print_is_larger_and_says_the_same():
    day, setting = example()
    plain, large = (tree("programme", day, setting, DUTCH, chosen={"large_print": size}) for size in ("no", "yes"))
    assert plain.all_text.replace(" ", "") == large.all_text.replace(" ", "")
    assert pages(printed("programme", day, setting, DUTCH, chosen={"large_print": "yes"})) > 2


def test_a_day_with_everything_moved_away_still_has_its_title():
    day = replace(a_day(), parts=(), blocks=(a_block(1, part=None),))
    assert in_order(programme(day), "Study day", "Formative assessment", "There is nothing in the programme yet.")


def test_what_several_blocks_ask_is_asked_once():
    day = a_day(*(a_block(number, title=f"Run {number}", preparation_text="Read the article") for number in (1, 2)))
    assert text("programme", day).count("Read the article") == 1


def test_an_option_elsewhere_says_so_and_where_it_is_joined():
    options = (
        a_block(2, title="Here", room=12),
        a_block(3, title="There", mode=Mode.ONLINE, link="https://example.org/there", material_to_bring="a test"),
        a_block(4, title="Alone", mode=Mode.SELF_PACED, link="https://example.org/course"),
    )
    shown = programme(a_day(*a_round(1, *options)))
    assert in_order(shown, "There", "Bring along: a test", "https://example.org/there")
    assert "https://example.org/course" in shown
    assert shown.count("online") == 1
    assert shown.count("self-paced") == 1


def test_what_happens_afterwards_is_named_on_the_next_page():
    actions = [an_action(number, f"Action {number}", due=RelativeDate(number)) for number in range(10, 60)]
    assert "What happens afterwards (continued)" in text("programme", a_day(a_block(3), *actions))
    assert "What we expect afterwards (continued)" in text("invitation", a_day(a_block(3), *actions))
