"""While a large programme is written in pieces nobody else writes, and nothing closes before that was stopped."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studydag.language import Language
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.ui.dialogs.adding import add_in_pieces
from studydag.ui.workspace import Workspace

ComeOn = Callable[[int, int], None]


def edit(library: Library) -> None:
    with library.change(Op.ADD_PROGRAMME):
        pass


def save(library: Library, saved: list[str], what: str) -> None:
    edit(library)
    saved.append(what)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_was_typed_waits_until_it_is_written(
    workspace: Workspace, window: QWidget, language: Language, qtbot: QtBot
) -> None:
    library, saved = workspace.library, list[str]()
    typed = QTimer(window, singleShot=True)
    typed.timeout.connect(lambda: save(library, saved, "typed"))

    def add(come_on: ComeOn) -> int:
        with library.change(Op.ADD_PROGRAMME):
            typed.start(0)
            workspace.idle.add(lambda: save(library, saved, "idle"))
            for written in range(20):
                come_on(written, 20)
            assert saved == []
        return 7

    assert add_in_pieces(add, window, language) == 7
    qtbot.waitUntil(lambda: len(saved) == 2)
    assert sorted(saved) == ["idle", "typed"]


def test_a_key_in_another_window_does_nothing(workspace: Workspace, window: QWidget, language: Language) -> None:
    button = QPushButton(window)
    button.clicked.connect(lambda: edit(workspace.library))

    def add(come_on: ComeOn) -> int:
        with workspace.library.change(Op.ADD_PROGRAMME):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
                QApplication.postEvent(button, event)
            come_on(1, 2)
            come_on(2, 2)
        return 1

    assert add_in_pieces(add, window, language) == 1


def test_closing_stops_it_first(workspace: Workspace, window: QWidget, language: Language) -> None:
    def add(come_on: ComeOn) -> int:
        with workspace.library.change(Op.ADD_PROGRAMME):
            come_on(1, 3)
            QApplication.postEvent(window, QCloseEvent())
            come_on(2, 3)
            come_on(3, 3)
        return 1

    assert add_in_pieces(add, window, language) is None
    assert window.isVisible()
    assert window.close()


def test_quitting_stops_it_first(qapp: QApplication, workspace: Workspace, window: QWidget, language: Language) -> None:
    def add(come_on: ComeOn) -> int:
        with workspace.library.change(Op.ADD_PROGRAMME):
            QApplication.postEvent(qapp, QEvent(QEvent.Type.Quit))
            come_on(1, 3)
            come_on(2, 3)
        return 1

    assert add_in_pieces(add, window, language) is None
    assert window.isVisible()


def test_its_own_button_still_stops_it(
    workspace: Workspace, window: QWidget, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studydag.ui.dialogs.adding.PATIENCE", 0)

    def add(come_on: ComeOn) -> int:
        with workspace.library.change(Op.ADD_PROGRAMME):
            come_on(1, 3)
            progress = window.findChild(QProgressDialog)
            assert isinstance(progress, QProgressDialog)
            progress.show()
            button = progress.findChild(QPushButton)
            assert isinstance(button, QPushButton)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier)
                QApplication.postEvent(button, event)
            come_on(2, 3)
            come_on(3, 3)
        return 1

    assert add_in_pieces(add, window, language) is None
