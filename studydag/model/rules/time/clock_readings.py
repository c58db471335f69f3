"""One clock time as it stands in plain text (see `written_text.plain`), in Dutch, English and German."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from studydag.model.rules.time.schedule import MINUTES_A_DAY
from studydag.model.rules.written.written_text import DUTCH_NUMBERS, ENGLISH_NUMBERS, GERMAN_NUMBERS, NUMBERS, any_of

HALF_A_DAY = MINUTES_A_DAY // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A time as it is written, in minutes after midnight, and `stop`, where in the text it ends.

    `twelve`: it may be half a day off. `half`: the half of the day that was written behind it. `marked`: it can't be
    but a time. `compact`: digits only, such as `0930`. `spoken`: in words, or over, past and before an hour.
    """

    minutes: int
    stop: int
    twelve: bool = False
    half: str = ""
    marked: bool = True
    compact: bool = False
    spoken: bool = False


def read_at(text: str, place: int, *, sums: bool = True) -> Reading | None:
    """Read the time at a place of plain text; without `sums` is `ten to three` the stretch from ten to three."""
    if place and text[place - 1].isalnum():
        return None
    is_plain = _IN_DIGITS.match(text, place) is not None
    found = None if is_plain else _spoken(text, place, sums=sums)
    found = found or _named(text, place) or _numeric(text, place)
    return None if found is None else _with_half(text, found)


def other_half(minutes: int) -> int:
    """Return the time half a day away."""
    return (minutes + HALF_A_DAY) % MINUTES_A_DAY


_HOURS = tuple(word for word, number in NUMBERS.items() if number <= 12)
_ENGLISH_HOURS = tuple(word for word, number in ENGLISH_NUMBERS.items() if number <= 12)
_OTHER_HOURS = tuple(word for words in (DUTCH_NUMBERS, GERMAN_NUMBERS) for word, n in words.items() if n <= 12)
_LONE_HOURS = tuple(word for word in _HOURS if word not in {"een", "ein"})
_ROUND_MINUTES = tuple(word for word, number in NUMBERS.items() if number in {5, 10, 20, 25})
_FIVES = tuple(word for word, number in NUMBERS.items() if number in range(10, 60, 5))
_COUNTS = tuple(word for word, number in NUMBERS.items() if number < 30)

_EARLIER = ("voor", "vor", "to", "before", "till")
_LATER = ("over", "na", "nach", "past", "after")
_SIDE = rf"(?P<side>{any_of((*_EARLIER, *_LATER))})"
_END = r"(?!\w|[:.,]\d)"
_HOUR = rf"(?P<hour>{any_of(_HOURS)}|1[0-2]|[1-9]){_END}"
_OTHER_HOUR = rf"(?P<hour>{any_of(_OTHER_HOURS)}|1[0-2]|[1-9]){_END}"
_UNIT = r"(?:min\.?|minuten|minuut|minutes|minute)"
_CLOCK_WORD = r"(?:uur|uhr|u|h|hrs?|o ?'? ?clock)(?![\w'])\.?"

_SPOKEN = tuple(
    re.compile(pattern)
    for pattern in (
        # half tien, tien voor half drie; in English half ten is half past
        rf"(?:(?P<count>{any_of(_ROUND_MINUTES)}|\d{{1,2}}) ?(?:{_UNIT} )?(?P<side>voor|over|na|vor|nach) )?"
        rf"(?P<half_to>half|halb) {_OTHER_HOUR}",
        rf"(?P<half_past>half past) {_HOUR}",
        rf"(?P<half_past>half) (?P<hour>{any_of(_ENGLISH_HOURS)}){_END}",
        rf"(?:een |a )?(?P<quarter>kwartier|kwart|viertel|quarter) {_SIDE} {_HOUR}",
        rf"(?P<count>{any_of(_ROUND_MINUTES)}) {_SIDE} {_HOUR}",
        # 10 voor 9, but 10 to 3 is a stretch
        rf"(?P<count>\d{{1,2}}) (?P<side>voor|vor|{any_of(_LATER)}) {_HOUR}",
        rf"(?P<count>{any_of(_COUNTS)}|\d{{1,2}}) ?{_UNIT} {_SIDE} {_HOUR}",
        rf"(?P<hour>{any_of(_HOURS)}) (?:uur|uhr|o ?'? ?clock)(?!\w)(?: (?P<rest>{any_of(_FIVES)})(?!\w))?",
        rf"(?P<hour>{any_of(_ENGLISH_HOURS)}) (?P<rest>{any_of(_FIVES)})(?!\w)",
    )
)
_IN_DIGITS = re.compile(r"\d{1,2}[:.]\d{2}(?!(?: uur| uhr)? (?:noon|mid|mittag|mitter))")
_SPOKEN_END = re.compile(rf" {_CLOCK_WORD}")
_TWELVE = r"(?:twelve|twaalf|zwolf|12(?:[:.]00)?)(?: uur| uhr)? "
_NOON = re.compile(rf"(?:{_TWELVE})?(?:noon|midday|mittags?)(?!\w)")
_MIDNIGHT = re.compile(rf"(?:{_TWELVE}|(?:24|0?0)(?:[:.]00)? )?(?:midnight|middernacht|mitternacht)(?!\w)")

