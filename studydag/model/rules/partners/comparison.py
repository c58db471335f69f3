"""The candidates for a question beside each other on the four criteria, and what expertise costs by goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studydag.model.rules.partners.expertise import Comparison, compare, cost, total_cost
from studydag.model.values.expertise import Candidate, Criterion, CriterionScore, Expert
from studydag.model.values.study_day import StudyDay


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A candidate with the scores by criterion, what they come to, and whether nobody has more."""

    candidate: Candidate
    scores: Mapping[Criterion, CriterionScore]
    comparison: Comparison
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All candidates (R097). `no_total` says that all weights are nought; `tied` that several have the most."""

    rows: tuple[Row, ...] = ()
    weights: Mapping[Criterion, float]
    no_total: bool = False
    tied: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """What all expertise of a day costs, in cents: by goal (None: for no goal), in all, and what is left (R092)."""

    by_goal: Mapping[int | None, int]
    total: int
    budget: int | None

    @property
    def left(self) -> int | None:
        """What the budget leaves; below nought where it is not enough."""
        return None if self.budget is None else self.budget - self.total


def comparison_table(expert: Expert) -> Table:
    """Compare the candidates for an expert's question; a tie stays a tie."""
    weights = dict.fromkeys(Criterion, 1.0) | {each.criterion: each.weight for each in expert.weights}
    found = [(each, compare(each, expert.weights)) for each in expert.candidates]
    means = [round(each.mean, 6) for _candidate, each in found if each.mean is not None]
    best = max(means, default=None)
    leading = [each for each, comparison in found if comparison.mean is not None and round(comparison.mean, 6) == best]
    rows = tuple(
        Row(
            candidate=candidate,
            scores={score.criterion: score for score in candidate.scores},
            comparison=comparison,
            leads=candidate in leading,
        )
        for candidate, comparison in found
    )
    return Table(
        rows=rows,
        weights=weights,
        no_total=bool(rows) and not any(weights.values()),
        tied=tuple(leading) if len(leading) > 1 else (),
    )


def costs(day: StudyDay) -> Costs:
    """Sum the costs of a study day."""
    by_goal: dict[int | None, int] = {}
    for expert in day.experts:
        for deployment in expert.deployments:
            if cost(deployment):
                by_goal[deployment.goal] = by_goal.get(deployment.goal, 0) + cost(deployment)
    return Costs(by_goal=by_goal, total=total_cost(day), budget=day.budget)
