"""The window in another language: what was in view, selected, typed and said stays."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.values.allotting import Allotting
from studydag.model.values.changes import Place
from studydag.model.values.study_day import StudyDay
from studydag.ui.main_window import MainWindow
from tests.ui.windows import freed, parts, title_line


def test_another_language_keeps_page_and_selection_and_undo(window: MainWindow):
    assembly, workspace = parts(window)
    window.assembly.show_day(1)
    editing.change(workspace.library, StudyDay, 1, theme="Anders")
    goal = workspace.day.goals[1].id
    page = assembly.day_view.show_page("goals")
    assert page.reveal(Place(1, "goal", goal))
    size = window.size()
    layout = window.toolbar.layout()
    spacing = layout.spacing()
    # As Qt does where another style sheet is worn.
    layout.setSpacing(spacing + 4)

    assembly.commands.set_language("en")

    assembly, workspace = parts(window)
    assert window.language == Language.of("en")
    assert assembly.day_view.page.name == "goals"
    assert assembly.day_view.page.selection()[:1] == (("goal", goal),)
    assert window.menuBar().actions()[0].text() == "&File"
    assert window.size() == size
    assert window.toolbar.layout().spacing() == spacing
    assert assembly.actions.undo.text().startswith("Undo: change")
    assembly.actions.undo.trigger()
    assert workspace.day.theme != "Anders"
    assembly.commands.set_language("nl")


def test_what_is_being_typed_survives_another_language_and_goes_on(window: MainWindow, qtbot: QtBot):
    window.assembly.show_day(1)
    line = title_line(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Haf")
    line.setCursorPosition(2)
    parts(window)[0].commands.set_language("en")

    assert parts(window)[1].day.title == "Haf"
    line = title_line(window)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "l")
    assert line.text() == "Half"
    parts(window)[0].commands.set_language("nl")


@pytest.mark.parametrize("in_list", [True, False])
def test_the_title_of_a_block_that_is_typed_goes_on_after_another_size(
    window: MainWindow, qtbot: QtBot, *, in_list: bool
):
    window.assembly.show_day(1)
    workspace = parts(window)[1]
    block = workspace.day.blocks[1]

    def typed_in() -> QLineEdit | None:
        focused = window.focusWidget()
        return focused if isinstance(focused, QLineEdit) and focused.text().startswith("Na") else None

    page = parts(window)[0].day_view.show_page("programme")
    assert page.reveal(Place(1, "block", block.id))
    workspace.idle.finish()
    if in_list:
        page.list.setCurrentIndex(page.list.currentIndex().siblingAtColumn(1))
        page.list.edit(page.list.currentIndex())
    else:
        page.block_inspector.show_field("title")
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "Naprten")
    line.setCursorPosition(3)
    parts(window)[0].commands.zoom(1)
    qtbot.waitUntil(lambda: window.look.zoom > 1)
    qtbot.waitUntil(lambda: typed_in() is not None)
    qtbot.keyClicks(typed_in(), "a")
    window.finish_typing()
    assert parts(window)[1].day.blocks[1].title == "Naparten"
    parts(window)[0].commands.zoom(0)
    qtbot.waitUntil(lambda: window.look.zoom == 1.0)


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
