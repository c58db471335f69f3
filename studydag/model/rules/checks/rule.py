"""What a rule is, and what it may answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from studydag.model.values.errors import Figure
from studydag.model.values.findings import About, Severity
from studydag.model.values.wording import N_, Wording

THRESHOLD_IS_OURS = N_("The source gives no number; this one is a proposal of StudyDAG, and you can change it.")

Figures = dict[str, Figure]
"""What fills the placeholders of a text: numbers, clock times ("08:30"), dates (ISO), titles, members of enums."""


class Family(StrEnum):
    """What a rule looks at; pages and lists group by it."""

    GOALS = "goals"
    NEEDS = "needs"
    PHASES = "phases"
    BALANCE = "balance"
    BREAKS = "breaks"
    FIT = "fit"
    CLASHES = "clashes"
    ROOMS = "rooms"
    PEOPLE = "people"
    CHOICES = "choices"
    OWNERS = "owners"
    FOLLOW_UP = "follow_up"
    EFFECT = "effect"
    PREPARATION = "preparation"
    EXPERTISE = "expertise"
    CLIMATE = "climate"
    TRAJECTORY = "trajectory"


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that school and day may change; `unit` is what it counts. The source gives none: each is ours."""

    number: float
    unit: Wording


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is not as the rule asks. Reason and remedies are the rule's where it brings none of its own."""

    about: tuple[About, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    reason: Wording | None = None
    remedies: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Holds:
    """That a rule is met, with the figures that show it; the text is the rule's where it brings none of its own.

    It counts only where the rule found nothing, so a rule may say it last without looking back.
    """

    figures: Mapping[str, Figure] = field(default_factory=dict)
    text: Wording | None = None


Outcome = Found | Holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A design check: what it asks and why, how heavily it weighs, and the function that looks.

    `find` is called with the context, and the limit as well where there is a `threshold`. It gives what it found, or
    `Holds`, or nothing at all where there is nothing to judge yet. `rows` are the rows of the requirements.
    """

    id: str
    family: Family
    severity: Severity
    asks: Wording
    why: Wording
    reason: Wording
    holds: Wording
    find: Callable[..., Iterator[Outcome]]
    threshold: Threshold | None = None
    remedies: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()

    @property
    def explanation(self) -> tuple[Wording, ...]:
        """Why the rule is there, and whose number it is."""
        return (self.why,) if self.threshold is None else (self.why, THRESHOLD_IS_OURS)


@dataclass(frozen=True, slots=True)
class Holding:
    """A rule that is met, said with its figures."""

    rule: str
    text: Wording
    figures: Mapping[str, Figure] = field(default_factory=dict)
