"""A programme is pasted or opened, looked through, corrected with keys, and added in one step."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from studydag.model.operations import study_days
from studydag.model.values.imported import LineKind
from studydag.model.values.phases import Phase
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.importing import ImportDialog
from studydag.ui.dialogs.new_day import NewDayDialog, Way
from studydag.ui.item_models.imported_lines import Cell, ImportedLinesModel
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.workspace import Workspace
from tests.ui.answering import with_dialog
from tests.ui.imported import TEXT, kinds, open_dialog
from tests.ui.windows import freed, parts


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> ImportDialog:
    return open_dialog(workspace, qtbot)


class MainLike(QWidget):
    """A window with a look."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look


def cell(dialog: ImportDialog, row: int, column: Cell) -> str:
    return str(dialog.table.lines.index(row, column).data())


def test_a_programme_without_a_title_can_be_added_as_it_is(dialog: ImportDialog) -> None:
    dialog.show_text("09.00 Inloop\n09.15 Keynote\n10.15 Pauze\n10.30 Workshops\n")
    assert dialog.title.shown == "Studiedag"


@pytest.mark.parametrize("text", ["", TEXT])
def test_the_keys_begin_where_it_is_pasted_or_where_it_is_looked_through(workspace: Workspace, text: str) -> None:
    dialog, begun = ImportDialog(workspace), []

    dialog.show_text(text)
    place = dialog.table if text else dialog.source
    with_dialog(lambda _box: begun.append(dialog.focusWidget()), dialog.ask)
    assert begun == [place]


def test_each_line_stands_beside_what_becomes_of_it(dialog: ImportDialog) -> None:
    dialog.show_text(TEXT)
    assert kinds(dialog) == [
        LineKind.NOT_UNDERSTOOD,
        LineKind.TITLE,
        LineKind.DATE,
        LineKind.ITEM,
        LineKind.ITEM,
        LineKind.OPTION,
        LineKind.OPTION,
        LineKind.PARKED,
    ]
    assert [cell(dialog, 3, column) for column in Cell] == [
        "9.00 Opening",
        "Blok",
        "09:00",
        "",
        "Opening",
        "",
        "",
        "Organisatie",
    ]
    assert cell(dialog, 5, Cell.ROOM) == "lokaal 1"
    assert dialog.title.shown == "Studiedag lezen"
    assert dialog.summary.text() == "2 blokken · 2 keuzes · 1 programmadeel · 1 geparkeerd · 1 regel niet begrepen"


def test_what_is_typed_is_read_after_a_pause(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.source.setPlainText("9.00 Opening")
    qtbot.waitUntil(lambda: kinds(dialog) == [LineKind.ITEM])


def test_corrections_are_taken_back_one_by_one_and_done_once_more(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_text(TEXT)
    before, summary = dialog.table.lines.lines, dialog.summary.text()
    dialog.table.selectRow(3)
    dialog.table.left_out.trigger()
    dialog.table.selectRow(4)
    dialog.table.parked.trigger()
    after = dialog.table.lines.lines
    # As after pressing a button, on which the keys are then.
    dialog.accepting.setFocus()
    for _each in range(3):
        QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Undo))
    assert (dialog.table.lines.lines, dialog.summary.text()) == (before, summary)
    for _each in range(3):
        QTest.keySequence(dialog, QKeySequence(QKeySequence.StandardKey.Redo))
    assert dialog.table.lines.lines == after
    assert dialog.summary.text() != summary


def test_cells_are_corrected_and_what_can_t_be_read_stays(dialog: ImportDialog) -> None:
    dialog.show_text(TEXT)
    lines = dialog.table.lines

    def put(row: int, column: Cell, value: object) -> bool:
        return lines.setData(lines.index(row, column), value)

    assert put(3, Cell.START, "tien voor negen")
    assert not put(3, Cell.START, "ooit")
    assert cell(dialog, 3, Cell.START) == "08:50"
    assert put(3, Cell.END, "45 min")
    assert cell(dialog, 3, Cell.END) == "45\u00a0min"
    assert put(3, Cell.END, "9.20")
    assert put(3, Cell.TITLE, "Welkom")
    assert not put(3, Cell.TITLE, "  ")
    assert put(3, Cell.PERSONS, "Bea Smit en Jan Bos")
    assert put(3, Cell.ROOM, "Aula")
    assert put(3, Cell.PHASE, Phase.REFLECTION)
    assert put(2, Cell.TITLE, "13-3-2026")
    assert put(0, Cell.KIND, LineKind.SKIPPED)
    assert not put(0, Cell.TITLE, "x")
    programme = dialog.programme
    (part,) = programme.parts
    block = next(block for block in part.blocks if block.title == "Welkom")
    assert (block.start, block.end, block.persons, block.room, block.phase) == (
        530,
        560,
        ("Bea Smit", "Jan Bos"),
        "Aula",
        Phase.REFLECTION,
    )
    assert part.date == dt.date(2026, 3, 13)
    assert programme.not_understood == ()


