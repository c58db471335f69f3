"""Blocks on the clipboard come back as they were, also in another day and in another library."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studydag.model.exchange.clipped import decode_blocks, encode_blocks
from studydag.model.operations import editing, programme, rounds, study_days
from studydag.model.operations.pasting import paste_blocks
from studydag.model.operations.setting import read_setting
from studydag.model.operations.spots import PARKED, Spot
from studydag.model.store.library import Library
from studydag.model.values.changes import Op
from studydag.model.values.errors import InvalidValue, TooMany
from studydag.model.values.goals import Goal
from studydag.model.values.programme import Block, LeadStatus, Part
from studydag.model.values.school import Person, Room
from studydag.model.values.study_day import StudyDay
from tests.model.operations.leads import add_lead

Add = Callable[..., int]
Titles = Callable[..., list[str]]


def copied(library: Library, day: int, *ids: int) -> bytes:
    whole = library.get(StudyDay, day)
    return encode_blocks(whole, read_setting(library, whole), ids)


def pasted(library: Library, day: int, data: bytes, spot: Spot = PARKED, cut: tuple[int, ...] = ()) -> tuple[int, ...]:
    built_in = read_setting(library, library.get(StudyDay, day))
    return paste_blocks(library, day, decode_blocks(data, built_in), spot, cut=cut)


def test_a_block_comes_back_with_all_that_it_has(library: Library, day: int, part: int, add: Add) -> None:
    goal = editing.create(library, Goal(sentence="doel"), ("study_day", day))
    room, person = editing.create(library, Room(name="Aula")), editing.create(library, Person(name="Noor"))
    one, two = add("een", 45, goals=(goal,), room=room, description="uitleg"), add("twee")
    programme.pin(library, one)
    lead = add_lead(library, one, person, LeadStatus.CONFIRMED)
    (made,) = pasted(library, day, copied(library, day, one), Spot(part=part, before=two))

    block = library.get(Block, made)
    assert [each.id for each in library.of_day(Block, day)] == [one, made, two]
    assert (block.title, block.minutes, block.goals, block.room) == ("een", 45, (goal,), room)
    assert block.pinned_start is None
    assert [(each.person, each.status) for each in block.leads] == [(person, LeadStatus.IDEA)]
    assert block.leads[0].id != lead
    assert library.undo_step is not None
    assert library.undo_step.op is Op.PASTE_BLOCKS


def test_a_round_goes_with_its_options_and_within_a_round_they_go_alone(
    library: Library, day: int, part: int, add: Add, titles: Titles
) -> None:
    made = rounds.make_round(library, [add("a"), add("b")], "Ronde")
    data = copied(library, day, made)
    (copy,) = pasted(library, day, data, Spot(part=part))
    assert titles(round=copy) == ["a", "b"]

    pasted(library, day, data, Spot(round=copy))
    assert titles(round=copy) == ["a", "b", "a", "b"]


def test_an_option_by_itself_becomes_a_block(library: Library, day: int, part: int, add: Add, titles: Titles) -> None:
    option = add("a")
    rounds.make_round(library, [option, add("b")], "Ronde")
    pasted(library, day, copied(library, day, option), Spot(part=part))

    assert titles(part=part) == ["Ronde", "a"]


def test_many_blocks_become_options_of_the_round_whatever_number_it_has(
    library: Library, day: int, add: Add, titles: Titles
) -> None:
    names = [str(number) for number in range(20)]
    blocks = [add(name) for name in names]
    made = rounds.make_round(library, [add("a")], "Ronde")
    rounds_there = {each.round for each in library.of_day(Block, day)}
    data = copied(library, day, *blocks)
    whole = library.get(StudyDay, day)
    assert made in {block.id for block in decode_blocks(data, read_setting(library, whole)).day.blocks}
    pasted(library, day, data, Spot(round=made))

    assert titles(round=made) == ["a", *names]
    assert {each.round for each in library.of_day(Block, day)} == rounds_there


def test_what_was_cut_goes_to_another_day_in_one_step(library: Library, day: int, add: Add) -> None:
    goal = editing.create(library, Goal(sentence="doel"), ("study_day", day))
    block, other = add("een", goals=(goal,)), study_days.create(library, "Andere dag")
    spot = Spot(part=library.of_day(Part, other)[0].id)
    (made,) = pasted(library, other, copied(library, day, block), spot, cut=(block,))

    assert library.of_day(Block, day) == []
    assert [each.id for each in library.of_day(Block, other)] == [made]
    assert library.get(Block, made).goals == ()
    library.undo()
    assert [each.id for each in library.of_day(Block, day)] == [block]
    assert library.of_day(Block, other) == []


def test_another_library_gets_the_rooms_and_people_along(library: Library, day: int, add: Add, tmp_path: Path) -> None:
    room, person = editing.create(library, Room(name="Aula")), editing.create(library, Person(name="Noor"))
    block = add("een", room=room)
    add_lead(library, block, person)
    data = copied(library, day, block)
    with Library.open(tmp_path / "other.studydag", create=True) as other:
        known = editing.create(other, Person(name="Noor"))
        there = study_days.create(other, "Elders")
        (made,) = pasted(other, there, data)
        copy = other.get(Block, made)
        assert copy.room is not None
        assert other.get(Room, copy.room).name == "Aula"
        assert [lead.person for lead in copy.leads] == [known]
        assert other.verify() == []


def test_nothing_and_too_many_are_refused(library: Library, day: int, part: int, add: Add) -> None:
    block = add("een")
    with pytest.raises(InvalidValue):
        pasted(library, day, copied(library, day))
    made = rounds.make_round(library, [add("twee"), add("drie")])
    bare = copied(library, day, made)
    assert len(pasted(library, day, bare, Spot(round=made))) == 2
    editing.create_all(library, [Block(title="vol")] * 398, ("study_day", day))
    with pytest.raises(TooMany):
        pasted(library, day, copied(library, day, block))


@settings(max_examples=10)
@given(
    st.lists(
        st.builds(
            Block,
            title=st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=20).map(str.strip),
            minutes=st.integers(0, 300),
            minutes_locked=st.booleans(),
            internal=st.booleans(),
            description=st.sampled_from(["", "=1+1", "a\tb\nc", "<b>"]),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_pasted_blocks_are_the_copied_ones_with_ids_of_their_own(blocks: list[Block]) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "s.studydag", create=True) as library,
    ):
        day = study_days.create(library, "dag")
        part = library.of_day(Part, day)[0].id
        ids = [programme.add_block(library, day, block, Spot(part=part)) for block in blocks]
        made = pasted(library, day, copied(library, day, *ids), Spot(part=part))

        def bare(number: int) -> Block:
            return replace(library.get(Block, number), id=0, uid="", position=0)

        assert [bare(each) for each in made] == [bare(each) for each in ids]
        assert set(made).isdisjoint(ids)
        row = sorted(library.of_day(Block, day), key=lambda block: block.position)
        assert [block.id for block in row] == [*ids, *made]
