"""Bytes of a text file as text, in whichever encoding the other program wrote them."""

from __future__ import annotations

import codecs
import re
from typing import Final

from studydag.model.values.errors import CannotRead
from studydag.model.values.wording import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_NO_TEXT_BEGINS: Final = (
    b"%PDF-",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\0",
)
_IN_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f]")
_LOOKED_AT: Final = 40_000
_STRAY: Final = 3
"""So many letters that no text has may have strayed into one."""


class NoText(CannotRead):
    """A picture, a PDF or another file in which no text stands, though one was to be read."""

    text = N_("{path} is neither text nor a table, but another kind of file. Save it as .xlsx or .csv first.")


def text_in(data: bytes, name: str) -> str:
    """Return bytes as text as `decoded` does. Raises NoText for those of a picture, a PDF or the like."""
    text = decoded(data)
    sample = text[:_LOOKED_AT]
    found = len(_IN_NO_TEXT.findall(sample))
    if data.startswith(_NO_TEXT_BEGINS) or (found > _STRAY and found * 100 > len(sample)):
        raise NoText(path=name)
    return text


def decoded(data: bytes) -> str:
    """Return bytes as text, in lines; it never fails. What ends its lines as old Macs did has line feeds here."""
    text = _decoded(data)
    return text if "\n" in text else text.replace("\r", "\n")


def _decoded(data: bytes) -> str:
    """Read by byte order mark, as UTF-16 without one, as UTF-8, else as Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    wide = _utf_16(data)
    if wide is not None:
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _utf_16(data: bytes) -> str | None:
    """Return which UTF-16 it is where every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None
