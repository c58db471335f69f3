"""The fair allotment against trying everything, on small days, and against every rule, on large ones."""

import itertools
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydag.model.rules.choices.allot import allot
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.programme import Block, BlockLead
from studydag.model.values.school import Accessibility, Group, Person, Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.model.rules.allot_rules import Rules, given_of, left_out
from tests.model.rules.choosing import a_day, a_round, an_option, wishes

SETTING = Setting(
    people=tuple(Person(id=number, name=f"P{number}") for number in range(1, 201)),
    groups=(Group(id=5, name="Odd", members=tuple(range(1, 200, 2))), Group(id=6, name="Few", members=(1, 2))),
    rooms=(Room(id=1, name="Attic"), Room(id=2, name="Hall", accessibility=(Accessibility.STEP_FREE,))),
)
"""Registration number n is person number n. Odd ones are a group, the first two are one; one room is step-free."""

Answer = Mapping[tuple[int, int], tuple[int, ...]]
"""The options of each registration in each round, once for each of its people; the rest have none."""


def someone(number: int, **fields: object) -> Registration:
    return Registration(id=number, uid=f"person-{number:03}", person=number, **fields)


def allotted(day: StudyDay, **how: object) -> Allotting:
    found = allot(day, SETTING, **how)
    assert found is not None
    return found


# Small days against trying everything


@st.composite
def contested_days(draw: st.DrawFn) -> StudyDay:
    """Days on which few seats are wanted by all, so that each of the aims decides now and then."""
    rounds, options = draw(st.sampled_from(((1, 3), (2, 2))))
    count = draw(st.integers(3, 4)) if rounds == 1 else draw(st.integers(2, 3))
    blocks: list[Block] = []
    wished: list[Preference] = []
    for number in (100, 200)[:rounds]:
        seats = st.sampled_from((1, 1, 2, 2, 3))
        blocks += a_round(number, *(an_option(number + each, number, draw(seats)) for each in range(1, options + 1)))
        orders = st.permutations(range(number + 1, number + options + 1))
        for person in range(1, count + 1):
            # The first ones are wanted most.
            chosen = sorted(draw(orders)) if draw(st.booleans()) else draw(orders)
            wished += wishes((person, number, chosen[: draw(st.integers(0, options))]))
    return a_day(blocks, [someone(number) for number in range(1, count + 1)], wished)


