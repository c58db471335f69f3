"""The tabs of a study day's pages, and their numbers."""

from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from studydag.ui.look import Look
from studydag.ui.widgets.page_tabs import PageTabs, fit_tabs


def made(qtbot: QtBot, look: Look) -> PageTabs:
    tabs = PageTabs(look)
    qtbot.addWidget(tabs)
    for title in ("Overzicht", "Doelen", "Programma", "Mensen && ruimtes"):
        tabs.addTab(title)
    tabs.resize(900, 40)
    tabs.show()
    return tabs


def places(tabs: PageTabs) -> list[QRect]:
    return [tabs.tabRect(place) for place in range(tabs.count())]


def test_no_tab_moves_when_a_number_comes_or_goes(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    before = places(tabs)
    empty = tabs.grab().toImage()
    for number in (1, 12, 345):
        tabs.show_number(1, number)
        assert places(tabs) == before
        assert tabs.grab().toImage() != empty
    tabs.show_number(1, 0)
    assert places(tabs) == before
    assert tabs.grab().toImage() == empty


def test_a_number_stands_beside_its_title_and_keeps_off_the_next(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    tabs.show_number(0, 9)
    words = tabs.fontMetrics().horizontalAdvance("Doelen")
    next_title = tabs.tabRect(1).center().x() - words // 2

    assert tabs.badge(0).left() >= tabs.tabRect(0).center().x()
    assert tabs.badge(0).right() < next_title


def test_tabs_stand_closer_together_where_they_would_not_fit(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    loose = tabs.sizeHint().width()
    fit_tabs(tabs, loose - 1)
    assert tabs.sizeHint().width() < loose
    assert tabs.tabRect(3).right() < loose - 1
    fit_tabs(tabs, loose)
    assert tabs.sizeHint().width() == loose
