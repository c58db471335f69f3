"""Looks for waste in Python's memory on the window's own thread alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1_000
"""Milliseconds."""


class Collecting(QObject):
    """Python would look for waste on whichever thread makes something, and free widgets on a thread that isn't theirs.

    That ends the process, so it is kept from doing so by itself as long as this stands.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin; what was made until now stays, and isn't looked at."""
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(collect)
        self._timer.start()


def collect() -> None:
    """Look for waste in as many generations as Python itself would."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
