"""The pen draws text, shapes, links and check boxes, each as an element of the structure tree or as decoration.

Everything on a page stands in marked content: what is read, inside its node; all else, as an artifact.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum, auto
from itertools import groupby
from typing import TypeAlias

from PIL.Image import Image
from reportlab.lib.utils import ImageReader

from studydag.export.typeset import annotations, shapes
from studydag.export.typeset.canvas import TaggedCanvas
from studydag.export.typeset.colour import Colour
from studydag.export.typeset.fonts import OTHER_FACES, advance
from studydag.export.typeset.metadata import Information, Properties, write_metadata
from studydag.export.typeset.structure import Annotation, Mark, Node, bounds, write_tree
from studydag.export.typeset.syntax import GLYPH_ESCAPES, RawObject, string
from studydag.export.typeset.text import Line, Piece, single_line
from studydag.export.typeset.theme import INK, TextStyle

_Placed: TypeAlias = tuple[float, float, Sequence[Piece]]
"""(x, baseline, pieces) of a line or a part of one."""


class Align(Enum):
    """Where a line stands in its width."""

    LEFT = auto()
    CENTRE = auto()
    RIGHT = auto()


class Pen:
    """Draws a tagged PDF, page by page. Measures are in points, from the lower left corner of the page."""

    def __init__(self, size: tuple[float, float], properties: Properties) -> None:
        self._canvas = TaggedCanvas(size, properties.language)
        # What a program offers when it prints; whoever prints can still choose otherwise.
        if properties.one_side:
            self._canvas.setViewerPreference("Duplex", "Simplex")
        if properties.true_size:
            self._canvas.setViewerPreference("PrintScaling", "None")
        self._document = self._canvas.document
        self._properties = properties
        self._code: list[str] = []
        self._root = Node("Document")
        self._root.attached = True
        self._parents = [self._root]
        self._decorating = False
        self._marked: list[list[Node]] = [[]]
        self._annotations: list[tuple[Annotation, Node]] = []
        self._fields: list[str] = []
        self._appearances: dict[float, tuple[str, str]] = {}
        self._bookmarks = 0
        self._bookmark_level = -1

    def open(self, node: Node) -> None:
        """Put all that is drawn until `close` into the node, which is attached where it is first drawn."""
        self._attach(node)
        self._parents.append(node)

    def close(self) -> None:
        """End the node that was opened last."""
        self._parents.pop()

    @contextmanager
    def decoration(self, kind: str = "/Type /Layout") -> Iterator[None]:
        """Draw meanwhile what nobody needs read: lines, backgrounds, running headers, rows that repeat."""
        self._code.append(f"/Artifact << {kind} >> BDC")
        with self._unmarked():
            yield
        self._code.append("EMC")

    @contextmanager
    def figure(self, node: Node, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw meanwhile a picture that is one node; `x` and `y` are its lower left corner."""
        if self._decorating:
            yield
            return
        node.entries = f"{node.entries} {bounds(x, y, x + width, y + height)}"
        self._attach(node)
        self._enter(node)
        with self._unmarked():
            yield
        self._leave()

    def text(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        node: Node | None,
        *,
        x: float,
        top: float,
        width: float = 0.0,
        align: Align = Align.LEFT,
    ) -> None:
        """Draw lines of text from `top` down, as the content of the node, or else of the node that is drawn into."""
        owner = node or self._parents[-1]
        y = top - style.baseline()
        placed: list[_Placed] = []
        linked = False
        for line in lines:
            if line.pieces:
                placed.append((x + _indent(line.width, width, align), y, line.pieces))
                linked = linked or any(piece.href for piece in line.pieces)
            y -= style.leading
        if not placed:
            return
        self._attach(owner)
        if linked and not self._decorating:
            self._write_linked(placed, owner, style)
        else:
            self._write(placed, owner, style.size)

    def bookmark(self, title: str, level: int, top: float) -> None:
        """Name this place in the bookmarks, at a level from 0; no level is skipped, and no name is empty."""
        name = single_line(title)
        if self._decorating or not name:
            return
        self._bookmarks += 1
        self._bookmark_level = min(level, self._bookmark_level + 1)
        key = f"heading{self._bookmarks}"
        self._canvas.bookmarkHorizontalAbsolute(key, top)
        self._canvas.addOutlineEntry(name, key, self._bookmark_level)

    def tick_box(self, x: float, y: float, side: float, name: str, *, ticked: bool) -> None:
        """Draw a box that can be ticked on screen and on paper; `name` is what a screen reader says of it."""
        # The square is on the page as well, for programs that print pages without their fields.
        inset, inner = annotations.BOX_LINE / 2, side - annotations.BOX_LINE
        square = shapes.rectangle(x + inset, y + inset, inner, inner)
        self.path(square, stroke=INK, line_width=annotations.BOX_LINE)
        if self._decorating:
            return
        node = Node("Form")
        self._attach(node)
        key = f"box{len(self._fields) + 1}"
        corners = (x, y, x + side, y + side)
        field = self._annotate(
            node, annotations.tick_box(corners, key, name, self._box_appearances(side), ticked=ticked)
        )
        self._fields.append(field.reference)

    def path(
        self, path: str, *, fill: Colour | None = None, stroke: Colour | None = None, line_width: float = 0.5
    ) -> None:
        """Draw a path of `shapes`, filled, outlined or both."""
        if not fill and not stroke:
            return
        colours = [shapes.fill(fill)] if fill else []
        if stroke:
            colours += [shapes.stroke(stroke), f"{line_width:.2f} w"]
        operator = "B" if fill and stroke else "f" if fill else "S"
        drawn = f"{' '.join(colours)} {path} {operator}"
        self._code.append(drawn if self._decorating else f"/Artifact << /Type /Layout >> BDC {drawn} EMC")

    def image(self, picture: Image, x: float, y: float, width: float, height: float) -> None:
        """Draw a picture; only inside `figure` or `decoration`."""
        self._flush()
        self._canvas.drawImage(ImageReader(picture), x, y, width, height, mask="auto")

    def end_page(self) -> None:
        """Go on to the next page."""
        self._flush()
        self._canvas.showPage()
        self._marked.append([])

    def finished(self) -> bytes:
        """Return the file; every page must have been ended."""
        pages = self._canvas.page_references()
        for key, (annotation, _) in enumerate(self._annotations, start=len(pages)):
            annotation.place(pages[annotation.page], key)
        owners = [node for _, node in self._annotations]
        tree = write_tree(self._document, self._root, pages, self._marked[:-1], owners)
        metadata = write_metadata(self._document, self._properties)
        return self._canvas.finished(Information(self._properties), tree, metadata, self._form())

    def _form(self) -> RawObject | None:
        if not self._fields:
            return None
        form = RawObject(self._document)
        form.content = f"<< /Fields [{' '.join(self._fields)}] >>"
        return form

    def _write(self, placed: Sequence[_Placed], owner: Node, size: float) -> None:
        self._enter(owner)
        code, current_font, current_colour = self._code, "", None
        code.append("BT")
        for x, y, pieces in placed:
            code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
            for piece in pieces:
                if piece.colour is not current_colour:
                    current_colour = piece.colour
                    code.append(shapes.fill(current_colour))
                if piece.spoken:
                    code.append(_said(piece))
                for name, glyphs in self._canvas.encoded(piece.face, piece.text):
                    selected = "" if name == current_font else f"{name} {size:.2f} Tf "
                    code.append(f"{selected}({glyphs.decode('latin-1').translate(GLYPH_ESCAPES)}) Tj")
                    current_font = name
                if piece.spoken:
                    code.append("EMC")
        code.append("ET")
        self._leave()

    def _write_linked(self, placed: Sequence[_Placed], owner: Node, style: TextStyle) -> None:
        link, previous = Node("Link"), ""
        for x, y, pieces in placed:
            left = x
            for href, group in groupby(pieces, key=lambda piece: piece.href):
                run = tuple(group)
                wide = sum(advance(piece.face, piece.text) for piece in run) * style.size
                if not href:
                    self._write([(left, y, run)], owner, style.size)
                else:
                    link = link if href == previous else Node("Link")
                    self._write_link((left, y, run), wide, owner, link, style)
                left, previous = left + wide, href

    def _write_link(self, placed: _Placed, wide: float, owner: Node, link: Node, style: TextStyle) -> None:
        x, y, run = placed
        self.open(owner)
        self._attach(link)
        self.close()
        self._write([placed], link, style.size)
        below = y - 0.15 * style.size
        self.path(shapes.line((x, below), (x + wide, below)), stroke=run[0].colour, line_width=style.size / 20)
        corners = (x, y - 0.3 * style.size, x + wide, y + 0.8 * style.size)
        self._annotate(link, annotations.link(corners, run[0].href, run[0].href))

    def _annotate(self, node: Node, entries: str) -> Annotation:
        annotation = Annotation(self._document, len(self._marked) - 1, entries)
        self._annotations.append((annotation, node))
        self._canvas.annotate(annotation.reference)
        node.add(annotation)
        return annotation

    def _box_appearances(self, side: float) -> tuple[str, str]:
        if side not in self._appearances:
            off, on = (self._appearance(side, ticked=ticked) for ticked in (False, True))
            self._appearances[side] = (off, on)
        return self._appearances[side]

    def _appearance(self, side: float, *, ticked: bool) -> str:
        appearance = RawObject(self._document)
        appearance.content = annotations.tick_box_appearance(side, ticked=ticked)
        return appearance.reference

    def _attach(self, node: Node) -> None:
        if not node.attached and not self._decorating:
            node.attached = True
            self._parents[-1].add(node)

    def _enter(self, node: Node) -> None:
        if self._decorating:
            return
        on_page = self._marked[-1]
        self._code.append(f"/{node.tag} << /MCID {len(on_page)} >> BDC")
        node.add(Mark(len(self._marked) - 1, len(on_page)))
        on_page.append(node)

    def _leave(self) -> None:
        if not self._decorating:
            self._code.append("EMC")

    @contextmanager
    def _unmarked(self) -> Iterator[None]:
        outer, self._decorating = self._decorating, True
        yield
        self._decorating = outer

    def _flush(self) -> None:
        self._canvas.draw("\n".join(self._code))
        self._code.clear()


def _said(piece: Piece) -> str:
    """Say what is read where the drawing doesn't: of words from the right, that they are drawn from the left."""
    if piece.face in OTHER_FACES:
        return "/ReversedChars BMC"
    return f"/Span << /ActualText {string(piece.spoken)} >> BDC"


def _indent(line: float, width: float, align: Align) -> float:
    if align is Align.LEFT:
        return 0.0
    return (width - line) / (1 if align is Align.RIGHT else 2)
