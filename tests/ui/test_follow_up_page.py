"""The follow-up page: actions with their checklists, moments with their rhythm and dates."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.operations import editing
from studydag.model.rules.calendar.rhythm import read_rhythm
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Action, ActionState, Moment
from studydag.model.values.school import Weekday
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.move_day import MoveDayDialog
from studydag.ui.fields.dates import DueField
from studydag.ui.fields.rhythm import MONTHS, ONCE, OTHER, WEEKS, RhythmField
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.page import Page
from studydag.ui.widgets.due_note import DueNote
from tests.ui.windows import TODAY


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> FollowUpPage:
    found = show(FollowUpPage)
    assert isinstance(found, FollowUpPage)
    return found


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def test_actions_stand_before_on_and_after_the_day_each_by_date(page: FollowUpPage) -> None:
    actions = page.actions_by_date.table.things.things
    keys = [page.said.by_date(action)[:2] for action in actions]
    assert keys == sorted(keys)
    assert len({key[0] for key in keys}) > 1


def test_who_is_named_first_in_a_typed_action_owns_it_and_a_date_behind_it_is_by_when(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    person = page.workspace.setting.people[0]
    line = page.actions_by_date.line
    assert line is not None
    line.typed.emit(f"{person.name} vraagt iedereen een les voor 2 april 2027")
    qtbot.waitUntil(lambda: page.actions_by_date.selected() is not None)
    made = page.actions_by_date.selected()
    assert (made.what, made.owner) == (f"{person.name} vraagt iedereen een les", person.id)
    assert made.due == dt.date(2027, 4, 2)
    qtbot.keyClick(page.actions_by_date.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert page.actions_by_date.table.things.row_of(page.actions_by_date.selected_ids[0]) == 0


def test_one_key_says_where_an_action_stands(page: FollowUpPage, library: Library, qtbot: QtBot) -> None:
    action = next(each for each in day(library).actions if each.state is ActionState.OPEN)
    page.actions_by_date.choose(action.id)
    qtbot.keyClick(page.actions_by_date.table, Qt.Key.Key_3)
    after = library.get(Action, action.id)
    assert (after.state, after.done_on) == (ActionState.DONE, TODAY)
    # As on a Belgian keyboard.
    qtbot.keyClick(page.actions_by_date.table, Qt.Key.Key_4, Qt.KeyboardModifier.ShiftModifier)
    assert library.get(Action, action.id).state is ActionState.DID_NOT_WORK


def test_a_date_is_typed_over_its_cell_and_says_not_where_the_action_stands(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    table, action = page.actions_by_date.table, day(library).actions[0]
    page.actions_by_date.choose(action.id)
    table.setFocus()
    place = next(place for place, each in enumerate(table.things.columns) if each.field == "due")
    table.setCurrentIndex(table.things.index(table.things.row_of(action.id), place))
    qtbot.keyClick(table, Qt.Key.Key_2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "5-1")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert library.get(Action, action.id).due == dt.date(2027, 1, 25)
    assert table.state() is not table.State.EditingState, "Enter is not for the table as well"
    assert table.hasFocus()
    assert library.get(Action, action.id).state is action.state


def test_an_item_of_the_checklist_is_ticked_with_the_space_bar(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    action = next(each for each in day(library).actions if any(not item.done for item in each.checklist))
    item = next(item for item in action.checklist if not item.done)
    page.actions_by_date.choose(action.id)
    rows = page.panel.form(Action).rows("checklist").list
    rows.choose(item.id)
    rows.table.setCurrentIndex(rows.table.things.index(rows.table.things.row_of(item.id), 0))
    qtbot.keyClick(rows.table, Qt.Key.Key_Space)
    after = library.get(Action, action.id)
    assert next(each for each in after.checklist if each.id == item.id).done


def test_several_checklist_items_are_typed_in_one_go(page: FollowUpPage, library: Library, qtbot: QtBot) -> None:
    action = day(library).actions[0]
    page.actions_by_date.choose(action.id)
    rows = page.panel.form(Action).rows("checklist").list
    assert rows.line is not None
    rows.line.setPlainText("Book the room\nAsk the caretaker")
    qtbot.keyClick(rows.line, Qt.Key.Key_Return)
    assert [item.text for item in library.get(Action, action.id).checklist[-2:]] == [
        "Book the room",
        "Ask the caretaker",
    ]


def test_a_place_within_an_action_brings_the_action(page: FollowUpPage, library: Library) -> None:
    action = next(each for each in day(library).actions if each.checklist)
    assert page.reveal(Place(1, "checklist_item", action.checklist[0].id))
    assert page.selection() == (("action", action.id),)


def test_a_relative_date_shows_what_it_comes_to_and_proposes_a_school_day(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    action = day(library).actions[-1]
    page.actions_by_date.choose(action.id)
    form = page.panel.form(Action)
    field = form.field("due")
    assert isinstance(field, DueField)
    assert (day(library).parts[0].date or dt.date.min).weekday() == 3
    field.edited.emit(RelativeDate(2, DateUnit.DAYS))
    note = next(each for each in form.findChildren(DueNote) if each._field is field)  # noqa: SLF001
    assert "13 mrt 2027" in note.text.text()
    assert not note.button.isHidden()
    # One below the other: beside each other the name of a holiday and the button were wider than the column.
    assert note.minimumSizeHint().width() == max(each.minimumSizeHint().width() for each in (note.text, note.button))
    qtbot.mouseClick(note.button, Qt.MouseButton.LeftButton)
    assert library.get(Action, action.id).due == dt.date(2027, 3, 15)
    assert note.button.isHidden()


def test_r048_a_rhythm_is_chosen_and_its_dates_are_listed_with_the_holidays_that_were_skipped(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    moment = day(library).moments[0]
    editing.change(library, Moment, moment.id, first_date=dt.date(2027, 4, 1), rhythm="", until_summer=False)
    page.tabs.bar.setCurrentIndex(2)
    page.moments.choose(moment.id)
    field = page.panel.form(Moment).field("rhythm")
    assert isinstance(field, RhythmField)
    field.number.show_value(4)
    field.kind.setCurrentIndex(WEEKS)
    field.kind.activated.emit(WEEKS)
    field.weekdays[Weekday.THURSDAY].click()
    page.panel.form(Moment).field("times").edited.emit(3)
    after = library.get(Moment, moment.id)
    assert (after.rhythm, after.times) == ("FREQ=WEEKLY;INTERVAL=4;BYDAY=TH", 3)
    assert page.dates.heading.text().startswith("Elke 4 weken")
    assert page.dates.dates.text() == "do 1 apr 2027, do 27 mei, do 24 jun"
    assert page.dates.skipped.text() == "Overgeslagen: do 29 apr (Meivakantie)"


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("", ONCE),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", WEEKS),
        ("FREQ=MONTHLY;BYDAY=1TH", MONTHS),
        ("FREQ=MONTHLY;BYMONTHDAY=15", OTHER),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", OTHER),
        ("FREQ=WEEKLY;COUNT=6", WEEKS),
    ],
)
def test_a_rhythm_is_shown_without_losing_any_of_it(qtbot: QtBot, rule: str, kind: int) -> None:
    field = RhythmField(Language.of("en"))
    qtbot.addWidget(field)
    field.show_value(rule)
    assert field.kind.currentIndex() == kind
    with qtbot.assertNotEmitted(field.edited):
        field._changed()  # noqa: SLF001 - nothing was changed, so nothing may come of it
    assert read_rhythm(field.shown) == read_rhythm(rule)


def test_actions_per_owner_stand_together(page: FollowUpPage) -> None:
    page.tabs.bar.setCurrentIndex(1)
    owners = [page.said.owner(action) for action in page.actions_by_owner.table.things.things]
    named = [owner for owner in owners if owner]
    assert len({*named}) == sum(1 for one, other in zip(["", *named], named, strict=False) if one != other)


def test_r085_a_date_on_which_the_school_is_closed_is_named_in_the_table(page: FollowUpPage, library: Library) -> None:
    action = next(each for each in day(library).actions if each.state is ActionState.OPEN)
    editing.change(library, Action, action.id, due=dt.date(2026, 12, 24))
    moment = next(each for each in day(library).moments if not each.rhythm)
    editing.change(library, Moment, moment.id, first_date=dt.date(2027, 3, 13))
    things = page.actions_by_date.table.things
    shown = things.thing_at(things.row_of(action.id))
    assert page.said.counted(shown).endswith("Kerstvakantie")
    assert page.said.date_colour(shown).name() == page.look.colours.should.lower()
    page.tabs.bar.setCurrentIndex(2)
    meetings = page.moments.table.things
    cells = [meetings.index(meetings.row_of(moment.id), column).data() for column in range(meetings.columnCount())]
    assert cells[-1] == "weekend"
    editing.change(library, Moment, moment.id, rhythm="FREQ=WEEKLY;INTERVAL=3;BYDAY=TH", times=6)
    assert meetings.index(meetings.row_of(moment.id), len(cells) - 1).data() == "Elke 3 weken op donderdag"
    editing.change(library, Action, action.id, state=ActionState.DONE)
    assert page.said.date_colour(library.get(Action, action.id)) is None


def test_r005_moving_the_day_says_beforehand_which_dates_fall_in_a_holiday(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    owner = ("study_day", 1)
    editing.create(library, Action(what="Drie weken later", due=RelativeDate(3)), owner)
    editing.create(library, Action(what="Blijft staan", due=dt.date(2026, 12, 24)), owner)
    dialog = MoveDayDialog(page.workspace)
    qtbot.addWidget(dialog)
    dialog.date.edited.emit(dt.date(2026, 12, 3))
    lines = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    then = {line.text(0): line.text(2) for line in lines if line is not None}
    assert then["Drie weken later"] == "do 24 dec 2026 · Kerstvakantie"
    assert then["Blijft staan"] == "blijft staan"
    assert "dat de school dicht is" in dialog.summary.text()


def test_no_form_of_an_action_stays_beside_the_moments(page: FollowUpPage):
    page.tabs.show_part(page.actions_by_date)
    page.actions_by_date.table.selectRow(0)
    assert page.current() is not None
    page.tabs.show_part(page.moments)
    assert page.current() is None
    assert page.selection() == ()
    page.moments.table.selectRow(0)
    page.tabs.show_part(page.line)
    assert page.current() is not None


def test_an_owner_is_typed_by_name_in_the_cell_that_tab_leads_to(
    page: FollowUpPage, library: Library, qtbot: QtBot
) -> None:
    table = page.actions_by_date.table
    action = next(each for each in day(library).actions if each.owner is not None)
    owner = next(each for each in page.workspace.setting.people if each.id != action.owner and not each.archived)
    (column,) = (place for place, each in enumerate(table.things.columns) if each.field == "owner")
    page.actions_by_date.choose(action.id)
    table.setCurrentIndex(table.things.index(table.things.row_of(action.id), column))
    qtbot.keyClick(table, "?")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "niemand")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert table.state() is table.State.EditingState
    line.selectAll()
    qtbot.keyClicks(line, owner.name)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert library.get(Action, action.id).owner == owner.id
