"""What all documents look like: measures, colours and styles of text, from a school's colour, logo and print size."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Final, Self

from studydag.export.typeset.colour import WHITE, Colour, readable_on, text_on
from studydag.export.typeset.fonts import BOLD, ITALIC, REGULAR, SEMIBOLD, SEMIBOLD_ITALIC

MM: Final = 72 / 25.4
"""Points in a millimetre."""

MARGIN: Final = 18 * MM
RHYTHM: Final = 4 * MM
"""White space comes in halves and multiples of this."""

SMALLEST: Final = 9.0
"""No text is smaller, in points."""

INK: Final = Colour.from_hex("#1B2430")
GREY: Final = Colour.from_hex("#5A6672")
HAIRLINE: Final = Colour.from_hex("#CBD2D9")
OUTLINE: Final = Colour.from_hex("#9AA5B1")
SURFACE: Final = Colour.from_hex("#F3F5F7")

PHASES: Final[Mapping[str, Colour]] = MappingProxyType(
    {
        "inspiration": Colour.from_hex("#E69F00"),
        "knowledge": Colour.from_hex("#0072B2"),
        "application": Colour.from_hex("#009E73"),
        "reflection": Colour.from_hex("#B0578D"),
        "break": Colour.from_hex("#9AA5B1"),
        "organisation": Colour.from_hex("#56636F"),
    }
)
"""Safe for colour-blind readers, and always beside the word: never colour alone."""

_STUDYDAG_BLUE: Final = "#1F5FA8"
_LARGE_PRINT: Final = 1.6
_LARGER: Final = 1.3


class Role(Enum):
    """What a text is to its document; the theme says how that looks."""

    KICKER = auto()
    TITLE = auto()
    LONG_TITLE = auto()
    SUBTITLE = auto()
    LEAD = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    HEADING_4 = auto()
    BODY = auto()
    SMALL = auto()
    NOTE = auto()
    LABEL = auto()
    KNOT = auto()
    TIGHT = auto()
    FURNITURE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How text is set; sizes and spaces in points."""

    face: str = REGULAR
    strong_face: str = SEMIBOLD
    italic_face: str = ITALIC
    strong_italic_face: str = SEMIBOLD_ITALIC
    size: float
    leading: float
    colour: Colour = INK
    grey: Colour = GREY
    before: float = 0.0
    after: float = 0.0
    evenly: bool = False

    def face_of(self, *, strong: bool, italic: bool) -> str:
        """Return the face for text with this emphasis."""
        if strong:
            return self.strong_italic_face if italic else self.strong_face
        return self.italic_face if italic else self.face

    def baseline(self) -> float:
        """Return how far below the top of its line the text stands, so that capitals are in the middle of it."""
        return self.leading / 2 + 0.33 * self.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The look of a document. `accent` is for surfaces and lines, `accent_ink` for text on white.

    Make one with `Theme.of`, which keeps the school's colour readable.
    """

    accent: Colour
    accent_ink: Colour
    on_accent: Colour
    accent_tint: Colour
    scale: float
    logo: bytes = b""
    styles: Mapping[Role, TextStyle] = field(repr=False)

    @classmethod
    def of(cls, *, accent: str = "", logo: bytes = b"", large_print: bool = False) -> Self:
        """Return the theme for a school's colour (`#1f5fa8`), its logo (PNG or JPEG) and the size of print.

        Raises ValueError when the accent is no colour. Text in or on the accent has a contrast of at least 4.5.
        """
        colour = Colour.from_hex(accent or _STUDYDAG_BLUE)
        tint = WHITE.mixed(colour, 0.08)
        ink = readable_on(colour, tint)
        scale = _LARGE_PRINT if large_print else 1.0
        return cls(
            accent=colour,
            accent_ink=ink,
            on_accent=text_on(colour, WHITE, INK),
            accent_tint=tint,
            scale=scale,
            logo=logo,
            styles=_styles(ink, large_print=large_print),
        )

    def space(self, beats: float) -> float:
        """Return white space of so many beats of the rhythm, in points; it grows a little with the print."""
        return beats * RHYTHM * (1 + (self.scale - 1) / 2)


def phase_colour(phase: str) -> Colour:
    """Return the colour of a phase by its name in `PHASES`; any other name gets that of organisation."""
    return PHASES.get(phase, PHASES["organisation"])


def tint(colour: Colour) -> Colour:
    """Return a surface in the colour on which dark text keeps its contrast."""
    return WHITE.mixed(colour, 0.12)


def _styles(accent: Colour, *, large_print: bool) -> Mapping[Role, TextStyle]:
    styles = _ORDINARY | {Role.KICKER: replace(_ORDINARY[Role.KICKER], colour=accent)}
    if large_print:
        styles = {role: _enlarged(role, style) for role, style in styles.items()}
    return MappingProxyType(styles)


def _enlarged(role: Role, style: TextStyle) -> TextStyle:
    # All that is read becomes as large as the text itself at least; what is large already, or no text, grows less.
    least = _LARGE_PRINT * _BODY_SIZE / style.size
    factor = _LARGER if role is Role.FURNITURE else max(_LARGER, least)
    return replace(
        style,
        size=style.size * factor,
        leading=style.leading * factor,
        before=style.before * factor,
        after=style.after * factor,
    )


_BODY_SIZE: Final = 10.0
_ORDINARY: Final[dict[Role, TextStyle]] = {
    Role.KICKER: TextStyle(face=SEMIBOLD, size=_BODY_SIZE, leading=14, after=RHYTHM / 4),
    Role.TITLE: TextStyle(face=BOLD, strong_face=BOLD, size=24, leading=28, after=RHYTHM / 4, evenly=True),
    Role.LONG_TITLE: TextStyle(face=BOLD, strong_face=BOLD, size=16, leading=20, after=RHYTHM / 4),
    Role.SUBTITLE: TextStyle(size=11, leading=15, colour=GREY),
    Role.LEAD: TextStyle(size=12, leading=16, after=RHYTHM / 2),
    Role.HEADING_2: TextStyle(face=SEMIBOLD, size=14, leading=18, before=2 * RHYTHM, after=RHYTHM / 2, evenly=True),
    Role.HEADING_3: TextStyle(face=SEMIBOLD, size=11.5, leading=15, before=RHYTHM, after=RHYTHM / 4, evenly=True),
    Role.HEADING_4: TextStyle(face=SEMIBOLD, size=_BODY_SIZE, leading=13.6, before=RHYTHM, colour=GREY),
    Role.BODY: TextStyle(size=_BODY_SIZE, leading=13.2, after=RHYTHM / 2),
    Role.SMALL: TextStyle(size=SMALLEST, leading=12, after=RHYTHM / 2),
    Role.NOTE: TextStyle(size=SMALLEST, leading=12, colour=GREY, after=RHYTHM / 2),
    Role.LABEL: TextStyle(face=SEMIBOLD, size=SMALLEST, leading=12, colour=GREY),
    Role.KNOT: TextStyle(size=SMALLEST, leading=12),
    Role.TIGHT: TextStyle(size=SMALLEST, leading=11),
    Role.FURNITURE: TextStyle(size=SMALLEST, leading=12, colour=GREY),
}
