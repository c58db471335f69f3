"""What a field may hold: the limits and references that values carry in their annotations.

One thing is described once. The library's tables, the exchange format and validation all read these marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

TITLE_CHARACTERS = 500
TEXT_CHARACTERS = 50_000


@dataclass(frozen=True, slots=True)
class Characters:
    """At most `limit` characters."""

    limit: int


@dataclass(frozen=True, slots=True)
class Between:
    """A number from `low` to `high`, both included."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Refers:
    """An id of a row of `kind`; in exchange files it is written as that row's uid."""

    kind: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim about a field, such as that full-text search reads it."""

    name: str


SEARCHED = Mark("searched")
CONFIDENTIAL = Mark("confidential")
"""Stays out of every shared document and copy unless ticked (R035, D36)."""
REQUIRED = Mark("required")
"""May not be empty."""
MONEY = Mark("money")
"""An amount of money, in cents."""
COLOUR = Mark("colour")
"""Red, green and blue in two hexadecimal digits each, as in #1f5fa8; or nothing."""
OWNER = Mark("owner")
"""Whatever this refers to owns the row: deleting the one deletes the other."""

Label = Annotated[str, Characters(TITLE_CHARACTERS)]
Title = Annotated[str, Characters(TITLE_CHARACTERS), SEARCHED]
Text = Annotated[str, Characters(TEXT_CHARACTERS), SEARCHED]
Document = Annotated[str, Characters(2**30)]
"""A whole study day as text (versions, templates); its own parts carry the limits."""
Colour = Annotated[str, Characters(7), COLOUR]

Minutes = Annotated[int, Between(0, 1440)]
WorkMinutes = Annotated[int, Between(0, 600_000)]
"""Minutes of work, which may last longer than a day."""
Count = Annotated[int, Between(0, 1_000_000)]
Days = Annotated[int, Between(0, 3_650)]
Cents = Annotated[int, Between(0, 100_000_000_000), MONEY]
Position = Annotated[int, Between(-(2**53), 2**53)]
"""A sparse rank: things are listed by position, then id."""
Level5 = Annotated[int, Between(1, 5)]
Level4 = Annotated[int, Between(1, 4)]

PersonId = Annotated[int, Refers("person")]
RoomId = Annotated[int, Refers("room")]
GroupId = Annotated[int, Refers("group")]
SchoolGoalId = Annotated[int, Refers("school_goal")]
WorkingFormatId = Annotated[int, Refers("working_format")]
LearningFormId = Annotated[int, Refers("learning_form")]
QuestionSetId = Annotated[int, Refers("question_set")]
QuestionId = Annotated[int, Refers("question")]
PictureId = Annotated[int, Refers("picture")]
TrajectoryId = Annotated[int, Refers("trajectory")]
ActivityId = Annotated[int, Refers("activity")]
PartId = Annotated[int, Refers("part")]
NeedId = Annotated[int, Refers("need")]
GoalId = Annotated[int, Refers("goal")]
BlockId = Annotated[int, Refers("block")]
RegistrationId = Annotated[int, Refers("registration")]
MeasureId = Annotated[int, Refers("measure")]
MomentId = Annotated[int, Refers("moment")]
ExpertId = Annotated[int, Refers("expert")]
DayUid = Annotated[str, Characters(64)]
"""The uid of another study day, which need not be in this library (it may have been copied without it)."""
