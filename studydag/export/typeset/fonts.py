"""Source Sans 3: its faces, how wide their text is, which characters they can draw; and what draws names it can't."""

from functools import cache, lru_cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from studydag.resources import resource

REGULAR: Final = "SourceSans3-Regular"
ITALIC: Final = "SourceSans3-It"
SEMIBOLD: Final = "SourceSans3-Semibold"
SEMIBOLD_ITALIC: Final = "SourceSans3-SemiboldIt"
BOLD: Final = "SourceSans3-Bold"
BOLD_ITALIC: Final = "SourceSans3-BoldIt"

ELSEWHERE: Final = "DejaVuSans-Names"
ELSEWHERE_BOLD: Final = "DejaVuSans-Names-Bold"
OTHER_FACES: Final = frozenset((ELSEWHERE, ELSEWHERE_BOLD))
"""Arabic, Hebrew, Armenian and Georgian; read only where a text has such letters."""

FACES: Final = (REGULAR, ITALIC, SEMIBOLD, SEMIBOLD_ITALIC, BOLD, BOLD_ITALIC)

_LAST_NAMED: Final = 0xFFFF
_NO_BREAK_SPACES: Final = frozenset("\u00a0\u2007\u202f")


@cache
def font(face: str) -> TTFont:
    """Return a face, read from `resources/fonts` on first use."""
    # With asciiReadable every subset would carry 95 glyphs, used or not.
    loaded = TTFont(face, str(resource("fonts", f"{face}.ttf")), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@lru_cache(maxsize=16_384)
def advance(face: str, text: str) -> float:
    """Return the width of text set at 1 point, in points; a width at another size is a multiple of it."""
    return float(font(face).stringWidth(text, 1))


def face_elsewhere(face: str) -> str:
    """Return the face that stands in for one where it lacks the letters."""
    return ELSEWHERE if face in {REGULAR, ITALIC} else ELSEWHERE_BOLD


@cache
def drawable_elsewhere() -> frozenset[str]:
    """Return the characters that the faces for other scripts draw."""
    return frozenset(chr(number) for number in font(ELSEWHERE).face.charToGlyph if number <= _LAST_NAMED)


@cache
def drawable() -> frozenset[str]:
    """Return every character that can be drawn and read back; it is the same set in all faces."""
    # reportlab can't say what a character beyond the first plane is (🔒 is one of 14), so it would be read as another.
    glyphs = (chr(number) for number in font(REGULAR).face.charToGlyph if number <= _LAST_NAMED)
    return frozenset(char for char in glyphs if char.isprintable()) | _NO_BREAK_SPACES
