"""The places in the middle of the window, each below a banner where something is to be said of the whole library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.model.store.location import is_kept_in_step
from studydag.ui.commands import Commands
from studydag.ui.widgets.banner import Banner
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.main_window import MainWindow

TOLD = "told_of_syncing"


class Frames:
    """Says above each view that the library is only looked at, or once what a folder risks that is kept in step."""

    def __init__(self, window: MainWindow, workspace: Workspace, commands: Commands) -> None:
        """Begin without views."""
        self._window = window
        self._workspace = workspace
        self._commands = commands
        self._risks: list[Banner] = []

    def around(self, view: QWidget) -> QWidget:
        """Return a place in the middle for a view."""
        frame = QWidget(self._window.middle)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        library = self._workspace.library
        if library.read_only:
            column.addWidget(self._looking(frame))
        elif not self._was_told and is_kept_in_step(library.path):
            column.addWidget(self._risk(frame))
        column.addWidget(view, 1)
        return frame

    def _looking(self, frame: QWidget) -> Banner:
        """Return what is to be said of a library that is only looked at, with the way back."""
        _ = self._workspace.language.gettext
        is_copy = self._window.behind is not None
        text = _("You are only looking: this library is open elsewhere, or you opened it to look only.")
        if is_copy:
            text = _("You are only looking: this is a copy, and not your own library.")
        again = _("Back to your own library") if is_copy else _("Open to change it")
        return Banner(text, again, self._commands.open_again, frame)

    def _risk(self, frame: QWidget) -> Banner:
        """Return what is to be said once of a library in a folder that others write in as well."""
        _ = self._workspace.language.gettext
        text = _(
            "This library is in a folder that is synced with other computers. Open it on one computer at a time, "
            "and let it finish syncing before you go on elsewhere: otherwise the newest edits can be lost."
        )
        banner = Banner(text, _("I’ll see to that"), self._note_told, frame)
        self._risks.append(banner)
        return banner

    @property
    def _was_told(self) -> bool:
        return str(self._workspace.library.path) in self._window.memory.text(TOLD).split("\n")

    def _note_told(self) -> None:
        told = self._window.memory.text(TOLD).split("\n")
        self._window.memory.keep_text(TOLD, "\n".join([*told, str(self._workspace.library.path)]).strip())
        for banner in self._risks:
            banner.hide()
