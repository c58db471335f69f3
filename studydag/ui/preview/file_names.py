"""Good file names: what a document is and of which day, safe on every system and not too long."""

from __future__ import annotations

import datetime as dt
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

LONGEST: Final = 150
"""In bytes of UTF-8: file systems take 255, and Windows 260 for the whole path."""
SHORTEST: Final = 60
"""In bytes: what stays of a name at least, however deep its folder lies; shorter it would say nothing."""
LONGEST_PATH: Final = 245
"""In letters: Windows takes 259, and a number may follow, as in ` (2)`."""
_FORBIDDEN: Final = re.compile(r'[<>:"/\\|?*]+')
_SPACES: Final = re.compile(r"\s+")
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)")
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINER: Final = "\u200d"


def room_in(folder: Path, platform: str = sys.platform) -> int:
    """Return how many bytes a name in a folder may have: Windows counts the folder's letters too."""
    if platform != "win32":
        return LONGEST
    return min(max(LONGEST_PATH - len(str(folder)), SHORTEST), LONGEST)


def file_name(title: str, what: str, date: dt.date | None, ending: str, longest: int = LONGEST) -> str:
    """Return `title - what 2027-03-11.pdf`; the title is shortened where the name would be too long."""
    tail = " ".join(part for part in (_safe(what), date.isoformat() if date is not None else "") if part)
    room = longest - _size(f" - {tail}{ending}")
    head = _shortened(_safe(title), room)
    stem = " - ".join(part for part in (head, _shortened(tail, longest - _size(ending))) if part)
    stem = stem.strip(" .") or "studydag"
    return f"_{stem}{ending}" if _RESERVED.match(stem) else f"{stem}{ending}"


def free_path(path: Path, taken: Iterable[Path] = ()) -> Path:
    """Return the path itself, or with a number where a file has that name or it is `taken`.

    Windows, macOS and sticks take an A for an a in names, so it is taken here as well.
    """
    number = 1
    found = path
    gone = {str(each).casefold() for each in taken}
    while str(found).casefold() in gone or found.exists():
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found


def _safe(text: str) -> str:
    written = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    seen = "".join(letter for letter in written if letter == _JOINER or unicodedata.category(letter) not in _INVISIBLE)
    return _SPACES.sub(" ", _FORBIDDEN.sub(" ", seen)).strip(" .-")


def _shortened(text: str, room: int) -> str:
    if _size(text) <= room:
        return text
    cut = text.encode()[: max(room, 0)].decode(errors="ignore")
    # At a word where that leaves enough.
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) > len(cut) // 2 else cut).strip(f" .-{_JOINER}")


def _size(text: str) -> int:
    return len(text.encode())
