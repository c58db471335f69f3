"""The fair allotment: R082's figures, and each rule by an example."""

from dataclasses import replace

from studydag.model.rules.choices.allot import allot
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import Allotment, Registration, RegistrationRole
from studydag.model.values.programme import BlockLead, LeadStatus, RoundRule
from studydag.model.values.school import Accessibility, Group, Person, Room
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.model.rules.choosing import NOBODY, a_day, a_round, allotted, an_option, option_of, people, wishes

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
    assert reasons[1][0] == "first choice"
    assert reasons[2][1] == {"rank": 2, "option": "Option 1", "wanted": 11, "seats": 10}
    assert reasons[None][0].startswith("no choice for this round")


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


def test_nobody_gets_a_workshop_twice_that_was_typed_again_in_the_next_round() -> None:
    rounds = (
        *a_round(100, an_option(1, 100, title="Exit tickets"), an_option(2, 100, title="Rubrics")),
        *a_round(200, an_option(3, 200, title="exit  tickets "), an_option(4, 200, title="Quiz")),
    )
    day = a_day(rounds, people(1), wishes((1, 100, (1, 2)), (1, 200, (3, 4))))

    assert {place.option for place in allotted(day).places} in ({1, 4}, {2, 3})

    whole_day = a_day(rounds, people(1), wishes((1, None, (1,))))
    assert [place.rank for place in allotted(whole_day).places].count(1) == 1


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


def test_an_option_that_asks_for_one_person_is_not_dropped_when_nobody_comes():
    blocks = a_round(100, an_option(1, 100, minimum=1), an_option(2, 100, minimum=2))
    found = allotted(a_day(blocks, people(2), wishes((1, 100, (2,)), (2, 100, (2,)))))

    assert {each.option for each in found.places} == {2}
    assert found.dropped == ()


def test_d06_who_was_settled_twice_in_the_same_workshop_stays_there():
    blocks = [
        *a_round(100, an_option(1, 100), an_option(2, 100)),
        *a_round(200, an_option(3, 200, repeats=1), an_option(4, 200)),
    ]
    found = allotted(a_day(blocks, [Registration(id=1, uid="a", name="A", fixed_options=(1, 3))]))

    assert (option_of(found, 1, 100), option_of(found, 1, 200)) == (1, 3)


def test_d34_after_a_drop_out_as_few_as_possible_move():
    wished = wishes(*((each, 100, (1, 2, 3)) for each in range(1, 29)))
    before = allotted(a_day(THREE, people(28), wished))
    stood = [Allotment(registration=each.registration, round=each.round, option=each.option) for each in before.places]
    gone = next(each.registration for each in before.places if each.option == 1)
    rest = [person for person in people(28) if person.id != gone]
    after = allotted(a_day(THREE, rest, [wish for wish in wished if wish.registration != gone]), near=stood)

    moved = [person.id for person in rest if option_of(before, person.id) != option_of(after, person.id)]
    assert moved == []


def test_d34_one_person_moves_twice_rather_than_two_people_once():
    blocks = [
        *a_round(100, an_option(1, 100, 1), an_option(2, 100, 1)),
        *a_round(200, an_option(3, 200, 1), an_option(4, 200, 1)),
    ]
    wished = wishes(
        *((person, number, options) for person in (1, 2) for number, options in ((100, (1, 2)), (200, (3, 4))))
    )
    stood = [
        Allotment(registration=person, round=number, option=option)
        for person in (1, 2)
        for number, option in ((100, 1), (200, 3))
    ]
    found = allotted(a_day(blocks, people(2), wished), near=stood)

    assert sorted({option_of(found, person, number) for number in (100, 200)} for person in (1, 2)) == [{1, 3}, {2, 4}]


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


def test_fixed_and_locked_places_of_a_group_are_for_all_of_them_and_for_those_that_are_locked():
    group = Registration(id=1, uid="g", name="G", count=12)
    fixed = a_day(THREE, [replace(group, fixed_options=(3,))], wishes((1, 100, (1,))))
    locked = Allotment(id=1, registration=1, round=100, option=2, count=5, locked=True)
    some = a_day(THREE, [group], wishes((1, 100, (1,))), allotments=(locked,))

    assert [(each.option, each.count) for each in allotted(fixed).places] == [(3, 12)]
    assert [(each.option, each.count) for each in allotted(some).places] == [(1, 7), (2, 5)]


def test_who_has_two_fixed_options_in_a_round_gets_one_of_them():
    day = a_day(THREE, [Registration(id=1, uid="a", name="A", fixed_options=(3, 2))])
    locked = replace(day, allotments=(Allotment(id=1, registration=1, round=100, option=1, locked=True),))

    assert option_of(allotted(day), 1) == 3
    assert option_of(allotted(locked), 1) == 1


def test_who_has_no_place_is_named_and_told_why():
    needs = (Accessibility.STEP_FREE,)
    attic = Setting(rooms=(Room(id=1, name="Attic"),))
    one = a_round(100, an_option(1, 100, 1, room=1))
    repeated = a_round(200, an_option(2, 200, 1, repeats=1))
    several = [Registration(id=number, uid=str(number), name=f"P{number}") for number in (1, 2)]
    apart = [replace(several[0], apart=(2,)), several[1]]

    def why(day: StudyDay) -> list[tuple[int, int, str]]:
        return [(each.registration, each.round, str(each.reason)) for each in allotted(day, attic).unplaced]

    assert why(a_day(one, [replace(several[0], access_needs=needs)])) == [
        (1, 100, "no option of this round is meant for this person, or no room of them can be reached")
    ]
    assert [text for *_, text in why(a_day(one, several))] == ["every option that this person may have is full"]
    only = "this person already has the only workshop open to them, in another round"
    assert why(a_day((*one, *repeated), several[:1])) in ([(1, 100, only)], [(1, 200, only)])
    both = [replace(several[0], together=(2,), apart=(2,)), several[1]]
    assert why(a_day(a_round(100, an_option(1, 100), an_option(2, 100)), both))[0][2] == (
        "this person is to be both together with the same person and apart from them; remove one of the two"
    )
    small = a_round(100, an_option(1, 100, minimum=3))
    assert why(a_day(small, several))[0][2] == "what is free has too few people to take place"
    together = a_round(100, an_option(1, 100))
    assert [text for *_, text in why(a_day(together, apart))] == [
        "what is free doesn’t fit who this person is to be together with, or apart from; remove that wish, or "
        "choose a place by hand"
    ]


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
