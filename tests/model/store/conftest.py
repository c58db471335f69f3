"""A real library in a file, and ways to look at every row of it."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from studydag.model.store.library import Library


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
def fingerprint() -> Callable[[Path], str]:
    """Return a function that tells whether a file was touched."""
    return lambda path: hashlib.sha256(path.read_bytes()).hexdigest()
