"""Where the clock time of a line stands: in a cell, in front, behind a date, or last; and lines that hold several."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from studydag.model.exchange.importing.reading.rows import Between, Row
from studydag.model.exchange.importing.reading.wanted import still_wanted
from studydag.model.exchange.importing.recognising.clock_cells import time_at_end, time_at_front, time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import WrittenDate, find_date
from studydag.model.exchange.importing.recognising.headings import is_section, is_sentence
from studydag.model.rules.time.clock import WrittenTime, find_time
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.written.phase_words import is_led_by_nobody, tells_a_phase

_NEXT: Final = re.compile(r"(?:[;|•→/]|,)\s+(?=\d{1,2}(?:[:.hu]\d{2}|\s?(?:uur|uhr|u|h|am|pm)\b))", re.IGNORECASE)
_RUN_ON: Final = re.compile(
    r"(?<![\d:.,–-])(?<!\d )(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?:\s?(?:[ap]\.?m\.?|uur|uhr|u\b))?"
    r"(?:\s?(?:-|–|tot|bis|to)\s?\d{1,2}[:.h]\d{2}(?:\s?(?:[ap]\.?m\.?|uur|uhr|u\b))?)?(?=[\s:|–-])",
    re.IGNORECASE,
)
_OPEN_WORD: Final = re.compile(
    r"(?:^|\s)(?:om|by|at|um|van|von|from|tot|bis|until|to|rond|vanaf|ab|gegen|tegen|tussen|between|en|and|und|[(\[])$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    r"(?P<before>[^\W\d][^()]{2,80}?)\s*\((?P<time>\d[^()]{3,30})\)\s*"
    r"(?P<more>(?:[:,]\s+|[–—-]\s+|(?=(?:met|with|mit|door|by|durch|von|o\.?l\.?v\.?|in|im|at|over|zu)\b))\S.{1,150})",
    re.IGNORECASE,
)
_RANGE_AT_END: Final = re.compile(r"\((?P<time>\d[^()]{5,30})\)\s*$")
_UNTIL_WHEN: Final = re.compile(r"aanmeld|inschrij|anmeld|regist|uiterlijk|spätestens|deadline|rsvp", re.IGNORECASE)
_SPAN: Final = (
    r"\d{1,2}[:.hu]\d{2}(?: ?(?:uur|uhr|[uh]\b))? ?[-–—] ?\d{1,2}[:.hu]\d{2}(?: ?(?:uur|uhr|[uh]\b|[ap]\.?m\b\.?))?"
)
_SPANS: Final = re.compile(_SPAN, re.IGNORECASE)
_HELD_AGAIN: Final = re.compile(
    rf"{_SPAN}(?:\s*(?:\b(?:en|and|und|of|or|oder)\b|[&/,;+|\n])\s*{_SPAN})+(?=\s|:|$):?", re.IGNORECASE
)
# A cell of its own between the time and the title.
_LASTS: Final = re.compile(
    r"\d{1,3} ?(?:min(?:uten|uut|utes?|\.)?|['’\u2032])|\d(?:[.,]\d{1,2})? ?(?:uur|hours?|std\.?)", re.IGNORECASE
)
_UNTIL: Final = re.compile(
    r"(?:tot(?: en met)?|bis|until|till)(?: (?:ca\.?|circa|ongeveer|about|etwa))? (?=\d)", re.IGNORECASE
)
MOST_WORDS: Final = 5
_DASHES: Final = frozenset("-–—")
_DASHED: Final = 3
LONGEST_TIMES: Final = 120
LONGEST, LONGEST_DATE, LONGEST_TITLE, LONGEST_ARRIVAL = 8000, 60, 300, 60
FEWEST_IN_A_LINE = 4
"""From this many clock times on a line may hold a programme that lost its line breaks."""
_THE_END: Final = re.compile(r"[-–—:\s]\s*(einde?|end|ende|slot|schluss)\W*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Timed:
    """The time of a row, the date before it, and the cells that are left."""

    time: WrittenTime
    rest: tuple[str, ...]
    date: WrittenDate | None = None
    at_end: bool = False


def timed(
    row: Row, after: dt.time | None, *, loose: bool = False, at_end: bool = False, above_title: bool = False
) -> Timed | None:
    """Return the time of a row and what is left of it, if it has one: in a cell, in front, behind a date, or last.

    With `above_title` a date with a time, and nothing else, is that of what stands on the next line.
    """
    still_wanted()
    cells = row.filled
    found = _in_cells(cells, after) or _in_front(cells, after, loose=loose)
    if found is not None:
        return _with_end_as_title(found, cells)
    date = find_date(cells[0])
    if date is not None and date.start == 0 and (date.month is not None or date.weekday is not None):
        rest = (date.rest, *cells[1:]) if date.rest else cells[1:]
        found = None if not rest else _in_cells(rest, None) or _in_front(rest, None, loose=loose)
        if found is not None and (above_title or any(found.rest)):
            return replace(found, date=date)
    if not at_end:
        return None
    for place in range(len(cells) - 1, 0, -1):
        read = time_in_cell(cells[place], after=after)
        if read is not None and read.start is not None:
            return Timed(read, (*cells[:place], *cells[place + 1 :]), at_end=True)
    behind = None if _is_date(cells[-1]) else time_at_end(cells[-1], after=after)
    if behind is None:
        behind = _within(cells[-1], after)
    if behind is None or _is_date(behind[1]):
        return None
    return Timed(behind[0], (*cells[:-1], behind[1]), at_end=True)


def _within(text: str, after: dt.time | None) -> tuple[WrittenTime, str] | None:
    """Find when something is in parentheses in the midst: `Panelgesprek (20.30-21.30) met Anna Bos`."""
    found = _WITHIN.fullmatch(text) if len(text) <= LONGEST_TITLE else None
    read = None if found is None else time_in_cell(found["time"], after=after)
    if found is None or read is None or read.start is None or read.end is None:
        return None
    joined = "" if found["more"][:1] in ":," else " "
    return read, f"{found['before'].rstrip()}{joined}{found['more']}"


def ends_with_range(row: Row) -> bool:
    """Whether a line, however long, ends with its start and end in parentheses: `… in het Parlement (10:05-10:20)`."""
    found = _RANGE_AT_END.search(row.text[-LONGEST_ARRIVAL:])
    read = None if found is None else time_in_cell(found["time"])
    return read is not None and read.start is not None and read.end is not None


def comes_before(row: Row, following: Sequence[Row], first: dt.time | None) -> bool:
    """Whether a line with a time behind a word comes before all that has its time in front: `Onthaal: 13u`.

    `following` are the rows down to the one that begins at `first`.
    """
    if first is None or len(row.filled) > 1 or len(row.text) > LONGEST_ARRIVAL or _UNTIL_WHEN.search(row.text):
        return False
    found = time_at_end(row.cells[0]) if is_led_by_nobody(row.cells[0]) else None
    is_first = found is not None and found[0].start is not None and found[0].start < first
    return is_first and all(is_section(each.text) for each in following)


def is_date_with_time(row: Row) -> bool:
    """Whether a row has a date and a time and nothing else: `September 6 - 3pm`."""
    found = timed(row, None, above_title=True) if len(row.text) <= LONGEST_DATE else None
    return found is not None and found.date is not None and found.date.month is not None and not any(found.rest)


def _is_date(text: str) -> bool:
    """Whether what stands before a time is nothing but a date: `5 september 2016 van 16:00 tot 18:00`."""
    date = find_date(text)
    return date is not None and date.month is not None and not date.rest


def _with_end_as_title(found: Timed, cells: Sequence[str]) -> Timed:
    """`16.30 uur – Einde` alone is called so; `16.15 – einde  Borrel` has an open end."""
    last = _THE_END.search(cells[-1]) if found.time.open_end and not any(found.rest) else None
    return found if last is None else replace(found, time=replace(found.time, open_end=False), rest=(last[1],))


def _in_cells(cells: Sequence[str], after: dt.time | None) -> Timed | None:
    """A time in a cell of its own, or a start and an end in two."""
    if len(cells) > _DASHED and cells[1] in _DASHES:
        cells = (cells[0], *cells[2:])  # `9.00 | - | 9.30 | Opening`
    first = time_in_cell(cells[0], after=after)
    if first is None or (first.start is None and first.end is None):
        return None
    # `12u | Middag`: a word for a time alone behind another is what it is.
    has_second = len(cells) > 2 or any(map(str.isdigit, "".join(cells[1:])))
    if has_second and first.start is not None and first.end is None and first.minutes is None:
        if len(cells) > 2 and _LASTS.fullmatch(cells[1]):
            return Timed(replace(first, minutes=read_minutes(cells[1])), tuple(cells[2:]))
        second = time_in_cell(cells[1].lstrip("-–— "), after=first.start)
        if second is not None and second.start is not None and second.end is None:
            return Timed(WrittenTime(start=first.start, end=second.start), tuple(cells[2:]))
    return Timed(first, tuple(cells[1:]))


def _in_front(cells: Sequence[str], after: dt.time | None, *, loose: bool) -> Timed | None:
    found = time_at_front(cells[0], after=after, loose=loose) or _until_in_front(cells[0], after)
    if found is None:
        return None
    rest = (found[1], *cells[1:]) if found[1] else tuple(cells[1:])
    return Timed(found[0], rest)


def _until_in_front(text: str, after: dt.time | None) -> tuple[WrittenTime, str] | None:
    """Find when a part of a day ends, before what it is called: `bis ca. 16 Uhr Ausklang`, `tot 12.30 uur: lunch`."""
    until = _UNTIL.match(text) if text[:1] in "BTUbtu" else None
    last = None if until is None else find_time(text[until.end() :], after=after)
    if last is None or last[0].start is None or last[0].end is not None or not last[1]:
        return None
    is_called = tells_a_phase(last[1]) or text[: -len(last[1])].rstrip().endswith(":")
    if not is_called:
        return None
    is_told = is_sentence(last[1]) or len(last[1].split()) > MOST_WORDS
    return None if is_told else (WrittenTime(end=last[0].start), last[1])


def _run_on(text: str) -> list[str]:
    """Take apart a line in which a whole programme stands, as a page that lost its lines has it; empty for another."""
    found = list(_RUN_ON.finditer(text))
    if len(found) < (FEWEST_IN_A_LINE - 1 if _are_in_capitals(text, found) else FEWEST_IN_A_LINE):
        return []
    starts = [int(each["hour"]) * 60 + int(each["minute"]) for each in found]
    goes_back = sum(later < earlier and later + 720 < earlier for earlier, later in pairwise(starts))
    stops = [*(each.start() for each in found[1:]), len(text)]
    said = [text[each.end() : stop].strip(" -–—|;,") for each, stop in zip(found, stops, strict=True)]
    if goes_back or not all(len(each) > 2 for each in said) or any(_OPEN_WORD.search(each) for each in said[:-1]):
        return []
    lead = text[: found[0].start()].strip()
    times = [each[0].strip() for each in found]
    pieces = [f"{time} {each.removeprefix('+ ')}" for time, each in zip(times, said, strict=True)]
    return [lead, *pieces] if lead.strip("-–— ") else pieces


def _are_in_capitals(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether a line begins with the first of some times, and a capital stands behind each of them."""
    return (
        bool(found) and not found[0].start() and all(text[each.end() :].lstrip(" :–-")[:1].isupper() for each in found)
    )


