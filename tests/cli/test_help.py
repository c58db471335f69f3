"""Help and complaints, in both languages and without a library."""

import sys
from pathlib import Path

import pytest

from studydag.cli.commands import COMMANDS
from tests.cli.conftest import Run

EVERY = [command.name for command in COMMANDS]


def test_the_help_names_every_command_and_every_exit_status(run: Run) -> None:
    answer = run("--help", "--language", "en")
    assert answer.status == 0
    assert answer.err == ""
    listed = [
        line.split()[0] for line in answer.out.split("Commands:")[1].split("\n\n")[0].splitlines() if line[2:3].strip()
    ]
    assert listed == EVERY
    statuses = answer.out.split("Exit status:")[1].split("\n\n")[0]
    assert [line.split()[0] for line in statuses.splitlines() if line.startswith("  ") and line[2] != " "] == [*"01234"]


@pytest.mark.parametrize("command", EVERY)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_command_explains_itself(run: Run, command: str, language: str) -> None:
    answer = run(command, "--help", "--language", language)
    assert answer.status == 0
    assert answer.out.startswith(f"{'Gebruik' if language == 'nl' else 'Usage'}: studydag {command}")
    assert all(len(line) <= 100 for line in answer.out.splitlines())


def test_dutch_and_english_help_differ_in_every_sentence(run: Run) -> None:
    dutch = {line.strip() for line in run("--help", "--language", "nl").out.splitlines()}
    english = {line.strip() for line in run("--help", "--language", "en").out.splitlines()}
    assert {line for line in dutch & english if len(line.split()) > 4} == set()


def test_a_dash_and_an_h_ask_for_help_as_well(run: Run) -> None:
    assert run("-h").out == run("--help").out
    assert run("days", "-h").out == run("--help", "days").out


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out.startswith("StudyDAG 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["dyas"], "Did you mean days?"),
        (["nothing-like-it"], "no command ‘nothing-like-it’"),
        (["import"], "needs FILE"),
        (["days", "1"], "does not know what to do with ‘1’"),
        (["show"], "needs DAY"),
        (["search"], "needs WORDS"),
        (["export", "programme"], "needs DAY"),
        (["export", "programme", "1"], "needs --out"),
        (["days", "--out", "x"], "has no option --out"),
        (["--json"], "--json needs a command"),
        (["days", "--today", "2027-02-30"], "--today takes a date"),
        (["a.studydag", "b.studydag"], "one too many"),
    ],
)
def test_wrong_use_is_said_in_one_line_and_ends_with_2(run: Run, arguments: list[str], words: str) -> None:
    answer = run("--language", "en", *arguments)
    assert answer.status == 2
    assert answer.out == ""
    assert words in answer.err
    assert answer.err.count("\n") == 1


def test_a_language_that_is_not_there_is_wrong_use(run: Run) -> None:
    answer = run("days", "--language", "fr")
    assert answer.status == 2
    assert "nl, en" in answer.err


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no window can be opened."""
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.usefixtures("no_screen")
def test_without_a_screen_the_window_is_no_crash_but_a_line(run: Run, library: Path) -> None:
    for arguments in ([], ["--measure-start"], [library]):
        answer = run(*arguments, "--language", "en")
        assert answer.status == 2
        assert "studydag --help" in answer.err
        assert answer.err.count("\n") == 1
        assert answer.out == ""


def test_a_copy_that_is_not_there_can_not_be_opened(run: Run, library: Path) -> None:
    assert run(library.with_name("missing.studydag")).status == 3
