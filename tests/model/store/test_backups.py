"""Backups are thinned to the last 10, 7 daily and 8 weekly ones; copies are closed and whole."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

from studydag.model.store import backups
from studydag.model.store.library import Library, Parties
from studydag.model.values.school import Person


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
        library.backup("import")
        library.backup("import")
        assert [backup.reason for backup in backups.backups_of(path)] == ["start", "import", "import"]


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
    assert not list(tmp_path.glob("*.new"))
