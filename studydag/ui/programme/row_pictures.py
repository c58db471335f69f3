"""Draws the rows of a long table from pictures of them: an edit moves most rows, and changes few."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from studydag.ui.item_models.things import Cell
from studydag.ui.tables.cell_painter import CellPainter

MOST_UNUSED = 40


@dataclass(frozen=True, slots=True)
class Room:
    """Where cells stand in a row: from where in pixels, and how wide."""

    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture of a row, and what it shows: while that is the same, the picture can be used again."""

    looks: tuple[object, ...]
    picture: QPixmap


class RowPictures:
    """Keeps the pictures of the rows that were drawn last, by the ids of their things."""

    def __init__(self, cells: Callable[[], CellPainter], ground: Callable[[], str]) -> None:
        """Begin without any; `cells` gives what draws them, `ground` the colour below all of them."""
        self._cells = cells
        self._ground = ground
        self._kept: dict[int, Drawn] = {}
        self._used: dict[int, Drawn] = {}

    def forget(self) -> None:
        """Draw all rows anew, as with another font or palette."""
        self._kept, self._used = {}, {}

    def forget_unused(self) -> None:
        """Let go of what was not drawn since this was called last, where much is kept."""
        if len(self._kept) > 2 * len(self._used) + MOST_UNUSED:
            self._kept = self._used
        self._used = {}

    def draw(
        self,
        painter: QPainter,
        place: QRect,
        thing_id: int,
        cells: tuple[Cell, ...],
        rooms: tuple[Room, ...],
        *,
        chosen: bool,
    ) -> None:
        """Draw a row at a place: its cells, each in its room."""
        looks = (
            cells,
            rooms,
            place.width(),
            place.height(),
            chosen,
            self._ground(),
            painter.device().devicePixelRatioF(),
        )
        drawn = self._kept.get(thing_id)
        if drawn is None or drawn.looks != looks:
            drawn = Drawn(looks, self._drawn(painter, place.size(), cells, rooms, chosen=chosen))
            self._kept[thing_id] = drawn
        self._used[thing_id] = drawn
        painter.drawPixmap(place.topLeft(), drawn.picture)

    def _drawn(
        self, target: QPainter, size: QSize, cells: tuple[Cell, ...], rooms: tuple[Room, ...], *, chosen: bool
    ) -> QPixmap:
        ratio = target.device().devicePixelRatioF()
        picture = QPixmap((size.toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(self._ground()))
        painter = QPainter(picture)
        option = QStyleOptionViewItem()
        option.state = QStyle.StateFlag.State_Selected if chosen else QStyle.StateFlag.State_None
        for cell, room in zip(cells, rooms, strict=True):
            option.rect = QRect(room.left, 0, room.width, size.height())
            painter.setClipRect(option.rect)
            self._cells().draw(cell, painter, option)
        painter.end()
        return picture
