"""A programme read and arranged in one go, as is done beside the window: nothing here knows a screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from studydag.model.exchange.importing.arranging import PART_START, arranged
from studydag.model.exchange.importing.opening import MOST_BYTES, read_file, read_pasted
from studydag.model.values.imported import ImportedLine, ImportedProgramme


@dataclass(frozen=True, slots=True)
class Arranged:
    """Lines and what comes of them, where a part without clock times begins at `part_start`."""

    lines: tuple[ImportedLine, ...]
    part_start: dt.time
    programme: ImportedProgramme


def arrange(lines: tuple[ImportedLine, ...], part_start: dt.time, round_title: str) -> Arranged:
    """Arrange lines that were read; rounds that nobody named get `round_title`."""
    return Arranged(lines, part_start, arranged(lines, part_start=part_start, round_title=round_title))


def arrange_pasted(text: str, html: str, today: dt.date, round_title: str) -> Arranged:
    """Read what was on the clipboard, and arrange it; blanks give no lines. Raises TooLarge, TooManyRows."""
    lines = read_pasted(text, html, today=today) if text.strip() else ()
    return arrange(lines, PART_START, round_title)


def arrange_file(path: Path, today: dt.date, round_title: str) -> Arranged:
    """Read a file, and arrange it. Raises CannotRead, OSError."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return arrange(read_file(data, str(path), today=today), PART_START, round_title)
