"""What is told to assistive technology only: what the eye sees change elsewhere on the screen, and names."""

from __future__ import annotations

import sys

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QMainWindow, QWidget

SAID_FOR = 8000
"""Milliseconds that the status line says something."""


def announce(widget: QWidget, text: str) -> None:
    """Have a text read out, when the reader is done with what it says now."""
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def say(widget: QWidget, text: str) -> None:
    """Say something in the status line of the window that a widget stands in, and have it read out."""
    window = widget.window()
    if isinstance(window, QMainWindow):
        window.statusBar().showMessage(text, SAID_FOR)
    announce(widget, text)


def name_choice(box: QComboBox, name: str, explanation: str = "") -> None:
    """Name a combo box, and explain what is wrong with it.

    On Linux Qt calls a combo box by what is chosen, so there its name is told as its description.
    """
    box.setAccessibleName(name)
    box.setAccessibleDescription(explanation or (name if sys.platform == "linux" else ""))
