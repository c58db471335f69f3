"""What external expertise costs, and how candidates compare."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    ContractState,
    Criterion,
    CriterionWeight,
    Deployment,
    Expert,
)
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How a candidate does on the four criteria; what is not scored is open, not nought (R094-R097).

    `mean` is weighted over what is scored: None without scores, or when their weights are all nought.
    """

    mean: float | None
    open: tuple[Criterion, ...] = ()
    without_evidence: tuple[Criterion, ...] = ()


def compare(candidate: Candidate, weights: Iterable[CriterionWeight] = ()) -> Comparison:
    """Weigh a candidate's scores; a criterion without a weight counts once."""
    factors = {each.criterion: each.weight for each in weights}
    scores = {each.criterion: each for each in candidate.scores if each.score is not None}
    weighed = [(each.score or 0, factors.get(criterion, 1.0)) for criterion, each in scores.items()]
    total = sum(weight for _, weight in weighed)
    return Comparison(
        mean=sum(score * weight for score, weight in weighed) / total if total else None,
        open=tuple(criterion for criterion in Criterion if criterion not in scores),
        without_evidence=tuple(
            criterion for criterion in Criterion if criterion in scores and not scores[criterion].evidence.strip()
        ),
    )


def cost(deployment: Deployment) -> int:
    """Return what a deployment costs, in cents: fee and travel for every session (R092, R099)."""
    return (deployment.fee + deployment.travel) * deployment.sessions


def total_cost(day: StudyDay) -> int:
    """Return what all external expertise of a study day costs, in cents."""
    return sum(cost(deployment) for expert in day.experts for deployment in expert.deployments)


def ambassadors_of(expert: Expert) -> tuple[Ambassador, ...]:
    """Return the ambassadors; the people inside who learn to do it are that too, without an id yet (R090, R103)."""
    named = {each.person for each in expert.ambassadors}
    inside = (Ambassador(person=person) for person in dict.fromkeys(expert.inside_people) if person not in named)
    return (*expert.ambassadors, *inside)


def carriers(expert: Expert) -> tuple[int, ...]:
    """Return who carries the knowledge on (R090, R103)."""
    return tuple(dict.fromkeys(each.person for each in ambassadors_of(expert) if each.person is not None))


def is_booked(expert: Expert) -> bool:
    """Whether an expert is to come: agreed, or put to work somewhere, and not cancelled."""
    if expert.contract is ContractState.CANCELLED:
        return False
    return expert.contract is ContractState.AGREED or bool(expert.deployments)


def is_assured(expert: Expert) -> bool:
    """Whether what an expert brings stays inside: people who take it over, ambassadors, a structure, a document."""
    return bool(
        expert.inside_people
        or expert.ambassadors
        or expert.standing_structure is not None
        or expert.insights_document.strip()
    )
