"""The window while a library opens, and where none can be opened."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.taking_in import TakeInDialog, take_in
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.panels.day_lines import DAY_ROLE
from studydag.ui.widgets.banner import Banner
from tests.ui.answering import with_dialog
from tests.ui.windows import open_window, parts


def test_closing_while_the_library_opens_lets_go_of_it(qtbot: QtBot, look: Look, school_file: Path):
    window = open_window(qtbot, look, school_file)
    window.open_library(school_file)
    window.close()

    with Library.open(school_file) as library:
        assert library.get(StudyDay, 1).title


def test_a_day_that_is_clicked_while_the_library_opens_comes_then(window: MainWindow, qtbot: QtBot):
    window.open_library(window.path)
    days = window.panel.list
    row = next(each for each in range(days.model().rowCount()) if days.model().index(each, 0).data(DAY_ROLE))
    at = days.visualRect(days.model().index(row, 0)).center()
    qtbot.mouseClick(days.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.workspace is None
    qtbot.waitUntil(lambda: window.workspace is not None and window.workspace.day is not None)


def test_what_is_asked_for_beside_the_days_while_the_library_opens_comes_then(window: MainWindow, qtbot: QtBot):
    window.open_library(window.path)
    window.panel.school.click()
    assert window.workspace is None
    with qtbot.waitSignal(window.ready, timeout=20_000):
        pass
    assert parts(window)[0].standing().school_tab is not None
    assert window.panel.school.isChecked()

    def ask() -> None:
        window.open_library(window.path)
        window.panel.new.click()
        assert window.workspace is None
        qtbot.waitUntil(lambda: bool(shown))

    shown: list[str] = []
    with_dialog(lambda dialog: shown.append(type(dialog).__name__), ask)
    assert shown == ["NewDayDialog"]
    assert not window.panel.wants_new


@pytest.mark.parametrize("chosen_as_copy", [False, True])
def test_who_looks_in_from_outside_leaves_what_was_changed_in_the_window(window: MainWindow, *, chosen_as_copy: bool):
    _assembly, workspace = parts(window)
    workspace.do(lambda: editing.change(workspace.library, StudyDay, 1, title="Anders"))
    if chosen_as_copy:
        with_dialog(QDialog.accept, lambda: take_in(workspace, window.path, window))
    assert any(line.title == "Anders" for line in window.lines)
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM room').fetchall()"
    subprocess.run([sys.executable, "-c", f"{look}; c.close()", str(window.path)], check=True)
    assert window.path.with_name(f"{window.path.name}-wal").exists()


def test_where_the_library_is_open_elsewhere_one_may_look(
    qtbot: QtBot, look: Look, school_file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("studydag.ui.asking.problems.tell", lambda *_args, **_options: True)
    with Library.open(school_file):
        window = open_window(qtbot, look, school_file)
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
    qtbot: QtBot, look: Look, school_file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("studydag.ui.asking.problems.tell", lambda *_args, **_options: False)
    with Library.open(school_file):
        window = open_window(qtbot, look, school_file)
    assert not window.panel.isEnabled()
    assert window.lines == ()

    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    found = {action.text(): action for action in menu.actions() if action.text()}
    assert list(found) == ["Bibliotheek openen…", "Recente bibliotheken", "Reservekopie terugzetten…", "Afsluiten"]
    assert found["Afsluiten"].shortcut() == QKeySequence(QKeySequence.StandardKey.Quit)
    window.open_library(school_file)
    qtbot.waitUntil(lambda: window.assembly is not None and window.assembly.home.isVisible())
    assert window.panel.isEnabled()
    assert window.lines
    window.close()


def test_quit_of_a_window_without_a_library_closes_it(
    qtbot: QtBot, look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "letter.studydag"
    path.write_text("Dear all")
    monkeypatch.setattr("studydag.ui.asking.problems.tell", lambda *_args, **_options: False)
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


def test_that_a_backup_is_back_is_said_of_no_other_library(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    other = tmp_path / "other.studydag"
    Library.open(other, create=True).close()
    assembly, _workspace = parts(window)
    assembly.commands.backup()
    with_dialog(lambda dialog: dialog.accept(), assembly.commands.restore)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        window.open_library(other)
    assert window.path == other
    assert window.statusBar().currentMessage() == ""


def test_a_copy_may_be_looked_at_only_and_left_again(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    own = window.path
    copy = tmp_path / "copy.studydag"
    assembly, workspace = parts(window)
    workspace.library.copy_to(copy)
    before = copy.read_bytes()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeInDialog)
        dialog.looking.click()

    with qtbot.waitSignal(window.ready, timeout=20_000):
        with_dialog(look, lambda: assembly.commands.take_in_path(copy))
    assembly, workspace = parts(window)
    assert workspace.library.read_only
    assert workspace.library.path == copy
    # The next time one's own library opens.
    assert window.memory.recent[0] == own
    assembly.show_day(1)
    banner = assembly.day_view.parentWidget().findChild(Banner)
    with qtbot.waitSignal(window.ready, timeout=20_000):
        banner.findChild(QPushButton).click()
    assert window.path == own
    assert not parts(window)[1].library.read_only
    assert copy.read_bytes() == before


def test_who_hears_that_the_window_is_ready_may_open_another_library(
    qtbot: QtBot, look: Look, school_file: Path, tmp_path: Path
):
    other = tmp_path / "other.studydag"
    Library.open(other, create=True).close()
    window = open_window(qtbot, look, school_file)
    window.ready.connect(lambda: window.open_library(other), Qt.ConnectionType.SingleShotConnection)
    with qtbot.waitSignals([window.ready, window.ready], timeout=20_000):
        window.open_library(school_file)
    assert parts(window)[1].library.path == other
