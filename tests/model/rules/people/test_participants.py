"""How many people there are and who: registered, expected, and at a block or an option."""

from studydag.model.rules.people.participants import allotted, audience_of, expected, is_for, people_at, registered
from studydag.model.values.choices import Allotment, Registration, RegistrationRole
from tests.building import a, a_block, a_day, a_group, a_lead

GROUPS = {5: a_group(5, members=(1, 2, 3)), 6: a_group(6, members=(3, 4))}


def test_d20_a_registration_may_stand_for_several_and_who_leads_is_no_participant():
    lead = a(Registration, 3, name="Cas", role=RegistrationRole.LEAD)
    day = a_day(a(Registration, 1, name="Ada"), a(Registration, 2, name="Class 3", count=12), lead)

    assert registered(day) == 13
    assert [expected(a_day(*day.registrations, expected_number=number)) for number in (None, 10, 28)] == [13, 13, 28]
    assert expected(a_day()) is None


def test_an_audience_counts_everybody_once():
    assert audience_of(a_block(1), 28, GROUPS) == 28
    assert audience_of(a_block(1, audience=(5, 6)), 28, GROUPS) == 4
    assert audience_of(a_block(1, audience=(7,)), 28, GROUPS) is None


def test_r098_a_block_is_for_its_groups_for_who_leads_it_and_for_who_is_only_a_name():
    block = a_block(1, audience=(5,), leads=(a_lead(9),))

    def sees(**fields: object) -> bool:
        return is_for(block, a(Registration, 1, **fields), GROUPS)

    assert is_for(a_block(1), a(Registration, 1, person=8), GROUPS)
    assert [sees(person=1), sees(person=8), sees(person=9)] == [True, False, True]
    assert [sees(group=5), sees(group=6)] == [True, False]
    assert sees(name="Guest")


def test_of_an_option_those_placed_count_else_what_it_allows_else_an_equal_share():
    def people(**fields: object) -> int | None:
        return people_at(a_block(1, **{"round": 9, **fields}), 28, GROUPS, {}, 3)

    assert people() == 10
    assert people_at(a_block(1, round=9), 28, GROUPS, {1: 7}, 3) == 7
    assert [people(capacity=12), people(capacity=12, audience=(5,)), people(capacity=2, audience=(5,))] == [12, 3, 2]
    assert people(audience=(7,)) == 28
    assert people_at(a_block(1), 28, GROUPS, {1: 7}, 3) == 28
    assert people_at(a_block(1, round=9), None, GROUPS, {}, 3) is None
    assert people_at(a_block(1, round=9), 28, GROUPS, {}, 0) is None


def test_places_are_counted_by_option():
    places = [
        a(Allotment, number, registration=number, round=9, option=option, count=count)
        for number, option, count in ((1, 2, 1), (2, 2, 12), (3, 4, 1))
    ]
    assert allotted(a_day(*places)) == {2: 13, 4: 1}
