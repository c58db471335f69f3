"""Naming what isn't there yet, from the form that needs it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block
from studydag.model.values.school import Room
from studydag.ui.dialogs.naming import NEW, NamingDialog
from studydag.ui.fields.choice import Choice, ChoiceField, ManyField
from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.tables.new_on_the_spot import LABELS
from studydag.ui.workspace import Workspace


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    found = show(ProgrammePage)
    assert isinstance(found, ProgrammePage)
    found.selected.choose([next(each.id for each in found.workspace.day.blocks if each.title == "Koffie")])
    return found


def answer(text: str, *, accepts: bool = True) -> None:
    """Fill in the dialog that comes next."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NamingDialog)
        # In the middle of the window, also where a menu asked for it.
        assert not isinstance(dialog.parentWidget(), QMenu)
        dialog.line.line.setText(text)
        (dialog.accept if accepts else dialog.reject)()
        if dialog.isVisible():
            assert dialog.problem.text()
            dialog.reject()

    QTimer.singleShot(0, fill)


def coffee(library: Library) -> Block:
    return next(each for each in library.of_day(Block, 1) if each.title == "Koffie")


def test_everything_that_is_offered_can_be_named():
    assert set(LABELS) == set(NEW)


def test_a_room_is_named_in_the_list_of_rooms_and_chosen(page: ProgrammePage, library: Library):
    field = page.block_inspector.form_of("room").field("room")
    assert isinstance(field, ChoiceField)
    before = coffee(library).room
    for text, accepts in (("Kas", False), ("", True)):
        answer(text, accepts=accepts)
        field.box.activated.emit(field.box.count() - 1)
        assert coffee(library).room == before
    answer("Kas")
    field.box.activated.emit(field.box.count() - 1)

    made = next(each for each in page.workspace.setting.rooms if each.name == "Kas")
    assert coffee(library).room == made.id
    assert field.box.currentText() == "Kas"


def test_a_goal_is_named_in_the_menu_of_goals_and_linked(page: ProgrammePage, library: Library):
    field = page.block_inspector.form_of("goals").field("goals")
    assert isinstance(field, ManyField)
    answer("Na deze dag drinkt iedereen thee")
    field.menu.actions()[-1].trigger()

    made = next(each for each in library.of_day(Goal, 1) if "thee" in each.sentence)
    assert made.id in coffee(library).goals


def test_several_are_ticked_without_opening_the_menu_again(qtbot: QtBot):
    field = ManyField([Choice(1, "Een"), Choice(2, "Twee")], nothing="geen")
    qtbot.addWidget(field)
    field.show()
    field.menu.popup(field.mapToGlobal(field.rect().bottomLeft()))
    first, second = field.menu.actions()
    qtbot.mouseClick(field.menu, Qt.MouseButton.LeftButton, pos=field.menu.actionGeometry(first).center())
    field.menu.setActiveAction(second)
    qtbot.keyClick(field.menu, Qt.Key.Key_Space)
    assert field.menu.isVisible()
    assert field.shown == (1, 2)
    field.menu.close()


def test_someone_who_leads_is_named_in_the_menu_of_leads(page: ProgrammePage, library: Library):
    leads = page.block_inspector.form_of("leads").rows("leads").list
    leads.add()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    answer("Juf Nieuw")
    menu.actions()[-1].trigger()

    made = next(each for each in page.workspace.setting.people if each.name == "Juf Nieuw")
    assert [lead.person for lead in coffee(library).leads][-1:] == [made.id]


def test_arrow_keys_in_a_closed_list_ask_for_nothing(qtbot: QtBot):
    field = ChoiceField([Choice(None, "–"), Choice(1, "Aula")])
    asked: list[bool] = []
    field.offer_new("Nieuwe ruimte…", lambda: asked.append(True))
    qtbot.addWidget(field)
    field.show()
    field.show_value(1)
    box: QComboBox = field.box
    qtbot.keyClick(box, Qt.Key.Key_Down)

    assert asked == []
    assert (field.shown, box.currentText()) == (1, "Aula")


def test_a_name_that_is_there_already_is_asked_about_before_it_is_added(workspace: Workspace, qtbot: QtBot) -> None:
    room = workspace.setting.rooms[0]
    dialog = NamingDialog(workspace, "room", None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.line.line.setText(f" {room.name.upper()}")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text().startswith("Staat al in de lijst")
    assert (dialog.accepting.text(), dialog.using.isVisible()) == ("Toch toevoegen", True)
    dialog.using.click()
    assert not dialog.isVisible()
    assert dialog._made == room.id  # noqa: SLF001 - what `ask` returns
    assert len(workspace.setting.rooms) == len(workspace.library.every(Room))

    again = NamingDialog(workspace, "room", None)
    qtbot.addWidget(again)
    again.line.line.setText(room.name)
    again.accept()
    again.accept()
    assert [each.name for each in workspace.setting.rooms].count(room.name) == 2
