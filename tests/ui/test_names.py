"""Every control that the keys can reach has a name that says what it is, on each page and dialog in both languages."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QTabBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.operations import programme
from studydag.model.operations.exchange import load_day
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.day_status import DayStatus
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.pages.register import PAGES
from studydag.ui.programme.both_views import BOTH, TIMELINE
from studydag.ui.qt_texts import speak
from studydag.ui.widgets.finding_links import FindingLinks
from tests.ui.every_dialog import dialogs
from tests.ui.spoken import name_of, named, reachable, says_something
from tests.ui.windows import in_view, open_window, parts

ROOM_FOR_ALL = (1600, 1000)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A closed library with the worked example in each language."""
    made = {code: tmp_path_factory.mktemp(code) / "school.studydag" for code in ("nl", "en")}
    for code, path in made.items():
        with Library.open(path, create=True) as library:
            load_day(library, decode(worked_example(code), built_in=read_setting(library, StudyDay())))
    return made


@pytest.fixture(params=["nl", "en"])
def window(
    qtbot: QtBot, look: Look, made_once: dict[str, Path], tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The window with the worked example in one language, large enough to show every button."""
    code = request.param
    path = Path(shutil.copy(made_once[code], tmp_path / "school.studydag"))
    speak(code)
    window = open_window(qtbot, look, path, code)
    window.resize(*ROOM_FOR_ALL)
    yield window
    speak("en")


def settle(window: MainWindow) -> None:
    """Do what waits until there is time."""
    parts(window)[1].idle.finish()
    for _ in range(3):
        QApplication.processEvents()


Named = list[tuple[QWidget, str]]


def unnamed(controls: Named) -> list[str]:
    """Return which of the controls have no name of use."""
    return [f"{type(each).__name__} {name!r}" for each, name in controls if not says_something(name, each)]


def twice(controls: Named) -> list[str]:
    """Return names that several buttons have, so that no one knows which is meant."""
    names = Counter(name for each, name in controls if isinstance(each, QAbstractButton))
    return [name for name, count in names.items() if count > 1]


def untitled(window: MainWindow) -> list[str]:
    """Return the tables in view of which a column has no title, or a cell says nothing at all."""
    found = []
    for table in in_view(window, QTableView):
        model = table.model()
        if table.horizontalHeader().isHidden() or not model.rowCount():
            continue
        for column in range(model.columnCount()):
            title = model.headerData(column, Qt.Orientation.Horizontal) or ""
            index = model.index(model.rowCount() - 1, column)
            cell = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or ""
            if not title.strip() or not cell.strip():
                found.append(f"{table.accessibleName()}: column {column} {title!r}, cell {cell!r}")
    return found


def states(window: MainWindow) -> Iterator[str]:
    """Bring every page into view, with each of its tabs, and the first of each of its tables selected."""
    assembly, _ = parts(window)
    yield "home"
    assembly.show_school()
    for tab in range(assembly.school.tabs.count()):
        assembly.school.tabs.setCurrentIndex(tab)
        yield f"school {tab}"
        yield from selected(assembly.school, f"school {tab}")
    assembly.show_day(1)
    for maker in PAGES:
        page = assembly.day_view.show_page(maker.name)
        yield maker.name
        for bar in page.findChildren(QTabBar):
            for tab in range(bar.count()):
                bar.setCurrentIndex(tab)
                yield f"{maker.name} {tab}"
                yield from selected(page, f"{maker.name} {tab}")


def selected(page: QWidget, name: str) -> Iterator[str]:
    for table in list(in_view(page, QTableView)):
        if table.model().rowCount():
            table.selectRow(0)
            yield f"{name} {table.accessibleName()}"


def test_every_control_and_column_of_every_page_has_a_name_of_its_own(window: MainWindow):
    language = window.language
    # The same thing from two places.
    known = {language.gettext("New study day…"), language.gettext("Pin"), language.gettext("Unpin")}
    lacking = {}
    for name in states(window):
        settle(window)
        # What the overview offers first stands among the checks as well, and does the same there.
        offered = list(in_view(window, FindingLinks))
        controls = named(window)
        links = {called for each, called in controls if any(part.isAncestorOf(each) for part in offered)}
        again = [each for each in twice(controls) if each not in known | links]
        found = [*unnamed(controls), *untitled(window), *again]
        if found:
            lacking[name] = found
    assert lacking == {}


def test_every_field_of_a_block_has_a_name(window: MainWindow):
    assembly, _ = parts(window)
    assembly.show_day(1)
    page = assembly.day_view.show_page("programme")
    lacking = []
    for block_id in page.timeline.ids():
        page.selected.choose([block_id])
        for fold in page.block_inspector.folds.values():
            fold.open()
        settle(window)
        lacking += unnamed(named(window))
    assert lacking == []


def test_every_control_of_every_dialog_has_a_name(window: MainWindow, tmp_path: Path):
    parts(window)[0].show_day(1)
    lacking = {}
    for name, make in dialogs(window, tmp_path).items():
        dialog = make()
        dialog.show()
        controls = named(dialog)
        found = [*unnamed(controls), *twice(controls)]
        if found:
            lacking[name] = found
        dialog.close()
        dialog.deleteLater()
    assert lacking == {}


def test_every_entry_of_every_menu_can_be_told_apart(window: MainWindow):
    assembly, _ = parts(window)
    assembly.show_day(1)

    def look_at(menu: QMenu) -> None:
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert all(texts), menu.title()
        assert len(set(texts)) == len(texts), menu.title()
        for action in menu.actions():
            if action.menu() is not None:
                look_at(action.menu())

    for action in window.menuBar().actions():
        look_at(action.menu())


def test_what_is_turned_from_outside_does_what_a_click_does(window: MainWindow):
    # Voice control toggles a button: nothing is clicked then.
    assembly = parts(window)[0]
    window.panel.school.toggle()
    assert assembly.standing().school_tab == 0
    window.panel.home.toggle()
    assert assembly.standing().school_tab is None
    assembly.show_day(1)
    page = assembly.day_view.show_page("programme")
    page.views.switches[TIMELINE].toggle()
    assert page.list.isHidden()
    page.views.switches[BOTH].toggle()
    steps = assembly.day_view.show_page("overview").steps
    steps.steps[DayStatus.DESIGN].toggle()
    assert parts(window)[1].day.status is DayStatus.DESIGN


def test_a_tab_says_its_open_points_in_words(window: MainWindow):
    assembly, workspace = parts(window)
    assembly.show_day(1)
    every_block = [block.id for block in workspace.day.blocks if block.round is None]
    programme.delete_blocks(workspace.library, *every_block)
    workspace.idle.finish()
    tabs = assembly.day_view.tabs
    interface = QAccessible.queryAccessibleInterface(tabs)
    said = [interface.child(place).text(QAccessible.Text.Name) for place in range(tabs.count())]
    marked = [place for place in range(tabs.count()) if tabs.number(place)]
    assert marked
    word = {"nl": "op te lossen", "en": "to solve"}[window.language.code]
    for place in marked:
        assert word in said[place], said[place]


def test_names_are_in_the_language_of_the_window(qtbot: QtBot, look: Look, example_file, tmp_path):
    path = tmp_path / "school.studydag"
    path.write_bytes(example_file.read_bytes())
    window = open_window(qtbot, look, path, "nl")
    dutch = {name_of(each) for each in reachable(window)}
    window.set_language(Language.of("en"))
    settle(window)
    english = {name_of(each) for each in reachable(window)}
    assert "Nieuwe studiedag…" in dutch
    assert "New study day…" in english
    assert dutch & english <= {"School"}
