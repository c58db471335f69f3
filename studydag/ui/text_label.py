"""Words in the window that wrap at the width there is."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def text_label(text: str, parent: QWidget, role: str = "") -> QLabel:
    """Return a label; `role` says how the style sheet dresses it, as "quiet", "heading" or "problem"."""
    label = QLabel(text, parent)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
