"""Keys alone lead everywhere: from area to area, to the dividers, through every form, and out of every field."""

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSplitter, QSplitterHandle, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, study_days
from studydag.model.store.library import Library
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Part
from studydag.model.values.study_day import StudyDay
from studydag.ui.finding.anything import Anything
from studydag.ui.layouts.splitter import STEP
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.register import PAGES
from studydag.ui.reading_order import step, stops
from studydag.ui.tables.thing_table import ThingTable
from tests.ui.spoken import name_of, reachable
from tests.ui.windows import TODAY, open_window, parts

MOST_STOPS = 400


@pytest.fixture
def window(qtbot: QtBot, look: Look, school_file: Path) -> MainWindow:
    window = open_window(qtbot, look, school_file)
    window.resize(1600, 1000)
    parts(window)[0].show_day(1)
    window.activateWindow()
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Do what waits until there is time."""
    parts(window)[1].idle.finish()
    QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget:
    qtbot.keyClick(focused(), key, modifiers)
    QApplication.processEvents()
    return focused()


def test_a_day_opens_with_the_keys_on_its_tabs(window: MainWindow):
    assert focused() is parts(window)[0].day_view.tabs


def test_f6_walks_the_areas_and_comes_back_to_where_the_keys_were(window: MainWindow, qtbot: QtBot):
    page = parts(window)[0].day_view.show_page("overview")
    line = page.form.field("title").line
    line.setFocus()
    areas = [window.right, window.toolbar, window.panel, window.middle]
    for area in areas:
        assert area.isAncestorOf(press(qtbot, Qt.Key.Key_F6)), area.accessibleName()
        assert area.accessibleName()
    assert focused() is line
    assert window.panel.isAncestorOf(press(qtbot, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier))


def test_the_keys_go_home_to_the_school_and_back_to_the_last_day(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    press(qtbot, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert assembly.standing().school_tab == 0
    assert assembly.school.isAncestorOf(focused())
    assert press(qtbot, Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier) is assembly.home.days
    press(qtbot, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    # Also to a list that is only built now.
    assert press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier) is assembly.school.lists[1].list.table
    for _ in range(assembly.school.tabs.count()):
        now = press(qtbot, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert not now.visibleRegion().isEmpty()
        assert not isinstance(now, ThingTable) or now.currentIndex().isValid() or not now.things.rowCount()
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (assembly.standing().day, assembly.standing().page) == (1, "goals")


def test_before_a_day_was_opened_a_page_is_that_of_the_day_that_home_names_first(
    qtbot: QtBot, look: Look, school_file: Path
):
    with Library.open(school_file, check=False) as library:
        nearest = study_days.create(library, "Straks", first_part=Part(date=TODAY))
    window = open_window(qtbot, look, school_file)
    assembly, workspace = parts(window)
    assert assembly.standing().day is None
    found = Anything(workspace, assembly, window.lines).find("doelen", ())
    assert (found[0].title, found[0].detail) == ("Doelen", "Straks · pagina")
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert (assembly.standing().day, assembly.standing().page) == (nearest, "goals")
    for day in (nearest, 1):
        to_goals = next(each for each in assembly.actions.all if each.text().replace("&", "") == "Doelen")
        assert to_goals.isEnabled()
        workspace.do(lambda day=day: editing.delete(workspace.library, StudyDay, day))
    settle(window)
    assert not to_goals.isEnabled()


def test_a_page_that_was_asked_for_by_a_key_has_the_keys_in_its_list(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert focused() is assembly.day_view.page.needs.table
    press(qtbot, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert focused() is assembly.day_view.page.actions_by_date.table


def test_the_keys_stay_in_a_list_when_undo_takes_the_row_away_in_which_is_typed(window: MainWindow, qtbot: QtBot):
    programme = parts(window)[0].day_view.show_page("programme")
    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_F7)
    assert focused() is programme.list
    for _ in range(2):
        assert press(qtbot, Qt.Key.Key_Insert) is not programme.list
        assert press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier) is programme.list
        assert programme.list.state() == programme.list.State.NoState


def test_the_keys_stay_when_the_window_is_built_again_or_the_column_that_has_them_goes(
    window: MainWindow, qtbot: QtBot
):
    press(qtbot, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, Qt.Key.Key_F7)
    blocks = parts(window)[0].day_view.page.list
    blocks.setCurrentIndex(blocks.things.index(4, 1))
    chosen = blocks.selected_ids
    window.build_again()
    again = parts(window)[0].day_view.page.list
    qtbot.waitUntil(lambda: focused() is again)
    settle(window)
    assert focused() is again
    assert (again.selected_ids, again.currentIndex().row()) == (chosen, 4)
    assert again is not blocks
    assert window.right.isAncestorOf(press(qtbot, Qt.Key.Key_F6))
    assert press(qtbot, Qt.Key.Key_F4) is again


def test_ctrl_tab_walks_the_nearest_tabs(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    page, control = assembly.day_view.page, Qt.KeyboardModifier.ControlModifier
    assert press(qtbot, Qt.Key.Key_Tab, control) is page.tabs.bar
    assert page.tabs.bar.tabText(page.tabs.bar.currentIndex()) == "Rode draad"
    press(qtbot, Qt.Key.Key_Backtab, control | Qt.KeyboardModifier.ShiftModifier)
    assert page.tabs.bar.currentIndex() == 0
    # From a form without tabs those of the page are walked.
    page.needs.table.setFocus()
    assert window.right.isAncestorOf(press(qtbot, Qt.Key.Key_F6))
    assert press(qtbot, Qt.Key.Key_Tab, control) is page.tabs.bar
    assembly.day_view.tabs.setFocus()
    press(qtbot, Qt.Key.Key_Tab, control)
    assert assembly.standing().page == "programme"


def test_enter_presses_the_button_that_has_the_keys(window: MainWindow, qtbot: QtBot):
    assembly = parts(window)[0]
    press(qtbot, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    people = assembly.school.lists[0].list
    button = next(each for each in people.findChildren(QToolButton) if each.objectName() == "plus")
    button.setFocus()
    assert people.line is not None
    assert people.line.isAncestorOf(press(qtbot, Qt.Key.Key_Return)) or focused() is people.line


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_cell_that_cannot_be_edited_leads_to_the_form_and_escape_back(window: MainWindow, qtbot: QtBot, key: Qt.Key):
    page = parts(window)[0].day_view.show_page("goals")
    page.goals.table.setFocus()
    names = [each.name or each.field for each in page.goals.table.things.columns]
    page.goals.table.setCurrentIndex(page.goals.table.things.index(1, names.index("needs")))
    press(qtbot, key)
    form = page.panel.form(Goal)
    assert form.control("needs").isAncestorOf(focused()) or form.control("needs").focusProxy() is focused()
    assert form.thing_id == page.goals.table.things.thing_at(1).id
    assert press(qtbot, Qt.Key.Key_Escape) is page.goals.table
    assert press(qtbot, Qt.Key.Key_Escape) is page.goals.table
    window.panel.search.setFocus()
    assert press(qtbot, Qt.Key.Key_Escape) is page.goals.table
    line = press(qtbot, Qt.Key.Key_Insert)
    assert line is page.goals.line
    qtbot.keyClicks(line, "x")
    assert press(qtbot, Qt.Key.Key_Escape) is line
    assert press(qtbot, Qt.Key.Key_Escape) is page.goals.table


def test_f8_reaches_the_dividers_and_arrow_keys_move_them(window: MainWindow, qtbot: QtBot):
    first = press(qtbot, Qt.Key.Key_F8)
    assert isinstance(first, QSplitterHandle)
    assert name_of(first) == "Scheidingslijn"
    assert first.parent() is window.splitter
    before = window.panel.width()
    press(qtbot, Qt.Key.Key_Right)
    assert window.panel.width() == before + STEP
    press(qtbot, Qt.Key.Key_Left)
    assert window.panel.width() == before
    assert press(qtbot, Qt.Key.Key_F8) is not first


def test_a_divider_is_moved_by_its_menu_as_well(window: MainWindow, qtbot: QtBot):
    divider = window.splitter.handle(1)
    before = window.panel.width()
    divider.setFocus()
    # The key for menus asks for it as a right click does.
    event = _context_menu(divider)
    QApplication.sendEvent(divider, event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert menu.accessibleName() == "Scheidingslijn"
    wider = next(action for action in menu.actions() if action.text().replace("&", "") == "Links meer ruimte")
    menu.close()
    wider.trigger()
    assert window.panel.width() > before


def _context_menu(widget: QWidget):
    from PySide6.QtGui import QContextMenuEvent

    centre = widget.rect().center()
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, centre, widget.mapToGlobal(centre))


def test_parts_of_a_splitter_are_met_in_the_order_in_which_they_stand(window: MainWindow):
    for maker in PAGES:
        parts(window)[0].day_view.show_page(maker.name)
        settle(window)
        for splitter in window.findChildren(QSplitter):
            order = splitter.children()
            places = [order.index(splitter.widget(place)) for place in range(splitter.count())]
            assert places == sorted(places) or not splitter.isVisible()


def test_a_day_that_is_only_selected_as_assistive_technology_does_is_opened(window: MainWindow):
    assembly, workspace = parts(window)
    assembly.show_home()
    panel = window.panel
    rows = [panel.list.model().index(row, 0) for row in range(panel.list.model().rowCount())]
    day = next(index for index in rows if index.flags() & Qt.ItemFlag.ItemIsSelectable)
    panel.list.selectionModel().select(day, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QApplication.processEvents()
    assert workspace.day is not None


def test_tab_leads_to_every_control_of_a_page_and_never_sticks(window: MainWindow, qtbot: QtBot):
    missed = {}
    for maker in PAGES:
        made = parts(window)[0].day_view.show_page(maker.name)
        if maker.name == "programme":
            made.selected.choose([1])
        settle(window)
        # A list that gets the keys selects its first row, which turns buttons on that were passed by then.
        on = [each for each in reachable(window) if each.isEnabled()]
        met = walked_by_tab(qtbot)
        still = [each for each in reachable(window) if each.isEnabled() and any(each is one for one in on)]
        missed[maker.name] = [
            f"{type(each).__name__} {name_of(each)!r}" for each in still if all(each is not one for one in met)
        ]
    assert missed == {maker.name: [] for maker in PAGES}


def walked_by_tab(qtbot: QtBot) -> list[QWidget]:
    """Press Tab until it comes round, and return what it led to."""
    start = focused()
    met = [start]
    while len(met) < MOST_STOPS:
        now = press(qtbot, Qt.Key.Key_Tab)
        if now is start:
            break
        assert now is not met[-1], f"Tab sticks in {type(now).__name__} {name_of(now)!r}"
        met.append(now)
    assert focused() is start, "Tab doesn't come round"
    return met


def test_tab_leaves_every_field_of_several_lines(window: MainWindow):
    for maker in PAGES:
        parts(window)[0].day_view.show_page(maker.name)
    texts = [each for each in window.findChildren(QPlainTextEdit) if not each.isReadOnly()]
    assert texts
    assert [name_of(each) for each in texts if not each.tabChangesFocus()] == []


def test_tab_goes_through_a_form_as_it_is_read_with_what_came_later_in_its_place(window: MainWindow):
    page = parts(window)[0].day_view.show_page("programme")
    page.selected.choose([1])
    settle(window)
    names = [name_of(each) for each in stops(page.block_inspector)]
    assert names[:10] == [
        "Titel",
        "Fase",
        "Begint",
        "Eindigt",
        "Duur",
        "Vastzetten",
        "Basis",
        "Werkvorm",
        "Doelen: niets gekozen",
        "Begeleider toevoegen: Begeleiders",
    ]


def test_tab_goes_through_the_areas_one_after_the_other_and_back_the_same_way(window: MainWindow, qtbot: QtBot):
    areas = [window.panel, window.middle, window.right, window.toolbar]
    for page in (maker.name for maker in PAGES):
        parts(window)[0].day_view.show_page(page)
        settle(window)
        order = list(stops(window))
        places = [next(place for place, area in enumerate(areas) if area.isAncestorOf(each)) for each in order]
        assert places == sorted(places), page
        order[1].setFocus()
        assert press(qtbot, Qt.Key.Key_Tab) is order[2], page
        assert press(qtbot, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier) is order[1], page


@pytest.mark.parametrize("page", ["programme", "overview"])
def test_every_stop_leads_to_the_next_and_the_last_to_the_first(window: MainWindow, page: str):
    parts(window)[0].day_view.show_page(page)
    settle(window)
    order = list(stops(window))

    # Of buttons of which one is pressed in, Qt lets Tab stop at one alone as soon as they are used.
    for start in order:
        start.setFocus()
        now = list(stops(window))
        if start in now:
            place = now.index(start)
            assert step(window, forward=True)
            assert focused() is now[(place + 1) % len(now)]
            start.setFocus()
            assert step(window, forward=False)
            assert focused() is now[place - 1]
