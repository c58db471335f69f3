"""Starts the window: shell first, with the list of days from one small read; the library follows in the background."""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from studydag.language import LANGUAGES, Language
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.qt_texts import speak

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """How to start: on which library, in which language, on what day, and whether only to measure.

    `copy` is a file whose study days may be added. With `speaks_so` the language was asked for, and goes before the
    one that the window remembers.
    """

    library: Path
    language: Language
    today: Callable[[], dt.date]
    now: Callable[[], dt.datetime] = dt.datetime.now
    copy: Path | None = None
    speaks_so: bool = False
    measure: bool = False


def run(start: Start) -> int:
    """Show the window until it is closed; return the exit status."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("StudyDAG")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=True)
    memory = Memory()
    look = Look(application)
    look.set_zoom(memory.zoom)
    look.follow(memory.brightness)
    remembered = memory.language if not start.speaks_so else ""
    language = Language.of(remembered) if remembered in LANGUAGES else start.language
    speak(language.code)
    window = MainWindow(start.library, language, look, memory, start.today, start.now)
    former = sys.excepthook
    sys.excepthook = _Told(window, former)
    meter = _Meter(window) if start.measure else None
    painted = _FirstPaint(window)
    if meter is not None:
        painted.done.connect(meter.note_paint)
    # Not sooner: what opening imports would hold up the first frame.
    painted.done.connect(lambda: window.open_library(start.library))
    window.show()
    if start.copy is not None:
        copy = start.copy
        window.ready.connect(lambda: _offer(window, copy), Qt.ConnectionType.SingleShotConnection)
    status = application.exec()
    sys.excepthook = former
    if meter is not None:
        print(json.dumps(meter.figures), flush=True)  # noqa: T201 - this is what was asked for
    return status


def _offer(window: MainWindow, copy: Path) -> None:
    if window.assembly is not None:
        window.assembly.commands.take_in_path(copy)


class _Told:
    """Tells the user of a bug, once at a time, and lets the window go on; what it does is undone in the library."""

    def __init__(self, window: MainWindow, former: Hook) -> None:
        self._window = window
        self._former = former
        self._is_telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self._former(kind, error, trace)
        if self._is_telling or not isinstance(error, Exception):
            return
        from studydag.ui.dialogs.problems import tell

        self._is_telling = True
        try:
            tell(self._window, error, self._window.language)
        finally:
            self._is_telling = False


class _FirstPaint(QObject):
    """`done` says that the window's first frame is on its way to the screen."""

    done = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return super().eventFilter(watched, event)


class _Meter(QObject):
    """Notes when the window is painted first, and when it is ready; then closes it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.figures: dict[str, int] = {}
        self._window = window
        window.ready.connect(self._on_ready)

    def note_paint(self) -> None:
        """Note that the first frame is there, and what was imported for it."""
        self.figures["first_paint_ms"] = _milliseconds_since_start()

    def _on_ready(self) -> None:
        QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        self.figures["ready_ms"] = _milliseconds_since_start()
        self._window.close()


def _milliseconds_since_start() -> int:
    return round((time.time() - _process_start()) * 1000)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def _process_start() -> float:
        times = [wintypes.FILETIME() for _ in range(4)]
        kernel = ctypes.windll.kernel32
        kernel.GetProcessTimes(kernel.GetCurrentProcess(), *(ctypes.byref(each) for each in times))
        return ((times[0].dwHighDateTime << 32) + times[0].dwLowDateTime) / 1e7 - 11_644_473_600
elif sys.platform == "linux":
    import os

    def _process_start() -> float:
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
        return time.time() - (up - ticks / os.sysconf("SC_CLK_TCK"))
else:
    _IMPORTED = time.time()

    def _process_start() -> float:
        return _IMPORTED
