"""The cycle of improvement, from needs to the next day, and where a study day stands in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from studydag.model.rules.calendar.dates import Side, first_date, last_date, resolve, side_of
from studydag.model.rules.calendar.evaluation import date_of_measure
from studydag.model.values.day_status import DayStatus
from studydag.model.values.references import Reference
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import N_

_HELD = frozenset({DayStatus.HELD, DayStatus.EVALUATED, DayStatus.ARCHIVED})


class Stage(StrEnum):
    """The stages of the cycle, in order; after the last one it begins again with what was learned."""

    NEEDS = "needs"
    GOALS = "goals"
    DAY = "day"
    FOLLOW_UP = "follow_up"
    MEASURE = "measure"
    LESSONS = "lessons"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that keeps a day at its stage: a thing by its title, or (without one) what is missing, in words."""

    reference: Reference | None = None
    title: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The stage at which a study day stands (None: it went all the way round), and what is open there."""

    stage: Stage | None
    open: tuple[OpenItem, ...] = ()

    def is_past(self, stage: Stage) -> bool:
        """Whether a stage lies behind it."""
        stages = list(Stage)
        return self.stage is None or stages.index(stage) < stages.index(self.stage)


def standing(day: StudyDay, today: dt.date) -> Standing:
    """Return where a study day stands in the cycle, and what is open at that stage (R122)."""
    for stage in Stage:
        found = tuple(_OPEN[stage](day, today))
        if found:
            return Standing(stage=stage, open=found)
    return Standing(stage=None)


def _needs(day: StudyDay, _today: dt.date) -> Iterator[OpenItem]:
    if not day.needs:
        yield OpenItem(missing=N_("No need has been written down yet."))


def _goals(day: StudyDay, _today: dt.date) -> Iterator[OpenItem]:
    if not day.goals:
        yield OpenItem(missing=N_("There is no goal yet."))


def _day(day: StudyDay, today: dt.date) -> Iterator[OpenItem]:
    first, last = first_date(day), last_date(day)
    if day.status in _HELD:
        return
    if last is None:
        yield OpenItem(missing=N_("The day has no date yet."))
    elif first is not None and first <= today <= last:
        yield OpenItem(missing=N_("The day is today.") if first == last else N_("The days are under way."))
    elif last >= today:
        yield OpenItem(missing=N_("The day is still to come."))


def _follow_up(day: StudyDay, today: dt.date) -> Iterator[OpenItem]:
    after = [each for each in day.actions if side_of(each.due, day) is Side.AFTER]
    if not after and not any(side_of(each.first_date, day) is Side.AFTER for each in day.moments):
        yield OpenItem(missing=N_("Nothing is planned after the day."))
    for action in day.actions:
        on = resolve(action.due, day)
        if action.state.is_unfinished and on is not None and on < today:
            yield OpenItem(reference=("action", action.id), title=action.what)


def _measure(day: StudyDay, today: dt.date) -> Iterator[OpenItem]:
    found = {result.measure for result in day.results}
    levels = {measure.level for measure in day.measures if measure.id in found}
    due = [
        measure
        for measure in day.measures
        if measure.id not in found and (date_of_measure(measure, day) or today) <= today
    ]
    for measure in due:
        yield OpenItem(reference=("measure", measure.id), title=measure.title)
    if EffectLevel.LEARNING not in levels and not any(each.level is EffectLevel.LEARNING for each in due):
        yield OpenItem(missing=N_("There is no result of level 2: what people learned."))


def _lessons(day: StudyDay, _today: dt.date) -> Iterator[OpenItem]:
    if not day.insights:
        yield OpenItem(missing=N_("No insight has been written down: what to keep, change or stop."))


def _next(day: StudyDay, _today: dt.date) -> Iterator[OpenItem]:
    for insight in day.insights:
        if not insight.taken_along_to:
            yield OpenItem(reference=("insight", insight.id), title=insight.text)


_OPEN = {
    Stage.NEEDS: _needs,
    Stage.GOALS: _goals,
    Stage.DAY: _day,
    Stage.FOLLOW_UP: _follow_up,
    Stage.MEASURE: _measure,
    Stage.LESSONS: _lessons,
    Stage.NEXT: _next,
}
STAGES = {
    Stage.NEEDS: N_("Needs"),
    Stage.GOALS: N_("Goals"),
    Stage.DAY: N_("Day"),
    Stage.FOLLOW_UP: N_("Follow-up"),
    Stage.MEASURE: N_("Measure"),
    Stage.LESSONS: N_("Lessons"),
    Stage.NEXT: N_("Next day"),
}
"""The stages as they are called, to be translated."""


def seems_held(day: StudyDay, today: dt.date) -> bool:
    """Whether a day that isn't marked as held has its dates behind it, or was run to its last block."""
    if day.status in _HELD:
        return False
    blocks = [block for block in day.blocks if block.part is not None and block.round is None and not block.cancelled]
    last = last_date(day)
    return (last is not None and last < today) or (
        bool(blocks) and all(block.actual_end is not None for block in blocks)
    )
