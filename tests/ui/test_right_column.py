"""The right column: how the inspector and the checks below it share the height."""

from PySide6.QtWidgets import QSplitter, QWidget
from pytestqt.qtbot import QtBot

from studydag.ui.look import Look
from studydag.ui.panels.right_column import RightColumn
from studydag.ui.workspace import Workspace


def test_an_inspector_that_comes_has_more_room_than_the_checks_until_somebody_shares_it_otherwise(
    qtbot: QtBot, workspace: Workspace, look: Look
):
    column = RightColumn(workspace, look)
    qtbot.addWidget(column)
    column.resize(300, 700)
    column.show()
    column.checks.refresh()
    workspace.idle.finish()
    splitter, inspector = column.findChild(QSplitter), QWidget()
    column.show_inspector(inspector, ())
    above, below = splitter.sizes()
    assert above > below

    splitter.moveSplitter(splitter.minimumHeight() + 250, 1)
    shared = splitter.sizes()
    column.show_inspector(None, ())
    column.show_inspector(inspector, ())
    assert splitter.sizes() == shared