def test_a_correction_stays_when_another_line_is_typed(dialog: ImportDialog) -> None:
    dialog.show_text(TEXT)
    lines = dialog.table.lines
    lines.setData(lines.index(3, Cell.TITLE), "Welkom")
    dialog.show_text(f"{TEXT}\n15.00 Borrel")
    assert cell(dialog, 3, Cell.TITLE) == "Welkom"


def test_keys_leave_out_park_and_join(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_text(TEXT)
    table = dialog.table
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert kinds(dialog)[0] is LineKind.SKIPPED
    table.selectRow(4)
    qtbot.keyClick(table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert dialog.programme.parts[0].blocks[0].title == "Opening Workshops"
    table.selectRow(4)
    table.as_block.trigger()
    table.selectRow(3)
    table.parked.trigger()
    assert [block.title for block in dialog.programme.parked] == ["Lunch"] or kinds(dialog)[3] is LineKind.PARKED
    table.selectRow(5)
    table.as_note.trigger()
    assert kinds(dialog)[5] is LineKind.NOTE


def test_what_a_line_becomes_is_chosen_from_a_list(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_text(TEXT)
    table = dialog.table
    index = table.lines.index(7, Cell.KIND)
    table.edit(index)
    box = table.findChild(QComboBox)
    assert box is not None
    assert box.currentData() == LineKind.PARKED
    box.setCurrentIndex(box.findData(LineKind.SKIPPED))
    box.activated.emit(box.currentIndex())
    assert kinds(dialog)[7] is LineKind.SKIPPED


def test_the_next_unclear_line_is_found(dialog: ImportDialog) -> None:
    dialog.show_text(f"{TEXT}\n\nMet vriendelijke groet,")
    dialog.next_unclear.click()
    first = dialog.table.currentIndex().row()
    dialog.next_unclear.click()
    assert first != dialog.table.currentIndex().row()
    assert {kinds(dialog)[first], kinds(dialog)[dialog.table.currentIndex().row()]} == {LineKind.NOT_UNDERSTOOD}


def test_a_table_on_the_clipboard_keeps_its_cells(dialog: ImportDialog) -> None:
    mime = QMimeData()
    mime.setText("Tijd\tLokaal 1\tLokaal 2\n9.00\tRekenen\tTaal")
    mime.setHtml(
        "<table><tr><td>Tijd<td>Lokaal 1<td>Lokaal 2<tr><td>9.00<td>Rekenen<br>Bea Smit<td>Taal<tr><td>10.00"
        "<td colspan=2>Pauze</table>"
    )
    QApplication.clipboard().setMimeData(mime)
    dialog.paste()
    first, second = dialog.programme.parts[0].blocks
    assert [(option.title, option.persons, option.room) for option in first.options] == [
        ("Rekenen", ("Bea Smit",), "Lokaal 1"),
        ("Taal", (), "Lokaal 2"),
    ]
    assert second.title == "Pauze"


def test_a_file_that_is_none_says_so(dialog: ImportDialog, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(b"nothing")
    assert not dialog.show_file(path)
    assert dialog.problem.isVisible()
    assert not dialog.show_file(tmp_path / "missing.txt")


def test_where_nothing_became_a_block_nothing_is_added(dialog: ImportDialog, workspace: Workspace) -> None:
    dialog.show_text("Beste collega's, dit is geen programma.")
    dialog.accept()
    assert dialog.problem.isVisible()
    assert dialog.isVisible()
    assert workspace.library.undo_step is None


def test_a_part_without_times_begins_where_it_is_said(dialog: ImportDialog) -> None:
    dialog.show_text("1. Welkom (10 min)\n2. Cijfers (20 min)")
    assert dialog.part_start.isVisible()
    dialog.part_start.show_value(dt.time(13))
    assert [block.start for block in dialog.programme.parts[0].blocks] == [780, 790]
    dialog.show_text(TEXT)
    assert not dialog.part_start.isVisible()


def test_the_model_is_a_sound_one(workspace: Workspace, look: Look) -> None:
    model = ImportedLinesModel(workspace.language, look, dt.date(2026, 1, 5))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    dialog = ImportDialog(workspace)
    dialog.show_text(TEXT)
    model.show_lines(dialog.table.lines.lines)
    model.take_as([0, 1], LineKind.PARKED)
    model.join([4])
    model.show_lines(())
    dialog.deleteLater()
    del tester


def test_a_pasted_programme_becomes_a_day_and_undo_takes_it_away(opened: Callable[[str], MainWindow]) -> None:
    window = opened("nl")
    assembly, workspace = parts(window)
    QApplication.clipboard().setText(TEXT)
    seen: list[QDialog] = []

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        seen.append(dialog)
        dialog.accept()

    with_dialog(add, assembly.commands.paste_programme)
    freed()
    assert not shiboken6.isValid(seen[0])
    assert workspace.day is not None
    assert workspace.day.title == "Studiedag lezen"
    assert assembly.actions.undo.text() == "Ongedaan maken: programma toevoegen"
    assert len(window.lines) == 2
    workspace.undo()
    assert len(window.lines) == 1


def test_a_file_goes_into_an_empty_day(opened: Callable[[str], MainWindow], tmp_path: Path) -> None:
    window = opened("nl")
    assembly, workspace = parts(window)
    day = study_days.create(workspace.library, "Leeg")
    assembly.show_day(day)
    path = tmp_path / "programma.txt"
    path.write_text(TEXT, encoding="utf-8")
    with_dialog(lambda dialog: dialog.accept(), lambda: assembly.commands.import_path(path))
    assert workspace.day is not None
    assert workspace.day.id == day
    blocks = workspace.library.get(StudyDay, day).blocks
    assert {block.title for block in blocks if block.round is None} == {"Opening", "Workshops", "Lunch"}


def test_a_new_day_begins_from_a_programme(opened: Callable[[str], MainWindow]) -> None:
    window = opened("nl")
    QApplication.clipboard().setText(TEXT)

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.choose(Way.PROGRAMME)
        paste = QKeySequence(QKeySequence.StandardKey.Paste)
        with_dialog(lambda inner: inner.accept(), lambda: QTest.keySequence(dialog, paste))

    with_dialog(choose, parts(window)[0].commands.new_day)
    assert parts(window)[0].day_view.page.name == "programme"
    day = parts(window)[1].day
    assert day is not None
    assert day.title == "Studiedag lezen"


def test_what_was_typed_last_is_added_too(dialog: ImportDialog, workspace: Workspace) -> None:
    dialog.show_text("9.00 Opening")
    dialog.source.appendPlainText("10.00 Workshops")
    dialog.accept()
    newest = max(day.id for day in workspace.library.every(StudyDay))
    assert [block.title for block in workspace.library.get(StudyDay, newest).blocks] == ["Opening", "Workshops"]


def test_columns_are_no_wider_than_what_stands_in_them(dialog: ImportDialog) -> None:
    dialog.show_text("09.00 Inloop\n09.15 Keynote\n10.15 Pauze\n")
    narrow = dialog.table.columnWidth(Cell.KIND)
    assert narrow < dialog.table.columnWidth(Cell.TITLE)
    dialog.table.selectRow(1)
    dialog.table.as_note.trigger()
    assert dialog.table.columnWidth(Cell.KIND) > narrow


def test_the_colours_are_those_of_the_window_behind_the_dialog_it_was_opened_from(
    workspace: Workspace, look: Look, qtbot: QtBot
) -> None:
    look.dress(dark=True)
    window = MainLike(look)
    qtbot.addWidget(window)
    dialog = ImportDialog(workspace, NewDayDialog(workspace, window))
    dialog.show_text("Beste allen\n09.00 Inloop\n")
    brush = dialog.table.lines.index(0, Cell.KIND).data(Qt.ItemDataRole.ForegroundRole)
    assert brush.color().name() == look.colours.must.lower()
