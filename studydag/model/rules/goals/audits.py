"""What an external audit gives a study day: a need that it showed, and an instrument for its effect (R102)."""

from __future__ import annotations

import datetime as dt

from studydag.model.rules.calendar.dates import resolve
from studydag.model.values.effect import Approach, Instrument, Measure
from studydag.model.values.expertise import Deployment, DeploymentKind, Expert
from studydag.model.values.goals import Level, Need, NeedSource
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay


def audits_of(expert: Expert) -> tuple[Deployment, ...]:
    """Return the audits and evaluations of an expert."""
    return tuple(each for each in expert.deployments if each.kind is DeploymentKind.AUDIT)


def audited_on(audit: Deployment, day: StudyDay) -> dt.date | None:
    """Return when an audit is done: the end of its period, else its date."""
    return audit.period_end or resolve(audit.due, day) or audit.period_start


def need_from(expert: Expert, audit: Deployment, day: StudyDay, statement: str) -> Need:
    """Return a need that an audit showed: an outside look, by whom and when (R043)."""
    return Need(
        statement=audit.product or statement,
        source=NeedSource.OUTSIDE_LOOK,
        observer=expert.name,
        date=audited_on(audit, day),
        level=Level.SCHOOL,
        form=audit.product,
    )


def measure_from(expert: Expert, audit: Deployment, day: StudyDay, title: str) -> Measure:
    """Return a measure of level 4, of the organisation, whose instrument the audit is."""
    return Measure(
        title=audit.product or title,
        level=EffectLevel.ORGANISATION,
        instruments=(Instrument.QUALITY_INDICATORS,),
        approach=Approach.BOTH,
        when=audited_on(audit, day) or audit.due,
        who=expert.person,
        goals=() if audit.goal is None else (audit.goal,),
    )
