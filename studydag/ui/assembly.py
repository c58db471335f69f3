"""Puts the window together once a library is open: pages, right column, menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studydag.model.values.changes import Change
from studydag.ui.day_view import DayView
from studydag.ui.dialogs.problems import tell
from studydag.ui.workspace import Workspace

if TYPE_CHECKING:
    from studydag.ui.main_window import MainWindow

LISTED = ("study_day", "part", "action")
"""What the list of days shows of: titles, dates, open actions."""


def assemble(window: MainWindow, workspace: Workspace) -> None:
    """Build the rest of the window around an open library."""
    view = DayView(workspace, window.look)
    window.day_view = view
    window.middle.addWidget(view)
    window.panel.day_chosen.connect(lambda day_id: _open(window, workspace, day_id))
    workspace.changed.connect(lambda change: _on_change(window, change))
    workspace.refused.connect(lambda error: tell(window, error, workspace.language))


def _open(window: MainWindow, workspace: Workspace, day_id: int) -> None:
    workspace.open_day(day_id)
    assert window.day_view is not None
    window.middle.setCurrentWidget(window.day_view)
    window.panel.choose(day_id)


def _on_change(window: MainWindow, change: Change) -> None:
    if change.touches(*LISTED):
        window.show_days()
