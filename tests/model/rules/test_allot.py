"""The fair allotment: R082's figures, the rules that always hold, and small cases against trying everything."""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydag.model.rules.allot import allot
from studydag.model.rules.seats import seating
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Allotment, Preference, Registration, RegistrationRole
from studydag.model.values.programme import Block, BlockKind, BlockLead, LeadStatus, Part, RoundRule
from studydag.model.values.school import Accessibility, Group, Person, Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay

NOBODY = Setting()
Answer = dict[tuple[int, int], int | None]
"""The option of each person in each round."""


def a_round(number: int, *options: Block, **fields: object) -> tuple[Block, ...]:
    made = Block(id=number, uid=f"round-{number}", part=1, position=number, kind=BlockKind.ROUND, **fields)
    return made, *options


def an_option(number: int, of: int, capacity: int | None = 10, **fields: object) -> Block:
    values = {"title": f"Option {number}", "uid": f"option-{number}", "position": number, "minutes": 60, **fields}
    return Block(id=number, round=of, capacity=capacity, **values)


def people(count: int, **fields: object) -> tuple[Registration, ...]:
    return tuple(
        Registration(id=each, uid=f"person-{each:03}", name=f"P{each}", **fields) for each in range(1, count + 1)
    )


def wishes(*lists: tuple[int, int | None, Sequence[int]]) -> tuple[Preference, ...]:
    return tuple(
        Preference(id=0, registration=person, round=number, option=option, rank=rank)
        for person, number, options in lists
        for rank, option in enumerate(options, 1)
    )


def a_day(
    blocks: Sequence[Block],
    registrations: Sequence[Registration],
    preferences: Sequence[Preference] = (),
    **fields: object,
) -> StudyDay:
    return StudyDay(
        id=1,
        parts=(Part(id=1),),
        blocks=tuple(blocks),
        registrations=tuple(registrations),
        preferences=tuple(preferences),
        **fields,
    )


def allotted(day: StudyDay, setting: Setting = NOBODY, **how: object) -> Allotting:
    found = allot(day, setting, **how)
    assert found is not None
    return found


def option_of(found: Allotting, person: int, number: int = 100) -> int | None:
    return next((each.option for each in found.places if (each.registration, each.round) == (person, number)), None)


THREE = a_round(100, an_option(1, 100), an_option(2, 100), an_option(3, 100))


def test_r082_of_28_people_ten_get_their_first_choice_and_nobody_is_left_out():
    found = allotted(a_day(THREE, people(28), wishes(*((each, 100, (1, 2, 3)) for each in range(1, 29)))))

    assert found.ranks == {1: 10, 2: 10, 3: 8}
    assert found.unplaced == ()
    assert (found.placed, found.worst_rank, found.is_optimal) == (28, 3, True)


def test_r082_of_31_people_one_is_unplaced_and_named():
    found = allotted(a_day(THREE, people(31), wishes(*((each, 100, (1, 2, 3)) for each in range(1, 32)))))

    assert found.ranks == {1: 10, 2: 10, 3: 10}
    assert [(each.round, each.count) for each in found.unplaced] == [(100, 1)]


def test_every_place_says_why():
    found = allotted(a_day(THREE, people(12), wishes(*((each, 100, (1, 2)) for each in range(1, 12)))))

    reasons = {each.rank: (each.reason, dict(each.figures)) for each in found.places}
    assert reasons[1][0] == "first wish"
    assert reasons[2][1] == {"rank": 2, "option": "Option 1", "wanted": 11, "seats": 10}
    assert reasons[None][0].startswith("no wish for this round")


def test_d05_who_leads_is_busy_in_that_round_and_may_take_part_in_another():
    lead = BlockLead(person=7, status=LeadStatus.CONFIRMED)
    blocks = [
        *a_round(100, an_option(1, 100, leads=(lead,)), an_option(2, 100)),
        *a_round(200, an_option(3, 200), an_option(4, 200)),
    ]
    day = a_day(blocks, [Registration(id=1, uid="x", person=7)], wishes((1, 100, (2,)), (1, 200, (4,))))
    found = allotted(day, Setting(people=(Person(id=7, name="Ada"),)))

    assert option_of(found, 1, 100) is None
    assert option_of(found, 1, 200) == 4
    assert found.unplaced == ()


