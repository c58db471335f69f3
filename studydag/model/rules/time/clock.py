"""Clock times and durations as people write them, in Dutch, English and German: in a field, a cell, or before a title.

What can mean two things is not read. A written `1:00` may be 1 or 13 o'clock: the caller says after which time it must
lie, and where twelve-hour writing is likely the one that comes first is taken.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from studydag.model.rules.time.clock_readings import Reading, other_half, read_at
from studydag.model.rules.time.durations import read_minutes
from studydag.model.rules.time.schedule import MINUTES_A_DAY, clock_time, minutes_after_midnight
from studydag.model.rules.written.written_text import LONGEST, any_of, plain

__all__ = ["WrittenTime", "find_time", "read_clock", "read_minutes", "read_range"]

SOON, SOON_IN_WORDS = 180, 360
"""Within how many minutes 7 to 11 o'clock may mean the evening; 1 to 6 o'clock may always mean the afternoon."""
LONGEST_STRETCH = 16 * 60
_AN_HOUR, _MORNING, _NOON = 60, 9 * 60, 12 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTime:
    """What was read: a start, an end, or both; an end at or before the start is on the next day.

    `minutes` stands where a duration was written instead of an end. `open_end`: it was written that the end is open
    (`vanaf 9`, `16.15 – …`), not merely left out.
    """

    start: dt.time | None = None
    end: dt.time | None = None
    minutes: int | None = None
    open_end: bool = False


def read_clock(text: str, *, after: dt.time | None = None) -> dt.time | None:
    """Read one clock time: `9`, `9:00`, `09.00 uur`, `0930`, `9u30`, `1.15 pm`, `half tien`, `vanaf 9`; else None.

    With `after`, a time in twelve-hour writing is the one that follows it: `1:00` after 9:30 is 13:00.
    """
    written = _written(text)
    opener, place = _opener(written, 0)
    reading = None if opener in _NEEDS_END else read_at(written, place)
    if reading is None or written[reading.stop :].strip(_STOPS):
        return None
    return clock_time(_settled(reading, after))


def read_range(text: str, *, after: dt.time | None = None) -> WrittenTime | None:
    """Read all that the cell of a table says about time; None when there is anything else in it.

    `9.00-9.45 uur`, `van 9 tot half elf`, `1-2 pm`, `9:00 (45 min)`, `vanaf 9`, `16.15 – …`, `tot 12:00`, or one time.
    """
    written = _written(text)
    until = _UNTIL.match(written)
    if until is not None:
        end = read_clock(written[until.end() :], after=after)
        return None if end is None else WrittenTime(end=end)
    for found, stop in _readings(written, 0, after, whole=True):
        if not written[stop:].strip(_STOPS):
            return found
    return None


def find_time(line: str, *, after: dt.time | None = None) -> tuple[WrittenTime, str] | None:
    """Find a time or a stretch at the front of a line, and return it with what is left of the line; None without.

    Only what can't be but a time is taken: `9:00`, `9 uur`, `0930`, `9–10.30`, not the `9` of `9 leerlingen`.
    """
    written, origins = plain(line[: 2 * LONGEST])
    start = _matched(_BULLET, written, 0)
    for found, stop in _readings(written, start, after, whole=False):
        rest = _matched(_BETWEEN, written, stop)
        return found, line[origins[rest] :] if rest < len(origins) else line[2 * LONGEST :]
    return None


_NEEDS_END = frozenset({"van", "von", "between", "tussen", "zwischen"})
_FROM_ON = frozenset({"vanaf", "ab", "from", "starting at"})
_STOPS = " .,;"

_ABOUT = (
    r"(?:(?:ca\.?|circa|rond|omstreeks|ongeveer|ong\.?|around|about|approximately|approx\.?|gegen|etwa|ungefahr"
    r"|\+/-|\xb1|~) ?)?"
)
_APPROXIMATELY = re.compile(_ABOUT)
_OPENER = re.compile(
    rf" ?{_ABOUT}(?:(?P<word>{any_of((*_FROM_ON, *_NEEDS_END, 'start', 'aanvang', 'om', 'at', 'um'))}):? )?{_ABOUT}"
)
_UNTIL = re.compile(r" ?(?:tot en met|tot|t/m|until|till|til|bis) ")
_TO = re.compile(r" ?(?:--?|>) ?| (?:tot en met|tot|t/m|to|until|till|til|bis|through) ")
_TO_OR_AND = re.compile(r" ?(?:--?|>) ?| (?:en|and|und|tot|to|bis) ")
_OPEN = re.compile(r" ?(?:--?|>) ?(?:(?:\.\.\.?|\?|(?:open|einde|end|ende|laat|late)(?!\w)) ?| ?$)| ?\.\.\. ?$")
_OPEN_BEFORE_A_TITLE = re.compile(r" ?(?:--?|>) ?(?:\.\.\.?|\?)(?= |$)| ?\.\.\.(?=[ :]|$)")
_DURATION = re.compile(r" ?[(\[]([^()\[\]]*[^()\[\]\d][^()\[\]]*)[)\]]| ?[+,/] ?([^()\[\],]*[^()\[\],\d ][^()\[\],]*)$")
_ORDINAL = re.compile(r"\. ?[^\W\d_]{2}")
_BULLET = re.compile(r"[ *\u2022\xb7|>(\[-]*")
_BETWEEN = re.compile(r"(?:[ )\]|;,:]|--?(?= |$))*")


def _written(text: str) -> str:
    """Return plain text, of what isn't too long to be a time."""
    return plain(text)[0].strip() if len(text) <= LONGEST else ""


