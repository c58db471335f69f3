"""What is planned in a trajectory on another day."""

import datetime as dt
from pathlib import Path

from studydag.model.operations import editing, study_days
from studydag.model.operations.trajectories import put_later
from studydag.model.store.library import Library
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Activity, ActivityStep, Trajectory


def test_steps_and_moments_come_later_and_go_on_counting_from_where_they_did(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        within = ("trajectory", editing.create(library, Trajectory(title="Leren", period_start=dt.date(2026, 8, 1))))
        activity = editing.create(library, Activity(title="Lesson study", begins_on=dt.date(2026, 12, 11)), within)
        steps = [
            editing.create(library, ActivityStep(title="stap", due=due), ("activity", activity))
            for due in (RelativeDate(2), dt.date(2027, 1, 4), None)
        ]
        moment = editing.create(library, Moment(title="delen", first_date=RelativeDate(1, DateUnit.MONTHS)), within)
        put_later(library, ("activity_step", steps[0]), 7)
        put_later(library, ("activity_step", steps[1]), -3)
        put_later(library, ("activity_step", steps[2]), 1)
        put_later(library, ("moment", moment), 2)
        assert [library.get(ActivityStep, each).due for each in steps] == [RelativeDate(3), dt.date(2027, 1, 1), None]
        assert library.get(Moment, moment).first_date == RelativeDate(33, DateUnit.DAYS)
        library.undo()
        assert library.get(Moment, moment).first_date == RelativeDate(1, DateUnit.MONTHS)


def test_a_study_day_comes_later_with_what_counts_from_it(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        day = study_days.create(library, "Feedback", first_part=Part(position=1, date=dt.date(2027, 3, 11)))
        editing.create(library, Action(what="doen", due=RelativeDate(-1)), ("study_day", day))
        editing.create(library, Action(what="vast", due=dt.date(2027, 3, 1)), ("study_day", day))
        report = put_later(library, ("study_day", day), 7)
        assert library.get(StudyDay, day).parts[0].date == dt.date(2027, 3, 18)
        assert (len(report.moving), len(report.fixed)) == (1, 1)
        # A key that is held down on the year line is one step; what is asked for once more is another one.
        put_later(library, ("study_day", day), 1, gesture=1)
        put_later(library, ("study_day", day), 1, gesture=1)
        put_later(library, ("study_day", day), 1, gesture=2)
        undone = []
        for _step in range(3):
            library.undo()
            undone.append(library.get(StudyDay, day).parts[0].date)
        assert undone == [dt.date(2027, 3, 20), dt.date(2027, 3, 18), dt.date(2027, 3, 11)]
        bare = study_days.create(library, "Nog geen datum")
        assert put_later(library, ("study_day", bare), 7).moving == ()
