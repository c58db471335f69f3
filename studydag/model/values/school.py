"""The school: one per library, with its people, rooms, groups and what it wants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Final

from studydag.model.values.dates import RelativeDate
from studydag.model.values.fields import (
    REQUIRED,
    Between,
    Characters,
    Colour,
    Count,
    Document,
    Label,
    Minutes,
    PersonId,
    PictureId,
    Position,
    Text,
    Title,
)
from studydag.model.values.formats import SetUp

# With `as` it is a word of the school as well, whose language it is.
from studydag.model.values.languages import DocumentLanguage as DocumentLanguage


class HolidayRegion(StrEnum):
    """Whose school holidays hold."""

    NL_NORTH = "nl_north"
    NL_MIDDLE = "nl_middle"
    NL_SOUTH = "nl_south"
    FLANDERS = "flanders"
    FRENCH_BELGIUM = "french_belgium"
    OTHER = "other"
    NONE = "none"


class EffectLevel(StrEnum):
    """Kirkpatrick's levels with the fourth split, and the climate pulse (R106, R058)."""

    REACTION = "1"
    LEARNING = "2"
    BEHAVIOUR = "3"
    ORGANISATION = "4_organisation"
    PUPILS = "4_pupils"
    CLIMATE = "climate"


class PersonRole(StrEnum):
    """What a person is to the school."""

    TEACHER = "teacher"
    SUPPORT = "support"
    LEADER = "leader"
    EXTERNAL = "external"


class GroupKind(StrEnum):
    """What the members of a group share."""

    SECTION = "section"
    YEAR = "year"
    ROLE = "role"
    OTHER = "other"


class Accessibility(StrEnum):
    """What a room offers, or a participant needs (D17)."""

    STEP_FREE = "step_free"
    HEARING_LOOP = "hearing_loop"
    ACCESSIBLE_TOILET = "accessible_toilet"
    LOW_STIMULUS = "low_stimulus"
    LARGE_PRINT = "large_print"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDays:
    """Days on which the school is closed, first and last included."""

    first: date
    last: date
    name: Label = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationWindow:
    """When a level can be measured at the earliest and the latest, counted from the day (R118)."""

    level: EffectLevel
    earliest: RelativeDate
    latest: RelativeDate


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """A check switched off, or given another threshold, by the school or for one day (R070)."""

    rule: Annotated[str, Characters(64)]
    on: bool = True
    threshold: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """The school: its name and colours, holidays, vision, and the settings of checks. Row 1 of every library.

    `feedback_rules` are its own, a line each; without any those of the program hold (R061).
    Minutes of change-over are between two rooms, of travel between two buildings (D03, D27).
    """

    id: int = 0
    uid: str = ""
    name: Title = ""
    logo: PictureId | None = None
    accent_colour: Colour = "#1f5fa8"
    language: DocumentLanguage = DocumentLanguage.DUTCH
    holiday_region: HolidayRegion = HolidayRegion.NL_MIDDLE
    country: Annotated[str, Characters(2)] = ""
    vision: Text = ""
    feedback_rules: Text = ""
    closed_days: tuple[ClosedDays, ...] = ()
    change_over_minutes: Minutes = 5
    travel_minutes: Minutes = 15
    evaluation_windows: tuple[EvaluationWindow, ...] = ()
    minimum_group_size: Annotated[int, Between(1, 1000)] = 5
    rule_settings: tuple[RuleSetting, ...] = ()


SCHOOL_YEARS: Final = frozenset({"first_year", "last_year"})
"""Fields that hold the year in which a school year begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolGoal:
    """What the school wants to reach in some school years; `first_year` 2026 means 2026-2027 (R013)."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    title: Annotated[Title, REQUIRED] = ""
    description: Text = ""
    first_year: Annotated[int, Between(1900, 2200)] | None = None
    last_year: Annotated[int, Between(1900, 2200)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDay:
    """A day of the week on which a person works, and how many minutes."""

    weekday: Weekday
    minutes: Minutes = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone of the school or from outside. `hours_budget` is hours a school year for learning (R063).

    Without working days it is not known when the person works.
    """

    id: int = 0
    uid: str = ""
    name: Annotated[Title, REQUIRED] = ""
    email: Title = ""
    section: Title = ""
    role: PersonRole = PersonRole.TEACHER
    organisation: Title = ""
    working_days: tuple[WorkingDay, ...] = ()
    hours_budget: Count | None = None
    experience_years: Count | None = None
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomCapacity:
    """How many people a room holds in one set-up (R064)."""

    set_up: SetUp
    people: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room with its capacity per set-up, equipment and accessibility (R064, D17)."""

    id: int = 0
    uid: str = ""
    name: Annotated[Title, REQUIRED] = ""
    building: Title = ""
    capacities: tuple[RoomCapacity, ...] = ()
    equipment: tuple[Label, ...] = ()
    accessibility: tuple[Accessibility, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A named group of people, such as a section."""

    id: int = 0
    uid: str = ""
    name: Annotated[Title, REQUIRED] = ""
    kind: GroupKind = GroupKind.SECTION
    members: tuple[PersonId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture of at most 1 MB, scaled at entry; read only where it is drawn."""

    id: int = 0
    uid: str = ""
    name: Label = ""
    media_type: Label = "image/png"
    width: Count = 0
    height: Count = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A study day without dates and persons, as the text that `show` writes."""

    id: int = 0
    uid: str = ""
    key: Label = ""
    title: Annotated[Title, REQUIRED] = ""
    description: Text = ""
    content: Document = ""
    hidden: bool = False
