"""What lies outside a study day, and a rule or a document may need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from studydag.model.values.formats import LearningForm, WorkingFormat
from studydag.model.values.questions import QuestionSet
from studydag.model.values.school import Group, Person, Picture, Room, School, SchoolGoal
from studydag.model.values.study_day import StudyDay
from studydag.model.values.trajectory import Trajectory


@dataclass(frozen=True, slots=True)
class Holidays:
    """The days on which a school is closed, as far as they are known.

    `names` has each closed date (holidays and own closed days, weekends not) with its name. `known` holds the
    years of which the school holidays are wholly known: of others nobody may say "school day".
    """

    names: Mapping[date, str] = field(default_factory=dict)
    known: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """School, people, rooms, groups, formats and the rest that several study days share."""

    school: School = field(default_factory=School)
    logo: Picture | None = None
    school_goals: tuple[SchoolGoal, ...] = ()
    people: tuple[Person, ...] = ()
    rooms: tuple[Room, ...] = ()
    groups: tuple[Group, ...] = ()
    formats: tuple[WorkingFormat, ...] = ()
    learning_forms: tuple[LearningForm, ...] = ()
    question_sets: tuple[QuestionSet, ...] = ()
    trajectories: tuple[Trajectory, ...] = ()
    earlier_day: StudyDay | None = None
    holidays: Holidays = field(default_factory=Holidays)
    last_print: LastPrint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPrint:
    """The study day as it was printed last, with what it used then (D32); ids hold within it only."""

    number: int
    printed_on: datetime | None = None
    day: StudyDay
    setting: Setting
