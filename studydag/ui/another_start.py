"""Starting the program once more brings the window to the front in which the library is open already.

The second program leaves a note in a folder of the user's own. The first one watches that folder, and takes the note
away: that is its answer. So no other user can ask, and nothing here needs a network.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from studydag.moving import place_of

if TYPE_CHECKING:
    from studydag.ui.main_window import MainWindow

PATIENCE: Final = 1.5
"""Seconds to wait for an answer: who gives none is busy, or is an older program."""
A_LOOK: Final = 0.02
"""Seconds between two looks whether the note was taken away."""


def bring_to_front(library: Path, folder: Path, copy: Path | None = None, patience: float = PATIENCE) -> bool:
    """Ask the window in which a library is open to come to the front, and to offer a copy; return whether it does."""
    note = _note(library, folder)
    _let_others_come_to_front()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh = note.with_suffix(".new")
        fresh.write_text(json.dumps("" if copy is None else str(copy.absolute())), encoding="utf-8")
        fresh.replace(note)
    except OSError:
        return False
    until = time.monotonic() + patience
    while note.exists() and time.monotonic() < until:
        time.sleep(A_LOOK)
    try:
        note.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        pass
    return False


class AnotherStart(QObject):
    """Brings a window to the front when the program is started again on the library that is open in it."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        """Watch from now on; a note that nobody took away when it was left is none any more."""
        super().__init__(window)
        self._window = window
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            _note(window.path, folder).unlink(missing_ok=True)
            self._watcher.addPath(str(folder))

    def _look(self) -> None:
        workspace = self._window.workspace
        if workspace is None or workspace.library.read_only:
            return
        note, copy = _note(self._window.path, self._folder), ""
        modal = QApplication.activeModalWidget()
        try:
            found = json.loads(note.read_text(encoding="utf-8"))
            copy = found if isinstance(found, str) else ""
            if copy and modal is not None:
                # What is asked there comes first; who started the program is told that it is open.
                return
            note.unlink()
        except (OSError, ValueError):
            return
        self._come_to_front()
        if copy and self._window.assembly is not None:
            QTimer.singleShot(0, self._window, partial(self._window.assembly.commands.take_in_path, Path(copy)))

    def _come_to_front(self) -> None:
        """Show the window, and before it what stood there: a day that is run, or a dialog."""
        own = [self._window, *(each for each in QApplication.topLevelWidgets() if each.isFullScreen())]
        modal = QApplication.activeModalWidget()
        for each in own if modal is None else [*own, modal]:
            if each.isMinimized():
                each.setWindowState(each.windowState() & ~Qt.WindowState.WindowMinimized)
            each.raise_()
            each.activateWindow()


def _note(library: Path, folder: Path) -> Path:
    """Return where a note about a library lies, whichever way that is named."""
    place = str(place_of(library.absolute()).resolve())
    return folder / hashlib.sha256(place.encode(errors="surrogatepass")).hexdigest()[:32]


if sys.platform == "win32":
    import ctypes

    def _let_others_come_to_front() -> None:
        """Pass on the right to come to the front, which Windows gives to the program that was just started."""
        ctypes.windll.user32.AllowSetForegroundWindow(ctypes.c_uint32(0xFFFFFFFF))
else:

    def _let_others_come_to_front() -> None:
        """Elsewhere a program may come to the front by itself."""
