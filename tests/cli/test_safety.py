"""Backups, going back to one, and looking everything through."""

from pathlib import Path

from studydag.model.store.backups import backups_of
from studydag.model.store.library import Library
from tests.cli.conftest import Run


def test_verify_counts_what_is_there(run: Run, library: Path) -> None:
    answer = run("verify", "--library", library, "--language", "en")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out == (
        f"{library} is sound: 1 study day, 7 blocks, 1 goal, 2 actions, 1 moment, 1 measure, 1 person.\n"
    )


def test_a_backup_is_a_library_and_its_path_is_printed(run: Run, library: Path) -> None:
    answer = run("backup", "--library", library)
    assert (answer.status, answer.err) == (0, "")
    path = Path(answer.out.strip())
    assert path in [backup.path for backup in backups_of(library)]
    assert run("days", "--library", path).out == run("days", "--library", library).out


def test_one_command_makes_one_backup(run: Run, library: Path) -> None:
    run("backup", "--library", library)
    assert len(backups_of(library)) == 1


def test_backups_are_listed_without_opening_the_library(run: Run, library: Path) -> None:
    assert run("backup", "--list", "--library", library, "--language", "en").out == (
        "There are no backups of this library yet.\n"
    )
    path = Path(run("backup", "--library", library).out.strip())
    with Library.open(library):
        answer = run("backup", "--list", "--library", library)
    assert answer.status == 0
    assert answer.out.startswith("  1  ")
    assert str(path) in answer.out
