"""The editor of dates: typed, or picked from a calendar that the Tab key does not stop at."""

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QToolButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.fields.dates import DateField
from studydag.ui.reading_order import stops


def made(qtbot: QtBot) -> DateField:
    field = DateField(Language.of("nl"))
    field.name("Datum")
    qtbot.addWidget(field)
    field.show()
    return field


def test_the_tab_key_stops_at_the_line_alone(qtbot: QtBot):
    field = made(qtbot)

    assert list(stops(field)) == [field.typed.line]
    assert field.findChild(QToolButton).accessibleName() == "Datum: Kiezen in een kalender"


def test_alt_down_opens_the_calendar_and_a_day_in_it_is_taken(qtbot: QtBot):
    field = made(qtbot)
    field.show_value(dt.date(2027, 3, 11))
    taken: list[object] = []
    field.edited.connect(taken.append)
    qtbot.keyClick(field.typed.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2027, 3, 11)
    calendar.activated.emit(QDate(2027, 3, 18))
    QApplication.processEvents()

    assert taken == [dt.date(2027, 3, 18)]
    assert field.typed.line.text() == "do 18 mrt 2027"
