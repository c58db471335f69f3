"""Starting the program again on the library that is open leads to its window."""

import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.ui.another_start import AnotherStart, bring_to_front
from studydag.ui.look import Look
from studydag.ui.main_window import MainWindow
from tests.ui.answering import with_dialog
from tests.ui.windows import TODAY


def asked(qtbot: QtBot, library: Path, folder: Path, copy: Path | None = None, patience: float = 5) -> bool:
    """Start the program again, as far as it asks for the window."""
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(bring_to_front(library, folder, copy, patience)))
    asking.start()
    qtbot.waitUntil(lambda: bool(answers))
    asking.join()
    assert list(folder.iterdir()) == []
    return answers[0]


def test_the_window_in_which_a_library_is_open_comes_back(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    folder, linked = tmp_path / "asked", tmp_path / "link.studydag"
    linked.symlink_to(window.path)
    assert not asked(qtbot, window.path, folder, patience=0.1)
    AnotherStart(window, folder)
    window.showMinimized()
    assert not asked(qtbot, tmp_path / "other.studydag", folder, patience=0.3)
    assert window.isMinimized()
    assert asked(qtbot, linked, folder)
    assert not window.isMinimized()


def test_a_copy_is_offered_in_the_window_that_is_open_unless_a_dialog_is(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, example_file: Path
):
    AnotherStart(window, tmp_path / "asked")
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    assert not asked(qtbot, window.path, tmp_path / "asked", example_file, 0.3)
    dialog.close()
    with_dialog(
        lambda offered: offered.close(),
        lambda: asked(qtbot, window.path, tmp_path / "asked", example_file) and QApplication.processEvents(),
    )


def test_a_program_that_is_started_again_ends_once_the_window_came(window: MainWindow, qtbot: QtBot, look: Look):
    again = MainWindow(window.path, Language.of("nl"), look, window.memory, lambda: TODAY, window.now)
    qtbot.addWidget(again)
    again.show()
    again.goes_elsewhere = lambda: True
    again.open_library(window.path)
    qtbot.waitUntil(again.isHidden)
    assert QApplication.activeModalWidget() is None
