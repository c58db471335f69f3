import pytest

from studydag.model.rules.threads.thread import thread
from studydag.model.rules.threads.thread_web import Web, link_between, web_of
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.follow_up import ActionState
from studydag.model.values.references import Reference
from studydag.model.values.school import EffectLevel
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_goal, a_measure, a_need, a_round, an_action

AFTER, BEFORE = RelativeDate(2), RelativeDate(-2)


def web(day: StudyDay) -> Web:
    return web_of(day, thread(day, schedule(day)))


def columns(found: Web) -> list[list[int]]:
    return [[knot.reference[1] for knot in column] for column in found.columns]


WHOLE = a_day(
    a_need(1),
    a_need(2),
    a_goal(1, needs=(1,)),
    a_goal(2, needs=(1, 2)),
    a_block(1, goals=(1,)),
    a_block(2, goals=(1, 2)),
    a_break(3),
    a_block(4, goals=(2,)),
    an_action(1, goals=(1,), due=AFTER),
    an_action(2, block=4, due=AFTER),
    a_measure(1, goals=(1,)),
    a_measure(2, goals=(2,)),
)


def test_five_columns_with_what_is_linked():
    found = web(WHOLE)

    assert columns(found) == [[1, 2], [1, 2], [1, 2, 4], [1, 2], [1, 2]]
    assert found.loose == ()
    assert set(found.links) == {
        (("need", 1), ("goal", 1)),
        (("need", 1), ("goal", 2)),
        (("need", 2), ("goal", 2)),
        (("goal", 1), ("block", 1)),
        (("goal", 1), ("block", 2)),
        (("goal", 2), ("block", 2)),
        (("goal", 2), ("block", 4)),
        (("goal", 1), ("action", 1)),
        (("block", 4), ("action", 2)),
        (("goal", 1), ("measure", 1)),
        (("goal", 2), ("measure", 2)),
    }


@pytest.mark.parametrize(
    ("start", "lit"),
    [
        (("need", 2), {("need", 2), ("goal", 2), ("block", 2), ("block", 4), ("action", 2), ("measure", 2)}),
        (
            ("goal", 1),
            {("need", 1), ("goal", 1), ("block", 1), ("block", 2), ("action", 1), ("measure", 1)},
        ),
        (("block", 1), {("need", 1), ("goal", 1), ("block", 1), ("measure", 1)}),
        (("action", 2), {("need", 1), ("need", 2), ("goal", 2), ("block", 4), ("action", 2), ("measure", 2)}),
        (
            ("measure", 1),
            {("need", 1), ("goal", 1), ("block", 1), ("block", 2), ("action", 1), ("measure", 1)},
        ),
        (("measure", 9), set()),
    ],
)
def test_a_chain_is_what_a_thing_comes_from_what_comes_of_it_and_what_measures_that(
    start: Reference, lit: set[Reference]
):
    assert web(WHOLE).chain(start) == lit


def test_what_is_loose_says_what_it_lacks():
    found = web(
        a_day(
            a_need(1),
            a_goal(1),
            a_block(1),
            a_break(2),
            an_action(1, due=AFTER),
            an_action(2),
            a_measure(1),
            a_measure(2, level=EffectLevel.CLIMATE),
        )
    )

    assert {knot.reference: knot.lacks for knot in found.loose} == {
        ("need", 1): ("goal",),
        ("goal", 1): ("need", "block", "action", "measure"),
        ("block", 1): ("goal",),
        ("action", 1): ("goal",),
        ("action", 2): ("goal",),
        ("measure", 1): ("goal",),
    }


def test_actions_that_only_prepare_the_day_and_dropped_ones_are_left_out():
    found = web(
        a_day(
            a_goal(1),
            an_action(1, due=BEFORE),
            an_action(2, due=BEFORE, goals=(1,)),
            a_break(1),
            an_action(4, due=BEFORE, block=1),
            an_action(3, due=AFTER, goals=(1,), state=ActionState.DROPPED),
        )
    )

    assert columns(found)[3] == [2]
    assert columns(found)[2] == []
    assert found.left_out == 2


def test_a_round_stands_for_its_options_except_those_with_links_of_their_own():
    found = web(
        a_day(
            a_goal(1),
            *a_round(1, a_block(2), a_block(3, goals=(1,)), a_block(4)),
            *a_round(5, a_block(6), a_block(7), goals=(1,)),
            *a_round(8, a_block(9)),
            an_action(1, block=4, due=AFTER),
        )
    )

    assert columns(found)[2] == [3, 4, 5, 8]
    assert ("block", 8) in {knot.reference for knot in found.loose}


def test_only_what_follows_in_the_thread_can_be_linked():
    assert link_between(("block", 1), ("goal", 2)) == (("goal", 2), ("block", 1))
    assert link_between(("need", 1), ("goal", 2)) == (("need", 1), ("goal", 2))
    assert link_between(("need", 1), ("measure", 2)) is None
    assert link_between(("goal", 1), ("goal", 2)) is None
