"""Something to eat or drink as people type it: what, when and for how many in one line."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import Any

from studydag.model.rules.people.participants import expected
from studydag.model.rules.time.clock import WrittenTime, find_time
from studydag.model.values.study_day import Catering, DietCount, StudyDay

MOST = 100_000
_MEASURES = (
    "liter liters litre litres l kilo kg gram g kan kannen thermos thermoskannen fles flessen doos dozen schaal schalen"
    " blad bladen plateau plateaus krat kratten soort soorten gang gangen keer uur u min minuten rondes porties"
    " jug jugs pot pots bottle bottles box boxes tray trays kind kinds sort sorts course courses hour hours h"
)
"""What a number before it counts, other than people."""
_PEOPLE = r"(?:personen|persoon|pers\.?|mensen|deelnemers|collega'?s|man|people|persons|participants|pax|p\.)"
_DIETS = (
    r"vega|vegetarisch|veganistisch|halal|koosjer|(?:gluten|lactose|melk|zuivel|noten|pinda|suiker|vlees|vis)vrij"
    r"|vegetarian|vegan|kosher|(?:gluten|lactose|dairy|nut|sugar)[- ]free"
)


def read_catering(line: str, day: StudyDay) -> Catering:
    """Return what a line says: `20 koffie 10.30`, `lunch 12.00 voor 60, 6 vegetarisch`, `Borrelhapjes 16:00`.

    Where no number is written it is for everybody who is expected. Of several parts it belongs to the one that is on
    at its time, if there is just one.
    """
    rest, diets = _without_diets(" ".join(line.split()))
    rest, at = _without_time(rest)
    rest, count = _without_count(rest)
    what = _lost_commas().sub(r"\g<mark>", " ".join(rest.split())).strip(" ,;:·-–—()")
    if what and not line.strip().startswith(what):
        what = what[0].upper() + what[1:]
    if not what:
        what, at, count, diets = line.strip(), None, None, ()
    everybody = expected(day) or 0
    return Catering(what=what, at=at, count=everybody if count is None else count, part=_part_at(day, at), diets=diets)


def _without_diets(line: str) -> tuple[str, tuple[DietCount, ...]]:
    """Take out who eats differently: behind a comma or a word that leads to it, and nothing but a number of them."""
    found = [match for match in _other_diets().finditer(line) if 0 < int(match["n"]) < MOST]
    for match in reversed(found):
        line = f"{line[: match.start()]}{line[match.end() :]}"
    return line, tuple(DietCount(name=match["diet"].lower(), count=int(match["n"])) for match in found)


def _without_time(line: str) -> tuple[str, dt.time | None]:
    """Take the only time out of a line; a stretch stays written out, since only its start has a place of its own."""
    found = [(match.start(), read) for match in _words().finditer(line) if (read := find_time(line[match.start() :]))]
    if not found:
        return line, None
    place, (time, left) = found[0]
    if time.start is None or _says_more(time):
        return line, time.start
    before = _at().sub("", line[:place])
    if _until().search(before):
        return line, None
    return f"{before} {left}".strip(), time.start


def _says_more(time: WrittenTime) -> bool:
    return time.end is not None or time.minutes is not None or time.open_end


def _without_count(line: str) -> tuple[str, int | None]:
    """Take out for how many people it is."""
    for pattern in _counts():
        match = pattern.search(line)
        if match is not None and 0 < int(match["n"]) < MOST:
            return f"{line[: match.start()]} {line[match.end() :]}".strip(), int(match["n"])
    return line, None


def _part_at(day: StudyDay, at: dt.time | None) -> Any:
    on = [part.id for part in day.parts if at is not None and part.start <= at <= part.end]
    return on[0] if len(day.parts) > 1 and len(on) == 1 else None


@cache
def _other_diets() -> re.Pattern[str]:
    leads = r"(?:\s*[,;(]\s*(?:waarvan|of which|incl\.?)?|\s(?:waarvan|of which|incl\.?|en|and|met|with))"
    ends = r"(?=\s*(?:[,;).]|$|(?:(?:en|and|om|at|voor|for)\s+)?\d))\)?"
    return re.compile(rf"{leads}\s*(?P<n>\d{{1,5}})\s*[x×]?\s*(?P<diet>{_DIETS})e?{ends}", re.IGNORECASE)


@cache
def _lost_commas() -> re.Pattern[str]:
    return re.compile(r"\s+(?P<mark>[,;])")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"(?<!\S)\(?(?=\S)")


@cache
def _at() -> re.Pattern[str]:
    return re.compile(r"(?:\b(?:om|rond|at|around|@)|[,(–—-])\s*$", re.IGNORECASE)


@cache
def _until() -> re.Pattern[str]:
    return re.compile(r"\b(?:voor|tot|na|for|before|until|till|after)\s*$", re.IGNORECASE)


@cache
def _counts() -> tuple[re.Pattern[str], ...]:
    measures = "|".join(_MEASURES.split())
    written = (
        rf"\b(?:voor|for|à|x|×)\s*(?P<n>\d{{1,5}})(?:\s*{_PEOPLE}(?!\w))?(?=[\s,;.)]|$)(?!\s*(?:{measures})\b)",
        rf"(?<![\d.,])\(?(?P<n>\d{{1,5}})\s*{_PEOPLE}(?!\w)\)?",
        rf"^(?P<n>\d{{1,5}})\s*[x×]?\s+(?!(?:{measures})\b)(?=[^\W\d])",
    )
    return tuple(re.compile(each, re.IGNORECASE) for each in written)
