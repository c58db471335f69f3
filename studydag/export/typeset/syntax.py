"""PDF objects written by hand, where reportlab has none or is slow: what the structure of a document is made of."""

from typing import Final

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

# A reader would take a carriage return for a line feed, and reportlab writes what isn't ASCII in two bytes.
GLYPH_ESCAPES: Final = str.maketrans(
    {"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"} | {chr(code): f"\\{code:03o}" for code in range(128, 256)}
)
"""What must be escaped in a string of glyph numbers."""

_ESCAPES: Final = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\"})


class RawObject(PDFObject):
    """An indirect object whose bytes are filled in later, so that objects may point at each other."""

    def __init__(self, document: PDFDocument) -> None:
        document.Reference(self)  # type: ignore[no-untyped-call]
        self.reference: Final = f"{document.objectcounter} 0 R"
        self.content = ""

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab asks every object so
        """Return the object as it stands in the file."""
        return self.content.encode("latin-1")


def string(text: str) -> str:
    """Return a PDF string with any text in it."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    # Half a surrogate pair is no text in any encoding.
    return f"<FEFF{text.encode('utf-16-be', errors='replace').hex().upper()}>"


def stream(entries: str, content: str) -> str:
    """Return a PDF stream of Latin-1 text with the entries in its dictionary."""
    return f"<< {entries} /Length {len(content)} >>\nstream\n{content}\nendstream"


def box(left: float, bottom: float, right: float, top: float) -> str:
    """Return a PDF rectangle."""
    return f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]"
