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
from studydag.model.values.programme import Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay

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
