"""Rows of a list are copied and pasted: once more here, in another study day, as a table, and as lines."""

from pathlib import Path

import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studydag.model.operations import duplicating, editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.goals import Goal, Need
from studydag.model.values.school import Room, SchoolGoal
from studydag.ui.clipboard import leave_on_clipboard
from studydag.ui.look import Look
from studydag.ui.pages.school_lists import makers
from studydag.ui.workspace import Workspace


def test_what_was_copied_comes_to_another_day_without_what_that_day_has_not(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        one, other = (("study_day", study_days.create(library, title)) for title in ("Een", "Twee"))
        school = editing.create(library, SchoolGoal(title="Feedback"))
        need = editing.create(library, Need(statement="Nodig"), one)
        goal = editing.create(library, Goal(sentence="Doen", needs=(need,), school_goals=(school,)), one)
        copied = library.some(Goal, (goal,))
        there, here = (duplicating.take_in(library, copied, day) for day in (other, one))
        made, again = (library.get(Goal, each[0]) for each in (there, here))
        assert (made.sentence, made.needs, made.school_goals) == ("Doen", (), (school,))
        assert (again.needs, again.uid == made.uid) == ((need,), False)


def test_rows_go_to_the_clipboard_as_a_table_and_come_back_as_rows_and_lines_as_new_things(
    workspace: Workspace, look: Look, qtbot: QtBot
):
    rooms = next(make() for listed, make in makers(workspace, look) if listed.value is Room)
    qtbot.addWidget(rooms)
    rooms.refresh()
    rooms.show()
    # Its keys are heard only then; a window of the test before may just be closing.
    rooms.activateWindow()
    qtbot.waitUntil(rooms.isActiveWindow)
    before = workspace.library.every(Room)
    rooms.list.table.selectRow(0)
    actions = {action.objectName(): action for action in rooms.list.table.actions()}
    qtbot.keyClick(rooms.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert workspace.library.every(Room) == before
    assert shiboken6.createdByPython(QGuiApplication.clipboard().mimeData())
    leave_on_clipboard()
    assert not shiboken6.createdByPython(QGuiApplication.clipboard().mimeData())
    cells = QGuiApplication.clipboard().text().split("\t")
    assert cells[:2] == [before[0].name, before[0].building]
    qtbot.keyClick(rooms.list.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rooms.refresh()
    assert [each.name for each in workspace.library.every(Room)] == [*(each.name for each in before), before[0].name]
    mime = QMimeData()
    mime.setText("Zolder\nLokaal 99\n")
    QGuiApplication.clipboard().setMimeData(mime)
    actions["paste"].trigger()
    assert [each.name for each in workspace.library.every(Room)][-2:] == ["Zolder", "Lokaal 99"]
    leave_on_clipboard()
    left = QGuiApplication.clipboard().mimeData()
    assert (left.text(), shiboken6.createdByPython(left)) == ("Zolder\nLokaal 99\n", False)
    QGuiApplication.clipboard().clear()
    actions["paste"].trigger()
    assert [each.name for each in workspace.library.every(Room)][-2:] == ["Zolder", "Lokaal 99"]


def test_what_is_cut_goes_in_one_step_and_comes_back_whole_where_it_is_pasted(
    workspace: Workspace, look: Look, qtbot: QtBot
):
    rooms = next(make() for listed, make in makers(workspace, look) if listed.value is Room)
    qtbot.addWidget(rooms)
    rooms.refresh()
    rooms.show()
    # Its keys are heard only then; a window of the test before may just be closing.
    rooms.activateWindow()
    qtbot.waitUntil(rooms.isActiveWindow)
    before = workspace.library.every(Room)
    table = rooms.list.table
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert workspace.library.every(Room) == before[1:]
    assert QGuiApplication.clipboard().text().startswith(before[0].name)
    workspace.library.undo()
    assert workspace.library.every(Room) == before
    workspace.library.redo()
    rooms.refresh()
    qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    came = {each.uid: each for each in workspace.library.every(Room)}
    assert len(came) == len(before)
    back = came[before[0].uid]
    assert (back.name, back.building) == (before[0].name, before[0].building)
    QGuiApplication.clipboard().clear()


def test_an_action_that_was_cut_keeps_its_state_and_loses_only_what_is_there_no_more(tmp_path: Path):
    with Library.open(tmp_path / "school.studydag", create=True) as library:
        one, other = (("study_day", study_days.create(library, title)) for title in ("Een", "Twee"))
        goal = editing.create(library, Goal(sentence="Doen"), one)
        number = editing.create(library, Action(what="Lesbezoek", goals=(goal,), state=ActionState.DONE), one)
        cut = library.get(Action, number)
        editing.delete(library, Action, number)
        # Its number is free now, and another gets it: that one is not what was cut.
        editing.create(library, Action(what="Iets anders"), one)
        for owner, goals in ((one, (goal,)), (other, ())):
            (made,) = duplicating.take_in(library, [cut], owner)
            back = library.get(Action, made)
            assert (back.what, back.state, back.goals) == ("Lesbezoek", ActionState.DONE, goals)
