"""Who was there: no-shows, minutes of learning, and the share that was compulsory (R022, D21, D22)."""

from studydag.model.rules.choices.presence import attended, is_walk_in, no_shows, presence_in, was_at_round, was_in_part
from studydag.model.values.choices import Allotment, AttendanceMark, Presence, Registration
from studydag.model.values.programme import Attendance
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_break, a_day, a_group, a_part, a_round


def someone(*marks: AttendanceMark, **fields: object) -> Registration:
    return Registration(id=1, uid="r1", **{"name": "Ada", **fields}, attendance=marks)


def absent(part: int | None = None, number: int | None = None) -> AttendanceMark:
    return AttendanceMark(part=part, round=number, presence=Presence.ABSENT)


def test_r022_360_of_390_minutes_are_compulsory_and_fewer_when_an_item_becomes_a_choice():
    by_choice = {"attendance": Attendance.BY_CHOICE}
    day = a_day(a_part(1, "8:00", "16:00"), a_block(1, 300), a_block(2, 60), a_block(3, 30, **by_choice), a_break(4))
    found = attended(day, someone(), {})
    assert (found.compulsory_minutes, found.minutes) == (360, 390)
    assert round(100 * (found.compulsory_share or 0)) == 92

    changed = a_day(
        a_part(1, "8:00", "16:00"), a_block(1, 300), a_block(2, 60, **by_choice), a_block(3, 30, **by_choice)
    )
    assert round(100 * (attended(changed, someone(), {}).compulsory_share or 0)) == 77


def test_what_is_chosen_in_a_round_is_a_choice_unless_the_option_is_compulsory_for_a_group():
    first_aid = a_block(3, 60, attendance=Attendance.COMPULSORY_FOR_GROUPS, compulsory_for=(5,))
    day = a_day(
        a_block(1, 30),
        *a_round(2, first_aid, a_block(4, 60)),
        allotments=(Allotment(id=1, registration=1, round=2, option=3),),
    )
    group = a_group(5, members=(7,))
    assert attended(day, someone(person=7), {5: group}).compulsory_minutes == 90
    assert attended(day, someone(person=8), {5: group}).compulsory_minutes == 30


def test_d22_who_was_away_in_a_part_or_at_a_round_learned_less():
    day = a_day(a_part(1), a_part(2), a_block(1, 60), *a_round(2, a_block(3, 45)), a_block(4, 90, part=2))
    assert attended(day, someone(), {}).minutes == 195
    assert attended(day, someone(absent(part=2)), {}).minutes == 105
    assert attended(day, someone(absent(number=2)), {}).minutes == 150
    partly = AttendanceMark(part=1, presence=Presence.PARTLY)
    assert not attended(day, someone(partly), {}).is_certain


def test_who_was_away_in_a_part_but_marked_at_its_round_was_there():
    at_round = AttendanceMark(round=2, presence=Presence.PRESENT)
    assert was_at_round(someone(absent(part=1), at_round), 2, 1)
    assert not was_at_round(someone(absent(part=1)), 2, 1)
    assert presence_in(someone(), part=1) is None


def test_d21_who_was_absent_in_every_part_is_a_no_show():
    gone = someone(absent(part=1), absent(part=2))
    half = Registration(id=2, uid="r2", name="Bo", attendance=(absent(part=1),))
    assert no_shows(a_day(a_part(1), a_part(2), registrations=(gone, half))) == (gone,)
    assert no_shows(a_day(a_part(1), registrations=(someone(),))) == ()


def test_d21_who_walked_in_was_there_only_where_that_was_marked():
    def walked_in(part: int | None = None, number: int | None = None) -> AttendanceMark:
        return AttendanceMark(part=part, round=number, presence=Presence.WALK_IN)

    later, for_one_round = someone(walked_in(part=2)), someone(walked_in(number=2))
    assert [was_in_part(later, part) for part in (1, 2)] == [False, True]
    assert [was_at_round(later, 2, part) for part in (1, 2)] == [False, True]
    assert was_at_round(for_one_round, 2, 1)
    assert not was_at_round(for_one_round, 3, 1)
    assert not was_in_part(for_one_round, 1)
    assert [is_walk_in(each) for each in (someone(), later)] == [False, True]


def test_a_day_without_parts_has_no_no_shows():
    assert no_shows(StudyDay(registrations=(someone(absent(part=1)),))) == ()


def test_a_group_that_registered_as_one_has_what_is_compulsory_for_it():
    day = a_day(a_block(1, 45, attendance=Attendance.COMPULSORY_FOR_GROUPS, compulsory_for=(5,)))
    assert attended(day, someone(group=5), {}).compulsory_minutes == 45
    assert attended(day, someone(group=6), {}).compulsory_minutes == 0


def test_what_somebody_else_chose_in_a_round_says_nothing():
    first_aid = a_block(3, 60, attendance=Attendance.COMPULSORY_FOR_GROUPS, compulsory_for=(5,))
    places = (Allotment(id=1, registration=2, round=2, option=3), Allotment(id=2, registration=1, round=2, option=4))
    day = a_day(*a_round(2, first_aid, a_block(4, 60)), allotments=places)
    assert attended(day, someone(person=7), {5: a_group(5, members=(7,))}).compulsory_minutes == 0
