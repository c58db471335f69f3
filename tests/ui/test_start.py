"""The window starts with its shell: what it needs for the first frame is little, and what follows loses nothing."""

import datetime as dt
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydag.app import has_screen
from studydag.folders import LIBRARY_NAME
from studydag.language import Language
from studydag.model.operations.editing import change
from studydag.model.store.library import Library
from studydag.model.values.day_status import DayStatus
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.school import School
from studydag.ui.first_words import short_date, short_dates, status
from studydag.ui.launch import Beginning, Start
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.qt_texts import speak
from tests.ui.windows import TODAY

PLACES = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
"""Where a user's own folders are said to lie; on Windows to platformdirs alone."""
OURS = """
    studydag studydag.app studydag.catalogue studydag.folders studydag.language studydag.resources
    studydag.cli studydag.cli.places
    studydag.model studydag.model.values studydag.model.values.languages studydag.model.values.phases
    studydag.model.values.wording
    studydag.ui studydag.ui.launch studydag.ui.layouts studydag.ui.layouts.current_stack studydag.ui.look
    studydag.ui.main_window studydag.ui.memory studydag.ui.meter
    studydag.ui.opening studydag.ui.panels studydag.ui.panels.library_panel studydag.ui.qt_texts studydag.ui.shell
    studydag.ui.style_sheet
"""
"""What of ours the first frame may need; `meter` only measures."""
OTHERS = f"studydag platformdirs unicodedata copy gc {'ctypes locale' if sys.platform == 'win32' else ''}"
"""What it may need of others, besides what an empty Qt window needs."""
NAMESPACES = ["QtCore.Qt", "QtWidgets.QStyle"]
"""PySide makes a class with all its enums when it is first named; these two have hundreds."""
LISTING = """
import json, sys

def list_modules():
    from PySide6 import QtCore, QtGui, QtWidgets
    made = [f"{each.__name__[8:]}.{name}" for each in (QtCore, QtGui, QtWidgets) for name in vars(each)]
    print(json.dumps([sorted(sys.modules), made]), flush=True)
"""
AT_FIRST_PAINT = f"""
{LISTING}
from studydag.app import open_own_library
from studydag.ui import launch

class Listing(launch.Beginning):
    def _go_on(self):
        list_modules()
        super()._go_on()

launch.Beginning = Listing
sys.exit(open_own_library(measured=lambda meter: None))
"""
IN_EMPTY_WINDOW = f"""
{LISTING}
from benchmarks import bare_window

bare_window.Painted.tell = lambda self: (list_modules(), bare_window.QApplication.quit())
sys.exit(bare_window.main())
"""


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, **dict.fromkeys(PLACES, str(folder)), "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=settings)


def at_first_paint(script: str, folder: Path) -> tuple[set[str], set[str]]:
    """Return the modules that were imported by then, and the classes of Qt that were made."""
    done = run("-c", script, folder=folder)
    modules, classes = json.loads(done.stdout.splitlines()[0])
    return set(modules), set(classes)


def test_the_first_frame_needs_little_more_than_an_empty_window(example_file: Path, tmp_path: Path):
    copied = tmp_path / "StudyDAG" / LIBRARY_NAME
    copied.parent.mkdir()
    shutil.copyfile(example_file, copied)
    Memory(tmp_path / "StudyDAG" / "window.ini").keep_spoken(copied, "nl")
    modules, classes = at_first_paint(AT_FIRST_PAINT, tmp_path)
    needed, _ = at_first_paint(IN_EMPTY_WINDOW, tmp_path)

    more = {name.partition(".")[0] for name in modules - needed}
    assert {name for name in modules if name.partition(".")[0] == "studydag"} - set(OURS.split()) == set()
    assert {name for name in more if not name.startswith("_")} - set(OTHERS.split()) == set()
    assert classes.isdisjoint(NAMESPACES)


@pytest.mark.parametrize(("chosen", "spoken"), [("", "en"), ("nl", "nl")])
def test_the_first_frame_speaks_as_last_time_and_then_as_the_school_unless_one_chose(
    chosen: str, spoken: str, qtbot: QtBot, look: Look, school_file: Path, tmp_path: Path
):
    with Library.open(school_file) as library:
        change(library, School, 1, language=DocumentLanguage.ENGLISH)
    memory = Memory(tmp_path / "window.ini")
    memory.language = chosen
    memory.keep_spoken(school_file, "nl")
    start = Start(library=school_file, school_language=lambda: "en", today=lambda: TODAY, now=dt.datetime.now)
    window = MainWindow(school_file, Language.of("nl"), look, memory, start.today, start.now)
    qtbot.addWidget(window)
    with qtbot.waitSignal(Beginning(window, start).listed):
        window.show()

    assert window.language == Language.of(spoken)
    assert window.panel.list.model().rowCount() > 1
    assert memory.spoken(school_file) == spoken
    assert not window.windowIcon().isNull()
    window.close()
    speak("nl")


@pytest.mark.parametrize("is_new", [False, True])
def test_measure_start_prints_both_times_and_closes(is_new: bool, example_file: Path, tmp_path: Path):
    path = tmp_path / "new.studydag" if is_new else example_file
    # Whether to add a copy is not asked of nobody.
    copy = [str(example_file)] if is_new else []
    done = run("-m", "studydag", *copy, "--library", str(path), "--measure-start", folder=tmp_path)

    figures = json.loads(done.stdout)
    assert done.returncode == 0
    assert list(figures) == ["first_paint_ms", "ready_ms"]
    assert 0 < figures["first_paint_ms"] <= figures["ready_ms"]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so_and_does_not_abort(tmp_path: Path):
    done = run(
        "-m", "studydag", folder=tmp_path, DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="", LC_ALL="en_GB.UTF-8"
    )

    assert done.returncode == 2
    assert done.stderr.startswith("There is no screen here")
    assert has_screen("win32", {})
    assert has_screen("linux", {"WAYLAND_DISPLAY": "wayland-0"})


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_first_words_are_those_that_follow(code: str):
    language = Language.of(code)
    days = [dt.date(2026, 1, 1) + dt.timedelta(days=number) for number in range(366)]

    assert [short_date(day, language) for day in days] == [language.short_date(day) for day in days]
    assert [status(each, language) for each in DayStatus] == [language.member(each) for each in DayStatus]


def test_dates_of_one_study_day_are_written_together():
    dutch, english = Language.of("nl"), Language.of("en")
    first = dt.date(2027, 3, 11)

    def written(*later: int, language: Language = dutch) -> str:
        return short_dates([first, *(first + dt.timedelta(days=each) for each in later)], language)

    assert written() == written(0) == "do 11 mrt 2027"
    assert (written(1), written(1, 2)) == ("11–12 mrt 2027", "11–13 mrt 2027")
    assert (written(7), written(7, 14)) == ("11 en 18 mrt 2027", "11, 18 en 25 mrt 2027")
    assert written(28) == "11 mrt en 8 apr 2027"
    assert written(7, 14, 21) == "11 mrt – 1 apr 2027"
    assert written(365, language=english) == "11 Mar 2027 and 10 Mar 2028"


@pytest.mark.parametrize("own", [False, True], ids=["named", "one's own"])
def test_where_the_library_can_not_be_opened_measuring_says_so_and_ends(tmp_path: Path, own: bool):
    library = tmp_path / "StudyDAG" / LIBRARY_NAME
    library.parent.mkdir()
    library.write_bytes(b"no library")
    arguments = [] if own else ["--library", str(library)]
    done = run("-m", "studydag", "--measure-start", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert f"studydag: {library}" in done.stderr
    assert "Traceback" not in done.stderr
