"""Places by hand, locks, attendance, walk-ins and groups: each one step that can be taken back."""

from collections.abc import Callable, Sequence

import pytest

from studydag.model.exchange.sign_ups import SignUp, SignUps
from studydag.model.operations import attendance, choices, editing, places
from studydag.model.store.library import Library
from studydag.model.values.choices import Allotment, AttendanceMark, Grouping, GroupMix, Presence, Registration
from studydag.model.values.errors import InvalidValue
from studydag.model.values.programme import Block, BlockKind
from studydag.model.values.study_day import StudyDay


@pytest.fixture
def day(library: Library) -> int:
    return editing.create(library, StudyDay(title="Day"))


@pytest.fixture
def round_and_options(library: Library, day: int) -> tuple[int, int, int]:
    round_id = editing.create(library, Block(title="Round", kind=BlockKind.ROUND), ("study_day", day))
    first, second = (
        editing.create(library, Block(title=title, round=round_id), ("study_day", day)) for title in ("A", "B")
    )
    return round_id, first, second


@pytest.fixture
def who(library: Library, day: int) -> int:
    return editing.create(library, Registration(name="Ada"), ("study_day", day))


def given(library: Library, day: int) -> list[tuple[int, int, bool]]:
    return [(each.registration, each.option, each.locked) for each in library.get(StudyDay, day).allotments]


