"""Where a study day stands; apart, because the first frame of the window needs nothing else of a study day."""

from __future__ import annotations

from enum import StrEnum


class DayStatus(StrEnum):
    """Where a study day stands, in order."""

    IDEA = "idea"
    DESIGN = "design"
    READY = "ready"
    HELD = "held"
    EVALUATED = "evaluated"
    ARCHIVED = "archived"