def test_d06_nobody_is_twice_in_the_same_workshop():
    blocks = [
        *a_round(100, an_option(1, 100), an_option(2, 100)),
        *a_round(200, an_option(3, 200, repeats=1), an_option(4, 200, repeats=2)),
    ]
    found = allotted(a_day(blocks, people(10), wishes(*((each, None, (1, 2)) for each in range(1, 11)))))

    for person in range(1, 11):
        assert {option_of(found, person, 100), option_of(found, person, 200)} in ({1, 4}, {2, 3})


def test_who_loses_in_one_round_wins_in_the_other():
    blocks = [
        *a_round(100, an_option(1, 100, 1), an_option(2, 100, 1)),
        *a_round(200, an_option(3, 200, 1), an_option(4, 200, 1)),
    ]
    both = wishes((1, 100, (1, 2)), (2, 100, (1, 2)), (1, 200, (3, 4)), (2, 200, (3, 4)))
    found = allotted(a_day(blocks, people(2), both))

    firsts = [sum(each.rank == 1 for each in found.places if each.registration == person) for person in (1, 2)]
    assert firsts == [1, 1]


def test_d07_an_option_for_a_group_takes_nobody_else():
    blocks = a_round(100, an_option(1, 100, audience=(5,)), an_option(2, 100))
    group = Group(id=5, name="Kleuters", members=(7,))
    registrations = [Registration(id=1, uid="a", person=7), Registration(id=2, uid="b", person=8)]
    setting = Setting(people=(Person(id=7, name="A"), Person(id=8, name="B")), groups=(group,))
    found = allotted(a_day(blocks, registrations, wishes((1, 100, (1,)), (2, 100, (1,)))), setting)

    assert (option_of(found, 1), option_of(found, 2)) == (1, 2)


def test_d17_access_needs_rule_out_a_room():
    blocks = a_round(100, an_option(1, 100, room=1), an_option(2, 100, room=2))
    rooms = (Room(id=1, name="Zolder"), Room(id=2, name="Aula", accessibility=(Accessibility.STEP_FREE,)))
    person = Registration(id=1, uid="a", name="P", access_needs=(Accessibility.STEP_FREE,))
    found = allotted(a_day(blocks, [person], wishes((1, 100, (1, 2)))), Setting(rooms=rooms))

    assert option_of(found, 1) == 2


def test_d20_a_group_is_divided_where_it_has_to_be():
    found = allotted(a_day(THREE, [Registration(id=1, uid="g", name="Onderbouw", count=25)]))

    assert sum(each.count for each in found.places) == 25
    assert max(each.count for each in found.places) <= 10


def test_d34_a_workshop_below_its_minimum_is_dropped_or_kept_by_choice():
    blocks = a_round(100, an_option(1, 100, minimum=5), an_option(2, 100))
    day = a_day(blocks, people(4), wishes(*((each, 100, (1, 2)) for each in range(1, 5))))

    assert allotted(day).dropped == (1,)
    assert {each.option for each in allotted(day).places} == {2}
    assert {each.option for each in allotted(day, keep_small=True).places} == {1}


def test_d34_after_a_drop_out_as_few_as_possible_move():
    wished = wishes(*((each, 100, (1, 2, 3)) for each in range(1, 29)))
    before = allotted(a_day(THREE, people(28), wished))
    stood = [Allotment(registration=each.registration, round=each.round, option=each.option) for each in before.places]
    gone = next(each.registration for each in before.places if each.option == 1)
    rest = [person for person in people(28) if person.id != gone]
    after = allotted(a_day(THREE, rest, [wish for wish in wished if wish.registration != gone]), near=stood)

    moved = [person.id for person in rest if option_of(before, person.id) != option_of(after, person.id)]
    assert moved == []


def test_d35_the_same_day_gives_the_same_places_whatever_the_order_of_its_rows():
    wished = wishes(*((each, 100, (1, 2, 3)) for each in range(1, 29)))
    day = a_day(THREE, people(28), wished)
    turned = a_day(THREE, people(28)[::-1], wished[::-1])

    assert allotted(day) == allotted(turned)
    assert allotted(day, seed=2).ranks == allotted(day).ranks
    assert allotted(day, seed=2).places != allotted(day).places


