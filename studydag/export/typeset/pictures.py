"""Pictures with words for those who don't see them: photographs, drawings, the school's logo on top of a document."""

import logging
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from typing import Final

from PIL import Image, UnidentifiedImageError

from studydag.export.typeset import shapes
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.flowables import Heading, Paragraph
from studydag.export.typeset.layout import Drawing, Fragment, Slot, beside, stacked
from studydag.export.typeset.structure import figure
from studydag.export.typeset.tagging import Align, Pen
from studydag.export.typeset.text import Content, Line
from studydag.export.typeset.theme import INK, MM, Role
from studydag.export.typeset.typesetting import Element, Typesetter

_log = logging.getLogger(__name__)

_FORMATS: Final = ("PNG", "JPEG")
_MOST_PIXELS: Final = 50_000_000
_DOTS_PER_POINT: Final = 300 / 72

_LOGO_WIDTH: Final = 45 * MM
_LOGO_HEIGHT: Final = 18 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Element):
    """A drawing of so many millimetres, made by a function, with what it shows in words."""

    mm: tuple[float, float]
    drawn: Callable[["Sketch"], None]
    alternative: str

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        wide, high = (side * MM for side in self.mm)
        scale = min(1.0, width / wide)

        def drawn(pen: Pen, x: float, top: float) -> None:
            with pen.figure(figure(self.alternative), x, top - high * scale, wide * scale, high * scale):
                self.drawn(Sketch(pen=pen, setter=setter, x=x, top=top, scale=scale))

        return Drawing(height=high * scale, after=setter.theme.space(0.5), drawn=drawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """Draws in a figure, in millimetres from its upper left corner."""

    pen: Pen
    setter: Typesetter
    x: float
    top: float
    scale: float

    def line(self, start: tuple[float, float], end: tuple[float, float], colour: Colour = INK, mm: float = 0.2) -> None:
        """Draw a straight line."""
        self.pen.path(shapes.line(self._at(start), self._at(end)), stroke=colour, line_width=mm * MM * self.scale)

    def curve(
        self,
        start: tuple[float, float],
        stretches: Sequence[tuple[shapes.Point, shapes.Point, shapes.Point]],
        colour: Colour = INK,
        mm: float = 0.2,
    ) -> None:
        """Draw Bézier curves: where they begin, then for each two handles and where it ends."""
        path = shapes.curve(self._at(start), [(self._at(a), self._at(b), self._at(c)) for a, b, c in stretches])
        self.pen.path(path, stroke=colour, line_width=mm * MM * self.scale)

    def rectangle(
        self,
        corner: tuple[float, float],
        size: tuple[float, float],
        *,
        fill: Colour | None = None,
        stroke: Colour | None = None,
        radius: float = 0.0,
    ) -> None:
        """Draw a rectangle from its upper left corner."""
        width, height = (side * MM * self.scale for side in size)
        x, top = self._at(corner)
        rounded = shapes.rectangle(x, top - height, width, height, radius * MM * self.scale)
        self.pen.path(rounded, fill=fill, stroke=stroke)

    def text(
        self,
        content: Content,
        corner: tuple[float, float],
        width: float,
        *,
        role: Role = Role.NOTE,
        align: Align = Align.LEFT,
        lines: int = 0,
    ) -> None:
        """Write text in a width in millimetres, from its upper left corner down; only so many `lines`, if they are."""
        wide = width * MM * self.scale
        x, top = self._at(corner)
        set_lines = self.setter.lines(content, role, wide)
        if lines and len(set_lines) > lines:
            set_lines = self._shortened(content, role, wide, lines)
        self.pen.text(set_lines, self.setter.style(role), None, x=x, top=top, width=wide, align=align)

    def _shortened(self, content: Content, role: Role, width: float, most: int) -> tuple[Line, ...]:
        """Return the first lines, the last of them with an ellipsis, within no word where there is another before."""
        kept = self.setter.lines(content, role, width)[:most]
        last = "".join(piece.text for piece in kept[-1].pieces).rstrip() or " "
        look = kept[-1].pieces[0] if kept[-1].pieces else None
        whole = last
        while last and self.setter.natural_width(last + "…", role) > width:
            last = last[:-1]
        if last != whole and not whole[len(last)].isspace() and " " in last:
            last = last.rpartition(" ")[0]
        text = last.rstrip(" ,;:.") + "…"
        if look is None:
            return kept
        piece = look._replace(text=text, spoken="")
        return (*kept[:-1], Line((piece,), self.setter.natural_width(text, role)))

    def _at(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.x + point[0] * MM * self.scale, self.top - point[1] * MM * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead(Element):
    """The top of a document: its kind and date, its title, what else must be seen at once, and the school's logo.

    `logo_alternative` says whose logo it is; `continued` is what the running header says on the next pages.
    """

    title: str
    kicker: str = ""
    subtitle: Content = ""
    logo_alternative: str = ""
    continued: str | None = None

    def lay_out(self, setter: Typesetter, width: float) -> Fragment:
        """Return it laid out in a width in points."""
        beside_logo = beside_the_logo(setter, lambda room: self._words(setter, room), width, self.logo_alternative)
        return replace(beside_logo, after=setter.theme.space(1.25), running=self.continued)

    def _words(self, setter: Typesetter, width: float) -> Fragment:
        parts: list[Element] = [Heading(text=self.title, level=1)]
        if self.kicker:
            parts.insert(0, Paragraph(content=self.kicker, role=Role.KICKER, keep_with_next=True))
        if self.subtitle:
            parts.append(Paragraph(content=self.subtitle, role=Role.SUBTITLE))
        return stacked([part.lay_out(setter, width) for part in parts])


def opened(data: bytes) -> Image.Image | None:
    """Return the picture, or None (and a line in the log) for what is no PNG or JPEG of a reasonable size."""
    try:
        with warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning):
            image = Image.open(BytesIO(data), formats=_FORMATS)
            if image.width * image.height > _MOST_PIXELS:
                _log.warning("A picture of %d × %d pixels is too large to print", image.width, image.height)
                return None
            return image.convert("RGBA" if image.has_transparency_data else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning) as error:
        _log.warning("A picture can't be read: %s", error)
        return None


def beside_the_logo(setter: Typesetter, words: Callable[[float], Fragment], width: float, alternative: str) -> Fragment:
    """Put what `words` lays out in a width at the left, and the school's logo at the right, where there is one."""
    logo = _logo_of(setter)
    size = _fitted(logo) if logo else (0.0, 0.0)
    slots = [Slot(x=0.0, fragment=words(width - (size[0] + setter.theme.space(2) if logo else 0.0)))]
    if logo:
        slots.append(Slot(x=width - size[0], fragment=_image(logo, *size, alternative)))
    return beside(slots, width)


def _logo_of(setter: Typesetter) -> Image.Image | None:
    """Return the school's logo, or None; one that can't be read stands in the proof."""
    if not setter.theme.logo:
        return None
    logo = _opened_once(setter.theme.logo)
    setter.proof.logo_left_out |= logo is None
    return logo


@lru_cache(maxsize=2)
def _opened_once(data: bytes) -> Image.Image | None:
    """Return a logo as large as it is printed; one of 8,000 pixels takes 0.4 s to open, and stands above many lists."""
    image = opened(data)
    if image is not None:
        image.thumbnail((round(_LOGO_WIDTH * _DOTS_PER_POINT), round(_LOGO_HEIGHT * _DOTS_PER_POINT)))
    return image


def _image(image: Image.Image, width: float, height: float, alternative: str) -> Drawing:
    most = (max(1, round(width * _DOTS_PER_POINT)), max(1, round(height * _DOTS_PER_POINT)))
    if image.width > most[0]:
        image = image.resize(most)

    def drawn(pen: Pen, x: float, top: float) -> None:
        bottom = top - height
        # Without words there is nothing to read: the picture is decoration.
        place = pen.figure(figure(alternative), x, bottom, width, height) if alternative else pen.decoration()
        with place:
            pen.image(image, x, bottom, width, height)

    return Drawing(height=height, drawn=drawn)


def _fitted(image: Image.Image) -> tuple[float, float]:
    factor = min(_LOGO_WIDTH / image.width, _LOGO_HEIGHT / image.height)
    return image.width * factor, image.height * factor
