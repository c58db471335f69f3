"""The three blocks of the climate, counted (R057)."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.model.rules.goals.pillars import pillar_of
from studydag.model.values.climate import AgreementState, ClimatePillar, ClimateRow
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockTotal:
    """What one block of the climate has: agreements, those in place, those without owner, and rows still open."""

    pillar: ClimatePillar
    agreements: int
    in_place: int
    without_owner: int
    open: int


def climate_totals(day: StudyDay) -> tuple[BlockTotal, ...]:
    """Count the agreements of each block, own ones included; open are rows of the source that nobody filled in."""
    return tuple(_total(day, pillar) for pillar in ClimatePillar)


def _total(day: StudyDay, pillar: ClimatePillar) -> BlockTotal:
    items = [item for item in day.climate if item.pillar is pillar]
    made = [item for item in items if item.agreement.strip()]
    settled = {item.row for item in day.climate if item.agreement.strip() or item.reason.strip()}
    of_source = [row for row in ClimateRow if row is not ClimateRow.OWN and pillar_of(row) is pillar]
    return BlockTotal(
        pillar=pillar,
        agreements=len(made),
        in_place=sum(item.state is AgreementState.IN_PLACE for item in made),
        without_owner=sum(item.owner is None for item in made),
        open=sum(row not in settled for row in of_source),
    )
