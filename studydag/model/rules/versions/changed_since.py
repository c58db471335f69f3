"""What changed in needs and goals since a version of the same day, such as the one that was printed last (R123)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from studydag.model.values.description import described
from studydag.model.values.goals import Goal, Need
from studydag.model.values.references import Reference, reference_to
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

Thing = TypeVar("Thing", Need, Goal)

NEW = ""
"""Stands for the fields of something that was not there then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Names of changed fields by thing, `(NEW,)` for what is new; and what is gone, as it was."""

    fields: Mapping[Reference, tuple[str, ...]] = field(default_factory=dict)
    gone: tuple[Need | Goal, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything changed."""
        return bool(self.fields or self.gone)

    def count(self, kind: str) -> int:
        """Count what changed, came or went of a kind."""
        return sum(reference[0] == kind for reference in self.fields) + sum(
            reference_to(thing)[0] == kind for thing in self.gone
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A study day as it was read at some time, with what lies outside it."""

    day: StudyDay
    setting: Setting


def changed_since(then: Reading, now: Reading) -> Changes:
    """Return what differs in the needs and goals of a day; things are matched by uid, since ids need not be the same.

    References are compared by what they lead to; their order doesn't count, nor does that of the lists.
    """
    fields: dict[Reference, tuple[str, ...]] = {}
    fields |= _differing(then.day.needs, now.day.needs, then, now)
    fields |= _differing(then.day.goals, now.day.goals, then, now)
    before: tuple[Need | Goal, ...] = (*then.day.needs, *then.day.goals)
    after: tuple[Need | Goal, ...] = (*now.day.needs, *now.day.goals)
    there = {thing.uid for thing in after}
    return Changes(fields=fields, gone=tuple(each for each in before if each.uid not in there))


def _differing(
    before: Sequence[Thing], after: Sequence[Thing], then: Reading, now: Reading
) -> dict[Reference, tuple[str, ...]]:
    known = {thing.uid: thing for thing in before}
    uids_then, uids_now = _uids(then), _uids(now)
    found: dict[Reference, tuple[str, ...]] = {}
    for thing in after:
        old = known.get(thing.uid)
        if old is None:
            found[reference_to(thing)] = (NEW,)
            continue
        names = tuple(
            each.name
            for each in described(type(thing))
            if each.name not in {"id", "uid", "position"}
            and _told(old, each.name, each.refers, uids_then) != _told(thing, each.name, each.refers, uids_now)
        )
        if names:
            found[reference_to(thing)] = names
    return found


def _told(thing: Need | Goal, name: str, refers: str | None, uids: Mapping[Reference, str]) -> object:
    """Return the value of a field so that it can be compared with that of another reading of the same day."""
    held = getattr(thing, name)
    if refers is None:
        return held
    ids = held if isinstance(held, tuple) else () if held is None else (held,)
    return frozenset(uids[refers, each] for each in ids if (refers, each) in uids)


def _uids(reading: Reading) -> dict[Reference, str]:
    """Return the uids of what needs and goals lead to."""
    lists = (reading.day.needs, reading.day.measures, reading.setting.school_goals, reading.setting.groups)
    return {reference_to(thing): thing.uid for things in lists for thing in things}
