"""A large programme is read and added beside the window, which stays alive, and can be stopped."""

import threading
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMetaObject, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QProgressDialog
from pytestqt.qtbot import QtBot

from studydag.model.values.imported import LineKind
from studydag.model.values.study_day import StudyDay
from studydag.ui.dialogs.importing import ImportDialog
from studydag.ui.workspace import Workspace
from tests.ui.imported import TEXT, kinds, open_dialog
from tests.ui.windows import freed

LONG = "\n".join(f"{9 + number // 6}.{number % 6}0 Blok nummer {number}" for number in range(48)) + "\n" * 2_000
"""Few lines, and yet too long to be read at once."""


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> ImportDialog:
    return open_dialog(workspace, qtbot)


def calendar(path: Path, events: int) -> Path:
    """Write a real calendar of so many sessions, ten an hour."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//School//Rooster//NL"]
    for number in range(events):
        day, hour = 1 + number // 80 % 28, 9 + number // 10 % 8
        lines += [
            "BEGIN:VEVENT",
            f"DTSTART:202603{day:02}T{hour:02}0000",
            f"DTEND:202603{day:02}T{hour:02}4500",
            f"SUMMARY:Werkgroep {number}",
            "END:VEVENT",
        ]
    path.write_bytes("\r\n".join([*lines, "END:VCALENDAR", ""]).encode())
    return path


def test_a_large_file_is_read_beside_the_window(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    assert dialog.show_file(calendar(tmp_path / "rooster.ics", 240))
    assert kinds(dialog) == []
    qtbot.waitUntil(lambda: not dialog.reading.is_reading)
    assert len(kinds(dialog)) == 240
    assert dialog.from_file.text() == "Uit rooster.ics"
    assert not dialog.prompt.isVisible(), "nothing is pasted here"
    assert dialog.summary.text() == "24 blokken · 240 keuzes · 3 programmadelen"
    dialog.table.lines.take_as(range(1, 240), LineKind.SKIPPED)
    assert dialog.reading.is_reading
    qtbot.waitUntil(lambda: not dialog.reading.is_reading)
    assert dialog.summary.text() == "1 blok · 1 programmadeel"


def test_reading_is_stopped_and_taken_up_again(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.show_text(TEXT)
    dialog.show_file(calendar(tmp_path / "rooster.ics", 240))
    dialog.reading.stopping.click()
    assert dialog.reading.again.isVisible()
    assert dialog.reading.said.text() == "Dit is niet gelezen: je bent ermee gestopt."
    assert dialog.accepting.isEnabled()
    assert (len(kinds(dialog)), dialog.source.isVisible()) == (8, True), "what stood there stays"
    dialog.reading.again.click()
    assert not dialog.accepting.isEnabled()
    qtbot.waitUntil(lambda: len(kinds(dialog)) == 240)
    assert dialog.reading.isHidden()
    assert dialog.accepting.isEnabled()


def test_a_text_that_was_not_read_has_no_lines_of_another(dialog: ImportDialog) -> None:
    dialog.show_text(TEXT)
    dialog.show_text(LONG)
    dialog.reading.stopping.click()
    assert kinds(dialog) == []
    dialog.accept()
    assert dialog.isVisible()


def test_a_text_that_is_refused_says_so_and_has_no_lines_of_another(dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.show_text(TEXT)
    dialog.show_text("- x\n" * 20_001)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert kinds(dialog) == []
    assert dialog.problem.text().startswith("Wat je plakte heeft meer dan 20.000 regels: te veel voor een programma.")
    dialog.show_text(LONG)
    dialog.reading.stopping.click()
    assert not dialog.problem.isVisible(), "of this text nothing was said"
    dialog.show_text("9.00 Opening")
    assert kinds(dialog) == [LineKind.ITEM]


def test_what_was_read_of_an_earlier_text_is_dropped(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.show_file(calendar(tmp_path / "rooster.ics", 240))
    dialog.show_text(LONG)
    dialog.show_text("9.00 Opening")
    assert kinds(dialog) == [LineKind.ITEM]
    dialog.show_text(LONG)
    qtbot.waitUntil(lambda: not dialog.reading.is_reading)
    assert len(kinds(dialog)) == 48, "it waited until the file was done, and came by itself"
    assert dialog.source.isVisible()


def test_a_large_file_that_can_t_be_read_says_so(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "rooster.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\n" + b"X-A:b\r\n" * 2_000)
    dialog.show_text(TEXT)
    assert dialog.show_file(path)
    qtbot.waitUntil(dialog.problem.isVisible)
    assert len(kinds(dialog)) == 8


def test_what_is_still_being_read_is_added_once_it_is(
    dialog: ImportDialog, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.show_file(calendar(tmp_path / "rooster.ics", 160))
    dialog.accept()
    assert dialog.isVisible()
    qtbot.waitUntil(dialog.isHidden)
    assert workspace.library.undo_step is not None


def test_a_large_programme_is_added_in_one_step_or_stopped_without_a_trace(
    dialog: ImportDialog, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog.show_file(calendar(tmp_path / "rooster.ics", 240))
    qtbot.waitUntil(lambda: not dialog.reading.is_reading)
    before = workspace.library.every(StudyDay)

    class Impatient(QObject):
        @Slot()
        def look(self) -> None:
            progress = dialog.findChild(QProgressDialog)
            if progress is None:
                # Timers wait while it is written.
                QMetaObject.invokeMethod(self, "look", Qt.ConnectionType.QueuedConnection)
            else:
                progress.cancel()

    impatient = Impatient()
    impatient.look()
    dialog.accept()
    qtbot.waitUntil(lambda: not dialog.reading.is_reading)
    assert dialog.isVisible()
    assert workspace.library.every(StudyDay) == before
    assert workspace.library.undo_step is None
    dialog.accept()
    qtbot.waitUntil(dialog.isHidden)
    assert len(workspace.library.every(StudyDay)) == len(before) + 1
    workspace.library.undo()
    assert workspace.library.every(StudyDay) == before


def test_closing_while_it_reads_is_safe(workspace: Workspace, tmp_path: Path) -> None:
    dialog = ImportDialog(workspace)
    dialog.show()
    dialog.show_file(calendar(tmp_path / "rooster.ics", 240))
    dialog.reject()
    assert not dialog.reading.is_reading
    dialog.deleteLater()
    freed()
    assert not shiboken6.isValid(dialog)
    for thread in threading.enumerate():
        if thread.name == "read-programme":
            thread.join()
    QApplication.processEvents()
