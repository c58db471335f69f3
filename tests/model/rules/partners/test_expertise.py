from studydag.model.rules.partners.expertise import compare, cost, is_assured, is_booked, total_cost
from studydag.model.values.expertise import (
    Candidate,
    ContractState,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
)
from tests.building import a, a_day, an_expert


def candidate(*scores: int | None, evidence: str = "seen") -> Candidate:
    rows = (
        a(CriterionScore, number, criterion=criterion, score=score, evidence=evidence)
        for number, (criterion, score) in enumerate(zip(Criterion, scores, strict=False), start=1)
    )
    return a(Candidate, 1, scores=tuple(rows))


def weights(*numbers: float) -> tuple[CriterionWeight, ...]:
    return tuple(
        CriterionWeight(criterion=criterion, weight=weight)
        for criterion, weight in zip(Criterion, numbers, strict=True)
    )


def test_what_is_not_scored_is_open_and_not_nought():
    found = compare(candidate(4, 3, None))

    assert (found.mean, found.open) == (3.5, (Criterion.VISION, Criterion.TRANSFER))


def test_weights_of_nought_give_no_mean():
    assert compare(candidate(4, 3, 5, 2), weights(0, 0, 0, 0)).mean is None
    assert compare(candidate()).mean is None


def test_a_score_without_evidence_is_named():
    assert compare(candidate(5, 5, evidence=" ")).without_evidence == (Criterion.EXPERTISE, Criterion.TAILORING)


def test_a_deployment_costs_its_fee_and_travel_for_every_session():
    talks = a(Deployment, 1, fee=15_000, travel=2_000, sessions=5)

    assert cost(talks) == 85_000
    assert total_cost(a_day(an_expert(1, deployments=(talks,)), an_expert(2, deployments=(talks,)))) == 170_000


def test_who_is_booked_and_who_is_assured():
    assert is_booked(an_expert(1, contract=ContractState.AGREED))
    assert is_booked(an_expert(1, deployments=(a(Deployment, 1),)))
    assert not is_booked(an_expert(1, contract=ContractState.CANCELLED, deployments=(a(Deployment, 1),)))
    assert not is_booked(an_expert(1, contract=ContractState.OFFERED))
    assert is_assured(an_expert(1, inside_people=(7,)))
    assert not is_assured(an_expert(1))
