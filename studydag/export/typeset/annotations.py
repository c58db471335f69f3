"""What can be clicked on a page: links, and boxes that can be ticked."""

from typing import Final
from urllib.parse import quote, urlsplit

from studydag.export.typeset import shapes
from studydag.export.typeset.colour import WHITE
from studydag.export.typeset.syntax import box, stream, string
from studydag.export.typeset.text import single_line
from studydag.export.typeset.theme import INK

BOX_LINE: Final = 0.9
"""How thick the side of a box is, in points; on paper it must be seen."""

_PRINTED: Final = "/F 4"
_SCHEMES: Final = frozenset(("http", "https", "mailto", "tel"))
# Everything that has a meaning in an address, and % so that nothing is quoted twice.
_SAFE: Final = "%/:=&?~#+!$,;'@()*[]"


def leads_somewhere(href: str) -> bool:
    """Return whether a link to the address is made: web, mail and phone are, a file or a script never is."""
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc or parts.path)


def address(href: str) -> str:
    """Return an address as a link takes it: what may not stand in one is quoted."""
    return quote(href.strip(), safe=_SAFE, errors="replace")


def link(bounds: tuple[float, float, float, float], href: str, name: str) -> str:
    """Return the entries of a link; `name` says where it leads."""
    return (
        f"/Subtype /Link {_PRINTED} /Rect {box(*bounds)} /Border [0 0 0] /Contents {string(single_line(name))}"
        f" /A << /S /URI /URI {string(address(href))} >>"
    )


def tick_box(
    bounds: tuple[float, float, float, float], key: str, name: str, appearances: tuple[str, str], *, ticked: bool
) -> str:
    """Return the entries of a box; `appearances` are references to what it looks like without and with its tick."""
    state = "/Yes" if ticked else "/Off"
    off, on = appearances
    return (
        f"/Subtype /Widget {_PRINTED} /Rect {box(*bounds)} /FT /Btn /T {string(key)} /TU {string(single_line(name))}"
        f" /V {state} /AS {state} /MK << /CA (4) >> /AP << /N << /Off {off} /Yes {on} >> >>"
    )


def tick_box_appearance(side: float, *, ticked: bool) -> str:
    """Return what a box looks like, as a form without any font."""
    inner = side - BOX_LINE
    square = shapes.rectangle(BOX_LINE / 2, BOX_LINE / 2, inner, inner)
    drawn = f"{shapes.fill(WHITE)} {shapes.stroke(INK)} {BOX_LINE} w {square} B"
    if ticked:
        drawn += f" {BOX_LINE * 1.7:.2f} w 1 J 1 j {shapes.tick(side)} S"
    return stream(f"/Type /XObject /Subtype /Form /BBox {box(0, 0, side, side)} /Resources << >>", drawn)
