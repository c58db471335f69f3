"""Versions in the window: kept under a name, compared in words, gone back to with a step that undo takes back."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from studydag.model.exchange.study_day_json import decode
from studydag.model.operations import editing, programme, running, study_days, versions
from studydag.model.operations.setting import read_setting
from studydag.model.rules.versions.compare import State, compare
from studydag.model.store.library import Library
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.pages.overview import OverviewPage
from studydag.ui.pages.page import Page
from studydag.ui.versions.comparing import NOW, CompareWindow, state_of
from studydag.ui.versions.versions_list import VersionsList
from studydag.ui.workspace import Workspace
from tests.ui.windows import freed

Show = Callable[[type[Page]], Page]


@pytest.fixture
def listed(show: Show) -> VersionsList:
    page = show(OverviewPage)
    assert isinstance(page, OverviewPage)
    page.tabs.show_part(page.versions)
    return page.versions


@pytest.fixture
def compared(workspace: Workspace) -> Iterator[Callable[[int, int], CompareWindow]]:
    """Open a comparison; it is closed and freed afterwards."""
    made: list[CompareWindow] = []

    def open_comparison(before: int, after: int) -> CompareWindow:
        window = CompareWindow(workspace, before, after)
        made.append(window)
        window.show()
        return window

    yield open_comparison
    for window in made:
        window.close()
    freed()


def answer(*, yes: bool) -> None:
    """Answer the question that comes up next."""

    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        role = QMessageBox.ButtonRole.AcceptRole if yes else QMessageBox.ButtonRole.RejectRole
        next(button for button in box.buttons() if box.buttonRole(button) is role).click()

    QTimer.singleShot(0, click)


def cells(listed: VersionsList, row: int) -> list[str]:
    things = listed.table.things
    return [things.index(row, column).data() for column in range(things.columnCount())]


def block_of(workspace: Workspace, number: int) -> Block:
    assert workspace.day is not None
    return [block for block in workspace.day.blocks if block.part is not None][number]


def test_a_version_is_kept_under_a_name_with_keys_alone(
    listed: VersionsList, library: Library, workspace: Workspace, qtbot: QtBot
):
    qtbot.keyClicks(listed.name_line, "Naar het team")
    qtbot.keyClick(listed.name_line, Qt.Key.Key_Return)
    assert cells(listed, 0)[1] == "Naar het team"
    assert cells(listed, 0)[4] == "Niets"
    programme.set_minutes(library, block_of(workspace, 1).id, 50)
    assert workspace.day is not None
    editing.change(library, Goal, workspace.day.goals[0].id, sentence="Anders")
    assert cells(listed, 0)[4] == "Programma en doelen"


def test_what_changed_since_is_said_of_each_version_with_a_name(
    listed: VersionsList, library: Library, workspace: Workspace
):
    versions.keep(library, 1, "opzet")
    programme.set_minutes(library, block_of(workspace, 1).id, 50)
    versions.keep(library, 1, "na overleg")
    listed.refresh()
    assert [cells(listed, row)[1::3] for row in (0, 1)] == [["na overleg", "Niets"], ["opzet", "Programma"]]
    # Those of one day differ in the time behind the date, which is in view.
    made = cells(listed, 0)[2]
    assert made.rpartition(", ")[2].count(":") == 1
    assert len(made) <= len("do 26 nov 2026, 22:30")


def test_r123_what_changed_since_a_document_was_made_is_marked(
    listed: VersionsList, library: Library, workspace: Workspace
):
    study_days.make_version(library, 1, versions.content_of(library, 1), document="programme")
    assert cells(listed, 0)[3:] == ["Deelnemersprogramma", "Niets"]
    assert workspace.day is not None
    editing.change(library, Goal, workspace.day.goals[0].id, sentence="Na deze dag doen we het anders")
    assert cells(listed, 0)[4] == "Doelen"


def test_another_name_in_the_table(listed: VersionsList, library: Library, qtbot: QtBot):
    number = versions.keep(library, 1, "een")
    listed.refresh()
    listed.table.edit_first_cell(number)
    editor = listed.table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "twee")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert cells(listed, 0)[1] == "twee"
    assert library.undo_step is None


def test_the_differences_stand_by_subject_with_times_and_titles(
    listed: VersionsList,
    library: Library,
    workspace: Workspace,
    qtbot: QtBot,
    compared: Callable[[int, int], CompareWindow],
):
    version = versions.keep(library, 1, "eerst")
    first, second, third = (block_of(workspace, number) for number in range(3))
    programme.set_minutes(library, second.id, second.minutes + 15)
    programme.change_block(library, first.id, title="Inloop met thee")
    editing.create(library, Person(name="Čapek"))
    window = compared(version, NOW)
    assert "Programma" in window.text
    assert f"{second.title}: duur" in window.text
    assert f"- Andere tijd: {third.title}: 09:20 → 09:35" in window.text
    assert "- Veranderd: Inloop met thee: titel: Welkom en inloop → Inloop met thee" in window.text
    assert "Čapek" not in window.text
    qtbot.mouseClick(window.copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == window.text


def test_a_comparison_follows_what_changes_and_goes_to_the_thing(
    workspace: Workspace, library: Library, compared: Callable[[int, int], CompareWindow]
):
    version = versions.keep(library, 1, "")
    window = compared(version, NOW)
    assert window.sum.text() == "Er is geen verschil."
    block = block_of(workspace, 2)
    programme.change_block(library, block.id, title="Nieuw")
    went: list[object] = []
    workspace.go.connect(went.append)
    top = window.tree.topLevelItem(0)
    assert top is not None
    window.tree.itemActivated.emit(top.child(0), 0)
    assert [(place.kind, place.id) for place in went] == [("block", block.id)]
    library.undo()
    assert window.found == ()
    window.after.setCurrentIndex(window.after.findData(version))
    assert window.found == ()


def test_every_kind_of_difference_has_words(
    library: Library, workspace: Workspace, compared: Callable[..., CompareWindow]
):
    version = versions.keep(library, 1, "")
    assert workspace.day is not None
    for block in [block for block in workspace.day.blocks if block.part is not None][::2]:
        programme.delete_blocks(library, block.id)
    editing.delete(library, Goal, workspace.day.goals[0].id)
    editing.change(library, StudyDay, 1, title="Anders", budget=100_00)
    running.go_on(library, 1, workspace.day.parts[0].id, library.now)
    for before, after in ((version, NOW), (NOW, version)):
        lines = compared(before, after).text.splitlines()
        assert len(lines) > 20
        assert all(line.count(": ") >= 1 for line in lines if line.startswith("- "))


def test_going_back_asks_keeps_the_present_and_can_be_undone(
    listed: VersionsList, library: Library, workspace: Workspace, qtbot: QtBot
):
    version = versions.keep(library, 1, "eerst")
    programme.delete_blocks(library, block_of(workspace, 0).id)
    changed = workspace.day
    listed.refresh()
    listed.table.choose(version)
    answer(yes=False)
    qtbot.mouseClick(listed.go_back, Qt.MouseButton.LeftButton)
    assert workspace.day == changed
    answer(yes=True)
    qtbot.mouseClick(listed.go_back, Qt.MouseButton.LeftButton)
    loaded = versions.read(library, version)
    assert compare(State(day=loaded.day, setting=state_of(workspace, version).setting), state_of(workspace, NOW)) == ()
    assert cells(listed, 0)[3] == "Teruggaan naar een versie"
    workspace.undo()
    assert workspace.day == changed


def test_two_that_are_selected_are_compared_with_each_other(
    listed: VersionsList, library: Library, workspace: Workspace, qtbot: QtBot
):
    versions.keep(library, 1, "eerst")
    programme.set_minutes(library, block_of(workspace, 1).id, 50)
    versions.keep(library, 1, "dan")
    listed.table.selectAll()
    assert listed.compare.text() == "Vergelijk deze twee"
    qtbot.mouseClick(listed.compare, Qt.MouseButton.LeftButton)
    window = listed.window().findChild(CompareWindow)
    assert window is not None
    assert "eerst" in window.before.currentText()
    assert "dan" in window.after.currentText()
    assert window.found != ()
    window.close()


def test_a_version_that_cannot_be_read_is_said_to_be_so(
    listed: VersionsList, library: Library, compared: Callable[[int, int], CompareWindow]
):
    version = study_days.make_version(library, 1, "geen JSON")
    listed.refresh()
    assert cells(listed, 0)[4] == "kan niet worden gelezen"
    assert compared(version, NOW).sum.text().startswith("Deze versie kan niet worden gelezen.")


def test_a_version_of_the_worked_example_is_what_is_in_view(library: Library, workspace: Workspace):
    version = versions.keep(library, 1, "")
    assert compare(state_of(workspace, version), state_of(workspace, NOW)) == ()
    content = versions.content_of(library, 1).encode()
    assert decode(content, built_in=read_setting(library, StudyDay())).day.title == "Formatief handelen"
