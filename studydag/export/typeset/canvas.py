"""reportlab's canvas, with what the pages and the file of a tagged PDF must say. Its untyped corners end here."""

from io import BytesIO
from threading import Lock
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFPage
from reportlab.pdfgen.canvas import Canvas

from studydag.export.typeset.fonts import REGULAR, font
from studydag.export.typeset.metadata import Information
from studydag.export.typeset.syntax import RawObject

# A font keeps its place in its file while reportlab makes a subset of it.
_SUBSETTING: Final = Lock()


class TaggedCanvas(Canvas):
    """Collects pages of a size in points, in a language such as `nl-NL`."""

    _doc: Any
    _annotationrefs: list[str]

    def __init__(self, size: tuple[float, float], language: str) -> None:
        font(REGULAR)
        options: dict[str, Any] = {
            "pagesize": size,
            "pageCompression": 1,
            "pdfVersion": (1, 7),
            "lang": language,
            # Named, or Helvetica would stand unembedded on every page.
            "initialFontName": REGULAR,
            # reportlab would read the clock; the date of print is passed.
            "invariant": 1,
        }
        super().__init__(BytesIO(), **options)
        self._assigned: dict[str, tuple[dict[int, int], str]] = {}
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))

    @property
    def document(self) -> PDFDocument:
        """The document to which objects are added."""
        document: PDFDocument = self._doc
        return document

    def encoded(self, face: str, text: str) -> list[tuple[str, bytes]]:
        """Return the text in stretches, each with the name of a subset of the face and the numbers of its glyphs."""
        if face in self._assigned:
            # Most text has no character that wasn't there before, and reportlab looks at each again.
            numbers, name = self._assigned[face]
            try:
                return [(name, bytes(map(numbers.__getitem__, map(ord, text))))]
            except (KeyError, ValueError):
                pass
        source = font(face)
        stretches = source.splitString(text, self._doc)
        numbers = source.state[self._doc].assignments  # type: ignore[attr-defined]
        self._assigned[face] = (numbers, source.getSubsetInternalName(0, self._doc))
        return [(source.getSubsetInternalName(subset, self._doc), glyphs) for subset, glyphs in stretches]

    def annotate(self, reference: str) -> None:
        """Put an annotation on this page."""
        self._annotationrefs.append(reference)

    def draw(self, operators: str) -> None:
        """Draw on this page, in PDF operators."""
        self._doc.updateSignature(operators)
        self.addLiteral(operators)

    def page_references(self) -> list[str]:
        """Return references to all pages that were shown."""
        numbers = self._doc.idToObjectNumberAndVersion
        return [f"{numbers[f'Page{page}'][0]} 0 R" for page in range(1, self.getPageNumber())]

    def finished(self, information: Information, tree: RawObject, metadata: RawObject, form: RawObject | None) -> bytes:
        """Return the file."""
        self._doc.info = information
        self.setCatalogEntry("StructTreeRoot", tree)
        self.setCatalogEntry("Metadata", metadata)
        if form:
            self.setCatalogEntry("AcroForm", form)
        with _SUBSETTING:
            return bytes(self.getpdfdata())  # type: ignore[no-untyped-call]

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802 - reportlab's name
        page.Annots = self._annotationrefs
        page.__NoDefault__ = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self.getPageNumber() - 1
        page.Tabs = "/S"
