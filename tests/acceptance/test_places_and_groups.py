"""The rows about giving out places, groups and attendance, from the library to what is printed and shown."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studydag.model.exchange.sign_ups import read_sign_ups
from studydag.model.operations import attendance, choices, editing, places
from studydag.model.operations.setting import read_setting
from studydag.model.rules.choices.allot import allot
from studydag.model.rules.choices.presence import attended, is_walk_in
from studydag.model.rules.choices.standing import Standing, moved_by
from studydag.model.rules.people.group_composer import compose
from studydag.model.store.library import Library
from studydag.model.values.allotting import Allotting
from studydag.model.values.choices import GroupMix, Presence, Registration
from studydag.model.values.formats import Phase
from studydag.model.values.programme import Attendance, Block, BlockKind, Part
from studydag.model.values.setting import Setting
from studydag.model.values.study_day import StudyDay
from tests.building import a_block, a_day, a_person, a_setting, at
from tests.export.printing_days import text

TITLES = ("A", "B", "C")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "school.studydag", create=True) as opened:
        yield opened


def a_day_of(library: Library, people: int, *, rounds: int = 1, capacity: int = 10) -> int:
    """Put a day with rounds of three options into the library, and people who all want A, then B, then C."""
    day = editing.create(library, StudyDay(title="Day"))
    owner = ("study_day", day)
    part = editing.create(library, Part(start=at("9:00"), end=at("16:00")), owner)
    options: list[list[int]] = []
    for number in range(1, rounds + 1):
        made = Block(kind=BlockKind.ROUND, title=f"Round {number}", part=part, phase=Phase.APPLICATION)
        round_id = editing.create(library, made, owner)
        options.append(
            [
                editing.create(
                    library,
                    Block(
                        title=title,
                        round=round_id,
                        minutes=60,
                        capacity=capacity,
                        repeats=options[0][place] if options else None,
                    ),
                    owner,
                )
                for place, title in enumerate(TITLES)
            ]
        )
    editing.create_all(library, [Registration(name=f"Person {number:02}") for number in range(1, people + 1)], owner)
    header = "Name;" + ";".join(f"Round {n} {rank}" for n in range(1, rounds + 1) for rank in ("1st", "2nd", "3rd"))
    lines = [f"Person {number:02};" + ";".join(TITLES * rounds) for number in range(1, people + 1)]
    found = read_sign_ups("\n".join((header, *lines)).encode(), "a.csv", library.get(StudyDay, day), Setting())
    assert found.doubts == ()
    choices.take_sign_ups(library, day, found)
    return day


def given_out(library: Library, day: int, *, near: bool = False) -> Allotting:
    standing = library.get(StudyDay, day)
    found = allot(standing, read_setting(library, standing), near=standing.allotments if near else None)
    assert found is not None
    choices.allot(library, day, choices.places_of(found))
    return found


def options_by_person(library: Library, day: int) -> dict[tuple[int, int], int]:
    return {(each.registration, each.round): each.option for each in library.get(StudyDay, day).allotments}


def test_r082_28_people_all_get_a_place_and_the_report_says_how_many_got_which_choice(library: Library):
    day = a_day_of(library, 28)
    found = given_out(library, day)

    assert found.unplaced == ()
    assert found.is_optimal
    tally = Standing.of(library.get(StudyDay, day), Setting()).tally
    assert tally.ranks == {1: 10, 2: 10, 3: 8}
    library.undo()
    assert library.get(StudyDay, day).allotments == ()


def test_r082_of_31_people_one_has_no_place_and_is_named(library: Library):
    day = a_day_of(library, 31)
    found = given_out(library, day)

    (without,) = found.unplaced
    standing = Standing.of(library.get(StudyDay, day), Setting())
    assert standing.tally.without == ((without.registration, without.round),)
    assert library.get(Registration, without.registration).name.startswith("Person")


def test_d33_who_lost_in_the_first_round_wins_in_another_and_d06_nobody_is_twice_in_a_workshop(library: Library):
    day = a_day_of(library, 30, rounds=3)
    given_out(library, day)

    standing = Standing.of(library.get(StudyDay, day), Setting())
    assert standing.twice == ()
    assert standing.tally.ranks == {1: 30, 2: 30, 3: 30}
    # Everyone comes to each workshop once, and so to the first choice.
    assert list(standing.worst_off()) == []


def test_d34_a_workshop_that_is_called_off_moves_only_those_who_sat_there(library: Library):
    day = a_day_of(library, 20)
    given_out(library, day)
    before = options_by_person(library, day)
    gone = next(each.id for each in library.get(StudyDay, day).blocks if each.title == "B")
    editing.change(library, Block, gone, cancelled=True)
    standing = Standing.of(library.get(StudyDay, day), Setting())
    assert len(standing.homeless) == sum(option == gone for option in before.values())
    found = given_out(library, day, near=True)

    moved = {(each.registration, each.round) for each in moved_by(standing, found)}
    assert moved == {key for key, option in before.items() if option == gone}


def test_d34_a_larger_room_after_a_drop_out_lets_others_stay_and_gives_no_reason_to_move(library: Library):
    day = a_day_of(library, 28)
    given_out(library, day)
    before = options_by_person(library, day)
    first = next(each.id for each in library.get(StudyDay, day).registrations)
    editing.delete(library, Registration, first)
    given_out(library, day, near=True)

    assert options_by_person(library, day) == {key: option for key, option in before.items() if key[0] != first}


def test_d35_the_same_input_gives_the_same_places_and_the_seed_is_kept(library: Library):
    day = a_day_of(library, 28)
    one = given_out(library, day)
    two = given_out(library, day)

    assert one == two
    assert one.seed == library.get(StudyDay, day).allotment_seed


def test_d20_a_group_comes_as_a_number_and_is_seated(library: Library):
    day = a_day_of(library, 4)
    editing.create(library, Registration(name="Lower school", count=12), ("study_day", day))
    found = given_out(library, day)

    assert found.placed == 16
    assert found.unplaced == ()


def test_a_place_given_by_hand_and_locked_stays(library: Library):
    day = a_day_of(library, 12)
    given_out(library, day)
    (round_id,) = {each.round for each in library.get(StudyDay, day).allotments}
    person = library.get(StudyDay, day).registrations[0].id
    third = next(each.id for each in library.get(StudyDay, day).blocks if each.title == "C")
    made = places.place(library, person, round_id, third, rank=3)
    places.lock(library, [made or 0])
    given_out(library, day)

    assert options_by_person(library, day)[person, round_id] == third


def test_r060_six_groups_of_four_have_no_two_of_a_section_where_that_can_be():
    people = [a_person(number, f"P{number}", section=f"section {number % 4}") for number in range(1, 25)]
    come = tuple(Registration(id=each.id, uid=f"r{each.id:02}", person=each.id) for each in people)
    day = a_day(a_block(1), registrations=come)
    found = compose(day, a_setting(*people), day.blocks[0], mix=GroupMix.SECTION, size=4)
    assert [len({member % 4 for member in group}) for group in found.groups] == [4] * 6

    lopsided = [replace(each, section="one" if each.id <= 12 else each.section) for each in people]
    other = compose(day, a_setting(*lopsided), day.blocks[0], mix=GroupMix.SECTION, size=4)
    assert [figures["kind"] for _text, figures in other.unmet] == ["one"]
    assert other.unmet[0][1]["most"] == 2


def test_r022_the_share_of_compulsory_minutes_goes_from_92_to_77_percent():
    def share(middle: Attendance) -> int:
        day = a_day(
            a_block(1, 300),
            a_block(2, 60, attendance=middle),
            a_block(3, 30, attendance=Attendance.BY_CHOICE),
        )
        found = attended(day, Registration(id=1, name="Noor"), {})
        return round(100 * (found.compulsory_share or 0))

    assert (share(Attendance.COMPULSORY), share(Attendance.BY_CHOICE)) == (92, 77)


def test_d22_r052_hours_on_the_certificate_are_those_of_the_rounds_and_parts_that_were_attended(library: Library):
    day = a_day_of(library, 2, rounds=2)
    one, other = (each.id for each in library.get(StudyDay, day).registrations)
    round_id = next(each.id for each in library.get(StudyDay, day).blocks if each.kind is BlockKind.ROUND)
    attendance.mark_all(library, [other], Presence.ABSENT, round=round_id)
    whole = library.get(StudyDay, day)

    assert attended(whole, whole.registrations[0], {}).minutes == 120
    assert attended(whole, whole.registrations[1], {}).minutes == 60
    shown = text("certificate", whole, Setting())
    assert "2 hours of learning" in shown
    assert "1 hour of learning" in shown
    assert one != other


def test_d21_a_walk_in_sits_on_a_reserved_seat_that_the_allotment_left_free(library: Library):
    day = a_day_of(library, 12)
    options = [each for each in library.get(StudyDay, day).blocks if each.round is not None]
    for each in options:
        editing.change(library, Block, each.id, capacity=5, reserved_seats=1)
    found = given_out(library, day)
    assert [sum(each.option == option.id for each in found.places) for option in options] == [4, 4, 4]
    part, late = library.get(StudyDay, day).parts[0].id, Registration(name="Late")
    attendance.add_walk_in(library, day, late, part=part, round=options[0].round, option=options[0].id)

    whole = library.get(StudyDay, day)
    standing = Standing.of(whole, Setting())
    assert (standing.taken[options[0].id], standing.ground.capacities[options[0].id]) == (5, 5)
    assert standing.too_full == ()
    (walked_in,) = (each for each in whole.registrations if is_walk_in(each))
    assert walked_in.name == "Late"
    assert attended(whole, walked_in, {}).minutes == 60
    printed = text("attendance", whole, Setting())
    assert "Late (walk-in)" in printed
    assert "12 people are expected" in printed
