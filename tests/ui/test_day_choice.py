"""The choice of an earlier day keeps up with the day in view and with the days of the library."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.operations import study_days
from studydag.model.store.library import Library
from studydag.ui.widgets.day_choice import DayChoice
from studydag.ui.workspace import Workspace


def titles(field: DayChoice) -> list[str]:
    return [choice.label.split(" (")[0] for choice in field.choices]


def test_r074_a_page_that_was_opened_for_one_day_offers_the_next_day_that_one(
    workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    field = DayChoice(workspace)
    qtbot.addWidget(field)
    assert workspace.day is not None
    first = workspace.day.title
    assert titles(field) == ["–"]
    spring = study_days.create(library, "Spring day")

    QApplication.sendEvent(field.box, QFocusEvent(QEvent.Type.FocusIn))
    assert titles(field) == ["–", "Spring day"]

    workspace.open_day(spring)
    field.show_value("")
    assert titles(field) == ["–", first]
