"""The rows of the requirements about people, rooms, choices and experts, as checks see them, on their own figures."""

import datetime as dt
from dataclasses import replace

from studydag.model.rules.partners.expertise import compare
from studydag.model.values.choices import Allotment, Registration
from studydag.model.values.expertise import (
    Ambassador,
    Candidate,
    ContractState,
    Criterion,
    CriterionScore,
    CriterionWeight,
    Deployment,
)
from studydag.model.values.formats import SetUp
from studydag.model.values.programme import LeadStatus
from studydag.model.values.school import Accessibility, School, Weekday, WorkingDay
from tests.building import (
    DAY,
    a,
    a_block,
    a_break,
    a_day,
    a_goal,
    a_lead,
    a_person,
    a_room,
    a_round,
    a_setting,
    an_expert,
)
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_r063_who_works_monday_to_thursday_is_off_on_a_friday():
    friday = dt.date(2026, 11, 13)
    days = tuple(WorkingDay(weekday=day) for day in tuple(Weekday)[:4])
    setting = a_setting(a_person(7, "Noor", working_days=days))
    day = a_day(a(Registration, 1, person=7))
    on_friday = replace(day, parts=(replace(day.parts[0], date=friday),))

    assert figures("part-time-off", on_friday, setting) == [
        {"people": 1, "weekday": "friday", "date": "2026-11-13", "person": "Noor"}
    ]
    noted = replace(on_friday, registrations=(replace(day.registrations[0], compensation_minutes=450),))
    assert found("part-time-off", noted, setting) == ()


def test_r064_28_people_on_islands_in_a_room_for_24_and_40_in_theatre():
    room = a_room(1, "Aula", holds={SetUp.ISLANDS: 24, SetUp.THEATRE: 40})
    day = a_day(a_block(1, room=1, set_up=SetUp.ISLANDS), expected_number=28)

    (finding,) = found("room-too-small", day, a_setting(room))
    assert finding.figures == {
        "people": 28,
        "room": "Aula",
        "set_up": SetUp.ISLANDS,
        "capacity": 24,
        "other_set_up": SetUp.THEATRE,
        "other_capacity": 40,
    }
    assert "{capacity}" in str(finding.reason)
    assert "{other_capacity}" in str(finding.reason)


def test_r082_three_options_of_ten_for_28_and_for_31_people():
    day = a_day(*a_round(1, *(a_block(number, capacity=10) for number in (2, 3, 4))))

    assert holds("capacity-short", replace(day, expected_number=28))[0]["places"] == 30
    assert figures("capacity-short", replace(day, expected_number=31)) == [
        {"round": "Block 1", "people": 31, "places": 30, "short": 1}
    ]


def test_r089_a_booked_partner_without_assurance():
    booked = an_expert(1, "Bureau Bloom", contract=ContractState.AGREED, question="Hoe kijken we naar werk?")

    (finding,) = found("expert-no-assurance", a_day(booked))
    assert str(finding.reason).startswith("No transfer of knowledge is agreed")
    assert found("expert-no-assurance", a_day(replace(booked, inside_people=(7, 8)))) == ()
    assert found("expert-no-question", a_day(booked)) == ()
    assert figures("expert-no-question", a_day(replace(booked, question=""))) == [{"expert": "Bureau Bloom"}]


def test_r092_57_60_is_left_of_a_budget_of_2000_and_a_cost_serves_a_goal():
    expert = an_expert(1, deployments=(a(Deployment, 1, fee=185_000, travel=9_240, goal=1),))
    day = a_day(a_goal(1), expert, budget=200_000)

    assert holds("over-budget", day) == [{"cost": 194_240, "budget": 200_000, "left": 5_760, "over": 0}]
    loose = replace(expert, deployments=(replace(expert.deployments[0], goal=None),))
    assert figures("cost-without-goal", a_day(a_goal(1), loose)) == [{"expert": "Bureau Bloom", "cost": 194_240}]


def scored(name: str, *scores: int | None, evidence: str = "gezien") -> Candidate:
    rows = (
        a(CriterionScore, number, criterion=criterion, score=score, evidence=evidence)
        for number, (criterion, score) in enumerate(zip(Criterion, scores, strict=True), start=1)
    )
    return a(Candidate, 1, name=name, scores=tuple(rows))


def weighing(*weights: float) -> tuple[CriterionWeight, ...]:
    pairs = zip(Criterion, weights, strict=True)
    return tuple(CriterionWeight(criterion=criterion, weight=weight) for criterion, weight in pairs)


def test_r094_scores_of_4_3_5_and_2_weigh_3_5_and_what_is_not_scored_is_open():
    assert compare(scored("A", 4, 3, 5, 2), weighing(1, 1, 1, 1)).mean == 3.5
    day = a_day(an_expert(1, candidates=(scored("A", 4, 3, None, 2),)))
    assert figures("expert-criteria-open", day) == [{"candidate": "A", "open": 1, "without_evidence": 0}]


