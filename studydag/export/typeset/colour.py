"""Colours on paper, and whether text on them can be read."""

from dataclasses import dataclass
from typing import Final, Self

READABLE: Final = 4.5
"""The contrast that text of any size needs with what it stands on (WCAG 2.1, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class Colour:
    """An sRGB colour with channels from 0 to 255."""

    red: int
    green: int
    blue: int

    @classmethod
    def from_hex(cls, text: str) -> Self:
        """Read a colour from `#1f5fa8` or `1f5fa8`; raises ValueError for anything else."""
        digits = text.strip().removeprefix("#")
        if len(digits) != 6:
            message = f"{text!r} is not a colour like #1f5fa8"
            raise ValueError(message)
        return cls(*bytes.fromhex(digits))

    def luminance(self) -> float:
        """Return the relative luminance, from 0 (black) to 1 (white)."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Self) -> float:
        """Return the contrast with another colour, from 1 (none) to 21 (black on white)."""
        lighter, darker = sorted((self.luminance(), other.luminance()), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def mixed(self, other: Self, share: float) -> Self:
        """Return this colour with a share (0 to 1) of another one in it."""
        pairs = ((self.red, other.red), (self.green, other.green), (self.blue, other.blue))
        return type(self)(*(round(mine + (theirs - mine) * share) for mine, theirs in pairs))


BLACK: Final = Colour(0, 0, 0)
WHITE: Final = Colour(255, 255, 255)
_STEPS: Final = 50


def readable_on(colour: Colour, surface: Colour) -> Colour:
    """Return the colour, darkened or lightened as little as it takes to be read as text on the surface."""
    towards = BLACK if surface.contrast(BLACK) > surface.contrast(WHITE) else WHITE
    shades = (colour.mixed(towards, step / _STEPS) for step in range(_STEPS))
    return next((shade for shade in shades if shade.contrast(surface) >= READABLE), towards)


def text_on(surface: Colour, *preferred: Colour) -> Colour:
    """Return the first preferred colour that can be read on the surface, else black or white."""
    fitting = (colour for colour in preferred if colour.contrast(surface) >= READABLE)
    return next(fitting, max(BLACK, WHITE, key=surface.contrast))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
