"""Work that can wait until what the user sees is painted: done in small jobs, between which the window reacts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE = 5
"""In milliseconds: so long what is new waits, so that painting comes first on every system."""


class Idle(QObject):
    """Does jobs one after the other, each in a turn of its own of the event loop."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._jobs: dict[object, Callable[[], object]] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._turn)

    def add(self, key: object, job: Callable[[], object]) -> None:
        """Do a job later, behind those that wait; one that waits under the same key is replaced by it."""
        self._jobs.pop(key, None)
        self._jobs[key] = job
        if not self._timer.isActive():
            self._timer.start(PAUSE)

    def drop(self, key: object) -> None:
        """Do what waits under a key no more."""
        self._jobs.pop(key, None)

    def clear(self) -> None:
        """Do nothing of what waits."""
        self._jobs.clear()
        self._timer.stop()

    def finish(self) -> None:
        """Do at once all that waits, and what comes of it."""
        while self._jobs:
            self.do_next()

    def do_next(self) -> None:
        """Do the first of what waits, if anything does."""
        if self._jobs:
            self._jobs.pop(next(iter(self._jobs)))()

    def _turn(self) -> None:
        self.do_next()
        if self._jobs:
            self._timer.start(0)
