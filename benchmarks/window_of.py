"""The real window, offscreen, on a library of which one study day is as large as a day may be."""

from __future__ import annotations

import compileall
import datetime as dt
import gc
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import studydag
from benchmarks.library_of import library_of
from studydag.language import Language
from studydag.model.exchange.generate import generated_day
from studydag.model.operations.exchange import load_day
from studydag.model.store.library import Library
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import DayStatus, StudyDay
from studydag.ui.assembly import Assembly
from studydag.ui.collecting import Collecting
from studydag.ui.day_view import DayView
from studydag.ui.launch import give_way
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.qt_texts import speak
from studydag.ui.workspace import Workspace

BLOCKS = 400
TODAY = dt.date(2026, 11, 23)


class OpenWindow:
    """A window with its day in view, and what it is made of."""

    def __init__(self, application: QApplication, window: MainWindow, day: int) -> None:
        """Bring the day into view."""
        assert window.assembly is not None
        assert window.workspace is not None
        self.application = application
        self.window = window
        self.assembly: Assembly = window.assembly
        self.workspace: Workspace = window.workspace
        self.day_id = day

    @property
    def day(self) -> StudyDay:
        """The day in view."""
        assert self.workspace.day is not None
        return self.workspace.day

    @property
    def pages(self) -> DayView:
        """The pages of the day."""
        return self.assembly.day_view

    def settle(self, milliseconds: int = 150) -> None:
        """Let everything that waits be done."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


@contextmanager
def open_window(days: int = 20, blocks: int = BLOCKS, *, width: int = 1600, height: int = 1000) -> Iterator[OpenWindow]:
    """Open the window on a library of some study days, and one more with so many blocks."""
    # As it is where the program was installed.
    compileall.compile_dir(Path(studydag.__file__).parent, quiet=2)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    # As where the program was started.
    give_way()
    speak("nl")
    look = Look(application)
    look.dress(dark=False)
    with tempfile.TemporaryDirectory() as folder:
        path = library_of(days, Path(folder) / "school.studydag")
        day = large_day(path, blocks)
        memory = Memory(Path(folder) / "window.ini")
        window = MainWindow(path, Language.of("nl"), look, memory, lambda: TODAY, dt.datetime.now)
        # As where the program was started.
        window.builds_ahead = True
        window.resize(width, height)
        window.show()
        loop = QEventLoop()
        window.ready.connect(loop.quit)
        window.open_library(path)
        loop.exec()
        opened = OpenWindow(application, window, day)
        Collecting(window)
        try:
            yield opened
        finally:
            gc.unfreeze()
            gc.enable()
            window.close()
            window.deleteLater()
            application.processEvents()


def large_day(path: Path, blocks: int) -> int:
    """Add a lifelike study day that is being designed, and fill its part with blocks like its own up to so many."""
    with Library.open(path, check=False) as library:
        made = generated_day(1, 11, DocumentLanguage.DUTCH)
        # A whole day, so that no block lies beyond it.
        parts = tuple(replace(part, start=dt.time(6), end=dt.time(5, 30)) for part in made.day.parts)
        loaded = replace(made, day=replace(made.day, status=DayStatus.DESIGN, parts=parts))
        number = load_day(library, loaded)
        day = library.get(StudyDay, number)
        own = [block for block in day.blocks if block.round is None and not block.pinned_start]
        more = [
            replace(
                own[place % len(own)],
                id=-place - 1,
                uid="",
                title=f"{own[place % len(own)].title} {place + 1}",
                part=_part(day.parts).id,
                position=10_000_000 + 1000 * place,
                minutes=2 + place % 3,
                leads=(),
                materials=(),
                resources=(),
                repeats=None,
                kind=Block().kind,
            )
            for place in range(blocks - len(day.blocks))
        ]
        with library.change("fill") as writer:
            writer.add_all(more, ("study_day", number), {})
        library.forget_undo()
    return number


def _part(parts: tuple[Part, ...]) -> Part:
    return parts[0]
