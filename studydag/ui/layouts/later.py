"""A part of a page that is costly to build: it is built when it is first seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studydag.ui.idle import Idle
from studydag.ui.pieces import Building, Pieces

Content = TypeVar("Content", bound=QWidget)


class Later(QWidget, Generic[Content]):
    """Stands where the content will stand. A content that is built in pieces has a `building`."""

    def __init__(
        self,
        make: Callable[[], Content],
        parent: QWidget | None = None,
        *,
        fill: Callable[[Content], object] | None = None,
        idle: Idle | None = None,
    ) -> None:
        """Build with `make` and `fill` it, once; with `idle` the window reacts in between where it is first seen."""
        super().__init__(parent)
        self._make = make
        self._fill = fill
        self._idle = idle
        self._made: Content | None = None
        self._building = Building(self._pieces())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def made(self) -> Content | None:
        """The content, if it was built already."""
        return self._made

    @property
    def is_whole(self) -> bool:
        """Whether the content is built and filled."""
        return self._building.is_done

    def content(self) -> Content:
        """Return the content; build it if need be."""
        self._building.finish()
        made = self._begun()
        if made.isHidden():
            # At once: a layout would show it in the next turn only.
            made.show()
        return made

    def ahead(self) -> Pieces:
        """Build the content before it is seen."""
        yield from self._building.pieces()
        self.content()

    def _pieces(self) -> Pieces:
        made = self._begun()
        yield
        building = getattr(made, "building", None)
        if isinstance(building, Building):
            yield from building.pieces()
        if self._fill is not None:
            yield
            self._fill(made)

    def _begun(self) -> Content:
        if self._made is None:
            self._made = self._make()
            # Else room would be divided before it is known what needs it.
            self._made.hide()
            self._layout.addWidget(self._made)
        return self._made

    def _go_on(self) -> None:
        """Build the next piece while it is waited for; the whole is shown in a turn of its own."""
        if self._idle is None or not self.isVisible():
            return
        self._idle.add(self._go_on if self._building.go_on() else self.content)

    def showEvent(self, event: QShowEvent) -> None:
        """Build the content."""
        if self._idle is None or self.is_whole:
            self.content()
        else:
            self._idle.add(self._go_on)
        super().showEvent(event)
