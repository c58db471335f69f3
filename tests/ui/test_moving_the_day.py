"""Moving a study day: what becomes of its dates follows what is typed."""

import datetime as dt

import pytest
from pytestqt.qtbot import QtBot

from studydag.model.values.errors import InvalidValue
from studydag.ui.dialogs.move_day import MoveDayDialog
from studydag.ui.dialogs.new_day import NewDayDialog
from studydag.ui.workspace import Workspace


def test_the_list_follows_a_date_while_it_is_typed(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = MoveDayDialog(workspace)
    qtbot.addWidget(dialog)
    before = dialog.summary.text()
    dialog.date.typed.line.selectAll()
    qtbot.keyClicks(dialog.date.typed.line, "25-")
    assert dialog.summary.text() == before
    qtbot.keyClicks(dialog.date.typed.line, "3")
    assert dialog.summary.text().startswith("Donderdag 25 maart 2027: ")
    # What is no date stays to be mended, and moves nothing.
    dialog.date.typed.line.setText("binnenkort")
    dialog.accept()
    assert dialog.date.typed.line.text() == "binnenkort"
    assert dialog.result() != MoveDayDialog.DialogCode.Accepted
    dialog.close()


def test_the_date_of_a_new_day_without_its_year_lies_ahead(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = NewDayDialog(workspace)
    qtbot.addWidget(dialog)
    ahead = workspace.today() + dt.timedelta(weeks=30)
    for date in (dialog.date, dialog.earlier.date):
        assert date.read(f"{ahead.day}-{ahead.month}") == ahead
        # What can't be read stays to be mended.
        date.typed.line.setText("binnenkort")
        date.typed.finish()
        assert date.typed.line.text() == "binnenkort"
        with pytest.raises(InvalidValue):
            date.must_be_read()
    dialog.close()
