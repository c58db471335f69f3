"""The list of all places where words stand stays open, and F3 walks through it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studydag.model.operations import programme
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.finding.find_panel import FindPanel
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.programme import ProgrammePage
from tests.ui.finding.searching import panel_with, write
from tests.ui.windows import freed, parts


def test_ctrl_f_lists_all_places_and_f3_goes_to_the_next(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    actions = {each.shortcut().toString(): each for each in assembly.actions.all}
    actions["Ctrl+F"].trigger()
    panel = assembly.find_panel
    assert panel.isVisible()
    write(panel.words, "toets")
    actions["F3"].trigger()
    assert len(panel.hits) >= 2
    first = panel.hits[0]
    assert panel.count.text() == f"1 van {len(panel.hits)}"
    assert workspace.day is not None
    assert workspace.day.id == (first.day or workspace.day.id)
    actions["F3"].trigger()
    assert panel.count.text() == f"2 van {len(panel.hits)}"
    actions["Shift+F3"].trigger()
    actions["Shift+F3"].trigger()
    assert panel.count.text() == f"{len(panel.hits)} van {len(panel.hits)}"
    assert panel.isVisible()
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_list_says_kind_words_day_and_date(window: MainWindow):
    panel = panel_with(window, "toetsdruk")
    item = panel.list.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in (0, 1, 3, 4)] == [
        "Gesprek over toetsdruk",
        "blok",
        "Ouderavond",
        "do 20 mei 2027",
    ]


def test_only_the_day_in_view_is_searched_when_asked(window: MainWindow):
    panel = panel_with(window, "toets")
    assert {hit.day for hit in panel.hits} > {1}
    panel.scope.setCurrentIndex(1)
    assert {hit.day for hit in panel.hits} <= {1}
    parts(window)[0].show_day(2)
    assert {hit.day for hit in panel.hits} == {2}


def test_enter_in_the_words_goes_on_and_keeps_the_keys(window: MainWindow, qtbot: QtBot):
    panel = panel_with(window, "toetsdruk")
    qtbot.keyClick(panel.words, Qt.Key.Key_Return)
    _, workspace = parts(window)
    assert workspace.day is not None
    assert workspace.day.title == "Ouderavond"
    assert window.focusWidget() is panel.words


def test_the_list_follows_what_is_changed(window: MainWindow, qtbot: QtBot):
    panel = panel_with(window, "toetsdruk")
    _, workspace = parts(window)
    hit = panel.hits[0]
    programme.change_block(workspace.library, hit.id, title="Gesprek over slaap")
    qtbot.waitUntil(lambda: panel.hits == ())
    workspace.undo()
    qtbot.waitUntil(lambda: len(panel.hits) == 1)


def test_another_language_leaves_no_second_list(window: MainWindow):
    panel_with(window, "toets")
    parts(window)[0].commands.set_language("en")
    freed()
    assert window.findChildren(FindPanel) == []
    assert panel_with(window, "toets").windowTitle() == "Find"


def test_the_keys_go_back_to_what_was_found_when_the_list_closes(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    page = assembly.day_view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    workspace.idle.finish()
    window.activateWindow()
    page.take_focus()
    before = window.focusWidget()
    assembly.commands.find_all()
    panel = assembly.find_panel
    assert panel.isAncestorOf(window.focusWidget())
    qtbot.keyClick(panel.words, Qt.Key.Key_Escape)

    assert not panel.isVisible()
    assert window.focusWidget() is before


def test_places_in_the_day_in_view_go_before_those_in_others(window: MainWindow):
    assembly, workspace = parts(window)
    library = workspace.library
    for day in (1, next(each.id for each in library.every(StudyDay) if each.title == "Ouderavond")):
        programme.add_block(library, day, Block(title="Zwaluwgesprek"))
        assembly.show_day(day)
        assert panel_with(window, "zwaluwgesprek").hits[0].day == day