def _matched(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return place if found is None else found.end()


def _opener(text: str, place: int) -> tuple[str, int]:
    found = _OPENER.match(text, place)
    return ("", place) if found is None else (found["word"] or "", found.end())


def _readings(text: str, place: int, after: dt.time | None, *, whole: bool) -> Iterator[tuple[WrittenTime, int]]:
    """Give the ways to read a time or a stretch from `place` on, the longest first, with where each ends.

    `whole`: the text is to be nothing but that, so that a lone number counts as an hour.
    """
    opener, place = _opener(text, place)
    first = read_at(text, place, sums=opener != "from" and opener not in _NEEDS_END)
    if first is None:
        return
    to = (_TO_OR_AND if opener in _NEEDS_END else _TO).match(text, first.stop)
    last = None if to is None else read_at(text, _matched(_APPROXIMATELY, text, to.end()))
    if last is not None and not last.marked and _ORDINAL.match(text, last.stop):
        # `16.15 – 1. Vortrag` is called so.
        last = None
    if last is not None and _belong_together(first, last, whole=whole):
        stretch = _stretch(first, last, after)
        if stretch is not None:
            yield stretch, last.stop
    if opener not in _NEEDS_END and (whole or (first.marked and not _looks_like_a_year(first))):
        yield from _without_end(text, first, clock_time(_settled(first, after)), opener, whole=whole)


def _without_end(
    text: str, first: Reading, start: dt.time, opener: str, *, whole: bool
) -> Iterator[tuple[WrittenTime, int]]:
    is_open = (_OPEN if whole else _OPEN_BEFORE_A_TITLE).match(text, first.stop)
    if is_open is not None:
        yield WrittenTime(start=start, open_end=True), is_open.end()
    lasting = _DURATION.match(text, first.stop)
    minutes = None if lasting is None else read_minutes(lasting[1] or lasting[2])
    if lasting is not None and minutes is not None:
        yield WrittenTime(start=start, minutes=minutes), lasting.end()
    yield WrittenTime(start=start, open_end=opener in _FROM_ON), first.stop


def _belong_together(first: Reading, last: Reading, *, whole: bool) -> bool:
    """Whether two times make a stretch: not a date, a school year, or two counts before a title."""
    if first.compact != last.compact:
        return False
    if _looks_like_a_year(first) and _digits(last) == _digits(first) + 1:
        return False
    return whole or first.marked or last.marked


def _looks_like_a_year(reading: Reading) -> bool:
    return reading.compact and 1900 <= _digits(reading) < 2100


def _digits(reading: Reading) -> int:
    return reading.minutes // 60 * 100 + reading.minutes % 60


def _stretch(first: Reading, last: Reading, after: dt.time | None) -> WrittenTime | None:
    start = _settled(first, after)
    if first.twelve and last.half:
        # `1-2 pm`, `11-1 pm`: the start is the latest one before the end
        both = (first.minutes, other_half(first.minutes))
        start = max((minutes for minutes in both if minutes < last.minutes), default=first.minutes)
    end = last.minutes if _is_in_24_hours(first, last) else _settled(last, clock_time(start))
    lasts = (end - start) % MINUTES_A_DAY
    return None if not 0 < lasts <= LONGEST_STRETCH else WrittenTime(start=clock_time(start), end=clock_time(end))


def _is_in_24_hours(first: Reading, last: Reading) -> bool:
    """Whether the start shows that the end is written in 24 hours too: `19:00-8:00` ends in the morning."""
    return first.minutes >= 13 * 60 and not first.half and not first.spoken and not last.spoken


def _settled(reading: Reading, after: dt.time | None) -> int:
    """Choose between a time and the one half a day away, when it must lie after another."""
    if after is None:
        return reading.minutes
    past = minutes_after_midnight(after)
    if reading.half and reading.minutes < _AN_HOUR and _MORNING <= past <= _NOON + reading.minutes:
        # `12.15 am` after eleven in the morning is just past noon, however it is written.
        return reading.minutes + _NOON
    if not reading.twelve:
        return reading.minutes
    other = other_half(reading.minutes)
    wait, other_wait = (reading.minutes - past) % MINUTES_A_DAY, (other - past) % MINUTES_A_DAY
    is_likely = 1 <= reading.minutes // 60 <= 6 or other_wait <= (SOON_IN_WORDS if reading.spoken else SOON)
    return other if other_wait < wait and is_likely else reading.minutes
