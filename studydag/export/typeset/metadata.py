"""What a PDF says about itself: title, language, date of print, and that it is tagged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Protocol
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from studydag.export.typeset.syntax import RawObject, stream, string
from studydag.export.typeset.text import single_line

_PROGRAM: Final = "StudyDAG"


class _Digest(Protocol):
    def update(self, data: bytes, /) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """Title, language (as in `nl-NL`) and date of print of a document, what it is about, and how to print it."""

    title: str
    language: str
    printed_at: datetime
    author: str = ""
    subject: str = ""
    keywords: Sequence[str] = ()
    one_side: bool = False
    true_size: bool = False


class Information(PDFObject):
    """The information dictionary, with the date of print instead of reportlab's own clock."""

    invariant: bool = True

    def __init__(self, properties: Properties) -> None:
        moment = pdf_date(properties.printed_at)
        entries = {
            "Title": single_line(properties.title),
            "Author": single_line(properties.author),
            "Subject": single_line(properties.subject),
            "Keywords": single_line(", ".join(properties.keywords)),
            "Creator": _PROGRAM,
            "Producer": f"{_PROGRAM} with ReportLab",
            "CreationDate": moment,
            "ModDate": moment,
        }
        filled = " ".join(f"/{name} {string(text)}" for name, text in entries.items() if text)
        self._content: Final = f"<< {filled} >>".encode("latin-1")

    def digest(self, signature: _Digest) -> None:
        """Let the file's identifier depend on title and date."""
        signature.update(self._content)

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - reportlab asks every object so
        """Return the object as it stands in the file."""
        return self._content


def write_metadata(document: PDFDocument, properties: Properties) -> RawObject:
    """Write the XMP packet: title, language, dates, and the part of the tagging standard that is followed."""
    packet = RawObject(document)
    xml = _xmp(properties).encode().decode("latin-1")
    packet.content = stream("/Type /Metadata /Subtype /XML", xml)
    return packet


def pdf_date(moment: datetime) -> str:
    """Return a moment as PDF writes it; without a zone it is local time."""
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "")


def _xmp(properties: Properties) -> str:
    title, author, subject = (
        escape(single_line(text)) for text in (properties.title, properties.author, properties.subject)
    )
    moment = properties.printed_at.replace(microsecond=0).isoformat()
    parts = [
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>',
        f"<dc:language><rdf:Bag><rdf:li>{escape(properties.language)}</rdf:li></rdf:Bag></dc:language>",
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else "",
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        if subject
        else "",
        f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>",
        f"<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ]
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        + "".join(parts)
        + '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
