"""What is read out: edits once they are saved, undo, findings that are new or gone, what is wrong with a field."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, programme
from studydag.model.operations.study_days import accept_finding
from studydag.model.values.school import Group, Person
from studydag.ui.announcing import once_answered
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from tests.ui.windows import TODAY, open_window, parts


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What assistive technology was given to read out, in order; without one running Qt passes nothing on."""
    texts: list[str] = []

    def listen(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            texts.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return texts


@pytest.fixture
def window(qtbot: QtBot, look: Look, school_file: Path, said: list[str]) -> MainWindow:
    window = open_window(qtbot, look, school_file)
    parts(window)[0].show_day(1)
    parts(window)[1].idle.finish()
    said.clear()
    return window


def hears(window: MainWindow, said: list[str], text: str) -> str:
    """Let the checks run, which wait until there is time, and return what was said of a text."""
    parts(window)[1].idle.finish()
    return next(each for each in said if text in each)


def block_id(window: MainWindow, title: str) -> int:
    day = parts(window)[1].day
    return next(block.id for block in day.blocks if block.title.startswith(title))


def test_what_takes_something_away_shows_the_way_back(window: MainWindow):
    workspace = parts(window)[1]
    bar = window.statusBar()
    programme.set_minutes(workspace.library, block_id(window, "Keynote"), 20)
    assert bar.currentMessage() == ""
    programme.delete_blocks(workspace.library, block_id(window, "Thee"))
    assert "Ctrl+Z" in bar.currentMessage()
    workspace.undo()
    assert "Ctrl+Z" not in bar.currentMessage()
    group = next(each for each in workspace.setting.groups if each.members)
    editing.delete(workspace.library, Person, group.members[0])
    assert "(was gekozen op " in bar.currentMessage()
    workspace.undo()
    assert workspace.library.get(Group, group.id) == group


def test_opening_a_day_says_nothing_of_its_findings(window: MainWindow, said: list[str]):
    assembly, workspace = parts(window)
    assembly.show_home()
    workspace.idle.finish()
    assembly.show_day(1)
    workspace.idle.finish()
    assert workspace.findings
    assert said == []


def test_an_edit_says_that_it_is_saved_and_what_it_brought_about(window: MainWindow, said: list[str]):
    _, workspace = parts(window)
    programme.set_minutes(workspace.library, block_id(window, "Keynote"), 45)
    assert "aandachtspunt" in hears(window, said, "Duur wijzigen: opgeslagen. ")


def test_undo_and_redo_say_what_they_did_and_the_status_line_shows_it(window: MainWindow, said: list[str]):
    assembly, workspace = parts(window)
    programme.set_minutes(workspace.library, block_id(window, "Keynote"), 45)
    hears(window, said, "Duur wijzigen")
    said.clear()
    assembly.actions.undo.trigger()
    assert "opgelost" in hears(window, said, "Ongedaan gemaakt: duur wijzigen")
    assert window.statusBar().currentMessage() == "Ongedaan gemaakt: duur wijzigen"
    assembly.actions.redo.trigger()
    hears(window, said, "Opnieuw gedaan: duur wijzigen")


def test_a_block_that_comes_back_says_nothing_of_the_one_that_was_selected_meanwhile(
    window: MainWindow, said: list[str]
):
    assembly, workspace = parts(window)
    page = assembly.day_view.show_page("programme")
    keynote, after = block_id(window, "Keynote"), block_id(window, "In gesprek")
    programme.delete_blocks(workspace.library, keynote)
    page.selected.choose([after])
    workspace.idle.finish()
    said.clear()
    workspace.undo()
    hears(window, said, "opgelost")
    assert [each for each in said if "In gesprek" in each] == []
    programme.set_minutes(workspace.library, keynote, 40)
    assert "Keynote" in hears(window, said, "40 minuten")


def test_an_accepted_finding_is_no_longer_open(window: MainWindow, said: list[str]):
    _, workspace = parts(window)
    finding = next(each for each in workspace.findings if each.accepted is None)
    uids = [about.uid for about in finding.about]
    accept_finding(workspace.library, 1, finding.rule, uids, "Dat is zo afgesproken.", date=TODAY)
    assert hears(window, said, "1 aandachtspunt opgelost").endswith("opgelost")


def test_what_is_wrong_with_a_field_is_read_out_and_stays_with_it(window: MainWindow, said: list[str]):
    assembly, _ = parts(window)
    page = assembly.day_view.show_page("programme")
    page.selected.choose([block_id(window, "Lunch")])
    times = page.block_inspector.times
    end = times.end
    end.edited.emit(times.start.shown.replace(hour=1))
    assert times.problem.text() != ""
    assert times.problem.text() in said
    assert end.line.accessibleDescription() == times.problem.text()


def test_an_entry_that_asks_something_waits_until_whoever_chose_it_has_an_answer(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    done: list[str] = []
    asking, undo = QAction("Carrousel maken…"), QAction("Ongedaan maken")
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    once_answered(asking, lambda: done.append("asked"))
    once_answered(undo, lambda: done.append("undone"))
    assert done == ["undone"]
    QApplication.processEvents()
    assert done == ["undone", "asked"]
    monkeypatch.setattr(QAccessible, "isActive", lambda: False)
    once_answered(asking, lambda: done.append("at once"))
    assert done[2:] == ["at once"]
