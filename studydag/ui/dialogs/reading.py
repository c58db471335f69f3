"""A line in a dialog that reads beside the window: it says what is read, how to stop that, and how to begin again."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from studydag.language import Language
from studydag.model.exchange.importing.reading.wanted import NoLongerWanted, wanted_until
from studydag.ui.announcing import announce

PATIENCE_MS: Final = 200
"""What takes less isn't worth telling."""
LOOK_MS: Final = 10
"""So often the window looks whether it is done."""
NEVER: Final = 1_000_000
BAR: Final = 16
"""Width of the bar that moves, in characters."""


class ReadingLine(QWidget):
    """Does one job at a time in a thread; what nobody waits for any more is dropped. `changed` tells what is shown.

    The thread knows nothing of Qt: what it made is fetched, so that a dialog may be closed and freed meanwhile.
    """

    changed = Signal()
    stopped = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        """Begin with nothing to read, and out of sight."""
        super().__init__(parent)
        self._language = language
        self._wanted: _Work | None = None
        self._under_way: _Work | None = None
        self._told = ""
        self._then: Callable[[Any], None] = _nobody
        self._fail: Callable[[Exception], None] = _nobody
        self._fetching = QTimer(self, interval=LOOK_MS)
        self._fetching.timeout.connect(self._fetch)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._tell)
        self.said = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * BAR)
        self.bar.setAccessibleName(language.gettext("Progress"))
        self.stopping = QPushButton(language.gettext("Stop reading"), self)
        self.stopping.clicked.connect(self._stop_and_say)
        self.again = QPushButton(language.gettext("Read again"), self)
        self.again.clicked.connect(self._begin_again)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.said)
        for button in (self.stopping, self.again):
            button.setAutoDefault(False)
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        self.hide()

    @property
    def is_reading(self) -> bool:
        """Whether something is read that is still waited for."""
        return self._wanted is not None and not self.was_stopped

    @property
    def was_stopped(self) -> bool:
        """Whether the user stopped what was read last."""
        return self._wanted is not None and not self._fetching.isActive()

    def begin(
        self, told: str, job: Callable[[], Any], then: Callable[[Any], None], fail: Callable[[Exception], None]
    ) -> None:
        """Do a job without Qt in the thread, and give what it returns to `then`, or what it raises to `fail`."""
        self._end_under_way()
        self._wanted, self._told, self._then, self._fail = _Work(job), told, then, fail
        self._patience.start()
        self._fetching.start()
        self._start_next()

    def drop(self) -> None:
        """Forget what is read or was stopped: it is not for anybody any more."""
        self._end_under_way()
        self._wanted = None
        self._fetching.stop()
        self._patience.stop()
        if not self.isHidden():
            self.hide()
            self.changed.emit()

    def _end_under_way(self) -> None:
        if self._under_way is not None:
            self._under_way.stop()

    def _start_next(self) -> None:
        """Begin what is wanted, once what was dropped has come to its end: two would only hold each other up."""
        if self._under_way is not None and not self._under_way.is_over:
            return
        self._under_way = self._wanted
        if self._wanted is not None:
            self._wanted.start()

    def _fetch(self) -> None:
        work = self._wanted
        if work is not self._under_way:
            self._start_next()
        elif work is not None and work.is_over:
            self._under_way = None
            self.drop()
            if work.error is not None:
                self._fail(work.error)
            else:
                self._then(work.made)

    def _tell(self) -> None:
        self._show(self._told, is_stopped=False)

    def _stop_and_say(self) -> None:
        self._fetching.stop()
        self._patience.stop()
        self._end_under_way()
        self._show(self._language.gettext("This was not read: you stopped it."), is_stopped=True)
        self.again.setFocus()
        self.stopped.emit()

    def _begin_again(self) -> None:
        """Read it anew, from the start: what was stopped is gone."""
        if self._wanted is not None:
            self._wanted = self._wanted.anew()
        self._fetching.start()
        self._start_next()
        self._tell()
        self.stopping.setFocus()

    def _show(self, text: str, *, is_stopped: bool) -> None:
        self.said.setText(text)
        self.bar.setVisible(not is_stopped)
        self.stopping.setVisible(not is_stopped)
        self.again.setVisible(is_stopped)
        self.show()
        self.changed.emit()
        announce(self, text)


def _nobody(_made: object) -> None:
    """Wait for nothing."""


class _Work:
    """One job and what came of it; it knows nobody who waits, so that its thread never lets go of a widget."""

    def __init__(self, job: Callable[[], Any]) -> None:
        self._job = job
        self._over = threading.Event()
        self._unwanted = threading.Event()
        self._thread = threading.Thread(target=self._run, name="read-programme", daemon=True)
        self.made: Any = None
        self.error: Exception | None = None

    @property
    def is_over(self) -> bool:
        return self._over.is_set()

    def anew(self) -> _Work:
        """Return the same work, not begun."""
        return _Work(self._job)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let the work end at its next step."""
        self._unwanted.set()

    def _run(self) -> None:
        try:
            with suppress(NoLongerWanted), _small_collections(), wanted_until(self._unwanted):
                self.made = self._job()
        except Exception as error:
            self.error = error
        self._over.set()


@contextmanager
def _small_collections() -> Iterator[None]:
    """Look for what can be freed among new things only: to look through all holds every thread up, for long."""
    young, middle, old = gc.get_threshold()
    gc.set_threshold(young, middle, NEVER)
    try:
        yield
    finally:
        # Where another thread had begun before, and may have ended meanwhile, it is that one's to put back.
        if old != NEVER:
            gc.set_threshold(young, middle, old)
