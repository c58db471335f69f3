"""What tests of finding do alike: act in the box, type any letter, open the list."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from studydag.ui.dialogs.find import FindDialog
from studydag.ui.finding.find_panel import FindPanel
from studydag.ui.main_window import MainWindow
from tests.ui.windows import freed, parts


def boxed(window: MainWindow, act: Callable[[FindDialog], None]) -> None:
    """Do something in the box that Ctrl+K opens."""

    def found() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FindDialog)
        try:
            act(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, found)
    parts(window)[0].commands.find()
    freed()


def write(widget: object, text: str) -> None:
    """Send letters that no keyboard of the test has."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))  # type: ignore[arg-type]


def texts(dialog: FindDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def panel_with(window: MainWindow, words: str) -> FindPanel:
    assembly, _ = parts(window)
    assembly.commands.find_all()
    panel = assembly.find_panel
    write(panel.words, words)
    panel.search()
    return panel
