"""The lines of a pasted text as they are read: without what a mail, a chat or a web page puts around all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import Final

from studydag.model.exchange.importing.reading.legible import LINE_END, seen, with_plain_times

_QUOTED: Final = re.compile(r"^\s*(?:>\s?)+")
# A picture of a bullet, as chats have it.
_AS_A_PICTURE: Final = re.compile(r"(?<=[▪◾▫◽■✓✔☐☑➢►▶•●])\ufe0f")
_FRONT: Final = 12


def lines_of_text(text: str) -> tuple[list[str], Sequence[int], list[str]]:
    """Return the lines of a text as they were pasted; and the numbers, from 1, of those to be read, with what to read.

    What stands before each line, and empty lines between any two, say nothing and are left out.
    """
    written = LINE_END.split(text)
    numbers, lines = _without_usual_gaps(_without_usual_indent([_as_read(line) for line in written]))
    return written, numbers, lines


def has_more_lines(text: str, most: int) -> bool:
    """Whether a text has more lines with something in them; to count them is quick, to take them apart is not."""
    filled = (line for line in LINE_END.split(text) if line and not line.isspace())
    return next(islice(filled, most, None), None) is not None


def _as_read(line: str) -> str:
    """Return a line without what a mail or a chat puts before it, and without what can't be seen."""
    line = with_plain_times(seen(line))
    line = _QUOTED.sub("", line) if ">" in line[:_FRONT] else line
    return _AS_A_PICTURE.sub("", line) if "\ufe0f" in line[:_FRONT] else line


def _without_usual_indent(lines: list[str]) -> list[str]:
    """Return lines of which all stand in by as much as the one that does so least."""
    indents = (len(line) - len(line.lstrip(" ")) for line in lines if line and not line.isspace())
    least = min(indents, default=0)
    return [line[least:] for line in lines] if least else lines


def _without_usual_gaps(lines: list[str]) -> tuple[Sequence[int], list[str]]:
    """Return lines with their numbers, without the empty ones that stand between any two where others have more."""
    numbers: Sequence[int] = range(1, len(lines) + 1)
    filled = [number for number, line in enumerate(lines, start=1) if line and not line.isspace()]
    gaps = {later - number - 1 for number, later in pairwise(filled)}
    usual = min(gaps, default=0)
    if not usual or len(gaps) == 1:
        return numbers, lines
    left_out = {number + each for number in filled for each in range(1, usual + 1)}
    numbers = [number for number in numbers if number not in left_out]
    return numbers, [lines[number - 1] for number in numbers]
