"""Tables of things: rows come, go and move by id, and views are told of no more than what differs."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTableView

from studydag.model.operations import programme
from studydag.model.values.formats import WorkingFormat
from studydag.model.values.programme import Block
from studydag.model.values.school import Room
from studydag.ui.item_models.cells import Cells
from studydag.ui.item_models.things import TableColumn, ThingModel, stretches
from studydag.ui.look import Look
from studydag.ui.programme.block_model import BlockModel, rows_of
from studydag.ui.timeline.words import BlockWords
from studydag.ui.widgets.format_delegate import two_lines
from studydag.ui.workspace import Workspace


@dataclass(frozen=True)
class Thing:
    """Something to list."""

    id: int
    name: str = ""


COLUMNS = [TableColumn(title="Name", text=lambda thing: thing.name), TableColumn(title="", text=lambda _: "")]
orders = st.lists(st.integers(1, 12), unique=True)


def told(model: QAbstractItemModel) -> list[tuple[int, int, int, int]]:
    """Collect what views are told to draw again: rows and columns, first and last."""
    found: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        found.append((first.row(), last.row(), first.column(), last.column()))

    model.dataChanged.connect(note)
    return found


@given(orders, orders)
def test_any_list_becomes_any_other_and_what_is_selected_stays(
    qapp: QApplication, before: list[int], after: list[int]
) -> None:
    model = ThingModel(COLUMNS)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    view = QTableView()
    view.setModel(model)
    model.show_things([Thing(each) for each in before])
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in range(0, len(before), 2):
        view.selectionModel().select(model.index(row, 0), flags)
    changed = [Thing(each, "new" if each % 3 else "") for each in after]
    model.show_things(changed)

    assert list(model.things) == changed
    chosen = {model.thing_at(index.row()).id for index in view.selectionModel().selectedRows()}
    assert chosen == set(before[::2]) & set(after)
    view.deleteLater()
    tester.deleteLater()


@pytest.mark.parametrize(("start", "to"), [(1, 8), (8, 1), (0, 9), (4, 5)])
def test_a_thing_that_moves_far_is_one_move(qapp: QApplication, start: int, to: int) -> None:
    model, moves = ThingModel(COLUMNS), list[int]()
    things = [Thing(each) for each in range(1, 11)]
    model.show_things(things)
    model.rowsMoved.connect(lambda *_: moves.append(1))
    things.insert(to, things.pop(start))
    model.show_things(things)

    assert list(model.things) == things
    assert moves == [1]


def test_each_stretch_of_changed_things_is_told_once(qapp: QApplication) -> None:
    model = ThingModel(COLUMNS)
    things = [Thing(each) for each in range(8)]
    model.show_things(things)
    heard = told(model)
    model.show_things([replace(each, name="new") if each.id in {1, 2, 3, 6} else each for each in things])

    assert heard == [(1, 3, 0, 1), (6, 6, 0, 1)]
    assert list(stretches([1, 2, 3, 6])) == [(1, 3), (6, 6)]
    assert list(stretches([])) == []


def test_rows_beside_each_other_come_and_go_as_one(qapp: QApplication) -> None:
    model, heard = ThingModel(COLUMNS), list[tuple[int, int]]()
    things = [Thing(each) for each in range(8)]
    model.rowsInserted.connect(lambda _parent, first, last: heard.append((first, last)))
    model.rowsRemoved.connect(lambda _parent, first, last: heard.append((first, last)))
    model.show_things(things)
    model.show_things([each for each in things if each.id not in {1, 2, 3, 6}])
    model.show_things(things)

    assert heard == [(0, 7), (6, 6), (1, 3), (1, 3), (6, 6)]


def test_a_block_that_lasts_longer_draws_only_the_times_of_what_follows(workspace: Workspace, look: Look) -> None:
    columns = [
        TableColumn(title="Time", text=lambda row: f"{row.slot.start}" if row.slot else "", field="pinned_start"),
        TableColumn(title="Title", text=lambda row: row.title, field="title"),
        TableColumn(title="Minutes", text=lambda row: f"{row.minutes}", field="minutes"),
        TableColumn(title="Goals", text=lambda row: f"{row.goals}", field="goals"),
    ]
    model = BlockModel(columns, look.colours)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def show() -> None:
        assert workspace.day is not None
        words = BlockWords(workspace.day, workspace.setting, workspace.language)
        model.show_things(rows_of(workspace.schedule, words))

    show()
    for row in range(model.rowCount()):
        assert [model.look_of(row, column).text for column in range(4)] == _texts(model, row)
    heard = told(model)
    second = next(row for row in model.things if isinstance(row.block, Block) and model.row_of(row.id) >= 1)
    programme.set_minutes(workspace.library, second.id, second.minutes + 7)
    show()

    assert [each[0] for each in heard if each[2:] == (0, 3)] == [model.row_of(second.id)]
    assert {each[2] for each in heard if each[2:] != (0, 3)} == {0, 2}
    for row in range(model.rowCount()):
        assert [model.look_of(row, column).text for column in range(4)] == _texts(model, row)
    tester.deleteLater()


def _texts(model: BlockModel, row: int) -> list[str]:
    thing = model.thing_at(row)
    if thing.block is None:
        return [thing.heading, "", "", ""]
    return [column.text(thing) for column in model.columns]


def test_why_a_format_suits_loses_nothing_where_its_first_line_ends(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    why = "Afwisseling met wat eromheen staat; 1 keer gebruikt; past bij kennis, 40 min, 64 personen"
    for width in range(150, 350):
        first, rest = two_lines(why, metrics, width)
        assert metrics.elidedText(first, Qt.TextElideMode.ElideRight, width) == first
        assert f"{first} {rest}" == why


def test_what_could_not_be_read_is_kept_until_its_field_has_another_value(qapp: QApplication) -> None:
    model = ThingModel([TableColumn(title="Name", text=lambda room: room.name, field="name")])
    first, second = Room(id=1, name="Aula"), Room(id=2, name="Zolder")
    model.show_things([first, second])
    for each in (first, second):
        model.keep_unread(each.id, 0, "??", "Zo niet")
    model.show_things([replace(first, building="Hoofdgebouw"), second])
    assert model.look_of(0, 0).text == "⚠ ??"
    model.show_things([replace(first, name="Hal"), second])
    assert (model.look_of(0, 0).text, model.look_of(1, 0).text) == ("Hal", "⚠ ??")
    model.show_things([first])
    model.show_things([first, second])
    assert model.look_of(1, 0).text == "Zolder"


def test_a_column_is_remembered_alike_in_either_language(workspace: Workspace) -> None:
    column = Cells(workspace).column
    assert column(WorkingFormat, "name_nl").key == column(WorkingFormat, "name_en").key == "name"
