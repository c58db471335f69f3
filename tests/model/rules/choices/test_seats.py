"""Which seats there are, and who may have them: the ground on which places are given out."""

from studydag.model.rules.choices.seats import Seating, seating
from studydag.model.values.choices import Allotment, AttendanceMark, Preference, Presence, Registration
from studydag.model.values.formats import SetUp
from studydag.model.values.programme import BlockLead, LeadStatus, Mode
from studydag.model.values.school import Accessibility, Person, Room, RoomCapacity
from studydag.model.values.setting import Setting
from tests.model.rules.choosing import NOBODY, a_day, a_round, an_option, people


def offered(found: Seating) -> list[tuple[int, int]]:
    return [(seat.registration, seat.option) for seat in found.seats]


def test_of_two_wishes_for_the_same_option_the_better_one_counts():
    twice = tuple(Preference(id=rank, registration=1, round=100, option=1, rank=rank) for rank in (1, 3))
    for order in (twice, twice[::-1]):
        found = seating(a_day(a_round(100, an_option(1, 100)), people(1), order), NOBODY)
        assert [seat.rank for seat in found.seats] == [1]


def test_d05_who_no_longer_leads_takes_part():
    def led(status: LeadStatus) -> Seating:
        options = an_option(1, 100, leads=(BlockLead(person=7, status=status),)), an_option(2, 100)
        return seating(
            a_day(a_round(100, *options), (Registration(id=1, uid="a", person=7),)),
            Setting(people=(Person(id=7, name="Ada"),)),
        )

    assert offered(led(LeadStatus.CONFIRMED)) == []
    assert offered(led(LeadStatus.CANCELLED)) == [(1, 1), (1, 2)]


def test_d17_no_room_has_to_be_reached_for_what_is_online():
    stairs = Setting(rooms=(Room(id=1, name="Attic"),))
    wheels = people(1, access_needs=(Accessibility.STEP_FREE,))
    options = an_option(1, 100, room=1), an_option(2, 100, room=1, mode=Mode.ONLINE), an_option(3, 100)

    assert offered(seating(a_day(a_round(100, *options), wheels), stairs)) == [(1, 2), (1, 3)]


def test_the_seats_of_a_room_are_none_of_what_is_online():
    small = Setting(rooms=(Room(id=1, name="Attic", capacities=(RoomCapacity(set_up=SetUp.THEATRE, people=8),)),))
    options = an_option(1, 100, None, room=1), an_option(2, 100, None, room=1, mode=Mode.ONLINE)

    assert seating(a_day(a_round(100, *options), people(1)), small).capacities == {1: 8, 2: None}


def test_d21_who_walked_in_has_one_of_the_seats_that_were_kept():
    came = AttendanceMark(round=100, presence=Presence.WALK_IN)
    guests = tuple(Registration(id=each, uid=f"g{each}", name="Guest", attendance=(came,)) for each in (8, 9))
    sit = tuple(Allotment(id=each, registration=each, round=100, option=1) for each in (8, 9))
    options = an_option(1, 100, 10, reserved_seats=3), an_option(2, 100, 2, reserved_seats=3)
    found = seating(a_day(a_round(100, *options), (*people(1), *guests), allotments=sit), NOBODY)

    assert (found.capacities, found.kept) == ({1: 9, 2: 0}, {1: 1, 2: 3})
