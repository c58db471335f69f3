"""Work that can wait until what the user sees is painted: done in small jobs, between which the window reacts."""

from __future__ import annotations

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 5
"""In milliseconds: so long what is new waits, so that painting comes first on every system."""
BETWEEN = 1
"""In milliseconds: between two jobs events are handled, and what they changed is painted."""
LATE = 0.004
"""In seconds: a turn that comes so late came right after something else that took long."""


class Idle(QObject):
    """Does jobs one after the other, each in a turn of its own of the event loop. `began` says which one begins."""

    began = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._jobs: dict[Callable[[], object], None] = {}
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._turn)
        self._due = 0.0
        self._gave_way = False

    def add(self, job: Callable[[], object]) -> None:
        """Do a job later, behind those that wait; where it waits already, it goes to the end.

        The method of an object that Qt deleted meanwhile is left out.
        """
        self._jobs.pop(job, None)
        self._jobs[job] = None
        if not self._timer.isActive():
            self._wait(PAUSE)

    @property
    def is_busy(self) -> bool:
        """Whether anything waits."""
        return bool(self._jobs)

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
        if not self._jobs:
            return
        job = next(iter(self._jobs))
        del self._jobs[job]
        owner = getattr(job, "__self__", None)
        if not isinstance(owner, QObject) or shiboken6.isValid(owner):
            self.began.emit(job)
            job()

    def _wait(self, milliseconds: int) -> None:
        self._due = time.perf_counter() + milliseconds / 1000
        self._timer.start(milliseconds)

    def _turn(self) -> None:
        if self._gives_way():
            self._wait(BETWEEN)
            return
        self.do_next()
        if self._jobs:
            self._wait(BETWEEN)

    def _gives_way(self) -> bool:
        """Whether a turn should go by because the window was busy until now, and has events waiting; never twice."""
        self._gave_way = not self._gave_way and time.perf_counter() > self._due + LATE
        return self._gave_way
