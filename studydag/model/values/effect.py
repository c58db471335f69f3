"""Measures, results, insights, successes: what came of the day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.dates import Due
from studydag.model.values.fields import (
    REQUIRED,
    BlockId,
    Count,
    DayUid,
    ExpertId,
    GoalId,
    MeasureId,
    PersonId,
    Position,
    QuestionId,
    QuestionSetId,
    Text,
    Title,
    WorkingFormatId,
)
from studydag.model.values.school import EffectLevel


class Instrument(StrEnum):
    """The fifteen instruments of the source; one can serve several levels."""

    SATISFACTION_SURVEY = "satisfaction_survey"
    FEEDBACK_FORM = "feedback_form"
    KNOWLEDGE_TEST = "knowledge_test"
    REFLECTION_REPORT = "reflection_report"
    PORTFOLIO = "portfolio"
    OBSERVATION = "observation"
    INTERVISION = "intervision"
    SELF_EVALUATION = "self_evaluation"
    PUPIL_RESULTS = "pupil_results"
    SCHOOL_CLIMATE = "school_climate"
    QUALITY_INDICATORS = "quality_indicators"
    PRE_POST_TEST = "pre_post_test"
    FOCUS_GROUP = "focus_group"
    PUPIL_FEEDBACK = "pupil_feedback"
    LOG = "log"


class Approach(StrEnum):
    """Figures, words, or both (R107)."""

    QUANTITATIVE = "quantitative"
    QUALITATIVE = "qualitative"
    BOTH = "both"


class Verdict(StrEnum):
    """What to do with it next time."""

    KEEP = "keep"
    CHANGE = "change"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How an effect is measured at a level, when and by whom (R106-R119)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    goals: tuple[GoalId, ...] = ()
    level: EffectLevel = EffectLevel.REACTION
    instruments: tuple[Instrument, ...] = ()
    approach: Approach = Approach.QUANTITATIVE
    when: Due | None = None
    block: BlockId | None = None
    who: PersonId | None = None
    question_set: QuestionSetId | None = None
    baseline_measure: MeasureId | None = None
    note: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a measure found: figures over a group, or text; never one person's (R109, R110)."""

    id: int = 0
    uid: str = ""
    measure: MeasureId
    question: QuestionId | None = None
    date: dt.date | None = None
    n: Count | None = None
    invited: Count | None = None
    mean: float | None = None
    spread: float | None = None
    distribution: tuple[Count, ...] = ()
    text: Text = ""
    shared: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """What to keep, change or stop, about the day or a block, format or expert (R120, R104)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    text: Annotated[Text, REQUIRED] = ""
    verdict: Verdict = Verdict.KEEP
    block: BlockId | None = None
    working_format: WorkingFormatId | None = None
    expert: ExpertId | None = None
    source: Title = ""
    kept_at: Title = ""
    taken_along_to: DayUid = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Success:
    """Something that went well, to celebrate at the next moment (R069)."""

    id: int = 0
    uid: str = ""
    what: Annotated[Text, REQUIRED] = ""
    who: Title = ""
    evidence: Text = ""
    date: dt.date | None = None
