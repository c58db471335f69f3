"""Undo and redo in a text: of the typing in it, and where there is none, of what was done in the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


def is_for_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether undo or redo is asked for of a text in which no typing is to be undone or redone."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not can_undo
    return event.matches(QKeySequence.StandardKey.Redo) and not can_redo


def leave_undo_to_window(line: QLineEdit) -> None:
    """Let a line of text that is no field leave undo and redo to the window where there is no typing to undo."""
    line.installEventFilter(_Leaving(line))


class _Leaving(QObject):
    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        line = self._line
        if not is_for_window(event, can_undo=line.isUndoAvailable(), can_redo=line.isRedoAvailable()):
            return super().eventFilter(watched, event)
        event.ignore()
        return True
