"""Turns the library's changes, which know no Qt, into one Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from studydag.model.store.library import Library
from studydag.model.values.changes import Change


class Bridge(QObject):
    """Emits `changed` with each Change that the library reports, on the thread that made it."""

    changed = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        """Listen to a library until `release`."""
        super().__init__(parent)
        self._library = library
        library.listeners.append(self._tell)

    def release(self) -> None:
        """Stop listening."""
        self._library.listeners.remove(self._tell)

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
