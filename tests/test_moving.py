"""What Windows refuses for a moment is tried again; what it refuses for good is said, and loses nothing."""

import os
import time
from pathlib import Path

import pytest

from studydag.export.saving import save
from studydag.model.values.errors import NotAllowed
from studydag.moving import LEFT_BEHIND_AFTER, Patience, fresh_beside, move_into_place
from tests.as_on_windows import IS_HERE, OPEN_FILES

REFUSED = pytest.mark.skipif(not IS_HERE, reason="there the system itself refuses")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    path = tmp_path / "fresh"
    path.write_text("new", encoding="utf-8")
    return path


@REFUSED
def test_a_file_that_is_held_for_a_moment_is_replaced_after_it(fresh: Path, tmp_path: Path):
    path = tmp_path / "page.pdf"
    path.write_text("old", encoding="utf-8")
    with OPEN_FILES.held(path, times=2):
        move_into_place(fresh, path, Patience((0, 0, 0)))
    assert path.read_text(encoding="utf-8") == "new"
    assert not fresh.exists()


@REFUSED
def test_a_file_that_is_held_for_long_stays_as_it_is(fresh: Path, tmp_path: Path):
    path = tmp_path / "page.pdf"
    path.write_text("old", encoding="utf-8")
    with OPEN_FILES.held(path), pytest.raises(PermissionError):
        move_into_place(fresh, path, Patience((0, 0)))
    assert path.read_text(encoding="utf-8") == "old"
    assert fresh.exists()


@REFUSED
def test_a_document_that_a_reader_has_open_is_left_and_nothing_lies_beside_it(tmp_path: Path):
    path = tmp_path / "page.pdf"
    save(path, b"old")
    with OPEN_FILES.held(path), pytest.raises(NotAllowed):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


@REFUSED
def test_an_open_file_can_not_be_moved_or_deleted_in_tests_either(fresh: Path, tmp_path: Path):
    with fresh.open("rb"):
        with pytest.raises(PermissionError):
            fresh.replace(tmp_path / "elsewhere")
        with pytest.raises(PermissionError):
            fresh.unlink()
    fresh.unlink()


@REFUSED
def test_who_waits_says_by_what(fresh: Path, tmp_path: Path):
    path = tmp_path / "page.pdf"
    path.write_text("old", encoding="utf-8")
    waited: list[float] = []
    with OPEN_FILES.held(path, times=2):
        save(path, b"new", Patience((1, 2, 3), waited.append))
    assert waited == [1, 2]
    assert path.read_bytes() == b"new"


def test_what_a_killed_program_left_goes_with_the_next_file_and_nothing_else_does(tmp_path: Path):
    long_ago = time.time() - LEFT_BEHIND_AFTER - 60
    left = [fresh_beside(tmp_path / "page.pdf"), fresh_beside(tmp_path / "school.studydag")]
    left.append(left[1].with_name(f"{left[1].name}-journal"))
    being_written = fresh_beside(tmp_path / "page.pdf")
    others = [tmp_path / "~WRD0001.tmp", tmp_path / "~sdag.tmp", tmp_path / f"my {left[0].name}"]
    for path in (*left, *others):
        path.touch()
        os.utime(path, (long_ago, long_ago))
    being_written.touch()
    save(tmp_path / "page.pdf", b"bytes")
    assert sorted(tmp_path.iterdir()) == sorted([*others, being_written, tmp_path / "page.pdf"])