def test_a_place_is_given_changed_and_taken_away_each_as_one_step(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    round_id, first, second = round_and_options
    made = places.place(library, who, round_id, first, rank=1)
    assert library.get(Allotment, made or 0).rank_obtained == 1
    places.place(library, who, round_id, second, rank=2)
    assert given(library, day) == [(who, second, False)]
    places.place(library, who, round_id, None)
    assert given(library, day) == []
    for expected in ([(who, second, False)], [(who, first, False)], []):
        library.undo()
        assert given(library, day) == expected


def test_to_give_the_place_that_stands_is_no_step(
    library: Library, round_and_options: tuple[int, int, int], who: int
) -> None:
    round_id, first, _second = round_and_options
    places.place(library, who, round_id, first)
    before = library.undo_step
    places.place(library, who, round_id, first)
    assert library.undo_step == before


def test_an_option_of_another_round_is_refused(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    other = editing.create(library, Block(title="Other", kind=BlockKind.ROUND), ("study_day", day))
    with pytest.raises(InvalidValue):
        places.place(library, who, other, round_and_options[1])


def test_places_are_locked_and_unlocked_as_one_step_and_stay_when_all_are_given_anew(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    round_id, first, second = round_and_options
    made = places.place(library, who, round_id, first)
    assert made is not None
    places.lock(library, [made])
    choices.allot(library, day, [])
    assert given(library, day) == [(who, first, True)]
    places.place(library, who, round_id, second)
    assert given(library, day) == [(who, second, True)]
    places.lock(library, [made], locked=False)
    library.undo()
    assert given(library, day) == [(who, second, True)]


def test_of_a_group_some_may_be_locked_and_the_rest_get_places_beside_them(
    library: Library, day: int, round_and_options: tuple[int, int, int]
) -> None:
    round_id, first, second = round_and_options
    group = editing.create(library, Registration(name="Onderbouw", count=12), ("study_day", day))
    choices.allot(library, day, [Allotment(registration=group, round=round_id, option=first, count=5, locked=True)])
    rest = Allotment(registration=group, round=round_id, option=second, count=4)
    choices.allot(library, day, [Allotment(registration=group, round=round_id, option=first, count=8), rest])
    assert [(each.option, each.count, each.locked) for each in library.of_day(Allotment, day)] == [
        (first, 8, True),
        (second, 4, False),
    ]
    with pytest.raises(InvalidValue):
        choices.allot(library, day, [Allotment(registration=group, round=round_id, option=second, count=5)])
    library.undo()
    assert [(each.option, each.count) for each in library.of_day(Allotment, day)] == [(first, 5)]


def test_a_locked_place_in_an_option_that_is_off_holds_nobody(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    round_id, first, second = round_and_options
    made = places.place(library, who, round_id, first)
    assert made is not None
    places.lock(library, [made])
    editing.change(library, Block, first, cancelled=True)
    choices.allot(library, day, [Allotment(registration=who, round=round_id, option=second)])
    assert given(library, day) == [(who, second, False)]


def test_d22_many_are_marked_at_once_and_marks_are_taken_away(library: Library, day: int, who: int) -> None:
    part = library.get(StudyDay, day).parts[0].id if library.get(StudyDay, day).parts else None
    if part is None:
        from studydag.model.values.programme import Part

        part = editing.create(library, Part(), ("study_day", day))
    other = editing.create(library, Registration(name="Bo"), ("study_day", day))
    attendance.mark_all(library, [who, other], Presence.ABSENT, part=part)
    marks = [each.attendance[0].presence for each in library.get(StudyDay, day).registrations]
    assert marks == [Presence.ABSENT, Presence.ABSENT]
    attendance.mark_all(library, [who], None, part=part)
    assert library.get(Registration, who).attendance == ()
    library.undo()
    library.undo()
    assert all(not each.attendance for each in library.get(StudyDay, day).registrations)
    with pytest.raises(InvalidValue):
        attendance.mark_all(library, [who], Presence.PRESENT)


def test_d21_a_walk_in_comes_with_a_place_that_stays(
    library: Library, day: int, round_and_options: tuple[int, int, int]
) -> None:
    round_id, first, _second = round_and_options
    made = attendance.add_walk_in(library, day, Registration(name="Late"), part=None, round=round_id, option=first)
    assert given(library, day) == [(made, first, True)]
    library.undo()
    assert library.get(StudyDay, day).registrations == ()
    attendance.add_walk_in(library, day, Registration(name="Late"), part=None, round=None, option=None)
    assert [each.name for each in library.get(StudyDay, day).registrations] == ["Late"]


def test_r060_groups_are_made_anew_and_keep_their_names(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    grouping = editing.create(library, Grouping(block=round_and_options[1]), ("study_day", day))
    attendance.compose_groups(library, grouping, [[who]], name="Group {n}", mix=GroupMix.SECTION)
    (group,) = library.get(Grouping, grouping).groups
    assert (group.name, group.members) == ("Group 1", (who,))
    assert library.get(Grouping, grouping).mix is GroupMix.SECTION
    attendance.compose_groups(library, grouping, [[], [who]], name="Team {n}")
    assert [each.name for each in library.get(Grouping, grouping).groups] == ["Group 1", "Team 2"]
    library.undo()
    library.undo()
    assert library.get(Grouping, grouping).groups == ()


def test_marks_of_a_part_and_of_a_round_stand_beside_each_other(
    library: Library, day: int, round_and_options: tuple[int, int, int], who: int
) -> None:
    attendance.mark_all(library, [who], Presence.PARTLY, round=round_and_options[0])
    attendance.mark_all(library, [who], Presence.PRESENT, round=round_and_options[0])
    (mark,) = library.get(Registration, who).attendance
    assert (mark.round, mark.presence) == (round_and_options[0], Presence.PRESENT)
    assert isinstance(mark, AttendanceMark)
    assert library.get(StudyDay, day).registrations[0].attendance == (mark,)


def test_sign_ups_and_their_places_come_as_one_step_or_not_at_all(
    library: Library, day: int, round_and_options: tuple[int, int, int]
) -> None:
    round_id, first, _ = round_and_options
    before = library.undo_step
    signed = SignUps(sign_ups=(SignUp(line=2, registration=Registration(name="Bo"), is_new=True, wishes={}),))

    def in_option(option: int) -> Callable[[Sequence[int]], list[Allotment]]:
        return lambda made: [Allotment(registration=made[0], round=round_id, option=option)]

    with pytest.raises(InvalidValue):
        choices.take_and_allot(library, day, signed, in_option(round_id))
    assert library.get(StudyDay, day).registrations == ()
    (made,) = choices.take_and_allot(library, day, signed, in_option(first))
    assert given(library, day) == [(made, first, False)]
    library.undo()
    assert library.undo_step is before
    assert library.get(StudyDay, day).registrations == ()


def test_the_name_of_who_walks_in_is_cleaned(
    library: Library, day: int, round_and_options: tuple[int, int, int]
) -> None:
    round_id, first, _ = round_and_options
    who = Registration(name="Bo\x00\ud800")
    made = attendance.add_walk_in(library, day, who, part=None, round=round_id, option=first)
    assert library.get(Registration, made).name == "Bo"
