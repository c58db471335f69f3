from dataclasses import replace

from studydag.model.values.dates import RelativeDate
from studydag.model.values.expertise import Ambassador, Deployment
from studydag.model.values.follow_up import ActionState
from studydag.model.values.formats import Phase
from studydag.model.values.goals import ImpactRow, Level
from studydag.model.values.programme import Mode
from tests.building import (
    a,
    a_block,
    a_break,
    a_day,
    a_goal,
    a_need,
    a_round,
    an_action,
    an_expert,
    an_impact,
)
from tests.model.rules.checks.looking import concerned, figures, found, holds


def test_a_goal_without_a_block_is_found():
    day = a_day(a_goal(1), a_goal(2), a_block(1, goals=(1,)))

    assert concerned("goal-no-block", day) == [["goal-2"]]
    assert figures("goal-no-block", day) == [{"goal": "After this day teachers check what pupils know"}]


def test_a_goal_whose_only_block_is_parked_cancelled_or_a_break_has_none():
    for block in (a_block(1, goals=(1,), part=None), a_block(1, goals=(1,), cancelled=True), a_break(1, goals=(1,))):
        assert concerned("goal-no-block", a_day(a_goal(1), block)) == [["goal-1"]]


def test_a_self_paced_block_or_an_option_serves_a_goal():
    self_paced = a_block(1, goals=(1,), mode=Mode.SELF_PACED)
    option = a_round(1, a_block(2, goals=(1,)), a_block(3))

    assert holds("goal-no-block", a_day(a_goal(1), self_paced)) == [{"goals": 1}]
    assert holds("goal-no-block", a_day(a_goal(1), *option)) == [{"goals": 1}]


def test_a_day_without_goals_needs_one():
    (finding,) = found("goal-no-block", a_day(a_block(1)))

    assert finding.about[0].uid == "day"
    assert finding.remedies == ("add-goal",)


def test_learning_blocks_without_a_goal_are_found_each():
    day = a_day(a_goal(1), a_block(1, goals=(1,)), a_block(2), a_break(3), a_block(4, phase=Phase.ORGANISATION))

    assert concerned("block-no-goal", day) == [["block-2"]]
    assert figures("block-no-goal", day) == [{"block": "Block 2"}]


def test_without_any_goal_all_blocks_are_one_finding():
    day = a_day(a_block(1), a_block(2))

    assert concerned("block-no-goal", day) == [["block-1", "block-2"]]
    assert figures("block-no-goal", day) == [{"blocks": 2}]


def test_options_have_the_goals_of_their_round():
    with_goal = a_day(a_goal(1), *a_round(1, a_block(2), a_block(3), goals=(1,)))
    one_option_with_goal = a_day(a_goal(1), *a_round(1, a_block(2, goals=(1,)), a_block(3)))
    without = a_day(a_goal(1), *a_round(1, a_block(2), a_block(3)))

    assert holds("block-no-goal", with_goal) == [{"blocks": 3}]
    assert concerned("block-no-goal", one_option_with_goal) == [["block-3"]]
    assert concerned("block-no-goal", without) == [["block-1"]]


def test_a_goal_of_doing_is_applied_or_followed_up():
    goal = a_goal(1, does="They use an exit ticket every week")
    told = a_block(1, goals=(1,))

    assert concerned("goal-no-application", a_day(goal, told)) == [["goal-1"]]
    assert holds("goal-no-application", a_day(goal, a_block(1, phase=Phase.APPLICATION, goals=(1,)))) == [{"goals": 1}]
    assert holds("goal-no-application", a_day(goal, told, an_action(1, goals=(1,), due=RelativeDate(2)))) == [
        {"goals": 1}
    ]
    assert found("goal-no-application", a_day(a_goal(1, knows="What an exit ticket is"), told)) == ()


def test_an_action_before_the_day_or_dropped_is_no_follow_up():
    goal = a_goal(1, does="They use an exit ticket every week")

    assert concerned("goal-no-application", a_day(goal, an_action(1, goals=(1,), due=RelativeDate(-2)))) == [["goal-1"]]
    assert concerned(
        "goal-no-application", a_day(goal, an_action(1, goals=(1,), due=RelativeDate(2), state=ActionState.DROPPED))
    )


def test_an_action_that_came_from_a_block_follows_up_the_goals_of_that_block():
    goal = a_goal(1, does="They use an exit ticket every week")
    day = a_day(goal, a_block(1, goals=(1,)), an_action(1, block=1, due=RelativeDate(2)))

    assert found("goal-no-application", day) == ()


