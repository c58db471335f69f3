"""Opens the whole window in tests, and waits for it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.assembly import Assembly
from studydag.ui.look import Look
from studydag.ui.main_window import WINDOW, MainWindow
from studydag.ui.memory import Memory
from studydag.ui.workspace import Workspace

TODAY = dt.date(2026, 11, 23)


def open_window(qtbot: QtBot, look: Look, path: Path, code: str = "nl") -> MainWindow:
    """Open the window on a library, its settings beside it."""
    memory = Memory(path.with_name("window.ini"))
    window = MainWindow(path, Language.of(code), look, memory, lambda: TODAY, lambda: dt.datetime(2026, 11, 23, 12))
    if memory.state(WINDOW).isEmpty():
        # The screen of a test is smaller than any there is.
        window.resize(1366, 820)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.open_library(path)
    return window


def parts(window: MainWindow) -> tuple[Assembly, Workspace]:
    """Return what a window with an open library is made of."""
    assert window.assembly is not None
    assert window.workspace is not None
    return window.assembly, window.workspace


def save_after(line: QWidget, pause: int) -> None:
    """Have what is typed in a line saved at another pause, in milliseconds."""
    (saving,) = line.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    saving.setInterval(pause)


def freed() -> None:
    """Let Qt free what is to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def title_line(window: MainWindow) -> QLineEdit:
    """Return where the title of the day in view is typed."""
    page = parts(window)[0].day_view.show_page("overview")
    return page.form.field("title").line


Kind = TypeVar("Kind", bound=QWidget)


def in_view(within: QWidget, kind: type[Kind]) -> Iterator[Kind]:
    """Return the widgets of a kind that are shown within one that is shown itself, and that one; not other windows."""
    waiting = [within]
    while waiting:
        widget = waiting.pop()
        if isinstance(widget, kind):
            yield widget
        inner = [each for each in widget.children() if isinstance(each, QWidget)]
        waiting += [each for each in reversed(inner) if each.isVisible() and not each.isWindow()]
