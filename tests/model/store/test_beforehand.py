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


def _with(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("PRAGMA writable_schema=ON")
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


SPOILED = {
    "a table is missing": _with("DROP TABLE block"),
    "a column has another name": _with("ALTER TABLE goal RENAME COLUMN sentence TO zin"),
    "the schema is scrambled": _with("UPDATE sqlite_master SET sql = 'CREATE TABLE goal(xx' WHERE name = 'goal'"),
    "there is no school": _with("DELETE FROM school"),
    "a writer was killed, and pages are spoiled": _killed_and_corrupt,
}


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
