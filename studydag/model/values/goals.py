"""Needs, goals, their effect in words, and practice cases."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.dates import Due
from studydag.model.values.effect import Instrument
from studydag.model.values.fields import (
    REQUIRED,
    BlockId,
    Count,
    GroupId,
    Label,
    Level4,
    Level5,
    MeasureId,
    NeedId,
    Position,
    SchoolGoalId,
    Text,
    Title,
)


class NeedSource(StrEnum):
    """What shows a need (R029, R033-R043)."""

    PUPIL_RESULTS = "pupil_results"
    OBSERVATION = "observation"
    APPRAISAL_TALKS = "appraisal_talks"
    SELF_EVALUATION = "self_evaluation"
    SATISFACTION_SURVEY = "satisfaction_survey"
    INFORMAL_TALK = "informal_talk"
    OUTSIDE_LOOK = "outside_look"
    OTHER = "other"


class NeedSetting(StrEnum):
    """Where a need was voiced (R040)."""

    TEAM_MEETING = "team_meeting"
    PEER_CONSULTATION = "peer_consultation"
    ONE_TO_ONE = "one_to_one"
    CORRIDOR = "corridor"


class Respondents(StrEnum):
    """Who answered (R037)."""

    PUPILS = "pupils"
    PARENTS = "parents"
    STAFF = "staff"


class Trend(StrEnum):
    """Where figures go."""

    UP = "up"
    FLAT = "flat"
    DOWN = "down"


class Level(StrEnum):
    """For whom a need or goal holds (R018, R030)."""

    INDIVIDUAL = "individual"
    SUBGROUP = "subgroup"
    TEAM = "team"
    SCHOOL = "school"


class GoalKind(StrEnum):
    """How far a goal goes (R012)."""

    KNOW = "know"
    THINK = "think"
    DO = "do"


class ImpactRow(StrEnum):
    """The rows of the impact map, in their fixed order (R025)."""

    PROFESSIONAL = "professional"
    PUPILS = "pupils"
    SCHOOL = "school"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What the team must learn, with the source that shows it. Needs from appraisal talks are always confidential."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    statement: Annotated[Text, REQUIRED] = ""
    source: NeedSource = NeedSource.OTHER
    setting: NeedSetting | None = None
    date: dt.date | None = None
    respondents: Respondents | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    trend: Trend | None = None
    n: Count | None = None
    value: float | None = None
    unit: Label = ""
    scale_low: float | None = None
    scale_high: float | None = None
    distribution: tuple[Count, ...] = ()
    observer: Title = ""
    form: Title = ""
    evidence_note: Text = ""
    evidence_link: Label = ""
    strength: Level4 = 1
    level: Level = Level.TEAM
    group: GroupId | None = None
    importance_for_people: Level5 | None = None
    importance_for_school: Level5 | None = None
    confidential: bool = False
    school_goals: tuple[SchoolGoalId, ...] = ()
    baseline_measure: MeasureId | None = None

    @property
    def is_confidential(self) -> bool:
        """Whether it stays out of shared documents (R035)."""
        return self.confidential or self.source is NeedSource.APPRAISAL_TALKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is different after the day, in knowing, thinking and doing, with an indicator (R007, R012, R108)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    sentence: Annotated[Text, REQUIRED] = ""
    knows: Text = ""
    thinks: Text = ""
    does: Text = ""
    level: Level = Level.TEAM
    indicator: Text = ""
    baseline: float | None = None
    target: float | None = None
    unit: Label = ""
    instrument: Instrument | None = None
    target_due: Due | None = None
    needs: tuple[NeedId, ...] = ()
    school_goals: tuple[SchoolGoalId, ...] = ()

    @property
    def kind(self) -> GoalKind:
        """The furthest of know, think, do that is filled in; a bare sentence is a goal of knowing."""
        if self.does.strip():
            return GoalKind.DO
        return GoalKind.THINK if self.thinks.strip() else GoalKind.KNOW


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What one group will notice of the day, with an indicator (R023-R026)."""

    id: int = 0
    uid: str = ""
    row: ImpactRow = ImpactRow.PROFESSIONAL
    expected_effect: Text = ""
    indicator: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A practice case or learning question of staff, used in a block or not yet (R020)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    text: Annotated[Text, REQUIRED] = ""
    asked_by: Title = ""
    block: BlockId | None = None
