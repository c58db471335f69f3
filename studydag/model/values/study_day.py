"""The study day as one value, and what lies around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.choices import Allotment, Grouping, Preference, Registration
from studydag.model.values.climate import ClimateItem
from studydag.model.values.day_status import DayStatus as DayStatus
from studydag.model.values.effect import Insight, Measure, Result, Success
from studydag.model.values.expertise import Expert
from studydag.model.values.fields import (
    CONFIDENTIAL,
    REQUIRED,
    Cents,
    Characters,
    Count,
    DayUid,
    Document,
    GoalId,
    Label,
    LearningFormId,
    NeedId,
    PartId,
    PersonId,
    Position,
    Text,
    Title,
    TrajectoryId,
    WorkingFormatId,
)
from studydag.model.values.follow_up import Action, Moment
from studydag.model.values.goals import Case, Goal, Impact, Need
from studydag.model.values.programme import Block, Part
from studydag.model.values.school import DocumentLanguage, RuleSetting


class Occasion(StrEnum):
    """What kind of day it is in a trajectory."""

    ORIENTATION = "orientation"
    STARTING_POINT = "starting_point"
    BOOST = "boost"


class DecisionAbout(StrEnum):
    """What a decision is about (R055, R059)."""

    DAY = "day"
    GOAL = "goal"
    NEED = "need"
    FORMAT = "format"
    LEARNING_FORM = "learning_form"
    CLIMATE = "climate"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationMember:
    """Someone who prepares the day (R075)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    person: PersonId
    role: Title = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DietCount:
    """How many people eat differently; counts only, never names (D13)."""

    name: Label
    count: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Catering:
    """Something to eat or drink, for how many, to be ordered by `cut_off` (D13)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    what: Title = ""
    part: PartId | None = None
    at: dt.time | None = None
    count: Count = 0
    diets: tuple[DietCount, ...] = ()
    cut_off: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Who outside the school gets what (R026)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    who: Title = ""
    what: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, by whom, and why (R055, R059)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    what: Annotated[Text, REQUIRED] = ""
    about: DecisionAbout = DecisionAbout.DAY
    goal: GoalId | None = None
    need: NeedId | None = None
    working_format: WorkingFormatId | None = None
    learning_form: LearningFormId | None = None
    by: Title = ""
    why: Text = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """A finding that stands, with the reason; `concerns` holds uids of the things it is about (R083)."""

    id: int = 0
    uid: str = ""
    rule: Annotated[str, Characters(64)]
    concerns: tuple[Label, ...] = ()
    reason: Annotated[Text, REQUIRED] = ""
    by: Title = ""
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A study day as it was at one time: `content` is what `show` writes. Stands outside undo (D32)."""

    id: int = 0
    uid: str = ""
    number: Count = 1
    name: Title = ""
    made_on: dt.datetime | None = None
    document: Label = ""
    format: Count = 1
    content: Document = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyDay:
    """A whole study day: the thread from need to effect. Money is in cents; `builds_on` is an earlier day's uid.

    Tuples are in the order in which people see them. Versions are read apart.
    """

    id: int = 0
    uid: str = ""
    title: Annotated[Title, REQUIRED] = ""
    theme: Title = ""
    learning_question: Text = ""
    occasion: Occasion | None = None
    status: DayStatus = DayStatus.IDEA
    language: DocumentLanguage = DocumentLanguage.DUTCH
    why_staff: Text = ""
    why_pupils: Text = ""
    why_team: Text = ""
    expected_number: Count | None = None
    preparation: tuple[PreparationMember, ...] = ()
    input_asked: Text = ""
    trajectory: TrajectoryId | None = None
    builds_on: DayUid = ""
    belief_before: Text = ""
    belief_after: Text = ""
    budget: Cents | None = None
    route: Text = ""
    parking: Text = ""
    wifi: Text = ""
    what_to_bring: Text = ""
    catering: tuple[Catering, ...] = ()
    share_list: tuple[Share, ...] = ()
    allotment_seed: Count = 1
    rule_settings: tuple[RuleSetting, ...] = ()
    parts: tuple[Part, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Goal, ...] = ()
    impacts: tuple[Impact, ...] = ()
    cases: tuple[Case, ...] = ()
    blocks: tuple[Block, ...] = ()
    registrations: tuple[Registration, ...] = ()
    preferences: Annotated[tuple[Preference, ...], CONFIDENTIAL] = ()
    allotments: tuple[Allotment, ...] = ()
    groupings: tuple[Grouping, ...] = ()
    climate: tuple[ClimateItem, ...] = ()
    experts: tuple[Expert, ...] = ()
    actions: tuple[Action, ...] = ()
    moments: tuple[Moment, ...] = ()
    measures: tuple[Measure, ...] = ()
    results: tuple[Result, ...] = ()
    insights: tuple[Insight, ...] = ()
    decisions: tuple[Decision, ...] = ()
    successes: tuple[Success, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()

    @property
    def question_beside_title(self) -> str:
        """The learning question; empty where the title asks it already."""
        same = self.learning_question.strip().rstrip("?") == self.title.strip().rstrip("?")
        return "" if same else self.learning_question
