"""The learning climate: agreements on safety, time and space, appreciation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from studydag.model.values.fields import PersonId, Position, Text, Title


class ClimateRow(StrEnum):
    """The eight rows of the source (R059-R066), and own rows."""

    OPEN_COMMUNICATION = "open_communication"
    PERSPECTIVES = "perspectives"
    FEEDBACK = "feedback"
    EXPERIMENT = "experiment"
    TIME = "time"
    SPACE = "space"
    RESOURCES = "resources"
    EXPECTATIONS = "expectations"
    OWN = "own"


class ClimatePillar(StrEnum):
    """The three blocks of the climate page (R057)."""

    SAFETY = "safety"
    TIME_AND_SPACE = "time_and_space"
    APPRECIATION = "appreciation"


class AgreementState(StrEnum):
    """Where an agreement stands."""

    OPEN = "open"
    AGREED = "agreed"
    IN_PLACE = "in_place"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateItem:
    """An agreement on the climate, with owner and state, or the reason why there is none."""

    id: int = 0
    uid: str = ""
    position: Position = 0
    row: ClimateRow = ClimateRow.OWN
    pillar: ClimatePillar = ClimatePillar.SAFETY
    title: Title = ""
    agreement: Text = ""
    owner: PersonId | None = None
    state: AgreementState = AgreementState.OPEN
    reason: Text = ""
