"""Whoever scrolls a form with the wheel changes nothing in it."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip
from pytestqt.qtbot import QtBot

import studydag.ui
from studydag.language import Language
from studydag.model.values.dates import RelativeDate
from studydag.ui.fields.choice import Choice, ChoiceField
from studydag.ui.fields.dates import DueField
from studydag.ui.fields.field import Field
from studydag.ui.fields.rhythm import RhythmField
from studydag.ui.fields.still_box import StillBox, StillNumber


def choice() -> Field:
    field = ChoiceField([Choice(n, str(n)) for n in range(5)])
    field.show_value(2)
    return field


def due() -> Field:
    field = DueField(Language.of("nl"))
    field.show_value(RelativeDate(2))
    return field


def rhythm() -> Field:
    field = RhythmField(Language.of("nl"))
    field.show_value("FREQ=MONTHLY;BYDAY=1TH")
    return field


@pytest.mark.parametrize("make", [choice, due, rhythm])
def test_the_wheel_changes_no_value_even_where_the_keys_are(make, qtbot: QtBot):
    field = make()
    qtbot.addWidget(field)
    field.show()
    edited: list[object] = []
    field.edited.connect(edited.append)
    for box in field.findChildren(QComboBox):
        assert isinstance(box, StillBox)
        box.setFocus()
        before = box.currentIndex()
        for turn in (120, -120, -120):
            at = QPointF(5, 5)
            wheel = QWheelEvent(
                at,
                at,
                QPoint(0, 0),
                QPoint(0, turn),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(box, wheel)
            assert not wheel.isAccepted()
        assert box.currentIndex() == before
    assert edited == []


def test_the_wheel_leaves_a_number_as_it_is(qtbot: QtBot):
    number = StillNumber()
    qtbot.addWidget(number)
    number.setValue(5)
    at = QPointF(5, 5)
    kinds = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    wheel = QWheelEvent(at, at, QPoint(0, 0), QPoint(0, 120), *kinds, False)
    QApplication.sendEvent(number, wheel)
    assert (number.value(), wheel.isAccepted()) == (5, False)


def test_no_list_and_no_number_of_the_window_turns_with_the_wheel():
    made = re.compile(r"\bQ(ComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial)\(")
    folder = Path(studydag.ui.__file__).parent
    files = [path for path in folder.rglob("*.py") if path.name != "still_box.py"]
    assert [str(path) for path in files if made.search(path.read_text(encoding="utf-8"))] == []


def test_a_text_without_room_ends_with_an_ellipsis_and_stands_whole_in_its_tip(qtbot: QtBot):
    box = StillBox()
    qtbot.addWidget(box)
    title = "Wat werkt: vijf strategieën in expertgroepen, en wat je er morgen mee doet"
    box.addItem(title)
    box.resize(150, 30)
    box.show()
    assert box.seen_text.endswith("…")
    assert title.startswith(box.seen_text.rstrip("…"))
    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), box.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == title
    QToolTip.hideText()

    box.resize(1000, 30)
    assert box.seen_text == title


def test_the_list_is_as_wide_as_its_words(qtbot: QtBot):
    box = StillBox()
    qtbot.addWidget(box)
    box.addItem("Self-evaluation or competence scan")
    box.setFixedWidth(60)
    box.show()
    box.showPopup()

    assert box.view().width() > box.fontMetrics().horizontalAdvance(box.itemText(0))
    box.hidePopup()


def test_assistive_technology_opens_the_list_reads_the_entries_and_chooses_one(qtbot: QtBot):
    field = choice()
    made: list[int] = []
    field.offer_new("Nieuw…", lambda: made.append(1) or 9)
    qtbot.addWidget(field)
    field.name("Plaats")
    field.show()
    edited: list[object] = []
    field.edited.connect(edited.append)
    box = field.box
    view = box.view()
    told = QAccessible.queryAccessibleInterface(view)
    for place, chosen in ((4, 4), (5, 9)):
        qtbot.keyClick(box, Qt.Key.Key_Home)
        edited.clear()
        box.showPopup()
        assert told.text(QAccessible.Text.Name) == "Plaats"
        entry = told.child(place)
        entry.actionInterface().doAction(QAccessibleActionInterface.toggleAction())
        QApplication.processEvents()
        assert not view.isVisible()
        assert edited == [chosen]
    assert made == [1]


def test_keys_go_through_the_open_list_without_choosing(qtbot: QtBot):
    field = choice()
    qtbot.addWidget(field)
    field.show()
    edited: list[object] = []
    field.edited.connect(edited.append)
    field.box.showPopup()
    qtbot.keyClick(field.box.view(), Qt.Key.Key_Down)
    QApplication.processEvents()
    assert field.box.view().isVisible()
    assert edited == []
    qtbot.keyClick(field.box.view(), Qt.Key.Key_Return)
    assert edited == [3]


def test_who_listens_hears_a_text_whole_that_is_cut_for_who_sees(qtbot: QtBot):
    box = StillBox()
    qtbot.addWidget(box)
    title = "Wat werkt: vijf strategieën in expertgroepen, en wat je er morgen mee doet"
    box.addItem(title)
    box.resize(150, 30)
    box.show()
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Value) == title
    assert box.seen_text.endswith("…")
