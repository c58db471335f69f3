"""The library is opened away from the window's thread, with what home shows first."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.store.first_list import day_lines
from studydag.model.store.first_look import school_language
from studydag.model.values.errors import FileMissing, LibraryInUse
from studydag.ui.first_due import read_due
from studydag.ui.opening import Opening
from tests.ui.windows import TODAY

SHORTLY_BEFORE = dt.date(2027, 3, 1)
BROUGHT_BY_THE_THREAD = """
import datetime as dt, json, pathlib, sys, threading
from PySide6.QtWidgets import QApplication
from studydag.language import Language
from studydag.ui.opening import Opening

imported = set()

def note(event, arguments):
    if event == "import" and threading.current_thread() is not threading.main_thread():
        imported.add(arguments[0])

sys.addaudithook(note)
app = QApplication([])
opening = Opening(pathlib.Path(sys.argv[1]), Language.of("nl"), dt.date(2027, 3, 1))
opening.opened.connect(lambda _: opening.go_on())
opening.failed.connect(lambda error: sys.exit(repr(error)))
opening.brought.connect(app.quit)
opening.start()
app.exec()
files = [each for each in imported if each in sys.modules and not hasattr(sys.modules[each], "__path__")]
print(json.dumps([sorted(files), sorted(each for each in sys.modules if each.startswith("studydag.ui."))]))
opening.give_up()
"""


def test_what_home_shows_is_read_ahead(qtbot: QtBot, example_file: Path, language: Language) -> None:
    opening = Opening(example_file, language, SHORTLY_BEFORE)
    with qtbot.waitSignal(opening.opened):
        opening.start()
    library = opening.taken()
    assert library is not None
    with library:
        assert opening.days == day_lines(example_file)
        assert opening.due
        assert opening.due == read_due(library, SHORTLY_BEFORE, language)
    opening.give_up()


def test_the_school_of_a_new_library_speaks_the_language_of_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    opening = Opening(tmp_path / "new.studydag", Language.of("en"), TODAY)
    with qtbot.waitSignal(opening.opened):
        opening.start()
    opening.give_up()
    assert school_language(tmp_path / "new.studydag") == "en"


def test_a_library_that_nobody_takes_is_closed(qtbot: QtBot, example_file: Path, language: Language) -> None:
    first = Opening(example_file, language, TODAY)
    with qtbot.waitSignal(first.opened):
        first.start()
    second = Opening(example_file, language, TODAY)
    with qtbot.waitSignal(second.failed) as refused:
        second.start()
    assert isinstance(refused.args[0], LibraryInUse)
    first.give_up()
    third = Opening(example_file, language, TODAY)
    with qtbot.waitSignal(third.opened):
        third.start()
    third.give_up()


@pytest.mark.parametrize("go_on", [False, True])
def test_a_window_may_close_before_all_is_brought_along(
    go_on: bool, qtbot: QtBot, example_file: Path, language: Language
) -> None:
    opening = Opening(example_file, language, TODAY)
    with qtbot.waitSignal(opening.opened):
        opening.start()
    if go_on:
        opening.go_on()
    opening.give_up()
    assert opening.taken() is None


def test_what_is_missing_can_not_be_looked_at(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    opening = Opening(tmp_path / "none.studydag", language, TODAY, look_only=True)
    with qtbot.waitSignal(opening.failed) as refused:
        opening.start()
    assert isinstance(refused.args[0], FileMissing)
    opening.give_up()


def test_what_holds_qt_is_imported_by_the_thread_of_the_window_alone(example_file: Path) -> None:
    """Two threads that make classes of Qt at once end the process, now and then."""
    command = [sys.executable, "-c", BROUGHT_BY_THE_THREAD, str(example_file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    by_thread, ours = json.loads(done.stdout)
    assert "studydag.model.store.library" in by_thread
    assert [each for each in by_thread if each.startswith("PySide6")] == []
    # That one holds no Qt, and whichever thread needs it first imports it.
    assert {each for each in by_thread if each in ours} <= {"studydag.ui.first_due"}
    assert {"studydag.ui.assembly", "studydag.ui.pages.printing", "studydag.ui.pages.school"} <= set(ours)


def test_what_only_names_types_is_left_to_who_needs_it() -> None:
    # Home builds a page of the school, the pages of a day and the box that finds anything, but not before `ready`.
    later = ("studydag.ui.pages.school", "studydag.ui.day_view", "studydag.ui.finding.find_panel", "holidays")
    code = (
        "from studydag.ui.opening import WITH_A_LIBRARY, _to_import; import sys;"
        f"found = {{*_to_import(WITH_A_LIBRARY), *sys.modules}}; print(sorted(found & {set(later)}))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


def test_what_the_window_is_just_importing_is_left_to_it():
    # Two threads that import each other's halves: one of them meets a module that isn't done yet.
    half_done = (
        "import importlib, sys; from studydag.ui import opening; true = importlib.import_module\n"
        "def fails(name):\n"
        "    if name == 'studydag.model.rules.remedies': raise ImportError(name)\n"
        "    return true(name)\n"
        "importlib.import_module = fails\n"
        "print('studydag.model.rules.remedies' in opening._to_import(['studydag.model.rules.remedies']))"
    )
    done = subprocess.run([sys.executable, "-c", half_done], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "True"
