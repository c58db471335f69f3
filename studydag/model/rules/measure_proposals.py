"""What the evaluation plan can propose: to measure a baseline again, and what goals and impact map say shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from studydag.model.rules.calendar.evaluation import window_of
from studydag.model.rules.remedies.proposal import Add, Proposal, Set, Step
from studydag.model.values.dates import Due
from studydag.model.values.effect import Approach, Instrument, Measure, Result
from studydag.model.values.goals import Goal, GoalKind, Impact, ImpactRow, Need, NeedSource
from studydag.model.values.references import Reference, reference_to
from studydag.model.values.school import EffectLevel, School
from studydag.model.values.study_day import StudyDay

_LEVELS = {
    ImpactRow.PROFESSIONAL: EffectLevel.BEHAVIOUR,
    ImpactRow.PUPILS: EffectLevel.PUPILS,
    ImpactRow.SCHOOL: EffectLevel.ORGANISATION,
    ImpactRow.FIELD: EffectLevel.ORGANISATION,
}
_INSTRUMENTS = {
    NeedSource.PUPIL_RESULTS: (EffectLevel.PUPILS, Instrument.PUPIL_RESULTS),
    NeedSource.OBSERVATION: (EffectLevel.BEHAVIOUR, Instrument.OBSERVATION),
    NeedSource.SELF_EVALUATION: (EffectLevel.LEARNING, Instrument.SELF_EVALUATION),
    NeedSource.SATISFACTION_SURVEY: (EffectLevel.PUPILS, Instrument.SATISFACTION_SURVEY),
}
LONGEST = 200
BEFORE, RESULT, AFTER = -1, -2, -3
"""Ids of what is made, until it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureProposal:
    """A measure that could be planned: what it comes from, what it is called, and the steps that make it."""

    source: Reference
    measure: Measure
    steps: Proposal


def measure_proposals(day: StudyDay, school: School) -> tuple[MeasureProposal, ...]:
    """Return what can be measured and isn't yet.

    First baselines (R031), then the indicators of the impact map (R023) and of goals (R108).
    """
    return (
        *(_again(need, day, school) for need in day.needs if _is_baseline(need) and not _is_measured_again(need, day)),
        *_from_impacts(day, school),
        *_from_goals(day, school),
    )


def _is_baseline(need: Need) -> bool:
    return need.value is not None or need.baseline_measure is not None


def _is_measured_again(need: Need, day: StudyDay) -> bool:
    baseline = need.baseline_measure
    return baseline is not None and any(measure.baseline_measure == baseline for measure in day.measures)


def _again(need: Need, day: StudyDay, school: School) -> MeasureProposal:
    """Propose the same measure after the day; where the baseline is only a figure, it becomes a measure first."""
    owner: Reference = ("study_day", day.id)
    goals = tuple(goal.id for goal in day.goals if need.id in goal.needs)
    before = next((each for each in day.measures if each.id == need.baseline_measure), None)
    steps: list[Step] = []
    if before is None:
        level, instrument = _INSTRUMENTS.get(need.source, (EffectLevel.BEHAVIOUR, None))
        before = Measure(
            id=BEFORE,
            title=_title(need.statement),
            goals=goals,
            level=level,
            instruments=() if instrument is None else (instrument,),
            when=need.date or need.period_end,
        )
        result = Result(id=RESULT, measure=BEFORE, date=need.date or need.period_end, n=need.n, mean=need.value)
        steps += [Add(value=before, owner=owner), Add(value=result, owner=owner)]
        steps.append(Set(kind="need", id=need.id, fields={"baseline_measure": BEFORE}))
    after = Measure(
        id=AFTER,
        title=before.title,
        goals=before.goals or goals,
        level=before.level,
        instruments=before.instruments,
        approach=before.approach,
        when=_when(before.level, school),
        question_set=before.question_set,
        baseline_measure=before.id,
    )
    steps.append(Add(value=after, owner=owner))
    return MeasureProposal(source=reference_to(need), measure=after, steps=tuple(steps))


def _from_impacts(day: StudyDay, school: School) -> Iterator[MeasureProposal]:
    for impact in sorted(day.impacts, key=lambda each: list(ImpactRow).index(each.row)):
        level = _LEVELS[impact.row]
        if impact.indicator.strip() and not _is_planned(impact, day):
            measure = Measure(
                id=AFTER,
                title=_title(impact.indicator),
                level=level,
                goals=tuple(goal.id for goal in day.goals),
                approach=Approach.BOTH,
                when=_when(level, school),
            )
            yield _simple(reference_to(impact), measure, day)


def _is_planned(impact: Impact, day: StudyDay) -> bool:
    title = _title(impact.indicator).casefold()
    return any(measure.title.casefold() == title for measure in day.measures)


def _from_goals(day: StudyDay, school: School) -> Iterator[MeasureProposal]:
    for goal in day.goals:
        level = EffectLevel.BEHAVIOUR if goal.kind is GoalKind.DO else EffectLevel.LEARNING
        planned = any(goal.id in each.goals and each.level is level for each in day.measures)
        if goal.indicator.strip() and not planned:
            yield _simple(reference_to(goal), _of_goal(goal, level, school), day)


def _of_goal(goal: Goal, level: EffectLevel, school: School) -> Measure:
    return Measure(
        id=AFTER,
        title=_title(goal.indicator),
        goals=(goal.id,),
        level=level,
        instruments=() if goal.instrument is None else (goal.instrument,),
        when=goal.target_due or _when(level, school),
    )


def _simple(source: Reference, measure: Measure, day: StudyDay) -> MeasureProposal:
    return MeasureProposal(source=source, measure=measure, steps=(Add(value=measure, owner=("study_day", day.id)),))


def _when(level: EffectLevel, school: School) -> Due | None:
    window = window_of(level, school)
    return None if window is None else window.earliest


def _title(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
