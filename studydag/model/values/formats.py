"""Working formats (werkvormen), set-ups of rooms, learning forms (leervormen)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studydag.model.values.fields import Count, Label, Level5, Minutes, Position, Text, Title

# With `as` it is a word of the formats as well, which are chosen by it.
from studydag.model.values.phases import Phase as Phase


class SetUp(StrEnum):
    """How a room is arranged; one vocabulary for rooms, blocks and working formats."""

    ANY = "any"
    THEATRE = "theatre"
    CLASSROOM = "classroom"
    U_SHAPE = "u_shape"
    CIRCLE = "circle"
    ISLANDS = "islands"
    PAIRS = "pairs"
    CAFE = "cafe"
    FISHBOWL = "fishbowl"
    STATIONS = "stations"
    WALLS = "walls"
    STANDING = "standing"
    WALKING = "walking"
    OUTDOORS = "outdoors"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingFormat:
    """How people work within a block: built in (with a key, unchangeable) or the school's own (R076).

    Minutes are the format's usual range; group and subgroup sizes are people.
    """

    id: int = 0
    uid: str = ""
    key: Label = ""
    name_nl: Title = ""
    name_en: Title = ""
    description_nl: Text = ""
    description_en: Text = ""
    phases: tuple[Phase, ...] = ()
    minutes_min: Minutes = 5
    minutes_max: Minutes = 60
    group_min: Count = 1
    group_max: Count = 500
    subgroup_min: Count | None = None
    subgroup_max: Count | None = None
    room_setup: SetUp = SetUp.ANY
    activity_level: Level5 = 3
    choice: bool = False
    online: bool = False
    materials_nl: tuple[Label, ...] = ()
    materials_en: tuple[Label, ...] = ()
    steps_nl: tuple[Label, ...] = ()
    steps_en: tuple[Label, ...] = ()
    hidden: bool = False
    copied_from: Label = ""

    @property
    def is_built_in(self) -> bool:
        """Whether the program brought this format along."""
        return bool(self.key)


@dataclass(frozen=True, slots=True)
class FormatUse:
    """How often a working format stands in the school's own programmes, and how it went: a mean from 1 to 5."""

    count: int = 0
    rated: int = 0
    mean: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningForm:
    """A form of professional learning over weeks or months, as a card (R051-R054); not a working format."""

    id: int = 0
    uid: str = ""
    key: Label = ""
    position: Position = 0
    name_nl: Title = ""
    name_en: Title = ""
    description_nl: Text = ""
    description_en: Text = ""
    advantages_nl: tuple[Label, ...] = ()
    advantages_en: tuple[Label, ...] = ()
    best_for_nl: tuple[Label, ...] = ()
    best_for_en: tuple[Label, ...] = ()
    workplace: bool = False
    hidden: bool = False
