"""Reads a tagged PDF back: its structure with the text of each element, and what stands outside of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf


@dataclass(slots=True, kw_only=True)
class Element:
    """An element of the structure tree."""

    tag: str
    # An object of a file lives as long as the file.
    pdf: pikepdf.Pdf
    dictionary: pikepdf.Dictionary
    kids: list["Element"] = field(default_factory=list)
    own: list[str] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    objects: list[pikepdf.Dictionary] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(self.own)

    @property
    def all_text(self) -> str:
        return self.text + "".join(kid.all_text for kid in self.kids)

    @property
    def all_pages(self) -> set[int]:
        return set(self.pages).union(*(kid.all_pages for kid in self.kids))

    def every(self, tag: str) -> list["Element"]:
        return [element for element in self.walk() if element.tag == tag]

    def attribute(self, name: str) -> object:
        attributes = self.dictionary.get("/A")
        return None if attributes is None else attributes.get(name)

    def walk(self) -> Iterator["Element"]:
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(slots=True, kw_only=True)
class Reading:
    """A file, read: the root element, the text of decoration per page, and operators that stand outside all marks."""

    root: Element
    decoration: list[list[str]]
    unmarked: list[str]
    pdf: pikepdf.Pdf


def read(data: bytes) -> Reading:
    """Read a tagged PDF, and check that page, parent tree and structure agree on the owner of each mark."""
    pdf = pikepdf.open(BytesIO(data))
    pages = [_Page(page) for page in pdf.pages]
    places = {page.objgen: index for index, page in enumerate(pdf.pages)}
    top = pdf.Root.StructTreeRoot.K
    root = _element(top, pdf, pages, places)
    _check_parent_tree(pdf, pages)
    return Reading(
        root=root,
        decoration=[page.decoration for page in pages],
        unmarked=[operator for page in pages for operator in page.unmarked],
        pdf=pdf,
    )


class _Page:
    """What a page draws, by its marks."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.page = page
        self.marked: dict[int, str] = {}
        self.decoration: list[str] = []
        self.unmarked: list[str] = []
        self._fonts = {name: _to_unicode(font) for name, font in page.Resources.Font.items()}
        self._open: list[int | str] = []
        self._font: dict[int, str] = {}
        for operands, operator in pikepdf.parse_content_stream(page):
            self._follow(list(operands), str(operator))

    def _follow(self, operands: list[object], operator: str) -> None:
        if operator in {"BDC", "BMC"}:
            self._begin(operands)
        elif operator == "EMC":
            self._open.pop()
        elif operator == "Tf":
            self._font = self._fonts[str(operands[0])]
        elif operator == "Tj":
            self._show("".join(self._font[code] for code in bytes(operands[0])))
        elif operator in {"S", "f", "B", "Do", "TJ"} and not self._open:
            self.unmarked.append(operator)

    def _begin(self, operands: list[object]) -> None:
        tag = str(operands[0])
        if tag == "/Artifact":
            assert not self._open, "decoration stands inside content"
            self.decoration.append("")
            self._open.append("decoration")
        elif tag in {"/Span", "/ReversedChars"}:
            self._open.append("span")
        else:
            assert not self._open, "content stands inside content"
            self._open.append(int(operands[1]["/MCID"]))
            self.marked[int(operands[1]["/MCID"])] = ""

    def _show(self, text: str) -> None:
        if not self._open:
            self.unmarked.append(text)
        elif self._open[0] == "decoration":
            self.decoration[-1] += text
        else:
            self.marked[self._open[0]] += text


def _to_unicode(font: pikepdf.Dictionary) -> dict[int, str]:
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    pairs = re.findall(r"^<(\w{2})> <(\w{4,})>$", cmap, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(target).decode("utf-16-be") for code, target in pairs}


def _element(
    dictionary: pikepdf.Dictionary, pdf: pikepdf.Pdf, pages: list[_Page], places: dict[tuple[int, int], int]
) -> Element:
    element = Element(tag=str(dictionary.S).removeprefix("/"), dictionary=dictionary, pdf=pdf)
    kids = dictionary.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        _add(element, kid, pages, places)
    return element


def _add(element: Element, kid: object, pages: list[_Page], places: dict[tuple[int, int], int]) -> None:
    if isinstance(kid, int):
        _add_mark(element, places[element.dictionary.Pg.objgen], kid, pages)
    elif "/S" in kid:
        assert kid.P.objgen == element.dictionary.objgen
        element.kids.append(_element(kid, element.pdf, pages, places))
    elif kid.Type == "/MCR":
        _add_mark(element, places[kid.Pg.objgen], int(kid.MCID), pages)
    else:
        assert kid.Type == "/OBJR"
        element.objects.append(kid.Obj)
        element.pages.append(places[kid.Pg.objgen])


def _add_mark(element: Element, page: int, number: int, pages: list[_Page]) -> None:
    element.own.append(pages[page].marked[number])
    element.pages.append(page)


def _check_parent_tree(pdf: pikepdf.Pdf, pages: list[_Page]) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pages:
        assert page.page.Tabs == "/S"
        assert len(owners[int(page.page.StructParents)]) == len(page.marked)
        for annotation in page.page.get("/Annots", []):
            owner = owners[int(annotation.StructParent)]
            references = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
            assert annotation.objgen in {kid.Obj.objgen for kid in references if isinstance(kid, pikepdf.Dictionary)}
