"""Parts and blocks: the programme of a study day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.fields import (
    CONFIDENTIAL,
    OWNER,
    SEARCHED,
    TEXT_CHARACTERS,
    BlockId,
    Characters,
    Count,
    GoalId,
    GroupId,
    Label,
    Level5,
    Minutes,
    PartId,
    PersonId,
    Position,
    RoomId,
    Text,
    Title,
    WorkingFormatId,
)
from studydag.model.values.formats import Phase, SetUp


class BlockKind(StrEnum):
    """An ordinary block, or a choice round whose options are blocks themselves."""

    BLOCK = "block"
    ROUND = "round"


class RoundRule(StrEnum):
    """How people come to an option of a round."""

    FREE_CHOICE = "free_choice"
    BY_GROUP = "by_group"


class Interaction(StrEnum):
    """How people take part (R015)."""

    LISTEN = "listen"
    PLENARY_TALK = "plenary_talk"
    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    SMALL_GROUPS = "small_groups"


class Mode(StrEnum):
    """Where a block takes place (R054, D18)."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"
    SELF_PACED = "self_paced"


class Attendance(StrEnum):
    """Who must come (R022, D07)."""

    COMPULSORY = "compulsory"
    BY_CHOICE = "by_choice"
    COMPULSORY_FOR_GROUPS = "compulsory_for_groups"


class LeadStatus(StrEnum):
    """How sure a lead is (D25)."""

    IDEA = "idea"
    ASKED = "asked"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class LeadersPart(StrEnum):
    """What the school leader does in a block (R067)."""

    OPENS = "opens"
    LEARNS_ALONG = "learns_along"
    CLOSES = "closes"


class MaterialPer(StrEnum):
    """What a quantity of material is counted for."""

    PERSON = "person"
    GROUP = "group"
    ONCE = "once"


class ResourceKind(StrEnum):
    """What a source is (R065)."""

    LITERATURE = "literature"
    LINK = "link"
    FILE = "file"
    PERSON = "person"


class ResourceWhen(StrEnum):
    """When a source is used."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the day on one date (programmadeel). An end at or before the start lies past midnight."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    date: dt.date | None = None
    start: dt.time = dt.time(9, 0)
    end: dt.time = dt.time(16, 0)
    venue: Title = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockLead:
    """Someone who leads a block."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    person: PersonId
    status: LeadStatus = LeadStatus.IDEA


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """Something a block needs; `quantity` is per person, per group, or once."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    item: Title = ""
    quantity: Count = 1
    per: MaterialPer = MaterialPer.ONCE
    brought_by: Title = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Something to read, open or ask before, during or after a block (R065)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Title = ""
    kind: ResourceKind = ResourceKind.LITERATURE
    link: Label = ""
    when: ResourceWhen = ResourceWhen.DURING


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the programme. It stores minutes; clock times are computed (see time.md).

    In a part, or parked (no part, no round), or an option of a `round`, then `offset_minutes` counts from the
    round's start. A block of kind ROUND lasts as long as max(offset + minutes) of its options; its own minutes
    count only while it has none.

    `planned_start` and `planned_minutes` are what it was to be when the day began, whatever was changed on the day
    (R027). `actual_start` and `actual_end` are noted on the day: a start alone is under way, an end alone was skipped.
    """

    id: int = 0
    uid: str = ""
    part: Annotated[PartId | None, OWNER] = None
    round: Annotated[BlockId | None, OWNER] = None
    position: Position = 0
    kind: BlockKind = BlockKind.BLOCK
    round_rule: RoundRule = RoundRule.FREE_CHOICE
    offset_minutes: Minutes = 0
    capacity: Count | None = None
    minimum: Count | None = None
    reserved_seats: Count = 0
    repeats: BlockId | None = None
    title: Title = ""
    title_to_be_announced_until: dt.date | None = None
    phase: Phase = Phase.KNOWLEDGE
    minutes: Minutes = 30
    minutes_locked: bool = False
    pinned_start: dt.time | None = None
    open_end: bool = False
    end_inferred: bool = False
    cancelled: bool = False
    cancelled_reason: Title = ""
    planned_start: dt.time | None = None
    planned_minutes: Minutes | None = None
    actual_start: dt.time | None = None
    actual_end: dt.time | None = None
    working_format: WorkingFormatId | None = None
    interaction: Interaction | None = None
    activity: Level5 | None = None
    mode: Mode = Mode.IN_PERSON
    window_start: dt.date | None = None
    window_end: dt.date | None = None
    link: Label = ""
    attendance: Attendance = Attendance.COMPULSORY
    compulsory_for: tuple[GroupId, ...] = ()
    audience: tuple[GroupId, ...] = ()
    context_tags: tuple[Label, ...] = ()
    description: Text = ""
    facilitator_notes: Annotated[str, Characters(TEXT_CHARACTERS), SEARCHED, CONFIDENTIAL] = ""
    own_input: bool = False
    open_slot: bool = False
    input_deadline: dt.date | None = None
    topics: tuple[Label, ...] = ()
    works_with_own_material: bool = False
    material_to_bring: Title = ""
    practice_link: Text = ""
    product: Title = ""
    preparation_minutes: Minutes = 0
    preparation_text: Text = ""
    uses_belief_as_prompt: bool = False
    feedback_rules: bool = False
    goals: tuple[GoalId, ...] = ()
    leads: tuple[BlockLead, ...] = ()
    leaders_part: tuple[LeadersPart, ...] = ()
    room: RoomId | None = None
    set_up: SetUp | None = None
    materials: tuple[Material, ...] = ()
    resources: tuple[Resource, ...] = ()
    internal: bool = False
    plan_b: Text = ""
    rating: Level5 | None = None
    insights: Text = ""
