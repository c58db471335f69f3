"""What is told to assistive technology only: what the eye sees change elsewhere on the screen, and names."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QWidget


def announce(widget: QWidget, text: str) -> None:
    """Have a text read out, when the reader is done with what it says now."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def name_choice(box: QComboBox, name: str, explanation: str = "") -> None:
    """Name a combo box, and explain what is wrong with it.

    On Linux Qt calls a combo box by what is chosen, so there its name is told as its description.
    """
    box.setAccessibleName(name)
    box.setAccessibleDescription(explanation or (name if sys.platform == "linux" else ""))
