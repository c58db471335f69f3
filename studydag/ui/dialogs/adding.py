"""Adds a large programme in pieces, between which the window draws and the user may stop it: one step all the same."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget

from studydag.language import Language

PATIENCE = 400
"""Milliseconds before the progress is shown."""


Events = QEventLoop.ProcessEventsFlag


_TYPES = QEvent.Type
_INPUT = frozenset(
    {_TYPES.KeyPress, _TYPES.KeyRelease, _TYPES.Shortcut, _TYPES.ShortcutOverride, _TYPES.InputMethod, _TYPES.Wheel}
    | {_TYPES.MouseButtonPress, _TYPES.MouseButtonRelease, _TYPES.MouseButtonDblClick, _TYPES.ContextMenu}
    | {_TYPES.TabletPress, _TYPES.TouchBegin, _TYPES.Drop, _TYPES.FileOpen}
)


class AddingStopped(Exception):
    """The user stopped it: nothing of it stays."""


class _OthersWait(QObject):
    """Lets nobody else write, and nothing close, while a programme is written: only its progress is worked with.

    A timer whose turn is taken goes off again once this is over: so what was typed is kept then, and idle jobs are
    done. Keys and clicks in other windows do nothing. Whoever closes a window or quits stops the writing first.
    """

    def __init__(self, progress: QProgressDialog) -> None:
        super().__init__(progress)
        self._progress = progress

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back what is for another object than the progress and could make it write."""
        kind = event.type()
        if kind not in _INPUT and kind not in {_TYPES.Timer, _TYPES.Close, _TYPES.Quit}:
            return False
        if self._is_progress(watched):
            return False
        if kind in {_TYPES.Close, _TYPES.Quit}:
            event.ignore()
            self._progress.cancel()
        return True

    def _is_progress(self, watched: QObject) -> bool:
        above: QObject | None = watched
        while above is not None:
            if above is self._progress or above is self._progress.windowHandle():
                return True
            above = above.parent()
        return False


def add_in_pieces(add: Callable[[Callable[[int, int], None]], int], window: QWidget, language: Language) -> int | None:
    """Let `add` write, and tell how many of how many rows it has; return what it returns, or None where it was stopped.

    What stops it is raised within its transaction, which so leaves nothing behind. Nobody else writes meanwhile.
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

    application = QApplication.instance()
    assert application is not None
    others = _OthersWait(progress)
    application.installEventFilter(others)
    try:
        return add(come_on)
    except AddingStopped:
        return None
    finally:
        application.removeEventFilter(others)
        progress.reset()
        progress.deleteLater()
