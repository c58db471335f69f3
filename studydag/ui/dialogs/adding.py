"""Adds a large programme in pieces, between which the window draws and the user may stop it: one step all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from studydag.language import Language

PATIENCE = 400
"""Milliseconds before the progress is shown."""


Events = QEventLoop.ProcessEventsFlag


class AddingStopped(Exception):
    """The user stopped it: nothing of it stays."""


def add_in_pieces(add: Callable[[Callable[[int, int], None]], int], window: QWidget, language: Language) -> int | None:
    """Let `add` write, and tell how many of how many rows it has; return what it returns, or None where it was stopped.

    What stops it is raised within its transaction, which so leaves nothing behind.
    """
    progress = QProgressDialog(language.gettext("Adding the programme…"), language.gettext("Cancel"), 0, 0, window)
    # Nor is Enter to stop anything.
    for button in progress.findChildren(QPushButton):
        button.setAutoDefault(False)
    progress.setWindowTitle(language.gettext("Paste or import a programme"))
    progress.setWindowModality(Qt.WindowModality.WindowModal)
    progress.setMinimumDuration(PATIENCE)

    def come_on(written: int, whole: int) -> None:
        progress.setMaximum(whole + 1)
        # Not to the end: it would close, and what follows the writing takes a while as well.
        progress.setValue(written)
        # Until it is seen there is nothing to click, and the dialog below it isn't to be clicked.
        all_events, no_clicks = Events.AllEvents, Events.ExcludeUserInputEvents
        QApplication.processEvents(all_events if progress.isVisible() else no_clicks)
        if progress.wasCanceled():
            raise AddingStopped

    try:
        return add(come_on)
    except AddingStopped:
        return None
    finally:
        progress.reset()
        progress.deleteLater()
