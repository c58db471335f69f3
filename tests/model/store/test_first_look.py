"""The school's language, before anything else is there."""

from pathlib import Path

import pytest

from studydag.model.store.first_list import day_lines
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


def test_damage_that_sqlite_can_only_say_in_broken_letters_is_said_all_the_same(library: Library) -> None:
    path = library.path.with_name("damaged.studydag")
    library.copy_to(path)
    path.write_bytes(path.read_bytes().replace(b"REFERENCES picture", b"REFE\xa5ENCES picture"))
    with pytest.raises(CannotRead):
        school_language(path)
    with pytest.raises(CannotRead):
        day_lines(path)
    with pytest.raises(CannotRead):
        Library.look(path)
