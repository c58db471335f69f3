"""Clock times at the front, in a cell, or at the end of a line of a programme."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final

from studydag.model.rules.time.clock import WrittenTime, find_time, read_range
from studydag.model.rules.written.written_text import plain

LONGEST_END: Final = 80
"""A time at the end of a line, or a remark behind it, is no longer than this."""
LONGEST_FRONT: Final = 400
"""Nor does one in front stand further on."""
_LEAD: Final = re.compile(r"(.{1,40}?)(?:\s*\|\s*|\t|\s{2,}|\s*:\s+|\s+[–—-]\s+(?=[^\W\d])|\s+(?=[^\W\d]))")
_LED_HOUR: Final = re.compile(r"(?:vanaf|ab|from|tot|bis|until|om|um|at) \d{1,2}")
_O_CLOCK: Final = re.compile(r"\s*(?:uur|uhr|o['’]clock)\b", re.IGNORECASE)
_SPAN: Final = re.compile(r"\d{1,2}\s?[-–—]\s?\d{1,2}")
_SLASH: Final = re.compile(r"(\d{1,2}[:.hu]\d{2})\s*(?:/|->|=>|\bto\b)\s*(?=\d{1,2}[:.hu]\d{2})")
_UNTIL_LATE: Final = re.compile(
    r"^(?P<time>.{3,12}?)\s*[-–—]\s*(?:einde?|end|ende|open end|late|laat|slot|schluss|\?|\.\.\.|…)"
    r"(?=\s*$|\s{2,}|\s*[:|\t]|(?<=[?.…])\s)[\s:|–—-]*",
    re.IGNORECASE,
)
_BARE: Final = re.compile(r"[\d\s.,]*")
_CLOCK: Final = re.compile(r"\d{1,2}[.:]\d{2}|(?!19|20)(?:[01]\d|2[0-3])[0-5]\d")
_COMMA_TIME: Final = re.compile(r"(?<!\d)(\d{1,2}),([0-5]\d)(?!\d)")
_TAIL: Final = re.compile(
    r"[\s,;:(\[|@·•–—-]+(?P<time>(?:(?:van|von|from|vanaf|ab|om|um|at|tussen|between|zwischen|tot|bis"
    r"|until|ca\.?|gegen|rond|omstreeks|circa|around|about)\s+)?\d{1,2}\s?(?:[:.hu]\s?\d{2}(?![.:]\d{2})|uur|uhr|u|h|am|pm|[-–—]).{0,40}?)[)\]]?\s*[.;]?$",
    re.IGNORECASE,
)
_A_RANGE_OR_MARK: Final = re.compile(
    r"[-–—]|\b(?:uur|uhr|tot|bis|until|to|am|pm|a\.m\.|p\.m\.)\b|\d[uh](?:\d|\b)|\d:\d|\d[ap]\.?m\b|^(?:van|vanaf|from|ab|um|om|at)\b",
    re.IGNORECASE,
)
_REMARK: Final = re.compile(r"\s+\([^()\d][^()]{2,60}\)$")
_ROOM_BEFORE: Final = re.compile(
    r"(?<!\w)(?:lokaal|zaal|raum|room|ruimte|kamer|saal|zimmer|gebouw|nr\.?|versie|version|v\.?|h"
    r"|hoofdstuk|par\.?|§|bijlage)\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def time_in_cell(text: str, *, after: dt.time | None = None, known: bool = False) -> WrittenTime | None:
    """Read a cell that holds nothing but a time; a bare number only where it is `known` to be one."""
    if not text or len(text) > 60:
        return None
    text = _SLASH.sub(r"\1 - ", _one_line(text))
    text = _COMMA_TIME.sub(r"\1:\2", text)
    if not known and _BARE.fullmatch(text) and not _CLOCK.fullmatch(text.strip()):
        return None
    late = _UNTIL_LATE.match(text)
    if late is not None and late.end() == len(text):
        found = read_range(late["time"], after=after)
        return None if found is None or found.start is None else WrittenTime(start=found.start, open_end=True)
    return read_range(text, after=after)


def _one_line(text: str) -> str:
    """Return a cell of two lines, `09.00` above `09.30`, as one."""
    if "\n" not in text:
        return text
    parts = [part.strip(" -–—") for part in text.split("\n") if part.strip(" -–—")]
    return " - ".join(parts) if len(parts) == 2 else " ".join(parts)


@lru_cache(maxsize=4096)
def time_at_front(text: str, *, after: dt.time | None = None, loose: bool = False) -> tuple[WrittenTime, str] | None:
    """Find a time at the front of a line, and return it with the rest.

    `loose`: the lines around have one, so that `9-10 Opening` is one as well, and `vanaf 9 Inloop`.
    """
    text = _SLASH.sub(r"\1 - ", text[:LONGEST_FRONT]) + text[LONGEST_FRONT:]
    if "," in text[:8]:
        text = _COMMA_TIME.sub(r"\1:\2", text)
    late = _UNTIL_LATE.match(text)
    if late is not None and (begin := find_time(late["time"], after=after)) is not None and not begin[1]:
        return WrittenTime(start=begin[0].start, open_end=True), text[late.end() :]
    found = find_time(text, after=after)
    if found is not None and not _is_called_a_time(text, found[1]):
        return found
    lead = _LEAD.match(text)
    while lead is not None:
        cell = text[: lead.end(1)]
        said = plain(cell)[0]
        is_hour = _LED_HOUR.fullmatch(said) is not None and _O_CLOCK.match(text, lead.end(1)) is None
        if is_hour or (loose and _SPAN.fullmatch(cell)):
            read = read_range(cell, after=after)
            if read is not None:
                return read, text[lead.end() :].lstrip(" :–—-|")
        longer = _LEAD.match(text, lead.end())
        lead = (
            None
            if longer is None or lead.end(1) > 12
            else re.compile(rf"(.{{{lead.end()},40}}?)(?:\s*\|\s*|\s*:\s+|\s+)").match(text)
        )
    return None


def begins_with_time(text: str) -> bool:
    """Whether a cell or a line holds a time, or begins with one that says when it starts."""
    if not any(map(str.isdigit, text[:LONGEST_FRONT])):
        return False
    found = time_in_cell(text)
    return (found is not None and found.start is not None) or time_at_front(text) is not None


def _is_called_a_time(text: str, rest: str) -> bool:
    """Whether a word for a time is the title of what has its own time: `Mittag: 12.30-13.30 Uhr`."""
    said = text[: len(text) - len(rest)]
    return bool(rest) and not any(map(str.isdigit, said)) and time_in_cell(rest.rstrip(".")) is not None


@lru_cache(maxsize=4096)
def time_at_end(text: str, *, after: dt.time | None = None) -> tuple[WrittenTime, str] | None:
    """Find a time at the end of a line, as in `Lunch (12.00-13.00 uur)`, and return it with what stands before it."""
    stop = len(text)
    while (remark := _REMARK.search(text, max(0, stop - LONGEST_END), stop)) is not None:
        # `Lunch 12.30 - 13.30 uur (zelf meenemen)`
        stop = remark.start()
    found = _TAIL.search(text, max(0, stop - LONGEST_END), stop)
    if found is None:
        return None
    written, before = found["time"], text[: found.start()]
    if not before.strip() or _ROOM_BEFORE.search(before[-LONGEST_END:]) or not _A_RANGE_OR_MARK.search(written):
        return None
    read = time_in_cell(written.rstrip(".,; "), after=after)
    return None if read is None else (read, before.rstrip(" ,;:–—-|([·•") + text[stop:])
