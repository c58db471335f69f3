"""What Windows refuses for a moment is tried again; what it refuses for good is said, and loses nothing."""

from pathlib import Path

import pytest

from studydag.export.saving import save
from studydag.model.values.errors import NotAllowed
from studydag.moving import move_into_place
from tests.as_on_windows import IS_HERE, OPEN_FILES

pytestmark = pytest.mark.skipif(not IS_HERE, reason="there the system itself refuses")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "fresh"
    path.write_text("new", encoding="utf-8")
    return path


def test_a_file_that_is_held_for_a_moment_is_replaced_after_it(fresh: Path, tmp_path: Path):
    path = tmp_path / "page.pdf"
    path.write_text("old", encoding="utf-8")
    with OPEN_FILES.held(path, times=2):
        move_into_place(fresh, path, pauses=(0, 0, 0))
    assert path.read_text(encoding="utf-8") == "new"
    assert not fresh.exists()


def test_a_file_that_is_held_for_long_stays_as_it_is(fresh: Path, tmp_path: Path):
    path = tmp_path / "page.pdf"
    path.write_text("old", encoding="utf-8")
    with OPEN_FILES.held(path), pytest.raises(PermissionError):
        move_into_place(fresh, path, pauses=(0, 0))
    assert path.read_text(encoding="utf-8") == "old"
    assert fresh.exists()


def test_a_document_that_a_reader_has_open_is_left_and_nothing_lies_beside_it(tmp_path: Path):
    path = tmp_path / "page.pdf"
    save(path, b"old")
    with OPEN_FILES.held(path), pytest.raises(NotAllowed):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


def test_an_open_file_can_not_be_moved_or_deleted_in_tests_either(fresh: Path, tmp_path: Path):
    with fresh.open("rb"):
        with pytest.raises(PermissionError):
            fresh.replace(tmp_path / "elsewhere")
        with pytest.raises(PermissionError):
            fresh.unlink()
    fresh.unlink()
