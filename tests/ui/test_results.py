"""Results: counted in a grid by keyboard, pasted, typed form by form, taken in from a forms service, and drawn."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.changes import Place
from studydag.model.values.effect import Instrument, Measure, Result
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.pages.effect import EffectPage
from studydag.ui.pages.page import Page
from tests.ui.windows import TODAY


@pytest.fixture
def effect(show: Callable[[type[Page]], Page]) -> EffectPage:
    found = show(EffectPage)
    assert isinstance(found, EffectPage)
    return found


@pytest.fixture
def measure(effect: EffectPage, library: Library) -> int:
    sets = {each.key: each for each in library.every(QuestionSet)}
    made = Measure(title="Evaluatie", level=EffectLevel.REACTION, question_set=sets["reaction"].id)
    number = editing.create(library, made, ("study_day", 1))
    effect.measures.choose(number)
    return number


def results(library: Library, measure: int) -> list[Result]:
    return [each for each in library.get(StudyDay, 1).results if each.measure == measure]


def test_r109_counts_are_typed_along_the_row_and_give_mean_spread_and_response(
    effect: EffectPage, library: Library, measure: int, qtbot: QtBot
) -> None:
    panel = effect.filling
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    panel.grid.begin()
    qtbot.keyClick(panel.grid, Qt.Key.Key_0)
    for count in ("", "1", "4", "9", "12"):
        editor = panel.grid.indexWidget(panel.grid.currentIndex())
        qtbot.keyClicks(editor, count)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.grid.indexWidget(panel.grid.currentIndex()), Qt.Key.Key_Escape)
    # As in a spreadsheet, Enter goes below where Tab began.
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert (panel.grid.currentIndex().row(), panel.grid.currentIndex().column()) == (1, 1)
    (found,) = results(library, measure)
    assert (found.distribution, found.n, found.date, found.invited) == ((0, 1, 4, 9, 12), None, TODAY, 64)
    assert [panel.model.text(0, column) for column in (6, 7, 8)] == ["26", "4,23", "0,85"]
    panel.invited.edited.emit(31)
    assert results(library, measure)[0].invited == 31
    effect.tabs.show_part(effect.compared)
    assert any("respons 84%" in each.accessibleName() for each in effect.compared.charts)
    assert not effect.grab().isNull()


def test_enter_goes_down_and_what_is_no_number_is_not_taken(
    effect: EffectPage, library: Library, measure: int, qtbot: QtBot
) -> None:
    panel = effect.filling
    panel.grid.setCurrentIndex(panel.model.index(0, 3))
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert (panel.grid.currentIndex().row(), panel.grid.currentIndex().column()) == (1, 3)
    panel.model.setData(panel.model.index(1, 3), "veel")
    assert results(library, measure) == []
    assert "1" in panel.said.text()


def test_a_block_from_a_spreadsheet_is_pasted_as_one_step_and_taken_out_again(
    effect: EffectPage, library: Library, measure: int, qtbot: QtBot
) -> None:
    panel = effect.filling
    panel.grid.begin()
    QApplication.clipboard().setText("0\t1\t4\t9\t12\r\n1\t2\t3\t4\t5\r\n")
    qtbot.keyClick(panel.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [each.distribution for each in results(library, measure)] == [(0, 1, 4, 9, 12), (1, 2, 3, 4, 5)]
    row = QItemSelection(panel.model.index(1, 0), panel.model.index(1, panel.model.words_column))
    panel.grid.selectionModel().select(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert panel.grid.copied().split("\t")[1:6] == ["1", "2", "3", "4", "5"]
    qtbot.keyClick(panel.grid, Qt.Key.Key_Delete)
    assert [each.distribution for each in results(library, measure)] == [(0, 1, 4, 9, 12)]
    library.undo()
    library.undo()
    assert results(library, measure) == []


def test_a_figure_is_typed_where_nothing_was_counted(effect: EffectPage, library: Library, measure: int) -> None:
    panel = effect.filling
    whole = panel.model.rowCount() - 1
    for column, text in ((6, "28"), (7, "6,1"), (9, "Goede sfeer")):
        assert panel.model.setData(panel.model.index(whole, column), text)
    (found,) = results(library, measure)
    assert (found.question, found.n, found.mean, found.text) == (None, 28, 6.1, "Goede sfeer")


def test_r058_what_too_few_people_said_is_hidden_in_grid_list_and_form_alike(
    effect: EffectPage, library: Library, measure: int
) -> None:
    panel = effect.filling
    panel.grid.begin()
    panel.grid.paste("0\t1\t1\t1\t0")
    assert panel.model.text(0, 2) == "1"  # what is typed stays in sight
    effect.measures.choose(library.get(StudyDay, 1).measures[0].id)
    effect.measures.choose(measure)
    assert [panel.model.text(0, column) for column in range(1, 9)] == [""] * 8
    assert "5" in panel.model.index(0, 9).data()
    (found,) = results(library, measure)
    row = effect.results.table.things.row_of(found.id)
    if row < 0:
        effect.results.bring_up_to_date()
        row = effect.results.table.things.row_of(found.id)
    shown = [
        effect.results.table.things.index(row, column).data()
        for column, each in enumerate(effect.results.table.things.columns)
        if each.title in {"Gemiddelde", "Spreiding"}
    ]
    assert shown == ["–", "–"]
    effect.results.choose(found.id)
    form = effect.panel.form(Result)
    seen = [name for name in ("measure", "mean", "text") if form.control(name).isVisibleTo(form)]
    assert seen == ["measure"]
    effect.tabs.show_part(effect.compared)
    assert not [each for each in effect.compared.charts if each.accessibleName().startswith("Evaluatie")]
    # Typed again, it takes the place of what was hidden.
    effect.measures.choose(measure)
    panel.model.setData(panel.model.index(0, 5), "9")
    assert [each.distribution for each in results(library, measure)] == [(0, 0, 0, 0, 9)]


def test_forms_are_typed_digit_by_digit_and_only_counts_are_kept(
    effect: EffectPage, library: Library, measure: int, qtbot: QtBot
) -> None:
    dialog = effect.filling.forms_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.model.columnCount() == 6
    qtbot.keyClicks(dialog.table, "544345" + "455 59")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Backspace)
    qtbot.keyClicks(dialog.table, "54")
    assert dialog.model.filled == [[5, 4, 4, 3, 4, 5], [4, 5, 5, None, 5, 4]]
    dialog.accept()
    found = results(library, measure)
    assert [each.distribution for each in found][:2] == [(0, 0, 0, 1, 1), (0, 0, 0, 1, 1)]
    again = effect.filling.forms_dialog()
    assert again is not None
    qtbot.addWidget(again)
    assert again.adds.isVisibleTo(again)
    qtbot.keyClicks(again.table, "5")
    again.accept()
    assert results(library, measure)[0].distribution == (0, 0, 0, 1, 2)


def test_a_scale_to_ten_takes_two_digits(effect: EffectPage, library: Library, measure: int, qtbot: QtBot) -> None:
    made = QuestionSet(title_nl="Cijfer")
    own = editing.create(library, made)
    for text in ("Cijfer voor de dag", "Cijfer voor de lunch"):
        editing.create(library, Question(text_nl=text, scale_low=1, scale_high=10), ("question_set", own))
    editing.change(library, Measure, measure, question_set=own)
    dialog = effect.filling.forms_dialog()
    assert dialog is not None
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.table, "10718")
    assert dialog.model.filled == [[10, 7], [1, 8]]


def test_answers_of_a_forms_service_are_taken_in_and_refusals_named_by_line(
    effect: EffectPage, library: Library, measure: int, tmp_path: Path, qtbot: QtBot
) -> None:
    sets = {each.key: each for each in library.every(QuestionSet)}
    asked = sets["reaction"].questions
    heads = ["Tijdstempel", "E-mailadres", *(each.text_nl for each in asked)]
    people = [
        [f"12-3-2027 15:0{n}", f"p{n}@x.nl", *("4" if each.kind is QuestionKind.SCALE else "Fijn" for each in asked)]
        for n in range(6)
    ]
    people[3][2] = "7"
    path = tmp_path / "antwoorden.csv"
    path.write_bytes("\r\n".join(";".join(row) for row in [heads, *people]).encode("cp1252"))
    dialog = effect.filling.dialog_for(path)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Windows-1252" in dialog.content.findChildren(type(dialog.unread))[0].text()
    assert "Tijdstempel" in dialog.unread.text()
    assert "E-mailadres" in dialog.unread.text()
    assert dialog.refused.count() == 1
    assert dialog.refused.item(0).text().startswith("Regel 5")
    dialog.accept()
    found = {each.question: each for each in results(library, measure)}
    assert found[asked[0].id].distribution == (0, 0, 0, 5, 0)
    assert found[asked[1].id].distribution == (0, 0, 0, 6, 0)
    assert found[asked[-1].id].text.count("Fijn") == 6
    assert "p1@x.nl" not in str(library.get(StudyDay, 1).results)
    assert not dialog.replaced.text()
    again = effect.filling.dialog_for(path)
    qtbot.addWidget(again)
    assert "6 antwoorden" in again.replaced.text()
    library.undo()
    assert results(library, measure) == []


def test_results_of_another_date_stand_beside_the_first(effect: EffectPage, library: Library, measure: int) -> None:
    panel = effect.filling
    panel.grid.begin()
    panel.grid.paste("0\t0\t0\t6\t0")
    panel.begin_date()
    panel.date.edited.emit(TODAY.replace(month=12))
    panel.grid.begin()
    panel.grid.paste("0\t0\t0\t0\t7")
    assert [each.date for each in results(library, measure)] == [TODAY, TODAY.replace(month=12)]
    assert panel.dates.count() == 2
    panel.dates.setCurrentIndex(1)
    panel.dates.activated.emit(1)
    assert panel.model.text(0, 4) == "6"


def test_the_questions_go_to_the_clipboard_for_a_forms_service(effect: EffectPage, measure: int) -> None:
    effect.filling.copy_questions()
    text = QApplication.clipboard().text()
    assert "De dag sloot aan bij vragen uit mijn eigen praktijk." in text
    assert "1" in text.splitlines()[3]


def test_choices_and_words_are_drawn_in_both_brightnesses(
    effect: EffectPage, library: Library, look: Look, measure: int
) -> None:
    sets = {each.key: each for each in library.every(QuestionSet)}
    editing.change(library, Measure, measure, question_set=sets["exit_ticket"].id)
    panel = effect.filling
    panel.grid.setCurrentIndex(panel.model.index(3, 1))
    panel.grid.paste("5\t3\t2")
    panel.model.setData(panel.model.index(0, panel.model.words_column), "Feedback geven")
    effect.tabs.show_part(effect.compared)
    assert any(each.accessibleName().startswith("Evaluatie") for each in effect.compared.charts)
    for dark in (True, False):
        look.dress(dark=dark)
        assert not effect.grab().isNull()


def test_r117_what_people_log_is_private_unless_it_is_shared(
    effect: EffectPage, library: Library, measure: int
) -> None:
    editing.change(library, Measure, measure, instruments=(Instrument.LOG,))
    panel = effect.filling
    panel.model.setData(panel.model.index(6, panel.model.words_column), "Ik twijfel nog")
    assert [(each.text, each.shared) for each in results(library, measure)] == [("Ik twijfel nog", False)]
    # Blanks are no words.
    panel.model.setData(panel.model.index(6, panel.model.words_column), "\n")
    assert not any(each.text for each in results(library, measure))


def test_enter_is_done_with_words_and_shift_begins_a_line(
    effect: EffectPage, library: Library, measure: int, qtbot: QtBot
) -> None:
    grid = effect.filling.grid
    words = effect.filling.model.words_column
    grid.setCurrentIndex(effect.filling.model.index(6, words))
    grid.edit(grid.currentIndex())
    (editor,) = grid.findChildren(QPlainTextEdit)
    qtbot.keyClicks(editor, "Goed")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Meer tijd")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert [each.text for each in results(library, measure)] == ["Goed\nMeer tijd"]


def test_a_measure_without_questions_gets_them_from_where_results_are_entered(
    effect: EffectPage, library: Library, measure: int
) -> None:
    editing.change(library, Measure, measure, question_set=None)
    panel = effect.filling
    assert panel.model.rowCount() == 1
    panel._sets.aboutToShow.emit()  # noqa: SLF001 - as a click does
    first = panel._sets.actions()[0]  # noqa: SLF001
    first.trigger()
    asked = library.get(Measure, measure).question_set
    assert asked is not None
    assert library.get(QuestionSet, asked).level is EffectLevel.REACTION
    assert panel.model.rowCount() > 1
    assert not panel.questions.isVisible()
    assert panel.window().focusWidget() is panel.grid


def test_the_list_has_the_room_as_long_as_no_measure_is_chosen(effect: EffectPage, qtbot: QtBot) -> None:
    QApplication.processEvents()
    lowest = effect.filling.height()
    assert lowest < effect.measures.height() / 3
    # Its rows come once it has been seen.
    effect.measures.bring_up_to_date()
    effect.measures.table.selectRow(0)
    qtbot.waitUntil(lambda: effect.filling.height() > effect.measures.height())


def test_the_grid_can_have_all_of_the_room_and_gives_it_back(effect: EffectPage, measure: int, qtbot: QtBot) -> None:
    QApplication.processEvents()
    little = effect.filling.grid.height()
    qtbot.mouseClick(effect.filling.alone, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert effect.filling.grid.height() > little + 60
    assert effect.filling.grid.currentIndex().isValid()
    assert not effect.measures.isVisible()
    effect.reveal(Place(1, "measure", measure))
    assert effect.measures.isVisible()
    assert not effect.filling.alone.isChecked()
