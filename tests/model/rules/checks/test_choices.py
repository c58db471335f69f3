from studydag.model.values.choices import Allotment, Grouping, GroupMix, GroupOfParticipants, Registration
from studydag.model.values.formats import SetUp
from studydag.model.values.programme import Mode
from tests.building import a, a_block, a_day, a_group, a_person, a_room, a_round, a_setting
from tests.model.rules.checks.looking import concerned, figures, found, holds


def options(*capacities: int | None):
    return a_round(1, *(a_block(number, capacity=places) for number, places in enumerate(capacities, start=2)))


def test_a_round_has_a_place_for_everyone():
    assert figures("capacity-short", a_day(*options(10, 10, 10), expected_number=31)) == [
        {"round": "Block 1", "people": 31, "places": 30, "short": 1}
    ]
    assert holds("capacity-short", a_day(*options(10, 10, 10), expected_number=28)) == [
        {"round": "Block 1", "people": 28, "places": 30, "short": 0}
    ]


def test_an_option_without_capacity_takes_everyone_unless_its_room_is_known():
    room = a_room(1, holds={SetUp.THEATRE: 12})
    with_room = a_round(1, a_block(2, capacity=10), a_block(3, room=1))

    assert found("capacity-short", a_day(*options(10, None), expected_number=100)) == ()
    assert figures("capacity-short", a_day(*with_room, expected_number=25), a_setting(room))[0]["places"] == 22

    online = a_round(1, a_block(2, capacity=10), a_block(3, room=1, mode=Mode.ONLINE))
    assert found("capacity-short", a_day(*online, expected_number=25), a_setting(room)) == ()


def test_more_registrations_than_expected_count():
    day = a_day(*options(10, 10), a(Registration, 1, count=21), expected_number=15)

    assert figures("capacity-short", day)[0]["people"] == 21


def test_a_round_for_some_groups_needs_places_for_them():
    upper = a_group(4, members=tuple(range(1, 12)))
    round_for_upper = a_round(1, a_block(2, capacity=5), a_block(3, capacity=5), audience=(4,))

    assert figures("capacity-short", a_day(*round_for_upper, expected_number=60), a_setting(upper))[0]["people"] == 11


def test_options_between_minimum_and_capacity_once_allotted():
    workshops = a_round(1, a_block(2, capacity=10, minimum=6), a_block(3, capacity=10, minimum=6), a_block(4))
    registrations = [a(Registration, number, count=count) for number, count in ((1, 11), (2, 5))]
    placed = [
        a(Allotment, 1, registration=1, round=1, option=2, count=11),
        a(Allotment, 2, registration=2, round=1, option=3, count=5),
    ]
    day = a_day(*workshops, *registrations, *placed)

    assert figures("option-too-full", day) == [{"option": "Block 2", "people": 11, "places": 10}]
    assert figures("option-too-small", day) == [{"option": "Block 3", "people": 5, "minimum": 6}]


def test_before_the_allotment_nothing_is_too_small_or_too_full():
    day = a_day(*a_round(1, a_block(2, capacity=10, minimum=6)))

    assert found("option-too-small", day) == found("option-too-full", day) == ()
    assert holds("option-too-small", day) == []


def test_an_allotment_within_bounds_holds():
    placed = a(Allotment, 1, registration=1, round=1, option=2, count=8)
    day = a_day(*a_round(1, a_block(2, capacity=10, minimum=6)), a(Registration, 1, count=8), placed)

    assert holds("option-too-small", day) == holds("option-too-full", day) == [{}]


def test_just_enough_places_and_just_enough_people_hold():
    full = a(Allotment, 1, registration=1, round=1, option=2, count=10)
    few = a(Allotment, 2, registration=2, round=1, option=3, count=6)
    people = a(Registration, 1, count=10), a(Registration, 2, count=6)
    day = a_day(*a_round(1, a_block(2, capacity=10), a_block(3, capacity=10, minimum=6)), *people, full, few)

    assert found("option-too-full", day) == found("option-too-small", day) == ()
    assert found("capacity-short", a_day(*options(10, 10), expected_number=20)) == ()


def grouping(*members: tuple[int, ...], mix: GroupMix = GroupMix.SECTION) -> Grouping:
    groups = (a(GroupOfParticipants, n, name=f"Group {n}", members=each) for n, each in enumerate(members, start=1))
    return a(Grouping, 1, block=1, mix=mix, groups=tuple(groups))


def people(*sections: str):
    return [a_person(number, section=section) for number, section in enumerate(sections, start=1)]


REGISTRATIONS = [a(Registration, number, person=number) for number in range(1, 5)]


def test_groups_are_as_mixed_as_asked():
    setting = a_setting(*people("Maths", "Maths", "Dutch", "Dutch"))

    assert figures("group-not-mixed", a_day(a_block(1), *REGISTRATIONS, grouping((1, 2), (3, 4))), setting) == [
        {"group": "Group 1", "kind": "Maths", "count": 2, "best": 1},
        {"group": "Group 2", "kind": "Dutch", "count": 2, "best": 1},
    ]
    assert concerned("group-not-mixed", a_day(a_block(1), *REGISTRATIONS, grouping((1, 2), (3, 4))), setting)[0] == [
        "block-1",
        "group_of_participants-1",
    ]
    assert holds("group-not-mixed", a_day(a_block(1), *REGISTRATIONS, grouping((1, 3), (2, 4))), setting) == [
        {"groups": 2}
    ]


def test_what_can_not_be_mixed_is_not_asked():
    setting = a_setting(*people("Maths", "Maths", "Maths", "Dutch"))

    assert found("group-not-mixed", a_day(*REGISTRATIONS, grouping((1, 2), (3, 4))), setting) == ()
    assert found("group-not-mixed", a_day(*REGISTRATIONS, grouping((1, 2, 3), (4,))), setting)
    assert found("group-not-mixed", a_day(*REGISTRATIONS, grouping((1, 2), (3, 4), mix=GroupMix.NONE)), setting) == ()


def test_experience_is_mixed_by_stretches_of_years():
    setting = a_setting(*(a_person(n, experience_years=years) for n, years in enumerate((1, 2, 20, 30), start=1)))
    day = a_day(*REGISTRATIONS, grouping((1, 2), (3, 4), mix=GroupMix.EXPERIENCE))

    assert [each["kind"] for each in figures("group-not-mixed", day, setting)] == ["0–2", "10+"]
