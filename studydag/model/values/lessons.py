"""What was learned on study days, as it is read over all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.values.effect import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """An insight of some study day: what it is about (block, format by id, expert), and where it was taken along to.

    `working_format` is what the insight itself names, else that of its block.
    """

    id: int
    day: int
    day_title: str
    date: dt.date | None
    text: str
    verdict: Verdict
    block: str
    working_format: int | None
    expert: str
    taken_along_to: str
