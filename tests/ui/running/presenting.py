"""What tests of the day itself do alike: a clock of their own, keys, dialogs that a key opens."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self, day: StudyDay) -> None:
        part = day.parts[0]
        assert part.date is not None
        self.now = dt.datetime.combine(part.date, part.start)

    def __call__(self) -> dt.datetime:
        return self.now

    def go(self, minutes: float) -> None:
        self.now += dt.timedelta(minutes=minutes)


def press(qtbot: QtBot, view: RunWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(view, key)


def blocks(workspace: Workspace) -> list[Block]:
    assert workspace.day is not None
    part = workspace.day.parts[0].id
    return [block for block in workspace.day.blocks if block.part == part]


def during(dialog_class: type[QDialog], act: Callable[[QDialog], None], run: Callable[[], object]) -> None:
    """Do something in a dialog that `run` opens."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, dialog_class)
        act(dialog)

    QTimer.singleShot(0, found)
    run()
