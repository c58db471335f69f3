import datetime as dt

from studydag.model.values.expertise import Ambassador, Candidate, ContractState, Criterion, CriterionScore, Deployment
from tests.building import DAY, a, a_block, a_day, a_lead, a_person, a_setting, an_expert
from tests.model.rules.checks.looking import concerned, figures, found, holds

AGREED = ContractState.AGREED


def test_every_expert_has_a_question():
    assert figures("expert-no-question", a_day(an_expert(1))) == [{"expert": "Bureau Bloom"}]
    assert found("expert-no-question", a_day(an_expert(1, contract=ContractState.CANCELLED))) == ()
    assert holds("expert-no-question", a_day(an_expert(1, question="How do we look at pupils' work?"))) == [
        {"experts": 1}
    ]


def test_a_talk_with_a_booked_expert_before_the_day():
    booked = an_expert(1, contract=AGREED)

    assert concerned("expert-no-talk", a_day(booked)) == [["expert-1"]]
    assert figures("expert-no-talk", a_day(an_expert(1, contract=AGREED, talk_on=DAY))) == [
        {"expert": "Bureau Bloom", "date": "2026-11-12"}
    ]
    assert holds("expert-no-talk", a_day(an_expert(1, contract=AGREED, talk_on=dt.date(2026, 10, 1)))) == [
        {"experts": 1}
    ]
    assert found("expert-no-talk", a_day(an_expert(1))) == ()


def test_an_expert_who_leads_a_block_or_is_deployed_is_booked():
    leads = a_block(1, leads=(a_lead(7),))

    assert found("expert-no-talk", a_day(leads, an_expert(1, person=7)), a_setting(a_person(7)))
    assert found("expert-no-talk", a_day(an_expert(1, deployments=(a(Deployment, 1),))))


def test_what_a_booked_expert_knows_stays():
    assert figures("expert-no-assurance", a_day(an_expert(1, contract=AGREED))) == [{"expert": "Bureau Bloom"}]
    for assured in (
        an_expert(1, contract=AGREED, inside_people=(7,)),
        an_expert(1, contract=AGREED, ambassadors=(a(Ambassador, 1),)),
        an_expert(1, contract=AGREED, standing_structure=1),
        an_expert(1, contract=AGREED, insights_document="Team site"),
    ):
        assert holds("expert-no-assurance", a_day(assured)) == [{"experts": 1}]


def candidate(number: int, *scores: tuple[int | None, str], chosen: bool = False) -> Candidate:
    rows = (a(CriterionScore, n, criterion=criterion, score=score, evidence=evidence)
            for n, (criterion, (score, evidence)) in enumerate(zip(Criterion, scores, strict=False), 1))  # fmt: skip
    return a(Candidate, number, name=f"Candidate {number}", scores=tuple(rows), chosen=chosen)


def test_a_criterion_without_a_score_is_open():
    day = a_day(an_expert(1, candidates=(candidate(1, (4, "seen"), (None, ""), (5, "")),)))

    assert figures("expert-criteria-open", day) == [{"candidate": "Candidate 1", "open": 2, "without_evidence": 1}]
    assert concerned("expert-criteria-open", day) == [["candidate-1", "expert-1"]]


def test_scores_need_evidence():
    complete = candidate(1, *[(4, "seen")] * 4)
    bare = candidate(2, *[(5, "seen")] * 3, (5, " "))

    (finding,) = found("expert-criteria-open", a_day(an_expert(1, candidates=(complete, bare))))
    assert finding.figures == {"candidate": "Candidate 2", "open": 0, "without_evidence": 1}
    assert holds("expert-criteria-open", a_day(an_expert(1, candidates=(complete,)))) == [{"candidates": 1}]


def test_once_one_is_chosen_the_others_are_not_looked_at():
    chosen = candidate(1, *[(4, "seen")] * 4, chosen=True)

    assert found("expert-criteria-open", a_day(an_expert(1, candidates=(chosen, candidate(2))))) == ()


def test_who_is_booked_was_weighed():
    assert figures("expert-criteria-open", a_day(an_expert(1, contract=AGREED))) == [
        {"expert": "Bureau Bloom", "open": 4}
    ]
    assert found("expert-criteria-open", a_day(an_expert(1))) == ()


def deployed(**fields: object):
    return an_expert(1, deployments=(a(Deployment, 1, fee=185_000, travel=9_240, **fields),))


def test_costs_serve_a_goal():
    assert figures("cost-without-goal", a_day(deployed())) == [{"expert": "Bureau Bloom", "cost": 194_240}]
    assert concerned("cost-without-goal", a_day(deployed())) == [["deployment-1", "expert-1"]]
    assert holds("cost-without-goal", a_day(deployed(goal=1))) == [{"deployments": 1}]
    assert found("cost-without-goal", a_day(an_expert(1, deployments=(a(Deployment, 1),)))) == ()


def test_costs_stay_within_the_budget():
    assert figures("over-budget", a_day(deployed(), budget=190_000)) == [
        {"cost": 194_240, "budget": 190_000, "left": -4_240, "over": 4_240}
    ]
    assert holds("over-budget", a_day(deployed(), budget=200_000))[0]["left"] == 5_760
    assert found("over-budget", a_day(deployed())) == ()


def test_ambassadors_have_time():
    without = an_expert(1, ambassadors=(a(Ambassador, 1, person=7, topic="Exit tickets"),))
    with_time = an_expert(1, ambassadors=(a(Ambassador, 1, minutes=600),))

    assert figures("ambassador-no-time", a_day(without), a_setting(a_person(7, "Noor"))) == [{"person": "Noor"}]
    assert figures("ambassador-no-time", a_day(without)) == [{"person": "Exit tickets"}]
    assert holds("ambassador-no-time", a_day(with_time)) == [{"ambassadors": 1}]
