"""The frame of the window: what is in view, undo that goes to its place, another language, size and brightness."""

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMessageBox, QToolTip
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.allotting import Allotting
from studydag.model.values.changes import Place
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow, first_size
from studydag.ui.panels.day_lines import DAY_ROLE
from studydag.ui.panels.day_menu import DayMenu
from studydag.ui.reading_order import stops
from studydag.ui.widgets.banner import Banner
from tests.ui.spoken import name_of
from tests.ui.windows import open_window, parts


@pytest.fixture
def window(qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path) -> MainWindow:
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    return open_window(qtbot, look, path)


@pytest.fixture
def empty(qtbot: QtBot, look: Look, tmp_path: Path) -> MainWindow:
    return open_window(qtbot, look, tmp_path / "new" / "school.studydag")


def freed() -> None:
    """Let Qt free what is to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def title_line(window: MainWindow) -> QLineEdit:
    page = parts(window)[0].day_view.show_page("overview")
    return page.form.field("title").line


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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
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


def test_another_language_keeps_page_and_selection_and_undo(window: MainWindow):
    assembly, workspace = parts(window)
    window.assembly.show_day(1)
    editing.change(workspace.library, StudyDay, 1, theme="Anders")
    goal = workspace.day.goals[1].id
    page = assembly.day_view.show_page("goals")
    assert page.reveal(Place(1, "goal", goal))
    size = window.size()

    assembly.commands.set_language("en")

    assembly, workspace = parts(window)
    assert window.language == Language.of("en")
    assert assembly.day_view.page.name == "goals"
    assert assembly.day_view.page.selection()[:1] == (("goal", goal),)
    assert window.menuBar().actions()[0].text() == "&File"
    assert window.size() == size
    assert assembly.actions.undo.text().startswith("Undo: change")
    assembly.actions.undo.trigger()
    assert workspace.day.theme != "Anders"
    assembly.commands.set_language("nl")


def test_what_is_being_typed_survives_another_language(window: MainWindow, qtbot: QtBot):
    window.assembly.show_day(1)
    line = title_line(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Half af")
    parts(window)[0].commands.set_language("en")

    assert parts(window)[1].day.title == "Half af"
    parts(window)[0].commands.set_language("nl")


def test_another_language_keeps_the_part_of_every_page_the_filter_and_how_far_was_scrolled(
    window: MainWindow, qtbot: QtBot
):
    window.resize(1024, 700)
    window.assembly.show_day(1)
    view = window.assembly.day_view
    goals = view.show_page("goals")
    goals.tabs.bar.setCurrentIndex(4)
    choices = view.show_page("choices")
    choices.board.words.setText("a")
    workspace = window.workspace
    workspace.idle.finish()
    found = Allotting(is_optimal=False, gap=0.25)
    choices.board.say_again(found, "")
    said = choices.board.said
    choices.board.table.verticalScrollBar().setValue(3)
    shown = choices.board.table.verticalScrollBar().value()

    window.build_again()
    view, workspace = window.assembly.day_view, window.workspace
    workspace.idle.finish()

    choices = view.page
    assert choices.name == "choices"
    assert choices.board.words.text() == "a"
    freed()
    workspace.idle.finish()
    assert choices.board.found is found
    assert choices.board.said == said != ""
    qtbot.waitUntil(lambda: choices.board.table.verticalScrollBar().value() == shown)
    assert view.show_page("goals").tabs.bar.currentIndex() == 4

    window.assembly.show_school_tab(2)
    window.assembly.school.lists[2].list.table.selectRow(1)
    chosen = window.assembly.school.lists[2].list.selected_ids
    parts(window)[0].commands.set_language("en")
    assert window.assembly.school.tabs.currentIndex() == 2
    # The keys are where they can be seen.
    qtbot.waitUntil(lambda: window.assembly.school.isAncestorOf(window.focusWidget()))
    qtbot.waitUntil(lambda: window.assembly.school.lists[2].list.selected_ids == chosen)
    parts(window)[0].commands.set_language("nl")


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


def test_closing_while_the_library_opens_lets_go_of_it(qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path):
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    window = open_window(qtbot, look, path)
    window.open_library(path)
    window.close()

    with Library.open(path) as library:
        assert library.get(StudyDay, 1).title


def test_a_day_that_is_clicked_while_the_library_opens_comes_then(window: MainWindow, qtbot: QtBot):
    window.open_library(window.path)
    days = window.panel.list
    row = next(each for each in range(days.model().rowCount()) if days.model().index(each, 0).data(DAY_ROLE))
    at = days.visualRect(days.model().index(row, 0)).center()
    qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.workspace is None
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.day is not None)


def test_where_the_library_is_open_elsewhere_one_may_look(
    qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    monkeypatch.setattr("studydag.ui.dialogs.problems.tell", lambda *_args, **_options: True)
    with Library.open(path):
        window = open_window(qtbot, look, path)
        assembly, workspace = parts(window)

        assert workspace.library.read_only
        assert not window.panel.new.isEnabled()
        window.assembly.show_day(1)
        assert assembly.day_view.parentWidget().findChild(type(assembly.home.start)) is None
        assert any(
            "kijk" in label.text()
            for label in assembly.day_view.parentWidget().findChildren(type(assembly.status.saved))
        )
    assembly.commands.open_again()
    qtbot.waitUntil(lambda: window.workspace is not None and not window.workspace.library.read_only)


def test_without_a_library_one_may_open_another_or_quit_by_menu_and_keys(
    qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    monkeypatch.setattr("studydag.ui.dialogs.problems.tell", lambda *_args, **_options: False)
    with Library.open(path):
        window = open_window(qtbot, look, path)
    assert not window.panel.isEnabled()
    assert window.lines == ()

    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    found = {action.text(): action for action in menu.actions() if action.text()}
    assert list(found) == ["Bibliotheek openen…", "Recente bibliotheken", "Reservekopie terugzetten…", "Afsluiten"]
    assert found["Afsluiten"].shortcut() == QKeySequence(QKeySequence.StandardKey.Quit)
    window.open_library(path)
    qtbot.waitUntil(lambda: window.assembly is not None and window.assembly.home.isVisible())
    assert window.panel.isEnabled()
    assert window.lines
    window.close()


def test_quit_of_a_window_without_a_library_closes_it(
    qtbot: QtBot, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "letter.studydag"
    path.write_text("Dear all")
    monkeypatch.setattr("studydag.ui.dialogs.problems.tell", lambda *_args, **_options: False)
    window = open_window(qtbot, look, path)
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    assert not window.isVisible()


def test_a_file_that_is_no_library_is_told_and_another_can_be_chosen(
    qtbot: QtBot, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "letter.studydag"
    path.write_text("Dear all")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    window = open_window(qtbot, look, path)

    assert len(told) == 1
    assert "letter.studydag" in told[0]
    assert window.shell.isVisible()
    assert path.read_text() == "Dear all"


def test_the_risk_of_a_synced_folder_is_told_once(qtbot: QtBot, look: Look, tmp_path: Path):
    path = tmp_path / "OneDrive - Rietbeek" / "school.studydag"
    window = open_window(qtbot, look, path)
    banner = next(each for each in window.middle.findChildren(Banner) if each.isVisible())
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    window.close()

    again = open_window(qtbot, look, path)
    assert again.middle.findChildren(Banner) == []


def test_recent_libraries_are_offered_the_last_one_first(window: MainWindow):
    assert window.memory.recent == (window.path.absolute(),)
    # Not the one that is open.
    other = window.path.with_name("elsewhere.studydag").absolute()
    window.memory.remember_library(other)
    assert window.memory.others_than(window.path) == (other,)


def test_a_first_window_stands_whole_on_the_screen_of_a_laptop():
    least = QSize(900, 600)
    assert first_size(QSize(1366, 768), least) == QSize(1366, 728)
    assert first_size(QSize(1920, 1040), least) == QSize(1366, 820)
    assert first_size(QSize(800, 600), least) == least
