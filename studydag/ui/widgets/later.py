"""A part of a page that is costly to build: it is built when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.ui.pieces import Building, Pieces

Content = TypeVar("Content", bound=QWidget)


class Later(QWidget, Generic[Content]):
    """Stands where the content will stand. A content that is built in pieces has a `building`."""

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
        made = self._begun()
        building = getattr(made, "building", None)
        if isinstance(building, Building):
            building.finish()
        if made.isHidden():
            # At once: a layout would show it in the next turn only.
            made.show()
        return made

    def ahead(self) -> Pieces:
        """Build the content before it is seen."""
        made = self._begun()
        yield
        building = getattr(made, "building", None)
        if isinstance(building, Building):
            yield from building.pieces()
        self.content()

    def _begun(self) -> Content:
        if self._made is None:
            self._made = self._make()
            # Else room would be divided before it is known what needs it.
            self._made.hide()
            self._layout.addWidget(self._made)
        return self._made

    def showEvent(self, event: QShowEvent) -> None:
        """Build the content."""
        self.content()
        super().showEvent(event)
