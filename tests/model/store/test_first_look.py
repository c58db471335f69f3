"""The school's language, before anything else is there."""

from pathlib import Path

import pytest

from studydag.model.store.first_look import school_language
from studydag.model.store.library import Library
from studydag.model.values.errors import CannotRead
from studydag.model.values.languages import DocumentLanguage
from studydag.model.values.school import School


def test_the_language_is_the_schools(library: Library) -> None:
    assert school_language(library.path) == DocumentLanguage.DUTCH
    with library.change("set") as writer:
        writer.set(School, 1, language=DocumentLanguage.ENGLISH)
    assert school_language(library.path) == DocumentLanguage.ENGLISH


def test_what_is_no_library_has_none(path: Path) -> None:
    with pytest.raises(CannotRead):
        school_language(path)
    path.write_bytes(b"SQLite format 3\x00" + b"x" * 200)
    with pytest.raises(CannotRead):
        school_language(path)
