"""Paths as SQLite wants them."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from studydag.model.store.uri import uri_of


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/scholen/a#b?c%d.studydag"), "file:///scholen/a%23b%3Fc%25d.studydag?mode=ro"),
        (PureWindowsPath(r"C:\Scholen\a b.studydag"), "file:///C:/Scholen/a%20b.studydag?mode=ro"),
        (PureWindowsPath(r"\\server\share\a.studydag"), "file:////server/share/a.studydag?mode=ro"),
    ],
)
def test_a_path_is_told_in_the_shape_that_sqlite_takes(path: PurePath, uri: str) -> None:
    assert uri_of(path, "mode=ro") == uri
