"""Undo and redo in a text: of the typing in it, and where there is none, of what was done in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


def is_for_window(event: QEvent, text: QLineEdit | QPlainTextEdit) -> bool:
    """Whether undo or redo is asked for of a text in which no typing is to be undone or redone."""
    # Of all that happens to a text few things are keys, and it takes long to ask Qt what an event is.
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    typing = text if isinstance(text, QLineEdit) else text.document()
    if event.matches(QKeySequence.StandardKey.Undo):
        return not typing.isUndoAvailable()
    return event.matches(QKeySequence.StandardKey.Redo) and not typing.isRedoAvailable()


def leave_undo_to_window(line: QLineEdit) -> None:
    """Let a line of text that is no field leave undo and redo to the window where there is no typing to undo."""
    line.installEventFilter(_Leaving(line))


class _Leaving(QObject):
    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not is_for_window(event, self._line):
            return super().eventFilter(watched, event)
        event.ignore()
        return True
