"""Backups, going back to one, and looking everything through."""

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studydag.model.store.backups import backups_of
from studydag.model.store.library import Library
from studydag.model.store.migrations import VERSION
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


def test_a_backup_is_restored_by_number_name_or_path(run: Run, library: Path) -> None:
    path = Path(run("backup", "--library", library).out.strip())
    before = run("days", "--library", library).out
    for name in (path, path.name, "1"):
        run("generate", "--days", "1", "--library", library)
        if name == "1":
            run("backup", "--library", library)
        answer = run("restore", name, "--library", library, "--language", "en")
        assert (answer.status, answer.err) == (0, "")
        assert str(library) in answer.out
        if name != "1":
            assert run("days", "--library", library).out == before


def test_a_library_that_is_gone_is_restored(run: Run, library: Path) -> None:
    before = run("days", "--library", library).out
    path = Path(run("backup", "--library", library).out.strip())
    library.unlink()
    assert run("restore", path.name, "--library", library).status == 0
    assert run("days", "--library", library).out == before


def test_nothing_is_restored_over_a_library_in_use(run: Run, library: Path) -> None:
    path = Path(run("backup", "--library", library).out.strip())
    with Library.open(library):
        assert run("restore", path, "--library", library).status == 4


def test_an_unknown_backup_is_wrong_use(run: Run, library: Path) -> None:
    for name in ("1", "7", "yesterday", "0"):
        answer = run("restore", name, "--library", library, "--language", "en")
        assert answer.status == 2
        assert "studydag backup --list" in answer.err


def test_a_folder_is_no_backup(run: Run, library: Path, tmp_path: Path) -> None:
    for name in (tmp_path, f"{tmp_path}/", "."):
        answer = run("restore", name, "--library", library, "--language", "en")
        assert answer.status == 3
        assert "it is a folder" in answer.err


