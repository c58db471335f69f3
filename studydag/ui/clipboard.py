"""The clipboard of the system: what is on it, and what stays on it when the program ends."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

_TEXT = "text/plain"


def on_clipboard() -> QMimeData | None:
    """Return what is on the clipboard; None where Qt gives nothing, as on some systems once it was cleared."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found


def leave_on_clipboard() -> None:
    """Let what was copied here stay on the clipboard when the program ends.

    Qt frees it after Python is gone, which ends the process with a fault where Python made it: Qt makes one of its own.
    """
    ours, clipboard = on_clipboard(), QGuiApplication.clipboard()
    if ours is None or not shiboken6.createdByPython(ours):
        return
    held = {name: ours.data(name) for name in ours.formats() if name != _TEXT}
    clipboard.setText(ours.text())
    made = clipboard.mimeData()
    for name, data in held.items():
        made.setData(name, data)
