"""Who fills in a form can name what isn't there yet, such as a room, without leaving it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from studydag.model.values.wording import N_
from studydag.ui.fields.choice import ChoiceField, ManyField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studydag.ui.fields.field import Field
    from studydag.ui.workspace import Workspace

LABELS: Final = {
    "person": N_("New person…"),
    "room": N_("New room…"),
    "group": N_("New group…"),
    "goal": N_("New goal…"),
    "need": N_("New need…"),
    "school_goal": N_("New school goal…"),
}
"""What can be named where it is needed, by kind: all else of it can be filled in later."""
OF_THE_DAY: Final = ("goal", "need")
"""What belongs to the day in view, and not to the school."""


def new_label(kind: str, workspace: Workspace) -> str:
    """Return what offers something new of a kind; nothing where it can't be added so.

    Forms are built before a day is in view, and seen only then.
    """
    if kind not in LABELS or workspace.library.read_only:
        return ""
    return workspace.language.gettext(LABELS[kind])


def offer_new(field: Field, kind: str, workspace: Workspace, offer_again: Callable[[], None]) -> None:
    """Let a field that chooses things of a kind offer a new one; `offer_again` brings that into its list."""
    label = new_label(kind, workspace)
    if not label or not isinstance(field, ChoiceField | ManyField):
        return

    def make() -> int | None:
        made = ask_for_new(workspace, kind, field)
        if made is not None:
            offer_again()
        return made

    field.offer_new(label, make)


def ask_for_new(workspace: Workspace, kind: str, parent: QWidget) -> int | None:
    """Ask for the name of something new and add it; return its id, or None when it was cancelled."""
    if kind in OF_THE_DAY and workspace.day is None:
        return None
    from studydag.ui.dialogs.naming import NamingDialog

    return NamingDialog(workspace, kind, _window_of(parent)).ask()


def _window_of(widget: QWidget) -> QWidget:
    """Return the window that a widget stands in, also one in a menu: a dialog stands in the middle of that."""
    window, above = widget.window(), widget.window().parentWidget()
    is_popup = (window.windowFlags() & Qt.WindowType.WindowType_Mask) == Qt.WindowType.Popup
    return _window_of(above) if is_popup and above is not None else window
