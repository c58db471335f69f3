"""The editor of a rhythm shows nothing of the moment that was looked at before."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.values.school import Weekday
from studydag.ui.fields.rhythm import WEEKS, RhythmField


def test_what_happens_once_begins_anew_and_not_with_the_rhythm_shown_before(qtbot: QtBot) -> None:
    field = RhythmField(Language.of("nl"))
    qtbot.addWidget(field)
    field.show_value("FREQ=WEEKLY;INTERVAL=4;BYDAY=TU")
    field.show_value("")
    found: list[object] = []
    field.edited.connect(found.append)
    field.kind.setCurrentIndex(WEEKS)
    field.kind.activated.emit(WEEKS)
    assert found == ["FREQ=WEEKLY"]
    assert not field.weekdays[Weekday.TUESDAY].isChecked()
