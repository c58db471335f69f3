"""Lines and areas in PDF operators, in points."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from studydag.export.typeset.colour import Colour

# How far the handles of a Bézier curve reach to make a quarter of a circle.
_QUARTER: Final = 0.5523


@lru_cache(maxsize=256)
def fill(colour: Colour) -> str:
    """Return the operator that fills with a colour."""
    return f"{_channels(colour)} rg"


@lru_cache(maxsize=256)
def stroke(colour: Colour) -> str:
    """Return the operator that draws lines in a colour."""
    return f"{_channels(colour)} RG"


def line(start: tuple[float, float], end: tuple[float, float]) -> str:
    """Return the path of a straight line."""
    (x1, y1), (x2, y2) = start, end
    return f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l"


Point = tuple[float, float]


def curve(start: Point, stretches: Sequence[tuple[Point, Point, Point]]) -> str:
    """Return the path of Bézier curves: where it begins, then for each two handles and where it ends."""
    drawn = (" ".join(f"{x:.2f} {y:.2f}" for x, y in stretch) for stretch in stretches)
    return " ".join([f"{start[0]:.2f} {start[1]:.2f} m", *(f"{points} c" for points in drawn)])


def rectangle(x: float, y: float, width: float, height: float, radius: float = 0.0) -> str:
    """Return the path of a rectangle with corners of a radius; `x` and `y` are its lower left corner."""
    if radius <= 0:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    radius = min(radius, width / 2, height / 2)
    bend = radius * (1 - _QUARTER)
    right, top = x + width, y + height
    sides = (
        ((x + radius, y), (right - radius, y), (right - bend, y), (right, y + bend), (right, y + radius)),
        ((right, y + radius), (right, top - radius), (right, top - bend), (right - bend, top), (right - radius, top)),
        ((right - radius, top), (x + radius, top), (x + bend, top), (x, top - bend), (x, top - radius)),
        ((x, top - radius), (x, y + radius), (x, y + bend), (x + bend, y), (x + radius, y)),
    )
    return f"{x + radius:.2f} {y:.2f} m " + " ".join(_side_and_corner(*side[1:]) for side in sides) + " h"


def tick(side: float) -> str:
    """Return the path of a tick in a box with sides of this length."""
    corners = ((0.22, 0.52), (0.42, 0.28), (0.80, 0.76))
    (x1, y1), (x2, y2), (x3, y3) = ((x * side, y * side) for x, y in corners)
    return f"{x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l {x3:.2f} {y3:.2f} l"


def _side_and_corner(
    side: tuple[float, float], first: tuple[float, float], second: tuple[float, float], end: tuple[float, float]
) -> str:
    points = (side, first, second, end)
    numbers = [f"{x:.2f} {y:.2f}" for x, y in points]
    return f"{numbers[0]} l {' '.join(numbers[1:])} c"


def _channels(colour: Colour) -> str:
    return f"{colour.red / 255:.3f} {colour.green / 255:.3f} {colour.blue / 255:.3f}"
