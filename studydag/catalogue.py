"""A compiled catalogue of translated texts, as gettext writes them (.mo), read as far as it is asked.

Python's own `gettext` reads every text into memory first, which the first frame of the window, with thirty texts of
thousands, would wait for.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from typing import Final

MAGIC: Final = 0x950412DE
_CONTEXT: Final = b"\x04"
_FORMS: Final = b"\x00"
_ENTRY: Final = struct.Struct("<2I")


class Catalogue:
    """The texts of one language that counts as English and Dutch do: one form for 1, another for all other numbers."""

    def __init__(self, data: bytes = b"") -> None:
        """Take the content of a file; without one every text stays as it is. Raises ValueError if it is none."""
        self._data = data
        self._read: dict[str, tuple[str, ...]] = {}
        # Where length and place of each original stand; those of its translation stand `_further` on.
        self._originals = range(0)
        self._further = 0
        if not data:
            return
        magic, revision, count, texts, translations = struct.unpack_from("<5I", data)
        if magic != MAGIC or revision >> 16:
            message = "this is no catalogue of translated texts"
            raise ValueError(message)
        self._originals = range(texts, texts + count * _ENTRY.size, _ENTRY.size)
        self._further = translations - texts

    def gettext(self, text: str) -> str:
        """Translate a text; what isn't there stays as it is."""
        found = self._forms(text)
        return found[0] if found else text

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a counted text, in the form for `n`."""
        found = self._forms(one)
        if found:
            return found[0 if n == 1 else -1]
        return one if n == 1 else many

    def pgettext(self, context: str, text: str) -> str:
        """Translate a text that means different things in different places."""
        found = self._forms(f"{context}\x04{text}")
        return found[0] if found else text

    def _forms(self, text: str) -> tuple[str, ...]:
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._looked_up(_order(text.encode()))
        return found

    def _looked_up(self, wanted: tuple[bytes, bytes]) -> tuple[str, ...]:
        # They stand in order, so that among thousands a dozen are looked at.
        place = bisect_left(self._originals, wanted, key=self._order_at)
        if place == len(self._originals) or self._order_at(self._originals[place]) != wanted:
            return ()
        return tuple(self._text_at(self._originals[place] + self._further).decode().split("\x00"))

    def _order_at(self, entry: int) -> tuple[bytes, bytes]:
        return _order(self._text_at(entry))

    def _text_at(self, entry: int) -> bytes:
        length, start = _ENTRY.unpack_from(self._data, entry)
        return self._data[start : start + length]


def _order(original: bytes) -> tuple[bytes, bytes]:
    """Return what Babel sorts an original by: the text, of a counted one the singular; then the context."""
    context, _, text = original.partition(_FORMS)[0].rpartition(_CONTEXT)
    return text, context
