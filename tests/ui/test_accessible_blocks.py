"""What can be done with painted blocks by whoever has neither keys nor a pointer, and what more is told of them."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.ui.pages.page import Page
from studydag.ui.pages.programme import ProgrammePage
from studydag.ui.painted_things import FOCUS, LONGER, MENU, PRESS, SHORTER, TOGGLE, ThingInterface
from studydag.ui.workspace import Workspace


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ProgrammePage:
    made = show(ProgrammePage)
    assert isinstance(made, ProgrammePage)
    return made


def item(page: ProgrammePage, title: str) -> ThingInterface:
    canvas = QAccessible.queryAccessibleInterface(page.timeline)
    children = (canvas.child(place) for place in range(canvas.childCount()))
    found = next(each for each in children if title in each.text(QAccessible.Text.Name))
    assert isinstance(found, ThingInterface)
    return found


def do(interface: ThingInterface, name: str) -> None:
    interface.doAction(name)
    QApplication.processEvents()


def test_a_block_can_be_selected_with_others_and_alone(page: ProgrammePage, workspace: Workspace):
    keynote, coffee = item(page, "Keynote"), item(page, "Koffie")
    do(keynote, PRESS)
    assert page.selected.ids == (keynote.key,)
    do(coffee, TOGGLE)
    assert set(page.selected.ids) == {keynote.key, coffee.key}
    assert coffee.state().selected
    do(coffee, FOCUS)
    assert page.selected.ids == (coffee.key,)
    assert page.timeline.hasFocus()
    assert coffee.state().focused


def test_a_block_can_be_made_longer_and_shorter(page: ProgrammePage, workspace: Workspace):
    keynote = item(page, "Keynote")
    do(keynote, LONGER)
    assert workspace.day is not None
    assert "40 minuten" in keynote.text(QAccessible.Text.Name)
    do(keynote, SHORTER)
    do(keynote, SHORTER)
    assert "30 minuten" in keynote.text(QAccessible.Text.Name)


def test_the_menu_of_a_block_opens_without_keys_or_pointer(page: ProgrammePage, qtbot: QtBot):
    do(item(page, "Lunch"), MENU)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    assert "Verwijderen" in texts


def test_every_action_is_described_in_the_language_of_the_window(page: ProgrammePage):
    lunch = item(page, "Lunch")
    assert set(lunch.actionNames()) == {PRESS, FOCUS, TOGGLE, MENU, LONGER, SHORTER}
    said = [lunch.localizedActionDescription(name) for name in lunch.actionNames()]
    assert all(said)
    assert "5 minuten langer" in said


def test_who_leads_and_which_goals_a_block_serves_are_told_on_request(page: ProgrammePage):
    told = item(page, "Keynote").text(QAccessible.Text.Description)
    assert "Sanne Oldewey" in told
    assert "Na deze dag" in told


def test_the_line_in_which_a_title_is_typed_is_heard_as_well(page: ProgrammePage):
    keynote = item(page, "Keynote")
    canvas = QAccessible.queryAccessibleInterface(page.timeline)
    count = canvas.childCount()
    page.timeline.edit_title(keynote.key)
    assert canvas.childCount() == count + 1
    typed: QAccessibleInterface = canvas.child(count)
    assert typed.object() is page.timeline.in_place
    assert canvas.indexOfChild(typed) == count
    lines = [typed.child(place).text(QAccessible.Text.Name) for place in range(typed.childCount())]
    assert "Titel van het blok" in lines
    page.timeline.finish_typing()
    assert canvas.childCount() == count


def test_a_title_written_from_outside_where_the_block_stands_is_finished(page: ProgrammePage, workspace: Workspace):
    keynote = item(page, "Keynote")
    page.timeline.edit_title(keynote.key)
    page.timeline.in_place.title.setText("Lezing")
    assert "Lezing" in keynote.text(QAccessible.Text.Name)
