"""A part of a page that comes up to date when it is seen, and not before."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class WhenSeen(QWidget):
    """Calls `show_now` once after each `refresh`: at once where it is seen, else when it comes into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin out of date."""
        super().__init__(parent)
        self._stale = True

    def refresh(self) -> None:
        """Show the day as it stands, as soon as it is seen."""
        self._stale = True
        if self.isVisible():
            self._come_up_to_date()

    def showEvent(self, event: QShowEvent) -> None:
        """Come up to date."""
        super().showEvent(event)
        if self._stale:
            self._come_up_to_date()

    def show_now(self) -> None:
        """Show the day as it stands; each part does so in its own way."""
        raise NotImplementedError

    def _come_up_to_date(self) -> None:
        self._stale = False
        self.show_now()
