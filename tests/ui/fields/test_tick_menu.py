"""The menu to tick things in."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from studydag.ui.fields.choice import Choice, ManyField


@pytest.fixture
def field(qtbot: QtBot) -> ManyField:
    made = ManyField([Choice(each, f"Persoon {each}") for each in range(1, 31)], nothing="niets", search="Typ")
    made.show_value(())
    qtbot.addWidget(made)
    made.show()
    made.menu.popup(QPoint(40, 40))
    return made


def test_the_click_that_opens_it_ticks_nothing(field: ManyField, qtbot: QtBot) -> None:
    menu = field.menu
    below = menu.mapFromGlobal(QCursor.pos())
    qtbot.mouseRelease(menu, Qt.MouseButton.LeftButton, pos=below)
    assert field.shown == ()
    ticked = menu.actions()[3]
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(ticked).center())
    assert field.shown == (ticked.data(),)
    menu.close()


def test_typing_leaves_what_has_those_letters(field: ManyField, qtbot: QtBot) -> None:
    menu = field.menu
    assert menu.actions()[0].text() == "Typ"
    qtbot.keyClicks(menu, "n29")
    assert not any(action.isVisible() for action in menu.actions() if action.isCheckable())
    for _letter in range(3):
        qtbot.keyClick(menu, Qt.Key.Key_Backspace)
    qtbot.keyClicks(menu, "29")
    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert shown == ["29", "Persoon 29"]
    qtbot.keyClick(menu, Qt.Key.Key_Space)
    assert field.shown == (29,)
    menu.close()
    menu.popup(QPoint(40, 40))
    assert sum(action.isVisible() for action in menu.actions()) == 31
    menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_F4])
def test_the_keys_that_open_a_list_open_it_on_its_first(qtbot: QtBot, key: Qt.Key) -> None:
    made = ManyField([Choice(1, "Een"), Choice(2, "Twee")], nothing="niets")
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made.button, key)
    assert made.menu.isVisible()
    qtbot.keyClick(made.menu, Qt.Key.Key_Space)
    assert made.shown == (1,)
    made.menu.close()


def test_enter_after_the_space_bar_closes_it_and_keeps_the_tick(qtbot: QtBot) -> None:
    made = ManyField([Choice(1, "Een"), Choice(2, "Twee")], nothing="niets")
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made.button, Qt.Key.Key_T, Qt.KeyboardModifier.NoModifier)
    assert made.menu.activeAction().text() == "Twee"
    qtbot.keyClick(made.menu, Qt.Key.Key_Space)
    qtbot.keyClick(made.menu, Qt.Key.Key_Return)
    assert not made.menu.isVisible()
    assert made.shown == (2,)
    qtbot.keyClick(made.button, Qt.Key.Key_Down)
    qtbot.keyClick(made.menu, Qt.Key.Key_Return)
    assert made.shown == (2, 1)


@pytest.mark.parametrize("many", [False, True])
def test_letters_that_nothing_has_tick_nothing(qtbot: QtBot, many: bool) -> None:
    names = ["Anneke", "Fatima El Idrissi", "Jan", *(f"Persoon {each}" for each in range(30 * many))]
    made = ManyField([Choice(each, each) for each in names], nothing="niets", search="Typ")
    made.show_value(())
    qtbot.addWidget(made)
    made.show()
    qtbot.keyClick(made.button, Qt.Key.Key_M)
    qtbot.keyClicks(made.menu, "ar")
    assert made.menu.activeAction() is None
    qtbot.keyClick(made.menu, Qt.Key.Key_Return)
    assert (made.shown, made.menu.isVisible()) == ((), False)
    qtbot.keyClick(made.button, Qt.Key.Key_I)
    qtbot.keyClicks(made.menu, "d")
    qtbot.keyClick(made.menu, Qt.Key.Key_Space)
    if not many:
        qtbot.keyClicks(made.menu, "jan")
        qtbot.keyClick(made.menu, Qt.Key.Key_Return)
    assert made.shown == ("Fatima El Idrissi", "Jan")[: 1 + (not many)]
    made.menu.close()
