"""Every dialog, in both languages, at 100 % and 200 %.

Nothing that is said is cut off, every button has a letter of its own, and nothing stays behind.
"""

from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studydag.ui.asking.dialog import Dialog
from studydag.ui.dialogs.new_day import NewDayDialog, Way
from studydag.ui.look import Look
from tests.ui.cut_off import cut_off
from tests.ui.every_dialog import dialogs, shown
from tests.ui.windows import freed, in_view, open_window

ROOM = {1.0: (922, 630), 2.0: (1229, 691)}
"""Nine tenths of the smallest screens: 1024 by 700 pixels, with letters of twice the size 1366 by 768."""
TURNS = 4
SHRINKING = {"anonymise", "answers", "carousel", "enter-choices", "forms", "hand-out", "import", "new-day", "scores"}
"""Dialogs with a list that gets less high where the screen is small, so that they have one scroll bar and not two."""


@pytest.mark.parametrize("zoom", ROOM)
@pytest.mark.parametrize("code", ["nl", "en"])
def test_nothing_is_cut_off_in_any_dialog(
    qtbot: QtBot, look: Look, school_file: Path, tmp_path: Path, code: str, zoom: float
):
    look.set_zoom(zoom)
    window = open_window(qtbot, look, school_file, code)
    window.resize(*ROOM[zoom])
    window.assembly.show_day(1)
    wrong: dict[str, list[str]] = {}
    for name, make in dialogs(window, tmp_path).items():
        dialog = shown(make, QSize(*ROOM[zoom]) / 0.9)
        if zoom > 1.0:
            # The screen of a test is smaller than any on which letters are made so large.
            dialog.resize(*ROOM[zoom])
        for _ in range(TURNS):
            QApplication.processEvents()
        found = list(cut_off(dialog))
        if isinstance(dialog, QDialog) and name != "find":
            # That one has a line to type in and a list, and nothing else.
            found += without_letters(dialog)
        if not dialog.windowTitle():
            found.append("no title")
        found += ["a label without words" for each in in_view(dialog, QLabel) if not (each.text() or each.pixmap())]
        room = dialog.screen().availableGeometry().size().expandedTo(QSize(*ROOM[zoom]))
        if isinstance(dialog, Dialog) and dialog.size().boundedTo(room) != dialog.size():
            found.append("larger than the screen")
        if isinstance(dialog, Dialog):
            over = dialog.content.width() - dialog.content.parentWidget().width()
            found += [f"{over} pixels wider than there is room for"] if over > 0 else []
            low = dialog.content.height() - dialog.content.parentWidget().height()
            found += [f"{low} pixels below what is in view"] if low > 0 and zoom < 2 and name in SHRINKING else []
            lines = empty(dialog) // dialog.fontMetrics().lineSpacing()
            found += [f"{lines} empty lines"] if lines > 2 and zoom < 2 else []
        if isinstance(dialog, NewDayDialog) and zoom < 2:
            found += [f"{way.name} scrolls" for way in Way if scrolls(dialog, way)]
        if found:
            wrong[name] = found
        dialog.close()
        dialog.deleteLater()
        freed()
        assert not shiboken6.isValid(dialog), name
    assert wrong == {}


def empty(dialog: Dialog) -> int:
    """Return how much higher a dialog is than it needs to be, in pixels, where nothing in it makes use of that."""
    if any(view.isVisibleTo(dialog) for view in dialog.content.findChildren(QAbstractScrollArea)):
        return 0
    layout = dialog.content.layout()
    needed = layout.totalHeightForWidth(dialog.content.width()) if layout.hasHeightForWidth() else 0
    return dialog.content.height() - max(needed, layout.totalSizeHint().height() if not needed else 0)


def scrolls(dialog: NewDayDialog, way: Way) -> bool:
    """Whether a way to begin is higher than what is in view."""
    dialog.choose(way)
    for _ in range(TURNS):
        QApplication.processEvents()
    return dialog.content.height() > dialog.content.parentWidget().height()


def without_letters(dialog: QDialog) -> list[str]:
    """Say which button can't be pressed with Alt and a letter, and which letter two things have."""
    seen = [each for each in dialog.findChildren(QWidget) if each.isVisibleTo(dialog) and each.window() is dialog]
    buttons = [each for each in seen if isinstance(each, QPushButton | QCheckBox | QRadioButton) and each.text()]
    # What says what was chosen is reached by the label of its field.
    buttons = [each for each in buttons if each.property("role") != "field"]
    labels = [each for each in seen if isinstance(each, QLabel) and each.buddy() is not None]
    letters: dict[str, str] = {}
    found = []
    for each in (*buttons, *labels):
        letter = each.text().replace("&&", "").partition("&")[2][:1].casefold()
        if letter and letter in letters:
            found.append(f"{each.text()}: the letter of {letters[letter]}")
        elif not letter and isinstance(each, QPushButton):
            found.append(f"{each.text()}: no letter")
        letters[letter] = each.text()
    return found
