"""Registrations, preferences, the allotment, and groups within a block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from studydag.model.values.fields import (
    CONFIDENTIAL,
    OWNER,
    BlockId,
    Characters,
    Count,
    GroupId,
    Minutes,
    PartId,
    PersonId,
    Position,
    RegistrationId,
    Title,
)
from studydag.model.values.school import Accessibility


class RegistrationRole(StrEnum):
    """As what someone comes."""

    PARTICIPANT = "participant"
    LEAD = "lead"
    GUEST = "guest"


class Presence(StrEnum):
    """Whether someone was there (D22); a walk-in was, without having registered (D21)."""

    PRESENT = "present"
    ABSENT = "absent"
    PARTLY = "partly"
    WALK_IN = "walk_in"


class GroupMix(StrEnum):
    """What groups are mixed over (R060)."""

    NONE = "none"
    SECTION = "section"
    EXPERIENCE = "experience"


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceMark:
    """Whether a participant was present in a part or at a round."""

    id: int = 0
    uid: str = ""
    part: Annotated[PartId | None, OWNER] = None
    round: Annotated[BlockId | None, OWNER] = None
    presence: Presence = Presence.PRESENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """A participant: a person of the school, a name, or `count` people of a group (D20)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    person: PersonId | None = None
    name: Title = ""
    group: GroupId | None = None
    count: Count = 1
    role: RegistrationRole = RegistrationRole.PARTICIPANT
    together: Annotated[tuple[RegistrationId, ...], CONFIDENTIAL] = ()
    apart: Annotated[tuple[RegistrationId, ...], CONFIDENTIAL] = ()
    fixed_options: tuple[BlockId, ...] = ()
    access_needs: Annotated[tuple[Accessibility, ...], CONFIDENTIAL] = ()
    access_note: Annotated[str, Characters(500), CONFIDENTIAL] = ""
    attendance: tuple[AttendanceMark, ...] = ()
    compensation_minutes: Minutes = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """A wish of a registration: an option at a rank, for one round or (round empty) the whole day (R082)."""

    id: int = 0
    uid: str = ""
    registration: RegistrationId
    round: BlockId | None = None
    option: BlockId
    rank: Count = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Allotment:
    """The place a registration got in a round; `count` people of a group registration."""

    id: int = 0
    uid: str = ""
    registration: RegistrationId
    round: BlockId
    option: BlockId
    count: Count = 1
    locked: bool = False
    rank_obtained: Count | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOfParticipants:
    """One group of a grouping."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    name: Title = ""
    members: tuple[RegistrationId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """How the participants of a block are divided into groups (R060)."""

    id: int = 0
    uid: str = ""
    block: BlockId
    mix: GroupMix = GroupMix.NONE
    size: Count = 4
    groups: tuple[GroupOfParticipants, ...] = ()
