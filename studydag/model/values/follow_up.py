"""Actions and moments: what happens before and after the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Annotated

from studydag.model.values.dates import Due
from studydag.model.values.fields import (
    REQUIRED,
    ActivityId,
    BlockId,
    Count,
    Days,
    GoalId,
    GroupId,
    Label,
    Minutes,
    PersonId,
    Position,
    Text,
    Title,
    WorkMinutes,
)


class ActionKind(StrEnum):
    """What sort of action it is (R062, R068)."""

    TASK = "task"
    EXPERIMENT = "experiment"
    VISIT = "visit"


class ActionState(StrEnum):
    """Where an action stands; that it did not work is a normal outcome (R062)."""

    OPEN = "open"
    BUSY = "busy"
    DONE = "done"
    DID_NOT_WORK = "did_not_work"
    DROPPED = "dropped"

    @property
    def is_unfinished(self) -> bool:
        """Whether something is still to be done."""
        return self in {ActionState.OPEN, ActionState.BUSY}


class SupportKind(StrEnum):
    """What helps people to apply it (R086)."""

    TIME = "time"
    COACH = "coach"
    CO_TEACHING = "co_teaching"
    MATERIAL = "material"
    EXAMPLE = "example"


class MomentKind(StrEnum):
    """What a moment is for."""

    REFLECTION = "reflection"
    SHARING = "sharing"
    STRUCTURE = "structure"
    COLLECTING_NEEDS = "collecting_needs"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One step of an action, to tick off."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    text: Title = ""
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """What help an owner gets, and from whom (R086)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    kind: SupportKind = SupportKind.TIME
    giver: Title = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Who does what by when. The owner is one person, or a named group with a contact (R084).

    `window_start` to `due` is a window in which something happens `count` times (R068). Whether an action lies
    before or after the day is derived from its date.
    """

    id: int = 0
    uid: str = ""
    position: Position = 0
    what: Annotated[Text, REQUIRED] = ""
    kind: ActionKind = ActionKind.TASK
    owner: PersonId | None = None
    owner_group: GroupId | None = None
    owner_contact: PersonId | None = None
    goals: tuple[GoalId, ...] = ()
    block: BlockId | None = None
    due: Due | None = None
    window_start: Due | None = None
    count: Count | None = None
    minutes: WorkMinutes | None = None
    support: tuple[Support, ...] = ()
    visible_result: Text = ""
    school_class: Title = ""
    look_at: Text = ""
    result: Text = ""
    state: ActionState = ActionState.OPEN
    done_on: date | None = None
    note: Text = ""
    remind_before_days: Days | None = None
    checklist: tuple[ChecklistItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A dated meeting, possibly recurring by an RRULE (RFC 5545) (R085, R105).

    A series ends at `until`, after `times` meetings, or before the summer holidays.
    """

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    kind: MomentKind = MomentKind.REFLECTION
    first_date: Due | None = None
    start: time | None = None
    rhythm: Label = ""
    until: date | None = None
    until_summer: bool = False
    times: Count | None = None
    minutes: Minutes | None = None
    place: Title = ""
    agenda: Text = ""
    leader: PersonId | None = None
    goals: tuple[GoalId, ...] = ()
    activity: ActivityId | None = None
    remind_before_days: Days | None = None
