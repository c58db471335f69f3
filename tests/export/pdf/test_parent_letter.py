import datetime as dt
from dataclasses import replace

from studydag.model.values.school import PersonRole
from tests.building import a_block, a_day, a_goal, a_part, a_person, a_setting
from tests.export.printing_days import DUTCH, example, in_order, pages, printed, text

DAY = replace(a_day(), why_pupils="Pupils want to know their next step.", learning_question="How do we see it?")


def test_it_says_when_why_and_what_it_means():
    shown = text("parent-letter", DAY, a_setting(a_person(1, "Ada Head", role=PersonRole.LEADER)))
    assert in_order(
        shown,
        "Study day on Thursday 12 November 2026",
        "Dear parents and carers,",
        "On Thursday 12 November 2026, from 09:00 to 16:00, our team has a study day",
        "Pupils want to know their next step.",
        "How do we see it?",
        "There are no lessons",
        "Ada Head",
    )


def test_what_is_not_wanted_or_not_there_is_left_out():
    shown = text("parent-letter", DAY, chosen={"why": "no", "no_lessons": "no"})
    assert "next step" not in shown
    assert "no lessons" not in shown
    goals = replace(DAY, goals=(a_goal(1, "Teachers check"),))
    assert "Teachers check" not in text("parent-letter", goals)
    assert "Teachers check" in text("parent-letter", goals, chosen={"goals": "yes"})


def test_several_dates_and_none():
    two = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 13)))
    assert in_order(
        text("parent-letter", two),
        "Study days on 12–13 November 2026",
        "On 12–13 November 2026 our team has study days",
        "during the study days",
    )
    apart = a_day(a_part(1), a_part(2, date=dt.date(2026, 11, 16)))
    assert "On 12 and 16 November 2026 our team has study days" in text("parent-letter", apart)
    assert "Soon our team will have a study day" in text("parent-letter", a_day(a_part(1, date=None)))


def test_the_example_in_dutch_is_one_page():
    data = printed("parent-letter", *example(), DUTCH)
    assert pages(data) == 1
    assert in_order(text("parent-letter", *example(), DUTCH), "Studiedag op donderdag 11 maart 2027", "Beste ouders")


def test_an_end_that_nobody_set_is_not_promised():
    reckoned = replace(a_block(1, 420), end_inferred=True)
    assert "from 09:00 until about 16:00, our" in text("parent-letter", a_day(a_part(1), reckoned))
    assert "from 09:00 to 16:00, our" in text("parent-letter", a_day(a_part(1), replace(reckoned, minutes=400)))
    opened = replace(a_block(1, 60), open_end=True)
    assert "On Thursday 12 November 2026, from 09:00, our team" in text("parent-letter", a_day(a_part(1), opened))
    called_off = replace(a_block(2, 60), open_end=True, cancelled=True)
    assert "from 09:00 to 16:00, our" in text("parent-letter", a_day(a_part(1), a_block(1, 420), called_off))


def test_an_end_past_midnight_is_a_plain_clock_time():
    day = a_day(a_part(1, "19:00", "23:30"), a_block(1, 330))
    assert "from 19:00 to 00:30, " in text("parent-letter", day)
