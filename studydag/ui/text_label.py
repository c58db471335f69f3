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


class LaterLabel(QLabel):
    """Words that come later, or go again: meanwhile their room stays, and assistive technology meets nothing in it."""

    def __init__(self, parent: QWidget, role: str = "") -> None:
        """Begin without words; `role` is that of `text_label`."""
        super().__init__(parent)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        keep_room(self)
        self.hide()

    def setText(self, text: str) -> None:
        """Show words, or none."""
        super().setText(text)
        self.setVisible(bool(text))


def keep_room(label: QLabel) -> None:
    """Let the room of a label stay while it is hidden."""
    policy = label.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    label.setSizePolicy(policy)
