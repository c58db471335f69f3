"""Beginning from templates and earlier days, keeping days and blocks, and managing what was kept."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing, follow_up, programme, study_days
from studydag.model.operations.templates import own_blocks, own_templates
from studydag.model.values.effect import Insight
from studydag.model.values.follow_up import ActionState
from studydag.model.values.school import Template
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.new_day import NewDayDialog, Way
from studydag.ui.dialogs.save_template import SaveTemplateDialog
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.programme import ProgrammePage
from tests.ui.answering import type_in, with_dialog
from tests.ui.windows import TODAY, freed, open_window, parts

pytestmark = pytest.mark.usefixtures("look")


@pytest.fixture
def window(qtbot: QtBot, look: Look, school_file: Path) -> MainWindow:
    opened = open_window(qtbot, look, school_file)
    opened.assembly.show_day(1)
    return opened


def programme_of(window: MainWindow) -> ProgrammePage:
    page = parts(window)[0].day_view.show_page("programme")
    assert isinstance(page, ProgrammePage)
    return page


def test_a_template_is_shown_before_it_is_taken(window: MainWindow, qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        design = next(each for each in dialog.offered if each.key == "two_half_days")
        dialog.designs.setCurrentRow(dialog.offered.index(design))
        assert (dialog.start.shown.hour, dialog.end.shown.hour) == (13, 16)
        assert dialog.preview.title.text() == design.title
        assert "13:00–16:30 + 13:00–16:30" in dialog.preview.facts.text()
        assert "6 acties" in dialog.preview.facts.text()
        assert sum(dialog.preview.strip.minutes.values()) == 420
        assert dialog.preview.blocks.count() > 15
        type_in(qtbot, dialog.about.line, "Taal in alle vakken")
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(answer, parts(window)[0].commands.new_day)
    day = parts(window)[1].day
    assert (day.title, day.theme) == ("Taal in alle vakken", "Taal in alle vakken")
    assert len(day.parts) == 2
    assert any(block.working_format for block in day.blocks)
    assert day.measures[0].question_set is not None


def test_a_template_without_a_theme_is_called_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.designs.setCurrentRow(dialog.offered.index(next(each for each in dialog.offered if each.key == "boost")))
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(answer, parts(window)[0].commands.new_day)
    assert parts(window)[1].day.title.startswith("Boostmiddag")


def test_what_is_no_date_makes_no_day_without_one(window: MainWindow, qtbot: QtBot) -> None:
    before = len(parts(window)[1].library.every(StudyDay))

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        for press in (
            lambda: qtbot.keyClick(dialog.date.typed.line, Qt.Key.Key_Return),
            lambda: qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton),
        ):
            dialog.date.typed.line.selectAll()
            type_in(qtbot, dialog.date.typed.line, "Taal in alle vakken")
            press()
            assert dialog.isVisible()
            assert "datum" in dialog.problem.text()
            assert dialog.date.typed.line.text() == "Taal in alle vakken"
        dialog.reject()

    with_dialog(answer, parts(window)[0].commands.new_day)
    assert len(parts(window)[1].library.every(StudyDay)) == before


def test_a_template_that_is_too_long_for_the_times_says_so_beforehand(window: MainWindow, qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        for field, text in ((dialog.start, "8:30"), (dialog.end, "15:00")):
            field.line.selectAll()
            type_in(qtbot, field.line, text)
        dialog.designs.setCurrentRow(
            dialog.offered.index(next(each for each in dialog.offered if each.key == "full_day"))
        )
        assert "30\u00a0min te lang" in dialog.preview.facts.text()
        dialog.reject()

    with_dialog(answer, parts(window)[0].commands.new_day)


def test_times_that_were_typed_stay_when_another_template_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.start.line.selectAll()
        type_in(qtbot, dialog.start.line, "8:15")
        dialog.designs.setCurrentRow(
            dialog.offered.index(next(each for each in dialog.offered if each.key == "evening"))
        )
        assert dialog.start.shown.hour == 8
        dialog.reject()

    with_dialog(answer, parts(window)[0].commands.new_day)


def test_r074_and_r120_what_was_open_is_offered_and_taken_along(window: MainWindow, qtbot: QtBot) -> None:
    workspace = parts(window)[1]
    library, day = workspace.library, workspace.day
    for action in day.actions[:-2]:
        follow_up.set_state(library, action.id, ActionState.DONE, TODAY)
    for text in ("Later beginnen", "Workshops houden", "Minder papier", "Lunch buiten"):
        editing.create(library, Insight(text=text), ("study_day", 1))
    coffee = next(each for each in day.blocks if each.title == "Koffie")
    programme.cancel_blocks(library, [coffee.id], "")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.choose(Way.EARLIER, 1)
        shown = [dialog.preview.blocks.item(row).text() for row in range(dialog.preview.blocks.count())]
        assert any("Koffie · 20" in each for each in shown), shown
        tree = dialog.earlier.open
        groups = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        assert [group.childCount() for group in groups if group] == [2, 4]
        first = groups[0].child(0) if groups[0] else None
        assert isinstance(first, QTreeWidgetItem)
        first.setCheckState(0, Qt.CheckState.Unchecked)
        dialog.earlier.programme.setChecked(False)
        assert dialog.preview.blocks.count() == 0
        assert "1 actie" in dialog.preview.facts.text()
        dialog.earlier.builds_on.setChecked(True)
        type_in(qtbot, dialog.earlier.title.line, " 2")
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(answer, parts(window)[0].commands.new_day)
    new, old = workspace.day, library.get(StudyDay, 1)
    assert [action.what for action in new.actions] == [old.actions[-1].what]
    assert new.builds_on == old.uid
    assert {insight.taken_along_to for insight in old.insights if insight.taken_along_to} == {new.uid}
    assert len([insight for insight in old.insights if insight.taken_along_to == new.uid]) == 4


def test_a_day_is_saved_as_a_template_renamed_and_begun_from(window: MainWindow, qtbot: QtBot) -> None:
    assembly, workspace = parts(window)

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, SaveTemplateDialog)
        dialog.title.line.selectAll()
        type_in(qtbot, dialog.title.line, "Onze vaste dag")
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(answer, assembly.commands.save_template)
    freed()
    (template,) = own_templates(workspace.library)
    assert template.title == "Onze vaste dag"
    assembly.show_school()
    made = assembly.school.lists[-1]
    assembly.school.tabs.setCurrentIndex(len(assembly.school.lists) - 1)
    made.refresh()
    assert made.reveal(template.id)
    made.form.field("title").edited.emit("Vaste dag")
    assert own_templates(workspace.library)[0].title == "Vaste dag"
    dialog = NewDayDialog(workspace, window)
    assert [each.title for each in dialog.offered if each.template] == ["Vaste dag"]
    dialog.designs.setCurrentRow(dialog.offered.index(next(each for each in dialog.offered if each.template)))
    assert dialog.preview.blocks.count() > 10
    dialog.reject()
    dialog.deleteLater()
    made.list.table.selectRow(0)
    made.list.delete()
    assert own_templates(workspace.library) == ()

    def keep_another(dialog: QDialog) -> None:
        assert isinstance(dialog, SaveTemplateDialog)
        assert [each.label for each in dialog.which.choices] == [f"{title} (do 11 mrt 2027)", "Avond"]
        assert dialog.title.shown == title
        dialog.which.edited.emit(evening)
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    title = workspace.library.get(StudyDay, 1).title
    evening = study_days.create(workspace.library, "Avond")
    made.refresh()
    made.list.table.setFocus()
    with_dialog(keep_another, lambda: qtbot.keyClick(made.list.table, Qt.Key.Key_Insert))
    assert [each.title for each in own_templates(workspace.library)] == ["Avond"]
    assert made.list.selected().title == "Avond"


def test_a_block_is_kept_found_and_put_into_another_day(window: MainWindow, qtbot: QtBot) -> None:
    workspace = parts(window)[1]
    page = programme_of(window)
    block = next(each for each in workspace.day.blocks if each.round is None and each.materials)
    page.selected.choose([block.id])
    page.actions_of_blocks.keep.trigger()
    assert page.panel.currentWidget() is page.panel.own_blocks
    assert [each.title for each in own_blocks(workspace.library)] == [block.title]
    before = len(workspace.day.blocks)
    qtbot.keyClicks(page.panel.own_blocks.search, "xyzzy")
    assert page.panel.own_blocks.chosen is None
    page.panel.own_blocks.search.clear()
    qtbot.keyClick(page.panel.own_blocks.list, Qt.Key.Key_Return)
    assert len(workspace.day.blocks) == before + 1
    made = page.commands.current
    assert made is not None
    assert (made.title, made.materials[0].item) == (block.title, block.materials[0].item)
    qtbot.keyClick(page.panel.own_blocks.list, Qt.Key.Key_Delete)
    assert workspace.library.every(Template) == []
    assert not page.panel.own_blocks.list.isVisible()
