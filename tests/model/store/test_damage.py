"""What is damaged is told by the kind of thing that it is in."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from studydag.model.operations import editing
from studydag.model.store.damage import INDEX
from studydag.model.store.library import Library
from studydag.model.values.errors import SearchDamaged
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, BlockLead, Part
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay


@pytest.fixture
def spoil(path: Path) -> Callable[[str], Path]:
    """Return a function that does something to the rows of a library as no program of ours does."""
    with Library.open(path, create=True) as library:
        person = editing.create(library, Person(name="Noor"))
        day = editing.create(library, StudyDay(title="Toetsen"))
        part = editing.create(library, Part(), ("study_day", day))
        block = editing.create(library, Block(title="Opening", part=part), ("study_day", day))
        editing.create(library, BlockLead(person=person), ("block", block))
        editing.create(library, Goal(sentence="Lezen"), ("study_day", day))

    def change(statement: str) -> Path:
        with closing(sqlite3.connect(path, isolation_level=None)) as raw:
            raw.execute("PRAGMA ignore_check_constraints=ON")
            raw.execute("PRAGMA writable_schema=ON")
            raw.execute(statement)
        return path

    return change


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("UPDATE block SET minutes=9999", "block"),
        ("UPDATE goal SET level='heaven'", "goal"),
        ("DELETE FROM person", "block_lead"),
        ("DELETE FROM study_day", "part"),
    ],
)
def test_a_fault_is_told_with_its_kind(spoil: Callable[[str], Path], statement: str, kind: str) -> None:
    with Library.look(spoil(statement), check=False) as library:
        found = library.verify()
    assert kind in {each.kind for each in found}
    assert all(each.detail for each in found)


def test_a_fault_in_an_index_is_told_of_what_it_lists(spoil: Callable[[str], Path]) -> None:
    path = spoil("UPDATE sqlite_master SET sql=replace(sql,'block','goal') WHERE 0")
    with closing(sqlite3.connect(path)) as raw:
        index, root = raw.execute(
            "SELECT name,rootpage FROM sqlite_master WHERE type='index' AND tbl_name='block' AND sql IS NOT NULL"
        ).fetchone()
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    whole = bytearray(path.read_bytes())
    # An index page without any rows.
    whole[(root - 1) * size + 3 : (root - 1) * size + 5] = b"\0\0"
    path.write_bytes(whole)
    with Library.look(path, check=False) as library:
        found = library.verify()
    assert "block" in {each.kind for each in found}
    assert any(index in each.detail for each in found)


def test_search_is_told_apart(spoil: Callable[[str], Path]) -> None:
    path = spoil("UPDATE study_day SET title='Toetsen' WHERE 0")
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name='search_text_data'").fetchone()
        size = raw.execute("PRAGMA page_size").fetchone()[0]
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * size : (root - 1) * size + 64] = bytes(64)
    path.write_bytes(whole)
    with Library.look(path, check=False) as library:
        assert INDEX in {each.kind for each in library.verify()}


@pytest.mark.parametrize("which", ["id=10", "id>10"], ids=["what it is made of", "its words"])
def test_what_search_goes_by_is_made_anew_when_the_library_is_opened(spoil: Callable[[str], Path], which: str) -> None:
    path = spoil(f"UPDATE search_text_data SET block=x'ffffffffffffffffffff' WHERE {which}")
    with Library.look(path) as library:
        assert {each.kind for each in library.verify()} == {INDEX}
        with pytest.raises(SearchDamaged):
            library.find("Lezen")
        assert [day.title for day in library.every(StudyDay)] == ["Toetsen"]
    with Library.open(path) as library:
        assert library.verify() == []
        assert [hit.kind for hit in library.find("Lezen")] == ["goal"]
        editing.change(library, Goal, 1, sentence="Schrijven")
        assert library.find("Lezen") == []
