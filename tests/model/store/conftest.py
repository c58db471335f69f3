"""A real library in a file, and ways to look at every row of it."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studydag.model.store import history
from studydag.model.store.library import Library

Dump = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the library of a test lies."""
    return tmp_path / "school.studydag"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    """A new library, open for writing."""
    with Library.open(path, create=True) as opened:
        yield opened


@pytest.fixture
def dump() -> Callable[[Library], Dump]:
    """Return a function that reads every row of every table, search included."""

    def read(library: Library) -> Dump:
        tables = [*history.logged_tables(), "search_text"]
        return {
            table: sorted(map(tuple, library.rows(f'SELECT rowid, * FROM "{table}"')), key=repr) for table in tables
        }

    return read


@pytest.fixture
def fingerprint() -> Callable[[Path], str]:
    """Return a function that tells whether a file was touched."""
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()
