"""Attendance by part and round with walk-ins, and groups that are composed, in the window."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.choices import Grouping, GroupMix, Presence, Registration
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.school import Person
from studydag.model.values.study_day import StudyDay
from studydag.ui.choices.attendance_grid import AttendanceGrid
from studydag.ui.fields.choice import ChoiceField
from studydag.ui.pages.choices import ChoicesPage
from studydag.ui.pages.page import Page


@pytest.fixture
def page(show: Callable[[type[Page]], Page]) -> ChoicesPage:
    found = show(ChoicesPage)
    assert isinstance(found, ChoicesPage)
    return found


@pytest.fixture
def grid(page: ChoicesPage) -> AttendanceGrid:
    page.tabs.show_part(page.attendance)
    return page.attendance


def day(library: Library) -> StudyDay:
    return library.get(StudyDay, 1)


def at(grid: AttendanceGrid, row: int, column: int) -> None:
    grid.table.setCurrentIndex(grid.table.things.index(row, column))


def marks(library: Library, registration: int) -> list[Presence]:
    return [mark.presence for mark in library.get(Registration, registration).attendance]


def test_d22_enter_goes_on_to_the_next_mark_and_keys_set_one(
    grid: AttendanceGrid, library: Library, qtbot: QtBot
) -> None:
    tester = QAbstractItemModelTester(grid.table.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
    who = grid.table.things.thing_at(0).id
    at(grid, 0, 2)
    grid.table.activated.emit(grid.table.currentIndex())
    assert marks(library, who) == [Presence.PRESENT]
    qtbot.keyClick(grid.table, Qt.Key.Key_3)
    assert marks(library, who) == [Presence.ABSENT]
    qtbot.keyClick(grid.table, Qt.Key.Key_2)
    assert "gedeeltelijk" in grid.table.things.index(0, 2).data()
    qtbot.keyClick(grid.table, Qt.Key.Key_0)
    assert marks(library, who) == []
    tester.deleteLater()


def test_all_others_are_present_with_one_button_and_who_did_not_come_is_named(
    grid: AttendanceGrid, library: Library, qtbot: QtBot
) -> None:
    who = grid.table.things.thing_at(0)
    at(grid, 0, 2)
    qtbot.keyClick(grid.table, Qt.Key.Key_3)
    qtbot.mouseClick(grid.all_present, Qt.MouseButton.LeftButton)
    people = day(library).registrations
    assert [marks(library, each.id) for each in people].count([Presence.PRESENT]) == len(people) - 1
    assert marks(library, who.id) == [Presence.ABSENT]
    assert "Niet gekomen" in grid.counts.text()
    library.undo()
    assert sum(len(each.attendance) for each in day(library).registrations) == 1


def test_d21_a_walk_in_gets_a_seat_that_was_reserved(grid: AttendanceGrid, library: Library, qtbot: QtBot) -> None:
    option = next(block for block in day(library).blocks if block.round is not None)
    editing.change(library, Block, option.id, capacity=1, reserved_seats=1)
    grid.seat.setCurrentIndex(grid.seat.findData(option.id))
    assert "1 vrij" in grid.seat.currentText()
    qtbot.keyClicks(grid.walk_in, "Late Lotte")
    qtbot.keyClick(grid.walk_in, Qt.Key.Key_Return)
    made = next(each for each in day(library).registrations if each.name == "Late Lotte")
    (place,) = [each for each in day(library).allotments if each.registration == made.id]
    assert (place.option, place.locked) == (option.id, True)
    assert [mark.presence for mark in made.attendance] == [Presence.WALK_IN, Presence.WALK_IN]
    assert "Inloper: 1" in grid.counts.text()
    assert grid.seat.findData(option.id) < 0
    assert grid.table.selected_ids == (made.id,)


def test_r022_minutes_of_learning_and_the_compulsory_share_stand_beside_each_name(
    grid: AttendanceGrid, library: Library, qtbot: QtBot
) -> None:
    columns = [column.title for column in grid.table.things.columns]
    row = next(row for row, each in enumerate(grid.table.things.things) if each.count == 1)
    whole = grid.table.things.index(row, columns.index("Leertijd")).data()
    assert "u" in whole
    assert grid.table.things.index(row, columns.index("Verplicht")).data().endswith("%")
    at(grid, row, 2)
    qtbot.keyClick(grid.table, Qt.Key.Key_3)
    assert grid.table.things.index(row, columns.index("Leertijd")).data() != whole


def test_r060_groups_are_made_with_one_button_and_what_could_not_be_met_is_said(
    page: ChoicesPage, library: Library
) -> None:
    for each in day(library).registrations:
        editing.delete(library, Registration, each.id)
    sections = [f"sectie {number % 4}" for number in range(24)]
    made = editing.create_all(
        library, [Person(name=f"Mens {number}", section=section) for number, section in enumerate(sections)]
    )
    editing.create_all(library, [Registration(person=each) for each in made], ("study_day", 1))
    block = next(block for block in day(library).blocks if block.kind is BlockKind.BLOCK and block.round is None)
    grouping = editing.create(library, Grouping(block=block.id, mix=GroupMix.SECTION, size=4), ("study_day", 1))
    page.tabs.show_part(page.groups)
    page.groupings.choose(grouping)
    assert "Nog geen groepen" in page.groups.outcome.text()
    page.groups.make.trigger()
    groups = library.get(Grouping, grouping).groups
    assert [len(each.members) for each in groups] == [4] * 6
    assert "alles is gelukt" in page.groups.outcome.text()
    assert len(page.groups.cards) == 6
    editing.change(library, Grouping, grouping, size=7)
    field = page.panel.form(Grouping).field("block")
    assert isinstance(field, ChoiceField)
    count = field.box.count()
    editing.change(library, Block, block.id, cancelled=True)
    page.workspace.idle.finish()
    assert field.box.count() == count - 1
    assert field.box.placeholderText().startswith("Vervallen: ")
    page.groupings._add_menu.fill()  # noqa: SLF001 - the menu under the button
    menu = page.groupings._add_menu  # noqa: SLF001
    assert menu is not None
    offered = [action.text() for action in menu.actions()]
    assert len(offered) >= count - 1
    assert not any(block.title in text for text in offered)
    library.undo()
    page.groups.make.trigger()
    assert "sectie" in page.groups.outcome.text()
    library.undo()
    assert [len(each.members) for each in library.get(Grouping, grouping).groups] == [4] * 6
