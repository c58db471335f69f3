"""The pulse on the climate: what it says before and after, as far as enough people answered (R058)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from studydag.model.rules.effect.figures import can_be_shown, figures, kept_back
from studydag.model.values.effect import Measure, Result
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class PulseResult:
    """One result; mean and spread are None where fewer than `minimum` people answered."""

    result: Result
    measure: Measure
    n: int
    minimum: int
    mean: float | None = None
    spread: float | None = None

    @property
    def is_hidden(self) -> bool:
        """Whether too few answered to show it."""
        return self.n < self.minimum

    @property
    def date(self) -> dt.date | None:
        """When it was found."""
        return self.result.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """The measures of the climate with their results; a measure that others are compared with comes before."""

    before: tuple[PulseResult, ...] = ()
    after: tuple[PulseResult, ...] = ()
    measures: tuple[Measure, ...] = ()

    @property
    def difference(self) -> float | None:
        """How much the mean changed; None where one of the two is not known or not shown."""
        first = next((each.mean for each in self.before if each.mean is not None), None)
        last = next((each.mean for each in reversed(self.after) if each.mean is not None), None)
        return None if first is None or last is None else last - first


def pulse(day: StudyDay, minimum: int) -> Pulse:
    """Return the pulse of a study day; results of fewer than `minimum` answers have no figures."""
    measures = tuple(each for each in day.measures if each.level is EffectLevel.CLIMATE)
    baselines = {each.baseline_measure for each in measures}
    by_id = {each.id: each for each in measures}
    out = kept_back(day.results, measures, minimum)
    taken: dict[tuple[int, dt.date | None], list[Result]] = {}
    for result in sorted(day.results, key=lambda each: (each.date or dt.date.max, each.id)):
        if result.measure not in by_id:
            continue
        # Of too few it is said that they are; what only lies within another date says nothing of its own.
        if result.id not in out or not can_be_shown(result, EffectLevel.CLIMATE, minimum):
            taken.setdefault((result.measure, result.date), []).append(result)
    found = [_together([shown(each, by_id[measure], minimum) for each in own]) for (measure, _), own in taken.items()]
    return Pulse(
        before=tuple(each for each in found if each.measure.id in baselines),
        after=tuple(each for each in found if each.measure.id not in baselines),
        measures=measures,
    )


def shown(result: Result, measure: Measure, minimum: int) -> PulseResult:
    """Return what may be shown of a result."""
    found = figures(result, measure.level, None, minimum)
    return PulseResult(
        result=result, measure=measure, n=found.n or 0, minimum=minimum, mean=found.mean, spread=found.spread
    )


def _together(taken: list[PulseResult]) -> PulseResult:
    """Return one result of all statements of a pulse: the mean of their means, of as many people as answered most."""
    readable = [each for each in taken if each.mean is not None]
    if len(taken) == 1 or not readable:
        return max(taken, key=lambda each: each.n)
    means = [each.mean for each in readable if each.mean is not None]
    first = readable[0]
    mean = round(sum(means) / len(means), 2)
    return PulseResult(
        result=first.result, measure=first.measure, n=max(each.n for each in readable), minimum=first.minimum, mean=mean
    )
