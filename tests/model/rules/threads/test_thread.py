from studydag.model.rules.threads.thread import Thread, is_after, thread
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import DateUnit, RelativeDate
from studydag.model.values.expertise import Ambassador, Deployment
from studydag.model.values.follow_up import ActionState, MomentKind
from studydag.model.values.programme import Mode
from studydag.model.values.study_day import StudyDay
from tests.building import (
    DAY,
    a,
    a_block,
    a_break,
    a_day,
    a_goal,
    a_lead,
    a_measure,
    a_moment,
    a_part,
    a_round,
    an_action,
    an_expert,
)

AFTER = RelativeDate(2)


def threaded(day: StudyDay) -> Thread:
    return thread(day, schedule(day))


def test_planned_are_the_blocks_that_take_place_in_the_order_of_the_programme():
    day = a_day(
        a_block(5),
        *a_round(2, a_block(3), a_block(4, cancelled=True)),
        a_block(1, cancelled=True),
        a_block(6, mode=Mode.SELF_PACED),
        a_block(7, part=None),
    )

    assert [block.id for block in threaded(day).planned] == [2, 3, 5, 6]


def test_an_option_without_goals_has_those_of_its_round_and_a_round_has_those_of_its_options():
    found = threaded(a_day(*a_round(1, a_block(2), a_block(3, goals=(8,)), goals=(9,))))

    assert (found.serves[1], found.serves[2], found.serves[3]) == ({8, 9}, {9}, {8})


def test_what_serves_a_goal():
    day = a_day(
        a_goal(1),
        a_block(1, goals=(1,)),
        a_break(2, goals=(1,)),
        an_action(3, goals=(1,), due=AFTER),
        an_action(4, goals=(1,), state=ActionState.DROPPED),
        an_action(5, block=1, due=RelativeDate(-2)),
        a_moment(6, goals=(1,), first_date=AFTER, kind=MomentKind.STRUCTURE),
        a_measure(7, goals=(1,)),
    )
    found = threaded(day)

    assert [block.id for block in found.blocks_of(1)] == [1]
    assert [action.id for action in found.actions_of(1)] == [3, 5]
    assert [each.id for each in found.follow_up_of(1)] == [3, 6]
    assert [each.id for each in found.assurance_of(1)] == [6]
    assert [measure.id for measure in found.measures_of(1)] == [7]
    assert found.blocks_of(2) == found.actions_of(2) == found.measures_of(2) == found.follow_up_of(2) == ()


def test_an_expert_works_at_the_goals_of_deployments_and_of_blocks():
    ambassadors = (a(Ambassador, 1),)
    by_goal = an_expert(1, deployments=(a(Deployment, 1, goal=1),), ambassadors=ambassadors)
    by_block = an_expert(2, deployments=(a(Deployment, 1, blocks=(1,)),), ambassadors=ambassadors)
    by_lead = an_expert(3, person=7, ambassadors=ambassadors)
    found = threaded(a_day(a_block(1, goals=(2,), leads=(a_lead(7),)), by_goal, by_block, by_lead))

    assert {goal: [expert.id for expert in experts] for goal, experts in found.experts.items()} == {1: [1], 2: [2, 3]}
    assert len(found.follow_up_of(2)) == len(found.assurance_of(2)) == 2


def test_what_lies_after_the_day():
    day = a_day()

    assert is_after(RelativeDate(1, DateUnit.DAYS), day)
    assert not is_after(RelativeDate(0, DateUnit.DAYS), day)
    assert not is_after(DAY, day)
    assert not is_after(None, day)
    assert is_after(DAY, a_day(a_part(1, date=None)))


def test_r105_the_standing_structure_of_an_expert_assures_the_goals_the_expert_works_at():
    expert = an_expert(8, standing_structure=6, deployments=(a(Deployment, 1, goal=1),))
    found = threaded(a_day(a_goal(1), a_goal(2), a_moment(6, first_date=AFTER), a_moment(7, goals=(2,)), expert))

    assert [each.id for each in found.assurance_of(1)] == [6]
    assert found.assurance_of(2) == ()


def test_collecting_needs_and_a_rhythm_without_a_date_are_no_follow_up():
    collects = a_moment(1, goals=(1,), first_date=AFTER, kind=MomentKind.COLLECTING_NEEDS)
    undated = a_moment(2, goals=(1,), rhythm="FREQ=WEEKLY")
    goes_on = a_moment(3, goals=(1,), rhythm="FREQ=WEEKLY", first_date=RelativeDate(-2))

    assert [each.id for each in threaded(a_day(a_goal(1), collects, undated, goes_on)).follow_up_of(1)] == [3]


def test_a_self_paced_block_that_was_called_off_is_not_planned():
    paced = a_block(1, mode=Mode.SELF_PACED), a_block(2, mode=Mode.SELF_PACED, cancelled=True)

    assert [block.id for block in threaded(a_day(*paced)).planned] == [1]
