"""Starts the window: shell first, with the list of days from one small read; the library follows in the background."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from studydag.language import LANGUAGES, Language
from studydag.resources import resource
from studydag.ui.look import STYLE, Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.qt_texts import speak

if TYPE_CHECKING:
    import datetime as dt

    from studydag.ui.meter import Meter

TURN: Final = 0.0005
"""Seconds for which a thread that reckons may keep the window's waiting, ten times as short as Python's own."""
LATER: Final = 1000
"""Milliseconds after which the window looks whether the program is started again: first comes what somebody does."""
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class Start(NamedTuple):
    """How to start: on which library, in which language, on what day.

    `language` is the code of the one that was asked for; without it the window speaks the one that was chosen in it,
    and where none was, what `school_language` reads. `copy` is a file whose study days may be added. With `measured`
    the window closes as soon as it is ready, and this is told when it was.
    """

    library: Path
    school_language: Callable[[], str]
    today: Callable[[], dt.date]
    now: Callable[[], dt.datetime]
    language: str = ""
    copy: Path | None = None
    measured: Callable[[Meter], object] | None = None


def run(start: Start) -> int:
    """Show the window until it is closed; return the exit status. What can't be measured raises why."""
    give_way()
    be_a_program_of_its_own()
    application = QApplication.instance()
    is_styled = False
    if not isinstance(application, QApplication):
        application = QApplication([*sys.argv[:1], "-style", STYLE])
        is_styled = True
    application.setApplicationName("StudyDAG")
    memory = Memory()
    look = Look(application, is_styled=is_styled)
    look.begin(memory.zoom, memory.brightness)
    codes = (start.language, memory.language, memory.spoken(start.library))
    code = next((code for code in codes if code in LANGUAGES), "") or start.school_language()
    speak(code)
    window = MainWindow(start.library, Language.of(code), look, memory, start.today, start.now)
    former = sys.excepthook
    sys.excepthook = _Told(window, former)
    beginning = Beginning(window, start)
    meter = None
    if start.measured is not None:
        from studydag.ui.meter import Meter

        meter = Meter(window, beginning)
    window.show()
    status = application.exec()
    # Not sooner: the first frame has no need of it.
    from studydag.ui.clipboard import leave_on_clipboard

    leave_on_clipboard()
    sys.excepthook = former
    if start.measured is not None and meter is not None:
        if meter.error is not None:
            raise meter.error
        start.measured(meter)
    return status


if sys.platform == "win32":
    import ctypes

    def be_a_program_of_its_own() -> None:
        """Stand on the taskbar with an icon of its own, and not among the windows of Python."""
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p("StudyDAG.StudyDAG"))
else:

    def be_a_program_of_its_own() -> None:
        """Elsewhere the system goes by the window itself."""


def give_way() -> None:
    """Let the window's thread go first wherever others work beside it: opening, reading, printing."""
    sys.setswitchinterval(TURN)


class Beginning(QObject):
    """Waits for the window's first frame and lets the rest follow it: the list of study days, then the library.

    `painted` says that the frame is there, `listed` that the list is painted in it.
    """

    painted = Signal()
    listed = Signal()

    def __init__(self, window: MainWindow, start: Start) -> None:
        """Wait until the window, which isn't shown yet, is."""
        super().__init__(window)
        self._window = window
        self._start = start
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._go_on)
        return super().eventFilter(watched, event)

    def _go_on(self) -> None:
        self.painted.emit()
        self._speak(self._window.show_days())
        self._window.panel.repaint()
        self.listed.emit()
        # Not sooner: what is imported from here on would hold up the first frame.
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QIcon

        # Of every window, and also where no library can be opened.
        QApplication.setWindowIcon(QIcon(str(resource("icons", "studydag.svg"))))
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, on=True)
        self._window.ready.connect(self._on_ready, Qt.ConnectionType.SingleShotConnection)
        if self._start.measured is None:
            self._window.goes_elsewhere = self._go_elsewhere
        self._window.open_library(self._start.library)
        self._window.look.when_contrast_changes(self._window.follow_system)
        self._window.follow_system()

    def _speak(self, code: str) -> None:
        """Speak the school's language where no other was chosen; the first frame spoke that of the last time."""
        window, memory, library = self._window, self._window.memory, self._start.library
        if self._start.language or memory.language in LANGUAGES or code not in LANGUAGES:
            return
        if code != memory.spoken(library):
            memory.keep_spoken(library, code)
        if code != window.language.code:
            speak(code)
            window.set_language(Language.of(code))

    def _go_elsewhere(self) -> bool:
        from studydag.ui.another_start import bring_to_front

        return bring_to_front(self._start.library, self._window.memory.asked, self._start.copy)

    def _on_ready(self) -> None:
        from studydag.ui.collecting import Collecting

        Collecting(self._window)
        self._window.goes_elsewhere = None
        QTimer.singleShot(LATER, self._window, self._watch)
        self._window.builds_ahead = True
        is_measured = self._start.measured is not None
        if self._start.copy is not None and self._window.assembly is not None and not is_measured:
            # Not within: the window has still to come home.
            take_in = partial(self._window.assembly.commands.take_in_path, self._start.copy)
            QTimer.singleShot(0, self._window, take_in)

    def _watch(self) -> None:
        from studydag.ui.another_start import AnotherStart

        AnotherStart(self._window, self._window.memory.asked)


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
        from studydag.ui.asking.problems import tell

        self._is_telling = True
        try:
            tell(self._window, error, self._window.language)
        finally:
            self._is_telling = False
