"""What only a process of its own shows: bytes, pipes, signals, and what is imported."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from studydag.model.store.library import Library
from tests.cli.libraries import TITLE

COMMAND = [sys.executable, "-m", "studydag"]


def studydag(
    *arguments: str | Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], check=False, capture_output=True, env={**os.environ, **(environment or {})}
    )


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
        {"PYTHONIOENCODING": "ascii:strict"},
    ],
    ids=["LANG=C", "cp1252", "ascii"],
)
def test_output_is_utf8_whatever_the_system_says(library: Path, environment: dict[str, str]) -> None:
    done = studydag("days", "--library", library, environment=environment)
    assert done.returncode == 0
    assert TITLE in done.stdout.decode("utf-8")
    wrong = studydag("show", "ż", "--library", library, environment=environment)
    assert wrong.returncode == 2
    assert "‘ż’" in wrong.stderr.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a pipe that breaks is a matter of POSIX")
def test_a_broken_pipe_is_silent(library: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        done = subprocess.run(
            [*COMMAND, "show", "1", "--json", "--library", library], check=False, stdout=pipe, stderr=subprocess.PIPE
        )
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said(library: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "days", "--library", library], check=False, stdout=full, stderr=subprocess.PIPE
        )
    assert done.returncode == 3
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no signal to one process")
def test_ctrl_c_is_silent() -> None:
    code = (
        "import os, signal, sys; from studydag.cli import running\n"
        # In the background of a shell nothing is heard of it.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def stop(call): os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.exit(running.main([], stop))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == b""


@pytest.mark.skipif(os.name != "posix", reason="Windows sends no signal to one process")
def test_ctrl_c_is_silent_while_the_command_line_is_still_imported() -> None:
    code = (
        "import signal, sys; from studydag import app\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "class Stop:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'studydag.cli.running': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.exit(app.main(['days']))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["show", "--help"], ["nonsense"], ["show"], ["days", "--library", "nowhere.studydag"]]
)
def test_help_and_complaints_wait_for_nothing(arguments: list[str]) -> None:
    heavy = ("sqlalchemy", "reportlab", "holidays", "icalendar", "msgspec", "babel", "studydag.model.values.study_day")
    code = f"import sys; from studydag.app import main; main(sys.argv[1:]); print([*filter(sys.modules.get, {heavy})])"
    done = subprocess.run([sys.executable, "-c", code, *arguments], check=False, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_library_that_another_process_has_open_is_read_but_not_written(library: Path, tmp_path: Path) -> None:
    with Library.open(library):
        assert studydag("days", "--library", library).returncode == 0
        assert studydag("backup", "--library", library).returncode == 4
    assert studydag("backup", "--library", library).returncode == 0


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="Windows has no such file")
def test_a_document_goes_down_a_pipe(library: Path) -> None:
    done = studydag("export", "programme", "1", "--out", "/dev/stdout", "--library", library)
    assert done.returncode == 0
    assert done.stdout.startswith(b"%PDF")


@pytest.mark.skipif(os.name != "posix", reason="the shell closes the streams")
def test_closed_streams_stop_nothing(library: Path, tmp_path: Path) -> None:
    path = tmp_path / "programme.ics"
    line = f'"{sys.executable}" -m studydag export programme 1 --out "{path}" --library "{library}" <&- >&- 2>&-'
    assert subprocess.run(line, check=False, shell=True).returncode == 0
    assert path.exists()


def test_a_bug_shows_no_traceback_but_with_debug(library: Path) -> None:
    code = (
        "import sys; from studydag.cli import running\n"
        "def broken(call): raise ZeroDivisionError('of all things')\n"
        "sys.exit(running.main(sys.argv[1:], broken))"
    )
    plain = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert plain.returncode == 3
    assert "of all things" in plain.stderr
    assert plain.stderr.count("\n") == 1
    shown = subprocess.run([sys.executable, "-c", code, "--debug"], check=False, capture_output=True, text=True)
    assert "Traceback" in shown.stderr


def test_the_module_and_the_function_are_the_same(library: Path) -> None:
    assert studydag("days", "--library", library).returncode == 0
    assert studydag("days", "--library", "nowhere.studydag").returncode == 3
