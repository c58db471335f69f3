"""Documents get names of files that every system takes."""

import datetime as dt
from pathlib import Path

import pytest

from studydag.ui.preview.file_names import LONGEST, SHORTEST, file_name, free_path, room_in


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Formatief handelen", "Formatief handelen - Plan 2027-03-11.pdf"),
        ('Wat? Hoe: a/b\\c <"x"> *|', "Wat Hoe a b c x - Plan 2027-03-11.pdf"),
        ("CON", "CON - Plan 2027-03-11.pdf"),
        ("nul.txt", "_nul.txt - Plan 2027-03-11.pdf"),
        ("  punten...  ", "punten - Plan 2027-03-11.pdf"),
        ("regel\n\teen\u202e\u0000", "regel een - Plan 2027-03-11.pdf"),
        ("../../etc", "etc - Plan 2027-03-11.pdf"),
        ("", "Plan 2027-03-11.pdf"),
        ("Zażółć gęślą jaźń 👩‍🏫", "Zażółć gęślą jaźń 👩‍🏫 - Plan 2027-03-11.pdf"),
    ],
)
def test_file_names_are_safe_everywhere(title: str, expected: str):
    assert file_name(title, "Plan", dt.date(2027, 3, 11), ".pdf") == expected


@pytest.mark.parametrize("title", ["woord " * 60, "x" * 400, "日本" * 200, "👩‍🏫" * 100])
def test_long_titles_are_shortened(title: str):
    name = file_name(title, "Deelnemersprogramma", dt.date(2027, 3, 11), ".pdf")

    assert len(name.encode()) <= LONGEST
    assert name.endswith(" - Deelnemersprogramma 2027-03-11.pdf")


def test_reserved_names_are_avoided():
    assert file_name("", "con", None, ".pdf") == "_con.pdf"
    assert file_name("", "...", None, ".pdf") == "studydag.pdf"


def test_a_free_path_gets_a_number(tmp_path: Path):
    (tmp_path / "a.pdf").touch()
    (tmp_path / "a (2).pdf").touch()

    assert free_path(tmp_path / "a.pdf") == tmp_path / "a (3).pdf"
    assert free_path(tmp_path / "b.pdf") == tmp_path / "b.pdf"


def test_a_name_that_differs_in_capitals_only_is_taken_already(tmp_path: Path):
    assert free_path(tmp_path / "Jan.pdf", [tmp_path / "jan.PDF"]) == tmp_path / "Jan (2).pdf"


def test_on_windows_the_folder_takes_room_from_the_name():
    deep = Path("C:/OneDrive - Scholengroep/Documenten") / ("x" * 70) / ("y" * 60)

    assert room_in(Path("C:/Documenten"), "win32") == LONGEST
    assert room_in(deep, "win32") + len(str(deep)) == 245
    assert room_in(deep / ("z" * 200), "win32") == SHORTEST
    assert room_in(deep, "linux") == LONGEST
    name = file_name("woord " * 60, "Deelnemersprogramma", dt.date(2027, 3, 11), ".pdf", room_in(deep, "win32"))
    assert len(name) <= room_in(deep, "win32")
    assert name.endswith(" - Deelnemersprogramma 2027-03-11.pdf")
