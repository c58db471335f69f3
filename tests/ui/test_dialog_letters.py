"""The underlined letters of a dialog: for what is seen, also when that changes, and Alt with one of them does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.asking.dialog import Dialog


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
