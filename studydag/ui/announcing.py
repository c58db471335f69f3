"""What is told to assistive technology only, and when: what the eye sees change elsewhere on the screen, and names."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
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


def once_answered(action: QAction, run: Callable[[], object]) -> None:
    """Do what an entry of a menu says; what asks something waits until whoever chose it from outside has an answer.

    Else that would come when the dialog is closed, and a screen reader would hang as long.
    """
    if QAccessible.isActive() and action.text().endswith("…"):
        QTimer.singleShot(0, action, run)
    else:
        run()


def name_choice(box: QComboBox, name: str, explanation: str = "") -> None:
    """Name a combo box, and explain what is wrong with it.

    On Linux Qt calls a combo box by what is chosen, so there its name is told as its description.
    """
    box.setAccessibleName(name)
    box.setAccessibleDescription(explanation or (name if sys.platform == "linux" else ""))
