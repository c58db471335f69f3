import datetime as dt

import pytest

from studydag.model.values.dates import RelativeDate
from studydag.model.values.expertise import Deployment, DeploymentKind
from studydag.model.values.follow_up import ActionState, Support
from tests.building import TODAY, a, a_day, a_goal, a_group, a_part, a_person, a_setting, an_action, an_expert
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_every_action_has_an_owner_and_a_date():
    day = a_day(an_action(1, owner=7), an_action(2, due=RelativeDate(2)))

    assert concerned("action-no-owner", day) == [["action-2"]]
    assert figures("action-no-owner", day) == [{"action": "Try an exit ticket"}]
    assert concerned("action-no-date", day) == [["action-1"]]
    assert holds("action-no-owner", a_day(an_action(1, owner_group=2))) == [{"actions": 1}]
    assert holds("action-no-date", a_day(an_action(1, due=RelativeDate(2)))) == [{"actions": 1}]


def test_nobody_is_asked_for_whom_an_action_was_once_the_day_and_its_date_are_over():
    part, today = a_part(1, date=TODAY - dt.timedelta(days=30)), a_part(1, date=TODAY)
    over, to_come = (an_action(n, due=TODAY + dt.timedelta(days=days)) for n, days in ((1, -1), (2, 0)))

    assert concerned("action-no-owner", a_day(part, over, to_come)) == [["action-2"]]
    assert concerned("action-no-owner", a_day(today, over)) == [["action-1"]]


@pytest.mark.parametrize("state", [ActionState.DONE, ActionState.DROPPED, ActionState.DID_NOT_WORK])
def test_finished_actions_need_nothing_more(state: ActionState):
    day = a_day(an_action(1, state=state))

    assert found("action-no-owner", day) == found("action-no-date", day) == ()
    assert holds("action-no-owner", day) == []


@pytest.mark.parametrize("name", ["Iedereen", "het  team", "Everybody", "The whole team"])
def test_everybody_is_no_owner(name: str):
    day = a_day(an_action(1, owner=7))

    assert figures("owner-is-everybody", day, a_setting(a_person(7, name))) == [
        {"action": "Try an exit ticket", "owner": name}
    ]


def test_a_group_needs_a_contact():
    group = a_setting(a_group(3, "Section Dutch"), a_person(7))

    assert figures("owner-is-everybody", a_day(an_action(1, owner_group=3)), group)[0]["owner"] == "Section Dutch"
    assert holds("owner-is-everybody", a_day(an_action(1, owner_group=3, owner_contact=7)), group) == [{"actions": 1}]
    assert holds("owner-is-everybody", a_day(an_action(1, owner=7)), group) == [{"actions": 1}]
    assert holds("owner-is-everybody", a_day(an_action(1)), group) == []


def test_goals_of_doing_have_support():
    goal = a_goal(1, does="They use exit tickets")
    supported = an_action(1, goals=(1,), support=(a(Support, 1),))

    assert concerned("action-no-support", a_day(goal, an_action(1, goals=(1,)))) == [["goal-1"]]
    assert holds("action-no-support", a_day(goal, supported)) == [{"goals": 1}]
    assert found("action-no-support", a_day(a_goal(1))) == ()


def test_coaching_by_an_expert_is_support_and_a_workshop_is_not():
    goal = a_goal(1, does="They use exit tickets")
    coaching, workshop = (
        an_expert(1, deployments=(a(Deployment, 1, kind=kind, goal=1),))
        for kind in (DeploymentKind.COACHING, DeploymentKind.TRAINING)
    )

    assert found("action-no-support", a_day(goal, coaching)) == ()
    assert found("action-no-support", a_day(goal, workshop))
