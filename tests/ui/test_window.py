"""The frame of the window: what is in view, undo that goes to its place, another language, size and brightness."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory
from studydag.ui.day_view import PAGES
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow, first_size
from studydag.ui.pages.trajectory_list import TrajectoryList
from studydag.ui.panels.day_lines import DAY_ROLE
from studydag.ui.panels.day_menu import DayMenu
from studydag.ui.reading_order import stops
from tests.ui.spoken import name_of
from tests.ui.windows import freed, in_view, open_window, parts, title_line


@pytest.fixture
def empty(qtbot: QtBot, look: Look, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, look, tmp_path / "new" / "school.studydag")


# What is in view


def test_a_new_library_begins_with_the_start_and_the_worked_example_is_a_click_away(empty: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(empty)
    assert assembly.home.start.isVisible()
    assert not empty.right.isVisible()
    # Enter is all it takes to begin, and every stop of the keys says what it is.
    assert QApplication.focusWidget() in {assembly.home.start.begin, None}
    assert all(name_of(each) for each in stops(empty))

    qtbot.mouseClick(assembly.home.start.example, Qt.MouseButton.LeftButton)

    assert workspace.day is not None
    assert len(workspace.day.blocks) > 5
    assert assembly.day_view.isVisible()
    assert empty.right.isVisible()
    assert workspace.day.title in empty.windowTitle()


@pytest.mark.moves_open_files
def test_what_could_not_be_saved_stays_in_its_field_and_is_saved_when_it_is_finished_again(
    window: MainWindow, qtbot: QtBot
):
    window.assembly.show_day(1)
    line = title_line(window)
    away = window.path.with_name("elsewhere")
    window.path.rename(away)
    line.setText("")
    qtbot.keyClicks(line, "Samen leren")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    workspace = parts(window)[1]
    workspace.idle.finish()
    assert line.text() == "Samen leren"
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert any("verplaatst" in text for text in shown)
    said = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert "De laatste wijziging is niet opgeslagen" in said
    away.rename(window.path)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.day is not None
    assert workspace.day.title == "Samen leren"


def test_what_people_type_is_never_taken_for_markup(window: MainWindow):
    parts(window)[1].do(
        lambda: editing.change(parts(window)[1].library, StudyDay, 1, title="<b>Samen</b> & <i>jij</i>")
    )
    window.assembly.show_day(1)
    labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
    assert "<b>Samen</b> & <i>jij</i>" in [each.text() for each in labels]
    assert {each.textFormat() for each in labels} == {Qt.TextFormat.PlainText}
    QToolTip.showText(window.mapToGlobal(window.rect().center()), "<b>Samen</b>", window)
    tips = [
        each for each in QApplication.topLevelWidgets() if isinstance(each, QLabel) and each.text() == "<b>Samen</b>"
    ]
    assert [each.textFormat() for each in tips] == [Qt.TextFormat.PlainText]
    QToolTip.hideText()


def test_home_school_and_a_day_are_shown_in_turn(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    assert assembly.home.isVisible()
    qtbot.mouseClick(window.panel.school, Qt.MouseButton.LeftButton)
    assert assembly.school.isVisible()
    assert window.panel.school.isChecked()
    window.panel.day_chosen.emit(1)
    workspace.idle.finish()
    assert assembly.day_view.isVisible()
    assert not window.panel.school.isChecked()
    qtbot.mouseClick(window.panel.home, Qt.MouseButton.LeftButton)
    assert assembly.home.isVisible()
    assert workspace.day is None


def test_the_head_of_a_day_says_when_it_is_and_of_what_its_hours_are(window: MainWindow):
    assembly, workspace = parts(window)
    assembly.show_day(1)
    assert assembly.day_view is not None
    workspace.idle.finish()
    said = assembly.day_view.facts.text().split(" · ")
    assert said[:2] == ["donderdag 11 maart 2027", "08:30–15:00"]
    assert said[4] == "5\u00a0u inhoud"


def test_on_a_small_screen_the_middle_keeps_half(window: MainWindow):
    window.assembly.show_day(1)
    window.resize(1024, 700)
    window.splitter.setSizes([500, 10, 500])

    assert window.width() == 1024
    assert window.middle.width() >= 512


def test_the_right_column_goes_and_stays_gone(window: MainWindow):
    assembly, _ = parts(window)
    window.assembly.show_day(1)
    assembly.commands.toggle_right()
    assert not window.right.isVisible()
    assembly.show_home()
    window.assembly.show_day(1)
    assert not window.right.isVisible()


# Undo


def test_undo_walks_back_to_the_place_of_each_step(window: MainWindow):
    assembly, workspace = parts(window)
    library = workspace.library
    window.assembly.show_day(1)
    editing.change(library, StudyDay, 1, title="Anders")
    assembly.show_school()
    person = editing.create(library, Person(name="Noor"))
    assembly.show_home()

    assert "persoon" in assembly.actions.undo.text()
    assembly.actions.undo.trigger()
    assert assembly.school.isVisible()
    assert library.some(Person, (person,)) == []
    assembly.actions.undo.trigger()
    assert assembly.day_view.isVisible()
    assert workspace.day is not None
    assert workspace.day.title == "Formatief handelen"
    assert not assembly.actions.undo.isEnabled()
    assembly.actions.redo.trigger()
    assembly.actions.redo.trigger()
    assert library.get(Person, person).name == "Noor"


def test_what_undo_brings_back_is_selected(window: MainWindow):
    assembly, workspace = parts(window)
    assembly.show_school_tab(0)
    people = assembly.school.lists[0].list
    gone = people.table.things.thing_at(1).id
    people.choose(gone)
    people.delete()
    assert people.selected_ids != (gone,)
    workspace.undo()
    assert people.selected_ids == (gone,)


def test_a_deleted_day_comes_back(window: MainWindow):
    assembly, workspace = parts(window)
    window.assembly.show_day(1)
    assembly.commands.delete_day()
    assert workspace.day is None
    assert assembly.home.start.isVisible()
    assembly.actions.undo.trigger()
    assert len(window.lines) == 1


def test_trajectories_stand_below_the_days_and_lead_to_their_year_line(window: MainWindow):
    assembly, workspace = parts(window)
    workspace.do(lambda: editing.create(workspace.library, Trajectory(title="Feedbackcultuur")))
    workspace.idle.finish()
    model = window.panel.list.model()
    rows = [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]
    assert ("Leertrajecten", "Leertrajecten") in rows
    assert rows[-1] == ("Feedbackcultuur", "0 studiedagen")
    window.panel.list.clicked.emit(model.index(model.rowCount() - 1, 0))
    assert workspace.day is None
    (shown,) = in_view(assembly.school, TrajectoryList)
    selected = shown.list.selected()
    assert isinstance(selected, Trajectory)
    assert selected.title == "Feedbackcultuur"
    window.panel.search.setText("anders")
    assert model.rowCount() == 0


def test_a_day_in_the_list_has_a_menu_and_is_deleted_by_its_key(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    days = window.panel.list
    place = next(days.model().index(row, 0) for row in range(3) if days.model().index(row, 0).data(DAY_ROLE))
    asked = next(each for each in days.children() if isinstance(each, DayMenu))
    assert asked.menu_at(days.viewport().rect().bottomRight()) is None
    menu = asked.menu_at(days.visualRect(place).center())
    assert workspace.day.id == 1
    assert assembly.actions.of_day[-1] in menu.actions()
    menu.deleteLater()
    days.setFocus()
    qtbot.keyClick(days, Qt.Key.Key_Delete)
    assert workspace.day is None
    assembly.actions.undo.trigger()
    assert len(window.lines) == 1


# Another language, size, brightness


def test_each_shortcut_stands_for_one_action_also_after_building_again(window: MainWindow):
    for _ in range(2):
        freed()
        keys = [action.shortcut().toString() for action in parts(window)[0].actions.all if action.shortcut().toString()]
        assert len(keys) == len(set(keys))
        window.build_again()
    assert len(window.menuBar().actions()) == 5


def test_zoom_and_brightness_are_remembered(window: MainWindow, qtbot: QtBot):
    commands = parts(window)[0].commands
    commands.zoom(1)
    commands.set_brightness("dark")
    qtbot.waitUntil(lambda: parts(window)[0].commands is not commands)

    assert window.look.zoom == 1.1
    assert window.look.is_dark
    stored = QSettings(str(window.path.with_name("window.ini")), QSettings.Format.IniFormat)
    assert stored.value("brightness") == "dark"
    # The widgets that go take the pointer along with them.
    window.assembly.show_day(1)
    line = title_line(window)

    def is_over_line() -> bool:
        QTest.mouseMove(window.windowHandle(), line.mapTo(window, line.rect().center()))
        return line.underMouse()

    qtbot.waitUntil(is_over_line)
    parts(window)[0].commands.zoom(0)
    qtbot.waitUntil(lambda: window.look.zoom == 1.0)


# Opening and closing


def test_closing_while_typing_loses_nothing(window: MainWindow, qtbot: QtBot):
    window.assembly.show_day(1)
    line = title_line(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Net getypt")
    window.close()

    with Library.look(window.path) as library:
        assert library.get(StudyDay, 1).title == "Net getypt"


def test_a_first_window_stands_whole_on_the_screen_of_a_laptop():
    least = QSize(900, 600)
    assert first_size(QSize(1366, 768), least) == QSize(1366, 728)
    assert first_size(QSize(1920, 1040), least) == QSize(1366, 820)
    assert first_size(QSize(800, 600), least) == least


def test_a_click_on_the_programme_gives_it_the_keys_that_it_tells_of(window: MainWindow, qtbot: QtBot):
    assembly, workspace = parts(window)
    assembly.show_day(1)
    view = assembly.day_view
    view.show_page("overview").take_focus()
    number = len(workspace.day.blocks)
    place = next(place for place, maker in enumerate(PAGES) if maker.name == "programme")
    qtbot.mouseClick(view.tabs, Qt.MouseButton.LeftButton, pos=view.tabs.tabRect(place).center())
    qtbot.waitUntil(lambda: view.page_in_view is not None and view.page_in_view.name == "programme")

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Insert)

    assert len(workspace.day.blocks) == number + 1
