"""What is not for participants stands in none of their papers, and is marked in those of who prepares the day."""

import datetime as dt
from dataclasses import replace

import pytest

from studydag.export.document import EML, PDF, Readers
from studydag.export.documents import document, documents
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Mode
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_goal, a_lead, a_part, a_person, a_room, a_round, a_setting
from tests.export.printing_days import DUTCH, STAMP, in_order, text, words
from tests.export.reading_files import as_text

SECRET = "Sluiptijd"
INNER = frozenset(
    {Readers.FACILITATORS, Readers.SCHOOL_LEADER, Readers.ORGANISERS, Readers.COORDINATOR, Readers.TEAM, Readers.OWNERS}
)


def inside() -> tuple[StudyDay, Setting]:
    """Return a day with a block, an option, a whole round and something to do at one's own pace that are internal."""
    hidden = {"title": SECRET, "goals": (1,), "leads": (a_lead(1),)}
    day = a_day(
        a_goal(1),
        a_block(1, 30, internal=True, room=1, **hidden),
        a_block(2, 30, title="Welkom", room=2),
        *a_round(3, a_block(4, 30, title="Open"), a_block(5, 30, internal=True, room=3, **hidden)),
        *a_round(6, a_block(7, 30, room=4, **hidden), internal=True, title=SECRET),
        a_block(8, 20, phase=Phase.REFLECTION, title="Terugblik", leads=(a_lead(1),)),
        replace(a_block(9, 10, internal=True, mode=Mode.SELF_PACED, **hidden), window_start=dt.date(2026, 11, 1)),
        expected_number=20,
    )
    rooms = [a_room(number, f"Ruimte {number}") for number in range(1, 5)]
    return day, a_setting(a_person(1, "Anouk"), *rooms)


OUTER = [(each.name, ending) for each in documents() if each.readers not in INNER for ending in each.endings]


@pytest.mark.parametrize(("name", "ending"), OUTER)
def test_papers_for_participants_and_outsiders_have_nothing_internal(name, ending):
    day, setting = inside()
    made = next(each for each in documents() if each.name == name)
    chosen = {option.name: "yes" for option in made.options if option.is_switch and option.name != "internal"}
    data = made.render(day, setting, DUTCH, STAMP, ending=ending, chosen=chosen)

    assert SECRET not in (words(data) if ending == PDF else as_text(data, ending))


@pytest.mark.parametrize("name", ["run-sheet", "materials", "justification"])
def test_papers_of_who_prepares_the_day_mark_what_is_internal(name):
    day, setting = inside()
    shown = text(name, day, setting, DUTCH)

    assert f"{SECRET} (intern)" in shown or f"{SECRET} Kennis · intern" in shown


def test_the_run_sheet_and_the_mail_of_a_lead_mark_what_is_internal():
    day, setting = inside()
    mail = document("run-sheet").render(day, setting, DUTCH, STAMP, ending=EML, chosen={"lead": "person-1"})

    assert f"{SECRET} (intern)" in as_text(mail, EML)


def test_outsiders_read_the_same_clock_times_as_participants():
    day, setting = inside()

    assert in_order(text("programme", day, setting, DUTCH), "09:30–10:00", "Welkom", "11:00–11:20", "Terugblik")
    assert in_order(text("share", day, setting, DUTCH), "09:30–10:00", "Welkom", "11:00–11:20", "Terugblik")


def test_parents_read_the_hours_of_what_participants_do():
    tidying = a_block(2, 45, internal=True)

    assert "van 09:00 tot 10:00 uur" in text(
        "parent-letter", a_day(a_part(1, "9:00", "10:00"), a_block(1, 60), tidying), language=DUTCH
    )
