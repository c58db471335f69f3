"""Tells how many people may come from other text: `max 18`, `maximaal 20 deelnemers`."""

from __future__ import annotations

import re
from typing import Final

_PEOPLE: Final = (
    r"people|persons|participants|places|seats|pax|staff|teachers|personen|pers\.?|deelnemers|plaatsen|plekken|mensen"
    r"|teilnehmer|teilnehmende|plätze"
)
_SEATS: Final = re.compile(rf"max(?:\.|imaal|imum|imal)?:? ?(?P<count>\d{{1,4}})(?: (?:{_PEOPLE}))?", re.IGNORECASE)


def most_people(text: str) -> int | None:
    """Return how many people may come, where a text says just that."""
    found = _SEATS.fullmatch(text.strip(" .,;:()[]"))
    return int(found["count"]) or None if found is not None else None


def most_people_of(description: str) -> int | None:
    """Return how many people may come by the first line of a description that says so."""
    counts = (most_people(line) for line in description.splitlines())
    return next((count for count in counts if count is not None), None)
