"""Measures the start of the window: when it is painted, when it can be worked in, and how long it was deaf between."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

if TYPE_CHECKING:
    from studydag.ui.launch import Beginning
    from studydag.ui.main_window import MainWindow

TICK = 5
"""Milliseconds between two looks at whether the window's thread is free."""


class Meter(QObject):
    """Notes when the window is painted first, when the list of study days is, and when it is ready; then closes it.

    Where the library can't be opened, `error` says why.
    The moments are seconds since 1970, `longest_gap` is the longest time, in seconds, that the window could not answer
    between the first of them and the last.
    """

    def __init__(self, window: MainWindow, beginning: Beginning) -> None:
        """Begin before the window is shown."""
        super().__init__(window)
        self.first_paint = 0.0
        self.listed = 0.0
        self.ready = 0.0
        self.longest_gap = 0.0
        self.error: Exception | None = None
        self._window = window
        self._ticked = 0.0
        self._ticks = QTimer(self, interval=TICK)
        self._ticks.timeout.connect(self._tick)
        beginning.painted.connect(self._on_paint)
        beginning.listed.connect(self._on_list)
        window.ready.connect(self._on_ready)
        window.failed.connect(self._on_failed)

    def _on_paint(self) -> None:
        self.first_paint = self._ticked = time.time()
        self._ticks.start()

    def _on_list(self) -> None:
        self.listed = time.time()

    def _tick(self) -> None:
        now = time.time()
        self.longest_gap = max(self.longest_gap, now - self._ticked)
        self._ticked = now

    def _on_ready(self) -> None:
        QTimer.singleShot(0, self._finish)

    def _on_failed(self, error: Exception) -> None:
        """End at once: there is nobody to read of it in the window."""
        self.error = error
        QCoreApplication.quit()

    def _finish(self) -> None:
        self.ready = time.time()
        self._tick()
        self._ticks.stop()
        self._window.close()


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    def process_start() -> float:
        """Return when this process was started, in seconds since 1970."""
        times = [wintypes.FILETIME() for _ in range(4)]
        kernel = ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.GetProcessTimes(wintypes.HANDLE(kernel.GetCurrentProcess()), *(ctypes.byref(each) for each in times))
        return ((times[0].dwHighDateTime << 32) + times[0].dwLowDateTime) / 1e7 - 11_644_473_600
elif sys.platform == "linux":
    import os

    def process_start() -> float:
        """Return when this process was started, in seconds since 1970; the system counts in hundredths."""
        ticks = int(Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text(encoding="ascii").split()[0])
        return time.time() - (up - ticks / os.sysconf("SC_CLK_TCK"))
else:
    _IMPORTED = time.time()

    def process_start() -> float:
        """Return when this file was imported, in seconds since 1970, as the nearest that can be known."""
        return _IMPORTED
