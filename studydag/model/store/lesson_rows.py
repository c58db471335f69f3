"""Reads over all study days what was learned, and how experts and formats did: columns only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.store.library import Library
from studydag.model.values.effect import Verdict
from studydag.model.values.lessons import Lesson

_LESSONS = """
SELECT insight.id, day.id, day.title, (SELECT min(date) FROM part WHERE study_day_id = day.id), insight.text,
    insight.verdict, coalesce((SELECT title FROM block WHERE id = insight.block), ''),
    coalesce(insight.working_format, (SELECT working_format FROM block WHERE id = insight.block)),
    coalesce((SELECT name FROM expert WHERE id = insight.expert), ''), insight.taken_along_to
FROM insight JOIN study_day day ON day.id = insight.study_day_id ORDER BY 4 DESC, day.id DESC, insight.position
"""
_EXPERTS = """
SELECT expert.name, COUNT(DISTINCT expert.study_day_id),
    SUM((SELECT COUNT(*) FROM expectation WHERE expert_id = expert.id AND outcome = 'met')),
    SUM((SELECT COUNT(*) FROM expectation WHERE expert_id = expert.id AND outcome IS NOT NULL))
FROM expert WHERE expert.name <> '' GROUP BY expert.name ORDER BY 1
"""
_RATED = """
SELECT expert.name, COUNT(block.rating), AVG(block.rating) FROM expert
JOIN block_lead lead ON lead.person = expert.person JOIN block ON block.id = lead.block_id
WHERE expert.person IS NOT NULL AND block.study_day_id = expert.study_day_id AND block.rating IS NOT NULL
GROUP BY expert.name
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertUse:
    """How an expert (by name) did: on how many days, expectations met of those judged, rating of their blocks."""

    name: str
    days: int
    met: int
    judged: int
    rated: int = 0
    mean: float | None = None


def lesson_rows(library: Library) -> tuple[Lesson, ...]:
    """Return what was learned of all study days, of the newest first (R120)."""
    return tuple(
        Lesson(
            id=number,
            day=day,
            day_title=title,
            date=dt.date.fromisoformat(date) if date else None,
            text=text,
            verdict=Verdict(verdict),
            block=block,
            working_format=working_format,
            expert=expert,
            taken_along_to=taken,
        )
        for number, day, title, date, text, verdict, block, working_format, expert, taken in library.rows(_LESSONS)
    )


def expert_use(library: Library) -> tuple[ExpertUse, ...]:
    """Return how experts did over all study days, by name (R121)."""
    rated = {name: (count, mean) for name, count, mean in library.rows(_RATED)}
    return tuple(
        ExpertUse(
            name=name,
            days=days,
            met=met or 0,
            judged=judged or 0,
            rated=rated.get(name, (0, None))[0],
            mean=rated.get(name, (0, None))[1],
        )
        for name, days, met, judged in library.rows(_EXPERTS)
    )
