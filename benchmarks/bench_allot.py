"""What the fair allotment costs, in time of one processor: one round beside SciPy's assignment, and several rounds."""

import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.rows import Row
from studydag.model.rules.choices.allot import allot
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Preference, Registration
from studydag.model.values.programme import Block, BlockKind, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

ROUND = 10_000
"""Rounds are numbered by this; the options of one follow on it."""
SLACK = 1.15
"""So many seats there are for each person."""
UNWISHED = 1_000
FAVOURITES = 6
"""So many workshops are wanted where all want the same."""

Result = TypeVar("Result")


def rows() -> list[Row]:
    """Return what it costs to give out places, in one round and in four."""
    return [
        *_one_round(),
        *_several("300 people, 20 options, 4 rounds", a_day(300, 20, 4), goal=3.0),
        *_several("600 people, 30 options, 4 rounds", a_day(600, 30, 4), goal=15.0),
        *_several("300 × 20 × 4, all want the same six", _favourites(a_day(300, 20, 4))),
        *_several("300 × 20 × 4, minimums that bite", _minimums(a_day(300, 20, 4), 10)),
        *_several("300 × 20 × 4, 50 pairs together or apart", _pairs(a_day(300, 20, 4), 50)),
    ]


def _favourites(day: StudyDay) -> StudyDay:
    wished = tuple(wish for wish in day.preferences if wish.option % ROUND <= FAVOURITES)
    return replace(day, preferences=wished)


def _minimums(day: StudyDay, least: int) -> StudyDay:
    return replace(day, blocks=tuple(replace(each, minimum=least) if each.round else each for each in day.blocks))


def _pairs(day: StudyDay, count: int) -> StudyDay:
    people = list(day.registrations)
    for place in range(0, 2 * count, 2):
        other = (people[place + 1].id,)
        mine = replace(people[place], together=other) if place % 4 else replace(people[place], apart=other)
        people[place] = mine
    return replace(day, registrations=tuple(people))


def a_day(people: int, options: int, rounds: int, *, wishes: int = 3, seed: int = 1) -> StudyDay:
    """Return a day on which few workshops are wanted by many, as it goes; options come back in every round."""
    lots = random.Random(seed)
    seats = -(-int(people * SLACK) // options)
    blocks: list[Block] = []
    preferences: list[Preference] = []
    for each in range(1, rounds + 1):
        number = ROUND * each
        blocks.append(Block(id=number, uid=f"round-{each}", part=1, position=each, kind=BlockKind.ROUND))
        blocks += [
            Block(
                id=number + place,
                uid=f"option-{each}-{place}",
                title=f"Workshop {place}",
                round=number,
                position=place,
                minutes=60,
                capacity=seats,
                repeats=ROUND + place if each > 1 else None,
            )
            for place in range(1, options + 1)
        ]
        for person in range(1, people + 1):
            wanted = _drawn(lots, options, wishes)
            preferences += [
                Preference(registration=person, round=number, option=number + place, rank=rank)
                for rank, place in enumerate(wanted, 1)
            ]
    registrations = tuple(Registration(id=n, uid=f"person-{n:04}", name=f"Person {n}") for n in range(1, people + 1))
    return StudyDay(
        id=1,
        parts=(Part(id=1),),
        blocks=tuple(blocks),
        registrations=registrations,
        preferences=tuple(preferences),
    )


def _drawn(lots: random.Random, options: int, count: int) -> list[int]:
    weights = [1 / place for place in range(1, options + 1)]
    found: dict[int, None] = {}
    while len(found) < count:
        found[lots.choices(range(1, options + 1), weights)[0]] = None
    return list(found)


def _one_round() -> list[Row]:
    day = a_day(500, 21, 1)
    costs = _costs(day)
    ours, found = _seconds(lambda: allotted(day))
    floor, (people, columns) = _seconds(lambda: linear_sum_assignment(costs))
    theirs = int(costs[people, columns].sum()) - len(people)
    best = sum((rank - 1) * count for rank, count in found.ranks.items() if rank)
    name = "500 people, 21 options, 1 round"
    return [
        Row(name=name, figure=ours, unit="s", goal=0.5),
        Row(name=f"{name}, all aims", figure=ours * 1000, unit="ms", floor=floor * 1000, floor_name="SciPy, one aim"),
        Row(name=f"{name}, ranks above 1", figure=best, unit="", floor=theirs, floor_name="SciPy, one aim"),
    ]


def _several(name: str, day: StudyDay, *, goal: float | None = None) -> list[Row]:
    seconds, found = _seconds(lambda: allotted(day), rounds=1)
    return [
        Row(name=name, figure=seconds, unit="s", goal=goal),
        Row(name=f"{name}, from the best", figure=100 * found.gap, unit="%", goal=1.0),
    ]


def allotted(day: StudyDay) -> Allotting:
    """Return the allotment of a day."""
    found = allot(day, Setting())
    assert found is not None
    return found


def _costs(day: StudyDay) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    """Return what each seat costs each person: the rank of the wish."""
    options = [block for block in day.blocks if block.round is not None]
    seats = [option.id for option in options for _ in range(option.capacity or 0)]
    ranks = {(each.registration, each.option): each.rank for each in day.preferences}
    return np.array([[ranks.get((each.id, seat), UNWISHED) for seat in seats] for each in day.registrations])


def _seconds(call: Callable[[], Result], *, rounds: int = 5) -> tuple[float, Result]:
    """Return the median time of one processor, and the last result; what else the machine does does not count."""
    times = []
    for _ in range(rounds - 1):
        start = time.process_time()
        call()
        times.append(time.process_time() - start)
    start = time.process_time()
    result = call()
    return statistics.median([*times, time.process_time() - start]), result
