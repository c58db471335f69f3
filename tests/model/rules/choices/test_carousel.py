"""The carousel as a pure function: a Latin square, whatever the numbers of groups and stations."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.choices.carousel import Carousel, carousel_blocks, latin_square
from studydag.model.rules.choices.rounds import everyone_saw_all
from studydag.model.rules.time.schedule import schedule
from studydag.model.values.programme import Block, BlockKind, RoundRule
from tests.building import a_block, a_day, a_lead, a_part


@given(groups=st.integers(1, 12), stations=st.integers(1, 9))
def test_every_group_is_at_every_station_once_and_never_in_two_places(groups: int, stations: int):
    square = latin_square(range(groups), stations)

    assert len(square) == stations
    for visits in square:
        assert sorted(group for station in visits for group in station) == list(range(groups))
    for group in range(groups):
        assert {place for visits in square for place, there in enumerate(visits) if group in there} == set(
            range(stations)
        )
    crowds = [len(station) for visits in square for station in visits]
    assert max(crowds) - min(crowds) <= 1


@given(groups=st.integers(2, 6), stations=st.integers(2, 6), change_over=st.integers(0, 10))
def test_rounds_by_group_take_the_minutes_that_were_asked_for(groups: int, stations: int, change_over: int):
    carousel = Carousel(
        title="Carousel",
        groups=tuple(range(1, groups + 1)),
        stations=tuple(Block(title=f"Station {n}") for n in range(stations)),
        minutes=20,
        change_over=change_over,
    )
    blocks = carousel_blocks(carousel, round_title="{title} {n}")
    numbered = [
        a_block(
            -block.id,
            block.minutes,
            title=block.title,
            kind=block.kind,
            round_rule=block.round_rule,
            offset_minutes=block.offset_minutes,
            audience=block.audience,
            repeats=None if block.repeats is None else -block.repeats,
            **({} if block.round is None else {"round": -block.round}),
        )
        for block in blocks
    ]
    plan = schedule(a_day(a_part(1), *numbered))

    assert sum(slot.minutes for slot in plan) == carousel.whole_minutes
    assert all(slot.block.round_rule is RoundRule.BY_GROUP for slot in plan)
    assert everyone_saw_all(tuple(plan))
    assert len({block.id for block in blocks}) == len(blocks)


def test_a_station_keeps_what_it_has_and_later_rounds_repeat_the_first():
    stations = (
        Block(title="Exit tickets", leads=(a_lead(7),), room=11),
        Block(title="Rubrics", leads=(a_lead(8),), room=12),
    )
    carousel = Carousel(title="Carousel", groups=(1, 2), stations=stations, minutes=25, change_over=5)
    first, one, two, second, again, too = carousel_blocks(carousel, round_title="{title}, round {n}")

    assert (first.title, second.title) == ("Carousel, round 1", "Carousel, round 2")
    assert [block.kind for block in (first, second)] == [BlockKind.ROUND] * 2
    assert (one.audience, two.audience, again.audience, too.audience) == ((1,), (2,), (2,), (1,))
    assert (one.repeats, two.repeats, again.repeats, too.repeats) == (None, None, one.id, two.id)
    assert [(each.title, each.room) for each in (again, too)] == [("Exit tickets", 11), ("Rubrics", 12)]
    assert [lead.person for each in (again, too) for lead in each.leads] == [7, 8]
    assert (one.offset_minutes, again.offset_minutes) == (0, 5)


def test_with_fewer_groups_than_stations_a_station_rests():
    stations = tuple(Block(title=title) for title in "ABC")
    carousel = Carousel(title="C", groups=(1, 2), stations=stations, minutes=10)
    options = [block for block in carousel_blocks(carousel, round_title="{n}") if block.round is not None]

    assert len(options) == 6
    assert sum(option.repeats is None for option in options) == 3


def test_a_station_that_was_pinned_goes_round_like_the_others():
    station = Block(title="Station", pinned_start=dt.time(9))
    made = carousel_blocks(Carousel(title="x", groups=(1, 2), stations=(station,) * 2, minutes=20), round_title="{n}")

    assert [block.pinned_start for block in made] == [None] * len(made)
