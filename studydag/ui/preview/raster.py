"""Pages of a PDF as pictures and as text, by PDFium.

PDFium serves one caller at a time in a whole process, so everything that calls it stands here, behind one lock; what
it opens it closes before the lock is given back.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ONE_AT_A_TIME: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its size in points, and the text on it in reading order."""

    width: float
    height: float
    text: str


def leaves_of(data: bytes) -> tuple[Leaf, ...]:
    """Return the pages of a PDF."""
    with _opened(data) as document:
        return tuple(_leaf(document, number) for number in range(len(document)))


def picture_of(data: bytes, page: int, width: int) -> QImage:
    """Draw a page (from nought) `width` pixels wide, on white, with the marks in its form fields."""
    with _opened(data) as document, _closing(document[page]) as leaf:
        # PDFium rounds up, and a product of fractions may be a hair too much.
        scale = (width - 0.01) / leaf.get_width()
        with _closing(leaf.render(scale=scale, prefer_bgrx=True)) as bitmap:
            pixels = memoryview(bitmap.buffer)
            shown = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            return shown.copy()


def _leaf(document: PdfDocument, number: int) -> Leaf:
    with _closing(document[number]) as page, _closing(page.get_textpage()) as text:
        return Leaf(page.get_width(), page.get_height(), text.get_text_bounded().replace("\r\n", "\n"))


@contextmanager
def _opened(data: bytes) -> Iterator[PdfDocument]:
    import pypdfium2

    with _ONE_AT_A_TIME, _closing(pypdfium2.PdfDocument(data)) as document:
        document.init_forms()
        yield document


@contextmanager
def _closing(thing: Any) -> Iterator[Any]:
    try:
        yield thing
    finally:
        thing.close()
