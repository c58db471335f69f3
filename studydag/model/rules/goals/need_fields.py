"""What each source of a need asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.values.goals import NeedSource

ALWAYS: Final = frozenset(
    {
        *("statement", "source", "date", "strength", "level", "group", "importance_for_people"),
        *("importance_for_school", "school_goals", "evidence_note", "evidence_link", "confidential"),
        "baseline_measure",
    }
)
_FIGURES = frozenset({"n", "value", "unit", "scale_low", "scale_high", "distribution"})
_OWN: Final[Mapping[NeedSource, frozenset[str]]] = MappingProxyType(
    {
        NeedSource.PUPIL_RESULTS: _FIGURES | {"period_start", "period_end", "trend"},
        NeedSource.OBSERVATION: frozenset({"n", "form", "observer", "period_start", "period_end"}),
        NeedSource.APPRAISAL_TALKS: frozenset({"n", "period_start", "period_end"}),
        NeedSource.SELF_EVALUATION: _FIGURES | {"form"},
        NeedSource.SATISFACTION_SURVEY: _FIGURES | {"respondents", "form"},
        NeedSource.INFORMAL_TALK: frozenset({"setting"}),
        NeedSource.OUTSIDE_LOOK: frozenset({"observer"}),
        NeedSource.OTHER: _FIGURES
        | {"setting", "respondents", "period_start", "period_end", "trend", "observer", "form"},
    }
)


def fields_for(source: NeedSource) -> frozenset[str]:
    """Return the fields of a need that its source asks for (R033-R043)."""
    return ALWAYS | _OWN[source]
