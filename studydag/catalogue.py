"""A compiled catalogue of translated texts, as gettext writes them (.mo), read as far as it is asked.

Python's own `gettext` reads every text into memory first, which the first frame of the window, with thirty texts of
thousands, would wait for.
"""

from __future__ import annotations

import struct
from typing import Final

MAGIC: Final = 0x950412DE
_CONTEXT: Final = "\x04"
_FORMS: Final = b"\x00"


class Catalogue:
    """The texts of one language that counts as English and Dutch do: one form for 1, another for all other numbers."""

    def __init__(self, data: bytes = b"") -> None:
        """Take the content of a file; without one every text stays as it is. Raises ValueError if it is none."""
        self._data = data
        self._places: dict[bytes, tuple[int, int]] = {}
        self._read: dict[str, tuple[str, ...]] = {}
        if not data:
            return
        magic, revision, count, texts, translations = struct.unpack_from("<5I", data)
        if magic != MAGIC or revision >> 16:
            message = "this is no catalogue of translated texts"
            raise ValueError(message)
        size = count * struct.calcsize("<2I")
        originals = struct.iter_unpack("<2I", data[texts : texts + size])
        places = struct.iter_unpack("<2I", data[translations : translations + size])
        self._places = {
            data[start : start + length].partition(_FORMS)[0]: place
            for (length, start), place in zip(originals, places, strict=True)
        }

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
        found = self._forms(f"{context}{_CONTEXT}{text}")
        return found[0] if found else text

    def _forms(self, text: str) -> tuple[str, ...]:
        found = self._read.get(text)
        if found is None:
            found = self._read[text] = self._looked_up(text)
        return found

    def _looked_up(self, text: str) -> tuple[str, ...]:
        place = self._places.get(text.encode("utf-8"))
        if place is None:
            return ()
        length, start = place
        return tuple(self._data[start : start + length].decode("utf-8").split("\x00"))
