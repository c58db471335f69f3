"""A part of a page that is costly to build: it is built when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

Content = TypeVar("Content", bound=QWidget)


class Later(QWidget, Generic[Content]):
    """Stands where the content will stand."""

    def __init__(self, make: Callable[[], Content], parent: QWidget | None = None) -> None:
        """Build with `make`, once."""
        super().__init__(parent)
        self._make = make
        self._made: Content | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> Content | None:
        """The content, if it was built already."""
        return self._made

    def content(self) -> Content:
        """Return the content; build it if need be."""
        if self._made is None:
            self._made = self._make()
            self._layout.addWidget(self._made)
            # At once: a layout would show it in the next turn only.
            self._made.show()
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        """Build the content."""
        self.content()
        super().showEvent(event)
