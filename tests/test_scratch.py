"""What was made on the way goes, also where a program was killed; nothing else does."""

import os
import tempfile
import time
from pathlib import Path

import pytest

from studydag.scratch import PASSING_SECONDS, WORK_SECONDS, passing_folder, scratch_folder


def test_folders_that_killed_programs_left_go_with_the_next_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with scratch_folder() as work:
        left = tmp_path / "studydag-work-abcd_123"
        passed = passing_folder()
        mine = ("studydag-plans", "studydag-planning", "studydag-work-of-mine-too")
        others = [tmp_path / name for name in mine]
        for folder in (left, *others):
            folder.mkdir()
        (left / "copy.studydag").touch()
        old = time.time() - WORK_SECONDS - 60
        for folder in (left, passed, *others):
            os.utime(folder, (old, old))
        with scratch_folder() as another:
            assert sorted(tmp_path.iterdir()) == sorted([work, another, passed, *others])
        older = time.time() - PASSING_SECONDS - 60
        for folder in (passed, *others):
            os.utime(folder, (older, older))
        passing_folder()
        assert not passed.exists()
        assert all(folder.is_dir() for folder in (work, *others))
    assert not work.exists()
