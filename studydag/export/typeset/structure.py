"""The structure tree of a tagged PDF: what is a heading, a list, a table, in the order in which it is read."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFDocument

from studydag.export.typeset.syntax import RawObject, box, string


class Scope(StrEnum):
    """What a header cell of a table is the header of; a cell with data heads nothing."""

    COLUMN = "Column"
    ROW = "Row"
    NONE = ""


class Mark(NamedTuple):
    """A stretch of marked content: the page (from 0) and its number on that page."""

    page: int
    number: int


class Annotation(RawObject):
    """Something on a page (counted from 0) that can be clicked: a link or a field.

    `entries` are those of its dictionary that don't depend on where it comes to stand in the file.
    """

    def __init__(self, document: PDFDocument, page: int, entries: str) -> None:
        super().__init__(document)
        self.page: Final = page
        self.entries: Final = entries

    def place(self, page: str, key: int) -> None:
        """Say which page it is on, by reference, and what its key in the parent tree is."""
        self.content = f"<< /Type /Annot {self.entries} /P {page} /StructParent {key} >>"


class Node:
    """One element of the structure tree, such as `H1`, `TR` or `Figure`.

    It is made before it is drawn and attached to the tree the first time it is; what is split over pages keeps its one
    node. `entries` are further entries of its dictionary in PDF syntax.
    """

    __slots__ = ("attached", "entries", "kids", "tag")

    def __init__(self, tag: str, entries: str = "") -> None:
        self.tag: Final = tag
        self.entries = entries
        self.kids: list[Kid] = []
        self.attached = False

    def add(self, kid: "Kid") -> None:
        """Put a node, marked content or an annotation behind what is there."""
        self.kids.append(kid)


Kid: TypeAlias = Node | Mark | Annotation


def figure(alternative: str) -> Node:
    """Return the node of a picture with the text that is read instead of it."""
    return Node("Figure", f"/Alt {string(alternative)}")


def cell(scope: Scope = Scope.NONE, columns: int = 1) -> Node:
    """Return the node of a cell of a table that heads its column, its row or nothing, and spans so many columns."""
    if not scope and columns == 1:
        return Node("TD")
    attributes = (f" /Scope /{scope}" if scope else "") + (f" /ColSpan {columns}" if columns > 1 else "")
    return Node("TH" if scope else "TD", f"/A << /O /Table{attributes} >>")


def bounds(left: float, bottom: float, right: float, top: float) -> str:
    """Return the entries that say where a figure stands on its page."""
    return f"/A << /O /Layout /Placement /Block /BBox {box(left, bottom, right, top)} >>"


def write_tree(
    document: PDFDocument,
    root: Node,
    pages: Sequence[str],
    marked: Sequence[Sequence[Node]],
    annotated: Sequence[Node],
) -> RawObject:
    """Write the tree into the document and return its root object.

    `pages` are references to the pages, `marked` the node of each marked content per page, `annotated` the node of each
    annotation, whose key in the parent tree is its index behind the pages.
    """
    tree = RawObject(document)
    writer = _Writer(document, pages)
    top = writer.write(root, tree.reference)
    keys = [f"{key} [{' '.join(map(writer.reference, nodes))}]" for key, nodes in enumerate(marked)]
    keys += [f"{key} {writer.reference(node)}" for key, node in enumerate(annotated, start=len(marked))]
    parents = RawObject(document)
    parents.content = f"<< /Nums [{' '.join(keys)}] >>"
    tree.content = (
        f"<< /Type /StructTreeRoot /K {top} /ParentTree {parents.reference} /ParentTreeNextKey {len(keys)} >>"
    )
    return tree


class _Writer:
    def __init__(self, document: PDFDocument, pages: Sequence[str]) -> None:
        self._document = document
        self._pages = pages
        self._references: dict[int, str] = {}

    def reference(self, node: Node) -> str:
        return self._references[id(node)]

    def write(self, node: Node, parent: str) -> str:
        element = RawObject(self._document)
        self._references[id(node)] = element.reference
        home = next((kid.page for kid in node.kids if isinstance(kid, Mark)), -1)
        kids = [
            str(kid.number) if isinstance(kid, Mark) and kid.page == home else self._kid(kid, element.reference)
            for kid in node.kids
        ]
        page = f" /Pg {self._pages[home]}" if home >= 0 else ""
        content = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
        element.content = f"<< /S /{node.tag} /P {parent}{page} {node.entries} /K {content} >>"
        return element.reference

    def _kid(self, kid: Kid, parent: str) -> str:
        if isinstance(kid, Node):
            return self.write(kid, parent)
        if isinstance(kid, Annotation):
            return f"<< /Type /OBJR /Pg {self._pages[kid.page]} /Obj {kid.reference} >>"
        return f"<< /Type /MCR /Pg {self._pages[kid.page]} /MCID {kid.number} >>"
