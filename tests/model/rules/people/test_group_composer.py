"""Groups that are as mixed as can be (R060), with who is to be together or apart."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from studydag.model.rules.people.group_composer import Composition, compose
from studydag.model.values.choices import Allotment, GroupMix, Registration, RegistrationRole
from tests.building import a_block, a_day, a_lead, a_person, a_round, a_setting


def composed(sections: Sequence[str], size: int, *, fields: dict[int, dict[str, object]] | None = None) -> Composition:
    people = [a_person(number, f"P{number}", section=section) for number, section in enumerate(sections, 1)]
    come = [
        Registration(id=each.id, uid=f"r{each.id:03}", person=each.id, **(fields or {}).get(each.id, {}))
        for each in people
    ]
    day = a_day(a_block(1), registrations=tuple(come))
    return compose(day, a_setting(*people), day.blocks[0], mix=GroupMix.SECTION, size=size)


def test_r060_24_people_in_4_sections_make_6_groups_without_two_of_a_section():
    found = composed([f"section {number % 4}" for number in range(24)], 4)

    assert [len(group) for group in found.groups] == [4] * 6
    assert all(len({member % 4 for member in group}) == 4 for group in found.groups)
    assert found.unmet == ()


def test_r060_where_that_can_not_be_the_best_is_found_and_said():
    found = composed(["languages"] * 9 + ["arts"] * 3, 4)

    ((text, figures),) = found.unmet
    assert (figures["kind"], figures["total"], figures["groups"], figures["most"]) == ("languages", 9, 3, 3)
    assert "{most} of {kind:quoted}" in text[1]


@given(st.lists(st.sampled_from("abcde"), min_size=1, max_size=40), st.integers(1, 8))
def test_groups_are_even_and_no_mix_is_better(sections: list[str], size: int):
    found = composed(sections, size)

    sizes = [len(group) for group in found.groups]
    assert sorted(member for group in found.groups for member in group) == list(range(1, len(sections) + 1))
    assert max(sizes) <= size
    assert max(sizes) - min(sizes) <= 1
    for section, total in Counter(sections).items():
        best = -(-total // len(sizes))
        assert all(sum(sections[each - 1] == section for each in group) <= best for group in found.groups)


def test_experience_is_mixed_by_stretches_of_years():
    people = [a_person(number, experience_years=years) for number, years in enumerate((1, 2, 5, 7, 20, 30), 1)]
    day = a_day(
        a_block(1), registrations=tuple(Registration(id=each.id, uid=f"r{each.id}", person=each.id) for each in people)
    )
    found = compose(day, a_setting(*people), day.blocks[0], mix=GroupMix.EXPERIENCE, size=3)

    assert all({(member - 1) // 2 for member in group} == {0, 1, 2} for group in found.groups)


def test_people_are_together_and_apart_without_spoiling_the_mix():
    found = composed(["a", "b"] * 6, 4, fields={1: {"together": (2,)}, 3: {"apart": (4,)}, 5: {"together": (6,)}})

    where = {member: number for number, group in enumerate(found.groups) for member in group}
    assert where[1] == where[2]
    assert where[3] != where[4]
    assert where[5] == where[6]
    assert {tuple(sorted(Counter(member % 2 for member in group).values())) for group in found.groups} == {(2, 2)}


def test_what_was_wished_and_could_not_be_is_counted():
    found = composed(["a"] * 4, 2, fields={1: {"together": (2, 3)}})

    assert [dict(figures) for text, figures in found.unmet if "together" in text[0]] == [{"count": 1}]


def test_those_who_lead_sit_in_no_group_and_numbers_are_left_out():
    people = [a_person(number) for number in (1, 2, 3)]
    come = (
        *(Registration(id=each.id, uid=f"r{each.id}", person=each.id) for each in people),
        Registration(id=4, uid="r4", name="Guests", count=5),
        Registration(id=5, uid="r5", name="Ada", role=RegistrationRole.LEAD),
    )
    day = a_day(a_block(1, leads=(a_lead(2),)), registrations=come)
    found = compose(day, a_setting(*people), day.blocks[0], mix=GroupMix.NONE, size=4)

    assert sorted(found.groups[0]) == [1, 3]
    assert found.left_out == 5


def test_an_option_is_divided_among_those_who_have_a_place_in_it():
    come = tuple(Registration(id=number, uid=f"r{number}", name=f"P{number}") for number in (1, 2, 3))
    day = a_day(
        *a_round(10, a_block(11), a_block(12)),
        registrations=come,
        allotments=tuple(
            Allotment(id=number, registration=number, round=10, option=option)
            for number, option in ((1, 11), (2, 12), (3, 11))
        ),
    )
    option = next(block for block in day.blocks if block.id == 11)

    assert sorted(compose(day, a_setting(), option, mix=GroupMix.NONE, size=4).groups[0]) == [1, 3]


def test_the_same_seed_gives_the_same_groups_and_another_other_ones():
    come = tuple(Registration(id=number, uid=f"r{number:02}", name=f"P{number}") for number in range(1, 21))
    day = a_day(a_block(1), registrations=come)

    def groups(seed: int) -> tuple[tuple[int, ...], ...]:
        return compose(day, a_setting(), day.blocks[0], mix=GroupMix.NONE, size=4, seed=seed).groups

    assert groups(1) == groups(1) != groups(2)
    assert compose(a_day(a_block(1)), a_setting(), day.blocks[0], mix=GroupMix.NONE, size=4) == Composition()
