"""Tables are sorted by a click on a head; the order of the things themselves stays."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemDelegate, QLineEdit, QMainWindow, QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.rules.table_order import Sorting
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.follow_up import Action
from studydag.model.values.study_day import StudyDay
from studydag.ui.fields.dates import AFTER, FIXED, DueField
from studydag.ui.item_models.cells import Cells
from studydag.ui.look import Look
from studydag.ui.memory import Memory
from studydag.ui.tables.thing_list import ThingList
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.workspace import Workspace

WHATS = ("lokaal 10 inrichten", "Émile bellen", "ezels lenen", "Anna vragen")


class Shell(QMainWindow):
    """A window that remembers."""

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self.memory = memory


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    """What the window remembers."""
    return Memory(tmp_path / "window.ini")


def made(workspace: Workspace, memory: Memory, qtbot: QtBot) -> ThingList:
    """Return a list of the actions of the day, in a window of its own."""
    cells = Cells(workspace)
    columns = cells.columns(Action, ("what", "due", "minutes", "state"))
    shown = ThingList(workspace, StudyDay, "actions", columns, title="Acties", typing="Nieuwe actie")
    window = Shell(memory)
    window.setCentralWidget(shown)
    qtbot.addWidget(window)
    window.resize(900, 500)
    workspace.changed.connect(lambda _change: shown.show_owner(workspace.day))
    window.show()
    shown.show_owner(workspace.day)
    shown.window_of_it = window  # type: ignore[attr-defined] - else nobody holds it
    return shown


@pytest.fixture
def actions(workspace: Workspace, memory: Memory, look: Look, qtbot: QtBot) -> Iterator[ThingList]:
    """A list of four actions, with its model watched."""
    assert workspace.day is not None
    editing.delete(workspace.library, Action, *(each.id for each in workspace.day.actions))
    minutes = (None, 120, 45, 200)
    things = [Action(what=what, minutes=each) for what, each in zip(WHATS, minutes, strict=True)]
    editing.create_all(workspace.library, things, ("study_day", workspace.day.id))
    shown = made(workspace, memory, qtbot)
    tester = QAbstractItemModelTester(shown.table.things, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield shown
    tester.deleteLater()


def names(shown: ThingList) -> list[str]:
    return [each.what for each in shown.table.things.things]


def click(shown: ThingList, column: int, qtbot: QtBot) -> None:
    header = shown.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_sorts_up_another_down_and_a_third_shows_the_own_order(actions: ThingList, qtbot: QtBot) -> None:
    header, things = actions.table.horizontalHeader(), actions.table.things
    own = names(actions)
    actions.table.choose(things.thing_at(3).id)
    chosen = actions.selected_ids

    click(actions, 0, qtbot)
    assert names(actions) == ["Anna vragen", "Émile bellen", "ezels lenen", "lokaal 10 inrichten"]
    assert (header.isSortIndicatorShown(), header.sortIndicatorSection()) == (True, 0)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert things.headerData(0, Qt.Orientation.Horizontal, role) == "Actie, oplopend gesorteerd"
    assert actions.selected_ids == chosen
    assert things.thing_at(actions.table.currentIndex().row()).id == chosen[0]

    click(actions, 0, qtbot)
    assert names(actions)[0] == "lokaal 10 inrichten"
    click(actions, 0, qtbot)
    assert names(actions) == own
    assert not header.isSortIndicatorShown()
    assert things.headerData(0, Qt.Orientation.Horizontal, role) is None
    assert actions.selected_ids == chosen


def test_numbers_stand_by_number_and_empty_ones_last(actions: ThingList) -> None:
    actions.heads.sort_by(Sorting("minutes"))
    assert [each.minutes for each in actions.table.things.things] == [45, 120, 200, None]
    actions.heads.sort_by(Sorting("minutes", descending=True))
    assert [each.minutes for each in actions.table.things.things] == [200, 120, 45, None]


def test_rows_stay_sorted_by_a_column_that_stands_elsewhere_now(actions: ThingList) -> None:
    table, header = actions.table, actions.table.horizontalHeader()
    what, _due, minutes, state = table.things.columns
    actions.heads.sort_by(Sorting("minutes"))
    sorted_so, role = names(actions), Qt.ItemDataRole.AccessibleTextRole
    table.show_columns((what, minutes, state))
    assert names(actions) == sorted_so
    assert (header.isSortIndicatorShown(), header.sortIndicatorSection()) == (True, 1)
    assert table.things.headerData(1, Qt.Orientation.Horizontal, role) == "Duur, oplopend gesorteerd"
    table.show_columns((what, state))
    assert not header.isSortIndicatorShown()
    assert [table.things.headerData(each, Qt.Orientation.Horizontal, role) for each in (0, 1)] == [None, None]
    assert names(actions) != sorted_so


def test_a_row_stays_while_it_is_edited_and_goes_to_its_place_after_that(actions: ThingList, qtbot: QtBot) -> None:
    table = actions.table
    actions.heads.sort_by(Sorting("what"))
    first = table.things.thing_at(0).id
    table.edit_first_cell(first)
    text = table.findChild(QPlainTextEdit)
    assert text is not None
    qtbot.keyClicks(text, "Zorgen")
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    # The next cell of the same row is edited, so it stands where it stood.
    assert table.things.row_of(first) == 0
    assert table.state() == table.State.EditingState
    table.closeEditor(table.indexWidget(table.currentIndex()), QAbstractItemDelegate.EndEditHint.NoHint)
    qtbot.waitUntil(lambda: table.things.row_of(first) == 3)
    assert actions.selected_ids == (first,)
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))


def test_a_new_row_is_selected_and_seen_where_it_belongs(actions: ThingList, qtbot: QtBot) -> None:
    actions.heads.sort_by(Sorting("what"))
    assert actions.line is not None
    actions.line.setPlainText("Dozen halen")
    actions.line.give()

    assert names(actions)[1] == "Dozen halen"
    qtbot.waitUntil(lambda: actions.table.currentIndex().row() == 1)


def test_rows_are_moved_in_their_own_order_only(actions: ThingList) -> None:
    down = next(each for each in actions.findChildren(QToolButton) if each.objectName() == "arrow-down")
    actions.table.choose(actions.table.things.thing_at(0).id)
    assert down.isEnabled()
    own = names(actions)
    actions.heads.sort_by(Sorting("what"))
    actions.table.choose(actions.table.things.thing_at(0).id)
    before = names(actions)

    assert not down.isEnabled()
    assert "Eigen volgorde" in down.toolTip()
    actions.shift(1)
    assert names(actions) == before
    assert "Eigen volgorde" in actions.window().statusBar().currentMessage()  # type: ignore[attr-defined]
    actions.heads.sort_by(None)
    assert names(actions) == own
    assert down.isEnabled()


def test_a_table_is_sorted_as_it_was_last_time(
    actions: ThingList, workspace: Workspace, memory: Memory, qtbot: QtBot
) -> None:
    actions.heads.sort_by(Sorting("what", descending=True))
    again = made(workspace, memory, qtbot)

    assert names(again) == names(actions) == ["lokaal 10 inrichten", "ezels lenen", "Émile bellen", "Anna vragen"]
    assert again.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_the_menu_of_the_heads_does_the_same(actions: ThingList) -> None:
    menu = actions.heads.menu()
    texts = [each.text() for each in menu.actions()]
    assert texts == ["Actie", "Uiterlijk", "Duur", "Stand", "", "Eigen volgorde", "Kolommen"]
    menu.actions()[0].trigger()
    assert actions.heads.sorting == Sorting("what")
    menu.deleteLater()
    assert any(each.text() == "Sorteren op" for each in actions.table.actions())


def edited(shown: ThingList, row: int, column: int, typed: str, qtbot: QtBot) -> QLineEdit:
    """Type over a cell, and leave it open."""
    index = shown.table.things.index(row, column)
    shown.table.setCurrentIndex(index)
    shown.table.edit(index)
    line = shown.table.viewport().findChild(QLineEdit)
    assert line is not None
    line.selectAll()
    qtbot.keyClicks(line, typed)
    return line


def test_what_cant_be_read_is_said_and_stays_to_be_mended(actions: ThingList, qtbot: QtBot) -> None:
    table, window = actions.table, actions.window()
    assert isinstance(window, QMainWindow)
    line = edited(actions, 1, 2, "drie kwartier of zo", qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Tab)

    said = window.statusBar().currentMessage()
    assert "‘drie kwartier of zo’ begrijp ik niet" in said
    assert "1u30" in said
    assert table.state() == table.State.EditingState
    assert line.text() == "drie kwartier of zo"
    assert line.property("wrong")
    assert "1u30" in line.accessibleDescription()

    # Left by the pointer: it stands in the cell, with what is wrong, and comes back to be mended.
    table.setCurrentIndex(table.things.index(2, 0))
    cell = table.things.index(1, 2)
    qtbot.waitUntil(lambda: table.state() != table.State.EditingState)
    assert cell.data() == "⚠ drie kwartier of zo"
    assert table.things.look_of(1, 2).text == cell.data()
    assert "1u30" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert table.things.thing_at(1).minutes == 120

    table.edit(cell)
    again = table.viewport().findChildren(QLineEdit)[-1]
    assert again.text() == "drie kwartier of zo"
    again.selectAll()
    qtbot.keyClicks(again, "45")
    qtbot.keyClick(again, Qt.Key.Key_Return)
    assert table.things.thing_at(1).minutes == 45
    assert cell.data() == "45\N{NO-BREAK SPACE}min"


def test_what_cant_be_read_is_gone_with_escape(actions: ThingList, qtbot: QtBot) -> None:
    table = actions.table
    edited(actions, 1, 2, "x", qtbot)
    table.setCurrentIndex(table.things.index(2, 0))
    cell = table.things.index(1, 2)
    assert cell.data() == "⚠ x"
    table.edit(cell)
    line = table.viewport().findChildren(QLineEdit)[-1]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    table.setCurrentIndex(table.things.index(2, 0))
    assert cell.data() == "2\N{NO-BREAK SPACE}u"


@pytest.mark.parametrize(("kind", "typed", "mended"), [(FIXED, "32-13-2026", "3-12-2026"), (AFTER, "vele", "3")])
def test_a_date_of_several_parts_that_cant_be_read_stays_to_be_mended(
    actions: ThingList, kind: int, typed: str, mended: str, qtbot: QtBot
) -> None:
    table = actions.table
    cell, number = table.things.index(1, 1), table.things.thing_at(1).id
    if kind == AFTER:
        actions.change(number, "due", RelativeDate(2, DateUnit.WEEKS))
    field = editor_of(table, cell)
    if kind == FIXED:
        field.kind.setCurrentIndex(kind)
        field.kind.activated.emit(kind)
    line = field.fixed.typed.line if kind == FIXED else field.number.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    table.setCurrentIndex(table.things.index(2, 0))
    qtbot.waitUntil(lambda: table.state() != table.State.EditingState)
    assert cell.data() == f"⚠ {typed}"

    field = editor_of(table, cell)
    assert field.kind.currentIndex() == kind
    line = field.fixed.typed.line if kind == FIXED else field.number.line
    assert (line.isVisible(), line.text()) == (True, typed)
    line.selectAll()
    qtbot.keyClicks(line, mended)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    due = table.things.thing_at(1).due
    assert due == (dt.date(2026, 12, 3) if kind == FIXED else RelativeDate(3, DateUnit.WEEKS))


def editor_of(table: ThingTable, cell: QModelIndex) -> DueField:
    """Return the editor of a date that is opened in a cell."""
    table.setCurrentIndex(cell)
    table.edit(cell)
    return table.viewport().findChildren(DueField)[-1]


def seen(shown: ThingList) -> list[str]:
    """Return the titles of the columns that are shown."""
    table = shown.table
    return [each.title for place, each in enumerate(table.things.columns) if not table.isColumnHidden(place)]


def test_columns_without_room_go_and_a_button_says_which(actions: ThingList) -> None:
    more = actions.table.choosing.more  # type: ignore[union-attr]
    assert seen(actions) == ["Actie", "Uiterlijk", "Duur", "Stand"]
    assert not more.isVisible()
    actions.window().resize(250, 400)
    assert seen(actions) == ["Actie", "Uiterlijk"]
    assert (more.isVisible(), more.text()) == (True, "+2")
    assert more.toolTip() == "Niet in beeld: Duur en Stand"
    assert actions.table.horizontalHeader().length() <= actions.table.viewport().width()


def test_columns_that_were_chosen_stay_and_are_remembered(
    actions: ThingList, workspace: Workspace, memory: Memory, qtbot: QtBot
) -> None:
    menu = QMenu()
    assert actions.table.choosing is not None
    actions.table.choosing.fill(menu)
    assert [each.text() for each in menu.actions()] == ["Uiterlijk", "Duur", "Stand", "", "Zo veel als er passen"]
    menu.actions()[0].trigger()
    assert seen(actions) == ["Actie", "Duur", "Stand"]
    again = made(workspace, memory, qtbot)
    assert seen(again) == ["Actie", "Duur", "Stand"]
    actions.table.choosing.choose(None)
    assert seen(actions) == ["Actie", "Uiterlijk", "Duur", "Stand"]
