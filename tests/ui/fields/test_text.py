"""What assistive technology writes into a field is finished at once; what is typed, when the field is left."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.fields.field import Field
from studydag.ui.fields.text import LineField, TextField
from studydag.ui.fields.typed import MinutesField
from studydag.ui.fields.words_line import WordsLine


def edits(qtbot: QtBot, field: Field, value: object) -> list[object]:
    """Show a value, and return the list in which edits will be."""
    qtbot.addWidget(field)
    field.show()
    found: list[object] = []
    field.edited.connect(found.append)
    field.show_value(value)
    return found


def test_a_line_written_from_outside_is_finished(qtbot: QtBot):
    field = LineField()
    found = edits(qtbot, field, "Koffie")
    assert found == []
    field.line.setText("Thee")
    assert found == ["Thee"]


def test_a_line_that_is_typed_is_finished_when_it_is_left(qtbot: QtBot):
    field = LineField()
    found = edits(qtbot, field, "Koffie")
    field.line.setFocus()
    field.line.selectAll()
    qtbot.keyClicks(field.line, "Thee")
    assert found == []
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert found == ["Thee"]


@pytest.mark.parametrize("language", [Language.of("nl")], ids=["nl"])
def test_minutes_written_from_outside_count_as_soon_as_they_can_be_read(qtbot: QtBot, language: Language):
    field = MinutesField(language)
    found = edits(qtbot, field, 30)
    field.line.setText("")
    field.line.setText("veel")
    assert found == []
    assert field.line.property("wrong")
    field.line.setText("45")
    assert found == [45]
    assert not field.line.property("wrong")


def test_what_was_written_from_outside_and_says_nothing_is_told_where_nobody_leaves_the_field(qtbot: QtBot):
    field = MinutesField(Language.of("nl"))
    found = edits(qtbot, field, 30)
    told: list[str] = []
    field.unread.connect(told.append)
    (waiting,) = (each for each in field.findChildren(QTimer) if each.parent() is field)
    field.line.setText("veel")
    assert (told, waiting.isActive()) == ([], True)
    waiting.timeout.emit()
    assert (told, found, field.line.text()) == (["veel"], [], "30\u00a0min")
    field.line.setText("ve")
    field.line.setText("45")
    assert not waiting.isActive()
    assert (told, found) == (["veel"], [45])


def test_a_longer_text_written_from_outside_is_finished_and_a_typed_one_is_not(qtbot: QtBot):
    field = TextField()
    found = edits(qtbot, field, "Waarom deze dag?")
    assert found == []
    field.text.setPlainText("Omdat het kan.")
    assert found == ["Omdat het kan."]
    qtbot.keyClicks(field.text, "x")
    assert found == ["Omdat het kan."]
    field.finish()
    assert found[1:] == ["xOmdat het kan."]


def test_a_long_text_is_saved_in_a_pause_and_what_is_typed_on_stays(qtbot: QtBot):
    field = TextField()
    field.save_while_typing(pause=0)
    found = edits(qtbot, field, "")
    field.text.setFocus()
    qtbot.waitUntil(field.text.hasFocus)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.text, "Eerst")
    qtbot.keyClicks(field.text, " en dan")
    field.show_value("Eerst")
    assert field.text.toPlainText() == "Eerst en dan"
    field.finish()
    assert found == ["Eerst", "Eerst en dan"]


@pytest.mark.parametrize("kind", [LineField, TextField])
def test_who_types_without_a_pause_is_saved_too(qtbot: QtBot, kind: type[LineField | TextField]):
    field = kind()
    field.save_while_typing(pause=200, latest=0)
    found = edits(qtbot, field, "")
    control = field.focusProxy()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)

    def is_saved_by_the_next_key() -> bool:
        qtbot.keyClicks(control, "a")
        return bool(found)

    qtbot.waitUntil(is_saved_by_the_next_key)


def test_a_line_is_saved_in_a_pause_and_escape_goes_back_to_before_it(qtbot: QtBot):
    field = LineField()
    field.save_while_typing(pause=0)
    found = edits(qtbot, field, "Oud")
    field.line.setFocus()
    qtbot.waitUntil(field.line.hasFocus)
    field.line.end(False)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.line, " en")
    qtbot.keyClicks(field.line, " nieuw")
    field.show_value("Oud en")
    assert field.line.text() == "Oud en nieuw"
    assert field.line.cursorPosition() == len("Oud en nieuw")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.line.text(), found) == ("Oud", ["Oud en", "Oud"])


def test_escape_goes_back_to_what_stood_there_before_the_pauses(qtbot: QtBot):
    field = TextField()
    field.save_while_typing(pause=0)
    found = edits(qtbot, field, "Oud")
    field.text.setFocus()
    qtbot.waitUntil(field.text.hasFocus)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field.text, "Nieuw ")
    qtbot.keyClick(field.text, Qt.Key.Key_Escape)
    assert field.text.toPlainText() == "Oud"
    assert found[-1] == "Oud"


def test_a_text_is_cut_off_nowhere_where_a_scroll_bar_comes_beside_it_as_it_grows(qtbot: QtBot):
    area, inner = QScrollArea(), QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(inner)
    field, below = TextField(), QLabel("x")
    below.setFixedHeight(50)
    column.addWidget(field)
    column.addWidget(below)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    field.show_value("After this day everyone has an exit ticket ready for a lesson, and a mate to try it with. " * 2)
    seen = set()
    for width in range(200, 320, 4):
        area.hide()
        area.resize(width, 190)
        area.show()
        text = field.text.document().firstBlock().layout()
        widest = max(text.lineAt(line).naturalTextRect().right() for line in range(text.lineCount()))
        assert widest <= field.text.viewport().width()
        seen.add(area.verticalScrollBar().isVisible())
    assert seen == {False, True}


@pytest.mark.parametrize("made", [LineField, TextField])
def test_undo_is_the_windows_where_no_typing_is_to_be_undone(qtbot: QtBot, made: type[Field]):
    window = QMainWindow()
    qtbot.addWidget(window)
    field = made(window)
    window.setCentralWidget(field)
    undo = QAction(window, shortcut=QKeySequence(QKeySequence.StandardKey.Undo))
    undone: list[bool] = []
    undo.triggered.connect(lambda: undone.append(True))
    window.addAction(undo)
    field.show_value("Koffie")
    window.show()
    window.activateWindow()
    control = field.focusProxy()
    control.setFocus()
    qtbot.waitUntil(control.hasFocus)
    qtbot.keyClick(control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]
    qtbot.keyClicks(control, "x")
    qtbot.keyClick(control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [True]


def test_what_to_type_in_a_filter_is_told_once(qtbot: QtBot):
    line = WordsLine("Mensen filteren")
    qtbot.addWidget(line)
    told = QAccessible.queryAccessibleInterface(line)
    said = [told.text(kind).strip() for kind in (QAccessible.Text.Name, QAccessible.Text.Description)]
    assert said == ["Mensen filteren", ""]