def test_a_goal_that_only_says_what_people_know():
    day = a_day(a_goal(1, knows="What an exit ticket is"), a_goal(2, thinks="That it saves time"))

    assert concerned("goal-only-knowing", day) == [["goal-1"]]
    assert found("goal-only-knowing", a_day(a_goal(2, thinks="That it saves time"))) == ()


def test_something_is_at_school_level():
    team = a_goal(1, level=Level.TEAM)

    assert figures("nothing-at-school-level", a_day(team, a_need(1, level=Level.INDIVIDUAL))) == [
        {"individual": 1, "subgroup": 0, "team": 1, "school": 0}
    ]
    assert holds("nothing-at-school-level", a_day(team, a_need(1, level=Level.SCHOOL))) == [
        {"individual": 0, "subgroup": 0, "team": 1, "school": 1}
    ]
    assert found("nothing-at-school-level", a_day()) == ()


def test_what_pupils_notice():
    told = an_impact(1, row=ImpactRow.PUPILS, expected_effect="They know what to work on next")

    assert concerned("pupils-unnamed", a_day(an_impact(1, row=ImpactRow.SCHOOL, expected_effect="x"))) == [["day"]]
    assert holds("pupils-unnamed", a_day(told)) == [{"effect": "They know what to work on next"}]
    assert concerned("pupils-unnamed", a_day(replace(told, expected_effect="(fill in: what they notice)"))) == [["day"]]


def test_goals_without_a_need_and_without_a_school_goal_are_counted():
    day = a_day(a_goal(1, school_goals=(1,), needs=(1,)), a_goal(2, school_goals=(1,)), a_goal(3), a_need(1))

    assert concerned("goal-no-school-goal", day) == [["goal-3"]]
    assert figures("goal-no-school-goal", day)[0] | {"goal": ""} == {"goal": "", "linked": 2, "goals": 3}
    assert concerned("goal-no-need", day) == [["goal-2"], ["goal-3"]]
    assert holds("goal-no-school-goal", a_day(a_goal(1, school_goals=(1,)))) == [{"linked": 1, "goals": 1}]
    assert holds("goal-no-need", a_day(a_goal(1, needs=(1,)))) == [{"linked": 1, "goals": 1}]


def test_a_goal_is_observable_by_its_indicator_or_target():
    assert found("goal-not-observable", a_day(a_goal(1, indicator="An exit ticket in 8 of 10 lessons"))) == ()
    assert found("goal-not-observable", a_day(a_goal(1, baseline=54.0, target=70.0, unit="%"))) == ()
    assert concerned("goal-not-observable", a_day(a_goal(1))) == [["goal-1"]]


def test_why_a_goal_is_not_observable():
    def reason(**fields: object) -> str:
        (finding,) = found("goal-not-observable", a_day(a_goal(1, **fields)))
        return str(finding.reason)

    assert "no indicator: how" in reason()
    assert "is not observable" in reason(does="They use exit tickets")
    assert "no verb and no indicator" in reason(sentence="Something with differentiation")
    assert "has no verb:" in reason(sentence="Iets met differentiatie", indicator="8 van de 10 lessen")


def test_at_most_three_goals():
    goals = [a_goal(number) for number in range(1, 5)]

    assert figures("too-many-goals", a_day(*goals)) == [{"goals": 4, "limit": 3}]
    assert holds("too-many-goals", a_day(*goals[:3])) == [{"goals": 3, "limit": 3}]


def test_the_learning_question_is_a_question():
    assert concerned("no-learning-question", a_day()) == [["day"]]
    assert figures("no-learning-question", a_day(learning_question="Check for understanding")) == [
        {"question": "Check for understanding"}
    ]
    assert holds("no-learning-question", a_day(learning_question="How do we see it? ")) == [
        {"question": "How do we see it?"}
    ]


def test_an_ambassador_of_an_expert_who_works_at_the_goal_follows_it_up():
    goal = a_goal(1, does="They use an exit ticket every week")
    ambassadors = (a(Ambassador, 1, topic="Exit tickets"),)
    by_deployment = an_expert(1, ambassadors=ambassadors, deployments=(a(Deployment, 1, goal=1),))
    elsewhere = an_expert(1, ambassadors=ambassadors, deployments=(a(Deployment, 1, goal=2),))
    by_block = an_expert(1, ambassadors=ambassadors, deployments=(a(Deployment, 1, blocks=(1,)),))

    assert found("goal-no-application", a_day(goal, by_deployment)) == ()
    assert found("goal-no-application", a_day(goal, a_block(1, goals=(1,)), by_block)) == ()
    assert concerned("goal-no-application", a_day(goal, elsewhere)) == [["goal-1"]]
