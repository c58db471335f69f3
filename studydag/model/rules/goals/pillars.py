"""The three pillars of the source: needs, a safe climate to learn in, and forms of learning; counted, never scored."""

from __future__ import annotations

from dataclasses import dataclass

from studydag.model.values.climate import AgreementState, ClimatePillar, ClimateRow
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

_OF_SAFETY = frozenset(
    {ClimateRow.OPEN_COMMUNICATION, ClimateRow.PERSPECTIVES, ClimateRow.FEEDBACK, ClimateRow.EXPERIMENT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pillars:
    """How many there are of each, and how many of them are done: linked with a goal, in place, in use."""

    needs: int
    needs_with_goal: int
    agreements: int
    agreements_in_place: int
    learning_forms: int
    working_formats: int


def pillar_of(row: ClimateRow) -> ClimatePillar:
    """Return where a row of the source stands (R057): four are of safety, four of time and space."""
    return ClimatePillar.SAFETY if row in _OF_SAFETY else ClimatePillar.TIME_AND_SPACE


def pillars(day: StudyDay, setting: Setting) -> Pillars:
    """Count needs, agreements on the climate, and the forms of learning that go with the day (R004)."""
    used = {need for goal in day.goals for need in goal.needs}
    agreements = [item for item in day.climate if item.agreement.strip()]
    trajectory = next((each for each in setting.trajectories if each.id == day.trajectory), None)
    activities = () if trajectory is None else trajectory.activities
    planned = [each.learning_form for each in activities]
    forms = {form for form in (*planned, *(each.learning_form for each in day.decisions)) if form is not None}
    return Pillars(
        needs=len(day.needs),
        needs_with_goal=sum(need.id in used for need in day.needs),
        agreements=len(agreements),
        agreements_in_place=sum(item.state is AgreementState.IN_PLACE for item in agreements),
        learning_forms=len(forms),
        working_formats=len({block.working_format for block in day.blocks if block.working_format is not None}),
    )
