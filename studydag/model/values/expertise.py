"""External expertise: question, selection, contract, assurance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from studydag.model.values.dates import Due
from studydag.model.values.fields import (
    CONFIDENTIAL,
    REQUIRED,
    Between,
    BlockId,
    Cents,
    Count,
    GoalId,
    GroupId,
    Label,
    Level5,
    MomentId,
    PersonId,
    Position,
    Text,
    Title,
    WorkMinutes,
)


class Criterion(StrEnum):
    """The four criteria of selection (R094-R097)."""

    EXPERTISE = "expertise"
    TAILORING = "tailoring"
    VISION = "vision"
    TRANSFER = "transfer"


class ExpectationOutcome(StrEnum):
    """Whether an expectation came true (R093)."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"


class ContractState(StrEnum):
    """Where the agreement stands."""

    NONE = "none"
    ASKED = "asked"
    OFFERED = "offered"
    AGREED = "agreed"
    CANCELLED = "cancelled"


class DeploymentKind(StrEnum):
    """The five kinds of the source (R098-R102)."""

    TRAINING = "training"
    COACHING = "coaching"
    ADVICE = "advice"
    PROCESS_GUIDANCE = "process_guidance"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What is expected of an expert, rated afterwards."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    text: Text = ""
    outcome: ExpectationOutcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionScore:
    """A candidate's score from 1 to 5 on one criterion; empty is open, not nought."""

    id: int = 0
    uid: str = ""
    criterion: Criterion = Criterion.EXPERTISE
    score: Level5 | None = None
    evidence: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Someone who could answer the question."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    name: Title = ""
    organisation: Title = ""
    scores: Annotated[tuple[CriterionScore, ...], CONFIDENTIAL] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionWeight:
    """How heavily a criterion counts."""

    criterion: Criterion
    weight: Annotated[float, Between(0, 100)] = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """What an expert does: kind, audience, sessions, costs in cents, and the goal it serves (R092, R098-R102)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    kind: DeploymentKind = DeploymentKind.TRAINING
    audience: tuple[GroupId, ...] = ()
    blocks: tuple[BlockId, ...] = ()
    sessions: Count = 1
    names: Annotated[Title, CONFIDENTIAL] = ""
    product: Title = ""
    due: Due | None = None
    period_start: date | None = None
    period_end: date | None = None
    milestones: Text = ""
    fee: Cents = 0
    travel: Cents = 0
    vat_note: Label = ""
    goal: GoalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambassador:
    """Someone inside who carries the knowledge on, and the time for it (R103)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    person: PersonId | None = None
    topic: Title = ""
    audience: Title = ""
    does: Text = ""
    minutes: WorkMinutes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Expert:
    """External expertise from question through selection to assurance (R088-R105)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    name: Annotated[Title, REQUIRED] = ""
    person: PersonId | None = None
    organisation: Title = ""
    question: Text = ""
    context: Text = ""
    prior_knowledge: Text = ""
    expectations: tuple[Expectation, ...] = ()
    weights: tuple[CriterionWeight, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    contract: ContractState = ContractState.NONE
    talk_on: date | None = None
    talk_notes: Text = ""
    inside_people: tuple[PersonId, ...] = ()
    inside_by: Due | None = None
    deployments: tuple[Deployment, ...] = ()
    ambassadors: tuple[Ambassador, ...] = ()
    insights_document: Title = ""
    standing_structure: MomentId | None = None
