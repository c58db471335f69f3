"""The list of days for the first frame: right, and light."""

import subprocess
import sys
from datetime import date

from studydag.model.store.first_list import day_lines
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.programme import Part
from studydag.model.values.study_day import DayStatus, StudyDay


def test_days_come_by_date_with_open_actions_and_those_without_a_date_last(library: Library) -> None:
    with library.change("add") as writer:
        writer.add(StudyDay(title="zonder datum"))
        writer.add(StudyDay(title="mei", parts=(Part(date=date(2027, 5, 25)),), status=DayStatus.DESIGN))
        done = Action(what="klaar", state=ActionState.DONE)
        two_parts = (Part(date=date(2027, 3, 12), position=1), Part(date=date(2027, 3, 11)))
        writer.add(StudyDay(title="maart", parts=two_parts, actions=(Action(what="open"), done)))
    lines = day_lines(library.path)
    assert [line.title for line in lines] == ["maart", "mei", "zonder datum"]
    assert lines[0].dates == (date(2027, 3, 11), date(2027, 3, 12))
    assert lines[0].open_actions == 1
    assert lines[1].status is DayStatus.DESIGN


def test_the_first_list_imports_neither_sqlalchemy_nor_the_study_day() -> None:
    heavy = ("sqlalchemy", "msgspec", "babel", "dateutil", "reportlab", "holidays", "studydag.model.values.study_day")
    code = f"import sys, studydag.model.store.first_list; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"
