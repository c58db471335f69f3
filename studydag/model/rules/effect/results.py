"""What was found: response, and results beside baseline and target; never of fewer people than the school says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from studydag.model.rules.effect.figures import complete, kept_back
from studydag.model.values.effect import Measure, Result
from studydag.model.values.fields import QuestionId
from studydag.model.values.goals import Goal
from studydag.model.values.questions import Question
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


SCALES = 10
_OF_NO_GOAL = frozenset({EffectLevel.REACTION, EffectLevel.CLIMATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What was found, beside what was before the day and the target, as far as there are such.

    Number, mean and spread follow from what was counted. `hidden` says that the group is too small to be shown; then no
    figure may be.
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


def has_figures(result: Result) -> bool:
    """Whether a result says something in figures."""
    return result.mean is not None or any(result.distribution)


def in_order(measures: Iterable[Measure], levels: tuple[EffectLevel, ...]) -> tuple[Measure, ...]:
    """Return measures by level, in the order of Kirkpatrick or Guskey (R106); within a level as they stand."""
    return tuple(sorted(measures, key=lambda measure: levels.index(measure.level)))


def comparisons(
    day: StudyDay,
    minimum: int,
    levels: tuple[EffectLevel, ...] = KIRKPATRICK,
    questions: Mapping[QuestionId, Question] | None = None,
) -> tuple[Comparison, ...]:
    """Return the results in figures question by question, each beside its baseline and its target (R108, R110).

    A baseline stands beside what it is compared with, and by itself as long as nothing was found yet.
    """
    out = kept_back(day.results, day.measures, minimum)
    return tuple(
        found
        for measure in in_order(day.measures, levels)
        if not any(other.baseline_measure == measure.id for other in day.measures)
        for found in _of_measure(measure, day, out, questions or {})
    )


def _of_measure(
    measure: Measure, day: StudyDay, out: Collection[int], questions: Mapping[QuestionId, Question]
) -> Iterator[Comparison]:
    now, before = _newest(measure.id, day, questions), _newest(measure.baseline_measure, day, questions)
    places = {question: place for place, question in enumerate(questions)}
    asked = dict.fromkeys((*now, *before))
    for question in sorted(asked, key=lambda each: -1 if each is None else places.get(each, len(places))):
        result, baseline = now.get(question), before.get(question)
        shown = [each for each in (result, baseline) if each is not None]
        means = [each.mean for each in shown if each.mean is not None]
        goal = next((goal for goal in day.goals if _is_aim_of(goal, measure, means)), None)
        yield Comparison(
            measure=measure,
            question=question,
            result=result,
            baseline=baseline,
            target=goal.target if goal is not None and question is None else None,
            unit=goal.unit if goal is not None and question is None else "",
            hidden=any(each.id in out for each in shown),
        )


def _is_aim_of(goal: Goal, measure: Measure, means: Sequence[float]) -> bool:
    """Whether a measure shows how near a goal's target is: not how people liked the day, nor on another scale.

    A mark of 2.8 says nothing of a target of 60 %. A factor of ten tells scales apart; it is ours.
    """
    if goal.target is None or goal.id not in measure.goals or measure.level in _OF_NO_GOAL:
        return False
    return all(goal.target <= SCALES * mean and mean <= SCALES * goal.target for mean in means if mean and goal.target)


def _newest(
    measure: int | None, day: StudyDay, questions: Mapping[QuestionId, Question]
) -> dict[QuestionId | None, Result]:
    """Return the newest result in figures of each question; those without a question are about the whole."""
    found = [result for result in day.results if result.measure == measure and has_figures(result)]
    found.sort(key=lambda result: (result.date or dt.date.min, result.id))
    return {result.question: complete(result, questions.get(result.question or 0)) for result in found}
