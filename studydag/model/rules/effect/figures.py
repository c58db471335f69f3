"""What the answers to a question come to, and whether they may be shown: one rule for screens and documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from studydag.model.values.effect import Measure, Result
from studydag.model.values.fields import QuestionId
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.school import EffectLevel

LOWEST = 1
"""Where a scale begins as long as nobody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Number of answers, mean, spread, and how often each step was given. All but `n` are empty where `hidden`.

    `low` is the lowest step of the scale; of a choice there is no mean.
    """

    n: int | None = None
    mean: float | None = None
    spread: float | None = None
    counts: tuple[int, ...] = ()
    low: int = LOWEST
    hidden: bool = False


def figures(result: Result, level: EffectLevel, question: Question | None, minimum: int) -> Figures:
    """Return what may be shown of a result: of fewer answers than `minimum` only how many there are (R058, R109)."""
    found = complete(result, question)
    low = LOWEST if question is None else question.scale_low
    if not can_be_shown(result, level, minimum):
        return Figures(n=found.n, low=low, hidden=True)
    return Figures(n=found.n, mean=found.mean, spread=found.spread, counts=found.distribution, low=low)


def can_be_shown(result: Result, level: EffectLevel, minimum: int) -> bool:
    """Whether a result comes from enough people, or is an indicator that says nothing of people one by one.

    Answers to a question and the pulse on the climate are always people's: without their number they stay hidden.
    """
    n = answers(result)
    if n is not None:
        return n >= minimum
    return result.question is None and level is not EffectLevel.CLIMATE


def may_be_read(result: Result, measures: Iterable[Measure], minimum: int) -> bool:
    """Whether a result of a day may be shown, as `can_be_shown`."""
    level = next((each.level for each in measures if each.id == result.measure), EffectLevel.REACTION)
    return can_be_shown(result, level, minimum)


def kept_back(results: Collection[Result], measures: Collection[Measure], minimum: int) -> frozenset[int]:
    """Return the ids of the results of a day that may not be shown (R058).

    They come from too few people, or hold all but a few of the answers of another date: the difference between both
    would tell what these few answered.
    """
    small = {each.id for each in results if not may_be_read(each, measures, minimum)}
    counted = [each for each in results if any(each.distribution) and each.id not in small]
    within = {
        one.id
        for one in counted
        for other in counted
        if one.id != other.id
        and (one.measure, one.question) == (other.measure, other.question)
        and len(one.distribution) == len(other.distribution)
        and 0 < sum(other.distribution) - sum(one.distribution) < minimum
        and all(few <= more for few, more in zip(one.distribution, other.distribution, strict=True))
    }
    return frozenset(small | within)


def answers(result: Result) -> int | None:
    """Return how many answered: as counted (of a choice of several, as noted); None where nobody knows."""
    counted = sum(result.distribution)
    if not counted:
        return result.n
    return counted if result.n is None else min(counted, result.n)


def complete(result: Result, question: Question | None) -> Result:
    """Return a result with the number, mean and spread that follow from its counts; what was counted goes first."""
    if not any(result.distribution):
        return result
    if question is not None and question.kind is QuestionKind.CHOICE:
        return replace(result, n=answers(result), mean=None, spread=None)
    low = LOWEST if question is None else question.scale_low
    mean, spread = mean_and_spread(result.distribution, low)
    return replace(result, n=answers(result), mean=mean, spread=spread)


def mean_and_spread(counts: Sequence[int], low: int = LOWEST) -> tuple[float | None, float | None]:
    """Return mean and standard deviation; `counts` are of the steps from `low` up."""
    total = sum(counts)
    if not total:
        return None, None
    mean = sum(step * count for step, count in enumerate(counts, low)) / total
    variance = sum(count * (step - mean) ** 2 for step, count in enumerate(counts, low)) / total
    return mean, variance**0.5


def steps_of(question: Question | None) -> range | None:
    """Return the steps that can be counted: of a scale its numbers, of a choice 1 up; None where words are written."""
    if question is None or question.kind is QuestionKind.OPEN:
        return None
    if question.kind is QuestionKind.CHOICE:
        return range(1, 1 + max(len(question.choices_nl), len(question.choices_en)))
    return range(question.scale_low, max(question.scale_high, question.scale_low) + 1)


def question_map(sets: Iterable[QuestionSet]) -> Mapping[QuestionId, Question]:
    """Return all questions by id."""
    return {question.id: question for each in sets for question in each.questions}
