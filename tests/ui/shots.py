"""Grabs every page and dialog of the window with the worked example: `python -m tests.ui.shots FOLDER [SET…]`.

A set is a language, brightness, size and zoom, as in `nl-dark-1024x700-150`; without any it makes all of them.
"""

import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QThread
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

from studydag.language import Language
from studydag.model.exchange.examples import worked_example
from studydag.model.exchange.study_day_json import decode
from studydag.model.operations.exchange import load_day
from studydag.model.operations.setting import read_setting
from studydag.model.store.library import Library
from studydag.model.values.study_day import StudyDay
from studydag.resources import resource
from studydag.ui.dialogs.help import HelpWindow
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from studydag.ui.memory import Memory
from studydag.ui.pages.printing import PrintPage
from studydag.ui.pages.register import PAGES
from studydag.ui.qt_texts import speak
from tests.ui.every_dialog import dialogs, shown

TODAY = date(2027, 2, 22)
PATIENCE = 20_000
"""Milliseconds."""
TURNS = 10
"""Wrapped texts know their height some turns of the event loop after their width."""
SCREEN = {"x": 0, "y": 0, "width": 1600, "height": 1000, "logicalDpi": 96, "dpr": 1}
SIZES = ((1600, 1000, 1.0), (1024, 700, 1.0), (1600, 1000, 1.5), (1024, 700, 1.5))


def main(folder: Path, wanted: Sequence[str] = ()) -> int:
    """Make the pictures of the sets that are wanted in a folder, or all pictures."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json", delete=False) as screen:
        json.dump({"screens": [{"name": "screen", **SCREEN}]}, screen)
    application = QApplication([*sys.argv[:1], "-platform", f"offscreen:configfile={screen.name}"])
    for font in resource("fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(font))
    application.setFont(QFont("Source Sans 3", 10))
    look = Look(application)
    for code in ("nl", "en"):
        speak(code)
        for dark in (False, True):
            for width, height, zoom in SIZES:
                name = f"{code}-{'dark' if dark else 'light'}-{width}x{height}-{round(zoom * 100)}"
                if wanted and name not in wanted:
                    continue
                look.set_zoom(zoom)
                look.dress(dark=dark)
                shoot(folder / name, code, look, width, height)
    return 0


def shoot(folder: Path, code: str, look: Look, width: int, height: int) -> None:
    """Grab everything in one language, brightness and size."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "school.studydag"
        memory = Memory(Path(scratch) / "window.ini")
        window = MainWindow(path, Language.of(code), look, memory, lambda: TODAY, lambda: datetime(2027, 2, 22, 12))
        window.resize(width, height)
        window.show()
        open_in(window, path)
        grab(window, folder / "start.png")
        window.let_go()
        with Library.open(path) as library:
            load_day(library, decode(worked_example(code), built_in=read_setting(library, StudyDay())))
        window.build()
        open_in(window, path)
        for name, widget in views(window, Path(scratch)):
            grab(widget, folder / f"{name}.png")
        window.close()


def open_in(window: MainWindow, path: Path) -> None:
    """Open a library, and wait until it is."""
    loop = QEventLoop()
    window.ready.connect(loop.quit)
    window.open_library(path)
    loop.exec()


def views(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Bring each page and dialog into view, and give what is to be grabbed of it; files go to a folder."""
    assert window.assembly is not None
    assembly, workspace = window.assembly, window.workspace
    yield "home", window
    assembly.show_school()
    for tab in range(assembly.school.tabs.count()):
        assembly.school.tabs.setCurrentIndex(tab)
        current = assembly.school.lists[tab] if tab < len(assembly.school.lists) else None
        if current is not None and current.list.table.things.rowCount():
            current.list.table.selectRow(0)
        yield f"school-{tab + 1}", window
    assembly.show_day(1)
    for maker in PAGES:
        page = assembly.day_view.show_page(maker.name)
        workspace.idle.finish()
        if isinstance(page, PrintPage):
            draw(page)
        tabs = getattr(page, "tabs", None)
        if tabs is None:
            yield f"page-{maker.name}", window
            continue
        for tab in range(tabs.bar.count()):
            if tabs.bar.isTabVisible(tab):
                tabs.bar.setCurrentIndex(tab)
                yield f"page-{maker.name}-{tab + 1}", window
    for name, make in dialogs(window, folder).items():
        dialog = shown(make, window.size())
        # On a screen as large as the window.
        dialog.resize(dialog.size().boundedTo(window.size() * 0.9))
        yield f"dialog-{name}", dialog
        dialog.close()
        dialog.deleteLater()
    yield "help", HelpWindow.show_beside(window, window.language, "programme")


def draw(page: PrintPage) -> None:
    """Wait until the document is made, and all that is in view of it drawn."""
    pages = page.preview.pages
    wait_for(lambda: pages.isVisible() and bool(pages.drawn))
    page.press.finish()
    QApplication.processEvents()


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait until something holds that is made in the background, but not for ever."""
    patience = QDeadlineTimer(PATIENCE)
    while not holds() and not patience.hasExpired():
        QApplication.processEvents()
        QThread.msleep(10)


def grab(widget: QWidget, path: Path) -> None:
    """Save a picture, once everything is drawn."""
    settle(widget)
    widget.grab().save(str(path))


def settle(widget: QWidget) -> None:
    """Let all come that comes in later turns: pages in pieces, cards, checks, and the heights of wrapped texts."""
    window = widget if isinstance(widget, MainWindow) else widget.parentWidget()
    workspace = window.workspace if isinstance(window, MainWindow) else None
    for _ in range(TURNS):
        if workspace is not None:
            workspace.idle.finish()
        QApplication.processEvents()
        # Turns of its own that a widget takes with a timer are no jobs of the window.
        QThread.msleep(2)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
