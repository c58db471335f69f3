"""How many people there are and who: registered, expected, and at a block or an option."""

from collections.abc import Mapping

from studydag.model.rules.people.participants import Crowd, allotted, crowd_of, expected, is_for, registered
from studydag.model.values.choices import Allotment, Registration, RegistrationRole
from tests.building import a, a_block, a_day, a_group, a_lead

GROUPS = {5: a_group(5, members=(1, 2, 3)), 6: a_group(6, members=(3, 4))}


def crowd(everyone: int | None = 28, placed: Mapping[int, int] | None = None) -> Crowd:
    return Crowd(everyone=everyone, groups=GROUPS, counted={}, placed=placed or {})


def test_d20_a_registration_may_stand_for_several_and_who_leads_is_no_participant():
    lead = a(Registration, 3, name="Cas", role=RegistrationRole.LEAD)
    day = a_day(a(Registration, 1, name="Ada"), a(Registration, 2, name="Class 3", count=12), lead)

    assert registered(day) == 13
    assert [expected(a_day(*day.registrations, expected_number=number)) for number in (None, 10, 28)] == [13, 13, 28]
    assert expected(a_day()) is None


def test_an_audience_counts_everybody_once():
    assert crowd().audience_of(a_block(1)) == 28
    assert crowd().audience_of(a_block(1, audience=(5, 6))) == 4
    assert crowd().audience_of(a_block(1, audience=(7,))) is None


def test_d20_of_a_group_without_names_those_count_who_were_registered():
    lead = a(Registration, 3, group=7, role=RegistrationRole.LEAD)
    known = crowd_of(a_day(a(Registration, 1, group=7, count=12), a(Registration, 2, group=5, count=2), lead), GROUPS)

    assert [known.audience_of(a_block(1, audience=groups)) for groups in ((7,), (5,), (6, 7))] == [12, 3, 12]
    assert known.people_at(a_block(1, round=9, audience=(7,), capacity=20), 3) == 12


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
        return crowd().people_at(a_block(1, **{"round": 9, **fields}), 3)

    assert people() == 10
    assert crowd(placed={1: 7}).people_at(a_block(1, round=9), 3) == 7
    assert [people(capacity=12), people(capacity=12, audience=(5,)), people(capacity=2, audience=(5,))] == [12, 3, 2]
    assert people(audience=(7,)) == 28
    assert crowd(placed={1: 7}).people_at(a_block(1), 3) == 28
    assert crowd(None).people_at(a_block(1, round=9), 3) is None
    assert crowd().people_at(a_block(1, round=9), 0) is None


def test_places_are_counted_by_option():
    places = [
        a(Allotment, number, registration=number, round=9, option=option, count=count)
        for number, option, count in ((1, 2, 1), (2, 2, 12), (3, 4, 1))
    ]
    assert allotted(a_day(*places)) == {2: 13, 4: 1}
