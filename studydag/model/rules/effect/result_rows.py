"""The results of a measure as a table to fill in: a row for each question, a column for each step of its scale."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from studydag.model.rules.effect.figures import complete, kept_back, steps_of
from studydag.model.rules.effect.results import has_figures
from studydag.model.rules.goals.scan_scores import MOST_STEPS
from studydag.model.values.effect import Measure, Result
from studydag.model.values.fields import QuestionId
from studydag.model.values.questions import Question, QuestionKind, QuestionSet
from studydag.model.values.study_day import StudyDay

MOST: Final = 1_000_000
FIGURES: Final = ("n", "mean", "spread")
"""The fields that follow from what was counted, and are typed where nothing was."""
_WHOLE: Final = re.compile(r"\d{1,7}")
_NUMBER: Final = re.compile(r"-?\d{1,9}(?:[.,]\d{1,6})?")


class Unreadable(ValueError):
    """What was typed is no number that could stand there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultRow:
    """A question, or (None) the measure as a whole, with what was entered. `hidden`: too few people to show it."""

    question: Question | None
    result: Result | None
    hidden: bool = False

    @property
    def steps(self) -> range:
        """The steps that can be counted; none where words or a mean are noted."""
        steps = steps_of(self.question)
        return steps if steps is not None and len(steps) <= MOST_STEPS else range(0)

    @property
    def found(self) -> Result | None:
        """What was entered, with the figures that follow from what was counted."""
        return None if self.result is None else complete(self.result, self.question)

    @property
    def is_counted(self) -> bool:
        """Whether its figures follow from counts."""
        return self.result is not None and any(self.result.distribution)

    @property
    def counts(self) -> tuple[int, ...]:
        """How often each step was given; noughts where nothing was counted."""
        held = () if self.result is None else self.result.distribution
        return tuple(held[place] if place < len(held) else 0 for place in range(len(self.steps)))

    def takes(self, field: str) -> bool:
        """Whether a figure can be typed: one that isn't counted; of words and choices there is no mean."""
        if field == "text":
            return True
        if self.is_counted:
            return False
        return field == "n" or self.question is None or self.question.kind is QuestionKind.SCALE


def dates_of(measure: int, day: StudyDay) -> tuple[dt.date | None, ...]:
    """Return the dates on which a measure found something, the newest first."""
    found = {result.date for result in day.results if result.measure == measure}
    return tuple(sorted(found, key=lambda each: each or dt.date.min, reverse=True))


def result_rows(
    measure: Measure, day: StudyDay, sets: tuple[QuestionSet, ...], on: dt.date | None, minimum: int
) -> tuple[ResultRow, ...]:
    """Return the rows of a measure on a date: its questions, those that were answered besides, and the whole."""
    found = {each.question: each for each in day.results if each.measure == measure.id and each.date == on}
    own = next((each.questions for each in sets if each.id == measure.question_set), ())
    known: Mapping[QuestionId, Question] = {question.id: question for each in sets for question in each.questions}
    others = [known[number] for number in found if number is not None and number in known and known[number] not in own]
    out = kept_back([each for each in day.results if each.measure == measure.id], (measure,), minimum)
    rows = [_row(question, found.get(question.id), out) for question in (*own, *others)]
    return (*rows, _row(None, found.get(None), out))


def _row(question: Question | None, result: Result | None, out: Collection[int]) -> ResultRow:
    if result is None:
        return ResultRow(question=question, result=None)
    hidden = result.id in out and (has_figures(result) or bool(result.text))
    return ResultRow(question=question, result=result, hidden=hidden)


def with_count(row: ResultRow, bare: Result, place: int, text: str) -> Result:
    """Return the result of a row with another count; `bare` is one without anything. Raises Unreadable."""
    counts = list(row.counts)
    counts[place] = 0 if not text.strip() else _whole(text)
    given = tuple(counts) if any(counts) else ()
    return replace(row.result or bare, distribution=given, n=None, mean=None, spread=None)


def with_figure(row: ResultRow, bare: Result, field: str, text: str) -> Result:
    """Return the result of a row with another figure, or other words. Raises Unreadable."""
    held = row.result or bare
    if field == "text":
        return replace(held, text=text if text.strip() else "")
    bare_text = text.strip()
    if field == "n":
        return replace(held, n=_whole(bare_text) if bare_text else None)
    number = _figure(row, field, bare_text) if bare_text else None
    return replace(held, mean=number) if field == "mean" else replace(held, spread=number)


def _whole(text: str) -> int:
    if _WHOLE.fullmatch(text.strip()) is None or int(text) > MOST:
        raise Unreadable(text)
    return int(text)


def _figure(row: ResultRow, field: str, text: str) -> float:
    if _NUMBER.fullmatch(text.strip()) is None:
        raise Unreadable(text)
    number = float(text.strip().replace(",", "."))
    question = row.question
    if field == "spread" and number < 0:
        raise Unreadable(text)
    if field == "mean" and question is not None and not question.scale_low <= number <= question.scale_high:
        raise Unreadable(text)
    return number
