"""What a check reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from studydag.model.values.errors import Figure, StudyDagError
from studydag.model.values.study_day import Acceptance
from studydag.model.values.wording import NN_, Wording


class Severity(StrEnum):
    """How heavily a finding weighs; badges and red are for MUST alone."""

    MUST = "must"
    SHOULD = "should"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class About:
    """A thing that a finding concerns."""

    kind: str
    id: int
    uid: str
    title: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: the things, the figures, the reason (a text with placeholders), the remedies by name."""

    rule: str
    severity: Severity
    reason: Wording
    about: tuple[About, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    remedies: tuple[str, ...] = ()
    accepted: Acceptance | None = None


def heaviest_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order in which they ask for attention: musts first, what is accepted last."""
    weights = list(Severity)
    return sorted(findings, key=lambda finding: (finding.accepted is not None, weights.index(finding.severity)))


class NotReady(StudyDagError):
    """A study day can't be ready: `findings` are what must be solved, or accepted with a reason, first (R083)."""

    text = NN_(
        "Not ready yet: one point must be solved, or accepted with a reason, first.",
        "Not ready yet: {count} points must be solved, or accepted with a reason, first.",
        "count",
    )

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        """Take at least one finding."""
        self.findings = findings
        super().__init__(count=len(findings))