def ends_with_time(row: Row) -> bool:
    """Whether a row has its time at the end, in a cell of its own or behind its text."""
    last = row.filled[-1]
    is_cell = len(row.filled) > 1 and (read := time_in_cell(last)) is not None and read.start is not None
    if is_cell or _within(last, None) is not None:
        return True
    return (found := time_at_end(last)) is not None and not _is_date(found[1]) and not _is_date(last)


def _at_each_time(row: Row) -> list[Row] | None:
    """Return a row for each time of one that is held several times: `9.15-10.15 en 10.30-11.30`; None for another."""
    if not any(len(_SPANS.findall(cell[:LONGEST_TIMES])) > 1 for cell in row.cells):
        return None
    found = {place: times for place, cell in enumerate(row.cells) if (times := _HELD_AGAIN.match(cell))}
    if len(found) != 1:
        return None
    ((place, times),) = found.items()
    rest = row.cells[place][times.end() :].strip()
    if (not rest and len(row.filled) == 1) or (rest and (place or not rest[:1].isalpha())):
        return None
    return [
        replace(row, cells=(*row.cells[:place], f"{span} {rest}".strip(), *row.cells[place + 1 :]))
        for span in dict.fromkeys(_SPANS.findall(times[0]))
    ]


def _side_by_side(row: Row) -> list[Row] | None:
    """Return a row for each cell where every cell has its own time, as of strands side by side; None for another."""
    cells = list(dict.fromkeys(row.filled))
    if len(row.filled) < 2 or not all((read := time_at_front(cell)) is not None and read[1] for cell in cells):
        return None
    return [replace(row, text=cell, cells=(cell,), between=Between.NOTHING, table=0) for cell in cells]


