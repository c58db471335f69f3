"""Tabs give way to a menu where there is no room for all of them."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.ui.layouts.page_tabs import PageTabs
from studydag.ui.layouts.quiet_tabs import QuietTabs, that_fit
from studydag.ui.look import Look

TITLES = ("Overzicht", "Doelen", "Programma", "Mensen && ruimtes", "Vervolg")


def made(qtbot: QtBot, tabs: QuietTabs) -> QuietTabs:
    qtbot.addWidget(tabs)
    for title in TITLES:
        tabs.addTab(title)
    tabs.resize(1200, 40)
    tabs.show()
    return tabs


def seen(tabs: QuietTabs) -> list[int]:
    return [place for place in range(tabs.count()) if not tabs.tabRect(place).isEmpty()]


def test_the_first_tabs_and_the_current_one_are_those_that_fit():
    assert that_fit([50, 60, 70], 0, 180, 40) == [0, 1, 2]
    assert that_fit([50, 60, 70], 0, 179, 40) == [0, 1]
    assert that_fit([50, 60, 70], 2, 165, 40) == [0, 2]
    assert that_fit([50, 60, 70], 2, 20, 40) == [2]
    assert that_fit([], -1, 20, 40) == []


def test_tabs_that_do_not_fit_are_in_a_menu_that_brings_them_into_view(qtbot: QtBot):
    tabs = made(qtbot, QuietTabs("Meer"))
    assert seen(tabs) == [0, 1, 2, 3, 4]
    assert not tabs.more.isVisible()
    tabs.setAccessibleTabName(4, "Vervolg en acties")
    tabs.resize(tabs.sizeHint().width() - 60, 40)
    assert seen(tabs) == [0, 1, 2]
    assert tabs.more.isVisible()
    assert tabs.more.geometry().left() >= tabs.tabRect(2).right()
    assert tabs.more.geometry().right() < tabs.width()

    tabs.menu.aboutToShow.emit()
    entries = tabs.menu.actions()
    assert [entry.text().replace("&", "") for entry in entries] == ["Mensen  ruimtes", "Vervolg en acties"]
    entries[1].trigger()
    assert tabs.currentIndex() == 4
    assert 4 in seen(tabs)
    assert 3 not in seen(tabs)
    tabs.resize(tabs.sizeHint().width(), 40)
    assert seen(tabs) == [0, 1, 2, 3, 4]


def test_the_arrow_keys_reach_every_tab(qtbot: QtBot):
    tabs = made(qtbot, QuietTabs("Meer"))
    tabs.resize(tabs.sizeHint().width() // 2, 40)
    for place in range(1, 5):
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
        assert tabs.currentIndex() == place
        assert place in seen(tabs)
    qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.currentIndex() == 4
    qtbot.keyClick(tabs, Qt.Key.Key_Home)
    assert tabs.currentIndex() == 0
    qtbot.keyClick(tabs, Qt.Key.Key_End)
    assert tabs.currentIndex() == 4


def test_a_tab_that_there_is_not_is_in_no_menu(qtbot: QtBot):
    tabs = made(qtbot, QuietTabs("Meer"))
    tabs.setTabVisible(3, False)
    assert not tabs.isTabVisible(3)
    tabs.resize(tabs.sizeHint().width() - 1, 40)
    assert tabs.hidden_tabs() == [2, 4]
    assert tabs.isTabVisible(4)


def test_what_holds_tabs_says_how_many_points_stand_on_them(qtbot: QtBot, look: Look):
    tabs = PageTabs(look, "Meer")
    made(qtbot, tabs)
    tabs.show_number(4, 3)
    tabs.show_number(0, 2)
    tabs.resize(tabs.sizeHint().width() - 1, 40)
    assert tabs.more.text() == "Meer (3)"
