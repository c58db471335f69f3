"""A damaged library is known before anything writes to it, and stays byte for byte as it was."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studydag.model.store.beforehand import must_be_sound
from studydag.model.store.library import Library
from studydag.model.values.errors import LibraryDamaged
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay

DATA = Path(__file__).parents[2] / "data"


def _with(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("PRAGMA writable_schema=ON")
            raw.execute("PRAGMA ignore_check_constraints=ON")
            raw.execute(statement)

    return spoil


def _killed_and_corrupt(path: Path) -> None:
    """Leave a log that is yet to be brought in beside a file in which pages are spoiled."""
    copy = path.with_name("copy")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE school SET name = 'Rietveld'")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    copy.replace(path)
    Path(f"{copy}-wal").replace(f"{path}-wal")
    data = bytearray(path.read_bytes())
    for page in range(4096 * 3, len(data) - 4096, 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(bytes(data))


def _with_an_index_that_lacks_a_row(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name='sqlite_autoindex_school_1'").fetchone()[0]
        size = raw.execute("PRAGMA page_size").fetchone()[0]
        uid = raw.execute("SELECT uid FROM school").fetchone()[0].encode()
    whole = bytearray(path.read_bytes())
    page = slice((root - 1) * size, root * size)
    whole[page] = whole[page].replace(uid, uid[:-1] + b"~")
    path.write_bytes(whole)


SPOILED = {
    "a table is missing": _with("DROP TABLE block"),
    "a column has another name": _with("ALTER TABLE goal RENAME COLUMN sentence TO zin"),
    "the schema is scrambled": _with("UPDATE sqlite_master SET sql = 'CREATE TABLE goal(xx' WHERE name = 'goal'"),
    "the schema is no text": _with(
        "UPDATE sqlite_master SET sql = CAST(replace(CAST(sql AS BLOB), x'6f7267616e69', x'fffe67616e69') AS TEXT) "
        "WHERE name = 'person'"
    ),
    "there is no school": _with("DELETE FROM school"),
    "an index lacks a row": _with_an_index_that_lacks_a_row,
    "a writer was killed, and pages are spoiled": _killed_and_corrupt,
}


UNREADABLE = {
    "a word that is none of ours": _with("UPDATE school SET language = 'tlh'"),
    "a list that ends too soon": _with("UPDATE person SET working_days = '[{'"),
    "bytes that are no text": _with("UPDATE school SET vision = CAST(x'ff41' AS TEXT)"),
    "a number out of range": _with("UPDATE school SET minimum_group_size = 0"),
}
"""Values of rows that are not as a library holds them, though SQLite finds nothing wrong with its file."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.studydag"
    Library.open(path, create=True).close()
    return path


def _bytes(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in path.parent.glob(f"{path.name}*") if each.suffix != ".lock"}


@pytest.mark.parametrize("spoil", SPOILED.values(), ids=SPOILED.keys())
def test_a_damaged_library_is_refused_and_not_touched(library: Path, spoil: Callable[[Path], None]) -> None:
    spoil(library)
    before = _bytes(library)
    for use in (Library.open, Library.look):
        with pytest.raises(LibraryDamaged):
            use(library)
        assert _bytes(library) == before


def test_a_sound_library_passes_also_with_a_log_beside_it(library: Path) -> None:
    must_be_sound(library)
    with closing(sqlite3.connect(library, isolation_level=None)) as raw:
        raw.execute("PRAGMA journal_mode=WAL")
        raw.execute("UPDATE school SET name = 'Rietveld'")
        before = _bytes(library)
        must_be_sound(library)
        assert _bytes(library) == before


@pytest.mark.parametrize("spoil", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_library_with_a_value_that_cant_be_read_is_not_written_to(
    library: Path, spoil: Callable[[Path], None]
) -> None:
    with Library.open(library) as open_library, open_library.change("add") as writer:
        writer.add(Person(name="Noor"))
    spoil(library)
    before = _bytes(library)
    with pytest.raises(LibraryDamaged):
        Library.open(library)
    assert _bytes(library) == before
    with Library.look(library) as looking:
        assert looking.verify() != []
    assert _bytes(library) == before


@pytest.mark.parametrize("spoil", [None, UNREADABLE["a word that is none of ours"]], ids=["sound", "damaged"])
def test_an_older_library_is_looked_at_in_todays_shape_and_stays_as_it_is(
    tmp_path: Path, spoil: Callable[[Path], None] | None
) -> None:
    path = Path(shutil.copy(DATA / "version-1.studydag", tmp_path / "older.studydag"))
    if spoil is not None:
        spoil(path)
        before = _bytes(path)
        with pytest.raises(LibraryDamaged):
            Library.open(path)
    else:
        before = _bytes(path)
        with Library.look(path) as looking:
            assert [day.title for day in looking.every(StudyDay)] == ["Formatief handelen"]
            assert looking.verify() == []
    assert _bytes(path) == before


def test_what_points_to_nothing_is_found_where_it_is_asked_for(library: Path) -> None:
    _with("UPDATE school SET logo=7")(library)
    must_be_sound(library)
    with pytest.raises(LibraryDamaged):
        must_be_sound(library, thorough=True)