def test_fixed_and_locked_places_stay():
    day = a_day(
        THREE,
        [Registration(id=1, uid="a", name="A", fixed_options=(3,)), Registration(id=2, uid="b", name="B")],
        wishes((1, 100, (1,)), (2, 100, (1,))),
        allotments=(Allotment(id=1, registration=2, round=100, option=2, locked=True),),
    )
    found = allotted(day)

    assert (option_of(found, 1), option_of(found, 2)) == (3, 2)
    assert [each.locked for each in found.places] == [False, True]


def test_people_stay_together_or_apart():
    one, two, three = people(3)
    registrations = [
        Registration(id=1, uid="a", name="A", together=(2,)),
        Registration(id=2, uid="b", name="B"),
        Registration(id=3, uid="c", name="C", apart=(1,)),
    ]
    wished = wishes((1, 100, (1,)), (2, 100, (2,)), (3, 100, (1,)))
    found = allotted(a_day(THREE, registrations, wished))

    assert (one.id, two.id, three.id) == (1, 2, 3)
    assert option_of(found, 1) == option_of(found, 2) != option_of(found, 3)


def test_leads_without_a_wish_and_rounds_by_group_are_left_alone():
    by_group = a_round(200, an_option(9, 200), round_rule=RoundRule.BY_GROUP)
    lead = Registration(id=1, uid="a", name="L", role=RegistrationRole.LEAD)
    found = allotted(a_day([*THREE, *by_group], [lead, *people(3)[1:]]))

    assert {each.registration for each in found.places} == {2, 3}
    assert {each.round for each in found.places} == {100}


def test_a_day_without_rounds_or_people_has_nothing_to_give_out():
    assert allotted(a_day((), people(3))) == Allotting()
    assert allotted(a_day(THREE, ())) == Allotting()


def test_it_can_be_stopped():
    assert allot(a_day(THREE, people(5)), NOBODY, going=lambda _share: False) is None


# Small cases against trying everything


@st.composite
def small_days(draw: st.DrawFn) -> StudyDay:
    """Days with a few people in one or two rounds, with repeats, wishes of company and a minimum here and there."""
    rounds = draw(st.integers(1, 2))
    count = draw(st.integers(1, 5 if rounds == 1 else 3))
    options = draw(st.integers(1, 3))
    blocks: list[Block] = []
    wished: list[Preference] = []
    for number in range(rounds):
        made = [
            an_option(
                10 * (number + 1) + each,
                100 * (number + 1),
                draw(st.integers(0, 3)),
                repeats=10 + each if number and draw(st.booleans()) else None,
                minimum=draw(st.sampled_from((None, None, 2))),
            )
            for each in range(options)
        ]
        blocks += a_round(100 * (number + 1), *made)
        for person in range(1, count + 1):
            chosen = draw(st.lists(st.sampled_from([each.id for each in made]), unique=True, max_size=3))
            wished += wishes((person, 100 * (number + 1), chosen))
    company = draw(st.sampled_from(("", "", "together", "apart"))) if count > 1 else ""
    first, *others = people(count)
    if company:
        first = replace(first, **{company: (2,)})
    return a_day(blocks, (first, *others), wished)


def every_answer(day: StudyDay) -> Iterator[Answer]:
    ground = seating(day, NOBODY)
    keys = [(person.id, number) for person in ground.people for number in ground.rounds]
    choices = [
        [None, *(seat.option for seat in ground.seats if (seat.registration, seat.round) == key)] for key in keys
    ]
    workshop = {seat.option: seat.workshop for seat in ground.seats}
    for picks in itertools.product(*choices):
        taken = [option for option in picks if option is not None]
        if any(taken.count(option) > (ground.capacities[option] or 0) for option in set(taken)):
            continue
        if any(0 < taken.count(each.id) < (each.minimum or 0) for each in day.blocks):
            continue
        answer = dict(zip(keys, picks, strict=True))
        if any(not keeps_company(person, answer, number) for person in ground.people for number in ground.rounds):
            continue
        mine = [(person, workshop[option]) for (person, _), option in answer.items() if option is not None]
        if len(mine) == len(set(mine)):
            yield answer


def keeps_company(person: Registration, answer: Answer, number: int) -> bool:
    mine = answer[person.id, number]
    together = all(answer[other, number] == mine for other in person.together if (other, number) in answer)
    return together and (mine is None or all(answer.get((other, number)) != mine for other in person.apart))


def moves(answer: Answer, stood: Answer) -> tuple[int, int]:
    """Return how many people are moved whose places could have been kept, and how many places."""
    moved = [key for key, option in stood.items() if key in answer and answer[key] != option]
    return len({person for person, _ in moved}), len(moved)


