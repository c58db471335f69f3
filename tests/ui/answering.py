"""Answers dialogs in tests, as people do."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot


def with_dialog(act: Callable[[QDialog], object], run: Callable[[], object]) -> None:
    """Run what shows a dialog, and act on it once it is there; and let it not stay, whatever happens."""
    failed: list[BaseException] = []

    waiting = QTimer(interval=5)

    def reach() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or not dialog.isActiveWindow():
            return
        waiting.stop()
        try:
            assert isinstance(dialog, QDialog)
            act(dialog)
        except BaseException as error:
            failed.append(error)
        if shiboken6.isValid(dialog) and dialog.isVisible():
            dialog.close()

    waiting.timeout.connect(reach)
    waiting.start()
    try:
        run()
        assert not waiting.isActive(), "no dialog appeared"
    finally:
        # It would act on the dialog of another test.
        waiting.stop()
    if failed:
        raise failed[0]


def type_in(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    """Type in a line as people do, and leave it."""
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Tab)
