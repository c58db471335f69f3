"""The bar above a list: what its buttons leave off where there is little room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from studydag.ui.tables.list_bar import ListBar, UnderBar

WORD, SIGN = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture
def shown(qtbot: QtBot) -> UnderBar:
    """A heading, a button that adds, and four with signs."""
    within = UnderBar()
    qtbot.addWidget(within)
    heading = QLabel("What we agreed on the learning climate, or why we did not agree on it", within)
    heading.setWordWrap(True)
    within.bar = ListBar(within, heading, compact=False)
    picture = QPixmap(16, 16)
    picture.fill()
    within.bar.add(QAction(QIcon(picture), "Agreement on the learning climate", within), adds=True)
    for name in ("Copy", "Up", "Down", "Delete"):
        within.bar.add(QAction(QIcon(picture), name, within))
    column = QVBoxLayout(within)
    column.setContentsMargins(0, 0, 0, 0)
    column.addLayout(within.bar)
    within.resize(2000, 100)
    within.show()
    return within


def test_the_word_goes_where_it_would_cost_a_line_beside_or_below_the_heading(shown: UnderBar, qtbot: QtBot) -> None:
    bar = shown.bar
    assert bar.adding is not None
    assert bar.adding.toolButtonStyle() is WORD
    whole, below = bar.width_of_line, bar.width_of_buttons

    def styled(width: int) -> Qt.ToolButtonStyle:
        shown.resize(width, 100)
        qtbot.waitUntil(lambda: shown.width() == width)
        bar.fit()
        assert bar.adding is not None
        return bar.adding.toolButtonStyle()

    assert styled(whole) is WORD
    assert styled(whole - 1) is SIGN, "all stand on one line without the word"
    assert styled(below) is WORD, "below the heading there is room for it"
    assert styled(below - 1) is SIGN, "one button alone would stand on a third line"