@st.composite
def ruled_days(draw: st.DrawFn) -> StudyDay:
    """Days with a few people in one or two rounds, on which each rule bites now and then."""
    rounds = draw(st.integers(1, 2))
    count = draw(st.integers(1, 4 if rounds == 1 else 3))
    options = draw(st.integers(1, 3))
    some = st.sampled_from((True, False, False, False))
    blocks: list[Block] = []
    wished: list[Preference] = []
    for number in (100, 200)[:rounds]:
        made = [
            an_option(
                number + each,
                number,
                draw(st.sampled_from((None, 0, 1, 2, 3))),
                repeats=100 + each if number > 100 and draw(st.booleans()) else None,
                minimum=draw(st.sampled_from((None, None, 2))),
                reserved_seats=draw(st.sampled_from((0, 0, 0, 1))),
                audience=(draw(st.sampled_from((5, 6))),) if draw(some) else (),
                room=draw(st.sampled_from((None, 1, 2))),
                leads=(BlockLead(person=draw(st.integers(1, count))),) if draw(some) else (),
            )
            for each in range(1, options + 1)
        ]
        blocks += a_round(number, *made)
        for person in range(1, count + 1):
            chosen = draw(st.lists(st.sampled_from([each.id for each in made]), unique=True, max_size=3))
            # Who has no wishes for this round may have wishes for the whole day.
            wished += wishes((person, draw(st.sampled_from((number, number, None))), chosen))
    every = [block.id for block in blocks if block.round is not None]
    registrations = [
        someone(
            number,
            access_needs=(Accessibility.STEP_FREE,) if draw(some) else (),
            fixed_options=(draw(st.sampled_from(every)),) if draw(some) else (),
            count=2 if draw(some) and count < 3 else 1,
        )
        for number in range(1, count + 1)
    ]
    if count > 1 and draw(st.booleans()):
        company = draw(st.sampled_from(("together", "apart")))
        registrations[0] = replace(registrations[0], **{company: (2,)})
    locked = ()
    if draw(some):
        option = draw(st.sampled_from(every))
        number = 100 * (option // 100)
        locked = (Allotment(id=1, registration=1, round=number, option=option, locked=True),)
    unique = {(each.registration, each.round, each.option): each for each in wished}
    return a_day(blocks, registrations, tuple(unique.values()), allotments=locked)


small_days = st.one_of(contested_days(), ruled_days())


def every_answer(day: StudyDay, rules: Rules) -> Iterator[Answer]:
    """Give every allotment that breaks no rule."""
    keys, choices = [], []
    for person, number in itertools.product(day.registrations, rules.options):
        if rules.is_busy(person, number) and not rules.settled(person, number):
            continue
        keys.append((person.id, number))
        options = (*rules.allowed(person, number), 0)
        several = itertools.combinations_with_replacement(options, person.count)
        picks = [tuple(each for each in pick if each) for pick in several]
        choices.append([pick for pick in picks if not any(rules.broken_by(person, number, pick))])
    for picks in itertools.product(*choices):
        answer = dict(zip(keys, picks, strict=True))
        if not any(rules.broken(answer)):
            yield answer


def moves(rules: Rules, answer: Answer, stood: Answer) -> tuple[int, int]:
    """Return how many people are moved who are on their own, and how many places are given up."""
    lost = {key: Counter(options) - Counter(answer[key]) for key, options in stood.items() if key in answer}
    moved = {person for (person, _), options in lost.items() if options and rules.people[person].count == 1}
    return len(moved), sum(sum(options.values()) for options in lost.values())


def unevenness(rules: Rules, answer: Answer) -> int:
    """Return how many people there are above an even share of their round, over all options that anybody may have."""
    above = 0
    for number in {key[1] for key in answer}:
        people = [rules.people[person] for person, each in answer if each == number]
        people = [person for person in people if rules.allowed(person, number)]
        options = {option for person in people for option in rules.allowed(person, number)}
        taken = [option for (_, each), theirs in answer.items() if each == number for option in theirs]
        share = sum(person.count for person in people) // max(len(options), 1)
        above += sum(max(taken.count(option) - share, 0) for option in options)
    return above


def ranks_of(day: StudyDay, rules: Rules) -> dict[tuple[int, int], dict[int, int]]:
    """Return the ranks of options by person and round: the wishes for the round, else those for the whole day."""
    found: dict[tuple[int, int], dict[int, int]] = {}
    for person, number in itertools.product(rules.people, rules.options):
        own = {
            each.option: each.rank for each in day.preferences if (each.registration, each.round) == (person, number)
        }
        whole: dict[int, int] = {}
        for each in sorted(day.preferences, key=lambda each: -each.rank):
            if each.registration == person and each.round is None:
                whole[rules.workshop(each.option)] = each.rank
        there = {option.id: rules.workshop(option.id) for option in rules.options[number]}
        found[person, number] = own or {option: whole[of] for option, of in there.items() if of in whole}
        if own:
            for option, of in there.items():
                if option not in own and of in own:
                    found[person, number][option] = own[of]
    return found


def worth(day: StudyDay, rules: Rules, answer: Answer, stood: Answer | None = None) -> tuple[int, ...]:
    """Return what is to be kept low, the weightiest first."""
    ranks = {
        key: {option: rank for option, rank in theirs.items() if option in rules.allowed(rules.people[key[0]], key[1])}
        for key, theirs in ranks_of(day, rules).items()
        if theirs
    }
    got = {key: [ranks[key].get(option) for option in answer[key]] for key in answer if key in ranks}
    lowest = 1 + max((rank for key in answer for rank in ranks.get(key, {}).values()), default=0)
    free = [
        ranks[key].get(option, lowest)
        for key in got
        for option in Counter(answer[key]) - Counter(rules.settled(rules.people[key[0]], key[1]))
    ]
    losers = 0
    for person in rules.people.values():
        theirs = [key for key in got if key[0] == person.id and rules.allowed(person, key[1])]
        can_win = person.count == 1 and len(theirs) > 1 and any(1 in ranks[key].values() for key in theirs)
        losers += can_win and not any(1 in got[key] for key in theirs)
    return (
        sum(rules.people[key[0]].count - len(options) for key, options in answer.items()),
        *(() if stood is None else moves(rules, answer, stood)),
        max(free, default=1),
        -sum(rank == 1 for theirs in got.values() for rank in theirs),
        losers,
        sum((lowest if rank is None else rank) - 1 for theirs in got.values() for rank in theirs),
        unevenness(rules, answer),
    )


def ours(found: Allotting) -> Answer:
    return {key: tuple(sorted(options)) for key, options in given_of(found).items()}


@given(small_days, st.booleans())
@settings(max_examples=60)
def test_no_other_answer_is_better(day: StudyDay, keep_small: bool):
    rules = Rules(day, SETTING, keep_small=keep_small)
    found = allotted(day, keep_small=keep_small)

    answers = list(every_answer(day, rules))
    assert ours(found) in answers
    assert worth(day, rules, ours(found)) == min(worth(day, rules, answer) for answer in answers)
    assert left_out(rules, found) == []


@pytest.mark.parametrize(
    ("aim", "seats", "wished"),
    [
        (1, {101: 1, 102: 3, 201: 1, 202: 2}, {(1, 100): "12", (2, 100): "1", (1, 200): "12", (2, 200): "1"}),
        (2, {101: 1, 102: 1, 201: 2, 202: 1}, {(2, 100): "1", (3, 100): "21", (1, 200): "12", (3, 200): "21"}),
        (
            3,
            {101: 2, 102: 1, 201: 1, 202: 1},
            {(2, 100): "21", (3, 100): "21", (1, 200): "12", (2, 200): "12"},
        ),
        (
            4,
            {101: 2, 102: 1, 201: 1, 202: 1},
            {(2, 100): "21", (3, 100): "21", (1, 200): "12", (2, 200): "12"},
        ),
        (5, {101: 1, 102: 1, 103: 2}, {(3, 100): "32"}),
    ],
    ids=["the worst wish", "first wishes", "nobody without a first wish", "all wishes", "balance"],
)
def test_each_aim_decides_on_a_day_of_its_own(aim: int, seats: dict[int, int], wished: dict[tuple[int, int], str]):
    blocks: list[Block] = []
    for number in sorted({100 * (option // 100) for option in seats}):
        here = [an_option(option, number, count) for option, count in seats.items() if option // 100 * 100 == number]
        blocks += a_round(number, *here)
    chosen = [(person, number, [number + int(each) for each in text]) for (person, number), text in wished.items()]
    day = a_day(blocks, [someone(number) for number in (1, 2, 3) if number < 3 or (3, 100) in wished], wishes(*chosen))
    rules = Rules(day, SETTING)

    values = [worth(day, rules, answer) for answer in every_answer(day, rules)]
    assert worth(day, rules, ours(allotted(day))) == min(values)
    without = min((*value[:aim], *value[aim + 1 :]) for value in values)
    assert any((*value[:aim], *value[aim + 1 :]) == without and value != min(values) for value in values)


@given(small_days, st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_after_a_change_no_other_answer_moves_fewer_people_or_is_better(day: StudyDay, lots: random.Random):
    answers = list(every_answer(day, Rules(day, SETTING)))
    whole = [answer for answer in answers if all(answer.values())] or answers
    stood = {key: options for key, options in lots.choice(whole).items() if options} if whole else {}
    # Somebody drops out, an option is called off, or it gets another number of seats.
    gone = lots.choice([None, *(each.id for each in day.registrations)])
    changed = lots.choice([block.id for block in day.blocks if block.round is not None])
    change = lots.choice([{"capacity": lots.randint(0, 3)}, {"cancelled": True}])
    after = replace(
        day,
        registrations=tuple(
            replace(each, together=(), apart=()) if gone in {*each.together, *each.apart} else each
            for each in day.registrations
            if each.id != gone
        ),
        blocks=tuple(replace(each, **change) if each.id == changed else each for each in day.blocks),
        preferences=tuple(each for each in day.preferences if each.registration != gone),
        allotments=tuple(each for each in day.allotments if each.registration != gone),
    )
    near = [
        Allotment(registration=person, round=number, option=option, count=options.count(option))
        for (person, number), options in stood.items()
        for option in set(options)
    ]
    found = allotted(after, near=near)

    rules = Rules(after, SETTING)
    answers = list(every_answer(after, rules))
    assert ours(found) in answers
    assert worth(after, rules, ours(found), stood) == min(worth(after, rules, answer, stood) for answer in answers)


# Large days against every rule


def large_day(seed: int) -> StudyDay:
    """A day of 120 people and three rounds on which all rules bite at once."""
    lots = random.Random(seed)
    blocks: list[Block] = []
    for number in (1000, 2000, 3000):
        made = [
            an_option(
                number + each,
                number,
                lots.randint(12, 16),
                repeats=1000 + each if number > 1000 else None,
                minimum=lots.choice((None, 6, 10)),
                reserved_seats=lots.choice((0, 0, 2)),
                audience={3: (5,), 7: (6,)}.get(each, ()),
                room=lots.choice((None, 1, 2)),
                leads=(BlockLead(person=lots.randint(1, 150)),),
            )
            for each in range(12)
        ]
        blocks += a_round(number, *made)
    options = [block.id for block in blocks if block.round is not None]
    people = [
        someone(
            number,
            access_needs=(Accessibility.STEP_FREE,) if lots.random() < 0.1 else (),
            fixed_options=(lots.choice(options),) if lots.random() < 0.05 else (),
        )
        for number in range(1, 121)
    ]
    for place in range(0, 60, 2):
        company = lots.choice(("together", "apart"))
        people[place] = replace(people[place], **{company: (lots.randint(place + 2, 120),)})
    groups = [Registration(id=200 + n, uid=f"group-{n}", name=f"G{n}", group=5, count=7) for n in range(3)]
    wished = wishes(
        *(
            (person, lots.choice((number, number, None)), [number + each for each in lots.sample(range(12), 3)])
            for person in range(1, 110)
            for number in (1000, 2000, 3000)
        )
    )
    locked = tuple(
        Allotment(id=number, registration=number, round=option // 1000 * 1000, option=option, locked=True)
        for number in range(90, 100)
        for option in (lots.choice(options),)
    )
    unique = {(each.registration, each.round, each.option): each for each in wished}
    return a_day(blocks, (*people, *groups), tuple(unique.values()), allotments=locked)


@pytest.mark.parametrize("seed", range(2))
def test_every_rule_holds_on_a_large_day_also_after_a_change(seed: int):
    day = large_day(seed)
    found = allotted(day)
    stood = tuple(
        Allotment(registration=each.registration, round=each.round, option=each.option, count=each.count)
        for each in found.places
    )
    off = found.places[seed].option
    after = replace(day, blocks=tuple(replace(each, cancelled=each.id == off) for each in day.blocks))

    for whole, given_out in ((day, found), (after, allotted(after, near=stood))):
        rules = Rules(whole, SETTING)
        assert list(rules.broken(given_of(given_out))) == []
        assert left_out(rules, given_out) == []
        assert given_out.is_optimal
