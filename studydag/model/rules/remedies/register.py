"""All remedies by name, and what one proposes for a finding."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.rules.checks.context import Context
from studydag.model.rules.remedies import destinations, programme, thread
from studydag.model.rules.remedies.proposal import Concern, Proposal, Remedy
from studydag.model.values.findings import Finding
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

REMEDIES: Final[Mapping[str, Remedy]] = MappingProxyType(
    {remedy.name: remedy for remedy in (*programme.REMEDIES, *thread.REMEDIES, *destinations.REMEDIES)}
)


def offered(concern: Concern) -> tuple[str, ...]:
    """Return which remedies of a finding have something to do, by name."""
    return tuple(name for name in concern.finding.remedies if REMEDIES[name].propose(concern))


def propose(name: str, finding: Finding, day: StudyDay, setting: Setting, today: dt.date) -> Proposal:
    """Return the steps that a remedy proposes for a finding on this day, to be carried out as one.

    None are left where the finding no longer holds, or names what is gone. Raises KeyError for a name that is none.
    """
    return REMEDIES[name].propose(Concern(Context(day, setting, today), finding))
