"""The command line, called in this process, on a copy of one library."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from studydag.app import main
from tests.cli.libraries import fill


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may find the library of whoever runs it, nor take over the system's language."""
    for variable in ("HOME", "XDG_DATA_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    """Have Python look for waste again after a command that starts the window: that one keeps it from doing so."""
    yield
    gc.enable()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command in this process."""

    def call(*arguments: str | Path) -> Answer:
        status = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Answer(int(status), said.out, said.err)

    return call


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return that library's bytes: making it takes longer than copying it."""
    return fill(tmp_path_factory.mktemp("library") / "school.studydag").read_bytes()


@pytest.fixture
def library(tmp_path: Path, made_once: bytes) -> Path:
    """Return the path of a library with one study day, its id 1."""
    path = tmp_path / "school.studydag"
    path.write_bytes(made_once)
    return path
