"""The Enter key on a button in the window: it presses, as everywhere in the system; Qt itself knows only the space."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def presses(event: QKeyEvent) -> bool:
    """Press the button that has the focus, if a key that nothing else wanted was Enter; return whether it did.

    A box to tick is left to the space, as everywhere.
    """
    button = QApplication.focusWidget()
    bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if (
        event.key() not in ENTER
        or not bare
        or event.isAutoRepeat()
        or not isinstance(button, QPushButton | QToolButton)
    ):
        return False
    # As the space does, so that a button with a menu shows it.
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " "))
    return True
