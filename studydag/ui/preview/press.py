"""The press: makes documents and draws their pages in one thread of its own, the newest wish first."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.ui.preview.orders import Made, Order, content_of, made, version_of
from studydag.ui.preview.raster import picture_of


@dataclass(frozen=True, slots=True)
class Wish:
    """A page (from nought) to be drawn, so many pixels wide."""

    data: bytes
    page: int
    width: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was drawn."""

    wish: Wish
    picture: QImage


Job = Callable[[Callable[[int], None]], Any]
"""Work of another kind; it may tell how far it is."""


class Press(QObject):
    """Works as long as there is work, then its thread ends; one that is working is waited for when the program ends.

    `made` carries a Made, `failed` an Order (None: of drawing) and its error, `drawn` a Drawn, `done` the number of a
    job with its result or error, `progressed` the number of a job and how far it is. It has no parent: whoever listens
    may go at any time.
    """

    made = Signal(object)
    failed = Signal(object, object)
    drawn = Signal(object)
    done = Signal(int, object)
    progressed = Signal(int, int)

    def __init__(self) -> None:
        """Begin with nothing to do."""
        super().__init__()
        self._lock = threading.Lock()
        self._working = False
        self._thread: threading.Thread | None = None
        self._order: Order | None = None
        self._wishes: deque[Wish] = deque()
        self._jobs: deque[tuple[int, Job]] = deque()
        self._count = 0
        self._last: Made | None = None
        self._content: tuple[StudyDay, Setting, str] | None = None

    def make(self, order: Order) -> None:
        """Make a document; an order that was not begun yet is forgotten for this one."""
        with self._lock:
            self._order = order
        self._wake()

    def draw(self, wishes: Sequence[Wish]) -> None:
        """Draw pages; earlier wishes that were not begun yet are forgotten."""
        with self._lock:
            self._wishes = deque(wishes)
        self._wake()

    def run(self, job: Job) -> int:
        """Do a job, in its turn, whatever happens to the window; return its number."""
        with self._lock:
            self._count += 1
            number = self._count
            self._jobs.append((number, job))
        self._wake()
        return number

    def stop(self) -> None:
        """Forget what is only to be looked at; jobs are finished."""
        with self._lock:
            self._order = None
            self._wishes.clear()

    def finish(self) -> None:
        """Wait until all work is done; what came of it is told as always, by signals."""
        if self._thread is not None:
            self._thread.join()

    def _wake(self) -> None:
        with self._lock:
            if self._working:
                return
            self._working = True
        self._thread = threading.Thread(target=self._work, name="press")
        self._thread.start()

    def _work(self) -> None:
        while (step := self._next()) is not None:
            step()

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            if self._order is not None:
                order, self._order = self._order, None
                return lambda: self._make(order)
            if self._jobs:
                number, job = self._jobs.popleft()
                return lambda: self._do(number, job)
            if self._wishes:
                wish = self._wishes.popleft()
                return lambda: self._draw(wish)
            self._working = False
            return None

    def _make(self, order: Order) -> None:
        try:
            found = self._made(order)
        except Exception as error:
            self.failed.emit(order, error)
        else:
            self._last = found
            self.made.emit(found)

    def _made(self, order: Order) -> Made:
        content = self._content_of(order)
        last = self._last
        # Keeping a version changes nothing on the pages: they have its number already.
        if last is not None and last.version == version_of(order, content) and last.order.asks_the_same_as(order):
            return replace(last, order=replace(order, printed=last.order.printed))
        return made(order, content)

    def _content_of(self, order: Order) -> str:
        if self._content is None or self._content[0] is not order.day or self._content[1] is not order.setting:
            self._content = (order.day, order.setting, content_of(order.day, order.setting))
        return self._content[2]

    def _draw(self, wish: Wish) -> None:
        try:
            picture = picture_of(wish.data, wish.page, wish.width)
        except Exception as error:
            self.failed.emit(None, error)
        else:
            self.drawn.emit(Drawn(wish, picture))

    def _do(self, number: int, job: Job) -> None:
        result: Any
        try:
            result = job(lambda step: self.progressed.emit(number, step))
        except Exception as error:
            result = error
        self.done.emit(number, result)
