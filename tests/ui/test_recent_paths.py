"""Paths in menus, however long and whatever is in them."""

from pathlib import PureWindowsPath

from studydag.ui.recent_paths import HEAD, LONGEST, entry_of


def test_a_path_with_an_ampersand_shows_it():
    assert entry_of(PureWindowsPath("D:/Lezen & schrijven/school.studydag")) == r"D:\Lezen && schrijven\school.studydag"


def test_a_long_path_loses_its_middle_and_keeps_its_name():
    path = PureWindowsPath("C:/OneDrive - Scholengroep") / ("diep" * 30) / "school.studydag"
    entry = entry_of(path)
    assert len(entry) == LONGEST
    assert entry.startswith(str(path)[:HEAD] + "…")
    assert entry.endswith("school.studydag")
    assert entry_of(PureWindowsPath("C:/school.studydag")) == r"C:\school.studydag"