def test_a_link_to_a_library_has_its_lock_and_its_backups_go_into_the_library(
    run: Run, library: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link" / "school.studydag"
    link.parent.mkdir()
    link.symlink_to(library)
    path = Path(run("backup", "--library", link).out.strip())
    with Library.open(library):
        assert run("generate", "--days", "1", "--library", link).status == 4
        assert run("restore", path, "--library", link).status == 4
        assert run("days", "--library", link).status == 0
    assert run("generate", "--days", "1", "--library", link).status == 0
    assert run("restore", path, "--library", link).status == 0
    assert link.is_symlink()
    assert len(json.loads(run("days", "--json", "--library", library).out)) == 1
    library.write_bytes(b"spoiled")
    assert run("restore", path, "--library", link).status == 0
    assert link.is_symlink()
    assert run("verify", "--library", library).status == 0


def test_links_in_a_circle_are_refused_and_stay(run: Run, library: Path, tmp_path: Path) -> None:
    link = tmp_path / "circle.studydag"
    link.symlink_to(link)
    for words in (["generate", "--days", "1"], ["backup"], ["restore", str(library)], ["days"]):
        answer = run(*words, "--library", link, "--language", "en")
        assert answer.status == 3
        assert "should not have" not in answer.err
    page = tmp_path / "circle.txt"
    page.symlink_to(page)
    answer = run("export", "programme", "1", "--out", page, "--library", library, "--language", "en")
    assert answer.status == 3
    assert page.is_symlink()
    # What clears the folder away afterwards trips over them.
    link.unlink()
    page.unlink()


def test_a_backup_is_made_though_the_clock_was_set_back(run: Run, library: Path) -> None:
    earlier = Path(run("backup", "--library", library).out.strip())
    ahead = earlier.with_name("school 2099-01-01 080000 start.studydag")
    earlier.rename(ahead)
    path = Path(run("backup", "--library", library).out.strip())
    assert path != ahead
    assert path.is_file()


def test_of_damage_is_said_in_plain_words_what_it_is_in_and_what_to_do(run: Run, library: Path) -> None:
    whole = library.read_bytes()
    backup = Path(run("backup", "--library", library).out.strip())
    with closing(sqlite3.connect(library, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints=ON")
        raw.execute("UPDATE block SET minutes=9999")
        raw.execute("UPDATE goal SET level='heaven'")
    answer = run("verify", "--library", library, "--language", "nl")
    assert (answer.status, answer.out) == (3, "")
    first, kinds, remedy, *details = answer.err.splitlines()
    assert first == f"studydag: {library} is beschadigd. Er is niets in veranderd."
    assert "blokken" in kinds
    assert "doelen" in kinds
    assert "studydag restore 1" in remedy
    assert len(details) > 1
    # That there is something to go back to is said only where there is.
    backup.write_bytes(b"spoiled")
    assert "restore 1" not in run("verify", "--library", library, "--language", "nl").err
    backup.unlink()
    library.write_bytes(whole[:-4096] + bytes(4096))
    answer = run("verify", "--library", library, "--language", "en")
    assert answer.status in {0, 3}
    assert "database" not in "".join(answer.err.splitlines()[:3])


def test_a_library_of_which_sqlite_says_what_is_no_text_is_put_aside_for_a_backup(run: Run, library: Path) -> None:
    backup = Path(run("backup", "--library", library).out.strip())
    with closing(sqlite3.connect(library, isolation_level=None)) as raw:
        raw.execute("PRAGMA writable_schema=ON")
        raw.execute(
            "UPDATE sqlite_master SET sql=CAST(replace(CAST(sql AS BLOB),x'5245464552454e434553',x'bf5246') AS TEXT) "
            "WHERE name='moment'"
        )
    assert run("days", "--library", library).status == 3
    answer = run("restore", backup, "--library", library)
    assert (answer.status, answer.err) == (0, "")
    assert run("verify", "--library", library).status == 0


def test_of_a_damaged_index_of_search_is_said_that_it_comes_back_by_itself(run: Run, library: Path) -> None:
    with closing(sqlite3.connect(library, isolation_level=None)) as raw:
        raw.execute("UPDATE search_text_data SET block=x'ffffffffffffffffffff' WHERE id>10")
    for command in ("verify", "search Rekenen"):
        answer = run(*command.split(), "--library", library, "--language", "en")
        assert (answer.status, answer.out) == (3, "")
        assert "index that search uses is damaged" in answer.err
        assert "restore" not in answer.err.lower()
    assert run("days", "--library", library).status == 0
    assert run("backup", "--library", library).status == 0
    assert run("verify", "--library", library).status == 0
    assert "Rekenen" in run("search", "Rekenen", "--library", library).out


def test_a_file_that_only_begins_as_a_library_is_not_restored(run: Run, library: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.studydag"
    with closing(sqlite3.connect(other)) as raw:
        raw.execute(f"PRAGMA application_id={int.from_bytes(b'SDAG', 'big')}")
        raw.execute(f"PRAGMA user_version={VERSION}")
        raw.execute("CREATE TABLE study_day(id INTEGER PRIMARY KEY, title TEXT)")
        raw.commit()
    before = library.read_bytes()
    answer = run("restore", other, "--library", library, "--language", "en")
    assert answer.status == 3
    assert answer.err.startswith(f"studydag: {other} is damaged.")
    assert library.read_bytes() == before


def test_a_folder_or_a_pipe_is_not_put_away_for_a_library(run: Run, library: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Documents"
    folder.mkdir()
    (folder / "letter.txt").touch()
    places = [folder]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        places.append(tmp_path / "pipe")
    for place in places:
        answer = run("restore", library, "--library", place)
        assert (answer.status, answer.out) == (3, "")
        assert not place.is_file()
        answer = run("restore", place, "--library", library, "--language", "en")
        assert (answer.status, answer.out) == (3, "")
        assert "does not exist" not in answer.err
    assert (folder / "letter.txt").exists()


def test_a_library_below_what_is_no_folder_is_said_in_its_language(run: Run, library: Path) -> None:
    answer = run("generate", "--days", "1", "--library", library / "x.studydag", "--language", "nl")
    assert (answer.status, answer.out) == (3, "")
    assert "de map is er niet" in answer.err


@pytest.mark.skipif(os.name != "posix", reason="Windows counts otherwise")
def test_a_library_of_which_the_backups_can_have_no_name_is_said(run: Run, tmp_path: Path) -> None:
    for words in (["backup"], ["backup", "--list"], ["restore", "1"], ["days"]):
        answer = run(*words, "--library", tmp_path / ("x" * 255), "--language", "en")
        assert "should not have" not in answer.err
        assert answer.err.count("\n") <= 1


def test_a_library_for_which_there_is_no_room_is_named(run: Run, library: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    new = tmp_path / "new" / "school.studydag"
    new.parent.mkdir()
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, most[1]))
    try:
        answer = run("restore", library, "--library", new, "--language", "en")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert answer.status == 3
    assert answer.err.startswith(f"studydag: {new} can’t be written")
    assert [path.name for path in new.parent.iterdir()] == [f"{new.name}.lock"]
