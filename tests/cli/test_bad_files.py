"""A file that is no library, in every way, given to every command: exit status, one line, and the file untouched."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studydag.model.store.library import Library
from tests.cli.conftest import Run
from tests.cli.libraries import SPOILED, fingerprint

READING = {
    "days": ["days"],
    "days as JSON": ["days", "--json"],
    "show": ["show", "1"],
    "show as JSON": ["show", "1", "--json"],
    "check": ["check", "1"],
    "search": ["search", "les"],
    "documents": ["documents"],
    "export": ["export", "programme", "1", "--out", "{tmp}/programme.ics"],
    "verify": ["verify"],
}
WRITING = {
    "backup": ["backup"],
}


def arguments(words: list[str], tmp_path: Path) -> list[str]:
    return [word.replace("{tmp}", str(tmp_path)) for word in words]


@pytest.fixture
def unchanged(tmp_path: Path) -> Iterator[None]:
    """Hold every file of the test to what it was."""

    def prints() -> dict[Path, str]:
        return {path: fingerprint(path) for path in sorted(tmp_path.rglob("*")) if path.is_file()}

    before = prints()
    yield
    assert prints() == before


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
@pytest.mark.parametrize("words", [*READING.values(), *WRITING.values()], ids=[*READING, *WRITING])
def test_what_is_no_library_is_refused_and_left_alone(
    run: Run, library: Path, tmp_path: Path, spoil, words: list[str]
) -> None:
    spoil(library)
    before = fingerprint(library)
    answer = run(*arguments(words, tmp_path), "--library", library)
    assert answer.status == 3
    assert answer.out == ""
    assert answer.err.startswith("studydag: ")
    assert answer.err.count("\n") == 1
    assert str(library) in answer.err
    assert fingerprint(library) == before
    assert not list(tmp_path.glob("programme*"))


@pytest.mark.parametrize("words", READING.values(), ids=READING.keys())
def test_reading_a_missing_library_makes_nothing(run: Run, tmp_path: Path, words: list[str]) -> None:
    answer = run(*arguments(words, tmp_path), "--library", tmp_path / "sub" / "missing.studydag")
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING.keys())
def test_writing_makes_a_missing_library(run: Run, tmp_path: Path, words: list[str]) -> None:
    path = tmp_path / "sub" / "missing.studydag"
    assert run(*arguments(words, tmp_path), "--library", path).status == 0
    assert run("verify", "--library", path).status == 0


@pytest.mark.parametrize("words", [*READING.values(), *WRITING.values()], ids=[*READING, *WRITING])
def test_a_folder_is_no_library(run: Run, tmp_path: Path, words: list[str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert run(*arguments(words, tmp_path), "--library", folder).status == 3
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("words", READING.values(), ids=READING.keys())
def test_reading_works_beside_a_writer_and_changes_nothing(
    run: Run, library: Path, tmp_path: Path, words: list[str]
) -> None:
    with Library.open(library):
        before = fingerprint(library)
        assert run(*arguments(words, tmp_path), "--library", library).status in {0, 1}
        assert fingerprint(library) == before


@pytest.mark.parametrize("words", WRITING.values(), ids=WRITING.keys())
def test_writing_says_who_has_the_library_open(run: Run, library: Path, tmp_path: Path, words: list[str]) -> None:
    with Library.open(library):
        answer = run(*arguments(words, tmp_path), "--library", library)
    assert answer.status == 4
    assert answer.out == ""
    assert answer.err.count("\n") == 1
