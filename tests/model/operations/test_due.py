"""What is due over all study days: by date, with what was missed, without what is done."""

import datetime as dt
from pathlib import Path

from studydag.model.operations import editing, study_days
from studydag.model.operations.due import due_until
from studydag.model.store.library import Library
from studydag.model.values.dates import RelativeDate
from studydag.model.values.day_status import DayStatus
from studydag.model.values.effect import Measure
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory

TODAY, LAST = dt.date(2027, 3, 1), dt.date(2027, 3, 31)
DAY = dt.date(2027, 3, 11)


def test_what_is_due_and_what_was_missed(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        day = study_days.create(library, "Feedback", first_part=Part(position=1, date=DAY))
        person = editing.create(library, Person(name="Noor"))
        home = ("study_day", day)
        editing.create(library, Action(what="late", due=dt.date(2026, 9, 1), owner=person), home)
        editing.create(library, Action(what="soon", due=RelativeDate(-1)), home)
        editing.create(library, Action(what="done", due=RelativeDate(-1), state=ActionState.DONE), home)
        editing.create(library, Action(what="far", due=RelativeDate(10)), home)
        editing.create(library, Moment(title="past", first_date=dt.date(2027, 2, 1)), home)
        editing.create(library, Moment(title="each week", first_date=RelativeDate(1), rhythm="FREQ=WEEKLY"), home)
        editing.create(library, Measure(title="before", when=dt.date(2027, 2, 20)), home)
        editing.create(library, Measure(title="forgotten", when=dt.date(2026, 2, 20)), home)

        found = due_until(library, TODAY, LAST)

        assert [(line.title, line.date) for line in found] == [
            ("late", dt.date(2026, 9, 1)),
            ("before", dt.date(2027, 2, 20)),
            ("soon", dt.date(2027, 3, 4)),
            ("each week", dt.date(2027, 3, 18)),
            ("each week", dt.date(2027, 3, 25)),
        ]
        assert (found[0].owner, found[0].day_title) == ("Noor", "Feedback")
        editing.change(library, StudyDay, day, theme="x")
        study_days.set_status(library, day, DayStatus.ARCHIVED, TODAY)
        assert due_until(library, TODAY, LAST) == ()


def test_goal_and_trajectory_are_named_and_meetings_of_activities_are_due_too(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        trajectory = editing.create(library, Trajectory(title="Feedback leren", period_start=dt.date(2027, 1, 4)))
        day = study_days.create(library, "Feedback", first_part=Part(position=1, date=DAY))
        editing.change(library, StudyDay, day, trajectory=trajectory)
        home, within = ("study_day", day), ("trajectory", trajectory)
        goals = [editing.create(library, Goal(sentence=text), home) for text in ("Eén", "Twee")]
        editing.create(library, Action(what="doen", due=RelativeDate(-1), goals=(goals[1], goals[0])), home)
        activity = editing.create(library, Activity(title="Leergroep"), within)
        editing.create(library, ActivityStep(title="lezen", due=RelativeDate(2)), ("activity", activity))
        editing.create(library, ActivityStep(title="klaar", due=RelativeDate(2), done=True), ("activity", activity))
        weekly = Moment(
            title="bijeenkomst", first_date=RelativeDate(9), rhythm="FREQ=WEEKLY", times=2, activity=activity
        )
        editing.create(library, weekly, within)
        found = due_until(library, TODAY, LAST)
        assert [(each.title, each.day, each.trajectory) for each in found] == [
            ("lezen", None, "Feedback leren"),
            ("doen", day, "Feedback leren"),
            ("bijeenkomst", None, "Feedback leren"),
            ("bijeenkomst", None, "Feedback leren"),
        ]
        assert [each.goal for each in found] == ["", "Twee", "", ""]


def test_what_belongs_to_an_activity_counts_from_the_day_on_which_that_begins(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        within = ("trajectory", editing.create(library, Trajectory(title="Leren", period_start=dt.date(2026, 8, 1))))
        begins = dt.date(2027, 3, 4)
        activity = editing.create(library, Activity(title="Lesson study", begins_on=begins), within)
        editing.create(library, ActivityStep(title="ontwerpen", due=RelativeDate(0)), ("activity", activity))
        editing.create(library, Moment(title="delen", first_date=RelativeDate(1), activity=activity), within)
        editing.create(library, Moment(title="aftrap", first_date=RelativeDate(31)), within)
        found = [(each.title, each.date) for each in due_until(library, TODAY, LAST)]
        kick_off, shared = dt.date(2027, 3, 6), begins + dt.timedelta(weeks=1)
        assert found == [("ontwerpen", begins), ("aftrap", kick_off), ("delen", shared)]
