"""A label of one line gives way, and its tip has all of it."""

from pytestqt.qtbot import QtBot

from studydag.ui.layouts.one_line import OneLine


def test_a_long_text_gives_way_and_stands_in_the_tip(qtbot: QtBot):
    label = OneLine()
    qtbot.addWidget(label)
    label.setText("Een lange titel van een studiedag " * 10)
    assert label.minimumSizeHint().width() < 200
    label.resize(200, 30)
    label.show()
    label.grab()
    assert label.toolTip() == label.text()
    label.setText("Kort")
    label.grab()
    assert label.toolTip() == ""
    label.setWordWrap(True)
    label.setText("Een lange titel van een studiedag " * 10)
    label.grab()
    # While it wraps all of it is seen.
    assert label.toolTip() == ""