def test_r095_a_score_without_a_note_is_shown():
    noted, bare = scored("A", 3, 3, 3, 3), scored("B", 5, 5, 5, 5, evidence="")

    (finding,) = found("expert-criteria-open", a_day(an_expert(1, candidates=(noted, bare))))
    assert finding.figures["candidate"] == "B"
    assert finding.figures["without_evidence"] == 4


def test_r096_a_weight_of_two_counts_at_once_and_weights_of_nought_give_no_total():
    assert compare(scored("A", 4, 3, 5, 2), weighing(1, 1, 2, 1)).mean == 19 / 5
    assert compare(scored("A", 4, 3, 5, 2), weighing(0, 0, 0, 0)).mean is None


def test_r097_two_partners_can_tie():
    one, other = (compare(scored(name, *scores)).mean for name, scores in (("A", (4, 3, 5, 2)), ("B", (2, 5, 3, 4))))

    assert one == other == 3.5


def test_r103_an_ambassador_without_time():
    ambassador = a(Ambassador, 1, person=7, topic="Exit-tickets")
    setting = a_setting(a_person(7, "Noor"))

    assert figures("ambassador-no-time", a_day(an_expert(1, ambassadors=(ambassador,))), setting) == [
        {"person": "Noor"}
    ]
    timed = replace(ambassador, minutes=1200)
    assert found("ambassador-no-time", a_day(an_expert(1, ambassadors=(timed,))), setting) == ()


def test_d03_change_over_minutes_are_a_setting_and_a_check():
    rooms = a_room(1, "Aula"), a_room(2, "Lokaal 12")
    day = a_day(a_block(1, 60, room=1), a_block(2, 60, room=2))

    assert figures("change-over", day, a_setting(*rooms)) == [
        {"from_room": "Aula", "to_room": "Lokaal 12", "minutes": 0, "needed": 5, "at": "10:00"}
    ]
    assert found("change-over", day, a_setting(*rooms, school=School(change_over_minutes=0))) == ()
    assert (
        found("change-over", a_day(day.blocks[0], a_break(3, 15, position=1), day.blocks[1]), a_setting(*rooms)) == ()
    )


def test_d04_two_overlapping_items_in_one_room_or_with_one_person():
    setting = a_setting(a_room(1, "Aula"), a_person(7, "Noor"))
    both = {"room": 1, "leads": (a_lead(7),)}
    day = a_day(*a_round(1, a_block(2, 60, **both), a_block(3, 60, offset_minutes=30, **both)))

    assert concerned("room-clash", day, setting) == [["room-1", "block-2", "block-3"]]
    assert concerned("person-clash", day, setting) == [["person-7", "block-2", "block-3"]]
    assert figures("room-clash", day, setting)[0]["start"] == "09:30"


def test_d05_a_presenter_may_take_part_in_another_round_but_not_in_this_one():
    setting = a_setting(a_person(7, "Noor"))
    first = a_round(1, a_block(2, 60, leads=(a_lead(7),)), a_block(3, 60))
    second = a_round(4, a_block(5, 60), a_block(6, 60))
    noor = a(Registration, 9, person=7)
    this_round = a(Allotment, 1, registration=9, round=1, option=3)
    other_round = a(Allotment, 1, registration=9, round=4, option=5)

    assert found("person-clash", a_day(*first, *second, noor, this_round), setting)
    assert found("person-clash", a_day(*first, *second, noor, other_round), setting) == ()


def test_d17_a_room_without_a_step_free_way_in():
    needing = a(Registration, 1, person=7, access_needs=(Accessibility.STEP_FREE,))
    day = a_day(a_block(1, room=1), needing)
    setting = a_setting(a_room(1, "Zolder"), a_person(7, "Noor"))

    (finding,) = found("room-not-accessible", day, setting)
    assert finding.figures == {"room": "Zolder", "need": Accessibility.STEP_FREE, "people": 1}
    assert "Noor" not in str(finding)


def test_d25_a_speaker_who_was_asked_but_has_not_said_yes():
    day = a_day(a_block(1, title="Keynote", leads=(a_lead(7, LeadStatus.ASKED),)))
    setting = a_setting(a_person(7, "Noor"))

    assert figures("lead-unconfirmed", day, setting, DAY - dt.timedelta(days=10))[0]["days"] == 10
    assert found("lead-unconfirmed", day, setting, DAY - dt.timedelta(days=30)) == ()


def test_d26_a_title_to_be_announced_up_to_a_date():
    day = a_day(a_block(1, title="Workshop n.t.b.", title_to_be_announced_until=dt.date(2026, 10, 15)))

    assert found("title-to-be-announced", day, today=dt.date(2026, 10, 15)) == ()
    assert figures("title-to-be-announced", day, today=dt.date(2026, 10, 16)) == [
        {"block": "Workshop n.t.b.", "until": "2026-10-15", "late": 1}
    ]
