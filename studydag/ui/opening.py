"""Opens the library in the background, after the first paint, and brings along what is slow to import.

Modules without Qt are imported in the thread. Those with Qt are imported by the window's own thread, a few at a time:
PySide makes each of its classes when it is first named, and when two threads do so at once the process ends.
"""

from __future__ import annotations

import dis
import importlib
import itertools
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    import datetime as dt

    from studydag.language import Language
    from studydag.model.operations.due import DueLine
    from studydag.model.store.first_list import DayLine
    from studydag.model.store.library import Library

WITH_A_LIBRARY: Final = ("studydag.ui.workspace", "studydag.ui.assembly")
"""What the window is built of around a library."""
WITH_A_DAY: Final = (
    "studydag.model.rules.checking",
    "studydag.model.rules.time.balance",
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
    "studydag.ui.widgets.cycle_cards",
    "studydag.ui.finding.find_panel",
    "studydag.ui.dialogs.find",
    "studydag.ui.results.forms",
    "studydag.ui.results.taking_in",
    "studydag.ui.dialogs.import_people",
    "studydag.ui.dialogs.importing",
)
"""What is needed as soon as a study day is opened, in that order."""
AT_A_TIME: Final = 0.008
"""Seconds for which the window's thread imports, before it looks at what else there is to do."""
WITH_QT: Final = ("studydag.ui.", "PySide6.")
TYPED: Final = "TYPE_CHECKING"


class Opening(QObject):
    """Opens one library in a thread. `opened` carries it, `failed` the error; both on the window's own thread.

    `brought` comes after `go_on`, when all that a study day needs is there.

    Once it is open, `days` is the list of study days and `due` what home shows first; None where that failed.
    """

    opened = Signal(object)
    failed = Signal(object)
    brought = Signal()
    _found = Signal(object, object)
    """Which modules the window's thread has to import, and what to tell once it has."""

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
        self._waiting: list[str] = []
        self._then: list[str] = []
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._import_some)
        self._found.connect(self._import_these)
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
        self._timer.stop()
        self._may_go_on.set()
        if self._thread.ident is not None:
            self._thread.join()
        library = self.taken()
        if library is not None:
            library.close()

    def _run(self) -> None:
        try:
            self._found.emit(_to_import(WITH_A_LIBRARY), "")
            library = _open(self._path, self._language, look_only=self._look_only)
            # Whoever shows it reads it again, and meets the same error there.
            with suppress(Exception):
                self._read_ahead(library)
        except Exception as error:
            self.failed.emit(error)
            return
        self._library = library
        self._found.emit([], "opened")
        self._may_go_on.wait()
        if self._is_given_up:
            return
        found = _to_import(WITH_A_DAY)
        _warm_up()
        self._found.emit(found, "brought")

    def _import_these(self, names: list[str], then: str) -> None:
        self._waiting += names
        self._then += [then] if then else []
        self._timer.start()

    def _import_some(self) -> None:
        """Import a few modules, and tell once all are there."""
        until = time.perf_counter() + AT_A_TIME
        while self._waiting and time.perf_counter() < until:
            importlib.import_module(self._waiting.pop(0))
        if self._waiting:
            return
        self._timer.stop()
        told, self._then = self._then, []
        for each in told:
            if self._is_given_up:
                return
            if each == "opened":
                self.opened.emit(self)
            else:
                self.brought.emit()

    def _read_ahead(self, library: Library) -> None:
        from studydag.model.operations.setting import read_setting
        from studydag.model.store.first_list import day_lines
        from studydag.model.values.study_day import StudyDay
        from studydag.ui.first_due import read_due

        self.days = day_lines(self._path)
        self.due = read_due(library, self._today, self._language)
        # The window reads it again, but then what that takes is written and worked out: statements, holidays.
        read_setting(library, StudyDay())


def _to_import(names: Iterable[str]) -> list[str]:
    """Import what these modules need that holds no Qt, and return the rest in the order in which it can follow."""
    order: dict[str, None] = {}
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in sys.modules or name in seen:
            return
        seen.add(name)
        if not name.startswith(WITH_QT):
            try:
                importlib.import_module(name)
            except ImportError:
                # The window's thread is just importing the same: half of it is there. It can have it in its turn.
                order[name] = None
            return
        for each in _imports(name) if name.startswith("studydag.") else ():
            visit(each)
        order[name] = None

    for name in names:
        visit(name)
    return list(order)


def _imports(name: str) -> Iterator[str]:
    """Return which of our modules and of Qt's a module of ours needs to be imported, without importing it."""
    spec = find_spec(name)
    loader: Any = None if spec is None else spec.loader
    code = loader.get_code(name) if hasattr(loader, "get_code") else None
    if code is not None:
        unneeded = _for_types_alone(code)
        for each in code.co_names:
            if each.startswith(("studydag.", *WITH_QT)) and each not in unneeded:
                yield each


def _for_types_alone(code: CodeType) -> frozenset[str]:
    """Return what a module imports below `if TYPE_CHECKING:`, which stands in its code although it never runs."""
    if TYPED not in code.co_names:
        return frozenset()
    steps = dis.get_instructions(code)
    # Its name, and the jump past all that stands below it.
    next((step for step in steps if step.opname == "LOAD_NAME" and step.argval == TYPED), None)
    jump = next((step for step in steps if "JUMP" in step.opname), None)
    if jump is None:
        return frozenset()
    within = itertools.takewhile(lambda step: step.offset < jump.argval, steps)
    return frozenset(step.argval for step in within if step.opname == "IMPORT_NAME")


def _warm_up() -> None:
    """Do once what takes long the first time alone: durations are read by patterns that have to be compiled."""
    from studydag.model.rules.time.durations import read_minutes

    read_minutes("1 uur")


def _open(path: Path, language: Language, *, look_only: bool) -> Library:
    from studydag.model.store.library import Library, Parties
    from studydag.model.values.languages import DocumentLanguage
    from studydag.moving import Patience

    parties = Parties(patience=Patience(wait=_wait))
    if look_only:
        return Library.look(path, parties=parties)
    # What a newcomer prints is in the language that they read.
    return Library.open(path, create=True, language=DocumentLanguage(language.code), parties=parties)


def _wait(seconds: float) -> None:
    """Wait for a file that another program holds; where that is the window's own thread, it goes on drawing."""
    if threading.current_thread() is not threading.main_thread():
        time.sleep(seconds)
        return
    from studydag.ui.keeping_alive import keep_alive

    keep_alive(seconds)
