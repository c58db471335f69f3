"""What keys type, on the keyboards that people have.

Windows tells of AltGr as of Ctrl and Alt together, and on a Belgian keyboard the digits take Shift.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

_MODIFIERS = Qt.KeyboardModifier
_COMMANDS: Final = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier | _MODIFIERS.MetaModifier
_ALT_GR: Final = _MODIFIERS.ControlModifier | _MODIFIERS.AltModifier
_BELGIAN: Final = "à&é\"'(§è!ç"
"""What the keys of the digits 0 to 9 type there without Shift."""


def typed_by(event: QKeyEvent) -> str:
    """Return the letters that a key types; nothing for one that commands, for the space bar, Enter and the like."""
    held, text = event.modifiers() & _COMMANDS, event.text()
    if held not in {_MODIFIERS.NoModifier, _ALT_GR}:
        return ""
    return text if text.isprintable() and text.strip() else ""


def digit_by(event: QKeyEvent) -> str:
    """Return the digit that a key types, with Shift or without; nothing for any other."""
    held = event.modifiers() & ~(_MODIFIERS.KeypadModifier | _MODIFIERS.ShiftModifier)
    text = event.text()
    return text if held == _MODIFIERS.NoModifier and text.isascii() and text.isdigit() else ""


def sequence(key: str | QKeySequence | QKeySequence.StandardKey) -> QKeySequence:
    """Return the keys of a shortcut by their English names, or those that the system has for a command.

    Without this Qt reads names as the window's language has them, and Dutch calls both Return and Enter "Enter".
    """
    if isinstance(key, str):
        return QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    return QKeySequence(key)


def keys_of(command: QKeySequence.StandardKey, *others: str) -> list[QKeySequence]:
    """Return the keys that the system has for a command, and others behind them; each once, else Qt obeys neither."""
    usual = QKeySequence.keyBindings(command)
    more = [sequence(keys) for keys in others]
    return [*usual, *(each for each in more if each not in usual)]


def with_ctrl(number: int, *, belgian: bool | None = None) -> list[QKeySequence]:
    """Return Ctrl with a digit, 0 to 9; for a Belgian keyboard (by default as here) also the same key without Shift."""
    keys = [sequence(f"Ctrl+{number}")]
    if _is_belgian() if belgian is None else belgian:
        keys.append(sequence(f"Ctrl+{_BELGIAN[number]}"))
    return keys


def _is_belgian() -> bool:
    keyboard = QGuiApplication.inputMethod().locale().territory()
    return QLocale.Country.Belgium in {keyboard, QLocale.system().territory()}
