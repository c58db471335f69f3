"""What all editors of a field have in common."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from studydag.ui.spoken_roles import SpokenAs, speak_as


class Field(QWidget):
    """Shows one value. `edited` carries a new one when the user has finished it, never while it is shown.

    `is_left` is for the cell of a table that it stands in: it is done with.
    """

    edited = Signal(object)
    is_left = False

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without a value; subclasses put their control into `focusProxy`."""
        super().__init__(parent)
        # Qt takes what leads the keys on to its control for what has them, if it is told of before that is there.
        speak_as(self, SpokenAs.FILLER)
        self._shown: Any = None

    def show_value(self, value: Any) -> None:
        """Show a value, unless the user is just typing another one."""
        self._shown = value
        self._display(value)

    @property
    def shown(self) -> Any:
        """The value that was shown last, or finished by the user since."""
        return self._shown

    def refuse(self, held: Any) -> None:
        """Show again what is still so, as what was chosen could not be taken."""
        self.show_value(held)

    def name(self, text: str) -> None:
        """Give the control its name for assistive technology."""
        control = self.focusProxy()
        (control or self).setAccessibleName(text)

    def explain(self, text: str) -> None:
        """Have it read out with the control what is wrong with its value, or (empty) no longer."""
        (self.focusProxy() or self).setAccessibleDescription(text)

    def mark(self, *, wrong: bool) -> None:
        """Show that what is typed can't be taken, or that it can again."""
        control = self.focusProxy() or self
        if bool(control.property("wrong")) is not wrong:
            control.setProperty("wrong", wrong)
            control.style().unpolish(control)
            control.style().polish(control)

    def _display(self, value: Any) -> None:
        raise NotImplementedError

    def _finish(self, value: Any) -> None:
        if value != self._shown:
            self._shown = value
            self.edited.emit(value)
