"""Libraries that were open lately, as entries of a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import PurePath

LONGEST: Final = 80
"""In letters; a folder of OneDrive may lie so deep that a menu would be as wide as the screen."""
HEAD: Final = 20
"""How many of the first letters stay of a longer one: the disk, and whose folder it is."""


def entry_of(path: PurePath) -> str:
    """Return a path as a menu shows it: a long one without its middle, and an `&` as one."""
    text = str(path)
    if len(text) > LONGEST:
        text = f"{text[:HEAD]}…{text[HEAD + 1 - LONGEST :]}"
    return text.replace("&", "&&")
