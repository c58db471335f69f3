"""Pages: breaks a story into them, and builds the file with running headers and footers."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from studydag.export.asked import Proof
from studydag.export.typeset.flowables import PageBreak
from studydag.export.typeset.layout import TOLERANCE, Fragment, Stack, stacked
from studydag.export.typeset.metadata import Properties
from studydag.export.typeset.tagging import Align, Pen
from studydag.export.typeset.text import character_names, single_line
from studydag.export.typeset.theme import MARGIN, MM, Role, Theme
from studydag.export.typeset.typesetting import Element, Typesetter

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper in millimetres."""

    width: float
    height: float

    def landscape(self) -> Self:
        """Return the paper lying."""
        return type(self)(max(self.width, self.height), min(self.width, self.height))


A3: Final = Paper(297, 420)
A4: Final = Paper(210, 297)
A5: Final = Paper(148, 210)

# Less than this of a last page is more paper than it is worth; where it comes to stand so, the page before it gives.
_LONELY: Final = 0.25
_BREAKS_AT: Final = (0.92, 0.84, 0.76, 0.68, 0.6)

_HEADER: Final = "/Type /Pagination /Subtype /Header /Attached [/Top]"
_FOOTER: Final = "/Type /Pagination /Subtype /Footer /Attached [/Bottom]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Footer:
    """What stands at the foot of every page: the title, and below it what it is, version and date of print.

    The number of the page stands at the right, where there are several. All are in the document's language; `page_of`
    has the places `{page}` and `{pages}`.
    """

    title: str = ""
    kind: str = ""
    version: str = ""
    printed: str = ""
    page_of: str = "{page} / {pages}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: what stands in its frame, its running header (or nothing), and its number."""

    body: Fragment
    header: str
    number: int
    of: int


def build(
    story: Iterable[Element],
    properties: Properties,
    theme: Theme,
    *,
    footer: Footer,
    paper: Paper = A4,
    proof: Proof | None = None,
) -> bytes:
    """Return the story as a tagged PDF. The same values give the same bytes.

    What the font has no glyph for stands there as a mark, and is named in the log and the `proof`. Raises Stopped.
    """
    setter = Typesetter(theme, proof.with_nothing_found() if proof else Proof())
    width, height = paper.width * MM, paper.height * MM
    pen = Pen((width, height), properties)
    for sheet in paginate(setter, _told(setter, story), paper):
        setter.proof.go_on()
        sheet.body.draw(pen, MARGIN, height - MARGIN)
        _furnish(pen, setter, sheet, footer, width, height)
        pen.end_page()
    for cluster in sorted(setter.proof.marks):
        _log.warning("The font has no glyph for %s; a mark stands in its place", character_names(cluster))
    if proof:
        proof.add(setter.proof)
    return pen.finished()


def paginate(setter: Typesetter, story: Sequence[Element], paper: Paper) -> Iterator[Sheet]:
    """Yield the pages of a story, laid out but not drawn."""
    width, height = (side * MM - 2 * MARGIN for side in (paper.width, paper.height))
    for document in _documents(story):
        pages = [page for run in document for page in _pages(_laid_out(setter, run, width), height)]
        running = ""
        for number, page in enumerate(pages, start=1):
            begins = bool(page.children) and page.children[0].running is not None
            yield Sheet(body=page, header="" if begins else running, number=number, of=len(pages))
            running = running if page.running is None else page.running


def _documents(story: Sequence[Element]) -> list[list[list[Element]]]:
    """Return the runs between page breaks, by the document that numbers its pages from one."""
    documents: list[list[list[Element]]] = [[[]]]
    for element in story:
        if not isinstance(element, PageBreak):
            documents[-1][-1].append(element)
        elif element.numbers_from_one:
            documents.append([[]])
        else:
            documents[-1].append([])
    filled = [[run for run in document if run] for document in documents]
    return [document for document in filled if document] or [[[]]]


def _told(setter: Typesetter, story: Iterable[Element]) -> list[Element]:
    """Return all of a story, as long as it is wanted: of hundreds of people that takes a while."""
    told: list[Element] = []
    for element in story:
        setter.proof.go_on()
        told.append(element)
    return told


def _laid_out(setter: Typesetter, run: Sequence[Element], width: float) -> Stack:
    laid_out: list[Fragment] = []
    for element in run:
        setter.proof.go_on()
        laid_out.append(element.lay_out(setter, width))
    return stacked(laid_out)


def _pages(rest: Stack, height: float) -> Iterator[Stack]:
    """Yield what stands on each page; the last two share what they have where the last would be all but empty."""
    while rest.height > height + TOLERANCE:
        halves = rest.split(height, force=True)
        if halves is None:
            break
        page, left = halves
        if left.height < height * _LONELY:
            page, left = _shared(rest, page, left, height)
        rest = left
        yield page
    yield rest


def _shared(rest: Stack, page: Stack, left: Stack, height: float) -> tuple[Stack, Stack]:
    """Return the last two pages, with a break so much higher up that the last isn't all but empty."""
    for part in _BREAKS_AT:
        halves = rest.split(height * part, force=False)
        if halves and height * _LONELY <= halves[1].height <= height / 2:
            return halves
    return page, left


def _furnish(pen: Pen, setter: Typesetter, sheet: Sheet, footer: Footer, width: float, height: float) -> None:
    inner = width - 2 * MARGIN
    if sheet.header:
        with pen.decoration(_HEADER):
            _line(pen, setter, sheet.header, inner, height - MARGIN / 2, Align.LEFT)
    page_of = footer.page_of.format(page=sheet.number, pages=sheet.of) if sheet.of > 1 else ""
    about = " · ".join(part for part in (footer.kind, footer.version, footer.printed) if part)
    apart = setter.style(Role.FURNITURE).leading / 2
    beside_number = setter.natural_width(page_of, Role.FURNITURE) + apart if page_of else 0.0
    # On small paper the number stands beside the title, which can be cut, where the line below is full.
    is_full = setter.natural_width(about, Role.FURNITURE) + beside_number > inner
    title = _cut(setter, footer.title, inner - beside_number if is_full else inner)
    with pen.decoration(_FOOTER):
        _line(pen, setter, title, inner, MARGIN / 2 + apart, Align.LEFT)
        _line(pen, setter, about, inner, MARGIN / 2 - apart, Align.LEFT)
        _line(pen, setter, page_of, inner, MARGIN / 2 + (apart if is_full else -apart), Align.RIGHT)


def _cut(setter: Typesetter, title: str, room: float) -> str:
    """Return as much of a title as fits on one line."""
    text = single_line(title)
    if setter.natural_width(text, Role.FURNITURE) <= room:
        return text
    first = setter.lines(text, Role.FURNITURE, room - setter.natural_width("…", Role.FURNITURE))[0]
    return "".join(piece.spoken or piece.text for piece in first.pieces).rstrip() + "…"


def _line(pen: Pen, setter: Typesetter, text: str, width: float, middle: float, align: Align) -> None:
    """Write a line of page furniture with its middle at a height."""
    style = setter.style(Role.FURNITURE)
    lines = setter.lines(text, Role.FURNITURE, width)[:1]
    pen.text(lines, style, None, x=MARGIN, top=middle + style.leading / 2, width=width, align=align)
