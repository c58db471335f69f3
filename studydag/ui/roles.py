"""The role of a widget that is on screen: what the style sheet dresses it as."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def give_role(widget: QWidget, role: str) -> None:
    """Dress a widget as what it is now; roles are those of the style sheet, such as a heading or a quiet text."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
