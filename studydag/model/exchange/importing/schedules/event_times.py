"""When an event in JSON is: a stamp, a clock time, or hours and minutes apart; local time goes before world time."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from studydag.model.exchange.importing.recognising.clock_cells import time_in_cell
from studydag.model.exchange.importing.recognising.date_lines import find_date
from studydag.model.exchange.importing.recognising.home_zone import HOME
from studydag.model.rules.written.written_dates import MONTHS

_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})")
_HOURS: Final = re.compile(r"(start|begin|from|end|to|until)_?(hour|h|minute|min|m)", re.IGNORECASE)
_ZONE: Final = re.compile(r"\s+(?![AP]M$)(?:[A-Z]{2,5}|\([^()]*\)|(?:UTC|GMT)[+-]\d{1,2})$")
_LOCAL: Final = ("time", "local_time", "localtime", "start_local", "start_time_local", "starttimelocal", "tijd", "zeit")
_OF_A_SCRIPT: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4}) (\d{2}):(\d{2})(?::\d{2})? GMT[+-]\d{4}\b.*"
)
"""As a script writes a moment, by the clock where it is: `Thu Mar 11 2027 09:30:00 GMT+0100 (…)`."""
_MOST_SHIFT: Final = dt.timedelta(hours=14)
Moment = tuple[str, str]
"""A date as 2027-03-11 and a clock time as 09:30; empty where one is not said."""


def moment_of(text: str) -> Moment:
    """Return date and clock time of a stamp, in local time where it is in world time."""
    # Python takes `0800` for a year.
    value = None if len(text.strip()) < len("20240501") else _stamp(text) or _of_a_script(text)
    if value is None:
        clock = _CLOCK.search(text)
        return ("", f"{int(clock[1]):02}:{clock[2]}") if clock is not None else ("", "")
    if value.tzinfo is not None and value.utcoffset() == dt.timedelta(0):
        value = value.astimezone(ZoneInfo(HOME))
    has_clock = len(text.strip()) > len("2024-05-01")
    return value.date().isoformat(), f"{value.hour:02}:{value.minute:02}" if has_clock else ""


def local_moment(known: Mapping[str, Any], start: str) -> Moment | None:
    """Return when an event is by the clock where it is held, which stands beside its start in world time."""
    stamp = _stamp(start)
    if stamp is None or stamp.tzinfo is None or stamp.utcoffset() != dt.timedelta(0):
        return None
    told = next((str(known[key]) for key in _LOCAL if isinstance(known.get(key), str) and known[key] != start), "")
    written = time_in_cell(_ZONE.sub("", told)) if told and _stamp(told) is None else None
    if written is None or written.start is None:
        return None
    days = [stamp.date() + dt.timedelta(days=days) for days in (-1, 0, 1)]
    there = [dt.datetime.combine(day, written.start, dt.UTC) for day in days]
    nearest = min(there, key=lambda each: abs(each - stamp))
    return (nearest.date().isoformat(), f"{nearest:%H:%M}") if abs(nearest - stamp) <= _MOST_SHIFT else None


def both_clocks(text: str) -> tuple[str, str]:
    """Return start and end of a time such as `9:50 - 10:30`; the end is empty where there is none."""
    found = time_in_cell(_ZONE.sub("", text.strip())) if _stamp(text) is None else None
    if found is None or found.start is None:
        return "", ""
    return f"{found.start:%H:%M}", f"{found.end:%H:%M}" if found.end is not None else ""


def when_named(name: str) -> tuple[str, str, str]:
    """Return day, start and end of what is called after when it is: `Tuesday Sep 2nd 08:30-10:00`; else empty.

    A clock time alone, and a title with a time in it, are no such name.
    """
    date = find_date(name)
    if date is None or not date.rest or name[-len(date.rest) :] != date.rest:
        return "", "", ""
    start, end = both_clocks(date.rest)
    return (name[: -len(date.rest)].strip(" ,;|–—-"), start, end) if start and end else ("", "", "")


def with_whole_times(known: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of an event with its hours and minutes, `fromHour` and `fromMin`, as its start and end."""
    parts: dict[str, dict[str, int]] = {}
    for key, value in known.items():
        found = _HOURS.fullmatch(key)
        if found is not None and isinstance(value, int | str) and str(value).isdigit():
            side = "end" if found[1].casefold() in {"end", "to", "until"} else "start"
            parts.setdefault(side, {})[found[2][0].casefold()] = int(value)
    whole = {
        side: f"{own['h']:02}:{own.get('m', 0):02}"
        for side, own in parts.items()
        if 0 <= own.get("h", -1) < 24 and 0 <= own.get("m", 0) < 60
    }
    return {**whole, **known}


def minutes_between(start: str, end: str) -> str:
    """Return the minutes between two clock times, past midnight too; empty where one of them is."""
    if not start or not end:
        return ""
    first, last = (int(clock[:2]) * 60 + int(clock[3:]) for clock in (start, end))
    return str((last - first) % 1440 or "")


def _of_a_script(text: str) -> dt.datetime | None:
    found = _OF_A_SCRIPT.fullmatch(text.strip())
    month = MONTHS.get(found[1].casefold()) if found is not None else None
    if found is None or month is None:
        return None
    try:
        return dt.datetime(int(found[3]), month, int(found[2]), int(found[4]), int(found[5]))
    except ValueError:
        return None


def _stamp(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text.strip())
    except ValueError:
        return None
