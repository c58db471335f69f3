"""Takes a duration off a title, at its end or in front of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from studydag.model.exchange.importing.titles.peeled import EDGES, Peeled, added
from studydag.model.rules.time.durations import read_minutes

PARTED_MINUTES: Final = re.compile(
    r"(?P<rest>.+?)[,;/–-]\s*(?P<minutes>\d{1,3} ?(?:min(?:\.|uten|uut|utes)?|['’\u2032]))"
)
_MINUTES: Final = re.compile(
    r"(?<!\d[-–])(?:[\s,;:(–—|-]+)(?P<minutes>(?:ca\.? ?|circa ?|± ?)?\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?"
    r"|['’\u2032])|(?:een )?(?:half uur|halfuur|uur|kwartier)|anderhalf uur|\d(?:[.,]5)? ?(?:uur|u|h|hour"
    r"|hours|stunde|stunden|std)\.?)\)?\s*$",
    re.IGNORECASE,
)
_LASTING_OF: Final = re.compile(
    r"(?<!\w)(?:in|binnen|within|van|voor|of|for|per|elke|every|alle|eerste|first|last|laatste|na|after|nach|mit|met|with"
    r"|de|the|den|die|auf|op|meer dan|over)$",
    re.IGNORECASE,
)
MINUTES_FIRST: Final = re.compile(
    r"^\(?(?P<minutes>\d{1,3} ?(?:min(?:\.|uten|uut|utes|s)?|['’\u2032]))\)?\s*[:–—|-]*\s+(?=\S)", re.IGNORECASE
)
_TAIL: Final = 80
"""In how many characters at the end of a title a duration is looked for."""


def cut_minutes(text: str) -> tuple[str, int | None]:
    """Return a title without the duration at its end, and that duration."""
    start = max(0, len(text) - _TAIL)
    found = _MINUTES.search(text[start:])
    minutes = None if found is None else read_minutes(re.sub(r"^(?:ca\.?|circa|±) ?", "", found["minutes"]))
    if found is None or minutes is None:
        return text, None
    before = text[: start + found.start()]
    if not before.strip() or before.count("(") > before.count(")"):
        return text, None
    is_parted = re.search(r"[^\w\s]", found[0][: found.start("minutes") - found.start()]) is not None
    if not is_parted and _LASTING_OF.search(before[-_TAIL:]):
        return text, None
    return before.rstrip(EDGES + "("), minutes


def by_minutes(peeled: Peeled) -> Peeled | None:
    """Take off how many minutes something takes: `Rekenen (20 min)`; None where nothing says so."""
    if peeled.minutes is not None:
        return None
    before, minutes = cut_minutes(peeled.title)
    return None if minutes is None else replace(added(peeled, before), minutes=minutes)