def parted(row: Row) -> list[Row]:
    """Take a line apart that holds several blocks: `8:15 Einlass; 8:30 Begrüßung; 9:00 Vortrag`."""
    if (repeated := _at_each_time(row) or _side_by_side(row)) is not None:
        return repeated
    text = row.cells[0]
    if row.table or len(row.filled) > 1 or len(text) > LONGEST:
        return [row]
    pieces = _run_on(text)
    if pieces:
        return [
            replace(row, text=piece, cells=(piece,), after_gap=row.after_gap and not place)
            for place, piece in enumerate(pieces)
        ]
    if _NEXT.search(text) is None or time_at_front(text) is None:
        return [row]
    begins = [0]
    for found in _NEXT.finditer(text):
        is_within = text[: found.start()].count("(") > text[: found.start()].count(")")
        read = None if is_within else time_at_front(text[found.end() :])
        if read is not None and read[0].start is not None and read[1]:
            begins.append(found.end())
    if len(begins) < 2:
        return [row]
    pieces = [text[begin:end].strip(" ;,|/") for begin, end in zip(begins, [*begins[1:], len(text)], strict=True)]
    if not all((read := time_at_front(piece)) is not None and read[1] for piece in pieces):
        return [row]
    return [
        replace(row, text=piece, cells=(piece,), after_gap=row.after_gap and not place)
        for place, piece in enumerate(pieces)
    ]
