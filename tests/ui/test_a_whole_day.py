"""A study day from an empty library to paper, through the window with mouse and keys alone."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from studydag.model.store.library import Library
from studydag.model.values.programme import Block
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.new_day import NewDayDialog
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.goals import GoalsPage
from studydag.ui.pages.printing import PrintPage
from studydag.ui.pages.programme import ProgrammePage
from tests.ui.answering import type_in, with_dialog
from tests.ui.windows import open_window, parts

CTRL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
GOALS = ("gebruikt iedereen elke week een exitkaart", "heeft elke sectie één afspraak over feedback")
PROGRAMME = (
    ("Inloop", 15, NONE),
    ("Waarom feedback werkt", 40, NONE),
    ("In gesprek: wat herken je?", 20, NONE),
    ("Vijf strategieën", 45, NONE),
    ("Koffie", 20, SHIFT),
    ("Ontwerp een exitkaart", 60, NONE),
    ("Lunch", 45, SHIFT),
    ("Probeer hem uit bij elkaar", 50, NONE),
    ("Afspraken per sectie", 40, NONE),
    ("Exitkaart en afsluiting", 25, NONE),
)
ACTIONS = ("Exitkaart in één les gebruiken", "Sectieafspraak opschrijven")


def typed(widget: QWidget, text: str) -> None:
    """Type any text: `keyClicks` ends the process on letters beyond ASCII."""
    for letter in text:
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))


def test_a_day_is_built_and_printed_with_mouse_and_keys_alone(qtbot: QtBot, look: Look, tmp_path: Path):
    window = open_window(qtbot, look, tmp_path / "nieuw" / "school.studydag")
    _begin(window, qtbot)
    _write_goals(window, qtbot)
    _build_programme(window, qtbot)
    _plan_actions(window, qtbot)
    programme = _saved(window, qtbot, tmp_path / "programma.pdf", "programme")
    checklist = _saved(window, qtbot, tmp_path / "checklist.pdf", "checklist")
    window.close()

    with Library.look(tmp_path / "nieuw" / "school.studydag") as library:
        day = library.get(StudyDay, 1)
    assert [(block.title, block.minutes) for block in day.blocks] == [line[:2] for line in PROGRAMME]
    assert [goal.sentence for goal in day.goals] == list(GOALS)
    assert next(block for block in day.blocks if block.title == "Lunch").pinned_start == dt.time(12, 20)
    assert {goal for block in day.blocks for goal in block.goals} == {goal.id for goal in day.goals}
    assert [action.what for action in day.actions] == list(ACTIONS)
    for title, *_ in PROGRAMME:
        assert title in programme, title
    assert "09:00" in programme
    assert "15:00" in programme
    for what in ACTIONS:
        assert what in checklist, what


def _begin(window: MainWindow, qtbot: QtBot) -> None:
    """Answer the four questions, and take away the blocks of the draft: this day is built by hand."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewDayDialog)
        type_in(qtbot, dialog.date.typed.line, "11-3-2027")
        type_in(qtbot, dialog.start.line, "9")
        type_in(qtbot, dialog.end.line, "15.00")
        type_in(qtbot, dialog.about.line, "Hoe geven we feedback die leerlingen gebruiken?")
        type_in(qtbot, dialog.people.line, "48")
        qtbot.mouseClick(dialog.accepting, Qt.MouseButton.LeftButton)

    button = parts(window)[0].home.start.begin
    with_dialog(answer, lambda: qtbot.mouseClick(button, Qt.MouseButton.LeftButton))
    page = _page(window, qtbot, Qt.Key.Key_3, ProgrammePage)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert parts(window)[1].day.blocks == ()


def _write_goals(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, qtbot, Qt.Key.Key_2, GoalsPage)
    line = page.goals.line
    qtbot.mouseClick(line.viewport(), Qt.MouseButton.LeftButton)
    for goal in GOALS:
        typed(line, goal)
        qtbot.keyClick(line, Qt.Key.Key_Return)


def _build_programme(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, qtbot, Qt.Key.Key_3, ProgrammePage)
    page.timeline.setFocus()
    for title, minutes, modifier in PROGRAMME:
        # Insert adds a block, with Shift a break.
        qtbot.keyClick(page.timeline, Qt.Key.Key_Insert, modifier)
        editor = QApplication.focusWidget()
        typed(editor, title)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        field = page.block_inspector.times.minutes
        type_in(qtbot, field.line, f"{minutes} min")
        page.timeline.setFocus()
    blocks = parts(window)[1].day.blocks
    lunch = next(block for block in blocks if block.title == "Lunch")
    _choose(page, qtbot, lunch)
    qtbot.keyClick(page.timeline, Qt.Key.Key_P)
    goals = parts(window)[1].day.goals
    for number, block in enumerate(block for block in blocks if block.phase.value not in {"break", "organisation"}):
        _choose(page, qtbot, block)
        menu = page.block_inspector.form_of("goals").field("goals").menu
        menu.actions()[number % len(goals)].trigger()


def _choose(page: ProgrammePage, qtbot: QtBot, block: Block) -> None:
    rect = page.timeline.rect_of(block.id)
    qtbot.mouseClick(page.timeline, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())


def _plan_actions(window: MainWindow, qtbot: QtBot) -> None:
    page = _page(window, qtbot, Qt.Key.Key_6, FollowUpPage)
    line = page.actions_by_date.line
    for what in ACTIONS:
        typed(line, what)
        qtbot.keyClick(line, Qt.Key.Key_Return)


def _saved(window: MainWindow, qtbot: QtBot, path: Path, document: str) -> str:
    """Save a document with the button, and return what stands in the file."""
    _shortcut(window, Qt.Key.Key_P)
    page = parts(window)[0].day_view.page
    assert isinstance(page, PrintPage)
    page.delivery.asking = replace(page.delivery.asking, path=lambda *_: path)
    page.list.choose(document)
    qtbot.waitUntil(lambda: page.is_current, timeout=20_000)
    qtbot.mouseClick(page.actions_box.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.notice.isVisible() and not page.notice.progress.isVisible(), timeout=20_000)
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return " ".join(each.extract_text() for each in pages).replace("\n", " ")


def _page(window: MainWindow, qtbot: QtBot, key: Qt.Key, kind: type[QWidget]) -> QWidget:
    """Bring a page into view with Ctrl and its number."""
    _shortcut(window, key)
    page = parts(window)[0].day_view.page
    assert isinstance(page, kind)
    return page


def _shortcut(window: MainWindow, key: Qt.Key) -> None:
    """Press Ctrl and a key, as the system gives it to the window."""
    window.activateWindow()
    QTest.keyClick(window.windowHandle(), key, CTRL)
