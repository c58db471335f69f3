"""A box that says or asks something: its buttons are not pressed by what was still being typed when it appeared."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from studydag.ui.dialog_letters import DialogLetters

_WITH = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier


class MessageBox(QMessageBox):
    """Has a letter for each button, which presses it together with Alt only; `run` frees it when it is closed."""

    def __init__(self, parent: QWidget | None, icon: QMessageBox.Icon, text: str, more: str = "") -> None:
        """Begin without buttons; `more` stands below the text, in plain letters."""
        super().__init__(icon, "StudyDAG", text, QMessageBox.StandardButton.NoButton, parent)
        self.setInformativeText(more)
        DialogLetters(self)

    def run(self) -> object:
        """Show it until it is closed, then free it; return the button that closed it."""
        self.exec()
        self.deleteLater()
        return self.clickedButton()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters and digits by themselves alone: Qt would press the button that has one as its letter."""
        if event.text().isalnum() and not event.modifiers() & _WITH:
            event.accept()
            return
        super().keyPressEvent(event)
