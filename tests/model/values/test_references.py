from itertools import count

from studydag.model.values.choices import Allotment, Preference, Registration
from studydag.model.values.programme import Block, BlockKind, BlockLead, Part
from studydag.model.values.references import numbered, references_in, rewired, things_in, without
from studydag.model.values.study_day import StudyDay

DAY = StudyDay(
    id=1,
    title="x",
    parts=(Part(id=2),),
    blocks=(
        Block(id=3, part=2, kind=BlockKind.ROUND),
        Block(id=4, round=3, goals=(9, 8), leads=(BlockLead(id=5, person=7),)),
        Block(id=6, repeats=4),
    ),
    registrations=(Registration(id=10, fixed_options=(4,)),),
    preferences=(Preference(id=11, registration=10, option=4),),
    allotments=(Allotment(id=12, registration=10, round=3, option=4),),
)


def test_all_things_and_references_are_found_however_deep():
    assert [thing.id for thing in things_in(DAY)] == [1, 2, 3, 4, 5, 6, 10, 11, 12]
    assert {("part", 2), ("block", 3), ("goal", 9), ("goal", 8), ("person", 7), ("registration", 10)} <= set(
        references_in(DAY)
    )


def test_rewiring_changes_every_id_alike():
    moved = rewired(DAY, lambda reference: reference[1] + 100)

    assert moved.blocks[1].round == moved.blocks[0].id == 103
    assert moved.blocks[1].goals == (109, 108)
    assert moved.blocks[1].leads[0].person == 107
    assert rewired(moved, lambda reference: reference[1] - 100) == DAY


def test_fresh_numbers_leave_references_as_they_are():
    numbers = count(50)

    fresh = numbered(DAY, lambda: next(numbers))

    assert [thing.id for thing in things_in(fresh)] == list(range(50, 59))
    assert list(references_in(fresh)) == list(references_in(DAY))


def test_what_cannot_be_without_a_thing_goes_with_it():
    left = without(DAY, {("part", 2)})

    assert [block.id for block in left.blocks] == [6]
    assert left.blocks[0].repeats is None
    assert left.registrations[0].fixed_options == ()
    assert (left.preferences, left.allotments) == ((), ())


def test_what_can_be_without_it_stays():
    left = without(DAY, {("goal", 9), ("person", 7)})

    assert left.blocks[1].goals == (8,)
    assert left.blocks[1].leads == ()
    assert left.preferences == DAY.preferences
