"""The underlined letters of a dialog: for what is seen, also when that changes, and Alt with one of them does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.asking.dialog import Dialog
from studydag.ui.asking.message_box import MessageBox
from tests.ui.answering import with_dialog


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    made = Dialog("Nieuw", Language.of("nl"), None, accept="Opslaan")
    qtbot.addWidget(made)
    made.line = QLineEdit(made)
    made.add_field("Omschrijving", made.line)
    made.other = QPushButton("Overslaan", made)
    made.body.addWidget(made.other)
    made.show()
    return made


def test_each_button_has_a_letter_and_then_each_label(dialog: Dialog):
    assert dialog.accepting.text() == "&Opslaan"
    assert dialog.other.text() == "O&verslaan"
    label = next(each for each in dialog.content.children() if getattr(each, "buddy", lambda: None)() is dialog.line)
    assert label.text() == "O&mschrijving"


def test_what_says_something_else_or_comes_later_gets_a_letter_as_well(dialog: Dialog, qtbot: QtBot):
    dialog.accepting.setText("Klaar && weg")
    later = QPushButton("Kiezen", dialog)
    dialog.body.addWidget(later)
    later.show()
    qtbot.waitUntil(lambda: dialog.accepting.text() == "&Klaar && weg")
    qtbot.waitUntil(lambda: later.text() == "K&iezen")
    assert dialog.other.text() == "&Overslaan"


def test_alt_and_a_letter_press_a_button(dialog: Dialog, qtbot: QtBot):
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    pressed = []
    dialog.other.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(dialog.line, Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: pressed == [True])


def test_a_box_that_asks_is_not_answered_by_a_letter_that_was_still_being_typed(qtbot: QtBot):
    box = MessageBox(None, QMessageBox.Icon.Question, "Wissen?")
    sure = box.addButton("Wissen", QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(box.addButton("Annuleren", QMessageBox.ButtonRole.RejectRole))

    def type_on(_box: object) -> None:
        pressed: list[object] = []
        box.buttonClicked.connect(pressed.append)
        qtbot.keyClicks(box, "wa")
        # Qt clicks a button that a key presses a moment later.
        assert not any(button.isDown() for button in box.buttons())
        assert (box.isVisible(), pressed) == (True, [])
        assert sure.text() == "&Wissen"
        qtbot.keyClick(box, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: pressed == [sure])

    closed: list[object] = []
    with_dialog(type_on, lambda: closed.append(box.run()))
    assert closed == [sure]
