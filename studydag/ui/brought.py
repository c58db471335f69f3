"""What is dragged over a programme: blocks of it, or what becomes one there: a working format, a block of one's own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QMimeData

BLOCKS_MIME = "application/x-studydag-blocks"
"""What blocks are dragged as from one view to another: their ids in digits."""


class Source(Enum):
    """From where a new block comes; the value is what it is dragged as, with the id in digits."""

    FORMAT = "application/x-studydag-working-format"
    OWN_BLOCK = "application/x-studydag-own-block"


@dataclass(frozen=True, slots=True)
class Brought:
    """A working format, or a block of one's own, by the id of its template."""

    source: Source
    id: int

    def mime(self) -> QMimeData:
        """Return what it is dragged as."""
        mime = QMimeData()
        mime.setData(self.source.value, str(self.id).encode())
        return mime


def brought_in(mime: QMimeData) -> Brought | None:
    """Return what of this is dragged, if any."""
    source = next((each for each in Source if mime.hasFormat(each.value)), None)
    return None if source is None else Brought(source, int(mime.data(source.value).toStdString()))


def ids_in(mime: QMimeData) -> tuple[int, ...]:
    """Return the blocks that are dragged."""
    return tuple(int(each) for each in mime.data(BLOCKS_MIME).toStdString().split())
