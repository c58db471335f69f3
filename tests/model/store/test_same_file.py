"""Which file a path leads to, and whether this program has it open."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studydag.model.operations import editing
from studydag.model.store.file_check import is_library
from studydag.model.store.library import Library
from studydag.model.store.same_file import is_held
from studydag.model.values.school import Room


def test_a_file_is_held_by_whatever_name_until_it_was_closed_as_often_as_it_was_opened(library: Library) -> None:
    path, link, other = library.path, library.path.with_name("link"), library.path.with_name("other")
    link.symlink_to(path)
    os.link(path, other)
    with Library.look(link) as reader:
        assert is_held(path)
        reader.close()
        reader.close()
    assert [is_held(each) for each in (path, link, other)] == [True] * 3
    library.close()
    assert [is_held(each) for each in (path, link, other)] == [False] * 3


def test_on_a_drive_whose_files_have_no_numbers_they_are_told_apart_by_where_they_stand(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    stat = Path.stat

    def without_number(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        found = stat(path, follow_symlinks=follow_symlinks)
        return os.stat_result((found.st_mode, 0, *found[2:]))

    note = library.path.with_name("note.txt")
    note.write_text("no library")
    monkeypatch.setattr(Path, "stat", without_number)
    with Library.look(library.path):
        assert is_held(library.path)
        assert not is_library(note)


EDIT = """
import sys
from pathlib import Path
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.school import Room
with Library.open(Path(sys.argv[1]), check=False) as library:
    editing.create(library, Room(name="Aula"))
    print("made", flush=True)
    sys.stdin.read()
"""


def test_what_two_write_to_one_file_of_two_names_is_all_kept(path: Path) -> None:
    Library.open(path, create=True).close()
    other = path.with_name("other.studydag")
    os.link(path, other)
    with Library.open(path) as library:
        editing.create(library, Room(name="Refter"))
        second = subprocess.Popen(
            [sys.executable, "-c", EDIT, str(other)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert second.stdout is not None
        assert second.stdout.readline() == "made\n"
        editing.create(library, Room(name="Kapel"))
        second.communicate()
    with Library.open(path) as library:
        assert [room.name for room in library.every(Room)] == ["Refter", "Aula", "Kapel"]
