"""Opens the library in the background, after the first paint, and brings along what is slow to import."""

from __future__ import annotations

import datetime as dt
import importlib
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studydag.language import Language
    from studydag.model.operations.due import DueLine
    from studydag.model.store.first_list import DayLine
    from studydag.model.store.library import Library

WITH_A_DAY: Final = (
    "studydag.model.rules.checks",
    "studydag.model.rules.balance",
    "studydag.ui.panels.right_column",
    "studydag.ui.day_view",
    "studydag.ui.pages.overview",
    "studydag.ui.timeline.timeline",
    "studydag.ui.pages.programme",
    "studydag.ui.pages.goals",
    "studydag.ui.pages.follow_up",
    "studydag.ui.pages.choices",
    "studydag.ui.pages.people",
    "studydag.ui.pages.effect",
    "studydag.ui.pages.printing",
    "studydag.ui.pages.school",
)
"""What is needed as soon as a study day is opened, in that order."""
TURN: Final = 0.0005
"""Seconds that this thread may hold up the window's, at each of the many calls in which that lets it go first."""


class Opening(QObject):
    """Opens one library in a thread. `opened` carries it, `failed` the error; both on the window's own thread.

    `brought` comes after `go_on`, when all that a study day needs is there.

    Once it is open, `days` is the list of study days and `due` what home shows first; None where that failed.
    """

    opened = Signal(object)
    failed = Signal(object)
    brought = Signal()

    def __init__(
        self, path: Path, language: Language, today: dt.date, *, look_only: bool = False, parent: QObject | None = None
    ) -> None:
        """Begin with `start`."""
        super().__init__(parent)
        self.days: tuple[DayLine, ...] | None = None
        self.due: tuple[DueLine, ...] | None = None
        self._path = path
        self._language = language
        self._today = today
        self._look_only = look_only
        self._library: Library | None = None
        self._is_given_up = False
        self._may_go_on = threading.Event()
        self._thread = threading.Thread(target=self._run, name="open-library", daemon=True)

    def start(self) -> None:
        """Open the library now; a missing one is made."""
        self._thread.start()

    def taken(self) -> Library | None:
        """Return the library to who asks first: from then on it is theirs to close."""
        library, self._library = self._library, None
        return library

    def go_on(self) -> None:
        """Bring along what the first study day needs, now that the window has nothing else to do."""
        self._may_go_on.set()

    def give_up(self) -> None:
        """Wait until it is open or has failed, and close what nobody has taken."""
        self._is_given_up = True
        self._may_go_on.set()
        if self._thread.ident is not None:
            self._thread.join()
        library = self.taken()
        if library is not None:
            library.close()

    def _run(self) -> None:
        try:
            with _short_turns():
                library = _open(self._path, look_only=self._look_only)
                # Whoever shows it reads it again, and meets the same error there.
                with suppress(Exception):
                    self._read_ahead(library)
        except Exception as error:
            self.failed.emit(error)
            return
        self._library = library
        self.opened.emit(self)
        self._may_go_on.wait()
        with _short_turns():
            for name in WITH_A_DAY:
                if self._is_given_up:
                    return
                importlib.import_module(name)
            _warm_up()
        if not self._is_given_up:
            self.brought.emit()

    def _read_ahead(self, library: Library) -> None:
        from studydag.model.operations.setting import read_setting
        from studydag.model.store.first_list import day_lines
        from studydag.model.values.study_day import StudyDay
        from studydag.ui.pages.home import read_due

        self.days = day_lines(self._path)
        self.due = read_due(library, self._today, self._language)
        # The window reads it again, but then what that takes is written and worked out: statements, holidays.
        read_setting(library, StudyDay())


def _warm_up() -> None:
    """Do once what takes long the first time alone: durations are read by patterns that have to be compiled."""
    from studydag.model.rules.durations import read_minutes

    read_minutes("1 uur")


@contextmanager
def _short_turns() -> Iterator[None]:
    """Let the window's thread go first within half a millisecond, ten times as soon as Python does by itself."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _open(path: Path, *, look_only: bool) -> Library:
    # All that the window needs once it is painted is imported here, not in its thread.
    import studydag.ui.assembly
    import studydag.ui.workspace  # noqa: F401
    from studydag.model.store.library import Library

    if look_only:
        return Library.look(path)
    return Library.open(path, create=True)
