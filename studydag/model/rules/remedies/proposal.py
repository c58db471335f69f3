"""What a remedy proposes to do: a few general steps, which an operation carries out as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from studydag.model.rules.checks.context import Context
from studydag.model.rules.time.schedule import PartSchedule, Slot
from studydag.model.values.findings import Finding
from studydag.model.values.goals import Goal
from studydag.model.values.references import Reference
from studydag.model.values.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Add `value` to `owner`.

    Its id is below nought, and other steps of the same proposal may refer to it by that. Who carries it out makes all
    ids and uids within it new. A block goes `after` or `before` another one (an id), else to the end of its part; those
    with the same `after` keep their order. `words` are fields whose text is to be written in the language of the day.
    """

    value: Any
    owner: Reference
    after: int | None = None
    before: int | None = None
    words: Mapping[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Give fields of a thing other values."""

    kind: str
    id: int
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoTo:
    """Take the user to a field, where only a person can decide."""

    kind: str
    id: int
    field: str = ""


Step = Add | Set | GoTo
Proposal = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Concern:
    """A finding, on the day on which it was found."""

    context: Context
    finding: Finding

    @property
    def owner(self) -> Reference:
        """What a new thing of the day belongs to."""
        return "study_day", self.context.day.id

    def ids(self, kind: str) -> tuple[int, ...]:
        """Return the ids of the things of a kind that the finding concerns."""
        return tuple(each.id for each in self.finding.about if each.kind == kind)

    def figure(self, name: str) -> int:
        """Return a whole number that the finding gives, or nought."""
        figure = self.finding.figures.get(name, 0)
        return int(figure) if isinstance(figure, int | float) else 0

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of the blocks that the finding concerns."""
        found = (self.context.schedule.slot_of(number) for number in self.ids("block"))
        return tuple(slot for slot in found if slot is not None)

    @property
    def part(self) -> PartSchedule | None:
        """The part that the finding concerns."""
        return next((part for part in self.context.parts if part.part.id in self.ids("part")), None)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """The goals that the finding concerns, or that its blocks serve."""
        serves = self.context.thread.serves
        wanted = {*self.ids("goal"), *(goal for number in self.ids("block") for goal in serves.get(number, ()))}
        return tuple(goal for goal in self.context.day.goals if goal.id in wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """Something to do about a finding: what the button says, and what it does.

    `propose` returns no steps where there is nothing (left) to do.
    """

    name: str
    does: Wording
    propose: Callable[[Concern], Proposal]
