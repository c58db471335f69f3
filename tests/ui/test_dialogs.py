"""The dialogs: each can be read in both languages and at both sizes, does what it says, and is freed when closed."""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.rules.calendar.dates import first_date
from studydag.model.store.first_list import day_lines
from studydag.model.store.library import Library
from studydag.model.values.formats import Phase
from studydag.model.values.study_day import StudyDay
from studydag.resources import resource
from studydag.ui.dialogs.about import AboutDialog
from studydag.ui.dialogs.find import FindDialog
from studydag.ui.dialogs.help import ORDER, HelpWindow
from studydag.ui.dialogs.move_day import MoveDayDialog
from studydag.ui.dialogs.new_day import NewDayDialog, Way
from studydag.ui.dialogs.restoring import RestoreDialog
from studydag.ui.dialogs.taking_in import TakeInDialog
from studydag.ui.main_window import MainWindow
from tests.ui.answering import type_in, with_dialog
from tests.ui.windows import freed, parts


def test_four_questions_make_a_draft(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        type_in(qtbot, dialog.date.typed.line, "11-3-2027")
        type_in(qtbot, dialog.about.line, "Hoe geven we feedback die leerlingen gebruiken?")
        type_in(qtbot, dialog.people.line, "48")
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    assembly = parts(window)[0]
    assembly.day_view.show_page("effect")
    with_dialog(answer, parts(window)[0].commands.new_day)

    assert type(assembly.day_view.page).__name__ == "OverviewPage"
    day = parts(window)[1].day
    assert day.title == "Hoe geven we feedback die leerlingen gebruiken?"
    assert day.learning_question.endswith("?")
    assert day.expected_number == 48
    assert first_date(day) == dt.date(2027, 3, 11)
    assert sum(block.minutes for block in day.blocks) == 7 * 60
    assert {Phase.INSPIRATION, Phase.KNOWLEDGE, Phase.APPLICATION, Phase.REFLECTION} <= {
        block.phase for block in day.blocks
    }
    assert parts(window)[0].actions.undo.text() == "Ongedaan maken: studiedag toevoegen"


def test_typing_begins_with_the_first_question_and_the_day_has_a_title_of_its_own(
    opened: Callable[[str], MainWindow], qtbot: QtBot
):
    window = opened("nl")

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        assert dialog.focusWidget() is dialog.date.typed.line
        qtbot.keyClicks(dialog.focusWidget(), "11-3-2027")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    with_dialog(answer, parts(window)[0].commands.new_day)
    assert first_date(parts(window)[1].day) == dt.date(2027, 3, 11)
    assert parts(window)[1].day.title == "Studiedag"


def test_another_way_to_begin_asks_for_its_own_first_field(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.choose(Way.EMPTY)
        assert dialog.focusWidget() is dialog.empty_title.line
        dialog.reject()

    with_dialog(choose, parts(window)[0].commands.new_day)


def test_without_a_title_the_dialog_says_what_is_missing(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("en")

    def try_it(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        dialog.choose(Way.EMPTY)
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)
        assert dialog.isVisible()
        assert dialog.problem.isVisible()
        assert "title" in dialog.problem.text().lower()
        assert "$" not in dialog.problem.text()
        dialog.reject()

    with_dialog(try_it, parts(window)[0].commands.new_day)
    assert len(day_lines(window.path)) == 1


def test_a_day_is_made_from_an_earlier_one(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        assert dialog.earlier.day.shown == 1
        assert dialog.earlier.title.shown == "Formatief handelen (kopie)"
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(choose, parts(window)[0].commands.duplicate_day)
    day = parts(window)[1].day
    assert day.id != 1
    assert len(day.blocks) == len(parts(window)[1].library.get(StudyDay, 1).blocks)


@pytest.mark.parametrize("name", ["example", "empty"])
def test_a_day_can_begin_like_the_example_or_bare(opened: Callable[[str], MainWindow], qtbot: QtBot, name: str):
    window = opened("nl")

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        type_in(qtbot, dialog.about.line, "Taal")
        dialog.designs.setCurrentRow(dialog.offered.index(next(each for each in dialog.offered if each.name == name)))
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(choose, parts(window)[0].commands.new_day)
    day = parts(window)[1].day
    assert (day.title, day.theme) == ("Taal", "Taal")
    assert bool(day.blocks) is (name == "example")
    assert day.registrations == ()
    assert parts(window)[1].setting.school.name == "Rietbeek College"


def test_moving_a_day_shows_what_moves_before_it_does(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")
    new = dt.date(2027, 3, 18)

    def move(dialog: QDialog) -> None:
        assert isinstance(dialog, MoveDayDialog)
        line = dialog.date.typed.line
        line.setFocus()
        line.selectAll()
        qtbot.keyClicks(line, "18-3-2027")
        qtbot.keyClick(line, Qt.Key.Key_Tab)
        assert re.match(r"Donderdag 18 maart 2027: [1-9]\d* dat", dialog.summary.text())
        assert dialog.list.topLevelItemCount() > 7
        assert first_date(parts(window)[1].day) != new
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    with_dialog(move, parts(window)[0].commands.move_day)
    assert first_date(parts(window)[1].day) == new


def test_find_goes_to_what_was_found(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")
    parts(window)[0].show_home()

    def search(dialog: QDialog) -> None:
        assert isinstance(dialog, FindDialog)
        qtbot.keyClicks(dialog.words, "Hoekzema")
        assert dialog.list.count() >= 1
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    with_dialog(search, parts(window)[0].commands.find)
    assert parts(window)[0].school.isVisible()


def test_find_runs_commands_with_keys_alone(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")

    def search(dialog: QDialog) -> None:
        assert isinstance(dialog, FindDialog)
        qtbot.keyClicks(dialog.words, "School")
        qtbot.keyClick(dialog.words, Qt.Key.Key_Return)

    with_dialog(search, parts(window)[0].commands.find)
    assert parts(window)[0].school.isVisible()


def test_a_copy_to_share_is_written_and_can_be_taken_in(
    opened: Callable[[str], MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    window = opened("nl")
    path = tmp_path / "copy.studydag"
    monkeypatch.setattr("studydag.ui.dialogs.copying.ask_new_file", lambda *_args: path)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.informativeText()))

    with_dialog(lambda dialog: dialog.accept(), parts(window)[0].commands.save_copy)
    assert [line.title for line in day_lines(path)] == ["Formatief handelen"]
    assert "vertrouwelijk" in told[0]

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, TakeInDialog)
        assert dialog.list.item(0).text().endswith(" – is er al")
        dialog.accept()

    with_dialog(add, lambda: parts(window)[0].commands.take_in_path(path))
    assert len(window.lines) == 2
    assert parts(window)[1].day.id != 1


def test_a_backup_is_gone_back_to(opened: Callable[[str], MainWindow], qtbot: QtBot):
    window = opened("nl")
    assembly, workspace = parts(window)
    assembly.commands.backup()
    assembly.commands.delete_day()
    assert window.lines == ()

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, RestoreDialog)
        rows = range(dialog.list.topLevelItemCount())
        asked = next(dialog.list.topLevelItem(row) for row in rows if dialog.list.topLevelItem(row).text(2) == "1")
        dialog.list.setCurrentItem(asked)
        assert "Formatief handelen" in dialog.contents.text()
        assert dialog.list.horizontalScrollBar().maximum() == 0
        dialog.accept()

    with qtbot.waitSignal(window.ready, timeout=20_000):
        with_dialog(restore, assembly.commands.restore)
    assert [line.title for line in window.lines] == ["Formatief handelen"]
    assert window.statusBar().currentMessage().startswith("De reservekopie is teruggezet.")
    assert parts(window)[1] is not workspace
    # Nothing listens any more that belongs to the library which was closed.
    window.panel.school.click()
    assert parts(window)[0].school.isVisible()


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_help_has_every_page_in_both_languages_and_its_links_lead_somewhere(code: str):
    for name in ORDER:
        text = (resource("help", code) / f"{name}.md").read_text(encoding="utf-8")
        assert text.startswith("# ")
        assert set(re.findall(r"\]\(([^)]*)\)", text)) <= {f"{each}.md" for each in ORDER}
    assert {path.stem for path in resource("help", code).iterdir()} == set(ORDER)


def test_help_opens_at_the_page_in_view_and_follows_links(opened: Callable[[str], MainWindow]):
    window = opened("nl")
    parts(window)[0].commands.help()
    shown = window.findChild(HelpWindow)
    assert shown.browser.toPlainText().startswith("Overzicht")
    parts(window)[0].show_school()
    parts(window)[0].commands.help()
    assert shown.browser.toPlainText().startswith("School")
    shown.show_page("start")
    shown.browser.anchorClicked.emit("goals.md")
    assert shown.browser.toPlainText().startswith("Doelen")
    shown.close()
    freed()
    assert not shiboken6.isValid(shown)


def test_help_opens_in_the_middle_of_the_window_and_then_where_it_stood(opened: Callable[[str], MainWindow]):
    window = opened("nl")
    parts(window)[0].commands.help()
    shown = window.findChild(HelpWindow)
    away = shown.frameGeometry().center() - window.frameGeometry().center()
    assert max(abs(away.x()), abs(away.y())) <= 40
    shown.resize(500, 400)
    shown.close()
    freed()
    parts(window)[0].commands.help()
    again = window.findChild(HelpWindow)
    assert again.size() == QSize(500, 400)
    again.resize(250, 400)
    again.close()
    freed()
    parts(window)[0].commands.help()
    assert window.findChild(HelpWindow).width() > 400, "no word breaks in its middle, as with larger letters"


def test_a_bug_is_told_with_a_report_to_copy(
    opened: Callable[[str], MainWindow], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
):
    window = opened("en")
    from studydag.ui.launch import _Told

    heard: list[BaseException] = []
    hook = _Told(window, lambda _kind, error, _trace: heard.append(error))

    def copy(dialog: QWidget) -> None:
        button = next(
            each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == "Copy report"
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    with_dialog(copy, lambda: hook(ValueError, ValueError("odd"), None))
    assert "ValueError: odd" in QApplication.clipboard().text()
    assert isinstance(heard[0], ValueError)
    with Library.look(window.path) as library:
        assert library.verify() == []
    assert window.findChild(QLabel) is not None


def test_the_keys_begin_in_the_first_field(qtbot: QtBot, opened: Callable[[str], MainWindow]):
    dialog = MoveDayDialog(parts(opened("nl"))[1])
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.date.typed.line
    qtbot.keyClicks(dialog.date.typed.line, "18-3-2027")
    assert dialog.date.typed.line.text() == "18-3-2027"


def test_a_report_that_was_copied_is_told(tmp_path: Path, qtbot: QtBot):
    dialog = AboutDialog(tmp_path / "school.studydag", Language.of("nl"))
    qtbot.addWidget(dialog)
    assert not dialog.said.text()
    dialog.copying.click()
    assert dialog.said.text().startswith("Gekopieerd")
    assert QApplication.clipboard().text().startswith("StudyDAG")
    QApplication.clipboard().clear()