def unevenness(day: StudyDay, answer: Answer) -> int:
    """Return how many people there are above an even share of their round, over all options."""
    above = 0
    for number in {key[1] for key in answer}:
        options = {seat.option for seat in seating(day, NOBODY).seats if seat.round == number}
        taken = [option for (_, each), option in answer.items() if each == number]
        share = len(taken) // max(len(options), 1)
        above += sum(max(taken.count(option) - share, 0) for option in options)
    return above


def worth(day: StudyDay, answer: Answer, stood: Answer | None = None) -> tuple[int, ...]:
    """Return what is to be kept low, the weightiest first."""
    ranks = {(each.registration, each.round, each.option): each.rank for each in day.preferences}
    wishing = {(each.registration, each.round) for each in day.preferences}
    lowest = 1 + max(ranks.values(), default=0)
    got = {
        key: ranks.get((*key, option), lowest)
        for key, option in answer.items()
        if option is not None and key in wishing
    }
    rounds: dict[int, set[int]] = {}
    for person, number in wishing:
        rounds.setdefault(person, set()).add(number)
    losers = [
        person
        for person, theirs in rounds.items()
        if len(theirs) > 1 and not any(got.get((person, number)) == 1 for number in theirs)
    ]
    return (
        sum(option is None for option in answer.values()),
        *(() if stood is None else moves(answer, stood)),
        max(got.values(), default=1),
        -sum(rank == 1 for rank in got.values()),
        len(losers),
        sum(rank - 1 for rank in got.values()),
        unevenness(day, answer),
    )


@given(small_days())
@settings(max_examples=60, deadline=None)
def test_no_other_answer_is_better(day: StudyDay):
    found = allotted(day)
    ground = seating(day, NOBODY)
    keys = [(person.id, number) for person in ground.people for number in ground.rounds]
    ours = {key: option_of(found, *key) for key in keys}

    answers = list(every_answer(day))
    assert ours in answers
    assert worth(day, ours) == min(worth(day, answer) for answer in answers)


@given(small_days(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_after_a_change_no_other_answer_moves_fewer_people_or_is_better(day: StudyDay, lots: random.Random):
    answers = list(every_answer(day))
    whole = [answer for answer in answers if None not in answer.values()] or answers
    stood = {key: option for key, option in lots.choice(whole).items() if option is not None}
    # Somebody drops out, or an option gets another number of seats.
    gone = lots.choice([None, *(each.id for each in day.registrations)])
    changed = lots.choice([block.id for block in day.blocks if block.round is not None])
    seats = lots.randint(0, 3)
    after = replace(
        day,
        registrations=tuple(each for each in day.registrations if each.id != gone),
        blocks=tuple(replace(each, capacity=seats) if each.id == changed else each for each in day.blocks),
        preferences=tuple(each for each in day.preferences if each.registration != gone),
    )
    near = [Allotment(registration=key[0], round=key[1], option=option or 0) for key, option in stood.items()]
    found = allotted(after, near=near)

    keys = [(person.id, number) for person in after.registrations for number in seating(after, NOBODY).rounds]
    ours = {key: option_of(found, *key) for key in keys}
    answers = list(every_answer(after))
    assert ours in answers
    assert worth(after, ours, stood) == min(worth(after, answer, stood) for answer in answers)


@pytest.mark.parametrize("seed", range(3))
def test_the_rules_hold_in_a_large_day(seed: int):
    lots = random.Random(seed)
    blocks: list[Block] = []
    for number in (1, 2, 3):
        made = [
            an_option(100 * number + each, 1000 * number, 12, repeats=100 + each if number > 1 else None)
            for each in range(10)
        ]
        blocks += a_round(1000 * number, *made)
    wished = wishes(
        *(
            (person, 1000 * number, [100 * number + each for each in lots.sample(range(10), 3)])
            for person in range(1, 101)
            for number in (1, 2, 3)
        )
    )
    found = allotted(a_day(blocks, people(100), wished))

    taken = [each.option for each in found.places]
    assert found.placed == 300
    assert found.is_optimal
    assert all(taken.count(option) <= 12 for option in set(taken))
    workshops = [(each.registration, each.option % 100) for each in found.places]
    assert len(workshops) == len(set(workshops))
