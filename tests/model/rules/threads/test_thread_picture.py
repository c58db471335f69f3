from itertools import pairwise

import pytest
from hypothesis import given, settings

from studydag.model.rules.threads.crossings import crossings
from studydag.model.rules.threads.thread import thread
from studydag.model.rules.threads.thread_picture import Sizes, ThreadPicture, order_of, picture
from studydag.model.rules.threads.thread_web import Web, web_of
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.dates import RelativeDate
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_goal, a_measure, a_need, an_action
from tests.strategies import World, worlds

SIZES = Sizes(width=150, height=50, across=60, down=10, lane=8)


def web(day: StudyDay) -> Web:
    return web_of(day, thread(day, schedule(day)))


def large_day() -> StudyDay:
    """A day with 8 needs, 6 goals, 25 blocks, 20 actions and 12 measures, linked criss-cross."""
    return a_day(
        *(a_need(n) for n in range(1, 9)),
        *(a_goal(n, needs=(1 + n * 5 % 8, 1 + n * 3 % 8)) for n in range(1, 7)),
        *(a_block(n, 10, goals=(1 + n * 5 % 6,) if n % 5 else ()) for n in range(1, 26)),
        *(an_action(n, goals=(1 + n * 7 % 6,), block=1 + n * 11 % 25, due=RelativeDate(n)) for n in range(1, 21)),
        *(a_measure(n, goals=(1 + n * 5 % 6,)) for n in range(1, 13)),
    )


def assert_sound(found: ThreadPicture, of: Web) -> None:
    assert found.boxes.keys() == of.knots.keys()
    assert [curve.link for curve in found.curves] == list(of.links)
    for column in found.columns:
        boxes = [found.boxes[reference] for reference in column]
        for upper, lower in pairwise(boxes):
            assert lower.top >= upper.bottom + SIZES.down / 2 - 1e-6
    for box in found.boxes.values():
        assert box.top >= -1e-6
        assert box.bottom <= found.height + 1e-6
        assert box.right <= found.width + 1e-6
    for curve in found.curves:
        left, right = (found.boxes[each] for each in curve.link)
        assert curve.start == (left.right, pytest.approx(left.middle))
        assert curve.stretches[-1][2] == (right.left, pytest.approx(right.middle))


@settings(max_examples=40)
@given(worlds())
def test_nothing_is_lost_nothing_overlaps_and_curves_begin_and_end_at_their_boxes(world: World):
    found = web(world.day)

    assert_sound(picture(found, SIZES), found)


def test_a_large_day_has_far_fewer_crossings_than_in_its_own_order():
    found = web(large_day())
    drawn = picture(found, SIZES)
    assert_sound(drawn, found)
    assert [len(column) for column in drawn.columns] == [8, 6, 25, 20, 12]

    lines = [
        (one, other)
        for link in found.links
        for one, other in [((link[0], 0), (link[1], 0))]
        if abs(drawn.boxes[link[0]].column - drawn.boxes[link[1]].column) == 1
    ]
    own = [[(knot.reference, 0) for knot in column] for column in found.columns]
    better = [[(reference, 0) for reference in column] for column in drawn.columns]
    assert crossings(better, lines) * 2 < crossings(own, lines)


def test_the_same_web_gives_the_same_picture():
    assert picture(web(large_day()), SIZES) == picture(web(large_day()), SIZES)


def test_links_that_skip_columns_share_a_lane():
    found = web(
        a_day(
            a_goal(1),
            a_block(1, goals=(1,)),
            an_action(1, goals=(1,), due=RelativeDate(1)),
            a_measure(1, goals=(1,)),
            a_measure(2, goals=(1,)),
        )
    )

    assert sorted(number for column in order_of(found) for (kind, _), number in column if kind == "goal") == [1, 2, 3]
    assert len({curve.stretches[:4] for curve in picture(found, SIZES).curves if curve.link[1][0] == "measure"}) == 1


def test_what_stands_at_a_point():
    drawn = picture(web(a_day(a_need(1), a_goal(1, needs=(1,)))), SIZES)

    assert drawn.at(10, 10) == ("need", 1)
    assert drawn.at(220, 10) == ("goal", 1)
    assert drawn.at(180, 10) is None


def test_a_day_without_anything_has_an_empty_picture():
    assert picture(web(a_day()), SIZES).boxes == {}
