"""Blocks that are cut and joined keep what points to them."""

from collections.abc import Callable

import pytest

from studydag.model.operations import editing, programme, rounds
from studydag.model.operations.splitting import merge_blocks, split_block
from studydag.model.operations.spots import Spot
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.effect import Measure
from studydag.model.values.errors import InvalidValue
from studydag.model.values.follow_up import Action
from studydag.model.values.goals import Case, Goal
from studydag.model.values.programme import Block, Material
from studydag.model.values.school import Person
from tests.model.operations.leads import add_lead

Add = Callable[..., int]


def test_a_block_is_cut_behind_itself(library: Library, day: int, part: int, add: Add) -> None:
    goal = editing.create(library, Goal(sentence="doel"), ("study_day", day))
    one, last = add("een", 60, goals=(goal,), materials=(Material(item="stiften"),)), add("twee")
    lead = editing.create(library, Person(name="Noor"))
    add_lead(library, one, lead)
    made = split_block(library, one, 25)

    blocks = [block for block in library.of_day(Block, day) if block.part == part]
    assert [(block.id, block.minutes) for block in blocks] == [(one, 25), (made, 35), (last, 30)]
    assert blocks[1].goals == (goal,)
    assert [each.person for each in blocks[1].leads] == [lead]
    assert [len(block.materials) for block in blocks] == [1, 0, 0]
    assert library.undo_step is not None
    assert library.undo_step.op is Op.SPLIT_BLOCK


def test_a_round_and_a_moment_outside_are_refused(library: Library, day: int, part: int, add: Add) -> None:
    made = rounds.make_round(library, [add("een"), add("twee")])

    for block, after in ((made, 10), (add("drie", 30), 30)):
        with pytest.raises(InvalidValue):
            split_block(library, block, after)
    option = next(block for block in library.of_day(Block, day) if block.round == made)
    rest = split_block(library, option.id, 10)
    assert library.get(Block, rest).offset_minutes == 10


def test_what_pointed_to_either_points_to_the_whole(library: Library, day: int, add: Add) -> None:
    one, two = add("een", 30, materials=(Material(item="stiften"),)), add("twee", 20, materials=(Material(item="A3"),))
    owner = ("study_day", day)
    action = editing.create(library, Action(what="doen", block=two), owner)
    measure = editing.create(library, Measure(title="meten", block=two), owner)
    case = editing.create(library, Case(text="casus", block=two), owner)
    person = editing.create(library, Person(name="Noor"))
    add_lead(library, two, person)
    merge_blocks(library, [one, two])

    whole = library.get(Block, one)
    assert (whole.title, whole.minutes) == ("een + twee", 50)
    assert [each.item for each in whole.materials] == ["stiften", "A3"]
    assert [each.person for each in whole.leads] == [person]
    assert [block.id for block in library.of_day(Block, day)] == [one]
    found = (library.get(Action, action).block, library.get(Measure, measure).block, library.get(Case, case).block)
    assert found == (one, one, one)


def test_what_cannot_be_one_is_refused(library: Library, day: int, part: int, add: Add) -> None:
    one, made = add("een"), rounds.make_round(library, [add("twee"), add("drie")])

    for others in ([made], [one], []):
        with pytest.raises(InvalidValue):
            merge_blocks(library, [one, *others])


def test_three_become_one_in_one_step(library: Library, day: int, add: Add) -> None:
    ids = [add("een", 20), add("twee", 25), add("drie", 15)]
    merge_blocks(library, ids)

    assert [(block.title, block.minutes) for block in library.of_day(Block, day)] == [("een + twee + drie", 60)]
    library.undo()
    assert [block.id for block in library.of_day(Block, day)] == ids


def test_a_whole_part_is_made_to_fit_as_one_step(library: Library, day: int, part: int) -> None:
    for title in ("een", "twee"):
        programme.add_block(library, day, Block(title=title, minutes=240), Spot(part=part))
    before = [block.minutes for block in library.of_day(Block, day)]
    programme.make_fit(library, part)

    assert [block.minutes for block in library.of_day(Block, day)] != before
    assert library.undo_step is not None
    assert library.undo_step.op is Op.FIT
    with pytest.raises(InvalidValue):
        programme.make_fit(library, part)
    library.undo()
    assert [block.minutes for block in library.of_day(Block, day)] == before
