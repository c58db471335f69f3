"""The merged cells of an OpenDocument sheet (.ods), which its reader doesn't tell."""

from __future__ import annotations

import io
import zipfile
from typing import Final
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

Range = tuple[tuple[int, int], tuple[int, int]]
"""Top left and bottom right of merged cells, each as row and column from 0."""
_CONTENT: Final = "content.xml"
MOST_BYTES = 20_000_000
MOST_RANGES = 2000


def merged_in_ods(data: bytes) -> dict[str, list[Range]]:
    """Return the merged cells of each sheet by its name; none where the file is too large or can't be read."""
    from xml.sax import SAXException

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import parse

    handler = _Handler()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_CONTENT).file_size > MOST_BYTES:
                return {}
            content = archive.read(_CONTENT)
        if b"-spanned" in content:
            parse(io.BytesIO(content), handler, forbid_dtd=True)
    except (zipfile.BadZipFile, KeyError, OSError, NotImplementedError, RuntimeError):
        return {}
    except (SAXException, DefusedXmlException, ValueError, LookupError):
        return {}
    return handler.merged


class _Handler(ContentHandler):
    """Counts rows and columns while the sheets go by; what is repeated counts as often."""

    def __init__(self) -> None:
        super().__init__()
        self.merged: dict[str, list[Range]] = {}
        self._own: list[Range] = []
        self._row = self._column = self._rows = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - xml.sax's name
        if name == "table:table":
            self._own = self.merged.setdefault(attrs.get("table:name", ""), [])
            self._row = 0
        elif name == "table:table-row":
            self._column, self._rows = 0, _number(attrs, "table:number-rows-repeated")
        elif name in {"table:table-cell", "table:covered-table-cell"}:
            width, height = (_number(attrs, f"table:number-{which}-spanned") for which in ("columns", "rows"))
            if (width > 1 or height > 1) and len(self._own) < MOST_RANGES:
                self._own.append(((self._row, self._column), (self._row + height - 1, self._column + width - 1)))
            self._column += _number(attrs, "table:number-columns-repeated")

    def endElement(self, name: str) -> None:  # noqa: N802 - xml.sax's name
        if name == "table:table-row":
            self._row += self._rows


def _number(attrs: AttributesImpl, name: str) -> int:
    text = attrs.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1
