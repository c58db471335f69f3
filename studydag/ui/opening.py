"""Opens the library in the background, after the first paint, and brings along what is slow to import."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studydag.model.store.library import Library


class Opening(QObject):
    """Opens one library in a thread. `opened` carries it, `failed` the error; both on the window's own thread."""

    opened = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, *, look_only: bool = False, parent: QObject | None = None) -> None:
        """Begin with `start`."""
        super().__init__(parent)
        self._path = path
        self._look_only = look_only
        self._library: Library | None = None
        self._thread = threading.Thread(target=self._run, name="open-library", daemon=True)

    def start(self) -> None:
        """Open the library now; a missing one is made."""
        self._thread.start()

    def taken(self) -> Library | None:
        """Return the library to who asks first: from then on it is theirs to close."""
        library, self._library = self._library, None
        return library

    def give_up(self) -> None:
        """Wait until it is open or has failed, and close what nobody has taken."""
        if self._thread.ident is not None:
            self._thread.join()
        library = self.taken()
        if library is not None:
            library.close()

    def _run(self) -> None:
        try:
            self._library = _open(self._path, look_only=self._look_only)
        except Exception as error:
            self.failed.emit(error)
        else:
            self.opened.emit(self)


def _open(path: Path, *, look_only: bool) -> Library:
    # All that the window needs once it is painted is imported here, not in its thread.
    import studydag.ui.assembly
    import studydag.ui.workspace  # noqa: F401
    from studydag.model.store.library import Library

    if look_only:
        return Library.look(path)
    return Library.open(path, create=True)
