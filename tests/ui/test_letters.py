"""The underlined letters of menus: one for each entry, none twice, in both languages."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

import studydag.ui
from studydag.ui.letters import KEYS, lettered
from studydag.ui.look import Look
from studydag.ui.menu import Menu
from tests.ui.windows import open_window


def test_the_first_letter_goes_before_that_of_another_word_and_this_before_any():
    assert lettered(["Save", "Save a copy…", "Sum", "Su"]) == ["&Save", "Save &a copy…", "S&um", "Su"]


def test_what_names_a_key_or_has_a_letter_already_is_left_alone():
    assert lettered(["Cut\tCtrl+X", "&Copy", "People && rooms"]) == ["C&ut\tCtrl+X", "&Copy", "&People && rooms"]


def test_a_number_that_may_change_is_no_letter():
    assert lettered(["1 Open"]) == ["&1 Open"]
    assert lettered(["0 dagen wissen", "Annuleren"], digits=False) == ["0 &dagen wissen", "&Annuleren"]


@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_entry_of_every_menu_has_a_letter_of_its_own(qtbot: QtBot, look: Look, school_file: Path, code: str):
    window = open_window(qtbot, look, school_file, code)
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


def test_an_entry_says_which_keys_do_the_same_while_its_menu_is_shown(qtbot: QtBot):
    menu = Menu()
    qtbot.addWidget(menu)
    delete = menu.addAction("Verwijderen")
    delete.setProperty(KEYS, "Del")
    menu.popup(QPoint(0, 0))
    assert delete.text() == "&Verwijderen\tDel"
    menu.hide()
    assert delete.text() == "Verwijderen"


def test_a_menu_that_is_filled_when_it_is_shown_has_letters_until_it_is_hidden(qtbot: QtBot):
    menu = Menu()
    qtbot.addWidget(menu)

    def fill() -> None:
        menu.clear()
        menu.addAction("Openen")
        menu.addMenu("Opslaan").addAction("Hier")

    menu.aboutToShow.connect(fill)
    menu.popup(QPoint(0, 0))
    assert [action.text() for action in menu.actions()] == ["&Openen", "O&pslaan"]
    inner = menu.actions()[1].menu()
    assert isinstance(inner, QMenu)
    inner.popup(QPoint(0, 0))
    assert inner.actions()[0].text() == "&Hier"
    inner.hide()
    menu.hide()
    assert [action.text() for action in menu.actions()] == ["Openen", "Opslaan"]


def test_every_menu_of_the_window_has_letters():
    # In one of these one types to look for something, one holds a calendar, and the last are those of the menu bar.
    without = {"fields/tick_menu.py", "fields/dates.py", "actions.py"}
    top = Path(studydag.ui.__file__).parent
    found = {
        path.relative_to(top).as_posix()
        for path in top.rglob("*.py")
        if re.search(r"(?<![A-Za-z(])QMenu\(", path.read_text("utf-8"))
    }
    assert found <= without


def test_the_click_that_opens_a_menu_chooses_nothing(qtbot: QtBot):
    menu = Menu()
    qtbot.addWidget(menu)
    chosen: list[bool] = []
    first = menu.addAction("Verplaatsen", lambda: chosen.append(True))
    # Not at an edge of the screen, from where the menu would go elsewhere.
    QCursor.setPos(300, 300)
    menu.ensurePolished()
    menu.sizeHint()
    menu.popup(QCursor.pos() - menu.actionGeometry(first).center())
    menu.setActiveAction(first)
    at = menu.mapFromGlobal(QCursor.pos())
    assert menu.actionAt(at) is first
    qtbot.mouseMove(menu, at)
    QTest.mouseRelease(menu, Qt.MouseButton.RightButton, pos=at)
    assert not chosen
    assert menu.isVisible()
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(first).center())
    assert chosen == [True]
