"""A file that is no library, in every way, given to every command: exit status, one line, and the file untouched."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studydag.cli.arguments import Exit
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
    "copy": ["copy", "--out", "{tmp}/programme.studydag"],
    "complete copy": ["copy", "--complete", "--out", "{tmp}/programme.studydag"],
}
WRITING = {
    "load": ["load", "{tmp}/day.json"],
    "import": ["import", "{tmp}/day.txt"],
    "add": ["add", "{tmp}/copy.studydag"],
    "backup": ["backup"],
    "generate": ["generate", "--days", "1"],
}


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, made_once: bytes) -> None:
    """Put beside the library what some commands read."""
    (tmp_path / "day.json").write_text('{"title": "A day"}', encoding="utf-8")
    (tmp_path / "day.txt").write_text("9.00 Opening", encoding="utf-8")
    (tmp_path / "copy.studydag").write_bytes(made_once)


def arguments(words: list[str], tmp_path: Path) -> list[str]:
    return [word.replace("{tmp}", str(tmp_path)) for word in words]


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
@pytest.mark.parametrize("words", [*READING.values(), *WRITING.values()], ids=[*READING, *WRITING])
def test_what_is_no_library_is_refused_and_left_alone(
    run: Run, library: Path, tmp_path: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    spoil(library)
    before = fingerprint(library)
    answer = run(*arguments(words, tmp_path), "--library", library)
    assert answer.status == 3
    assert answer.out == ""
    assert answer.err.startswith("studydag: ")
    # Only of one that is damaged within verify has more to tell.
    assert answer.err.count("\n") == 1 or (words == ["verify"] and spoil is SPOILED["corrupt"])
    assert str(library) in answer.err
    assert fingerprint(library) == before
    assert not list(tmp_path.glob("programme*"))


@pytest.mark.parametrize("words", READING.values(), ids=READING.keys())
def test_reading_a_missing_library_makes_nothing(run: Run, tmp_path: Path, words: list[str]) -> None:
    before = sorted(tmp_path.rglob("*"))
    answer = run(*arguments(words, tmp_path), "--library", tmp_path / "sub" / "missing.studydag")
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


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


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
@pytest.mark.parametrize("words", [["add"], ["restore"]], ids=["add", "restore"])
def test_a_copy_or_backup_that_is_none_is_refused_and_nothing_changes(
    run: Run, library: Path, tmp_path: Path, spoil: Callable[[Path], None], words: list[str]
) -> None:
    given = tmp_path / "copy.studydag"
    spoil(given)
    before = fingerprint(library), fingerprint(given)
    answer = run(*words, given, "--library", library)
    assert answer.status == 3
    assert answer.err.count("\n") == 1
    assert str(given) in answer.err
    assert (fingerprint(library), fingerprint(given)) == before


@pytest.mark.parametrize("words", [["add"], ["restore"], ["load"]], ids=["add", "restore", "load"])
def test_for_a_file_that_is_missing_no_library_is_made(run: Run, tmp_path: Path, words: list[str]) -> None:
    answer = run(*words, tmp_path / "missing.studydag", "--library", tmp_path / "new.studydag")
    assert answer.status == 3
    assert not (tmp_path / "new.studydag").exists()


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_the_example_is_not_put_over_a_file_that_is_no_library(
    run: Run, library: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(library)
    before = fingerprint(library)
    assert run("demo", "--out", tmp_path / "demo", "--library", library).status == 3
    assert fingerprint(library) == before


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_a_spoiled_library_can_be_restored(
    run: Run, library: Path, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(library)
    answer = run("restore", tmp_path / "copy.studydag", "--library", library)
    assert (answer.status, answer.err) == (0, "")
    assert run("show", "1", "--library", library).status == 0


@pytest.mark.parametrize("name", ["", " ", "a" * 4000, "a/" * 2500, "/"])
@pytest.mark.parametrize(
    "words", [["days"], ["verify"], ["generate", "--days", "1"], ["backup"], ["backup", "--list"], ["restore", "1"]]
)
def test_a_name_that_no_library_can_have_is_refused_in_plain_words(run: Run, words: list[str], name: str) -> None:
    answer = run(*words, "--library", name, "--language", "en")
    assert answer.status == (Exit.CANNOT_READ if name == "/" else Exit.WRONG_USE)
    assert "--debug" not in answer.err
    assert len(answer.err) < 200


@pytest.mark.parametrize("name", ["", "a" * 4000])
@pytest.mark.parametrize(
    "words",
    [["demo", "--out"], ["copy", "--out"], ["export", "programme", "1", "--out"], ["load"], ["import"], ["add"]],
)
def test_so_is_one_that_no_other_file_can_have(run: Run, library: Path, words: list[str], name: str) -> None:
    answer = run(*words, name, "--library", library, "--language", "en")
    assert answer.status == Exit.WRONG_USE
    assert "name" in answer.err.lower() or "called" in answer.err
    assert "--debug" not in answer.err


def test_a_backup_with_an_impossible_name_is_refused(run: Run, library: Path) -> None:
    answer = run("restore", "a" * 4000, "--library", library, "--language", "en")
    assert answer.status == Exit.WRONG_USE
    assert "--debug" not in answer.err


def test_a_list_of_sign_ups_that_is_one_endless_line_is_refused(run: Run, library: Path, tmp_path: Path) -> None:
    endless = tmp_path / "endless.csv"
    endless.write_bytes(b"\0" * 200_000)
    answer = run("allot", "1", "--registrations", endless, "--library", library, "--language", "en")
    assert answer.status == Exit.CANNOT_READ
    assert "--debug" not in answer.err
