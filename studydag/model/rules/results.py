"""What was found: response, and results beside baseline and target; never of fewer people than the school says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studydag.model.values.effect import Measure, Result
from studydag.model.values.fields import QuestionId
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay

KIRKPATRICK = (
    EffectLevel.REACTION,
    EffectLevel.LEARNING,
    EffectLevel.BEHAVIOUR,
    EffectLevel.ORGANISATION,
    EffectLevel.PUPILS,
    EffectLevel.CLIMATE,
)
GUSKEY = (
    EffectLevel.REACTION,
    EffectLevel.LEARNING,
    EffectLevel.ORGANISATION,
    EffectLevel.BEHAVIOUR,
    EffectLevel.PUPILS,
    EffectLevel.CLIMATE,
)
"""Guskey's five: the organisation stands before what people do with it (R106)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A result with a mean, beside the one before the day and the target, as far as there are such.

    `hidden` says that the group is too small to be shown; then no figure may be.
    """

    measure: Measure
    question: QuestionId | None
    result: Result | None
    baseline: Result | None = None
    target: float | None = None
    unit: str = ""
    hidden: bool = False

    @property
    def difference(self) -> float | None:
        """How much higher the result is than the baseline."""
        if self.result is None or self.baseline is None or self.result.mean is None or self.baseline.mean is None:
            return None
        return round(self.result.mean - self.baseline.mean, 6)

    @property
    def n_differs(self) -> bool:
        """Whether not as many people answered as before (R110)."""
        return self.result is not None and self.baseline is not None and self.result.n != self.baseline.n


def response(result: Result) -> float | None:
    """Return the share of those asked that answered (R109): 26 of 31 is 0.84; None where one of both isn't known."""
    if result.n is None or not result.invited:
        return None
    return result.n / result.invited


def can_be_shown(result: Result, minimum: int) -> bool:
    """Whether a result is of enough people; one in words only, or of an unknown number, has no figures to hide."""
    return result.n is None or result.n >= minimum


def in_order(measures: Iterable[Measure], levels: tuple[EffectLevel, ...]) -> tuple[Measure, ...]:
    """Return measures by level, in the order of Kirkpatrick or Guskey (R106); within a level as they stand."""
    return tuple(sorted(measures, key=lambda measure: levels.index(measure.level)))


def comparisons(day: StudyDay, minimum: int, levels: tuple[EffectLevel, ...] = KIRKPATRICK) -> tuple[Comparison, ...]:
    """Return the results with a mean question by question, each beside its baseline and its target (R108, R110).

    A baseline stands beside what it is compared with, and by itself as long as nothing was found yet.
    """
    return tuple(
        found
        for measure in in_order(day.measures, levels)
        if not any(other.baseline_measure == measure.id for other in day.measures)
        for found in _of_measure(measure, day, minimum)
    )


def _of_measure(measure: Measure, day: StudyDay, minimum: int) -> Iterator[Comparison]:
    now, before = _means(measure.id, day), _means(measure.baseline_measure, day)
    for question in dict.fromkeys((*now, *before)):
        result, baseline = now.get(question), before.get(question)
        shown = [each for each in (result, baseline) if each is not None]
        goal = next((goal for goal in day.goals if goal.id in measure.goals and goal.target is not None), None)
        yield Comparison(
            measure=measure,
            question=question,
            result=result,
            baseline=baseline,
            target=goal.target if goal is not None and question is None else None,
            unit=goal.unit if goal is not None and question is None else "",
            hidden=not all(can_be_shown(each, minimum) for each in shown),
        )


def _means(measure: int | None, day: StudyDay) -> dict[QuestionId | None, Result]:
    """Return the newest result with a mean of each question; those without a question are about the whole."""
    found = [result for result in day.results if result.measure == measure and result.mean is not None]
    found.sort(key=lambda result: (result.date is not None, result.date or 0, result.id))
    return {result.question: result for result in found}
