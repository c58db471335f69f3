"""Trajectories: study days and other learning forms that belong together over a year or more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from studydag.model.values.dates import Due
from studydag.model.values.fields import REQUIRED, LearningFormId, PersonId, Position, Text, Title, WorkMinutes
from studydag.model.values.follow_up import Moment


class ParticipantRole(StrEnum):
    """As what someone takes part in an activity (R049)."""

    PARTICIPANT = "participant"
    COACH = "coach"
    COACHEE = "coachee"
    OBSERVER = "observer"
    LEAD = "lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityParticipant:
    """Someone in an activity; a coachee has a lesson slot."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    person: PersonId
    role: ParticipantRole = ParticipantRole.PARTICIPANT
    lesson_slot: Title = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityStep:
    """A step of an activity with its date; from the template of its learning form (R047-R050)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    due: Due | None = None
    person: PersonId | None = None
    text: Text = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A learning form put to work: who, how long, what comes of it (R052, R056).

    Relative dates of its steps and meetings count from `begins_on`, else from the beginning of the trajectory.
    """

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    learning_form: LearningFormId | None = None
    informal: bool = False
    question: Text = ""
    participants: tuple[ActivityParticipant, ...] = ()
    begins_on: date | None = None
    minutes: WorkMinutes = 0
    product: Title = ""
    certificate: Title = ""
    valid_until: date | None = None
    steps: tuple[ActivityStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """A period with a theme and a goal; study days point to it. Relative dates count from `period_start`."""

    id: int = 0
    uid: str = ""
    title: Annotated[Title, REQUIRED] = ""
    period_start: date | None = None
    period_end: date | None = None
    theme: Title = ""
    goal: Text = ""
    activities: tuple[Activity, ...] = ()
    moments: tuple[Moment, ...] = ()
