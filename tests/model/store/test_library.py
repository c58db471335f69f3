"""Opening, locking, reading beside a writer, closing; edits survive the end of the program at any moment."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from studydag.model.operations import editing
from studydag.model.store import backups
from studydag.model.store.file_check import is_library
from studydag.model.store.first_list import day_lines
from studydag.model.store.first_look import school_language
from studydag.model.store.library import Library
from studydag.model.store.migrations import VERSION
from studydag.model.store.sqlite_errors import WrittenOutsideChange
from studydag.model.values.errors import (
    CannotRead,
    CannotWrite,
    LibraryGone,
    LibraryInUse,
    NotAllowed,
    NotFound,
    ReadOnly,
)
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.goals import Goal
from studydag.model.values.school import Person, Room, School
from studydag.model.values.study_day import StudyDay
from tests.as_on_windows import IS_HERE, OPEN_FILES
from tests.model.every_row import every_row


def test_a_new_library_has_the_school_and_the_93_formats(library: Library) -> None:
    assert library.get(School, 1).minimum_group_size == 5
    formats = library.every(WorkingFormat)
    assert len(formats) == 93
    assert all(each.is_built_in and each.uid == each.key and each.steps_nl and each.steps_en for each in formats)


def test_a_second_writer_is_told_who_has_it(library: Library) -> None:
    with pytest.raises(LibraryInUse) as caught:
        Library.open(library.path)
    assert caught.value.figures["since"] != "?"
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))


def test_a_day_that_is_kept_needs_no_reading_until_something_changes(library: Library) -> None:
    with library.change("add") as writer:
        day_id = writer.add(StudyDay(title="Feedback"))
        goal = writer.add(Goal(sentence="Een"), ("study_day", day_id))
    day = library.get(StudyDay, day_id)
    library.keep(day)
    assert library.of_day(Goal, day_id)[0] is day.goals[0]
    assert library.of_day(Goal, day_id + 1) == []

    with library.change("set") as writer:
        writer.set(Goal, goal, sentence="Twee")
        library.keep(day)
        assert [each.sentence for each in library.of_day(Goal, day_id)] == ["Twee"]
    assert [each.sentence for each in library.of_day(Goal, day_id)] == ["Twee"]


def test_readers_work_beside_a_writer_and_see_what_was_committed(library: Library) -> None:
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))
    with Library.look(library.path) as reader:
        assert [person.name for person in reader.every(Person)] == ["Noor"]
        with library.change("add") as writer:
            writer.add(Person(name="Sam"))
        assert len(reader.every(Person)) == 2
        with pytest.raises(ReadOnly), reader.change("add") as writer:
            writer.add(Person(name="Kim"))


def test_a_closed_library_is_one_file_that_needs_no_log(path: Path) -> None:
    with Library.open(path, create=True) as library, library.change("add") as writer:
        writer.add(Person(name="Noor"))
    assert not path.with_name(path.name + "-wal").exists()
    assert path.read_bytes()[18:20] == b"\x01\x01"


def test_opening_and_looking_leave_the_file_as_it_is(path: Path) -> None:
    with Library.open(path, create=True) as library, library.change("add") as writer:
        writer.add(Person(name="Noor"))
    before = path.read_bytes()
    with Library.open(path) as library:
        assert library.every(Person)
        assert path.read_bytes() == before
        with Library.look(path) as reader:
            assert reader.verify() == []
    assert path.read_bytes() == before


def test_a_change_is_made_beside_somebody_who_reads(path: Path) -> None:
    Library.open(path, create=True).close()
    with Library.open(path) as library, Library.look(path) as reader:
        assert reader.every(Person) == []
        for name in ("Noor", "Sam"):
            with library.change("add") as writer:
                writer.add(Person(name=name))
            assert path.read_bytes()[18:20] == b"\x02\x02"
        assert len(reader.every(Person)) == 2


def test_closing_with_a_reader_attached_loses_nothing(path: Path) -> None:
    library = Library.open(path, create=True)
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))
    with Library.look(path) as reader:
        assert reader.every(Person)
        library.close()
    with Library.open(path) as again:
        assert [person.name for person in again.every(Person)] == ["Noor"]


def test_closing_with_a_reader_attached_does_not_wait_for_it_to_go(path: Path) -> None:
    library = Library.open(path, create=True)
    with Library.look(path):
        closing = Thread(target=library.close)
        closing.start()
        # SQLite would give the reader five seconds, where nothing was written before.
        closing.join(timeout=4.5)
        assert not closing.is_alive()
    closing.join()


def test_writing_outside_a_change_is_an_error(library: Library, path: Path) -> None:
    with library.change("add") as writer:
        writer.add(Person(name="Noor"))
    with pytest.raises(WrittenOutsideChange):
        library.rows("DELETE FROM person")
    with pytest.raises(WrittenOutsideChange):
        writer.add(Person(name="Sam"))
    with library.change("add") as writer:
        writer.add(Person(name="Imke"))
    library.close()
    with Library.look(path) as again:
        assert [person.name for person in again.every(Person)] == ["Noor", "Imke"]


def test_a_failed_change_leaves_nothing(library: Library) -> None:
    before = every_row(library)
    with pytest.raises(NotFound), library.change("add") as writer:
        writer.delete("person", writer.add(Person(name="Noor")) + 1)
    assert every_row(library) == before
    assert library.undo_step is None
    with pytest.raises(NotFound), library.change("set") as writer:
        writer.set(Person, 99, name="Noor")


def test_ctrl_c_within_a_change_is_what_comes_out_and_nothing_is_written(path: Path) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    def add(library: Library) -> None:
        with library, library.change("add") as writer:
            writer.add(Person(name="Noor"))
            writer.add(Person(name="Sam"))

    library = Library.open(path, create=True)
    engine = library._connection.engine  # noqa: SLF001 - stopped within a statement, SQLAlchemy closes the connection
    for name in ("do_executemany", "do_execute"):
        event.listen(engine, name, stop)
    with pytest.raises(KeyboardInterrupt):
        add(library)
    for name in ("do_executemany", "do_execute"):
        event.remove(engine, name, stop)
    with Library.open(path) as again:
        assert again.every(Person) == []


def test_a_change_to_a_row_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFound), library.change("delete") as writer:
        writer.delete("person", 7)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_on_a_full_disk_a_library_is_locked_without_a_name(path: Path) -> None:
    Library.open(path, create=True).close()
    path.with_name(f"{path.name}.lock").unlink()
    path.with_name(f"{path.name}.lock").symlink_to("/dev/full")
    with Library.open(path), pytest.raises(LibraryInUse):
        Library.open(path)


def test_a_synced_folder_gets_no_log_beside_the_library(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - De Linde"
    folder.mkdir()
    with Library.open(folder / "school.studydag", create=True) as library:
        with library.change("add") as writer:
            writer.add(Person(name="Noor"))
        assert library.rows("PRAGMA journal_mode")[0][0] == "delete"


def test_application_id_and_version_stand_in_the_file(path: Path) -> None:
    Library.open(path, create=True).close()
    raw = sqlite3.connect(path)
    assert raw.execute("PRAGMA application_id").fetchone()[0] == 0x53444147
    assert raw.execute("PRAGMA user_version").fetchone()[0] == VERSION
    raw.close()


WRITE_FOREVER = """
import itertools, sys
from pathlib import Path
from studydag.model.store.library import Library
from studydag.model.store.migrations import VERSION
from studydag.model.store.migrations import VERSION
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
library = Library.open(Path(sys.argv[1]), create=True)
for number in itertools.count(1):
    with library.change("add") as writer:
        writer.add(StudyDay(title=f"dag {number}"))
        for each in range(20):
            writer.add(Person(name=f"{number}-{each}"))
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
@pytest.mark.parametrize(("folder", "after"), [("local", 1), ("local", 7), ("OneDrive", 4)])
def test_kill_9_in_the_middle_of_writing_loses_no_committed_edit(tmp_path: Path, folder: str, after: int) -> None:
    path = tmp_path / folder / "school.studydag"
    writer = subprocess.Popen([sys.executable, "-c", WRITE_FOREVER, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    with writer.stdout:
        confirmed = 0
        while confirmed < after:
            confirmed = int(writer.stdout.readline())
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        confirmed += len(writer.stdout.read().split())
    with Library.look(path) as looked:
        days = len(looked.every(StudyDay))
    with Library.open(path) as library:
        assert days == len(library.every(StudyDay)) >= confirmed
        assert len(library.every(Person)) == 20 * days
        assert library.verify() == []


SPILL_AND_WAIT = """
import sqlite3, sys, time
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("PRAGMA cache_size=5")
raw.execute("BEGIN IMMEDIATE")
raw.executemany("INSERT INTO person SELECT ?, ?, hex(zeroblob(900)), '', '', 'teacher', '', '[]', NULL, NULL, 0",
    [(number, str(number)) for number in range(100, 900)])
print("spilled", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 on Windows")
def test_a_reader_finds_the_library_as_it_was_before_a_write_that_was_killed(path: Path) -> None:
    with Library.open(path, create=True) as library, library.change("add") as writer:
        writer.add(Person(name="Noor"))
    half = subprocess.Popen(
        [sys.executable, "-c", SPILL_AND_WAIT, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert half.stdin is not None
    assert half.stdout is not None
    with half.stdin, half.stdout:
        assert half.stdout.readline() == "spilled\n"
        os.kill(half.pid, signal.SIGKILL)
        half.wait()
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    with Library.look(path) as looked:
        assert [person.name for person in looked.every(Person)] == ["Noor"]


def test_a_backup_is_made_at_opening_only_when_something_changed(path: Path) -> None:
    Library.open(path, create=True).close()
    Library.open(path).close()
    Library.open(path).close()
    assert len(backups.backups_of(path)) == 1
    with Library.open(path) as library, library.change("add") as writer:
        writer.add(Person(name="Noor"))
    Library.open(path).close()
    assert len(backups.backups_of(path)) == 2


def test_compacting_leaves_no_trace_of_what_was_deleted(library: Library) -> None:
    with library.change("add") as writer:
        person = writer.add(Person(name="Geheimenhouder", section="Verborgenheid"))
        writer.add(Person(name="Noor"))
    with library.change("delete") as writer:
        writer.delete("person", person)
    before = every_row(library)
    library.compact()
    assert every_row(library) == before
    assert library.undo_step is None
    files = [file.read_bytes().lower() for file in library.path.parent.glob(f"{library.path.name}*")]
    assert not any(word in content for content in files for word in (b"geheimenhouder", b"verborgenheid"))
    assert library.verify() == []
    with library.change("add") as writer:
        writer.add(Person(name="Sam"))


@pytest.mark.moves_open_files
def test_a_library_that_was_moved_away_takes_no_more_edits_but_can_be_copied(path: Path, tmp_path: Path) -> None:
    with Library.open(path, create=True) as library:
        editing.create(library, Person(name="Ina"))
        for away in (tmp_path / "elsewhere.studydag", tmp_path / "again.studydag"):
            path.rename(away)
            with pytest.raises(LibraryGone, match="studydag"):
                editing.create(library, Person(name="Tim"))
            path.write_bytes(b"another file")
            with pytest.raises(LibraryGone):
                editing.create(library, Person(name="Tim"))
            away.replace(path)
        editing.create(library, Person(name="Tim"))
        path.rename(tmp_path / "elsewhere.studydag")
        library.copy_to(tmp_path / "copy.studydag")
    with Library.open(tmp_path / "copy.studydag") as copy:
        assert [person.name for person in copy.every(Person)] == ["Ina", "Tim"]


def test_a_commit_that_fails_leaves_nothing_behind_and_the_library_usable(path: Path) -> None:
    with Library.open(path, create=True) as library:
        before = library.counts()
        with pytest.raises(IntegrityError), library.change("add") as writer:
            writer.add(StudyDay(title="Dag", goals=(Goal(sentence="leads nowhere", school_goals=(99,)),)))
        assert library.counts() == before
        assert library.undo_step is None
        with library.change("add") as writer:
            writer.add(StudyDay(title="Dag"))
        assert library.counts()["study_day"] == before["study_day"] + 1


def _open_again(path: Path) -> None:
    with pytest.raises(LibraryInUse):
        Library.open(path)


@pytest.mark.parametrize(
    "ours", [day_lines, school_language, is_library, lambda path: Library.look(path).close(), _open_again]
)
def test_who_looks_in_from_outside_leaves_the_log_with_what_was_changed(
    library: Library, ours: Callable[[Path], object]
) -> None:
    editing.create(library, Room(name="Aula"))
    ours(library.path)
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT count(*) FROM room').fetchall()"
    subprocess.run([sys.executable, "-c", f"{look}; c.close()", str(library.path)], check=True)
    assert library.path.with_name(f"{library.path.name}-wal").exists()


def test_the_log_is_left_as_well_where_the_library_was_not_put_away_before(path: Path) -> None:
    for _ in range(2):
        # The next time there is a backup to compare with.
        Library.open(path, create=True).close()
    before = sqlite3.connect(path)
    before.execute("PRAGMA journal_mode=WAL")
    before.close()
    with Library.open(path) as library:
        editing.create(library, Room(name="Aula"))
        look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM room').fetchall()"
        subprocess.run([sys.executable, "-c", f"{look}; c.close()", str(path)], check=True)
        assert path.with_name(f"{path.name}-wal").exists()


@pytest.mark.skipif(not IS_HERE, reason="there the system itself refuses")
def test_a_new_library_that_can_not_be_put_in_its_place_leaves_nothing_beside_it(tmp_path: Path):
    path = tmp_path / "library.studydag"
    with OPEN_FILES.held(path), pytest.raises(NotAllowed):
        Library.open(path, create=True)
    assert not list(tmp_path.glob("~*"))


def test_a_place_that_the_system_refuses_to_look_at_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises((CannotRead, CannotWrite)):
        Library.open(tmp_path / f"{'a' * 300}.studydag", create=True)
