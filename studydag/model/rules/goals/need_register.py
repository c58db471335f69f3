"""The register of needs: in which order, for whom, how many of each, and what no school goal stands behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from studydag.model.values.goals import Goal, Level, Need, NeedSetting, NeedSource
from studydag.model.values.school import SchoolGoal


class NeedOrder(StrEnum):
    """What needs are sorted by; the coordinator's own order always stays as it was (R042)."""

    OWN = "own"
    IMPORTANCE = "importance"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """For whom a need or goal is to be: a level, and a group; None for any (R006, R030)."""

    level: Level | None = None
    group: int | None = None

    @property
    def is_anyone(self) -> bool:
        """Whether it leaves nothing out."""
        return self.level is None and self.group is None

    def takes(self, thing: Need | Goal) -> bool:
        """Whether a need or goal is of the level, and a need for the group."""
        of_group = self.group is None or (isinstance(thing, Need) and thing.group == self.group)
        return of_group and self.level in {None, thing.level}


GoalsByLevel = tuple[tuple[Level, tuple[Goal, ...]], ...]


def goals_by_level(goals: Iterable[Goal]) -> GoalsByLevel:
    """Return the goals grouped by whom they are for, in the order of the levels; none is left out (R006, R018)."""
    found = tuple(goals)
    groups = ((level, tuple(goal for goal in found if goal.level is level)) for level in Level)
    return tuple((level, group) for level, group in groups if group)


def importance(need: Need) -> int | None:
    """Return how important a need is: for people and for the school together; None while neither was scored (R042)."""
    scores = [score for score in (need.importance_for_people, need.importance_for_school) if score is not None]
    return sum(scores) if scores else None


def has_evidence(need: Need) -> bool:
    """Whether anything shows a need: a note, a file, or a figure (R032)."""
    return bool(need.evidence_note.strip() or need.evidence_link.strip()) or need.value is not None


def in_order(needs: Iterable[Need], order: NeedOrder) -> tuple[Need, ...]:
    """Return the needs in an order; what is as important or as strong stays in the coordinator's own one.

    What was not scored, and what nothing shows, comes last (R032, R042).
    """
    if order is NeedOrder.IMPORTANCE:
        return tuple(sorted(needs, key=lambda need: -(importance(need) or 0)))
    if order is NeedOrder.STRENGTH:
        return tuple(sorted(needs, key=lambda need: (not has_evidence(need), -need.strength)))
    return tuple(needs)


def per_setting(needs: Iterable[Need]) -> dict[NeedSetting, int]:
    """Count the needs by where they were voiced, in the order of the settings; none is left out (R040)."""
    counts = Counter(need.setting for need in needs)
    return {setting: counts[setting] for setting in NeedSetting if counts[setting]}


def per_source(needs: Iterable[Need]) -> dict[NeedSource, int]:
    """Count the needs by what shows them (R029, R037)."""
    counts = Counter(need.source for need in needs)
    return {source: counts[source] for source in NeedSource if counts[source]}


def without_school_goal(needs: Iterable[Need]) -> frozenset[int]:
    """Return the needs that no school goal stands behind: the rows of the matrix that are empty (R041)."""
    return frozenset(need.id for need in needs if not need.school_goals)


def without_need(school_goals: Iterable[SchoolGoal], needs: Sequence[Need]) -> frozenset[int]:
    """Return the school goals that no need stands for: the columns of the matrix that are empty (R041)."""
    linked = {goal for need in needs for goal in need.school_goals}
    return frozenset(goal.id for goal in school_goals if goal.id not in linked)
