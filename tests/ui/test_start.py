"""The window starts with its shell: what it needs for the first frame is little, and what follows loses nothing."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studydag.app import has_screen
from studydag.language import Language
from studydag.model.values.day_status import DayStatus
from studydag.ui.first_words import short_date, status

HEAVY = {"sqlalchemy", "babel", "msgspec", "dateutil", "holidays", "reportlab", "icalendar", "rapidfuzz"}
AT_FIRST_PAINT = """
import json, sys, datetime as dt
from pathlib import Path
from studydag.language import Language
from studydag.ui import launch

class Listing(launch._Meter):
    def note_paint(self):
        print(json.dumps(sorted(sys.modules)))
        super().note_paint()

launch._Meter = Listing
start = launch.Start(
    library=Path(sys.argv[1]), language=Language.of("nl"), today=lambda: dt.date(2026, 11, 23), measure=True
)
sys.exit(launch.run(start))
"""


def run(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {**os.environ, "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8", env=settings)


def test_the_first_frame_needs_nothing_heavy(example_file: Path, tmp_path: Path):
    done = run("-c", AT_FIRST_PAINT, str(example_file), folder=tmp_path)

    modules = set(json.loads(done.stdout.splitlines()[0]))
    ours = {name for name in modules if name.startswith("studydag.model")}
    assert HEAVY & {name.partition(".")[0] for name in modules} == set()
    assert not any(name.startswith(("studydag.model.operations", "studydag.model.rules")) for name in ours)
    assert "studydag.model.values.study_day" not in ours


def test_measure_start_prints_both_times_and_closes(example_file: Path, tmp_path: Path):
    done = run("-m", "studydag", "--library", str(example_file), "--measure-start", folder=tmp_path)

    figures = json.loads(done.stdout)
    assert done.returncode == 0
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
