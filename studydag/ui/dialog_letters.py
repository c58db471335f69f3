"""The underlined letters of a dialog: Alt and one of them presses a button, or goes to the field of a label."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QLabel, QToolButton, QWidget

from studydag.ui.letters import lettered

Lettered = QAbstractButton | QLabel


class DialogLetters(QObject):
    """Keeps the letters of a window: given when it is shown, and anew at Alt for what came or changed meanwhile."""

    def __init__(self, window: QWidget) -> None:
        """Begin without letters; they live as long as the window."""
        super().__init__(window)
        self._given: dict[Lettered, tuple[str, str]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.give)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give letters when the window is shown, when what it shows changes, and when Alt is pressed."""
        shown = event.type() == QEvent.Type.Show
        if shown or (isinstance(event, QKeyEvent) and _is_alt(event)):
            self.give()
        elif event.type() == QEvent.Type.LayoutRequest:
            # Something else is seen, or says something else.
            self._soon.start()
        return super().eventFilter(watched, event)

    def give(self) -> None:
        """Give each button and each label of a field that is seen a letter of its own, the buttons first."""
        window = self.parent()
        assert isinstance(window, QWidget)
        found = sorted(_lettered_in(window), key=_rank)
        given: dict[Lettered, tuple[str, str]] = {}
        marked: list[str] = []
        for rank, group in itertools.groupby(found, key=_rank):
            those = list(group)
            said = [self._plain(each) for each in those]
            # What has a letter keeps it, and these have what is left. What ends a dialog may say how many it is about.
            marked = lettered([*marked, *said], digits=bool(rank))
            for each, plain, text in zip(those, said, marked[-len(those) :], strict=True):
                given[each] = (plain, text)
                if each.text() != text:
                    each.setText(text)
        self._given = given

    def _plain(self, each: Lettered) -> str:
        plain, marked = self._given.get(each, ("", None))
        return plain if each.text() == marked else each.text()


def _is_alt(event: QKeyEvent) -> bool:
    return event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress} and event.key() == Qt.Key.Key_Alt


def _lettered_in(window: QWidget) -> Iterator[Lettered]:
    """Return the buttons with words and the labels of fields that are seen, in the order in which they were made."""
    for each in window.findChildren(QWidget):
        if not each.isVisibleTo(window) or each.window() is not window:
            continue
        if isinstance(each, QLabel):
            if each.buddy() is not None and each.text():
                yield each
        elif isinstance(each, QAbstractButton) and each.text() and not _shows_no_words(each):
            yield each


def _shows_no_words(button: QAbstractButton) -> bool:
    if button.property("role") == "field":
        # It says what was chosen; the label of the field leads to it.
        return True
    if not isinstance(button, QToolButton):
        return False
    # An action would have its words again at its next change.
    return button.defaultAction() is not None or (
        not button.icon().isNull() and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    )


def _rank(each: Lettered) -> int:
    """Return which come first: what ends the dialog, other buttons, what is ticked or chosen, then labels."""
    if isinstance(each, QLabel):
        return 3
    if isinstance(each.parentWidget(), QDialogButtonBox):
        return 0
    return 2 if each.isCheckable() else 1
