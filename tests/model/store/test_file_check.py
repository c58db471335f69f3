"""Every bad file gets its own words and is never written to."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from studydag.model.store.library import Library
from studydag.model.values.errors import (
    CannotRead,
    FileDenied,
    FileMissing,
    LibraryDamaged,
    LibraryEmpty,
    LibraryForeign,
    LibraryNewer,
    LibraryTruncated,
)
from studydag.model.values.study_day import StudyDay

Fingerprint = Callable[[Path], str]


@pytest.fixture
def closed(path: Path) -> Path:
    """A sound library with something in it, closed."""
    with Library.open(path, create=True) as library, library.change("add") as writer:
        for number in range(50):
            writer.add(StudyDay(title=f"Studiedag {number}", theme="x" * 400))
    return path


def both_ways_refuse(path: Path, error: type[CannotRead], fingerprint: Fingerprint) -> CannotRead:
    before = fingerprint(path)
    with pytest.raises(error):
        Library.open(path, create=True)
    with pytest.raises(error) as caught:
        Library.look(path)
    assert fingerprint(path) == before
    return caught.value


def test_an_empty_file_is_refused(path: Path, fingerprint: Fingerprint) -> None:
    path.touch()
    both_ways_refuse(path, LibraryEmpty, fingerprint)


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04 a Word document", b"%PDF-1.7", b"just text", b"SQLite format 4\x00" + b"\x00" * 200, b"\x00" * 4096],
)
def test_a_foreign_file_is_refused(path: Path, content: bytes, fingerprint: Fingerprint) -> None:
    path.write_bytes(content)
    both_ways_refuse(path, LibraryForeign, fingerprint)


def test_a_database_of_another_program_is_refused(path: Path, fingerprint: Fingerprint) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE person(name)")
    other.close()
    both_ways_refuse(path, LibraryForeign, fingerprint)


def test_a_truncated_file_is_refused_with_both_sizes(closed: Path, fingerprint: Fingerprint) -> None:
    whole = closed.read_bytes()
    closed.write_bytes(whole[: len(whole) // 2])
    error = both_ways_refuse(closed, LibraryTruncated, fingerprint)
    assert error.figures["expected"] == len(whole)
    assert error.figures["size"] == len(whole) // 2


def test_a_file_of_less_than_a_header_is_refused(closed: Path, fingerprint: Fingerprint) -> None:
    closed.write_bytes(closed.read_bytes()[:60])
    both_ways_refuse(closed, LibraryTruncated, fingerprint)


def test_a_newer_file_is_refused_with_both_versions(closed: Path, fingerprint: Fingerprint) -> None:
    raw = sqlite3.connect(closed)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    error = both_ways_refuse(closed, LibraryNewer, fingerprint)
    assert error.figures["found"] == 99


def test_a_scrambled_page_is_found_and_nothing_written(closed: Path, fingerprint: Fingerprint) -> None:
    whole = bytearray(closed.read_bytes())
    for offset in range(4096 * 3, len(whole), 4096):
        whole[offset : offset + 64] = bytes(range(64))
    closed.write_bytes(whole)
    both_ways_refuse(closed, LibraryDamaged, fingerprint)


@pytest.mark.parametrize("seed", range(12))
def test_scattered_damage_gives_a_known_error_or_none(closed: Path, seed: int) -> None:
    import random

    chance = random.Random(seed)
    whole = bytearray(closed.read_bytes())
    for _ in range(400):
        whole[chance.randrange(100, len(whole))] = chance.randrange(256)
    closed.write_bytes(whole)
    try:
        with Library.look(closed) as library:
            library.verify()
            library.every(StudyDay)
            library.find("studiedag")
    except CannotRead:
        pass


def test_values_that_are_not_ours_are_damage(closed: Path) -> None:
    raw = sqlite3.connect(closed)
    raw.execute("UPDATE study_day SET status='sleeping' WHERE id=3")
    raw.commit()
    raw.close()
    with Library.look(closed) as library:
        with pytest.raises(LibraryDamaged):
            library.get(StudyDay, 3)
        assert library.get(StudyDay, 4).title == "Studiedag 3"
        assert len(library.verify()) == 1


def test_a_missing_file_or_folder_is_said(path: Path) -> None:
    with pytest.raises(FileMissing):
        Library.look(path)
    with pytest.raises(FileMissing):
        Library.open(path)
    path.mkdir()
    with pytest.raises(FileDenied):
        Library.look(path)
