"""The four factors of a good study day, each a few checks with their figures (R070); never a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from studydag.model.rules.checks.register import limit, rule
from studydag.model.rules.checks.rule import Holding
from studydag.model.values.errors import Figure
from studydag.model.values.findings import Finding
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from studydag.model.values.wording import Wording


class Factor(StrEnum):
    """The success factors that the source names."""

    PURPOSE = "purpose"
    INVOLVEMENT = "involvement"
    PRACTICE = "practice"
    FOLLOW_UP = "follow_up"


CHECKS: Mapping[Factor, tuple[str, ...]] = {
    Factor.PURPOSE: ("no-learning-question", "goal-no-school-goal", "goal-no-need", "goal-not-observable"),
    Factor.INVOLVEMENT: ("active-share", "long-input", "no-joint-reflection", "no-choice-or-input"),
    Factor.PRACTICE: ("phase-missing", "input-without-application", "goal-no-application", "no-practice-link"),
    Factor.FOLLOW_UP: ("goal-no-follow-up", "no-reflection-moment", "action-no-owner", "weight-on-the-day"),
}
"""Which checks speak for which factor, the one with the plainest number first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one check says: with `holds` that it is met, else how often it is not."""

    rule: str
    holds: bool
    accepted: bool
    text: Wording
    figures: Mapping[str, Figure] = field(default_factory=dict)
    findings: int = 0
    limit: float | None = None


def quality(
    findings: Iterable[Finding], holdings: Iterable[Holding], day: StudyDay, setting: Setting
) -> Mapping[Factor, tuple[Line, ...]]:
    """Sort what the checks say by factor; a check that is off, or has nothing to judge yet, says nothing."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.rule, []).append(finding)
    held = {each.rule: each for each in holdings}
    lines: dict[Factor, tuple[Line, ...]] = {}
    for factor, names in CHECKS.items():
        made = []
        for name in names:
            bound = limit(rule(name), day, setting) if rule(name).threshold is not None else None
            if name in found:
                first = found[name][0]
                accepted = all(each.accepted is not None for each in found[name])
                made.append(
                    Line(
                        rule=name,
                        holds=False,
                        accepted=accepted,
                        text=first.reason,
                        figures=first.figures,
                        findings=len(found[name]),
                        limit=bound,
                    )
                )
            elif name in held:
                holding = held[name]
                made.append(
                    Line(rule=name, holds=True, accepted=False, text=holding.text, figures=holding.figures, limit=bound)
                )
        lines[factor] = tuple(made)
    return lines
