"""What is typed on the keyboards of Windows, Belgium and macOS comes in, and commands nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.values.school import Person
from studydag.ui.main_window import MainWindow
from studydag.ui.menu import Menu
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.qt_texts import speak
from studydag.ui.typed_keys import digit_by, keys_of, sequence, typed_by, with_ctrl
from tests.ui.windows import parts

MODIFIERS = Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = (
    MODIFIERS.NoModifier,
    MODIFIERS.ShiftModifier,
    MODIFIERS.ControlModifier,
    MODIFIERS.AltModifier,
)


def pressed(text: str, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, modifiers, text)


@pytest.mark.parametrize(
    ("text", "modifiers", "expected"),
    [
        ("a", NONE, "a"),
        ("A", SHIFT, "A"),
        # AltGr, as Windows tells of it.
        ("@", CTRL | ALT, "@"),
        ("Ä", CTRL | ALT | SHIFT, "Ä"),
        ("a", ALT, ""),
        ("\x01", CTRL, ""),
        ("a", CTRL, ""),
        ("a", MODIFIERS.MetaModifier, ""),
        ("\r", NONE, ""),
        (" ", NONE, ""),
        ("", NONE, ""),
    ],
)
def test_altgr_types_and_other_keys_command(text: str, modifiers: Qt.KeyboardModifier, expected: str):
    assert typed_by(pressed(text, modifiers)) == expected


@pytest.mark.parametrize(
    ("text", "modifiers", "expected"),
    [
        ("3", NONE, "3"),
        ("3", MODIFIERS.KeypadModifier, "3"),
        # A Belgian keyboard.
        ("3", SHIFT, "3"),
        ("#", SHIFT, ""),
        ("3", CTRL, ""),
        ("³", CTRL | ALT, ""),
        ("٣", NONE, ""),
        ("", NONE, ""),
    ],
)
def test_a_digit_is_one_with_shift_as_well(text: str, modifiers: Qt.KeyboardModifier, expected: str):
    assert digit_by(pressed(text, modifiers)) == expected


def test_on_a_belgian_keyboard_ctrl_and_a_digit_needs_no_shift():
    assert [keys.toString() for keys in with_ctrl(2, belgian=True)] == ["Ctrl+2", "Ctrl+É"]
    assert [keys.toString() for keys in with_ctrl(0, belgian=True)] == ["Ctrl+0", "Ctrl+À"]
    assert [keys.toString() for keys in with_ctrl(2, belgian=False)] == ["Ctrl+2"]


def test_every_key_that_the_system_has_for_a_command_does_it_and_no_two_share_one(window: MainWindow, qtbot: QtBot):
    _assembly, workspace = parts(window)
    editing.create(workspace.library, Person(name="Noor"))
    people = len(workspace.library.every(Person))
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert len(workspace.library.every(Person)) == people - 1
    # What the help says; Windows shows Ctrl+Y.
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(workspace.library.every(Person)) == people
    assert window.assembly is not None
    keys = [keys.toString() for action in window.assembly.actions.all for keys in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert {each.toString() for each in QKeySequence.keyBindings(QKeySequence.StandardKey.Close)} <= set(keys)
    assert {"Ctrl++", "Ctrl+="} <= set(keys)
    # What macOS puts elsewhere.
    roles = [action.menuRole() for action in window.assembly.actions.all]
    moved = [role for role in roles if role is not QAction.MenuRole.NoRole]
    assert moved == [QAction.MenuRole.QuitRole, QAction.MenuRole.AboutRole]


def test_a_command_has_each_of_its_keys_once():
    redo = QKeySequence.StandardKey.Redo
    usual = QKeySequence.keyBindings(redo)
    keys = keys_of(redo, "Ctrl+Y", "Ctrl+Shift+Z", "F9")
    assert keys[: len(usual)] == usual
    named = [each.toString() for each in keys]
    assert {"Ctrl+Y", "Ctrl+Shift+Z", "F9"} <= set(named)
    assert len(named) == len(set(named))


def test_shift_f10_opens_the_menu_of_what_has_the_keys_and_f10_those_of_the_window(window: MainWindow, qtbot: QtBot):
    assembly, _workspace = parts(window)
    window.activateWindow()
    page = assembly.day_view.show_page("follow_up")
    assert isinstance(page, FollowUpPage)
    table = page.actions_by_date.table
    table.selectRow(0)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F10, SHIFT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, Menu)
    assert all("&" in action.text() for action in menu.actions() if not action.isSeparator())
    menu.close()
    qtbot.keyClick(table, Qt.Key.Key_F10)
    of_window = QApplication.activePopupWidget()
    assert isinstance(of_window, QMenu)
    assert of_window is window.menuBar().actions()[0].menu()
    assert of_window.activeAction() is of_window.actions()[0]
    of_window.close()
    assert table.hasFocus()


def test_keys_are_read_by_their_english_names_while_qt_speaks_dutch(qtbot: QtBot):
    # Dutch calls both Return and Enter "Enter": read by that name the two were one, and neither was obeyed.
    speak("nl")
    try:
        assert sequence("Ctrl+Enter") != sequence("Ctrl+Return")
        assert sequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Enter"
    finally:
        speak("en")


def test_no_key_of_the_programme_is_one_of_the_menus_as_well(window: MainWindow):
    assembly, _ = parts(window)
    page = assembly.day_view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    # Of saving a copy each platform has its own.
    taken = {key.toString() for action in assembly.actions.all for key in action.shortcuts()} | {"Ctrl+Shift+S"}
    own = {key.toString() for action in page.list.actions() for key in action.shortcuts()}
    clipboard = {key.toString() for action in page.list.actions() if action.objectName() for key in action.shortcuts()}
    assert own & taken <= clipboard