_WITH_MINUTES = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[:,]|(?P<dot>\.))| ?(?:uur|uhr|u|h)\.? ?)(?P<minute>\d{2})(?!\d)"
    r"(?:(?<=:\d\d):00(?!\d))?"  # the seconds of a spreadsheet
    r"(?![.,:/]\d| ?(?:[%€]|euros?\b|eur\b))"  # no price, and no date such as 14.11.2026
    r"(?(dot)(?!\. ?[^\W\d]))"  # or 14.11. Beginn
    rf"(?P<word> ?{_CLOCK_WORD})?"
)
_COMPACT = re.compile(rf"(?P<hour>\d{{1,2}})(?P<minute>[0-5]\d)(?![\d%€]|[.,:/]\d)(?P<word> ?{_CLOCK_WORD})?")
_WITH_WORD = re.compile(rf"(?P<hour>\d{{1,2}}) ?(?P<word>{_CLOCK_WORD})")
_WITH_HALF = re.compile(r"(?P<hour>\d{1,2})(?= ?[ap]\.? ?m\b)")
_BARE = re.compile(rf"(?P<hour>\d{{1,2}}|{any_of(_LONE_HOURS)})(?![\w%€']|[.,:/]\d)")

_HALVES = tuple(
    (re.compile(pattern), half)
    for pattern, half in (
        (r" ?a\.? ?m(?:\.|(?!\w))", "am"),
        (r" ?p\.? ?m(?:\.|(?!\w))", "pm"),
        (r" (?:'s )?(?:ochtends|morgens|voormiddags|vormittags)(?!\w)", "am"),
        (r" (?:in the morning|in de ochtend|vm|v\.m\.)(?!\w)", "am"),
        (r" (?:'s )?(?:middags|namiddags|avonds|nachmittags|abends)(?!\w)", "pm"),
        (r" (?:in the afternoon|in the evening|in de middag|in de namiddag|in de avond|nm|n\.m\.)(?!\w)", "pm"),
        (r" (?:(?:'s )?nachts|at night)(?!\w)", "night"),
    )
)


def _spoken(text: str, place: int, *, sums: bool) -> Reading | None:
    for pattern in _SPOKEN:
        found = pattern.match(text, place)
        parts = {} if found is None else {name: value for name, value in found.groupdict().items() if value}
        if found is None or (not sums and parts.get("side") == "to") or _number(parts.get("count", "0")) >= 30:
            continue
        word = _SPOKEN_END.match(text, found.end())
        return Reading(minutes=_on_the_face(parts), stop=(word or found).end(), twelve=True, spoken=True)
    return None


def _on_the_face(parts: Mapping[str, str]) -> int:
    """Return the time on a clock face of twelve hours, with twelve itself at noon."""
    minutes = _number(parts["hour"]) * 60 + _number(parts.get("rest", "0"))
    minutes += 30 * ("half_past" in parts) - 30 * ("half_to" in parts)
    count = 15 if "quarter" in parts else _number(parts.get("count", "0"))
    minutes += -count if parts.get("side") in _EARLIER else count
    minutes %= HALF_A_DAY
    return minutes if minutes >= 60 else minutes + HALF_A_DAY


def _number(word: str) -> int:
    return NUMBERS[word] if word in NUMBERS else int(word)


def _named(text: str, place: int) -> Reading | None:
    noon, midnight = _NOON.match(text, place), _MIDNIGHT.match(text, place)
    if noon is not None:
        return Reading(minutes=HALF_A_DAY, stop=noon.end())
    return None if midnight is None else Reading(minutes=0, stop=midnight.end())


def _numeric(text: str, place: int) -> Reading | None:
    for pattern in (_WITH_MINUTES, _COMPACT, _WITH_WORD, _WITH_HALF, _BARE):
        found = pattern.match(text, place)
        if found is not None:
            return _of_digits(found)
    return None


def _of_digits(found: re.Match[str]) -> Reading | None:
    parts = found.groupdict()
    hour, minute = _number(parts["hour"]), int(parts.get("minute") or 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute) or (parts.get("mark") == "," and not parts["word"]):
        return None
    four_digits = found.re is _COMPACT and len(parts["hour"]) == 2
    in_24_hours = hour >= 7 and (parts["hour"].startswith("0") or four_digits)
    return Reading(
        minutes=(hour * 60 + minute) % MINUTES_A_DAY,
        stop=found.end(),
        twelve=1 <= hour < 12 and not in_24_hours,
        marked=_is_marked(found, hour),
        compact=found.re is _COMPACT and not parts["word"],
    )


def _is_marked(found: re.Match[str], hour: int) -> bool:
    """Whether it can't be but a time: not a number alone, three digits, or the `2h` of a `2h workshop`."""
    if found.re is _COMPACT:
        return len(found["hour"]) == 2 or bool(found["word"])
    if found.re is _WITH_WORD:
        return hour >= 7 or not found["word"].startswith("h")
    return found.re is not _BARE


def _with_half(text: str, reading: Reading) -> Reading:
    """Take along the half of the day that stands behind a time, unless the two contradict each other."""
    for pattern, half in _HALVES:
        found = pattern.match(text, reading.stop)
        if found is None:
            continue
        minutes = _in_half(reading.minutes, half)
        if minutes is None:
            return reading
        return replace(reading, minutes=minutes, stop=found.end(), twelve=False, marked=True, half=half)
    return reading


def _in_half(minutes: int, half: str) -> int | None:
    hour = minutes // 60
    if hour == 0 or hour > 12:
        is_late = half == "pm" or (half == "night" and hour >= 21)
        return minutes if is_late == (hour > 12) else None
    is_late = half == "pm" or (half == "night" and 6 <= hour < 12)
    return minutes % HALF_A_DAY + (HALF_A_DAY if is_late else 0)
