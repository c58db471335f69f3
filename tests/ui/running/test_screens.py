"""The window of the day itself: when it opens and closes, and what the audience and the presenter see."""

from collections.abc import Callable
from pathlib import Path

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing, programme
from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.programme.both_views import LIST
from studydag.ui.running.asking import ShiftDialog
from studydag.ui.running.window import RunWindow
from studydag.ui.workspace import Workspace
from tests.ui.running.presenting import Clock, blocks, during, press
from tests.ui.windows import freed, open_window, parts


def test_a_window_opened_again_goes_on_where_the_day_is(
    view: RunWindow, clock: Clock, workspace: Workspace, memory: Memory, qtbot: QtBot
):
    press(qtbot, view, Qt.Key.Key_Space)
    title = view.stage.title.said
    press(qtbot, view, Qt.Key.Key_Escape)
    freed()
    assert not shiboken6.isValid(view)
    clock.go(5)
    again = RunWindow(workspace, clock, memory, dark=False)
    assert again.stage.title.said == title
    again.close()


def test_the_library_that_is_only_looked_at_is_shown_and_not_changed(
    qtbot: QtBot, library: Library, clock: Clock, memory: Memory
):
    with Library.look(library.path) as looked:
        workspace = Workspace(looked, Language.of("en"), clock.now.date)
        workspace.open_day(1)
        view = RunWindow(workspace, clock, memory, dark=True)
        view.show()
        assert not view.controls.go_on.isEnabled()
        press(qtbot, view, Qt.Key.Key_Space)
        assert view.controls.said.text() == "You are only looking: nothing is noted."
        view.close()
        workspace.let_go()


def test_f5_opens_it_and_deleting_the_day_closes_it(qtbot: QtBot, look: Look, example_file: Path, tmp_path: Path):
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    window = open_window(qtbot, look, path)
    assembly, _ = parts(window)
    assembly.show_day(1)
    action = next(each for each in assembly.actions.all if each.shortcut().toString() == "F5")
    assert action.text() == "De dag draaien"
    action.trigger()
    view = window.findChild(RunWindow)
    assert view.isFullScreen()
    assert all(button.accessibleName() for button in view.findChildren(QPushButton))
    assembly.commands.delete_day()
    assert not view.isVisible()
    window.close()


def test_a_screen_that_comes_or_goes_after_closing_troubles_nobody(view: RunWindow, qtbot: QtBot) -> None:
    application, screen = QApplication.instance(), view.screen()
    assert isinstance(application, QApplication)
    view.close()
    freed()
    assert not shiboken6.isValid(view)
    with qtbot.captureExceptions() as raised:
        application.screenAdded.emit(screen)
        application.screenRemoved.emit(screen)
    assert not raised


def test_with_a_second_screen_buttons_and_notes_are_the_presenters_alone(
    view: RunWindow, workspace: Workspace, clock: Clock, qtbot: QtBot
):
    first, second = blocks(workspace)[:2]
    editing.change(workspace.library, Block, first.id, facilitator_notes="Zet de deuren open", plan_b="Zonder beamer")
    view.screens.show_presenter(view.screen())
    presenter = view.screens.presenter
    assert presenter is not None
    assert view.controls.window() is presenter
    qtbot.keyClick(presenter, Qt.Key.Key_Space)
    assert presenter.now.text().endswith(f"{first.title} · 08:30–08:45")
    assert "15:00" in presenter.now.text()
    assert second.title in presenter.following.text()
    assert "Zet de deuren open" in presenter.notes.text()
    assert not any("deuren" in label.text() for label in view.stage.findChildren(QLabel))
    assert view.controls.plan.isHidden()
    qtbot.keyClick(presenter, Qt.Key.Key_B)
    assert view.controls.plan.said.startswith(f"{first.title}\nZonder beamer\n\n{second.title}\n")
    assert view.controls.plan.window() is presenter
    assert view.controls.plan.isVisible()
    qtbot.keyClick(presenter, Qt.Key.Key_Space)
    assert view.controls.plan.isHidden()
    qtbot.keyClick(presenter, Qt.Key.Key_Left)

    def answer(dialog: QDialog) -> None:
        assert dialog.parentWidget() is presenter
        dialog.reject()

    during(ShiftDialog, answer, lambda: qtbot.keyClick(presenter, Qt.Key.Key_R))
    view.screens.show_presenter(None)
    assert view.controls.window() is view
    assert view.screens.presenter is None


def test_what_is_internal_is_told_to_the_presenter_only(
    view: RunWindow, workspace: Workspace, library: Library, qtbot: QtBot
):
    first = blocks(workspace)[0]
    programme.change_block(library, first.id, internal=True, title="Zaal klaarzetten")
    press(qtbot, view, Qt.Key.Key_Space)
    assert "Zaal klaarzetten" not in view.stage.title.said
    assert "Zaal klaarzetten" in view.controls.said.text()


def test_a_pin_that_cannot_be_kept_is_told_to_the_presenter(view: RunWindow, clock: Clock, qtbot: QtBot):
    clock.go(40)
    press(qtbot, view, Qt.Key.Key_Space)
    assert view.controls.said.text() == "Lunch staat vast op 11:45, en wat ervoor komt loopt dan nog 40\u00a0min door."


def test_the_keys_are_where_they_were_after_the_day_is_saved_or_run(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")
    page = parts(window)[0].day_view.show_page("programme")
    page.show_view(LIST)
    page.take_focus()
    qtbot.waitUntil(page.list.hasFocus)
    page.list.edit_title(page.list.things.thing_at(0).id)
    qtbot.keyClicks(QApplication.focusWidget(), "Welkom allemaal")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert (page.list.hasFocus(), page.list.things.thing_at(0).block.title) == (True, "Welkom allemaal")
    qtbot.keyClick(page.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), RunWindow))
    qtbot.keyClick(QApplication.activeWindow(), Qt.Key.Key_Escape)
    freed()
    window.activateWindow()
    qtbot.waitUntil(page.list.hasFocus)
