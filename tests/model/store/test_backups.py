"""Backups are thinned to the last 10, 7 daily and 8 weekly ones; copies are closed and whole."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from studydag.model.store import backups, restoring
from studydag.model.store.library import Library, Parties
from studydag.model.values.errors import CannotWrite, FolderMissing
from studydag.model.values.school import Person
from tests.as_on_windows import IS_HERE, OPEN_FILES


def test_thinning_keeps_10_last_7_daily_and_8_weekly(tmp_path: Path) -> None:
    library = tmp_path / "school.studydag"
    folder = backups.folder_of(library)
    folder.mkdir()
    now = datetime(2027, 3, 11, 16, 0)
    for hours in range(0, 24 * 120, 3):
        moment = now - timedelta(hours=hours)
        (folder / f"school {moment:%Y-%m-%d %H%M%S} start.studydag").touch()
    backups.thin(library, keep=folder / "none")
    kept = [backup.made for backup in backups.backups_of(library)]
    assert kept[:10] == [now - timedelta(hours=3 * number) for number in range(10)]
    days = {f"{made:%Y-%m-%d}" for made in kept}
    weeks = {f"{made:%G-%V}" for made in kept}
    assert {f"{now - timedelta(days=number):%Y-%m-%d}" for number in range(7)} <= days
    assert len(weeks) == 8
    assert len(kept) <= 10 + 7 + 8


def test_a_backup_opens_as_a_library_of_its_own(library: Library) -> None:
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))
    with Library.look(library.backup("import")) as backup:
        assert [person.name for person in backup.every(Person)] == ["Noor"]


def test_two_backups_in_one_second_are_two(path: Path) -> None:
    moment = datetime(2027, 3, 11, 16, 0)
    with Library.open(path, create=True, parties=Parties(now=lambda: moment)) as library:
        made = [library.backup(reason) for reason in ("import", "asked", "import", "asked")]
        assert [backup.reason for backup in backups.backups_of(path)] == ["asked", "import", "asked", "import", "start"]
        made += [library.backup("import") for _ in range(9)]
    # The oldest have gone: the last ten are left.
    assert [backup.path for backup in backups.backups_of(path)] == made[:-11:-1]


def test_a_copy_holds_no_trace_of_what_was_deleted(library: Library, tmp_path: Path) -> None:
    with library.change("add") as writer:
        person = writer.add(Person(name="Geheimenhouder"))
    with library.change("delete") as writer:
        writer.delete("person", person)
    copied = tmp_path / "copy.studydag"
    library.copy_to(copied)
    assert b"Geheimenhouder" not in copied.read_bytes()
    with Library.look(library.path) as reader:
        reader.copy_to(tmp_path / "from reader.studydag")
    raw = sqlite3.connect(copied)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()
    assert not list(tmp_path.glob("~*"))


@pytest.mark.skipif(not IS_HERE, reason="there the system itself refuses")
def test_an_old_backup_that_another_program_holds_stays_and_the_library_opens(path: Path) -> None:
    Library.open(path, create=True).close()
    first = backups.folder_of(path) / "school 2020-01-01 000000 start.studydag"
    for second in range(60):
        first.with_name(f"school 2020-01-01 0000{second:02} start.studydag").touch()
    with OPEN_FILES.held(first), Library.open(path) as library:
        library.backup("import")
    assert first.exists()
    assert len(backups.backups_of(path)) < 15
    with Library.open(path) as library:
        library.backup("import")
    assert not first.exists()


def test_where_the_newest_backup_can_not_be_read_another_is_made(path: Path) -> None:
    moment = datetime(2027, 3, 11, 16, 0)
    Library.open(path, create=True, parties=Parties(now=lambda: moment)).close()
    for backup in backups.backups_of(path):
        backup.path.unlink()
    unreadable = backups.folder_of(path) / "school 2027-03-11 170000 start.studydag"
    unreadable.mkdir()
    Library.open(path, parties=Parties(now=lambda: moment)).close()
    assert len(backups.backups_of(path)) == 2


@pytest.mark.skipif(not IS_HERE, reason="there the system itself refuses")
def test_a_library_that_another_program_holds_is_not_replaced_by_a_backup(path: Path) -> None:
    with Library.open(path, create=True) as library:
        backup = library.backup("import")
        with library.change("add") as writer:
            writer.add(Person(name="Noor"))
    with OPEN_FILES.held(path), pytest.raises(CannotWrite, match="school"):
        restoring.restore(path, backup, datetime(2027, 3, 11, 16, 0))
    with Library.open(path) as library:
        assert [person.name for person in library.every(Person)] == ["Noor"]
    restoring.restore(path, backup, datetime(2027, 3, 11, 16, 0))
    with Library.open(path) as library:
        assert library.every(Person) == []
    assert {each.name for each in path.parent.iterdir()} == {path.name, f"{path.name}.lock", "school backups"}


def test_backups_of_a_clock_that_ran_ahead_push_out_none_of_the_others(path: Path) -> None:
    ahead = datetime(2031, 1, 1, 8, 0)
    now = datetime(2027, 3, 11, 16, 0)
    with Library.open(path, create=True, parties=Parties(now=lambda: ahead)) as library:
        for _ in range(12):
            library.backup("asked")
    made = []
    for minute in range(12):
        moment = now + timedelta(minutes=minute)
        with Library.open(path, parties=Parties(now=lambda moment=moment: moment)) as library:
            made.append(library.backup("asked"))
    found = [backup.path for backup in backups.backups_of(path)]
    assert found[10:] == made[:-11:-1]
    # Nor is it taken for changed because another one has a later date.
    Library.open(path, parties=Parties(now=lambda: now + timedelta(hours=1))).close()
    assert [backup.path for backup in backups.backups_of(path)] == found


def test_of_a_copy_that_has_no_place_is_said_why(library: Library, tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        library.copy_to(tmp_path / "gone" / "copy.studydag")
