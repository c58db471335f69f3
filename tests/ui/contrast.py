"""How well one colour is seen on another, by the measure of WCAG 2: from 1 (not at all) to 21."""

from collections import Counter
from functools import cache
from itertools import compress
from operator import ne

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

TEXT, SIGN = 4.5, 3.0
"""What text needs at least, and what a sign or a ring around the focus does."""


@cache
def luminance(rgb: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in (each / 255 for each in rgb)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Return the contrast of two colours."""
    return _of(_rgb(QColor(one)), _rgb(QColor(other)))


def painted(widget: QWidget) -> QImage:
    """Return a widget as it is seen in its window, with what lies behind it."""
    place = QRect(widget.mapTo(widget.window(), widget.rect().topLeft()), widget.size())
    return widget.window().grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def best_contrast(image: QImage) -> float:
    """Return the contrast of the ground of a picture, its most frequent colour, with what stands out most from it."""
    counted = Counter(_pixels(image))
    if not counted:
        return 21.0
    (ground, _), *_ = counted.most_common(1)
    return max(_of(_parts(ground), _parts(each)) for each in counted)


def changed(before: QImage, after: QImage, least: float) -> int:
    """Return how many pixels changed by a contrast of at least `least`."""
    old, new = _pixels(before), _pixels(after)
    assert len(old) == len(new)
    pairs = Counter(compress(zip(old, new, strict=True), map(ne, old, new)))
    return sum(count for (one, other), count in pairs.items() if _of(_parts(one), _parts(other)) >= least)


def _pixels(image: QImage) -> memoryview:
    """Return each pixel as a number, `0xffRRGGBB`; of 32 bits, a line holds nothing else."""
    return memoryview(bytes(image.constBits())).cast("I")


def _parts(pixel: int) -> tuple[int, int, int]:
    return pixel >> 16 & 0xFF, pixel >> 8 & 0xFF, pixel & 0xFF


def _of(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
