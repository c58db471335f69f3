"""The tabs of a study day's pages, and their numbers."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studydag.ui.layouts.page_tabs import PageTabs, fit_tabs
from studydag.ui.layouts.sub_tabs import SubTabs
from studydag.ui.look import Look


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


def test_a_number_covers_no_letter_where_tabs_are_close(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    fit_tabs(tabs, tabs.sizeHint().width() - 1)
    words = [tabs.fontMetrics().horizontalAdvance(title) for title in ("Overzicht", "Doelen", "Programma")]
    for place in (0, 1):
        tabs.show_number(place, 9)
        assert tabs.badge(place).left() >= tabs.tabRect(place).center().x() + words[place] // 2
        assert tabs.badge(place).right() <= tabs.tabRect(place + 1).center().x() - words[place + 1] // 2 + 1


def test_the_frame_of_the_keys_goes_round_the_title_and_its_number(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    tabs.activateWindow()
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(tabs.hasFocus)
    for room in (900, tabs.sizeHint().width() - 1):
        fit_tabs(tabs, room)
        for number in (0, 3):
            for place in range(3):
                tabs.show_number(place, number)
            tabs.setCurrentIndex(1)
            frame = tabs.frame()
            words = tabs.fontMetrics().horizontalAdvance("Programma")
            assert frame is not None
            assert frame.right() <= tabs.tabRect(2).center().x() - words // 2 + 1
            assert frame.left() < tabs.tabRect(1).center().x() - tabs.fontMetrics().horizontalAdvance("Doelen") // 2
            if number:
                assert tabs.badge(0).right() <= frame.left() + 2
                assert tabs.badge(1).right() <= frame.right()
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(2).center())
    assert tabs.frame() is None


def test_tabs_stand_closer_together_where_they_would_not_fit(qtbot: QtBot, look: Look):
    tabs = made(qtbot, look)
    loose = tabs.sizeHint().width()
    fit_tabs(tabs, loose - 1)
    assert tabs.sizeHint().width() < loose
    assert tabs.tabRect(3).right() < loose - 1
    fit_tabs(tabs, loose)
    assert tabs.sizeHint().width() == loose


def test_tabs_of_a_page_have_shorter_titles_and_stand_closer_where_there_is_no_room_for_more(qtbot: QtBot):
    tabs = SubTabs("Onderdelen")
    qtbot.addWidget(tabs)
    tabs.resize(900, 200)
    for title, short in (
        ("Leerbehoeften en doelen", "Lijsten"),
        ("Verwachte effecten", "Effecten"),
        ("Rode draad", ""),
    ):
        tabs.add(title, QWidget(), short=short)
        tabs.fit()
    tabs.show()
    qtbot.waitUntil(lambda: tabs.bar.width() == tabs.bar.sizeHint().width())
    assert [tabs.bar.tabText(place) for place in range(3)] == [
        "Leerbehoeften en doelen",
        "Verwachte effecten",
        "Rode draad",
    ]
    tabs.resize(tabs.bar.sizeHint().width() - 60, 200)
    assert [tabs.bar.tabText(place) for place in range(3)] == ["Lijsten", "Effecten", "Rode draad"]
    assert tabs.bar.tabToolTip(0) == "Leerbehoeften en doelen"
    assert tabs.bar.accessibleTabName(0) == "Leerbehoeften en doelen"
    tabs.resize(900, 200)
    assert tabs.bar.tabText(0) == "Leerbehoeften en doelen"


def test_a_clicked_tab_shows_no_ring_until_a_key_is_pressed(qtbot: QtBot):
    tabs = SubTabs("Onderdelen")
    qtbot.addWidget(tabs)
    for title in ("Een", "Twee"):
        tabs.add(title, QWidget())
    tabs.show()
    qtbot.mouseClick(tabs.bar, Qt.MouseButton.LeftButton, pos=tabs.bar.tabRect(1).center())
    assert tabs.bar.property("clicked")
    qtbot.keyClick(tabs.bar, Qt.Key.Key_Left)
    assert not tabs.bar.property("clicked")
