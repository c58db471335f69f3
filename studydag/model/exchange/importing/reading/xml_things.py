"""Any XML as things with fields, as JSON has them: for schedules that no conference system writes."""

from __future__ import annotations

import io
from typing import Any, Final
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from studydag.model.exchange.importing.reading.wanted import still_wanted

MOST_DEPTH: Final = 40
MOST_ELEMENTS: Final = 400_000
_TEXT_CHARACTERS: Final = 20_000
TEXT: Final = "text"
"""Under this name stands the text of an element that has attributes as well."""


def things_of_xml(data: bytes) -> dict[str, Any]:
    """Return the elements of an XML file as fields by name, those of one name in a list; its own DTD is left out.

    Raises SAXException, ValueError, LookupError, and DefusedXmlException where it tries to expand entities.
    """
    from defusedxml.sax import parse

    handler = _Things()
    parse(io.BytesIO(data), handler, forbid_dtd=False)
    return handler.whole


class _Things(ContentHandler):
    """Collects what an element holds until it ends."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: dict[str, Any] = {}
        self._open: list[dict[str, Any]] = [self.whole]
        self._texts: list[list[str]] = [[]]
        self._lengths = [0]
        self._count = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - xml.sax's name
        still_wanted()
        self._count += 1
        if len(self._open) > MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise ValueError(name)
        self._open.append(dict(attrs.items()))
        self._texts.append([])
        self._lengths.append(0)

    def characters(self, content: str) -> None:
        if self._lengths[-1] < _TEXT_CHARACTERS:
            self._texts[-1].append(content)
            self._lengths[-1] += len(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - xml.sax's name
        own, text = self._open.pop(), "".join(self._texts.pop()).strip()
        self._lengths.pop()
        made: Any = ({**own, TEXT: text} if text else own) if own else text
        if len(own) == 1:
            # `<speakers><speaker/><speaker/></speakers>` is a list.
            (only,) = own.values()
            made = only if isinstance(only, list) else [only] if _is_plural(name, own) else made
        above = self._open[-1]
        name = name.rsplit(":", 1)[-1]
        if name not in above:
            above[name] = made
        elif isinstance(above[name], list):
            above[name].append(made)
        else:
            above[name] = [above[name], made]


def _is_plural(name: str, own: dict[str, Any]) -> bool:
    """Whether an element has the name of the only one in it, as several: `persons` and `person`."""
    return name.startswith(next(iter(own))) and len(name) > len(next(iter(own)))
