"""The underlined letters of menus: one for each entry, none twice, in both languages."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from studydag.ui.letters import lettered
from studydag.ui.look import Look
from tests.ui.windows import open_window


def test_the_first_letter_goes_before_that_of_another_word_and_this_before_any():
    assert lettered(["Save", "Save a copy…", "Sum", "Su"]) == ["&Save", "Save &a copy…", "S&um", "Su"]


def test_what_names_a_key_or_has_a_letter_already_is_left_alone():
    assert lettered(["Cut\tCtrl+X", "&Copy", "People && rooms"]) == ["C&ut\tCtrl+X", "&Copy", "&People && rooms"]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_entry_of_every_menu_has_a_letter_of_its_own(
    qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path, code: str
):
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    window = open_window(qtbot, look, path, code)
    bar = [action.text() for action in window.menuBar().actions()]
    assert lettered(bar) == bar
    letters_of(bar)
    for action in window.menuBar().actions():
        menu = action.menu()
        assert isinstance(menu, QMenu)
        plain = [each.text() for each in menu.actions()]
        menu.aboutToShow.emit()
        letters_of([each.text() for each in menu.actions() if each.text()])
        menu.aboutToHide.emit()
        assert [each.text() for each in menu.actions()] == plain


def letters_of(texts: list[str]) -> None:
    """Look whether all have a letter, and each another one."""
    found = [text.replace("&&", "").partition("&")[2][:1].casefold() for text in texts]
    assert all(found), texts
    assert len(set(found)) == len(found), texts
