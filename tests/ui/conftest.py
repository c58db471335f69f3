"""A library in a folder of its own with the worked example, and what the window works on."""

import gc
import importlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.operations import exchange
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.opening import WITH_A_DAY
from studydag.ui.pages.page import Page
from studydag.ui.workspace import Workspace
from tests.ui.windows import TODAY, freed, open_window


@pytest.fixture(autouse=True, scope="package")
def _collecting() -> Iterator[None]:
    """Keep Python from looking for waste on any thread it likes, as the window does; not in the tests after these."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The application, dressed; all that a study day needs is there, so that no window has to look for it."""
    for name in WITH_A_DAY:
        importlib.import_module(name)
    look = Look(qapp)
    look.dress(dark=False)
    return look


@pytest.fixture(autouse=True)
def _collected(_collecting: None, look: Look) -> Iterator[None]:
    """Free what a test leaves, and only then look as ever: each widget that is left makes that take longer."""
    yield
    # Qt takes Shift for held until another key says otherwise, and would select nothing by a row alone.
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)
    freed()
    # What a test left would be dressed again and again, in every test after it.
    for each in QApplication.topLevelWidgets():
        if each.parentWidget() is None:
            each.deleteLater()
    freed()
    gc.collect()
    # What stays now stays to the end: to look it through again and again would take longer with each test.
    gc.freeze()
    look.set_zoom(1.0)
    look.dress(dark=False)


@pytest.fixture
def listening() -> Iterator[None]:
    """As when assistive technology listens: much is told then, and what asks something waits for its turn."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture(params=["nl"])
def language(request: pytest.FixtureRequest) -> Language:
    """The language of the window."""
    return Language.of(request.param)


@pytest.fixture(scope="session")
def example_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library with the worked example, made once."""
    path = tmp_path_factory.mktemp("example") / "school.studydag"
    with Library.open(path, create=True) as library:
        exchange.load_day(library, decode(worked_example("nl"), built_in=read_setting(library, StudyDay())))
    return path


@pytest.fixture
def school_file(tmp_path: Path, example_file: Path) -> Path:
    """A file of one's own with the worked example."""
    path = tmp_path / "school.studydag"
    shutil.copyfile(example_file, path)
    return path


@pytest.fixture
def library(school_file: Path) -> Iterator[Library]:
    """A library with the worked example."""
    with Library.open(school_file, check=False) as library:
        yield library


@pytest.fixture
def workspace(qapp: QApplication, library: Library, language: Language) -> Iterator[Workspace]:
    """The worked example in view."""
    workspace = Workspace(library, language, lambda: TODAY)
    workspace.open_day(1)
    yield workspace
    workspace.let_go()
    # What listens to it holds it, which Python doesn't see.
    workspace.deleteLater()


@pytest.fixture
def show(qtbot: QtBot, workspace: Workspace, look: Look) -> Callable[[type[Page]], Page]:
    """Show a page of the day in view with its inspector beside it, without the rest of the window."""

    holders: list[QSplitter] = []

    def show_page(page_class: type[Page]) -> Page:
        page = page_class(workspace, look)
        # As the right column of the window does: it takes in what is there early, and hides what it doesn't show.
        column = QStackedWidget()
        column.addWidget(QWidget())
        page.panel_made.connect(column.addWidget)
        # In its place before it is built: all that is in it would be dressed anew there.
        side_by_side = QSplitter(Qt.Orientation.Horizontal)
        side_by_side.addWidget(page)
        side_by_side.addWidget(column)
        qtbot.addWidget(side_by_side)
        page.build()
        column.setCurrentIndex(column.count() - 1)
        side_by_side.resize(1200, 800)
        side_by_side.show()
        workspace.go.connect(page.reveal)
        holders.append(side_by_side)
        return page

    return show_page


@pytest.fixture
def window(qtbot: QtBot, look: Look, school_file: Path) -> MainWindow:
    """The window with the worked example, in Dutch, as it begins."""
    return open_window(qtbot, look, school_file)


@pytest.fixture
def opened(qtbot: QtBot, look: Look, school_file: Path) -> Callable[[str], MainWindow]:
    """Return what opens the window on the worked example in a language, its study day in view."""

    def open_one(code: str) -> MainWindow:
        window = open_window(qtbot, look, school_file, code)
        window.assembly.show_day(1)
        return window

    return open_one
