"""Buttons that are on or off. Who turns one, at the keys, with a pointer or from outside, is heard by `toggled`.

`clicked` would not do: voice control and screen readers toggle a button without a click.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def show_checked(button: QAbstractButton, on: bool) -> None:
    """Show that a button is on or off, without a word to who waits for somebody to turn it."""
    with QSignalBlocker(button):
        button.setChecked(on)
