"""Building in pieces: what takes long to build is built bit by bit, and the window reacts in between."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

from studydag.ui.idle import LATE, Idle

Pieces = Iterator[None]
"""Builds something; wherever it gives way, the window may react first."""

PAUSE, REST = 250, 10
"""In milliseconds: before the first piece of what nobody waits for yet, and between two."""


class Building:
    """Goes through the pieces of one thing, one at a time or all at once."""

    def __init__(self, pieces: Pieces) -> None:
        """Begin with none of them."""
        self._pieces = pieces
        self._is_busy = False
        self.is_done = False

    def go_on(self) -> bool:
        """Build the next piece; return whether there is another. From within a piece nothing more is built."""
        if self.is_done or self._is_busy:
            return not self.is_done
        self._is_busy = True
        try:
            next(self._pieces)
        except StopIteration:
            self.is_done = True
        finally:
            self._is_busy = False
        return not self.is_done

    def pieces(self) -> Pieces:
        """Build what is left as pieces of something larger."""
        while self.go_on():
            yield

    def finish(self) -> None:
        """Build all that is left."""
        while not self._is_busy and self.go_on():
            pass


class Ahead(QObject):
    """Builds what will be looked at later, a piece at a time, while nothing else waits to be done."""

    def __init__(self, idle: Idle, parent: QObject | None = None) -> None:
        """Let what waits in `idle` go first."""
        super().__init__(parent)
        self._idle = idle
        self._buildings: list[Building] = []
        self._due = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)

    def build(self, pieces: Pieces) -> None:
        """Build this as well, after what was asked for before."""
        self._buildings.append(Building(pieces))
        self._due = time.perf_counter() + PAUSE / 1000
        self._timer.start(PAUSE)

    def clear(self) -> None:
        """Build nothing more."""
        self._buildings.clear()
        self._timer.stop()

    def _turn(self) -> None:
        now, due = time.perf_counter(), self._due
        self._due = now + REST / 1000
        self._timer.setInterval(REST)
        # What came late came right after something else: what waits for that goes first.
        if self._idle.is_busy or now > due + LATE:
            return
        first = self._buildings[0]
        if not first.go_on():
            # It may have been told meanwhile to build nothing more.
            self._buildings = [each for each in self._buildings if each is not first]
        if not self._buildings:
            self._timer.stop()
