import datetime as dt

from studydag.model.rules.on_the_day.practice_clock import ahead_from, at_practice, by_the_wall
from studydag.model.rules.on_the_day.running_steps import Note
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_part

MONTH_BEFORE = dt.datetime(2026, 10, 12, 14, 20, 35)


def test_it_begins_with_what_comes_next_and_goes_on_as_the_wall_does():
    day = a_day(a_part(1, "09:00"), a_block(1, 30), a_block(2, 30))
    ahead = ahead_from(day, 1, MONTH_BEFORE)
    assert at_practice(MONTH_BEFORE, ahead) == dt.datetime(2026, 10, 12, 9)
    assert at_practice(MONTH_BEFORE + dt.timedelta(minutes=7), ahead) == dt.datetime(2026, 10, 12, 9, 7)


def test_it_stays_on_the_date_of_the_wall_past_midnight():
    late = dt.datetime(2026, 10, 12, 23, 50)
    ahead = ahead_from(a_day(a_part(1, "09:00"), a_block(1, 30)), 1, late)
    assert at_practice(late + dt.timedelta(minutes=20), ahead) == dt.datetime(2026, 10, 13, 9, 20)


def test_without_such_a_part_it_is_the_wall():
    assert ahead_from(StudyDay(), 7, MONTH_BEFORE) == dt.timedelta()


def test_notes_go_back_to_the_whole_minute_of_the_wall_and_keep_all_else():
    ahead = ahead_from(a_day(a_part(1, "09:00"), a_block(1, 30)), 1, MONTH_BEFORE)
    notes = (
        Note(block=1, fields={"actual_start": dt.time(9), "minutes": 35}),
        Note(block=2, fields={"actual_end": dt.time(9, 10), "actual_start": None}),
    )
    assert [note.fields for note in by_the_wall(notes, ahead)] == [
        {"actual_start": dt.time(14, 20), "minutes": 35},
        {"actual_end": dt.time(14, 30), "actual_start": None},
    ]
