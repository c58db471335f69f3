"""Many actions: grouped, filtered, changed at once, and asked after one by one."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.operations.planning import postpone
from studydag.model.rules.calendar.dates import resolve
from studydag.model.store.library import Library
from studydag.model.values.follow_up import Action, ActionState
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.quick_pass import QuickPassDialog
from studydag.ui.follow_up.several import fill
from studydag.ui.follow_up.sorting import GROUPINGS, SHOWN, Grouping, Shown
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.page import Page
from studydag.ui.workspace import Workspace
from tests.ui.windows import TODAY


@pytest.fixture(params=["en"])
def language(request: pytest.FixtureRequest) -> Language:
    return Language.of(request.param)


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> FollowUpPage:
    found = show(FollowUpPage)
    assert isinstance(found, FollowUpPage)
    return found


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> QuickPassDialog:
    made = QuickPassDialog(workspace)
    qtbot.addWidget(made)
    made.show()
    return made


def actions(library: Library) -> tuple[Action, ...]:
    return library.get(StudyDay, 1).actions


def choose(page: FollowUpPage, grouping: Grouping | None = None, shown: Shown | None = None) -> list[Action]:
    bar = page.sorting
    if grouping is not None:
        bar.by.setCurrentIndex(list(GROUPINGS).index(grouping))
    if shown is not None:
        bar.show_only.setCurrentIndex(list(SHOWN).index(shown))
    bar.changed.emit()
    return list(page.actions_by_date.table.things.things)


def test_the_table_is_grouped_by_state_owner_and_goal(page: FollowUpPage, library: Library) -> None:
    by_state = [list(ActionState).index(each.state) for each in choose(page, Grouping.STATE)]
    assert by_state == sorted(by_state)
    assert len(by_state) == len(actions(library))
    owners = [page.said.group(each) for each in choose(page, Grouping.OWNER)]
    assert [each for number, each in enumerate(owners) if each not in owners[:number]] == sorted(set(owners))
    goals = [page.said.group(each) for each in choose(page, Grouping.GOAL)]
    assert len({*goals}) > 1


def test_the_table_shows_what_is_asked_for_and_a_hidden_action_is_revealed(
    page: FollowUpPage, library: Library, workspace: Workspace
) -> None:
    done = next(each for each in actions(library) if not each.state.is_unfinished)
    assert done.id not in [each.id for each in choose(page, shown=Shown.UNFINISHED)]
    workspace.visit("action", done.id)
    assert page.selection() == (("action", done.id),)
    first = actions(library)[0]
    editing.change(library, Action, first.id, due=None, what="quite another thing")
    assert [each.id for each in choose(page, shown=Shown.NO_DATE)] == [first.id]
    page.sorting.show_everything()
    page.sorting.words.setText("another quite")
    assert [each.id for each in page.actions_by_date.table.things.things] == [first.id]


def test_several_get_a_state_an_owner_and_a_later_date_each_as_one_step(
    page: FollowUpPage, library: Library, workspace: Workspace
) -> None:
    before = actions(library)
    ids = tuple(each.id for each in before[:3])
    menu = QMenu(page)

    def press(submenu: str, text: str) -> None:
        fill(menu, workspace, lambda: ids)
        inner = next(each.menu() for each in menu.actions() if each.text() == submenu)
        assert isinstance(inner, QMenu)
        next(each for each in inner.actions() if each.text().startswith(text)).trigger()

    press("State", "Done")
    assert {each.state for each in actions(library)[:3]} == {ActionState.DONE}
    assert {each.done_on for each in actions(library)[:3]} <= {TODAY, *(each.done_on for each in before)}
    library.undo()
    assert actions(library) == before
    person = next(iter(library.every(Person)))
    press("Owner", person.name)
    assert {each.owner for each in actions(library)[:3]} == {person.id}
    library.undo()
    press("Date", "2 weeks later")
    day = library.get(StudyDay, 1)
    for old, new in zip(before[:3], day.actions[:3], strict=True):
        on = resolve(old.due, day)
        assert resolve(new.due, day) == (None if on is None else on + dt.timedelta(days=14))
        assert type(new.due) is type(old.due)
    library.undo()
    assert actions(library) == before
    assert postpone(library, (), 7) == 0


def test_everyone_is_asked_owner_by_owner_with_one_key_each(
    dialog: QuickPassDialog, library: Library, qtbot: QtBot
) -> None:
    owners = [each.owner for each in dialog.asked]
    assert owners == sorted(owners, key=lambda name: (not name, name.casefold()))
    first, second = dialog.asked[0].action, dialog.asked[1].action
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    # As on a Belgian keyboard.
    qtbot.keyClick(dialog, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    assert library.get(Action, first).state is ActionState.DONE
    assert library.get(Action, first).done_on == TODAY
    assert library.get(Action, second).state is ActionState.DID_NOT_WORK
    assert dialog.place == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert library.get(Action, second).state.is_unfinished
    assert library.get(Action, first).state is ActionState.DONE
    assert dialog.place == 1
    for _ in dialog.asked:
        qtbot.keyClick(dialog, Qt.Key.Key_Right)
    assert dialog.action is None
    assert dialog.owner.text() == "Everyone was asked"
    qtbot.keyClick(dialog, Qt.Key.Key_Left)
    assert dialog.action is not None


def test_a_note_is_typed_in_between_and_its_figures_are_no_answers(
    dialog: QuickPassDialog, library: Library, qtbot: QtBot
) -> None:
    asked = dialog.asked[0].action
    dialog.activateWindow()
    qtbot.keyClick(dialog, Qt.Key.Key_N)
    focus = QApplication.focusWidget()
    assert dialog.note.isAncestorOf(focus)
    qtbot.keyClicks(focus, "3 of 5 did")
    dialog.next.setFocus()
    assert library.get(Action, asked).note == "3 of 5 did"
    assert library.get(Action, asked).state.is_unfinished
    assert dialog.place == 0


def test_a_day_without_open_actions_has_nothing_to_ask_after(
    workspace: Workspace, library: Library, qtbot: QtBot
) -> None:
    editing.change_all(library, Action, [each.id for each in actions(library)], state=ActionState.DONE)
    dialog = QuickPassDialog(workspace)
    qtbot.addWidget(dialog)
    assert dialog.owner.text() == "There is nothing to ask about"
    assert not dialog.next.isEnabled()
