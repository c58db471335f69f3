"""Tables of things: how high their rows are."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from studydag.model.values.climate import ClimateItem
from studydag.model.values.goals import Goal, Need, NeedSource
from studydag.ui.item_models.things import TableColumn
from studydag.ui.look import Look
from studydag.ui.tables.thing_table import ThingTable
from studydag.ui.workspace import Workspace

LONG = "Elke docent geeft na de studiedag elke week feedback waarmee een leerling meteen verder kan. " * 3


@dataclass(frozen=True)
class Thing:
    """Something to list."""

    id: int
    text: str


@pytest.fixture
def table(qtbot: QtBot, workspace: Workspace, look: Look) -> ThingTable:
    """A table that wraps, wide enough for some words."""
    columns = [
        TableColumn(title="Tekst", text=lambda thing: thing.text, stretches=1),
        TableColumn(title="Nr.", text=lambda thing: str(thing.id), numeric=True),
    ]
    table = ThingTable(workspace, Goal, columns, lambda *_: None, name="Tekst", wraps=True)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    return table


def test_rows_are_as_high_as_their_text_and_follow_it(table: ThingTable) -> None:
    table.show_things([Thing(1, "kort"), Thing(2, LONG), Thing(3, "een\ntwee\ndrie")])
    usual = table.verticalHeader().sectionSizeHint(0)
    line = table.fontMetrics().height()

    assert table.rowHeight(0) == usual
    assert table.rowHeight(1) >= 3 * line
    assert table.rowHeight(2) >= 3 * line

    table.show_things([Thing(2, "kort"), Thing(1, LONG)])
    assert table.rowHeight(0) == usual
    assert table.rowHeight(1) >= 3 * line


def test_a_column_grows_with_what_is_said_in_it_in_a_short_table(table: ThingTable) -> None:
    table.show_things([Thing(1, "kort")])
    before = table.columnWidth(1)
    table.show_things([Thing(1_000_000_000, "kort")])

    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("1000000000") > before


def test_what_is_current_stays_in_view_when_the_table_becomes_lower(table: ThingTable) -> None:
    table.show_things([Thing(each, "kort") for each in range(1, 11)])
    table.choose(10)
    table.resize(500, 150)

    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_what_is_selected_is_told_once_when_several_rows_go(table: ThingTable) -> None:
    things = [Thing(each, "kort") for each in range(1, 11)]
    table.show_things(things)
    table.selectAll()
    heard: list[tuple[int, ...]] = []
    table.chosen.connect(heard.append)
    table.show_things(things[1::3])

    assert heard == [(2, 5, 8)] == [table.selected_ids]


def test_a_wider_table_has_lower_rows(table: ThingTable) -> None:
    table.show_things([Thing(1, LONG)])
    narrow = table.rowHeight(0)
    table.resize(2400, 400)

    assert table.rowHeight(0) < narrow


def test_the_arrow_keys_begin_with_the_row_that_has_the_keys(table: ThingTable, qtbot: QtBot) -> None:
    table.show_things([Thing(each, "kort") for each in range(1, 3)])
    table.selectionModel().setCurrentIndex(table.things.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_ids == (1,)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.selected_ids == (2,)


def test_what_can_only_be_read_is_looked_up_by_its_first_letters(table: ThingTable, qtbot: QtBot) -> None:
    table.show_things([Thing(1, "Inloop"), Thing(2, "Lezing"), Thing(3, "    Lunch")])
    table.setCurrentIndex(table.things.index(0, 0))
    qtbot.keyClicks(table, "lu")
    assert table.selected_ids == (3,)
    qtbot.keyClicks(table, "x")
    assert table.selected_ids == (3,)


def test_what_is_chosen_leaves_the_keys_in_their_column(table: ThingTable) -> None:
    table.show_things([Thing(1, "een"), Thing(2, "twee")])
    table.setCurrentIndex(table.things.index(0, 1))
    table.choose(2)

    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)


@pytest.mark.parametrize("leave", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return])
def test_several_lines_typed_in_a_cell_are_kept_when_it_is_left_by_a_key(
    leave: Qt.Key, qtbot: QtBot, workspace: Workspace
) -> None:
    typed: list[object] = []
    columns = [TableColumn(title="Tekst", text=lambda thing: thing.agreement, field="agreement")]
    table = ThingTable(workspace, ClimateItem, columns, lambda *edit: typed.append(edit), name="Tekst", wraps=True)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    table.show_things([replace(each, agreement="een") for each in workspace.day.climate])
    table.setCurrentIndex(table.things.index(1, 0))
    table.edit(table.currentIndex())
    editor = table.findChild(QPlainTextEdit)
    assert editor is not None
    assert editor.textCursor().selectedText() == "een"
    qtbot.keyClicks(editor, "anders")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "nog")
    assert not typed
    qtbot.keyClick(editor, leave)
    assert typed == [(workspace.day.climate[1].id, "agreement", "anders\nnog")]


def test_rows_are_as_high_as_qt_would_make_them(table: ThingTable, workspace: Workspace) -> None:
    table.show_things([Thing(number, LONG[: 7 * number]) for number in range(1, 30)])
    workspace.idle.finish()
    ours = [table.rowHeight(row) for row in range(29)]
    table.resizeRowsToContents()

    assert ours == [table.rowHeight(row) for row in range(29)]


def test_no_word_breaks_in_its_middle_where_a_column_is_narrowed(
    workspace: Workspace, look: Look, qtbot: QtBot
) -> None:
    columns = [
        TableColumn(title="Nr.", text=lambda thing: str(thing.id), stretches=1),
        TableColumn(title="Tekst", text=lambda thing: thing.text),
    ]
    table = ThingTable(workspace, Goal, columns, lambda *_: None, name="Tekst", wraps=True)
    qtbot.addWidget(table)
    table.resize(500, 400)
    word = "Tevredenheidsonderzoeken"
    table.show_things([Thing(1, f"{word}, {word} en {word}")])
    assert table.fontMetrics().horizontalAdvance(f"{word},") < table.columnWidth(1)
    assert table.columnWidth(1) < table.fontMetrics().horizontalAdvance(f"{word}, {word}")


def sources_of(needs: dict[int, Need], workspace: Workspace, qtbot: QtBot) -> ThingTable:
    """Make a table with the sources of needs, which are written back."""
    table = ThingTable(
        workspace,
        Need,
        [TableColumn(title="Bron", text=lambda need: need.source.value, field="source")],
        lambda number, name, value: needs.update({number: replace(needs[number], **{name: value})}),
        name="Leerbehoeften",
    )
    qtbot.addWidget(table)
    return table


@pytest.mark.parametrize(("leave", "expected"), [(Qt.Key.Key_Return, "observation"), (Qt.Key.Key_Escape, "other")])
def test_a_word_is_typed_in_a_cell_with_a_list_letter_by_letter(
    leave: Qt.Key, expected: str, qtbot: QtBot, workspace: Workspace
) -> None:
    needs = {1: Need(id=1, statement="Feedback")}
    table = sources_of(needs, workspace, qtbot)
    table.show()
    table.show_things(list(needs.values()))
    table.setCurrentIndex(table.things.index(0, 0))
    # The list has "leerlingresultaten" before "lesobservatie".
    qtbot.keyClick(table, "l")
    box = table.findChild(QComboBox)
    assert box is not None
    qtbot.keyClicks(box, "es")
    assert needs[1].source is NeedSource.OTHER
    qtbot.keyClick(box, leave)
    assert needs[1].source == expected
    assert table.state() is not ThingTable.State.EditingState


def test_a_cell_with_a_list_is_left_once_when_something_is_chosen(qtbot: QtBot, workspace: Workspace) -> None:
    needs = {1: Need(id=1, statement="Feedback")}
    table = sources_of(needs, workspace, qtbot)
    with qtbot.waitActive(table):
        table.show()
        table.activateWindow()
    table.show_things(list(needs.values()))
    table.setCurrentIndex(table.things.index(0, 0))
    table.edit(table.currentIndex())
    box = table.findChild(QComboBox)
    assert box is not None
    box.setFocus()
    box.opened.emit()
    # What is said by Qt to an editor that is no longer one fails the test.
    box.activated.emit(2)
    assert table.state() is not ThingTable.State.EditingState
    assert needs[1].source is not NeedSource.OTHER


def test_tab_goes_past_a_cell_that_only_says_something(qtbot: QtBot, workspace: Workspace) -> None:
    needs = [Need(id=number, statement=f"Behoefte {number}") for number in (1, 2)]
    columns = [
        TableColumn(title="Nr.", text=lambda need: str(need.id)),
        TableColumn(title="Behoefte", text=lambda need: need.statement, field="statement"),
        TableColumn(title="Wanneer", text=lambda need: str(need.date)),
        TableColumn(title="Formulier", text=lambda need: need.form, field="form"),
    ]
    table = ThingTable(workspace, Need, columns, lambda *_: None, name="Leerbehoeften")
    qtbot.addWidget(table)
    table.show()
    table.show_things(needs)
    table.setCurrentIndex(table.things.index(0, 1))
    table.edit(table.currentIndex())
    went = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        editor = table.indexWidget(table.currentIndex())
        assert editor is not None
        qtbot.keyClick(editor.focusProxy(), key)
        went.append((table.currentIndex().row(), table.currentIndex().column()))
    assert went == [(0, 3), (1, 1), (0, 3)]
    assert table.state() is ThingTable.State.EditingState


def test_a_column_that_has_no_room_any_more_goes_once_its_row_is_no_longer_edited(
    qtbot: QtBot, workspace: Workspace
) -> None:
    needs = {1: Need(id=1, statement="Feedback", form="B", observer="Ina", unit="%")}

    def edit(number: int, name: str, value: object) -> None:
        needs[number] = replace(needs[number], **{name: value})
        table.show_things(list(needs.values()))

    columns = [
        TableColumn(title=name, text=lambda need, name=name: str(getattr(need, name)), field=name)
        for name in ("statement", "form", "observer", "unit")
    ]
    table = ThingTable(workspace, Need, columns, edit, name="Leerbehoeften")
    qtbot.addWidget(table)
    table.let_choose_columns("leerbehoeften")
    table.resize(240, 300)
    table.show()
    table.show_things(list(needs.values()))
    table.setCurrentIndex(table.things.index(0, 1))
    table.edit(table.currentIndex())
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None
    qtbot.keyClicks(editor.focusProxy(), "Kijkwijzer graad")
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Tab)
    editor = table.indexWidget(table.currentIndex())
    assert editor is not None
    assert not table.isColumnHidden(3)
    qtbot.keyClick(editor.focusProxy(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.isColumnHidden(3))
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_the_longest_source_of_a_need_does_not_break_in_its_middle_beside_other_columns(
    qtbot: QtBot, workspace: Workspace
) -> None:
    word = "Tevredenheidsonderzoek"
    columns = [
        TableColumn(title="Behoefte", text=lambda thing: thing.text, stretches=1),
        TableColumn(title="Bron", text=lambda _thing: word, name="source"),
        *(TableColumn(title=f"Nog een kop {each}", text=lambda _thing: "", name=f"n{each}") for each in range(3)),
    ]
    table = ThingTable(workspace, Goal, columns, lambda *_: None, name="Leerbehoeften", wraps=True)
    qtbot.addWidget(table)
    table.let_choose_columns("leerbehoeften")
    table.resize(640, 300)
    table.show()
    table.show_things([Thing(1, LONG)])
    assert table.columnWidth(1) >= table.fitted.longest_word(1) > table.fontMetrics().horizontalAdvance(word)
